//! A file's stamp, which tells that the file changed without reading it.

use std::time::{Duration, SystemTime};

/// A file's last change has to be older than this for the next one to be sure of a different time.
const GRAIN: Duration = Duration::from_secs(2);

/// The file's length, times and number, as the system gives them. A change alters at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: SystemTime,
    /// The time of the last change of anything about the file, its mode included.
    changed: SystemTime,
    inode: u64,
}

impl Stamp {
    /// The stamp of a file looked at `now`; `None` if the file could still change without altering it.
    pub fn of(
        length: u64,
        modified: SystemTime,
        changed: SystemTime,
        inode: u64,
        now: SystemTime,
    ) -> Option<Stamp> {
        let is_old = now.duration_since(changed).is_ok_and(|age| age > GRAIN);
        is_old.then_some(Stamp { length, modified, changed, inode })
    }
}
