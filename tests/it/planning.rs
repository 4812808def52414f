//! Planning a day without writing anything.

use std::fmt::Write;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::sync::Arc;

use chrono::NaiveDate;
use journal::unstable::{DayPlan, Detail, Patience, Record, Recording, Session, parse_date};

use crate::support::{AGENDA, Folder, NOTE, Random, journal};

/// Plans a day in a session that has just looked at the folder.
fn plan(session: &mut Session) -> DayPlan {
    session.plan(parse_date("2026-03-04").unwrap(), &[])
}

#[test]
fn a_plan_asked_for_twice_is_the_same_twice() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build("2026-03-03");
    folder.edit("FOLLOWUPS.md", "- [ ] **Thank Jane Doe**", "- [x] **Thank Jane Doe**");
    let root = folder.path().to_path_buf();
    let mut session = Session::open(root, Detail::Shown, Arc::default()).unwrap();
    session.look(|_| {});
    let first = plan(&mut session);
    assert_eq!(first.notes.len(), 1, "the tick is to be recorded");
    assert!(first.notes[0].after().unwrap().contains("thank-you/jane-doe: done 2026-03-04"));
    for _ in 0..2 {
        let again = plan(&mut session);
        assert_eq!(again.notes, first.notes);
        assert_eq!(again.day.changes, first.day.changes);
    }
    assert!(!folder.read("acme.md").contains("done"), "a plan writes nothing");
}

/// The text of a settled note is only read once it is asked for.
#[test]
fn a_note_that_changes_before_its_text_is_asked_for_is_looked_at_again() {
    let rejected = |words: &str| {
        format!(
            "---\ncompany: Acme\ndate: 2026-03-02\ninterviewers: [Jane Doe <jane@acme.example>]\n\
             outcome: rejected\noutcome_date: 2026-03-04\n---\n\n## Say to Jane\n\n{words}\n"
        )
    };
    let folder = journal(&[("acme.md", &rejected("The tour was a joy."))]);
    let look = || {
        let root = folder.path().to_path_buf();
        let session = Session::open(root, Detail::Shown, Arc::default()).unwrap();
        let mut session = session.leaving_texts();
        session.look(|_| {});
        session
    };
    let planned = |mut session: Session| {
        let changes = plan(&mut session).day.changes;
        changes.iter().map(|change| change.after().unwrap().to_owned()).collect::<String>()
    };
    assert!(planned(look()).contains("The tour was a joy."));
    let seen = look();
    folder.write("acme.md", rejected("The lunch was a joy."));
    let changed = planned(seen);
    assert!(changed.contains("The lunch was a joy.") && !changed.contains("tour"), "{changed}");
    let seen = look();
    fs::remove_file(folder.path().join("acme.md")).unwrap();
    assert!(!planned(seen).contains("Jane"), "it is gone");
}

/// Sets this to a number to try as many more journals.
const MORE: &str = "JOURNALS";

/// The commands that record something work with all follow-ups, the watch with those that are shown.
#[test]
fn whatever_happens_a_session_plans_what_a_fresh_one_does() {
    let more = std::env::var(MORE).map_or(0, |more| more.parse().unwrap());
    for seed in 0..4 + more {
        lived_through(seed, if seed % 2 == 0 { Detail::Everything } else { Detail::Shown });
    }
}

