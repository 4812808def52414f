//! What could not be looked at is not absent: nothing is written or removed, and the exit status says so.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use super::{assert_settled, build_with, built, state};
use crate::support::{
    AGENDA, DRAFT, Folder, NOTE, TODAY, comment_of, finish, journal, left_out_without,
};

/// Failures that leave a hole in the picture, and the place that is named.
const HOLES: [(&str, &str); 15] = [
    // the error and the call that fails | the place named
    ("13 list", "."),                     // no permission
    ("5 list", "."),                      // input/output error
    ("28 list", "."),                     // no space left
    ("4 list", "."),                      // interrupted, again and again
    ("116 list", "."),                    // stale handle
    ("107 list", "."),                    // not connected
    ("24 list", "."),                     // too many open files
    ("12 list", "."),                     // out of memory
    ("13 folder sub", "sub"),             // no permission
    ("5 folder sub", "sub"),              // input/output error
    ("13 open acme.md", "acme.md"),       // no permission
    ("24 open acme.md", "acme.md"),       // too many open files
    ("23 open acme.md", "acme.md"),       // too many open files in the system
    ("12 open other.md", "sub/other.md"), // out of memory
    ("5 read", "FOLLOWUPS.md"),           // input/output error
];

/// A built journal with something to record, to renew, to remove and to create.
fn pending() -> Folder {
    let folder = journal(&[
        ("acme.md", NOTE),
        ("sub/other.md", &NOTE.replace("Acme", "Other")),
        ("gone.md", NOTE),
    ]);
    folder.build(TODAY);
    let agenda = folder.read(AGENDA);
    let line = agenda.lines().find(|line| line.contains(&comment_of("acme/connect"))).unwrap();
    folder.edit(AGENDA, line, &line.replace("[ ]", "[x]"));
    folder.edit("acme.md", "humane", "shared");
    folder.remove("gone.md");
    folder.write("new.md", NOTE.replace("Acme", "New"));
    folder
}

#[test]
fn a_build_with_a_hole_in_the_picture_changes_nothing_and_says_so() {
    for (fault, place) in HOLES {
        let folder = pending();
        let before = state(&folder);
        for quiet in [&[][..], &["-q"]] {
            let ran = finish(build_with(&folder, "", fault).args(quiet));
            assert_eq!(ran.code, 3, "{fault}: {}", ran.stderr);
            let told =
                format!("error: FOLLOWUPS.md was not written: {place} could not be looked at: ");
            assert!(ran.stderr.contains(&told), "{fault}: {}", ran.stderr);
            assert_eq!(state(&folder), before, "{fault}");
        }
        folder.build(TODAY);
        assert_settled(&folder);
        assert!(folder.read("acme.md").contains("connect: done"), "{fault}");
    }
}

#[test]
fn other_commands_show_what_they_can_and_end_as_a_build_does() {
    let commands = [
        "agenda",
        "agenda --format json",
        "check",
        "check --format github",
        "show acme thank",
        "done acme thank",
        "snooze acme thank --until friday",
        "build --check",
        "build --diff",
        "heard acme rejected",
        "stats",
        "export ics",
        "export json",
        "export log",
    ];
    let faults = ["13 folder sub", "13 open other.md"];
    for (command, fault) in commands.iter().flat_map(|one| faults.map(|fault| (one, fault))) {
        let folder = pending();
        let before = state(&folder);
        let mut program = folder.program("");
        program.args(command.split(' ')).args(["--today", TODAY]);
        let ran = finish(program.env("JOURNAL_FAULT", fault));
        assert_eq!(ran.code, 3, "{command}: {ran:?}");
        let told = format!("{}{}", ran.stdout, ran.stderr);
        assert!(told.contains("could not be looked at: Permission denied"), "{command}: {told}");
        assert_eq!(state(&folder), before, "{command}");
    }
}

