//! Notes mutated at random: the good note beside them still counts.

use std::fs;

use super::build;
use crate::support::{Folder, Random, TODAY};

const FULL: &str = "\
---
company: Acme Robotics
date: 2026-03-02
role: Backend engineer
round: onsite
interviewers:
  - name: Jane Doe
    email: jane@acme.example
    lead: true
  - Ravi Patel <ravi@acme.example>
also_met: [Kim Soto]
recruiter: {name: Sam Lee, email: sam@talent.example, agency: Talent Partners}
decision_window: 5-7 business days
updates:
  - {date: 2026-03-11, decision_window: by 25 March}
outcome: pending
outcome_date: 2026-03-20
contact: \"Dana Ray <dana@acme.example>\"
decide_by: 2026-03-30
thread: 'Re: Interview on Monday'
internal: false
followups:
  thank-you/jane-doe: done 2026-03-03
  value-add/jane-doe: snoozed until 2026-03-10
---

# Onsite at Acme 🦾

## What stood out

- Jane said that the *on-call* rota is humane.
- [ ] Send the [paper](https://x.example)

| a | b |
|---|---|
";

fn mutated(random: &mut Random) -> Vec<u8> {
    const PUNCTUATION: [&str; 24] = [
        ":", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!x ", "|", ">", "'", "\"", "#", "%",
        "@", "\t", "---\n", "...\n", "<<: ", "\\", "? ", "\u{202e}",
    ];
    let mut bytes = FULL.as_bytes().to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len().max(1)).min(bytes.len());
        match random.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 => bytes.truncate(at),
            2 => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
                for _ in 0..3 {
                    let (a, b) =
                        (random.below(lines.len().max(1)), random.below(lines.len().max(1)));
                    if lines.len() > a.max(b) {
                        lines.swap(a, b);
                    }
                }
                bytes = lines.concat().into_bytes();
            }
            3 => {
                let text = String::from_utf8_lossy(&bytes).replace('\n', "\r\n");
                bytes = text.into_bytes();
            }
            4 => {
                let end = (at + random.below(20)).min(bytes.len());
                bytes.drain(at..end);
            }
            _ => {
                let mark = PUNCTUATION[random.below(PUNCTUATION.len())];
                bytes.splice(at..at, mark.bytes());
            }
        }
    }
    bytes
}

#[test]
fn mutated_notes_never_stop_a_build() {
    const NOTES: usize = 50;
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for round in 0..10 {
        let folder = Folder::new();
        let texts: Vec<Vec<u8>> = (0..NOTES).map(|_| mutated(&mut random)).collect();
        for (at, text) in texts.iter().enumerate() {
            folder.write(&format!("{at}.md"), text);
        }
        build(&folder);
        for problem in folder.agenda(TODAY)["problems"].as_array().unwrap() {
            let path = problem["path"].as_str().unwrap();
            let (Some(line), Some(column)) = (problem["line"].as_u64(), problem["column"].as_u64())
            else {
                let code = problem["code"].as_str().unwrap();
                let is_of_file = ["not-utf8", "similar-process", "missing-role"].contains(&code);
                assert!(is_of_file, "round {round}: {problem}");
                continue;
            };
            // Of a text whose letters are guessed, the columns are as well.
            let Ok(text) = fs::read_to_string(folder.at(path)) else { continue };
            let lines: Vec<&str> = text.split('\n').collect();
            let found = lines.get(line as usize - 1);
            let length = found.map(|line| line.chars().count() as u64);
            assert!(length.is_some_and(|length| column <= length + 1), "round {round}: {problem}");
        }
        for (at, text) in texts.iter().enumerate() {
            assert_eq!(&fs::read(folder.at(&format!("{at}.md"))).unwrap(), text);
        }
    }
}
