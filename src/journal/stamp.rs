//! What tells whether a file changed, without reading it.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// How old a file's last change has to be, so that the next one is sure to have another time.
const GRAIN: Duration = Duration::from_secs(2);

/// What the system tells of a file, and tells otherwise once it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// The inode, and when the system last changed it.
    #[cfg(unix)]
    inode: (u64, i64, i64),
}

impl Stamp {
    /// The stamp of a file that is looked at `now`; `None` where another change could come with the same one.
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
