//! A whole search, day by day: a screen, an on-site with four people, an offer with a deadline, an acceptance, a refusal
//! and a silence. The agenda of each day is in story.txt, to be read as a tired person would read it.
//!
//! `SNAPSHOTS=overwrite cargo test --test it -- story` renews the file: read the difference before you keep it.

use crate::support::{AGENDA, Folder, journal};

/// One day of the search: the date, and what the job seeker does before looking at the agenda.
type Day = (&'static str, fn(&Folder, &str));

/// A new folder, signed.
fn start() -> Folder {
    journal(&[("journal.toml", "[me]\nname = \"Alex Morgan\"\nemail = \"alex@morgan.example\"\n")])
}

/// Runs a command of the user's, which must succeed.
fn run(folder: &Folder, day: &str, words: &[&str]) {
    let ran = folder.run_words_on(day, words);
    assert_eq!(ran.code, 0, "{day} {words:?}: {ran:?}");
}

/// Ticks the line with this text in the agenda.
fn tick(folder: &Folder, title: &str) {
    let text = folder.read(AGENDA);
    let line = text.lines().find(|line| line.contains(title) && line.starts_with("- [ ]"));
    let line = line.unwrap_or_else(|| panic!("no line to tick for {title:?}:\n{text}"));
    folder.write(AGENDA, text.replace(line, &line.replacen("[ ]", "[x]", 1)));
}

const DAYS: &[Day] = &[
    // An application, and a company that hasn't kept its word.
    ("2026-03-02", |folder, _| {
        folder.write(
            "2026-03-02-tallis.md",
            "---\ncompany: Tallis Press\nrole: Platform engineer\napplied: 2026-03-02\n---\n",
        );
        // Penrose was to decide two weeks ago, and didn't answer the first question.
        folder.write(
            "2026-02-04-penrose.md",
            "---\ncompany: Penrose Labs\ndate: 2026-02-04\nrole: Site reliability engineer\n\
             interviewers: [Ada Kern <ada@penrose.example>]\ndecision_window: 2 weeks\n\
             followups:\n  thank-you/ada-kern: done 2026-02-05\n  status-check/1: done 2026-02-20\n---\n",
        );
    }),
    // Twenty minutes with the company's own recruiter.
    ("2026-03-03", |folder, _| {
        tick(folder, "Ask Ada Kern for news");
        folder.write(
            "2026-03-03-halden.md",
            "---\ncompany: Halden Instruments\ndate: 2026-03-03\nrole: Backend engineer\nround: screen\n\
             interviewers: [Mia Torres <mia@halden.example>]\nrecruiter: Mia Torres <mia@halden.example>\n\
             decision_window: 1 week\n---\n",
        );
    }),
    // Thanked her; she invites to the on-site next Wednesday.
    ("2026-03-04", |folder, day| {
        tick(folder, "Thank Mia Torres");
        run(folder, day, &["build"]);
        run(folder, day, &["heard", "halden", "next round"]);
    }),
    // Answered, and the day is set: four people.
    ("2026-03-05", |folder, day| {
        tick(folder, "next round");
        let from =
            ["new", "--from", "2026-03-03-halden.md", "--date", "2026-03-11", "--round", "on-site"];
        let people = [
            "--interviewer",
            "Ines Falk <ines@halden.example>",
            "--interviewer",
            "Tom Reyes",
            "--interviewer",
            "Uma Castell <uma@halden.example>",
            "--interviewer",
            "Joe Finch <joe@halden.example>",
        ];
        run(folder, day, &[&from[..], &people].concat());
    }),
    // A second company, quick to decide.
    ("2026-03-06", |folder, _| {
        folder.write(
            "2026-03-06-brook.md",
            "---\ncompany: Brook & Vale\ndate: 2026-03-06\nrole: Backend engineer\n\
             interviewers: [Owen Pike <owen@brook.example>]\ndecision_window: end of next week\n---\n",
        );
    }),
    ("2026-03-09", |folder, _| {
        tick(folder, "Thank Owen Pike");
        // Tallis has invited, by telephone, for the next morning.
        folder.edit(
            "2026-03-02-tallis.md",
            "applied: 2026-03-02\n",
            "applied: 2026-03-02\ndate: 2026-03-10\ninterviewers: [Lena Moor]\n",
        );
    }),
    ("2026-03-10", |_, _| {}),
    // The on-site.
    ("2026-03-11", |folder, _| {
        tick(folder, "Thank Lena Moor");
        folder.edit(
            "2026-03-11-halden-instruments.md",
            "decision_window:\n",
            "decision_window: by 25 March\n",
        );
    }),
    ("2026-03-12", |_, _| {}),
    ("2026-03-13", |folder, _| {
        for name in ["Ines Falk", "Uma Castell", "Joe Finch"] {
            tick(folder, &format!("Thank {name}"));
        }
    }),
    // A refusal.
    ("2026-03-17", |folder, day| {
        tick(folder, "Thank Tom Reyes");
        run(folder, day, &["build"]);
        run(
            folder,
            day,
            &["heard", "brook", "rejected", "--from", "Owen Pike <owen@brook.example>"],
        );
    }),
    ("2026-03-20", |folder, day| {
        tick(folder, "Thank Owen Pike for the answer");
        run(folder, day, &["build"]);
        // An offer, with a week to think.
        run(folder, day, &["heard", "halden", "offer", "--by", "2026-03-27"]);
    }),
    ("2026-03-23", |folder, day| {
        tick(folder, "Thank Mia Torres for the offer");
        run(folder, day, &["build"]);
    }),
    // Two days are left. Penrose won't answer any more.
    ("2026-03-25", |folder, day| {
        run(folder, day, &["heard", "penrose", "no response"]);
        tick(folder, "Tell Tallis Press about your offer");
    }),
    ("2026-03-26", |folder, day| {
        run(folder, day, &["heard", "halden", "accepted"]);
    }),
    ("2026-03-27", |folder, _| {
        tick(folder, "Accept in writing");
    }),
    ("2026-04-13", |_, _| {}),
];

#[test]
fn a_search_day_by_day() {
    let folder = start();
    let mut story = String::new();
    for (day, live) in DAYS {
        live(&folder, day);
        let text = folder.build(day);
        assert_eq!(folder.build(day), text, "{day}: a second build changes something");
        story.push_str(&format!("{}\n{text}\n", "=".repeat(100)));
    }
    snapbox::assert_data_eq!(story, snapbox::file!["story.txt"].raw());
}
