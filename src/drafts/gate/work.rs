//! A plain sentence about one's own work: `I`, a verb of work, and words none of which could mean anything private.

use crate::drafts::gate::clause::{does, is_craft, is_form_of, is_person, is_told, stem_of};
use crate::drafts::gate::trade::{follows, is_doing_word, is_object, is_post, without_time};
use crate::drafts::gate::words::Words;
use crate::drafts::gate::{
    after, are_harmless, has, hold_idiom, is_harsh, is_in_pair, is_somebody, number, owner, plain,
};
use crate::drafts::language::Language;

/// The most words before "I".
const OPENING: usize = 7;

/// The most words of an employer's name.
const EMPLOYER: usize = 3;

/// The fewest and the most words of a sentence that passes.
const WORDS: (usize, usize) = (5, 30);

/// The most words of another sentence beside one that passes.
const BESIDE: usize = 16;

/// The sentences of a remark that pass, unless one beside them may take back or judge what they say.
pub fn sentences(remark: &str, language: &Language) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut rest = remark.trim();
    while !rest.is_empty() {
        let end = rest.find(". ").map_or(rest.len(), |at| at + 1);
        let (sentence, after) = rest.split_at(end);
        if is_about_work(sentence, language) {
            sentences.push(sentence.to_owned());
        } else if !is_harmless(sentence, language) {
            return Vec::new();
        }
        rest = after.trim_start();
    }
    sentences
}

/// Returns true for a few plain words, "Good with Xero and Sage.", and for more about the user that takes nothing back:
/// "I know the surveyors in three ports."
fn is_harmless(sentence: &str, language: &Language) -> bool {
    let words = &language.gate.work;
    let goes_on = |text: &str| {
        let lower = text.to_lowercase();
        let all: Vec<&str> = lower.split(' ').collect();
        let is_own = |first: &&str| after(&all, first).is_some();
        let turns = |word: &&str| has(&words.turns, word) || is_harsh(word, language);
        (words.i_have.iter().any(is_own) || [&words.i, &words.my].into_iter().any(is_own))
            && !all.iter().any(turns)
    };
    plain(sentence, BESIDE).is_some_and(|text| {
        // "CPA since 2021."
        let since = std::slice::from_ref(&words.since);
        are_harmless(&text.split(' ').collect::<Vec<_>>(), since, language) || goes_on(&text)
    })
}

/// Returns true for a plain sentence about one's own work.
fn is_about_work(sentence: &str, language: &Language) -> bool {
    let words = &language.gate.work;
    let Some(plain) = sentence.strip_suffix('.').map(spelled_out) else { return false };
    let plain = plain.as_str();
    let told = without_employer(plain, language);
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | ',' | '&' | '.');
    // A point that isn't in a number ends another sentence.
    let is_decimal = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    // Who writes "i" was in a hurry.
    let is_jotted = plain.split(' ').any(|word| word == words.i);
    let names_somebody = plain.split(' ').any(|word| is_somebody(word, language));
    if is_jotted
        || names_somebody
        || !plain.chars().all(is_plain)
        || !plain.split('.').skip(1).all(is_decimal)
    {
        return false;
    }
    let lower = told.to_lowercase().replace('’', "'");
    if !ends_well(&lower, language) {
        return false;
    }
    let all = lower.split(' ').map(|word| word.trim_end_matches(','));
    let all: Vec<&str> = all.filter(|word| !has(&words.adverbs, word)).collect();
    let all = without_conditions(&all, language);
    if is_trade_deed(&all, language) || is_own_post(&all, language) {
        return true;
    }
    (WORDS.0..=WORDS.1).contains(&all.len())
        && !hold_idiom(&all, language)
        && OwnDeed::of(without_opening(&all, language), language).is_some_and(|deed| deed.passes())
}

/// The sentence without the signs that mean no more than a word or a hyphen: "30 %", "A/B", "CI/CD".
fn spelled_out(sentence: &str) -> String {
    let mut spelled = String::new();
    let mut chars = sentence.chars().peekable();
    while let Some(c) = chars.next() {
        let is_behind = |is: fn(char) -> bool| spelled.trim_end().ends_with(is);
        match c {
            '%' if is_behind(|c| c.is_ascii_digit()) => {
                spelled.truncate(spelled.trim_end().len());
                spelled.push_str(" percent");
            }
            '/' if is_behind(char::is_uppercase)
                && chars.peek().is_some_and(|next| next.is_uppercase()) =>
            {
                spelled.push('-');
            }
            c => spelled.push(c),
        }
    }
    spelled
}

