//! Drafts of notes that are renamed or removed: they move along, or the agenda says how to move them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::acme_and_globex;
use crate::support::{AGENDA, DRAFT, Folder, NOTE, TODAY, journal, note};

#[test]
fn a_renamed_note_takes_its_untouched_drafts_along_and_says_how_to_move_the_others() {
    let folder = acme_and_globex();
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    let edited = folder.read(DRAFT);
    fs::rename(folder.at("acme.md"), folder.at("acme's.md")).unwrap();
    let agenda = folder.build(TODAY);
    assert_eq!(folder.build(TODAY), agenda);
    assert!(!agenda.contains("their follow-ups are over"), "{agenda}");
    assert_eq!(folder.read(DRAFT), edited);
    assert!(!folder.has("acme.connect.draft.md"));
    assert!(folder.has("acme's.connect.draft.md"));
    let command = agenda.split('`').find(|part| part.starts_with("mv ")).unwrap();
    let shell = Command::new("sh").args(["-c", command]).current_dir(folder.path()).status();
    assert!(shell.unwrap().success(), "{command}");
    let agenda = folder.build(TODAY);
    assert_eq!(folder.read("acme's.thank-you.jane-doe.draft.md"), edited);
    assert!(!folder.has(DRAFT));
    assert!(!agenda.contains("Drafts left over"), "{agenda}");
}

#[test]
fn a_letter_to_somebody_whose_name_is_completed_can_move_along() {
    let folder =
        journal(&[("acme.md", &note("interviewers: [Jane <jane@acme.example>, Ann Lee]"))]);
    folder.build(TODAY);
    folder.edit("acme.thank-you.jane.draft.md", "Hi Jane", "Dear Jane");
    folder.edit("acme.md", "Jane <", "Jane Doe <");
    let agenda = folder.build(TODAY);
    assert!(agenda.contains(&format!("`mv 'acme.thank-you.jane.draft.md' '{DRAFT}'`")), "{agenda}");
    assert!(!agenda.contains("their follow-ups are over"), "{agenda}");
    fs::rename(folder.at("acme.thank-you.jane.draft.md"), folder.at(DRAFT)).unwrap();
    let agenda = folder.build(TODAY);
    assert!(folder.read(DRAFT).contains("Dear Jane"));
    assert!(!agenda.contains("Drafts left over"), "{agenda}");
}

#[test]
fn a_draft_left_over_for_good_gets_no_advice_to_move_it() {
    let folder = acme_and_globex();
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    folder.remove("acme.md");
    // Another note with a follow-up of the same name, but to somebody else.
    folder.write("b.md", NOTE.replace("jane@acme.example", "jane@elsewhere.example"));
    folder.build(TODAY);
    let agenda = folder.build(TODAY);
    assert!(agenda.contains("You edited these, and their follow-ups are over"), "{agenda}");
    assert!(!agenda.contains("mv "), "{agenda}");
    assert!(Path::new(&folder.at(DRAFT)).exists());
}

#[test]
fn of_two_drafts_left_over_only_one_has_to_move() {
    let folder = acme_and_globex();
    let other = "globex.thank-you.ann-lee.draft.md";
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    folder.edit(other, "Hi Ann", "Dear Ann");
    fs::rename(folder.at("acme.md"), folder.at("b.md")).unwrap();
    folder.remove("globex.md");
    let agenda = folder.build(TODAY);
    assert!(agenda.contains(&format!("`mv '{DRAFT}' ")), "{agenda}");
    assert!(agenda.contains("\nYou edited the others, and their follow-ups are over"), "{agenda}");
    assert_eq!(folder.build(TODAY), agenda);
    assert!(agenda.ends_with("\n## Your own notes\n"), "{agenda}");
}

