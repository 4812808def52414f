//! The places that fields are read from, and the files that are notes, as far as the files leave one reading.

use std::collections::{BTreeMap, BTreeSet};

use super::clues::{File, Pair, is_day};
use super::keys::{day_of, is_of_interview, is_own, is_proposed, is_usual};
use super::trial::Trial;
use super::{is_outcome, words};
use crate::dates::window::Window;
use crate::journal::starter::{Lines, toml_string};
use crate::notes::{Outcome, places};
use crate::rules::mapping::Mapping;
use crate::rules::names;
use crate::text::is_same_key;

/// The fields that are looked for, in the order in which they are proposed.
const FIELDS: [&str; 11] = [
    "company",
    "date",
    "applied",
    "role",
    "round",
    "interviewers",
    "recruiter",
    "outcome",
    "decision_window",
    "decide_by",
    "next_action_date",
];

/// Names of folders, and parts of names of files, that say nothing about a company.
const COMMON: [&str; 30] = [
    "interview",
    "interviews",
    "job",
    "jobs",
    "application",
    "applications",
    "career",
    "notes",
    "note",
    "call",
    "calls",
    "screen",
    "screening",
    "phone",
    "onsite",
    "round",
    "rounds",
    "first",
    "second",
    "third",
    "final",
    "technical",
    "hr",
    "chat",
    "meeting",
    "meetings",
    "search",
    "hunt",
    "active",
    "archive",
];

/// The places of a field in some files.
#[derive(Default)]
struct Found {
    /// Its keys, beyond its own name, each with the number of files.
    keys: Vec<(String, usize)>,
    /// True if lines at the top of bodies have it.
    is_in_body: bool,
    /// True if it needs a line.
    is_needed: bool,
    /// The files that have it nowhere, by index.
    missing: Vec<usize>,
}

/// Chooses the sources of every field.
pub fn choose(jobs: &[&File], known: &Mapping, lines: &mut Lines) {
    let is_open = |field: &&&str| known.sources(field).is_none();
    // A stage that runs from applied to rejected is an outcome.
    let outcome = outcome_key(jobs);
    for field in FIELDS.iter().filter(is_open) {
        let mut found = find(jobs, field, outcome.as_deref());
        let mut sources = Vec::new();
        match *field {
            "company" => match place_of_company(jobs, &found.missing) {
                Ok(place) => sources.extend(place),
                Err(places) => lines.fields.push(either(field, &places)),
            },
            "date" => {
                if let Some(keys) = rival_days(jobs) {
                    lines.fields.push(either(field, &keys));
                    continue;
                }
                let is_applied = |at: &usize| jobs[*at].pairs().any(is_application);
                found.missing.retain(|at| !is_applied(at));
                let has = |place: fn(&File) -> &str| {
                    let mut missing = found.missing.iter();
                    missing.any(|at| places::day_in(place(jobs[*at])).is_some())
                };
                let in_name = has(|file| &file.name);
                sources.extend(in_name.then_some("file name"));
                sources.extend((!in_name && has(|file| &file.heading)).then_some("heading"));
            }
            _ => {}
        }
        if found.is_needed || !sources.is_empty() {
            let keys = found.keys.iter().map(|(key, _)| key.as_str());
            let body = found.is_in_body.then_some("body");
            let all: Vec<String> = keys.chain(body).chain(sources).map(toml_string).collect();
            lines.fields.push(format!("{field} = [{}]", all.join(", ")));
        }
    }
}

/// A comment for a field with several places of which only the user can tell which is right.
fn either(field: &str, places: &[String]) -> String {
    let places: Vec<String> = places.iter().map(|place| toml_string(place)).collect();
    format!("# {field} = [{}]    # or {}: choose one", places[0], places[1..].join(" or "))
}

