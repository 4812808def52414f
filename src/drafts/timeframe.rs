//! A time frame in the company's words, as in "you mentioned the end of March".

use chrono::{Datelike, NaiveDate, Weekday};

use crate::dates::window::{Holidays, Part, Unit, Window};
use crate::drafts::language::Language;
use crate::notes::Note;
use crate::plan::timeframes::timeframes;
use crate::rules::config::Config;
use crate::rules::known::Known;

/// When a time frame is spoken of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// On the day on which it was heard.
    AsHeard,
    /// Days later, when "next week" may have become this one.
    DaysAfter,
    /// Weeks later, looking back.
    WeeksAfter,
}

/// The latest time frame of a note; `None` if there is none.
pub fn in_words(note: &Note, config: &Config, language: &Language, said: Said) -> Option<String> {
    let then = said == Said::WeeksAfter;
    let (update, window) = (note.latest_update(), note.latest_window().value()?);
    let frame = *timeframes(note, &config.calendar).last()?;
    let decision = match frame.decision {
        Known::Is(day) => day,
        Known::Missing | Known::Bad => return None,
    };
    let (words, dates) = (&language.words.time_frames, &language.words.dates);
    let number = |count: u32| match words.numbers.get(count as usize) {
        Some(word) if !word.is_empty() => word.clone(),
        _ => count.to_string(),
    };
    let counted = |count: u32, forms: &[String; 2]| match count {
        1 => forms[0].clone(),
        _ => forms[1].replace("{number}", &number(count)),
    };
    let is_another = then && update.is_some();
    let spans = if is_another { &words.another } else { &words.spans };
    let forms_of = |unit: Unit| match unit {
        Unit::Day => &spans.days,
        Unit::BusinessDay => &spans.business_days,
        Unit::WorkingDay => &spans.working_days,
        Unit::Week => &spans.weeks,
        Unit::Month => &spans.months,
    };
    let nth = |forms: &[String; 2], at: u64| forms[at.min(1) as usize].clone();
    let (window, is_more) = match window {
        Window::More(span) => (&**span, true),
        window => (window, false),
    };
    let (window, is_about) = match window {
        Window::About(span) => (&**span, !is_another),
        window => (window, false),
    };
    let rough = |span: String| match is_about {
        true => words.about.replace("{span}", &span),
        false => span,
    };
    // A weekday, looked back at: "that Thursday", but "the following Tuesday" of the week after.
    let weekday_then = || {
        let heard = frame.heard.value().filter(|heard| is_same_week(**heard, decision));
        let form = if heard.is_some() { &words.that_weekday } else { &words.weekday_then[0] };
        form.replace("{weekday}", dates.weekday(decision))
    };
    if said == Said::DaysAfter {
        let plain = |day| dates.plain(day, config.voice.dates);
        match window {
            Window::Days(0 | 1) | Window::BusinessDays(0 | 1) | Window::WorkingDays(0 | 1) => {
                return None;
            }
            Window::Weekday { .. } | Window::EndOfWeek { weeks: 0 | 1 } => {
                return Some(words.day_of_month.replace("{date}", &plain(decision)));
            }
            Window::Week { weeks: 0 | 1 } | Window::PartOfWeek { .. } => {
                let monday = decision.week(Weekday::Mon).first_day();
                return Some(words.end_of_week_of.replace("{date}", &plain(monday)));
            }
            _ => {}
        }
    }
    Some(match *window {
        Window::Unstated
        | Window::Unclear
        | Window::BackOn
        | Window::OnHold(_)
        | Window::InReserve { .. }
        | Window::NotBefore(_) => return None,
        // Nobody is asked for "another 0 days".
        Window::Days(0) | Window::BusinessDays(0) | Window::WorkingDays(0) if is_more => {
            return None;
        }
        // "Tomorrow", as it is told on another day.
        Window::Days(0 | 1) | Window::BusinessDays(0 | 1) | Window::WorkingDays(0 | 1) if !then => {
            nth(&words.weekday, 0).replace("{weekday}", dates.weekday(decision))
        }
        Window::Days(0 | 1) | Window::BusinessDays(0 | 1) | Window::WorkingDays(0 | 1)
            if !is_more =>
        {
            match frame.heard.value().map(|heard| (decision - *heard).num_days()) {
                Some(0) => words.that_day.clone(),
                Some(1) => words.next_day.clone(),
                _ => weekday_then(),
            }
        }
        Window::Days(days) if days % 7 == 0 => rough(counted(days / 7, &spans.weeks)),
        Window::Days(days) => rough(counted(days, &spans.days)),
        Window::BusinessDays(days) => rough(counted(days, &spans.business_days)),
        Window::WorkingDays(days) => rough(counted(days, &spans.working_days)),
        Window::Months(months) => rough(counted(months, &spans.months)),
        Window::Range { least, most, unit } => {
            let forms = forms_of(unit);
            let most = number(most);
            let filled =
                |form: &str, least: &str| form.replace("{least}", least).replace("{most}", &most);
            rough(match least {
                1 => filled(&words.one_or_more, &forms[0]),
                // Both in words, or both in digits.
                least => {
                    let is_word = most.starts_with(char::is_alphabetic);
                    let least = if is_word { number(least) } else { least.to_string() };
                    forms[1].replace("{number}", &filled(&words.range, &least))
                }
            })
        }
        Window::Few(unit) => {
            forms_of(unit)[1].replace("{number}", &words.few[usize::from(is_another)])
        }
        Window::Couple(unit) => {
            forms_of(unit)[1].replace("{number}", &words.couple[usize::from(is_another)])
        }
        Window::On(_)
        | Window::DayOfYear { .. }
        | Window::DayOfMonth(_)
        | Window::WeeksAfter { .. } => {
            words.day_of_month.replace("{date}", &dates.plain(decision, config.voice.dates))
        }
        Window::Weekday { weeks: 0, .. } if then => weekday_then(),
        Window::Weekday { weeks, .. } => {
            let forms = if then { &words.weekday_then } else { &words.weekday };
            nth(forms, weeks).replace("{weekday}", dates.weekday(decision))
        }
        Window::EndOfWeek { weeks: 2.. } | Window::Week { weeks: 2.. } => {
            let monday = decision.week(Weekday::Mon).first_day();
            words.end_of_week_of.replace("{date}", &dates.plain(monday, config.voice.dates))
        }
        Window::Weekend => words.weekend.clone(),
        Window::EndOfWeek { weeks } => {
            nth(if then { &words.end_of_week_then } else { &words.end_of_week }, weeks)
        }
        Window::EndOfWeekOf(ref day) => {
            // "The week of the 18th" is a Wednesday's.
            let mut days = decision.week(Weekday::Mon).first_day().iter_days().take(7);
            let monday = days.next()?;
            let named = match **day {
                Window::DayOfYear { day, .. } | Window::DayOfMonth(day) => day,
                Window::On(day) => day.day(),
                _ => monday.day(),
            };
            let day = days.find(|day| day.day() == named).unwrap_or(monday);
            words.end_of_week_of.replace("{date}", &dates.plain(day, config.voice.dates))
        }
        Window::EndOfMonth { months } => {
            let forms = if then { &words.end_of_month_then } else { &words.end_of_month };
            nth(forms, months.into()).replace("{month}", dates.month(decision.month()))
        }
        Window::Week { weeks } => nth(if then { &words.week_then } else { &words.week }, weeks),
        Window::Month { months } if !then => nth(&words.month, months.into()),
        Window::Month { .. } | Window::NamedMonth(_) => {
            words.named_month.replace("{month}", dates.month(decision.month()))
        }
        Window::EndOfNamedMonth(_) | Window::EndOfDatedMonth { .. } => {
            words.end_of_named_month.replace("{month}", dates.month(decision.month()))
        }
        Window::PartOfMonth { part, month } => {
            words.part_of_month[part as usize].replace("{month}", dates.month(month))
        }
        Window::PartOfWeek { part, weeks } => match (weeks, then) {
            (0, false) => words.later_this_week.clone(),
            (0, true) => words.later_that_week.clone(),
            (_, false) => words.part_of_next_week[part as usize].clone(),
            (_, true) => words.part_of_week_after[part as usize].clone(),
        },
        Window::Holidays(time) => {
            let named = &words.holidays[time as usize];
            match time {
                Holidays::AfterChristmas | Holidays::AfterEaster | Holidays::AfterThanksgiving => {
                    words.time_after.replace("{after}", named)
                }
                _ => named.clone(),
            }
        }
        Window::EndOfYear => words.end_of_year.clone(),
        // Nothing is more than more, or about "about".
        Window::More(_) | Window::About(_) => return None,
    })
}

