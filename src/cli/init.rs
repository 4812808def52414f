//! `journal init`

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use crate::check::privacy::public_remotes;
use crate::check::proposal::{self, Proposal};
use crate::disk::file::io_reason;
use crate::disk::folder::Folder;
use crate::disk::git::{self, has_repository};
use crate::disk::root::{self, find_root};
use crate::disk::scan;
use crate::drafts::TEMPLATES;
use crate::engine::Detail;
use crate::export::text::outlook;
use crate::journal::starter::{self, ATTRIBUTES_FILE, Folder as Start, Lines};
use crate::rules::config::FILE_NAME;
use crate::text::{count, one_line, visible};
use clap::Args;

use super::creation::{create, in_the_way, next, not_written, what_stands_at};
use super::{Ending, Global, Setup, current_folder, demo, given, say, shown, unusable};

#[derive(Args)]
pub struct Arguments {
    /// The folder, created if it doesn't exist [default: this one]
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Make a made-up search to look at, in a new folder, with its days counted from today
    #[arg(long, conflicts_with_all = ["templates", "yes"])]
    demo: bool,
    /// Also copy the built-in draft templates to templates/, for you to edit
    #[arg(long)]
    templates: bool,
    /// Write the lines that make notes of the files that are here, without asking
    #[arg(long)]
    yes: bool,
}

/// The folder that is to become a journal. Unlike other commands, this never looks for one further up.
pub fn setup(global: &Global, folder: Option<&Path>) -> Result<Setup, Ending> {
    let current = current_folder()?;
    let given = given(global, folder);
    let root = given.as_ref().map_or_else(|| current.clone(), |given| current.join(given));
    let above = find_root(None, &current);
    if given.is_none() && above != current {
        return Err(unusable(&format!(
            "this folder is inside the journal {}; `journal init .` makes it a journal of its own",
            shown(&above)
        )));
    }
    let today = global.today;
    Ok(Setup { base: current, root, today, quiet: global.quiet, verbose: global.verbose })
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let ending = match arguments.demo {
        true => demo::run(setup),
        false => start(setup, arguments),
    };
    if let Ok(Ending::NotWritten) | Err(Ending::NotWritten) = ending {
        say("once that is put right, run this again");
    }
    ending
}

/// Makes a journal of a folder, or adds to it what it lacks.
fn start(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let root = &setup.root;
    if root::is_taken(root) && !root::is_folder(root) {
        return Err(unusable(&format!(
            "{} is not a folder; name one that is, or a new one",
            shown(root)
        )));
    }
    root::make(root).map_err(|error| not_written(&shown(root), &io_reason(&error)))?;
    let mut session = setup.open(Detail::Shown)?;
    setup.look(&mut session);
    let folder = session.opened().map_err(|error| not_written(&shown(root), &io_reason(&error)))?;
    let proposal = proposal::of(&mut session, setup.today());
    let start = Start {
        has_notes: session.journal().has_notes() || proposal.is_some() || !session.sees_all(),
        is_journal: what_stands_at(&folder, FILE_NAME).is_some(),
        is_empty: folder.list().is_ok_and(|entries| entries.is_empty()),
        is_in_git: root::resolved(root).is_ok_and(|root| root.ancestors().any(has_repository)),
    };
    let mut lines = Lines::default();
    if let Some(proposal) = proposal {
        match offer(setup, &proposal, start.is_journal, arguments.yes) {
            Answer::Write => lines = proposal.lines,
            Answer::Leave => {}
            Answer::None => return Ok(Ending::Done),
        }
    }
    let is_mapped = lines != Lines::default();
    let (mut made, mut ending) = (Vec::new(), Ending::Done);
    let mut with_templates = arguments.templates;
    if with_templates && let Err(stopped) = make_templates_folder(&folder) {
        (with_templates, ending) = (false, stopped);
    }
    let [name, email] = if start.is_journal { [None, None] } else { git::user(root) };
    // An address that takes no mail is none to be reached at.
    let email = email.filter(|email| email.contains('@') && !email.contains("noreply"));
    for (path, text) in starter::files(start, setup.today(), with_templates) {
        let text = match path == FILE_NAME {
            true => {
                let config = starter::with_lines(&text, &lines);
                starter::with_user(&config, name.as_deref(), email.as_deref())
            }
            false => text,
        };
        match create(&folder, path, text) {
            Ok(path) => made.extend(path),
            Err(stopped) => ending = stopped,
        }
    }
    if !setup.quiet {
        for line in told(&made, is_mapped) {
            say(&line);
        }
        if made.iter().any(|path| path == FILE_NAME) {
            from_git(name.as_deref(), email.as_deref()).iter().for_each(|line| say(line));
        }
        say_attributes(&folder);
        if start.is_in_git && !made.is_empty() {
            say_public(root);
        }
        if made.is_empty() && matches!(ending, Ending::Done) {
            say("nothing to do: this is a journal already");
        }
        say_outer(root);
        if matches!(ending, Ending::Done) {
            let is_first = is_mapped || made.iter().any(|path| path.ends_with(".md"));
            say(&format!("next: {}", next(setup, is_first)?));
        }
    }
    Ok(ending)
}