/// Finds a field's keys.
fn find(jobs: &[&File], field: &str, outcome: Option<&str>) -> Found {
    let mut found = Found::default();
    let rank = |key: &str| {
        let usual = names::ALL.iter().find(|names| names[0] == field);
        let at = usual.and_then(|names| names.iter().position(|name| is_same_key(name, key)));
        at.unwrap_or(usize::MAX)
    };
    let fits = |pair: &&Pair| fits(field, pair, outcome);
    for (at, file) in jobs.iter().enumerate() {
        let in_head = file.head.iter().filter(fits).min_by_key(|(key, _)| rank(key));
        let in_body = || file.top.iter().filter(fits).min_by_key(|(key, _)| rank(key));
        let (key, is_body) = match (in_head, in_head.map_or_else(in_body, Some)) {
            (Some((key, _)), _) => (key, false),
            (None, Some((key, _))) => (key, true),
            (None, None) => {
                found.missing.push(at);
                continue;
            }
        };
        found.is_in_body |= is_body;
        found.is_needed |= is_body
            || !is_usual(field, key)
            || outcome.is_some_and(|own| field == "outcome" && is_same_key(own, key));
        if is_own(field, key) || (is_body && is_usual(field, key)) {
            continue;
        }
        match found.keys.iter_mut().find(|(known, _)| is_same_key(known, key)) {
            Some((_, files)) => *files += 1,
            None => found.keys.push((key.clone(), 1)),
        }
    }
    found.keys.sort_by(|(one, files), (other, more)| {
        (rank(one), std::cmp::Reverse(files), one).cmp(&(
            rank(other),
            std::cmp::Reverse(more),
            other,
        ))
    });
    found
}

/// Returns true for a key that holds a field, going by its name and its values.
fn fits(field: &str, (key, values): &Pair, outcome: Option<&str>) -> bool {
    let is_outcome_key = outcome.is_some_and(|own| is_same_key(own, key));
    if values.is_empty() || (is_outcome_key && field != "outcome") {
        return false;
    }
    let all = |test: fn(&str) -> bool| values.iter().all(|value| test(value));
    let is_named = is_usual(field, key) || is_proposed(field, key);
    match field {
        "date" => (is_usual(field, key) || day_of(key) == Some("date")) && all(is_day),
        "applied" => (is_usual(field, key) || day_of(key) == Some("applied")) && all(is_day),
        "decide_by" | "next_action_date" => is_named && all(is_day),
        "outcome" => {
            is_outcome_key
                || is_usual(field, key)
                || (is_proposed(field, key) && all(words::is_like_an_outcome))
        }
        "decision_window" => {
            is_usual(field, key) || (is_named && all(|text| Window::told(text).is_some()))
        }
        "interviewers" | "recruiter" => is_usual(field, key) || (is_named && all(is_like_a_person)),
        _ => is_named && !all(|text| text.contains("://")),
    }
}

/// Returns true for text that looks like somebody: two words with capitals, or an address.
fn is_like_a_person(text: &str) -> bool {
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || word.starts_with(['(', '<']);
    let words: Vec<&str> = text.split_whitespace().collect();
    text.contains('@')
        || ((2..9).contains(&words.len()) && words.iter().take(2).all(|word| is_name(word)))
}

/// The key that holds outcomes where no file has one of the usual names: all of its values are known, and one of them says
/// more than that something is going on.
fn outcome_key(jobs: &[&File]) -> Option<String> {
    let is_usual_one = |(key, values): &Pair| is_usual("outcome", key) && !values.is_empty();
    if jobs.iter().any(|file| file.pairs().any(is_usual_one)) {
        return None;
    }
    let mut counts: BTreeMap<String, (usize, bool)> = BTreeMap::new();
    let mut unfit = BTreeSet::new();
    for (key, values) in
        jobs.iter().flat_map(|file| file.pairs()).filter(|(_, values)| !values.is_empty())
    {
        if ["type", "tags", "tag"].iter().any(|name| is_same_key(name, key))
            || !values.iter().all(|value| is_outcome(value))
        {
            unfit.insert(key.clone());
            continue;
        }
        let says = |value: &String| {
            Outcome::parse(value).is_some_and(|outcome| outcome != Outcome::Pending)
        };
        let (files, is_clear) = counts.entry(key.clone()).or_default();
        *files += 1;
        *is_clear |= values.iter().any(says);
    }
    counts.retain(|key, (_, is_clear)| *is_clear && !unfit.contains(key));
    let most = counts.values().map(|(files, _)| *files).max()?;
    let mut best = counts.into_iter().filter(|(_, (files, _))| *files == most);
    let (key, _) = best.next()?;
    best.next().is_none().then_some(key)
}

/// Returns true for a value that says that this is an application.
fn is_application((key, values): &Pair) -> bool {
    let says = |value: &String| Outcome::parse(value) == Some(Outcome::Applied);
    !values.is_empty()
        && ((fits("applied", &(key.clone(), values.clone()), None))
            || (is_usual("outcome", key) && values.iter().any(says)))
}

