//! `heard`, in the words that tired people type: what is understood, and what is asked about.

use crate::support::{Folder, journal, note};

/// A Tuesday, eight days after the interview and one after the decision window.
const TODAY: &str = "2026-03-10";

const PEOPLE: &str = "role: Dev; interviewers: [Jane Doe <jane@acme.example>]; recruiter: Sam Lee";

/// A process that waits, one with an interview ahead, an application, and an offer.
const WAITS: &str = "date: 2026-03-02; decision_window: 1 week";
const AHEAD: &str = "date: 2026-03-16";
const APPLIED: &str = "date:; applied: 2026-03-01";
const OFFERED: &str = "date: 2026-03-02; outcome: offer; outcome_date: 2026-03-09";
const GOES_ON: &str = "date: 2026-03-02; outcome: more_interviews; outcome_date: 2026-03-09";

fn process(fields: &str) -> Folder {
    journal(&[("acme.md", &note(&format!("company: Acme; {PEOPLE}; {fields}")))])
}

/// What the note says after the news, in short; or else the first line of the answer.
fn told(fields: &str, words: &str) -> String {
    let folder = process(fields);
    let before = folder.read("acme.md");
    let ran = folder.run_words_on(TODAY, &["heard", "acme", words]);
    let after = folder.read("acme.md");
    if ran.code == 2 {
        assert_eq!(before, after, "{words}");
        return ran.stderr.lines().next().unwrap_or_default().to_owned();
    }
    assert_eq!(ran.code, 0, "{words}: {}", ran.stderr);
    let said = |key: &str| after.lines().find_map(|line| line.strip_prefix(key));
    match (said("outcome: "), said("cancelled: ")) {
        _ if after.contains("updates:") => {
            let window = after.rsplit_once("decision_window: ").unwrap().1;
            let window = window.split(['}', '\n']).next().unwrap().trim_matches('"');
            assert!(words.ends_with(window), "{after}");
            let first = ran.stderr.lines().next().unwrap();
            first.rsplit_once("until ").unwrap().1.replace(" (acme.md)", "")
        }
        _ if after.contains("decide_by: ") => said("decide_by: ").unwrap().to_owned(),
        (_, Some(_)) => "cancelled".to_owned(),
        (Some(outcome), _) => outcome.to_owned(),
        _ => panic!("{words}: {after}"),
    }
}

#[track_caller]
fn assert_told(fields: &str, rows: &[(&str, &str)]) {
    for (words, expected) in rows {
        let answer = told(fields, words);
        let is_asked = answer.starts_with("error: ") && answer.contains(expected);
        assert!(answer == *expected || is_asked, "{words}: {answer}");
    }
}

#[test]
fn a_no_in_everyday_words() {
    for words in [
        "it's a no",
        "sadly a no",
        "it's a no from them",
        "got the rejection email",
        "another rejection",
        "rejected again",
        "they said no thanks",
        "got knocked back",
        "not this time",
        "unsuccessful on this occasion",
        "application declined",
        "Jane said no",
        // Somebody else was chosen.
        "someone else got it",
        "they gave it to Mark",
        "they've given the job to Mark Hill.",
        "it was given to another candidate",
        "they passed",
        "they've passed",
        "search failed",
        "came second",
        "I came a close second",
        "they went with someone else",
        "unfortunately they went with somebody else",
        "they've gone with another candidate",
        "we've decided to move forward with other candidates",
        "moving forward with someone else",
        "going in a different direction",
        "the offer went to someone else",
        "gave it to an internal candidate",
        "they hired internally",
        "they filled the role internally",
        "went another way",
        "they chose the other candidate",
        "moving on to other candidates",
        "they're pursuing other candidates",
        "they went with someone internal",
        "they opted for another candidate",
        // Theirs, in other words.
        "hard no",
        "no luck this time",
        "not a good fit",
        "they passed on me",
        "didn't make the cut",
        "automated rejection",
        "received a rejection letter",
        "they declined my application",
        // It doesn't go on.
        "not moving forward",
        "they've decided not to move forward",
        "they won't be moving forward",
        "decided not to proceed",
        "not moving forward with my application",
        "they decided not to hire",
        "not progressing my application",
        "won't be taking it further",
        "not selected for interview",
        // There is no job any more.
        "position filled",
        "the job's gone",
        "role cancelled",
        "they closed the position",
        "the role no longer exists",
        "position eliminated",
        "they pulled the role",
        "they're not hiring anymore",
        "the post has been withdrawn",
        "post withdrawn",
        "they've withdrawn the post",
        "vacancy withdrawn",
        "vacancy withdrawn (budget)",
        "not going ahead",
        "they've decided not to go ahead",
        "they're not going ahead with the role",
        "they withdrew the offer",
        "they withdrew the offer, funding freeze",
        "they didn't want to offer me the job",
        "not appointed",
        "they rang, they went with someone else",
        "Dave says they went with someone else",
        "she said that they've hired internally",
        "rejected, they filled it internally",
    ] {
        assert_eq!(told(WAITS, words), "rejected", "{words}");
    }
}

