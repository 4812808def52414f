//! A reproducer for every problem's code: the smallest files that cause it, and the place where it is reported.

use std::os::unix::fs::symlink;

use journal::unstable::CODES;
use snapbox::{assert_data_eq, file};

use crate::support::{Folder, Ran, TODAY, comment_of, journal, note, problems_of};

/// A code, the files that cause it, and the place where it is reported.
struct Case {
    code: &'static str,
    files: Vec<(String, Vec<u8>)>,
    at: String,
    /// A link, and the path that it leads to.
    link: Option<(&'static str, &'static str)>,
    /// The call to the system that fails.
    fault: &'static str,
}

impl Case {
    /// A folder with its files.
    fn folder(&self) -> Folder {
        let folder = Folder::new();
        for (path, text) in &self.files {
            folder.write(path, text);
        }
        if let Some((link, path)) = self.link {
            symlink(path, folder.at(link)).unwrap();
        }
        folder
    }

    /// Runs the program on it.
    fn run(&self, words: &[&str]) -> Ran {
        let words = [words, &["--today", TODAY]].concat();
        self.folder().run_with(&words, &[("JOURNAL_FAULT", self.fault)])
    }
}

/// A case with one file. Its columns are the code, the file's path, the file's text, and the place reported.
fn case(code: &'static str, path: &str, text: impl AsRef<[u8]>, at: &str) -> Case {
    let files = vec![(path.to_owned(), text.as_ref().to_vec())];
    Case { code, files, at: at.to_owned(), link: None, fault: "" }
}

