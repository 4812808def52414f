//! The calendar: read by another library, the same bytes every time, and never over anything else.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
};
use calcard::{Entry, Parser};
use snapbox::{assert_data_eq, str};

use super::acme_and_globex;
use crate::support::{AGENDA, Folder, NOTE, SAMPLE_DAY, TODAY, journal};

const SETTING: &str = "[export]\nics = \"followups.ics\"\n";
const FILE: &str = "followups.ics";

/// What another library reads.
fn read(text: &str) -> ICalendar {
    let mut parser = Parser::new(text);
    let calendar = match parser.entry() {
        Entry::ICalendar(calendar) => calendar,
        other => panic!("{other:?}:\n{text}"),
    };
    assert!(matches!(parser.entry(), Entry::Eof), "{text}");
    calendar
}

/// A day, as `2026-03-02`, or a text.
fn value(component: &ICalendarComponent, name: &ICalendarProperty) -> Option<String> {
    let entry = component.entries.iter().find(|entry| entry.name == *name)?;
    Some(match entry.values.first().unwrap() {
        ICalendarValue::PartialDateTime(day) => {
            let [month, day_] = [day.month, day.day].map(Option::unwrap);
            format!("{:04}-{month:02}-{day_:02}", day.year.unwrap())
        }
        value => value.as_text().unwrap().to_owned(),
    })
}

/// The entries, as summaries with their first and their last day.
fn days(text: &str, kind: &ICalendarComponentType) -> BTreeMap<String, (String, Option<String>)> {
    let calendar = read(text);
    let of_kind = calendar.components.iter().filter(|one| one.component_type == *kind);
    let day = |one: &ICalendarComponent| {
        let of = |name| value(one, &name);
        let start = of(ICalendarProperty::Dtstart).or(of(ICalendarProperty::Due)).unwrap();
        let summary = of(ICalendarProperty::Summary).unwrap();
        (summary, (start, of(ICalendarProperty::Dtend)))
    };
    of_kind.map(day).collect()
}

fn export(folder: &Folder, day: &str, more: &str) -> String {
    let ran = folder.run_on(day, &format!("export ics {more}"));
    assert_eq!((ran.code, &*ran.stderr), (0, ""), "{ran:?}");
    ran.stdout
}

