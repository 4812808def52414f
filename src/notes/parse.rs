//! The parser of a note: everything that could be read, and the problems.

use chrono::NaiveDate;

use super::body::{Body, TaskDays};
use super::fields::keys::{self, Key};
use super::fields::places::elsewhere;
use super::fields::{EMAIL, Fields, Read, TELLING, is_template};
use super::front_matter::{Misplaced, Split};
use super::interviews::Interviews;
use super::roster::{check_clear, number, shared};
use super::rounds::{InList, rounds};
use super::tree::Entry;
use super::unite::unite;
use super::yaml::{self, HeadError};
use super::{
    Card, InFile, Note, Outcome, Update, conflict, contradictions, front_matter, mend, own_call,
    own_records, record,
};
use crate::dates::date::{reading, written_out};
use crate::diagnostic::place::Place;
use crate::diagnostic::{Diagnostic, Misplacement, Problem};
use crate::rules::known::Known;
use crate::rules::mapping::Mapping;
use crate::text::{CONFLICT_MARKS, folded, lines, one_line};

/// The result of reading a Markdown file.
#[derive(Clone, Debug)]
pub enum Parsed {
    /// A note.
    Note(Box<Note>),
    /// A note with a list of interviews.
    Rounds(Vec<Note>),
    /// A file about a person.
    Person(Box<Card>),
    /// Neither.
    Other,
    /// A file that looks like a note, but can't be used.
    Unusable,
}

/// Reads a file. Its path is relative to the root; `mapping` has the journal's own names and words; problems are added to
/// `problems`.
///
/// Of a note in a merge conflict the first side is read, with the records of both.
pub fn parse(path: &str, text: &str, mapping: &Mapping, problems: &mut Vec<Diagnostic>) -> Parsed {
    let split = split_of(text, mapping);
    let mark = conflict::first_mark(text, split.as_ref());
    let head = split.as_ref().map_or(text, |split| split.head);
    let Some(mark) = mark.filter(|_| looks_like_a_note(head)) else {
        let parsed =
            split.map_or(Parsed::Other, |split| parse_split(path, text, &split, mapping, problems));
        return match parsed {
            Parsed::Other if is_misplaced_note(path, text, mapping, problems) => Parsed::Unusable,
            parsed => parsed,
        };
    };
    let place = Place::of(text, mark..mark + CONFLICT_MARKS[0].len());
    problems.push(Diagnostic::at(path, place, Problem::MergeConflict));
    let [ours, theirs] = conflict::sides(text).map(|side| {
        let mut found = Vec::new();
        let parsed = split_of(&side, mapping)
            .map_or(Parsed::Other, |split| parse_split(path, &side, &split, mapping, &mut found));
        match parsed {
            Parsed::Note(note) => Some((vec![*note], found)),
            Parsed::Rounds(notes) => Some((notes, found)),
            _ => None,
        }
    });
    let (mut notes, found) = match (ours, theirs) {
        (Some((mut notes, found)), Some((others, _))) => {
            for other in others {
                let name = other.name_in_file();
                let own = notes.iter_mut().find(|note| note.name_in_file() == name);
                if let Some(own) = own {
                    own.take_records_of(other);
                }
            }
            (notes, found)
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => return Parsed::Unusable,
    };
    problems.extend(found);
    notes.iter_mut().for_each(|note| note.has_errors = true);
    match notes.pop_if(|note| note.in_file.is_none()) {
        Some(note) => Parsed::Note(Box::new(note)),
        None => Parsed::Rounds(notes),
    }
}

/// Reports front matter that looks like a note's but doesn't count, in a file without any other.
fn is_misplaced_note(
    path: &str,
    text: &str,
    mapping: &Mapping,
    problems: &mut Vec<Diagnostic>,
) -> bool {
    if front_matter::split(text).is_some() || !mapping.notes.has_place(path) {
        return false;
    }
    let looks_like_a_note = |found: &Misplaced<'_>| match found.why {
        // Any text may have a rule, or a line that begins like a field.
        Misplacement::Fence | Misplacement::NoFence => {
            let is_of_company = begins(found.head, keys::COMPANY.names);
            let [_, others @ ..] = &TELLING;
            is_of_company && (begins(found.head, keys::DATE.names) || begins(found.head, others))
        }
        _ => looks_like_a_note(found.head),
    };
    let found = front_matter::misplaced(text)
        .filter(|found| looks_like_a_note(found) && !is_template(path, found.head, mapping));
    let Some(Misplaced { fence, why, .. }) = found else { return false };
    let problem = Problem::MisplacedFrontMatter { why };
    problems.push(Diagnostic::at(path, Place::of(text, fence), problem));
    true
}

