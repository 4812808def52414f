//! The calls by path, for systems without descriptors of folders.

use std::ffi::OsString;
use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{Facts, FileKind};

#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn at(path: &Path) -> io::Result<Folder> {
        if fs::metadata(path)?.is_dir() {
            Ok(Folder(path.to_owned()))
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    pub fn folder(&self, path: &str) -> io::Result<Folder> {
        let mut folder = self.0.clone();
        for name in path.split('/').filter(|name| !name.is_empty()) {
            folder.push(name);
            if !fs::symlink_metadata(&folder)?.is_dir() {
                return Err(io::ErrorKind::NotADirectory.into());
            }
        }
        Ok(Folder(folder))
    }

    pub fn make(&self, name: &str) -> io::Result<()> {
        fs::create_dir(self.0.join(name))
    }

    pub fn list(&self) -> io::Result<Vec<(OsString, FileKind)>> {
        fs::read_dir(&self.0)?
            .map(|entry| entry.and_then(|entry| Ok((entry.file_name(), kind(entry.file_type()?)))))
            .collect()
    }

    pub fn facts(&self, name: &str) -> io::Result<Facts> {
        from(&fs::symlink_metadata(self.0.join(name))?)
    }

    pub fn open(&self, name: &str) -> io::Result<File> {
        File::open(self.0.join(name))
    }

    pub fn create(&self, name: &str) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).create_new(true).open(self.0.join(name))
    }

    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.0.join(from), self.0.join(to))
    }

    pub fn rename_new(&self, from: &str, to: &str) -> io::Result<()> {
        fs::hard_link(self.0.join(from), self.0.join(to))?;
        self.remove(from)
    }

    pub fn exchange(&self, _: &str, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.0.join(name))
    }

    pub fn sync(&self) -> io::Result<()> {
        File::open(&self.0)?.sync_all()
    }
}

pub fn facts(file: &File) -> io::Result<Facts> {
    from(&file.metadata()?)
}

pub fn is_link(_: &io::Error) -> bool {
    false
}

fn kind(kind: FileType) -> FileKind {
    if kind.is_symlink() {
        FileKind::Link
    } else if kind.is_dir() {
        FileKind::Folder
    } else if kind.is_file() {
        FileKind::File
    } else {
        FileKind::Special
    }
}

fn from(metadata: &Metadata) -> io::Result<Facts> {
    let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    Ok(Facts {
        kind: kind(metadata.file_type()),
        length: metadata.len(),
        is_read_only: metadata.permissions().readonly(),
        modified,
        changed: modified,
        identity: (0, 0),
    })
}
