//! What is written, and what never is: drafts and the agenda between the program, the user, and accidents.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use journal::draft::is_as_generated;

use crate::support::{AGENDA, DRAFT, Folder, NOTE, Random, TODAY, finish, journal};

/// A journal with one note, built.
fn built() -> Folder {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build(TODAY);
    folder
}

/// Nothing is left to do, and no temporary file is left behind.
fn assert_settled(folder: &Folder) {
    let ran = folder.run_on(TODAY, "build --check");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    assert_eq!(temporaries(folder), [""; 0]);
}

fn temporaries(folder: &Folder) -> Vec<String> {
    folder.files().into_iter().filter(|path| path.contains(".journal-tmp-")).collect()
}

/// Every file's inode, mode, time stamps and content.
fn state(folder: &Folder) -> BTreeMap<String, (u64, u32, i64, i64, Vec<u8>)> {
    let of = |path: String| {
        let at = folder.at(&path);
        let metadata = at.symlink_metadata().unwrap();
        let text = if metadata.is_file() { fs::read(&at).unwrap() } else { Vec::new() };
        let changed = metadata.ctime() * 1_000_000_000 + metadata.ctime_nsec();
        let modified = metadata.mtime() * 1_000_000_000 + metadata.mtime_nsec();
        (path, (metadata.ino(), metadata.mode(), changed, modified, text))
    };
    folder.files().into_iter().map(of).collect()
}

/// A build, to be run in a folder below in an unusual way.
fn build(folder: &Folder, below: &str) -> Command {
    let mut command = folder.program(below);
    command.args(["build", "--today", TODAY]);
    command
}

// Drafts

type Happening = fn(&Folder);
type Edit = fn(&str) -> String;

/// What becomes of a note while its draft is the user's.
const EVENTS: [(&str, Happening); 7] = [
    ("changes", |folder| folder.edit("acme.md", "humane", "shared")),
    ("closes", |folder| {
        folder.edit("acme.md", "role:", "outcome: rejected\noutcome_date: 2026-03-03\nrole:");
    }),
    ("is skipped", |folder| {
        folder.edit(
            "acme.md",
            "role:",
            "followups: {thank-you/jane-doe: skipped 2026-03-03}\nrole:",
        );
    }),
    ("is removed", |folder| folder.remove("acme.md")),
    ("moves", |folder| fs::rename(folder.at("acme.md"), folder.at("moved.md")).unwrap()),
    ("becomes unreadable", |folder| folder.write("acme.md", b"---\ncompany: \xff\n---\n")),
    ("is cut to nothing", |folder| folder.write("acme.md", "")),
];

#[test]
fn a_draft_of_the_users_is_never_changed_whatever_becomes_of_its_note() {
    let edits: [(&str, Edit); 8] = [
        ("edited", |text| text.replace("Hi Jane", "Dear Jane")),
        ("emptied", |_| String::new()),
        ("left with a line feed", |_| "\n".to_owned()),
        ("appended to", |text| format!("{text}\nPS: see you!\n")),
        ("cut", |text| text[..text.len() - 1].to_owned()),
        ("converted to CRLF", |text| text.replace('\n', "\r\n")),
        ("given a byte-order mark", |text| format!("\u{feff}{text}")),
        ("stripped of its head", |text| text.rsplit("---\n").next().unwrap().to_owned()),
    ];
    for (edit, edited) in edits {
        for (event, happen) in EVENTS {
            let folder = built();
            let draft = edited(&folder.read(DRAFT));
            folder.write(DRAFT, &draft);
            let before = state(&folder).remove(DRAFT);
            for day in [TODAY, "2026-03-04"] {
                folder.build(day);
            }
            happen(&folder);
            for day in ["2026-03-04", "2026-04-30"] {
                folder.build(day);
                assert_eq!(folder.read(DRAFT), draft, "{edit}, then its note {event}");
            }
            assert_eq!(state(&folder).remove(DRAFT), before, "{edit}, then its note {event}");
        }
    }
}

