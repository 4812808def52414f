//! A language in which drafts are written, as its folder holds it: templates, words, and what a good message holds.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Display;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::drafts::gate::table;
use crate::drafts::gate::words::GateWords;
use crate::drafts::limit::Limit;
use crate::rules::headings::Topic;
use crate::rules::voice::DateOrder;

/// The end of every template's file name.
pub const TEMPLATE_SUFFIX: &str = ".md.j2";

static ENGLISH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/en");

/// Everything that depends on the language of the messages.
#[derive(Debug)]
pub struct Language {
    /// The built-in templates by kind, in the order of their names.
    pub templates: BTreeMap<&'static str, &'static str>,
    /// The words that code puts into messages or looks for in them.
    pub words: LazyLock<Words>,
    /// The words of what may go from a note into a message.
    pub gate: LazyLock<GateWords>,
    standards: LazyLock<Standards>,
}

impl Language {
    /// English.
    pub fn english() -> &'static Language {
        static LANGUAGE: LazyLock<Language> = LazyLock::new(|| Language {
            templates: templates(&ENGLISH).collect(),
            words: LazyLock::new(|| read(&ENGLISH, "words.toml", toml::from_str)),
            gate: LazyLock::new(|| read(&ENGLISH, "gate.toml", table::read)),
            standards: LazyLock::new(|| read(&ENGLISH, "checklist.toml", toml::from_str)),
        });
        &LANGUAGE
    }

    /// Reads its tables on another thread, unless they have been read: they are long, and the first draft needs them all.
    pub fn read_ahead(&'static self) {
        rayon::spawn(|| {
            LazyLock::force(&self.words);
            LazyLock::force(&self.gate);
            LazyLock::force(&self.standards);
        });
    }

    /// The standard for a kind of message.
    pub fn standard(&self, kind: &str) -> &Standard {
        self.standards.kinds.get(kind).unwrap_or(&self.standards.default)
    }
}

/// The templates in a language's folder, each with its kind.
fn templates(folder: &Dir<'static>) -> impl Iterator<Item = (&'static str, &'static str)> {
    folder.files().filter_map(|file| {
        let kind = file.path().file_name()?.to_str()?.strip_suffix(TEMPLATE_SUFFIX)?;
        Some((kind, file.contents_utf8()?))
    })
}

fn read<T, E: Display>(
    folder: &Dir<'static>,
    name: &str,
    read: impl FnOnce(&'static str) -> Result<T, E>,
) -> T {
    let text = folder.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or_default();
    match read(text) {
        Ok(table) => table,
        Err(error) => unreachable!("the built-in languages are tested: {name}: {error}"),
    }
}

/// The words of a language. `words.toml` says what each is for.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Words {
    pub blanks: Blanks,
    pub dates: Dates,
    pub lists: Lists,
    pub role: Role,
    pub companies: Companies,
    pub occasions: Occasions,
    pub farewell: Farewell,
    pub times: Times,
    pub sending: Sending,
    pub replies: Replies,
    pub time_frames: TimeFrames,
    pub remarks: Remarks,
    pub greetings: Greetings,
    pub phrases: Phrases,
    pub oneself: Oneself,
    pub shares: Shares,
}

/// Rounds that are no talks, as their names say, and words that say that there was one all the same.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Occasions {
    pub names: Vec<String>,
    pub talks: Vec<String>,
    /// A word that is the whole name of one of them, and which that is.
    pub trial: String,
    pub trial_is: String,
    /// How a sentence tells of them. The last ones are for those that are named nowhere.
    pub forms: Vec<OccasionForms>,
}

/// What one did at some occasions, what one comes to do, and the word before them: "on the trial shift".
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OccasionForms {
    pub names: Vec<String>,
    pub did: String,
    #[serde(rename = "do")]
    pub to_do: String,
    pub at: String,
}

/// The companies whose names have an article in a sentence.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Companies {
    pub with_article: String,
    /// What stands before "of" in such a name, words like "of", and a word with which such a name begins.
    pub heads: Vec<String>,
    pub joints: Vec<String>,
    pub royal: String,
    /// Whole names.
    pub names: Vec<String>,
}

/// Words to say that a farewell contradicts, and the heading under which they are shown below it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Farewell {
    pub held_back: String,
    pub hopes: Vec<String>,
}

/// Words in the user's answer to an invitation, by which it needs no times or is open to others.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Times {
    pub offered: Vec<String>,
    pub settled: Vec<String>,
    pub days: Vec<String>,
    pub thanks: Vec<String>,
}

