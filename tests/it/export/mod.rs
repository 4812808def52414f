//! `export`: the agenda and the search for other programs and other people.

mod build;
mod calendar;
mod data;
mod log;

use crate::support::{Folder, NOTE, journal};

/// A journal of an interview that was, and of one to come.
fn acme_and_globex() -> Folder {
    journal(&[("acme.md", NOTE), ("sub/globex.md", GLOBEX)])
}

const GLOBEX: &str = "\
---
company: 'Globex, Inc.; R&D'
date: 2026-03-12
role: Dev
round: on-site
interviewers: [Zoë Müller]
---

- [ ] Read their report 📅 2026-03-10
- [ ] Some day
";