#[test]
fn an_untouched_draft_is_renewed_or_removed_with_its_note() {
    let expected = [
        ("changes", true),
        ("closes", true),
        ("is skipped", false),
        ("is removed", false),
        ("moves", false),
        ("becomes unreadable", true),
        ("is cut to nothing", false),
    ];
    for ((event, happen), (named, stays)) in EVENTS.into_iter().zip(expected) {
        assert_eq!(event, named);
        let folder = built();
        happen(&folder);
        folder.build(TODAY);
        assert_eq!(folder.has(DRAFT), stays, "its note {event}");
        if stays {
            assert!(is_as_generated(&folder.read(DRAFT)), "its note {event}");
        }
        assert_settled(&folder);
    }
}

#[test]
fn an_untouched_draft_lapses_with_its_follow_up() {
    let folder = built();
    assert!(folder.has(DRAFT));
    folder.build("2026-04-30");
    assert!(!folder.has(DRAFT));
}

#[test]
fn a_deleted_draft_comes_back_while_its_follow_up_is_open() {
    let folder = built();
    let draft = folder.read(DRAFT);
    folder.remove(DRAFT);
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), draft);
}

#[test]
fn a_done_draft_stays_as_the_record_of_what_was_sent() {
    let folder = built();
    let draft = folder.read(DRAFT);
    let done = "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:";
    folder.edit("acme.md", "role:", done);
    folder.edit("acme.md", "humane", "shared");
    for day in [TODAY, "2026-03-04", "2026-05-30"] {
        folder.build(day);
        assert_eq!(folder.read(DRAFT), draft);
    }
    folder.remove(DRAFT);
    folder.build(TODAY);
    assert!(!folder.has(DRAFT), "what is done needs no draft");
}

#[test]
fn a_draft_does_not_depend_on_the_day() {
    let folder = built();
    let draft = folder.read(DRAFT);
    for day in ["2026-03-02", "2026-03-05", "2026-03-15"] {
        folder.build(day);
        assert_eq!(folder.read(DRAFT), draft);
    }
}

#[test]
fn a_copy_of_a_draft_under_another_name_is_the_users() {
    let folder = built();
    let draft = folder.read(DRAFT);
    for copy in ["copy.draft.md", "acme.thank-you.jane-doe.draft copy.md", "acme.draft.md"] {
        folder.write(copy, &draft);
        folder.remove("acme.md");
        folder.build(TODAY);
        assert_eq!(folder.read(copy), draft, "{copy}");
        folder.write("acme.md", NOTE);
        folder.build(TODAY);
    }
}

#[test]
fn an_edited_draft_without_a_follow_up_is_listed_as_left_over() {
    let folder = built();
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    folder.remove("acme.md");
    let agenda = folder.build(TODAY);
    let left_over = agenda.split("## Drafts left over").nth(1).unwrap();
    assert!(left_over.contains(&format!("]({DRAFT})")), "{agenda}");
}

#[test]
fn a_draft_is_known_whatever_its_line_ends() {
    let conversions: [fn(String) -> String; 2] =
        [|text| text.replace('\n', "\r\n"), |text| format!("\u{feff}{text}")];
    for convert in conversions {
        let folder = built();
        folder.write(DRAFT, convert(folder.read(DRAFT)));
        let agenda = folder.build(TODAY);
        assert!(!agenda.contains("in-the-way"), "{agenda}");
        folder.remove("acme.md");
        let agenda = folder.build(TODAY);
        assert!(agenda.contains("## Drafts left over"), "{agenda}");
    }
}

#[test]
fn a_draft_in_another_encoding_is_an_edited_draft() {
    let folder = built();
    folder.write(DRAFT, b"---\nfollowup: thank-you/jane-doe\n---\nCaf\xe9\n");
    assert_eq!(folder.run_on(TODAY, "build").code, 0);
}

#[test]
fn the_drafts_of_a_note_that_is_too_large_wait() {
    let folder = built();
    folder.write("acme.md", format!("{NOTE}{}", "x\n".repeat(5 << 20)));
    folder.build(TODAY);
    assert!(folder.has(DRAFT));
}

// The agenda

