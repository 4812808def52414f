//! Whole agendas of days that matter, and what each of them says when.

use serde_json::json;
use snapbox::{IntoData, assert_data_eq, str};

use super::{agenda, section};
use crate::support::{journal, note};

/// The day of the agendas, a Monday.
const TODAY: &str = "2026-03-16";

/// An earlier round, all settled.
fn screen() -> String {
    note(
        "date: 2026-03-02; role: Dev; round: screen; interviewers: [Jane Doe <jane@acme.example>]; \
         outcome: more_interviews; outcome_date: 2026-03-09; \
         followups: {thank-you/jane-doe: done 2026-03-03, connect/jane-doe: done 2026-03-06, next-round: done 2026-03-10}",
    )
}

fn on_site() -> String {
    note(
        "date: 2026-03-16; role: Dev; round: on-site; \
         interviewers: [Jane Doe <jane@acme.example>, Ravi Patel]; also_met: [Kim Soto]; \
         recruiter: Sam Lee <sam@acme.example>",
    )
}

fn phone_call() -> String {
    note("company: Globex; date: 2026-03-18; round: phone call; interviewers: [Ann Lee]")
}

#[test]
fn a_day_that_cannot_be_read_stays_where_it_is_looked_for() {
    let offer = |day: &str| {
        note(&format!("role: Dev; outcome: offer; outcome_date: 2026-03-12; decide_by: {day}"))
    };
    let deadline = |day: &str, expected: &str, standing: &str| {
        let agenda = agenda(&[("a.md", &offer(day))], TODAY);
        assert!(
            agenda.starts_with(&format!(
                "**The offer from Acme, Dev, wants an answer by {expected}.**"
            )),
            "{agenda}"
        );
        assert!(agenda.contains(standing), "{agenda}");
    };
    deadline("Tue 17 March", "Tue 17 Mar, tomorrow", "| offer until Tue 17 Mar |");
    deadline(
        "17/3",
        "“17/3”: it isn't clear which day that is",
        "| offer since Thu 12 Mar, deadline not understood: “17/3” |",
    );
    let interview = |day: &str| {
        agenda(
            &[("a.md", &note(&format!("date: {day}; role: Dev; interviewers: [Jane Doe]")))],
            TODAY,
        )
    };
    let written = "Wed 18 March 2026 (was 17th)";
    let read = interview(written);
    assert!(
        section(&read, "Coming up")
            .starts_with(&format!("- **Interview, day not understood: “{written}”** · Acme, Dev")),
        "{read}"
    );
    assert!(read.contains(&format!("| interview, day not understood: “{written}” |")), "{read}");
    assert!(read.contains("write `date: 2026-03-18`, or the day that you mean"), "{read}");
    // It has likely passed.
    assert!(!interview("4 March 2026, the 2nd try").contains("## Coming up"));
}

#[test]
fn a_line_with_a_day_that_cannot_be_read_goes_once_it_can() {
    let offer = "company: Beta; outcome: offer; outcome_date: 2026-03-12; decide_by: soon";
    let folder = journal(&[
        ("a.md", &*note("date: Wed 18 March 2026 (was 17th); role: Dev")),
        ("b.md", &note(offer)),
    ]);
    folder.build(TODAY);
    folder.edit("a.md", "Wed 18 March 2026 (was 17th)", "2026-03-18");
    folder.edit("b.md", "soon", "2026-03-20");
    let agenda = folder.build("2026-03-17");
    assert!(agenda.starts_with("# "), "{agenda}");
    assert!(agenda.contains("\n**The offer from Beta wants an answer by Fri 20 Mar"), "{agenda}");
    assert!(agenda.contains("- **Wed 18 Mar** · Acme, Dev"), "{agenda}");
    assert!(agenda.ends_with("## Your own notes\n"), "{agenda}");
}