#[test]
fn interviews_and_everything_due_stand_on_their_days() {
    let folder = acme_and_globex();
    let events = days(&export(&folder, "2026-03-05", ""), &ICalendarComponentType::VEvent);
    let events: Vec<String> = events
        .iter()
        .map(|(summary, (from, to))| format!("{from} {} {summary}\n", to.as_deref().unwrap()))
        .collect();
    // The last day isn't part of an event. What was due before today lasts until today.
    assert_data_eq!(
        events.concat(),
        str![[r#"
2026-03-11 2026-03-12 Ask Jane Doe for news · Acme Robotics
2026-03-06 2026-03-07 Connect with Jane Doe · Acme Robotics
2026-03-12 2026-03-13 Interview · Globex, Inc.; R&D, Dev
2026-03-10 2026-03-11 Read their report · Globex, Inc.; R&D
2026-03-05 2026-03-06 Send Jane Doe something useful · Acme Robotics
2026-03-03 2026-03-06 Thank Jane Doe · Acme Robotics

"#]]
    );
    let todos = export(&folder, "2026-03-05", "--as todo");
    let due = days(&todos, &ICalendarComponentType::VTodo);
    assert_eq!(due.len(), 5, "{todos}");
    assert_eq!(due["Thank Jane Doe · Acme Robotics"], ("2026-03-03".to_owned(), None));
    assert_eq!(days(&todos, &ICalendarComponentType::VEvent).len(), 1, "an interview is no to-do");
}

#[test]
fn the_days_are_those_of_the_agenda() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-journal");
    let folder = Folder::new();
    let run = |words: &[&str]| {
        let ran = folder.run_words_on(SAMPLE_DAY, &[words, &["-C", sample]].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.stdout
    };
    let agenda: serde_json::Value =
        serde_json::from_str(&run(&["agenda", "--format", "json"])).unwrap();
    let list = |name: &str| agenda[name].as_array().unwrap().clone();
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let followups = list("followups").into_iter().filter(|one| !one["section"].is_null());
    let followups = followups.map(|one| (text(&one["title"]), text(&one["due"])));
    let tasks = list("tasks").into_iter().filter(|one| !one["due"].is_null());
    let tasks = tasks.map(|one| (text(&one["text"]), text(&one["due"])));
    let mut expected: Vec<(String, String)> =
        followups.chain(tasks).map(|(what, day)| (what.unwrap(), day.unwrap())).collect();
    expected.sort();
    for (style, kind) in
        [("event", ICalendarComponentType::VEvent), ("todo", ICalendarComponentType::VTodo)]
    {
        let found = days(&run(&["export", "ics", "--as", style]), &kind);
        let mut found: Vec<(String, String)> = found
            .into_iter()
            .filter(|(summary, _)| !summary.starts_with("Interview · "))
            .map(|(summary, (day, _))| (summary.split(" · ").next().unwrap().to_owned(), day))
            .collect();
        found.sort();
        assert_eq!(found, expected);
    }
}

#[test]
fn an_event_says_what_to_know_and_reminds_in_the_morning() {
    let folder = journal(&[
        ("acme.md", NOTE),
        ("journal.toml", "[export]\nlinks = \"https://git.example/jobs/\"\n"),
    ]);
    folder.build(TODAY);
    let text = export(&folder, TODAY, "");
    let event = text.split("BEGIN:VEVENT").find(|event| event.contains("SUMMARY:Thank")).unwrap();
    let expected = "CLASS:PRIVATE
DESCRIPTION:Every interviewer gets a thank-you of their own within a day: d
 ue on Tuesday 3 March 2026\\, 1 day after the interview on Monday 2 March 2
 026.\\nDraft: acme.thank-you.jane-doe.draft.md (2 blanks)\\nNote: acme.md
DTEND;VALUE=DATE:20260304
DTSTAMP:20260303T000000Z
DTSTART;VALUE=DATE:20260303
SUMMARY:Thank Jane Doe · Acme Robotics
TRANSP:TRANSPARENT
UID:6cf184edadadf28fa308e1817aa68675@journal
URL:https://git.example/jobs/acme.thank-you.jane-doe.draft.md
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Thank Jane Doe · Acme Robotics
DTSTAMP:20260303T000000Z
TRIGGER;RELATED=START:PT32400S
UID:reminder-6cf184edadadf28fa308e1817aa68675@journal
END:VALARM
END:VEVENT
";
    assert_eq!(event.replace("\r\n", "\n"), format!("\n{expected}"));
}

#[test]
fn what_is_done_leaves_and_what_moves_keeps_its_name() {
    let folder = acme_and_globex();
    let uid = |text: &str| {
        let event = text.split("BEGIN:VEVENT").find(|event| event.contains("SUMMARY:Interview"));
        event.unwrap().split("UID:").nth(1).unwrap().lines().next().unwrap().to_owned()
    };
    let before = export(&folder, TODAY, "");
    folder.edit("sub/globex.md", "2026-03-12", "2026-03-13");
    let moved = export(&folder, TODAY, "");
    assert!(moved.contains("DTSTART;VALUE=DATE:20260313"), "{moved}");
    assert_eq!(uid(&moved), uid(&before));
    assert!(before.contains("Thank Jane Doe"));
    assert_eq!(folder.run_words_on(TODAY, &["done", "thank jane"]).code, 0);
    assert!(!export(&folder, TODAY, "").contains("Thank Jane Doe"));
}

#[test]
fn lines_are_short_and_words_stay_whole() {
    let long = "Zoë \u{1f600} ";
    let company = format!("R;D, \\n {}", long.repeat(300));
    let note = format!("---\ncompany: '{company}'\ndate: 2026-03-02\ninterviewers: [Jane]\n---\n");
    for cut in 0..8 {
        let path = format!("{}é 100% #1.md", "a".repeat(cut));
        let folder = journal(&[(&path, &note)]);
        let text = export(&folder, TODAY, "");
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains('\n'), "{line:?}");
        }
        for event in read(&text).components.iter().skip(1).step_by(2) {
            let Some(summary) = value(event, &ICalendarProperty::Summary) else { continue };
            assert!(summary.contains("R;D, \\n Zoë \u{1f600} Zoë"), "{summary}");
        }
    }
}

#[test]
fn a_build_keeps_the_calendar_up_to_date() {
    let folder = acme_and_globex();
    folder.write("journal.toml", SETTING);
    let check = folder.run_on(TODAY, "build --check");
    assert_eq!(check.code, 1);
    assert!(check.stdout.contains("would create followups.ics\n"), "{check:?}");
    let ran = folder.run_on(TODAY, "build");
    assert!(ran.stderr.contains("followups.ics written"), "{ran:?}");
    let text = folder.read(FILE);
    assert!(!text.contains("URL:"), "it is the same wherever the journal lies:\n{text}");
    assert_eq!(folder.run_on(TODAY, "build --check").code, 0);

    // Writing there by hand gives the same file.
    folder.remove(FILE);
    let ran = folder.run_on(TODAY, "export ics -o followups.ics");
    assert_eq!((ran.code, ran.stderr.ends_with("followups.ics is written\n")), (0, true));
    assert_eq!(folder.read(FILE), text);
    folder.write(FILE, text.replace("\r\n", "\n"));
    folder.build(TODAY);
    assert_eq!(folder.read(FILE), text, "what git made of the line ends is no edit");

    folder.run_words_on(TODAY, &["done", "thank jane"]);
    assert!(!folder.read(FILE).contains("Thank Jane Doe"), "a record renews it");
    let today = folder.read(FILE);
    folder.build("2026-03-06");
    assert_ne!(folder.read(FILE), today);
    // An interrupted run's file is tidied up.
    folder.write(".journal-tmp-999999-followups.ics.swap", &today);
    folder.build("2026-03-07");
    assert!(folder.files().iter().all(|path| !path.starts_with(".journal")));
}

