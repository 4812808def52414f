//! What somebody did themselves, and with what: the verb and the object of a sentence about one's own work, word by word.

use crate::drafts::gate::bare::is_span;
use crate::drafts::gate::change::{change, is_done_by};
use crate::drafts::gate::clause::{does, is_craft, is_form_of, is_told, stem_of};
use crate::drafts::gate::words::Words;
use crate::drafts::gate::{after, has, is_harsh, is_in_pair, number, owner};
use crate::drafts::language::Language;

/// What one did or has done, and with what: of "I have run a shop" it is `run` and "a shop".
pub(super) struct OwnDeed<'w> {
    verb: String,
    object: &'w [&'w str],
    language: &'w Language,
}

impl<'w> OwnDeed<'w> {
    /// What the words behind an opening say that one did.
    pub(super) fn of(told: &'w [&'w str], language: &'w Language) -> Option<Self> {
        let words = &language.gate.work;
        let had = words.i_have.iter().find_map(|opening| after(told, opening));
        let (told, verbs, is_present) = if let Some(told) = had {
            (told, &words.done, false)
        } else {
            (after(told, words.i)?, &words.did, true)
        };
        for count in [3, 2] {
            let phrase = told.get(..count).map(|phrase| phrase.join(" "));
            if let Some(verb) = phrase.filter(|phrase| verbs.contains(phrase)) {
                return Some(OwnDeed { verb, object: &told[count..], language });
            }
        }
        let (verb, object) = told.split_first()?;
        let passes =
            is_own_verb(verb, verbs, is_present, language) || has(&words.from_to.verbs, verb);
        passes.then(|| OwnDeed { verb: verb.to_string(), object, language })
    }

    /// Returns true if nothing in it could mean anything private.
    pub(super) fn passes(self) -> bool {
        let changes_well = self.changes_well();
        let deed = self.without_second_verb();
        changes_well && deed.begins_well() && deed.is_harmless()
    }

    /// The words that say what one was, with nothing that one did.
    pub(super) fn in_post(post: &'w [&'w str], language: &'w Language) -> Self {
        OwnDeed { verb: String::new(), object: post, language }
    }

    /// Returns true if none of its words could mean anything private where it stands.
    pub(super) fn is_harmless(&self) -> bool {
        (0..self.object.len()).all(|at| self.is_fit(at)) && !self.tells_of_others()
    }

    /// Returns true for "and about a third took": behind "and" something else does something.
    fn tells_of_others(&self) -> bool {
        let words = &self.language.gate.work;
        let is_finite = |word: &&str| has(&words.finite, word);
        let mut parts = self.object.split(|word| *word == words.and).skip(1);
        parts.any(|part| match part {
            [first, ..] if self.is_own(first) => false,
            [it, grew, ..] if *it == words.it => !has(&words.thriving, grew),
            part => part.iter().any(is_finite),
        })
    }

    /// Returns true unless it tells of a change for the worse, or of one that nobody can tell from it.
    fn changes_well(&self) -> bool {
        let words = &self.language.gate.work.from_to;
        let moves = has(&words.verbs, &self.verb);
        match change(self.object, self.language) {
            Some((before, after, is_time)) if moves => after < before && is_time,
            Some((before, after, _)) if has(&words.growing, &self.verb) => before < after,
            Some((before, after, is_time)) => !is_time || after < before,
            None => !moves || is_done_by(self.object, self.language),
        }
    }

    /// Returns true for "from four days to five hours", where hours are nobody's working hours.
    fn changes_in_time(&self) -> bool {
        matches!(change(self.object, self.language), Some((.., true)))
    }

    /// What was planned and built as what was planned.
    fn without_second_verb(self) -> Self {
        match self.object {
            [and, second, object @ ..]
                if *and == self.language.gate.work.and && self.is_own(second) =>
            {
                OwnDeed { object, ..self }
            }
            _ => self,
        }
    }

    /// Returns true for a verb that says what one did oneself.
    fn is_own(&self, verb: &str) -> bool {
        is_own_verb(verb, &self.language.gate.work.did, true, self.language)
    }

    /// Returns true if its first word can follow the verb.
    fn begins_well(&self) -> bool {
        let words = &self.language.gate.work;
        let Some(first) = self.object.first() else { return false };
        if has(&words.with_preposition, &self.verb) {
            // "Worked three years in a laundry"
            let place = self.object.get(2).filter(|_| is_span(self.object, self.language));
            return has(&words.prepositions, place.unwrap_or(first))
                || place.is_some_and(|doing| is_form_of(doing, "ing", self.language));
        }
        // "About 60 files", "cooked for 120 covers"
        let is_counted_next =
            self.object.get(1).is_some_and(|count| number(count, self.language).is_some());
        !has(&words.never_first, first)
            || has(&words.about, first) && is_counted_next
            || has(&words.trades, &self.verb) && has(&words.prepositions, first)
    }

    /// Returns true if the word at this place means nothing private there.
    fn is_fit(&self, at: usize) -> bool {
        let words = &self.language.gate.work;
        let word = self.object[at];
        let before = at.checked_sub(1).map(|before| self.object[before]).unwrap_or_default();
        if word == words.percent {
            // "From 60 to 15 percent", "by 20 percent"
            let is_by = at > 1 && self.object[at - 2] == words.from_to.by;
            number(before, self.language).is_some()
                && (is_by || change(self.object, self.language).is_some())
        } else if word == words.my {
            self.is_own_job(at)
        } else if word == words.our || before == words.my && has(&words.which, word) {
            true
        } else if word == words.thirds {
            // "By two thirds"
            at > 1 && self.object[at - 2] == words.from_to.by
        } else if word == words.then {
            // "Then refactored the module"
            self.object.get(at + 1).is_some_and(|next| self.is_own(next))
        } else if word == words.are {
            // "Nine of them are still on the ward"
            before == words.them && self.is_counted(at - 1)
        } else if word == words.we {
            // "The scheme we use"
            self.object.get(at + 1).is_some_and(|next| is_craft(next, self.language))
        } else if word == words.them {
            self.is_counted(at) || self.is_turn(at)
        } else if has(&self.language.gate.heard.units, word) && self.changes_in_time()
            || has(&words.times, word) && self.is_own_time(at)
        {
            true
        } else if word == words.i {
            at.checked_sub(1).is_some_and(|at| self.is_own_time(at))
        } else if word == words.without || word == words.no && before == words.with {
            // "Without an accident", "with no downtime", and not "without the exam"
            let lacked = self.object[at + 1..].iter().find(|next| !has(&words.any, next));
            lacked.is_some_and(|lacked| has(&words.harms, lacked))
        } else if word == words.since {
            self.object.get(at + 1).is_some_and(|year| year.parse::<u32>().is_ok())
        } else if has(&words.relatives, word) {
            self.is_followed_well(at)
        } else if at == 0 && self.verb == words.kept && word.ends_with("ing") {
            // "Kept mixing up the two"
            false
        } else if before == words.from_to.by && word.ends_with("ing") {
            // "By keeping quiet"
            word == words.having || is_form_of(word, "ing", self.language)
        } else if before == words.and && has(&words.from_to.verbs, word) {
            // "And cut waste by a third"
            is_done_by(&self.object[at + 1..], self.language)
        } else if before == words.and && word.ends_with("ed") && !self.is_own(word) {
            // "And dropped two"
            false
        } else {
            word.starts_with(char::is_alphanumeric)
                && (is_in_pair(self.object, at, self.language)
                    || !(self.is_never(owner(word)) || is_harsh(word, self.language)))
        }
    }

    /// Returns true for "my last school", "my ward", "on my own", "most of my eight years".
    fn is_own_job(&self, at: usize) -> bool {
        let words = &self.language.gate.work;
        match &self.object[at + 1..] {
            [count, ..] if number(count, self.language).is_some() => true,
            [own] if has(&words.which, own) => {
                at > 0 && has(&words.prepositions, self.object[at - 1])
            }
            // "All my own test sheets"
            [own, _, ..] if *own == words.own => true,
            [which, job, ..] if has(&words.which, which) => has(&words.jobs, job),
            [job, ..] => has(&words.jobs, job),
            [] => false,
        }
    }

    /// Returns true for "9 of them began as guests", "eleven languages between them".
    fn is_counted(&self, at: usize) -> bool {
        let words = &self.language.gate.work;
        match &self.object[..at] {
            [.., count, of] if *of == words.of => {
                has(&words.counts, count) || number(count, self.language).is_some()
            }
            [.., between] => *between == words.between,
            [] => false,
        }
    }

    /// Returns true for "and ran them in the winter".
    fn is_turn(&self, at: usize) -> bool {
        matches!(&self.object[..at], [.., and, verb]
            if *and == self.language.gate.work.and && self.is_own(verb))
    }

    /// Returns true for "before I write the code", "since I qualified", "before nine".
    fn is_own_time(&self, at: usize) -> bool {
        let words = &self.language.gate.work;
        if self.object[at] != words.since
            && self.object.get(at + 1).is_some_and(|hour| number(hour, self.language).is_some())
        {
            return true;
        }
        matches!(self.object.get(at..at + 3), Some([time, i, verb])
            if has(&words.times, time) && *i == words.i && self.is_own(verb))
    }

    /// Returns true for "that the council adopted", said of things; what somebody else did with it is another story.
    fn is_followed_well(&self, at: usize) -> bool {
        let told = &self.object[at + 1..];
        let words = &self.language.gate.work;
        // "That six of our teams use"
        let told = match told {
            [count, of, rest @ ..] if *of == words.of && number(count, self.language).is_some() => {
                rest
            }
            told => told,
        };
        let told = after(told, words.our).unwrap_or(told);
        let had = &words.had;
        does(told, self.language)
            || is_told(told, self.language)
            || is_in_pair(self.object, at + 1, self.language)
            || told.first().is_some_and(|next| next == had || is_craft(next, self.language))
    }

    /// Returns true for a word that may mean something private in such a sentence.
    fn is_never(&self, word: &str) -> bool {
        let (work, heard) = (&self.language.gate.work, &self.language.gate.heard);
        work.never.contains(word)
            || work.never_mine.contains(word)
            || heard.never.contains(word) && !work.fine.contains(word)
    }
}

/// Returns true for one of these verbs, and for a form of a verb of craft.
pub(super) fn is_own_verb(
    verb: &str,
    others: &Words,
    is_present: bool,
    language: &Language,
) -> bool {
    others.contains(verb) || is_own_craft_form(verb, is_present, language)
}

/// Returns true for `planned`, and for `plan` if it is of the present.
pub(super) fn is_own_craft_form(verb: &str, is_present: bool, language: &Language) -> bool {
    let stem = stem_of(verb, "ed", language);
    stem.is_some_and(|stem| is_own_craft(stem, language))
        || is_present && is_own_craft(verb, language)
}

/// Returns true for a verb of craft that says of oneself only what one does.
fn is_own_craft(verb: &str, language: &Language) -> bool {
    is_craft(verb, language) && !language.gate.work.not_mine.contains(verb)
}
