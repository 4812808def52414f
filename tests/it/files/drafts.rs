//! Drafts: renewed while they are untouched, never changed once they are the user's.

use std::fs;
use std::io::Write;

use journal::unstable::is_as_generated;

use super::{assert_settled, built, state};
use crate::support::{AGENDA, DRAFT, Folder, NOTE, TODAY, comment_of, journal, note};

type Happening = fn(&Folder);

type Edit = fn(&str) -> String;

/// Changes of a note while its draft is the user's.
const EVENTS: [(&str, Happening); 7] = [
    ("changes", |folder| folder.edit("acme.md", "humane", "shared")),
    ("closes", |folder| {
        folder.edit("acme.md", "role:", "outcome: rejected\noutcome_date: 2026-03-03\nrole:");
    }),
    ("is skipped", |folder| {
        folder.edit(
            "acme.md",
            "role:",
            "followups: {thank-you/jane-doe: skipped 2026-03-03}\nrole:",
        );
    }),
    ("is removed", |folder| folder.remove("acme.md")),
    ("moves", |folder| fs::rename(folder.at("acme.md"), folder.at("moved.md")).unwrap()),
    ("becomes unreadable", |folder| folder.write("acme.md", b"---\ncompany: \xff\n---\n")),
    ("is cut to nothing", |folder| folder.write("acme.md", "")),
];

#[test]
fn a_draft_of_the_users_is_never_changed_whatever_happens_to_its_note() {
    let edits: [(&str, Edit); 6] = [
        // the edit | the text after it, from the text before
        ("edited", |text| text.replace("Hi Jane", "Dear Jane")),
        ("emptied", |_| String::new()),
        ("left with a line feed", |_| "\n".to_owned()),
        ("appended to", |text| format!("{text}\nPS: see you!\n")),
        ("cut", |text| text[..text.len() - 4].to_owned()),
        ("stripped of its head", |text| text.rsplit("---\n").next().unwrap().to_owned()),
    ];
    for (edit, edited) in edits {
        for (event, happen) in EVENTS {
            let folder = built();
            let draft = edited(&folder.read(DRAFT));
            folder.write(DRAFT, &draft);
            let before = state(&folder).remove(DRAFT);
            for day in [TODAY, "2026-03-04"] {
                folder.build(day);
            }
            happen(&folder);
            for day in ["2026-03-04", "2026-04-30"] {
                folder.build(day);
                assert_eq!(folder.read(DRAFT), draft, "{edit}, then its note {event}");
            }
            assert_eq!(state(&folder).remove(DRAFT), before, "{edit}, then its note {event}");
        }
    }
}

#[test]
fn an_untouched_draft_is_renewed_or_removed_with_its_note() {
    let expected = [
        // the change of the note | whether the draft stays
        ("changes", true),
        ("closes", false),
        ("is skipped", false),
        ("is removed", false),
        ("moves", false),
        ("becomes unreadable", true),
        ("is cut to nothing", false),
    ];
    for ((event, happen), (named, stays)) in EVENTS.into_iter().zip(expected) {
        assert_eq!(event, named);
        let folder = built();
        happen(&folder);
        folder.build(TODAY);
        assert_eq!(folder.has(DRAFT), stays, "its note {event}");
        if stays {
            assert!(is_as_generated(&folder.read(DRAFT)), "its note {event}");
        }
        assert_settled(&folder);
    }
}

#[test]
fn an_untouched_draft_lapses_with_its_follow_up() {
    let folder = built();
    assert!(folder.has(DRAFT));
    folder.build("2026-04-30");
    assert!(!folder.has(DRAFT));
}

#[test]
fn a_deleted_draft_comes_back_while_its_follow_up_is_open() {
    let folder = built();
    let draft = folder.read(DRAFT);
    folder.remove(DRAFT);
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), draft);
}

const DONE: &str = "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:";

/// A journal whose draft was sent as it was generated, and that draft.
fn sent() -> (Folder, String) {
    let folder = built();
    folder.edit("acme.md", "role:", DONE);
    folder.build(TODAY);
    let draft = folder.read(DRAFT);
    (folder, draft)
}

#[test]
fn a_done_draft_stays_as_the_record_of_what_was_sent() {
    let folder = built();
    let draft = folder.read(DRAFT);
    let (before, body) = draft.split_once("\n---\n").unwrap();
    folder.edit("acme.md", "role:", DONE);
    folder.edit("acme.md", "humane", "shared");
    for day in [TODAY, "2026-02-01", "2026-03-04", "2026-05-30"] {
        folder.build(day);
        assert_eq!(folder.read(DRAFT), format!("{before}\nsent: 2026-03-03\n---\n{body}"));
        assert_eq!(folder.run_on(day, "build --check").code, 0);
    }
    folder.remove(DRAFT);
    folder.build(TODAY);
    assert!(!folder.has(DRAFT), "what is done needs no draft");
}