#[test]
fn what_is_no_clear_no_is_not_guessed_at() {
    for words in [
        "they haven't gone with someone else",
        "Dave says he was rejected",
        "I said they passed",
        "rejected, next round",
        "they might go with someone else",
        "they're interviewing someone else",
        "they offered it to someone else",
        "they want to offer it to somebody else",
        "they want to offer someone else the job",
        "they want to offer them the job",
        "they offered them the job",
        "they'd like to offer the post to another candidate",
        "I'd like to offer them a discount",
        "offer subject to board approval",
        "offer subject to a second interview",
        "no offer yet, subject to references",
        "they appointed",
        "she was appointed",
        "they rang, she got it",
        "they rang and declined",
        "they withdrew my laptop",
        "I'm not going ahead",
        "I withdrew the post on my blog",
        "I went with someone else",
        "I'm going with another company",
        "I've decided not to move forward",
        "not moving forward yet",
        "it's a no from me",
        "it's a no brainer",
        "no problem",
        "another candidate withdrew",
        "I rejected jane",
        "passed",
        "I passed on it",
        "they haven't cancelled",
        // She is not the one who was asked.
        "she got the job",
        "she was rejected",
        "Jane was rejected",
        "Sam got rejected",
        // Whom, they don't say.
        "they've hired",
        "they've chosen",
        // It isn't so yet.
        "they'd reject me",
        "they would reject me",
        "they would move forward",
        "I'd like to move forward",
        "I want to move forward",
        "I'd take it",
        "offer coming friday",
        "offer letter coming monday",
        // It is the user's.
        "I made an offer",
        "I offered",
        "they will make me an offer",
        "they sent the contract",
        "they need an answer by friday",
        "after the bank holiday",
        "I'm not moving forward",
        "I withdrew from the process",
        "offer from another company",
        "friday or monday",
        "at least two weeks",
        "next weekend",
        "soon",
    ] {
        let answer = told(WAITS, words);
        assert!(answer.contains("is not understood"), "{words}: {answer}");
    }
    assert_told(
        OFFERED,
        &[
            ("it's a no", "who said no?"),
            ("it's a yes", "who said yes?"),
            ("need another week", "they have made an offer"),
            ("I'd take it", "is not understood"),
            ("I would accept", "is not understood"),
            ("I'll accept on friday", "is not understood"),
        ],
    );
}

