//! `agenda` as it is typed: its selections and its formats.

use serde_json::Value;
use snapbox::{IntoData, assert_data_eq, str};

use super::{AFTER_DECISION, acme, acme_and_globex};
use crate::support::{Folder, journal};

#[test]
fn agenda_shows_the_day() {
    let ran = acme_and_globex().run_on(AFTER_DECISION, "agenda");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_data_eq!(
        ran.stdout,
        str![[r#"
Follow-ups for Tuesday 10 March 2026
1 overdue · 1 today · 2 in the next 7 days · 1 worth doing · 1 to find out ·
  1 from your notes · 2 open · 1 problem

Overdue
  Thank Jane Doe  Acme Robotics  since Tue 3 Mar  2 blanks  6cf184ed

Today
  Thank Sam Lee for arranging it  Globex  since Mon 9 Mar  1 blank  f6f5cdf7

Next 7 days
  Ask Jane Doe for news  Acme Robotics  due Wed 11 Mar  1 blank  971f3ffc
  Ask Sam Lee for news   Globex         due Mon 16 Mar  a7260a23

Worth doing
  Connect with Jane Doe  Acme Robotics  since Fri 6 Mar  ed2a5c06

Find out
  Find out when Globex decides  Globex  today  fa18a58a

From your notes
  Send the paper  Acme Robotics  acme.md:9  2bc79527

Your search
  Acme Robotics, Backend engineer  waiting, no answer by Mon 9 Mar
    next: Thank Jane Doe, Tue 3 Mar
  Globex  waiting, no decision date
    next: Thank Sam Lee for arranging it, Mon 9 Mar

Problems
  warning  globex.md:5:18
    the decision window "soonish" is not understood and counts as none

"#]]
    );
}

#[test]
fn agenda_narrows_to_what_is_asked() {
    let folder = acme_and_globex();
    let titles = |options: &str| -> Vec<String> {
        let ran = folder.run_on(AFTER_DECISION, &format!("agenda --format json {options}"));
        let agenda: Value = serde_json::from_str(&ran.stdout).unwrap();
        let followups = agenda["followups"].as_array().unwrap();
        let title = |followup: &Value| {
            let [title, status] = ["title", "status"].map(|key| followup[key].as_str().unwrap());
            format!("{title}: {status}")
        };
        followups.iter().map(title).collect()
    };
    let late = ["Thank Jane Doe: overdue"];
    let due = [
        "Connect with Jane Doe: due",
        "Thank Sam Lee for arranging it: due",
        "Find out when Globex decides: today",
    ];
    let soon = ["Ask Jane Doe for news: open"];
    let later = [
        "Ask Sam Lee for news: upcoming",
        "Let Acme Robotics go: upcoming",
        "Let Globex go: upcoming",
    ];
    assert_eq!(titles(""), [&late[..], &due, &soon, &later].concat());
    assert_eq!(titles("--overdue"), late);
    assert_eq!(titles("--days 0"), [&late[..], &due].concat());
    assert_eq!(titles("--days 1"), [&late[..], &due, &soon].concat());
    assert_eq!(titles("--days 36500"), titles(""));
    for days in ["x", "-1", "1.5"] {
        let ran = folder.run_on(AFTER_DECISION, &format!("agenda --days {days}"));
        assert_eq!(ran.code, 2);
        assert!(
            ran.stderr.contains("'--days <N>': write a number of days, such as 14\n"),
            "{ran:?}"
        );
    }
    assert_eq!(titles("--company gLOb"), [due[1], due[2], later[0], later[2]]);
    assert_eq!(titles("--company gLOb --days 1"), due[1..]);
    assert_eq!(titles("--company gLOb --overdue"), [""; 0]);
    let more: Vec<_> =
        titles("--all").into_iter().filter(|title| !titles("").contains(title)).collect();
    assert_eq!(more, ["Send Jane Doe something useful: lapsed"]);
}

#[test]
fn agenda_takes_any_number_of_days() {
    let folder = acme_and_globex();
    let all = folder.run_on(AFTER_DECISION, "agenda --days 36500").stdout;
    assert_eq!(folder.run_on(AFTER_DECISION, "agenda --days 4294967295").stdout, all);
}

#[test]
fn agenda_as_json() {
    let folder = journal(&[("acme.md", &acme())]);
    folder.edit("acme.md", "1 week", "soonish");
    let ran = folder.run_on(AFTER_DECISION, "agenda --overdue --format json");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_data_eq!(ran.stdout.raw(), str![[r#"
{
  "schema": 1,
  "today": "2026-03-10",
  "counts": {
    "interviews": 0,
    "overdue": 1,
    "today": 0,
    "after_interview": 0,
    "soon": 0,
    "later": 0,
    "worth_doing": 0,
    "find_out": 0,
    "tasks": 0,
    "processes": 0,
    "waiting": 0,
    "problems": 1
  },
  "holiday_season": false,
  "followups": [
    {
      "id": "acme/thank-you/jane-doe",
      "key": "6cf184ed",
      "kind": "thank-you",
      "title": "Thank Jane Doe",
      "note": "acme.md",
      "company": "Acme Robotics",
      "role": "Backend engineer",
      "person": {
        "name": "Jane Doe",
        "email": "jane@acme.example"
      },
      "opens": "2026-03-02",
      "due": "2026-03-03",
      "late": "2026-03-05",
      "lapses": "2026-03-16",
      "status": "overdue",
      "section": "overdue",
      "recorded": null,
      "optional": false,
      "draft": "acme.thank-you.jane-doe.draft.md",
      "blanks": 2,
      "remark": null,
      "why": "Every interviewer gets a thank-you of their own within a day: due on Tuesday 3 March 2026, 1 day after the interview on Monday 2 March 2026."
    }
  ],
  "done": [],
  "unrecorded": [],
  "interviews": [],
  "processes": [],
  "waiting": [],
  "offers": [],
  "quiet": [],
  "tasks": [],
  "orphaned_drafts": [],
  "problems": [
    {
      "severity": "warning",
      "code": "unknown-window",
      "path": "acme.md",
      "line": 6,
      "column": 18,
      "message": "the decision window \"soonish\" is not understood and counts as none",
      "help": "write it in one of these forms: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown"
    }
  ]
}

"#]].raw());
    let agenda: Value =
        serde_json::from_str(&folder.run_on(AFTER_DECISION, "agenda --format json").stdout)
            .unwrap();
    assert_eq!(agenda["tasks"][0]["line"], 9);
    assert_eq!(agenda["tasks"][0]["text"], "Send the paper");
    assert_eq!(agenda["waiting"][0]["decision_date"], Value::Null);
}

#[test]
fn agenda_as_csv() {
    let folder = journal(&[("acme.md", &acme())]);
    let ran = folder.run_on(AFTER_DECISION, "agenda --days 1 --format csv");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_data_eq!(
        ran.stdout,
        str![[r#"
id,key,kind,title,note,company,role,person,email,opens,due,late,lapses,status,optional,draft,blanks,why,remark
acme/thank-you/jane-doe,6cf184ed,thank-you,Thank Jane Doe,acme.md,Acme Robotics,Backend engineer,Jane Doe,jane@acme.example,2026-03-02,2026-03-03,2026-03-05,2026-03-16,overdue,false,acme.thank-you.jane-doe.draft.md,2,"Every interviewer gets a thank-you of their own within a day: due on Tuesday 3 March 2026, 1 day after the interview on Monday 2 March 2026.",
acme/connect,ed2a5c06,connect,Connect with Jane Doe,acme.md,Acme Robotics,Backend engineer,Jane Doe,jane@acme.example,2026-03-03,2026-03-06,,2026-03-23,due,true,acme.connect.draft.md,0,"A short connection note keeps the contact, whatever comes of it: due on Friday 6 March 2026, 4 days after the interview on Monday 2 March 2026.",
acme/status-check/1,971f3ffc,status-check,Ask Jane Doe for news,acme.md,Acme Robotics,Backend engineer,Jane Doe,jane@acme.example,2026-03-10,2026-03-11,2026-03-16,2026-04-08,open,false,acme.status-check.1.draft.md,1,"A status check goes out shortly after the date they gave, or a week after the last word without one: due on Wednesday 11 March 2026, 2 business days after the decision date on Monday 9 March 2026.",

"#]]
    );
}

#[test]
fn why_is_a_sentence() {
    let ran = acme_and_globex().run_on(AFTER_DECISION, "agenda --all --format json");
    assert!(!ran.stdout.contains("the day of it "), "{}", ran.stdout);
}

#[test]
fn an_empty_journal_has_nothing_to_do() {
    let folder = Folder::new();
    assert_data_eq!(
        folder.run_on(AFTER_DECISION, "agenda").stdout,
        str![[r#"
Follow-ups for Tuesday 10 March 2026
Nothing to do.

"#]]
    );
    assert_data_eq!(
        folder.run_on(AFTER_DECISION, "build").stderr,
        str![[r#"
Nothing to do. (FOLLOWUPS.md written)

"#]]
    );
    assert_data_eq!(
        folder.read("FOLLOWUPS.md"),
        str![[r#"
# Follow-ups for Tuesday 10 March 2026

Nothing to do.

## Your own notes

"#]]
    );
    let json = folder.run_on(AFTER_DECISION, "agenda --format json").stdout;
    assert_data_eq!(
        json,
        str![[r#"
{
  "schema": 1,
  "today": "2026-03-10",
  "counts": {
    "interviews": 0,
    "overdue": 0,
    "today": 0,
    "after_interview": 0,
    "soon": 0,
    "later": 0,
    "worth_doing": 0,
    "find_out": 0,
    "tasks": 0,
    "processes": 0,
    "waiting": 0,
    "problems": 0
  },
  "holiday_season": false,
  "followups": [],
  "done": [],
  "unrecorded": [],
  "interviews": [],
  "processes": [],
  "waiting": [],
  "offers": [],
  "quiet": [],
  "tasks": [],
  "orphaned_drafts": [],
  "problems": []
}

"#]]
    );
    assert_eq!(folder.run_on(AFTER_DECISION, "agenda --format csv").stdout.lines().count(), 1);
}

#[test]
fn a_company_that_nobody_knows_is_a_mistake() {
    let folder = crate::support::journal(&[("acme.md", crate::support::NOTE)]);
    let ran = folder.run_on("2026-03-03", "agenda --company acmee");
    let said = "error: no company matches \"acmee\"; did you mean \"acme\"?\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (2, said));
}
