//! The words of the gate: of what a note remembers, only what is made of these may go into a message.

use std::ops::Deref;

use serde::Deserialize;

/// Words in their order, written as one string with commas between them.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "&'static str", bound(deserialize = "'de: 'static"))]
pub struct List(Vec<&'static str>);

/// The same in alphabetical order, to find one among many.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "&'static str", bound(deserialize = "'de: 'static"))]
pub struct Words(Vec<&'static str>);

/// The words of all that may pass. `gate.toml` says what each is for.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct GateWords {
    /// Words before the day on which a job starts, in lower case, the longest first.
    pub starts: List,
    /// The same of the last day in the old one.
    pub last_days: List,
    /// Words between those and the day.
    pub before_days: List,
    /// Words behind such a day that it goes without.
    pub behind_days: List,
    /// Words by which such a day isn't settled.
    pub doubts: Words,
    /// Words with which one thanks somebody for something.
    pub thanks: List,
    pub went: Went,
    pub next: Next,
    pub pitch: Pitch,
    pub times: Times,
    /// Words by which people judge others or themselves: they can't stand anywhere.
    pub harsh: Words,
    /// First names.
    pub names: Words,
    /// Words that mean no harm one by one, and together something else.
    pub idioms: Words,
    /// Two words that mean no harm together, the second in the singular: "late trailer".
    pub pairs: Words,
    /// Regular verbs of which nothing worse is said than that somebody does it.
    pub craft: Words,
    pub work: Work,
    pub heard: Heard,
    pub trade: Trade,
    pub fact: Fact,
    pub interest: Interest,
}

/// The words for an interview that went well, in lower case, the longest first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Went {
    /// Words that may stand before the others.
    pub openings: List,
    pub well: List,
}

/// The words before whom the user meets next, all in lower case, the longest first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Next {
    pub openings: List,
}

/// The words by which users say what they can do, all in lower case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Pitch {
    /// Words that may stand before "I".
    pub joints: List,
    pub openings: List,
    /// Those that go on to say something else.
    pub apart: List,
    /// Words before a span of time: "I've got *six years* on forklifts".
    pub lasting: List,
}

/// The words of the times that would suit the user, all in lower case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Times {
    /// Words before them, the longest first.
    pub openings: List,
    /// Words among them, beside days, months and numbers.
    pub words: List,
    /// "3*pm*", "21*st*".
    pub units: List,
    /// Before times that don't suit.
    pub not: &'static str,
    /// Joins the last two.
    pub or: &'static str,
}

/// The words of sentences about one's own work, all in lower case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Work {
    /// "I", and "I have".
    pub i: &'static str,
    pub i_have: List,
    /// "Since 2017 I've …", "for nine years I …", "after nine years as a joiner, I …".
    pub openings: List,
    pub years: List,
    /// "*Kept* mixing up the two", "by *having* pickers check each other's pallets".
    pub kept: &'static str,
    pub having: &'static str,
    /// Trades that people have somewhere, or for somebody: "I *cooked* at an inn".
    pub trades: List,
    /// Verbs of craft that can't follow `I`.
    pub not_mine: Words,
    /// Other verbs after `I`.
    pub did: Words,
    /// Other verbs after `I have`.
    pub done: Words,
    /// "And it *grew* from six to forty", "*for* six *weeks*".
    pub thriving: List,
    pub lasting: &'static str,
    pub brief: List,
    /// "*Without a single accident*".
    pub without: &'static str,
    pub no: &'static str,
    pub any: List,
    pub harms: List,
    /// "*I'm* a nurse *with* nine years in care".
    pub i_am: List,
    /// "*I was the* shift *lead*", "*as* duty *manager*".
    pub i_was: List,
    pub as_post: List,
    pub posts: List,
    /// "And about a third *took*", "and *it* shows".
    pub finite: List,
    pub it: &'static str,
    /// What may follow a deed: "*so I know* how long a first month is", "*and nothing went missing*".
    pub so_i_know: &'static str,
    pub ends: List,
    /// "A club *that now* fills the room".
    pub that_now: &'static str,
    /// "By two *thirds*".
    pub thirds: &'static str,
    /// "*Then* tested the seals".
    pub then: &'static str,
    pub with: &'static str,
    /// Words that may stand anywhere among them.
    pub adverbs: List,
    /// Verbs that are about work only with "from" and "to".
    pub from_to: FromTo,
    pub conditions: Conditions,
    /// Words of a sentence that takes back what the one before says, or may.
    pub turns: List,
    /// Numbers in words, from zero on, and in tens.
    pub numbers: List,
    pub tens: List,
    /// "From 60 to 15 *percent*".
    pub percent: &'static str,
    /// Verbs that a preposition follows, and such prepositions.
    pub with_preposition: List,
    pub prepositions: List,
    /// "Planned *and* cooked", "*since* 2016", "9 *of them*", "six languages *between them*".
    pub and: &'static str,
    pub since: &'static str,
    pub of: &'static str,
    pub between: &'static str,
    pub them: &'static str,
    /// "Nine of them *are* still on the ward".
    pub are: &'static str,
    /// "The scheme *we* use".
    pub we: &'static str,
    /// "*About* 60 files".
    pub about: List,
    /// "*Most* of them".
    pub counts: List,
    /// "*Before* I write the code".
    pub times: List,
    /// "Start Mon 2 Nov *in* theatres".
    pub at: List,
    /// "At *my* last company".
    pub my: &'static str,
    /// "*Our* lead time": of one's own job, too.
    pub our: &'static str,
    /// Words between `my` and one of the jobs.
    pub which: List,
    pub own: &'static str,
    pub jobs: List,
    /// Words with which it is told what something does, and what it may have done beside that.
    pub relatives: List,
    pub had: &'static str,
    /// Words with which a thing begins that isn't one's own.
    pub others: List,
    /// Words that can't follow the verb.
    pub never_first: List,
    /// Words that can't stand anywhere.
    pub never: Words,
    /// Words that can't stand in what somebody else did, and may in such a sentence.
    pub fine: Words,
    /// Words that can't stand in such a sentence: of the interview, and by comparison.
    pub never_mine: Words,
}