/// Returns true unless what came of it follows, ", and it closed in a year", and isn't known to be good, or it took no time:
/// "for six weeks".
fn ends_well(lower: &str, language: &Language) -> bool {
    let words = &language.gate.work;
    let result = lower.split_once(&format!(", {} ", words.and)).map(|(_, result)| result);
    let is_good = |result: &str| {
        let mut told = result.split(' ').map(|word| word.trim_end_matches(','));
        let first = told.next().unwrap_or_default();
        is_own_verb(first, &words.did, false, language)
            || told.any(|word| has(&words.thriving, word))
    };
    let told: Vec<&str> = lower.split(' ').collect();
    let is_brief = matches!(&told[..], [.., lasting, count, unit]
        if *lasting == words.lasting && number(count, language).is_some() && has(&words.brief, unit));
    // "In five practices in six years"
    let is_restless = matches!(&told[..], [.., place, count, _, within, years, unit]
        if has(&words.at, place) && place == within && has(&words.years, unit)
            && [count, years].into_iter().all(|count| number(count, language).is_some()));
    result.is_none_or(is_good) && !is_brief && !is_restless
}

/// Returns true for "I've used SAP for six years", "I have a degree in chemistry": words of work alone.
fn is_trade_deed(all: &[&str], language: &Language) -> bool {
    let (work, trade) = (&language.gate.work, &language.gate.trade);
    let told = without_time(all, language);
    let had = work.i_have.iter().find_map(|opening| after(told, opening));
    let Some(told) = had.or_else(|| after(told, work.i)) else { return false };
    let phrases = if had.is_some() { &trade.done } else { &trade.deeds };
    let is_own =
        |verb: &str| has(phrases, verb) || is_own_craft_form(verb, had.is_none(), language);
    let listed = phrases.iter().find_map(|phrase| follows(told, phrase, language));
    if had.is_some() && after(told, trade.been).is_some_and(|post| is_post(post, language)) {
        return true;
    }
    let object = listed.or_else(|| match told {
        [been, doing, object @ ..] if *been == trade.been => {
            is_doing_word(doing, language).then_some(object)
        }
        [verb, object @ ..] if is_own(verb) => Some(object),
        _ => None,
    });
    // "Wrote the runbook and ran the demos"
    object.is_some_and(|object| {
        object.split(|word| *word == work.and).enumerate().all(|(at, part)| match part {
            [verb, rest @ ..] if at > 0 && is_own(verb) && !rest.is_empty() => {
                is_object(rest, language)
            }
            part => is_object(part, language),
        })
    })
}

/// Returns true for "I'm a qualified electrician", "I'm an engineer with eight years in design".
fn is_own_post(all: &[&str], language: &Language) -> bool {
    let (words, trade) = (&language.gate.work, &language.gate.trade);
    let Some(told) = words.i_am.iter().find_map(|opening| after(all, opening)) else {
        return false;
    };
    let is_learnt = |told: &[&str]| {
        let object = trade.done.iter().find_map(|phrase| follows(told, phrase, language));
        object.is_some_and(|object| is_object(object, language))
    };
    match told.iter().position(|word| *word == words.with) {
        Some(at) => is_post(&told[..at], language) && is_learnt(&told[at + 1..]),
        None => is_post(told, language),
    }
}

/// What one did or has done, and with what: of "I have run a shop" it is `run` and "a shop".
struct OwnDeed<'w> {
    verb: String,
    object: &'w [&'w str],
    language: &'w Language,
}

impl<'w> OwnDeed<'w> {
    fn of(told: &'w [&'w str], language: &'w Language) -> Option<Self> {
        let words = &language.gate.work;
        let had = words.i_have.iter().find_map(|opening| after(told, opening));
        let (told, verbs, is_present) = if let Some(told) = had {
            (told, &words.done, false)
        } else {
            (after(told, words.i)?, &words.did, true)
        };
        if let Some(two) = told.get(..2).map(|two| two.join(" ")).filter(|two| verbs.contains(two))
        {
            return Some(OwnDeed { verb: two, object: &told[2..], language });
        }
        let (verb, object) = told.split_first()?;
        let passes =
            is_own_verb(verb, verbs, is_present, language) || has(&words.from_to.verbs, verb);
        passes.then(|| OwnDeed { verb: verb.to_string(), object, language })
    }

    fn passes(self) -> bool {
        let changes_well = self.changes_well();
        let deed = self.without_second_verb();
        changes_well && deed.begins_well() && (0..deed.object.len()).all(|at| deed.is_fit(at))
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
            return has(&words.prepositions, place.unwrap_or(first));
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
        } else if word == words.our {
            true
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

    /// Returns true for "before I write the code", "since I qualified".
    fn is_own_time(&self, at: usize) -> bool {
        let words = &self.language.gate.work;
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

    fn is_never(&self, word: &str) -> bool {
        let (work, heard) = (&self.language.gate.work, &self.language.gate.heard);
        work.never.contains(word)
            || work.never_mine.contains(word)
            || heard.never.contains(word) && !work.fine.contains(word)
    }
}

/// A sentence behind the name of a place to work at its beginning: "At Dunbar Foods I closed …".
fn without_employer<'t>(sentence: &'t str, language: &Language) -> &'t str {
    let words: Vec<&str> = sentence.split(' ').collect();
    let is_name = |word: &&str| {
        word.trim_end_matches(',').chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '&'))
            && word.starts_with(char::is_uppercase)
    };
    let is_i = |word: &&str| {
        let work = &language.gate.work;
        let opening = word.to_lowercase();
        opening == work.i || has(&work.i_have, &opening)
    };
    let at = words.iter().position(is_i).unwrap_or_default();
    let is_at = has(&language.gate.work.at, &words[0].to_lowercase());
    match (2..=EMPLOYER + 1).contains(&at) && is_at && words[1..at].iter().all(is_name) {
        true => sentence.splitn(at + 1, ' ').last().unwrap_or(sentence),
        false => sentence,
    }
}