#[test]
fn an_edited_draft_that_is_done_stays_as_the_user_wrote_it() {
    let folder = built();
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    let edited = folder.read(DRAFT);
    folder.edit("acme.md", "role:", DONE);
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), edited);
}

#[test]
fn a_sent_draft_says_the_day_that_its_note_says() {
    let (folder, draft) = sent();
    folder.edit("acme.md", "done 2026-03-03", "done 2026-03-04");
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), draft.replace("sent: 2026-03-03", "sent: 2026-03-04"));
    folder.edit("acme.md", "done 2026-03-04", "skipped 2026-03-04");
    folder.edit("acme.md", "thank-you/jane-doe: skipped 2026-03-04", "");
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), draft.replace("sent: 2026-03-03\n", ""), "taken back");
}

#[test]
fn a_sent_draft_outlives_its_note_and_is_known_when_that_returns() {
    let (folder, draft) = sent();
    let note = folder.read("acme.md");
    for end in ["", "just a text now\n", "---\ncompany: Acme\ndate: [\n---\n"] {
        match end {
            "" => folder.remove("acme.md"),
            text => folder.write("acme.md", text),
        }
        for day in ["2026-03-04", "2026-06-01"] {
            let agenda = folder.build(day);
            assert_eq!(folder.read(DRAFT), draft, "{end}");
            assert!(!agenda.contains("Drafts left over"), "{agenda}");
            assert_eq!(folder.run_on(day, "build --check").code, 0);
        }
    }
    folder.write("acme.md", note);
    let agenda = folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), draft);
    let done = agenda.split("## Done").nth(1).unwrap();
    assert!(done.contains(&format!("[draft]({DRAFT})")), "{agenda}");
}

#[test]
fn a_sent_draft_outlives_a_branch_that_knows_nothing_of_it() {
    let (folder, draft) = sent();
    let done = folder.read("acme.md");
    // There the message wasn't sent, and would say something else.
    folder.write("acme.md", NOTE.replace("humane", "shared"));
    for day in [TODAY, "2026-06-01"] {
        folder.build(day);
        assert_eq!(folder.read(DRAFT), draft);
    }
    folder.write(
        "acme.md",
        NOTE.replace("interviewers: [Jane Doe <jane@acme.example>]", "also_met: []"),
    );
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), draft);
    folder.write("acme.md", done);
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), draft);
}

#[test]
fn a_draft_does_not_depend_on_the_day() {
    let folder = built();
    let draft = folder.read(DRAFT);
    for day in ["2026-03-02", "2026-03-05", "2026-03-15"] {
        folder.build(day);
        assert_eq!(folder.read(DRAFT), draft);
    }
}

#[test]
fn a_copy_of_a_draft_under_another_name_is_the_users() {
    let folder = built();
    let draft = folder.read(DRAFT);
    for copy in ["copy.draft.md", "acme.thank-you.jane-doe.draft copy.md", "acme.draft.md"] {
        folder.write(copy, &draft);
        folder.remove("acme.md");
        folder.build(TODAY);
        assert_eq!(folder.read(copy), draft, "{copy}");
        folder.write("acme.md", NOTE);
        folder.build(TODAY);
    }
}

#[test]
fn an_edited_draft_without_a_follow_up_is_listed_as_left_over() {
    let folder = built();
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    folder.remove("acme.md");
    let agenda = folder.build(TODAY);
    let left_over = agenda.split("## Drafts left over").nth(1).unwrap();
    assert!(left_over.contains(&format!("]({DRAFT})")), "{agenda}");
}

#[test]
fn a_draft_that_only_a_tool_touched_is_untouched() {
    let touches: [(&str, Edit); 6] = [
        ("CRLF", |text| text.replace('\n', "\r\n")),
        ("a byte-order mark", |text| format!("\u{feff}{text}")),
        ("no empty line behind the head", |text| text.replace("---\n\nHi", "---\nHi")),
        ("no line feed at the end", |text| text.trim_end().to_owned()),
        ("blanks at line ends", |text| text.replace(",\n", ",  \n")),
        ("brackets", |text| text.replace("me@home.example", "<me@home.example>")),
    ];
    for (touch, touched) in touches {
        let folder = built();
        let before = folder.read(DRAFT);
        folder.write(DRAFT, touched(&before));
        folder.edit("acme.md", "humane", "shared");
        folder.build(TODAY);
        let after = folder.read(DRAFT);
        assert!(is_as_generated(&after) && after.contains("shared"), "{touch}: {after}");
        // A draft that says what it should stays as the tool left it.
        folder.write(DRAFT, touched(&after));
        folder.build(TODAY);
        assert_eq!(folder.read(DRAFT), touched(&after), "{touch}");
        folder.remove("acme.md");
        folder.build(TODAY);
        assert!(!folder.has(DRAFT), "{touch}");
    }
}

