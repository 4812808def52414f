//! `journal stats`: figures that were counted by hand.

use serde_json::{Value, json};

use crate::support::{Folder, journal, note};

/// The day for which the figures hold.
const DAY: &str = "2026-03-31";

fn stats(folder: &Folder, options: &str) -> Value {
    let ran = folder.run_on(DAY, &format!("stats --format json {options}"));
    assert_eq!((ran.code, &*ran.stderr), (0, ""));
    serde_json::from_str(&ran.stdout).unwrap()
}

fn text(folder: &Folder, options: &str) -> String {
    let ran = folder.run_on(DAY, &format!("stats {options}"));
    assert_eq!((ran.code, &*ran.stderr), (0, ""));
    ran.stdout
}

/// A search in which something of everything has happened.
///
/// | process | interviews | what came of it |
/// | --- | --- | --- |
/// | Ash | screen 2 Feb, onsite 16 Feb | on after 4 days; offer after 8 days, accepted later |
/// | Birch | screen 3 Feb | refused after 3 days |
/// | Cedar | screen 4 Feb | refused after 20 days, with feedback |
/// | Elm | screen 5 Feb | never answered |
/// | Fir | screen 9 Feb | the user withdrew |
/// | Hazel | applied 1 Feb | refused without an interview |
/// | Larch | onsite 2 Mar | pending, they decide by 3 April |
/// | Oak | screen 20 Mar | pending |
/// | Pine | applied 25 Mar | no interview yet |
/// | Rowan | screen 1 Jan | gone quiet |
fn search() -> Folder {
    let process =
        |company: &str, fields: &str| note(&format!("company: {company}\nrole: Dev\n{fields}"));
    let files = [
        (
            "ash-1.md",
            process("Ash", "date: 2026-02-02\nround: Screen\ninterviewer: Jane Doe\noutcome: more_interviews\noutcome_date: 2026-02-06\nfollowups:\n  thank-you/jane-doe: done 2026-02-03"),
        ),
        (
            "ash-2.md",
            process("Ash", "date: 2026-02-16\nround: onsite\ninterviewers: [Jane Doe, Ravi Patel]\noutcome: offer\noutcome_date: 2026-02-24\ndecide_by: 2026-05-01\nfollowups:\n  thank-you/jane-doe: done 2026-02-18\n  thank-you/ravi-patel: done 2026-02-19"),
        ),
        (
            "birch.md",
            process("Birch", "date: 2026-02-03\nround: screen\noutcome: rejected\noutcome_date: 2026-02-06\nfollowups:\n  feedback-request: done 2026-02-11"),
        ),
        (
            "cedar.md",
            process("Cedar", "date: 2026-02-04\nround: screen\noutcome: rejected\noutcome_date: 2026-02-24\nfollowups:\n  feedback-request: done 2026-02-27")
                + "\n## Feedback\n\nMore depth in databases.\n",
        ),
        ("elm.md", process("Elm", "date: 2026-02-05\nround: screen\noutcome: no_response")),
        (
            "fir.md",
            process("Fir", "date: 2026-02-09\nround: screen\noutcome: withdrawn\noutcome_date: 2026-02-12"),
        ),
        (
            "hazel.md",
            "---\ncompany: Hazel\nrole: Dev\napplied: 2026-02-01\noutcome: rejected\noutcome_date: 2026-02-20\n---\n"
                .to_owned(),
        ),
        (
            "larch.md",
            process("Larch", "date: 2026-03-02\nround: onsite\ndecision_window: by 2026-04-03"),
        ),
        ("oak.md", process("Oak", "date: 2026-03-20\nround: screen")),
        ("pine.md", "---\ncompany: Pine\nrole: Dev\napplied: 2026-03-25\n---\n".to_owned()),
        ("rowan.md", process("Rowan", "date: 2026-01-01\nround: screen")),
    ];
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    journal(&files)
}