/// The words without what groups of people have, as nobody in particular has it: "people with dementia" become "people".
fn without_conditions<'w>(words: &'w [&'w str], language: &Language) -> Vec<&'w str> {
    let conditions = &language.gate.work.conditions;
    let named = |words: &'w [&'w str]| conditions.names.iter().find_map(|name| after(words, name));
    let mut kept = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some((word, behind)) = rest.split_first() {
        kept.push(*word);
        rest = behind;
        if has(&conditions.groups, word)
            && let Some(told) = conditions.having.iter().find_map(|having| after(behind, having))
            && let Some(behind) = named(told)
        {
            let another = after(behind, language.gate.work.and).and_then(named);
            rest = another.unwrap_or(behind);
        }
    }
    kept
}

/// A sentence behind its opening about time or place: "At my last school I ran …", "Since 2017 I've run …".
fn without_opening<'w>(all: &'w [&'w str], language: &Language) -> &'w [&'w str] {
    let words = &language.gate.work;
    let begins = |at: &usize| {
        let rest = &all[*at..];
        rest[0] == words.i || words.i_have.iter().any(|opening| after(rest, opening).is_some())
    };
    let Some(at) = (1..all.len().min(OPENING + 1)).find(begins) else { return all };
    let is_plain = match &all[1..at] {
        [my, which, job] if *my == words.my => has(&words.which, which) && has(&words.jobs, job),
        [year] => year.len() == 4 && year.parse::<u32>().is_ok(),
        span => is_span(span, language) && are_harmless(span, &[], language),
    };
    if has(&words.openings, all[0]) && is_plain { &all[at..] } else { all }
}

/// Returns true for one of these verbs, and for a form of a verb of craft.
fn is_own_verb(verb: &str, others: &Words, is_present: bool, language: &Language) -> bool {
    others.contains(verb) || is_own_craft_form(verb, is_present, language)
}

/// Returns true for `planned`, and for `plan` if it is of the present.
fn is_own_craft_form(verb: &str, is_present: bool, language: &Language) -> bool {
    let stem = stem_of(verb, "ed", language);
    stem.is_some_and(|stem| is_own_craft(stem, language))
        || is_present && is_own_craft(verb, language)
}

/// Returns true for a verb of craft that says of oneself only what one does.
fn is_own_craft(verb: &str, language: &Language) -> bool {
    is_craft(verb, language) && !language.gate.work.not_mine.contains(verb)
}

/// Returns true for "nine years …".
fn is_span(words: &[&str], language: &Language) -> bool {
    let years = &language.gate.work.years;
    matches!(words, [count, unit, ..] if number(count, language).is_some() && has(years, unit))
}

/// Returns true for "mispicks by a third", "a lab through accreditation"; of people, that is another story.
fn is_done_by(object: &[&str], language: &Language) -> bool {
    let words = &language.gate.work.from_to;
    let is_by = |pair: &[&str]| {
        pair[0] == words.by && (has(&words.shares, pair[1]) || number(pair[1], language).is_some())
    };
    let is_said =
        object.iter().any(|word| has(&words.through, word)) || object.windows(2).any(is_by);
    // "Engineers by a third" says how many of them had to go.
    let is_somebody = |word: &str| {
        let one = word.strip_suffix('s').unwrap_or(word);
        is_person(word, language) || has(&language.gate.trade.posts, one)
    };
    let what = object.split(|word| *word == words.by).next().unwrap_or_default();
    is_said
        && !object.iter().any(|word| has(&words.people, word))
        && !what.iter().any(|word| is_somebody(word))
}

/// How much it was and has become in "from nine days to four", in an order of size, and whether that is time.
pub(super) fn change(object: &[&str], language: &Language) -> Option<(Amount, Amount, bool)> {
    let words = &language.gate.work;
    let behind = |joint: &str| {
        let at = object.iter().position(|word| *word == joint)?;
        let next = object.get(at + 1)?;
        // "From weekly to daily"
        if let Some(rate) = words.from_to.rates.iter().position(|rate| rate == next) {
            return Some((1, Some(rate)));
        }
        let count = number(next, language)?;
        let unit = object.get(at + 2).copied().unwrap_or_default();
        Some((count, language.gate.heard.units.iter().position(|known| *known == unit)))
    };
    let ((before, unit), (after, other)) = (behind(words.from_to.from)?, behind(words.from_to.to)?);
    // Five hours are less than four days, and "to four" means four of the same.
    let (unit, other) = (unit.or(other), other.or(unit));
    Some(((unit, before), (other, after), unit.is_some()))
}

/// An amount of time by its unit, the shortest first, and number.
type Amount = (Option<usize>, usize);
