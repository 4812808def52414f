//! The folder that is the journal.

use std::path::{Path, PathBuf};

use crate::rules::config;

/// The journal's root: the folder given, or else the nearest one, going up, with a `journal.toml`, or else the current one.
pub fn find_root(given: Option<&Path>, current: &Path) -> PathBuf {
    match given {
        Some(folder) => current.join(folder),
        None => current
            .ancestors()
            .find(|folder| folder.join(config::FILE_NAME).is_file())
            .unwrap_or(current)
            .to_path_buf(),
    }
}
