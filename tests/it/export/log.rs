//! The log of what was done: all of it in its order, and nothing that is the user's own business.

use snapbox::{assert_data_eq, str};

use crate::support::{Folder, journal, note};

const ACME: &str = "\
---
company: Acme
date: 2026-03-02
role: Dev
round: on-site
applied: 2026-02-20
interviewers: [Jane Doe <jane@acme.example>]
also_met: [Kim Soto]
recruiter: Sam Lee <sam@talent.example>
decision_window: 1 week
updates:
  - {date: 2026-03-09, decision_window: 1 week}
outcome: rejected
outcome_date: 2026-03-13
contact: Dana Ray
salary: 90k
followups:
  thank-you/jane-doe: done 2026-03-03
  team-thanks/kim-soto: skipped 2026-03-03
  connect: snoozed until 2026-03-10
  find-out/contact/kim-soto: done 2026-03-02
  status-check/1: done 2026-03-11
  rejection-thanks: done 2026-03-14
---

## What stood out

Jane seemed tired.

## Say to Jane

I liked the rota.
";

fn search() -> Folder {
    journal(&[
        ("acme.md", ACME),
        ("first.md", &note("company: Acme; role: Dev; date: 2026-02-25; applied: 2026-02-20")),
        ("soon.md", &note("company: Soon; date: 2026-03-20; interviewers: [Bo Day]")),
        ("new.md", "---\ncompany: New\napplied: 2026-03-15\n---\n"),
    ])
}

fn log(folder: &Folder, more: &str) -> String {
    let ran = folder.run_on("2026-03-16", &format!("export log {more}"));
    assert_eq!((ran.code, &*ran.stderr), (0, ""), "{ran:?}");
    ran.stdout
}