/// The words for what was taken from git's settings, and for what is still to be filled in.
fn from_git(name: Option<&str>, email: Option<&str>) -> Option<String> {
    let (user, rest) = match (name, email) {
        (Some(name), Some(email)) => {
            let user = format!("name and address come from git's settings: {name}, {email}");
            (user, "change them in")
        }
        (Some(name), None) => {
            let user = format!("name comes from git's settings: {name}");
            (user, "they have no address to be reached at, so add it as `email` in")
        }
        (None, Some(email)) => {
            let user = format!("address comes from git's settings: {email}");
            (user, "they have no name, so add it as `name` in")
        }
        (None, None) => return None,
    };
    Some(format!("your {}; {rest} {FILE_NAME}", one_line(&user)))
}

/// The answer to a proposal.
enum Answer {
    /// Its lines are to be written.
    Write,
    /// They are not.
    Leave,
    /// There was nobody to ask.
    None,
}

/// Shows a proposal and asks whether to write it. An existing configuration is left alone.
fn offer(setup: &Setup, proposal: &Proposal, is_journal: bool, is_agreed: bool) -> Answer {
    let lines = proposal.lines.to_string();
    let show = |what: &str| {
        if !setup.quiet {
            say(what);
            say("");
            lines.lines().for_each(|line| say(&visible(line)));
            say("");
        }
    };
    if is_journal {
        show(&format!(
            "{FILE_NAME} is yours and was left alone; to make notes of the files here, add to it:"
        ));
        return Answer::Leave;
    }
    show("to make notes of the files here, journal.toml would say:");
    if !setup.quiet {
        say(&format!("with it: {}", outlook(proposal)));
    }
    if is_agreed {
        return Answer::Write;
    }
    if setup.quiet || !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        say("nothing was written; `journal init --yes` writes it, and you can change it then");
        return Answer::None;
    }
    say(&format!("write it into {FILE_NAME}? [Y/n]"));
    let mut answer = String::new();
    match io::stdin().read_line(&mut answer) {
        Ok(1..) if !answer.trim().to_lowercase().starts_with('n') => Answer::Write,
        _ => Answer::Leave,
    }
}

/// Warns of a journal that reads this folder, too: both would write its drafts.
pub fn say_outer(root: &Path) {
    if let Some(above) = outer(root) {
        let above = shown(&above);
        say(&format!(
            "warning: the journal {above} reads this folder too; list it there under `ignore`, or run journal there"
        ));
    }
}

/// The journal that a folder is inside of, unless that ignores it.
fn outer(root: &Path) -> Option<PathBuf> {
    let root = root::resolved(root).ok()?;
    let above = find_root(None, root.parent()?);
    if !root::is_file(&above.join(FILE_NAME)) {
        return None;
    }
    let inner = root.strip_prefix(&above).ok()?.to_string_lossy().into_owned();
    let settings = scan::config(&Folder::at(&above).ok()?);
    let is_ignored = settings.is_ok_and(|config| config.ignore.cover(&inner));
    (!is_ignored).then_some(above)
}

fn make_templates_folder(root: &Folder) -> Result<(), Ending> {
    match what_stands_at(root, TEMPLATES) {
        Some("a folder") => Ok(()),
        Some(what) => Err(in_the_way(TEMPLATES, what)),
        None => root.make(TEMPLATES).map_err(|error| not_written(TEMPLATES, &io_reason(&error))),
    }
}

/// A line for each file that was made, with its purpose.
fn told(made: &[String], is_mapped: bool) -> Vec<String> {
    let (templates, files): (Vec<&String>, Vec<&String>) =
        made.iter().partition(|path| path.starts_with(TEMPLATES));
    let mut lines: Vec<String> = files
        .into_iter()
        .map(|path| match path.as_str() {
            FILE_NAME if is_mapped => {
                format!("made {path}: these lines, and every other setting as a comment")
            }
            FILE_NAME => format!("made {path}: every setting, as a comment with its default"),
            ATTRIBUTES_FILE => {
                format!("made {path}: how git should treat the agenda and drafts")
            }
            _ => format!("made {path}: a first note to try"),
        })
        .collect();
    if !templates.is_empty() {
        let how_many = count(templates.len(), "template");
        lines.push(format!(
            "made {TEMPLATES}/: {how_many} to edit; delete those that you don't change"
        ));
    }
    lines
}

/// Names the lines that the user's own .gitattributes lacks. The file isn't changed.
fn say_attributes(root: &Folder) {
    let Some(existing) = scan::text(root, ATTRIBUTES_FILE) else { return };
    let missing = starter::missing_attributes(&existing);
    if !missing.is_empty() {
        say(&format!("{ATTRIBUTES_FILE} is yours and was left alone; add to it:"));
        for line in missing {
            say(&format!("  {line}"));
        }
    }
}

/// Warns if strangers might see the notes.
fn say_public(root: &Path) {
    let remotes = public_remotes(root).unwrap_or_default();
    if !remotes.is_empty() {
        let remotes = one_line(&remotes.join(", "));
        say(&format!(
            "warning: notes hold people's addresses, and this repository looks public: {remotes}"
        ));
        say(
            "make sure that it is private, or keep the notes out of it; `journal check --privacy` names those with addresses",
        );
    }
}