/// "Took the close *from* nine days *to* four".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FromTo {
    pub verbs: List,
    /// Verbs after which a number grows, if both words follow.
    pub growing: List,
    /// Words with which such a verb says enough: "cut mispicks *by a* third", "took a lab *through* accreditation", unless
    /// it is told of people. What follows "by" with another verb has to be work, too: "by working nights".
    pub by: &'static str,
    pub shares: List,
    pub through: List,
    pub people: List,
    /// How often something happens, the most often first.
    pub rates: List,
    pub from: &'static str,
    pub to: &'static str,
}

/// "People *with dementia*", with whom one works.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Conditions {
    /// Several people, none of whom anybody would know by this word.
    pub groups: List,
    pub having: List,
    /// What some of them have.
    pub names: List,
}

/// The words for what somebody else said, showed or asked for, all in lower case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Heard {
    /// What somebody does with a thing, or a clause.
    pub shown: Verbs,
    /// What somebody does, in so many words: `made me a tea`.
    pub kindnesses: Verbs,
    /// "Showed *me* the press".
    pub me: &'static str,
    /// Words that mean no harm in what is remembered beside what somebody does.
    pub beside_deeds: List,
    /// What a plural may follow without an article: `lent me boots`.
    pub before_plurals: List,
    /// What something done may follow: `told me about running a shop`.
    pub before_doing: List,
    /// What somebody does that a verb of craft follows.
    pub let_me: Verb,
    /// "*Told me to* brush up on valuation": its verbs, and what one is told to do, beside the verbs of craft.
    pub told_me_to: Verbs,
    pub advice: List,
    /// What somebody does with a clause alone, and with a statement.
    pub told: Verbs,
    pub stated: Verbs,
    /// Words before those whom the user says they enjoyed meeting.
    pub gladly_met: List,
    /// Joins two of them.
    pub and: &'static str,
    /// Words with which a clause begins, and the one of them that follows "I liked".
    pub asks: List,
    pub how: &'static str,
    /// "How to", which a skill follows, and "the way", which is "how" by another name.
    pub how_to: &'static str,
    pub the_way: &'static str,
    /// Words with which a thing begins, the definite one first.
    pub articles: List,
    /// What a thing does in a clause, beside the verbs of craft.
    pub verbs: List,
    /// The same in several words.
    pub verb_phrases: List,
    /// The reader, and what is theirs.
    pub you: &'static str,
    pub your: &'static str,
    /// "I liked *that* every joiner signs the back": what joins a custom to what one thinks of it, words and people with
    /// which one begins, and words of the past, which no custom has.
    pub that: &'static str,
    pub each: List,
    pub people: Words,
    pub past: List,
    /// "*On my own*".
    pub alone: &'static str,
    /// Words before those of whom, or of where, something is told.
    pub before_names: List,
    /// People of whom it may be told what they do: "the *staff* queue".
    pub groups: List,
    /// Words between a thing and more about it.
    pub of: List,
    /// Those of them that are verbs as well, and what follows one that isn't: "made *from* oak".
    pub participles: List,
    pub after_participle: List,
    /// What one may like without a word more: "the bread *oven*".
    pub likable: List,
    /// What one may have liked there, and wouldn't thank an interviewer for: "the *coffee machine*", in the singular.
    pub perks: Words,
    /// "*On* two nurses", and several people each: "on two *crews*"; and "two nurses *down*".
    pub scant: List,
    pub parties: List,
    pub down: List,
    /// "The style *guide*": somebody by the word, and as often as not a thing.
    pub also_things: List,
    /// "How *late* trains run" is a complaint.
    pub manner: List,
    /// Several people or things without an -s.
    pub plurals: List,
    /// Words with which it is told what a thing does.
    pub relatives: List,
    /// "Visitors *can* handle the tools".
    pub can: &'static str,
    /// Words that may stand before such a verb, and forms of other verbs, which the subject can't hold.
    pub auxiliaries: List,
    /// "How *many* tests": a complaint as often as not.
    pub quantities: List,
    pub never_nouns: List,
    /// Words before what somebody does, as the user heard of it, and what the user did themselves: "*tasting* the bread".
    pub hearsay: &'static str,
    pub why: &'static str,
    /// "They", and words that mean the same and may stand in its place.
    pub they: &'static str,
    pub stand_in: &'static str,
    /// Words before what may have been the user's own doing.
    pub part: &'static str,
    /// Before what is done there as a rule.
    pub idea: &'static str,
    pub own_doing: List,
    /// "Get", before what is done to something, and irregular forms of that.
    pub get: List,
    pub done: List,
    /// Verbs behind a thing, which make a sentence of it: "the guild for data *meets* on Fridays".
    pub ending: List,
    /// What it does at the end of a clause.
    pub last_verbs: List,
    /// "Went from 40 minutes to 6": its verb, its preposition and the units.
    pub went: &'static str,
    pub from: &'static str,
    pub units: List,
    /// What people send.
    pub things: List,
    /// Tasks that companies set, and words before and after their names: "*submit* the take-home *by* Friday".
    pub assignments: List,
    pub handing_in: List,
    pub deadlines: List,
    /// The heading of what was promised.
    pub promised: &'static str,
    /// Whom one has promised it.
    pub promised_to: List,
    /// The words with which one says so behind a thing.
    pub promises: List,
    /// The parts of a thing of which one may say what they are about.
    pub chapters: List,
    /// Words that may follow such a thing, and those for whoever made it.
    pub about: List,
    pub writers: List,
    /// Words that can't stand in a sentence about one's work, but here.
    pub allowed: List,
    /// Words that can't stand here either.
    pub never: Words,
}

