//! Something to send, such as "the one-page summary of the scheme that I ran".

use crate::drafts::gate::phrase::{WORDS, lowered};
use crate::drafts::gate::{are_harmless, has, plain};
use crate::drafts::language::Language;
use crate::text::behind;

/// The most words of its name.
const NAME: usize = 3;

/// Something to send.
#[derive(Debug, PartialEq, Eq)]
pub struct Thing<'t> {
    /// What it is, in the words of the note.
    pub text: String,
    /// The same in a word or two: "one-page summary".
    pub name: String,
    /// Its address on the web, where the note has one.
    pub link: Option<&'t str>,
    /// True if the remark says that the user promised it.
    pub is_promised: bool,
    /// How it was spoken of, as the remark says: "I mentioned".
    pub mention: Option<&'t str>,
}

/// The thing that a remark names. One without an article gets one: "article on reading aloud".
pub fn thing<'t>(remark: &'t str, language: &'t Language) -> Option<Thing<'t>> {
    let words = &language.gate.heard;
    let sending = &language.words.sending;
    let (text, link) = without_link(remark);
    // "Link to my talk"
    let led_to = sending.links.iter().find_map(|link| behind(link, text)?.strip_prefix(' '));
    let text = led_to.unwrap_or(text);
    let text =
        text.strip_suffix(')').and_then(|text| text.split_once(" (")).map_or(text, |two| two.0);
    let (text, is_promised) = without_promise(text, language);
    let (text, mention) = without_mention(text, language);
    let (text, aside) = text.split_once(", ").unwrap_or((text, ""));
    let text = lowered(text, WORDS, language)?;
    let all: Vec<&str> = text.split(' ').collect();
    let (first, after) = all.split_first()?;
    let has_article = has(&words.articles, first);
    if !has_article && has(&language.gate.work.others, first) {
        return None;
    }
    let rest = if has_article { after } else { &all };
    let my = language.gate.work.my;
    if *first == my && rest.first().is_some_and(|which| has(&language.gate.work.which, which))
        || all[1..].contains(&my)
    {
        return None;
    }
    let is_name = |count: &usize| {
        rest.get(count - 1).is_some_and(|last| has(&words.things, last))
            && rest.get(*count).is_none_or(|next| has(&words.about, &next.to_lowercase()))
    };
    let name = &rest[..(1..=NAME).find(is_name)?];
    // "My notes" of "my notes on where they lose people": no more may be told than what it is.
    if !are_harmless(rest, &words.writers, language) {
        let is_fit = are_harmless(name, &[], language);
        let name = if is_fit { name.join(" ") } else { (*name.last()?).to_owned() };
        let article = if has_article { first } else { words.articles.first()? };
        let text = format!("{article} {name}");
        return Some(Thing { text, name, link, is_promised, mention: None });
    }
    let name = name.join(" ");
    // "The report, with the names taken out", "the report, chapter 3 is about renewals"
    let aside = plain(aside, WORDS).and_then(|aside| {
        let all: Vec<&str> = aside.split_whitespace().collect();
        let is_part = all.first().is_some_and(|first| has(&words.chapters, first));
        let allowed = if is_part { &words.allowed[..] } else { &[] };
        let is_fit = !all.is_empty() && are_harmless(&all, allowed, language);
        is_fit.then(|| if is_part { format!(" ({aside})") } else { format!(", {aside}") })
    });
    // "The portfolio of the museum" is somebody else's.
    let is_whole = name.split(' ').count() == rest.len();
    let is_owned =
        is_whole && rest.last().is_some_and(|last| sending.own.iter().any(|own| own == last));
    let article = words.articles.first()?;
    let text = match has_article {
        true if !is_owned || first != article => text,
        _ => format!("{} {}", if is_owned { my } else { article }, rest.join(" ")),
    };
    let text = text + &aside.unwrap_or_default();
    Some(Thing { text, name, link, is_promised, mention })
}

/// Characters that part a thing from the words behind it: "my checklist (Jane asked for it)".
const PARTS: [char; 9] = ['(', '-', '–', '—', ',', '.', ':', ';', '['];

/// The words for the thing of a remark which says that its reader asked for that: "my checklist (Jane asked for it)", "Jane
/// asked for my checklist", "the checklist Jane asked for".
pub fn requested<'t>(
    remark: &'t str,
    is_reader: impl Fn(&str) -> bool,
    language: &Language,
) -> Option<&'t str> {
    let words = &language.words.sending;
    let lower = remark.to_lowercase();
    let asks = words.requests.iter().map(|ask| (ask, true));
    let mut asks = asks.chain(words.wishes.iter().map(|wish| (wish, false)));
    asks.find_map(|(ask, is_request)| {
        let at = lower.find(&format!(" {ask}"))?;
        let rest = remark.get(at + 1 + ask.len()..)?;
        let mut before = remark.get(..at)?;
        let mut is_theirs = false;
        while let Some(who) = before.rsplit([' ', '(', '[']).next().filter(|who| is_reader(who)) {
            before = before[..before.len() - who.len()].trim_end();
            is_theirs = true;
        }
        let is_word = rest.is_empty() || rest.starts_with([' ', ')', '.', ',', ']']);
        if !is_theirs || !is_word {
            return None;
        }
        let rest = rest.trim();
        let thing = before.trim_end_matches(|c| PARTS.contains(&c) || c == ' ');
        let count = rest.split_whitespace().count();
        if thing.is_empty() {
            return (is_request && count > 0).then_some(rest);
        }
        let thing = without_that(thing, language);
        let is_parted = before.ends_with(PARTS);
        let is_whole = if is_parted { count <= 1 } else { count == 0 && is_request };
        (is_whole && (is_parted || !thing.contains(PARTS))).then_some(thing)
    })
}

