//! The parts of a draft's body: one message, or a short note to each of several people.

use std::ops::Range;

use crate::drafts::language::Language;
use crate::drafts::scene::in_sentence;
use crate::notes::Person;
use crate::plan::followup::{Addressee, FollowUp};
use crate::text::{lines, message};

/// The places of a body's messages. Where several people get a note each, a line with the name precedes each note;
/// without any such line it is all one message.
pub fn messages(followup: &FollowUp, body: &str, language: &Language) -> Vec<Range<usize>> {
    let whole = || std::iter::once(0..body.len()).collect();
    let Addressee::Each(people) = &followup.addressee else { return whole() };
    let in_letter = |person: &Person| in_sentence(person, person.whole_name(), language);
    let names = people.iter().flat_map(|person| [person.name.clone(), in_letter(person)]);
    let names: Vec<String> = names.map(|name| message(&name)).collect();
    let is_name = |line: &str| {
        let line = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | ':'));
        names.iter().any(|name| name == line)
    };
    let heads: Vec<Range<usize>> = lines(body)
        .filter(|(_, line)| is_name(line))
        .map(|(at, line)| at..at + line.len())
        .collect();
    if heads.is_empty() {
        return whole();
    }
    let ends = heads.iter().skip(1).map(|head| head.start).chain([body.len()]);
    heads.iter().zip(ends).map(|(head, end)| head.end..end).collect()
}
