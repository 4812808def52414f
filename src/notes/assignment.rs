//! A task to be done at home, such as a take-home test, and whether it was handed in.

use chrono::NaiveDate;

use crate::notes::Note;
use crate::notes::body::Task;
use crate::rules::known::Known;
use crate::text::folded;

/// Words for the round of a task, and for kinds of them.
const SET: [&str; 2] = ["task", "assignment"];
const KINDS: [&str; 7] =
    ["coding", "data", "design", "programming", "technical", "writing", "written"];

/// Words for a round in which one talks about it.
const TALKS: [&str; 13] = [
    "call",
    "chat",
    "conversation",
    "debrief",
    "discussion",
    "interview",
    "meeting",
    "onsite",
    "panel",
    "presentation",
    "review",
    "talk",
    "walkthrough",
];

/// Words for handing something in, with those that have to follow, at once or later.
const DEEDS: [(&str, &[&str]); 15] = [
    ("hand", &["in"]),
    ("handed", &["in"]),
    ("handing", &["in"]),
    ("turn", &["in"]),
    ("turned", &["in"]),
    ("send", &["in", "off", "back"]),
    ("sent", &["in", "off", "back"]),
    ("send", &WORK),
    ("sent", &WORK),
    ("submit", &[]),
    ("submitted", &[]),
    ("upload", &[]),
    ("uploaded", &[]),
    ("return", &WORK),
    ("returned", &WORK),
];

/// Words for what is handed in.
const WORK: [&str; 15] = [
    "answers",
    "assignment",
    "case",
    "challenge",
    "code",
    "deck",
    "exercise",
    "homework",
    "it",
    "presentation",
    "project",
    "slides",
    "solution",
    "task",
    "test",
];

/// Words for what is handed in elsewhere, and for what isn't handing in yet: `ask when to hand it in`.
#[rustfmt::skip]
const OTHERS: [&str; 22] = [
    "about", "application", "ask", "asked", "before", "check", "expenses", "how", "if", "invoice", "never", "not", "notice",
    "question", "questions", "resignation", "timesheet", "what", "when", "where", "whether", "who",
];

impl Note {
    /// Returns true for a task to be done at home, such as a take-home test: nobody is met, and nobody thanked for it. One
    /// with interviewers may have been done in front of them, unless its name says where.
    pub fn is_assignment(&self) -> bool {
        let is_set = |round: &str| self.interviewers.is_empty() && is_set(round);
        self.round.as_ref().is_some_and(|round| is_at_home(round) || is_set(round))
    }

    /// Returns true for a task done at home once the note says that it was handed in: by a ticked line about that, and no
    /// open one.
    pub fn is_handed_in(&self) -> bool {
        self.is_assignment()
            && self.hand_in().is_none()
            && self.body.ticked().iter().any(is_about_handing_in)
    }

    /// Returns true for one until then.
    pub fn is_to_hand_in(&self) -> bool {
        self.is_assignment() && !self.is_handed_in()
    }

    /// The open line about handing in the task.
    pub fn hand_in(&self) -> Option<&Task> {
        self.body.tasks().iter().find(|task| is_about_handing_in(task))
    }

    /// The day by which the task is to be handed in, as far as the note says it.
    pub fn hand_in_by(&self) -> Option<NaiveDate> {
        self.hand_in().and_then(|task| self.body.day_of(task))
    }

    /// The day from which the company has the next word: that of the interview, or the one on which a task done at home was
    /// handed in.
    pub fn their_turn(&self) -> Known<NaiveDate> {
        match self.date {
            Known::Is(day) if self.is_assignment() => {
                let handed_in = self.body.ticked().iter().filter(|task| is_about_handing_in(task));
                let last = handed_in.filter_map(|task| self.body.day_of(task)).max();
                Known::Is(last.map_or(day, |last| last.max(day)))
            }
            day => day,
        }
    }
}

/// Returns true for a round whose name says that it is a task done at home.
pub fn is_at_home(round: &str) -> bool {
    // Most don't, and needn't be taken apart.
    if !round.as_bytes().windows(4).any(|part| part.eq_ignore_ascii_case(b"home")) {
        return false;
    }
    let words = folded(round);
    let words: Vec<&str> = words.split('_').collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let is_home = |pair: &[&str]| pair == ["take", "home"] || pair == ["home", "task"];
    (has(&["takehome", "homework"]) || words.windows(2).any(is_home)) && !has(&TALKS)
}

/// Returns true for a round that is a task: `assignment`, `coding task`.
fn is_set(round: &str) -> bool {
    match folded(round).split('_').collect::<Vec<_>>()[..] {
        [only] => SET.contains(&only),
        [kind, last] => SET.contains(&last) && KINDS.contains(&kind),
        _ => false,
    }
}

/// Returns true for `hand in the task`, but not for `hand in my notice`.
fn is_about_handing_in(task: &Task) -> bool {
    let words = folded(&task.text);
    let words: Vec<&str> = words.split('_').collect();
    let is_deed = |(at, word): (usize, &&str)| {
        let mut deeds = DEEDS.iter().filter(|(deed, _)| deed == word);
        let rest = &words[at + 1..];
        deeds.any(|(_, then)| then.is_empty() || rest.iter().any(|word| then.contains(word)))
    };
    words.iter().enumerate().any(is_deed) && !words.iter().any(|word| OTHERS.contains(word))
}