#[test]
fn a_renamed_note_takes_its_sent_drafts_along() {
    let folder = acme_and_globex();
    folder.edit("acme.md", "role:", "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:");
    folder.build(TODAY);
    let sent = folder.read(DRAFT);
    assert!(sent.contains("\nsent: 2026-03-03\n"), "{sent}");
    fs::create_dir(folder.at("jobs")).unwrap();
    fs::rename(folder.at("acme.md"), folder.at("jobs/acme 1.md")).unwrap();
    let agenda = folder.build(TODAY);
    let moved = "jobs/acme 1.thank-you.jane-doe.draft.md";
    assert_eq!(folder.read(moved), sent);
    assert!(!folder.has(DRAFT));
    let done = agenda.split("## Done").nth(1).unwrap();
    assert!(done.contains("[draft](jobs/acme%201.thank-you.jane-doe.draft.md)"), "{agenda}");
    assert_eq!(folder.build(TODAY), agenda);
    // Long after, when the agenda no longer lists it.
    fs::rename(folder.at("jobs/acme 1.md"), folder.at("acme.md")).unwrap();
    folder.build("2026-09-01");
    assert_eq!(folder.read(DRAFT), sent);
    assert!(!folder.has(moved));
}

#[test]
fn what_was_sent_to_another_company_or_a_recruiter_moves_along() {
    let records = "acceptance: done 2026-03-20, withdraw/bolt-lead: done 2026-03-21";
    let accepted = format!(
        "role: Nurse; recruiter: Al Orr <al@a.example>; outcome: accepted; outcome_date: 2026-03-20; followups: {{{records}}}"
    );
    let before = accepted.replace(&format!("; followups: {{{records}}}"), "");
    let bolt = note("company: Bolt; role: Lead; interviewers: [Kim Soto <k@b.example>]");
    let folder = journal(&[("a.md", &note(&before)), ("b.md", &bolt)]);
    folder.build("2026-03-21");
    folder.write("a.md", note(&accepted));
    folder.build("2026-03-21");
    fs::rename(folder.at("a.md"), folder.at("acme nurse.md")).unwrap();
    let agenda = folder.build("2026-03-22");
    for kind in ["acceptance", "withdraw.bolt-lead"] {
        assert!(!folder.has(&format!("a.{kind}.draft.md")), "{kind}");
        assert!(folder.has(&format!("acme nurse.{kind}.draft.md")), "{kind}");
        assert!(agenda.contains(&format!("(acme%20nurse.{kind}.draft.md)")), "{agenda}");
    }
    assert_eq!(folder.build("2026-03-22"), agenda);
}

#[test]
fn a_sent_draft_follows_no_note_that_says_something_else() {
    type Change = fn(&str) -> String;
    let others: [(&str, Change); 3] = [
        ("another day", |note| note.replace("done 2026-03-03", "done 2026-03-04")),
        ("another person", |note| {
            note.replace("Jane Doe", "Ann Lee").replace("jane-doe", "ann-lee")
        }),
        ("not done", |note| note.replace("done 2026-03-03", "skipped 2026-03-03")),
    ];
    for (what, change) in others {
        let folder = acme_and_globex();
        folder.edit("acme.md", "role:", "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:");
        folder.build(TODAY);
        let sent = folder.read(DRAFT);
        folder.write("other.md", change(&folder.read("acme.md")));
        folder.remove("acme.md");
        folder.build(TODAY);
        assert_eq!(folder.read(DRAFT), sent, "{what}");
    }
}

#[test]
fn an_edited_draft_that_was_sent_is_listed_with_the_command_that_moves_it() {
    let folder = acme_and_globex();
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    folder.edit("acme.md", "role:", "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:");
    folder.build(TODAY);
    fs::rename(folder.at("acme.md"), folder.at("b.md")).unwrap();
    let agenda = folder.build(TODAY);
    let command = format!("`mv '{DRAFT}' 'b.thank-you.jane-doe.draft.md'`");
    assert!(agenda.contains(&command), "{agenda}");
}

