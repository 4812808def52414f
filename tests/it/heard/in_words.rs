//! The words of `heard`: whose news it is, and what they mean.

use snapbox::{assert_data_eq, str};

use crate::support::{NOTE, journal, note};

use super::{A_TUESDAY, heard, three};

#[test]
fn words_are_divided_where_both_halves_make_sense() {
    #[rustfmt::skip]
    let cases: [(&[&str], &str); 13] = [
        // the words | what is written
        (&["acme", "no", "offer"],                    "outcome: rejected"),
        (&["acme:", "no offer"],                      "outcome: rejected"),
        (&["acme, they rejected me"],                 "outcome: rejected"),
        (&["Acme Robotics", "I accepted"],            "outcome: accepted"),
        (&["acme", "robotics", "got", "an", "offer"], "outcome: offer"),
        (&["acme", "they", "made", "an", "offer!"],   "outcome: offer"),
        (&["acme", "counter", "offer"],               "outcome: offer"),
        (&["backend", "HM chat"],                     "outcome: hiring_manager"),
        (&["acme.md", "withdrew"],                    "outcome: withdrawn"),
        (&["acme-robotics-backend-engineer", "next-round"], "outcome: more_interviews"),
        (&["acme", "another", "week"],                "decision_window: another week"),
        (&["acme", "end of next week"],               "decision_window: end of next week"),
        (&["acme", "2026-03-20"],                     "decision_window: 2026-03-20"),
    ];
    for (words, expected) in cases {
        let folder = three();
        let (ran, _) = heard(&folder, words);
        let note = folder.read("acme.md");
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.stderr);
        assert!(note.contains(expected), "{words:?}: {note}");
    }
}

#[test]
fn words_that_are_unclear_change_nothing() {
    let folder = three();
    #[rustfmt::skip]
    let cases: [(&[&str], &str); 14] = [
        // the words | the message begins with
        (&["globex", "rejected"],                  "error: \"globex\" matches several processes; name one:\n  globex-data-engineer  Globex, Data engineer · waiting (2026/globex.md)\n  globex-platform-engineer  Globex, Platform engineer · waiting (globex-2.md)\n"),
        (&["acme", "rejcted"],                     "error: \"rejcted\" is not understood; did you mean \"rejected\"?\n"),
        (&["acme", "rejected?"],                   "error: \"rejected?\" is not understood; did you mean \"rejected\"?\n"),
        (&["acme", "waiting"],                     "error: \"waiting\" is no outcome yet"),
        (&["acme", "unknown"],                     "error: \"unknown\" is no outcome yet"),
        (&["acme"],                                "error: what did they say? Write an outcome (rejected, offer,"),
        (&["acmee", "rejected"],                   "error: no company, role or recruiter matches \"acmee\"; did you mean \"acme\"?"),
        (&["initech", "rejected"],                 "error: no company, role or recruiter matches \"initech\"; `journal agenda` lists them"),
        (&["acme", "rejected", "--by", "friday"],  "error: --by is for the day"),
        (&["acme", "offer", "--by", "2026-03-09"], "error: --by names a day before"),
        (&["acme", "1 week", "--from", "Dana"],    "error: --by and --from go with an outcome"),
        (&["acme", "offer", "--from", "Dana, Bo"], "error: --from \"Dana, Bo\" is not one person"),
        (&["acme", "offer", "--from", "D <d@x>"],  "error: --from: \"d@x\" is not an e-mail address"),
        (&["acme", "offer", "--on", "tomorrow"],   "error: --on names a day that is still to come"),
    ];
    for (words, message) in cases {
        let (ran, changes) = heard(&folder, words);
        assert_eq!((ran.code, changes.as_str()), (2, ""), "{words:?}");
        assert!(ran.stderr.starts_with(message), "{words:?}: {}", ran.stderr);
    }
}

