//! The agenda of the days that matter: what it begins with, what it leaves for later, and that all of it is its own.

mod days;
mod tasks;
mod terminal;

use crate::support::{AGENDA, Folder, journal, without_comments};

/// The generated part of the agenda of a day, for a folder with these notes. It is known as generated: a build of the
/// same day changes nothing, and one of another day leaves none of it to the user.
fn agenda(files: &[(&str, &str)], today: &str) -> String {
    let folder = journal(files);
    let page = folder.build(today);
    assert_eq!(folder.run_on(today, "build --check").code, 0, "{page}");
    assert_settled(&folder, today);
    without_comments(page.split("\n## Your own notes\n").next().unwrap())
}

/// Asserts that no generated line is taken for the user's, on this day and on others, and that the day gives the same
/// again.
fn assert_settled(folder: &Folder, today: &str) {
    let page = folder.read(AGENDA);
    for other in ["2026-02-01", "2026-03-13", "2026-03-17", "2026-03-25", "2026-06-01", today] {
        let page = folder.build(other);
        assert!(page.ends_with("\n## Your own notes\n"), "{other}: {page}");
    }
    assert_eq!(folder.read(AGENDA), page);
}

/// The section with this heading, and nothing if there is none.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let start = format!("\n## {heading}\n");
    page.split_once(&start).map_or("", |(_, rest)| rest.split("\n## ").next().unwrap()).trim()
}