#[test]
fn the_figures_are_those_counted_by_hand() {
    let folder = search();
    let found = stats(&folder, "");
    assert_eq!(found["processes"], 10);
    assert_eq!((&found["interviews"], &found["companies"]), (&json!(9), &json!(8)));
    let open = |company: &str, note: &str| json!({"company": company, "role": "Dev", "note": note});
    assert_eq!(
        found["offers"],
        json!({
            "offers": 1, "decided": 4, "refusals": 2, "unanswered": 1,
            "left": 1, "quiet": 1, "without_interview": 1,
            "open": [open("Oak", "oak.md"), open("Larch", "larch.md"), open("Pine", "pine.md")],
        })
    );
    assert_eq!(
        found["outcomes"],
        json!([
            {"outcome": "applied", "count": 1}, {"outcome": "pending", "count": 3},
            {"outcome": "offer", "count": 1}, {"outcome": "rejected", "count": 3},
            {"outcome": "withdrawn", "count": 1}, {"outcome": "no_response", "count": 1},
        ])
    );
    assert_eq!(
        found["rounds"],
        json!([
            {"round": "screen", "interviews": 7, "went_on": 1, "open": 2},
            {"round": "onsite", "interviews": 2, "went_on": 1, "open": 1},
        ]),
        "Screen and screen are one round"
    );
    assert_eq!(
        found["steps"],
        json!([
            {"step": "processes", "reached": 10, "open": 4},
            {"step": "an interview", "reached": 8, "open": 3},
            {"step": "a second interview", "reached": 1, "open": 1},
            {"step": "a third or more", "reached": 0, "open": 0},
            {"step": "an offer", "reached": 1, "open": 1},
            {"step": "accepted", "reached": 0, "open": 0},
        ])
    );
    // 3, 4, 8 and 20 days: too few for quartiles.
    let all = json!({"count": 4, "shortest": 3, "lower_quartile": null, "median": 6.0, "upper_quartile": null, "longest": 20});
    assert_eq!(found["answer_times"]["all"], all);
    let rejected = &found["answer_times"]["by_outcome"][2];
    assert_eq!(rejected["outcome"], "rejected");
    assert_eq!(rejected["times"]["median"], 11.5);
    let waits: Vec<_> = found["waiting"]
        .as_array()
        .unwrap()
        .iter()
        .map(|wait| (&wait["company"], &wait["days"]))
        .collect();
    assert_eq!(waits, [(&json!("Larch"), &json!(29)), (&json!("Oak"), &json!(11))]);
    // Due the day after, late three days after: 19 February is late.
    assert_eq!(found["thank_yous"], json!({"sent": 3, "in_time": 2}));
    assert_eq!(found["feedback"], json!({"asked": 2, "received": 1}));
}

#[test]
fn the_same_figures_are_told_in_words() {
    let text = text(&search(), "");
    for words in [
        "Your search, Tuesday 31 March 2026\n10 processes · 9 interviews with 8 companies\n",
        "  1 of 4 decided processes led to an offer: 1 offer, 2 refusals and 1 without an answer.\n",
        "  Few are decided so far, so the number says little yet.\n",
        "  Not counted: 1 you left yourself, 1 gone quiet and 1 without an interview.\n",
        "  Still open, and not counted: 3\n    Oak, Dev\n    Larch, Dev\n    Pine, Dev\n",
        "  screen  7 interviews, 1 went on, 2 still open\n",
        "  4 answers took 3 to 20 days, the middle one 6 days; that is few.\n",
        "  Larch, Dev  29 days, they decide by Fri 3 Apr\n  Oak, Dev    11 days\n",
        "  2 of 3 went out in time.\n",
        "  You asked for it twice, and got it once.\n",
    ] {
        assert!(text.contains(words), "{words}\nis not in\n{text}");
    }
}

#[test]
fn a_span_counts_only_its_interviews() {
    let folder = search();
    let found = stats(&folder, "--from 2026-02-04 --to 2026-02-28");
    assert_eq!((&found["from"], &found["to"]), (&json!("2026-02-04"), &json!("2026-02-28")));
    // Ash's onsite, Cedar, Elm, Fir.
    assert_eq!((&found["processes"], &found["interviews"]), (&json!(4), &json!(4)));
    assert_eq!((&found["offers"]["offers"], &found["offers"]["decided"]), (&json!(1), &json!(3)));
    assert_eq!(found["answer_times"]["all"]["count"], 2);
    assert_eq!(found["thank_yous"], json!({"sent": 2, "in_time": 1}));
    assert_eq!(found["waiting"], json!([]));
    let text = text(&folder, "--from 2027-01-01");
    assert!(
        text.contains("Only interviews from Friday 1 January 2027.\nThere are none.\n"),
        "{text}"
    );
}

#[test]
fn a_span_that_is_none_is_refused() {
    let folder = search();
    for (options, message) in [
        (
            "--from 2026-03-02 --to 2026-03-01",
            "error: --to 2026-03-01 is before --from 2026-03-02; swap them\n",
        ),
        ("--from someday", "error: --from \"someday\" is not understood"),
    ] {
        let ran = folder.run_on(DAY, &format!("stats {options}"));
        assert_eq!(ran.code, 2);
        assert!(ran.stderr.starts_with(message), "{}", ran.stderr);
    }
}

