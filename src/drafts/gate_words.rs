//! The words of the gate: of what a note remembers, only what is made of these may go into a message.

use std::collections::HashSet;

use serde::Deserialize;

/// The words of all that may pass. `gate.toml` says what each is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateWords {
    /// Words before the day on which a job starts, in lower case, the longest first.
    pub starts: Vec<String>,
    /// Words by which people judge others or themselves: they can't stand anywhere.
    pub harsh: HashSet<String>,
    /// First names.
    pub names: HashSet<String>,
    /// Words that mean no harm one by one, and together something else.
    pub idioms: Vec<String>,
    /// Two words that mean no harm together, the second in the singular: "late trailer".
    pub pairs: HashSet<String>,
    /// Regular verbs of which nothing worse is said than that somebody does it.
    pub craft: HashSet<String>,
    pub work: Work,
    pub heard: Heard,
    pub interest: Interest,
}

/// The words of sentences about one's own work, all in lower case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Work {
    /// "I", and "I have".
    pub i: String,
    pub i_have: Vec<String>,
    /// "Since 2017 I've …", "for nine years I …", "after nine years as a joiner, I …".
    pub openings: Vec<String>,
    pub years: Vec<String>,
    /// "*Kept* mixing up the two", "kept open *by* working nights".
    pub kept: String,
    pub by: String,
    /// Trades that people have somewhere, or for somebody: "I *cooked* at an inn".
    pub trades: Vec<String>,
    /// Verbs of craft that can't follow `I`.
    pub not_mine: HashSet<String>,
    /// Other verbs after `I`.
    pub did: HashSet<String>,
    /// Other verbs after `I have`.
    pub done: HashSet<String>,
    /// Words that may stand anywhere among them.
    pub adverbs: Vec<String>,
    /// Verbs that are about work only with "from" and "to".
    pub from_to: FromTo,
    /// Numbers in words, from zero on.
    pub numbers: Vec<String>,
    /// Verbs that a preposition follows, and such prepositions.
    pub with_preposition: Vec<String>,
    pub prepositions: Vec<String>,
    /// "Planned *and* cooked", "*since* 2016", "9 *of them*", "six languages *between them*".
    pub and: String,
    pub since: String,
    pub of: String,
    pub between: String,
    pub them: String,
    /// "*About* 60 files".
    pub about: Vec<String>,
    /// "*Most* of them".
    pub counts: Vec<String>,
    /// "*Before* I write the code".
    pub times: Vec<String>,
    /// "*At* my last school".
    pub at: Vec<String>,
    /// "At *my* last company".
    pub my: String,
    /// "*Our* lead time": of one's own job, too.
    pub our: String,
    /// Words between `my` and one of the jobs.
    pub which: Vec<String>,
    pub jobs: Vec<String>,
    /// Words with which it is told what something does, and what it may have done beside that.
    pub relatives: Vec<String>,
    pub had: String,
    /// Words with which a thing begins that isn't one's own.
    pub others: Vec<String>,
    /// Words that can't follow the verb.
    pub never_first: Vec<String>,
    /// Words that can't stand anywhere.
    pub never: HashSet<String>,
    /// Words that can't stand in what somebody else did, and may in such a sentence.
    pub fine: HashSet<String>,
    /// Words that can't stand in such a sentence: of the interview, and by comparison.
    pub never_mine: HashSet<String>,
}

/// "Took the close *from* nine days *to* four".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FromTo {
    pub verbs: Vec<String>,
    /// Verbs after which a number grows, if both words follow.
    pub growing: Vec<String>,
    /// Words with which such a verb says enough: "cut mispicks *by a* third", "took a lab *through* accreditation", unless
    /// it is told of people.
    pub by: String,
    pub shares: Vec<String>,
    pub through: String,
    pub people: Vec<String>,
    pub from: String,
    pub to: String,
}

