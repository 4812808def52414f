//! `journal new`

use std::borrow::Cow;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use crate::dates::calendar::{Calendar, long};
use crate::dates::day::Direction;
use crate::dates::phrases::FORMS;
use crate::dates::window::Window;
use crate::diagnostic::Problem;
use crate::disk::apply::{self, Applied};
use crate::disk::folder::Folder;
use crate::disk::{file, root, scan};
use crate::engine::{Detail, far_date};
use crate::journal::change::{Change, Kind, Step};
use crate::journal::recording::{Recorded, Recording};
use crate::notes::blank::{Blank, Who, numbered};
use crate::notes::{self, Note, Outcome, Parsed};
use crate::plan::asks::{Ask, before_leaving};
use crate::plan::process::company_key;
use crate::rules::config::Config;
use crate::rules::known::Known;
use crate::rules::mapping::Mapping;
use crate::session::{Session, failure};
use crate::text::{listed, name_key, natural_order, one_line};
use chrono::NaiveDate;
use clap::Args;

use super::build::{accidents, say_accidents};
use super::heard::words::{fitting, several};
use super::{
    Ending, Setup, check_weekday, current_folder, day_in, print, quoted, say, say_refused, shown,
    unusable,
};

#[derive(Args)]
pub struct Arguments {
    /// The company that the interview is with
    #[arg(value_name = "COMPANY", required_unless_present = "from")]
    company: Vec<String>,
    /// Open the note in $VISUAL or $EDITOR, and exit with its status
    #[arg(short, long)]
    edit: bool,
    /// The note of the previous round, or words that match only its process, such as the company: to copy its company,
    /// role, interviewers, recruiter, thread and interest. Where its outcome is still pending, it becomes `more_interviews`, heard today or
    /// on the day of the new interview, if that is over
    #[arg(long, value_name = "NOTE")]
    from: Option<PathBuf>,
    /// The position
    #[arg(long, value_name = "ROLE", help_heading = INTERVIEW)]
    role: Option<String>,
    /// The day of the interview: yesterday, friday (the last one; the next one if that was before the invitation), next
    /// friday, 2026-03-20 [default: today]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, help_heading = INTERVIEW)]
    date: Option<String>,
    /// The round, in your words
    #[arg(long, value_name = "ROUND", help_heading = INTERVIEW)]
    round: Option<String>,
    /// The time that they said they need, in their words, such as "1 week" or "by friday"
    #[arg(long, value_name = "WHEN", help_heading = INTERVIEW)]
    window: Option<String>,
    /// An interviewer, such as "Jane Doe" or "Jane Doe <jane@acme.example>"; repeat it for each one
    #[arg(long = "interviewer", value_name = "WHO", help_heading = PEOPLE)]
    interviewers: Vec<String>,
    /// Somebody else who helped, such as "Kim Soto"; repeat it for each one
    #[arg(long = "also-met", value_name = "WHO", help_heading = PEOPLE)]
    also_met: Vec<String>,
    /// The person who runs the process, such as "Sam Lee" or "Sam Lee <sam@acme.example>"
    #[arg(long, value_name = "WHO", help_heading = PEOPLE)]
    recruiter: Option<String>,
}