/// Keys of which one file has several, each with a day that could be the interview's.
fn rival_days(jobs: &[&File]) -> Option<Vec<String>> {
    jobs.iter().find_map(|file| {
        let days = file.pairs().filter(|pair| fits("date", pair, None));
        let mut keys: Vec<&str> = days.map(|(key, _)| key.as_str()).collect();
        if keys.iter().any(|key| is_usual("date", key)) {
            return None;
        }
        if keys.iter().any(|key| is_of_interview(key)) {
            keys.retain(|key| is_of_interview(key));
        }
        (keys.len() > 1).then(|| keys.into_iter().map(str::to_owned).collect())
    })
}

/// The place of the company in files without a key for it: none, or the only one that it could be; an error with those that
/// it could be.
fn place_of_company(
    jobs: &[&File],
    missing: &[usize],
) -> Result<Option<&'static str>, Vec<String>> {
    let all = |part: fn(&File) -> &str| missing.iter().all(|at| is_company(part(jobs[*at])));
    let heading_differs = missing
        .iter()
        .any(|at| places::without_day(&jobs[*at].heading) != places::without_day(&jobs[*at].name));
    let mut found = Vec::new();
    found.extend(all(|file| &file.folder).then_some("folder"));
    let in_name = all(|file| &file.name);
    found.extend(in_name.then_some("file name"));
    found.extend((all(|file| &file.heading) && (heading_differs || !in_name)).then_some("heading"));
    match found[..] {
        _ if missing.is_empty() => Ok(None),
        [] => Ok(None),
        [only] => Ok(Some(only)),
        _ => Err(found.into_iter().map(str::to_owned).collect()),
    }
}

/// Returns true for a name that can be a company's alone.
fn is_company(name: &str) -> bool {
    let name = places::without_day(name);
    let is_common = |word: &str| COMMON.contains(&word) || word.bytes().all(|b| b.is_ascii_digit());
    let lower = name.to_lowercase();
    !name.is_empty()
        && ![" - ", " – ", " — ", " at ", " @ ", ": ", ", ", " with "]
            .iter()
            .any(|joint| lower.contains(joint))
        && !crate::text::words(&lower, &[]).any(is_common)
}

/// The lines that name the notes, if others would pass for some, or if nothing in a file says that it is one.
pub fn which(
    jobs: &[&File],
    files: &[File],
    trial: &Trial,
    known: &Mapping,
) -> Option<Vec<String>> {
    if known.notes.are_named() {
        return None;
    }
    let is_job = |path: &str| jobs.iter().any(|file| file.path == path);
    let is_bare = jobs.iter().any(|file| !file.has_fields());
    let strays: Vec<&str> =
        trial.claimed.iter().map(String::as_str).filter(|path| !is_job(path)).collect();
    if strays.is_empty() && !is_bare {
        return None;
    }
    let strayed = || files.iter().filter(|file| strays.contains(&file.path.as_str()));
    let mut types: BTreeMap<&str, usize> = BTreeMap::new();
    for one in jobs.iter().flat_map(|file| &file.types) {
        *types.entry(one).or_default() += 1;
    }
    types.retain(|one, _| strayed().all(|file| file.types.iter().all(|other| other != one)));
    let most = types.iter().max_by_key(|(_, files)| **files).map(|(one, _)| *one);
    let is_typed = |one: &str| jobs.iter().all(|file| file.types.iter().any(|other| other == one));
    if let Some(one) = most.filter(|one| !is_bare && is_typed(one)) {
        return Some(vec![format!("type = [{}]", toml_string(one))]);
    }
    let tops: BTreeSet<&str> = jobs.iter().map(|file| top_folder(&file.path)).collect();
    let is_clear = !tops.contains("") && strays.iter().all(|path| !tops.contains(top_folder(path)));
    is_clear.then(|| {
        let places: Vec<String> = tops
            .into_iter()
            .map(|top| toml_string(&format!("{}/**", glob::Pattern::escape(top))))
            .collect();
        vec![format!("where = [{}]", places.join(", "))]
    })
}

/// The folder right below the root that a file is in; empty for the root itself.
fn top_folder(path: &str) -> &str {
    path.split_once('/').map_or("", |(top, _)| top)
}
