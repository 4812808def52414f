//! The agenda's sections of follow-ups: their order and their words, also as earlier agendas wrote them.

use chrono::NaiveDate;

use crate::dates::calendar::{Offset, long};

/// The words in place of the counts where there are none.
const NOTHING: &str = "Nothing to do.";

/// The words for the other numbers in the line of counts, and one of earlier agendas.
const COMING_UP: &str = "coming up";
const FROM_NOTES: &str = "from your notes";
const IN_SEARCH: &str = "in your search";
const TO_MEND: &str = "to mend";
const WAITING: &str = "waiting to hear";

/// The beginnings of words that go on with a number of days from the settings.
const NEXT: &str = "Next ";
const IN_THE_NEXT: &str = "in the next ";
const DONE: &str = "Done in the last ";

/// The beginning of the page's title; the day follows.
const FOLLOW_UPS: &str = "Follow-ups for ";

/// A section of what is still to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Overdue,
    Today,
    AfterInterview,
    Soon,
    Later,
    WorthDoing,
    FindOut,
}

impl Section {
    /// Every section, in the order of the agenda.
    pub const ALL: [Section; 7] = [
        Section::Overdue,
        Section::Today,
        Section::AfterInterview,
        Section::Soon,
        Section::Later,
        Section::WorthDoing,
        Section::FindOut,
    ];

    /// The section of what is due on a day, unless it is late. Days after `soon_until` are later.
    pub fn by_day(due: NaiveDate, today: NaiveDate, soon_until: NaiveDate) -> Section {
        match due {
            due if due <= today => Section::Today,
            due if due <= soon_until => Section::Soon,
            _ => Section::Later,
        }
    }

    /// The word in the agenda's data.
    pub fn as_str(self) -> &'static str {
        match self {
            Section::Overdue => "overdue",
            Section::Today => "today",
            Section::AfterInterview => "after_interview",
            Section::Soon => "soon",
            Section::Later => "later",
            Section::WorthDoing => "worth_doing",
            Section::FindOut => "find_out",
        }
    }

    /// The heading, where soon is within so many days.
    pub fn title(self, soon_within: Offset) -> String {
        match self {
            Section::Overdue => "Overdue".to_owned(),
            Section::Today => "Today".to_owned(),
            Section::AfterInterview => "After today's interview".to_owned(),
            Section::Soon => format!("{NEXT}{}", soon_within.length()),
            Section::Later => "Later".to_owned(),
            Section::WorthDoing => "Worth doing".to_owned(),
            Section::FindOut => "Find out".to_owned(),
        }
    }

    /// The words behind its number in the line of counts; those of the section soon go on with its days.
    fn counted(self) -> &'static str {
        match self {
            Section::Overdue => "overdue",
            Section::Today => "today",
            Section::AfterInterview => "after today's interview",
            Section::Soon => IN_THE_NEXT,
            Section::Later => "later",
            Section::WorthDoing => "worth doing",
            Section::FindOut => "to find out",
        }
    }
}

/// The page's title.
pub fn page_title(today: NaiveDate) -> String {
    format!("{FOLLOW_UPS}{}", long(today))
}

/// The heading above what was done within so many days.
pub fn done_title(done_within: Offset) -> String {
    format!("{DONE}{}", done_within.length())
}

/// The numbers beside those of the sections in the line of counts.
#[derive(Clone, Copy, Debug)]
pub struct Others {
    /// Interviews to come.
    pub coming_up: usize,
    /// Tasks without a day.
    pub from_notes: usize,
    /// Open processes.
    pub in_search: usize,
    /// Errors and warnings.
    pub to_mend: usize,
}

/// The line of counts, `2 overdue · 1 today`, or the words for none.
pub fn counts(
    sections: impl Iterator<Item = (Section, usize)>,
    soon_within: Offset,
    others: Others,
) -> String {
    let words = |section: Section| match section {
        Section::Soon => format!("{}{}", section.counted(), soon_within.length()),
        _ => section.counted().to_owned(),
    };
    let sections = sections.map(|(section, count)| (count, words(section)));
    let first = [(others.coming_up, COMING_UP.to_owned())];
    let last = [
        (others.from_notes, FROM_NOTES.to_owned()),
        (others.in_search, IN_SEARCH.to_owned()),
        (others.to_mend, TO_MEND.to_owned()),
    ];
    let counts = first.into_iter().chain(sections).chain(last).filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, words)| format!("{count} {words}")).collect();
    if counts.is_empty() { NOTHING.to_owned() } else { counts.join(" · ") }
}

/// Returns true for a line that an agenda of another day, or with other settings, has in its own words: the title, the
/// counts, a heading with a number of days.
pub fn is_of_any_day(line: &str) -> bool {
    let line = line.trim_end();
    if let Some(day) = line.strip_prefix("# ").and_then(|title| title.strip_prefix(FOLLOW_UPS)) {
        return NaiveDate::parse_from_str(day, "%A %d %B %Y").is_ok();
    }
    if let Some(heading) = line.strip_prefix("## ") {
        let length = heading.strip_prefix(NEXT).or(heading.strip_prefix(DONE));
        return length.is_some_and(Offset::is_length);
    }
    line == NOTHING || line.split(" · ").all(is_count)
}

/// Returns true for a part of a line of counts.
fn is_count(part: &str) -> bool {
    part.split_once(' ').is_some_and(|(count, words)| {
        let is_section = |section: Section| match section {
            Section::Soon => words.strip_prefix(section.counted()).is_some_and(Offset::is_length),
            _ => words == section.counted(),
        };
        count.bytes().all(|b| b.is_ascii_digit())
            && (Section::ALL.into_iter().any(is_section)
                || matches!(words, COMING_UP | FROM_NOTES | IN_SEARCH | TO_MEND | WAITING))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_other_days_and_settings_are_known() {
        for days in ["0d", "1d", "7d", "14d", "1b", "10b"].map(|days| Offset::parse(days).unwrap())
        {
            let sections = Section::ALL.map(|section| (section, 1));
            let others = Others { coming_up: 1, from_notes: 2, in_search: 3, to_mend: 4 };
            assert!(is_of_any_day(&counts(sections.into_iter(), days, others)), "{days}");
            assert!(is_of_any_day(&format!("## {}", Section::Soon.title(days))), "{days}");
            assert!(is_of_any_day(&format!("## {}", done_title(days))), "{days}");
        }
        for line in
            ["## Next steps", "## Next 7 steps", "3 things", "# Follow-ups for Jane", "Next 7 days"]
        {
            assert!(!is_of_any_day(line), "{line}");
        }
    }
}
