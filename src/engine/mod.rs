//! From what was read to what has to change: the same for `build`, its `--check` and `--diff`, `watch` and `agenda`.
//!
//! What each process adds to a day is worked out on its own and kept. A run works out only what is new since the last
//! one, and puts the agenda together. A run that starts with nothing works out everything: what is kept is a cache.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::agenda::tick::{Unrecorded, UserTick};
use crate::agenda::user_text::UserText;
use crate::agenda::{self, Agenda, DraftFile, Item, OrphanedDraft, Situation};
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::{self, Templates};
use crate::engine::reconcile::{LeftOver, Verdict};
use crate::journal::change::Change;
use crate::journal::{AGENDA, Content, Journal, News, version};
use crate::notes::Record;
use crate::plan::followup::{FollowUp, Standing, Status};
use crate::plan::plan;
use crate::plan::process::{self, Process, ProcessKey};
use crate::rules::config::Config;

mod findings;
mod processes;
pub mod reconcile;

use processes::Processes;

/// What a run came to.
#[derive(Debug)]
pub struct Outcome {
    /// The day's agenda.
    pub agenda: Agenda,
    /// What has to change on the disk: the drafts, then the agenda that links to them.
    pub changes: Vec<Change>,
    /// What stands in the way of a file, so that it can't be written.
    pub blocked: Vec<Diagnostic>,
    /// What the agenda's ticks want to have recorded. What else is here goes by what was recorded before.
    pub recordings: Vec<Recording>,
}

/// What is to be recorded in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// The note.
    pub note: String,
    /// The follow-up's id within it.
    pub record_id: String,
    /// What became of it; nothing where a record is taken back.
    pub record: Option<Record>,
}

impl Recording {
    /// The follow-up's id.
    pub fn id(&self) -> String {
        format!("{}/{}", self.note.strip_suffix(".md").unwrap_or(&self.note), self.record_id)
    }
}

/// Which follow-ups a run looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// What the agenda shows: enough to write everything.
    Shown,
    /// What lapsed, was skipped or is void too.
    Everything,
}

/// What was worked out for a day.
#[derive(Debug, Default)]
pub struct Build {
    today: NaiveDate,
    processes: Processes,
    /// What each process adds, where that is anything.
    shares: BTreeMap<ProcessKey, Share>,
    /// Which processes want a draft, by its path; the last one gets it.
    claims: Index,
    /// Which processes list a draft that they don't want: one that was sent.
    readers: Index,
    /// Drafts that nobody wants, and that can't just stay.
    unwanted: BTreeMap<String, Verdict>,
    /// The user's words in the agenda, and which of its versions they were read from.
    own: (u128, UserText),
    /// Ticks that could not be recorded, by the ids of their follow-ups.
    unrecorded: BTreeMap<String, Unrecorded>,
}

/// Processes by the paths of drafts.
type Index = HashMap<String, BTreeSet<ProcessKey>>;

/// What one process adds to a day.
#[derive(Debug, Default)]
struct Share {
    items: Vec<Arc<Item>>,
    situation: Situation,
    /// Paths of the drafts that its follow-ups want.
    wanted: Vec<String>,
    /// Paths of the drafts that were sent.
    sent: Vec<String>,
    /// What those that aren't as they ought to be need.
    verdicts: Vec<Verdict>,
    problems: Vec<Diagnostic>,
    depends_on_others: bool,
}

/// What a run goes by besides the notes.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'r> {
    /// The journal's configuration.
    pub config: &'r Config,
    /// The templates.
    pub templates: &'r Templates,
    /// The day.
    pub today: NaiveDate,
    /// Which follow-ups are asked for.
    pub detail: Detail,
}

