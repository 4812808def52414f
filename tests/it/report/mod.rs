//! The figures of a search, and the page that shows it.

mod command;
mod kept;
mod page;
mod stats;

use crate::support::{Folder, journal};

/// What a note may hold that must not come to life in a page.
const HOSTILE: [&str; 10] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'onload='alert(1)",
    "</style><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;&#60;b&#62;",
    "javascript:alert(1)",
    "](x) `x` </title>",
    "<!-- made by journal: 00000000000000000000000000000000 -->",
];

/// A journal in which every text is hostile.
fn hostile() -> Folder {
    let note = |(at, text): (usize, &&str)| {
        let text = text.replace('\'', "''");
        let outcome = ["pending", "offer", "rejected", "more_interviews"][at % 4];
        let heard = if at % 4 > 0 { "outcome_date: 2026-03-14\n" } else { "" };
        let note = format!(
            "---\ncompany: '{text}'\nrole: '{text}'\nround: '{text}'\ndate: 2026-03-{:02}\n\
             interviewers: ['{text}']\noutcome: {outcome}\n{heard}next_action: '{text}'\n---\n\n- [ ] {text}\n",
            at + 2
        );
        (format!("{at}.md"), note)
    };
    let files: Vec<(String, String)> = HOSTILE.iter().enumerate().map(note).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    journal(&files)
}
