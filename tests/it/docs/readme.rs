//! The README is a front page, and its first minutes go as it says.

use crate::support::{Folder, words};

use super::page::Page;
use super::{is_excerpt, run, sample, text};

#[test]
fn the_readme_is_a_front_page() {
    assert!(text("README.md").lines().count() <= 150);
}

#[test]
fn a_fresh_clone_needs_two_commands() {
    let readme = Page::read("README.md");
    let commands: Vec<&str> = readme.fence("sh", "cargo run").lines().collect();
    let [build, "cargo test"] = commands[..] else { panic!("{commands:?}") };
    let arguments = words(build.strip_prefix("cargo run -- ").unwrap());
    let sample = sample();
    let of_sample =
        |word: &'_ String| if word == "sample-journal" { sample.clone() } else { word.clone() };
    let arguments: Vec<String> = arguments.iter().map(of_sample).collect();
    let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    arguments.push("--check");
    let ran = run(&arguments);
    assert_eq!((ran.code, &*ran.stdout), (0, ""), "{ran:?}");
}

#[test]
fn the_readme_shows_a_draft_of_the_sample() {
    let readme = Page::read("README.md");
    let shown =
        readme.fences.iter().find(|fence| fence.text.starts_with("---\nfollowup: ")).unwrap();
    let mut above = readme.links[..shown.links_above].iter();
    let path = above.rfind(|link| link.ends_with(".draft.md")).unwrap();
    assert!(is_excerpt(&shown.text, &text(path)), "{}", text(path));
}

#[test]
fn the_first_five_minutes_go_as_the_readme_says() {
    let readme = Page::read("README.md");
    let folder = Folder::new();
    let [init, cd] =
        [0, 1].map(|line| readme.fence("sh", "journal init").lines().nth(line).unwrap());
    assert_eq!((init, cd), ("journal init jobs", "cd jobs"));
    assert_eq!(folder.run(&["init", "jobs"]).code, 0);
    let note = "jobs/2026-03-12-acme-robotics.md";
    let jobs = |arguments: &[&str], today: &str| {
        let ran = folder.run(&[&["-C", "jobs", "--today", today], arguments].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.stdout
    };

    let me = readme.fence("toml", "[me]");
    let unset = |line: &str| match line.split_once('"') {
        Some((key, _)) => format!("#{key}\"\"\n"),
        None => format!("#{line}\n"),
    };
    folder.edit("jobs/journal.toml", &me.lines().map(unset).collect::<String>(), me);

    let new = words(readme.fence("sh", "journal new").trim());
    let new: Vec<&str> = new.iter().map(String::as_str).filter(|word| *word != "-e").collect();
    jobs(&new[1..], "2026-03-12");
    folder.edit(
        note,
        "## What stood out\n",
        "## What stood out\n\n- how a build went from 40 minutes to 6\n",
    );
    jobs(&["build"], "2026-03-12");
    let draft = folder.read("jobs/2026-03-12-acme-robotics.thank-you.jane-doe.draft.md");
    assert!(draft.contains("from 40 minutes to 6") && draft.contains("Alex Morgan"), "{draft}");

    folder.edit(
        "jobs/FOLLOWUPS.md",
        "- [ ] **Thank Jane Doe** · Acme",
        "- [x] **Thank Jane Doe** · Acme",
    );
    jobs(&["build"], "2026-03-13");
    assert!(folder.read(note).contains("  thank-you/jane-doe: done 2026-03-13\n"));

    let heard = words(readme.fence("sh", "journal heard").trim());
    jobs(&heard[1..].iter().map(String::as_str).collect::<Vec<_>>(), "2026-03-18");
    let agenda = jobs(&["agenda"], "2026-03-18");
    let deadline = readme.fence("text", "The offer from");
    assert!(agenda.contains(deadline), "{agenda}");
    assert!(
        agenda.contains("Thank Jane Doe for the offer") && agenda.contains("Decide on the offer")
    );

    let offer = "outcome: offer\noutcome_date: 2026-03-18\ndecide_by: 2026-03-25\n";
    folder.edit(note, offer, "outcome: rejected\noutcome_date: 2026-03-18\n");
    let agenda =
        folder.run(&["-C", "jobs", "agenda", "--format", "csv", "--today", "2026-03-18"]).stdout;
    for (kind, due) in [("rejection-thanks", "2026-03-19"), ("feedback-request", "2026-03-23")] {
        let id = format!("2026-03-12-acme-robotics/{kind},");
        let line = agenda.lines().find(|line| line.starts_with(&id)).unwrap();
        assert!(line.contains(&format!(",{due},")), "{line}");
    }
}
