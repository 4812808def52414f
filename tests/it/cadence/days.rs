//! The four days of each rule's follow-ups: when they open, are due, are late and lapse.

use serde_json::Value;

use super::{
    ACCEPTED, BETA, CHECKED, JANE, MOVE, OFFER, REJECTED, SAM, assert_days, assert_days_on,
    followup, interviews,
};
use crate::support::TODAY;

#[test]
fn after_every_interview() {
    #[rustfmt::skip]
    assert_days("", &[
        // the notes' fields | the follow-up | the days on which it opens, is due, is late, lapses
        (&[SAM],                                    "a/recruiter-thanks",          "03-02 03-02 03-04 03-12"),
        (&[&format!("{SAM}; decision_window: 3 days")],
                                                    "a/recruiter-thanks",          "03-02 03-02 03-04 03-06"),
        (&[JANE],                                   "a/thank-you/jane-doe",        "03-02 03-03 03-05 03-16"),
        (&["interviewers: [Jane Doe, Ravi Patel]"], "a/thank-you/ravi-patel",      "03-02 03-03 03-05 03-16"),
        (&["date: 2026-03-06; interviewers: [Jo]"], "a/thank-you/jo",              "03-06 03-07 03-09 03-20"),
        (&["also_met: [Kim Soto]"],                 "a/team-thanks/kim-soto",      "03-02 03-04 03-07 03-16"),
        (&["recruiter: {name: Sam Lee, agency: Talent Partners}"],
                                                    "a/recruiter-debrief",         "03-02 03-05 03-07 03-09"),
        (&[JANE],                                   "a/connect",                   "03-03 03-06 - 03-23"),
        (&[JANE],                                   "a/value-add/jane-doe",        "03-04 03-05 - 03-16"),
        (&["interviewers: [Jane Doe]; decision_window: by 2026-03-20"],
                                                    "a/value-add/jane-doe",        "03-04 03-05 - 03-20"),
        (&["interviewers: [Jane Doe, {name: Ravi Patel, lead: true}]"],
                                                    "a/value-add/ravi-patel",      "03-04 03-05 - 03-16"),
        (&[""],                                     "a/find-out/decision-window",  "03-02 03-03 03-07 03-09"),
        (&["interviewers: [Jane Doe]"],             "a/find-out/contact/jane-doe", "02-28 03-03 - 03-16"),
    ]);
}

#[test]
fn while_waiting() {
    #[rustfmt::skip]
    assert_days("", &[
        // the notes' fields | the follow-up | the days on which it opens, is due, is late, lapses
        // W is Monday 9 March, a Friday, a Saturday.
        (&["decision_window: 1 week"],                      "a/status-check/1", "03-10 03-11 03-16 04-08"),
        (&["decision_window: by 2026-03-06"],               "a/status-check/1", "03-09 03-10 03-13 04-05"),
        (&["decision_window: by 2026-03-07"],               "a/status-check/1", "03-09 03-10 03-13 04-06"),
        // No W: a week later, where that is a business day.
        (&[""],                                             "a/status-check/1", "03-09 03-09 03-12 04-08"),
        (&["date: 2026-03-07"],                             "a/status-check/1", "03-14 03-16 03-19 04-13"),
        (&["decision_window: unknown"],                     "a/status-check/1", "03-09 03-09 03-12 04-08"),
        // The first sent early, on its day, late; without W.
        (&["decision_window: 1 week; followups: {status-check/1: done 2026-03-10}"],
                                                            "a/status-check/2", "03-18 03-19 03-24 04-17"),
        (&["decision_window: 1 week; followups: {status-check/1: done 2026-03-11}"],
                                                            "a/status-check/2", "03-18 03-19 03-24 04-17"),
        (&["decision_window: 1 week; followups: {status-check/1: done 2026-03-20}"],
                                                            "a/status-check/2", "03-27 03-30 04-02 04-26"),
        (&["followups: {status-check/1: done 2026-03-09}"], "a/status-check/2", "03-16 03-17 03-20 04-15"),
        // After the second, once it is too late for it, unsent, decided against.
        (&[CHECKED],                                        "a/close-out",      "04-02 04-02 - 05-18"),
        (&["decision_window: 1 week; followups: {status-check/1: done 2026-03-11}"],
                                                            "a/close-out",      "04-17 04-17 - 05-10"),
        (&["decision_window: 1 week"],                      "a/close-out",      "04-08 04-08 - 05-01"),
        (&[""],                                             "a/close-out",      "04-08 04-08 - 05-01"),
        (&["decision_window: 1 week; followups: {status-check/1: skipped 2026-03-11}"],
                                                            "a/close-out",      "04-17 04-17 - 05-10"),
    ]);
}

