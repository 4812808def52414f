//! The days and time frames of which a message speaks.

use chrono::{Datelike, NaiveDate, TimeDelta};
use minijinja::Value;

use crate::dates::window::Window;
use crate::drafts::blanks::blank;
use crate::drafts::scene::Scene;
use crate::drafts::timeframe::{self, Said, in_words};
use crate::plan::followup::FollowUp;
use crate::plan::timeframes::timeframes;
use crate::rules::known::Known;

/// The days within which a day of the week is clear by itself.
const CLEAR: i64 = 6;

/// The days within which a date of another year needs no year.
const NEAR: i64 = 60;

impl Scene<'_> {
    /// The value of a name about days or time frames; `None` for any other.
    pub(super) fn value_of_dates(&self, name: &str) -> Option<Value> {
        let (note, own, followup) = (self.note, &self.followup.note, self.followup);
        let offer_elsewhere = followup.setting.offer_elsewhere;
        let day = |day: NaiveDate| self.day(day);
        Some(match name {
            "date" => self.interview_day().into(),
            "weekday" => self.weekday().into(),
            "decision" => self.decision().map(day).into(),
            "time_frame" => self.time_frame(Said::AsHeard).into(),
            "time_frame_later" => self.time_frame(Said::DaysAfter).into(),
            "time_frame_then" => self.time_frame(Said::WeeksAfter).into(),
            "decision_time" => self.decision_time(Said::AsHeard).into(),
            "decision_time_later" => self.decision_time(Said::DaysAfter).into(),
            "decision_time_then" => self.decision_time(Said::WeeksAfter).into(),
            "time_frame_unclear" => matches!(
                note.latest_window(),
                Known::Is(Window::Unclear | Window::InReserve { .. } | Window::NotBefore(_))
            )
            .into(),
            "news_expected" => timeframe::of_news(note, self.config, self.language).into(),
            "updates" => note.updates.len().into(),
            "updated" => {
                let update = note.latest_update();
                update.and_then(|update| update.date.value().copied()).map(day).into()
            }
            "decide_by" => own.decide_by.value().copied().map(day).into(),
            "told" => offer_elsewhere
                .filter(|offer| !offer.is_settled)
                .map(|offer| day(offer.told))
                .into(),
            "settled" => {
                // The check before may have said so.
                let is_new = |told| followup.asked_before().is_none_or(|asked| asked < told);
                let settled =
                    offer_elsewhere.filter(|offer| offer.is_settled && is_new(offer.told));
                settled.map(|offer| day(offer.told)).into()
            }
            "decide_by_unclear" => own.unclear_deadline.is_some().into(),
            "in_writing" => own.is_in_writing.into(),
            "answer_by" => offer_elsewhere.and_then(|offer| offer.answer_by).map(day).into(),
            "start" => self.start().map(day).into(),
            "last_day" => self.last_day().map(day).into(),
            "times" => self.times().into(),
            "offers_times" => self.offers_times().into(),
            "names_times" => self.names_times().into(),
            "bare_times" => self.says_bare_times().into(),
            "again" => followup.asked_before().is_some().into(),
            "sent" => followup.asked_before().map(day).into(),
            _ => return None,
        })
    }

    /// A day, with its year if that isn't clear.
    fn day(&self, day: NaiveDate) -> String {
        let (dates, order) = (&self.language.words.dates, self.config.voice.dates);
        let near = self.followup.note.outcome_date.or(self.note.date).value().copied();
        match near {
            Some(near) if near.year() == day.year() || (day - near).num_days().abs() < NEAR => {
                dates.day(day, order)
            }
            _ => dates.day_with_year(day, order),
        }
    }

    /// The day of the interview, without its year; a blank if the note doesn't say it.
    fn interview_day(&self) -> String {
        let words = &self.language.words;
        match self.note.date.value() {
            Some(day) => words.dates.day(*day, self.config.voice.dates),
            None => blank(&words.blanks.interview_day, self.language),
        }
    }

    /// The same as a day of the week, as long as that is clear.
    fn weekday(&self) -> String {
        match self.note.date.value().copied() {
            // Put off for long, or overtaken by late news, it is another week's.
            Some(day) if self.likely_sent() - day <= TimeDelta::days(CLEAR) => {
                self.language.words.dates.weekday(day).to_owned()
            }
            _ => self.interview_day(),
        }
    }

    fn time_frame(&self, said: Said) -> Option<String> {
        in_words(self.note, self.config, self.language, said)
    }

    /// The same as the time of the decision: "by Friday".
    fn decision_time(&self, said: Said) -> Option<String> {
        timeframe::as_time(self.note, self.config, self.language, said)
    }

    /// The decision date of the note's latest time frame.
    pub(super) fn decision(&self) -> Option<NaiveDate> {
        timeframes(self.note, &self.config.calendar).last()?.decision.value().copied()
    }

    /// The day on which the message is due, or that of the news or the next round if that came later and the message wasn't
    /// sent.
    fn likely_sent(&self) -> NaiveDate {
        let FollowUp { standing, setting, .. } = self.followup;
        let news = [self.note.outcome_date.value().copied(), setting.next_round];
        news.into_iter().flatten().fold(standing.dates.due, NaiveDate::max)
    }
}
