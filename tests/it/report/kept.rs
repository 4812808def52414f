//! `[report] html`: a page that builds keep up to date, and never over anything else.

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};

use crate::support::{AGENDA, Folder, NOTE, TODAY, journal};

const SETTING: &str = "[report]\nhtml = \"report.html\"\n";
const PAGE: &str = "report.html";

fn with_page() -> Folder {
    journal(&[("acme.md", NOTE), ("journal.toml", SETTING)])
}

#[test]
fn a_build_keeps_the_page_up_to_date() {
    let folder = with_page();
    let check = folder.run_on(TODAY, "build --check");
    assert_eq!(check.code, 1);
    assert!(check.stdout.contains("would create report.html\n"), "{check:?}");
    let ran = folder.run_on(TODAY, "build");
    assert!(ran.stderr.contains("report.html written"), "{ran:?}");
    let page = folder.read(PAGE);
    assert!(page.contains("Acme Robotics") && page.contains("href=\"acme.md\""), "{page}");
    // It is what the command writes.
    let state = || {
        let facts = fs::metadata(folder.at(PAGE)).unwrap();
        (facts.ino(), facts.mtime_nsec(), folder.read(PAGE))
    };
    let before = state();
    assert_eq!(folder.run_on(TODAY, "report").code, 0);
    let again = folder.run_on(TODAY, "build");
    assert!(again.stderr.contains("(nothing to write)"), "{again:?}");
    assert_eq!(state(), before, "an unchanged page is not written again");
    assert_eq!(folder.run_on(TODAY, "build --check").code, 0);

    folder.edit("acme.md", "date: 2026-03-02", "date: 2026-03-02\nround: The very first talk");
    let diff = folder.run_on(TODAY, "build --diff");
    assert!(diff.stdout.contains("+++ b/report.html"), "{diff:?}");
    folder.build(TODAY);
    assert!(folder.read(PAGE).contains("The very first talk"));
    folder.remove(PAGE);
    folder.build(TODAY);
    assert!(folder.has(PAGE), "a page that was deleted comes back");
    let today = folder.read(PAGE);
    folder.build("2026-03-20");
    assert_ne!(folder.read(PAGE), today, "the next day has its own");
}

#[test]
fn what_git_made_of_the_line_ends_is_no_edit() {
    let folder = with_page();
    folder.build(TODAY);
    let page = folder.read(PAGE);
    folder.write(PAGE, page.replace('\n', "\r\n"));
    folder.build(TODAY);
    assert_eq!(folder.read(PAGE), page);
}

#[test]
fn a_page_that_is_not_as_written_is_left_alone_and_named() {
    let folder = with_page();
    folder.build(TODAY);
    let page = folder.read(PAGE);
    for mine in
        [page.replace("Your search", "My search"), "<p>mine</p>\n".to_owned(), String::new()]
    {
        folder.write(PAGE, &mine);
        for day in [TODAY, "2026-03-05"] {
            let ran = folder.run_on(day, "build");
            assert_eq!(ran.code, 3, "{ran:?}");
            assert!(
                ran.stderr.contains("error: report.html was not written: a file of yours"),
                "{ran:?}"
            );
            assert_eq!(folder.read(PAGE), mine);
            assert!(folder.read(AGENDA).contains("[report.html](report.html) a file of yours"));
        }
        assert_eq!(folder.run_on("2026-03-05", "build --check").code, 1);
    }
    folder.remove(PAGE);
    let ran = folder.run_on(TODAY, "build");
    assert!(!ran.stderr.contains("in-the-way"), "{ran:?}");
}

#[test]
fn what_is_no_file_is_left_alone_and_a_failure() {
    type Put = fn(&std::path::Path);
    let obstacles: [(&str, Put); 3] = [
        ("a folder", |path| fs::create_dir(path).unwrap()),
        ("a link", |path| symlink("acme.md", path).unwrap()),
        ("a special file", |path| {
            use rustix::fs::{CWD, FileType, Mode, mknodat};
            mknodat(CWD, path, FileType::Fifo, Mode::from_raw_mode(0o644), 0).unwrap();
        }),
    ];
    for (what, put) in obstacles {
        let folder = with_page();
        put(&folder.at(PAGE));
        let before = fs::symlink_metadata(folder.at(PAGE)).unwrap().ino();
        let ran = folder.run_on(TODAY, "build");
        assert_eq!(ran.code, 3, "{ran:?}");
        assert!(
            ran.stderr.contains(&format!("report.html was not written: {what} is in the way")),
            "{ran:?}"
        );
        assert_eq!(fs::symlink_metadata(folder.at(PAGE)).unwrap().ino(), before);
        assert!(folder.has(AGENDA), "the agenda is written all the same");
        assert_eq!(folder.read("acme.md"), NOTE);
    }
}

#[test]
fn a_page_of_bytes_that_are_no_text_stays() {
    let folder = with_page();
    for bytes in [&b"\xff\xfe<\0p\0>\0"[..], b"caf\xe9"] {
        fs::write(folder.at(PAGE), bytes).unwrap();
        let ran = folder.run_on(TODAY, "build");
        assert_eq!(ran.code, 3, "{ran:?}");
        assert!(ran.stderr.contains(PAGE), "{ran:?}");
        assert_eq!(fs::read(folder.at(PAGE)).unwrap(), bytes);
    }
}

#[test]
fn without_the_setting_a_page_is_nobodys_business() {
    let folder = journal(&[("acme.md", NOTE), (PAGE, "mine")]);
    let ran = folder.run_on(TODAY, "build");
    assert_eq!(ran.code, 0);
    assert!(!ran.stderr.contains("report"), "{ran:?}");
    assert_eq!(folder.read(PAGE), "mine");
    for text in ["[report]\nhtml = \"\"\n", "[report]\n", ""] {
        folder.write("journal.toml", text);
        assert_eq!(folder.run_on(TODAY, "build --check").code, 0, "{text}");
    }
}

#[test]
fn a_page_needs_a_name_that_a_page_can_have() {
    for (name, reason) in [
        ("../report.html", "is not a file's name such as \"report.html\""),
        ("out/report.html", "is not a file's name"),
        ("/tmp/report.html", "is not a file's name"),
        (".report.html", "is not a file's name"),
        ("report.txt", "is not a file's name"),
        ("FOLLOWUPS.md", "is not a file's name"),
        ("a\\u202eb.html", "is not a file's name"),
        ("old.html", "is one of the files to ignore"),
    ] {
        let text = format!("ignore = [\"old*\"]\n[report]\nhtml = \"{name}\"\n");
        let folder = journal(&[("acme.md", NOTE), ("journal.toml", &text)]);
        let ran = folder.run_on(TODAY, "build");
        assert_eq!(ran.code, 2, "{name}: {ran:?}");
        assert!(
            ran.stderr.contains(reason) && ran.stderr.contains("journal.toml:3:8"),
            "{name}: {ran:?}"
        );
        assert!(!folder.has(AGENDA));
    }
}

#[test]
fn a_page_that_was_being_replaced_is_tidied_up() {
    let folder = with_page();
    folder.build(TODAY);
    let page = folder.read(PAGE);
    folder.write(".journal-tmp-999999-report.html.swap", &page);
    folder.build("2026-03-05");
    let hidden = folder.files().into_iter().filter(|path| path.starts_with(".journal"));
    assert_eq!(hidden.collect::<Vec<_>>(), [""; 0]);
    assert_ne!(folder.read(PAGE), page);
}