/// Changes a journal in many ways, and compares the plans of a session that sees all of them with those of fresh ones.
fn lived_through(seed: u64, detail: Detail) {
    let random =
        &mut Random(0x2545_f491_4f6c_dd1d ^ (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let folder = journal(&[]);
    for at in 0..6 {
        folder.write(&format!("{at}.md"), any_note(random));
    }
    // The fresh ones have all texts.
    let mut session = opened(&folder, detail).leaving_texts();
    let mut today = parse_date("2026-03-16").unwrap();
    for step in 0..40 {
        for _ in 0..=random.below(3) {
            change(&folder, step, random);
        }
        if random.below(8) == 0 {
            today = today + chrono::Days::new(random.below(9) as u64);
        }
        session.look(|_| {});
        let requests = requests(&mut session, today, random);
        let mut fresh = opened(&folder, detail);
        let how = format!("seed {seed}, step {step}, {detail:?}, {today}, {requests:?}");
        let (now, expected) = (session.plan(today, &requests), fresh.plan(today, &requests));
        assert_eq!(told(&now), told(&expected), "{how}\n{:#?}", folder.texts());
        if random.below(3) == 0 {
            let mut built = session.run(today, Patience::ALONE, &requests);
            if requests.iter().any(|request| session.refusal(request).is_some()) {
                // The agenda says so once.
                built = session.run(today, Patience::ALONE, &[]);
            }
            assert_eq!((built.failures, built.kept), (vec![], vec![]), "{how}");
            for detail in [Detail::Everything, Detail::Shown] {
                let left = opened(&folder, detail).plan(today, &[]);
                assert!(left.notes.is_empty() && left.day.changes.is_empty(), "{how}: {left:#?}");
            }
        }
    }
}

fn opened(folder: &Folder, detail: Detail) -> Session {
    let mut session = Session::open(folder.path().to_path_buf(), detail, Arc::default()).unwrap();
    session.look(|_| {});
    session
}

/// All that a plan says.
fn told(plan: &DayPlan) -> String {
    let mut told = format!("{:#?}\n{:#?}\n", plan.notes, plan.day.changes);
    for item in &plan.day.agenda.items {
        let (id, status, due) = (item.followup.id(), item.status, item.due());
        writeln!(told, "{id} {status:?} {due} {:?} {}", item.draft, item.title).unwrap();
    }
    let agenda = &plan.day.agenda;
    let words: Vec<&str> = plan.recordings.iter().map(|one| one.words.as_str()).collect();
    write!(told, "{:#?} {:#?} {words:?}", agenda.problems, plan.day.blocked).unwrap();
    told
}

/// What a command would record of one of the follow-ups, as often as not.
fn requests(session: &mut Session, today: NaiveDate, random: &mut Random) -> Vec<Recording> {
    let items = session.work_out(today).agenda.items;
    if items.is_empty() || random.below(2) == 0 {
        return Vec::new();
    }
    let followup = &items[random.below(items.len())].followup;
    let record = match random.below(5) {
        0 | 1 => Some(Record::Done(today)),
        2 => Some(Record::Skipped(today)),
        3 => Some(Record::Snoozed(today + chrono::Days::new(5))),
        _ => None,
    };
    vec![Recording::of(&followup.note.path, &followup.record_id(), record)]
}

/// Ways to mark a line, of which some slip and others mean nothing.
const MARKS: [&str; 9] =
    ["- [x] ", "- [x] ", "- [-] ", "- [/] ", "-[x] ", "- (x) ", "- [done] ", "x - [ ] ", ""];

/// Changes something in the folder, as a user would.
fn change(folder: &Folder, step: usize, random: &mut Random) {
    let files = folder.files();
    let notes: Vec<&String> =
        files.iter().filter(|path| !path.ends_with(".draft.md") && *path != AGENDA).collect();
    let drafts = folder.drafts();
    let note = (!notes.is_empty()).then(|| folder.at(notes[random.below(notes.len())]));
    let draft = (!drafts.is_empty()).then(|| folder.at(&drafts[random.below(drafts.len())]));
    match (random.below(12), note, draft) {
        (0..=3, Some(note), _) => fs::write(note, any_note(random)).unwrap(),
        (4, ..) => folder.write(&format!("{step}.md"), any_note(random)),
        (5, Some(note), _) if notes.len() > 3 => fs::remove_file(note).unwrap(),
        (6, Some(note), _) => fs::rename(note, folder.at(&format!("moved-{step}.md"))).unwrap(),
        (7, _, Some(draft)) => fs::remove_file(draft).unwrap(),
        (8, _, Some(draft)) => {
            let mut draft = OpenOptions::new().append(true).open(draft).unwrap();
            draft.write_all(b"PS: see you soon!\n").unwrap();
        }
        (9..=11, ..) if folder.has(AGENDA) => {
            let agenda = folder.read(AGENDA);
            let boxes: Vec<&str> =
                agenda.lines().filter(|line| line.starts_with("- [ ] **")).collect();
            if !boxes.is_empty() {
                let line = boxes[random.below(boxes.len())];
                let new = match random.below(10) {
                    0 => "- [x] did that".to_owned(),
                    at => line.replace("- [ ] ", MARKS[at - 1]),
                };
                folder.write(AGENDA, agenda.replacen(line, &new, 1));
            }
        }
        _ => {}
    }
}

/// A note of one of a few processes, which have to do with each other.
fn any_note(random: &mut Random) -> String {
    let mut any = |choices: &[&'static str]| choices[random.below(choices.len())];
    let mut note = format!("---\ncompany: {}\n", any(&["Acme", "Globex", "Initech", "Umbrella"]));
    note += any(&["", "role: Dev\n", "role: Dev\n", "role: Ops\n"]);
    note += any(&[
        "date: 2026-02-20\n",
        "date: 2026-03-02\n",
        "date: 2026-03-12\n",
        "date: 2026-03-20\n",
        "applied: 2026-03-01\n",
    ]);
    note += any(&["", "", "", "round: coffee chat\n", "internal: true\n"]);
    note += any(&[
        "",
        "interviewers: [Jane Doe <jane@x.example>, Ravi Patel]\n",
        "interviewers: [Ann Lee <ann@x.example>]\n",
        "interviewers: [?]\n",
    ]);
    note +=
        any(&["", "recruiter: Sam Lee <sam@t.example>\n", "recruiter: Kim Soto <kim@t.example>\n"]);
    note += any(&["", "", "decision_window: 1 week\n", "decision_window: by 2026-03-25\n"]);
    note += any(&[
        "",
        "",
        "",
        "outcome: pending\n",
        "outcome: offer\n",
        "outcome: offer\noutcome_date: 2026-03-13\ndecide_by: 2026-03-22\n",
        "outcome: accepted\noutcome_date: 2026-03-14\n",
        "outcome: accepted\n",
        "outcome: rejected\noutcome_date: 2026-03-13\n",
        "outcome: declined\noutcome_date: 2026-03-13\n",
        "outcome: withdrawn\noutcome_date: 2026-03-13\n",
        "outcome: next round\noutcome_date: 2026-03-13\n",
        "outcome: no response\n",
        "outcome: cancelled\n",
    ]);
    let records: Vec<&str> = (0..any(&["", "", ".", "..", "..."]).len())
        .map(|_| {
            any(&[
                "  thank-you/jane-doe: done 2026-03-13\n",
                "  thank-you/ann-lee: skipped 2026-03-13\n",
                "  connect: done 2026-03-14\n",
                "  recruiter-thanks: done 2026-03-14\n",
                "  status-check/1: done 2026-03-14\n",
                "  offer-thanks: done 2026-03-14\n",
                "  offer-decision: snoozed until 2026-03-18\n",
                "  offer-elsewhere/globex-dev: done 2026-03-14\n",
                "  offer-elsewhere/acme: done 2026-03-14\n",
                "  withdraw/globex-dev: done 2026-03-14\n",
                "  withdraw/initech: skipped 2026-03-14\n",
                "  withdraw/umbrella-ops: done 2026-03-15\n",
                "  rejection-thanks: done 2026-03-14\n",
            ])
        })
        .collect();
    let records: std::collections::BTreeSet<&str> = records.into_iter().collect();
    if !records.is_empty() {
        note += "followups:\n";
        note.extend(records);
    }
    note += "---\n";
    note += any(&[
        "",
        "\n## Say to Jane\n\nThe rota is humane.\n",
        "\n- [ ] Send the slides\n",
        "\n## To send\n\n- the paper\n",
    ]);
    note
}
