//! Several interviews in a note, or on one day: each is a round of its own, with its own follow-ups, drafts and records.

use serde_json::Value;

use crate::support::{Folder, comment_of, journal, note, problems_of};

/// A day after the second interview.
const DAY: &str = "2026-03-10";

const HEAD: &str = "\
---
company: Acme Robotics
role: Backend engineer
recruiter: Sam Lee <sam@acme.example>
interviews:
  - date: 2026-03-02
    round: screen
    interviewers: [Jane Doe <jane@acme.example>]
    outcome: next round
    outcome_date: 2026-03-04
  - date: 2026-03-09
    round: onsite
    interviewers: [Ravi Patel <ravi@acme.example>]
    decision_window: 1 week
followups:
  2026-03-02/thank-you/jane-doe: done 2026-03-03
---
";

fn folder(head: &str, body: &str) -> Folder {
    journal(&[("acme.md", &format!("{head}{body}"))])
}

/// The follow-ups of these kinds that are to be done or done, as their ids and status.
fn listed(folder: &Folder, day: &str) -> Vec<String> {
    let agenda = folder.agenda(day);
    let followups = agenda["followups"].as_array().unwrap().iter();
    let counts = |one: &&Value| !["void", "lapsed"].contains(&one["status"].as_str().unwrap());
    let shown = |one: &Value| {
        format!("{} {}", one["id"].as_str().unwrap(), one["status"].as_str().unwrap())
    };
    let mut ids: Vec<String> = followups.filter(counts).map(shown).collect();
    ids.sort();
    ids
}

fn thanks(folder: &Folder, day: &str) -> Vec<String> {
    let mut all = listed(folder, day);
    all.retain(|id| id.contains("/thank-you/"));
    all
}

#[track_caller]
fn assert_done(folder: &Folder, line: &str) {
    let ran = folder.run_on(DAY, line);
    assert_eq!(ran.code, 0, "{line}: {}", ran.stderr);
}

#[test]
fn each_interview_has_follow_ups_of_its_own() {
    let folder = folder(HEAD, "");
    assert_eq!(
        thanks(&folder, DAY),
        ["acme/2026-03-02/thank-you/jane-doe done", "acme/2026-03-09/thank-you/ravi-patel today"]
    );
    let agenda = folder.agenda(DAY);
    assert_eq!(problems_of(&agenda), [""; 0]);
    // They are one process, and the newest is its current round.
    assert_eq!(agenda["processes"].as_array().unwrap().len(), 1);
    assert_eq!(agenda["waiting"][0]["decision_date"], "2026-03-16");
    assert_eq!(agenda["waiting"][0]["interviewed"], "2026-03-09");
    let text = folder.build(DAY);
    assert!(text.contains("[draft](acme.2026-03-09.thank-you.ravi-patel.draft.md)"), "{text}");
    assert!(text.contains("[note](acme.md)"), "{text}");
    assert!(folder.has("acme.2026-03-09.thank-you.ravi-patel.draft.md"));
    let draft = folder.read("acme.2026-03-09.thank-you.ravi-patel.draft.md");
    assert!(draft.contains("followup: 2026-03-09/thank-you/ravi-patel\n"), "{draft}");
    assert_eq!(folder.build(DAY), text);
}

#[test]
fn a_record_is_one_line_under_the_day_of_its_interview() {
    let folder = folder(HEAD, "");
    folder.build(DAY);
    assert_done(&folder, "done ravi thank");
    let line = "  2026-03-09/thank-you/ravi-patel: done 2026-03-10\n";
    assert_eq!(folder.read("acme.md"), HEAD.replace("03-03\n", &format!("03-03\n{line}")));
    let draft = folder.read("acme.2026-03-09.thank-you.ravi-patel.draft.md");
    assert!(draft.contains("\nsent: 2026-03-10\n"), "{draft}");
    assert_done(&folder, "undo ravi thank");
    assert_eq!(folder.read("acme.md"), HEAD);
    assert_done(&folder, "snooze acme/2026-03-09/thank-you/ravi-patel --until friday");
    assert!(
        folder
            .read("acme.md")
            .contains("  2026-03-09/thank-you/ravi-patel: snoozed until 2026-03-13\n")
    );
    assert_done(&folder, "skip acme/2026-03-09/thank-you/ravi-patel");
    assert!(
        folder.read("acme.md").contains("  2026-03-09/thank-you/ravi-patel: skipped 2026-03-10\n")
    );
    assert_done(&folder, "show acme/2026-03-02/thank-you/jane-doe");
    // The first record brings its map.
    let bare = HEAD.replace("followups:\n  2026-03-02/thank-you/jane-doe: done 2026-03-03\n", "");
    folder.write("acme.md", &bare);
    assert_done(&folder, "done ravi thank");
    assert_eq!(
        folder.read("acme.md"),
        bare.replace("1 week\n", &format!("1 week\nfollowups:\n{line}"))
    );
}

