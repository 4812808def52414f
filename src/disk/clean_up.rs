//! Repairs what an interrupted run left behind.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::disk::atomic::{EXCHANGE, RANDOM, UNFINISHED, exchange, keep_both, put_back, reads_as};
use crate::disk::file::open;
use crate::journal::TEMPORARY;

/// Removes a temporary file that an interrupted run left, unless a running process still holds it.
///
/// `is_ours` gets a displaced text, and the text that took its place, and returns true if the first holds nothing of the
/// user's that the second lacks. Otherwise the file is put back, or kept beside the other, under the path returned.
pub fn clean_up(
    root: &Path,
    path: &str,
    is_ours: impl Fn(&str, Option<&str>) -> bool,
) -> io::Result<Option<String>> {
    let path = root.join(path);
    let Ok(mut file) = open(&path) else { return Ok(None) };
    if !file.metadata()?.is_file() || file.try_lock().is_err() {
        return Ok(None);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let rest = name.strip_prefix(TEMPORARY).unwrap_or_default();
    let removed = |path: &Path| fs::remove_file(path).map(|()| None);
    if rest.strip_suffix(UNFINISHED).is_some_and(is_random) {
        return removed(&path);
    }
    let Some(place) = place(&name) else { return Ok(None) };
    let target = path.with_file_name(place);
    let current = fs::symlink_metadata(&target)
        .is_ok_and(|metadata| metadata.is_file())
        .then(|| fs::read_to_string(&target).ok())
        .flatten();
    let mut displaced = String::new();
    if file.read_to_string(&mut displaced).is_ok() && is_ours(&displaced, current.as_deref()) {
        return removed(&path);
    }
    match current {
        Some(current) if is_ours(&current, None) => {
            exchange(&path, &target)?;
            if reads_as(&path, &current)? {
                removed(&path)
            } else {
                keep_both(root, &path, &target).map(Some)
            }
        }
        _ => put_back(root, &path, &target),
    }
}

/// The path of the file that a temporary file was to replace.
pub fn place_of(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let place = place(name)?;
    Some(if folder.is_empty() { place.to_owned() } else { format!("{folder}/{place}") })
}

/// The same for a name without its folder.
fn place(name: &str) -> Option<&str> {
    let rest = name.strip_prefix(TEMPORARY)?.strip_suffix(EXCHANGE)?;
    rest.split_once('-').map(|(_, place)| place).filter(|place| place.ends_with(".md"))
}

fn is_random(part: &str) -> bool {
    part.len() == RANDOM && part.bytes().all(|b| b.is_ascii_alphanumeric())
}