/// A note with a task, and what its agenda says first about its thank-you and the task.
fn tarry(role: &str) -> String {
    let fields = "company: Tarry; interviewers: [Ute Vogel <ute@iris.example>]";
    note(&format!("{fields}; role: {role}")) + "\n- [ ] Send the slides\n"
}

const UTE: &str = "**Thank Ute Vogel**";
const SLIDES: &str = "**Send the slides**";

/// Ticks the line with these words in the agenda as it is.
fn tick(folder: &Folder, words: &str) {
    folder.edit(AGENDA, &format!("- [ ] {words}"), &format!("- [x] {words}"));
}

#[test]
fn a_tick_counts_for_a_note_that_was_renamed_meanwhile() {
    type Touch = fn(&str) -> String;
    let without_comments = |agenda: &str| {
        let lines = agenda.lines().map(|line| line.split(" <!--").next().unwrap());
        lines.map(|line| format!("{line}\n")).collect()
    };
    let touches: [(&str, Touch); 2] =
        [("as it is", str::to_owned), ("without comments", without_comments)];
    for (how, touch) in touches {
        for (day, to) in [(TODAY, "b.md"), ("2026-03-05", "old jobs/a.md")] {
            let folder = journal(&[("a.md", &tarry("Dev")), ("z.md", NOTE)]);
            folder.write(AGENDA, touch(&folder.build(TODAY)));
            folder.write(to, folder.read("a.md"));
            folder.remove("a.md");
            tick(&folder, UTE);
            tick(&folder, SLIDES);
            let ran = folder.run_on(day, "build");
            assert!(ran.stderr.contains(&format!("recorded: thank Ute Vogel ({to})")), "{ran:?}");
            let sent = format!("{}.thank-you.ute-vogel.draft.md", to.strip_suffix(".md").unwrap());
            assert!(folder.read(&sent).contains(&format!("\nsent: {day}\n")), "{how}");
            assert_eq!(folder.drafts().iter().filter(|path| path.starts_with("a.")).count(), 0);
            let now = folder.read(to);
            assert!(now.contains(&format!("thank-you/ute-vogel: done {day}")), "{how}: {now}");
            assert!(now.contains("- [x] Send the slides"), "{how}: {now}");
            let agenda = folder.build(day);
            assert!(!agenda.contains("not recorded"), "{how}: {agenda}");
            assert!(agenda.ends_with("\n## Your own notes\n"), "{how}: {agenda}");
            assert!(agenda.contains(&format!("[draft]({})", sent.replace(' ', "%20"))), "{agenda}");
            assert_eq!(folder.build(day), agenda, "{how}");
        }
    }
}

#[test]
fn a_done_line_of_a_note_that_was_renamed_can_be_unticked() {
    let record = "followups: {thank-you/ute-vogel: done 2026-03-02}; role";
    let text = tarry("Dev").replace("role", &record.replace("; ", "\n"));
    for (mark, expected) in [("[ ]", None), ("[-]", Some("skipped 2026-03-03"))] {
        let folder = journal(&[("a.md", &text)]);
        folder.build(TODAY);
        fs::rename(folder.at("a.md"), folder.at("b.md")).unwrap();
        folder.edit(AGENDA, &format!("- [x] {UTE}"), &format!("- {mark} {UTE}"));
        let agenda = folder.build(TODAY);
        let now = folder.read("b.md");
        assert!(!now.contains("done 2026-03-02"), "{now}");
        assert!(expected.is_none_or(|record| now.contains(record)), "{now}");
        assert!(!agenda.contains("not recorded"), "{agenda}");
    }
}

#[test]
fn a_tick_is_given_to_the_note_that_had_no_line_yet() {
    let folder =
        journal(&[("a.md", &tarry("Dev")), ("c.md", &tarry("Ops").replace("03-02", "03-01"))]);
    folder.build(TODAY);
    tick(&folder, &format!("{UTE} · Tarry, Dev"));
    fs::rename(folder.at("a.md"), folder.at("b.md")).unwrap();
    let agenda = folder.build(TODAY);
    assert!(folder.read("b.md").contains("thank-you/ute-vogel: done"), "{agenda}");
    assert!(!folder.read("c.md").contains("done"), "{agenda}");
    assert!(!agenda.contains("not recorded"), "{agenda}");
}