#[test]
fn a_hand_written_agenda_keeps_its_text() {
    for text in ["# My list\n\n- call Jane\n", "no line feed", "\u{feff}# Mine\r\n\r\n* x\r\n"] {
        let folder = journal(&[("acme.md", NOTE), (AGENDA, text)]);
        let agenda = folder.build(TODAY);
        let own = agenda.split("## Your own notes\n").nth(1).unwrap();
        let lines = |text: &str| -> Vec<String> {
            let text = text.trim_start_matches('\u{feff}');
            text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        assert_eq!(lines(own), lines(text));
        assert_settled(&folder);
    }
}

#[test]
fn lines_written_anywhere_move_to_the_own_section_once_and_in_order() {
    let folder = built();
    let lines = folder.read(AGENDA).lines().count();
    for seed in 1..=20 {
        let folder = built();
        let mut random = Random(seed);
        let agenda = folder.read(AGENDA);
        let mut places: Vec<usize> = (0..3).map(|_| random.below(lines)).collect();
        places.sort_unstable();
        let mut text = String::new();
        for (at, line) in agenda.lines().enumerate() {
            for (number, place) in places.iter().enumerate() {
                if *place == at {
                    text.push_str(&format!("mine {number}\n"));
                }
            }
            text.push_str(line);
            text.push('\n');
        }
        folder.write(AGENDA, &text);
        let agenda = folder.build(TODAY);
        let own = agenda.split("## Your own notes\n").nth(1).unwrap();
        let own: Vec<&str> = own.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(own, ["mine 0", "mine 1", "mine 2"], "at {places:?}");
        assert_settled(&folder);
        assert_eq!(folder.build("2026-03-09").matches("mine").count(), 3);
        assert_eq!(folder.build(TODAY), agenda, "nothing moves twice");
    }
}

#[test]
fn the_own_section_stays_to_the_byte() {
    for own in ["", "\n", "x", "\r\n  as it stands\t \n\n\n## Overdue\n- [ ] mine", "<!--\n```\n"] {
        let folder = built();
        let text = folder.read(AGENDA) + own;
        folder.write(AGENDA, &text);
        assert_settled(&folder);
        folder.write("other.md", NOTE.replace("Acme", "Other"));
        let agenda = folder.build("2026-03-05");
        assert!(agenda.ends_with(&format!("## Your own notes\n{own}")), "{own:?}: {agenda}");
    }
}

#[test]
fn formatters_and_ticks_add_nothing_to_the_own_section() {
    let folder = built();
    let agenda = folder.read(AGENDA);
    let formatted = agenda.replace("| --- |", "| :---: |").replace("- [ ]", "* [ ]");
    folder.write(AGENDA, formatted.replace('\n', "\r\n"));
    assert_eq!(folder.build(TODAY).trim_end(), agenda.trim_end());
    folder.write(AGENDA, formatted.replace("* [ ]", "* [x]"));
    let ticked = folder.build(TODAY);
    assert!(ticked.ends_with("## Your own notes\n"), "{ticked}");
}

// What is in the way

type Put = fn(&Path);

/// Puts something that is no file at a path.
const OBSTACLES: [(&str, Put); 6] = [
    ("a folder", |path| fs::create_dir(path).unwrap()),
    ("a folder with a file in it", |path| {
        fs::create_dir(path).unwrap();
        fs::write(path.join("x"), "mine").unwrap();
    }),
    ("a FIFO", |path| {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        mknodat(CWD, path, FileType::Fifo, Mode::from_raw_mode(0o644), 0).unwrap();
    }),
    ("a link to a file inside", |path| symlink("acme.md", path).unwrap()),
    ("a link to a file outside", |path| {
        let outside = path.parent().unwrap().join("../outside.md");
        symlink(outside, path).unwrap();
    }),
    ("a dangling link", |path| symlink("nowhere.md", path).unwrap()),
];

#[test]
fn what_stands_in_the_way_is_left_alone_and_named() {
    for path in [AGENDA, DRAFT] {
        for (what, put) in OBSTACLES {
            let outer = journal(&[("outside.md", "outside"), ("j/acme.md", NOTE)]);
            let root = outer.at("j");
            put(&root.join(path));
            let before = state(&outer);
            let ran = finish(&mut build(&outer, "j"));
            assert_eq!(ran.code, 3, "{what} at {path}: {}", ran.stderr);
            assert!(ran.stderr.contains(path), "{what} at {path}: {}", ran.stderr);
            let after = state(&outer);
            for (path, was) in &before {
                assert_eq!(after.get(path), Some(was), "{what}: {path}");
            }
            let other = if path == AGENDA { DRAFT } else { AGENDA };
            assert!(root.join(other).is_file(), "{what} at {path} keeps {other} away");
            assert!(!root.join("nowhere.md").exists());
            assert_eq!(temporaries(&outer), [""; 0]);
        }
    }
}

#[test]
fn a_file_of_the_users_at_a_drafts_path_is_left_alone_and_no_failure() {
    let folder = journal(&[("acme.md", NOTE), (DRAFT, "mine")]);
    let agenda = folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), "mine");
    assert!(agenda.contains("in-the-way"), "{agenda}");
    assert_settled(&folder);
}