#[test]
fn an_empty_journal_and_a_single_note_are_told_as_they_are() {
    let empty = Folder::new();
    assert!(
        text(&empty, "")
            .ends_with("There is nothing to count yet. `journal new COMPANY` starts a note.\n")
    );
    let found = stats(&empty, "");
    assert_eq!((&found["processes"], &found["offers"]["decided"]), (&json!(0), &json!(0)));
    assert_eq!(found["answer_times"]["all"], Value::Null);

    let one = journal(&[("acme.md", &note("date: 2026-03-20; role: Dev"))]);
    assert_eq!(
        text(&one, ""),
        "Your search, Tuesday 31 March 2026\n1 process · 1 interview with one company\n\nOffers\n  \
         Nothing is decided yet: every answer is still to come.\n  Still open, and not counted: 1\n    Acme, Dev\n\nOutcomes\n  \
         pending              1\n\nWaiting now, the longest first\n  Acme, Dev  11 days\n"
    );
    one.write(
        "acme.md",
        note("date: 2026-03-20; role: Dev; outcome: offer; outcome_date: 2026-03-21"),
    );
    let text = text(&one, "");
    assert!(text.contains("  1 of 1 decided process led to an offer.\n"), "{text}");
    assert!(text.contains("  1 answer took 1 day.\n"), "{text}");
}

#[test]
fn nobody_is_told_to_try_harder() {
    let refused = |n: usize| {
        let fields =
            format!("company: Firm {n}; role: Dev; outcome: rejected; outcome_date: 2026-03-10");
        (format!("{n}.md"), note(&fields))
    };
    let files: Vec<(String, String)> = (0..10).map(refused).collect();
    let mut files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let text_of = |files: &[(&str, &str)]| text(&journal(files), "");
    let none = text_of(&files);
    assert!(none.contains("No offer yet among 10 decided: 10 refusals.\n  A no is the most frequent answer there is. Ten of them and one offer is a win.\n"), "{none}");
    let offer = note("company: Yes; role: Dev; outcome: offer; outcome_date: 2026-03-10");
    files.push(("yes.md", &offer));
    let one = text_of(&files);
    assert!(one.contains("1 of 11 decided processes led to an offer: 1 offer and 10 refusals.\n  A no is the most frequent answer there is. One yes is what a search is for.\n"), "{one}");
}

#[test]
fn a_process_left_for_another_offer_is_not_lost() {
    let accepted = note("company: Yes; role: Dev; outcome: accepted; outcome_date: 2026-03-10\nfollowups:\n  withdraw/acme-dev: done 2026-03-11".replace("; ", "\n").as_str());
    let folder = journal(&[("yes.md", &accepted), ("acme.md", &note("role: Dev"))]);
    let found = stats(&folder, "");
    assert_eq!(found["offers"]["left"], 1, "{found}");
    assert_eq!((&found["offers"]["offers"], &found["offers"]["decided"]), (&json!(1), &json!(1)));
    assert_eq!(found["answer_times"]["all"], Value::Null, "the day of an acceptance is the user's");
}

#[test]
fn text_of_notes_stays_text() {
    let name = "\"Evil\\e[31m\\u202e ${x} {{ 1 }}\"";
    let folder =
        journal(&[("a.md", &note(&format!("company: {name}; role: Dev; round: \"a\\tb\\e[2J\"")))]);
    let text = text(&folder, "");
    assert!(text.contains("Evil[31m ${x} {{ 1 }}, Dev"), "{text:?}");
    assert!(text.contains("a b[2J"), "{text:?}");
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
}

/// What was done about it tells the day of an offer that has been answered since.
#[test]
fn an_offer_counts_once_it_is_answered_as_well() {
    let offer = "role: Dev; outcome: offer; outcome_date: 2026-03-11; contact: Dana Ray";
    let done =
        "followups: {offer-thanks: done 2026-03-11, offer-elsewhere/elm-dev: done 2026-03-12}";
    for (answered, records, days, log) in [
        ("accepted", done, json!(9.0), "| 2026-03-11 | Acme | Dev | Answer: offer | Dana Ray |"),
        ("declined", done, json!(9.0), "| 2026-03-16 | Acme | Dev | Offer declined | Dana Ray |"),
        (
            "declined",
            "followups: {offer-thanks: skipped 2026-03-11}",
            Value::Null,
            "Offer declined",
        ),
        ("rejected", done, json!(14.0), "Answer: refusal"),
    ] {
        let folder = journal(&[("a.md", &note(&format!("{offer}; {records}")))]);
        let ran = folder.run_on("2026-03-16", &format!("heard acme {answered}"));
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_eq!(stats(&folder, "")["answer_times"]["all"]["median"], days, "{answered}");
        let ran = folder.run_on(DAY, "export log");
        assert!(ran.stdout.contains(log), "{}", ran.stdout);
    }
}