/// Only what tells of the user's answer is its deadline.
#[test]
fn the_deadline_of_an_offer_in_everyday_words() {
    assert_told(
        OFFERED,
        &[
            ("they gave me until friday", "2026-03-13"),
            ("they want an answer by friday", "2026-03-13"),
            ("they want an answer sooner, by friday", "2026-03-13"),
            ("deadline is now friday", "2026-03-13"),
            ("the deadline's now friday", "2026-03-13"),
            ("the deadline isn't friday", "is not understood"),
            ("the interview is now friday", "is not understood"),
            ("I need to decide by friday", "2026-03-13"),
            ("decide by friday", "2026-03-13"),
            ("expires friday", "2026-03-13"),
            ("answer by friday", "2026-03-13"),
            ("they want to know by friday", "2026-03-13"),
            ("I want to know by friday", "they have made an offer"),
            ("need to reply by friday", "2026-03-13"),
            ("they gave me another week", "offer --by DAY"),
            ("they'll answer by friday", "is not understood"),
            ("they'll decide on my counter by friday", "is not understood"),
            ("they need to decide by friday", "they have made an offer"),
            ("they gave me a call on friday", "is not understood"),
            ("they gave me the contract on friday", "is not understood"),
            ("they gave me a start date of 1 april", "is not understood"),
            ("they extended my probation to 1 april", "is not understood"),
            ("start date moved to 1 may", "is not understood"),
        ],
    );
    assert_told(
        WAITS,
        &[
            ("written offer, answer by Friday 13 March", "2026-03-13"),
            ("got the written offer, answer by 13 March", "2026-03-13"),
            ("verbal offer, 75k, they want an answer by 13 March", "2026-03-13"),
            ("verbal offer, more on friday", "is not understood"),
            ("got an offer, want to know by 30 March", "2026-03-30"),
            ("offer until the 12th, 190k + equity", "2026-03-12"),
            ("text from Tony: the job's mine if I want it", "offer"),
            ("Jane rang with an offer", "offer"),
            ("they came back with an offer", "offer"),
            ("they rang with bad news", "is not understood"),
        ],
    );
    // It's later than the old one, but counted from today if that is later, too.
    let offered = format!("{OFFERED}; decide_by: 2026-03-16");
    assert_eq!(told(&offered, "extended to friday"), "2026-03-20");
    assert_eq!(told(&offered, "extended to next friday"), "2026-03-20");
    assert_eq!(told(&offered, "extended to the 20th"), "2026-03-20");
}

/// What has a new day, the interview or the decision.
#[test]
fn a_new_day_is_that_of_what_is_named() {
    let both = "is two things at once; tell one at a time:";
    assert_told(
        WAITS,
        &[
            ("they moved the decision to friday", "Fri 13 Mar"),
            ("decision pushed to next week", "Fri 20 Mar"),
            ("they need until the end of march", "Tue 31 Mar"),
            ("postponed the decision", "is no outcome yet"),
            ("the interview moved to friday", "gets a note of its own"),
            ("next round postponed to friday", "gets a note of its own"),
            ("the interview and decision moved to friday", both),
        ],
    );
    assert_told(
        AHEAD,
        &[
            ("the interview and decision moved to friday", both),
            ("interview and decision pushed back two weeks", both),
            ("they pushed it to friday", "if the interview has a new day"),
            ("decision moved to next week", "Fri 20 Mar"),
            // Nobody decides before it.
            ("by friday", "the interview is on Mon 16 Mar, so they can't decide by Fri 13 Mar"),
            ("tomorrow", "the interview is on Mon 16 Mar, so they can't decide by Wed 11 Mar"),
            ("by the 16th", "Mon 16 Mar"),
        ],
    );
    assert_told(
        GOES_ON,
        &[
            ("postponed by a week", "gets a note of its own"),
            ("decision delayed a week", "Tue 17 Mar"),
            ("they'll call next week", "Fri 20 Mar"),
        ],
    );
}

