//! What problems say, and what to do about them.

use std::fmt;

use super::Problem;
use super::Problem::*;
use crate::dates::window;

impl Problem {
    /// What to do about it.
    pub fn help(&self) -> String {
        match self {
            UnreadableFile { .. } => "see that it is a file, not a link, and that you may read it".into(),
            NotLookedAt { is_refused: true, .. } => {
                "make sure that you may read it, or list it under `ignore` in journal.toml; until then nothing is written or removed".into()
            }
            NotLookedAt { is_refused: false, .. } => {
                "try again, and if that doesn't help, see that its disk is well and connected; until then nothing is written or removed".into()
            }
            NotUtf8 { utf16: true } => "save it as UTF-8; it looks like UTF-16".into(),
            NotUtf8 { utf16: false } => "save it as UTF-8".into(),
            TooLarge { .. } => "split it, or list it under `ignore` in journal.toml".into(),
            UnusableName => "rename it with plain characters".into(),
            NameTooLong => "give the note a shorter name".into(),
            ConflictCopy => "take over what is new in it, then delete it".into(),
            LinkedNote => "put the note itself here, or list the link under `ignore` in journal.toml".into(),
            UnclosedFrontMatter => "end the front matter with a line of three dashes: ---".into(),
            MergeConflict => "keep one side's lines, and remove those with <<<<<<<, ======= and >>>>>>>".into(),
            InvalidYaml { .. } => {
                "put values with a colon or a special character in 'single quotes', close what was opened, and indent with spaces".into()
            }
            UnsupportedYaml { .. } => "write the value out".into(),
            MissingCompany { slip: Some(_) } => "write `company`".into(),
            MissingCompany { slip: None } => "add a line such as `company: Acme Robotics`".into(),
            MissingDate { slip: Some(_) } => "write `date`".into(),
            MissingDate { slip: None } => "add the day of the interview: `date: 2026-03-02`".into(),
            WrongType { expected, .. } => format!("write {expected}"),
            InvalidDate { .. } => "write year, month and day: 2026-03-02".into(),
            AmbiguousDate { readings: (first, second), .. } => format!("write {first} or {second}"),
            ForeignDate { reading, .. } => format!("write {reading}"),
            UnknownKey { near, .. } => format!("write `{near}`, or give a key of your own another name"),
            UnreadField { .. } => "keep one of the two".into(),
            UnknownOutcome { .. } => "write one of: pending, more_interviews, hiring_manager, offer, accepted, \
                declined, rejected, withdrawn, no_response"
                .into(),
            UnknownWindow { .. } => format!("forms that are understood: {}", window::FORMS),
            SeveralPeople { .. } => "list people one by one: [Jane Doe, Ravi Patel]; what somebody does goes into `title`".into(),
            InvalidAddress { .. } => "write it as name@company.example".into(),
            DuplicateKey { .. } => "keep one of the two".into(),
            InvalidRecord { .. } => {
                "forms that are understood: done 2026-03-03, skipped 2026-03-03, snoozed until 2026-03-10".into()
            }
            MissingOutcomeDate { .. } => "add the day you heard: `outcome_date: 2026-03-20`".into(),
            FarDate { .. } => "mend the year, unless it is meant".into(),
            SameInterview { .. } => {
                "keep one of the two; if they are two interviews, give each its own `round`".into()
            }
            BeforeInterview { .. } => "mend the one that is wrong; is it another year?".into(),
            SamePersonTwice { .. } => {
                "remove one of the two; give each an address of their own if they are two".into()
            }
            UnknownRecord { near: Some(near), .. } => format!("write `{near}`, or remove the line"),
            UnknownRecord { near: None, .. } => {
                "remove the line, or name a follow-up of this note; `journal agenda --all --format csv` has their ids".into()
            }
            BlanksLeft { .. } => "write your own words in their place before you send it".into(),
            DraftTooLong { .. } => "what stands from here on is too much: shorten it".into(),
            WrongGreeting { .. } => "greet whoever gets it, or mend `to`".into(),
            NoContactDetails => "sign with an address or number; `[me]` in journal.toml does so in every draft".into(),
            WornPhrase { .. } => "leave it out, or say what this message is for".into(),
            InvalidConfig { .. } => "mend this line, or remove it to use the default".into(),
            InvalidTemplate { .. } => "mend the template, or remove it to use the built-in one".into(),
            UnknownTemplate { near: Some(near), .. } => format!("rename it to {near}.md.j2"),
            UnknownTemplate { near: None, .. } => {
                "name it after the kind of its messages; `journal init --templates` copies one of each".into()
            }
            NotRecorded { by_hand, .. } => format!("{by_hand}; until then the tick stays in the agenda"),
            AddressExposed { .. } => "whether it is public can't be seen from here: make sure that it is private, or keep \
                files with addresses out of it, with .gitignore, and `git rm --cached` for those that it has; what was \
                committed stays in its history"
                .into(),
            InTheWay { .. } => "move it away, then build again".into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnreadableFile { reason } => write!(f, "can't be read: {reason}"),
            NotLookedAt { reason, .. } => write!(f, "could not be looked at: {reason}"),
            NotUtf8 { .. } => write!(f, "is not UTF-8 text"),
            TooLarge { limit_mib } => write!(f, "is larger than {limit_mib} MiB and was not read"),
            UnusableName => {
                write!(
                    f,
                    "has a name that is not UTF-8 or holds a control character; it was not read"
                )
            }
            NameTooLong => write!(f, "has a name too long for the names of its drafts"),
            ConflictCopy => {
                write!(f, "looks like a sync program's conflict copy and was not read as a note")
            }
            LinkedNote => write!(f, "is a link, and links are not followed; it was not read"),
            UnclosedFrontMatter => write!(f, "the front matter is not closed"),
            MergeConflict => write!(f, "a merge left a conflict in the front matter"),
            InvalidYaml { reason } => write!(f, "the front matter is not valid YAML: {reason}"),
            UnsupportedYaml { what } => write!(f, "{what} can't be used in a note"),
            MissingCompany { slip: None } => {
                write!(f, "has fields of an interview note, but no `company`")
            }
            MissingCompany { slip: Some(slip) } => {
                write!(f, "the note has no `company`; did you mean it by `{slip}`?")
            }
            MissingDate { slip: None } => write!(f, "the note has no `date`"),
            MissingDate { slip: Some(slip) } => {
                write!(f, "the note has no `date`; did you mean it by `{slip}`?")
            }
            WrongType { field, expected } => write!(f, "`{field}` should be {expected}"),
            InvalidDate { field, value } => write!(f, "`{field}`: {value:?} is not a date"),
            AmbiguousDate { field, value, readings: (first, second) } => {
                write!(f, "`{field}`: {value:?} could be {first} or {second}")
            }
            ForeignDate { field, value, .. } => {
                write!(f, "`{field}`: {value:?} is not written as year, month and day")
            }
            UnknownKey { key, near } => {
                write!(f, "`{key}` is no field of a note; did you mean `{near}`?")
            }
            UnreadField { key, read } => {
                write!(f, "`{key}` is not read, because `{read}` stands there too")
            }
            UnknownOutcome { value, near: Some(near) } => {
                write!(f, "{value:?} is not a known outcome; did you mean `{near}`?")
            }
            UnknownOutcome { value, near: None } => write!(f, "{value:?} is not a known outcome"),
            UnknownWindow { value } => {
                write!(f, "the decision window {value:?} is not understood and counts as none")
            }
            SeveralPeople { value } => write!(f, "{value:?} looks like more than one person"),
            InvalidAddress { value } => write!(f, "{value:?} is not an e-mail address"),
            DuplicateKey { key } => write!(f, "`{key}` stands twice"),
            InvalidRecord { id, value } => {
                write!(f, "the record of {id} is not understood: {value:?}")
            }
            MissingOutcomeDate { assumed } => {
                write!(f, "the outcome has no `outcome_date`; {assumed} is assumed")
            }
            FarDate { date, years, side } => write!(f, "{date} is more than {years} years {side}"),
            SameInterview { other } => {
                write!(f, "looks like the interview of {other}: same company, role, day and round")
            }
            BeforeInterview { field, date, interview } => {
                write!(f, "`{field}`: {date} lies before the interview on {interview}")
            }
            SamePersonTwice { name, id } => {
                write!(
                    f,
                    "{name:?} looks like somebody named before, and counts as another, `{id}`"
                )
            }
            UnknownRecord { id, near: Some(near) } => {
                write!(f, "`{id}` is no follow-up of this note; did you mean `{near}`?")
            }
            UnknownRecord { id, near: None } => write!(f, "`{id}` is no follow-up of this note"),
            BlanksLeft { count } => {
                write!(f, "{} left to fill", crate::text::count(*count, "blank"))
            }
            DraftTooLong { count, limit, unit } => {
                write!(f, "the message has {count} {unit}; {limit} are enough for its kind")
            }
            WrongGreeting { greeted, to } => {
                write!(f, "greets {greeted:?}, but goes to {to:?}")
            }
            NoContactDetails => write!(f, "the message doesn't say how to reach you"),
            WornPhrase { phrase } => write!(f, "{phrase:?} says nothing"),
            InvalidConfig { reason } => write!(f, "journal.toml can't be used: {reason}"),
            InvalidTemplate { reason } => write!(f, "the template can't be used: {reason}"),
            UnknownTemplate { kind, near: Some(near) } => {
                write!(f, "no message is of the kind `{kind}`; did you mean `{near}`?")
            }
            UnknownTemplate { kind, near: None } => {
                write!(f, "no message is of the kind `{kind}`")
            }
            NotRecorded { id, why, .. } => {
                write!(f, "what became of {id} could not be recorded: {why}")
            }
            AddressExposed { count, remotes } => {
                let addresses = match count {
                    1 => "an e-mail address".to_owned(),
                    count => format!("{count} e-mail addresses"),
                };
                let remotes = remotes.join(", ");
                write!(f, "holds {addresses}, in a repository that looks public: {remotes}")
            }
            InTheWay { what } => {
                write!(f, "{what} stands where journal would write; it was left alone")
            }
        }
    }
}
