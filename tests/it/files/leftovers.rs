//! Leftovers of runs that were killed: nothing of the user's is lost, and nothing is left lying about.

use std::process::{Command, Stdio};

use super::{assert_settled, build, built, temporaries};
use crate::support::{AGENDA, DRAFT, NOTE, TODAY, finish, journal, left_out};

#[test]
fn leftovers_of_a_killed_run_are_removed() {
    let folder = built();
    folder.edit("acme.md", "humane", "shared");
    let old = folder.read(DRAFT);
    folder.build(TODAY);
    folder.write(".journal-tmp-aB3dE6gH.tmp", "half a dra");
    folder.write(&format!(".journal-tmp-4242-{DRAFT}.swap"), &old);
    folder.write("sub/.journal-tmp-12345678.tmp", "");
    let before = built().texts();
    folder.write("acme.md", NOTE);
    folder.build(TODAY);
    assert_settled(&folder);
    assert_eq!(folder.texts(), before);
}

#[test]
fn a_displaced_text_of_the_users_comes_back() {
    let folder = built();
    let swap = format!(".journal-tmp-4242-{DRAFT}.swap");
    folder.write(&swap, "the user's words");
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), "the user's words", "in place of a generated one");
    assert_eq!(temporaries(&folder), [""; 0]);

    folder.remove(DRAFT);
    folder.write(&swap, "the user's words");
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), "the user's words", "in place of none");
}

#[test]
fn a_displaced_text_of_the_users_stays_beside_a_newer_one() {
    let folder = built();
    folder.write(DRAFT, "newer words");
    for words in ["older words", "other words"] {
        folder.write(&format!(".journal-tmp-4242-{DRAFT}.swap"), words);
        folder.build(TODAY);
    }
    assert_eq!(folder.read(DRAFT), "newer words");
    assert_eq!(folder.read("acme.thank-you.jane-doe.draft.kept-1.md"), "older words");
    assert_eq!(folder.read("acme.thank-you.jane-doe.draft.kept-2.md"), "other words");
    assert_settled(&folder);
}

#[test]
fn a_file_of_the_users_that_is_kept_beside_another_keeps_its_ending() {
    let folder = built();
    folder.write("journal.toml", "report.html = \"a.html\"\nexport.ics = \"a.ics\"\n");
    for path in ["a.html", "a.ics"] {
        folder.write(path, "newer words");
        folder.write(&format!(".journal-tmp-4242-{path}.swap"), "older words");
    }
    let ran = folder.run_on(TODAY, "build");
    for kept in ["a.kept-1.html", "a.kept-1.ics"] {
        assert!(ran.stderr.contains(&format!("one is kept as {kept}: ")), "{}", ran.stderr);
        assert_eq!(folder.read(kept), "older words");
    }
    assert!(!folder.read(AGENDA).contains("conflict"), "{}", folder.read(AGENDA));
}

#[test]
fn a_text_kept_beside_is_reported() {
    let folder = built();
    folder.write(DRAFT, "newer words");
    folder.write(&format!(".journal-tmp-4242-{DRAFT}.swap"), "older words");
    let ran = folder.run_on(TODAY, "build");
    let told = ran.stderr + &folder.read(AGENDA);
    assert!(told.contains("kept-1.md"), "{told}");
}

#[test]
fn a_displaced_agenda_is_removed_once_its_words_are_in_the_new_one() {
    let folder = built();
    folder.write(AGENDA, folder.read(AGENDA) + "mine\n");
    let displaced = folder.build("2026-03-02");
    assert_ne!(folder.build(TODAY), displaced);
    folder.write(&format!(".journal-tmp-4242-{AGENDA}.swap"), displaced);
    folder.build(TODAY);
    assert!(folder.read(AGENDA).ends_with("\nmine\n"));
    assert_eq!(folder.files(), ["FOLLOWUPS.md", "acme.connect.draft.md", "acme.md", DRAFT]);
}

#[test]
fn a_displaced_agenda_is_removed_once_its_lines_have_moved() {
    let folder = built();
    folder.edit(AGENDA, "## Today\n", "mine\n\n## Today\n");
    let displaced = folder.read(AGENDA);
    folder.build(TODAY);
    folder.write(&format!(".journal-tmp-4242-{AGENDA}.swap"), displaced);
    folder.build(TODAY);
    assert!(!folder.has("FOLLOWUPS.kept-1.md"));
}

#[test]
fn a_leftover_never_leads_outside() {
    let outer = journal(&[("j/acme.md", NOTE), ("j/.journal-tmp-1-...swap", "words")]);
    assert_eq!(finish(&mut build(&outer, "j")).code, 0);
    assert!(outer.files().iter().all(|path| path.starts_with("j/")), "{:?}", outer.files());
}

#[test]
fn a_leftover_that_cannot_be_removed_is_named() {
    let folder = built();
    folder.write("sub/.journal-tmp-12345678.tmp", "");
    let immutable = |flag: &str| {
        let mut chattr = Command::new("chattr");
        chattr.arg(flag).arg(folder.at("sub")).stderr(Stdio::null());
        chattr.status().is_ok_and(|status| status.success())
    };
    if !immutable("+i") {
        return left_out("no folder can be made immutable");
    }
    let ran = folder.run_on(TODAY, "build");
    immutable("-i");
    assert!(ran.stderr.contains(".journal-tmp-12345678.tmp"), "{}", ran.stderr);
    assert_eq!(ran.code, 3);
}

#[test]
fn the_longest_draft_names_leave_room_for_a_temporary_name() {
    let stem = "n".repeat(220 - ".thank-you.jane-doe.draft.md".len());
    let folder = journal(&[(&format!("{stem}.md"), NOTE)]);
    folder.build(TODAY);
    folder.edit(&format!("{stem}.md"), "humane", "shared");
    // Only the superuser can choose the length of the process id.
    let allowed = Command::new("unshare")
        .args(["-pf", "--mount-proc", "true"])
        .stderr(Stdio::null())
        .status();
    if !allowed.is_ok_and(|status| status.success()) {
        return left_out("no process can have a number of one's choice");
    }
    let mut unshare = Command::new("unshare");
    let script = "echo 1234567 > /proc/sys/kernel/ns_last_pid; \"$0\" build --today 2026-03-03";
    unshare.args(["-pf", "--mount-proc", "/bin/sh", "-c", script, env!("CARGO_BIN_EXE_journal")]);
    unshare.current_dir(folder.path());
    let ran = finish(&mut unshare);
    assert_eq!(temporaries(&folder), [""; 0]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}
