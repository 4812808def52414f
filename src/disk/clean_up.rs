//! Repairs what an interrupted run left behind.

use std::io;
use std::sync::Arc;

use crate::disk::atomic::{
    EXCHANGE, Place, RANDOM, UNFINISHED, ending, exchange, keep_both, put_back, reads_as,
};
use crate::disk::file::rest;
use crate::disk::folder::{Facts, FileKind, Folder, is_absence, join, split};
use crate::journal::TEMPORARY;

/// Removes a temporary file that an interrupted run left, unless a running process still holds it.
///
/// `is_ours` gets a displaced text, and the text that took its place, and returns true if the first holds nothing of the
/// user's that the second lacks. Otherwise the file is put back, or kept beside the other, under the path returned.
pub fn clean_up(
    root: &Folder,
    path: &str,
    is_ours: impl Fn(&str, Option<&str>) -> bool,
) -> io::Result<Option<String>> {
    let (above, name) = split(path);
    let opened = root.folder(above).and_then(|folder| Ok((folder.open(name)?, Arc::new(folder))));
    let (mut file, folder) = match opened {
        Err(error) if is_absence(&error) || error.kind() == io::ErrorKind::PermissionDenied => {
            return Ok(None);
        }
        opened => opened?,
    };
    if Facts::of(&file)?.kind != FileKind::File || file.try_lock().is_err() {
        return Ok(None);
    }
    let rest_of_name = name.strip_prefix(TEMPORARY).unwrap_or_default();
    let removed = |name: &str| match folder.remove(name) {
        // The run that held it has just ended.
        Err(error) if !is_absence(&error) => Err(error),
        _ => Ok(None),
    };
    if rest_of_name.strip_suffix(UNFINISHED).is_some_and(is_random) {
        return removed(name);
    }
    let Some(target) = place(name) else { return Ok(None) };
    let current = text(&folder, target)?;
    let displaced = String::from_utf8(rest(&mut file)?);
    if displaced.is_ok_and(|displaced| is_ours(&displaced, current.as_deref())) {
        return removed(name);
    }
    match current {
        Some(current) if is_ours(&current, None) => {
            exchange(&folder, name, target)?;
            if reads_as(&folder, name, &current)? {
                removed(name)
            } else {
                keep_both(&Place { folder, above, name: target }, name).map(Some)
            }
        }
        _ => put_back(&Place { folder, above, name: target }, name),
    }
}

/// The text of the file that is to be replaced, if there is one.
fn text(folder: &Folder, name: &str) -> io::Result<Option<String>> {
    match folder.facts(name) {
        Ok(facts) if facts.kind == FileKind::File => {}
        Err(error) if !is_absence(&error) => return Err(error),
        _ => return Ok(None),
    }
    Ok(String::from_utf8(rest(&mut folder.open(name)?)?).ok())
}

/// The path of the file that a temporary file was to replace.
pub fn place_of(path: &str) -> Option<String> {
    let (folder, name) = split(path);
    place(name).map(|place| join(folder, place))
}

/// The same for a name without its folder.
fn place(name: &str) -> Option<&str> {
    let rest = name.strip_prefix(TEMPORARY)?.strip_suffix(EXCHANGE)?;
    rest.split_once('-').map(|(_, place)| place).filter(|place| ending(place).is_some())
}

fn is_random(part: &str) -> bool {
    part.len() == RANDOM && part.bytes().all(|b| b.is_ascii_alphanumeric())
}
