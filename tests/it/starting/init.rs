//! `init`: it makes a journal, adds only what is missing, and leaves alone what is there.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use snapbox::{assert_data_eq, str};

use super::A_MONDAY;
use crate::support::{AGENDA, DRAFT, Folder, NOTE, TODAY, finish, journal, left_out_without};

#[test]
fn init_starts_a_journal_from_which_build_gives_an_agenda() {
    let folder = Folder::new();
    let ran = folder.run_on(A_MONDAY, "init");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
made journal.toml: every setting, as a comment with its default
made .gitattributes: how git should treat the agenda and drafts
made 2026-03-16-example-robotics.md: a first note to try
next: `journal build`; FOLLOWUPS.md then says what is due

"#]]
    );
    let note = "2026-03-16-example-robotics.md";
    assert_eq!(folder.files(), [".gitattributes", note, "journal.toml"]);
    let ran = folder.run_on(A_MONDAY, "build");
    assert_data_eq!(
        ran.stderr,
        str![[r#"
1 coming up · 4 after today's interview · 1 from your notes · 1 open (FOLLOWUPS.md written, 4 new drafts)

"#]]
    );
    let draft = folder.read("2026-03-16-example-robotics.thank-you.jane-doe.draft.md");
    assert!(draft.contains("The firmware build that went from 40 minutes to 6"), "{draft}");
    assert!(!folder.read("FOLLOWUPS.md").contains("## Problems"));
    folder.remove(note);
    folder.build(A_MONDAY);
    assert_eq!(folder.drafts(), [""; 0]);
}

#[test]
fn init_run_again_does_nothing_and_says_so() {
    let folder = Folder::new();
    for part in [&["init", "--templates"][..], &["build"]] {
        assert_eq!(folder.run_words_on(A_MONDAY, part).code, 0);
    }
    let before = folder.texts();
    let ran = folder.run_on("2026-03-17", "init --templates");
    assert_eq!(ran.code, 0);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
nothing to do: this is a journal already
next: `journal build`; or `journal new COMPANY`

"#]]
    );
    assert_eq!(folder.texts(), before);
}

#[test]
fn init_makes_the_folder_that_it_is_given() {
    let folder = Folder::new();
    let ran = folder.run_on(A_MONDAY, "init a/jobs");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.stderr
            .ends_with("next: `journal build` in a/jobs; FOLLOWUPS.md then says what is due\n")
    );
    assert!(folder.has("a/jobs/journal.toml"));
    assert_eq!(folder.run_on(A_MONDAY, "-C b init -q").stderr, "");
    let ran = folder.run_on(A_MONDAY, "-C b init .");
    assert!(
        ran.stderr.ends_with("next: `journal build` in b; or `journal new COMPANY`\n"),
        "{ran:?}"
    );
    assert!(folder.has("b/journal.toml") && !folder.has("journal.toml"));
    folder.write("file", "");
    let ran = folder.run_on(A_MONDAY, "init file");
    assert_eq!((ran.code, folder.read("file").as_str()), (2, ""));
}

#[test]
fn init_adds_to_a_journal_of_notes_only_what_is_missing() {
    let folder = journal(&[("old/acme.md", NOTE), (".obsidian/app.json", "{}")]);
    assert_eq!(folder.run_on(A_MONDAY, "init").code, 0);
    assert_eq!(folder.files(), [".obsidian/app.json", "journal.toml", "old/acme.md"]);
    // A note that can't be used is one, and settings that are there stay.
    let unusable = "---\ncompany: [\n---\n";
    let folder = journal(&[("x.md", unusable), ("journal.toml", ""), (".git/HEAD", "")]);
    assert_eq!(folder.run_on(A_MONDAY, "init").code, 0);
    assert_eq!(folder.files(), [".git/HEAD", ".gitattributes", "journal.toml", "x.md"]);
    assert_eq!(folder.read("journal.toml"), "");
}

#[test]
fn init_brings_no_first_note_back_and_nothing_for_git_where_there_is_none() {
    let folder = Folder::new();
    folder.run_on(A_MONDAY, "init");
    folder.remove("2026-03-16-example-robotics.md");
    let ran = folder.run_on(A_MONDAY, "init");
    assert_eq!(ran.stderr.lines().next(), Some("nothing to do: this is a journal already"));
    assert_eq!(folder.files(), [".gitattributes", "journal.toml"]);
    let folder = journal(&[(".obsidian/app.json", "{}"), ("Books.md", "# Books\n")]);
    folder.run_on(A_MONDAY, "init");
    let made = [".obsidian/app.json", "2026-03-16-example-robotics.md", "Books.md", "journal.toml"];
    assert_eq!(folder.files(), made);
}