/// Words of work that mean nothing private wherever they stand, all in lower case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Trade {
    /// Things, in the singular.
    pub nouns: Words,
    /// Names of tools.
    pub names: Words,
    /// What may be said of them.
    pub words: Words,
    /// What people do, beside the verbs of craft.
    pub verbs: List,
    /// "Every *week*", "a *month*".
    pub units: List,
    /// "*Running* trials": what people do, beside the verbs of craft.
    pub doing: List,
    /// Things without an article that aren't several: "patient *care*".
    pub mass: Words,
    /// Things in the plural that may stand before another: "the *sales* team".
    pub plurals: List,
    /// Things that a number may follow: "Year 2".
    pub numbered: List,
    /// How long and since when: "for five years", "at my last company". Each `#` stands for a number.
    pub times: List,
    /// What one does or has oneself, beside the verbs of craft, where only words of work follow: "I *know* SAP"; and what one
    /// has done, after `I have`.
    pub deeds: List,
    pub done: List,
    /// "I've *been* writing parsers", "I've been a *teacher*".
    pub been: &'static str,
    pub posts: List,
    /// Verbs of craft that say something else here.
    pub never: List,
    /// Words between two things, and others that may stand anywhere.
    pub joints: List,
    pub others: List,
    /// What the reader's company makes: "I've used your *app*".
    pub yours: List,
    /// More people beside those of customs: of what is done to them nothing is told.
    pub people: List,
    /// Words between what people do and the thing: "building *with* timber".
    pub leading: List,
}

