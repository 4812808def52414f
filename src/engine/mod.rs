//! From what was read to what has to change: the same for `build`, its `--check` and `--diff`, `watch` and `agenda`.
//!
//! Takes the journal as it was read, the rules and the day; gives the day's agenda and the changes on the disk. What a
//! run keeps for the next one is here: what each hiring process adds to a day is worked out on its own and kept, a run
//! works out only what is new since the last one, and puts the agenda together. An engine that starts with nothing gives
//! the same result.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::agenda::ics::Style;
use crate::agenda::tick::Unrecorded;
use crate::agenda::user_text::UserText;
use crate::agenda::{Agenda, OrphanedDraft};
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::{self, Templates};
use crate::journal::artifact::{Artifact, Policy};
use crate::journal::change::Change;
use crate::journal::{AGENDA, Journal, News, version};
use crate::notes::Note;
use crate::plan::bearing::Bearing;
use crate::plan::others::Others;
use crate::plan::process::{Process, ProcessKey};
use crate::plan::{Beside, Open};
use crate::report::{self, Figures, Home, Span};
use crate::rules::config::Config;

mod addresses;
mod boxes;
mod closed;
mod contribution;
mod contributions;
mod decisions;
mod families;
mod findings;
mod grouping;
mod lost;
mod moves;
mod processes;
mod reconcile;
mod renamed;
mod renewal;
mod similar;
mod ticks;
mod users_part;

use contribution::Contribution;
use contributions::Contributions;
use decisions::Decisions;
use processes::{Changed, Processes};
use reconcile::Verdict;
use renewal::{Around, Before};
use users_part::UsersPart;

pub use findings::far_date;

/// A day, worked out.
#[derive(Debug)]
pub struct Day {
    /// The agenda.
    pub agenda: Agenda,
    /// The changes on the disk: the drafts, then the agenda that links to them.
    pub changes: Vec<Change>,
    /// Files that can't be written, because something else is in their place.
    pub blocked: Vec<Diagnostic>,
}

/// The follow-ups that are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Those that the agenda shows: enough to write everything.
    #[default]
    Shown,
    /// The same, with the problems that hold nothing back any more.
    Checked,
    /// Also those that are over, were skipped or no longer make sense.
    Everything,
}

/// Ticks that could not be recorded, by the ids of their follow-ups.
pub type Refusals = BTreeMap<String, Unrecorded>;

/// The input of a run besides the notes.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'r> {
    /// The journal's configuration.
    pub config: &'r Config,
    /// The templates.
    pub templates: &'r Templates,
    /// The day.
    pub today: NaiveDate,
}

/// At most this many processes are one thread's for sure: the last would keep the others waiting.
const AT_ONCE: usize = 32;

/// Works out days, and keeps what it worked out.
#[derive(Debug, Default)]
pub struct Engine {
    detail: Detail,
    today: NaiveDate,
    processes: Processes,
    /// The bearing of processes on each other.
    others: Others,
    /// The bearing of all on each that was worked out, unless there is none.
    bearings: BTreeMap<ProcessKey, Bearing>,
    /// The part that each process adds.
    contributions: Contributions,
    /// Drafts that nobody wants, and that can't just stay.
    unwanted: BTreeMap<String, Verdict>,
    /// The user's part of the agenda.
    users_part: UsersPart,
}

impl Engine {
    /// An engine that has worked out nothing yet.
    pub fn new(detail: Detail) -> Engine {
        Engine { detail, ..Engine::default() }
    }

    /// The hiring processes, in order.
    pub fn processes(&self) -> impl Iterator<Item = &Arc<Process>> {
        self.processes.all().map(|(_, process)| process)
    }

    /// Gives a note that isn't in the journal yet the addresses that others of its company have.
    pub fn complete(&self, note: &mut Arc<Note>) {
        self.processes.complete(note);
    }

    /// Works out a day, as far as it isn't yet. The outcome depends on the journal, the rules and the refusals alone,
    /// however it came about.
    ///
    /// `news` is what is new in the journal since the last run. Another configuration needs a new engine.
    pub fn run(
        &mut self,
        journal: &Journal,
        news: News,
        rules: Rules<'_>,
        refusals: &Refusals,
    ) -> Day {
        self.work_in(journal, news, rules);
        self.day(journal, rules, refusals)
    }