/// Only a search that is on hold now, and for this job.
#[test]
fn what_is_on_hold_is_the_search() {
    for words in [
        "they've put it on hold for now",
        "they paused the role",
        "hiring is frozen",
        "there's a hiring freeze",
        "they announced a hiring freeze",
        "role paused indefinitely",
        "on hold pending budget approval",
        "on hold until further notice",
    ] {
        assert_eq!(told(WAITS, words), "Fri 10 Apr", "{words}");
    }
    assert_told(
        WAITS,
        &[
            ("on hold, they'll call friday", "Fri 13 Mar"),
            ("on hold a month", "Fri 10 Apr"),
            ("on hold, hiring freeze", "Fri 10 Apr"),
            ("hiring freeze, on hold until june", "Mon 1 Jun"),
            ("reserve list", "Fri 10 Apr"),
            ("I'm first reserve", "Fri 10 Apr"),
            ("they've put me on the waiting list", "Fri 10 Apr"),
            ("reserve candidate", "Fri 10 Apr"),
            ("reserve list until 15 May", "Fri 15 May"),
            ("second place", "Fri 10 Apr"),
            ("I was ranked second", "Fri 10 Apr"),
            ("runner-up", "Fri 10 Apr"),
            ("they froze hiring", "Fri 10 Apr"),
            ("on a hiring freeze until June", "Mon 1 Jun"),
            ("not on the reserve list", "is not understood"),
            ("back on", "the note doesn't say that it was on hold"),
        ],
    );
    for words in ["back on", "it's back on", "off hold", "reopened", "hiring freeze lifted"] {
        let on_hold = format!("{WAITS}; updates: [{{date: 2026-03-05, decision_window: on hold}}]");
        let folder = process(&on_hold);
        let ran = folder.run_words_on(TODAY, &["heard", "acme", words]);
        let next = "next: Ask Sam Lee for news · due Tue 17 Mar, in 7 days";
        assert!(ran.code == 0 && ran.stderr.contains(next), "{words}: {}", ran.stderr);
        assert!(ran.stderr.contains(": back on (acme.md)"), "{words}: {}", ran.stderr);
    }
    // After a refusal, or a long silence, all is open again, and whoever was answered has been thanked.
    for outcome in ["rejected", "no_response"] {
        let folder = process(&format!(
            "{WAITS}; outcome: {outcome}; outcome_date: 2026-03-06; followups: {{rejection-thanks: done 2026-03-07}}"
        ));
        let ran = folder.run_words_on(TODAY, &["heard", "acme", "the role is open again"]);
        assert!(ran.stderr.starts_with("Acme, Dev: back on (acme.md)\n"), "{}", ran.stderr);
        assert!(!ran.stderr.contains("arranging"), "{}", ran.stderr);
        assert!(folder.read("acme.md").contains("\noutcome: pending\n"));
        folder.build("2026-03-17");
        let letter = folder.read("acme.status-check.1.draft.md");
        assert!(letter.contains("On Tuesday 10 March, you let me know that"), "{letter}");
    }
    let declined = format!("{WAITS}; outcome: declined; outcome_date: 2026-03-06");
    assert_told(&declined, &[("role reopened", "the outcome is declined")]);
    for words in [
        "role isn't on hold any more",
        "was on hold, now moving forward",
        "they may put it on hold",
        "the team's other role is on hold",
        "hiring freeze, but my role is safe",
        "hiring freeze for other teams",
        "they resumed after the hiring freeze",
        "rejected, role on hold",
        "I paused my application",
        "they put the offer on hold",
        "interview on hold",
    ] {
        let answer = told(WAITS, words);
        assert!(answer.contains("is not understood"), "{words}: {answer}");
    }
}

