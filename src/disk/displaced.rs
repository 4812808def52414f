//! A file that a change took the name from, while another program may still write into it.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::disk::atomic::{keep_both, written};

/// A file that is being written is looked at this often, this far apart, until it stops changing.
const RESCUE_LOOKS: u32 = 50;
const RESCUE_PAUSE: Duration = Duration::from_millis(20);

/// A file that a change took the name from. A program that opened it before can still write into it, and then it holds
/// the user's words without a name to find them by.
#[derive(Debug)]
pub struct Displaced {
    path: PathBuf,
    text: String,
    file: File,
}

impl Displaced {
    /// The open file that was at a path, and the text that it had.
    pub fn new(path: &Path, text: &str, file: File) -> Displaced {
        Displaced { path: path.to_owned(), text: text.to_owned(), file }
    }

    /// Saves what was written into it meanwhile as a new file, and returns that file's path, relative to the root.
    pub fn rescue(&mut self, root: &Path) -> io::Result<Option<String>> {
        let mut text = self.read()?;
        if text == self.text.as_bytes() {
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
        let folder = self.path.parent().unwrap_or(root);
        let rescued = written(folder, &text, Some(self.file.metadata()?.permissions()))?;
        let rescued = rescued.into_temp_path().keep().map_err(|error| error.error)?;
        self.text = String::from_utf8_lossy(&text).into_owned();
        keep_both(root, &rescued, &self.path).map(Some)
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_to_end(&mut text)?;
        Ok(text)
    }
}