#[test]
fn a_file_in_the_way_is_no_failure_whatever_its_name() {
    let folder = journal(&[("a  b.md", NOTE), ("a  b.thank-you.jane-doe.draft.md", "mine")]);
    assert_eq!(folder.run_on(TODAY, "build").code, 0);
}

#[test]
fn hard_links_are_not_written_through() {
    let folder = built();
    for path in [DRAFT, AGENDA] {
        fs::hard_link(folder.at(path), folder.at(&format!("{path}.linked"))).unwrap();
    }
    let before = [DRAFT, AGENDA].map(|path| folder.read(path));
    folder.edit("acme.md", "humane", "shared");
    folder.build("2026-03-04");
    for (path, before) in [DRAFT, AGENDA].into_iter().zip(before) {
        assert_ne!(folder.read(path), before);
        assert_eq!(folder.read(&format!("{path}.linked")), before);
    }
}

#[test]
fn modes_are_kept() {
    for mode in [0o600, 0o640, 0o444] {
        let folder = built();
        for path in [DRAFT, AGENDA] {
            fs::set_permissions(folder.at(path), Permissions::from_mode(mode)).unwrap();
        }
        folder.edit("acme.md", "humane", "shared");
        folder.build("2026-03-04");
        assert!(folder.read(DRAFT).contains("shared"));
        for path in [DRAFT, AGENDA] {
            let now = folder.at(path).metadata().unwrap().mode() & 0o7777;
            assert_eq!(now, mode, "{path}");
        }
    }
}

#[test]
fn a_link_to_a_folder_outside_is_not_gone_into() {
    let outer = journal(&[("outside/other.md", NOTE), ("j/acme.md", NOTE)]);
    symlink("../outside", outer.at("j/sub")).unwrap();
    symlink("..", outer.at("j/loop")).unwrap();
    assert_eq!(finish(&mut build(&outer, "j")).code, 0);
    let files = outer.files();
    let outside: Vec<_> = files.iter().filter(|path| path.starts_with("outside/")).collect();
    assert_eq!(outside, ["outside/other.md"]);
    assert!(!fs::read_to_string(outer.at("j/FOLLOWUPS.md")).unwrap().contains("other"));
}

// Nothing to do, nothing but a look, and always the same

#[test]
fn nothing_to_do_touches_nothing() {
    let folder = built();
    let before = state(&folder);
    let folders = folder.path().metadata().unwrap().modified().unwrap();
    for _ in 0..3 {
        folder.build(TODAY);
    }
    assert_eq!(state(&folder), before);
    assert_eq!(folder.path().metadata().unwrap().modified().unwrap(), folders);
}

#[test]
fn check_diff_and_agenda_write_nothing() {
    let folder = built();
    folder.edit("acme.md", "humane", "shared");
    folder.write("new.md", NOTE.replace("Acme", "New"));
    folder.write(".journal-tmp-12345678.tmp", "left over");
    let before = state(&folder);
    for line in ["build --check", "build --diff", "agenda"] {
        folder.run_on(TODAY, line);
    }
    assert_eq!(state(&folder), before);
    assert!(!folder.has("new.thank-you.jane-doe.draft.md"));
}

#[test]
fn the_same_notes_give_the_same_bytes_everywhere() {
    let mut notes: Vec<(String, String)> = ["Zeta", "acme", "Ökostrom", "acme", "Beta"]
        .iter()
        .enumerate()
        .map(|(at, name)| (format!("{at}/{name}.md"), NOTE.replace("Acme Robotics", name)))
        .collect();
    notes.push(("bad.md".into(), "---\ncompany: [\n---\n".into()));
    let places = [
        ("UTC", "C", "022"),
        ("Pacific/Kiritimati", "de_DE.UTF-8", "077"),
        ("America/Adak", "tr_TR.UTF-8", "002"),
    ];
    let mut all = Vec::new();
    for (zone, locale, umask) in places {
        let folder = Folder::new();
        for (path, text) in &notes {
            folder.write(path, text);
        }
        notes.rotate_left(2);
        let mut program = folder.program_after(&format!("umask {umask}"));
        program.args(["build", "--today", TODAY]);
        program.envs([("TZ", zone), ("LC_ALL", locale), ("LANG", locale)]);
        assert_eq!(finish(&mut program).code, 0);
        all.push(folder.texts());
    }
    assert_eq!(all[0], all[1]);
    assert_eq!(all[0], all[2]);
}

