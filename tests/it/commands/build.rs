//! `build` as it is typed, with `--check`, `--diff`, `-v` and `-q`.

use std::process::{Command, Stdio};

use snapbox::{assert_data_eq, str};

use super::{AFTER_DECISION, acme, acme_and_globex};
use crate::support::{NOTE, TODAY, journal, left_out_without};

#[test]
fn build_says_what_it_did_and_what_is_wrong() {
    let folder = acme_and_globex();
    let ran = folder.run_on(AFTER_DECISION, "build");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
warning[unknown-window]: the decision window "soonish" is not understood and counts as none
 --> globex.md:5:18
  |
5 | decision_window: soonish
  |                  ^^^^^^^
  |
  = help: write it in one of these forms: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown
1 overdue · 1 today · 2 in the next 7 days · 1 worth doing · 1 to find out · 1 from your notes · 2 open · 1 problem (FOLLOWUPS.md written, 4 new drafts)

"#]]
    );
    let ran = folder.run_on(AFTER_DECISION, "build");
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.ends_with(" · 1 problem (nothing to write)\n"), "{}", ran.stderr);
    folder.edit("acme.md", "Backend", "Frontend");
    folder.remove("globex.md");
    let ran = folder.run_on(AFTER_DECISION, "build");
    assert_data_eq!(
        ran.stderr,
        str![[r#"
1 overdue · 1 in the next 7 days · 1 worth doing · 1 from your notes · 1 open (FOLLOWUPS.md written, 3 renewed drafts, 1 removed draft)

"#]]
    );
}

#[test]
fn build_v_names_the_files() {
    let folder = acme_and_globex();
    std::os::unix::fs::symlink("nowhere.md", folder.at("link.md")).unwrap();
    folder.write("acme.connect.draft.md", "mine");
    folder.remove("globex.md");
    let ran = folder.run_on(AFTER_DECISION, "build -v");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
warning[in-the-way]: acme.connect.draft.md: a file of yours is in the way; it was left alone
 |
 = help: move it elsewhere, then run `journal build` again
passed over: link.md (a link)
create: acme.status-check.1.draft.md
create: acme.thank-you.jane-doe.draft.md
create: FOLLOWUPS.md
1 overdue · 1 in the next 7 days · 1 worth doing · 1 from your notes · 1 open · 1 problem (FOLLOWUPS.md written, 2 new drafts)

"#]]
    );
}

#[test]
fn build_q_reports_nothing_but_failures() {
    let folder = acme_and_globex();
    let ran = folder.run_on(AFTER_DECISION, "-q build");
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
    let folder = journal(&[("acme.md", &acme()), ("FOLLOWUPS.md/x", "in the way")]);
    let ran = folder.run_on(AFTER_DECISION, "build -q");
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: FOLLOWUPS.md was not written: a folder is in the way; it was left alone
  once that is put right, run `journal build` again

"#]]
    );
}