#[test]
fn settings_and_templates_that_cannot_be_looked_at_are_holes() {
    let template = "templates/thank-you.md.j2";
    for (path, text, fault) in [
        ("journal.toml", "", "24 open journal.toml"),
        ("journal.toml", "", "13 open journal.toml"),
        (template, "Hi {{ to.first }}", "24 open thank-you.md.j2"),
        (template, "Hi {{ to.first }}", "13 open thank-you.md.j2"),
        (template, "Hi {{ to.first }}", "13 folder templates"),
    ] {
        let folder = journal(&[("acme.md", NOTE), (path, text)]);
        folder.build(TODAY);
        let before = state(&folder);
        let ran = finish(&mut build_with(&folder, "", fault));
        assert_eq!(ran.code, 3, "{fault}: {ran:?}");
        assert!(ran.stderr.contains("not-looked-at"), "{fault}: {ran:?}");
        assert_eq!(state(&folder), before, "{fault}");
    }
}

#[test]
fn a_generated_file_that_may_not_be_read_is_only_in_its_own_way() {
    for path in [AGENDA, DRAFT] {
        let folder = built();
        folder.write("other.md", NOTE.replace("Acme", "Other"));
        let before = folder.read(path);
        let name = folder.at(path).file_name().unwrap().to_owned();
        let fault = format!("13 open {}", name.to_str().unwrap());
        let ran = finish(&mut build_with(&folder, "", &fault));
        assert_eq!(ran.code, 3, "{path}: {ran:?}");
        assert!(ran.stderr.contains(&format!("error: {path} was not written: ")), "{ran:?}");
        assert_eq!(folder.read(path), before);
        assert!(folder.has("other.thank-you.jane-doe.draft.md"), "{path}");
    }
}

#[test]
fn a_folder_or_note_that_may_not_be_read_is_a_hole() {
    let cases = [
        // the path, its mode, and the place that is named
        ("sub", 0o000, "sub"),
        ("sub", 0o300, "sub"),
        ("sub", 0o600, "sub"),
        ("", 0o300, "."),
        ("acme.md", 0o000, "acme.md"),
        ("acme.md", 0o200, "acme.md"),
        ("sub/other.md", 0o000, "sub/other.md"),
    ];
    for (path, mode, place) in cases {
        let folder = pending();
        let Some(mut program) = folder.unprivileged() else { return left_out_without("setpriv") };
        let before = folder.texts();
        let set = |mode| {
            fs::set_permissions(folder.at(path), Permissions::from_mode(mode)).unwrap();
        };
        set(mode);
        let ran = finish(program.args(["build", "--today", TODAY]));
        set(0o755);
        let told = format!("error: FOLLOWUPS.md was not written: {place} could not be looked at: ");
        assert!(ran.stderr.contains(&told), "{path} {mode:o}: {ran:?}");
        assert_eq!(ran.code, 3, "{path} {mode:o}: {ran:?}");
        assert_eq!(folder.texts(), before, "{path} {mode:o}: {ran:?}");
        folder.build(TODAY);
        assert_settled(&folder);
    }
}

/// Its deadlines are still in the agenda, and so is everything else that was.
#[test]
fn a_note_that_has_become_too_large_is_a_hole() {
    let folder = pending();
    folder.write("acme.md", format!("{NOTE}{}", "x\n".repeat(5 << 20)));
    let before = state(&folder);
    for command in ["build", "build -q", "agenda", "check", "done other thank"] {
        let ran = folder.run_on(TODAY, command);
        assert_eq!(ran.code, 3, "{command}: {}", ran.stderr);
        let told = format!("{}{}", ran.stdout, ran.stderr);
        assert!(told.contains("is larger than 8 MiB and was not read"), "{command}: {told}");
        assert!(state(&folder) == before, "{command}");
    }
    folder.write("acme.md", NOTE);
    folder.build(TODAY);
    assert_settled(&folder);
    assert!(folder.read("acme.md").contains("connect: done"));
}