/// Splits a file. One without front matter counts if the journal reads fields from elsewhere.
fn split_of<'t>(text: &'t str, mapping: &Mapping) -> Option<Split<'t>> {
    let without = || mapping.has_places().then(|| front_matter::none(text));
    front_matter::split(text).or_else(without)
}

fn parse_split(
    path: &str,
    text: &str,
    split: &Split<'_>,
    mapping: &Mapping,
    problems: &mut Vec<Diagnostic>,
) -> Parsed {
    let at = |start: usize, end: usize| {
        Place::of(text, split.head_start + start..split.head_start + end)
    };
    let fence = || Place::of(text, front_matter::opening_fence(text, split));
    if !split.closed {
        if !looks_like_a_note(split.head) {
            return Parsed::Other;
        }
        problems.push(Diagnostic::at(path, fence(), Problem::UnclosedFrontMatter));
        return Parsed::Unusable;
    }
    if is_template(path, split.head, mapping) {
        return Parsed::Other;
    }
    let read_alone = yaml::parse(split.head).map(|entries| (entries, Vec::new()));
    // The closing fence is missing, and the one found belongs to the text.
    let is_invalid = matches!(read_alone, Err(HeadError::Invalid { .. }));
    if runs_into_text(split.head, is_invalid) {
        problems.push(Diagnostic::at(path, fence(), Problem::UnclosedFrontMatter));
        return Parsed::Unusable;
    }
    let is_bad_note = is_invalid && looks_like_a_note(split.head);
    let is_bad_card = is_invalid && !is_bad_note && begins(split.head, &EMAIL);
    let mended = if is_bad_note || is_bad_card { mend::mended(split.head) } else { None };
    let (mut entries, mut faults) = match mended.map_or(read_alone, Ok) {
        Ok(read) => read,
        Err(HeadError::Invalid { problem, at: offset }) if is_bad_note => {
            problems.push(Diagnostic::at(path, at(offset, offset + 1), problem));
            return Parsed::Unusable;
        }
        Err(HeadError::Invalid { problem, at: offset }) if is_bad_card => {
            let problem = Diagnostic::at(path, at(offset, offset + 1), problem);
            return Parsed::Person(Box::new(Card { problems: vec![problem], ..Card::default() }));
        }
        Err(_) => return Parsed::Other,
    };
    faults.extend(mend::without_anchors(split.head, &mut entries));
    let elsewhere = elsewhere(path, text, split, mapping);
    let interviews = Interviews::of(&entries, mapping);
    let all: Vec<&Entry<'_>> = entries.iter().collect();
    let read_from = Read { entries: &all, elsewhere: &elsewhere, mapping };
    let mut fields = Fields::new(path, text, split, read_from);
    if !mapping.notes.has_place(path)
        || !fields.has_type()
        || !fields.are_in_the_file()
        || !fields.look_like_a_note()
        || fields.is_blank_form()
        || fields.is_no_interview()
    {
        report(&mut fields, faults);
        return fields.card().map_or(Parsed::Other, |card| Parsed::Person(Box::new(card)));
    }
    report(&mut fields, faults);
    if let Some(interviews) = interviews {
        problems.extend(fields.into_problems());
        return rounds(path, text, split, &interviews, read_from, problems);
    }
    let parsed = match read(path, &mut fields, split.body_start, None) {
        Some(mut note) => {
            unite(std::slice::from_mut(&mut note));
            if note.date == Known::Missing
                && let Some((day, at)) = day_in_table(text, split.body_start, mapping)
            {
                let problem = Problem::UnreadTable { day: one_line(day) };
                problems.push(Diagnostic::at(path, Place::of(text, at..at + day.len()), problem));
            }
            Parsed::Note(Box::new(note))
        }
        None => Parsed::Unusable,
    };
    problems.extend(fields.into_problems());
    parsed
}

/// The first day in a table of interviews, and its place.
fn day_in_table<'t>(text: &'t str, body: usize, mapping: &Mapping) -> Option<(&'t str, usize)> {
    const OF_INTERVIEWS: [&str; 9] = [
        "interview",
        "interviewer",
        "interviewers",
        "people",
        "round",
        "stage",
        "type",
        "who",
        "with",
    ];
    let cells = |line: &'t str| line.trim().trim_matches('|').split('|').map(str::trim);
    let mut rows = lines(text.get(body..)?).map(|(_, line)| line).skip_while(|line| {
        let has = |words: &[&str]| cells(line).any(|cell| words.contains(&&*cell.to_lowercase()));
        !(line.contains('|') && has(&["date", "day", "when"]) && has(&OF_INTERVIEWS))
    });
    let (_, _, first) = (rows.next()?, rows.next()?, rows.next()?);
    let day = cells(first).find(|cell| reading(&written_out(cell, mapping.dates)).is_some())?;
    Some((day, day.as_ptr() as usize - text.as_ptr() as usize))
}

