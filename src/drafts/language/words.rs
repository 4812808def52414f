//! The words that code puts into messages or looks for in them, as `words.toml` holds them.

use std::collections::HashSet;

use serde::Deserialize;

use crate::drafts::language::dates::Dates;

/// The words of a language. The file says what each is for.
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
    pub known: Known,
    pub sending: Sending,
    pub replies: Replies,
    pub time_frames: TimeFrames,
    pub remarks: Remarks,
    pub greetings: Greetings,
    pub phrases: Phrases,
    pub oneself: Oneself,
    pub shares: Shares,
}

/// Words of the user's own lines by which they know already what a message would ask.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Known {
    /// What comes next.
    pub next: Vec<String>,
    /// That the offer comes in writing: what it is, and that it is to come.
    pub papers: Vec<String>,
    pub coming: Vec<String>,
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
    /// Signs and names of currencies, what follows an amount by time, and words with which one asks for pay.
    pub currencies: Vec<String>,
    pub rates: Vec<String>,
    pub wages: Vec<String>,
    /// The labels above a mail: the first one, and those that follow it.
    pub mail: String,
    pub mail_goes_on: Vec<String>,
}

/// The words by which it is found whom a sentence concerns.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Shares {
    /// Words that everybody's work has in common, in lower case.
    pub common: HashSet<String>,
}