/// The headings of its options.
const INTERVIEW: &str = "The interview";
const PEOPLE: &str = "The people you met";

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let mut session = setup.open(Detail::Shown)?;
    let editor = if arguments.edit { Some(editor()?) } else { None };
    let previous = match &arguments.from {
        None => None,
        Some(from) => {
            let place = place_of(setup, &mut session, from)?;
            Some(previous_round(setup, place, session.config())?)
        }
    };
    let blank = blank(setup, arguments, previous.as_ref(), session.config())?;
    session.look(|_| {});
    session.work_in(setup.today());
    let text = text(&blank, setup.today(), &session).map_err(|problem| {
        let help = help(&problem);
        unusable(&format!("{}; {help}", one_line(&problem.to_string())))
    })?;
    let path = create(&mut session, names(&blank, previous.as_ref()), &text)?;
    if session.config().ignore.matches(&path) {
        say(&format!(
            "warning: journal.toml ignores {path}; change `ignore` there, or nothing will come of it"
        ));
    }
    if !setup.quiet {
        say(&format!("{}, {}", one_line(&blank.company), occasion(&blank, &text)));
        let mut names = names(&blank, previous.as_ref());
        if let Some(first) = names.next().filter(|first| *first != path) {
            say(&format!(
                "warning: {first} is there already; if that is the same interview, delete one of the two"
            ));
        }
        let alike = alike(&blank.company, &session);
        if !alike.is_empty() {
            say(&format!(
                "hint: there are notes of {}; if that is the same company, write `company` in all of them in one way",
                listed(&alike)
            ));
        }
        if let Some(problem) = far_date(blank.date, setup.today()) {
            say(&format!("warning: {}; {}", problem, one_line(&problem.help())));
        }
    }
    if let Some(previous) = &previous
        && let Some(day) = invited_from(&previous.note).filter(|day| blank.date < *day)
        && is_of(&previous.note, &blank)
        && !setup.quiet
    {
        say(&format!(
            "warning: going by {}, no invitation to it came before {}; correct the day in one of the two",
            one_line(&previous.note.path),
            long(day)
        ));
    }
    let full = setup.root.join(&path);
    let current = current_folder()?;
    let near = full.strip_prefix(&current).unwrap_or(&full);
    print(&format!("{}\n", near.display()))?;
    let settled = match &previous {
        Some(previous) if is_settled_by(&previous.note, &blank, setup.today()) => {
            let heard = blank.date.min(setup.today());
            settle(setup, &mut session, previous, heard)
        }
        _ => Ending::Done,
    };
    editor.map_or(Ok(settled), |editor| open(&editor, &full))
}

/// The words for what the note is about, and when.
fn occasion(blank: &Blank, text: &str) -> String {
    let round = blank.round.as_deref().unwrap_or_default();
    match (read(text).is_some_and(|note| note.is_assignment()), blank.hand_in_by) {
        (true, Some(day)) => format!("{} to hand in by {}", one_line(round), long(day)),
        (true, None) => one_line(round),
        (false, _) => format!("interview on {}", long(blank.date)),
    }
}

/// A new note as it is read.
fn read(text: &str) -> Option<Box<Note>> {
    match notes::parse("", text, &Mapping::default(), &mut Vec::new()) {
        Parsed::Note(note) => Some(note),
        _ => None,
    }
}

/// The companies of other notes whose names go on where that of a company without any ends, or the other way round.
fn alike(company: &str, session: &Session) -> Vec<String> {
    let company = name_key(company);
    let goes_on = |name: &str, start: &str| {
        name.strip_prefix(start).is_some_and(|rest| rest.starts_with(' '))
    };
    let names = session.processes().map(|process| one_line(&process.current().company));
    let mut names: Vec<String> = names.collect();
    if names.iter().any(|name| name_key(name) == company) {
        return Vec::new();
    }
    names.retain(|name| {
        let name = name_key(name);
        goes_on(&name, &company) || goes_on(&company, &name)
    });
    names.dedup();
    names
}

/// What to do about a person who can't be read.
fn help(problem: &Problem) -> String {
    match problem {
        Problem::SeveralPeople { value, list, is_single } => match (with_job(value), is_single) {
            (Some(line), true) => {
                format!("if that is one person and their job, write \"{line}\"; if not, name one")
            }
            (Some(line), false) => format!(
                "if that is one person and their job, write \"{line}\"; if not, repeat the option for each"
            ),
            (None, true) if list.is_some() => {
                "name one of them; an agency goes into the note, as `agency`".to_owned()
            }
            (None, true) => one_line(&problem.help()),
            (None, false) => "repeat the option for each of them".to_owned(),
        },
        Problem::UnclearPerson { line: Some(line), .. } => {
            format!("if that is one person, write \"{line}\"; if not, repeat the option for each")
        }
        Problem::NamelessPerson { address } if address.contains('@') => {
            format!("write their name before it: \"Name <{address}>\"")
        }
        _ => one_line(&problem.help()),
    }
}

