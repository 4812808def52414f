//! Many changes and random ones: the folder always ends up as a fresh build would leave it.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::thread;
use std::time::{Duration, Instant};

use super::editors::SAVES;
use super::{Watching, acme, wait_for_text, wait_until, wait_until_as_fresh};
use crate::support::{DRAFT, NOTE, Random, TODAY, journal, note};

#[test]
fn the_page_follows_every_save_and_is_never_written_over_another_file() {
    let folder = acme();
    folder.write("journal.toml", "[report]\nhtml = \"report.html\"\n");
    let watching = Watching::start(&folder);
    wait_for_text(&folder, "report.html", "Acme Robotics");
    folder.edit(
        "acme.md",
        "role: Backend engineer",
        "role: Backend engineer\nround: the second talk",
    );
    wait_for_text(&folder, "report.html", "the second talk");
    wait_until_as_fresh(&folder);
    folder.remove("report.html");
    wait_for_text(&folder, "report.html", "the second talk");
    folder.write("report.html", "mine");
    wait_for_text(&folder, "FOLLOWUPS.md", "in-the-way");
    folder.edit("acme.md", "the second talk", "the third talk");
    wait_until_as_fresh(&folder);
    assert_eq!(folder.read("report.html"), "mine", "{:#?}", watching.said());
    // Another name in the settings is another page.
    folder.write("journal.toml", "[report]\nhtml = \"search.html\"\n");
    wait_for_text(&folder, "search.html", "the third talk");
    wait_until_as_fresh(&folder);
}

#[test]
fn interviews_of_one_note_come_change_and_go() {
    let folder = acme();
    let _watching = Watching::start(&folder);
    let round = |day: &str, who: &str| format!("  - date: {day}\n    interviewers: [{who}]\n");
    let (first, second) = (round("2026-03-02", "Ida Falk"), round("2026-03-03", "Kim Soto"));
    let note = |rounds: &str| format!("---\ncompany: Rounds\ninterviews:\n{rounds}---\n");
    folder.write("rounds.md", note(&first));
    wait_for_text(&folder, "FOLLOWUPS.md", "rounds.2026-03-02.thank-you.ida-falk.draft.md");
    folder.write("rounds.md", note(&(first.clone() + &second)));
    wait_for_text(&folder, "FOLLOWUPS.md", "Kim Soto");
    wait_until_as_fresh(&folder);
    folder.write("rounds.md", note(&(first.replace("Falk", "Lund") + &second)));
    wait_for_text(&folder, "FOLLOWUPS.md", "rounds.2026-03-02.thank-you.ida-lund.draft.md");
    wait_until_as_fresh(&folder);
    folder.write("rounds.md", note(&second));
    wait_until(
        || !folder.read("FOLLOWUPS.md").contains("Ida Lund"),
        || folder.read("FOLLOWUPS.md"),
    );
    wait_until_as_fresh(&folder);
    folder.edit("rounds.md", "interviews:\n", "interviews: no\nmine:\n");
    wait_until(
        || !folder.read("FOLLOWUPS.md").contains("Kim Soto"),
        || folder.read("FOLLOWUPS.md"),
    );
    wait_until_as_fresh(&folder);
    folder.remove("rounds.md");
    wait_until_as_fresh(&folder);
}

