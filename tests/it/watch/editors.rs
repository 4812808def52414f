//! Saves as each editor makes them: one run for each, and never for half a note.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use super::{Watching, acme, stays, wait_for_text, wait_until_as_fresh};
use crate::support::{DRAFT, NOTE, TODAY};

type Save = fn(&Path, &str);

/// The ways in which programs save `x.md`, by the system calls that they make.
pub(super) const SAVES: [(&str, Save); 14] = [
    ("in place, as nano, micro, kakoune and VS Code do", |path, text| {
        fs::write(path, text).unwrap();
    }),
    ("in place, in pieces", |path, text| {
        let mut file = File::create(path).unwrap();
        for piece in text.as_bytes().chunks(40) {
            file.write_all(piece).unwrap();
            file.sync_all().unwrap();
        }
    }),
    ("in place, emptied and closed before", |path, text| {
        File::create(path).unwrap();
        let mut file = OpenOptions::new().append(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }),
    ("as vim and Neovim", |path, text| {
        let (probe, backup) = (path.with_file_name("4913"), beside(path, "", "~"));
        fs::write(path.with_file_name(".x.md.swp"), "swap").unwrap();
        File::create(&probe).unwrap();
        fs::remove_file(&probe).unwrap();
        fs::rename(path, &backup).unwrap();
        let mut file = create_new(path);
        file.write_all(text.as_bytes()).unwrap();
        file.sync_all().unwrap();
        fs::set_permissions(path, Permissions::from_mode(0o644)).unwrap();
        drop(file);
        fs::remove_file(&backup).unwrap();
        fs::remove_file(path.with_file_name(".x.md.swp")).unwrap();
    }),
    ("as vim with backupcopy=yes", |path, text| {
        let backup = beside(path, "", "~");
        fs::copy(path, &backup).unwrap();
        let mut file = OpenOptions::new().write(true).truncate(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.sync_all().unwrap();
        drop(file);
        fs::remove_file(&backup).unwrap();
    }),
    ("as emacs the first time", |path, text| {
        let (lock, auto) = (beside(path, ".#", ""), beside(path, "#", "#"));
        symlink("somebody@somewhere.1:2", &lock).unwrap();
        fs::write(&auto, &text[..text.len() / 2]).unwrap();
        fs::rename(path, beside(path, "", "~")).unwrap();
        let mut file = create_new(path);
        file.write_all(text.as_bytes()).unwrap();
        drop(file);
        fs::set_permissions(path, Permissions::from_mode(0o644)).unwrap();
        fs::remove_file(&auto).unwrap();
        fs::remove_file(&lock).unwrap();
    }),
    ("as emacs afterwards", |path, text| {
        let lock = beside(path, ".#", "");
        symlink("somebody@somewhere.1:2", &lock).unwrap();
        fs::write(path, text).unwrap();
        fs::remove_file(&lock).unwrap();
    }),
    ("as JetBrains' safe write", |path, text| {
        let (new, old) = (beside(path, "", "___jb_tmp___"), beside(path, "", "___jb_old___"));
        fs::write(&new, text).unwrap();
        fs::rename(path, &old).unwrap();
        fs::rename(&new, path).unwrap();
        fs::remove_file(&old).unwrap();
    }),
    ("as GNOME's editors", |path, text| write_and_rename(path, ".goutputstream-ABC123", text)),
    ("as sed -i", |path, text| write_and_rename(path, "sedAbCdEf", text)),
    ("as perl -i", |path, text| {
        let mut old = File::open(path).unwrap();
        fs::remove_file(path).unwrap();
        let mut file = create_new(path);
        std::io::copy(&mut old, &mut std::io::sink()).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }),
    ("as git", |path, text| {
        fs::write(path.with_file_name(".gitlock"), "").unwrap();
        fs::remove_file(path).unwrap();
        let mut file = create_new(path);
        file.write_all(text.as_bytes()).unwrap();
    }),
    ("as Syncthing", |path, text| write_and_rename(path, ".syncthing.x.md.tmp", text)),
    ("as rsync", |path, text| write_and_rename(path, ".x.md.k3T9aB", text)),
];

/// Opens a file for writing alone that must not be there yet.
fn create_new(path: &Path) -> File {
    OpenOptions::new().write(true).create_new(true).open(path).unwrap()
}

/// Writes a text under a temporary name, and renames it over the file.
fn write_and_rename(path: &Path, temporary: &str, text: &str) {
    let new = path.with_file_name(temporary);
    fs::write(&new, text).unwrap();
    fs::rename(&new, path).unwrap();
}

/// The path of a file beside another one, with more before and after its name.
fn beside(path: &Path, before: &str, after: &str) -> PathBuf {
    let name = path.file_name().unwrap().to_str().unwrap();
    path.with_file_name(format!("{before}{name}{after}"))
}

#[test]
fn every_way_of_saving_is_one_save() {
    for (name, save) in SAVES {
        let folder = acme();
        let watching = Watching::start(&folder);
        save(&folder.at("acme.md"), &NOTE.replace("humane", "shared"));
        wait_for_text(&folder, DRAFT, "The on-call rota is shared");
        wait_for_text(&folder, "FOLLOWUPS.md", "Thank Jane Doe");
        wait_until_as_fresh(&folder);
        let runs = watching.runs();
        assert_eq!(runs.len(), 1, "{name}: {runs:#?}");
        assert!(runs[0].contains("acme.md → 1 renewed draft, 1 due today"), "{name}: {runs:#?}");
    }
}

#[test]
fn a_half_written_note_never_shows() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let (draft, agenda) = (folder.read(DRAFT), folder.read("FOLLOWUPS.md"));
    let is_unchanged = || folder.read(DRAFT) == draft && folder.read("FOLLOWUPS.md") == agenda;
    // In place: half of it is there, and the editor takes its time.
    let text = NOTE.replace("humane", "shared");
    let mut file = File::create(folder.at("acme.md")).unwrap();
    file.write_all(&text.as_bytes()[..60]).unwrap();
    stays(is_unchanged, "half a note was taken for a whole one");
    file.write_all(&text.as_bytes()[60..]).unwrap();
    drop(file);
    wait_for_text(&folder, DRAFT, "shared");
    watching.wait_for_runs(1);
    // The old file is out of the way and the new one isn't there yet.
    let (draft, agenda) = (folder.read(DRAFT), folder.read("FOLLOWUPS.md"));
    fs::rename(folder.at("acme.md"), folder.at("acme.md~")).unwrap();
    let mut file = File::create_new(folder.at("acme.md")).unwrap();
    stays(
        || folder.read(DRAFT) == draft && folder.read("FOLLOWUPS.md") == agenda,
        "a note between two names was taken for a removed one",
    );
    file.write_all(NOTE.as_bytes()).unwrap();
    drop(file);
    wait_for_text(&folder, DRAFT, "humane");
    watching.wait_for_runs(2);
    assert_eq!(watching.runs().len(), 2, "{:#?}", watching.said());
}

#[test]
fn a_file_that_is_never_closed_counts_once_it_rests() {
    let folder = acme();
    let _watching = Watching::start(&folder);
    let mut file = File::create_new(folder.at("globex.md")).unwrap();
    file.write_all(NOTE.replace("Acme Robotics", "Globex").as_bytes()).unwrap();
    wait_for_text(&folder, "FOLLOWUPS.md", "Globex");
}

#[test]
fn a_file_that_is_written_without_end_does_not_keep_others_waiting() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let is_over = Arc::new(AtomicU32::new(0));
    let (path, over) = (folder.at("log.md"), is_over.clone());
    let writer = thread::spawn(move || {
        let mut file = File::create(path).unwrap();
        while over.load(Ordering::Relaxed) == 0 {
            file.write_all(b"x").unwrap();
            thread::sleep(Duration::from_millis(1));
        }
    });
    folder.edit("acme.md", "humane", "shared");
    wait_for_text(&folder, DRAFT, "shared");
    is_over.store(1, Ordering::Relaxed);
    writer.join().unwrap();
    drop(watching);
}

#[test]
fn its_own_writes_and_files_outside_the_journal_wake_nothing() {
    let folder = acme();
    folder.write("journal.toml", "ignore = [\"archive\"]\n");
    fs::create_dir_all(folder.at("archive")).unwrap();
    fs::create_dir_all(folder.at(".git/refs")).unwrap();
    let watching = Watching::start(&folder);
    folder.edit("acme.md", "humane", "shared");
    watching.wait_for_runs(1);
    let before = watching.said();
    for path in [".git/x.md", "archive/x.md", "x.txt", "x.md~", "#x.md#", ".#x.md", "4913"] {
        folder.write(path, NOTE);
    }
    folder.write("acme.md", folder.read("acme.md"));
    stays(|| watching.said() == before, "something woke it for nothing");
    assert_eq!(folder.run_on(TODAY, "build --check").code, 0);
}
