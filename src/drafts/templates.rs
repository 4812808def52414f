//! The templates: one a kind, embedded, each replaceable by the journal's own.

use std::collections::{HashMap, HashSet};

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, UndefinedBehavior};

use crate::diagnostic::place::Place;
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::scene::Scene;
use crate::drafts::weave;

/// Steps that a template may take: far more than any message needs, and an end to every loop.
const FUEL: u64 = 100_000;

macro_rules! built_in {
    ($($kind:literal)*) => {
        /// Kinds and their built-in templates.
        pub const BUILT_IN: &[(&str, &str)] =
            &[$(($kind, include_str!(concat!("../../templates/en/", $kind, ".md.j2")))),*];
    };
}

built_in! {
    "recruiter-thanks" "thank-you" "team-thanks" "recruiter-debrief" "connect" "value-add" "status-check"
    "next-round" "hiring-manager" "offer-thanks" "offer-feedback" "offer-elsewhere" "acceptance" "manager-thanks"
    "withdraw" "decline" "rejection-thanks" "feedback-request" "withdrawal"
}

/// A template of the journal's own, in place of a built-in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The kind that it is for.
    pub kind: String,
    /// The file, relative to the root.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// The folder of the journal's own templates, in the root.
pub const FOLDER: &str = "templates";

/// Every kind with messages, and where the journal's own template for it would stand.
pub fn own_paths() -> impl Iterator<Item = (String, String)> {
    BUILT_IN.iter().map(|(kind, _)| ((*kind).to_owned(), format!("{FOLDER}/{kind}.md.j2")))
}

/// All templates, compiled.
#[derive(Debug)]
pub struct Templates {
    environment: Environment<'static>,
    /// The names that each kind's template uses: no others are worked out.
    names: HashMap<String, HashSet<String>>,
    own: HashMap<String, Override>,
    /// Own templates that can't be compiled: their kinds wait.
    broken: HashMap<String, Diagnostic>,
}

impl Templates {
    /// Compiles the built-in templates and the journal's own in their place.
    pub fn new(overrides: impl IntoIterator<Item = Override>) -> Templates {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.set_syntax(syntax());
        environment.add_function("say", say);
        environment.add_filter("plain", |text: String| text.replace(['[', ']'], ""));
        for (kind, text) in BUILT_IN {
            if let Err(error) = environment.add_template(kind, text) {
                unreachable!("the built-in templates are tested: {error}");
            }
        }
        let (names, own, broken) = (HashMap::new(), HashMap::new(), HashMap::new());
        let mut templates = Templates { environment, names, own, broken };
        for own in overrides {
            let added =
                templates.environment.add_template_owned(own.kind.clone(), own.text.clone());
            if let Err(error) = added {
                templates.broken.insert(own.kind.clone(), mistake(&own, &error));
            }
            templates.own.insert(own.kind.clone(), own);
        }
        for (kind, template) in templates.environment.templates() {
            templates.names.insert(kind.to_owned(), template.undeclared_variables(false));
        }
        templates
    }

    /// Whether the journal has any of its own.
    pub fn has_own(&self) -> bool {
        !self.own.is_empty()
    }

    /// Own templates that can't be compiled.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.broken.values()
    }

    /// A kind's message, or the mistake of its template.
    pub fn render(&self, kind: &str, scene: &Scene<'_>) -> Result<String, Diagnostic> {
        if let Some(problem) = self.broken.get(kind) {
            return Err(problem.clone());
        }
        let names = self.names.get(kind).into_iter().flatten().map(String::as_str);
        let rendered = self
            .environment
            .get_template(kind)
            .and_then(|template| template.render(scene.context(names)));
        rendered.map_err(|error| match self.own.get(kind) {
            Some(own) => mistake(own, &error),
            None => {
                let problem = Problem::InvalidTemplate { reason: error.to_string() };
                Diagnostic::of_file(&format!("{kind}.md.j2 (built in)"), problem)
            }
        })
    }
}

/// `say(fragments, lead, hint)`: a section of the note as running text.
fn say(fragments: Vec<String>, lead: Option<String>, hint: Option<String>) -> String {
    weave::say(&fragments, lead.as_deref(), hint.as_deref())
}

/// Tags on a line of their own leave no trace.
fn syntax() -> SyntaxConfig {
    match SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        Ok(syntax) => syntax,
        Err(error) => unreachable!("the delimiters are the default ones: {error}"),
    }
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
