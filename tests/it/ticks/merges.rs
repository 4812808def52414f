//! Merges of the agenda: they resolve themselves and lose nothing.

use super::{acme_and_globex, own, tick};
use crate::support::{AGENDA, Folder, TODAY};

fn commit(folder: &Folder) {
    folder.git("", &["add", "-A"]);
    folder.git("", &["commit", "-q", "-m", "x"]);
}

#[test]
fn lines_that_one_side_built_the_next_day_are_not_the_users() {
    let folder = acme_and_globex();
    folder.git("", &["init", "-q", "-b", "main"]);
    commit(&folder);
    folder.git("", &["checkout", "-q", "-b", "other"]);
    folder.build("2026-03-04");
    commit(&folder);
    folder.git("", &["checkout", "-q", "main"]);
    tick(&folder, "globex/thank-you/ann-lee", 'x');
    commit(&folder);
    folder.try_git("", &["merge", "-q", "other"]);
    let agenda = folder.build("2026-03-04");
    assert!(folder.read("globex.md").contains("thank-you/ann-lee: done 2026-03-04"));
    assert_eq!(own(&agenda), "", "{agenda}");
}

/// Two branches, each with a tick and words of its own, built or not before they were committed; then their merge.
fn merged(style: &str, is_built: bool, attributes: &str) -> (Folder, bool) {
    let folder = acme_and_globex();
    if !attributes.is_empty() {
        folder.write(".gitattributes", attributes);
    }
    folder.write(AGENDA, folder.read(AGENDA) + "\nof both\n");
    folder.git("", &["init", "-q", "-b", "main"]);
    folder.git("", &["config", "merge.conflictStyle", style]);
    commit(&folder);
    folder.git("", &["checkout", "-q", "-b", "other"]);
    let change = |id: &str, words: &str, day: &str| {
        tick(&folder, id, 'x');
        let agenda = folder.read(AGENDA);
        folder.write(AGENDA, agenda + words);
        folder.edit(AGENDA, "\n## ", &format!("\nup here: {words}\n## "));
        if is_built {
            folder.build(day);
        }
        commit(&folder);
    };
    change("globex/thank-you/ann-lee", "theirs\n", "2026-03-04");
    folder.git("", &["checkout", "-q", "main"]);
    change("acme/thank-you/jane-doe", "ours\n", TODAY);
    let is_clean = folder.try_git("", &["merge", "-q", "other"]).code == 0;
    (folder, is_clean)
}

#[test]
fn a_merge_resolves_itself_and_loses_nothing() {
    for style in ["merge", "diff3", "zdiff3"] {
        for is_built in [false, true] {
            let (folder, is_clean) = merged(style, is_built, "");
            assert!(!is_clean, "{style}, {is_built}: there is a conflict to resolve");
            let conflicted = folder.read(AGENDA);
            assert!(conflicted.contains("<<<<<<<"), "{conflicted}");
            let agenda = folder.build("2026-03-04");
            assert_resolved(&folder, &agenda, &format!("{style}, built: {is_built}\n{conflicted}"));
        }
    }
}

#[test]
fn a_union_merge_resolves_itself_too() {
    for is_built in [false, true] {
        let (folder, is_clean) = merged("merge", is_built, "FOLLOWUPS.md merge=union\n");
        assert!(is_clean);
        let mixed = folder.read(AGENDA);
        let agenda = folder.build("2026-03-04");
        assert_resolved(&folder, &agenda, &format!("union, built: {is_built}\n{mixed}"));
    }
}

fn assert_resolved(folder: &Folder, agenda: &str, how: &str) {
    for mark in ["<<<<<<<", "|||||||", "=======", ">>>>>>>"] {
        assert!(!agenda.contains(mark), "{how}\n{agenda}");
    }
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done 2026-03-0"), "{how}");
    assert!(folder.read("globex.md").contains("thank-you/ann-lee: done 2026-03-0"), "{how}");
    let mut lines: Vec<&str> = own(agenda).lines().filter(|line| !line.is_empty()).collect();
    lines.sort_unstable();
    let expected = ["of both", "ours", "theirs", "up here: ours", "up here: theirs"];
    assert_eq!(lines, expected, "{how}\n{agenda}");
    assert_eq!(agenda.matches("# Follow-ups for ").count(), 1);
    assert_eq!(folder.build("2026-03-04"), agenda);
}

#[test]
fn an_agenda_is_whole_again_whatever_a_merge_took() {
    // One side took the other's file, or cut it in half.
    let folder = acme_and_globex();
    let agenda = folder.read(AGENDA);
    for at in [0, 40, agenda.len() / 2, agenda.len() - 3] {
        folder.write(AGENDA, &agenda[..at]);
        let again = folder.build(TODAY);
        assert!(again.starts_with(agenda.split("## Your own notes").next().unwrap()), "{again}");
    }
}