#[test]
fn a_tick_is_recorded_for_its_interview() {
    let folder = folder(HEAD, "");
    let text = folder.build(DAY);
    let comment = comment_of("acme/2026-03-09/thank-you/ravi-patel");
    let line = text.lines().find(|line| line.contains(&comment)).unwrap();
    folder.edit("FOLLOWUPS.md", line, &line.replace("- [ ]", "- [x]"));
    let text = folder.build(DAY);
    assert!(
        folder.read("acme.md").contains("\n  2026-03-09/thank-you/ravi-patel: done 2026-03-10\n")
    );
    let done = text.lines().find(|line| line.contains(&comment)).unwrap().to_owned();
    assert!(done.starts_with("- [x]"), "{done}");
    folder.edit("FOLLOWUPS.md", &done, &done.replace("- [x]", "- [ ]"));
    folder.build(DAY);
    assert_eq!(folder.read("acme.md"), HEAD);
}

#[test]
fn ids_stay_when_another_interview_is_added() {
    let folder = folder(HEAD, "");
    folder.build(DAY);
    let before = thanks(&folder, DAY);
    let more = "  - {date: 2026-03-09, interviewers: [Kim Soto <kim@acme.example>]}\n  - {date: 2026-02-20, round: first}\n";
    folder.edit("acme.md", "followups:", &format!("{more}followups:"));
    let after = thanks(&folder, DAY);
    assert!(before.iter().all(|id| after.contains(id)), "{after:?}");
    // The second of a day has a number.
    assert!(after.contains(&"acme/2026-03-09-2/thank-you/kim-soto today".to_owned()), "{after:?}");
    folder.build(DAY);
    assert!(folder.has("acme.2026-03-09-2.thank-you.kim-soto.draft.md"));
    assert_done(&folder, "done kim thank");
    let note = folder.read("acme.md");
    assert!(note.contains("\n  2026-03-09-2/thank-you/kim-soto: done 2026-03-10\n"), "{note}");
}

#[test]
fn what_was_heard_is_written_into_the_newest_interview() {
    let folder = folder(HEAD, "");
    assert_done(&folder, "heard acme another week");
    let updated = HEAD.replace(
        "1 week\n",
        "1 week\n    updates:\n      - {date: 2026-03-10, decision_window: another week}\n",
    );
    assert_eq!(folder.read("acme.md"), updated);
    assert_done(&folder, "heard acme rejected");
    let said = "    outcome: rejected\n    outcome_date: 2026-03-10\n";
    assert_eq!(folder.read("acme.md"), updated.replace("followups:", &format!("{said}followups:")));
    let due = listed(&folder, DAY);
    assert!(due.contains(&"acme/2026-03-09/rejection-thanks open".to_owned()), "{due:?}");
}

#[test]
fn what_was_heard_is_written_into_braces_too() {
    let head = "---\ncompany: Acme\ninterviews: [{date: 2026-03-02}, {date: 2026-03-09, interviewers: [Ravi]}]\n---\n";
    let folder = folder(head, "");
    assert_done(&folder, "heard acme offer");
    let said = head.replace("[Ravi]}", "[Ravi], outcome: offer, outcome_date: 2026-03-10}");
    assert_eq!(folder.read("acme.md"), said);
    let other = "---\ncompany: Acme\ninterviews:\n- date: 2026-03-09\n---\n";
    folder.write("acme.md", other);
    assert_done(&folder, "heard acme next round");
    let said = "- date: 2026-03-09\n  outcome: more_interviews\n  outcome_date: 2026-03-10\n";
    assert_eq!(folder.read("acme.md"), other.replace("- date: 2026-03-09\n", said));
}