/// The words of a thing that is noted as a fact, all in lower case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Words before the time when it comes or came: "*opening in* June".
    pub whens: List,
    /// Words before the place of it: "*opening in* Harrogate".
    pub wheres: List,
    /// What one has to do, beside the verbs of craft: "*practise* system design".
    pub tasks: List,
    /// "A room *with* two chairs", and the things of which there may be too few, in the singular.
    pub few: &'static str,
    pub scarce: List,
    /// More words between two groups of words.
    pub joints: List,
    pub seasons: List,
    /// "*This* autumn", "next *year*".
    pub which: List,
    pub year: &'static str,
    /// Words between so many things and those who share them.
    pub sharing: List,
    /// "Competencies *still to be* written".
    pub planned: List,
    /// Words that take back what stands before them.
    pub against: List,
}

/// The words of sentences about what the user likes or wants, all in lower case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Interest {
    /// Beginnings that a clause follows: "I like that".
    pub clauses: List,
    /// Beginnings that a phrase follows: "I liked".
    pub likes: List,
    /// Joins two such sentences.
    pub joint: &'static str,
    /// Joins what the clause denies: "and not".
    pub contrast: &'static str,
    /// Beginnings that a verb follows: "I'd like to"; such verbs, the longest first; and what can't stand behind them.
    pub wishes: List,
    pub wish_verbs: List,
    pub apart: Words,
    /// Words that mean no harm there, and those of them that stand for several.
    pub meant: List,
    /// Time that one of them takes, in the singular.
    pub units: List,
    pub pronouns: List,
    /// Beginnings that only words of work may follow: "I'm interested in".
    pub interests: List,
    /// Beginnings that something of the reader's follows: "I've used".
    pub knows: List,
}

/// What somebody did, written like a list.
#[derive(Debug, Deserialize)]
#[serde(try_from = "&'static str", bound(deserialize = "'de: 'static"))]
pub struct Verbs(Vec<Verb>);

/// One of them, written `walked me through: walking me through`.
#[derive(Debug, Deserialize)]
#[serde(try_from = "&'static str")]
pub struct Verb {
    /// As a note tells it.
    pub said: &'static str,
    /// As it follows "thank you for".
    doing: &'static str,
}

impl Verb {
    /// The form that follows "thank you for", and what comes after the verb, for words that begin with it.
    pub fn doing<'t>(&self, words: &'t str) -> Option<(&'static str, &'t str)> {
        Some((self.doing, words.strip_prefix(self.said)?.strip_prefix(' ')?))
    }

    /// The form that follows "thank you for", for these words and no more.
    pub fn whole(&self, words: &str) -> Option<&'static str> {
        (words == self.said).then_some(self.doing)
    }
}

impl From<&'static str> for List {
    fn from(words: &'static str) -> List {
        List(split(words).collect())
    }
}

impl From<&'static str> for Words {
    fn from(words: &'static str) -> Words {
        let mut words: Vec<&str> = split(words).collect();
        words.sort_unstable();
        Words(words)
    }
}

impl TryFrom<&'static str> for Verbs {
    type Error = &'static str;

    fn try_from(verbs: &'static str) -> Result<Verbs, Self::Error> {
        split(verbs).map(Verb::try_from).collect::<Result<_, _>>().map(Verbs)
    }
}

impl TryFrom<&'static str> for Verb {
    type Error = &'static str;

    fn try_from(verb: &'static str) -> Result<Verb, Self::Error> {
        let (said, doing) = verb.split_once(": ").ok_or("a verb has two forms")?;
        Ok(Verb { said, doing })
    }
}

fn split(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split(',').map(str::trim_ascii)
}

impl Words {
    /// Returns true if the word is one of them.
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Those that begin with these letters.
    pub fn beginning(&self, letters: &str) -> &[&'static str] {
        let from = self.0.partition_point(|known| *known < letters);
        let rest = &self.0[from..];
        &rest[..rest.partition_point(|known| known.starts_with(letters))]
    }

    /// The word as it stands among them.
    pub fn get(&self, word: &str) -> Option<&'static str> {
        self.0.binary_search(&word).ok().map(|at| self.0[at])
    }
}

impl Deref for List {
    type Target = [&'static str];

    fn deref(&self) -> &[&'static str] {
        &self.0
    }
}

impl Deref for Verbs {
    type Target = [Verb];

    fn deref(&self) -> &[Verb] {
        &self.0
    }
}