#[test]
fn what_stays_of_an_offer_follows_every_change_of_the_others() {
    let offer = "company: Big; recruiter: Sam Lee <sam@big.example>; outcome: offer; outcome_date: 2026-03-16";
    let other = |company: &str| {
        let fields = format!("company: {company}; role: Dev; recruiter: Kim Soto <kim@t.example>");
        note(&fields) + "\n## Say to Kim\n\nThe rota is humane.\n"
    };
    let folder = journal(&[("big.md", &note(offer))]);
    for company in ["One", "Two", "Three"] {
        folder.write(&format!("{}.md", company.to_lowercase()), other(company));
    }
    let _watching = Watching::start(&folder);
    let draft = |company: &str| format!("big.offer-elsewhere.{company}-dev.draft.md");
    wait_for_text(&folder, &draft("three"), "Kim");
    let changes: [(&str, &str, &str); 11] = [
        ("one.md", "Soto", "Sand"),
        ("one.md", "company: One", "company: Four"),
        ("two.md", "humane", "shared"),
        (
            "two.md",
            "---\n\n## Say",
            "followups:\n  recruiter-thanks: done 2026-03-03\n---\n\n## Say",
        ),
        ("two.md", "shared", "shared by all"),
        (&draft("two"), "Kim", "dear Kim"),
        ("three.md", "role: Dev", "role: Dev\noutcome: rejected"),
        ("three.md", "outcome: rejected", "outcome: pending"),
        ("big.md", "outcome: offer", "outcome: accepted"),
        (
            "big.md",
            "outcome: accepted",
            "outcome: accepted\nfollowups:\n  withdraw/two-dev: done 2026-03-16",
        ),
        ("two.md", "shared by all", "not shared"),
    ];
    for (path, from, to) in changes {
        if to == "outcome: accepted" {
            // Another one comes in between, one goes, and drafts are missed.
            folder.write("new.md", other("Ohm"));
            wait_until_as_fresh(&folder);
            folder.remove("one.md");
            wait_until_as_fresh(&folder);
            folder.remove(&draft("ohm"));
            wait_until_as_fresh(&folder);
            folder.write(&draft("three"), "mine");
            wait_until_as_fresh(&folder);
        }
        folder.edit(path, from, to);
        wait_until_as_fresh(&folder);
    }
}

#[test]
fn words_and_marks_in_the_agenda_outlast_every_change_of_notes() {
    let folder = acme();
    let _watching = Watching::start(&folder);
    let changes: [(&str, &str, &str); 7] = [
        ("FOLLOWUPS.md", "## Your own notes\n", "## Your own notes\n\n- call Bo\n"),
        ("acme.md", "Acme Robotics", "Acme Machines"),
        ("FOLLOWUPS.md", "- [ ] **Thank", "- [/] **Thank"),
        ("acme.md", "humane", "shared"),
        ("FOLLOWUPS.md", "- [/] **Thank", "- [x] **Thank"),
        ("acme.md", "Acme Machines", "Acme Robotics"),
        ("FOLLOWUPS.md", "\n## ", "\na line of mine\n\n## "),
    ];
    for (path, from, to) in changes {
        folder.edit(path, from, to);
        wait_until_as_fresh(&folder);
    }
    let agenda = folder.read("FOLLOWUPS.md");
    assert!(agenda.ends_with("- call Bo\n\na line of mine\n"), "{agenda}");
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done"));
}

#[test]
fn notes_come_go_and_move_with_their_folders() {
    let folder = acme();
    let watching = Watching::start(&folder);
    // Files in folders that could not be watched before the files were written.
    fs::create_dir_all(folder.at("a/b/c")).unwrap();
    folder.write("a/b/c/deep.md", NOTE.replace("Acme", "Deep"));
    wait_for_text(&folder, "FOLLOWUPS.md", "Deep Robotics");
    wait_until_as_fresh(&folder);
    folder.edit("a/b/c/deep.md", "humane", "shared");
    wait_for_text(&folder, "a/b/c/deep.thank-you.jane-doe.draft.md", "shared");
    // A folder from elsewhere.
    let elsewhere = journal(&[("in/moved.md", &NOTE.replace("Acme", "Moved"))]);
    fs::rename(elsewhere.at("in"), folder.at("moved")).unwrap();
    wait_for_text(&folder, "moved/moved.thank-you.jane-doe.draft.md", "humane");
    // Renamed, edited there, and removed.
    fs::rename(folder.at("a"), folder.at("z")).unwrap();
    wait_for_text(&folder, "FOLLOWUPS.md", "(z/b/c/deep.md)");
    wait_until_as_fresh(&folder);
    folder.edit("z/b/c/deep.md", "shared", "kind");
    wait_for_text(&folder, "z/b/c/deep.thank-you.jane-doe.draft.md", "kind");
    fs::remove_dir_all(folder.at("z")).unwrap();
    let is_gone = || !folder.read("FOLLOWUPS.md").contains("Deep");
    wait_until(is_gone, || format!("the end of Deep: {:#?}", watching.said()));
    // A note that is renamed takes its draft along in one run.
    fs::rename(folder.at("acme.md"), folder.at("robotics.md")).unwrap();
    wait_until(|| !folder.has(DRAFT), || "the draft's new name".to_owned());
    assert!(
        folder.has("robotics.thank-you.jane-doe.draft.md"),
        "it is there before the old one goes"
    );
    wait_until_as_fresh(&folder);
    let renaming = watching.runs().into_iter().filter(|line| line.contains("robotics.md"));
    assert_eq!(renaming.count(), 1, "{:#?}", watching.said());
    // A link to a folder, or back up, is not followed.
    symlink(folder.path(), folder.at("loop")).unwrap();
    symlink(elsewhere.path(), folder.at("out")).unwrap();
    elsewhere.write("outside.md", NOTE.replace("Acme", "Outside"));
    folder.edit("robotics.md", "humane", "shared");
    wait_for_text(&folder, "robotics.thank-you.jane-doe.draft.md", "shared");
    assert!(!folder.read("FOLLOWUPS.md").contains("Outside"));
}