#[test]
fn what_stands_at_the_top_counts_for_the_newest_interview() {
    let head =
        HEAD.replace("interviews:\n", "outcome: offer\noutcome_date: 2026-03-10\ninterviews:\n");
    let folder = folder(&head, "");
    let due = listed(&folder, DAY);
    assert!(due.contains(&"acme/2026-03-09/offer-thanks today".to_owned()), "{due:?}");
    // It changes where it stands.
    assert_done(&folder, "heard acme accepted");
    assert_eq!(folder.read("acme.md"), head.replace("outcome: offer", "outcome: accepted"));
}

#[test]
fn a_day_at_the_top_is_an_interview_of_its_own() {
    let head = "\
---
company: Acme
date: 2026-03-02
interviewers: [Jane Doe <jane@acme.example>]
outcome: next round
outcome_date: 2026-03-04
interviews:
  - date: 2026-03-09
    interviewers: [Ravi Patel <ravi@acme.example>]
followups:
  thank-you/jane-doe: done 2026-03-03
---
";
    let folder = folder(head, "");
    assert_eq!(
        thanks(&folder, DAY),
        ["acme/2026-03-09/thank-you/ravi-patel today", "acme/thank-you/jane-doe done"]
    );
    assert_eq!(problems_of(&folder.agenda(DAY)), [""; 0]);
    assert_done(&folder, "heard acme offer");
    let said = "    outcome: offer\n    outcome_date: 2026-03-10\nfollowups:";
    assert_eq!(folder.read("acme.md"), head.replace("followups:", said));
}

#[test]
fn an_interview_with_a_bad_day_costs_itself_alone() {
    let cases = [
        ("date: 2026-03-02", "date: someday", "invalid-date acme.md:6:11"),
        ("date: 2026-03-02", "date:", "missing-date acme.md:6:5"),
        ("- date: 2026-03-02\n    round", "- round", "missing-date acme.md:6:5"),
        ("date: 2026-03-02", "date: \"2026-03-02", "unreadable-value acme.md:6:11"),
    ];
    for (from, to, problem) in cases {
        let folder = folder(HEAD, "");
        folder.build("2026-03-03");
        let drafts = folder.drafts();
        folder.edit("acme.md", from, to);
        let problems = problems_of(&folder.agenda(DAY));
        let record = "unknown-record acme.md:".to_owned();
        assert!(problems.iter().any(|one| one == problem), "{to}: {problems:?}");
        assert!(
            problems.iter().all(|one| one == problem || one.starts_with(&record)),
            "{to}: {problems:?}"
        );
        assert_eq!(thanks(&folder, DAY), ["acme/2026-03-09/thank-you/ravi-patel today"]);
        // Drafts of the other wait.
        folder.build("2026-03-03");
        assert!(drafts.iter().all(|draft| folder.has(draft)), "{to}");
    }
}

#[test]
fn a_key_of_ones_own_of_this_name_passes() {
    for own in [
        "interviews: 3",
        "interviews: [[Acme first]]",
        "interviews: [phone, onsite]",
        "interviews:",
        "interviews: [{x: 1}]",
    ] {
        let text = format!(
            "---\ncompany: Acme\ndate: 2026-03-09\ninterviewers: [Ravi Patel]\n{own}\n---\n"
        );
        let folder = journal(&[("acme.md", &text)]);
        assert_eq!(problems_of(&folder.agenda(DAY)), [""; 0], "{own}");
        assert_eq!(thanks(&folder, DAY), ["acme/thank-you/ravi-patel today"], "{own}");
    }
}

#[test]
fn a_record_of_no_interview_is_named_once() {
    let head = HEAD.replace("followups:\n", "followups:\n  2026-03-05/connect: done 2026-03-06\n  2026-03-09/thank-you/kim-soto: done 2026-03-10\n");
    let folder = folder(&head, "");
    assert_eq!(
        problems_of(&folder.agenda(DAY)),
        ["unknown-record acme.md:16:3", "unknown-record acme.md:17:3"]
    );
}

