//! What somebody did for the user, as what they are thanked for: "walking me through the first ninety days".

use crate::drafts::gate::clause::{is_clause, is_craft, is_statement};
use crate::drafts::gate::phrase::{is_doing, is_private, is_thing, lowered};
use crate::drafts::gate::trade::{is_trade_clause, is_trade_thing};
use crate::drafts::gate::{after, are_harmless, has};
use crate::drafts::language::Language;
use crate::notes::Person;
use crate::notes::person::is_honorific;
use crate::text::behind;

/// The most words of a remark about one or two things that somebody did.
const WORDS: usize = 24;

/// What ends the words about a deed: a comma, or a sign behind which it is told in other words.
const PAUSES: [&str; 6] = [", ", ": ", ". ", "; ", " – ", " - "];

/// What a person did for the user: of "Jane walked me through the release" it is "walking me through the release". A remark
/// that doesn't begin with the person's name passes only if `is_theirs`, as it is below a heading with the name.
pub fn deed<'t>(
    remark: &'t str,
    person: &Person,
    is_theirs: bool,
    language: &Language,
) -> Option<String> {
    let names = person.names();
    let titled = remark.split_once(' ').filter(|(title, _)| is_honorific(title));
    let begins = |text: &'t str| {
        names.iter().filter_map(move |name| text.strip_prefix(name.as_str())?.strip_prefix(' '))
    };
    let named = begins(remark).chain(titled.into_iter().flat_map(|(_, name)| begins(name)));
    let told = named.min_by_key(|rest| rest.len()).or(is_theirs.then_some(remark))?;
    // What follows a comma is the user's own: "Jane let me coach the new hires, and all nine of them stayed".
    let first = || {
        let (at, pause) =
            PAUSES.iter().filter_map(|pause| Some((told.find(pause)?, pause))).min()?;
        let (first, rest) = (&told[..at], &told[at + pause.len()..]);
        let rest = rest.split(' ').map(|word| word.trim_matches(['.', ',', ':']));
        let rest: Vec<&str> = rest.filter(|word| !word.is_empty()).collect();
        let is_harmless = are_harmless(&rest, &language.gate.heard.beside_deeds, language);
        is_harmless.then(|| done(first, language))?
    };
    done(told, language).or_else(first)
}

/// Returns true for "showed me the press": it was done for the user, and not by them.
pub fn is_done_for_one(remark: &str, language: &Language) -> bool {
    let me = language.gate.heard.me;
    remark.split(' ').nth(1) == Some(me)
}

/// What words without a name say that somebody did.
fn done(told: &str, language: &Language) -> Option<String> {
    let words = &language.gate.heard;
    // "Showed me the press, the bindery and the store"
    let commas = told.matches(", ").count();
    let told = lowered(&told.replace(", ", words.and), WORDS, language)?;
    let passes = |form: fn(&[&str], &Language) -> bool, what: &str| {
        form(&what.split(' ').collect::<Vec<_>>(), language)
    };
    let thing = |what: &str| passes(is_thing, what) || passes(is_trade_thing, what);
    let clause = |what: &str| is_clause_or_skill(what, language);
    let object = |what: &str| {
        let are_several = || {
            what.rsplit_once(&words.and).is_some_and(|(things, last)| {
                things.split(&words.and).all(thing) && (clause(last) || thing(last))
            })
        };
        thing(what) || clause(what) || are_several()
    };
    let bare = |what: &str| {
        !what.contains(' ') && what.ends_with('s') && are_harmless(&[what], &[], language)
    };
    let doing = |part: &str| {
        if let Some(doing) = words.kindnesses.iter().find_map(|verb| verb.whole(part)) {
            return Some(doing.to_owned());
        }
        if passes(is_private, part) {
            return None;
        }
        let shown = words.shown.iter().filter_map(|verb| Some((verb, verb.doing(part)?)));
        let mut shown = shown.filter(|(verb, (_, what))| {
            object(what)
                || has(&words.before_plurals, verb.said) && bare(what)
                || has(&words.before_doing, verb.said) && passes(is_doing, what)
        });
        let mut told = words.told.iter().filter_map(|verb| verb.doing(part));
        let mut stated = words.stated.iter().filter_map(|verb| verb.doing(part));
        let shown = shown.next().map(|(_, doing)| doing);
        let told_how = || told.find(|(_, what)| clause(what));
        // "Told me to ring the ward" is no statement.
        let is_order = |what: &str| what.split(' ').next() == Some(language.gate.work.from_to.to);
        let stated = || stated.find(|(_, what)| !is_order(what) && passes(is_statement, what));
        let told = shown.or_else(told_how).or_else(stated);
        let advised = || {
            let (telling, rest) = words.told_me_to.iter().find_map(|verb| verb.doing(part))?;
            let all: Vec<&str> = rest.split(' ').collect();
            let listed = words.advice.iter().rev().find_map(|advice| after(&all, advice));
            let what =
                listed.or_else(|| is_craft(all[0], language).then_some(&all[1..]))?.join(" ");
            (!what.is_empty() && thing(&what)).then(|| format!("{telling} {rest}"))
        };
        let told = || told.map(|(doing, what)| format!("{doing} {what}"));
        advised().or_else(told).or_else(|| {
            // "Let me coach the new hires"
            let (letting, rest) = words.let_me.doing(part)?;
            let (verb, what) = rest.split_once(' ')?;
            (is_craft(verb, language) && thing(what)).then(|| format!("{letting} {rest}"))
        })
    };
    let whole = || Some(vec![doing(&told)?]);
    let parts: Option<Vec<String>> = told.split(&words.and).map(doing).collect();
    Some(parts.or_else(whole)?.join(words.and).replacen(words.and, ", ", commas))
}

/// Returns true for "how a build went from 40 minutes to 6" and "how to bend a plank".
fn is_clause_or_skill(what: &str, language: &Language) -> bool {
    let words: Vec<&str> = what.split(' ').collect();
    let skill = after(&words, language.gate.heard.how_to);
    let is_skill = |rest: &[&str]| {
        rest.len() > 1 && is_craft(rest[0], language) && are_harmless(rest, &[], language)
    };
    is_clause(&words, language) || is_trade_clause(&words, language) || skill.is_some_and(is_skill)
}

/// The names in "I really enjoyed meeting Jane and Ravi", if a remark begins so.
pub fn gladly_met<'t>(remark: &'t str, language: &Language) -> Option<&'t str> {
    let remark = remark.strip_suffix('.').unwrap_or(remark);
    let is_mark = |c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | ','));
    let openings = &language.gate.heard.gladly_met;
    let names = openings.iter().find_map(|opening| behind(opening, remark)?.strip_prefix(' '))?;
    (!names.contains(is_mark)).then_some(names)
}