/// Words for what the user sends: those before what an address leads to, things that can only be their own, and how a thing was
/// spoken of.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sending {
    pub links: Vec<String>,
    pub own: Vec<String>,
    pub mentions: Vec<String>,
    /// How somebody asks for a thing, and how that is said behind the thing alone.
    pub requests: Vec<String>,
    pub wishes: Vec<String>,
    /// Those who ask, if it isn't a name: all of them, and one of whom nobody can tell who it is, if there are several.
    pub company: Vec<String>,
    pub somebody: Vec<String>,
}

/// The beginning of a blank, and the hints that code puts into blanks.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Blanks {
    pub opening: String,
    pub name: String,
    pub address: String,
    pub name_and_address: String,
    pub interview_day: String,
    pub signature: String,
    pub contact: String,
    pub your_name: String,
}

/// The names and forms of dates.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Dates {
    weekdays: [String; 7],
    months: [String; 12],
    british: DateForms,
    american: DateForms,
}

/// The forms of dates in one order.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct DateForms {
    day: String,
    day_with_year: String,
    plain: String,
}

impl Dates {
    /// The name of a day's weekday.
    pub fn weekday(&self, day: NaiveDate) -> &str {
        &self.weekdays[day.weekday().num_days_from_monday() as usize]
    }

    /// Returns true for the name of a day of the week.
    pub fn is_weekday(&self, word: &str) -> bool {
        self.weekdays.iter().any(|day| day == word)
    }

    /// The names of the days of the week and of the months.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.weekdays.iter().chain(&self.months).map(String::as_str)
    }

    /// The name of a month, by its number.
    pub fn month(&self, number: u32) -> &str {
        &self.months[(number.clamp(1, 12) - 1) as usize]
    }

    /// A day without its year.
    pub fn day(&self, day: NaiveDate, order: DateOrder) -> String {
        self.filled(&self.forms(order).day, day)
    }

    /// A day with its year.
    pub fn day_with_year(&self, day: NaiveDate, order: DateOrder) -> String {
        self.filled(&self.forms(order).day_with_year, day)
    }

    /// A day without weekday and year.
    pub fn plain(&self, day: NaiveDate, order: DateOrder) -> String {
        self.filled(&self.forms(order).plain, day)
    }

    fn forms(&self, order: DateOrder) -> &DateForms {
        match order {
            DateOrder::British => &self.british,
            DateOrder::American => &self.american,
        }
    }

    fn filled(&self, form: &str, day: NaiveDate) -> String {
        form.replace("{weekday}", self.weekday(day))
            .replace("{day}", &day.day().to_string())
            .replace("{month}", self.month(day.month()))
            .replace("{year}", &format!("{:04}", day.year()))
    }
}

/// The joints of a list of names.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Lists {
    pub separator: String,
    pub last: String,
}

/// The forms in which a role and its company stand in a sentence.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Role {
    pub unknown: String,
    pub named: String,
    pub complete: String,
    /// What a farewell says of another role.
    pub hoped_for: String,
    pub applied_for: String,
    pub goes_on: String,
    pub endings: Vec<String>,
    /// Of whoever is trained, with the words with which their roles end.
    pub trainee: String,
    pub trainees: Vec<String>,
    /// Titles behind which the field follows a comma, and how the two stand in a sentence.
    pub of: String,
    pub with_field: Vec<String>,
    /// A role of a certain year.
    pub of_year: String,
    /// Whoever an agency puts forward.
    pub candidate: String,
    /// Words that have no capital between others.
    pub small: Vec<String>,
    /// First words of roles that are no names, and endings of such words.
    pub usual: HashSet<String>,
    pub usual_endings: Vec<String>,
    pub at_company: String,
}

/// The prefixes of a reply's subject.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Replies {
    pub prefix: String,
    pub known: Vec<String>,
}

/// The words for time frames, as in "you mentioned the end of March".
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TimeFrames {
    pub numbers: Vec<String>,
    pub spans: Spans,
    /// Those that they ask for once more.
    pub another: Spans,
    pub day_of_month: String,
    pub weekday: [String; 2],
    pub end_of_week: [String; 2],
    pub end_of_week_of: String,
    pub weekend: String,
    pub end_of_month: [String; 2],
    pub end_of_named_month: String,
    pub week: [String; 2],
    pub week_then: [String; 2],
    pub month: [String; 2],
    pub named_month: String,
    pub end_of_year: String,
    /// "A few", and "another few".
    pub few: [String; 2],
    /// "A couple of", and "another couple of".
    pub couple: [String; 2],
    pub about: String,
    /// "A week or two", and "five to seven".
    pub one_or_more: String,
    pub range: String,
    /// Early, the middle, late.
    pub part_of_month: [String; 3],
    pub part_of_next_week: [String; 3],
    pub part_of_week_after: [String; 3],
    pub later_this_week: String,
    pub later_that_week: String,
    /// Christmas, after it, early in the new year, the new year, Easter, after it, Thanksgiving, after it.
    pub holidays: [String; 8],
    /// "The time after Easter".
    pub time_after: String,
    /// The same, looked back at from later.
    pub weekday_then: [String; 2],
    /// That of the same week, the same day and the one after it.
    pub that_weekday: String,
    pub that_day: String,
    pub next_day: String,
    pub end_of_week_then: [String; 2],
    pub end_of_month_then: [String; 2],
    /// As the time of a decision, behind no word, "by", "at", "in", "within".
    pub as_time: [String; 5],
}