#[test]
fn what_is_to_be_said_goes_to_the_people_of_its_interview() {
    let body = "
## Say to Jane

Jane's words.

## Say to Ravi

Ravi's words.

## Say to everyone

Words for all.

## 2026-03-02

### What stood out

- the first day

## What stood out

- the second day
";
    let folder = folder(HEAD, body);
    folder.build(DAY);
    let ravi = folder.read("acme.2026-03-09.thank-you.ravi-patel.draft.md");
    for words in ["Ravi's words.", "Words for all.", "the second day"] {
        assert!(ravi.contains(words), "{words}: {ravi}");
    }
    for words in ["Jane's words.", "the first day"] {
        assert!(!ravi.contains(words), "{words}: {ravi}");
    }
    let first = journal(&[(
        "acme.md",
        &format!(
            "{}{body}",
            HEAD.replace("  2026-03-02/thank-you/jane-doe: done 2026-03-03\n", "")
        ),
    )]);
    first.build(DAY);
    let jane = first.read("acme.2026-03-02.thank-you.jane-doe.draft.md");
    for words in ["Jane's words.", "the first day"] {
        assert!(jane.contains(words), "{words}: {jane}");
    }
    for words in ["Ravi's words.", "Words for all.", "the second day"] {
        assert!(!jane.contains(words), "{words}: {jane}");
    }
}

#[test]
fn words_for_somebody_of_several_interviews_need_its_day() {
    let head = HEAD.replace("[Ravi Patel <ravi@acme.example>]", "[Jane Doe <jane@acme.example>]");
    let head = head.replace("  2026-03-02/thank-you/jane-doe: done 2026-03-03\n", "");
    let folder = folder(&head, "\n## Say to Jane\n\nHer words.\n");
    folder.build(DAY);
    let drafts = [
        "acme.2026-03-02.thank-you.jane-doe.draft.md",
        "acme.2026-03-09.thank-you.jane-doe.draft.md",
    ];
    let letter = |draft: &str| folder.read(draft).split("<!--").next().unwrap().to_owned();
    for draft in drafts {
        assert!(!letter(draft).contains("Her words."), "{draft}");
    }
    let ran = folder.run_on(DAY, "check");
    assert!(ran.stdout.contains("unclear-listener"), "{}", ran.stdout);
    folder.edit("acme.md", "## Say to Jane", "## 2026-03-09\n\n### Say to Jane");
    folder.build(DAY);
    assert!(!letter(drafts[0]).contains("Her words."));
    assert!(letter(drafts[1]).contains("Her words."));
}

#[test]
fn a_task_is_listed_once() {
    let folder = folder(HEAD, "\n- [ ] Send the write-up\n");
    let text = folder.build(DAY);
    assert_eq!(text.matches("Send the write-up").count(), 1, "{text}");
    let line = text.lines().find(|line| line.contains("Send the write-up")).unwrap();
    folder.edit("FOLLOWUPS.md", line, &line.replace("- [ ]", "- [x]"));
    folder.build(DAY);
    assert!(folder.read("acme.md").ends_with("- [x] Send the write-up\n"));
}

#[test]
fn a_renamed_note_takes_what_was_sent_along() {
    let folder = folder(HEAD, "");
    folder.build(DAY);
    assert_done(&folder, "done ravi thank");
    let note = folder.read("acme.md");
    folder.remove("acme.md");
    folder.write("robots.md", note);
    folder.build(DAY);
    assert!(folder.has("robots.2026-03-09.thank-you.ravi-patel.draft.md"), "{:?}", folder.files());
    assert!(!folder.files().iter().any(|path| path.starts_with("acme")), "{:?}", folder.files());
    assert!(
        thanks(&folder, DAY).contains(&"robots/2026-03-09/thank-you/ravi-patel done".to_owned())
    );
}

