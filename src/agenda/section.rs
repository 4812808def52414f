//! The agenda's sections of follow-ups: their order and their words, also as earlier agendas wrote them.

use chrono::NaiveDate;

use crate::dates::calendar::{Offset, long};

/// The words in place of the counts where there are none.
const NOTHING: &str = "Nothing to do.";

/// The words for the other numbers in the line of counts.
const COMING_UP: &str = "coming up";
const FROM_NOTES: &str = "from your notes";
const OPEN: &str = "open";
const PROBLEM: &str = "problem";
const PROBLEMS: &str = "problems";

/// The headings of the other sections.
pub const COMING: &str = "Coming up";
pub const TICKED: &str = "Ticked, not recorded yet";
pub const NOTES: &str = "From your notes";
pub const SEARCH: &str = "Your search";
pub const QUIET: &str = "Gone quiet";
pub const DRAFTS: &str = "Drafts left over";
pub const ALL_PROBLEMS: &str = "Problems";
const OTHER_TITLES: [&str; 7] = [COMING, TICKED, NOTES, SEARCH, QUIET, DRAFTS, ALL_PROBLEMS];

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
    pub problems: usize,
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
        (others.in_search, OPEN.to_owned()),
        (others.problems, if others.problems == 1 { PROBLEM } else { PROBLEMS }.to_owned()),
    ];
    let counts = first.into_iter().chain(sections).chain(last).filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, words)| format!("{count} {words}")).collect();
    if counts.is_empty() { NOTHING.to_owned() } else { counts.join(" · ") }
}

/// Returns true for a heading or the title of an agenda, of whatever day and with whatever settings.
pub fn is_title(title: &str) -> bool {
    if let Some(day) = title.strip_prefix(FOLLOW_UPS) {
        return NaiveDate::parse_from_str(day, "%A %d %B %Y").is_ok();
    }
    let length = title.strip_prefix(NEXT).or(title.strip_prefix(DONE));
    let soon = Offset::days(1);
    length.is_some_and(Offset::is_length)
        || OTHER_TITLES.contains(&title)
        || Section::ALL.into_iter().any(|one| one != Section::Soon && one.title(soon) == title)
}

/// Returns true for a line of counts, of whatever day.
pub fn is_counts(line: &str) -> bool {
    line == NOTHING || line.split(" · ").all(is_count)
}

/// Returns true for a part of a line of counts.
fn is_count(part: &str) -> bool {
    part.split_once(' ').is_some_and(|(count, words)| {
        let is_section = |section: Section| match section {
            Section::Soon => words.strip_prefix(section.counted()).is_some_and(Offset::is_length),
            _ => words == section.counted(),
        };
        !count.is_empty()
            && count.bytes().all(|b| b.is_ascii_digit())
            && (Section::ALL.into_iter().any(is_section)
                || matches!(words, COMING_UP | FROM_NOTES | OPEN | PROBLEM | PROBLEMS))
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
            let others = Others { coming_up: 1, from_notes: 2, in_search: 3, problems: 4 };
            assert!(is_counts(&counts(sections.into_iter(), days, others)), "{days}");
            assert!(is_title(&Section::Soon.title(days)), "{days}");
            assert!(is_title(&done_title(days)), "{days}");
        }
        for line in ["Next steps", "Next 7 steps", "Follow-ups for Jane", "Today I"] {
            assert!(!is_title(line), "{line}");
        }
        for line in ["3 things", "3 today, I hope", "2 overdue · call Jane"] {
            assert!(!is_counts(line), "{line}");
        }
    }
}
