//! One thing to do on the disk.

/// One thing to do on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A file that isn't there yet.
    Create { path: String, text: String },
    /// A file of ours in place of the one that was read.
    Replace { path: String, old: String, new: String },
    /// A file of ours that is of no use any more.
    Remove { path: String, old: String },
}

impl Change {
    /// The file, relative to the root.
    pub fn path(&self) -> &str {
        match self {
            Change::Create { path, .. }
            | Change::Replace { path, .. }
            | Change::Remove { path, .. } => path,
        }
    }

    /// The text before and after; `None` where there is no file.
    pub fn sides(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Change::Create { text, .. } => (None, Some(text)),
            Change::Replace { old, new, .. } => (Some(old), Some(new)),
            Change::Remove { old, .. } => (Some(old), None),
        }
    }
}