#[test]
fn an_interview_that_is_gone_leaves_only_what_was_edited() {
    let folder = folder(HEAD, "");
    folder.build(DAY);
    let edited = "acme.2026-03-02.connect.draft.md";
    folder.write(edited, folder.read(edited) + "More.\n");
    let round = "  - date: 2026-03-02\n    round: screen\n    interviewers: [Jane Doe <jane@acme.example>]\n    outcome: next round\n    outcome_date: 2026-03-04\n";
    folder.edit("acme.md", round, "");
    let text = folder.build(DAY);
    assert!(folder.has(edited));
    assert!(text.contains("## Drafts left over") && text.contains(edited), "{text}");
    folder.edit("acme.md", "  2026-03-02/thank-you/jane-doe: done 2026-03-03\n", "");
    folder.edit("acme.md", "  - date: 2026-03-09", "  - date: 2026-03-08");
    folder.build(DAY);
    let drafts = folder.drafts();
    assert!(!drafts.iter().any(|draft| draft.contains("2026-03-09")), "{drafts:?}");
    assert!(drafts.iter().any(|draft| draft.contains("2026-03-08")), "{drafts:?}");
}

#[test]
fn the_next_round_is_made_from_the_newest_interview() {
    let folder = folder(HEAD, "");
    assert_done(&folder, "new --from acme --date 2026-03-10");
    let new = folder.read("2026-03-10-acme-robotics.md");
    assert!(new.contains("Ravi Patel") && !new.contains("Jane Doe"), "{new}");
    let said = "    outcome: more_interviews\n    outcome_date: 2026-03-10\nfollowups:";
    assert_eq!(folder.read("acme.md"), HEAD.replace("followups:", said));
}

#[test]
fn both_sides_of_a_merge_keep_their_records() {
    let ours = "  2026-03-09/connect: done 2026-03-10\n";
    let theirs = "  2026-03-09/thank-you/ravi-patel: done 2026-03-10\n";
    let conflict = format!("<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n");
    let head = HEAD.replace("03-03\n", &format!("03-03\n{conflict}"));
    let folder = folder(&head, "");
    let done = listed(&folder, DAY);
    for id in
        ["2026-03-02/thank-you/jane-doe", "2026-03-09/connect", "2026-03-09/thank-you/ravi-patel"]
    {
        assert!(done.contains(&format!("acme/{id} done")), "{id}: {done:?}");
    }
}

#[test]
fn a_single_interview_that_is_no_list_is_said() {
    let head = "---\ncompany: Acme\ninterviews:\n  date: 2026-03-02\n  round: onsite\n---\n";
    let ran = folder(head, "").run_on(DAY, "check");
    let said = "error[wrong-type]: `interviews` should be a list, with `- ` before the first field of each interview";
    assert!(ran.stdout.starts_with(said), "{}", ran.stdout);
    assert!(!ran.stdout.contains("missing-date"), "{}", ran.stdout);
}

#[test]
fn one_of_several_interviews_is_cancelled() {
    let folder = folder(HEAD, "");
    assert_done(&folder, "heard acme cancelled");
    let text = folder.read("acme.md");
    let at = text.find("cancelled: ").unwrap();
    assert!(
        text.find("2026-03-09").unwrap() < at && at < text.find("followups:").unwrap(),
        "{text}"
    );
    let agenda = folder.agenda(DAY);
    assert_eq!(agenda["processes"][0]["stage"], "cancelled", "{agenda}");
}

/// The recruiter of all interviews held the first one.
#[test]
fn words_for_a_recruiter_go_out_after_the_interview_with_them() {
    let head = HEAD.replace("  2026-03-02/thank-you/jane-doe: done 2026-03-03\n", "");
    for recruiter in ["Jane Doe <jane@acme.example>", "Jane"] {
        let head = head.replace("Sam Lee <sam@acme.example>", recruiter);
        let folder = folder(&head, "\n## Say to Jane\n\nHer words.\n");
        folder.build(DAY);
        let letter = |draft: &str| folder.read(draft).split("<!--").next().unwrap().to_owned();
        assert!(letter("acme.2026-03-02.thank-you.jane-doe.draft.md").contains("Her words."));
        let newest = letter("acme.2026-03-09.recruiter-thanks.draft.md");
        assert!(newest.starts_with("---\nfollowup: 2026-03-09/recruiter-thanks\nto: Jane Doe <"));
        assert!(!newest.contains("Her words."), "{newest}");
        let checked = folder.run_on(DAY, "check").stdout;
        assert!(!checked.contains("unclear-listener"), "{checked}");
    }
}