#[test]
fn it_has_what_was_done_and_nothing_else() {
    let folder = search();
    assert_data_eq!(
        log(&folder, ""),
        str![[r#"
# Job search

From Friday 20 February 2026 to Monday 16 March 2026. In all: 2 applications, 2 interviews, 2 answers and 3 messages.

| Day | Company | Role | What | With |
| --- | --- | --- | --- | --- |
| 2026-02-20 | Acme | Dev | Application |  |
| 2026-02-25 | Acme | Dev | Interview |  |
| 2026-03-02 | Acme | Dev | Interview: on-site | Jane Doe |
| 2026-03-03 | Acme | Dev | Message: thank-you after the interview | Jane Doe |
| 2026-03-09 | Acme | Dev | Answer: a decision by 2026-03-16 |  |
| 2026-03-11 | Acme | Dev | Message: question about the decision | Sam Lee |
| 2026-03-13 | Acme | Dev | Answer: refusal | Dana Ray |
| 2026-03-14 | Acme | Dev | Message: thank-you for the answer | Dana Ray |
| 2026-03-15 | New |  | Application |  |

"#]]
    );
    assert_data_eq!(
        log(&folder, "--format csv"),
        str![[r#"
day,company,role,what,with
2026-02-20,Acme,Dev,Application,
2026-02-25,Acme,Dev,Interview,
2026-03-02,Acme,Dev,Interview: on-site,Jane Doe
2026-03-03,Acme,Dev,Message: thank-you after the interview,Jane Doe
2026-03-09,Acme,Dev,Answer: a decision by 2026-03-16,
2026-03-11,Acme,Dev,Message: question about the decision,Sam Lee
2026-03-13,Acme,Dev,Answer: refusal,Dana Ray
2026-03-14,Acme,Dev,Message: thank-you for the answer,Dana Ray
2026-03-15,New,,Application,

"#]]
    );
}

#[test]
fn a_span_leaves_out_the_rest() {
    let folder = search();
    assert_data_eq!(
        log(&folder, "--from 2026-03-10 --to 2026-03-13"),
        str![[r#"
# Job search

From Tuesday 10 March 2026 to Friday 13 March 2026. In all: 1 answer and 1 message.

| Day | Company | Role | What | With |
| --- | --- | --- | --- | --- |
| 2026-03-11 | Acme | Dev | Message: question about the decision | Sam Lee |
| 2026-03-13 | Acme | Dev | Answer: refusal | Dana Ray |

"#]]
    );
    let all = log(&folder, "--format csv");
    assert_eq!(log(&folder, "--format csv --to 2026-12-31"), all, "nothing is done tomorrow");
    assert_data_eq!(
        log(&folder, "--from 2026-03-16"),
        str![[r#"
# Job search

From Monday 16 March 2026 to Monday 16 March 2026. Nothing is recorded.

"#]]
    );
    assert_data_eq!(
        log(&journal(&[]), ""),
        str![[r#"
# Job search

Nothing is recorded.

"#]]
    );
    for (more, reason) in [
        ("--from 2026-03-10 --to 2026-03-09", "--to 2026-03-09 is before --from 2026-03-10"),
        ("--from soonish", "--from \"soonish\" is not understood"),
    ] {
        let ran = folder.run_on("2026-03-16", &format!("export log {more}"));
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains(reason), "{ran:?}");
    }
}

#[test]
fn messages_count_whatever_became_of_their_rules() {
    let folder = search();
    let before = log(&folder, "");
    folder.write("journal.toml", "[cadence]\nthank-you = false\n");
    assert_eq!(log(&folder, ""), before);
}

#[test]
fn word_to_another_company_is_listed_with_that_company() {
    let record = note(
        "role: Dev\noutcome: offer\noutcome_date: 2026-03-10\n\
         followups:\n  offer-elsewhere/globex-ops: done 2026-03-11\n",
    );
    let folder = journal(&[
        ("acme.md", &record),
        ("globex.md", &note("company: Globex; role: Ops; date: 2026-03-05; recruiter: Sam Lee")),
    ]);
    let line = "2026-03-11,Globex,Ops,Message: word of an offer elsewhere,Sam Lee\n";
    let found = log(&folder, "--format csv");
    assert!(found.contains(line), "{found}");
}

/// Nobody withdraws from an offer.
#[test]
fn an_offer_that_is_turned_down_for_another_is_called_that() {
    let taken = "company: Best\noutcome: accepted\noutcome_date: 2026-03-12\nfollowups:\n  \
        withdraw/left: done 2026-03-13\n  withdraw/other: done 2026-03-13";
    let offer = "company: Left; recruiter: Sam Lee; outcome: declined; outcome_date: 2026-03-13";
    let folder = journal(&[
        ("best.md", &*note(taken)),
        ("left.md", &*note(offer)),
        ("other.md", &*note("company: Other; recruiter: Kim Soto")),
    ]);
    let log = log(&folder, "");
    assert!(log.contains("| Left |  | Message: refusal of the offer |"), "{log}");
    assert!(log.contains("| Other |  | Message: withdrawal |"), "{log}");
}

#[test]
fn words_of_notes_are_words() {
    let folder = journal(&[
        ("a.md", &note("company: '=HYPERLINK(\"x\")'; role: '@a|b <b>'; interviewers: ['A*n*n']")),
        ("journal.toml", "[me]\nname = \"A *B*\"\n"),
    ]);
    assert_data_eq!(
        log(&folder, "--format csv"),
        str![[r#"
day,company,role,what,with
2026-03-02,"'=HYPERLINK(""x"")",'@a|b <b>,Interview,A*n*n

"#]]
    );
    let page = log(&folder, "");
    assert!(page.starts_with("# Job search of A \\*B\\*\n"), "{page}");
    assert!(page.contains("| @a\\|b \\<b\\> | Interview | A\\*n\\*n |\n"), "{page}");
}

#[test]
fn a_file_that_is_there_stays() {
    let folder = search();
    assert_eq!(folder.run_on("2026-03-16", "export log -o log.txt").code, 0);
    assert_eq!(folder.read("log.txt"), log(&folder, ""));
    folder.write("log.txt", "mine");
    assert_eq!(folder.run_on("2026-03-16", "export log -o log.txt").code, 3);
    assert_eq!(folder.read("log.txt"), "mine");
}

/// Of several interviews in one file each message names its reader, and what they said besides a day is an answer, too.
#[test]
fn a_list_of_interviews_tells_who_was_written_to() {
    let one = "---\ncompany: Acme\ninterviews:\n  - date: 2026-03-02\n    interviewers: [Jane Doe <jane@acme.example>]\n    \
        recruiter: Sam Lee <sam@acme.example>\nfollowups:\n  2026-03-02/recruiter-thanks: done 2026-03-03\n---\n";
    let two = note(
        "company: Bolt; updates: [{date: 2026-03-04, decision_window: reserve list}, \
        {date: 2026-03-05, decision_window: on hold until May}, {date: 2026-03-06, decision_window: 1 week}]",
    );
    let folder = journal(&[("a.md", one), ("b.md", &two)]);
    assert_data_eq!(
        log(&folder, "--format csv"),
        str![[r#"
day,company,role,what,with
2026-03-02,Acme,,Interview,Jane Doe
2026-03-02,Bolt,,Interview,
2026-03-03,Acme,,Message: thank-you for arranging the interview,Sam Lee
2026-03-04,Bolt,,Answer: on the reserve list,
2026-03-05,Bolt,,Answer: on hold,
2026-03-06,Bolt,,Answer: a decision by 2026-03-13,

"#]]
    );
}

/// Whoever came into it later wasn't written to before.
#[test]
fn a_message_went_to_the_recruiter_of_its_own_round() {
    let first = "recruiter: Jonas Reuter; outcome: next round; outcome_date: 2026-03-04; \
        followups: {next-round: done 2026-03-05}";
    let second = "date: 2026-03-11; recruiter: Lea Kern";
    let folder = journal(&[("a.md", &*note(first)), ("b.md", &*note(second))]);
    let log = log(&folder, "");
    assert!(log.contains("answer about the next round | Jonas Reuter |"), "{log}");
    let agenda = folder.build("2026-03-12");
    assert!(agenda.contains("**Answer Jonas Reuter about the next round**"), "{agenda}");
}