    /// Works out what is new, so that the next run has less to do.
    pub fn work_in(&mut self, journal: &Journal, news: News, rules: Rules<'_>) {
        let everything = news.everything || news.templates || self.today != rules.today;
        self.today = rules.today;
        let (users_part, processes) = (&mut self.users_part, &mut self.processes);
        // A long agenda takes as long to read as its processes to be grouped.
        let (Changed { keys: mut changed, bearing }, mut drafts) = rayon::join(
            || processes.update(news.gone, news.come),
            || {
                users_part.text(journal);
                let all = everything.then(|| journal.drafts("").map(str::to_owned));
                all.into_iter().flatten().collect::<BTreeSet<String>>()
            },
        );
        if everything || bearing {
            let processes = self.processes.with_bearing();
            self.others = Others::of(processes, rules.config, rules.today);
        }
        if bearing && !everything {
            changed.extend(self.newly_affected(rules));
        }
        if everything {
            let known = || self.processes.all().map(|(key, _)| key);
            // Most often all of them are new.
            if !changed.iter().eq(known()) {
                changed.extend(known().chain(self.contributions.keys()).cloned());
            }
            for problem in journal.problems_of_files() {
                self.contributions.look_at(&problem.path, journal);
            }
        }
        for path in news.paths {
            self.contributions.look_at(&path, journal);
            // A note's drafts can depend on what it records, and on whether it can be read.
            if let Some(stem) = path.strip_suffix(".md") {
                drafts.extend(journal.drafts(&format!("{stem}.")).map(str::to_owned));
            }
            drafts.insert(path);
        }
        let mut own_drafts = BTreeSet::new();
        for path in drafts.iter().filter(|_| !everything) {
            for key in self.owners(path, journal) {
                let contribution = self.contributions.get(&key);
                let depends = contribution.is_some_and(|one| one.depends_on_others());
                let is_draft = drafts::is_draft(path);
                if depends && is_draft { &mut own_drafts } else { &mut changed }.insert(key);
            }
        }
        if !everything {
            let speak = self.contributions.leaving();
            let speak = speak.filter(|(_, one)| one.may_speak_of(&changed, &self.processes));
            let also: Vec<ProcessKey> = speak.map(|(key, _)| key.clone()).collect();
            changed.extend(also);
        }
        let renewed = self.renew(&mut changed, &own_drafts, &drafts, journal, rules);
        let known = (!everything).then_some(&drafts);
        let wanted = self.work_out(&changed, known, journal, rules);
        drafts.extend(renewed);
        drafts.extend(wanted);
        for path in drafts {
            let verdict = match self.owner(&path, journal) {
                Some(_) => Verdict::Stays,
                None => reconcile::unwanted(&path, journal),
            };
            match verdict {
                Verdict::Stays => self.unwanted.remove(&path),
                verdict => self.unwanted.insert(path, verdict),
            };
        }
    }

    /// The processes on which the others have another bearing than when they were worked out.
    fn newly_affected(&self, rules: Rules<'_>) -> Vec<ProcessKey> {
        let none = Bearing::default();
        let is_new = |(key, process): &(&ProcessKey, &Arc<Process>)| {
            let bearing = self.others.bearing(process, rules.config);
            *self.bearings.get(*key).unwrap_or(&none) != bearing
        };
        self.processes.all().filter(is_new).map(|(key, _)| key.clone()).collect()
    }

