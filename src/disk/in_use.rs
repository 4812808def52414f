//! Files that another program has open for writing: it can write into them even when they have lost their names.

use std::collections::HashSet;

use crate::disk::folder::Folder;

/// Those of these paths whose files another program has open for writing, as far as the system tells: on Linux it does for
/// programs of the same user.
pub fn open_elsewhere<'p>(root: &Folder, paths: impl Iterator<Item = &'p str>) -> HashSet<&'p str> {
    #[cfg(target_os = "linux")]
    {
        linux::open_elsewhere(root, paths).unwrap_or_default()
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (root, paths);
        HashSet::new()
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::{HashMap, HashSet};
    use std::fs;
    use std::io;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::path::Path;

    use crate::disk::folder::Folder;
    use crate::disk::scan;

    pub fn open_elsewhere<'p>(
        root: &Folder,
        paths: impl Iterator<Item = &'p str>,
    ) -> io::Result<HashSet<&'p str>> {
        let identity = |path: &'p str| Some((scan::facts(root, path).ok()?.identity, path));
        let files: HashMap<(u64, u64), &str> = paths.filter_map(identity).collect();
        let mut found = HashSet::new();
        if files.is_empty() {
            return Ok(found);
        }
        let numbers: HashSet<u64> = files.keys().map(|(_, number)| *number).collect();
        // Other runs of this program wait for each other by locks.
        let own = fs::read_link("/proc/self/exe")?;
        for process in fs::read_dir("/proc")?.flatten() {
            let process = process.path();
            // Another user's, or it has ended.
            let Ok(descriptors) = fs::read_dir(process.join("fd")) else { continue };
            // One that is just ending has no program any more, and writes no more.
            if fs::read_link(process.join("exe")).map_or(true, |program| program == own) {
                continue;
            }
            for descriptor in descriptors.flatten() {
                let (name, path) = (descriptor.file_name(), descriptor.path());
                if is_writing(&path) && may_be_one_of(&process, Path::new(&name), &numbers) {
                    let file = fs::metadata(&path).ok();
                    let file = file.and_then(|file| files.get(&(file.dev(), file.ino())));
                    found.extend(file);
                }
            }
        }
        Ok(found)
    }

    /// The mode of a descriptor's link says what it was opened for.
    fn is_writing(descriptor: &Path) -> bool {
        fs::symlink_metadata(descriptor).is_ok_and(|link| link.permissions().mode() & 0o200 != 0)
    }

    /// Returns false for a file that has none of these numbers. It isn't asked itself: one on a lost network drive would
    /// never answer. Systems before Linux 5.14 don't tell.
    fn may_be_one_of(process: &Path, descriptor: &Path, numbers: &HashSet<u64>) -> bool {
        let about = fs::read_to_string(process.join("fdinfo").join(descriptor)).unwrap_or_default();
        let number = about.lines().find_map(|line| line.strip_prefix("ino:")?.trim().parse().ok());
        number.is_none_or(|number| numbers.contains(&number))
    }
}