#[test]
fn a_morning_with_an_interview() {
    let files =
        [("screen.md", &*screen()), ("onsite.md", &on_site()), ("globex.md", &phone_call())];
    assert_data_eq!(agenda(&files, TODAY), str![[r#"
# Follow-ups for Monday 16 March 2026

2 coming up · 4 after today's interview · 1 worth doing · 2 open · 1 problem

## Coming up

- **Today** · Acme, Dev · on-site · with Jane Doe, Ravi Patel · [note](onsite.md)
  - Ask when they will decide.
  - Ask what comes next: further rounds, references, checks.
  - Ask for the addresses of Ravi Patel and Kim Soto.
  - Say that you would like the job, and mention other offers if there are any.
- **Wed 18 Mar** · Globex · phone call · with Ann Lee · no address yet for Ann Lee · [note](globex.md)

## After today's interview

- [ ] **Thank Sam Lee for arranging it** · Acme · today
  [draft](onsite.recruiter-thanks.draft.md), 1 blank · [note](onsite.md)
- [ ] **Thank Jane Doe** · Acme · due Tue 17 Mar
  [draft](onsite.thank-you.jane-doe.draft.md), 2 blanks · [note](onsite.md)
- [ ] **Thank Ravi Patel** · Acme · due Tue 17 Mar · no address for Ravi Patel: through Sam Lee
  [draft](onsite.thank-you.ravi-patel.draft.md), 2 blanks · [note](onsite.md)
- [ ] **Thank Kim Soto for the help** · Acme · due Wed 18 Mar · jot down what they did for you, under a heading with their name
  [note](onsite.md)

## Worth doing

- [ ] **Connect with Jane Doe** · Acme · since Fri 6 Mar
  [draft](screen.connect.draft.md) · [note](screen.md)

## Your search

| Company | Role | Where it stands | Next |
| --- | --- | --- | --- |
| [Acme](onsite.md) | Dev | interview today | |
| [Globex](globex.md) |  | interview on Wed 18 Mar | |

## Done in the last 14 days

- [x] **Answer Sam Lee about the next round** · Acme · done Tue 10 Mar · [note](screen.md)
- [x] **Thank Jane Doe** · Acme · done Tue 3 Mar · [note](screen.md)

## Problems

- warning: [screen.md:9](screen.md#L9) `connect/jane-doe` is not a follow-up of this note
  remove the line, or write the id of one of this note's follow-ups; `journal agenda --all --format csv` lists them (unknown-record)

"#]].raw());
}

#[test]
fn the_day_after_an_interview() {
    let files =
        [("screen.md", &*screen()), ("onsite.md", &on_site()), ("globex.md", &phone_call())];
    assert_data_eq!(agenda(&files, "2026-03-17"), str![[r#"
# Follow-ups for Tuesday 17 March 2026

1 coming up · 3 today · 2 in the next 7 days · 3 worth doing · 2 to find out · 2 open · 1 problem

## Coming up

- **Wed 18 Mar** · Globex · phone call · with Ann Lee · no address yet for Ann Lee · [note](globex.md)

## Today

- [ ] **Thank Sam Lee for arranging it** · Acme · since Mon 16 Mar
  [draft](onsite.recruiter-thanks.draft.md), 1 blank · [note](onsite.md)
- [ ] **Thank Jane Doe** · Acme · today
  [draft](onsite.thank-you.jane-doe.draft.md), 2 blanks · [note](onsite.md)
- [ ] **Thank Ravi Patel** · Acme · today · no address for Ravi Patel: through Sam Lee
  [draft](onsite.thank-you.ravi-patel.draft.md), 2 blanks · [note](onsite.md)

## Next 7 days

- [ ] **Thank Kim Soto for the help** · Acme · due Wed 18 Mar · jot down what they did for you, under a heading with their name
  [note](onsite.md)
- [ ] **Ask Sam Lee for news** · Acme · due Mon 23 Mar · [note](onsite.md)

## Worth doing

- [ ] **Connect with Jane Doe** · Acme · since Fri 6 Mar
  [draft](screen.connect.draft.md) · [note](screen.md)
- [ ] **Send Jane Doe something useful** · Acme · due Thu 19 Mar · jot down under To send what would be of use to them
  [note](onsite.md)
- [ ] **Connect with Ravi Patel** · Acme · due Fri 20 Mar
  [draft](onsite.connect.draft.md) · [note](onsite.md)

## Find out

- [ ] **Find out when Acme decides** · Acme · today · [note](onsite.md)
- [ ] **Find Ravi Patel's address** · Acme · today · [note](onsite.md)

## Your search

| Company | Role | Where it stands | Next |
| --- | --- | --- | --- |
| [Globex](globex.md) |  | interview on Wed 18 Mar | |
| [Acme](onsite.md) | Dev | waiting, no decision date | Thank Sam Lee for arranging it, Mon 16 Mar |

## Done in the last 14 days

- [x] **Answer Sam Lee about the next round** · Acme · done Tue 10 Mar · [note](screen.md)
- [x] **Thank Jane Doe** · Acme · done Tue 3 Mar · [note](screen.md)

## Problems

- warning: [screen.md:9](screen.md#L9) `connect/jane-doe` is not a follow-up of this note
  remove the line, or write the id of one of this note's follow-ups; `journal agenda --all --format csv` lists them (unknown-record)

"#]].raw());
}

#[test]
fn the_deadline_of_an_offer() {
    let offer = note(
        "date: 2026-03-02; role: Dev; interviewers: [Jane Doe <jane@acme.example>]; outcome: offer; \
         outcome_date: 2026-03-10; decide_by: 2026-03-16; \
         followups: {thank-you/jane-doe: done 2026-03-03, connect/jane-doe: done 2026-03-06, \
         offer-thanks: done 2026-03-10, offer-feedback: skipped 2026-03-10}",
    );
    let later = note(
        "company: Globex; date: 2026-02-02; role: SRE; outcome: offer; outcome_date: 2026-02-09; \
         decide_by: 2026-03-23; interviewers: [Ann Lee <ann@globex.example>]",
    );
    let files = [("acme.md", &*offer), ("globex.md", &later)];
    assert_data_eq!(agenda(&files, TODAY), str![[r#"
**The offer from Acme, Dev, wants an answer by Mon 16 Mar, today.**

# Follow-ups for Monday 16 March 2026

**The offer from Globex, SRE, wants an answer by Mon 23 Mar, in 7 days.**

1 today · 1 in the next 7 days · 1 worth doing · 2 open · 1 problem

## Today

- [ ] **Decide on the offer from Acme** · Acme · since Thu 12 Mar · [note](acme.md)

## Next 7 days

- [ ] **Decide on the offer from Globex** · Globex · due Thu 19 Mar · [note](globex.md)

## Worth doing

- [ ] **Connect with Jane Doe** · Acme · since Fri 6 Mar
  [draft](acme.connect.draft.md) · [note](acme.md)

## Your search

| Company | Role | Where it stands | Next |
| --- | --- | --- | --- |
| [Acme](acme.md) | Dev | offer until Mon 16 Mar | Decide on the offer from Acme, Thu 12 Mar |
| [Globex](globex.md) | SRE | offer until Mon 23 Mar | Decide on the offer from Globex, Thu 19 Mar |

## Done in the last 14 days

- [x] **Thank Jane Doe for the offer** · Acme · done Tue 10 Mar · [note](acme.md)
- [x] **Thank Jane Doe** · Acme · done Tue 3 Mar · [note](acme.md)

## Problems

- warning: [acme.md:9](acme.md#L9) `connect/jane-doe` is not a follow-up of this note
  remove the line, or write the id of one of this note's follow-ups; `journal agenda --all --format csv` lists them (unknown-record)

"#]].raw());
}

#[test]
fn a_search_with_applications_only() {
    let files = [
        ("a.md", "---\ncompany: Umbrella\nrole: Ops\napplied: 2026-03-01\n---\n"),
        ("b.md", "---\ncompany: Initech\noutcome: applied\n---\n"),
        (
            "c.md",
            "---\ncompany: Hooli\nrole: SRE\napplied: 2026-02-20\nnext_action: Ask Al for a word\n\
             next_action_date: 2026-03-20\n---\n",
        ),
    ];
    assert_data_eq!(
        agenda(&files, TODAY),
        str![[r#"
# Follow-ups for Monday 16 March 2026

1 in the next 7 days · 3 open

## Next 7 days

- **Ask Al for a word** · Hooli · due Fri 20 Mar · [note](c.md)

## Your search

| Company | Role | Where it stands | Next |
| --- | --- | --- | --- |
| [Hooli](c.md) | SRE | applied Fri 20 Feb | Ask Al for a word, Fri 20 Mar |
| [Umbrella](a.md) | Ops | applied Sun 1 Mar | |
| [Initech](b.md) |  | applied | |

"#]]
        .raw()
    );
}

#[test]
fn tasks_with_days() {
    let acme = note(
        "role: Dev; outcome: more_interviews; outcome_date: 2026-03-10; next_action: Call the school; next_action_date: 2026-03-16; followups: {next-round: done 2026-03-10}",
    ) + "\n- [ ] Read their paper 📅 2026-03-12\n- [ ] Buy a shirt (due 16 March)\n\
           - [ ] Book a room [due:: 2026-03-20]\n- [ ] Fly home 📅 2026-04-20\n- [ ] Keep the badge\n\
           - [x] Iron it 📅 2026-03-16\n";
    assert_data_eq!(
        agenda(&[("acme.md", &acme)], TODAY),
        str![[r#"
# Follow-ups for Monday 16 March 2026

1 overdue · 2 today · 1 in the next 7 days · 1 later · 1 from your notes · 1 open

## Overdue

- [ ] **Read their paper** · Acme · since Thu 12 Mar · [note, line 12](acme.md#L12)

## Today

- **Call the school** · Acme · today · [note](acme.md)
- [ ] **Buy a shirt** · Acme · today · [note, line 13](acme.md#L13)

## Next 7 days

- [ ] **Book a room** · Acme · due Fri 20 Mar · [note, line 14](acme.md#L14)

## Later

- [ ] **Fly home** · Acme · due Mon 20 Apr · [note, line 15](acme.md#L15)

## From your notes

- [ ] **Keep the badge** · Acme · [note, line 16](acme.md#L16)

## Your search

| Company | Role | Where it stands | Next |
| --- | --- | --- | --- |
| [Acme](acme.md) | Dev | next round to be arranged | Call the school, Mon 16 Mar |

## Done in the last 14 days

- [x] **Answer Acme about the next round** · Acme · done Tue 10 Mar · [note](acme.md)

"#]]
        .raw()
    );
}

#[test]
fn an_interview_comes_up_and_asks_for_nothing_else() {
    let notes = [
        ("on-site.md", on_site()),
        (
            "two.md",
            note("company: Globex; date: 2026-03-16; interviewers: [Ann Lee <a@b.example>]"),
        ),
    ];
    let files: Vec<(&str, &str)> = notes.iter().map(|(path, text)| (*path, &**text)).collect();
    let rows: [(&str, &[&str]); 4] = [
        // the day | the sections of the agenda
        ("2026-03-09", &["Coming up", "Your search"]),
        ("2026-03-13", &["Coming up", "Your search"]),
        ("2026-03-14", &["Coming up", "Your search"]),
        ("2026-03-16", &["Coming up", "After today's interview", "Your search"]),
    ];
    for (day, expected) in rows {
        let page = agenda(&files, day);
        let sections: Vec<&str> =
            page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(sections, expected, "{day}: {page}");
        let asks_for_addresses = page.contains("no address yet for Ravi Patel");
        assert_eq!(asks_for_addresses, day == "2026-03-14", "{day}: {page}");
        assert_eq!(page.contains("Ask when they will decide"), day == TODAY, "{day}: {page}");
        let folder = journal(&files);
        let listed = folder.run_on(day, "agenda --format csv").stdout.lines().count() > 1;
        assert_eq!(listed, day == TODAY, "{day}");
        assert!(folder.run_on(day, "agenda --all --format csv").stdout.contains("thank-you"));
    }
}

#[test]
fn an_address_that_is_not_needed_is_not_asked_for() {
    let skipped = on_site().replacen(
        "recruiter:",
        "followups: {find-out/contact/ravi-patel: skipped 2026-03-13}\nrecruiter:",
        1,
    );
    let page = agenda(&[("a.md", &skipped)], "2026-03-15");
    assert!(!page.contains("no address yet"), "{page}");
    let page = agenda(&[("a.md", &skipped)], TODAY);
    assert!(page.contains("Ask for the address of Kim Soto."), "{page}");
}

#[test]
fn an_answer_on_the_day_of_the_interview_is_due_today() {
    let offer =
        on_site().replacen("recruiter:", "outcome: offer\noutcome_date: 2026-03-16\nrecruiter:", 1);
    let page = agenda(&[("a.md", &offer)], TODAY);
    assert_eq!(section(&page, "Coming up"), "");
    assert!(section(&page, "Today").contains("for the offer"), "{page}");
    assert!(section(&page, "After today's interview").contains("Thank Jane Doe"), "{page}");
}

#[test]
fn whoever_has_decided_on_an_offer_is_asked_for_the_outcome() {
    let offer = note("outcome: offer; outcome_date: 2026-03-10; decide_by: 2026-03-18");
    let folder = journal(&[("a.md", &offer)]);
    let said = "**The offer from Acme wants an answer by Wed 18 Mar, in 2 days.**";
    let asked = format!("{said} You have decided: set its outcome to accepted or declined.\n");
    let page = folder.build(TODAY);
    assert!(page.contains(&format!("{said}\n")), "{page}");
    folder.edit("FOLLOWUPS.md", "- [ ] **Decide on", "- [x] **Decide on");
    let page = folder.build(TODAY);
    assert!(page.contains(&asked), "{page}");
    // The line is known on another day.
    let page = folder.build("2026-03-17");
    assert!(page.ends_with("\n## Your own notes\n") && page.contains("You have decided"), "{page}");
    folder.edit("a.md", "outcome: offer", "outcome: accepted");
    assert!(!folder.build("2026-03-17").contains("You have decided"));
}

#[test]
fn a_deadline_stands_first_on_its_last_two_days() {
    let rows = [
        // the day | the first two paragraphs
        (
            "2026-03-14",
            "# Follow-ups for",
            "**The offer from Acme wants an answer by Mon 16 Mar, in 2 days.**",
        ),
        (
            "2026-03-15",
            "**The offer from Acme wants an answer by Mon 16 Mar, tomorrow.**",
            "# Follow-ups for",
        ),
        (
            "2026-03-16",
            "**The offer from Acme wants an answer by Mon 16 Mar, today.**",
            "# Follow-ups for",
        ),
        (
            "2026-03-17",
            "# Follow-ups for",
            "**The offer from Acme wanted an answer by Mon 16 Mar, yesterday.**",
        ),
        (
            "2026-05-01",
            "# Follow-ups for",
            "**The offer from Acme wanted an answer by Mon 16 Mar, 46 days ago.**",
        ),
    ];
    let offer = note("outcome: offer; outcome_date: 2026-03-10; decide_by: 2026-03-16");
    for (day, first, second) in rows {
        let page = agenda(&[("a.md", &offer)], day);
        let paragraphs: Vec<&str> = page.split("\n\n").collect();
        assert!(paragraphs[0].starts_with(first), "{day}: {page}");
        assert!(paragraphs[1].starts_with(second), "{day}: {page}");
    }
}

#[test]
fn a_new_note_says_what_to_ask_unless_its_interview_is_over() {
    let list = "\n## Before you leave\n\n- Ask when they will decide.\n- Ask what comes next: \
                further rounds, references, checks.\n- Ask for the address of Jane Doe.\n- Say that";
    for (day, asks) in [("yesterday", false), ("today", true), ("2026-03-20", true)] {
        let folder = journal(&[]);
        let words = ["new", "Acme", "--date", day, "--interviewer", "Jane Doe"];
        let ran = folder.run_words_on(TODAY, &words);
        assert_eq!(ran.code, 0, "{ran:?}");
        let note = folder.read(ran.stdout.trim());
        assert_eq!(note.contains(list), asks, "{day}: {note}");
        // It is no task, and feeds no message.
        let page = folder.build(TODAY);
        assert!(!page.contains("## From your notes"), "{day}: {page}");
    }
}

#[test]
fn every_open_process_stands_in_the_search() {
    #[rustfmt::skip]
    let rows = [
        // the note's fields | where it stands, what is next
        ("date: 2026-03-16", "interview today |"),
        ("date: 2026-03-20", "interview on Fri 20 Mar |"),
        ("date: 2026-03-20; next_action: Read up; next_action_date: 2026-03-18", "interview on Fri 20 Mar | Read up, Wed 18 Mar"),
        ("date: 2026-03-05; decision_window: by 2026-03-24", "waiting, until Tue 24 Mar | Ask Acme for news, Thu 26 Mar"),
        ("date: 2026-03-02; decision_window: 1 week", "waiting, no answer by Mon 9 Mar | Ask Acme for news, Wed 11 Mar"),
        ("date: 2026-03-12", "waiting, no decision date | Ask Acme for news, Thu 19 Mar"),
        ("date: 2026-03-12; followups: {status-check/1: snoozed until 2026-03-24}", "waiting, no decision date | Ask Acme for news, Tue 24 Mar"),
        ("outcome: more_interviews; outcome_date: 2026-03-13", "next round to be arranged | Answer Acme about the next round, Sat 14 Mar"),
        ("outcome: more_interviews; outcome_date: 2026-03-13; followups: {next-round: done 2026-03-13}", "next round to be arranged | add a note for it once it has a day"),
        ("outcome: hiring_manager; outcome_date: 2026-03-13; followups: {hiring-manager: done 2026-03-13}", "talk with the hiring manager to be arranged | add a note for it once it has a day"),
        ("outcome: offer; outcome_date: 2026-03-13; decide_by: 2026-03-27; followups: {offer-thanks: done 2026-03-13, offer-feedback: done 2026-03-13}", "offer until Fri 27 Mar | Decide on the offer from Acme, Wed 25 Mar"),
        ("outcome: offer; outcome_date: 2026-03-13; followups: {offer-thanks: done 2026-03-13, offer-feedback: done 2026-03-13}", "offer since Fri 13 Mar, no deadline recorded |"),
        ("outcome: accepted; outcome_date: 2026-03-13", "accepted Fri 13 Mar | Accept in writing, to Acme, Fri 13 Mar"),
        ("outcome: accepted; outcome_date: 2026-03-13; followups: {acceptance: done 2026-03-13}", "accepted Fri 13 Mar |"),
        ("outcome: applied; applied: 2026-03-10", "applied Tue 10 Mar |"),
    ];
    for (fields, expected) in rows {
        let page = agenda(&[("a.md", &note(fields))], TODAY);
        let row = format!("| [Acme](a.md) |  | {expected} |");
        assert_eq!(section(&page, "Your search").lines().last(), Some(&*row), "{fields}: {page}");
    }
    for fields in [
        "outcome: rejected; outcome_date: 2026-03-13",
        "outcome: withdrawn; outcome_date: 2026-03-13",
        "outcome: declined; outcome_date: 2026-03-13",
        "outcome: no_response",
        "outcome: accepted; outcome_date: 2026-01-13",
        "date: 2025-03-02",
    ] {
        let page = agenda(&[("a.md", &note(fields))], TODAY);
        assert_eq!(section(&page, "Your search"), "", "{fields}: {page}");
    }
}

#[test]
fn what_is_done_is_listed_up_to_ten_lines() {
    let people: Vec<String> = (0..12).map(|n| format!("P{n} Doe <p{n}@acme.example>")).collect();
    let done: Vec<String> =
        (0..12).map(|n| format!("thank-you/p{n}-doe: done 2026-03-03")).collect();
    let fields =
        format!("interviewers: [{}]; followups: {{{}}}", people.join(", "), done.join(", "));
    let page = agenda(&[("a.md", &note(&fields))], "2026-03-10");
    let done = section(&page, "Done in the last 14 days");
    assert_eq!(done.lines().filter(|line| line.starts_with("- [x]")).count(), 10, "{page}");
    assert!(done.ends_with("- and 2 more"), "{page}");
}

#[test]
fn the_data_has_interviews_processes_and_the_days_of_tasks() {
    let on_site = on_site() + "\n- [ ] Pack 📅 2026-03-15\n";
    let folder =
        journal(&[("screen.md", &screen()), ("onsite.md", &on_site), ("globex.md", &phone_call())]);
    let agenda = folder.agenda(TODAY);
    let asks = [
        "Ask when they will decide.",
        "Ask what comes next: further rounds, references, checks.",
        "Ask for the addresses of Ravi Patel and Kim Soto.",
        "Say that you would like the job, and mention other offers if there are any.",
    ];
    assert_eq!(
        agenda["interviews"],
        json!([
            {"note": "onsite.md", "company": "Acme", "role": "Dev", "round": "on-site",
             "date": "2026-03-16", "with": ["Jane Doe", "Ravi Patel"], "ask": asks},
            {"note": "globex.md", "company": "Globex", "role": null, "round": "phone call",
             "date": "2026-03-18", "with": ["Ann Lee"], "ask": []},
        ])
    );
    assert_eq!(
        agenda["processes"],
        json!([
            {"id": "acme-dev", "company": "Acme", "role": "Dev", "note": "onsite.md",
             "stage": "interview", "since": null, "until": "2026-03-16", "next": null},
            {"id": "globex", "company": "Globex", "role": null, "note": "globex.md",
             "stage": "interview", "since": null, "until": "2026-03-18", "next": null},
        ])
    );
    assert_eq!(
        agenda["tasks"],
        json!([{"note": "onsite.md", "line": 11, "key": "9865a26e", "text": "Pack", "due": "2026-03-15"}])
    );
}

#[test]
fn tasks_with_a_day_outlast_their_process() {
    let tasks =
        "\n- [ ] hand in my notice 📅 2026-03-20\n- [ ] prepare 📅 2026-03-09\n- [ ] buy shoes\n";
    let fields = "company: Acme; role: Dev; date: 2026-03-10";
    let write = |outcome: &str| note(&format!("{fields}{outcome}")) + tasks;
    let folder = journal(&[("a.md", &write(""))]);
    let agenda = folder.build("2026-03-16");
    for task in ["hand in my notice", "prepare", "buy shoes"] {
        assert!(agenda.contains(task), "{task}: {agenda}");
    }
    for outcome in ["accepted", "rejected", "withdrawn"] {
        folder.write("a.md", write(&format!("; outcome: {outcome}; outcome_date: 2026-03-16")));
        let agenda = folder.build("2026-03-16");
        assert!(agenda.contains("**hand in my notice** · Acme · due Fri 20 Mar"), "{agenda}");
        let is_new_job = outcome == "accepted";
        assert_eq!(agenda.contains("buy shoes"), is_new_job, "{agenda}");
        assert!(!agenda.contains("prepare"), "{agenda}");
        // What nobody has ticked for long doesn't come back.
        assert!(folder.build("2026-05-18").contains("hand in my notice"), "{outcome}");
        assert!(!folder.build("2026-05-19").contains("hand in my notice"), "{outcome}");
    }
    folder.build("2026-03-16");
    folder.run_on("2026-03-16", "done notice");
    assert!(folder.read("a.md").contains("- [x] hand in my notice"));
    // So they do when another job is taken, before the company has heard of it as well.
    folder.write("a.md", write("; interviewers: [Jo Ek <j@x.example>]"));
    let taken = "company: Bolt; role: Dev; outcome: accepted; outcome_date: 2026-03-16";
    folder.write("b.md", note(taken));
    let agenda = folder.build("2026-03-16");
    assert!(agenda.contains("**Withdraw from Acme**"), "{agenda}");
    assert!(agenda.contains("**hand in my notice** · Acme · due Fri 20 Mar"), "{agenda}");
    assert!(!agenda.contains("buy shoes") && !agenda.contains("prepare"), "{agenda}");
}

#[test]
fn in_the_holidays_the_agenda_asks_for_days_off() {
    let hint = "List your bank holidays in journal.toml";
    let file = note("company: Acme; role: Dev; date: 2026-12-10");
    let folder = journal(&[("a.md", &file)]);
    for (day, is_there) in [("2026-12-14", false), ("2026-12-16", true), ("2027-01-07", false)] {
        assert_eq!(folder.build(day).contains(hint), is_there, "{day}");
    }
    // The line is the agenda's own: it goes when it is heeded.
    folder.build("2026-12-16");
    folder.write("journal.toml", "holidays = [2026-12-25, 2027-01-01]\n");
    let agenda = folder.build("2026-12-16");
    assert!(!agenda.contains(hint) && agenda.contains("goes on through the holidays"), "{agenda}");
    // It ends with a new job.
    folder.write("journal.toml", "");
    let taken =
        "company: Acme; role: Dev; date: 2026-12-10; outcome: accepted; outcome_date: 2026-12-15";
    folder.write("a.md", note(taken));
    folder.write("b.md", note("company: Bolt; role: Dev; date: 2026-12-11"));
    let agenda = folder.build("2026-12-16");
    assert!(agenda.contains("you accepted another offer"), "{agenda}");
    assert!(!agenda.contains(hint) && !agenda.contains("holidays"), "{agenda}");
}

/// Nobody has been met yet.
#[test]
fn the_first_interview_is_no_next_round() {
    let invited =
        "role: Dev; outcome: more_interviews; outcome_date: 2026-03-16; recruiter: Sam Lee";
    for (when, expected, answered) in [
        ("date:; applied: 2026-03-02", "first interview", "interview"),
        ("date: 2026-03-02; round: take-home task", "first interview", "interview"),
        ("date: 2026-03-02", "next round", "next round"),
    ] {
        let folder = journal(&[("a.md", &note(&format!("{when}; {invited}")))]);
        let agenda = folder.build(TODAY);
        assert!(agenda.contains(&format!("| {expected} to be arranged |")), "{agenda}");
        assert!(agenda.contains(&format!("**Answer Sam Lee about the {answered}**")), "{agenda}");
    }
}

#[test]
fn ones_own_manager_is_told_before_the_letter() {
    let taken = "role: Dev; internal: true; outcome: accepted; outcome_date: 2026-03-16; \
                 manager: Jo Bell <jo@acme.example>; recruiter: Sam Lee";
    let agenda = journal(&[("a.md", &note(taken))]).build(TODAY);
    let line = "**Thank Jo Bell, your current manager** · Acme · due Tue 17 Mar · tell them in person first";
    assert!(agenda.contains(line), "{agenda}");
}

/// On the days that matter the letter that matters comes first, however long others have been due.
#[test]
fn word_about_an_offer_comes_before_what_has_been_due_for_longer() {
    let thanks = note("company: Abbey; date: 2026-03-14; interviewers: [Ida, Ben]");
    let offer = "company: Zeta; date: 2026-03-10; interviewers: [Jane, Ravi]; \
                 outcome_date: 2026-03-16; contact: Jane; outcome: ";
    for (outcome, first) in [
        ("offer; decide_by: 2026-03-18", "- [ ] **Thank Jane for the offer**"),
        ("accepted", "- [ ] **Accept in writing, to Jane**"),
    ] {
        let zeta = note(&format!("{offer}{outcome}"));
        let page = agenda(&[("a.md", &thanks), ("z.md", &zeta)], TODAY);
        let today = page.split("## Today\n\n").nth(1).unwrap();
        assert!(today.starts_with(first) && today.contains("**Thank Ben**"), "{page}");
        // Ravi waits as well.
        assert!(
            page.contains(&format!(
                "| {}, Mon 16 Mar |",
                first.replace("- [ ] ", "").replace("**", "")
            )),
            "{page}"
        );
        let is_accepted = outcome == "accepted";
        let left = "| you accepted another offer | Withdraw from Abbey, Tue 17 Mar |";
        assert_eq!(page.contains(left), is_accepted, "{page}");
    }
}

/// What is late may be late for a day more.
#[test]
fn an_acceptance_stands_before_what_is_overdue() {
    let zeta = note(
        "company: Zeta; date: 2026-03-09; interviewers: [Jane]; also_met: [Fiona Hale]; outcome: accepted; \
         outcome_date: 2026-03-16",
    );
    let order = |day: &str| {
        let page = agenda(&[("z.md", &zeta)], day);
        let place = |what: &str| page.find(what).unwrap_or_else(|| panic!("{what}: {page}"));
        place("**Accept in writing") < place("**Thank Fiona Hale")
    };
    assert!(order(TODAY) && order("2026-03-17"));
    let folder = journal(&[("z.md", &zeta)]);
    assert!(folder.build(TODAY).find("## Today") < folder.build(TODAY).find("## Overdue"));
    assert_eq!(folder.run_on(TODAY, "build --check").code, 0);
}

/// The contract is sent back once the offer is accepted.
#[test]
fn tasks_stay_while_an_acceptance_is_news() {
    let body = "\n- [ ] send the contract back\n- [x] ask about parking\n";
    let text = |fields: &str| note(&format!("interviewers: [Jane]; {fields}")) + body;
    let line = "**send the contract back**";
    for (fields, day, is_listed) in [
        ("outcome: offer; outcome_date: 2026-03-12", "2026-03-16", true),
        ("outcome: accepted; outcome_date: 2026-03-16", "2026-03-16", true),
        ("outcome: accepted; outcome_date: 2026-03-16", "2026-03-30", true),
        ("outcome: accepted; outcome_date: 2026-03-16", "2026-06-30", false),
        ("outcome: declined; outcome_date: 2026-03-16", "2026-03-16", false),
    ] {
        let page = agenda(&[("a.md", &text(fields))], day);
        assert_eq!(page.contains(line), is_listed, "{fields} {day}: {page}");
    }
}

/// A word that can't be read takes nothing from the day that matters.
#[test]
fn a_deadline_stays_where_the_outcome_cannot_be_read() {
    let text = note("outcome: got it!; decide_by: 2026-03-18; interviewers: [Jane]");
    let page = agenda(&[("a.md", &text)], TODAY);
    assert!(
        page.contains("**The offer from Acme wants an answer by Wed 18 Mar, in 2 days.**"),
        "{page}"
    );
    assert!(page.contains("| offer until Wed 18 Mar |"), "{page}");
}

/// A note that began as a copy of the one before: its interview is to come, whatever else it says.
#[test]
fn what_came_with_a_copy_counts_for_nothing() {
    let copy = "date: 2026-03-18; interviewers: [Jane <jane@acme.example>]; outcome: next round; \
                outcome_date: 2026-03-12; followups: {thank-you/jane: done 2026-03-06}";
    let folder = journal(&[("b.md", &note(copy))]);
    let page = folder.build(TODAY);
    assert!(page.contains("## Coming up"), "{page}");
    assert!(page.contains("| interview on Wed 18 Mar |") && !page.contains("Answer"), "{page}");
    let codes = ["(early-answer)", "(early-record)"];
    assert!(codes.iter().all(|code| page.contains(code)), "{page}");
    let page = folder.build("2026-03-19");
    assert!(page.contains("**Thank Jane** · Acme · today"), "{page}");
    assert_eq!(folder.run_on("2026-03-19", "done thank jane").code, 0);
    let written = folder.read("b.md");
    let done = "thank-you/jane: done 2026-03-19";
    assert!(written.contains(done) && !written.contains("2026-03-06"), "{written}");
    // They called off the interview, or made an offer before it.
    let early = "date: 2026-03-18; interviewers: [Jane]; outcome_date: 2026-03-12; decide_by: 2026-03-20; \
                 followups: {thank-you/jane: done 2026-03-06}; outcome: ";
    let page = agenda(&[("b.md", &note(&format!("{early}rejected")))], TODAY);
    assert!(!page.contains("## Coming up"), "{page}");
    let page = agenda(&[("b.md", &note(&format!("{early}offer")))], TODAY);
    assert!(page.contains("**The offer from Acme wants an answer by Fri 20 Mar"), "{page}");
}

/// The word was changed once the offer was accepted, and its day was not.
#[test]
fn the_day_of_an_offer_is_not_that_of_its_acceptance() {
    let offer = "date: 2026-02-10; interviewers: [Jane <jane@acme.example>]; outcome: offer; \
                 outcome_date: 2026-02-20; decide_by: 2026-03-20; \
                 followups: {offer-thanks: done 2026-02-21, offer-decision: done 2026-03-16, thank-you/jane: done 2026-02-11}";
    let folder = journal(&[("a.md", &note(offer))]);
    folder.build(TODAY);
    folder.edit("a.md", "outcome: offer", "outcome: accepted");
    // Recorded late, once it was accepted.
    let accepted = offer.replace("outcome: offer", "outcome: accepted");
    for late in [
        accepted.replace("offer-decision: done 2026-03-16", "offer-feedback: done 2026-02-22"),
        accepted.replace("offer-decision:", "acceptance: done 2026-02-20, offer-decision:"),
    ] {
        assert!(!agenda(&[("a.md", &note(&late))], TODAY).contains("(offer-day)"), "{late}");
    }
    let page = folder.build(TODAY);
    let asked = "**When did you hear from Acme?**";
    assert!(
        page.contains(asked) && page.contains("**Accept in writing, to Jane** · Acme · today"),
        "{page}"
    );
    assert!(page.contains("(offer-day)"), "{page}");
    folder.edit("FOLLOWUPS.md", &format!("- [ ] {asked}"), &format!("- [x] {asked}"));
    let page = folder.build(TODAY);
    assert!(folder.read("a.md").contains("outcome_date: 2026-03-16"), "{page}");
    assert!(!page.contains(asked) && !page.contains("## Problems"), "{page}");
}
