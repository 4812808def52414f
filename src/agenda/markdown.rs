//! `FOLLOWUPS.md`: the agenda as Markdown that GitHub, VS Code and Obsidian show alike.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::agenda::tick::Tick;
use crate::agenda::user_text::{Generated, Line, Own};
use crate::agenda::{Agenda, Item, LeftOver, NOT_RECORDED, Section, position};
use crate::dates::calendar::{distance, long, short};
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::notes::{Note, Record};
use crate::text::{comment, count, link, markdown};

/// Lines of the sections that could grow without end.
const QUIET_LINES: usize = 10;
const PROBLEM_LINES: usize = 50;
const HINT_LINES: usize = 5;

impl Agenda {
    /// The whole file, with the user's own words in the last section.
    pub fn to_markdown(&self, own: &Own) -> String {
        let (today, unrecorded) = (self.today, &self.unrecorded);
        let mut page = Page { generated: Generated::default(), today, unrecorded };
        page.paragraph(&format!("# Follow-ups for {}", long(self.today)));
        page.paragraph(&self.counts());
        for (offer, decide_by) in self.countdown() {
            let company = markdown(&position(&offer.note));
            let (day, left) = (short(decide_by, self.today), distance(decide_by, self.today));
            page.paragraph(&format!(
                "**The offer of {company} wants an answer by {day}, {left}.**"
            ));
        }
        if self.is_holiday_season {
            page.paragraph("Searching goes on through the holidays: many teams decide before or right after them.");
        }
        for section in Section::ALL {
            page.items(section.title(), &self.section(section).collect::<Vec<_>>());
        }
        page.section(NOT_RECORDED, self.pending.clone());
        page.section(
            "From your notes",
            self.tasks
                .iter()
                .map(|task| {
                    let place =
                        format!("[note, line {}]({}#L{0})", task.line, link(&task.note.path));
                    format!(
                        "- {} · {} · {place}",
                        markdown(&task.text),
                        markdown(&position(&task.note))
                    )
                })
                .collect(),
        );
        page.waiting(self);
        page.section(
            "Offers",
            self.offers
                .iter()
                .map(|offer| {
                    let since = offer
                        .since
                        .map_or_else(String::new, |day| format!(" · since {}", page.day(day)));
                    let by = offer.decide_by.map_or_else(
                        || " · no deadline recorded".to_owned(),
                        |day| {
                            format!(" · answer by {}, {}", page.day(day), distance(day, self.today))
                        },
                    );
                    format!(
                        "- **{}**{since}{by} · {}",
                        markdown(&position(&offer.note)),
                        note_link(&offer.note)
                    )
                })
                .collect(),
        );
        page.quiet(self);
        let done: Vec<&Arc<Item>> = self.done().into_iter().map(|(item, _)| item).collect();
        page.items("Done in the last 14 days", &done);
        page.section("Drafts left over", self.left_over.iter().map(left_over).collect());
        page.section("Problems", problems(&self.problems));
        page.generated.close(own)
    }
}

struct Page<'a> {
    generated: Generated,
    today: NaiveDate,
    unrecorded: &'a BTreeMap<String, Tick>,
}

