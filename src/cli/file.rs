//! A file that a command was asked to write, in the journal or elsewhere.

use std::path::Path;

use crate::disk::apply::{self, Applied};
use crate::disk::folder::{FileKind, Folder};
use crate::disk::scan;
use crate::journal::change::{Change, Kind, Step};
use crate::session::failure;
use crate::text::one_line;

use super::{Ending, say, shown, unusable};

/// Writes a text to a file. `option` is the one that names it. What stands there is only replaced if it `is_ours`.
pub fn write(
    file: &Path,
    text: String,
    option: &str,
    is_ours: impl Fn(&str) -> bool,
) -> Result<(), Ending> {
    let name = shown(file);
    let refused = |reason: &str| {
        say(&format!("error: {name} was not written: {}", one_line(reason)));
        Ending::NotWritten
    };
    let Some(place) = file.file_name().and_then(|name| name.to_str()) else {
        return Err(unusable(&format!("{name} is no file's name; give one with {option}")));
    };
    let folder = file.parent().unwrap_or(Path::new(""));
    let folder = Folder::at(folder).map_err(|error| refused(&failure(place, &error).reason))?;
    let taken =
        |what: &str| refused(&format!("{what} has that name; give another one with {option}"));
    let step = match scan::facts(&folder, place).map(|facts| facts.kind) {
        Ok(FileKind::File) => match scan::text(&folder, place) {
            Some(old) if old == text => return Ok(()),
            Some(old) if is_ours(&old) => Step::Replace { old, new: text },
            _ => return Err(taken("a file of yours")),
        },
        Ok(_) => return Err(taken("something that isn't a file")),
        Err(_) => Step::Create(text),
    };
    let change = Change { path: place.to_owned(), kind: Kind::Overview, step };
    match apply::apply(&folder, &change) {
        Ok(Applied::Done(_)) => Ok(()),
        Ok(_) => Err(refused("another program changed it at the same moment; try again")),
        Err(error) => Err(refused(&failure(place, &error).reason)),
    }
}
