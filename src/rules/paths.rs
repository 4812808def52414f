//! Paths that `journal.toml` names, as globs.

use std::ops::Range;

use toml::Spanned;

/// Paths, as globs on a path from the root or on one of its parent folders.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paths(Vec<glob::Pattern>);

impl Paths {
    /// Reads patterns; the error is the place of one that can't be used, and why.
    pub fn new(written: &[Spanned<String>]) -> Result<Paths, (Range<usize>, String)> {
        let pattern = |written: &Spanned<String>| {
            let trimmed = written.get_ref().trim_start_matches("./").trim_matches('/');
            glob::Pattern::new(trimmed).map_err(|error| (written.span(), error.msg.to_owned()))
        };
        written.iter().map(pattern).collect::<Result<_, _>>().map(Paths)
    }

    /// Returns true for a path, relative to the root, that one of them names, or that is below a folder which one of them
    /// spells out: `jobs` has all that is in it, and `jobs/*` what is directly in it.
    pub fn cover(&self, path: &str) -> bool {
        let is_below =
            |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.matches(path) || self.0.iter().any(|pattern| is_below(pattern.as_str()))
    }

    /// The folders that they begin with, as far as those are spelled out.
    pub fn folders(&self) -> impl Iterator<Item = String> {
        let is_name = |part: &&str| !part.contains(['*', '?', '[']);
        self.0.iter().map(move |pattern| {
            let parts: Vec<&str> = pattern.as_str().split('/').take_while(is_name).collect();
            parts.join("/")
        })
    }

    /// Returns true for a path, relative to the root, that one of them names. The same then goes for everything below it.
    pub fn matches(&self, path: &str) -> bool {
        let options = glob::MatchOptions { require_literal_separator: true, ..Default::default() };
        self.0.iter().any(|pattern| pattern.matches_with(path, options))
    }
}
