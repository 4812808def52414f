//! The problems: one row for each, with its code, its severity, and its words.

use std::fmt;

use chrono::NaiveDate;

use super::Severity;
use crate::dates::calendar::long;
use crate::dates::date::DayOfYear;
use crate::dates::phrases;
use crate::text::{code, either, listed, quoted, yaml_scalar};

/// The reason why front matter doesn't count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplacement {
    /// A comment stands before it.
    Comment,
    /// An invisible character stands before the dashes.
    Invisible,
    /// Its first line isn't just three dashes.
    Fence,
    /// There is no line of dashes above it.
    NoFence,
    /// It is TOML.
    Toml,
}

/// The reason why nobody hears words that are to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyUnheard {
    /// Nobody in the note has such a name, or several have. These are its people.
    Whom { people: Vec<String> },
    /// The user met them in several interviews of the note, one of which is on this day.
    When { day: Option<String> },
    /// They don't stand under a heading.
    NoHeading,
}

/// Makes the enum of problems and everything about them from the rows below. A row is written as
///
/// ```text
/// /// A description of the problem, for the documentation.
/// Variant { data: Type } = "code", Severity {
///     says: "what is wrong",
///     help: "what to do about it",
/// }
/// ```
///
/// `says` and `help` are any expression that gives a text. They see the variant's data by reference.
macro_rules! problems {
    ($(
        #[doc = $about:literal]
        $name:ident $({ $($field:ident: $type:ty),* })? = $code:literal, $severity:ident {
            says: $says:expr,
            help: $help:expr,
        }
    )*) => {
        /// A problem that can be reported. Each kind has a stable code.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Problem {
            $(#[doc = $about] $name $({ $($field: $type),* })?,)*
        }

        /// Every code, with its severity and its description.
        pub const CODES: &[(&str, Severity, &str)] =
            &[$(($code, Severity::$severity, $about)),*];

        impl Problem {
            /// The stable code, for programs and for looking it up.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Problem::$name { .. } => $code,)*
                }
            }

            /// The severity of the problem.
            pub fn severity(&self) -> Severity {
                match self {
                    $(Problem::$name { .. } => Severity::$severity,)*
                }
            }

            /// The advice on what to do about it.
            #[expect(unused_variables, reason = "not every text uses all of the data")]
            pub fn help(&self) -> String {
                match self {
                    $(Problem::$name $({ $($field),* })? => String::from($help),)*
                }
            }
        }

        impl fmt::Display for Problem {
            #[expect(unused_variables, reason = "not every text uses all of the data")]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let text = match self {
                    $(Problem::$name $({ $($field),* })? => String::from($says),)*
                };
                f.write_str(&text)
            }
        }
    };
}