#[test]
fn init_offers_to_map_the_files_that_are_there_and_writes_it_only_if_agreed() {
    let talk = "---\norg: Acme\ndate: 2026-03-02\ncontacts: [Jane Doe]\n---\n";
    let folder = journal(&[("talk.md", talk)]);
    // There is nobody to ask.
    let ran = folder.run_on(TODAY, "init");
    assert_eq!(ran.code, 0);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
to make notes of the files here, journal.toml would say:

[fields]
company = ["org"]
interviewers = ["contacts"]

with it: 1 note, 1 process, 1 follow-up today
nothing was written; `journal init --yes` writes it, and you can change it then

"#]]
    );
    assert_eq!(folder.files(), ["talk.md"]);
    let ran = folder.run_on(TODAY, "init --yes");
    assert_eq!(ran.code, 0);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
to make notes of the files here, journal.toml would say:

[fields]
company = ["org"]
interviewers = ["contacts"]

with it: 1 note, 1 process, 1 follow-up today
made journal.toml: these lines, and every other setting as a comment
next: `journal build`; FOLLOWUPS.md then says what is due

"#]]
    );
    assert_eq!(folder.files(), ["journal.toml", "talk.md"]);
    let settings = folder.read("journal.toml");
    assert!(settings.contains("\n[fields]\ncompany = [\"org\"]\n"), "{settings}");
    assert_eq!(folder.read("talk.md"), talk);
    assert!(folder.build(TODAY).contains("**Thank Jane Doe**"));
    // Every other setting is there, and can be changed as ever.
    let whole: Vec<&str> = settings.lines().filter(|line| line.starts_with("#[")).collect();
    assert!(whole.len() > 10, "{whole:?}");
    folder.edit("journal.toml", "#[notes]", "[notes]\nwhere = [\"elsewhere/**\"]");
    assert!(!folder.build(TODAY).contains("Jane Doe"));
}

#[test]
fn an_order_of_dates_stands_above_all_sections() {
    let talk = "---\ncompany: Acme\ndate: 13/03/2026\n---\n";
    let folder = journal(&[("talk.md", talk)]);
    assert_eq!(folder.run_on(A_MONDAY, "init --yes").code, 0);
    let settings = folder.read("journal.toml");
    assert!(
        settings.contains("dates are reported.\ndates = \"day first\"\n\n# Your name"),
        "{settings}"
    );
    assert_eq!(folder.run_on(A_MONDAY, "check").code, 0);
}

#[test]
fn init_leaves_an_existing_gitattributes_and_names_what_it_lacks() {
    let mine = "* text=auto\n*.draft.md  -merge  eol=lf text\n";
    let folder = journal(&[(".gitattributes", mine), ("journal.toml", "")]);
    let ran = folder.run_on(A_MONDAY, "init");
    assert_eq!((ran.code, folder.read(".gitattributes").as_str()), (0, mine));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
.gitattributes is yours and was left alone; add to it:
  /FOLLOWUPS.md text eol=lf merge=union
nothing to do: this is a journal already
next: `journal build`; or `journal new COMPANY`

"#]]
    );
}

#[test]
fn init_names_what_stands_in_the_way_and_leaves_it() {
    let folder = journal(&[
        ("elsewhere/x", ""),
        (".gitattributes/x", ""),
        ("acme.md", NOTE),
        (".git/x", ""),
    ]);
    symlink("elsewhere", folder.at("templates")).unwrap();
    let ran = folder.run_on(A_MONDAY, "init --templates -q");
    assert_eq!(ran.code, 3);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: templates was not written: a link stands where journal would write; it was left alone, so move it elsewhere
error: .gitattributes was not written: a folder stands where journal would write; it was left alone, so move it elsewhere
once that is put right, run this again

"#]]
    );
    assert_eq!(fs::read_dir(folder.at("elsewhere")).unwrap().count(), 1);
    let folder = journal(&[("target", ""), (".git/x", "")]);
    symlink("target", folder.at(".gitattributes")).unwrap();
    assert_eq!(folder.run_on(A_MONDAY, "init").code, 3);
    assert_eq!(folder.read("target"), "");
}

