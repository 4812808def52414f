//! A sentence around a time frame: `they'll let me know by Friday`, `Ellie says end of next week`.

/// More words than these are no sentence that holds a time frame and nothing else.
const WORDS_LIMIT: usize = 16;

/// The beginning of such a sentence.
struct Beginning {
    /// Words for who or what it is about.
    subjects: &'static [&'static str],
    /// False if a helper such as "will" has to stand between the two: "Ellie will call", but not "phone call".
    may_lack_helper: bool,
    /// Words for what they do.
    deeds: &'static [&'static str],
}

const BEGINNINGS: [Beginning; 7] = [
    Beginning { subjects: &PEOPLE, may_lack_helper: true, deeds: &DECIDE },
    Beginning { subjects: &["", ANYONE], may_lack_helper: false, deeds: &DECIDE },
    Beginning { subjects: &[ANYONE, "* *"], may_lack_helper: true, deeds: &CALLS },
    Beginning { subjects: &USER, may_lack_helper: true, deeds: &HEAR },
    Beginning { subjects: &DECISION, may_lack_helper: true, deeds: &COME },
    Beginning { subjects: &OFFERS, may_lack_helper: true, deeds: &GO_OUT },
    Beginning {
        subjects: &["they", "he", "she", "we", ANYONE],
        may_lack_helper: true,
        deeds: &SAY,
    },
];

/// In place of whoever it is about: one word, which may be a name.
const ANYONE: &str = "*";

#[rustfmt::skip]
const PEOPLE: [&str; 14] = [
    "he", "hed", "hell", "hes", "she", "shed", "shell", "shes", "they", "theyd", "theyll", "theyre", "we", "well",
];

#[rustfmt::skip]
const DECIDE: [&str; 59] = [
    "be back in touch", "be in contact", "be in touch", "call", "call *", "call either way", "call me",
    "call me either way", "come back", "come back to me", "confirm", "contact me", "decide", "email", "email *",
    "email me", "get back", "get back to me", "get back to you", "give me an answer", "have a decision",
    "have an answer", "have decided", "know", "know more", "let everyone know", "let me know",
    "let me know either way", "let us know", "let you know", "let you know either way", "make a decision",
    "make an offer", "make offers", "make the decision", "make their decision", "make up their minds", "message",
    "message *", "message me", "phone", "phone *", "phone me", "ping me", "reach a decision", "ring", "ring *",
    "ring me", "tell *", "tell me", "text", "text *", "text me", "update me", "wrap it up", "wrap things up",
    "wrap this up", "wrap up", "write to me",
];

/// What somebody does, as it is said of what is to come: "Joost calls early next week".
#[rustfmt::skip]
pub(super) const CALLS: [&str; 13] = [
    "calls", "calls me", "decides", "emails", "emails me", "mails", "mails me", "phones", "phones me", "rings", "rings me",
    "texts", "texts me",
];

#[rustfmt::skip]
const USER: [&str; 10] = [
    "", "i", "id", "ill", "im", "we", "well", "you", "youd", "youll",
];

#[rustfmt::skip]
const HEAR: [&str; 12] = [
    "be told", "find out", "get an answer", "have an answer", "hear", "hear back", "hear back from them",
    "hear from *", "hear from them", "hear more", "hear something", "know",
];

#[rustfmt::skip]
const DECISION: [&str; 15] = [
    "a decision", "a letter", "an answer", "answer", "answers", "decision", "decisions", "letter", "result", "results", "the answer",
    "the decision", "the letter", "the results", "their decision",
];

#[rustfmt::skip]
const COME: [&str; 16] = [
    "", "are due", "are expected", "be", "be due", "be in the post", "be posted", "come", "come out", "comes", "due", "expected", "in the post", "is", "is due",
    "is expected",
];

/// Offers to other people: without one of the deeds below, one has been made to the user.
const OFFERS: [&str; 4] = ["offer letters", "offers", "the offers", "their offers"];

const GO_OUT: [&str; 8] =
    ["are due", "be made", "be out", "be sent", "be sent out", "come", "come out", "go out"];

