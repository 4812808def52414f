//! Holes in what is known of the folder: places that could not be looked at, and may hold anything.

use std::io;

use crate::diagnostic::{Diagnostic, Problem};
use crate::disk::file::io_reason;
use crate::disk::folder::split;

/// The problem of a file or folder that could not be looked at.
pub fn not_looked_at(path: &str, error: &io::Error) -> Diagnostic {
    let problem = Problem::NotLookedAt { reason: io_reason(error), is_refused: is_refused(error) };
    Diagnostic::of_file(if path.is_empty() { "." } else { path }, problem)
}

/// The problem of a path whose kind isn't told. Where that is a matter of rights, they are those of its folder.
pub(super) fn not_reached(path: &str, error: &io::Error) -> Diagnostic {
    not_looked_at(if is_refused(error) { split(path).0 } else { path }, error)
}

/// Returns true for an error that is a matter of rights.
pub(super) fn is_refused(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::PermissionDenied
}
