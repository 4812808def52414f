//! Files in other encodings or of enormous size: each costs little, and is named if it looks like a note.

use std::fs::File;
use std::time::Instant;

use super::{GOOD, TIME_LIMIT, build, problems, reported};
use crate::support::{Folder, note};

#[test]
fn a_file_in_another_encoding_is_named_if_it_looks_like_a_note() {
    let utf16 = |mark: u16, swap: bool| -> Vec<u8> {
        let other = GOOD.replace("company: ", "company: Other ");
        let units = std::iter::once(mark).chain(other.encode_utf16().collect::<Vec<_>>());
        units.flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    assert_eq!(reported(b"---\ncompany: Caf\xe9\n---\n"), ["not-utf8 x.md"]);
    assert_eq!(reported(b"\xef\xbb\xbf---\ncompany: Caf\xe9\n---\n"), ["not-utf8 x.md"]);
    assert_eq!(reported(utf16(0xfeff, false)), ["not-utf8 x.md"]);
    assert_eq!(reported(utf16(0xfeff, true)), ["not-utf8 x.md"]);
    assert_eq!(reported(b"Caf\xe9, a text of no concern"), [""; 0]);
    assert_eq!(reported([0x89, b'P', b'N', b'G', 0xff, 0]), [""; 0]);
}

/// What it asks for isn't lost sight of; but nothing is written into it.
#[test]
fn a_note_in_another_encoding_keeps_its_days_and_stays_as_it_is() {
    let note = |day: &str| {
        let mut note =
            b"---\ncompany: Caf\xe9 Nord\ninterviewers: [Zo\xeb Ek <z@cafe.example>]\n".to_vec();
        note.extend(format!("date: {day}\n---\n").bytes());
        note
    };
    let folder = Folder::new();
    folder.write("a.md", note("2026-03-02"));
    folder.build("2026-03-03");
    let agenda = folder.read("FOLLOWUPS.md");
    assert!(agenda.contains("**Thank Zoë Ek** · Café Nord"), "{agenda}");
    assert!(agenda.contains("(not-utf8)"), "{agenda}");
    assert!(folder.read("a.thank-you.zoe-ek.draft.md").contains("Hi Zoë,"));
    let done = folder.run_on("2026-03-03", "done thank zoë");
    assert!(done.stderr.contains("isn't UTF-8 text") && done.code == 3, "{done:?}");
    assert_eq!(std::fs::read(folder.at("a.md")).unwrap(), note("2026-03-02"));
    // One stray byte leaves the letters around it alone.
    let stray = "---\ncompany: Café Süd\ninterviewers: [Jo Müller <m@süd.example>]\ndate: 2026-03-02\n---\n";
    folder.write("b.md", [stray.as_bytes(), b"- caf\xe9\n"].concat());
    folder.build("2026-03-03");
    assert!(folder.read("FOLLOWUPS.md").contains("**Thank Jo Müller** · Café Süd"));
    folder.write("a.md", note("2026-03-20"));
    folder.build("2026-03-03");
    assert!(folder.read("FOLLOWUPS.md").contains("Fri 20 Mar"));
}

#[test]
fn a_huge_file_is_named_if_it_starts_like_a_note_and_passed_over_otherwise() {
    for (start, is_named) in [
        ("---\ncompany: A\ndate: 2026-03-02\n---\n", true),
        ("---\ncompany: A\n", true),
        ("---\ntags: [recipe]\n---\n", false),
        ("text\n", false),
    ] {
        let folder = Folder::new();
        folder.write("x.md", start);
        // Mostly a hole: as long as 50 MiB, without the wait.
        File::options().append(true).open(folder.at("x.md")).unwrap().set_len(50 << 20).unwrap();
        let ran = folder.run_on("2026-03-03", "build");
        let said = "x.md is larger than 8 MiB and was not read";
        assert_eq!((ran.code == 3, ran.stderr.contains(said)), (is_named, is_named), "{ran:?}");
    }
}

#[test]
fn deep_nesting_and_long_repetition_cost_little() {
    let block: String = (0..3000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let bomb: String = (0..50)
        .map(|at| format!("a{}: &a{} [{}]\n", at + 1, at + 1, format!("*a{at}, ").repeat(9)))
        .collect();
    let body = |text: String| note("role: Dev") + "\n## Learned\n\n" + &text;
    let cases = [
        // the content | the file | the code of its problem, if any
        ("flow lists", note(&format!("x: {}", "[".repeat(10_000))), "unreadable-value"),
        ("flow maps", note(&format!("x: {}", "{a: ".repeat(10_000))), "invalid-yaml"),
        ("block lists", note(&format!("x:\n  {}", "- ".repeat(10_000))), "unreadable-value"),
        ("block maps", format!("---\ncompany: A\nx:\n{block}---\n"), "invalid-yaml"),
        ("aliases", note(&format!("a0: &a0 x\n{bomb}role: *a50")), "unsupported-yaml"),
        ("a key without end", note(&"k".repeat(1 << 20)), "invalid-yaml"),
        ("quotes", body("> ".repeat(100_000)), ""),
        ("brackets", body("[".repeat(200_000)), ""),
        ("emphasis", body("*a _b ".repeat(50_000)), ""),
        ("code spans", body((0..1000).map(|n| "`".repeat(n) + " ").collect()), ""),
        ("links", body("[a](".repeat(50_000)), ""),
        ("tags", body("<a ".repeat(100_000)), ""),
        ("headings", body("## Learned\n\nx\n\n".repeat(20_000)), ""),
        ("keys", note(&(0..50_000).map(|n| format!("k{n}: v\n")).collect::<String>()), ""),
        ("dashes", "---\n".repeat(100_000), ""),
    ];
    for (what, text, code) in cases {
        let found = reported(text);
        match code {
            "" => assert_eq!(found, [""; 0], "{what}"),
            code => assert!(found.len() == 1 && found[0].starts_with(code), "{what}: {found:?}"),
        }
    }
}

#[test]
fn many_problems_in_one_note_cost_little() {
    let start = Instant::now();
    let folder = Folder::new();
    folder.write("x.md", note(&"role: x\n".repeat(50_000)));
    build(&folder);
    let records: String = (0..50_000).map(|n| format!("  a/{n}: bad\n")).collect();
    folder.write("x.md", note(&format!("followups:\n{records}")));
    build(&folder);
    assert!(start.elapsed() < TIME_LIMIT, "{:?}", start.elapsed());
}

#[test]
fn a_long_field_makes_no_agenda_that_cannot_be_read() {
    let people: String = (0..50).map(|n| format!("  - Kim{n} Soto <k{n}@a.example>\n")).collect();
    let role = "x".repeat(200_000);
    let folder = Folder::new();
    folder.write("x.md", note(&format!("role: {role}\ninterviewers:\n{people}")));
    build(&folder);
}

#[test]
fn an_agenda_larger_than_any_note_is_read_again() {
    let folder = Folder::new();
    build(&folder);
    let words = "and the one on the stairs, too, ".repeat(10);
    let own = format!("- [ ] water the plants\n{}", format!("  {words}\n").repeat(30_000));
    folder.write("FOLLOWUPS.md", folder.read("FOLLOWUPS.md") + "\n" + &own);
    folder.write("x.md", note("role: Dev"));
    build(&folder);
    let agenda = folder.read("FOLLOWUPS.md");
    assert!(agenda.len() > 9 << 20 && agenda.ends_with(&own));
    assert_eq!(problems(&folder), [""; 0]);
}
