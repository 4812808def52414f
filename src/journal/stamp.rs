//! A file's stamp, which tells that the file changed without reading it.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// A file's last change has to be older than this for the next one to be sure of a different time.
const GRAIN: Duration = Duration::from_secs(2);

/// The file's length and times, as the system gives them. A change alters at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// The inode, and the time of its last change.
    #[cfg(unix)]
    inode: (u64, i64, i64),
}

impl Stamp {
    /// The stamp of a file looked at `now`; `None` if the file could still change without altering it.
    pub fn of(metadata: &Metadata, now: SystemTime) -> Option<Stamp> {
        let modified = metadata.modified().ok();
        #[cfg(unix)]
        let (inode, changed) = {
            use std::os::unix::fs::MetadataExt;
            let since = Duration::new(
                metadata.ctime().try_into().ok()?,
                metadata.ctime_nsec().try_into().ok()?,
            );
            let inode = (metadata.ino(), metadata.ctime(), metadata.ctime_nsec());
            (inode, SystemTime::UNIX_EPOCH + since)
        };
        #[cfg(not(unix))]
        let changed = modified?;
        let is_old = now.duration_since(changed).is_ok_and(|age| age > GRAIN);
        is_old.then_some(Stamp {
            length: metadata.len(),
            modified,
            #[cfg(unix)]
            inode,
        })
    }
}