fn report(fields: &mut Fields<'_>, faults: Vec<mend::Fault>) {
    for mend::Fault { span, line, .. } in faults {
        fields.report_at(span, Problem::UnreadableValue { line });
    }
}

/// Returns true if a head continues after an empty line with a heading such as `## Learned`, which is a comment in YAML;
/// or, if it is not valid YAML, with words that are no fields.
fn runs_into_text(head: &str, is_invalid: bool) -> bool {
    // Nearly every head is valid, and without any heading.
    if !is_invalid && !head.contains("##") {
        return false;
    }
    let mut lines = head.lines().skip_while(|line| !line.trim().is_empty());
    let is_heading = |line: &str| {
        let words = line.trim_start_matches('#');
        line.starts_with("##") && words.starts_with(' ')
    };
    let is_prose = |line: &str| {
        line.starts_with(|c: char| c.is_alphabetic() || c == '*' || c == '_') && !line.contains(':')
    };
    lines.any(|line| is_heading(line) || (is_invalid && is_prose(line))) && looks_like_a_note(head)
}

/// Returns true if a head that can't be parsed has a line that starts like a field of a note.
fn looks_like_a_note(head: &str) -> bool {
    begins(head, &TELLING)
}

/// Returns true if a line begins with one of these keys.
fn begins(head: &str, keys: &[&str]) -> bool {
    head.lines().take(200).any(|line| {
        let key = line.trim_start().trim_start_matches(['"', '\'', '{']);
        keys.iter().any(|field| {
            key.strip_prefix(field)
                .is_some_and(|rest| rest.trim_start().starts_with([':', '=', '"', '\'']))
        })
    })
}

/// Returns true for a field with a value.
fn is_given<T>(fields: &Fields<'_>, key: &Key<T>) -> bool {
    fields.has(key) && !fields.is_empty_value(key)
}

