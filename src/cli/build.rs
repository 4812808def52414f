//! `journal build`

use std::path::PathBuf;

use crate::engine::Detail;
use crate::export::build::{self as json, Outcome};
use crate::journal::Content;
use crate::journal::change::{Change, Kind, Step};
use crate::session::{Built, DayPlan, Failure, Session, not_written};
use crate::text::{count, file_name, one_line};
use anstyle::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use similar::TextDiff;

use super::init::say_outer;
use super::{Ending, Setup, let_go, print, progress, say, unusable};

#[derive(Args)]
pub struct Arguments {
    /// The journal's folder
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Write nothing; exit with 1 if something would change
    #[arg(long)]
    check: bool,
    /// Write nothing; show what would change
    #[arg(long)]
    diff: bool,
    /// Output format of what changed, or with --check would change
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let is_json = arguments.format == Format::Json;
    if is_json && arguments.diff {
        return Err(unusable("--diff shows text; give --check with --format json"));
    }
    let mut session = setup.open(Detail::Shown)?.leaving_texts();
    if !setup.quiet {
        say_outer(&setup.root);
    }
    let ending = match (is_json, arguments.check || arguments.diff) {
        (true, true) => preview_as_json(setup, &mut session),
        (true, false) => build_as_json(setup, &mut session),
        (false, true) => preview(setup, &mut session, arguments),
        (false, false) => Ok(build(setup, &mut session)),
    };
    let_go(session);
    ending
}

fn preview(setup: &Setup, session: &mut Session, arguments: &Arguments) -> Result<Ending, Ending> {
    let DayPlan { notes, day, .. } = setup.plan(session);
    setup.tell(&day.agenda.problems);
    if let Some(hole) = session.journal().holes().next() {
        let (place, why) = (hole.location(), hole.message());
        say(&format!("error: nothing would be written: {place} {why}; {}", hole.problem.help()));
        return Ok(Ending::NotLookedAt);
    }
    for change in notes.iter().chain(&day.changes) {
        if arguments.diff {
            print(&diff(change))?;
        } else if !setup.quiet {
            print(&format!("would {} {}\n", verb(change), change.path))?;
        }
    }
    let differs = !notes.is_empty() || !day.changes.is_empty() || !day.blocked.is_empty();
    Ok(if arguments.check && differs { Ending::FoundSomething } else { Ending::Done })
}

/// The same as data: all that it says is in it, and failures are said as well.
fn preview_as_json(setup: &Setup, session: &mut Session) -> Result<Ending, Ending> {
    let DayPlan { notes, mut day, mut recordings, .. } = setup.plan(session);
    recordings.retain(|one| session.refusal(&one.recording).is_none());
    let mut failures: Vec<Failure> = session.journal().holes().take(1).map(not_written).collect();
    let (changes, recorded, ending) = match failures.is_empty() {
        false => (Vec::new(), &[][..], Ending::NotLookedAt),
        true => {
            failures.extend(day.blocked.drain(..).map(Failure::from));
            let changes: Vec<&Change> = notes.iter().chain(&day.changes).collect();
            let differs = !changes.is_empty() || !failures.is_empty();
            let ending = if differs { Ending::FoundSomething } else { Ending::Done };
            (changes, &*recordings, ending)
        }
    };
    let (agenda, failures) = (&day.agenda, &*failures);
    print(&json::build(&Outcome {
        agenda,
        is_written: false,
        changes,
        recorded,
        kept: &[],
        failures,
    }))?;
    Ok(ending)
}

fn build_as_json(setup: &Setup, session: &mut Session) -> Result<Ending, Ending> {
    let Built { agenda, changes, recorded, kept, failures } =
        progress::shown(setup, session, |session| session.build(setup.today()));
    say_accidents(&[], &failures, AGAIN);
    print(&json::build(&Outcome {
        agenda: &agenda,
        is_written: true,
        changes: changes.iter().collect(),
        recorded: &recorded,
        kept: &kept,
        failures: &failures,
    }))?;
    Ok(if failures.is_empty() { Ending::Done } else { Ending::NotWritten })
}