impl Build {
    /// Works out a day, as far as it isn't. A pure function of the journal and the rules, however it came about.
    ///
    /// `news` is what is new in the journal since the last run. Another configuration or detail needs a new [`Build`].
    pub fn run(&mut self, journal: &Journal, news: News, rules: Rules<'_>) -> Outcome {
        let everything = news.everything || news.templates || self.today != rules.today;
        let found = journal.get(AGENDA).map_or(0, |entry| entry.version);
        if found != self.own.0 {
            self.own = (found, journal.agenda().map(UserText::of).unwrap_or_default());
        }
        self.today = rules.today;
        let mut changed = self.processes.update(news.gone, news.come);
        let mut drafts = BTreeSet::new();
        if everything {
            changed = self.processes.keys().chain(self.shares.keys()).cloned().collect();
            drafts = journal.drafts("").map(str::to_owned).collect();
        }
        for path in news.paths {
            // A note's drafts can depend on what it records, and on whether it can be read.
            if let Some(stem) = path.strip_suffix(".md") {
                drafts.extend(journal.drafts(&format!("{stem}.")).map(str::to_owned));
            }
            drafts.insert(path);
        }
        for index in [&self.claims, &self.readers] {
            changed.extend(drafts.iter().filter_map(|path| index.get(path)).flatten().cloned());
        }
        if !changed.is_empty() {
            let around = self.shares.iter().filter(|(_, share)| share.depends_on_others);
            changed.extend(around.map(|(key, _)| key.clone()));
        }
        drafts.extend(self.work_out(&changed, journal, rules));
        for path in drafts {
            let verdict = match self.claims.contains_key(&path) {
                true => Verdict::Stays,
                false => reconcile::unwanted(&path, journal),
            };
            match verdict {
                Verdict::Stays => self.unwanted.remove(&path),
                verdict => self.unwanted.insert(path, verdict),
            };
        }
        let known = self.find(self.own.1.ids(), journal, rules);
        let recordings = self.recordings(&known, rules);
        self.outcome(journal, rules, &known, recordings)
    }

    /// Takes note that something can't be recorded.
    pub fn refuse(&mut self, recording: &Recording, why: &str, by_hand: &str) {
        let (why, by_hand) = (why.to_owned(), by_hand.to_owned());
        let unrecorded = Unrecorded { note: recording.note.clone(), why, by_hand };
        self.unrecorded.insert(recording.id(), unrecorded);
    }

    /// Whether something can't be recorded.
    pub fn is_refused(&self, recording: &Recording) -> bool {
        self.unrecorded.contains_key(&recording.id())
    }

    /// What can't be recorded, by the ids of the follow-ups.
    pub fn refusals(&self) -> &BTreeMap<String, Unrecorded> {
        &self.unrecorded
    }

    /// Forgets what could not be recorded: it is tried again.
    pub fn forget_refusals(&mut self) {
        self.unrecorded.clear();
    }

    /// What the agenda's ticks want to have recorded, as far as there are such follow-ups.
    fn recordings(&self, known: &BTreeMap<String, FollowUp>, rules: Rules<'_>) -> Vec<Recording> {
        let ticks = self.own.1.ticks.iter().filter(|(id, _)| !self.unrecorded.contains_key(*id));
        let recording = |(id, mark): (&String, &UserTick)| {
            let followup = known.get(id)?;
            let record = mark.tick.applied(followup.standing.record, rules.today)?;
            let (note, record_id) = (followup.note.path.clone(), followup.record_id());
            Some(Recording { note, record_id, record })
        };
        ticks.filter_map(recording).collect()
    }

