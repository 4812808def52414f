//! Puts a note's words together: lists of names, and lists of what may be said.

use crate::drafts::blanks::blank;
use crate::drafts::language::Language;
use crate::text::message;

/// A list for a template: its sentences, and its phrases after a lead. An empty list is a blank with the hint, or nothing
/// if there is no hint.
pub fn say(list: &[String], lead: Option<&str>, hint: Option<&str>, language: &Language) -> String {
    if list.is_empty() {
        return hint.map_or_else(String::new, |hint| blank(hint, language));
    }
    let (mut parts, phrases): (Vec<String>, Vec<String>) =
        list.iter().cloned().partition(|text| text.ends_with(['.', '!', '?']));
    if !phrases.is_empty() {
        let lead = lead.map_or_else(String::new, |lead| format!("{lead}: "));
        parts.push(format!("{lead}{}.", phrases.join("; ")));
    }
    parts.join(" ")
}

/// Words as a list in a sentence: `Jane, Ravi and Kim`.
pub fn listed(names: &[String], language: &Language) -> String {
    let words = &language.words.lists;
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{}{last}", first.join(&words.separator), words.last),
    }
}

/// Words of a note, made inert wherever the message is shown.
pub fn inert<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> Vec<String> {
    words.into_iter().map(|words| message(words.as_ref())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_well_whatever_it_holds() {
        let cases: [(&[&str], &str); 4] = [
            (&[], "[fill in: a hint]"),
            (&["I like small teams."], "I like small teams."),
            (
                &["the on-call rota", "how tests run"],
                "What stayed: the on-call rota; how tests run.",
            ),
            (&["I run tests.", "the rota"], "I run tests. What stayed: the rota."),
        ];
        let language = Language::english();
        for (given, expected) in cases {
            let given: Vec<String> = given.iter().map(|text| (*text).to_owned()).collect();
            assert_eq!(say(&given, Some("What stayed"), Some("a hint"), language), expected);
        }
        assert_eq!(say(&[], Some("x"), None, language), "");
    }
}
