//! The templates, one for each kind: those of the language, which a journal can replace with its own.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Rest;
use minijinja::{Environment, Error, UndefinedBehavior, Value, escape_formatter};

use crate::diagnostic::place::Place;
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::language::{Language, TEMPLATE_SUFFIX};
use crate::drafts::scene::{GONE, Scene};
use crate::drafts::{phrase, weave};

/// Most steps that a template may take. Any message needs far fewer, and an endless loop is stopped.
const FUEL: u64 = 100_000;

/// A template of the journal's own, in place of a built-in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The kind of its messages.
    pub kind: String,
    /// The file's path, relative to the root.
    pub path: String,
    /// The file's text.
    pub text: String,
}

/// The folder of the journal's own templates, relative to the root.
pub const FOLDER: &str = "templates";

/// The kinds of follow-ups that have messages.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    Language::english().templates.keys().copied()
}

/// The path of the journal's own template for a kind.
pub fn own_path(kind: &str) -> String {
    format!("{FOLDER}/{kind}{TEMPLATE_SUFFIX}")
}

/// Every kind with the path of the journal's own template for it.
pub fn own_paths() -> impl Iterator<Item = (String, String)> {
    kinds().map(|kind| (kind.to_owned(), own_path(kind)))
}

/// All templates. Those of the language are compiled once they are needed.
#[derive(Debug)]
pub struct Templates {
    language: &'static Language,
    environment: Environment<'static>,
    /// The names that the template of each kind uses, once it has been rendered. No other values are worked out.
    names: HashMap<&'static str, OnceLock<Vec<Arc<str>>>>,
    own: HashMap<String, Override>,
    /// The mistakes in own templates that can't be compiled. Messages of these kinds are not written.
    broken: HashMap<String, Diagnostic>,
}

impl Templates {
    /// Takes a language's templates, and compiles those with which the journal replaces them.
    pub fn new(
        language: &'static Language,
        overrides: impl IntoIterator<Item = Override>,
    ) -> Templates {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        // A name that stands for nothing prints nothing, and not the word "none".
        environment.set_formatter(|out, state, value| match value.is_none() {
            true => Ok(()),
            false => escape_formatter(out, state, value),
        });
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.set_syntax(syntax());
        let say = move |fragments: Vec<String>, lead: Option<String>, hint: Option<String>| {
            weave::say(&fragments, lead.as_deref(), hint.as_deref(), language)
        };
        environment.add_function("say", say);
        environment.add_function("says", |paragraphs: Vec<String>, words: Rest<String>| {
            let said = phrase::spelt_out(&paragraphs.join("\n"));
            words.iter().any(|words| said.contains(words))
        });
        environment.add_filter("plain", |text: String| text.replace(['[', ']'], ""));
        environment.set_loader(|kind| Ok(language.templates.get(kind).copied()));
        let names = language.templates.keys().map(|kind| (*kind, OnceLock::new())).collect();
        let (own, broken) = (HashMap::new(), HashMap::new());
        let mut templates = Templates { language, environment, names, own, broken };
        for own in overrides {
            let added =
                templates.environment.add_template_owned(own.kind.clone(), own.text.clone());
            if let Err(error) = added {
                templates.broken.insert(own.kind.clone(), mistake(&own, &error));
            }
            templates.own.insert(own.kind.clone(), own);
        }
        templates
    }

    /// The names that the template of a kind may use, and other words of its tags.
    fn names(&self, kind: &str) -> Vec<Arc<str>> {
        match self.language.templates.get(kind) {
            Some(built_in) if !self.own.contains_key(kind) => {
                words_in_tags(built_in).into_iter().map(Arc::from).collect()
            }
            _ => self.names_used(kind).into_iter().map(Arc::from).collect(),
        }
    }

    /// The names that the template of a kind uses. To find them it is parsed once more.
    fn names_used(&self, kind: &str) -> HashSet<String> {
        let template = self.environment.get_template(kind);
        template.map(|template| template.undeclared_variables(false)).unwrap_or_default()
    }