#[test]
fn a_tick_that_may_be_about_two_notes_is_said_until_one_is_done() {
    let folder = journal(&[("a.md", &tarry("Dev"))]);
    folder.build(TODAY);
    tick(&folder, UTE);
    tick(&folder, SLIDES);
    fs::rename(folder.at("a.md"), folder.at("b.md")).unwrap();
    folder.write("c.md", tarry("Ops").replace("03-02", "03-01"));
    let ran = folder.run_on(TODAY, "build");
    for said in [
        "the tick for a/thank-you/ute-vogel could not be recorded: a.md is gone",
        "help: write `thank-you/ute-vogel: done 2026-03-03` under `followups:`, or delete the line;",
        "the tick for Send the slides could not be recorded: a.md is gone",
    ] {
        assert!(ran.stderr.contains(said), "{said}: {ran:?}");
    }
    assert_eq!(folder.run_on(TODAY, "check").code, 1);
    let agenda = folder.build("2026-03-04");
    assert!(agenda.contains(&format!("- [x] {UTE}")) && agenda.contains("2 problems"), "{agenda}");
    assert!(!folder.read("b.md").contains("done") && !folder.read("c.md").contains("done"));
    folder.edit("c.md", "role", "followups: {thank-you/ute-vogel: done 2026-03-03}\nrole");
    folder.edit("c.md", "[ ] Send", "[x] Send");
    let agenda = folder.build("2026-03-04");
    assert!(!agenda.contains("not recorded"), "{agenda}");
    assert!(agenda.contains(&format!("- [ ] {UTE}")), "{agenda}");
    let now = folder.read("b.md");
    assert!(!now.contains("done") && now.contains("[ ] Send"), "{now}");
}

#[test]
fn a_tick_for_what_is_no_more_is_said_and_can_be_deleted() {
    let folder = journal(&[("a.md", &tarry("Dev")), ("z.md", NOTE)]);
    folder.build(TODAY);
    tick(&folder, "**Find out when Tarry");
    folder.remove("a.md");
    let agenda = folder.build(TODAY);
    let said = "the tick for a/find-out/decision-window could not be recorded: a.md is gone";
    assert!(agenda.contains(said), "{agenda}");
    let lines = agenda.lines().filter(|line| !line.starts_with("- [x] **Find out when Tarry"));
    folder.write(AGENDA, lines.map(|line| format!("{line}\n")).collect::<String>());
    let agenda = folder.build(TODAY);
    assert!(!agenda.contains("not recorded") && !agenda.contains("not-recorded"), "{agenda}");
}

/// Set in the same step, or before.
#[test]
fn a_mark_of_the_user_s_own_goes_along_with_a_renamed_note() {
    for (mark, is_built_between) in [("/", false), ("/", true), (">", false)] {
        let folder = acme_and_globex();
        let agenda = folder.build(TODAY);
        let is_it = |line: &&str| line.contains("Thank Jane Doe** · Acme");
        let line = agenda.lines().find(is_it).unwrap().to_owned();
        folder.edit(AGENDA, &line, &line.replace("[ ]", &format!("[{mark}]")));
        if is_built_between {
            folder.build(TODAY);
        }
        fs::rename(folder.at("acme.md"), folder.at("acme's.md")).unwrap();
        for _ in 0..2 {
            let agenda = folder.build(TODAY);
            let line = agenda.lines().find(is_it).unwrap();
            assert!(line.starts_with(&format!("- [{mark}] ")), "{line}");
            assert_eq!(agenda.matches(&format!("[{mark}]")).count(), 1, "{agenda}");
        }
    }
}
