//! A file that a change took the name from, while another program may still write into it.

use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::disk::atomic::{Place, keep_both, swap_name, written};
use crate::disk::file::rest;
use crate::disk::folder::{Facts, Folder, join, split};
use crate::journal::version;

/// A file that is being written is looked at this often, this far apart, until it stops changing.
const RESCUE_LOOKS: u32 = 50;
const RESCUE_PAUSE: Duration = Duration::from_millis(20);

/// A file that a change took the name from. A program that opened it before can still write into it, and then it holds
/// the user's words without a name to find them by.
#[derive(Debug)]
pub struct Displaced {
    path: String,
    /// Hash of the text in it that is not to be saved, or is by now.
    version: u128,
    /// Its facts when it was last read.
    facts: Option<Facts>,
    file: File,
}

impl Displaced {
    /// The open file that was at a place, and the text that it had.
    pub fn new(place: &Place<'_>, text: &str, file: File) -> Displaced {
        let path = join(place.above, place.name);
        Displaced { path, version: version(text), facts: None, file }
    }

    /// Saves what was written into it meanwhile as a new file, and returns that file's path, relative to the root.
    ///
    /// It is read if its facts are others than when it was last read, and in any case the last time: two writes at once
    /// can have the same.
    pub fn rescue(&mut self, root: &Folder, is_last: bool) -> io::Result<Option<String>> {
        let facts = Some(Facts::of(&self.file)?);
        if facts == self.facts && !is_last {
            return Ok(None);
        }
        let mut text = self.read()?;
        if version(&text) == self.version {
            self.facts = facts;
            return Ok(None);
        }
        // It is still being written; only the final text counts.
        for _ in 0..RESCUE_LOOKS {
            thread::sleep(RESCUE_PAUSE);
            let later = self.read()?;
            if later == text {
                break;
            }
            text = later;
        }
        let (above, name) = split(&self.path);
        let place = Place { folder: Arc::new(root.folder(above)?), above, name };
        let rescued = swap_name(name);
        let _locked = written(&place.folder, &text, Some(&self.file))?.rename(&rescued)?;
        self.version = version(&text);
        keep_both(&place, &rescued).map(Some)
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        self.file.seek(SeekFrom::Start(0))?;
        rest(&mut self.file)
    }
}