fn cases() -> Vec<Case> {
    let jane = note("interviewers: [Jane Doe <jane@acme.example>]");
    let long = format!("{}.md", "n".repeat(240));
    let mut in_the_way = case("in-the-way", "a.md", &jane, "a.thank-you.jane-doe.draft.md");
    in_the_way.files.push(("a.thank-you.jane-doe.draft.md".into(), b"mine".into()));
    let mut template = case("invalid-template", "a.md", &jane, "templates/thank-you.md.j2:2:8");
    template.files.push(("templates/thank-you.md.j2".into(), b"Hi,\n{{ me. }}\n".into()));
    let mut gone = case("gone-name", "a.md", &jane, "templates/thank-you.md.j2:2:7");
    let own = b"Dear {{ to.first }},\n{% if said %}{{ say(said) }}{% endif %}\n".into();
    gone.files.push(("templates/thank-you.md.j2".into(), own));
    let thanked = "interviewers: [Jane Doe <jane@acme.example>]\nfollowups:\n  thank-you/jane-doe: done 2026-03-03\n  connect: skipped 2026-03-03";
    let thanked = note(thanked) + "\n## Say to Jane\n\nThe tour was great.\n";
    let mut late = case("late-words", "a.md", thanked, "a.md:10:1");
    let sent = "---\nfollowup: thank-you/jane-doe\nto: Jane Doe <jane@acme.example>\nsent: 2026-03-03\n---\n\nHi Jane,\n\nThank you.\n\nAlex\na@x.example\n";
    late.files.push(("a.thank-you.jane-doe.draft.md".into(), sent.into()));
    let lines = "followups:\n  connect: >\n    snoozed until\n    2026-03-20";
    let folded = note(&format!("interviewers: [Jane Doe <jane@acme.example>]\n{lines}"));
    let mut not_recorded = case("not-recorded", "a.md", folded, "a.md");
    let tick =
        |mark: &str| format!("- [{mark}] wrote to her {}0000 -->\n", comment_of("a/connect"));
    not_recorded.files.push(("FOLLOWUPS.md".into(), tick("x").into()));
    let mut unclear = case("unclear-mark", "a.md", &jane, "FOLLOWUPS.md");
    let line = "- [done] **Connect with Jane Doe** · Acme · today · [note](a.md)\n";
    unclear.files.push(("FOLLOWUPS.md".into(), line.into()));
    let dated = |day: &str| note(&format!("date: \"{day}\" # so"));
    let mut same = case("same-interview", "b.md", note("role: A\nround: Onsite"), "b.md:3:7");
    same.files.push(("a.md".into(), note("role: a\nround: onsite").into()));
    let mut similar = case("similar-process", "b.md", note("company: Acme Inc.\nrole: a"), "b.md");
    similar.files.push(("a.md".into(), note("role: A").into()));
    let mut no_role = case("missing-role", "b.md", note("date: 2026-03-03"), "b.md");
    no_role.files.push(("a.md".into(), note("role: a").into()));
    // A draft that a user has edited; its message starts in line 5.
    let draft = |code, id: &str, message: &str, at: &str| {
        let path = format!("a.{}.draft.md", id.replace('/', "."));
        let head = format!("---\nfollowup: {id}\nto: Jane Doe\n---\n");
        let mut case = case(code, "a.md", &jane, &format!("{path}:{at}"));
        case.files.push((path, format!("{head}{message}\n").into()));
        case
    };
    let mut exposed =
        case("address-exposed", "a.md", note("role: a\ncontact: Jo <jo@acme.io>"), "a.md:5:14");
    let remote = "[remote \"origin\"]\n\turl = git@github.com:me/jobs.git\n";
    let repository =
        [("HEAD", "ref: refs/heads/x\n"), ("config", remote), ("objects/x", ""), ("refs/x", "")];
    exposed.files.extend(repository.map(|(path, text)| (format!(".git/{path}"), text.into())));
    let mut linked = case("linked-note", "a.md", &jane, "b.md");
    linked.link = Some(("b.md", "a.md"));
    let mut not_looked_at = case("not-looked-at", "sub/a.md", &jane, "sub");
    not_looked_at.fault = "13 folder sub";
    let link = note("interviewers:\n  - \"[[Jane Doe]]\"");
    let mut unclear_link = case("unclear-link", "a.md", link, "a.md:5:5");
    let file = |path: &str| (path.to_owned(), b"---\nemail: jane@acme.example\n---\n".to_vec());
    unclear_link.files.extend(["Jane Doe.md", "people/Jane Doe.md"].map(file));
    let me = "me@home.example";
    // Both were edited before the note was.
    let path = "a.thank-you.jane-doe.draft.md";
    let edited = |to: &str, message: &str| {
        format!(
            "---\nfollowup: thank-you/jane-doe\nto: {to}\ndue: 2026-02-28\n---\n{message}\n{me}\n"
        )
    };
    let mut moved = case("other-day", "a.md", &jane, "a.thank-you.jane-doe.draft.md:7:15");
    let text = edited("Jane Doe <jane@acme.example>", "Hi Jane,\nThank you for Friday.");
    moved.files.push((path.into(), text.into()));
    let fields =
        "interviewers: [Jane Doe <jane@acme.example>]\nrecruiter: Sam Lee <sam@acme.example>";
    let mut through =
        case("other-reader", "a.md", note(fields), "a.thank-you.jane-doe.draft.md:3:1");
    let text = edited("Sam Lee <sam@acme.example>", "Hi Sam,\nThis is for Jane Doe.");
    through.files.push((path.into(), text.into()));
    vec![
        draft(
            "blanks-left",
            "thank-you/jane-doe",
            &format!("Hi Jane,\n[fill in: x] {me} [fill in"),
            "6:1",
        ),
        draft("draft-too-long", "connect", &format!("Hi Jane,\n{}", "x".repeat(192)), "6:192"),
        draft("wrong-greeting", "thank-you/jane-doe", &format!("Dear Ravi,\n{me}"), "5:6"),
        moved,
        through,
        draft("no-contact-details", "thank-you/jane-doe", "Hi Jane,\nThanks\n\nMe", "8:1"),
        draft(
            "worn-phrase",
            "thank-you/jane-doe",
            &format!("Hi Jane,\nI am Just checking in. {me}"),
            "6:6",
        ),
        draft(
            "private-words",
            "thank-you/jane-doe",
            &format!("Hi Jane,\nYou seemed bored. {me}"),
            "6:5",
        ),
        case("unclear-listener", "a.md", jane.clone() + "\n## Say to Joan\n\nHi\n", "a.md:7:1"),
        late,
        case("unused-section", "a.md", jane.clone() + "\n## Prep\n\nRead up.\n", "a.md"),
        // A folder, because root may read every file.
        case(
            "unreadable-file",
            "templates/connect.md.j2/x",
            "a folder in a template's place",
            "templates/connect.md.j2",
        ),
        linked,
        not_looked_at,
        unclear,
        case("not-utf8", "a.md", b"---\ncompany: Caf\xe9\n---\n", "a.md"),
        case("too-large", "a.md", note(&"#\n".repeat(5 << 20)), "a.md"),
        case("unusable-name", "a\nb.md", &jane, "a\u{fffd}b.md"),
        case("name-too-long", &long, &jane, &long),
        case("conflict-copy", "a (conflicted copy).md", &jane, "a (conflicted copy).md"),
        case("unclosed-front-matter", "a.md", "---\ncompany: Acme\n", "a.md:1:1"),
        case("misplaced-front-matter", "a.md", format!("<!-- mine -->\n{jane}"), "a.md:2:1"),
        case("invalid-yaml", "a.md", "---\n{company: Acme, role: a: b}\n---\n", "a.md:2:24"),
        case("unreadable-value", "a.md", note("role: a: b"), "a.md:4:7"),
        case("unsupported-yaml", "a.md", note("role: *other"), "a.md:4:7"),
        case(
            "merge-conflict",
            "a.md",
            note("<<<<<<< HEAD\nrole: a\n=======\nrole: b\n>>>>>>> other"),
            "a.md:4:1",
        ),
        case("missing-company", "a.md", "---\noutcome: pending\n---\n", "a.md:2:1"),
        case("missing-date", "a.md", "---\ncompany: Acme\n---\n", "a.md:2:1"),
        case("too-many", "a.md", jane.clone() + &"- [ ] Call\n".repeat(101), "a.md:106:1"),
        case("wrong-type", "a.md", note("role: [a, b]"), "a.md:4:7"),
        case("invalid-date", "a.md", note("decide_by: 2026-02-30"), "a.md:4:12"),
        case("ambiguous-date", "a.md", note("decide_by: 03/04/2026"), "a.md:4:12"),
        case("foreign-date", "a.md", note("updates:\n  - {date: 13.3.2026}"), "a.md:5:12"),
        case("wrong-weekday", "a.md", note("decide_by: Mon 20 March 2026"), "a.md:4:12"),
        case("unknown-key", "a.md", note("decison_window: 1 week"), "a.md:4:1"),
        case(
            "unknown-outcome",
            "a.md",
            note("outcome: so so\noutcome_date: 2026-03-03"),
            "a.md:4:10",
        ),
        case("unread-field", "a.md", note("outcome: pending\nstatus: rejected"), "a.md:5:1"),
        case("unknown-window", "a.md", note("decision_window: soonish"), "a.md:4:18"),
        case("long-window", "a.md", note("decision_window: by 1 March"), "a.md:4:18"),
        case("several-people", "a.md", note("recruiter: Jane and Ravi"), "a.md:4:12"),
        case("nameless-person", "a.md", note("recruiter: sam@acme.example"), "a.md:4:12"),
        case("unclear-person", "a.md", note("recruiter: Sam Lee sam@acme.example"), "a.md:4:12"),
        unclear_link,
        case("invalid-address", "a.md", note("recruiter: Sam Lee <sam>"), "a.md:4:21"),
        case("duplicate-key", "a.md", note("role: a\nrole: b"), "a.md:5:1"),
        case("invalid-record", "a.md", note("followups: {connect/x: maybe}"), "a.md:4:24"),
        case(
            "unread-table",
            "a.md",
            "---\ncompany: Acme\napplied: 2026-02-02\n---\n\n| Date | Round | Who |\n| --- | --- | --- |\n\
             | 2026-03-05 | tech interview | Ruth Kim |\n",
            "a.md:8:3",
        ),
        case("missing-outcome-date", "a.md", note("outcome: rejected"), "a.md:4:10"),
        case(
            "future-outcome-date",
            "a.md",
            note("outcome: rejected\noutcome_date: 2026-03-20"),
            "a.md:5:15",
        ),
        case(
            "future-update",
            "a.md",
            note("updates:\n  - {date: 2026-03-20, decision_window: 1 week}"),
            "a.md:5:12",
        ),
        no_role,
        similar,
        case("far-date", "a.md", dated("2062-03-02"), "a.md:3:7"),
        same,
        case(
            "before-interview",
            "a.md",
            note("outcome: offer\noutcome_date: 2026-03-01"),
            "a.md:5:15",
        ),
        case(
            "early-answer",
            "a.md",
            note("outcome: next round\noutcome_date: 2026-03-01"),
            "a.md:4:10",
        ),
        case(
            "early-record",
            "a.md",
            note("interviewers: [Jane]\nfollowups:\n  thank-you/jane: done 2026-03-01"),
            "a.md:6:3",
        ),
        case(
            "offer-day",
            "a.md",
            note(
                "outcome: accepted\noutcome_date: 2026-03-02\nfollowups: {offer-thanks: done 2026-03-05}",
            ),
            "a.md:5:15",
        ),
        case(
            "ambiguous-person",
            "a.md",
            note("interviewers: [Jo Marsh, Jo Ek]\nmanager: Jo"),
            "a.md:5:10",
        ),
        case(
            "same-person-twice",
            "a.md",
            note("interviewers:\n  - Jane Doe <jane@acme.example>\n  - {name: jane doe}"),
            "a.md:6:5",
        ),
        case(
            "unknown-record",
            "a.md",
            note("interviewers: [Jane]\nfollowups:\n  thank-yuo/jane: done 2026-03-02"),
            "a.md:6:3",
        ),
        case("invalid-config", "journal.toml", "[me]\nnames = \"x\"\n", "journal.toml:2:1"),
        exposed,
        case("unknown-template", "templates/thankyou.md.j2", "Hi", "templates/thankyou.md.j2"),
        template,
        gone,
        not_recorded,
        in_the_way,
    ]
}