    /// The follow-ups of these ids, whether the agenda shows them or not, as far as there are any.
    fn find(
        &self,
        ids: BTreeSet<String>,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> BTreeMap<String, FollowUp> {
        if ids.is_empty() {
            return BTreeMap::new();
        }
        let open: Vec<&Arc<Process>> = self.processes.open().collect();
        let find = |id: &str| {
            id.match_indices('/').find_map(|(at, _)| {
                let entry = journal.get(&format!("{}.md", &id[..at]))?;
                let Content::Note(note) = &entry.content else { return None };
                let process = self.processes.get(&process::key(note))?;
                let plan = plan(process, &open, rules.config, |_| true);
                plan.followups.into_iter().find(|followup| followup.id() == id)
            })
        };
        ids.into_iter().filter_map(|id| find(&id).map(|followup| (id, followup))).collect()
    }

    /// Works out what these processes add, and gives the paths of drafts that they wanted before or want now.
    fn work_out(
        &mut self,
        changed: &BTreeSet<ProcessKey>,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> Vec<String> {
        let open: Vec<&Arc<Process>> = match changed.is_empty() {
            true => Vec::new(),
            false => self.processes.open().collect(),
        };
        let share = |key: &ProcessKey| {
            let process = self.processes.get(key);
            process.map(|process| Share::of(process, &open, journal, rules))
        };
        let changed: Vec<&ProcessKey> = changed.iter().collect();
        let shares: Vec<Option<Share>> = changed.par_iter().map(|key| share(key)).collect();
        let mut drafts = Vec::new();
        for (key, share) in changed.into_iter().zip(shares) {
            if let Some(before) = self.shares.remove(key) {
                leave(&mut self.claims, key, &before.wanted);
                leave(&mut self.readers, key, &before.sent);
                drafts.extend(before.wanted);
            }
            let Some(share) = share.filter(|share| !share.is_empty()) else { continue };
            enter(&mut self.claims, key, &share.wanted);
            enter(&mut self.readers, key, &share.sent);
            drafts.extend_from_slice(&share.wanted);
            self.shares.insert(key.clone(), share);
        }
        drafts
    }

    /// Puts together what all processes add.
    fn outcome(
        &mut self,
        journal: &Journal,
        rules: Rules<'_>,
        known: &BTreeMap<String, FollowUp>,
        recordings: Vec<Recording>,
    ) -> Outcome {
        let items = self.shares.values().flat_map(|share| &share.items).cloned().collect();
        let situations = self.shares.values().map(|share| &share.situation);
        let mut agenda = Agenda::new(items, situations, rules.config, rules.today);
        let mut problems: Vec<Diagnostic> = journal.problems().cloned().collect();
        problems.extend(rules.templates.problems().cloned());
        problems.extend(self.shares.values().flat_map(|share| &share.problems).cloned());
        for (id, Unrecorded { note, why, by_hand }) in &self.unrecorded {
            let (id, why, by_hand) = (id.clone(), why.clone(), by_hand.clone());
            let problem = Problem::NotRecorded { id, why, by_hand };
            problems.push(Diagnostic::of_file(note, problem));
        }
        let own = self.own.1.without_ids(|id| known.contains_key(id));
        for (id, UserTick { tick, line, is_users }) in &own.ticks {
            if self.unrecorded.contains_key(id) {
                agenda.unrecorded.insert(id.clone(), tick.clone());
            } else if !known.contains_key(id) && !is_users {
                agenda.pending.push(line.clone());
            }
        }
        let (mut changes, mut blocked) = (Vec::new(), Vec::new());
        let gets = |key: &ProcessKey, path: &str| {
            self.claims.get(path).and_then(BTreeSet::last).is_none_or(|last| last == key)
        };
        let wanted = self.shares.iter().flat_map(|(key, share)| {
            share.verdicts.iter().filter(move |verdict| gets(key, verdict.path()))
        });
        for verdict in wanted.chain(self.unwanted.values()) {
            match verdict {
                Verdict::Stays => {}
                Verdict::Changes(change) => changes.push(change.clone()),
                Verdict::LeftOver(left) => {
                    let moves_to = self.new_place(left, journal);
                    agenda
                        .orphaned_drafts
                        .push(OrphanedDraft { path: left.path.clone(), moves_to });
                }
                Verdict::Taken(problem) => problems.push(problem.clone()),
                Verdict::Blocked(problem) => {
                    problems.push(problem.clone());
                    blocked.push(problem.clone());
                }
            }
        }
        // What goes, goes last: the draft of a note that was renamed is never absent.
        let order = |change: &Change| matches!(change, Change::Remove { .. });
        changes.sort_by(|a, b| (order(a), a.path()).cmp(&(order(b), b.path())));
        problems.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        problems.dedup();
        agenda.problems = problems;
        match reconcile::agenda(agenda.to_markdown(&own), journal) {
            Ok(None) => {}
            Ok(Some(change)) => {
                // Once it is written, its words needn't be told apart again.
                let text = change.sides().1.unwrap_or_default();
                let is_left =
                    |id: &str| self.unrecorded.contains_key(id) || !known.contains_key(id);
                self.own = (version(text), own.once_written(is_left));
                changes.push(change);
            }
            Err(problem) => {
                agenda.problems.push(problem.clone());
                blocked.push(problem);
            }
        }
        Outcome { agenda, changes, blocked, recordings }
    }

    /// Where a left-over draft would belong now: its note is gone, and one other has a draft of ours, to the same person
    /// and for the same follow-up, in its place.
    fn new_place(&self, left: &LeftOver, journal: &Journal) -> Option<String> {
        let end = drafts::record_path("", &left.id)?;
        let stem = left.path.strip_suffix(&end)?;
        let addressee = drafts::header(&journal.draft(&left.path)?.text, "to")?;
        let fits = |path: &&String| {
            let is_free = journal.draft(path).is_none_or(|found| found.is_untouched);
            let text = self.planned(path).or(journal.draft(path).map(|found| found.text.as_str()));
            let to = text.and_then(|text| drafts::header(text, "to"));
            path.ends_with(&end) && is_free && to == Some(addressee)
        };
        if journal.get(&format!("{stem}.md")).is_some() {
            return None;
        }
        let mut places = self.claims.keys().filter(fits);
        places.next().filter(|_| places.next().is_none()).cloned()
    }

    /// The text that a draft is going to get.
    fn planned(&self, path: &str) -> Option<&str> {
        let share = self.shares.get(self.claims.get(path)?.last()?)?;
        share.verdicts.iter().find_map(|verdict| match verdict {
            Verdict::Changes(change) if change.path() == path => change.sides().1,
            _ => None,
        })
    }
}

fn enter(index: &mut Index, key: &ProcessKey, paths: &[String]) {
    for path in paths {
        index.entry(path.clone()).or_default().insert(key.clone());
    }
}

fn leave(index: &mut Index, key: &ProcessKey, paths: &[String]) {
    for path in paths {
        if let Some(keys) = index.get_mut(path) {
            keys.remove(key);
            if keys.is_empty() {
                index.remove(path);
            }
        }
    }
}

impl Share {
    fn of(process: &Process, open: &[&Arc<Process>], journal: &Journal, rules: Rules<'_>) -> Share {
        let Rules { config, today, detail, .. } = rules;
        let is_shown = |standing: &Standing| {
            detail == Detail::Everything || agenda::shows(standing, config, today)
        };
        let plan = plan(process, open, config, is_shown);
        let mut share = Share {
            problems: plan.hints,
            depends_on_others: plan.depends_on_others,
            ..Share::default()
        };
        share.problems.extend(findings::of(process, today));
        for followup in plan.followups {
            let draft = share.draft(&followup, journal, rules);
            share.items.push(Arc::new(Item::new(followup, today, draft)));
        }
        share.situation = Situation::of(process, &share.items, config, today);
        share
    }

    /// A follow-up's draft as it will be on the disk, where there is one.
    fn draft(
        &mut self,
        followup: &FollowUp,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> Option<DraftFile> {
        let Rules { config, templates, today, .. } = rules;
        let status = followup.standing.status(today);
        if !followup.rule.has_draft() || !(status.has_draft() || status == Status::Done) {
            return None;
        }
        let there = |path: String, text: &str| DraftFile { blanks: drafts::blanks(text), path };
        let Some(path) = drafts::path(followup) else {
            let problem = Diagnostic::of_file(&followup.note.path, Problem::NameTooLong);
            self.problems.extend(status.has_draft().then_some(problem));
            return None;
        };
        let found = journal.draft(&path);
        if !status.has_draft() {
            self.sent.push(path.clone());
            return found.map(|found| there(path, &found.text));
        }
        self.wanted.push(path.clone());
        match drafts::write(followup, path.clone(), config, templates) {
            // What is there stays until the template is mended.
            Err(problem) => {
                self.problems.push(problem);
                found.map(|found| there(path, &found.text))
            }
            Ok(draft) => {
                let verdict = reconcile::wanted(&draft, journal);
                let file = match (&verdict, found) {
                    (Verdict::Blocked(_), _) => None,
                    (Verdict::Changes(_), _) | (_, None) => Some(there(path, &draft.text)),
                    (_, Some(found)) => Some(there(path, &found.text)),
                };
                if verdict != Verdict::Stays {
                    self.verdicts.push(verdict);
                }
                file
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.items.is_empty()
            && self.situation.is_empty()
            && self.problems.is_empty()
            && !self.depends_on_others
    }
}