#[test]
fn an_edited_draft_is_known_whatever_its_line_ends() {
    let conversions: [fn(String) -> String; 2] =
        [|text| text.replace('\n', "\r\n"), |text| format!("\u{feff}{text}")];
    for convert in conversions {
        let folder = built();
        folder.edit(DRAFT, "Hi Jane", "Dear Jane");
        folder.write(DRAFT, convert(folder.read(DRAFT)));
        let agenda = folder.build(TODAY);
        assert!(!agenda.contains("in-the-way"), "{agenda}");
        folder.remove("acme.md");
        let agenda = folder.build(TODAY);
        assert!(agenda.contains("## Drafts left over"), "{agenda}");
    }
}

#[test]
fn a_draft_in_another_encoding_is_an_edited_draft() {
    let folder = built();
    folder.write(DRAFT, b"---\nfollowup: thank-you/jane-doe\n---\nCaf\xe9\n");
    assert_eq!(folder.run_on(TODAY, "build").code, 0);
}

#[test]
fn a_draft_that_another_program_has_open_for_writing_waits_for_the_next_build() {
    type End = fn(&Folder);
    let ends: [(&str, End); 2] = [
        ("changes", |folder| folder.edit("acme.md", "humane", "shared")),
        ("goes", |folder| folder.remove("acme.md")),
    ];
    for (what, end) in ends {
        let folder = built();
        let before = state(&folder).remove(DRAFT);
        let mut open = fs::File::options().append(true).open(folder.at(DRAFT)).unwrap();
        end(&folder);
        let ran = folder.run_on(TODAY, "build");
        assert_eq!(ran.code, 3, "{what}: {}", ran.stderr);
        let told =
            format!("error: {DRAFT} was not written: another program has it open for writing");
        assert!(ran.stderr.contains(&told), "{what}: {}", ran.stderr);
        assert_eq!(state(&folder).remove(DRAFT), before, "{what}");
        // Written long after the build.
        open.write_all(b"PS: see you!\n").unwrap();
        drop(open);
        folder.build(TODAY);
        assert!(folder.read(DRAFT).ends_with("PS: see you!\n"), "{what}");
        assert_settled(&folder);
    }
}

#[test]
fn a_note_that_another_program_has_open_for_writing_waits_with_its_tick() {
    let folder = built();
    let open = fs::File::options().append(true).open(folder.at("acme.md")).unwrap();
    let agenda = folder.read(AGENDA);
    let line =
        agenda.lines().find(|line| line.contains(&comment_of("acme/thank-you/jane-doe"))).unwrap();
    let ticked = line.replace("[ ]", "[x]");
    folder.edit(AGENDA, line, &ticked);
    let ran = folder.run_on(TODAY, "build");
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert_eq!(folder.read("acme.md"), NOTE);
    assert!(folder.read(AGENDA).contains(&ticked));
    drop(open);
    folder.build(TODAY);
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done"));
}

#[test]
fn a_draft_that_another_program_only_reads_is_renewed() {
    let folder = built();
    let _open = fs::File::open(folder.at(DRAFT)).unwrap();
    folder.edit("acme.md", "humane", "shared");
    folder.build(TODAY);
    assert!(folder.read(DRAFT).contains("shared"));
}

/// Two rounds with one person went to another folder at once: each takes along what was sent after it.
#[test]
fn rounds_that_move_together_keep_their_letters() {
    let round = |day: &str| {
        note(&format!("role: Dev; date: {day}; interviewers: [Jane Doe <jane@acme.example>]"))
    };
    let folder = journal(&[("acme.md", &round("2026-03-02"))]);
    folder.build("2026-03-02");
    assert_eq!(folder.run_on("2026-03-03", "done thank jane").code, 0);
    folder.edit("acme.md", "role:", "outcome: next round\noutcome_date: 2026-03-05\nrole:");
    folder.write("acme-2.md", round("2026-03-09"));
    folder.build("2026-03-09");
    assert_eq!(folder.run_on("2026-03-10", "done acme-2 thank jane").code, 0);
    folder.build("2026-03-10");
    let texts = folder.texts();
    fs::create_dir(folder.at("jobs")).unwrap();
    for name in ["acme.md", "acme-2.md"] {
        fs::rename(folder.at(name), folder.at(&format!("jobs/{name}"))).unwrap();
    }
    folder.build("2026-03-10");
    for name in ["acme.thank-you.jane-doe.draft.md", "acme-2.thank-you.jane-doe.draft.md"] {
        assert_eq!(folder.read(&format!("jobs/{name}")), texts[name], "{name}");
        assert!(!folder.has(name), "{name}");
    }
    assert_eq!(folder.run_on("2026-03-10", "build --check").code, 0);
}
