//! YAML of every shape, good and bad, where a front matter may have it.

use journal::note::{Parsed, parse};

#[test]
fn a_block_that_starts_with_blank_lines_is_read_with_crlf_too() {
    let text =
        "---\ncompany: Acme\ndate: 2026-03-02\nrole: \"Dev\\\n  Ops\"\nnotes: |\n  \n  x\n---\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let mut problems = Vec::new();
        let parsed = parse("a.md", &text, &mut problems);
        let Parsed::Note(note) = parsed else { panic!("{problems:?}") };
        assert_eq!(note.role.as_deref(), Some("DevOps"));
    }
}
