//! `journal report`: where it writes, what it leaves alone, and `--open`.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::support::{Folder, NOTE, TODAY, journal};

#[test]
fn the_page_goes_where_it_is_sent() {
    let folder = journal(&[("j/acme.md", NOTE), ("j/journal.toml", "")]);
    let ran = folder.run_on(TODAY, "report j");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stderr.ends_with("j/report.html shows your search\n"), "{ran:?}");
    let page = folder.read("j/report.html");
    assert!(page.contains("href=\"acme.md\""), "{page}");
    assert_eq!(
        folder.files(),
        ["j/acme.md", "j/journal.toml", "j/report.html"],
        "nothing else is written"
    );

    // Relative to where one is; links lead back, as long as the file lies in the journal.
    fs::create_dir(folder.at("j/out")).unwrap();
    for (file, link) in [("j/out/p.html", Some("href=\"..&#x2f;acme.md\"")), ("p.html", None)] {
        let ran = folder.run_words_on(TODAY, &["report", "j", "-o", file, "-q"]);
        assert_eq!((ran.code, &*ran.stderr), (0, ""));
        let page = folder.read(file);
        match link {
            Some(link) => assert!(page.contains(link), "{page}"),
            None => assert!(!page.contains("href="), "{page}"),
        }
    }
    folder.write("j/journal.toml", "[report]\nhtml = \"mine.html\"\n");
    assert_eq!(folder.run_on(TODAY, "report j").code, 0);
    assert!(folder.has("j/mine.html"));
}

#[test]
fn an_earlier_page_is_replaced_and_nothing_else() {
    let folder = journal(&[("acme.md", NOTE)]);
    assert_eq!(folder.run_on(TODAY, "report").code, 0);
    let before = folder.read("report.html");
    assert_eq!(folder.run_on("2026-03-05", "report").code, 0);
    assert_ne!(folder.read("report.html"), before);

    for (text, is_ours) in
        [(before.replace('\n', "\r\n"), true), (before + "mine", false), (String::new(), false)]
    {
        folder.write("report.html", &text);
        let ran = folder.run_on(TODAY, "report");
        assert_eq!(ran.code, if is_ours { 0 } else { 3 }, "{ran:?}");
        assert_eq!(folder.read("report.html") != text, is_ours);
    }
    let ran = folder.run_on(TODAY, "report");
    assert!(
        ran.stderr
            .contains("was not written: a file of yours has that name; give another one with -o\n"),
        "{ran:?}"
    );

    symlink("acme.md", folder.at("link.html")).unwrap();
    fs::create_dir(folder.at("folder.html")).unwrap();
    for file in ["link.html", "folder.html", "nowhere/page.html", "acme.md"] {
        let ran = folder.run_words_on(TODAY, &["report", "-o", file]);
        assert_eq!(ran.code, 3, "{file}: {ran:?}");
        assert!(ran.stderr.contains("was not written"), "{file}: {ran:?}");
    }
    assert_eq!(folder.read("acme.md"), NOTE);
}

/// A folder with a program that writes down what it was asked to open.
fn with_opener(folder: &Folder, status: u8) {
    folder
        .write("bin/xdg-open", format!("#!/bin/sh\nprintf '%s' \"$1\" > opened\nexit {status}\n"));
    fs::set_permissions(folder.at("bin/xdg-open"), PermissionsExt::from_mode(0o755)).unwrap();
}

#[test]
fn the_page_can_be_opened_at_once() {
    let folder = journal(&[("acme.md", NOTE)]);
    with_opener(&folder, 0);
    let path = format!("{}:/bin:/usr/bin", folder.at("bin").display());
    let ran = folder.run_with(&["report", "--open", "--today", TODAY], &[("PATH", &path)]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let page = folder.at("report.html").canonicalize().unwrap();
    assert_eq!(folder.read("opened"), page.to_str().unwrap());

    for (status, path) in [(1, path.as_str()), (0, "/nonexistent")] {
        with_opener(&folder, status);
        let ran = folder.run_with(&["report", "--open", "--today", TODAY], &[("PATH", path)]);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains("`xdg-open` could not open it; open "), "{ran:?}");
    }
    let ran = folder.run_on(TODAY, "report -o - --open");
    assert_eq!((ran.code, &*ran.stderr), (2, "error: --open needs a file; leave out `-o -`\n"));
}
