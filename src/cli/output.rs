//! Files that a command is asked to write.

use std::path::Path;

use crate::disk::apply::{self, Applied};
use crate::disk::folder::{FileKind, Folder};
use crate::disk::scan;
use crate::journal::change::{Change, Kind, Step};
use crate::session::{Session, failure};
use crate::text::one_line;

use super::{Ending, all_shown, say, shown, unusable};

/// In place of a file, this means standard output.
pub const STDOUT: &str = "-";

/// Refuses to write what lacks something that could not be looked at.
pub fn only_if_whole(session: &Session, file: &Path) -> Result<(), Ending> {
    let ending = all_shown(session);
    if let Ending::Done = ending {
        return Ok(());
    }
    say(&format!(
        "error: {} was not written: it would not show everything; put the above right first",
        shown(file)
    ));
    Err(ending)
}

/// Writes a text to a file, unless something stands there that isn't such a file as written earlier. `advice` goes on
/// from there.
pub fn write(
    file: &Path,
    text: String,
    is_ours: impl Fn(&str) -> bool,
    advice: &str,
) -> Result<(), Ending> {
    let name = shown(file);
    let refused = |reason: &str| {
        say(&format!("error: {name} was not written: {}", one_line(reason)));
        Ending::NotWritten
    };
    let Some(place) = file.file_name().and_then(|name| name.to_str()) else {
        return Err(unusable(&format!("{name} is not the name of a file; {advice}")));
    };
    let folder = file.parent().unwrap_or(Path::new(""));
    let failed = |error| refused(&format!("{}; {advice}", failure(place, &error).reason));
    let folder = Folder::at(folder).map_err(failed)?;
    let step = match scan::facts(&folder, place).map(|facts| facts.kind) {
        Ok(FileKind::File) => match scan::text(&folder, place) {
            Some(old) if old == text => return Ok(()),
            Some(old) if is_ours(&old) => Step::Replace { old, new: text },
            _ => return Err(refused(&format!("a file of yours has that name; {advice}"))),
        },
        Ok(_) => {
            return Err(refused(&format!("something that isn't a file has that name; {advice}")));
        }
        Err(_) => Step::Create(text),
    };
    let change = Change { path: place.to_owned(), kind: Kind::Overview, step };
    match apply::apply(&folder, &change) {
        Ok(Applied::Done(_)) => Ok(()),
        Ok(_) => Err(refused("another program changed it at the same moment; try again")),
        Err(error) => Err(failed(error)),
    }
}