#[test]
fn a_newer_time_frame_starts_a_new_series_and_goes_on_counting() {
    const UPDATE: &str =
        "decision_window: 1 week; updates: [{date: 2026-03-11, decision_window: by 2026-03-25}]";
    let with = |records: &str| format!("{UPDATE}; followups: {{{records}}}");
    let before = with("status-check/1: done 2026-03-10");
    let first = with("status-check/1: done 2026-03-10, status-check/2: done 2026-03-27");
    let both = with(
        "status-check/1: done 2026-03-10, status-check/2: done 2026-03-27, status-check/3: done 2026-04-06",
    );
    let skipped = with("status-check/1: skipped 2026-03-10");
    let anew = with("status-check/1: done 2026-03-27");
    let two = "decision_window: 1 week; updates: [{date: 2026-03-09, decision_window: by 2026-03-16}, \
        {date: 2026-03-16, decision_window: by 2026-03-25}]; followups: {status-check/1: done 2026-03-16}";
    #[rustfmt::skip]
    assert_days("", &[
        // the notes' fields | the follow-up | the days on which it opens, is due, is late, lapses
        (&[UPDATE],                                                   "a/status-check/1", "03-26 03-27 04-01 04-24"),
        (&[UPDATE],                                                   "a/close-out",      "04-24 04-24 - 05-10"),
        (&[&anew],                                                    "a/status-check/2", "04-03 04-06 04-09 05-03"),
        (&[&before],                                                  "a/status-check/1", "03-10 03-11 03-16 04-08"),
        (&[&before],                                                  "a/status-check/2", "03-26 03-27 04-01 04-24"),
        (&[&skipped],                                                 "a/status-check/2", "03-26 03-27 04-01 04-24"),
        (&[&first],                                                   "a/status-check/3", "04-03 04-06 04-09 05-03"),
        (&[&first],                                                   "a/close-out",      "05-03 05-03 - 05-26"),
        (&[&both],                                                    "a/close-out",      "04-20 04-20 - 06-05"),
        (&[two],                                                      "a/status-check/2", "03-26 03-27 04-01 04-24"),
        // Words count from the day they were said.
        (&["updates: [{date: 2026-03-11, decision_window: a week}]"], "a/status-check/1", "03-19 03-20 03-25 04-17"),
    ]);
    let folder = interviews(&[&both]);
    assert_eq!(followup(&folder, "a/status-check/4", "04-10"), Value::Null, "there is no third");
}

#[test]
fn when_word_comes() {
    #[rustfmt::skip]
    assert_days("", &[
        // the notes' fields | the follow-up | the days on which it opens, is due, is late, lapses
        (&["outcome: more_interviews; outcome_date: 2026-03-17; recruiter: Sam"],
                                                     "a/next-round",                         "03-17 03-18 03-21 04-08"),
        (&["outcome: hiring_manager; outcome_date: 2026-03-17; recruiter: Sam"],
                                                     "a/hiring-manager",                     "03-17 03-18 03-21 04-08"),
        (&[OFFER],                                   "a/offer-thanks",                       "03-17 03-17 03-20 04-07"),
        (&[OFFER],                                   "a/offer-feedback",                     "03-17 03-18 03-21 04-08"),
        (&[OFFER, BETA],                             "a/offer-elsewhere/beta-labs-designer", "03-17 03-18 03-21 04-08"),
        (&["outcome: offer; decide_by: 2026-03-30"], "a/offer-decision",                     "03-26 03-26 03-31 -"),
        (&["outcome: offer; decide_by: 2026-03-29"], "a/offer-decision",                     "03-26 03-26 03-30 -"),
        // Not before the offer itself.
        (&["outcome: offer; outcome_date: 2026-03-17; decide_by: 2026-03-18"],
                                                     "a/offer-decision",                     "03-17 03-17 03-19 -"),
        (&[ACCEPTED],                                "a/acceptance",                         "03-17 03-17 03-20 04-07"),
        (&[MOVE],                                    "a/manager-thanks",                     "03-17 03-18 03-21 04-08"),
        (&[ACCEPTED, BETA],                          "a/withdraw/beta-labs-designer",        "03-17 03-18 03-21 04-08"),
        (&["outcome: declined; outcome_date: 2026-03-17; recruiter: Sam"],
                                                     "a/decline",                            "03-17 03-18 03-21 04-08"),
        (&[REJECTED],                                "a/rejection-thanks",                   "03-17 03-18 03-21 04-08"),
        (&[REJECTED],                                "a/feedback-request",                   "03-19 03-20 03-23 04-10"),
        (&["outcome: rejected; outcome_date: 2026-03-13"],
                                                     "a/feedback-request",                   "03-17 03-18 03-21 04-08"),
        (&["outcome: withdrawn; outcome_date: 2026-03-17; recruiter: Sam"],
                                                     "a/withdrawal",                         "03-17 03-18 03-21 04-08"),
        // They want to know before the day after.
        (&["outcome: declined; outcome_date: 2026-03-17; decide_by: 2026-03-17"],
                                                     "a/decline",                            "03-17 03-17 03-18 04-08"),
        (&["outcome: declined; outcome_date: 2026-03-17; decide_by: 2026-03-20"],
                                                     "a/decline",                            "03-17 03-18 03-21 04-08"),
        (&["outcome: withdrawn; outcome_date: 2026-03-17; decide_by: 2026-03-18; recruiter: Sam"],
                                                     "a/withdrawal",                         "03-17 03-17 03-19 04-08"),
    ]);
}