#[test]
fn init_needs_settings_that_can_be_read_and_starts_no_journal_within_one_unasked() {
    let folder = journal(&[("journal.toml", "nonsense"), ("sub/x", "")]);
    let ran = folder.run_on(A_MONDAY, "init");
    assert_eq!((ran.code, folder.files().len()), (2, 2), "{ran:?}");
    assert_eq!(finish(folder.program("sub").arg("init")).code, 2);
    assert_eq!(folder.files().len(), 2);
    let ran = folder.run_on(A_MONDAY, "init sub");
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("reads this folder too; list it there under `ignore`"), "{ran:?}");
    assert!(folder.has("sub/journal.toml"));
    // A build in there says it, too, unless the journal around it ignores it.
    for (settings, is_told) in [("", true), ("ignore = [\"sub\"]\n", false)] {
        folder.write("journal.toml", settings);
        let ran = folder.run_on(A_MONDAY, "build sub");
        assert_eq!(ran.stderr.contains("reads this folder too"), is_told, "{ran:?}");
    }
}

#[test]
fn init_that_may_not_write_says_so() {
    let folder = journal(&[("shut/x", "")]);
    let Some(mut program) = folder.unprivileged() else { return left_out_without("setpriv") };
    fs::set_permissions(folder.at("shut"), fs::Permissions::from_mode(0o555)).unwrap();
    assert_eq!(finish(program.args(["init", "shut", "--today", A_MONDAY])).code, 3);
    fs::set_permissions(folder.at("shut"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn copied_templates_change_nothing_until_they_are_edited() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build(TODAY);
    assert_eq!(folder.run_on(A_MONDAY, "init --templates").code, 0);
    let ran = folder.run_on(TODAY, "build --check");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    folder.edit("templates/thank-you.md.j2", "Thank you", "Many thanks");
    assert_eq!(folder.run_on(TODAY, "build --check").code, 1);
}

#[test]
fn git_keeps_the_bytes_and_a_merge_leaves_no_marks() {
    let folder = journal(&[("acme.md", NOTE)]);
    // Line ends are another machine's by habit.
    let git = |line: &str| {
        let words = ["-c", "core.autocrlf=true"].into_iter().chain(line.split(' '));
        folder.try_git("", &words.collect::<Vec<_>>()).code == 0
    };
    assert!(git("init -q -b main"));
    assert_eq!(folder.run_on(A_MONDAY, "init").code, 0);
    folder.build(TODAY);
    let commit = |name: &str| {
        assert!(git("add -A"));
        assert!(git(&format!("commit -qm {name}")));
    };
    commit("one");
    // Read out again, with other line ends as the machine's habit.
    for path in [AGENDA, DRAFT] {
        folder.remove(path);
    }
    assert!(git("checkout -q ."));
    assert_eq!(folder.run_on(TODAY, "build --check").code, 0);
    // Both branches change the note, and so what is generated from it.
    for (branch, role) in [("left", "Left engineer"), ("right", "Right engineer")] {
        assert!(git(&format!("checkout -q -b {branch} main")));
        folder.edit("acme.md", "Backend engineer", role);
        folder.build(TODAY);
        commit(branch);
    }
    assert!(!git("merge -q left"));
    let draft = folder.read(DRAFT);
    assert!(draft.contains("Right engineer") && !draft.contains("<<<<"), "{draft}");
    assert!(!folder.read(AGENDA).contains("<<<<"));
    // Once the note is settled, everything generated is.
    folder.write("acme.md", NOTE);
    folder.build(TODAY);
    assert!(folder.read(DRAFT).contains("Backend engineer"));
    assert!(folder.read(AGENDA).ends_with("## Your own notes\n"));
}

#[test]
fn init_takes_the_users_name_and_address_from_git() {
    for (settings, expected, told) in [
        (
            "[user]\nname = Zoë \\\"Z\\\" Ek\nemail = zoe@me.example\n",
            "[me]\nname = \"Zoë \\\"Z\\\" Ek\"\nemail = \"zoe@me.example\"\n#phone",
            "your name and address come from git's settings: Zoë \"Z\" Ek, zoe@me.example; change them in journal.toml\n",
        ),
        // Nobody reads what is sent there.
        (
            "[user]\nname = Zoë\nemail = 1+zoe@users.noreply.github.com\n",
            "[me]\nname = \"Zoë\"\n#email = \"\"\n",
            "your name comes from git's settings: Zoë; they have no address to be reached at, so add it as `email` in journal.toml\n",
        ),
        ("", "#[me]\n#name = \"\"\n#email = \"\"\n", ""),
    ] {
        let folder = Folder::new();
        folder.git("", &["init", "--quiet"]);
        let own = folder.read(".git/config") + settings;
        folder.write(".git/config", own);
        let ran = folder.run_on(A_MONDAY, "init");
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(folder.read("journal.toml").contains(expected), "{}", folder.read("journal.toml"));
        assert_eq!(ran.stderr.contains("git's settings: "), !told.is_empty(), "{ran:?}");
        assert!(ran.stderr.contains(told), "{ran:?}");
        assert_eq!(folder.run_on(A_MONDAY, "build").code, 0);
    }
}