/// `Simon Fell (GP partner)` for `Simon Fell, GP partner`. Unlike a name, a job has a word in small letters.
fn with_job(people: &str) -> Option<String> {
    let (name, rest) = people.split_once(", ")?;
    let (job, address) = rest.split_once(" <").unwrap_or((rest, ""));
    let has_small_word = job.split(' ').any(|word| word.starts_with(char::is_lowercase));
    let is_job = has_small_word && !rest.contains(',') && !job.contains(" and ");
    let address = if address.is_empty() { String::new() } else { format!(" <{address}") };
    is_job.then(|| format!("{name} ({job}){address}"))
}

/// The new note. One of an interview today or to come says what to ask before one leaves.
fn text(blank: &Blank, today: NaiveDate, session: &Session) -> Result<String, Problem> {
    let text = blank.text(&[], &[])?;
    match read(&text) {
        Some(note) if blank.date >= today => {
            let mut note = Arc::from(note);
            session.complete(&mut note);
            let asks: Vec<String> = before_leaving(&note).iter().map(Ask::to_string).collect();
            blank.text(&asks, &[])
        }
        _ => Ok(text),
    }
}

/// Everything that the arguments and the previous round say about the interview.
fn blank(
    setup: &Setup,
    arguments: &Arguments,
    previous: Option<&Previous>,
    config: &Config,
) -> Result<Blank, Ending> {
    let today = setup.today();
    let cleaned =
        |text: &Option<String>| text.as_deref().map(one_line).filter(|text| !text.is_empty());
    let date = match &arguments.date {
        None => today,
        Some(words) => {
            let previous = previous.map(|previous| &previous.note);
            day_of_interview(words, previous, today, &config.calendar)?
        }
    };
    let mut blank = match previous {
        Some(previous) => Blank::after(&previous.note, date, cleaned(&arguments.round)),
        None => Blank { date, round: cleaned(&arguments.round), ..Blank::default() },
    };
    // What is still to come of a task is the day for it.
    blank.hand_in_by = Some(date).filter(|date| *date > today);
    if !arguments.company.is_empty() {
        blank.company = one_line(&arguments.company.join(" "));
    }
    if blank.company.is_empty() {
        return Err(unusable(
            "a note needs the name of a company: `journal new \"Acme Robotics\"`",
        ));
    }
    blank.role = cleaned(&arguments.role).or(blank.role);
    blank.window = cleaned(&arguments.window);
    if let Some(words) = &blank.window {
        if Window::told(words).is_none() {
            return Err(unusable(&format!("--window {words:?} is not understood; write {FORMS}")));
        }
        check_weekday(words, date, &config.calendar)?;
    }
    let typed =
        |text: &String| Some(one_line(text)).filter(|text| !text.is_empty()).map(Who::Typed);
    if !arguments.interviewers.is_empty() {
        blank.interviewers = arguments.interviewers.iter().filter_map(typed).collect();
    }
    if !arguments.also_met.is_empty() {
        blank.also_met = arguments.also_met.iter().filter_map(typed).collect();
    }
    if let Some(recruiter) = &arguments.recruiter {
        blank.recruiter = typed(recruiter);
        blank.agency = None;
    }
    Ok(blank)
}