#[test]
fn internal_moves_take_their_time() {
    const REJECTED: &str = "outcome: rejected; outcome_date: 2026-03-17; internal: true";
    const INTERESTED: &str =
        "outcome: rejected; outcome_date: 2026-03-17; internal: true; still_interested: true";
    #[rustfmt::skip]
    assert_days("", &[
        // the notes' fields | the follow-up | the days on which it opens, is due, is late, lapses
        (&[REJECTED],   "a/rejection-thanks", "03-17 03-19 03-22 04-09"),
        (&[REJECTED],   "a/re-evaluate",      "04-07 04-07 04-10 06-06"),
        (&[INTERESTED], "a/feedback-request", "03-19 03-20 03-23 04-10"),
    ]);
}

#[test]
fn days_off_are_passed_over() {
    #[rustfmt::skip]
    assert_days("holidays = [\"2026-04-03\"]\n", &[
        // the notes' fields | the follow-up | the days on which it opens, is due, is late, lapses
        (&["decision_window: by 2026-04-02"],              "a/status-check/1",   "04-06 04-07 04-10 05-02"),
        (&["date: 2026-03-27"],                            "a/status-check/1",   "04-03 04-06 04-09 05-03"),
        (&["decision_window: 1 week; followups: {status-check/1: done 2026-03-27}"],
                                                           "a/status-check/2",   "04-06 04-07 04-10 05-06"),
        (&["outcome: offer; decide_by: 2026-04-06"],       "a/offer-decision",   "04-01 04-01 04-07 -"),
        // A thank-you goes out on any day.
        (&["date: 2026-04-02; interviewers: [Jo]"],        "a/thank-you/jo",     "04-02 04-03 04-05 04-16"),
    ]);
    assert_days_on(
        "04-01",
        "holidays = [\"2026-04-03\"]\n",
        &[(
            &["outcome: rejected; outcome_date: 2026-04-01"],
            "a/feedback-request",
            "04-06 04-07 04-10 04-28",
        )],
    );
}

#[test]
fn a_journal_sets_its_own_days() {
    assert_days(
        "[cadence.thank-you]\ndue = \"D+2d\"\n",
        &[
            (&[JANE], "a/thank-you/jane-doe", "03-02 03-04 03-05 03-16"),
            (&[JANE], "a/connect", "03-03 03-06 - 03-23"),
        ],
    );
    assert_days(
        "[cadence.'status-check/1']\ndue = \"W+3b else D+8d\"\nlate = \"due+1b\"\nlapses = \"never\"\n",
        &[(&["decision_window: by 2026-03-20"], "a/status-check/1", "03-23 03-25 03-26 05-01")],
    );
    assert_days(
        "[cadence]\nquiet-after = \"30d\"\n",
        &[(&[""], "a/close-out", "04-08 04-08 - 04-01")],
    );
    // News for longer, and for less long.
    for (setting, outcome, id) in [
        ("news-within = \"14d\"", "offer", "a/offer-thanks"),
        ("closed-news-within = \"14d\"", "rejected", "a/rejection-thanks"),
    ] {
        let folder = interviews(&[&format!("outcome: {outcome}")]);
        assert_eq!(followup(&folder, id, "03-17")["status"], "today", "{setting}");
        folder.write("journal.toml", format!("[cadence]\n{setting}\n"));
        assert_eq!(followup(&folder, id, "03-16")["status"], "today", "{setting}");
        assert_eq!(followup(&folder, id, "03-17")["status"], "void", "{setting}");
    }
    let folder = interviews(&[JANE]);
    folder.write("journal.toml", "[cadence]\nconnect = false\n");
    assert_eq!(followup(&folder, "a/connect", "03-03"), Value::Null);
    assert_ne!(followup(&folder, "a/thank-you/jane-doe", "03-03"), Value::Null);
    folder.build(TODAY);
    assert!(folder.has("a.thank-you.jane-doe.draft.md"));
    assert!(!folder.has("a.connect.draft.md"));
}

/// On a Friday, whoever can still hurry until Monday is told at once.
#[test]
fn what_an_offer_calls_for_comes_before_its_deadline() {
    let offer =
        "outcome: offer; outcome_date: 2026-03-13; decide_by: 2026-03-16; recruiter: Sam Lee";
    let tell = "a/offer-elsewhere/beta-labs-designer";
    assert_days_on(
        "03-13",
        "",
        &[
            (&[offer, BETA], tell, "03-13 03-13 03-17 04-04"),
            (&[offer], "a/offer-feedback", "03-13 03-13 03-17 04-04"),
        ],
    );
}