impl Page<'_> {
    fn paragraph(&mut self, text: &str) {
        self.generated.paragraph(text);
    }

    fn section(&mut self, title: &str, lines: Vec<String>) {
        if !lines.is_empty() {
            self.paragraph(&format!("## {title}\n\n{}", lines.join("\n")));
        }
    }

    /// A section of follow-ups. Most of their lines were written by an earlier run.
    fn items(&mut self, title: &str, items: &[&Arc<Item>]) {
        if items.is_empty() {
            return;
        }
        self.paragraph(&format!("## {title}\n\n"));
        let lines: Vec<&Line> = items
            .par_iter()
            .map(|item| item.line.get_or_init(|| Line::new(self.line(item))))
            .collect();
        // Mostly there are none, and no id need be made.
        let has_any = !self.unrecorded.is_empty();
        for (item, line) in items.iter().zip(lines) {
            match has_any.then(|| self.unrecorded.get(&item.followup.id())).flatten() {
                Some(tick) => self.generated.line(&line.with_box(tick.mark())),
                None => self.generated.line(line),
            }
        }
    }

    fn line(&self, item: &Item) -> String {
        match item.followup.standing.record {
            Some(Record::Done(day)) => self.done(item, day),
            _ => self.item(item),
        }
    }

    fn day(&self, day: NaiveDate) -> String {
        short(day, self.today)
    }

    fn item(&self, item: &Item) -> String {
        let due = item.followup.standing.dates.due;
        let mut parts = vec![
            format!("- [ ] **{}**", markdown(&item.followup.title())),
            markdown(&item.position()),
            format!("due {}, {}", self.day(due), distance(due, self.today)),
        ];
        parts.extend(item.remark().map(|remark| markdown(&remark)));
        self.files(item, &mut parts);
        format!("{} <!-- {} -->", parts.join(" · "), comment(&item.followup.id()))
    }

    fn done(&self, item: &Item, day: NaiveDate) -> String {
        let mut parts = vec![
            format!("- [x] **{}**", markdown(&item.followup.title())),
            markdown(&item.position()),
            format!("done {}", self.day(day)),
        ];
        if let Some(draft) = &item.draft {
            parts.push(format!("[draft]({})", link(&draft.path)));
        }
        parts.push(note_link(&item.followup.note));
        format!("{} <!-- {} -->", parts.join(" · "), comment(&item.followup.id()))
    }

    fn files(&self, item: &Item, parts: &mut Vec<String>) {
        if let Some(draft) = &item.draft {
            parts.push(format!("[draft]({})", link(&draft.path)));
            if draft.blanks > 0 {
                parts.push(count(draft.blanks, "blank"));
            }
        }
        parts.push(note_link(&item.followup.note));
    }

    fn waiting(&mut self, agenda: &Agenda) {
        if agenda.waiting.is_empty() {
            return;
        }
        let mut table = String::from(
            "| Company | Role | Interviewed | Decision date | Next check |\n| --- | --- | --- | --- | --- |",
        );
        for waiting in &agenda.waiting {
            let day = |day: Option<NaiveDate>, none: &str| {
                day.map_or_else(|| none.to_owned(), |day| self.day(day))
            };
            let _ = write!(
                table,
                "\n| [{}]({}) | {} | {} | {} | {} |",
                markdown(&waiting.note.company),
                link(&waiting.note.path),
                markdown(waiting.note.role.as_deref().unwrap_or_default()),
                self.day(waiting.interviewed),
                day(waiting.decision, "not stated"),
                day(waiting.next_check, "none"),
            );
        }
        self.section("Waiting to hear", vec![table]);
    }

    fn quiet(&mut self, agenda: &Agenda) {
        let mut lines: Vec<String> = agenda
            .quiet
            .iter()
            .take(QUIET_LINES)
            .map(|quiet| {
                let company = markdown(&position(&quiet.note));
                format!(
                    "- {company} · last sign of life {} · {}",
                    self.day(quiet.since),
                    note_link(&quiet.note)
                )
            })
            .collect();
        if let Some(rest) = agenda.quiet.len().checked_sub(QUIET_LINES).filter(|rest| *rest > 0) {
            lines.push(format!("- and {rest} more"));
        }
        if !lines.is_empty() {
            lines.push(
                "\nIf you have let one go, set `outcome: no_response` in its note.".to_owned(),
            );
        }
        self.section("Gone quiet", lines);
    }
}

fn left_over(left: &LeftOver) -> String {
    let file = format!("- [{}]({}) · edited by you", markdown(&left.path), link(&left.path));
    match left.command() {
        // Within a code span nothing can be escaped.
        Some(command) if !command.contains('`') => {
            format!(
                "{file}, and its note seems to have another name now; `{command}` moves it along"
            )
        }
        _ => format!("{file}, and its follow-up is settled or gone; keep or delete it"),
    }
}

fn note_link(note: &Note) -> String {
    format!("[note]({})", link(&note.path))
}

/// Errors and warnings, then the hints: an old journal could have hundreds of those.
fn problems(problems: &[Diagnostic]) -> Vec<String> {
    let (hints, serious): (Vec<_>, Vec<_>) =
        problems.iter().partition(|problem| problem.problem.severity() == Severity::Hint);
    let mut lines = Vec::new();
    for (list, limit, noun) in [(serious, PROBLEM_LINES, "problem"), (hints, HINT_LINES, "hint")] {
        lines.extend(list.iter().take(limit).map(|problem| line(problem)));
        if let Some(rest) = list.len().checked_sub(limit).filter(|rest| *rest > 0) {
            lines.push(format!("- and {} more", count(rest, noun)));
        }
    }
    lines
}

/// A message without the marks around names that a terminal needs.
fn prose(message: &str) -> String {
    markdown(&message.replace('`', ""))
}

fn line(diagnostic: &Diagnostic) -> String {
    let location = markdown(&diagnostic.location());
    let anchor =
        diagnostic.place.as_ref().map_or_else(String::new, |place| format!("#L{}", place.line));
    let place = match diagnostic.problem {
        // Nothing could lead there.
        Problem::UnusableName => location,
        _ => format!("[{location}]({}{anchor})", link(&diagnostic.path)),
    };
    format!(
        "- {}: {place} {} ({})",
        diagnostic.problem.severity().as_str(),
        prose(&diagnostic.sentence()),
        diagnostic.problem.code(),
    )
}