/// The problems that `check` reports, as `code path:line:column`.
fn reported(case: &Case) -> Vec<String> {
    reported_by(case, &["check", "--privacy"])
}

/// The problems that a command reports.
fn reported_by(case: &Case, command: &[&str]) -> Vec<String> {
    let ran = case.run(&[command, &["--format", "json"]].concat());
    if ran.code == 2 {
        let code = ran.stderr.split(['[', ']']).nth(1).unwrap();
        let at = ran.stderr.lines().find_map(|line| line.trim().strip_prefix("--> ")).unwrap();
        return vec![format!("{code} {at}")];
    }
    problems_of(&serde_json::from_str(&ran.stdout).unwrap())
}

#[test]
fn each_code_is_reported_alone_and_at_its_place() {
    let (mut found, mut expected) = (Vec::new(), Vec::new());
    for case in cases() {
        found.push(reported(&case));
        expected.push([format!("{} {}", case.code, case.at)]);
    }
    assert_eq!(found, expected);
}

#[test]
fn each_code_reads_as_it_is_written_down() {
    let mut cases = cases();
    cases.sort_by_key(|case| case.code);
    let shown = cases.iter().map(|case| case.run(&["check", "--privacy", "-q"]).stdout);
    let shown: Vec<String> = shown.collect();
    assert_data_eq!(shown.join("\n"), file!["diagnostics.txt"]);
}

