//! The calls of systems that have descriptors of folders.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::time::{Duration, SystemTime};

use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, Stat};
use rustix::io::Errno;

use super::{Facts, FileKind};

/// A folder is opened to be gone through, not to be read: that needs no right to list it.
#[cfg(any(target_os = "linux", target_os = "android"))]
const FOLDER: OFlags = OFlags::PATH.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const FOLDER: OFlags = OFlags::DIRECTORY.union(OFlags::CLOEXEC);

/// A new file's mode, from which the system takes the user's mask away.
const MODE: Mode = Mode::from_raw_mode(0o666);

#[derive(Debug)]
pub struct Folder(OwnedFd);

impl Folder {
    pub fn at(path: &Path) -> io::Result<Folder> {
        Ok(Folder(rustix::fs::openat(CWD, path, FOLDER, Mode::empty())?))
    }

    pub fn folder(&self, path: &str) -> io::Result<Folder> {
        let path = if path.is_empty() { "." } else { path };
        #[cfg(any(target_os = "linux", target_os = "android"))]
        {
            use rustix::fs::ResolveFlags;
            let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
            match rustix::fs::openat2(&self.0, path, FOLDER, Mode::empty(), resolve) {
                // An old system, or a sandbox that knows only older calls.
                Err(Errno::NOSYS | Errno::PERM) => {}
                opened => return Ok(Folder(opened?)),
            }
        }
        self.step_by_step(path)
    }

    /// Opens one folder after the other.
    fn step_by_step(&self, path: &str) -> io::Result<Folder> {
        let enter = |folder: &OwnedFd, name: &str| {
            rustix::fs::openat(folder, name, FOLDER | OFlags::NOFOLLOW, Mode::empty())
        };
        let mut names = path.split('/');
        let mut folder = enter(&self.0, names.next().unwrap_or("."))?;
        for name in names {
            folder = enter(&folder, name)?;
        }
        Ok(Folder(folder))
    }

    pub fn make(&self, name: &str) -> io::Result<()> {
        Ok(rustix::fs::mkdirat(&self.0, name, Mode::from_raw_mode(0o777))?)
    }

    pub fn list(&self) -> io::Result<Vec<(OsString, FileKind)>> {
        let mut entries = Vec::new();
        for entry in Dir::new(self.readable()?)? {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if name == "." || name == ".." {
                continue;
            }
            let kind = match entry.file_type() {
                FileType::Unknown => {
                    match rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
                        Err(Errno::NOENT) => continue,
                        stat => kind(FileType::from_raw_mode(stat?.st_mode)),
                    }
                }
                known => kind(known),
            };
            entries.push((name.to_owned(), kind));
        }
        Ok(entries)
    }

    pub fn facts(&self, name: &str) -> io::Result<Facts> {
        Ok(from(&rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?))
    }

    pub fn open(&self, name: &str) -> io::Result<File> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        Ok(rustix::fs::openat(&self.0, name, flags, Mode::empty())?.into())
    }

    pub fn create(&self, name: &str) -> io::Result<File> {
        let flags =
            OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(rustix::fs::openat(&self.0, name, flags, MODE)?.into())
    }

    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.0, from, &self.0, to)?)
    }

    pub fn rename_new(&self, from: &str, to: &str) -> io::Result<()> {
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        {
            use rustix::fs::{RenameFlags, renameat_with};
            match renameat_with(&self.0, from, &self.0, to, RenameFlags::NOREPLACE) {
                Err(error) if is_unsupported(error) => {}
                renamed => return Ok(renamed?),
            }
        }
        rustix::fs::linkat(&self.0, from, &self.0, to, AtFlags::empty())?;
        self.remove(from)
    }

    pub fn exchange(&self, a: &str, b: &str) -> io::Result<()> {
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        {
            use rustix::fs::{RenameFlags, renameat_with};
            match renameat_with(&self.0, a, &self.0, b, RenameFlags::EXCHANGE) {
                Err(error) if is_unsupported(error) => Err(io::ErrorKind::Unsupported.into()),
                exchanged => Ok(exchanged?),
            }
        }
        #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
        {
            let _ = (a, b);
            Err(io::ErrorKind::Unsupported.into())
        }
    }

    pub fn remove(&self, name: &str) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    pub fn sync(&self) -> io::Result<()> {
        Ok(rustix::fs::fsync(self.readable()?)?)
    }

    /// The folder, opened so that it can be read itself.
    fn readable(&self) -> io::Result<OwnedFd> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(rustix::fs::openat(&self.0, ".", flags, Mode::empty())?)
    }
}

pub fn facts(file: &File) -> io::Result<Facts> {
    Ok(from(&rustix::fs::fstat(file)?))
}

/// Returns true if an error says that a link stands where none is followed.
pub fn is_link(error: &io::Error) -> bool {
    Errno::from_io_error(error) == Some(Errno::LOOP)
}

fn kind(kind: FileType) -> FileKind {
    match kind {
        FileType::RegularFile => FileKind::File,
        FileType::Directory => FileKind::Folder,
        FileType::Symlink => FileKind::Link,
        _ => FileKind::Special,
    }
}

#[allow(
    clippy::useless_conversion,
    clippy::unnecessary_cast,
    reason = "the types of these fields differ from system to system"
)]
fn from(stat: &Stat) -> Facts {
    let time = |seconds: i64, nanoseconds: i64| {
        let nanoseconds = Duration::from_nanos(nanoseconds.unsigned_abs());
        match u64::try_from(seconds) {
            Ok(since) => SystemTime::UNIX_EPOCH + Duration::from_secs(since) + nanoseconds,
            Err(_) => {
                SystemTime::UNIX_EPOCH - Duration::from_secs(seconds.unsigned_abs()) + nanoseconds
            }
        }
    };
    Facts {
        kind: kind(FileType::from_raw_mode(stat.st_mode)),
        length: stat.st_size as u64,
        is_read_only: stat.st_mode & 0o222 == 0,
        modified: time(stat.st_mtime as i64, stat.st_mtime_nsec as i64),
        changed: time(stat.st_ctime as i64, stat.st_ctime_nsec as i64),
        identity: (stat.st_dev as u64, stat.st_ino as u64),
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn is_unsupported(error: Errno) -> bool {
    matches!(error, Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_to_a_folder_leads_through_a_link() {
        let outer = tempfile::tempdir().unwrap();
        let at = |path: &str| outer.path().join(path);
        std::fs::create_dir_all(at("out/deep")).unwrap();
        std::fs::create_dir_all(at("j/sub/deep")).unwrap();
        std::os::unix::fs::symlink("../out", at("j/link")).unwrap();
        std::os::unix::fs::symlink("../../out", at("j/sub/link")).unwrap();
        let root = Folder::at(&at("j")).unwrap();
        let ways: [fn(&Folder, &str) -> io::Result<Folder>; 2] =
            [Folder::folder, Folder::step_by_step];
        for way in ways {
            for path in ["sub", "sub/deep"] {
                assert!(way(&root, path).is_ok(), "{path}");
            }
            for path in ["link", "link/deep", "sub/link", "sub/link/deep", "none", "sub/none"] {
                assert!(super::super::is_absence(&way(&root, path).unwrap_err()), "{path}");
            }
        }
    }
}