problems! {
    /// A file that can't be read.
    UnreadableFile { reason: String } = "unreadable-file", Error {
        says: format!("can't be read: {reason}"),
        help: "make sure that it is a file, not a link, and that you have permission to read it",
    }
    /// A file or folder that the system would not show, so that its content isn't known.
    NotLookedAt { reason: String, is_refused: bool } = "not-looked-at", Error {
        says: format!("could not be looked at: {reason}"),
        help: if *is_refused {
            "make sure that you may read it, or list it under `ignore` in journal.toml; until then nothing is written or removed"
        } else {
            "try again, and if that doesn't help, make sure that its disk is connected and working; until then nothing is written or removed"
        },
    }
    /// A file that is not UTF-8 text.
    NotUtf8 { utf16: bool } = "not-utf8", Error {
        says: "is not UTF-8 text",
        help: if *utf16 { "save it as UTF-8; it looks like UTF-16" } else { "save it as UTF-8" },
    }
    /// A note that is too large to be read.
    TooLarge { limit_mib: u64 } = "too-large", Error {
        says: format!("is larger than {limit_mib} MiB and was not read"),
        help: "split it, or list it under `ignore` in journal.toml",
    }
    /// A file name that the agenda can't show: not UTF-8, or with a control character.
    UnusableName = "unusable-name", Error {
        says: "has a name that is not UTF-8 or contains a control character; it was not read",
        help: "rename it, using ordinary characters only",
    }
    /// A file name that leaves no room for the names of its drafts.
    NameTooLong = "name-too-long", Error {
        says: "has such a long name that no draft can be named after it",
        help: "give the note a shorter name",
    }
    /// A second copy of a file, made by a sync program.
    ConflictCopy { original: Option<String> } = "conflict-copy", Warning {
        says: match original {
            Some(original) => format!("looks like a copy of {original} that a sync program made, and is not read"),
            None => "looks like a sync program's conflict copy and was not read as a note".to_owned(),
        },
        help: "copy anything new from it into the original, then delete it",
    }
    /// A link named like a note; links are not followed.
    LinkedNote = "linked-note", Warning {
        says: "is a link, and links are not followed; it was not read",
        help: "put the note itself here, or list the link under `ignore` in journal.toml",
    }
    /// What looks like a note's front matter, but is not the first thing in its file, or not between lines of `---`.
    MisplacedFrontMatter { why: Misplacement } = "misplaced-front-matter", Error {
        says: match why {
            Misplacement::Comment => "the front matter doesn't count, because a comment stands before it",
            Misplacement::Invisible => "the front matter doesn't count, because an invisible character stands before `---`",
            Misplacement::Fence => "the front matter doesn't count, because its first line isn't just `---`",
            Misplacement::NoFence => "the front matter doesn't count, because there is no line of `---` above it",
            Misplacement::Toml => "the front matter doesn't count, because it is TOML",
        },
        help: match why {
            Misplacement::Comment => "move the comment below the front matter",
            Misplacement::Invisible => "delete the line and type `---` again",
            Misplacement::Fence => "write `---` alone, at the beginning of the line, above the front matter and below it",
            Misplacement::NoFence => "write `---` on a line of its own above this one",
            Misplacement::Toml => "write it as YAML, between two lines of `---`: `company: Acme`",
        },
    }
    /// A front matter without a closing fence.
    UnclosedFrontMatter = "unclosed-front-matter", Error {
        says: "the front matter is not closed",
        help: "end the front matter with a line of three dashes: ---",
    }
    /// A front matter in which a merge left the versions of both sides.
    MergeConflict = "merge-conflict", Error {
        says: "the front matter has an unresolved merge conflict; the first side counts, with the records of both",
        help: "of the fields keep one side's, of `followups` the lines of both, and delete the lines with <<<<<<<, \
            ======= and >>>>>>>; until then nothing is recorded in the note",
    }
    /// A front matter that is not valid YAML.
    InvalidYaml { reason: String } = "invalid-yaml", Error {
        says: format!("the front matter is not valid YAML: {reason}"),
        help: "put values that contain a colon or a special character in 'single quotes', close every quote and \
            bracket, and indent with spaces",
    }
    /// A value that isn't good YAML, in a front matter that is otherwise.
    UnreadableValue { line: Option<String> } = "unreadable-value", Error {
        says: "YAML can't read this value, so it doesn't count; the rest of the note does",
        help: match line {
            Some(line) => format!("write {}", code(line)),
            None => "put a value that contains a colon or a special character in 'single quotes', close every quote \
                and bracket, and indent with spaces"
                .to_owned(),
        },
    }
    /// YAML that a note has no use for: an alias, a tag, a merge key.
    UnsupportedYaml { what: &'static str, line: Option<String> } = "unsupported-yaml", Error {
        says: format!("{what} can't be used in a note"),
        help: match line {
            Some(line) => format!("write the value out in full; if it is only text, write {}", code(line)),
            None => "write the value out in full".to_owned(),
        },
    }
    /// A note that has other fields, but no company.
    MissingCompany { typo: Option<String> } = "missing-company", Error {
        says: match typo {
            Some(typo) => format!("the note has no `company`; did you mean that by `{typo}`?"),
            None => "has the fields of an interview note, but no `company`".to_owned(),
        },
        help: match typo {
            Some(_) => "write `company`",
            None => "add a line such as `company: Acme Robotics`",
        },
    }
    /// A note without the day of the interview.
    MissingDate { typo: Option<String> } = "missing-date", Error {
        says: match typo {
            Some(typo) => format!("the note has no `date`; did you mean that by `{typo}`?"),
            None => "the note has no `date`".to_owned(),
        },
        help: match typo {
            Some(_) => "write `date`",
            None => "add the day of the interview: `date: 2026-03-02`",
        },
    }
    /// A list that has more items than are read.
    TooMany { what: &'static str, limit: usize } = "too-many", Warning {
        says: format!("only the first {limit} {what} are read; this one and the rest are left out"),
        help: "take out what you no longer need, or move the rest into another note",
    }
    /// A value of the wrong shape for its field.
    WrongType { field: String, expected: &'static str } = "wrong-type", Error {
        says: format!("`{field}` should be {expected}"),
        help: format!("write {expected}"),
    }
    /// A date that doesn't exist, or that is not written as a date.
    InvalidDate { field: String, value: String, day: Option<DayOfYear>, near: Option<NaiveDate> } = "invalid-date", Error {
        says: match day {
            Some(_) => format!("`{field}`: {value} lacks its year", value = quoted(value)),
            None => format!("`{field}`: {value} is not a valid date", value = quoted(value)),
        },
        help: match (near, day) {
            (Some(near), _) => {
                let key = field.rsplit(' ').next().unwrap_or(field);
                format!("write `{key}: {near}`, or the day that you mean")
            }
            (None, Some(DayOfYear { month, day })) => {
                format!("write it with the year in place of YYYY: YYYY-{month:02}-{day:02}")
            }
            (None, None) => "write the year, month and day: 2026-03-02".to_owned(),
        },
    }
    /// A date in numbers whose day and month could be swapped.
    AmbiguousDate { field: String, value: String, readings: (NaiveDate, NaiveDate) } = "ambiguous-date", Error {
        says: format!("`{field}`: {value} could be {} or {}", readings.0, readings.1, value = quoted(value)),
        help: {
            let write = format!("write {} or {}", readings.0, readings.1);
            // Day and month that are swapped are further apart.
            let are_near = (readings.1 - readings.0).num_days() <= 21;
            let is_moved = value.contains('(') || value.contains("moved");
            match field == "date" && are_near && !is_moved {
                true => format!("{write}; if there are interviews on both, list them under `interviews`, each with its `date`"),
                false => write,
            }
        },
    }
    /// A date that is not written as year, month and day.
    ForeignDate { field: String, value: String, reading: NaiveDate } = "foreign-date", Error {
        says: format!("`{field}`: {value} is not written as year, month and day", value = quoted(value)),
        help: format!("write {reading}"),
    }
    /// A date with the name of another weekday.
    WrongWeekday { field: String, value: String, date: NaiveDate } = "wrong-weekday", Error {
        says: format!("`{field}`: {value} names the wrong weekday; {date} is a {}", date.format("%A"), value = quoted(value)),
        help: format!("write {date}, or the day that you mean"),
    }
    /// A key that is almost the name of a field.
    UnknownKey { key: String, near: &'static str } = "unknown-key", Warning {
        says: format!("`{key}` is not a field of a note; did you mean `{near}`?"),
        help: format!("write `{near}`, or choose another name if the key is your own"),
    }
    /// A field that is given under a second name as well.
    UnreadField { key: String, read: &'static str } = "unread-field", Warning {
        says: format!("`{key}` is ignored, because the note also has `{read}`"),
        help: "keep only one of the two",
    }
    /// An outcome in unknown words.
    UnknownOutcome { value: String, near: Option<&'static str> } = "unknown-outcome", Error {
        says: match near {
            Some(near) => format!("{value} is not a known outcome; did you mean `{near}`?", value = quoted(value)),
            None => format!("{value} is not a known outcome", value = quoted(value)),
        },
        help: "write one of: applied, scheduled (it is still to come), cancelled (it did not take place), pending, \
            more_interviews, hiring_manager, offer, accepted, declined, rejected, withdrawn, no_response; or say under `[outcomes]` in journal.toml what it means",
    }
    /// A decision window that is not understood.
    UnknownWindow { value: String } = "unknown-window", Warning {
        says: format!("the decision window {value} is not understood and counts as none", value = quoted(value)),
        help: format!("write it in one of these forms: {}", phrases::FORMS),
    }
    /// A decision window that ends long after it was said.
    LongWindow { value: String, said: NaiveDate, last: NaiveDate, passed: Option<NaiveDate> } = "long-window", Warning {
        says: format!("the decision window {value}, said on {said}, ends more than four months later, on {last}", value = quoted(value)),
        help: match passed {
            Some(passed) => format!(
                "write the day that was meant, with its year: {passed} was before it was said; \
                 newer time frames go under `updates`, each with the day you heard it"
            ),
            None => "write the last day that they gave, with its year, such as `by 2026-03-20`; \
                if it is that far off, leave it as it is"
                .to_owned(),
        },
    }
    /// A name that looks like several people.
    SeveralPeople { value: String, list: Option<String>, one: Option<String>, is_single: bool } = "several-people", Error {
        says: format!("{value} looks like more than one person", value = quoted(value)),
        help: match (list, one) {
            (_, Some(one)) if *is_single => format!("if that is one person and {one}; if not, name one of them"),
            _ if *is_single => "name one of them here; a job title belongs in `title`".to_owned(),
            (Some(list), Some(one)) => format!("if so, list them one by one: {}; if that is one person and {one}", code(list)),
            (Some(list), None) => format!("if so, list them one by one: {}; a job title belongs in `title`", code(list)),
            (None, _) => "list people one by one, in brackets and with commas between them; a job title belongs in `title`"
                .to_owned(),
        },
    }
    /// An address of somebody whose name the note doesn't give.
    NamelessPerson { address: String } = "nameless-person", Error {
        says: format!("whose address is {address}? The name is missing", address = quoted(address)),
        help: match address.contains('@') {
            true => format!("write their name before it: `Name <{address}>`; until then nothing is done for them"),
            false => "write their name in its place; until then nothing is done for them".to_owned(),
        },
    }
    /// A line about a person in which nobody can tell the name.
    UnclearPerson { value: String, line: Option<String> } = "unclear-person", Error {
        says: format!("{value} leaves it open what the name is", value = quoted(value)),
        help: match line {
            Some(line) => format!(
                "if that is what you mean, write {}; a job title belongs in `title`, and several people \
                 need an entry each",
                code(line)
            ),
            None => "write the name, then the address: `Name <name@company.example>`; a job title belongs in `title`"
                .to_owned(),
        },
    }
    /// A link to a person that could mean several files.
    UnclearLink { link: String, files: Vec<String>, lines: Vec<String> } = "unclear-link", Error {
        says: format!("`{link}` could mean {}", either(files)),
        help: match &lines[..] {
            [_] => "rename all of these files but one; until then none of them counts".to_owned(),
            lines => format!("write {}; until then none of these files counts", either(lines)),
        },
    }
    /// An address that no mail could be sent to.
    InvalidAddress { value: String } = "invalid-address", Error {
        says: format!("{value} is not an e-mail address", value = quoted(value)),
        help: "write it like name@company.example",
    }
    /// A field that appears twice.
    DuplicateKey { key: String } = "duplicate-key", Error {
        says: format!("`{key}` appears twice"),
        help: "keep only one of the two",
    }
    /// A record of a follow-up that is not understood.
    InvalidRecord { id: String, value: String, meant: Option<String> } = "invalid-record", Error {
        says: format!("the record of {id} is not understood: {value}", value = quoted(value)),
        help: match meant {
            Some(record) => format!("write `{id}: {record}`"),
            None => format!("write `{id}: done`, `skipped` or `snoozed until` and a day in the form YYYY-MM-DD"),
        },
    }
    /// Interviews in a table below the front matter of a note that has no day of its own.
    UnreadTable { day: String } = "unread-table", Hint {
        says: format!("this table is not read, so that the interview of {} is unknown", quoted(day)),
        help: "list its interviews in the front matter under `interviews`, each with its `date`, or give each a note",
    }
    /// An outcome without its day.
    MissingOutcomeDate { counts: Option<NaiveDate> } = "missing-outcome-date", Hint {
        says: match counts {
            Some(day) => format!("the outcome has no `outcome_date`; the last sign of life, {day}, counts"),
            None => "the outcome has no `outcome_date`, so it counts as news of today".to_owned(),
        },
        help: "add the day you heard, as in `outcome_date: 2026-03-02`",
    }
    /// An outcome on a day still to come.
    FutureOutcomeDate { date: NaiveDate, today: NaiveDate } = "future-outcome-date", Warning {
        says: format!("`outcome_date`: {date} is still to come; today, {today}, counts instead"),
        help: format!("write the day you heard, such as `outcome_date: {today}`"),
    }
    /// A newer time frame, heard on a day still to come.
    FutureUpdate { date: NaiveDate, today: NaiveDate } = "future-update", Warning {
        says: format!("`updates`: {date} is still to come, and the time frame doesn't count before that day"),
        help: format!("write the day you heard it, such as `date: {today}`"),
    }
    /// A note that has no role, where its company has a process that does.
    MissingRole { counts_to: Option<String> } = "missing-role", Hint {
        says: match counts_to {
            Some(role) => format!("the note has no `role`, and counts as a round for {role}", role = quoted(role)),
            None => "the note has no `role`, so it isn't clear which process of this company it belongs to".to_owned(),
        },
        help: match counts_to {
            Some(role) => format!("if that is right, add {}; if not, add its own", code(&format!("role: {}", yaml_scalar(role)))),
            None => "add the role, as the other notes have it: `role: Backend engineer`".to_owned(),
        },
    }
    /// Two processes whose company and role are almost the same.
    SimilarProcess { other: String } = "similar-process", Hint {
        says: format!("looks like the same process as {other}, but company or role are written differently"),
        help: "write both in the same way if it is one process",
    }
    /// A day so many years away that the year is probably a typo.
    FarDate { date: NaiveDate, years: u32, side: &'static str } = "far-date", Warning {
        says: format!("{date} is more than {years} years {side}"),
        help: "check the year, and correct it if it is wrong",
    }
    /// A second note of the same company, role, day and round.
    SameInterview { other: String } = "same-interview", Warning {
        says: format!("looks like the same interview as {other}: same company, role, day and round"),
        help: "keep only one of the two, or give each its own `round` if they are separate interviews",
    }
    /// A day before the interview that can only come after it.
    BeforeInterview { field: String, date: NaiveDate, interview: NaiveDate } = "before-interview", Warning {
        says: format!("`{field}`: {date} is before the interview on {interview}"),
        help: "correct whichever is wrong, and check the year",
    }
    /// An invitation to another round that was heard before the note's own interview: it led to that.
    EarlyAnswer { outcome: &'static str, date: NaiveDate, interview: NaiveDate } = "early-answer", Warning {
        says: format!("`{outcome}` was heard on {date}, before the interview on {interview}, so it doesn't count"),
        help: "write `outcome: pending` until you hear how the interview went, or correct the day that is wrong",
    }
    /// A message recorded as sent before the interview that it follows from.
    EarlyRecord { id: String, date: NaiveDate, interview: NaiveDate } = "early-record", Warning {
        says: format!("`{id}`: {date} is before the interview on {interview}, so it doesn't count"),
        help: "remove the line if it came with a copy of another note; if not, correct the day that is wrong",
    }
    /// The day of an offer, where that of the answer to it should stand.
    OfferDay { outcome: &'static str, date: NaiveDate, offered: NaiveDate } = "offer-day", Warning {
        says: format!("`outcome_date`: {date} isn't the day it was {outcome}: the offer was still open on {offered}"),
        help: "write the day on which you answered; until then it counts as news of today",
    }
    /// A name in a field for one person that several of those who were met are called by.
    AmbiguousPerson { field: String, name: String, people: Vec<String> } = "ambiguous-person", Warning {
        says: format!("`{field}: {name}` could be {}, and is treated as somebody else", either(people)),
        help: format!("write the whole name: `{field}: {}`", people.first().map_or("", |name| name)),
    }
    /// A person whom the note names twice.
    SamePersonTwice { name: String, id: String, sharing: Option<String> } = "same-person-twice", Warning {
        says: match sharing {
            Some(other) => format!("{} has the address of {}", quoted(name), quoted(other)),
            None => format!("{name} seems to be listed already, and is treated as somebody else, `{id}`", name = quoted(name)),
        },
        help: match sharing {
            Some(_) => "remove one of the two if they are one person; if they share a mailbox, find out their own addresses, and leave it out until then",
            None => "remove one of the two, or give each an address if they are different people",
        },
    }
    /// A record of a follow-up that can't exist.
    UnknownRecord { id: String, near: Option<String>, is_to_process: bool } = "unknown-record", Warning {
        says: match (near, is_to_process) {
            (Some(near), true) => {
                format!("no process has the name in `{id}` any more; is it `{near}` now?")
            }
            (None, true) => format!("no process has the name in `{id}` any more"),
            (Some(near), false) => {
                format!("`{id}` is not a follow-up of this note; did you mean `{near}`?")
            }
            (None, false) => format!("`{id}` is not a follow-up of this note"),
        },
        help: match (near, is_to_process) {
            (Some(near), true) => format!("write `{near}`, or you are asked for the message again"),
            (None, true) => "if you renamed it, write the id that `journal agenda --all --format csv` \
                shows for it; otherwise remove the line"
                .to_owned(),
            (Some(near), false) => format!("write `{near}`, or remove the line"),
            (None, false) => "remove the line, or write the id of one of this note's follow-ups; \
                `journal agenda --all --format csv` lists them"
                .to_owned(),
        },
    }
    /// A draft with something left to fill in.
    BlanksLeft { count: usize } = "blanks-left", Hint {
        says: format!("{} left to fill in", crate::text::count(*count, "blank")),
        help: "replace each blank with your own words before you send it",
    }
    /// A draft that is longer than a message of its kind should be.
    DraftTooLong { count: usize, limit: usize, unit: &'static str } = "draft-too-long", Warning {
        says: format!("the message has {count} {unit}; {limit} are enough for its kind"),
        help: "shorten it: everything from here on is too much",
    }
    /// Words to be said, of which it isn't clear to whom.
    UnclearListener { heading: String, why: WhyUnheard } = "unclear-listener", Warning {
        says: {
            let heading = quoted(heading);
            match why {
                WhyUnheard::Whom { .. } => format!("nothing under {heading} goes out: it isn't clear to whom"),
                WhyUnheard::When { .. } => format!(
                    "nothing under {heading} goes out: it isn't clear after which of the note's interviews"
                ),
                WhyUnheard::NoHeading => format!("nothing after {heading} goes out: it isn't a heading"),
            }
        },
        help: match why {
            WhyUnheard::Whom { people } => match &people[..] {
                [] => "the note names nobody yet: add whom you mean to its `interviewers`".to_owned(),
                [person] => format!("write `Say to {person}`, or add whom you mean to the note's people"),
                [person, ..] => format!(
                    "after `Say to` write names of people in this note and nothing else, such as `Say to {person}`; it has {}",
                    listed(people)
                ),
            },
            WhyUnheard::When { day } => format!(
                "put it below a heading with the day of the interview, such as `## {}`",
                day.as_deref().unwrap_or("2026-03-02")
            ),
            WhyUnheard::NoHeading => {
                format!("write {} on a line of its own, and the words below it", code(&format!("## {heading}")))
            }
        },
    }
    /// Words to be said that came once their listener had got their message.
    LateWords { heading: String, person: String } = "late-words", Hint {
        says: format!("what is under {} wasn't in the message that {person} got", quoted(heading)),
        help: "it waits for the next message to them; if there is none, write to them yourself, or take it out",
    }
    /// A heading under which nothing is used for a draft.
    UnusedSection { heading: String } = "unused-section", Hint {
        says: format!("nothing under {heading} is used for a draft", heading = quoted(heading)),
        help: "if it should be: what is under `Say to NAME` goes out, and what is under `What stood out` is shown while you write",
    }
    /// Words in a draft that read like a remark for oneself.
    PrivateWords { words: String } = "private-words", Hint {
        says: format!("{words} reads like a remark for yourself", words = quoted(words)),
        help: "make sure that whoever gets this may read it",
    }
    /// A draft that greets somebody other than the person it goes to.
    WrongGreeting { greeted: String, to: String } = "wrong-greeting", Warning {
        says: format!("greets {greeted}, but goes to {to}", greeted = quoted(greeted), to = quoted(to)),
        help: "greet the person it goes to, or correct `to`",
    }
    /// A draft that was edited before the interview got another day.
    OtherDay { said: String, day: NaiveDate } = "other-day", Warning {
        says: format!("says {said}, but the interview is on {}", long(*day)),
        help: "write the new day, unless this is about another one",
    }
    /// A draft that was edited before its reader's own address was known.
    OtherReader { person: String, email: String } = "other-reader", Warning {
        says: format!("goes to the recruiter, but {person} has an address by now"),
        help: format!("write `to: {person} <{email}>`, and leave out the lines to the recruiter"),
    }
    /// A draft that doesn't say how to reach its sender.
    NoContactDetails = "no-contact-details", Hint {
        says: "the message doesn't say how to reach you",
        help: "sign with an e-mail address or phone number; `[me]` in journal.toml adds yours to every draft",
    }
    /// A phrase in a draft that everybody writes and nobody reads.
    WornPhrase { phrase: String } = "worn-phrase", Hint {
        says: format!("{phrase} says nothing", phrase = quoted(phrase)),
        help: "leave it out, or say what this message is about",
    }
    /// A configuration that can't be used.
    InvalidConfig { reason: String } = "invalid-config", Error {
        says: format!("journal.toml can't be used: {reason}"),
        help: "correct this line, or remove it to use the default",
    }
    /// A template that can't be read or that fails.
    InvalidTemplate { reason: String } = "invalid-template", Error {
        says: format!("the template can't be used: {reason}"),
        help: "correct the template, or remove it to use the built-in one",
    }
    /// A name in a template that no longer holds anything.
    GoneName { name: &'static str, instead: &'static str } = "gone-name", Warning {
        says: format!("`{name}` is always empty: of a note, only what stands under `Say to` goes out"),
        help: format!("use `{instead}`, or take it out"),
    }
    /// A template for a kind of message that doesn't exist.
    UnknownTemplate { kind: String, near: Option<&'static str> } = "unknown-template", Warning {
        says: match near {
            Some(near) => format!("there is no message of the kind `{kind}`; did you mean `{near}`?"),
            None => format!("there is no message of the kind `{kind}`"),
        },
        help: match near {
            Some(near) => format!("rename it to {near}.md.j2"),
            None => "name it after a kind of message; `journal init --templates` copies one of each".to_owned(),
        },
    }
    /// A tick in the agenda that could not be recorded in its note.
    NotRecorded { id: String, why: String, by_hand: String } = "not-recorded", Error {
        says: format!("the tick for {id} could not be recorded: {why}"),
        help: format!("{by_hand}; until then the tick stays in the agenda"),
    }
    /// A box in the agenda whose mark is no tick.
    UnclearMark { mark: String, id: String } = "unclear-mark", Warning {
        says: format!("the mark [{mark}] of {id} is not understood, and nothing was recorded"),
        help: "write [x] for done, or [-] for skipped",
    }
    /// An e-mail address in a file of a git repository that looks public.
    AddressExposed { count: usize, remotes: Vec<String> } = "address-exposed", Warning {
        says: match count {
            1 => format!("contains an e-mail address, and the repository looks public: {}", remotes.join(", ")),
            _ => format!("contains {count} e-mail addresses, and the repository looks public: {}", remotes.join(", ")),
        },
        help: "make sure that the repository is private, which can't be checked from here, or keep files with addresses \
            out of it: list them in .gitignore, and run `git rm --cached` for those that it already has; anything that \
            was committed stays in its history",
    }
    /// Something that `journal` did not write, in a place where it would write.
    InTheWay { what: &'static str } = "in-the-way", Warning {
        says: format!("{what} is in the way; it was left alone"),
        help: "move it elsewhere, then run `journal build` again",
    }
}