#[test]
fn each_code_says_what_to_do_in_words_that_people_use() {
    for case in cases() {
        let ran = case.run(&["check", "--privacy", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        for problem in report["problems"].as_array().unwrap() {
            let [message, help] = ["message", "help"].map(|key| problem[key].as_str().unwrap());
            assert!(!help.is_empty() && help != message, "{}: {message}", case.code);
            for word in ["void", "lapsed", "mend", "left over", "token", "parse", "malformed"] {
                assert!(!message.contains(word) && !help.contains(word), "{message}; {help}");
            }
        }
    }
}

#[test]
fn the_agenda_has_all_but_the_problems_of_drafts_of_links_and_of_privacy() {
    for case in cases() {
        let code = case.code;
        let mut checked = reported(&case);
        let of_check =
            ["address-exposed", "gone-name", "late-words", "linked-note", "unused-section"];
        checked.retain(|found| !found.contains(".draft.md:") && !of_check.contains(&code));
        assert_eq!(reported_by(&case, &["agenda"]), checked, "{code}");
    }
}

#[test]
fn an_outcome_that_is_not_understood_needs_no_day() {
    let case = case("unknown-outcome", "a.md", note("outcome: pendng"), "a.md:4:10");
    assert_eq!(reported(&case), ["unknown-outcome a.md:4:10"]);
}

#[test]
fn each_code_has_a_reproducer() {
    let mut codes: Vec<&str> = CODES.iter().map(|(code, ..)| *code).collect();
    assert!(codes.len() > 20, "{codes:?}");
    let mut reproduced: Vec<&str> = cases().iter().map(|case| case.code).collect();
    codes.sort_unstable();
    reproduced.sort_unstable();
    assert_eq!(reproduced, codes);
}

#[test]
fn problems_stand_in_the_agenda_file_and_on_the_terminal_alike() {
    let folder = journal(&[("a.md", &note("decide_by: 2026-02-30"))]);
    let ran = folder.run_on(TODAY, "build");
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("error[invalid-date]: `decide_by`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("--> a.md:4:12"), "{}", ran.stderr);
    let page = folder.read("FOLLOWUPS.md");
    assert!(page.contains("- error: [a.md:4](a.md#L4) `decide_by`: "), "{page}");
    let shown = folder.run_on(TODAY, "agenda").stdout;
    assert!(shown.contains("a.md:4:12"), "{shown}");
}

/// People open the file as it is, and copy what it tells them to write.
#[test]
fn what_to_write_stands_in_the_agenda_file_as_one_writes_it() {
    let cases = [
        (
            "interviewers: Lupe Ortiz <lupe@r.example>, Doug (site mgr)",
            "list them one by one: `[Lupe Ortiz <lupe@r.example>, Doug (site mgr)]`; a job title belongs in `title`",
        ),
        ("thread: Re: The *lead*_role_: yes", "write `thread: \"Re: The *lead*_role_: yes\"`"),
        ("role: Cook: `day`", "write ``role: \"Cook: `day`\"``"),
        (
            "thread: Re: Your application #48213 - Shift lead",
            "write `thread: \"Re: Your application #48213 - Shift lead\"`",
        ),
        (
            "recruiter: Kayla Brandt <kayla@s.example>, Staff & Co",
            "if that is one person and their agency, write `{name: Kayla Brandt, email: kayla@s.example, agency: Staff & Co}`; if not, name one",
        ),
        (
            "recruiter: Kayla Brandt, StaffRite <kayla@s.example>",
            "write `{name: Kayla Brandt, email: kayla@s.example, agency: StaffRite}`",
        ),
        (
            "recruiter: Kayla Brandt, StaffRite",
            "write `{name: Kayla Brandt, agency: StaffRite}`; if not, name one of them",
        ),
    ];
    for (field, help) in cases {
        let folder = journal(&[("a.md", &note(field))]);
        folder.build(TODAY);
        let [page, shown] = [folder.read("FOLLOWUPS.md"), folder.run_on(TODAY, "check -v").stdout];
        assert!(page.contains(help), "{help}: {page}");
        assert!(shown.contains(help), "{help}: {shown}");
    }
}

#[test]
fn hints_are_counted_and_shown_on_demand() {
    let folder = journal(&[("a.md", &note("outcome: rejected"))]);
    let ran = folder.run_on(TODAY, "build");
    assert!(ran.stderr.starts_with("1 hint in the notes; -v shows it\n"), "{}", ran.stderr);
    let ran = folder.run_on(TODAY, "build -v");
    assert!(ran.stderr.starts_with("hint[missing-outcome-date]: "), "{}", ran.stderr);
    let ran = folder.run_on(TODAY, "build -q");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
}