/// Reads a note, or the round of one in its place; `None` without a company.
pub fn read(
    path: &str,
    fields: &mut Fields<'_>,
    body_start: usize,
    place: Option<InList<'_>>,
) -> Option<Note> {
    fields.check_keys();
    fields.check_second_names();
    let Some(company) = fields.text(&keys::COMPANY) else {
        if !fields.has(&keys::COMPANY) || fields.is_empty_value(&keys::COMPANY) {
            fields.report_missing(&keys::COMPANY, |typo| Problem::MissingCompany { typo });
        }
        return None;
    };
    let date = fields.date(&keys::DATE);
    let applied = fields.date(&keys::APPLIED);
    let cancelled = fields.day_or_no(&keys::CANCELLED);
    fields.compare_with(date);
    let outcome = outcome_of(fields, date, applied, cancelled);
    let is_application = applied != Known::Missing || outcome == Known::Is(Outcome::Applied);
    if date == Known::Missing && !is_application && !fields.has_one_interview() {
        fields.report_missing(&keys::DATE, |typo| Problem::MissingDate { typo });
    }
    let is_unmet = place.is_none() && is_unmet(fields);
    let is_answered = outcome.value().is_some_and(|outcome| outcome.answers_application());
    // The day of an application stood in for that of an interview, until they answered.
    let date = if is_unmet && is_answered && date == applied { Known::Missing } else { date };
    let before = fields.problem_count();
    let mut interviewers = fields.people(&keys::INTERVIEWERS);
    let mut also_met = fields.people(&keys::ALSO_MET);
    let are_all_read = fields.problem_count() == before
        && !fields.is_unreadable(&keys::INTERVIEWERS)
        && !fields.is_unreadable(&keys::ALSO_MET);
    number(fields, &mut interviewers, &mut also_met);
    let (recruiter, agency) = fields.recruiter();
    // Where one registers with an agency, it is the company.
    let agency = agency.filter(|agency| folded(agency) != folded(&company));
    let (contact, is_contact_of_agency) = fields.contact(agency.as_deref());
    let manager = fields.person(&keys::MANAGER);
    let met = interviewers.iter().chain(&also_met).map(|(person, _)| person);
    check_clear(fields, &keys::RECRUITER, &recruiter, met.clone());
    check_clear(fields, &keys::CONTACT, &contact, met.clone());
    check_clear(fields, &keys::MANAGER, &manager, met);
    let outcome_day = fields.outcome_day.map_or(Known::Missing, Known::Is);
    let outcome_date = fields.date(&keys::OUTCOME_DATE).or(outcome_day);
    let decide_by = fields.deadline(&keys::DECIDE_BY, outcome_date.value().copied());
    // Who writes the word needs no field beside it.
    let cancelled = match (cancelled, outcome) {
        (Known::Missing, Known::Is(Outcome::Cancelled)) => outcome_date.or(Known::Bad),
        (cancelled, _) => cancelled,
    };
    let undated_outcome = undated_outcome(fields, outcome, outcome_date);
    let mut updates = fields.updates(&keys::UPDATES);
    if outcome == Known::Is(Outcome::Pending)
        && let Some(window) = fields.window_in_outcome()
    {
        let window = Known::Is(window);
        updates.push(Update { date: outcome_date, date_place: None, window });
    }
    let records = own_records::read(fields, place);
    let round = fields.text(&keys::ROUND);
    if interviewers.is_empty() && are_all_read {
        let agency = agency.as_deref();
        let held = own_call::holder(round.as_deref(), &recruiter, agency, outcome, &records);
        interviewers.extend(held.cloned().map(|person| (person, 0..0)));
    }
    let (records, unclear_records) = records;
    // The ids of people who can't be read are unknown.
    if are_all_read {
        own_records::check(fields, place, &records, &mut interviewers, &mut also_met);
    }
    let own_id = |id: &str| own_records::own_id(id, place);
    let is_to_process = |id: &str| {
        let own = own_id(id).filter(|own| records.contains_key(own));
        own.is_some_and(|own| record::process_of(&own).is_some())
    };
    let to_processes = fields.places_of_records(&keys::FOLLOWUPS, is_to_process);
    let days = TaskDays { said: date.or(applied).value().copied(), order: fields.order_of_dates() };
    let mut note = Note {
        path: path.to_owned(),
        in_file: place.map(|place| {
            let name = place.name.map(str::to_owned);
            Box::new(InFile { name, is_newest: true, others: Vec::new() })
        }),
        company,
        role: fields.text(&keys::ROLE),
        round,
        unclear_date: fields.unclear(&keys::DATE, date),
        date,
        applied,
        cancelled,
        date_place: fields.place(&keys::DATE),
        recruiter,
        agency,
        window: fields.window(&keys::DECISION_WINDOW),
        updates,
        outcome,
        outcome_date,
        outcome_date_place: fields.place(&keys::OUTCOME_DATE),
        undated_outcome,
        is_in_writing: fields.is_in_writing(),
        contact,
        is_contact_of_agency,
        unclear_deadline: fields.unclear(&keys::DECIDE_BY, decide_by),
        decide_by,
        start_date: fields.date_or_own(&keys::START_DATE),
        thread: fields.text(&keys::THREAD),
        internal: fields.truth(&keys::INTERNAL),
        manager,
        still_interested: fields.truth(&keys::STILL_INTERESTED),
        next_action: fields.next_action(),
        interest: fields.interest(&keys::INTEREST),
        records,
        to_processes,
        unclear_records,
        body: Body::new(fields.source(), body_start, days),
        interviewers: shared(interviewers),
        also_met: shared(also_met),
        lead_is_unclear: fields.is_unreadable(&keys::INTERVIEWERS),
        has_errors: fields.has_errors(),
        keys: fields.take_keys(),
        link_problems: Vec::new(),
    };
    contradictions::settle(&mut note, fields, own_id);
    Some(note)
}

/// The outcome. Where the note has no word for it, the day of an application or of a cancelled interview says it.
fn outcome_of(
    fields: &mut Fields<'_>,
    date: Known<NaiveDate>,
    applied: Known<NaiveDate>,
    cancelled: Known<NaiveDate>,
) -> Known<Outcome> {
    match fields.outcome(&keys::OUTCOME) {
        Known::Missing | Known::Is(Outcome::Pending)
            if date == Known::Missing && applied != Known::Missing =>
        {
            Known::Is(Outcome::Applied)
        }
        Known::Missing | Known::Is(Outcome::Pending) if cancelled != Known::Missing => {
            Known::Is(Outcome::Cancelled)
        }
        outcome => outcome,
    }
}

/// Returns true for a note that names nobody whom the user has met, and no round.
fn is_unmet(fields: &Fields<'_>) -> bool {
    let named = [&keys::INTERVIEWERS, &keys::ALSO_MET].map(|key| is_given(fields, key));
    named == [false; 2] && !is_given(fields, &keys::ROUND)
}

/// The place of an outcome that lacks its day.
fn undated_outcome(
    fields: &Fields<'_>,
    outcome: Known<Outcome>,
    day: Known<NaiveDate>,
) -> Option<Box<Place>> {
    let is_undated = outcome.value().is_some_and(|outcome| outcome.has_day())
        && day == Known::Missing
        && !fields.has_typo_of(&keys::OUTCOME_DATE);
    if is_undated { fields.place(&keys::OUTCOME) } else { None }
}