#[test]
fn a_yes_in_everyday_words() {
    for (words, expected) in [
        ("I'll take it", "accepted"),
        ("I'm taking it", "accepted"),
        ("I took the job", "accepted"),
        ("signed the contract", "accepted"),
        ("contract signed!", "accepted"),
        ("I signed the offer letter", "accepted"),
        ("I'll decline", "declined"),
        ("I'm turning it down", "declined"),
        ("I won't take it", "declined"),
        ("I'm not taking it", "declined"),
        ("I'll pass", "declined"),
        ("I'm withdrawing", "withdrawn"),
        ("they took it back", "rejected"),
        ("someone else took it", "rejected"),
    ] {
        assert_eq!(told(OFFERED, words), expected, "{words}");
    }
    assert_told(
        WAITS,
        &[
            ("Jane offered me the job", "offer"),
            ("they extended an offer", "offer"),
            ("they gave me an offer", "offer"),
            ("offered me the job today", "offer"),
            ("offered me the job yesterday", "with an option: journal heard acme"),
            ("they're making me an offer", "offer"),
            ("offer came in", "offer"),
            ("they want to offer me the job", "offer"),
            ("they'd like to offer me the post", "offer"),
            ("they would like to offer me the role", "offer"),
            ("she wants to make me an offer", "offer"),
            ("offer, subject to DBS", "offer"),
            ("offer subject to references", "offer"),
            ("they offered me the job, subject to references and a DBS check", "offer"),
            ("verbal offer over the phone", "offer"),
            ("I've been appointed", "offer"),
            ("they rang, I got it", "offer"),
            ("they called and they offered me the job", "offer"),
            ("offer from Dana", "with an option: journal heard acme offer --from Dana"),
            ("offer from Dana by friday", "journal heard acme offer --from Dana --by 2026-03-13"),
            ("I won't take it", "there is no offer to decline"),
        ],
    );
}

#[test]
fn going_on_in_everyday_words() {
    for words in [
        "moving forward",
        "moving forward with me",
        "they want to move forward",
        "got through",
        "through to the final",
        "progressing to the next stage",
        "moving on to the next round",
        "selected for the next round",
        "put me through to the second interview",
        "passed the first round",
        "want to meet the team",
        "they'd like to meet me",
        "passed the first interview",
        "Jane wants to see me again",
        "they want to see me",
        "they'd like to see me",
        "they would like to see me",
        "Jane wants to see me",
        "second interview with the board",
        "invited to a second interview with their CEO",
        "they want me to meet the team",
        "invited for a trial shift",
        "they want me for a trial shift",
        "they want me to teach a lesson",
        "they want me to come back",
        "they want me back",
        "they want me back for another trial",
        "another trial shift",
        "trial shift",
        "trial day",
        "invited to panel",
        "campus visit",
        "they invited me for a campus visit",
        "invited for a job talk",
        "second call",
        "meet the owner",
        "Jane wants to talk again",
        "passed to the next stage",
        "passed me on to the next round",
        "they want me to do the final loop",
        "they want me onsite",
        "next round: product sense interview with the CPO",
    ] {
        assert_eq!(told(WAITS, words), "more_interviews", "{words}");
    }
    // What comes after the round that has been.
    let screened = format!("{WAITS}; round: phone screen");
    for words in ["technical round", "onsite", "tech screen", "panel interview"] {
        assert_eq!(told(&screened, words), "more_interviews", "{words}");
        assert!(told(WAITS, words).contains("is no outcome yet"), "{words}");
    }
    assert_told(
        &format!("{WAITS}; round: technical interview"),
        &[("tech screen", "is no outcome yet"), ("onsite", "more_interviews")],
    );
    for words in [
        "they want me to talk to the hiring manager",
        "Jane would like me to meet with the hiring manager",
        "asked me to speak to their hiring manager",
    ] {
        assert_eq!(told(WAITS, words), "hiring_manager", "{words}");
    }
    assert_told(
        APPLIED,
        &[
            ("first interview with the team", "more_interviews"),
            ("they want to see me", "more_interviews"),
        ],
    );
    for words in [
        "they want to see it",
        "they moved the second call",
        "they want it back",
        "they don't want me back",
        "passed the next stage",
        "next round: interview cancelled",
        "next round: tbc",
        "she was invited for a trial shift",
        "they cancelled the trial shift",
        "the panel",
        "they gave it to me",
        "they gave it to HR",
        "I gave it to Mark",
        "they gave feedback to Mark",
        "they want someone else to teach a lesson",
        "they want to see my portfolio",
        "they want to see me?",
        "they may want to see me",
        "they don't want to see me",
        "they'd want to see me if it goes on",
        "I want to see them",
        "they want to talk to the hiring manager",
        "they want me to talk to another candidate",
        "they might want me to talk to the hiring manager",
        "they don't want me to talk to the hiring manager",
        "I'd like to talk to the hiring manager",
        "second interview with another company",
        "second interview with Globex",
        "no second interview with the board yet",
    ] {
        let answer = told(WAITS, words);
        assert!(answer.contains("is not understood"), "{words}: {answer}");
    }
    assert_told(
        WAITS,
        &[
            ("another trial shift on the 14th", "gets a note of its own"),
            ("trial shift Fri 13 March", "gets a note of its own"),
            ("provisional offer", "offer"),
            ("contingent offer", "offer"),
            ("offer contingent on background and drug screen", "offer"),
            ("offer (contingent on background check)", "offer"),
            ("verbal offer, 96k", "offer"),
            ("they offered me the job, 39.75/hr", "offer"),
            ("Angela called, they want to offer me the job", "offer"),
            ("offer pulled", "rejected"),
            ("req closed", "rejected"),
            ("the position was cut", "rejected"),
            ("invited to a video panel", "more_interviews"),
            ("verbally accepted", "accepted"),
            ("I accepted on the phone", "accepted"),
            ("said yes on the phone", "accepted"),
            ("they want to schedule an interview", "is no outcome yet"),
            ("offer from the reserve list", "offer"),
            ("verbal offer answer by 25 March", "2026-03-25"),
            ("Jane wants to talk again next Thursday", "gets a note of its own"),
            ("take-home, due Monday 16 March", "is a round of its own"),
            ("they sent me the take-home", "is a round of its own"),
            ("I sent them the take-home", "is not understood"),
            ("gone quiet", "no_response"),
            ("they never got back to me", "no_response"),
        ],
    );
    // The interview has moved, not the user.
    assert!(told(AHEAD, "they moved the second interview").contains("is not understood"));
    for words in [
        "they cancelled",
        "they cancelled on me",
        "it's been cancelled",
        "the interview was called off",
    ] {
        assert_eq!(told(AHEAD, words), "cancelled", "{words}");
    }
    for words in [
        "shortlisted",
        "made the shortlist",
        "still nothing",
        "haven't heard back",
        "no response yet",
        "running late",
    ] {
        assert!(told(WAITS, words).contains("is no outcome yet"), "{words}");
    }
}