#[test]
fn a_burst_is_a_few_runs() {
    let folder = acme();
    let watching = Watching::start(&folder);
    for number in 0..2_000 {
        let note = NOTE.replace("Acme", &format!("Company {number}")).replace("03-02", "02-20");
        folder.write(&format!("{}/{number}.md", number % 20), note);
    }
    wait_for_text(&folder, "FOLLOWUPS.md", "Company 1999 ");
    wait_until_as_fresh(&folder);
    assert!(watching.runs().len() <= 12, "{:#?}", watching.runs());
}

#[test]
fn whatever_happens_the_folder_ends_up_as_a_fresh_build_leaves_it() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let words = ["humane", "shared", "kind", "slow"];
    for turn in 0..300 {
        let (at, sub) = (random.below(8), random.below(3));
        let path = if sub == 0 { format!("{at}.md") } else { format!("{sub}/{at}.md") };
        let text = NOTE
            .replace("Acme", &format!("Company {}", random.below(5)))
            .replace("humane", words[random.below(words.len())])
            .replace("2026-03-02", &format!("2026-0{}-1{}", 2 + random.below(2), at));
        match random.below(12) {
            0..=3 => {
                folder.write(&path, &text);
                (SAVES[random.below(SAVES.len())].1)(&folder.at(&path), &text);
            }
            4 => folder.write(&path, &text[..random.below(text.len())]),
            5 => drop(fs::remove_file(folder.at(&path))),
            6 => {
                fs::create_dir_all(folder.at("2")).unwrap();
                let _ = fs::rename(folder.at(&path), folder.at(&format!("2/{turn}.md")));
            }
            7 => drop(fs::rename(folder.at("1"), folder.at(&format!("moved-{turn}")))),
            8 => drop(fs::remove_dir_all(folder.at("2"))),
            9 => {
                let drafts = folder.drafts();
                if !drafts.is_empty() {
                    let draft = folder.at(&drafts[random.below(drafts.len())]);
                    match random.below(3) {
                        0 => drop(fs::remove_file(draft)),
                        _ => drop(OpenOptions::new().append(true).open(draft).map(|mut draft| {
                            draft.write_all(b"PS: see you soon!\n").unwrap();
                        })),
                    }
                }
            }
            10 => {
                let agenda = fs::read_to_string(folder.at("FOLLOWUPS.md")).unwrap();
                folder.write("FOLLOWUPS.md", agenda + &format!("- mine {turn}\n"));
            }
            _ => {
                let outcome = "role: Backend engineer\noutcome: rejected\noutcome_date: 2026-03-02";
                folder.write(&path, text.replace("role: Backend engineer", outcome));
            }
        }
        if random.below(4) == 0 {
            thread::sleep(Duration::from_millis(random.below(30) as u64));
        }
    }
    wait_until_as_fresh(&folder);
    assert!(
        !watching.said().iter().any(|line| line.starts_with("error: ")),
        "{:#?}",
        watching.said()
    );
}

