//! `undo` without words: the last record, as far as records tell which that is.

use snapbox::{assert_data_eq, str};

use crate::support::{AGENDA, Folder, journal, note};

/// The day of all these commands, a Tuesday.
const TODAY: &str = "2026-03-10";

/// A note with these records, each on a line of its own.
fn with(records: &str) -> String {
    let records = records.replace("; ", "\n  ");
    note(&format!(
        "interviewers: [Jane Doe <jane@acme.example>]\nrole: Dev\nfollowups:\n  {records}"
    ))
}

/// Runs `undo`, which must end with this status, and gives its messages.
fn undo(folder: &Folder, code: i32) -> String {
    let ran = folder.run_on(TODAY, "undo");
    assert_eq!((ran.code, ran.stdout.as_str()), (code, ""), "{ran:?}");
    ran.stderr
}

#[test]
fn the_only_record_of_the_newest_day_is_taken_back() {
    let before = with("connect: skipped 2026-03-06");
    let folder = journal(&[("acme.md", &before)]);
    folder.build(TODAY);
    assert_eq!(folder.run_on(TODAY, "done jane thank --on yesterday").code, 0);
    assert_data_eq!(
        undo(&folder, 0),
        str![[r#"
Thank Jane Doe · Acme, Dev: open again (acme.md)
  it was done 2026-03-09; to record that again: journal done 6cf184ed --on 2026-03-09

"#]]
    );
    assert_eq!(folder.read("acme.md"), before);
    // The command that it names makes the record once more.
    assert_eq!(folder.run_on(TODAY, "done 6cf184ed --on 2026-03-09").code, 0);
    assert_eq!(
        folder.read("acme.md"),
        with("connect: skipped 2026-03-06; thank-you/jane-doe: done 2026-03-09")
    );
    // From one to the next, until nothing is left.
    undo(&folder, 0);
    assert_data_eq!(
        undo(&folder, 0),
        str![[r#"
Connect with Jane Doe · Acme, Dev: open again (acme.md)
  it was skipped 2026-03-06; to record that again: journal skip ed2a5c06 --on 2026-03-06

"#]]
    );
    assert_data_eq!(
        undo(&folder, 2),
        str![[r#"
error: nothing is recorded as done, skipped or put off, so there is nothing to take back

"#]]
    );
}

#[test]
fn of_several_on_one_day_none_is_taken_back() {
    let acme = with("connect: skipped 2026-03-09; thank-you/jane-doe: done 2026-03-09");
    let globex = with("connect: done 2026-03-08").replace("Acme", "Globex");
    let folder = journal(&[("acme.md", &acme), ("globex.md", &globex)]);
    folder.build(TODAY);
    let before = folder.texts();
    assert_data_eq!(
        undo(&folder, 2),
        str![[r#"
error: any of these may have been recorded last; take back the one you mean:
  journal undo 6cf184ed  Thank Jane Doe · Acme, Dev · done 2026-03-09
  journal undo ed2a5c06  Connect with Jane Doe · Acme, Dev · skipped 2026-03-09

"#]]
    );
    assert_eq!(folder.texts(), before);
    assert_eq!(folder.run_on(TODAY, "undo 6cf184ed").code, 0);
    assert_eq!(folder.read("acme.md"), with("connect: skipped 2026-03-09"));
}

#[test]
fn a_record_whose_day_tells_little_is_not_passed_over() {
    #[rustfmt::skip]
    let cases = [
        // the records | those that can be the last
        // Put off after the newest day, or before it: the day in such a record is a day to come.
        ("connect: snoozed until 2026-03-12; thank-you/jane-doe: done 2026-03-04", "connect, thank-you"),
        ("connect: snoozed until 2026-03-06; thank-you/jane-doe: done 2026-03-04", "connect, thank-you"),
        ("connect: snoozed until 2026-03-06; thank-you/jane-doe: done 2026-03-06", "thank-you"),
        ("connect: snoozed until 2026-03-12",                                      "connect"),
        // A day to come, which the user or another clock wrote.
        ("connect: done 2026-03-11; thank-you/jane-doe: done 2026-03-04",          "connect, thank-you"),
        ("connect: done 2026-03-11; thank-you/jane-doe: done 2026-03-10",          "connect, thank-you"),
        ("connect: done 2026-03-11",                                               "connect"),
    ];
    for (records, expected) in cases {
        let folder = journal(&[("acme.md", &with(records))]);
        folder.build(TODAY);
        let is_one = !expected.contains(',');
        let told = undo(&folder, if is_one { 0 } else { 2 });
        let last: Vec<&str> = [("connect", "Connect with"), ("thank-you", "Thank Jane")]
            .into_iter()
            .filter(|(_, title)| told.contains(title))
            .map(|(kind, _)| kind)
            .collect();
        assert_eq!(last.join(", "), expected, "{records}: {told}");
        let is_kept = folder.read("acme.md") == with(records);
        assert_eq!(is_kept, !is_one, "{records}");
    }
}

#[test]
fn what_cant_be_recorded_again_as_it_was_is_only_said() {
    for (record, said) in [
        (
            "snoozed until 2026-03-12",
            "; to record that again: journal snooze ed2a5c06 --until 2026-03-12\n",
        ),
        ("snoozed until 2026-03-09", "  it was snoozed until 2026-03-09\n"),
        ("done 2026-03-11", "  it was done 2026-03-11\n"),
    ] {
        let folder = journal(&[("acme.md", &with(&format!("connect: {record}")))]);
        let told = undo(&folder, 0);
        assert!(told.ends_with(said), "{told}");
    }
}

#[test]
fn a_tick_that_waits_is_the_newest_record() {
    let before = with("connect: done 2026-03-09");
    let folder = journal(&[("acme.md", &before)]);
    folder.build(TODAY);
    folder.edit(AGENDA, "- [ ] **Thank Jane", "- [x] **Thank Jane");
    let told = undo(&folder, 0);
    assert!(told.contains("Thank Jane Doe") && told.contains("it was done 2026-03-10"), "{told}");
    assert_eq!(folder.read("acme.md"), before);
    assert!(folder.read(AGENDA).contains("- [ ] **Thank Jane"));
}

#[test]
fn what_is_no_record_of_a_follow_up_is_not_taken_back() {
    let folder = journal(&[("acme.md", &(note("role: Dev") + "\n- [ ] Send the form\n"))]);
    folder.build(TODAY);
    folder.edit(AGENDA, "- [ ] **Send the form", "- [x] **Send the form");
    folder.build(TODAY);
    assert_eq!(folder.run_on(TODAY, "heard acme rejected").code, 0);
    let before = folder.read("acme.md");
    assert!(before.contains("[x] Send") && before.contains("outcome: rejected"), "{before}");
    undo(&folder, 2);
    assert_eq!(folder.read("acme.md"), before);
}

#[test]
fn a_record_that_newer_word_has_overtaken_is_not_passed_over() {
    let offer =
        note("recruiter: Sam Lee <sam@acme.example>\noutcome: offer\noutcome_date: 2026-03-09");
    let folder = journal(&[("acme.md", &offer)]);
    assert_eq!(folder.run_on(TODAY, "done offer thank").code, 0);
    assert_eq!(folder.run_on(TODAY, "skip how the interviews").code, 0);
    folder.edit("acme.md", "outcome: offer", "outcome: accepted");
    assert_data_eq!(
        undo(&folder, 2),
        str![[r#"
error: any of these may have been recorded last; take back the one you mean:
  journal undo 99834bde  Thank Sam Lee for the offer · Acme · done 2026-03-10
  journal undo acme/offer-feedback  offer-feedback · Acme · skipped 2026-03-10

"#]]
    );
    let ran = folder.run_on(TODAY, "undo acme/offer-feedback");
    assert_eq!(
        (ran.code, ran.stderr.as_str()),
        (0, "offer-feedback · Acme: open again (acme.md)\n")
    );
    let told = undo(&folder, 0);
    assert!(told.starts_with("Thank Sam Lee for the offer · Acme: open again"), "{told}");
    assert!(!folder.read("acme.md").contains("offer-"));
}

/// It stays where it was done, as long as nothing asks for it anew.
#[test]
fn an_answer_is_taken_back_after_the_note_of_the_next_round() {
    for (fields, news) in [
        ("applied: 2026-02-20; date:; outcome: next round; outcome_date: 2026-03-09", "next-round"),
        ("date: 2026-03-02; outcome: hiring manager; outcome_date: 2026-03-09", "hiring-manager"),
        ("date: 2026-03-02; outcome: next round", "next-round"),
    ] {
        let answered = format!("role: Dev; recruiter: Sam Lee; {fields}; followups:");
        let folder = journal(&[("acme.md", &note(&answered))]);
        folder.build(TODAY);
        assert_eq!(folder.run_on(TODAY, "done acme answer").code, 0);
        let new = "new --from acme --date 2026-03-16 --round screen";
        assert_eq!(folder.run_on(TODAY, new).code, 0);
        let agenda = folder.build(TODAY);
        assert!(agenda.contains("- [x] **Answer Sam Lee about the"), "{agenda}");
        folder.write(AGENDA, agenda.replace("- [x] **Answer", "- [ ] **Answer"));
        let agenda = folder.build(TODAY);
        assert!(!agenda.contains("**Answer"), "{agenda}");
        assert!(!folder.read("acme.md").contains(news), "{agenda}");
        folder.edit("acme.md", "followups:", &format!("followups:\n  {news}: done 2026-03-09"));
        let ran = folder.run_on(TODAY, "undo acme answer");
        assert!(ran.stderr.contains("open again (acme.md)"), "{ran:?}");
    }
}

/// What was said to other processes has no line any more once the offer is answered.
#[test]
fn what_has_no_line_any_more_is_taken_back_by_its_words() {
    let offer = note(
        "role: Dev\nrecruiter: Sam Lee\noutcome: accepted\noutcome_date: 2026-03-10\nfollowups:\n  \
         offer-elsewhere/beta-dev: done 2026-03-09\n  offer-elsewhere/cyan-dev: done 2026-03-09",
    );
    let other = |company| note(&format!("company: {company}; role: Dev; recruiter: Bo Ek"));
    let files = [("acme.md", &*offer), ("b.md", &other("Beta")), ("c.md", &other("Cyan"))];
    let folder = journal(&files);
    folder.build(TODAY);
    // They fit two of them, or none.
    for words in ["undo tell offer", "undo tell globex"] {
        let ran = folder.run_on(TODAY, words);
        assert_eq!((ran.code, folder.read("acme.md")), (2, offer.clone()), "{ran:?}");
    }
    let ran = folder.run_on(TODAY, "undo tell beta");
    let said = "offer-elsewhere/beta-dev · Acme, Dev: open again (acme.md)\n";
    assert_eq!((ran.code, &*ran.stderr), (0, said));
    assert_eq!(
        folder.read("acme.md"),
        offer.replace("  offer-elsewhere/beta-dev: done 2026-03-09\n", "")
    );
}

#[test]
fn what_was_heard_since_is_named_with_its_note() {
    let folder = journal(&[("acme.md", &with("connect: done 2026-03-09"))]);
    assert_eq!(folder.run_on(TODAY, "heard acme rejected").code, 0);
    let before = folder.read("acme.md");
    assert_data_eq!(
        undo(&folder, 2),
        str![[r#"
error: any of these may have been recorded last; take back the one you mean:
  journal undo ed2a5c06  Connect with Jane Doe · Acme, Dev · done 2026-03-09
  edit acme.md  `outcome: rejected` · Acme, Dev · of 2026-03-10

"#]]
    );
    assert_eq!(folder.read("acme.md"), before);
    // What was heard before the last record is not in question.
    let before = with("connect: done 2026-03-10").replace(
        "followups",
        "updates:\n  - {date: 2026-03-09, decision_window: 1 week}\nfollowups",
    );
    let folder = journal(&[("acme.md", &before)]);
    assert!(undo(&folder, 0).starts_with("Connect with"));
}

#[test]
fn an_answer_that_a_follow_up_wrote_is_named_with_its_note() {
    let folder = journal(&[("acme.md", &note("date: 2026-01-20\ninterviewers: [Jane Doe]"))]);
    let ran = folder.run_on(TODAY, "done let acme go");
    assert_data_eq!(
        ran.stderr,
        str![[r#"
Let Acme go · Acme: wrote `outcome: no_response` and `outcome_date: 2026-03-10` (acme.md)
  if that was a mistake, correct it there

"#]]
    );
    assert_data_eq!(
        undo(&folder, 2),
        str![[r#"
error: news isn't taken back by a command; correct it in its note:
  edit acme.md  `outcome: no_response` · Acme · of 2026-03-10

"#]]
    );
    // Nor is it passed over.
    let globex = with("connect: done 2026-03-09").replace("Acme", "Globex");
    folder.write("globex.md", &globex);
    assert_data_eq!(
        undo(&folder, 2),
        str![[r#"
error: any of these may have been recorded last; take back the one you mean:
  journal undo b4df1c9c  Connect with Jane Doe · Globex, Dev · done 2026-03-09
  edit acme.md  `outcome: no_response` · Acme · of 2026-03-10

"#]]
    );
    assert_eq!(folder.read("globex.md"), globex);
}

#[test]
fn what_has_no_record_is_not_opened_again() {
    let folder = journal(&[("acme.md", &with("connect: done 2026-03-09"))]);
    let before = folder.texts();
    for words in ["acme/thank-you/jane-doe", "6cf184ed", "jane thank"] {
        let ran = folder.run_words_on(TODAY, &["undo", words]);
        assert_data_eq!(
            ran.stderr,
            str![[r#"
error: Thank Jane Doe · Acme, Dev: nothing is recorded, so there is nothing to take back

"#]]
        );
        assert_eq!((ran.code, folder.texts()), (2, before.clone()), "{words}");
    }
}

#[test]
fn a_note_that_cant_be_edited_is_left_and_said() {
    let note = with("connect: &day done 2026-03-09").replace("role: Dev", "role: *day");
    let folder = journal(&[("acme.md", &note.replace("role: *day\n", ""))]);
    let before = folder.read("acme.md");
    folder.edit("acme.md", "connect: &day", "<<: {}\n  connect:");
    let before = before.replace("connect: &day", "<<: {}\n  connect:");
    let told = undo(&folder, 3);
    assert!(
        told.contains("acme.md was left as it is") && told.contains("remove `connect`"),
        "{told}"
    );
    assert!(!told.contains("it was"), "{told}");
    assert_eq!(folder.read("acme.md"), before);
}