/// The words before who said them: `by Friday, Ellie said`.
pub(super) fn before_who_said<'a, 'w>(words: &'a [&'w str]) -> Option<&'a [&'w str]> {
    let words =
        words.strip_suffix(&["me"]).filter(|rest| rest.ends_with(&["told"])).unwrap_or(words);
    let [before @ .., who, deed] = words else { return None };
    let is_said = SAY.contains(deed) || *deed == "told";
    (is_said && *who != "i" && words.len() <= WORDS_LIMIT && !before.is_empty()).then_some(before)
}

/// The words before what somebody does then: `Friday, HR will email`.
pub(super) fn before_who_does<'a, 'w>(words: &'a [&'w str]) -> Option<&'a [&'w str]> {
    let deeds = DECIDE.iter().filter(|deed| !deed.ends_with(ANYONE));
    let ends = deeds.filter_map(|deed| {
        let deed: Vec<&str> = deed.split(' ').collect();
        words.strip_suffix(&*deed)
    });
    let before = |words: &'a [&'w str]| match words {
        [before @ .., who, "will"] if !USER.contains(who) => Some(before),
        [before @ .., "theyll" | "shell" | "hell" | "well"] => Some(before),
        _ => None,
    };
    let is_clear = |before: &&[&str]| !before.is_empty() && words.len() <= WORDS_LIMIT;
    ends.filter_map(before).find(is_clear)
}

const SAY: [&str; 8] = ["reckon", "reckons", "said", "say", "says", "think", "thinks", "thought"];

#[rustfmt::skip]
const HELPERS: [&str; 22] = [
    "aim to", "aims to", "can", "expect to", "expecting to", "expects to", "going to", "hope to", "hopes to", "hoping to",
    "may", "might", "need to", "ought to", "plan to", "planning to", "plans to", "should", "want to", "wants to", "will",
    "would",
];

/// Words that say the contrary.
const NEGATIONS: [&str; 12] = [
    "cant", "case", "doesnt", "dont", "if", "never", "nobody", "not", "nothing", "unless",
    "unlikely", "wont",
];

/// The rest of a sentence behind each beginning that it has.
pub(super) fn rests<'a, 'w>(words: &'a [&'w str]) -> Vec<&'a [&'w str]> {
    if words.len() > WORDS_LIMIT || words.iter().any(|word| NEGATIONS.contains(word)) {
        return Vec::new();
    }
    let mut rests = Vec::new();
    for Beginning { subjects, may_lack_helper, deeds } in BEGINNINGS {
        // "Tony'll text me Thurs"
        let shortened = words
            .split_first()
            .filter(|(who, _)| subjects.contains(&ANYONE) && who.len() > 4 && who.ends_with("ll"));
        for words in shortened.iter().map(|(_, words)| *words) {
            rests.extend(deeds.iter().filter_map(|deed| without(words, deed)));
        }
        for words in subjects.iter().filter_map(|subject| without(words, subject)) {
            let helped = HELPERS.iter().filter_map(|helper| without(words, helper));
            for words in helped.chain(may_lack_helper.then_some(words)) {
                for deed in deeds {
                    // "Ring Carla by Friday", but not "ring early in April".
                    let is_clear = |rest: &&[&str]| !deed.ends_with(ANYONE) || is_day_next(rest);
                    rests.extend(without(words, deed).filter(is_clear));
                }
            }
        }
    }
    rests.retain(|rest| !rest.is_empty() && rest.len() < words.len());
    rests
}

/// Returns true for a sentence that promises word without saying when: `they'll be in touch`, `he'll ping me`.
pub(super) fn is_no_time(words: &[&str]) -> bool {
    PEOPLE.iter().filter_map(|subject| without(words, subject)).any(|words| {
        let helped = HELPERS.iter().filter_map(|helper| without(words, helper));
        let mut deeds = helped.chain([words]);
        deeds.any(|deed| DECIDE.iter().any(|known| *known == deed.join(" ")))
    })
}

fn is_day_next(words: &[&str]) -> bool {
    words.first().is_some_and(|word| ["before", "by", "on", "within"].contains(word))
}

/// The words behind a phrase with which they begin.
fn without<'a, 'w>(words: &'a [&'w str], phrase: &str) -> Option<&'a [&'w str]> {
    let mut words = words;
    for expected in phrase.split(' ').filter(|word| !word.is_empty()) {
        let (first, rest) = words.split_first()?;
        let is_anyone = expected == ANYONE && *first != "i";
        if !is_anyone && *first != expected {
            return None;
        }
        words = rest;
    }
    Some(words)
}
