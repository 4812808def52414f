//! How `journal init` creates files, and what it says of that.

use std::path::Path;

use crate::disk::apply::{self, Applied};
use crate::disk::folder::{FileKind, Folder};
use crate::disk::scan;
use crate::journal::change::{Change, Kind, Step};
use crate::session::failure;
use crate::text::one_line;

use super::{Ending, Setup, current_folder, say, shown};

/// Creates a file and returns its path; `None` if the file exists. Anything but a plain file is named and left alone.
pub fn create(root: &Folder, path: String, text: String) -> Result<Option<String>, Ending> {
    match what_stands_at(root, &path) {
        Some("a file") => return Ok(None),
        Some(what) => return Err(in_the_way(&path, what)),
        None => {}
    }
    match apply::apply(
        root,
        &Change { path: path.clone(), kind: Kind::Users, step: Step::Create(text) },
    ) {
        Ok(Applied::Done(_)) => Ok(Some(path)),
        // Another program was faster.
        Ok(_) => Ok(None),
        Err(error) => Err(not_written(&path, &failure(&path, &error).reason)),
    }
}

/// What is at a path of the folder, in words; `None` if there is nothing.
pub fn what_stands_at(root: &Folder, path: &str) -> Option<&'static str> {
    Some(match scan::facts(root, path).ok()?.kind {
        FileKind::Link => "a link",
        FileKind::Folder => "a folder",
        FileKind::File => "a file",
        FileKind::Special => "something that isn't a file",
    })
}

/// Says that something else stands where a file or folder of ours would.
pub fn in_the_way(path: &str, what: &str) -> Ending {
    not_written(
        path,
        &format!(
            "{what} stands where journal would write; it was left alone, so move it elsewhere"
        ),
    )
}

/// The command to run next, with which the agenda may be made for the first time.
pub fn next(setup: &Setup, is_first: bool) -> Result<String, Ending> {
    let current = current_folder()?;
    let near = setup.root.strip_prefix(&current).unwrap_or(&setup.root);
    let place = match near {
        near if near == Path::new("") => String::new(),
        near => format!(" in {}", shown(near)),
    };
    let what =
        if is_first { "FOLLOWUPS.md then says what is due" } else { "or `journal new COMPANY`" };
    Ok(format!("`journal build`{place}; {what}"))
}

/// Says why something was not written.
pub fn not_written(path: &str, reason: &str) -> Ending {
    say(&format!("error: {} was not written: {}", one_line(path), one_line(reason)));
    Ending::NotWritten
}