#[test]
fn a_recruiter_or_an_agency_stands_for_their_only_process() {
    let elm = note("company: Elm; recruiter: {name: Tom Reid, agency: CarePath}");
    let oak = note("company: Oak; recruiter: Nina Fox");
    let ash =
        note("company: Ash; recruiter: Nina Fox; outcome: rejected; outcome_date: 2026-03-05");
    let fox = note("company: Fir; role: Fox keeper; recruiter: Pia Ek");
    for (words, changed) in [
        ("tom offer", "elm.md"),
        ("carepath rejected", "elm.md"),
        ("tom reid another week", "elm.md"),
        ("nina rejected", "oak.md"),
        ("fox rejected", "fir.md"),
        ("reid tom they said no", "elm.md"),
    ] {
        let folder =
            journal(&[("elm.md", &*elm), ("oak.md", &*oak), ("ash.md", &*ash), ("fir.md", &*fox)]);
        let (ran, changes) = heard(&folder, &words.split(' ').collect::<Vec<_>>());
        assert!(ran.code == 0 && changes.starts_with(changed), "{words}: {changes}{}", ran.stderr);
    }
    let folder = journal(&[("elm.md", &*elm), ("oak.md", &*elm.replace("Elm", "Oak"))]);
    let (ran, _) = heard(&folder, &["tom", "offer"]);
    assert!(ran.stderr.contains("\"tom\" matches several processes"), "{}", ran.stderr);
}

#[test]
fn a_company_that_is_mistyped_is_named() {
    let elm = note("company: St Brannoc's Hospital; role: Nurse");
    let folder = journal(&[("elm.md", &elm), ("acme.md", NOTE)]);
    for (words, near) in [
        ("st branocs rejected", "st brannocs"),
        ("st brannoc hospitall they said no", "st brannocs hospital"),
        ("branocs next round", "brannocs"),
        ("acme robotcs another week", "acme robotics"),
    ] {
        let (ran, changes) = heard(&folder, &words.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, changes.as_str()), (2, ""), "{words}");
        assert!(
            ran.stderr.contains(&format!("; did you mean {near:?}?")),
            "{words}: {}",
            ran.stderr
        );
    }
}