    /// The language in which the drafts are written.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// Returns true if the journal has templates of its own.
    pub fn has_own(&self) -> bool {
        !self.own.is_empty()
    }

    /// The mistakes in own templates that can't be compiled.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.broken.values()
    }

    /// The names in own templates that no longer hold anything.
    pub fn gone_names(&self) -> impl Iterator<Item = Diagnostic> {
        self.own.values().flat_map(|own| {
            let used = self.names_used(&own.kind);
            let gone = GONE.iter().filter(move |(name, _)| used.contains(*name));
            gone.map(|&(name, instead)| {
                let at = place_of(name, &own.text);
                Diagnostic::at(
                    &own.path,
                    Place::of(&own.text, at),
                    Problem::GoneName { name, instead },
                )
            })
        })
    }

    /// Writes a follow-up's message. The error is a mistake in the template.
    pub fn render(&self, scene: &Scene<'_>) -> Result<String, Diagnostic> {
        let kind = scene.kind();
        if let Some(problem) = self.broken.get(kind) {
            return Err(problem.clone());
        }
        let known = self.names.get(kind);
        let values = match known.and_then(OnceLock::get) {
            Some(names) => scene.values(names),
            None => scene.values(&self.names(kind)),
        };
        if let Some(known) = known {
            known.get_or_init(|| values.keys().cloned().collect());
        }
        let rendered = self
            .environment
            .get_template(kind)
            .and_then(|template| template.render(Value::from_object(values)));
        rendered.map_err(|error| match self.own.get(kind) {
            Some(own) => mistake(own, &error),
            None => {
                let problem = Problem::InvalidTemplate { reason: error.to_string() };
                Diagnostic::of_file(&format!("{kind}{TEMPLATE_SUFFIX} (built in)"), problem)
            }
        })
    }
}

/// The default syntax, except that a tag on a line of its own leaves no empty line.
fn syntax() -> SyntaxConfig {
    match SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        Ok(syntax) => syntax,
        Err(error) => unreachable!("the delimiters are the default ones: {error}"),
    }
}

/// The words in the tags of a built-in template, which has no braces elsewhere: all names that it uses, and others.
fn words_in_tags(template: &str) -> HashSet<&str> {
    let tags = template.split('{').filter_map(|part| Some(part.split_once('}')?.0));
    let code = tags.filter(|tag| !tag.starts_with('#')).flat_map(|tag| tag.split('"').step_by(2));
    let words = code.flat_map(|code| code.split(|c| !matches!(c, 'a'..='z' | '_')));
    words.filter(|word| word.len() > 1).collect()
}

/// The first place of a name in a template.
fn place_of(name: &str, text: &str) -> Range<usize> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut places = text.match_indices(name).map(|(at, _)| at..at + name.len());
    let is_whole = |at: &Range<usize>| {
        !text[..at.start].ends_with(is_part) && !text[at.end..].starts_with(is_part)
    };
    places.find(is_whole).unwrap_or(0..0)
}

fn mistake(own: &Override, error: &Error) -> Diagnostic {
    let reason = match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    };
    let problem = Problem::InvalidTemplate { reason };
    match (error.range(), error.line()) {
        (Some(range), _) => Diagnostic::at(&own.path, Place::of(&own.text, range), problem),
        (None, Some(line)) => {
            let start: usize = own.text.split_inclusive('\n').take(line - 1).map(str::len).sum();
            Diagnostic::at(&own.path, Place::of(&own.text, start..start), problem)
        }
        (None, None) => Diagnostic::of_file(&own.path, problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_of_the_language_can_be_compiled() {
        let templates = Templates::new(Language::english(), []);
        for kind in kinds() {
            assert!(templates.environment.get_template(kind).is_ok(), "{kind}");
        }
    }

    #[test]
    fn the_names_that_a_template_uses_are_in_its_tags() {
        let templates = Templates::new(Language::english(), []);
        for kind in kinds() {
            let names = templates.names(kind);
            for used in templates.names_used(kind) {
                assert!(names.contains(&Arc::from(used.as_str())), "{kind}: {used}");
            }
        }
    }
}