#[test]
fn whoever_is_chosen_before_an_interview_is_asked_what_for() {
    for words in [
        "selected",
        "I was selected",
        "they picked me",
        "accepted",
        "I was accepted",
        "I'll take it",
        "my application was successful",
    ] {
        for fields in [APPLIED, AHEAD] {
            let ran = process(fields).run_words_on(TODAY, &["heard", "acme", words]);
            let expected = format!(
                "error: Acme, Dev: is {words:?} about an interview or the job?\n  \
                 if they want to interview you: journal heard … interview\n  \
                 if they offer you the job: journal heard … offer\n  \
                 if you have accepted it: journal heard … \"I accepted\"\n"
            );
            assert_eq!((ran.code, ran.stderr), (2, expected), "{fields}");
        }
    }
    assert_told(
        APPLIED,
        &[
            ("selected for interview", "more_interviews"),
            ("I was accepted for an interview", "more_interviews"),
            ("shortlisted for interview", "more_interviews"),
            ("shortlisted", "is no outcome yet"),
            ("Jane selected me", "is \"they selected me\" about an interview"),
            ("I accepted", "accepted"),
            ("they offered me the job", "offer"),
        ],
    );
    assert_told(
        WAITS,
        &[("I was accepted", "offer"), ("selected for interview", "is no outcome yet")],
    );
    assert_told(OFFERED, &[("accepted", "accepted"), ("I'll take it", "accepted")]);
}

