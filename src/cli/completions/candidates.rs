//! The values that a journal knows for the arguments of a command, each with a few words about it.
//!
//! Nothing is written, and what can't be read gives none.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agenda::pick::{fits, words_in, words_of};
use crate::agenda::{Item, in_words, position};
use crate::cli::heard::words::{OUTCOMES, fitting};
use crate::cli::now;
use crate::cli::record::is_unsettled;
use crate::dates::calendar::short;
use crate::disk::root::find_root;
use crate::engine::Detail;
use crate::notes::{Outcome, Record};
use crate::plan::process::Process;
use crate::session::Session;
use crate::text::count;
use chrono::NaiveDate;
use clap_complete::CompletionCandidate;

use super::line::Line;

/// A question for the values that begin as a word does.
pub struct Asked<'q> {
    begun: &'q str,
    /// The words for the same argument that stand before it.
    before: &'q [String],
    session: Session,
    items: Vec<Arc<Item>>,
    today: NaiveDate,
}

impl<'q> Asked<'q> {
    /// Reads the journal of a command line; `None` if it can't be used.
    pub fn new(line: &'q Line, begun: &'q str) -> Option<Asked<'q>> {
        let root = find_root(line.root.as_deref(), &std::env::current_dir().ok()?);
        let mut session = Session::open(root, Detail::Everything, Arc::default()).ok()?;
        session.look(|_| {});
        let today = line.today.unwrap_or_else(|| now().date_naive());
        let items = session.work_out(today).agenda.items;
        Some(Asked { begun, before: &line.before, session, items, today })
    }

    /// The value, if it begins as the word does. The user's capitals stay: shells compare them.
    fn completed(&self, value: &str) -> Option<String> {
        let mut rest = value.chars();
        let lower = |c: char| c.to_lowercase();
        let begins = self.begun.chars().all(|c| rest.next().is_some_and(|r| lower(r).eq(lower(c))));
        begins.then(|| format!("{}{}", self.begun, rest.as_str()))
    }

    fn candidate(&self, value: &str, help: String) -> Option<CompletionCandidate> {
        let value = self.completed(value)?;
        Some(CompletionCandidate::new(value).help(Some(help.into())))
    }
}

/// The follow-ups that can be settled.
pub fn unsettled(asked: &Asked<'_>) -> Vec<CompletionCandidate> {
    followups(asked, |item| is_unsettled(item, asked.today))
}

/// The follow-ups with a draft to send.
pub fn to_mail(asked: &Asked<'_>) -> Vec<CompletionCandidate> {
    followups(asked, |item| item.draft.is_some() && is_unsettled(item, asked.today))
}

/// The follow-ups that are still to be done.
pub fn live(asked: &Asked<'_>) -> Vec<CompletionCandidate> {
    followups(asked, |item| item.status.is_live())
}

/// The follow-ups with a record, the newest first.
pub fn recorded(asked: &Asked<'_>) -> Vec<CompletionCandidate> {
    let day = |item: &Item| item.followup.standing.record.map(Record::day);
    let mut items: Vec<&Item> = asked.items.iter().map(Arc::as_ref).collect();
    items.retain(|item| day(item).is_some());
    items.sort_by_key(|item| Reverse(day(item)));
    candidates(asked, &items)
}

/// The candidates for those follow-ups that may be meant.
fn followups(asked: &Asked<'_>, may: impl Fn(&Item) -> bool) -> Vec<CompletionCandidate> {
    let items: Vec<&Item> = asked.items.iter().map(Arc::as_ref).filter(|item| may(item)).collect();
    candidates(asked, &items)
}

/// Titles, companies and ids of these follow-ups, and where a word begins none of them, the words that can stand for one.
///
/// After words that several fit, it gives the words that tell these apart.
fn candidates(asked: &Asked<'_>, items: &[&Item]) -> Vec<CompletionCandidate> {
    // With blanks in one of them, each argument is for a follow-up of its own, and so is one after an id or a key.
    let is_word = |word: &String| {
        let is_name = |item: &&Item| item.followup.id() == *word || item.key.begins_with(word);
        !word.contains(char::is_whitespace) && !items.iter().any(is_name)
    };
    if !asked.before.is_empty() && asked.before.iter().all(is_word) {
        return words(asked, items);
    }
    let mut known = titles(asked, items);
    known.extend(companies_of(asked, items));
    known.extend(ids(asked, items));
    if known.is_empty() { words(asked, items) } else { known }
}

/// What a follow-up's title leaves open: whose it is, and its state.
fn about(asked: &Asked<'_>, item: &Item) -> String {
    let state = match item.followup.standing.record {
        Some(Record::Snoozed(until)) => format!("put off until {}", short(until, asked.today)),
        Some(Record::Done(day) | Record::Skipped(day)) => {
            format!("{} {}", in_words(item.status), short(day, asked.today))
        }
        None => format!("due {}", short(item.due(), asked.today)),
    };
    format!("{} · {state}", item.position())
}

