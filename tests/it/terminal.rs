//! Questions on a terminal: each answer there can be, none, and the end of the input.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::support::{DRAFT, Folder, NOTE, TODAY, journal};

/// Ctrl-D, which ends the input on a terminal.
const END: &str = "\u{4}";

/// Runs a command on a terminal of its own where somebody types this; gives the exit status and what could be seen.
fn typed(command: &mut Command, keys: &str) -> (i32, String) {
    let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&controller).unwrap();
    unlockpt(&controller).unwrap();
    let name = ptsname(&controller, Vec::new()).unwrap().into_string().unwrap();
    let end = || {
        let file = fs::OpenOptions::new().read(true).write(true).open(&name).unwrap();
        Stdio::from(file)
    };
    let mut child = command.stdin(end()).stdout(end()).stderr(end()).spawn().unwrap();
    // The program's end of the terminal is to be open in the program alone, or the reading below would never end.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut controller = File::from(controller);
    controller.write_all(keys.as_bytes()).unwrap();
    let mut seen = Vec::new();
    // Linux reports the other end's closing as an error.
    let _ = controller.read_to_end(&mut seen);
    let code = child.wait().unwrap().code().unwrap_or(-1);
    (code, String::from_utf8(seen).unwrap().replace("\r\n", "\n"))
}

#[test]
fn init_asks_before_it_maps_the_files_that_are_there() {
    for (keys, is_mapped) in [
        ("\n", true),
        ("y\n", true),
        ("Yes\n", true),
        ("n\n", false),
        ("NO\n", false),
        (END, false),
    ] {
        let talk = "---\norg: Acme\ndate: 2026-03-02\ncontacts: [Jane Doe]\n---\n";
        let folder = journal(&[("talk.md", talk)]);
        let (code, seen) = typed(folder.program("").args(["init", "--today", TODAY]), keys);
        assert_eq!(code, 0, "{keys:?}: {seen}");
        assert!(seen.contains("write it into journal.toml? [Y/n]\n"), "{keys:?}: {seen}");
        assert!(seen.contains("next: `journal build`"), "{keys:?}: {seen}");
        let settings = folder.read("journal.toml");
        assert_eq!(settings.contains("\n[fields]\ncompany = [\"org\"]\n"), is_mapped, "{keys:?}");
        assert_eq!(folder.read("talk.md"), talk);
    }
}

/// A finished draft, and a desktop whose mail program is there or not.
fn desktop(status: u8) -> Folder {
    let folder = journal(&[("acme.md", NOTE)]);
    let head = "followup: thank-you/jane-doe\nto: Jane Doe <jane@acme.example>\nsubject: Thank you";
    folder.write(DRAFT, format!("---\n{head}\n---\n\nHi Jane,\n\nThank you.\n\nAlex\n"));
    folder.write("bin/xdg-open", format!("#!/bin/sh\nexit {status}\n"));
    fs::set_permissions(folder.at("bin/xdg-open"), fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

fn mail(folder: &Folder, options: &[&str], keys: &str) -> (i32, String) {
    let words = ["mail", "jane", "thank", "--today", TODAY];
    let mut program = folder.program("");
    typed(program.args(words).args(options).env("PATH", folder.at("bin")), keys)
}

#[test]
fn mail_asks_whether_the_message_was_sent() {
    for (keys, is_sent) in [
        ("y\n", true),
        (" YES \n", true),
        ("n\n", false),
        ("\n", false),
        ("yeah\n", false),
        (END, false),
    ] {
        let folder = desktop(0);
        let (code, seen) = mail(&folder, &[], keys);
        assert_eq!(code, 0, "{keys:?}: {seen}");
        assert!(
            seen.contains("opened in your mail program\nHave you sent it? Then \"Thank Jane Doe\"")
        );
        let record = format!("thank-you/jane-doe: done {TODAY}");
        assert_eq!(folder.read("acme.md").contains(&record), is_sent, "{keys:?}: {seen}");
        assert_eq!(seen.contains("once you have sent it: `journal done "), !is_sent, "{seen}");
    }
}

#[test]
fn mail_asks_nothing_where_there_is_nothing_to_ask() {
    for options in [&["--done"][..], &["--print"], &["--eml", "m.eml"], &["-q"]] {
        let folder = desktop(0);
        let (code, seen) = mail(&folder, options, "");
        assert_eq!(code, 0, "{options:?}: {seen}");
        assert!(!seen.contains("[y/N]"), "{options:?}: {seen}");
    }
    let (code, seen) = mail(&desktop(1), &[], "");
    assert_eq!(code, 2);
    assert!(seen.contains("found no mail program") && !seen.contains("[y/N]"), "{seen}");
}