#[test]
fn whoever_brings_the_news_may_have_interviewed_before() {
    let news = "    outcome: rejected\n    outcome_date: 2026-03-10\n    contact: jane\nfollowups:";
    let folder = folder(&HEAD.replace("followups:", news), "");
    folder.build(DAY);
    let letter = folder.read("acme.2026-03-09.rejection-thanks.draft.md");
    assert!(letter.contains("\nto: Jane Doe <jane@acme.example>\n"), "{letter}");
}

/// Whoever was met in two interviews of a day gets one message, with the words of both notes, and either one's time frame
/// counts.
#[test]
fn two_notes_of_one_day_belong_together() {
    let jane = "Jane Doe <jane@acme.example>";
    let sam = "role: Dev; recruiter: Sam Lee <sam@acme.example>";
    let morning = format!("{sam}; round: 1; decision_window: 2 weeks; interviewers: [{jane}]");
    let evening =
        format!("{sam}; round: 2; interviewers: [{jane}, Ravi Patel <ravi@acme.example>]");
    let words = "## Say to Jane\n\nMorning words.\n";
    let more = "## Say to Jane\n\nEvening words.\n\n## Say to Ravi\n\nThanks, Ravi.\n\n## Say to Sam\n\nGood tea.\n";
    let folder =
        journal(&[("a.md", &(note(&morning) + words)), ("b.md", &(note(&evening) + more))]);
    folder.build("2026-03-03");
    let jane = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(jane.contains("\n\nMorning words.\n\nEvening words.\n\n"), "{jane}");
    let sam = folder.read("a.recruiter-thanks.draft.md");
    assert!(sam.contains("\n\nGood tea.\n\n"), "{sam}");
    let ravi = folder.read("b.thank-you.ravi-patel.draft.md");
    assert!(ravi.contains("Thanks, Ravi.") && !ravi.contains("words."), "{ravi}");
    let agenda = folder.agenda("2026-03-03");
    assert_eq!(agenda["waiting"][0]["decision_date"], "2026-03-16", "{agenda}");
    let listed = listed(&folder, "2026-03-03");
    assert!(!listed.iter().any(|one| one.contains("find-out/decision-window")), "{listed:?}");
    folder.edit("b.md", "Evening words.", "Other words.");
    folder.build("2026-03-03");
    assert!(folder.read("a.thank-you.jane-doe.draft.md").contains("Other words."));
    // Its own time frame counts first.
    folder.edit("b.md", "round: 2\n", "round: 2\ndecision_window: 1 week\n");
    assert_eq!(folder.agenda("2026-03-03")["waiting"][0]["decision_date"], "2026-03-09");
}

/// Two notes about two roles at one company, with these fields.
fn two_roles(baker: &str, clerk: &str) -> Folder {
    let people =
        "interviewers: [Jane Doe <jane@acme.example>]; recruiter: Kim Soto <kim@acme.example>";
    journal(&[
        ("a.md", &note(&format!("role: Baker; {people}{baker}"))),
        ("b.md", &note(&format!("role: Clerk; {people}{clerk}"))),
    ])
}

