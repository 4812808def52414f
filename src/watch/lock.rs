//! At most one watcher for each journal, without a file that a crash could leave behind.

use std::io;
use std::path::Path;

#[cfg(target_os = "linux")]
use crate::disk::root::Identity;

/// The claim to be a journal's only watcher. The system releases it when the process ends, however it ends.
#[derive(Debug)]
pub struct WatchLock {
    #[cfg(target_os = "linux")]
    _name: Option<std::os::unix::net::UnixListener>,
    #[cfg(not(target_os = "linux"))]
    _folder: Option<std::fs::File>,
}

impl WatchLock {
    /// Claims a journal; `None` if another watcher has done so.
    ///
    /// On Linux the claim is a name in the kernel: unlike a lock on the folder, it doesn't keep anyone from unmounting it.
    /// Elsewhere it is such a lock. If neither can be had, two watchers do no harm: both write the same.
    pub fn claim(root: &Path) -> io::Result<Option<WatchLock>> {
        #[cfg(target_os = "linux")]
        {
            use std::os::linux::net::SocketAddrExt;
            use std::os::unix::net::{SocketAddr, UnixListener};
            let (device, inode) = Identity::of(root)?.place;
            let name = format!("journal-watch-{device}-{inode}");
            let address = SocketAddr::from_abstract_name(name)?;
            match UnixListener::bind_addr(&address) {
                Ok(name) => Ok(Some(WatchLock { _name: Some(name) })),
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => Ok(None),
                Err(_) => Ok(Some(WatchLock { _name: None })),
            }
        }
        #[cfg(not(target_os = "linux"))]
        {
            #[allow(clippy::disallowed_methods, reason = "only to lock it")]
            let Ok(folder) = std::fs::File::open(root) else {
                return Ok(Some(WatchLock { _folder: None }));
            };
            match folder.try_lock() {
                Err(std::fs::TryLockError::WouldBlock) => Ok(None),
                _ => Ok(Some(WatchLock { _folder: Some(folder) })),
            }
        }
    }
}