#[test]
fn time_frames_in_everyday_words() {
    assert_told(
        WAITS,
        &[
            ("Sam is on leave until 7 April", "Tue 7 Apr"),
            ("no decision before 7 April", "Tue 7 Apr"),
            ("they'll be in touch", "is no outcome yet"),
            ("Jane says she'll text by weds", "Wed 11 Mar"),
            ("Jane'll text me Thurs", "Thu 12 Mar"),
            ("they've 3 more candidates, so end of the month", "Tue 31 Mar"),
            ("a week, maybe two", "Tue 24 Mar"),
            ("tomorrow or the day after", "Thu 12 Mar"),
            ("shortly after Easter", "Fri 10 Apr"),
            ("a week on friday", "Fri 20 Mar"),
            ("friday week", "Fri 20 Mar"),
            ("two weeks on friday", "Fri 27 Mar"),
            ("a week tomorrow", "Wed 18 Mar"),
            ("a week today", "Tue 17 Mar"),
            ("in a fortnight", "Tue 24 Mar"),
            ("a fortnight tomorrow", "Wed 25 Mar"),
            ("next week some time", "Fri 20 Mar"),
            ("hopefully next week", "Fri 20 Mar"),
            ("next wk", "Fri 20 Mar"),
            ("end of next week", "Fri 20 Mar"),
            ("the week after next", "Fri 27 Mar"),
            ("next week or the week after", "Fri 27 Mar"),
            ("by the weekend", "Fri 13 Mar"),
            ("over the weekend", "Sun 15 Mar"),
            ("after the weekend", "Tue 17 Mar"),
            ("first thing monday", "Mon 16 Mar"),
            ("tomorrow morning", "Wed 11 Mar"),
            ("later today", "Tue 10 Mar"),
            ("friday latest", "Fri 13 Mar"),
            ("couple days", "Thu 12 Mar"),
            ("not until april", "Thu 30 Apr"),
            ("role on hold", "Fri 10 Apr"),
            ("on hold until june", "Mon 1 Jun"),
            ("on hold for two weeks", "Tue 24 Mar"),
            ("on hold until they hire a manager", "Fri 10 Apr"),
        ],
    );
}

#[test]
fn a_slip_is_pointed_out() {
    for (words, meant) in [
        ("by firday", "by friday"),
        ("tommorow", "tomorrow"),
        ("they rejcted me", "they rejected me"),
        ("unsucessful", "unsuccessful"),
        ("somone else got it", "someone else got it"),
        ("they went with an internl candidate", "they went with an internal candidate"),
    ] {
        let answer = told(WAITS, words);
        assert!(answer.ends_with(&format!("did you mean {meant:?}?")), "{answer}");
    }
}

/// More time is counted from the day that stands, and from today once that has passed.
#[test]
fn more_time_is_added_to_what_they_had() {
    for (words, from_the_day_that_stands, from_today) in [
        ("decision delayed a week", "Fri 27 Mar", "Tue 17 Mar"),
        ("pushed back two weeks", "Fri 3 Apr", "Tue 24 Mar"),
        ("they've pushed it back by a week", "Fri 27 Mar", "Tue 17 Mar"),
        ("need another week", "Fri 27 Mar", "Tue 17 Mar"),
        ("they need a few more days", "Wed 25 Mar", "Sun 15 Mar"),
        ("running a few days late", "Wed 25 Mar", "Sun 15 Mar"),
        ("another week", "Fri 27 Mar", "Tue 17 Mar"),
        // No more, but as long from now on.
        ("two weeks", "Tue 24 Mar", "Tue 24 Mar"),
    ] {
        assert_eq!(told(&WAITS.replace("1 week", "by 20 March"), words), from_the_day_that_stands);
        assert_eq!(told(WAITS, words), from_today, "{words}");
        // The same in the agenda, and after the next one.
        let folder = process(&format!(
            "date: 2026-03-02; decision_window: by 20 March; updates: [{{date: 2026-03-10, decision_window: {words}}}]"
        ));
        let day = &folder.agenda(TODAY)["waiting"][0]["decision_date"];
        let expected =
            chrono::NaiveDate::parse_from_str(day.as_str().unwrap(), "%Y-%m-%d").unwrap();
        assert_eq!(expected.format("%a %-d %b").to_string(), from_the_day_that_stands, "{words}");
    }
    // An interview that is still to come may be what was moved.
    for words in ["pushed back two weeks", "postponed a week"] {
        let answer = told(AHEAD, words);
        assert!(answer.contains("if the interview has a new day"), "{answer}");
    }
    assert_told(AHEAD, &[("decision delayed a week", "Tue 17 Mar")]);
}

