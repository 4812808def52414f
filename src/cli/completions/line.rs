//! The command line that is completed.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

/// The variable in which bash, elvish and zsh give the place of the word that is completed.
const INDEX: &str = "_CLAP_COMPLETE_INDEX";

/// The command line that is completed, as the shell would give it to the program.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its words, with the program's name.
    pub words: Vec<OsString>,
    /// The folder given with -C.
    pub root: Option<PathBuf>,
    /// The day given with --today.
    pub today: Option<NaiveDate>,
    /// The words for the same argument that stand before the one that is completed.
    pub before: Vec<String>,
}

impl Line {
    /// Takes the words from a shell. Some shells give them as they are typed, with quotes.
    pub fn of(shell: &OsStr, words: impl Iterator<Item = OsString>) -> Line {
        let is_typed = ["bash", "fish", "zsh"].iter().any(|name| shell == *name);
        let words: Vec<OsString> = match is_typed {
            true => words.map(unquoted).collect(),
            false => words.collect(),
        };
        let index = env::var(INDEX).ok().and_then(|index| index.parse().ok());
        let end = index.unwrap_or(words.len().saturating_sub(1)).min(words.len());
        let command = super::super::command().ignore_errors(true);
        let matches = command.try_get_matches_from(&words[..end]).ok();
        let matches = matches.as_ref().and_then(ArgMatches::subcommand).map(|(_, given)| given);
        let words_before = |given: &ArgMatches| -> Vec<String> {
            let words = given.try_get_many::<String>("words").ok().flatten();
            words.into_iter().flatten().cloned().collect()
        };
        let root = matches.and_then(|given| given.try_get_one("root").ok().flatten().cloned());
        let today = matches.and_then(|given| given.try_get_one("today").ok().flatten().copied());
        let before = matches.map(words_before).unwrap_or_default();
        Line { words, root, today, before }
    }
}

/// A word without its quotes and backslashes, and with the home folder in place of `~`. A quote may still be open.
fn unquoted(word: OsString) -> OsString {
    let Some(typed) = word.to_str() else { return word };
    let (mut plain, mut chars, mut quote) = (String::new(), typed.chars(), None);
    if let Some(rest) = typed.strip_prefix("~/")
        && let Ok(home) = env::var("HOME")
    {
        plain = home + "/";
        chars = rest.chars();
    }
    while let Some(c) = chars.next() {
        match (c, quote) {
            ('\'' | '"', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            ('\\', None) => plain.extend(chars.next()),
            ('\\', Some('"')) => match chars.next() {
                Some(c @ ('"' | '\\' | '$' | '`')) => plain.push(c),
                next => plain.extend([Some('\\'), next].into_iter().flatten()),
            },
            _ => plain.push(c),
        }
    }
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_quotes() {
        for (typed, plain) in [
            ("jane", "jane"),
            ("Thank\\ Jane", "Thank Jane"),
            ("\"Thank Ja", "Thank Ja"),
            ("'it'\\''s'", "it's"),
            ("\"a \\\"b\\\" \\c\"", "a \"b\" \\c"),
            ("Seán\\", "Seán"),
        ] {
            assert_eq!(unquoted(typed.into()), plain, "{typed}");
        }
    }
}