#[test]
fn history_leaves_no_trace() {
    let fresh = built();
    let folder = journal(&[("other.md", &NOTE.replace("Jane", "Kim"))]);
    folder.build("2026-03-02");
    folder.write("acme.md", NOTE.replace("humane", "shared"));
    folder.build("2026-03-20");
    folder.remove("other.md");
    folder.build("2026-03-04");
    folder.write("acme.md", NOTE);
    folder.build(TODAY);
    assert_eq!(folder.texts(), fresh.texts());
}

#[test]
fn nothing_is_written_outside_the_journal() {
    let outer = journal(&[("j/acme.md", NOTE)]);
    for empty in ["home", "tmp"] {
        fs::create_dir(outer.at(empty)).unwrap();
    }
    for change in ["humane", "shared", "small"] {
        outer.write("j/acme.md", NOTE.replace("humane", change));
        let mut command = build(&outer, "j");
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"] {
            command.env(name, outer.at("home"));
        }
        command.env("TMPDIR", outer.at("tmp"));
        assert_eq!(finish(&mut command).code, 0);
    }
    assert!(outer.files().iter().all(|path| path.starts_with("j/")), "{:?}", outer.files());
}

#[test]
fn a_read_only_folder_is_named_and_left_as_it_is() {
    let folder = built();
    folder.edit("acme.md", "humane", "shared");
    let mode = |mode| fs::set_permissions(folder.path(), Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    if fs::write(folder.at("probe"), "").is_ok() {
        mode(0o755);
        return; // root may write everywhere
    }
    let before = state(&folder);
    let ran = folder.run_on(TODAY, "build");
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert!(ran.stderr.contains(DRAFT), "{}", ran.stderr);
    assert_eq!(state(&folder), before);
    mode(0o755);
    folder.build(TODAY);
    assert_settled(&folder);
}

// Accidents

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
fn what_is_kept_beside_is_told() {
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
    assert_eq!(
        folder.files(),
        ["FOLLOWUPS.md", "acme.connect.jane-doe.draft.md", "acme.md", DRAFT]
    );
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
        return; // needs root and a file system with the flag
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
    // Only the superuser can choose how long the process id is.
    let allowed = Command::new("unshare")
        .args(["-pf", "--mount-proc", "true"])
        .stderr(Stdio::null())
        .status();
    if !allowed.is_ok_and(|status| status.success()) {
        return;
    }
    let mut unshare = Command::new("unshare");
    let script = "echo 1234567 > /proc/sys/kernel/ns_last_pid; \"$0\" build --today 2026-03-03";
    unshare.args(["-pf", "--mount-proc", "/bin/sh", "-c", script, env!("CARGO_BIN_EXE_journal")]);
    unshare.current_dir(folder.path());
    let ran = finish(&mut unshare);
    assert_eq!(temporaries(&folder), [""; 0]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn a_kill_at_any_moment_leaves_every_file_whole() {
    let folder = Folder::new();
    let note = |at: u64, word: u64| {
        folder.write(&format!("{at}.md"), NOTE.replace("humane", &format!("humane {word}")));
    };
    (0..10).for_each(|at| note(at, 0));
    folder.build(TODAY);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 1..=40 {
        (0..10).for_each(|at| note(at, round));
        let mut child =
            build(&folder, "").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random.below(15_000) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        for draft in folder.drafts() {
            assert!(is_as_generated(&folder.read(&draft)), "{draft}");
        }
        assert_eq!(folder.drafts().len(), 20, "never absent in between");
        assert!(folder.read(AGENDA).ends_with("\n## Your own notes\n"));
        assert!(folder.read("0.md").ends_with(&format!("humane {round}.\n")));
    }
    folder.build(TODAY);
    assert_settled(&folder);
    let kept: Vec<_> = folder.files().into_iter().filter(|path| path.contains("kept")).collect();
    assert_eq!(kept, [""; 0], "all of it was generated");
}

#[test]
fn the_users_last_word_survives_every_race() {
    let folder = built();
    let (original, mut random) = (folder.read(DRAFT), Random(7));
    for round in 0..300 {
        // The draft is the program's, and wants to be renewed; then the user saves while the program runs.
        folder.write(DRAFT, &original);
        folder.write("acme.md", NOTE.replace("humane", &format!("humane {round}")));
        let words = format!("{original}edit {round}\n");
        let beside = folder.at("beside");
        let mut child =
            build(&folder, "").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let (start, delay) = (Instant::now(), Duration::from_micros(random.below(25_000) as u64));
        while start.elapsed() < delay {
            std::thread::yield_now();
        }
        if round % 2 == 0 {
            folder.write(DRAFT, &words);
        } else {
            fs::write(&beside, &words).unwrap();
            fs::rename(&beside, folder.at(DRAFT)).unwrap();
        }
        child.wait().unwrap();
        let survives = |path: &String| folder.read(path) == words;
        let places: Vec<String> =
            folder.files().into_iter().filter(|path| path.contains("thank-you")).collect();
        assert!(places.iter().any(survives), "edit {round} is lost");
        for path in places.iter().filter(|path| path.contains(".kept-")) {
            folder.remove(path);
        }
    }
    assert_eq!(temporaries(&folder), [""; 0]);
}

#[test]
fn builds_at_the_same_time_agree() {
    let folder = built();
    for round in 0..20 {
        for at in 0..4 {
            folder.write(&format!("{at}.md"), NOTE.replace("humane", &format!("humane {round}")));
        }
        let start = || {
            let mut command = build(&folder, "");
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        };
        for child in [start(), start(), start()] {
            let output = child.wait_with_output().unwrap();
            // Whoever never got a turn says so; what counts is that nothing is half done.
            let stderr = String::from_utf8(output.stderr).unwrap();
            let gave_up = stderr.contains("another program keeps changing it");
            assert!(output.status.success() || gave_up, "{stderr}");
        }
        folder.build(TODAY);
        assert_settled(&folder);
    }
    assert!(!folder.files().iter().any(|path| path.contains("kept")), "{:?}", folder.files());
}

#[test]
fn a_build_waits_for_another_one_that_is_writing() {
    let folder = built();
    folder.edit("acme.md", "humane", "shared");
    let held = fs::File::open(folder.at(DRAFT)).unwrap();
    held.lock().unwrap();
    let child = build(&folder, "").stderr(Stdio::piped()).spawn().unwrap();
    // As long as a slow disk may take to write a file.
    std::thread::sleep(Duration::from_millis(200));
    drop(held);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_settled(&folder);
}

/// A small file system of its own, gone at the end.
struct Disk(PathBuf);

impl Disk {
    fn mount(at: PathBuf) -> Option<Disk> {
        fs::create_dir(&at).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&at).stderr(Stdio::null());
        mount.status().is_ok_and(|status| status.success()).then_some(Disk(at))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_leaves_the_old_files_whole_and_is_mended_by_the_next_build() {
    let outer = Folder::new();
    let Some(_disk) = Disk::mount(outer.at("disk")) else { return };
    outer.write("disk/acme.md", NOTE);
    assert_eq!(finish(&mut build(&outer, "disk")).code, 0);
    let old = outer.texts();
    outer.write("disk/acme.md", NOTE.replace("humane", "shared"));
    let mut ballast = fs::File::create(outer.at("disk/ballast")).unwrap();
    while std::io::Write::write_all(&mut ballast, &[0; 512]).is_ok() {}
    drop(ballast);

    let full = finish(&mut build(&outer, "disk"));
    assert_eq!(full.code, 3, "{}", full.stderr);
    assert!(full.stderr.contains("No space left"), "{}", full.stderr);
    for path in [DRAFT, AGENDA] {
        let path = format!("disk/{path}");
        assert_eq!(outer.read(&path), old[&path]);
    }
    assert_eq!(temporaries(&outer), [""; 0]);

    outer.remove("disk/ballast");
    assert_eq!(finish(&mut build(&outer, "disk")).code, 0);
    assert!(outer.read(&format!("disk/{DRAFT}")).contains("shared"));
    let mut check = build(&outer, "disk");
    check.arg("--check");
    assert_eq!(finish(&mut check).code, 0);
}
