//! One change on the disk.

use crate::journal::artifact::Policy;

/// A file to create, replace or remove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file's path from the journal's root.
    pub path: String,
    /// Whose file it is.
    pub kind: Kind,
    /// The step that is taken.
    pub step: Step,
}

/// Whose file a change is about, which decides how it is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The user's: a note that gets a record, or a new file to start from.
    Users,
    /// One of many generated files, counted in reports: a draft.
    Draft,
    /// A generated file for the whole journal, named in reports.
    Overview,
}

/// A step: creating, replacing or removing a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is written where no file stands.
    Create(String),
    /// It takes the place of the version that was read.
    Replace {
        /// The version that was read.
        old: String,
        /// The new version.
        new: String,
    },
    /// It is removed, if it still reads like this.
    Remove(String),
}

impl Change {
    /// The text before and after; `None` where there is no file.
    pub fn sides(&self) -> (Option<&str>, Option<&str>) {
        match &self.step {
            Step::Create(text) => (None, Some(text)),
            Step::Replace { old, new } => (Some(old), Some(new)),
            Step::Remove(old) => (Some(old), None),
        }
    }

    /// The text after the change, if the file is still there.
    pub fn after(&self) -> Option<&str> {
        self.sides().1
    }
}

impl From<Policy> for Kind {
    fn from(policy: Policy) -> Kind {
        match policy {
            Policy::Untouched => Kind::Draft,
            Policy::AsGenerated | Policy::KeepsUserText => Kind::Overview,
        }
    }
}
