//! A language in which drafts are written, as its folder holds it: templates, words, and what a good message holds.

mod dates;
mod standard;
mod words;

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use crate::drafts::gate::table;
use crate::drafts::gate::words::GateWords;

use standard::Standards;
pub use standard::{Check, Standard};
pub use words::{OccasionForms, Oneself, Words};

/// The end of every template's file name.
pub const TEMPLATE_SUFFIX: &str = ".md.j2";

static ENGLISH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/en");

/// Everything that depends on the language of the messages.
#[derive(Debug)]
pub struct Language {
    /// The built-in templates by kind, in the order of their names.
    pub templates: BTreeMap<&'static str, &'static str>,
    /// The words that code puts into messages or looks for in them.
    pub words: LazyLock<Words>,
    /// The words of what may go from a note into a message.
    pub gate: LazyLock<GateWords>,
    standards: LazyLock<Standards>,
}

impl Language {
    /// English.
    pub fn english() -> &'static Language {
        static LANGUAGE: LazyLock<Language> = LazyLock::new(|| Language {
            templates: templates(&ENGLISH).collect(),
            words: LazyLock::new(|| read(&ENGLISH, "words.toml", toml::from_str)),
            gate: LazyLock::new(|| read(&ENGLISH, "gate.toml", table::read)),
            standards: LazyLock::new(|| read(&ENGLISH, "checklist.toml", toml::from_str)),
        });
        &LANGUAGE
    }

    /// Reads its tables on another thread, unless they have been read: they are long, and the first draft needs them all.
    pub fn read_ahead(&'static self) {
        rayon::spawn(|| {
            LazyLock::force(&self.words);
            LazyLock::force(&self.gate);
            LazyLock::force(&self.standards);
        });
    }

    /// The standard for a kind of message.
    pub fn standard(&self, kind: &str) -> &Standard {
        self.standards.kinds.get(kind).unwrap_or(&self.standards.default)
    }
}

/// The templates in a language's folder, each with its kind.
fn templates(folder: &Dir<'static>) -> impl Iterator<Item = (&'static str, &'static str)> {
    folder.files().filter_map(|file| {
        let kind = file.path().file_name()?.to_str()?.strip_suffix(TEMPLATE_SUFFIX)?;
        Some((kind, file.contents_utf8()?))
    })
}

/// Reads one of a language's tables.
fn read<T, E: Display>(
    folder: &Dir<'static>,
    name: &str,
    read: impl FnOnce(&'static str) -> Result<T, E>,
) -> T {
    let text = folder.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or_default();
    match read(text) {
        Ok(table) => table,
        Err(error) => unreachable!("the built-in languages are tested: {name}: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::rules::cadence::Cadence;

    #[test]
    fn every_rule_with_a_draft_has_a_template_and_every_template_a_rule() {
        let rules = Cadence::built_in().rules;
        let with_draft = rules.iter().filter(|rule| rule.has_draft());
        let kinds: BTreeSet<&str> = with_draft.map(|rule| rule.kind()).collect();
        let language = Language::english();
        assert_eq!(kinds, language.templates.keys().copied().collect());
        for kind in language.standards.kinds.keys() {
            assert!(kinds.contains(kind.as_str()), "{kind}");
        }
    }

    #[test]
    fn the_words_fit_together() {
        let language = Language::english();
        let blanks = &language.words.blanks;
        assert!(blanks.signature.contains(&blanks.contact));
    }
}