fn titles(asked: &Asked<'_>, items: &[&Item]) -> Vec<CompletionCandidate> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let named = |item: &Item| {
        let title = item.title.clone();
        let named = format!("{title} {}", item.position());
        (title, named)
    };
    for item in items {
        let (title, named) = named(item);
        *times.entry(title.to_lowercase()).or_default() += 1;
        *times.entry(named.to_lowercase()).or_default() += 1;
    }
    let is_alone = |title: &String| times.get(&title.to_lowercase()) == Some(&1);
    let title = |item: &&Item| {
        let (title, named) = named(item);
        let value = Some(title).filter(is_alone).or_else(|| Some(named).filter(is_alone))?;
        asked.candidate(&value, about(asked, item))
    };
    items.iter().filter_map(title).collect()
}

fn companies_of(asked: &Asked<'_>, items: &[&Item]) -> Vec<CompletionCandidate> {
    let companies: BTreeSet<&str> =
        items.iter().map(|item| item.followup.note.company.as_str()).collect();
    let company = |company: &str| {
        let of_it = items.iter().copied().filter(|item| item.followup.note.company == company);
        asked.candidate(company, of_several(&of_it.collect::<Vec<_>>()))
    };
    companies.into_iter().filter_map(company).collect()
}

fn ids(asked: &Asked<'_>, items: &[&Item]) -> Vec<CompletionCandidate> {
    let id = |item: &&Item| {
        let id = item.followup.id();
        // Ids are compared with their capitals.
        id.starts_with(asked.begun).then(|| asked.candidate(&id, item.label())).flatten()
    };
    items.iter().filter_map(id).collect()
}

/// The words that tell apart those follow-ups that the words before fit.
fn words(asked: &Asked<'_>, items: &[&Item]) -> Vec<CompletionCandidate> {
    let before = words_in(&asked.before.join(" "));
    let fit = |item: &&&Item| before.is_empty() || fits(&before, &words_of(item));
    let items: Vec<&Item> = items.iter().filter(fit).copied().collect();
    let mut with: BTreeMap<String, Vec<&Item>> = BTreeMap::new();
    for item in &items {
        let label: BTreeSet<String> = words_in(&item.label()).into_iter().collect();
        label.into_iter().for_each(|word| with.entry(word).or_default().push(item));
    }
    let tells = |(word, of): &(&String, &Vec<&Item>)| {
        !asked.begun.is_empty() || of.len() < items.len() && !before.contains(word)
    };
    let candidates = with.iter().filter(tells);
    candidates.filter_map(|(word, of)| asked.candidate(word, of_several(of))).collect()
}

/// The name of a follow-up that is alone, or the number of several.
fn of_several(items: &[&Item]) -> String {
    match items {
        [item] => item.label(),
        items => count(items.len(), "follow-up"),
    }
}

/// The companies of the journal.
pub fn companies(asked: &Asked<'_>) -> Vec<CompletionCandidate> {
    let mut companies: BTreeMap<&str, Vec<&Process>> = BTreeMap::new();
    for process in asked.session.processes() {
        companies.entry(&process.current().company).or_default().push(process);
    }
    let about = |processes: &[&Process]| match processes {
        [process] => state(process),
        processes => count(processes.len(), "role"),
    };
    let companies = companies.into_iter();
    companies.filter_map(|(company, of)| asked.candidate(company, about(&of))).collect()
}

/// A process in a few words: the role, and the outcome.
fn state(process: &Process) -> String {
    let outcome = process.outcome().map_or("unclear", Outcome::as_str);
    format!("{} · {outcome}", position(process.current()))
}

/// The processes that may still have news, by company or, where that has several, by id; then the outcomes that can follow.
pub fn news(asked: &Asked<'_>) -> Vec<CompletionCandidate> {
    let processes: Vec<&Arc<Process>> = asked.session.processes().collect();
    if !asked.before.is_empty() {
        return match &fitting(&asked.before.join(" "), &processes)[..] {
            [] => Vec::new(),
            several => outcomes(asked, several),
        };
    }
    let open = processes.iter().filter(|process| process.is_open());
    let value = |process: &&&Arc<Process>| {
        let company = &process.current().company;
        let is_alone = fitting(company, &processes).len() == 1;
        let by_company = asked.candidate(company, state(process)).filter(|_| is_alone);
        let is_id = !is_alone || !asked.begun.is_empty();
        by_company.or_else(|| asked.candidate(&process.id, state(process)).filter(|_| is_id))
    };
    open.filter_map(|process| value(&process)).collect()
}

fn outcomes(asked: &Asked<'_>, processes: &[Arc<Process>]) -> Vec<CompletionCandidate> {
    let can_follow = |words: &&str| {
        let outcome = Outcome::heard(words).unwrap_or(Outcome::Pending);
        processes.iter().any(|process| process.outcome().is_none_or(|now| now.leads_to(outcome)))
    };
    let outcomes = OUTCOMES.split(", ").filter(can_follow);
    outcomes.filter_map(|words| Some(CompletionCandidate::new(asked.completed(words)?))).collect()
}