fn build(setup: &Setup, session: &mut Session) -> Ending {
    let built = progress::shown(setup, session, |session| session.build(setup.today()));
    setup.tell(&built.problems());
    say_accidents(&built.kept, &built.failures, AGAIN);
    if setup.verbose && !setup.quiet {
        for (path, reason) in session.journal().passed_over() {
            say(&format!("passed over: {path} ({reason})"));
        }
        for change in &built.changes {
            say(&format!("{}: {}", verb(change), change.path));
        }
    }
    if !setup.quiet {
        built.recorded.iter().for_each(|recorded| say(&recorded.words));
    }
    if !setup.quiet && session.sees_all() {
        say(&format!("{} ({})", built.agenda.counts(), summary(&built.changes)));
        match without_notes(session) {
            0 => {}
            1 => {
                say("the Markdown file here is not a note; `journal check` says what a note needs")
            }
            n => say(&format!(
                "none of the {n} Markdown files here is a note; `journal check` says what a note needs"
            )),
        }
    }
    if built.failures.is_empty() { Ending::Done } else { Ending::NotWritten }
}

/// What to run once more where only generated files are missing.
pub const AGAIN: &str = "`journal build`";

/// Says what went wrong, and what to run once more. A watch only says the first: it tries again by itself.
pub fn say_accidents(kept: &[String], failures: &[Failure], next: &str) {
    accidents(kept, failures).iter().for_each(|accident| say(accident));
    if !failures.is_empty() {
        say(&format!("  once that is put right, run {next} again"));
    }
}

/// Messages about versions that were kept beside each other, and about files that could not be written.
pub fn accidents<'f>(
    kept: &[String],
    failures: impl IntoIterator<Item = &'f Failure>,
) -> Vec<String> {
    let kept = kept.iter().map(|path| {
        format!(
            "warning: two versions of a file were saved at once; one is kept as {path}: take what you need from it, then delete it"
        )
    });
    let failures = failures.into_iter().map(|failure| {
        format!("error: {} was not written: {}", failure.path, one_line(&failure.reason))
    });
    kept.chain(failures).collect()
}

/// The number of Markdown files in a folder without a note; 0 if it has one.
fn without_notes(session: &Session) -> usize {
    let journal = session.journal();
    if journal.has_notes() {
        return 0;
    }
    let is_page = |path: &str| file_name(path).eq_ignore_ascii_case("readme.md");
    let others = journal.entries().filter(|(path, entry)| {
        matches!(entry.content, Content::Other | Content::Person(_)) && !is_page(path)
    });
    others.count()
}

fn summary(changes: &[Change]) -> String {
    let overviews = changes.iter().filter(|change| change.kind == Kind::Overview);
    let written = overviews.map(|change| format!("{} written", change.path));
    let parts: Vec<String> = written.chain(effects(changes)).collect();
    if parts.is_empty() { "nothing to write".to_owned() } else { parts.join(", ") }
}

/// The numbers of drafts that are new, renewed or removed, each only if there are any.
pub fn effects(changes: &[Change]) -> Vec<String> {
    let counted = |kind: Kind, is_wanted: fn(&Step) -> bool| {
        let of_kind = changes.iter().filter(|change| change.kind == kind);
        of_kind.filter(|change| is_wanted(&change.step)).count()
    };
    let parts = [
        (counted(Kind::Draft, |step| matches!(step, Step::Create(_))), "new draft"),
        (counted(Kind::Draft, |step| matches!(step, Step::Replace { .. })), "renewed draft"),
        (counted(Kind::Draft, |step| matches!(step, Step::Remove(_))), "removed draft"),
    ];
    let parts = parts.into_iter().filter(|(n, _)| *n > 0);
    parts.map(|(n, noun)| count(n, noun)).collect()
}

fn verb(change: &Change) -> &'static str {
    match json::action(change) {
        "record" => "record in",
        action => action,
    }
}

/// A change as a unified diff, with the files' text made safe for a terminal.
fn diff(change: &Change) -> String {
    let (old, new) = change.sides();
    let name = |side: Option<&str>, prefix: &str| {
        side.map_or_else(|| "/dev/null".to_owned(), |_| format!("{prefix}/{}", change.path))
    };
    let diff = TextDiff::from_lines(old.unwrap_or_default(), new.unwrap_or_default());
    let unified = diff
        .unified_diff()
        .header(&name(old, "a"), &name(new, "b"))
        .missing_newline_hint(true)
        .to_string();
    let line = |line: &str| {
        let style = match line.as_bytes().first() {
            Some(b'+') => AnsiColor::Green.on_default(),
            Some(b'-') => AnsiColor::Red.on_default(),
            Some(b'@') => AnsiColor::Cyan.on_default(),
            _ => Style::new(),
        };
        format!("{style}{}{style:#}\n", crate::text::block(line))
    };
    unified.lines().map(line).collect()
}