/// The words of a number of days, weeks or months: one of them, and several.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Spans {
    pub days: [String; 2],
    pub business_days: [String; 2],
    pub working_days: [String; 2],
    pub weeks: [String; 2],
    pub months: [String; 2],
}

/// The words around what is shown below a message.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Remarks {
    pub opening: String,
    pub no_heading: String,
}

/// The words of greetings.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Greetings {
    pub openings: Vec<String>,
    pub closings: Vec<String>,
    /// Those that are also said by themselves.
    pub thanks: Vec<String>,
    /// The beginnings of what stands below a letter's end.
    pub postscripts: Vec<String>,
    /// The word after the greeting of a team.
    pub everyone: String,
    /// The greeting of somebody without a name, where the user's own needs one.
    pub anyone: String,
    pub nameless: Vec<String>,
    /// The article of a team or a function in a sentence, and the first words of those that have none.
    pub article: String,
    pub without_article: Vec<String>,
    pub departments: Vec<String>,
}

/// The words by which it is found whom a sentence concerns.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Shares {
    /// Words that everybody's work has in common, in lower case.
    pub common: HashSet<String>,
}

/// Phrases that don't belong in a message.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Phrases {
    pub worn: Vec<String>,
    /// Those of remarks for oneself.
    pub private: Vec<String>,
    /// The same, where a line or a sentence begins with them.
    pub labels: Vec<String>,
    /// Those for somebody else than the reader.
    pub others: Vec<String>,
}

/// The words of what somebody left in a message for themselves.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Oneself {
    /// Words with which it begins.
    pub openings: Vec<String>,
    /// Those that count only where no sentence is made of them, and the verbs that make one.
    pub fragments: Vec<String>,
    pub verbs: Vec<String>,
    /// Those that begin a question to be put.
    pub asking: Vec<String>,
    /// Words that may stand before them.
    pub before: Vec<String>,
    /// Words with which sentences to the reader begin, and others that only those hold.
    pub spoken: Vec<String>,
    pub speaking: Vec<String>,
    /// Words that stand in brackets in a quotation.
    pub quoted: Vec<String>,
    /// Words after the name of somebody of whom others are told.
    pub tells: Vec<String>,
    /// The labels above a mail: the first one, and those that follow it.
    pub mail: String,
    pub mail_goes_on: Vec<String>,
}

/// The standards by which messages are judged, as `checklist.toml` holds them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Standards {
    default: Standard,
    kinds: BTreeMap<String, Standard>,
}

/// The standard for one kind of message.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// The greatest length, if there is one.
    pub limit: Option<Limit>,
    /// The topics of the remarks that are shown below such a message.
    #[serde(default)]
    pub remember: Vec<Topic>,
    /// Words of which a letter that the user has written whole says one, if it is meant to be such a message: one that was
    /// written as thanks for the interview accepts no offer. Without any, each is.
    #[serde(default)]
    pub whole: Vec<String>,
    /// The points that a message should meet.
    pub points: Vec<Criterion>,
}

/// A point that a message should meet.
#[derive(Debug, Deserialize)]
pub struct Criterion {
    /// The point as it is shown.
    pub point: String,
    /// The way to find out whether it is met.
    #[serde(flatten)]
    pub check: Check,
    /// The words of a blank with which it isn't, whatever else is said.
    pub blank: Option<String>,
}

/// The way to find out whether a point is met.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// The message says one of these.
    Says(Vec<String>),
    /// The message says none of these.
    Avoids(Vec<String>),
    /// The message holds what the note has to say, or something in place of a blank with one of these words.
    Tells(Vec<String>),
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::rules::cadence::Cadence;

    #[test]
    fn every_rule_with_a_draft_has_a_template_and_every_template_a_rule() {
        let rules = Cadence::built_in().rules;
        let with_draft = rules.iter().filter(|rule| rule.has_draft());
        let kinds: BTreeSet<&str> = with_draft.map(|rule| rule.kind()).collect();
        let language = Language::english();
        assert_eq!(kinds, language.templates.keys().copied().collect());
        for kind in language.standards.kinds.keys() {
            assert!(kinds.contains(kind.as_str()), "{kind}");
        }
    }

    #[test]
    fn the_words_fit_together() {
        let language = Language::english();
        let Blanks { signature, contact, .. } = &language.words.blanks;
        assert!(signature.contains(contact));
    }
}