#[test]
fn check_lists_what_would_change_and_exits_with_one() {
    let folder = acme_and_globex();
    let ran = folder.run_on(AFTER_DECISION, "build --check");
    assert_eq!(ran.code, 1);
    assert_data_eq!(
        ran.stdout,
        str![[r#"
would create acme.connect.draft.md
would create acme.status-check.1.draft.md
would create acme.thank-you.jane-doe.draft.md
would create globex.recruiter-thanks.draft.md
would create FOLLOWUPS.md

"#]]
    );
    assert!(ran.stderr.starts_with("warning[unknown-window]"), "{}", ran.stderr);
    folder.build(AFTER_DECISION);
    let ran = folder.run_on(AFTER_DECISION, "build --check");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));

    folder.edit("acme.md", "Backend", "Frontend");
    folder.remove("globex.md");
    let ran = folder.run_on(AFTER_DECISION, "build --check");
    assert_eq!(ran.code, 1);
    assert_data_eq!(
        ran.stdout,
        str![[r#"
would renew acme.connect.draft.md
would renew acme.status-check.1.draft.md
would renew acme.thank-you.jane-doe.draft.md
would remove globex.recruiter-thanks.draft.md
would renew FOLLOWUPS.md

"#]]
    );
    let ran = folder.run_on(AFTER_DECISION, "build --check -q");
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (1, "", ""));
}

#[test]
fn check_finds_an_obstacle() {
    let folder = journal(&[("acme.md", &acme()), ("FOLLOWUPS.md/x", "in the way")]);
    assert_eq!(folder.run_on(AFTER_DECISION, "build").code, 3);
    assert_eq!(folder.run_on(AFTER_DECISION, "build --check").code, 1);
}

#[test]
fn diff_shows_what_would_change() {
    let folder = acme_and_globex();
    for (kind, words) in [("thank-you", "the {{ role }} talk"), ("recruiter-thanks", "you")] {
        let template = format!("Subject: Thanks\n\nHi,\n\nThank you for {words}.\n");
        folder.write(&format!("templates/{kind}.md.j2"), template);
    }
    folder.build(AFTER_DECISION);
    let ran = folder.run_on(AFTER_DECISION, "build --diff");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    folder.edit("acme.md", "Backend", "Frontend");
    folder.remove("globex.md");
    let ran = folder.run_on(AFTER_DECISION, "build --diff");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let drafts = ran.stdout.split("--- a/acme.thank-you.jane-doe.draft.md\n").nth(1).unwrap();
    let (drafts, agenda) = drafts.split_once("--- a/FOLLOWUPS.md\n").unwrap();
    assert_data_eq!(
        drafts,
        str![[r#"
+++ b/acme.thank-you.jane-doe.draft.md
@@ -3,12 +3,12 @@
 to: Jane Doe <jane@acme.example>
 subject: Thanks
 due: 2026-03-03
-generated: e58c4cbac9c6d8dd75a7a6c08946d8a5
+generated: fae0539dd1074c68d35035a4ab93b98c
 ---
 
 Hi,
 
-Thank you for the Backend engineer talk.
+Thank you for the Frontend engineer talk.
 
 <!-- Not sent. From your note:
 
--- a/globex.recruiter-thanks.draft.md
+++ /dev/null
@@ -1,11 +0,0 @@
----
-followup: recruiter-thanks
-to: Sam Lee <sam@globex.example>
-subject: Thanks
-due: 2026-03-09
-generated: d9aec5cee29178a28d915276f835751c
----
-
-Hi,
-
-Thank you for you.

"#]]
    );
    assert!(agenda.starts_with("+++ b/FOLLOWUPS.md\n@@ "), "{agenda}");
    assert_eq!(folder.run_on(AFTER_DECISION, "build --diff --check").code, 1);
}

#[test]
fn a_diff_is_a_patch_that_applies() {
    let folder = acme_and_globex();
    folder.build(AFTER_DECISION);
    folder.edit("acme.md", "Backend", "Frontend");
    folder.write("new.md", acme().replace("Acme", "New"));
    folder.remove("globex.md");
    let patch = folder.run_on(AFTER_DECISION, "build --diff").stdout;
    folder.write("changes.patch", patch);
    let mut apply = Command::new("git");
    apply.args(["apply", "changes.patch"]).current_dir(folder.path()).stdout(Stdio::null());
    let Ok(status) = apply.status() else { return left_out_without("git") };
    assert!(status.success());
    let ran = folder.run_on(AFTER_DECISION, "build --check");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
}

#[test]
fn a_folder_without_a_note_is_told_where_to_look() {
    let said = |files: &[(&str, &str)]| {
        let ran = journal(files).run_on(TODAY, "build");
        assert_eq!(ran.code, 0);
        ran.stderr.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let page = ("a.md", "# A page\n");
    let one = "the Markdown file here is not a note; `journal check` says what a note needs";
    let two = "none of the 2 Markdown files here is a note; `journal check` says what a note needs";
    assert_eq!(said(&[page]), [one]);
    assert_eq!(said(&[page, ("b.md", "---\norg: Acme\n---\n")]), [two]);
    assert_eq!(said(&[page, ("b.md", NOTE)]), [""; 0]);
    assert_eq!(said(&[("README.md", "# Read me\n")]), [""; 0]);
    assert_eq!(said(&[]), [""; 0]);
    assert_eq!(journal(&[page]).run_on(TODAY, "build -q").stderr, "");
}