#[test]
fn an_interview_is_the_best_news_for_an_application() {
    let applied = note("company: Elm; date:; applied: 2026-03-01; recruiter: Sam Lee");
    for news in [
        "interview",
        "phone screen",
        "first interview",
        "they want to interview me",
        "they want to schedule a phone screen",
        "invited to a video panel",
        "a call",
    ] {
        let folder = journal(&[("elm.md", &applied)]);
        let ran = folder.run_words_on(A_TUESDAY, &["heard", "elm", news]);
        assert_data_eq!(
            ran.stderr,
            str![[r#"
Elm: next round, heard Tue 10 Mar (elm.md)
  Answer Sam Lee about the interview · due Wed 11 Mar, tomorrow
    elm.next-round.draft.md, 3 blanks to fill
  once the day is known: journal new --from elm.md --date DAY

"#]]
        );
    }
    // After an interview, it may be the one that has been.
    for (words, said) in [
        (
            &["acme", "phone screen"][..],
            "if they want another interview: journal heard acme \"next round\"",
        ),
        (&["acme", "first interview"], "if they want another interview"),
        (&["acme", "no interview"], "\"no interview\" is not understood"),
        (&["acme", "they", "ask", "for", "references"], "is no outcome yet"),
    ] {
        let (ran, changes) = heard(&three(), words);
        assert_eq!((ran.code, changes.as_str()), (2, ""), "{words:?}");
        assert!(ran.stderr.contains(said), "{words:?}: {}", ran.stderr);
    }
}

/// One noted with its day as `date` is one like any other.
#[test]
fn an_application_with_a_date_is_answered_as_one() {
    let fields = "company: Elm; date: 2026-03-01; outcome: applied; recruiter: Sam Lee <sam@elm.example>; interviewers:";
    for (news, kind, words) in [
        ("interview", "next-round", "invited to interview"),
        ("rejected", "feedback-request", "One question about my application"),
    ] {
        let folder = journal(&[("elm.md", &note(fields))]);
        folder.build("2026-03-09");
        let ran = folder.run_words_on(A_TUESDAY, &["heard", "elm", news]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let text = folder.read("elm.md");
        assert!(text.contains("date: 2026-03-01\napplied: 2026-03-01\n"), "{text}");
        folder.build("2026-03-16");
        let letter = folder.read(&format!("elm.{kind}.draft.md"));
        assert!(letter.contains(words), "{letter}");
        for words in ["the next round", "my interview", "in the interview"] {
            assert!(!letter.contains(words), "{letter}");
        }
        let stats = folder.run_on("2026-03-16", "stats").stdout;
        assert!(!stats.contains("1 interview"), "{stats}");
        let log = folder.run_on("2026-03-16", "export log").stdout;
        assert!(log.contains("| 2026-03-01 | Elm |  | Application |"), "{log}");
        // Told once more, it changes nothing.
        folder.run_words_on(A_TUESDAY, &["heard", "elm", news]);
        assert_eq!(folder.read("elm.md"), text);
    }
    // With somebody in it, or a round, it may have been the interview.
    for field in ["interviewers: [Jane Doe]", "round: screen"] {
        let fields = fields.replace("interviewers:", field);
        let folder = journal(&[("elm.md", &note(&fields))]);
        assert_eq!(folder.run_words_on(A_TUESDAY, &["heard", "elm", "rejected"]).code, 0);
        assert!(!folder.read("elm.md").contains("applied: "), "{field}");
    }
}

#[test]
fn a_day_at_the_end_of_the_news_is_understood_or_led_to_its_place() {
    let ahead = note("company: Elm; date: 2026-03-12");
    let off = note("company: Ash; date: 2026-03-12; cancelled: 2026-03-09");
    let applied = note("company: Oak; date:; applied: 2026-03-01");
    let files = [("acme.md", NOTE), ("elm.md", &ahead), ("ash.md", &off), ("oak.md", &applied)];
    for (words, said) in [
        (
            "elm postponed to 3 april",
            "write the new day into the note: `date: 2026-04-03` in elm.md",
        ),
        ("acme rescheduled to friday", "journal new --from acme.md --date 2026-03-13"),
        (
            "elm rescheduled to 3 april",
            "write the new day into the note: `date: 2026-04-03` in elm.md",
        ),
        ("acme call me friday", "journal heard acme 'they call friday'"),
        ("acme call back friday", "an interview: journal new --from acme.md --date 2026-03-13"),
        ("ash moved to friday", "journal new --from ash.md --date 2026-03-13"),
        ("oak phone screen on 3 april", "journal new --from oak.md --date 2026-04-03"),
        ("acme second interview 3 april", "journal new --from acme.md --date 2026-04-03"),
        (
            "acme rejected yesterday",
            "write the day with an option: journal heard acme rejected --on 2026-03-09",
        ),
        ("acme rejected on monday", "journal heard acme rejected --on 2026-03-09"),
        ("acme offer 27 March", "journal heard acme offer --by 2026-03-27"),
        ("acme third interview on Thurs 19th", "journal new --from acme.md --date 2026-03-19"),
        ("oak phone call friday", "journal new --from oak.md --date 2026-03-13"),
        ("acme 2nd interview on weds", "journal new --from acme.md --date 2026-03-11"),
        ("elm new date 2 april", "write the new day into the note: `date: 2026-04-02` in elm.md"),
        ("ash new date is 2 april", "journal new --from ash.md --date 2026-04-02"),
        (
            "acme second interview on Friday 19th",
            "the day \"Friday 19th\" names the wrong weekday: 2026-03-19 is a Thursday",
        ),
        ("acme new slot friday", "journal new --from acme.md --date 2026-03-13"),
        ("acme new time 2pm friday", "journal new --from acme.md --date 2026-03-13"),
        ("oak new day friday", "journal new --from oak.md --date 2026-03-13"),
        (
            "elm new slot 2pm friday",
            "write the new day into the note: `date: 2026-03-13` in elm.md",
        ),
        ("acme offer 09.03.2026", "journal heard acme offer --on 2026-03-09"),
        ("acme sat 20th", "\"sat 20th\" names the wrong weekday: 2026-03-20 is a Friday"),
        ("acme they will call sat 20 march", "names the wrong weekday: 2026-03-20 is a Friday"),
        ("acme offer by sat 20th", "names the wrong weekday: 2026-03-20 is a Friday"),
        ("elm need to reschedule", "if there is none yet: journal heard elm cancelled"),
        ("acme moved house", "is not understood"),
        ("elm hm chat friday", "journal new --from elm.md --date 2026-03-13"),
    ] {
        let (ran, changes) = heard(&journal(&files), &words.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, changes.as_str()), (2, ""), "{words}");
        assert!(ran.stderr.contains(said), "{words}: {}", ran.stderr);
    }
    // After the interview, it is the answer that is put off.
    let (_, changes) =
        heard(&journal(&files), &["acme", "they", "postponed", "it", "to", "3", "april"]);
    assert!(changes.contains("decision_window: 3 april"), "{changes}");
}

#[test]
fn a_new_day_in_a_note_of_several_interviews_names_the_old_one() {
    let rounds = "company: Elm\ninterviews:\n  - {date: 2026-03-02, outcome: next round}\n  - {date: 2026-03-12}";
    let folder = journal(&[("elm.md", &note(rounds))]);
    let (ran, _) = heard(&folder, &["elm", "moved", "to", "friday"]);
    let said =
        "write the new day into the note: `date: 2026-03-13` in place of 2026-03-12 in elm.md";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
}

#[test]
fn who_declined_makes_a_difference() {
    for (words, expected) in [
        ("I declined", "declined"),
        ("declined", "declined"),
        ("they declined", "rejected"),
        ("they have declined", "rejected"),
        ("declined by company", "rejected"),
        ("position filled", "rejected"),
        ("they hired someone else", "rejected"),
        ("they turned me down", "rejected"),
        ("I turned it down", "declined"),
        ("they rescinded the offer", "rejected"),
        ("the role was closed", "rejected"),
    ] {
        let folder = three();
        let offer = "outcome: offer\noutcome_date: 2026-03-09\ndecision_window";
        folder.edit("acme.md", "decision_window", offer);
        let (ran, _) = heard(&folder, &["acme", words]);
        let note = folder.read("acme.md");
        assert!(note.contains(&format!("outcome: {expected}\n")), "{words}: {ran:?}");
    }
}

/// As it is told of a process without an offer, and of one with it.
#[test]
fn a_yes_or_no_is_the_user_s_or_the_company_s() {
    #[rustfmt::skip]
    let rows = [
        // the news | without an offer | with one
        ("I said no",                   "no offer to decline", "declined"),
        ("said no",                     "no offer to decline", "declined"),
        ("I've said no to them",        "no offer to decline", "declined"),
        ("I refused",                   "no offer to decline", "declined"),
        ("I rejected",                  "no offer to decline", "declined"),
        ("I rejected it",               "no offer to decline", "declined"),
        ("rejected the offer",          "no offer to decline", "declined"),
        ("I turned it down",            "no offer to decline", "declined"),
        ("turned down the job",         "no offer to decline", "declined"),
        ("they said no",                "rejected",            "rejected"),
        ("they refused",                "rejected",            "rejected"),
        ("they've rejected it",         "rejected",            "rejected"),
        ("rejected",                    "rejected",            "rejected"),
        ("I was rejected",              "rejected",            "rejected"),
        ("I've been rejected",          "rejected",            "rejected"),
        ("I was turned down",           "rejected",            "rejected"),
        ("I've just been turned down",  "rejected",            "rejected"),
        ("turned down",                 "no offer to decline", "declined"),
        // Their offer isn't their answer.
        ("I declined the offer they made", "no offer to decline", "declined"),
        ("I declined the offer they made me", "no offer to decline", "declined"),
        ("I declined the offer that they made me", "no offer to decline", "declined"),
        ("I turned the offer down",     "no offer to decline", "declined"),
        ("declined the offer they made me", "no offer to decline", "declined"),
        ("I turned down the offer they made me", "no offer to decline", "declined"),
        ("I said no to the offer they made", "no offer to decline", "declined"),
        ("I have accepted the offer they made me", "accepted", "accepted"),
        ("they declined to make me an offer", "rejected",      "rejected"),
        ("they withdrew",               "rejected",            "rejected"),
        ("they've withdrawn it",        "rejected",            "rejected"),
        ("they withdrew the offer",     "rejected",            "rejected"),
        ("they have withdrawn the offer", "rejected",          "rejected"),
        ("they pulled the offer",       "rejected",            "rejected"),
        ("it was withdrawn",            "rejected",            "rejected"),
        ("withdrew",                    "withdrawn",           "withdrawn"),
        ("I've withdrawn",              "withdrawn",           "withdrawn"),
        ("I've got to withdraw",        "withdrawn",           "withdrawn"),
        ("I didn't get the job",        "rejected",            "rejected"),
        ("filled",                      "rejected",            "rejected"),
        ("position filled",             "rejected",            "rejected"),
        ("the post is filled",          "rejected",            "rejected"),
        ("no",                          "who said no?",        "who said no?"),
        ("yes",                         "who said yes?",       "who said yes?"),
        ("said yes",                    "who said yes?",       "accepted"),
        ("I said yes",                  "accepted",            "accepted"),
        ("accepted their offer",        "accepted",            "accepted"),
        ("they said yes",               "offer",               "says so already"),
        ("got the job",                 "offer",               "says so already"),
        ("I got the job!",              "offer",               "says so already"),
        ("got it!",                     "offer",               "says so already"),
        ("they offered me the job",     "offer",               "says so already"),
        ("they accepted me",            "offer",               "says so already"),
        ("accepted me",                 "offer",               "says so already"),
        ("I was accepted",              "offer",               "says so already"),
        ("hired",                       "offer",               "says so already"),
        ("I'm hired",                   "offer",               "says so already"),
        ("selected",                    "offer",               "says so already"),
        ("I was selected",              "offer",               "says so already"),
        ("they chose me",               "offer",               "says so already"),
        ("not selected",                "rejected",            "rejected"),
        ("I wasn't selected",           "rejected",            "rejected"),
        ("I haven't been selected",     "rejected",            "rejected"),
        ("not chosen",                  "rejected",            "rejected"),
        ("they didn't choose me",       "rejected",            "rejected"),
        ("I was not successful",        "rejected",            "rejected"),
        ("I wasn't successful",         "rejected",            "rejected"),
        ("unsuccessful",                "rejected",            "rejected"),
        ("my application was unsuccessful", "rejected",        "rejected"),
        ("I didn't get through",        "rejected",            "rejected"),
        ("I did not get the role",      "rejected",            "rejected"),
        ("I didn't make it",            "rejected",            "rejected"),
        ("not invited back",            "rejected",            "rejected"),
        ("offer 20.03.",                "not understood",      "not understood"),
        ("they did choose me",          "not understood",      "not understood"),
        ("they haven't chosen",         "not understood",      "not understood"),
        ("I haven't accepted",          "not understood",      "not understood"),
        ("I wasn't rejected",           "not understood",      "not understood"),
        ("they chose someone else",     "rejected",            "rejected"),
    ];
    for (words, without, with) in rows {
        for (expected, is_offered) in [(without, false), (with, true)] {
            let folder = three();
            if is_offered {
                let offer = "outcome: offer\noutcome_date: 2026-03-09\ndecision_window";
                folder.edit("acme.md", "decision_window", offer);
            }
            let (ran, changes) = heard(&folder, &["acme", words]);
            let is_written = changes.contains(&format!("+outcome: {expected}\n"));
            let is_said = changes.is_empty() && ran.stderr.contains(expected);
            assert!(is_written || is_said, "{words}, {is_offered}: {changes} {}", ran.stderr);
        }
    }
    // Both choices are named.
    for (words, is_offered, mine) in [("no", false, "withdrawn"), ("no", true, "declined")] {
        let folder = three();
        if is_offered {
            folder.edit("acme.md", "decision_window", "outcome: offer\ndecision_window");
        }
        let (ran, _) = heard(&folder, &["acme", words]);
        let said =
            format!("they did: journal heard … rejected\n  if you did: journal heard … {mine}\n");
        assert!(ran.stderr.ends_with(&said), "{}", ran.stderr);
    }
}

#[test]
fn news_of_another_interview_or_of_none() {
    #[rustfmt::skip]
    let rows = [
        // the news | what is written
        ("they want to see me again",               "outcome: more_interviews"),
        ("they'd like to see me again",             "outcome: more_interviews"),
        ("2nd interview",                           "outcome: more_interviews"),
        ("third interview",                         "outcome: more_interviews"),
        ("invited me back for a second interview",  "outcome: more_interviews"),
        ("got through",                             "outcome: more_interviews"),
        ("I'm through to the next round",           "outcome: more_interviews"),
        ("they'll call friday",                     "decision_window: they'll call friday"),
        ("they will let me know friday",            "decision_window: they will let me know friday"),
        ("Jane says end of next week",              "decision_window: Jane says end of next week"),
        ("a few days",                              "decision_window: a few days"),
    ];
    for (words, expected) in rows {
        let (ran, changes) = heard(&three(), &["acme", words]);
        assert_eq!(ran.code, 0, "{words}: {}", ran.stderr);
        assert!(changes.contains(expected), "{words}: {changes}");
    }
    for words in [
        "they cancelled the interview",
        "cancelled the interview",
        "they've called off the interview",
    ] {
        let folder = journal(&[("elm.md", &note("company: Elm; date: 2026-03-12"))]);
        let (_, changes) = heard(&folder, &["elm", words]);
        assert_eq!(changes, "elm.md: +cancelled: 2026-03-10\n", "{words}");
    }
    for words in ["still deciding", "they haven't decided yet", "no decision yet", "tbc", "no idea"]
    {
        let (ran, changes) = heard(&three(), &["acme", words]);
        assert!(changes.is_empty(), "{words}: {changes}");
        assert!(ran.stderr.contains("is no outcome yet, so nothing is written"), "{}", ran.stderr);
    }
}

#[test]
fn more_words_for_what_they_said() {
    for (before, words, expected) in [
        (
            "outcome: no_response",
            "by 20 March",
            "updates:\n  - {date: 2026-03-10, decision_window: by 20 March}\noutcome: pending\n",
        ),
        ("outcome: pending", "invited to interview", "outcome: more_interviews\n"),
        ("outcome: offer\noutcome_date: 2026-03-04", "offer withdrawn", "outcome: rejected\n"),
        (
            "date: 2026-03-10\nfollowups:\n  recruiter-thanks: done 2026-03-10",
            "cancelled",
            "cancelled: 2026-03-10\n",
        ),
    ] {
        let folder = journal(&[("acme.md", &note(&format!("recruiter: Sam Lee\n{before}")))]);
        let (ran, _) = heard(&folder, &["acme", words]);
        assert_eq!(ran.code, 0, "{words}: {}", ran.stderr);
        let note = folder.read("acme.md");
        assert!(note.contains(expected), "{words}: {note}");
    }
    let folder = journal(&[("acme.md", &note("outcome: offer\noutcome_date: 2026-03-04"))]);
    let (ran, _) = heard(&folder, &["acme", "offer extended"]);
    assert!(ran.stderr.contains("journal heard … offer --by DAY"), "{}", ran.stderr);
}