    /// Renews what goes to processes that changed from those that didn't, and of processes in `own_drafts`, of which nothing
    /// but drafts changed, what depends on these. Gives the paths of drafts that may be wanted no longer, or only now. A
    /// process for which that isn't enough joins those that changed.
    fn renew(
        &mut self,
        changed: &mut BTreeSet<ProcessKey>,
        own_drafts: &BTreeSet<ProcessKey>,
        files: &BTreeSet<String>,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> Vec<String> {
        if self.contributions.dependent().next().is_none() {
            return Vec::new();
        }
        let around: BTreeSet<ProcessKey> = changed.union(own_drafts).cloned().collect();
        let hearing = self.processes.hearing_among(around.iter(), &self.others);
        let open = hearing.map(Open::new).collect::<Vec<_>>();
        let (processes, others, bearings) = (&self.processes, &self.others, &self.bearings);
        let (detail, none) = (self.detail, Bearing::default());
        let is_dependent =
            |(key, _): &(&ProcessKey, &Contribution)| !around.is_empty() && !changed.contains(*key);
        let dependent: Vec<_> = self.contributions.dependent().filter(is_dependent).collect();
        let renew = |(key, one): (&ProcessKey, &Contribution)| {
            let process = processes.get(key).filter(|_| !one.is_unsure())?;
            let bearing = bearings.get(key).unwrap_or(&none);
            let beside = Beside { open: &open, others, bearing };
            let has_own = own_drafts.contains(key);
            let around = Around { files, processes: &around, has_own };
            let renewed = one.renewed(process, beside, around, journal, rules, detail)?;
            Some((key.clone(), renewed))
        };
        let unsure = dependent.iter().filter(|(_, one)| one.is_unsure());
        let unsure: Vec<ProcessKey> = unsure.map(|(key, _)| (*key).clone()).collect();
        let renewed: Vec<_> = dependent.into_par_iter().filter_map(renew).collect();
        changed.extend(unsure);
        let mut drafts = Vec::new();
        for (key, (new, moved)) in renewed {
            drafts.extend(moved);
            if new.is_unsure() {
                changed.insert(key.clone());
            }
            self.contributions.put(&key, &Arc::new(new), journal);
        }
        drafts
    }

    /// Works out what these processes add, and gives the paths of drafts that they want no longer, or only now. `files`
    /// has the files that changed, unless everything has.
    fn work_out(
        &mut self,
        changed: &BTreeSet<ProcessKey>,
        files: Option<&BTreeSet<String>>,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> Vec<String> {
        let open: Vec<Open<'_>> = match changed.is_empty() {
            true => Vec::new(),
            false => self.processes.hearing(&self.others).into_iter().map(Open::new).collect(),
        };
        let (processes, others) = (&self.processes, &self.others);
        let contribution = |key: &ProcessKey| {
            let process = processes.get(key)?;
            let bearing = others.bearing(process, rules.config);
            let beside = Beside { open: &open, others, bearing: &bearing };
            let before = self.contributions.get(key).zip(files);
            let before = before.map(|(contribution, changed)| Before { contribution, changed });
            let detail = self.detail;
            let new = Contribution::of(process, beside, processes, journal, rules, detail, before);
            // Most add nothing, and share that.
            let nothing = || self.contributions.nothing.clone();
            let new = if new.is_empty() { nothing() } else { Arc::new(new) };
            let bearing = (bearing != Bearing::default()).then(|| Box::new(bearing));
            Some((bearing, new))
        };
        let changed: Vec<&ProcessKey> = changed.iter().collect();
        let new: Vec<Option<_>> =
            changed.par_iter().with_max_len(AT_ONCE).map(|key| contribution(key)).collect();
        let mut drafts = Vec::new();
        for (key, new) in changed.into_iter().zip(new) {
            self.bearings.remove(key);
            let (bearing, new) = new.unwrap_or_default();
            let before = self.contributions.put(key, &new, journal);
            drafts.extend(before.wanted_beyond(&new).cloned());
            drafts.extend(new.wanted_beyond(&before).cloned());
            if let Some(bearing) = bearing {
                self.bearings.insert(key.clone(), *bearing);
            }
        }
        drafts
    }

    /// Puts together what all processes add.
    fn day(&mut self, journal: &Journal, rules: Rules<'_>, refusals: &Refusals) -> Day {
        let own = self.users_part.text(journal).clone();
        let boxes = self.boxes(&own, journal, rules);
        let plain =
            own.without_stamps(|whose| self.find(whose, journal, rules, &mut None).is_some());
        let contributions = &self.contributions;
        let moves = self.moves(own.boxes.iter(), journal);
        let items = contributions.items();
        let items = items.map(|item| moves::with_draft(item, &moves, journal, rules)).collect();
        let situations = contributions.situations();
        let mut agenda = Agenda::new(items, situations, rules.config, rules.today);
        let unclear = boxes::show(&boxes, &mut agenda, journal, refusals, rules.today);
        let mut decisions = Decisions {
            changes: moves::changes(&moves, journal),
            problems: self.problems(journal, rules, unclear, refusals),
            ..Decisions::default()
        };
        let moved: BTreeSet<&str> = moves.values().map(|orphan| orphan.path.as_str()).collect();
        for verdict in self.verdicts(journal) {
            match verdict {
                Verdict::Changes(change) if moved.contains(change.path.as_str()) => {}
                verdict => decisions.add(verdict.clone()),
            }
        }
        for orphan in std::mem::take(&mut decisions.orphans) {
            let moves_to = self.new_place(&orphan, journal);
            // Unless another one comes there.
            let moves_to = moves_to.filter(|place| !moves.contains_key(place));
            agenda.orphaned_drafts.push(OrphanedDraft { path: orphan.path, moves_to });
        }
        for verdict in self.overviews(&agenda, journal, rules) {
            decisions.add(verdict);
        }
        // The agenda lists its own obstacle as well.
        if let Some(obstacle) = reconcile::obstacle(AGENDA, journal) {
            decisions.add(Verdict::Blocked(obstacle));
        }
        decisions.sort();
        let Decisions { mut changes, problems, blocked, .. } = decisions;
        agenda.problems = problems;
        changes.extend(self.written(&agenda, &plain, journal));
        Day { agenda, changes, blocked }
    }

    /// The problems with the journal, with ticks that are unclear, and with those that could not be recorded, in no order.
    fn problems(
        &self,
        journal: &Journal,
        rules: Rules<'_>,
        unclear: Vec<Diagnostic>,
        refusals: &Refusals,
    ) -> Vec<Arc<Diagnostic>> {
        let contributions = &self.contributions;
        let mut problems: Vec<Arc<Diagnostic>> = contributions.problems().cloned().collect();
        let others = journal.other_problems().chain(rules.templates.problems());
        problems.extend(others.cloned().map(Arc::new));
        let lost = lost::records(&self.processes, journal);
        let lost = lost.into_iter().filter(|problem| !contributions.is_closed(&problem.path));
        problems.extend(lost.chain(unclear).map(Arc::new));
        for (id, Unrecorded { note, why, by_hand }) in refusals {
            let (id, why, by_hand) = (id.clone(), why.clone(), by_hand.clone());
            let problem = Problem::NotRecorded { id, why, by_hand };
            problems.push(Arc::new(Diagnostic::of_file(note, problem)));
        }
        problems
    }

    /// The change that writes the agenda, unless it is as it ought to be.
    fn written(&mut self, agenda: &Agenda, plain: &UserText, journal: &Journal) -> Option<Change> {
        let text = agenda.to_markdown(plain);
        if agenda.has_no_marks() {
            self.users_part.written = (version(&text), UserText::of_section(&plain.section()));
            debug_assert_eq!(self.users_part.written.1, UserText::of(&text));
        }
        let artifact = Artifact { path: AGENDA.to_owned(), text, policy: Policy::KeepsUserText };
        match reconcile::wanted(artifact, journal) {
            Verdict::Changes(change) => Some(change),
            _ => None,
        }
    }

    /// The problems that hold nothing back any more, in no order: the agenda leaves them out.
    pub fn closed_problems(&self, journal: &Journal) -> Vec<Arc<Diagnostic>> {
        let lost = lost::records(&self.processes, journal).into_iter();
        let lost = lost.filter(|problem| self.contributions.is_closed(&problem.path));
        let found = self.contributions.closed_problems(journal).cloned();
        found.chain(lost.map(Arc::new)).collect()
    }

    /// The decisions on the page that shows the search and on the calendar, if the journal has them.
    fn overviews(&self, agenda: &Agenda, journal: &Journal, rules: Rules<'_>) -> Vec<Verdict> {
        let config = rules.config;
        let page = config.report.html.as_ref().map(|path| {
            let figures = Figures::of(self.processes(), agenda, config, Span::default());
            (path, report::page(&figures, agenda, config, Home(Some(""))))
        });
        let export = &config.export;
        let calendar = export
            .ics
            .as_ref()
            .map(|path| (path, agenda.to_ics(Style::Events, export.links.as_deref())));
        let wanted = page.into_iter().chain(calendar).map(|(path, text)| {
            let artifact = Artifact { path: path.clone(), text, policy: Policy::AsGenerated };
            reconcile::wanted(artifact, journal)
        });
        wanted.collect()
    }

    /// The decisions on all drafts that don't just stay. Where two processes want one path, the owner's counts.
    fn verdicts<'e>(&'e self, journal: &Journal) -> Vec<&'e Verdict> {
        let of_owner = |key: &ProcessKey, verdict: &Verdict| {
            self.owner(verdict.path(), journal).is_none_or(|owner| owner == *key)
        };
        let wanted = self.contributions.verdicts().filter(|(key, verdict)| of_owner(key, verdict));
        wanted.map(|(_, verdict)| verdict).chain(self.unwanted.values()).collect()
    }

    /// The processes whose notes a draft's path names: a draft stands next to its note and begins with its name.
    fn owners<'e>(
        &'e self,
        path: &'e str,
        journal: &'e Journal,
    ) -> impl Iterator<Item = ProcessKey> {
        let notes = |stem: &str| journal.notes(&format!("{stem}.md"));
        reconcile::stems(path).flat_map(notes).map(|note| self.processes.key_of(note))
    }

    /// The process that gets the draft at a path: of those that want it the last one.
    fn owner(&self, path: &str, journal: &Journal) -> Option<ProcessKey> {
        let wants =
            |key: &ProcessKey| self.contributions.get(key).is_some_and(|one| one.wants(path));
        self.owners(path, journal).filter(wants).max()
    }
}
