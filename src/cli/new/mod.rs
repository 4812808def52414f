//! `journal new`

mod editor;
mod previous;

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use clap::Args;

use self::editor::{editor, open};
use self::previous::{
    Previous, invited_from, is_of, is_settled_by, path_within, place_of, previous_round, settle,
};
use super::build::say_accidents;
use super::{Ending, Setup, check_weekday, current_folder, day_in, print, say, unusable};
use crate::dates::calendar::{Calendar, long};
use crate::dates::date::written_out;
use crate::dates::day::Direction;
use crate::dates::phrases::FORMS;
use crate::dates::window::Window;
use crate::diagnostic::Problem;
use crate::disk::apply::{self, Applied};
use crate::disk::folder::{Folder, join, split};
use crate::engine::{Detail, far_date};
use crate::journal::change::{Change, Kind, Step};
use crate::notes::blank::{Blank, Who, numbered};
use crate::notes::{self, Note, Parsed};
use crate::plan::asks::{Ask, before_leaving};
use crate::rules::config::{Config, FILE_NAME};
use crate::rules::known::Known;
use crate::rules::mapping::Mapping;
use crate::session::{Session, failure};
use crate::text::{listed, name_key, natural_order, one_line};

#[derive(Args)]
pub struct Arguments {
    /// The company that the interview is with
    #[arg(value_name = "COMPANY", required_unless_present = "from")]
    company: Vec<String>,
    /// Open the note in $VISUAL or $EDITOR, and exit with its status
    #[arg(short, long)]
    edit: bool,
    /// The note of the previous round, or words that match only its process, such as the company: to copy its company,
    /// role, interviewers, recruiter, thread and interest, and of an application whoever referred you. Where its outcome
    /// is still pending, it becomes
    /// `more_interviews`, heard today or on the day of the new interview, if that is over
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
    let folder = folder_of(setup, previous.as_ref(), session.config())?;
    let path = create(&mut session, names(&folder, &blank, previous.as_ref()), &text)?;
    if session.config().ignore.matches(&path) {
        say(&format!(
            "warning: journal.toml ignores {path}; change `ignore` there, or nothing will come of it"
        ));
    }
    if !setup.quiet {
        say(&format!("{}, {}", one_line(&blank.company), occasion(&blank, &text)));
        doubts(&blank, &path, previous.as_ref(), &session, setup.today())
            .iter()
            .for_each(|line| say(line));
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

/// What may be wrong with a new note at this path: its file, its company or its day.
fn doubts(
    blank: &Blank,
    path: &str,
    previous: Option<&Previous>,
    session: &Session,
    today: NaiveDate,
) -> Vec<String> {
    let mut doubts = Vec::new();
    if let Some(first) = names(split(path).0, blank, previous).next().filter(|first| first != path)
    {
        doubts.push(format!(
            "warning: {first} is there already; if that is the same interview, delete one of the two"
        ));
    }
    let alike = alike(&blank.company, session);
    if !alike.is_empty() {
        doubts.push(format!(
            "hint: there are notes of {}; if that is the same company, write `company` in all of them in one way",
            listed(&alike)
        ));
    }
    if let Some(problem) = far_date(blank.date, today) {
        doubts.push(format!("warning: {}; {}", problem, one_line(&problem.help())));
    }
    let previous = previous.map(|previous| &previous.note).filter(|note| is_of(note, blank));
    if let Some((note, day)) = previous.and_then(|note| Some((note, *note.date.value()?)))
        && day > today
        && !note.is_cancelled()
    {
        doubts.push(format!(
            "hint: the interview of {} on {} is still to come; if this is its new day, change `date` there and delete this note",
            one_line(&note.path),
            long(day)
        ));
    }
    let invited = previous.and_then(|note| Some((note, invited_from(note)?)));
    if let Some((note, day)) = invited.filter(|(_, day)| blank.date < *day) {
        doubts.push(format!(
            "warning: going by {}, no invitation to it came before {}; correct the day in one of the two",
            one_line(&note.path),
            long(day)
        ));
    }
    doubts
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
        Problem::SeveralPeople { value, one, is_single, .. } => {
            match (with_job(value), is_single) {
                (Some(line), true) => {
                    format!(
                        "if that is one person and their job, write \"{line}\"; if not, name one"
                    )
                }
                (Some(line), false) => format!(
                    "if that is one person and their job, write \"{line}\"; if not, repeat the option for each"
                ),
                (None, true) if one.is_some() => {
                    "name one of them; an agency goes into the note, as `agency`".to_owned()
                }
                (None, true) => one_line(&problem.help()),
                (None, false) => "repeat the option for each of them".to_owned(),
            }
        }
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
    blank.kind = config.mapping.notes.first_type().map(str::to_owned);
    // A day that is named is the one for handing in a task, unless that has passed.
    blank.hand_in_by = Some(date).filter(|date| arguments.date.is_some() && *date >= today);
    if !arguments.company.is_empty() {
        blank.company = one_line(&arguments.company.join(" "));
    }
    if blank.company.is_empty() {
        return Err(unusable(
            "a note needs the name of a company: `journal new \"Acme Robotics\"`",
        ));
    }
    blank.role = cleaned(&arguments.role).or(blank.role);
    let window = cleaned(&arguments.window);
    blank.window = window.map(|words| written_out(&words, config.calendar.dates).into_owned());
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

/// The folder for the note: that of the previous round, or else the root, if notes may be there; or the first that the
/// journal says notes are in.
fn folder_of(
    setup: &Setup,
    previous: Option<&Previous>,
    config: &Config,
) -> Result<String, Ending> {
    let beside = previous.and_then(|previous| path_within(setup, &previous.place));
    let beside = beside.map(|path| split(&path).0.to_owned());
    let notes = &config.mapping.notes;
    let mut folders = beside.into_iter().chain([String::new()]).chain(notes.folders());
    folders.find(|folder| notes.has_place(&join(folder, "note.md"))).ok_or_else(|| {
        unusable(&format!(
            "`where` in {FILE_NAME} doesn't say which folder new notes go into; add one, such as \"interviews/**\""
        ))
    })
}

/// Names for the note's file in a folder, best first. The later one of two rounds on a day is the one whose name comes
/// later.
fn names(
    folder: &str,
    blank: &Blank,
    previous: Option<&Previous>,
) -> impl Iterator<Item = String> + use<> {
    let before = previous.filter(|previous| previous.note.date == Known::Is(blank.date));
    let before = before.and_then(|previous| Some(previous.place.file_stem()?.to_string_lossy()));
    let before = before.map(Cow::into_owned).unwrap_or_default();
    let next = (!before.is_empty()).then(|| numbered(before.clone()));
    let is_later = move |name: &String| {
        name.strip_suffix(".md").is_some_and(|name| natural_order(&before, name).is_lt())
    };
    let folder = folder.to_owned();
    let names = blank.names().filter(is_later).chain(next.into_iter().flatten());
    names.map(move |name| join(&folder, &name))
}

/// Creates the file of the note under the first of these names that is free.
fn create(
    session: &mut Session,
    names: impl Iterator<Item = String>,
    text: &str,
) -> Result<String, Ending> {
    for path in names {
        let step = Step::Create(text.to_owned());
        let change = Change { path: path.clone(), kind: Kind::Users, step };
        let made = session.opened().and_then(|root| {
            make_folders(&root, split(&path).0)?;
            apply::apply(&root, &change)
        });
        match made {
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

/// Makes the folders of a path that aren't there yet.
fn make_folders(root: &Folder, path: &str) -> io::Result<()> {
    let mut folder = root.folder("")?;
    for name in path.split('/').filter(|name| !name.is_empty()) {
        match folder.make(name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => made?,
        }
        folder = folder.folder(name)?;
    }
    Ok(())
}