/// The words up to those that tell how the thing was spoken of, and these: "the deck I mentioned to Jane", "the menu I told
/// Jane about".
fn without_mention<'t>(text: &'t str, language: &'t Language) -> (&'t str, Option<&'t str>) {
    let you = language.gate.heard.you;
    let mut mentions = language.words.sending.mentions.iter();
    let found = mentions.find_map(|mention| {
        if let Some((before, after)) = mention.split_once(you)
            && let Some((thing, rest)) = text.split_once(before)
            && let Some((whom, "")) = rest.split_once(after)
            && !whom.contains(' ')
            && whom.starts_with(char::is_uppercase)
        {
            return Some((thing.strip_suffix(' ')?, mention.as_str()));
        }
        let (thing, rest) = text.split_once(mention)?;
        let is_whole = rest.is_empty() || rest.starts_with([' ', ',']);
        Some((thing.strip_suffix(' ')?, mention.as_str())).filter(|_| is_whole)
    });
    found.map_or((text, None), |(thing, mention)| (without_that(thing, language), Some(mention)))
}

/// The words without those that say that the user promised it, and whether there were any: "Promised Jane my stock model",
/// "the sheet I promised Jane".
fn without_promise<'t>(text: &'t str, language: &Language) -> (&'t str, bool) {
    let words = &language.gate.heard;
    let is_whom =
        |word: &str| word.starts_with(char::is_uppercase) || has(&words.promised_to, word);
    if let Some(begun) = behind(words.promised, text).and_then(|rest| rest.strip_prefix(' ')) {
        let thing = begun.split_once(' ').filter(|(whom, _)| is_whom(whom));
        return (thing.map_or(begun, |(_, thing)| thing).trim_end_matches(','), true);
    }
    let lower = text.to_lowercase();
    let at = words.promises.iter().find_map(|promise| lower.find(&format!(" {promise}")));
    // "My sheet, promised Jane"
    let at = at.or_else(|| lower.find(&format!(", {}", words.promised)));
    let ended = at.and_then(|at| text.get(..at));
    (without_that(ended.unwrap_or(text).trim_end_matches(','), language), ended.is_some())
}

/// The words before "that I promised you" and the like.
fn without_that<'t>(thing: &'t str, language: &Language) -> &'t str {
    let before = thing.rsplit_once(' ').filter(|(_, that)| *that == language.gate.heard.that);
    before.map_or(thing, |(thing, _)| thing)
}

/// The task that a remark names, as companies set it: "take-home task" of "finish the take-home task (due 20 Feb)".
pub fn assignment<'l>(remark: &str, language: &'l Language) -> Option<&'l str> {
    let heard = &language.gate.heard;
    let text = without_link(remark).0.to_lowercase().replace("take home", "take-home");
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    let words = words.filter(|word| word.contains(char::is_alphanumeric));
    let is_before = |word: &&str| has(&heard.articles, word) || has(&heard.handing_in, word);
    let is_after =
        |word: &&str| has(&heard.deadlines, word) || word.starts_with(|c: char| c.is_ascii_digit());
    let named: Vec<&str> = words.skip_while(is_before).take_while(|word| !is_after(word)).collect();
    let named = named.join(" ");
    heard.assignments.iter().find(|known| **known == named).copied()
}

/// A remark up to the address that it, or its first sentence, ends with, and that address.
fn without_link(remark: &str) -> (&str, Option<&str>) {
    let remark = remark.trim();
    let Some(at) = ["https://", "http://"].iter().filter_map(|start| remark.find(start)).min()
    else {
        return (remark, None);
    };
    let (before, rest) = remark.split_at(at);
    let (link, more) = rest.split_once(' ').unwrap_or((rest, ""));
    let ends =
        more.trim_start().is_empty() || more.trim_start().starts_with('.') || link.ends_with('.');
    if !ends {
        return (remark, None);
    }
    let is_around = |c: char| matches!(c, '<' | '>' | '(' | ')' | '.' | ',');
    let before = before.trim_end().trim_end_matches(['<', '(', ':', ',']).trim_end();
    (before, Some(link.trim_matches(is_around)))
}