/// The words for what somebody else said, showed or asked for, all in lower case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Heard {
    /// What somebody does with a thing, or a clause.
    pub shown: Vec<Verb>,
    /// What somebody does with a clause alone, and with a statement.
    pub told: Vec<Verb>,
    pub stated: Vec<Verb>,
    /// Joins two of them.
    pub and: String,
    /// Words with which a clause begins, and the one of them that follows "I liked".
    pub asks: Vec<String>,
    pub how: String,
    /// "How to", which a skill follows, and "the way", which is "how" by another name.
    pub how_to: String,
    pub the_way: String,
    /// Words with which a thing begins, the definite one first.
    pub articles: Vec<String>,
    /// What a thing does in a clause, beside the verbs of craft.
    pub verbs: Vec<String>,
    /// The same in several words.
    pub verb_phrases: Vec<String>,
    /// The reader, and what is theirs.
    pub you: String,
    pub your: String,
    /// What nobody tries for pleasure: "trying *to* keep up".
    pub to: String,
    /// "I liked *that* every joiner signs the back": what joins a custom to what one thinks of it, words and people with
    /// which one begins, and words of the past, which no custom has.
    pub that: String,
    pub each: Vec<String>,
    pub people: HashSet<String>,
    pub past: Vec<String>,
    /// Words between a thing and more about it.
    pub of: Vec<String>,
    /// Those of them that are verbs as well, and what follows one that isn't: "made *from* oak".
    pub participles: Vec<String>,
    pub after_participle: Vec<String>,
    /// What one may like without a word more: "the bread *oven*".
    pub likable: Vec<String>,
    /// "How *late* trains run" is a complaint.
    pub manner: Vec<String>,
    /// Several people or things without an -s.
    pub plurals: Vec<String>,
    /// Words with which it is told what a thing does.
    pub relatives: Vec<String>,
    /// "Visitors *can* handle the tools".
    pub can: String,
    /// Words that may stand before such a verb, and forms of other verbs, which the subject can't hold.
    pub auxiliaries: Vec<String>,
    /// "How *many* tests": a complaint as often as not.
    pub quantities: Vec<String>,
    pub never_nouns: Vec<String>,
    /// Words before what somebody does, as the user heard of it, and what the user did themselves: "*tasting* the bread".
    pub hearsay: String,
    pub own_doing: Vec<String>,
    /// What it does at the end of a clause.
    pub last_verbs: Vec<String>,
    /// "Went from 40 minutes to 6": its verb, its preposition and the units.
    pub went: String,
    pub from: String,
    pub units: Vec<String>,
    /// What people send.
    pub things: Vec<String>,
    /// Tasks that companies set, and words before and after their names: "*submit* the take-home *by* Friday".
    pub assignments: Vec<String>,
    pub handing_in: Vec<String>,
    pub deadlines: Vec<String>,
    /// The heading of what was promised.
    pub promised: String,
    /// Words that may follow such a thing, and those for whoever made it.
    pub about: Vec<String>,
    pub writers: Vec<String>,
    /// Words that can't stand in a sentence about one's work, but here.
    pub allowed: Vec<String>,
    /// Words that can't stand here either.
    pub never: HashSet<String>,
}

/// The words of sentences about what the user likes or wants, all in lower case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Interest {
    /// Beginnings that a clause follows: "I like that".
    pub clauses: Vec<String>,
    /// Beginnings that a phrase follows: "I liked".
    pub likes: Vec<String>,
    /// Joins what the clause denies: "and not".
    pub contrast: String,
    /// Beginnings that a verb follows: "I'd like to", such verbs, and words that can't stand behind them.
    pub wishes: Vec<String>,
    pub wish_verbs: Vec<String>,
    pub apart: Vec<String>,
}

/// What somebody did.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Verb {
    /// As a note tells it: `walked me through`.
    pub said: String,
    /// As it follows "thank you for": `walking me through`.
    doing: String,
    /// True if a plural may follow without an article: `lent me boots`.
    #[serde(default)]
    pub is_bare: bool,
    /// True if what somebody does may follow: `told me about running a shop`.
    #[serde(default)]
    pub is_about: bool,
}

impl Verb {
    /// The form that follows "thank you for", and what comes after the verb, for words that begin with it.
    pub fn doing<'t>(&self, words: &'t str) -> Option<(&str, &'t str)> {
        Some((&self.doing, words.strip_prefix(&self.said)?.strip_prefix(' ')?))
    }
}