/// A farewell depends on what becomes of others.
#[test]
fn a_farewell_is_current_when_another_process_changes() {
    let karl = "recruiter: Karl Ott <karl@x.example>";
    let over = note(&format!("role: Cook; {karl}; outcome: rejected; outcome_date: 2026-03-02"));
    let folder = journal(&[("a.md", &over)]);
    let _watching = Watching::start(&folder);
    let draft = "a.rejection-thanks.draft.md";
    let other = |fields: &str| note(&format!("company: Other; date: 2026-03-01; {fields}"));
    #[rustfmt::skip]
    let steps = [
        (other(&format!("role: Baker; {karl}")), "for the baker role still stands"),
        (other(&format!("role: Baker; {karl}; interest: keen")), "hoping for the baker role"),
        (other(&format!("role: Butcher; {karl}")), "for the butcher role still stands"),
        (other("role: Butcher"), "If another role comes up"),
        (note("role: Baker; date: 2026-03-01"), "for the baker role still stands"),
        (note("role: Baker; date: 2026-03-01; outcome: no_response"), "If another role comes up"),
        (other("role: Baker; outcome: accepted; outcome_date: 2026-03-03"), "I wish you and the team well"),
        (other(&format!("role: Baker; outcome: accepted; outcome_date: 2026-03-03; {karl}")), "forward to the baker role."),
        (note("role: Baker; outcome: accepted; outcome_date: 2026-03-03"), "I look forward to working with you."),
        (note(&format!("role: Baker; outcome: accepted; outcome_date: 2026-03-03; {karl}")), "forward to the baker role."),
    ];
    for (text, expected) in steps {
        folder.write("b.md", text);
        wait_for_text(&folder, draft, expected);
        wait_until_as_fresh(&folder);
    }
    folder.remove("b.md");
    wait_for_text(&folder, draft, "If another role comes up");
}

#[test]
fn every_save_of_a_draft_that_was_the_last_word_is_there() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let (original, mut random) = (folder.read(DRAFT), Random(11));
    let copies = || {
        let files = fs::read_dir(folder.path()).unwrap().filter_map(Result::ok);
        files.map(|file| file.path()).filter(|path| path.to_string_lossy().contains("thank-you"))
    };
    let is_there =
        |words: &str| copies().any(|path| fs::read_to_string(path).is_ok_and(|text| text == words));
    let beside = folder.at("beside.txt");
    let put = |words: &str| {
        fs::write(&beside, words).unwrap();
        fs::rename(&beside, folder.at(DRAFT)).unwrap();
    };
    let mut last = original.clone();
    for turn in 0..2_000 {
        // A moment later what was the last word still is. While files trade names it can be looked for in vain.
        wait_until(
            || is_there(&last),
            || format!("the words of save {turn}: {:#?}", watching.said()),
        );
        for path in copies().filter(|path| path.to_string_lossy().contains(".kept-")) {
            fs::remove_file(path).unwrap();
        }
        // The draft is the program's again and wants to be renewed; then the user saves while the program writes.
        put(&original);
        folder.write("acme.md", NOTE.replace("humane", &format!("humane {turn}")));
        let (start, delay) = (Instant::now(), Duration::from_micros(random.below(8_000) as u64));
        while start.elapsed() < delay {
            thread::yield_now();
        }
        last = format!("{original}edit {turn}\n");
        if turn % 2 == 0 {
            folder.write(DRAFT, &last);
        } else {
            put(&last);
        }
        thread::sleep(Duration::from_micros(random.below(4_000) as u64));
    }
    wait_until(|| is_there(&last), || "the last words".to_owned());
    drop(watching);
    folder.build(TODAY);
    assert!(is_there(&last));
    assert!(
        !folder.files().iter().any(|path| path.contains("journal-tmp")),
        "{:?}",
        folder.files()
    );
}
