//! Builds with nothing to do, builds that only look, and builds elsewhere: the same notes give the same bytes.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use super::{assert_settled, build, built, state};
use crate::support::{DRAFT, Folder, NOTE, TODAY, finish, journal, left_out_without};

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
    let Some(mut program) = folder.unprivileged() else { return left_out_without("setpriv") };
    let mode = |mode| fs::set_permissions(folder.path(), Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let before = state(&folder);
    let ran = finish(program.args(["build", "--today", TODAY]));
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert!(ran.stderr.contains(DRAFT), "{}", ran.stderr);
    assert_eq!(state(&folder), before);
    mode(0o755);
    folder.build(TODAY);
    assert_settled(&folder);
}
