//! A journal of any size to measure on.

use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate};

/// The day on which the notes are looked at.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 5).unwrap()
}

/// Writes notes of 2 KB, one in `every` with open follow-ups, a hundred to a folder.
pub fn write(root: &Path, notes: usize, every: usize) {
    for number in 0..notes {
        let folder = root.join(format!("{:04}", number / 100));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{number}.md")), note(number, number.is_multiple_of(every)))
            .unwrap();
    }
}

fn note(number: usize, is_open: bool) -> String {
    let days_ago = if is_open { number % 10 } else { 100 + number % 900 };
    let date = today() - Days::new(days_ago as u64);
    let outcome = if is_open {
        "pending".to_owned()
    } else {
        format!("rejected\noutcome_date: {}", date + Days::new(9))
    };
    let mut note = format!(
        "---\ncompany: Company {number}\ndate: {date}\nrole: Backend engineer\ninterviewers:\n  - name: Jane Doe\n    \
         email: jane@acme.example\n    title: Engineering manager\n  - Ravi Patel <ravi@acme.example>\n\
         recruiter: {{name: Sam Lee, email: sam@talent.example}}\ndecision_window: 1 week\noutcome: {outcome}\n---\n\n\
         ## What stood out\n\n- the on-call rota is humane\n- reviews happen within a day\n\n## Notes\n\n"
    );
    while note.len() < 2_000 {
        note.push_str(
            "We talked about queues, caches, failure budgets and how the team plans its work. ",
        );
    }
    note
}
