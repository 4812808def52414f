//! `journal init --demo`

use crate::disk::file::io_reason;
use crate::disk::folder::{Folder, split};
use crate::disk::root::{self, find_root};
use crate::journal::demo;
use crate::journal::starter::ATTRIBUTES_FILE;
use crate::rules::config::FILE_NAME;
use crate::text::count;

use super::creation::{create, next, not_written};
use super::{Ending, Setup, say, shown, unusable};

/// Makes a search to look at, in a folder that is new or empty.
pub fn run(setup: &Setup) -> Result<Ending, Ending> {
    let root = &setup.root;
    let name = shown(root);
    if let Some(journal) = journal_around(setup) {
        return Err(unusable(&format!(
            "{name} is inside the journal {journal}, where made-up notes would count too; name a folder outside of it"
        )));
    }
    root::make(root).map_err(|error| not_written(&name, &io_reason(&error)))?;
    let folder = Folder::at(root).map_err(|error| not_written(&name, &io_reason(&error)))?;
    if folder.list().is_ok_and(|entries| !entries.is_empty()) {
        return Err(unusable(&format!(
            "{name} is not empty; give the demo a folder of its own, such as `journal init --demo demo`"
        )));
    }
    let mut notes = Vec::new();
    for (path, text) in demo::files(setup.today()) {
        let (above, _) = split(&path);
        if !above.is_empty() && folder.facts(above).is_err() {
            folder.make(above).map_err(|error| not_written(above, &io_reason(&error)))?;
        }
        let made = create(&folder, path, text)?;
        notes.extend(made.filter(|path| path != FILE_NAME && path != ATTRIBUTES_FILE));
    }
    if !setup.quiet {
        say(&format!(
            "made {}: a made-up search, with its days counted from today",
            count(notes.len(), "note")
        ));
        say(&format!("made {FILE_NAME}: who signs the drafts, and a few settings"));
        say(&format!("made {ATTRIBUTES_FILE}: how git should treat the agenda and drafts"));
        say(&format!("next: {}", next(setup, true)?));
    }
    Ok(Ending::Done)
}

/// The journal that the folder is in, or is itself.
fn journal_around(setup: &Setup) -> Option<String> {
    let folder = setup.root.ancestors().find(|folder| root::is_folder(folder))?;
    let folder = root::resolved(folder).ok()?;
    let journal = find_root(None, &folder);
    root::is_file(&journal.join(FILE_NAME)).then(|| shown(&journal))
}
