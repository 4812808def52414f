//! A journal of any size to measure on: ten years of interviews, one in twenty of them open.
//!
//! The notes are of the shapes that people's have: one to four people in three forms, time frames in words and as days,
//! keys of the user's own, tasks, links and code, and 1 to 3 KB of text. The same size gives the same notes.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};

const COMPANIES: [&str; 12] = [
    "Acme", "Blue", "North", "Quiet", "Hollow", "River", "Copper", "Lumen", "Vector", "Paper",
    "Juniper", "Żółw",
];
const KINDS: [&str; 10] = [
    "works",
    " Labs",
    " Systems",
    " Health",
    " Robotics",
    " Bank",
    " & Sons",
    " Media",
    " Été",
    " 样例",
];
const ROLES: [&str; 8] = [
    "Software Engineer",
    "Staff Engineer",
    "Data Engineer",
    "Product Manager",
    "Backend Developer",
    "Security Engineer",
    "QA Lead",
    "Technical Writer",
];
const FIRST: [&str; 12] = [
    "Ada", "Grace", "Linus", "Margaret", "Priya", "Chen", "Fatima", "Mateo", "Yuki", "Zoë",
    "Łukasz", "Jiří",
];
const LAST: [&str; 10] = [
    "Lovelace", "Hopper", "Smith", "Okafor", "Kim", "Patel", "Nguyen", "Haddad", "Tanaka", "Moreau",
];
const TITLES: [&str; 4] = ["Engineering Manager", "Principal Engineer", "CTO", "Team Lead"];
const CLOSED: [&str; 6] = ["rejected", "rejected", "rejected", "rejected", "withdrawn", "offer"];
const OPEN: [&str; 4] = ["pending", "pending", "pending", "more interviews"];
const TASKS: [&str; 4] = [
    "Send thank-you note",
    "Ask about the team size",
    "Read their blog",
    "Update the salary sheet",
];
const SENTENCES: [&str; 5] = [
    "The team asked how I would design a queue that survives restarts. ",
    "We talked about on-call rotation, code review and the way they plan a quarter. ",
    "I said that I like small changes behind flags. ",
    "They want somebody who writes things down and can explain a decision. ",
    "Remember to ask about parental leave and the stack they use for data. ",
];
const CODE: &str = "```yaml\n---\ncompany: In a fence\noutcome: pending\n---\n```\n";

/// The day on which the notes are looked at.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 16).unwrap()
}

/// Writes notes, by years and months, and returns the paths of those that wait for an answer.
pub fn write(root: &Path, notes: usize) -> Vec<PathBuf> {
    let mut waiting = Vec::new();
    let mut random = Random(1);
    for number in 0..notes {
        let is_open = number.is_multiple_of(20);
        let days_ago = if is_open { random.below(46) } else { 46 + random.below(3_600) };
        let date = today() - Days::new(days_ago as u64);
        let folder = root.join(date.format("%Y/%m").to_string());
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{date}-{number:06}.md"));
        let text = note(&mut random, date, is_open);
        if text.contains("\noutcome: pending\n---") && (2..30).contains(&days_ago) {
            waiting.push(path.clone());
        }
        fs::write(path, text).unwrap();
    }
    waiting
}

fn note(random: &mut Random, date: NaiveDate, is_open: bool) -> String {
    let company = format!("{}{}", random.one(&COMPANIES), random.one(&KINDS));
    let role = random.one(&ROLES);
    let mut note = format!("---\ncompany: {company}\nrole: {role}\ndate: {date}\ninterviewers:");
    let form = random.below(20);
    let people: Vec<String> = (0..=random.below(4)).map(|_| random.person()).collect();
    if form < 3 {
        note += &format!(" [{}]", people.join(", "));
    }
    for (at, person) in people.iter().enumerate() {
        match form {
            0..3 => {}
            3..7 => note += &format!("\n  - {person}"),
            _ => {
                let title = random.one(&TITLES);
                note += &format!(
                    "\n  - name: {person}\n    email: p{at}@company.example\n    role: {title}"
                );
            }
        }
    }
    let count = 1 + random.below(10);
    let window = match random.below(4) {
        0 => format!("\"{count} weeks\""),
        1 => format!("{count} business days"),
        2 => format!("{count} days"),
        _ => (date + Days::new(3 + count as u64)).to_string(),
    };
    note += &format!("\nrecruiter: {}\ndecision_window: {window}\n", random.person());
    if random.below(5) < 2 {
        note += "tags: [remote, fintech]\n";
    }
    if random.below(5) == 0 {
        note += "location: Łódź\n";
    }
    let outcome = if is_open { random.one(&OPEN) } else { random.one(&CLOSED) };
    note +=
        &format!("outcome: {outcome}\n---\n\n# {company} - {role}\n\n## Questions they asked\n\n");
    for number in 1..4 + random.below(3) {
        note += &format!("{number}. {}\n", random.one(&SENTENCES).trim_end());
    }
    if random.below(5) < 2 {
        note += &format!("\n{CODE}");
    }
    note += "\n## To do\n\n";
    for task in TASKS.iter().skip(random.below(3)) {
        let mark = if is_open && random.below(2) == 0 { " " } else { "x" };
        note += &format!("- [{mark}] {task}\n");
    }
    note += "\n## Links\n\n- [Job post](https://jobs.example/1234)\n\n## Notes\n\n";
    let length = 1_000 + random.below(2_000);
    while note.len() < length {
        for _ in 0..=random.below(6) {
            note += random.one(&SENTENCES);
        }
        note += "\n\n";
    }
    note
}

/// Numbers that only look random.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % limit
    }

    fn one<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }

    fn person(&mut self) -> String {
        format!("{} {}", self.one(&FIRST), self.one(&LAST))
    }
}