#[test]
fn the_same_time_frame_again_on_one_day_changes_nothing() {
    let folder = process(WAITS);
    let hear = |words: &str, day: &str| folder.run_words_on(day, &["heard", "acme", words]);
    hear("two weeks", TODAY);
    let once = folder.read("acme.md");
    for words in ["two weeks", "in 2 weeks"] {
        let again = hear(words, TODAY);
        assert_eq!(again.stderr, "Acme, Dev: the note says so already (acme.md)\n");
        assert_eq!((again.code, folder.read("acme.md")), (0, once.clone()));
    }
    // Other news in between, or another day, make it news.
    hear("three weeks", TODAY);
    hear("two weeks", TODAY);
    hear("two weeks", "2026-03-11");
    assert_eq!(folder.read("acme.md").matches("two weeks").count(), 3);
}

#[test]
fn an_outcome_in_a_note_may_be_told_so_as_well() {
    for (outcome, expected) in [
        ("they went with someone else", "rejected"),
        ("\"it's a no\"", "rejected"),
        ("signed the contract", "accepted"),
        ("they want to see me again", "more_interviews"),
        ("they liked it, next round", "more_interviews"),
        ("they loved it and want to see me again", "more_interviews"),
        ("selected", "unknown-outcome"),
        ("I was accepted", "unknown-outcome"),
        ("turned down", "unknown-outcome"),
    ] {
        let folder = process(&format!("{WAITS}; outcome: {outcome}"));
        let agenda = folder.agenda(TODAY).to_string();
        let is_unknown = agenda.contains("unknown-outcome");
        assert_eq!(is_unknown, expected == "unknown-outcome", "{outcome}: {agenda}");
        if !is_unknown {
            let log = folder.run_on(TODAY, "stats --format json").stdout;
            assert!(log.contains(&format!("\"{expected}\"")), "{outcome}: {log}");
        }
    }
}

#[test]
fn a_follow_up_is_put_off_in_the_same_words() {
    for (words, day) in [
        ("next week", "2026-03-10"),
        ("week after next", "2026-03-17"),
        ("after the weekend", "2026-03-09"),
        ("monday morning", "2026-03-09"),
        ("monday week", "2026-03-16"),
        ("a week on friday", "2026-03-13"),
        ("in a fortnight", "2026-03-17"),
        ("another week", "2026-03-10"),
    ] {
        let folder = process(WAITS);
        let ran = folder.run_words_on("2026-03-03", &["snooze", "thank jane", "--until", words]);
        assert_eq!(ran.code, 0, "{words}: {}", ran.stderr);
        assert!(folder.read("acme.md").contains(&format!("snoozed until {day}\n")), "{words}");
    }
    let folder = process(WAITS);
    folder.run_on("2026-03-03", "snooze thank jane --until the week after next");
    assert!(folder.read("acme.md").contains("snoozed until 2026-03-17\n"));
    let ran = folder.run_words_on("2026-03-03", &["snooze", "thank jane", "--until", "soon"]);
    let said = "\"soon\" is not understood; write tomorrow, friday, in 3 days, next week,";
    assert!(ran.code == 2 && ran.stderr.contains(said), "{}", ran.stderr);
}
