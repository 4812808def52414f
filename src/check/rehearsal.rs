//! Tries a journal's own templates on made-up notes, so that a mistake shows before a message is due.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::Templates;
use crate::engine::{Detail, Engine, Refusals, Rules};
use crate::journal::Journal;
use crate::journal::read;
use crate::notes::Outcome;
use crate::rules::cadence::Cadence;
use crate::rules::config::Config;
use crate::rules::mapping::Mapping;

/// A day on which every rule applies to one of these notes.
const TODAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 3, 18);

/// The people of a note that leaves nothing out.
const PEOPLE: &str = "\
interviewers:
  - {name: Jane Doe, email: jane@acme.example, title: Hiring manager}
  - Ravi Patel
also_met: [Kim Soto <kim@acme.example>]
recruiter: {name: Sam Lee, email: sam@talent.example, agency: Talent Partners}
contact: Dana Ray <dana@acme.example>
manager: Jessie Park <jessie@acme.example>
thread: \"Re: Interview\"
round: onsite
role: Engineer
";

/// The body of such a note.
const BODY: &str = "\
## What stood out
- the build
## Learned
- the log
## Liked
- the team
## Fit
- the queues
## Why them
- the robots
## Forgot
- the paper
## To send
- the write-up
## Questions
- the nights
## Say to Jane Doe
The talk is still on my mind.
## Kim Soto
- Kim showed me the hall
";

/// A process that waits for an answer, to hear of offers.
const ELSEWHERE: &str = "---\ncompany: Elsewhere\ndate: 2026-03-02\nrole: Engineer\n---\n";

/// Problems of the journal's own templates, at most one each. Every kind of message is written for notes that say a lot
/// and for notes that say little.
pub fn problems(config: &Config, templates: &Templates) -> Vec<Diagnostic> {
    let Some(today) = TODAY.filter(|_| templates.has_own()) else { return Vec::new() };
    let config = Config { cadence: Cadence::built_in(), ..config.clone() };
    let rules = Rules { config: &config, templates, today };
    let mut problems = Vec::new();
    // Each scene by itself: an offer and its acceptance change what the others are sent.
    for (name, lines) in scenes() {
        let mut journal = Journal::default();
        let mut put = |path: &str, note: &str| {
            journal.put(path, Some(read::entry(path, note, None, &Mapping::default())));
        };
        for (size, people, body) in [("full", PEOPLE, BODY), ("bare", "interviewers: [Jo]\n", "")] {
            let company = format!("{name} {size}");
            let note = format!("---\ncompany: {company}\n{people}{lines}---\n{body}");
            put(&format!("{name}-{size}.md"), &note);
        }
        put("elsewhere.md", ELSEWHERE);
        let news = journal.take_news();
        let mut engine = Engine::new(Detail::Everything);
        let agenda = engine.run(&journal, news, rules, &Refusals::default()).agenda;
        problems.extend(agenda.problems.into_iter().map(Arc::unwrap_or_clone));
    }
    problems.retain(|problem| matches!(problem.problem, Problem::InvalidTemplate { .. }));
    problems.sort_by(|one, other| one.order(other));
    problems.dedup_by(|one, other| one.path == other.path);
    problems
}

/// Interviews in every state: a name, and the fields that put them there.
fn scenes() -> impl Iterator<Item = (&'static str, String)> {
    let waiting = [
        ("fresh", "date: 2026-03-16\ndecision_window: 1 week\n"),
        ("unsaid", "date: 2026-03-16\n"),
        ("waiting", "date: 2026-02-20\ndecision_window: 1 week\n"),
        (
            "again",
            "date: 2026-02-10\ndecision_window: 1 week\nfollowups: {status-check/1: done 2026-02-20}\n",
        ),
    ];
    let waiting = waiting.map(|(name, lines)| (name, lines.to_owned()));
    let over = Outcome::ALL.into_iter().map(|outcome| {
        let outcome = outcome.as_str();
        let lines = "date: 2026-03-02\noutcome_date: 2026-03-13\ndecide_by: 2026-03-30\n";
        (outcome, format!("{lines}outcome: {outcome}\n"))
    });
    let internal = ["accepted", "rejected"].map(|outcome| {
        let lines =
            "date: 2026-03-02\noutcome_date: 2026-03-13\ninternal: true\nstill_interested: true\n";
        (
            if outcome == "accepted" { "moving" } else { "staying" },
            format!("{lines}outcome: {outcome}\n"),
        )
    });
    waiting.into_iter().chain(over).chain(internal)
}
