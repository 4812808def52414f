//! YAML of every shape, good and bad, where a front matter may have it: every place that is reported lies in its file,
//! and neither the line ends nor a byte-order mark change what is read.

use journal::unstable::Diagnostic;
use journal::unstable::{Mapping, Parsed, parse};

use crate::support::{TODAY, journal};

/// Pieces of YAML, good and bad.
const PIECES: [&str; 60] = [
    "",
    "\n \n",
    "# only a comment",
    "-",
    "- # nothing",
    "- a\n-\n- b",
    "- - a\n  - b\n- [c, {d: e}]",
    "-\n  k: v\n-\n  k: w",
    "k:",
    "k: v # c",
    "k: [a,\n  b,\n]",
    "k: {a: b,\n  c: d",
    "k: [a\nb",
    "k: v: w",
    "k: v\n l: w",
    "k : 'it''s'\n? l\n: w",
    "? [a, b]\n: {c: d}",
    "? |\n  key\n: - v",
    "?",
    ": v",
    "one\n  two\n\n  three",
    "one # two\nthree",
    "\"one\\\n  two\"",
    "\"one\n\n  two\\n\"",
    "\"\\x41\\u00e9\\U0001f469\"",
    "\"\\ud800\"",
    "\"\\q\"",
    "\"open",
    "'open\n",
    "'one\n  two'",
    "|\n one\n  two\n\n three",
    "|\n  \n  one\n",
    "- |\n \n  \n  one\n- >\n   \n    \n    two",
    "|2-\n    one\n  two\n",
    "|+\n one\n\n",
    ">\n one\n two\n\n   three\n four",
    ">-\n\n  one\n",
    ">\n    \n  one",
    "|9x\n one",
    "k: |\n one\ntwo",
    "\tk: v",
    "k:\tv",
    "k:\n\t- v",
    "&a v",
    "*a",
    "k: &a\nl: *a",
    "<<: {k: v}",
    "!!str v",
    "!!int",
    "!own {k: v}",
    "!<",
    "%YAML 1.2",
    "--- k",
    "@v",
    "`v`",
    "k: \u{7}",
    "k: \u{feff}v",
    "\u{e9}\u{301} \u{1f469}\u{200d}\u{1f4bb}: \u{2028}",
    "k: v\rl: w",
    "a: &b [*c, ! d, {e, f: , g: [}]",
];

/// The keys that can hold a piece: fields of each shape, and any other key.
const FIELDS: [&str; 12] = [
    "interviewers",
    "also_met",
    "recruiter",
    "decision_window",
    "updates",
    "outcome",
    "outcome_date",
    "role",
    "internal",
    "followups",
    "mine",
    "date",
];

fn indented(piece: &str) -> String {
    piece.split('\n').map(|line| format!("  {line}\n")).collect()
}

/// Notes with the piece in each place of their front matter.
fn notes(piece: &str) -> Vec<String> {
    let own = "company: Acme\ndate: 2026-03-02\n";
    let mut heads = vec![
        format!("{piece}\n"),
        format!("{own}{piece}\n"),
        format!("{piece}\n{own}"),
        format!("{{company: Acme, date: 2026-03-02, mine:\n{}}}\n", indented(piece)),
        format!("date: 2026-03-02\ncompany:\n{}", indented(piece)),
    ];
    for field in FIELDS {
        let piece = indented(piece);
        heads.push(format!("{own}{field}:\n{piece}"));
        heads.push(format!("company: Acme\n{field}:\n  -{}role: Dev\n", &piece[1..]));
    }
    let notes = heads
        .into_iter()
        .flat_map(|head| ["---\nbody\n", "...", ""].map(|end| format!("---\n{head}{end}")));
    notes.collect()
}

fn read(text: &str) -> (String, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let parsed = match parse("a.md", text, &Mapping::default(), &mut problems) {
        Parsed::Note(note) => format!(
            "{} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            note.company,
            note.role,
            note.date,
            note.interviewers,
            note.also_met,
            note.recruiter,
            note.window,
            note.updates,
            note.outcome,
            note.internal,
            note.records,
        ),
        other => format!("{other:?}"),
    };
    (parsed, problems)
}

fn check_places(text: &str, problems: &[Diagnostic]) {
    let lines: Vec<&str> = text.strip_prefix('\u{feff}').unwrap_or(text).split('\n').collect();
    for problem in problems {
        let place = problem.place.as_ref().unwrap();
        let line = lines[place.line - 1].trim_end_matches('\r');
        assert!((1..=line.chars().count() + 1).contains(&place.column), "{problem:?}");
        assert!(place.column + place.width <= line.chars().count() + 1, "{problem:?}");
    }
}

#[test]
fn every_place_is_in_the_file_and_no_line_end_changes_what_is_read() {
    let mut problem_count = 0;
    for text in PIECES.iter().flat_map(|piece| notes(piece)) {
        let checked = std::panic::catch_unwind(|| {
            let read_plain = read(&text);
            check_places(&text, &read_plain.1);
            let crlf = text.replace('\n', "\r\n");
            for other in [format!("\u{feff}{text}"), crlf.replace("\r\n", "\r\r\n"), crlf] {
                assert_eq!(read(&other), read_plain, "{other:?}");
            }
            read_plain.1.len()
        });
        problem_count += checked.unwrap_or_else(|_| panic!("in {text:?}"));
    }
    assert!(problem_count > 3_000, "{problem_count} problems");
}

#[test]
fn a_block_that_starts_with_blank_lines_is_read_with_crlf_too() {
    let text =
        "---\ncompany: Acme\ndate: 2026-03-02\nrole: \"Dev\\\n  Ops\"\nnotes: |\n  \n  x\n---\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let mut problems = Vec::new();
        let parsed = parse("a.md", &text, &Mapping::default(), &mut problems);
        let Parsed::Note(note) = parsed else { panic!("{problems:?}") };
        assert_eq!(note.role.as_deref(), Some("DevOps"));
    }
}

#[test]
fn a_place_far_to_the_right_is_shown_with_its_own_column() {
    for before in [0, 100, 300, 9_000] {
        let x = "ä".repeat(before);
        let text =
            format!("---\n{{company: Acme, date: 2026-03-02, x: {x}, outcome: perhaps}}\n---\n");
        let folder = journal(&[("a.md", &text)]);
        let ran = folder.run_on(TODAY, "check");
        let column = 49 + before;
        assert!(ran.stdout.contains(&format!(" a.md:2:{column}\n")), "{}", ran.stdout);
        let shown: Vec<&str> = ran.stdout.lines().filter(|line| line.starts_with("2 |")).collect();
        let [line] = shown[..] else { panic!("{}", ran.stdout) };
        assert!(line.ends_with("outcome: perhaps}"), "{line}");
        assert!(!line.contains("   "), "{line}");
        let mark = ran.stdout.lines().find(|line| line.contains('^')).unwrap();
        let at = mark.find('^').unwrap();
        let marked: String = line.chars().skip(at).take(mark.matches('^').count()).collect();
        assert_eq!(marked, "perhaps", "{}", ran.stdout);
    }
}
