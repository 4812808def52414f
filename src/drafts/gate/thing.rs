//! Something to send, such as "the one-page summary of the scheme that I ran".

use crate::drafts::gate::phrase::{WORDS, lowered};
use crate::drafts::gate::{are_harmless, has, plain};
use crate::drafts::language::Language;

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
}

/// The thing that a remark names. One without an article gets one: "article on reading aloud".
pub fn thing<'t>(remark: &'t str, language: &Language) -> Option<Thing<'t>> {
    let words = &language.gate.heard;
    let (text, link) = without_link(remark);
    let (text, aside) = text.split_once(", ").unwrap_or((text, ""));
    let text = lowered(text, WORDS, language)?;
    let all: Vec<&str> = text.split(' ').collect();
    let (first, after) = all.split_first()?;
    let has_article = has(&words.articles, first);
    if !has_article && has(&language.gate.work.others, first) {
        return None;
    }
    let rest = if has_article { after } else { &all };
    let is_name = |count: &usize| {
        rest.get(count - 1).is_some_and(|last| has(&words.things, last))
            && rest.get(*count).is_none_or(|next| has(&words.about, &next.to_lowercase()))
    };
    let name = rest[..(1..=NAME).find(is_name)?].join(" ");
    // "The report, with the names taken out"
    let aside = plain(aside, WORDS)?;
    let words_of_aside: Vec<&str> = aside.split_whitespace().collect();
    if !are_harmless(rest, &words.writers, language)
        || !are_harmless(&words_of_aside, &[], language)
    {
        return None;
    }
    let text = if has_article { text } else { format!("{} {text}", words.articles.first()?) };
    let text = if aside.is_empty() { text } else { format!("{text}, {aside}") };
    Some(Thing { text, name, link })
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
    heard.assignments.iter().find(|known| **known == named).map(String::as_str)
}

/// A remark without the address that it ends with, and that address.
fn without_link(remark: &str) -> (&str, Option<&str>) {
    let remark = remark.trim();
    let (before, last) = remark.rsplit_once(' ').unwrap_or(("", remark));
    let link = last.trim_matches(['<', '>', '(', ')', '.', ',']);
    match link.starts_with("https://") || link.starts_with("http://") {
        true => (before.trim_end().trim_end_matches([':', ',']), Some(link)),
        false => (remark, None),
    }
}