/// The latest time frame of a note as the time of the decision itself, as it follows "a decision": "by Friday", "within about two
/// weeks", "by the end of March".
pub fn as_time(note: &Note, config: &Config, language: &Language, said: Said) -> Option<String> {
    let is_then = said == Said::WeeksAfter;
    let window = note.latest_window().value()?;
    let when = match (window, said) {
        (Window::Week { weeks: 0 | 1 } | Window::PartOfWeek { .. }, Said::DaysAfter) => When::In,
        (Window::Days(0 | 1) | Window::BusinessDays(0 | 1) | Window::WorkingDays(0 | 1), _) => {
            if is_then {
                When::Plain
            } else {
                When::By
            }
        }
        (Window::Week { weeks: 0 | 1 } | Window::PartOfWeek { weeks: 0, .. }, _) => When::Plain,
        (Window::PartOfWeek { part: Part::Early | Part::Late, .. }, _) if !is_then => When::Plain,
        (Window::Month { .. }, _) if !is_then => When::Plain,
        (Window::Holidays(time), _) => match time {
            Holidays::Christmas
            | Holidays::Easter
            | Holidays::Thanksgiving
            | Holidays::MondayAfterThanksgiving
            | Holidays::BlackFriday => When::By,
            Holidays::EarlyNewYear => When::At,
            Holidays::NewYear | Holidays::ThanksgivingWeek => When::In,
            Holidays::AfterChristmas | Holidays::AfterEaster | Holidays::AfterThanksgiving => {
                return Some(language.words.time_frames.holidays[*time as usize].clone());
            }
        },
        (
            Window::On(_)
            | Window::DayOfYear { .. }
            | Window::DayOfMonth(_)
            | Window::Weekday { .. }
            | Window::WeeksAfter { .. }
            | Window::Weekend
            | Window::EndOfWeek { weeks: 0 | 1 }
            | Window::EndOfMonth { .. }
            | Window::EndOfNamedMonth(_)
            | Window::EndOfDatedMonth { .. }
            | Window::EndOfYear,
            _,
        ) => When::By,
        (Window::PartOfWeek { part: Part::Early | Part::Late, .. }, _) => When::At,
        (window, _) if is_length(window) => When::Within,
        _ => When::In,
    };
    let words = in_words(note, config, language, said)?;
    Some(language.words.time_frames.as_time[when as usize].replace("{time-frame}", &words))
}

/// The same as the time of the news, looked back at from later. `None` for a length of time, which is no time by itself.
pub fn of_news(note: &Note, config: &Config, language: &Language) -> Option<String> {
    let window = note.latest_window().value()?;
    (!is_length(window)).then(|| as_time(note, config, language, Said::WeeksAfter))?
}

/// Returns true for a length of time: "two weeks".
fn is_length(window: &Window) -> bool {
    match window {
        Window::Days(days) | Window::BusinessDays(days) | Window::WorkingDays(days) => *days > 1,
        Window::Months(_)
        | Window::Range { .. }
        | Window::Few(_)
        | Window::Couple(_)
        | Window::About(_)
        | Window::More(_) => true,
        _ => false,
    }
}

/// The word before the time of a decision.
#[derive(Clone, Copy)]
enum When {
    Plain,
    By,
    At,
    In,
    Within,
}

fn is_same_week(one: NaiveDate, other: NaiveDate) -> bool {
    one.week(Weekday::Mon).first_day() == other.week(Weekday::Mon).first_day()
}