/// Nobody gets two messages for one occasion, even if it was about two roles.
#[test]
fn whoever_has_to_do_with_two_roles_of_a_company_gets_one_message() {
    let rejected = "; outcome: rejected; outcome_date: 2026-03-09";
    let later = "; date: 2026-03-04";
    let both = |kind: &str| format!("a/{kind}");
    let one_each = |kind: &str| format!("a/{kind}, b/{kind}");
    #[rustfmt::skip]
    let cases = [
        // Baker | Clerk | the day | the kind | who writes
        ("", "",                                          "2026-03-03", "recruiter-thanks",    both("recruiter-thanks")),
        ("", "",                                          "2026-03-03", "thank-you/jane-doe",  both("thank-you/jane-doe")),
        ("", "",                                          "2026-03-03", "connect",             both("connect")),
        ("", later,                                       "2026-03-05", "thank-you/jane-doe",  one_each("thank-you/jane-doe")),
        ("", later,                                       "2026-03-05", "connect",             both("connect")),
        ("; followups: {connect: skipped 2026-03-03}", later, "2026-03-05", "connect",         both("connect")),
        // Whatever is recorded for one of them is done.
        ("", "; followups: {thank-you/jane-doe: done 2026-03-03}", "2026-03-03", "thank-you/jane-doe", "b/thank-you/jane-doe".to_owned()),
        ("", "; followups: {connect: done 2026-03-03}",   "2026-03-03", "connect",             "b/connect".to_owned()),
        // So are two refusals of one day.
        (rejected, rejected,                              "2026-03-12", "rejection-thanks",    both("rejection-thanks")),
        (rejected, rejected,                              "2026-03-12", "feedback-request",    both("feedback-request")),
        (rejected, "; outcome: rejected; outcome_date: 2026-03-10", "2026-03-13", "rejection-thanks", one_each("rejection-thanks")),
        (rejected, "",                                    "2026-03-12", "rejection-thanks",    both("rejection-thanks")),
        (rejected, "; outcome: rejected; outcome_date: 2026-03-09; followups: {rejection-thanks: done 2026-03-10}",
                                                          "2026-03-12", "rejection-thanks",    "b/rejection-thanks".to_owned()),
        // Whoever brought the other refusal hears of that one.
        ("; contact: Dana Ray <dana@acme.example>; outcome: rejected; outcome_date: 2026-03-09", rejected,
                                                          "2026-03-12", "rejection-thanks",    one_each("rejection-thanks")),
        ("; contact: Bo Li <bo@acme.example>; outcome: rejected; outcome_date: 2026-03-09",
         "; contact: Bo Li <bo@acme.example>; outcome: rejected; outcome_date: 2026-03-09",
                                                          "2026-03-12", "feedback-request",    both("feedback-request")),
        // Something to send for one of them is nothing for the other.
        ("", "",                                          "2026-03-05", "value-add/jane-doe",  one_each("value-add/jane-doe")),
        // Over one role there is nothing to hope for any more.
        ("; outcome: rejected; outcome_date: 2026-03-03; contact: Bo Li <bo@acme.example>", "",
                                                          "2026-03-03", "thank-you/jane-doe",  one_each("thank-you/jane-doe")),
        // Another company is another occasion.
        ("", "; company: Other",                          "2026-03-03", "recruiter-thanks",    one_each("recruiter-thanks")),
    ];
    for (baker, clerk, day, kind, expected) in cases {
        let mut found = listed(&two_roles(baker, clerk), day);
        found.retain(|id| id.contains(&format!("/{kind} ")));
        let ids: Vec<&str> = found.iter().map(|id| id.split(' ').next().unwrap()).collect();
        assert_eq!(ids.join(", "), expected, "{baker} {clerk}");
    }
}

#[test]
fn one_message_about_two_roles_names_both() {
    let rejected = "; outcome: rejected; outcome_date: 2026-03-09";
    #[rustfmt::skip]
    let cases = [
        // the fields of both | the day | the draft
        ("",       "2026-03-03", "a.recruiter-thanks.draft.md"),
        ("",       "2026-03-03", "a.thank-you.jane-doe.draft.md"),
        (rejected, "2026-03-12", "a.rejection-thanks.draft.md"),
        (rejected, "2026-03-12", "a.feedback-request.draft.md"),
    ];
    for (fields, day, draft) in cases {
        let folder = two_roles(fields, fields);
        folder.build(day);
        let letter = folder.read(draft);
        assert!(letter.contains("the baker role and the clerk role"), "{letter}");
        assert!(!folder.drafts().contains(&draft.replacen('a', "b", 1)));
    }
    // What either note says to her goes out.
    let folder = two_roles("", "");
    for (path, words) in [("a.md", "I baked for years."), ("b.md", "I filed for years.")] {
        folder.write(path, folder.read(path) + &format!("\n## Say to Jane\n\n{words}\n"));
    }
    folder.build("2026-03-03");
    let letter = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(letter.contains("baked for years") && letter.contains("filed for years"), "{letter}");
    let folder = two_roles(rejected, rejected);
    let words = "The tour of the ovens was a treat.";
    folder.write("b.md", folder.read("b.md") + &format!("\n## Say to Kim\n\n{words}\n"));
    folder.build("2026-03-10");
    let letter = folder.read("a.rejection-thanks.draft.md");
    assert!(letter.contains(words), "{letter}");
}