/// The day that `--date` means. No interview comes before the invitation to it: a weekday that would is the next one.
fn day_of_interview(
    words: &str,
    previous: Option<&Note>,
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<NaiveDate, Ending> {
    let read = |direction| day_in("--date", words, today, direction, calendar);
    let day = read(Direction::Nearest)?;
    let is_repeated =
        matches!(Window::parse(words), Some(Window::Weekday { .. } | Window::DayOfMonth(_)));
    let is_early = previous.and_then(invited_from).is_some_and(|first| day < first);
    if is_repeated && is_early { read(Direction::Ahead) } else { Ok(day) }
}

/// The first day on which a round can have led to the next one: that of its outcome, or its own if its note doesn't say.
fn invited_from(note: &Note) -> Option<NaiveDate> {
    let is_open = matches!(
        note.outcome,
        Known::Missing | Known::Is(Outcome::Pending | Outcome::Applied | Outcome::NoResponse)
    );
    let own = note.cancelled.or(note.date);
    if is_open { own } else { note.outcome_date.or(own) }.value().copied()
}

/// The note of the previous round, and its place.
struct Previous {
    place: PathBuf,
    note: Note,
}

/// The place of the note of the previous round: by its path from here or from the journal's root, with or without `.md`,
/// or by words that mean its process.
fn place_of(setup: &Setup, session: &mut Session, from: &Path) -> Result<PathBuf, Ending> {
    let with_ending = from.with_file_name({
        let mut name = from.file_name().unwrap_or_default().to_owned();
        name.push(".md");
        name
    });
    let folders = [current_folder()?, setup.root.clone()];
    let places = folders.iter().flat_map(|folder| [folder.join(from), folder.join(&with_ending)]);
    if let Some(place) = places.into_iter().find(|place| root::is_file(place)) {
        return Ok(current_place(setup, session, from, place));
    }
    let name = shown(from);
    setup.work_out(session);
    let processes: Vec<_> = session.processes().collect();
    match &fitting(&name, &processes)[..] {
        [process] => Ok(setup.root.join(&process.current().path)),
        [] => Err(unusable(&format!(
            "there is no note {name}, and no company or role matches it; give its path from here or from the journal's folder"
        ))),
        several_fit => Err(several(&name, several_fit)),
    }
}

/// The place of a note that is there, or of the current round of its process: a single word means either.
fn current_place(setup: &Setup, session: &mut Session, from: &Path, place: PathBuf) -> PathBuf {
    setup.work_out(session);
    let Some(path) = path_within(setup, &place) else { return place };
    let process = session.processes().find(|process| process.has_note(&path));
    let current = process.map(|process| process.current().path.as_str());
    let Some(current) = current.filter(|current| *current != path) else { return place };
    let (path, newest) = (one_line(&path), one_line(current));
    let is_word = from.components().count() == 1 && from.extension().is_none();
    if !setup.quiet {
        say(&match is_word {
            true => format!("going on from {newest}, the current round, not from {path}"),
            false => format!("going on from {path}, although {newest} is the current round"),
        });
    }
    if is_word { setup.root.join(current) } else { place }
}

/// The path of a place in the journal.
fn path_within(setup: &Setup, place: &Path) -> Option<String> {
    let (root, place) = (root::resolved(&setup.root).ok()?, root::resolved(place).ok()?);
    Some(place.strip_prefix(root).ok()?.to_str()?.replace(MAIN_SEPARATOR, "/"))
}

fn previous_round(setup: &Setup, place: PathBuf, config: &Config) -> Result<Previous, Ending> {
    let name = shown(place.strip_prefix(current_folder()?).unwrap_or(&place));
    let folder = place.parent().unwrap_or(&setup.root);
    let file = place.file_name().unwrap_or_default().to_string_lossy();
    let folder = Folder::at(folder).ok();
    let Some(text) = folder.and_then(|folder| scan::text(&folder, &file)) else {
        return Err(unusable(&format!(
            "{name} can't be read; make sure that it is UTF-8 text and that you may read it"
        )));
    };
    let mut problems = Vec::new();
    let parsed = notes::parse(&name, &text, &config.mapping, &mut problems);
    setup.tell(&problems);
    match parsed {
        Parsed::Note(note) => Ok(Previous { place, note: *note }),
        Parsed::Rounds(notes) => {
            let is_newest = |note: &Note| note.in_file.as_ref().is_some_and(|file| file.is_newest);
            let newest = notes.into_iter().find(is_newest);
            newest.map(|note| Previous { place, note }).ok_or_else(|| no_note(&name))
        }
        _ => Err(no_note(&name)),
    }
}

fn no_note(name: &str) -> Ending {
    let command = format!("journal check {}", quoted(name));
    unusable(&format!("{name} is not a note to go on from; `{command}` says why"))
}

/// Returns true if a new round says how the one before it ended: it took place, and is still pending.
fn is_settled_by(previous: &Note, blank: &Blank, today: NaiveDate) -> bool {
    let is_pending = matches!(previous.outcome, Known::Missing | Known::Is(Outcome::Pending));
    let last = blank.date.min(today);
    is_pending && is_of(previous, blank) && previous.date.value().is_some_and(|day| *day <= last)
}

/// Returns true if a new round is with the company of the one before it.
fn is_of(previous: &Note, blank: &Blank) -> bool {
    company_key(previous) == name_key(&blank.company)
}

/// Writes into the note of the previous round that there are more interviews, as was heard on this day at the latest.
fn settle(setup: &Setup, session: &mut Session, previous: &Previous, heard: NaiveDate) -> Ending {
    // A note outside the journal is only copied from.
    let Some(path) = path_within(setup, &previous.place) else { return Ending::Done };
    let outcome = Outcome::MoreInterviews;
    let fields =
        vec![("outcome", outcome.as_str().to_owned()), ("outcome_date", heard.to_string())];
    let round = previous.note.name_in_file().map(str::to_owned);
    let recording = Recording { note: path.clone(), round, what: Recorded::Fields(fields) };
    session.look_at(Path::new(&path), |_| {});
    let failures = session.record(&recording);
    if let Some(refusal) = session.refusal(&recording) {
        say_refused(refusal);
        return Ending::NotWritten;
    }
    if !failures.is_empty() {
        accidents(&[], &failures).iter().for_each(|line| say(line));
        say(&format!("  {}", recording.by_hand()));
        return Ending::NotWritten;
    }
    if !setup.quiet {
        say(&format!("{}: {}, heard {heard}", one_line(&path), outcome.in_words()));
    }
    Ending::Done
}

/// Names for the note's file, best first. The later one of two rounds on a day is the one whose name comes later.
fn names(blank: &Blank, previous: Option<&Previous>) -> impl Iterator<Item = String> + use<> {
    let before = previous.filter(|previous| previous.note.date == Known::Is(blank.date));
    let before = before.and_then(|previous| Some(previous.place.file_stem()?.to_string_lossy()));
    let before = before.map(Cow::into_owned).unwrap_or_default();
    let next = (!before.is_empty()).then(|| numbered(before.clone()));
    let is_later = move |name: &String| {
        name.strip_suffix(".md").is_some_and(|name| natural_order(&before, name).is_lt())
    };
    blank.names().filter(is_later).chain(next.into_iter().flatten())
}

/// Creates the file of the note in the journal's root, under the first of these names that is free.
fn create(
    session: &mut Session,
    names: impl Iterator<Item = String>,
    text: &str,
) -> Result<String, Ending> {
    for path in names {
        let step = Step::Create(text.to_owned());
        let change = Change { path: path.clone(), kind: Kind::Users, step };
        match session.opened().and_then(|root| apply::apply(&root, &change)) {
            Ok(Applied::Done(_)) => return Ok(path),
            // The name is taken.
            Ok(_) => {}
            Err(error) => {
                say_accidents(&[], &[failure(&path, &error)], "this");
                return Err(Ending::NotWritten);
            }
        }
    }
    say(
        "error: the note was not written: all names for it are taken; move some of those notes elsewhere",
    );
    Err(Ending::NotWritten)
}

/// The command in $VISUAL, or else in $EDITOR, with its arguments.
fn editor() -> Result<String, Ending> {
    let editor = ["VISUAL", "EDITOR"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|command| !command.trim().is_empty()));
    editor.ok_or_else(|| {
        unusable(
            "-e needs the name of an editor in $VISUAL or $EDITOR, such as `export EDITOR=nano`",
        )
    })
}

/// Opens the note in the editor, and ends with the editor's status.
fn open(editor: &str, path: &Path) -> Result<Ending, Ending> {
    let status = with_arguments(editor).arg(path).status().map_err(|error| {
        let why = file::io_reason(&error);
        unusable(&format!(
            "{} can't be started: {why}; the note is there, so open it yourself",
            one_line(editor)
        ))
    })?;
    if status.success() {
        return Ok(Ending::Done);
    }
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(Ending::Edited(code.unwrap_or(1)))
}

/// Runs the command in a shell, as git does, so that quotes and arguments work.
#[cfg(unix)]
fn with_arguments(editor: &str) -> Command {
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg("editor");
    command
}

#[cfg(not(unix))]
fn with_arguments(editor: &str) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}
