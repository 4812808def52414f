//! `journal init`

use std::path::{Path, PathBuf};

use crate::check::privacy::public_remotes;
use crate::disk::apply::{self, Applied};
use crate::disk::file::io_reason;
use crate::disk::folder::{FileKind, Folder};
use crate::disk::git::has_repository;
use crate::disk::root::{self, find_root};
use crate::disk::scan;
use crate::drafts::TEMPLATES;
use crate::engine::Detail;
use crate::journal::change::{Change, Kind, Step};
use crate::journal::starter::{self, ATTRIBUTES_FILE, Folder as Start};
use crate::rules::config::FILE_NAME;
use crate::session::failure;
use crate::text::{count, one_line};
use clap::Args;

use super::{Ending, Global, Setup, current_folder, given, say, shown, unusable};

#[derive(Args)]
pub struct Arguments {
    /// The folder, created if it doesn't exist [default: this one]
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Also copy the built-in draft templates to templates/, for you to edit
    #[arg(long)]
    templates: bool,
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
    let root = &setup.root;
    if root::is_taken(root) && !root::is_folder(root) {
        return Err(unusable(&format!("{} is not a folder", shown(root))));
    }
    root::make(root).map_err(|error| not_written(&shown(root), &io_reason(&error)))?;
    let mut session = setup.open(Detail::Shown)?;
    session.look(|_| {});
    let folder = session.opened().map_err(|error| not_written(&shown(root), &io_reason(&error)))?;
    let start = Start {
        has_notes: session.journal().has_notes() || !session.sees_all(),
        is_journal: what_stands_at(&folder, FILE_NAME).is_some(),
        is_empty: folder.list().is_ok_and(|entries| entries.is_empty()),
        is_in_git: root::resolved(root).is_ok_and(|root| root.ancestors().any(has_repository)),
    };
    let (mut made, mut ending) = (Vec::new(), Ending::Done);
    let mut with_templates = arguments.templates;
    if with_templates && let Err(stopped) = make_templates_folder(&folder) {
        (with_templates, ending) = (false, stopped);
    }
    for (path, text) in starter::files(start, setup.today(), with_templates) {
        match create(&folder, path, text) {
            Ok(path) => made.extend(path),
            Err(stopped) => ending = stopped,
        }
    }
    if !setup.quiet {
        for line in told(&made) {
            say(&line);
        }
        say_attributes(&folder);
        if start.is_in_git && !made.is_empty() {
            say_public(root);
        }
        if made.is_empty() && matches!(ending, Ending::Done) {
            say("nothing to do: this is a journal already");
        }
        if let Some(above) = outer(root) {
            let above = shown(&above);
            say(&format!(
                "warning: the journal {above} reads this folder too; list it there under `ignore`"
            ));
        }
        if matches!(ending, Ending::Done) {
            say(&format!("next: {}", next(setup, &made)?));
        }
    }
    Ok(ending)
}

/// The journal that a folder is inside of, if any.
fn outer(root: &Path) -> Option<PathBuf> {
    let root = root::resolved(root).ok()?;
    let above = find_root(None, root.parent()?);
    root::is_file(&above.join(FILE_NAME)).then_some(above)
}

fn make_templates_folder(root: &Folder) -> Result<(), Ending> {
    match what_stands_at(root, TEMPLATES) {
        Some("a folder") => Ok(()),
        Some(what) => Err(in_the_way(TEMPLATES, what)),
        None => root.make(TEMPLATES).map_err(|error| not_written(TEMPLATES, &io_reason(&error))),
    }
}

/// Creates a file and returns its path; `None` if the file exists. Anything but a plain file is named and left alone.
fn create(root: &Folder, path: String, text: String) -> Result<Option<String>, Ending> {
    match what_stands_at(root, &path) {
        Some("a file") => return Ok(None),
        Some(what) => return Err(in_the_way(&path, what)),
        None => {}
    }
    match apply::apply(
        root,
        &Change { path: path.clone(), kind: Kind::Users, step: Step::Create(text) },
    ) {
        Ok(Applied::Done(_)) => Ok(Some(path)),
        // Another program was faster.
        Ok(_) => Ok(None),
        Err(error) => Err(not_written(&path, &failure(&path, &error).reason)),
    }
}

fn what_stands_at(root: &Folder, path: &str) -> Option<&'static str> {
    Some(match scan::facts(root, path).ok()?.kind {
        FileKind::Link => "a link",
        FileKind::Folder => "a folder",
        FileKind::File => "a file",
        FileKind::Special => "something that isn't a file",
    })
}

fn in_the_way(path: &str, what: &str) -> Ending {
    not_written(path, &format!("{what} stands where journal would write; it was left alone"))
}

/// A line for each file that was made, with its purpose.
fn told(made: &[String]) -> Vec<String> {
    let (templates, files): (Vec<&String>, Vec<&String>) =
        made.iter().partition(|path| path.starts_with(TEMPLATES));
    let mut lines: Vec<String> = files
        .into_iter()
        .map(|path| match path.as_str() {
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

/// The command to run next.
fn next(setup: &Setup, made: &[String]) -> Result<String, Ending> {
    let current = current_folder()?;
    let near = setup.root.strip_prefix(&current).unwrap_or(&setup.root);
    let place = match near {
        near if near == Path::new("") => String::new(),
        near => format!(" in {}", shown(near)),
    };
    let is_first = made.iter().any(|path| path.ends_with(".md"));
    let what =
        if is_first { "FOLLOWUPS.md then says what is due" } else { "or `journal new COMPANY`" };
    Ok(format!("`journal build`{place}; {what}"))
}

fn not_written(path: &str, reason: &str) -> Ending {
    say(&format!("error: {} was not written: {}", one_line(path), one_line(reason)));
    Ending::NotWritten
}
