//! What a journal's folder holds, as it was read.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::draft::Override;
use crate::note::Note;

/// The agenda's file name, in the root.
pub const AGENDA: &str = "FOLLOWUPS.md";

/// How the names of temporary files begin. They are hidden, and removed by the next run if this one is killed.
pub const TEMPORARY: &str = ".journal-tmp-";

/// What a journal's folder holds, read once.
#[derive(Debug, Default)]
pub struct Journal {
    /// The notes, sorted by path.
    pub notes: Vec<Note>,
    /// Paths of files that look like notes and can't be used: their drafts wait with them.
    pub unusable: Vec<String>,
    /// Files named like drafts, with their text.
    pub drafts: BTreeMap<String, String>,
    /// What stands at a path that ends in `.md` and is no file: folders, links and the like.
    pub obstacles: BTreeMap<String, &'static str>,
    /// The agenda as it stands.
    pub agenda: Option<String>,
    /// The journal's own templates.
    pub templates: Vec<Override>,
    /// Temporary files that an interrupted run left.
    pub leftovers: Vec<String>,
    /// What was passed over, and why.
    pub passed_over: Vec<(String, &'static str)>,
    /// What is wrong with the files.
    pub problems: Vec<Diagnostic>,
}