#[test]
fn a_calendar_of_somebody_elses_stays() {
    let folder = acme_and_globex();
    folder.write("journal.toml", SETTING);
    folder.build(TODAY);
    let ours = folder.read(FILE);
    for theirs in [
        ours.replace("Jane", "Joan"),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n".to_owned(),
        String::new(),
    ] {
        folder.write(FILE, &theirs);
        let ran = folder.run_on("2026-03-06", "build");
        assert_eq!(ran.code, 3, "{ran:?}");
        assert!(
            ran.stderr.contains("error: followups.ics was not written: a file of yours"),
            "{ran:?}"
        );
        assert!(folder.read(AGENDA).contains("[followups.ics](followups.ics) a file of yours"));
        assert_eq!(folder.run_on("2026-03-06", "build --check").code, 1);
        let ran = folder.run_on("2026-03-06", "export ics -o followups.ics");
        assert_eq!(ran.code, 3, "{ran:?}");
        assert!(
            ran.stderr.ends_with(
                "followups.ics was not written: a file of yours has that name; give another one, \
                 or send the output there with >\n"
            ),
            "{ran:?}"
        );
        assert_eq!(folder.read(FILE), theirs);
    }
    folder.remove(FILE);
    fs::create_dir(folder.at(FILE)).unwrap();
    assert_eq!(folder.run_on(TODAY, "build").code, 3);
    symlink("acme.md", folder.at("link.ics")).unwrap();
    for file in [FILE, "link.ics", "nowhere/a.ics"] {
        let ran = folder.run_words_on(TODAY, &["export", "ics", "-o", file]);
        assert_eq!(ran.code, 3, "{file}: {ran:?}");
    }
    assert_eq!(folder.read("acme.md"), NOTE);
}

#[test]
fn a_mark_of_ours_in_a_note_changes_nothing() {
    let note = NOTE.replace("Acme", "X-JOURNAL-SEAL:0123456789abcdef0123456789abcdef");
    let folder = journal(&[("acme.md", &note), ("journal.toml", SETTING)]);
    folder.build(TODAY);
    folder.build("2026-03-05");
    assert_eq!(folder.run_on("2026-03-05", "build --check").code, 0);
}

#[test]
fn links_lead_to_where_the_journal_lies() {
    let folder = journal(&[("a b/journal.toml", ""), ("a b/acme.md", NOTE)]);
    let root = folder.at("a b").canonicalize().unwrap();
    let root = root.to_str().unwrap().replace(' ', "%20");
    let ran = folder.run_words_on(TODAY, &["export", "ics", "-C", "a b"]);
    let url = format!("URL:file://{root}/acme.md\r\n");
    assert!(ran.stdout.replace("\r\n ", "").contains(&url), "{url}{ran:?}");
    folder.write("a b/journal.toml", "[export]\nlinks = \"obsidian://open?vault=jobs&file=\"\n");
    let ran = folder.run_words_on(TODAY, &["export", "ics", "-C", "a b"]);
    let url = "URL:obsidian://open?vault=jobs&file=acme.md\r\n";
    assert!(ran.stdout.replace("\r\n ", "").contains(url), "{ran:?}");
}

#[test]
fn settings_that_cannot_be_are_named() {
    for (setting, reason) in [
        ("ics = \"../a.ics\"", "is not a file's name such as \"followups.ics\""),
        ("ics = \"a.txt\"", "is not a file's name such as \"followups.ics\""),
        ("links = \"/home/alex\"", "is not the beginning of a link"),
        ("links = \"C:/jobs\"", "is not the beginning of a link"),
        ("links = \"https://a b\"", "is not the beginning of a link"),
        ("links = \"https://a\\r\\nX:b\"", "is not the beginning of a link"),
        ("other = 1", "there is no setting"),
    ] {
        let folder = journal(&[("journal.toml", &format!("[export]\n{setting}\n"))]);
        let ran = folder.run_on(TODAY, "build");
        assert_eq!(ran.code, 2, "{setting}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{setting}: {ran:?}");
    }
    let empty = journal(&[("journal.toml", "[export]\nics = \"\"\nlinks = \"\"\n")]);
    assert_eq!(empty.run_on(TODAY, "build").code, 0);
}
