//! Values of one kind each: text, days, yes or no, outcomes and time frames.

use chrono::{Datelike, Months, NaiveDate};

use super::keys::{self, Key};
use super::nodes::{date_text, is_empty, only_item, scalar, value_of};
use super::written::{FALSE, TRUE, UPDATED_DATE, UPDATED_WINDOW};
use super::{DAY_LIMIT, EARLY_DAYS, FAR_YEARS, Fields, LONG_WINDOW};
use crate::dates::calendar::{Calendar, parse_date};
use crate::dates::date::{
    DayOfYear, Order, Reading, likely_day, reading, weekday_before_date, written_out,
};
use crate::dates::day::{Direction, day, misnamed};
use crate::dates::window::Window;
use crate::diagnostic::Problem;
use crate::notes::tree::{Node, Value};
use crate::notes::{Interest, Outcome, UnclearDay, Update};
use crate::rules::known::Known;
use crate::rules::mapping::Meaning;
use crate::text::{clipped, composed_line, folded, is_same_key, nearest, one_line};

impl Fields<'_> {
    /// A line of text. If a field appears twice, the first counts: a note needs its company.
    pub fn text(&mut self, key: &Key<String>) -> Option<String> {
        let (_, node) = self.find(key)?;
        self.text_of(key.name(), node)
    }

    pub fn date(&mut self, key: &Key<NaiveDate>) -> Known<NaiveDate> {
        self.field(key, |fields, node| fields.date_of(key.name(), node))
    }

    /// The day by which an offer needs an answer, which may be told in words: they are counted from the day of the offer.
    pub fn deadline(&mut self, key: &Key<NaiveDate>, said: Option<NaiveDate>) -> Known<NaiveDate> {
        self.field(key, |fields, node| {
            let text = date_text(node).map(|text| written_out(text, fields.mapping.dates));
            let told = text
                .as_deref()
                .zip(said)
                .filter(|(text, _)| reading(text).is_none() && DayOfYear::parse(text).is_none())
                // Its end may come too late.
                .filter(|(text, _)| Window::parse(text).is_none_or(|told| !told.is_rough()));
            let day = told.and_then(|(text, said)| {
                day(text, said, Direction::Ahead, &Calendar::default()).ok()
            });
            match day {
                Some(day) => Known::Is(day),
                None => fields.date_of(key.name(), node),
            }
        })
    }

    /// A day, or a no that says that there is none.
    pub fn day_or_no(&mut self, key: &Key<NaiveDate>) -> Known<NaiveDate> {
        self.field(key, |fields, node| match node.text().map(folded).as_deref() {
            Some(word) if FALSE.contains(&word) => Known::Missing,
            _ => fields.date_of(key.name(), node),
        })
    }

    /// Yes or no.
    pub fn truth(&mut self, key: &Key<bool>) -> Known<bool> {
        self.field(key, |fields, node| fields.truth_of(key.name(), node))
    }

    /// The outcome. Words that nobody knows count as pending, so that nothing is lost; those that were probably meant to
    /// be an outcome count as none, so that nobody who has refused is asked for news.
    pub fn outcome(&mut self, key: &Key<Outcome>) -> Known<Outcome> {
        let outcome = self.field(key, |fields, node| match scalar(node) {
            Some(text) => match fields.outcome_in(text) {
                Some(outcome) => Known::Is(outcome),
                None => {
                    if let Some((outcome, day)) = fields.dated_outcome(text) {
                        fields.outcome_day = Some(day);
                        return Known::Is(outcome);
                    }
                    let near = nearest(&folded(text), Outcome::ALL.map(Outcome::as_str));
                    fields.report(node, Problem::UnknownOutcome { value: one_line(text), near });
                    // Nobody asks for news who is asked for an answer.
                    let is_open = near.is_none() && !fields.has(&keys::DECIDE_BY);
                    if is_open { Known::Is(Outcome::Pending) } else { Known::Bad }
                }
            },
            None => fields.wrong_type(node, key.name(), "one word"),
        });
        self.outcome = outcome.value().copied();
        outcome
    }

    pub fn interest(&mut self, key: &Key<Interest>) -> Known<Interest> {
        self.field(key, |fields, node| match scalar(node).and_then(Interest::parse) {
            Some(interest) => Known::Is(interest),
            None => fields.wrong_type(node, key.name(), "`keen`, `open` or `cooling`"),
        })
    }

    /// Reports a single interview in place of a list of them, and returns whether there is one.
    pub fn has_one_interview(&mut self) -> bool {
        let Some((_, node)) = self.find(&keys::INTERVIEWS) else { return false };
        let is_map = matches!(node.value, Value::Map(_));
        if is_map {
            let expected = "a list, with `- ` before the first field of each interview";
            self.report_type(node, keys::INTERVIEWS.name(), expected);
        }
        is_map
    }

    /// The time frame that the outcome tells, if it says that they have stopped for a while, or that the user is in reserve.
    pub fn window_in_outcome(&self) -> Option<Window> {
        let word = self.find(&keys::OUTCOME).and_then(|(_, word)| scalar(word))?;
        let window = Window::parse(word).filter(|_| self.mapping.meaning(word).is_none())?;
        matches!(window, Window::OnHold(_) | Window::InReserve { .. }).then_some(window)
    }

    /// Returns true if the outcome says that the offer was made in writing.
    pub fn is_in_writing(&self) -> bool {
        let word = self.find(&keys::OUTCOME).and_then(|(_, word)| scalar(word));
        self.outcome == Some(Outcome::Offer) && word.is_some_and(Outcome::is_in_writing)
    }

    /// Returns true if the outcome says that there was no interview.
    pub fn is_no_interview(&self) -> bool {
        let has_day = self.find(&keys::DATE).is_some_and(|(_, day)| !is_empty(day));
        let word = self.find(&keys::OUTCOME).and_then(|(_, word)| scalar(word));
        word.is_some_and(|word| match self.mapping.meaning(word) {
            Some(meaning) => meaning == Meaning::PassedOver,
            None => !has_day && Outcome::is_none(word),
        })
    }

    /// The outcome that a word means in this journal.
    fn outcome_in(&self, word: &str) -> Option<Outcome> {
        match self.mapping.meaning(word) {
            Some(Meaning::Outcome(name)) => Outcome::parse(name),
            _ => Outcome::parse(word).or_else(|| {
                if Window::parse(word).is_some_and(|window| window.is_in_reserve()) {
                    return Some(Outcome::Pending);
                }
                // In a sentence, who said no may be left open, or what somebody was chosen for.
                Outcome::heard(word)
                    .filter(|told| *told != Outcome::Declined && !Outcome::is_choice(word))
            }),
        }
    }

    /// The outcome in words with its day behind them: `Offer 11/18`, `offer (on 18 November)`.
    fn dated_outcome(&self, text: &str) -> Option<(Outcome, NaiveDate)> {
        text.match_indices(' ').find_map(|(at, _)| {
            let day = text[at..].trim_matches([' ', '(', ')']);
            let told = written_out(day.strip_prefix("on ").unwrap_or(day), self.mapping.dates);
            let day = match reading(&told) {
                Some(Reading::Day(day)) => Some(day),
                _ => self.without_year(keys::OUTCOME_DATE.name(), &told),
            };
            let outcome = self.outcome_in(text[..at].trim_end_matches([' ', ',', ':', '-']));
            outcome.filter(|outcome| outcome.has_day()).zip(day)
        })
    }

    pub fn window(&mut self, key: &Key<Window>) -> Known<Window> {
        self.field(key, |fields, node| fields.window_of(node, key.name(), fields.interview))
    }

    /// The next thing that the user means to do, and its day.
    pub fn next_action(&mut self) -> Option<(String, Option<NaiveDate>)> {
        let action = self.text(&keys::NEXT_ACTION)?;
        Some((action, self.date_or_own(&keys::NEXT_ACTION_DATE)))
    }

    /// A day that can be read. Under another name than the field's own, anything else may be the user's, such as a time.
    pub fn date_or_own(&mut self, key: &Key<NaiveDate>) -> Option<NaiveDate> {
        let (name, node) = self.find(key)?;
        let is_own = name.text().is_some_and(|name| is_same_key(name, key.name()));
        let is_date = date_text(node).is_some_and(|text| {
            let text = written_out(text, self.mapping.dates);
            reading(&text).is_some() || DayOfYear::parse(&text).is_some()
        });
        if is_own || is_date { self.date(key).value().copied() } else { None }
    }

    pub fn updates(&mut self, key: &Key<Vec<Update>>) -> Vec<Update> {
        const SHAPE: &str = "a list such as `- {date: 2026-03-11, decision_window: by 2026-03-25}`";
        let Some((_, node)) = self.find(key) else { return Vec::new() };
        let items = match &node.value {
            Value::Null => return Vec::new(),
            Value::List(items) => self.first_items(items.iter(), "updates"),
            _ => vec![node],
        };
        items
            .into_iter()
            .map(|item| {
                let Value::Map(entries) = &item.value else {
                    return Update {
                        date: self.wrong_type(item, key.name(), SHAPE),
                        date_place: None,
                        window: Known::Bad,
                    };
                };
                self.check_inner_keys(entries, &[&[UPDATED_DATE], &UPDATED_WINDOW]);
                let day = value_of(entries, &[UPDATED_DATE]);
                let date_place = day.map(|node| Box::new(self.place_at(node.span.clone())));
                let date = match day {
                    Some(node) => self.date_of("updates: date", node),
                    None => self.wrong_type(item, key.name(), SHAPE),
                };
                let window = match value_of(entries, &UPDATED_WINDOW) {
                    Some(node) => {
                        self.window_of(node, "updates: decision_window", date.value().copied())
                    }
                    None => Known::Missing,
                };
                Update { date, date_place, window }
            })
            .collect()
    }

    pub(super) fn text_of(&mut self, key: &str, node: &Node<'_>) -> Option<String> {
        let node = only_item(node).filter(|item| !is_empty(item)).unwrap_or(node);
        match scalar(node) {
            Some(text) => Some(composed_line(text)).filter(|text| !text.is_empty()),
            None if node.value == Value::Null => None,
            None => {
                self.report_type(node, key, "a short line of text");
                None
            }
        }
    }

    pub(super) fn truth_of(&mut self, key: &str, node: &Node<'_>) -> Known<bool> {
        match node.text().map(folded).as_deref() {
            Some(word) if TRUE.contains(&word) => Known::Is(true),
            Some(word) if FALSE.contains(&word) => Known::Is(false),
            _ => self.wrong_type(node, key, "true or false"),
        }
    }

    fn date_of(&mut self, key: &str, node: &Node<'_>) -> Known<NaiveDate> {
        let Some(text) = date_text(node) else {
            return self.wrong_type(node, key, "a date such as 2026-03-02");
        };
        let told = written_out(text, self.mapping.dates);
        let day = match reading(&told) {
            Some(Reading::Day(day)) => Some(day),
            _ => None,
        };
        self.first_day = self.first_day.or(day);
        let day = day.or_else(|| self.without_year(key, &told));
        let names = weekday_before_date(text);
        if let Some(date) = day.filter(|day| names.is_some_and(|name| name != day.weekday())) {
            let (field, value) = (key.to_owned(), one_line(text));
            return self.bad(node, Problem::WrongWeekday { field, value, date });
        }
        if let Some(day) = day {
            self.check_day(key, node, day);
            return Known::Is(day);
        }
        let problem = date_problem(key, text, self.mapping.dates).unwrap_or_else(|| {
            let near = likely_day(&one_line(text), self.first_day);
            let day = DayOfYear::parse(text);
            Problem::InvalidDate { field: key.to_owned(), value: one_line(text), day, near }
        });
        self.bad(node, problem)
    }

    /// The day of a date without its year: the first one from the interview on, or the one nearest to another day of the
    /// note where it may come before that.
    fn without_year(&self, key: &str, text: &str) -> Option<NaiveDate> {
        let day = DayOfYear::parse(text)?;
        let nearest = day.nearest_to(self.first_day?)?;
        match self.interview.filter(|_| !self.may_come_before(key, nearest)) {
            Some(interview) => day.first_from(interview),
            None => Some(nearest),
        }
    }

    /// A field's day as it is written, if it can't be read.
    pub fn unclear(&self, key: &Key<NaiveDate>, day: Known<NaiveDate>) -> Option<Box<UnclearDay>> {
        let (_, node) = self.find(key).filter(|_| day.is_bad())?;
        let text = clipped(&one_line(date_text(node)?), DAY_LIMIT);
        let likely = likely_day(&text, self.first_day);
        Some(Box::new(UnclearDay { text, likely }))
    }

    /// Returns true for a day that may come before the interview: it is for getting ready, calls the interview off, or is that
    /// of an invitation, which is reported by itself.
    fn may_come_before(&self, key: &str, date: NaiveDate) -> bool {
        use Outcome::{Cancelled, Declined, HiringManager, MoreInterviews, Rejected, Withdrawn};
        let may_answer = match self.outcome.filter(|_| key == keys::OUTCOME_DATE.name()) {
            Some(MoreInterviews | HiringManager) => true,
            Some(Withdrawn | Rejected | Declined | Cancelled) => {
                self.interview.is_some_and(|interview| (interview - date).num_days() < EARLY_DAYS)
            }
            _ => false,
        };
        key == keys::NEXT_ACTION_DATE.name() || self.has(&keys::CANCELLED) || may_answer
    }

    /// Reports a day before the interview, unless it is for getting ready or calls the interview off, or years after it. The
    /// day counts all the same.
    fn check_day(&mut self, key: &str, node: &Node<'_>, date: NaiveDate) {
        let Some(interview) = self.interview else { return };
        if date < interview && !self.may_come_before(key, date) {
            let field = key.to_owned();
            self.report(node, Problem::BeforeInterview { field, date, interview });
        } else if date.years_since(interview).is_some_and(|years| years >= FAR_YEARS) {
            let (years, side) = (FAR_YEARS, "after the interview");
            self.report(node, Problem::FarDate { date, years, side });
        }
    }

    /// Reports a window that ends long after the day on which it was said, unless its year was reported already.
    fn check_window(
        &mut self,
        node: &Node<'_>,
        value: &str,
        window: &Window,
        said: Option<NaiveDate>,
    ) {
        let Some(said) = said else { return };
        let Some(last) = window.last_day(said, &Calendar::default()) else { return };
        let limit = said.checked_add_months(Months::new(LONG_WINDOW)).unwrap_or(NaiveDate::MAX);
        let is_far = |from: NaiveDate| last.years_since(from).is_some_and(|n| n >= FAR_YEARS);
        if last <= limit || window.dated().is_some() && self.interview.is_some_and(is_far) {
            return;
        }
        // The day of a year that has just passed is read as the next year's.
        let passed = last.checked_sub_months(Months::new(12));
        let passed = passed.filter(|day| window.dated().is_none() && *day < said);
        let value = one_line(value);
        self.report(node, Problem::LongWindow { value, said, last, passed });
    }

    /// A window that isn't understood counts as none; the problem says so.
    fn window_of(&mut self, node: &Node<'_>, key: &str, said: Option<NaiveDate>) -> Known<Window> {
        match (&node.value, scalar(node)) {
            (Value::Null, _) => Known::Is(Window::Unstated),
            (_, Some(text)) => match Window::told(&written_out(text, self.mapping.dates)) {
                Some(window) => {
                    let calendar = Calendar::default();
                    let wrong = said.and_then(|said| misnamed(&window, text, said, &calendar));
                    if let Some(date) = wrong {
                        let (field, value) = (key.to_owned(), one_line(text));
                        self.report(node, Problem::WrongWeekday { field, value, date });
                        return Known::Is(Window::Unclear);
                    }
                    if let Some(day) = window.dated() {
                        self.check_day(key, node, day);
                    }
                    self.check_window(node, text, &window, said);
                    Known::Is(window)
                }
                None => {
                    let unknown = || Problem::UnknownWindow { value: one_line(text) };
                    // Two dates are a time frame that nobody can be sure of.
                    let is_one = text.trim().get(..10).and_then(parse_date).is_none();
                    let order = self.mapping.dates;
                    let problem = if is_one { date_problem(key, text, order) } else { None };
                    let problem = problem.unwrap_or_else(unknown);
                    self.report(node, problem);
                    Known::Is(Window::Unclear)
                }
            },
            _ => self.wrong_type(node, key, "a time frame such as `1 week` or `by 2026-03-20`"),
        }
    }

    /// Reads a field with `read`, unless it is missing, empty or given twice.
    pub(super) fn field<K, T>(
        &mut self,
        key: &Key<K>,
        read: impl FnOnce(&mut Self, &Node<'_>) -> Known<T>,
    ) -> Known<T> {
        let Some((name, node)) = self.find(key) else { return Known::Missing };
        if name.text().is_some_and(|name| self.is_duplicate(name)) {
            return Known::Bad;
        }
        if is_empty(node) { Known::Missing } else { read(self, node) }
    }

    fn is_duplicate(&self, key: &str) -> bool {
        !self.duplicates.is_empty() && self.duplicates.contains(&keys::name_of(key, self.mapping).0)
    }

    fn bad<T>(&mut self, node: &Node<'_>, problem: Problem) -> Known<T> {
        self.report(node, problem);
        Known::Bad
    }

    fn wrong_type<T>(&mut self, node: &Node<'_>, key: &str, expected: &'static str) -> Known<T> {
        self.report_type(node, key, expected);
        Known::Bad
    }
}

/// The problem with a date that isn't written as year, month and day, if it can be understood.
fn date_problem(key: &str, text: &str, order: Option<Order>) -> Option<Problem> {
    let (field, value) = (key.to_owned(), one_line(text));
    Some(match reading(&written_out(&value, order))? {
        Reading::Either(one, other) => {
            Problem::AmbiguousDate { field, value, readings: (one, other) }
        }
        Reading::Day(day) | Reading::InNumbers(day) => {
            Problem::ForeignDate { field, value, reading: day }
        }
        Reading::WrongWeekday(date) => Problem::WrongWeekday { field, value, date },
    })
}
