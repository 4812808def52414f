//! The bearing of processes on each other: offers, acceptances and withdrawals.

use std::sync::Arc;

use journal::unstable::{Detail, Session, parse_date};

use super::{
    ACCEPTED, BETA, JANE, MOVE, OFFER, assert_days_on, assert_states, days, followup, interviews,
};
use crate::support::{Folder, Random, journal, note};

#[test]
fn whoever_waits_hears_of_an_offer_and_of_its_acceptance() {
    let with = |more: &str| format!("{BETA}; {more}");
    let (later, same_day) = (with("date: 2026-03-18"), with("date: 2026-03-17"));
    let (internal, applied) = (with("internal: true"), with("outcome: applied"));
    let next = [with("date: 2026-03-10"), with("date: 2026-03-24")];
    let quiet = with("date: 2026-01-05");
    let withdrawn =
        format!("{ACCEPTED}; followups: {{withdraw/beta-labs-designer: done 2026-03-18}}");
    let accepted_move = format!("{MOVE}; recruiter: Sam Lee");
    let (tell, withdraw) =
        ("a/offer-elsewhere/beta-labs-designer", "a/withdraw/beta-labs-designer");
    #[rustfmt::skip]
    assert_states(&[
        (&[OFFER, BETA],                      tell,     "03-17 open, 03-18 today"),
        (&[OFFER, &same_day],                 tell,     "03-17 open"),
        // After the interview, while there is time.
        (&[OFFER, &later],                    tell,     "03-17 none, 03-18 open, 03-19 today"),
        (&[&format!("{OFFER}; decide_by: 2026-03-18"), &with("date: 2026-03-19")],
                                              tell,     "03-18 none, 03-19 none"),
        (&[OFFER, &internal],                 tell,     "03-17 none"),
        (&[OFFER, &applied],                  tell,     "03-17 none"),
        (&[OFFER, &quiet],                    tell,     "03-17 none"),
        (&[OFFER, &next[0], &next[1]],        tell,     "03-17 open"),
        (&[OFFER, &with("outcome: offer; outcome_date: 2026-03-16")],
                                              tell,     "03-17 none"),
        (&[ACCEPTED, BETA],                   withdraw, "03-17 open, 03-18 today"),
        // Its interview is on its way; one that is noted later is another story.
        (&[ACCEPTED, &with("date: 2026-04-20")],
                                              withdraw, "03-17 open"),
        (&[ACCEPTED, &with("date: 2026-04-20; interviewers: [Jo]")],
                                              "b/thank-you/jo", "03-18 void, 04-20 open"),
        (&[&withdrawn, &with("date: 2026-04-20; interviewers: [Jo]")],
                                              "b/thank-you/jo", "04-20 void"),
        (&[ACCEPTED, &with("date: 2026-06-20")],
                                              withdraw, "03-17 none"),
        (&[ACCEPTED, "company: Beta Labs; role: Designer; date:; applied: 2026-03-20; recruiter: Bo Ek"],
                                              withdraw, "03-21 none"),
        (&[ACCEPTED, &internal],              withdraw, "03-17 none"),
        (&[ACCEPTED, &applied],               withdraw, "03-17 open"),
        // Invited after the acceptance.
        (&[ACCEPTED, "company: Beta Labs; role: Designer; date:; applied: 2026-03-01; recruiter: Bo Ek; \
                      outcome: more_interviews; outcome_date: 2026-03-17"],
                                              withdraw, "03-17 open"),
        (&[ACCEPTED, "company: Beta Labs; role: Designer; date:; applied: 2026-03-01; recruiter: Bo Ek; \
                      outcome: more_interviews; outcome_date: 2026-03-20"],
                                              withdraw, "03-20 open, 03-21 today"),
        (&[ACCEPTED, "company: Beta Labs; role: Designer; outcome: applied"],
                                              withdraw, "03-17 none"),
        (&[ACCEPTED, &with("outcome: offer; outcome_date: 2026-03-16")],
                                              withdraw, "03-17 open"),
        (&[&accepted_move, BETA],             withdraw, "03-17 open"),
        // Before the interview, not on its day.
        (&[ACCEPTED, &later],                 withdraw, "03-17 today, 03-18 due"),
        (&[ACCEPTED, &with("date: 2026-03-19")], withdraw, "03-17 open, 03-18 today"),
        // After one that took place all the same.
        (&[ACCEPTED, &later],                 withdraw, "03-19 today, 03-22 overdue"),
        (&[ACCEPTED, &with("date: 2026-03-23")], withdraw, "03-23 overdue, 03-24 today, 03-27 overdue"),
        (&["date: 2026-03-18; outcome: withdrawn; outcome_date: 2026-03-17; recruiter: Sam Lee"],
                                              "a/withdrawal", "03-17 today"),
        (&["date: 2026-03-16; outcome: withdrawn; outcome_date: 2026-03-17; recruiter: Sam Lee"],
                                              "a/withdrawal", "03-17 open, 03-18 today"),
        // The deadline has passed.
        (&[&format!("{OFFER}; decide_by: 2026-03-19"), BETA], tell, "03-19 due, 03-20 none"),
        (&[&format!("{OFFER}; decide_by: 2026-03-19; followups: {{offer-elsewhere/beta-labs-designer: snoozed until 2026-03-19}}"), BETA],
                                                              tell, "03-19 today, 03-20 none"),
    ]);
}

#[test]
fn nobody_hears_of_two_offers() {
    let offer = |fields: &str| format!("{OFFER}; {fields}");
    let other = |fields: &str| format!("company: Cato; role: Dev; {}", offer(fields));
    let told = "followups: {offer-elsewhere/beta-labs-designer: done 2026-03-18}";
    let skipped = told.replace("done", "skipped");
    let (by_20, by_24) = ("decide_by: 2026-03-20", "decide_by: 2026-03-24");
    let (first, second) =
        ("a/offer-elsewhere/beta-labs-designer", "b/offer-elsewhere/beta-labs-designer");
    let later = other(by_20).replace("outcome_date: 2026-03-17", "outcome_date: 2026-03-18");
    let on_the_18th = format!("{BETA}; date: 2026-03-18");
    #[rustfmt::skip]
    assert_states(&[
        // The more urgent one.
        (&[&offer(by_20), &other(by_24), BETA], first,  "03-18 today"),
        (&[&offer(by_20), &other(by_24), BETA], second, "03-18 none"),
        (&[&offer(by_24), &other(by_20), BETA], first,  "03-18 none"),
        (&[&offer(by_24), &other(by_20), BETA], second, "03-18 today"),
        (&[&offer(""),    &other(by_20), BETA], second, "03-18 today"),
        // It came before they had met.
        (&[&offer(by_20), &later.replace("03-20", "03-24"), &on_the_18th],
                                                first,  "03-17 none, 03-18 open, 03-19 today"),
        (&[&offer(by_20), &later.replace("03-20", "03-24"), &on_the_18th],
                                                second, "03-18 none"),
        (&[&format!("{}; {told}", offer(by_20)), &later, &on_the_18th],
                                                first,  "03-19 done"),
        (&[&offer(by_24), &later, &on_the_18th], second, "03-19 today"),
        (&[&offer(by_20), &on_the_18th],        first,  "03-17 none, 03-18 open, 03-19 today"),
        // They know already.
        (&[&offer(told),  &other(by_20), BETA], first,  "03-19 done"),
        (&[&offer(told),  &other(by_20), BETA], second, "03-19 none"),
        (&[&offer(told).replace("outcome: offer", "outcome: declined"), &later, BETA],
                                                second, "03-19 none"),
        // Of this one they don't.
        (&[&offer(&skipped), &other(by_20), BETA], second, "03-19 due"),
        (&[&offer(told).replace("outcome: offer", "outcome: declined"),
           &later.replace("03-18", "03-19"), BETA], second, "03-19 today"),
    ]);
}

#[test]
fn an_offer_is_declined_where_it_came_from_once_another_is_accepted() {
    let beta = format!("{BETA}; outcome: offer; outcome_date: 2026-03-16; decide_by: 2026-03-20");
    let folder = interviews(&[ACCEPTED, &format!("{beta}; contact: Di Fox <di@beta.example>")]);
    folder.build("2026-03-17");
    let draft = folder.read("a.withdraw.beta-labs-designer.draft.md");
    assert!(draft.contains("\nto: Di Fox <di@beta.example>\n"), "{draft}");
    assert!(
        draft.contains(
            "Thank you for your offer of the designer role. I've now accepted another one"
        ),
        "{draft}"
    );
}

#[test]
fn who_brought_an_offer_is_not_told_of_it_as_news() {
    let sam = "company: Beta Labs; role: Designer; recruiter: Sam Lee <sam@acme.example>";
    for (fields, kind) in [(OFFER, "offer-elsewhere"), (ACCEPTED, "withdraw")] {
        let folder = interviews(&[fields, sam]);
        folder.build("2026-03-17");
        let draft = folder.read(&format!("a.{kind}.beta-labs-designer.draft.md"));
        assert!(draft.contains("\nAs you know, I"), "{draft}");
    }
}

/// Whoever has made an offer for one job isn't asked for news of another one meanwhile.
#[test]
fn who_made_an_offer_is_not_asked_for_news_of_another_job_at_once() {
    let offer =
        "role: Lead; recruiter: Lena Ek <l@acme.example>; outcome: offer; outcome_date: 2026-03-10";
    let asks = |recruiter: &str, day: &str| {
        let other = format!("role: Analyst; date: 2026-03-02; recruiter: {recruiter}");
        let folder = interviews(&[offer, &other]);
        folder.build(day);
        folder.has("b.status-check.1.draft.md")
    };
    assert!(!asks("Lena Ek <l@acme.example>", "2026-03-12"));
    assert!(asks("Lena Ek <l@acme.example>", "2026-03-17"));
    assert!(asks("Omar Ek <o@acme.example>", "2026-03-12"));
}

#[test]
fn an_interview_to_come_is_called_off_with_an_acceptance() {
    let beta = format!("{BETA}; date: 2026-03-20; interviewers: [Jo Ek <jo@beta.example>]");
    let folder = interviews(&[ACCEPTED, &beta]);
    folder.build("2026-03-17");
    let draft = folder.read("a.withdraw.beta-labs-designer.draft.md");
    let said = "Designer role, and won't be there for the interview on Friday 20 March. ";
    assert!(draft.to_lowercase().contains(&said.to_lowercase()), "{draft}");
    assert!(
        draft.contains("Thank you for considering me, and I'm sorry for the trouble. "),
        "{draft}"
    );
    let agenda = folder.build("2026-03-20");
    assert!(
        agenda.contains("Beta Labs") && !agenda.contains("Say that you would like"),
        "{agenda}"
    );
    // Once its day has passed, it isn't called off any more.
    folder.build("2026-03-21");
    let draft = folder.read("a.withdraw.beta-labs-designer.draft.md");
    assert!(!draft.contains("won't be there") && draft.contains("\ndue: 2026-03-21\n"), "{draft}");
    assert!(draft.contains("Thank you for your time, and please thank Jo for me."), "{draft}");
}

/// Withdrawals and word of an offer that are counted from a later day, such as that of an interview, stay for as long.
#[test]
fn word_to_others_is_listed_until_it_lapses() {
    let cobalt = |day: &str| {
        format!("company: Cobalt; date: 2026-03-{day}; interviewers: [Ravi <r@c.example>]")
    };
    let outcome = |outcome: &str| format!("outcome: {outcome}; outcome_date: 2026-03-05");
    let accepted = interviews(&[&outcome("accepted"), &cobalt("11")]);
    let offer = interviews(&[&outcome("offer"), &cobalt("20")]);
    #[rustfmt::skip]
    let cases = [
        // journal, its line, first and last day, day of the lapse, reason
        (&accepted, "- [ ] **Withdraw from Cobalt**", "2026-03-12", "2026-04-01", "2026-04-02",
         "due on Thursday 12 March 2026, 1 day after their interview on Wednesday 11 March 2026."),
        (&offer, "- [ ] **Tell Cobalt about your offer**", "2026-03-21", "2026-04-10", "2026-04-11",
         "due on Saturday 21 March 2026, 1 day after their interview on Friday 20 March 2026."),
    ];
    for (folder, line, first, last, lapse, why) in cases {
        for day in [first, "2026-03-26", "2026-03-27", last] {
            assert!(folder.build(day).contains(line), "{line} on {day}");
        }
        let agenda = folder.agenda(last);
        let all = agenda["followups"].as_array().unwrap();
        let to_other = all.iter().find(|one| one["id"].as_str().unwrap().contains("/cobalt"));
        let to_other = to_other.unwrap();
        assert_eq!(to_other["lapses"], lapse, "{line}");
        assert!(to_other["why"].as_str().unwrap().ends_with(why), "{}", to_other["why"]);
        assert!(!folder.build(lapse).contains(line), "{line}");
    }
    // Nor does a record of something else change that.
    accepted.edit(
        "a.md",
        "outcome_date:",
        "followups: {acceptance: done 2026-03-05}\noutcome_date:",
    );
    for (day, is_listed) in [("2026-04-01", true), ("2026-04-02", false)] {
        assert_eq!(accepted.build(day).contains("- [ ] **Withdraw from Cobalt**"), is_listed);
    }
}

/// An interview weeks after an acceptance that wasn't called off is one of a new search.
#[test]
fn nobody_withdraws_from_a_new_search() {
    let next = |day: &str| format!("{BETA}; date: {day}; {JANE}");
    let withdraw = "a/withdraw/beta-labs-designer";
    let before = format!("{BETA}; date: 2026-03-10");
    #[rustfmt::skip]
    assert_states(&[
        (&[ACCEPTED, &next("2026-04-10")], withdraw, "03-18 today, 04-08 none, 04-10 none, 04-11 none"),
        (&[ACCEPTED, &next("2026-04-10")], "b/thank-you/jane-doe", "03-18 void, 04-10 open, 04-11 today"),
        (&[ACCEPTED, &next("2026-04-10")], "b/find-out/decision-window", "04-11 today"),
        (&[ACCEPTED, &next("2026-05-15")], withdraw, "04-08 none, 05-16 none"),
        (&[ACCEPTED, &next("2026-05-15")], "b/thank-you/jane-doe", "05-16 today"),
        // Nor from one that goes on after as long.
        (&[ACCEPTED, &before, &next("2026-05-20")], withdraw, "03-18 none, 05-21 none"),
        (&[ACCEPTED, &before, &next("2026-05-20")], "c/thank-you/jane-doe", "05-21 today"),
        // From one that was on its way one does, to the end.
        (&[ACCEPTED, &next("2026-04-07")], withdraw, "03-18 today, 04-08 today, 04-28 overdue, 04-29 lapsed"),
        (&[ACCEPTED, &next("2026-04-07")], "b/thank-you/jane-doe", "04-08 void"),
    ]);
    let folder = interviews(&[ACCEPTED, &next("2026-04-10")]);
    for day in ["2026-04-10", "2026-04-11"] {
        let agenda = folder.build(day);
        assert!(agenda.contains("- [ ] **Thank Jane Doe**") && !agenda.contains("Withdraw"));
    }
}

/// A refusal to somebody else is no message to the interviewer, and nobody withdraws from what is over.
#[test]
fn an_acceptance_leaves_the_thanks_that_are_due_where_nobody_withdraws() {
    let rejected = "outcome: rejected; outcome_date: 2026-03-14; contact: Dana Ray <d@b.example>";
    let over = format!("company: Beta Labs; role: Designer; date: 2026-03-12; {JANE}; {rejected}");
    assert_states(&[(&[ACCEPTED, &over], "b/thank-you/jane-doe", "03-18 overdue")]);
}

/// The next interview is weeks away, but it was on its way when the other offer was accepted.
#[test]
fn an_acceptance_ends_a_process_whose_next_interview_is_far_off() {
    let first = format!("{BETA}; date: 2026-03-10; outcome: next round; outcome_date: 2026-03-11");
    let next = format!("{BETA}; date: 2026-04-14; {JANE}");
    let notes = [ACCEPTED, &first, &next];
    let withdraw = "a/withdraw/beta-labs-designer";
    assert_states(&[
        (&notes, withdraw, "03-18 today"),
        (&notes, "c/thank-you/jane-doe", "04-15 void"),
        (&notes, "c/connect", "04-15 void"),
    ]);
    // So it is once they have been told.
    let told = format!("{ACCEPTED}; followups: {{withdraw/beta-labs-designer: done 2026-03-18}}");
    let folder = interviews(&[&told, &first, &next]);
    assert_eq!(followup(&folder, "c/thank-you/jane-doe", "04-15")["status"], "void");
}

#[test]
fn after_an_acceptance_a_thank_you_elsewhere_shows_no_interest() {
    let beta = format!(
        "{BETA}; date: 2026-03-14; interest: keen; recruiter: Sam Lee <sam@beta.example>; \
         interviewers: [Jo Ek <jo@beta.example>]"
    );
    let folder = interviews(&[&beta]);
    folder.build("2026-03-15");
    let thanks = || folder.read("a.thank-you.jo-ek.draft.md");
    assert!(
        thanks().contains("I'd love to work with you, and I really hope this works out."),
        "{}",
        thanks()
    );
    folder.write("z.md", super::interview(ACCEPTED));
    folder.build("2026-03-17");
    let letter = thanks();
    assert!(letter.contains("Thank you for talking with me about the designer role"), "{letter}");
    assert!(!letter.contains("work with you") && !letter.contains("help you decide"), "{letter}");
}

#[test]
fn ones_own_employer_stays_in_sight_after_an_acceptance() {
    let folder = interviews(&[ACCEPTED, &format!("{BETA}; internal: true")]);
    let agenda = folder.build("2026-03-18");
    let row = agenda.lines().find(|line| line.starts_with("| [Beta Labs]")).unwrap_or_default();
    assert!(
        row.contains("you accepted another offer") && row.contains("Tell them yourself"),
        "{agenda}"
    );
    let line = agenda.lines().find(|line| line.starts_with("- **Tell them yourself"));
    assert!(line.is_some_and(|line| line.contains("set the outcome to withdrawn")), "{agenda}");
    // Once they have said no, there is nothing to tell.
    folder.edit("b.md", "internal:", "outcome: rejected\noutcome_date: 2026-03-17\ninternal:");
    assert!(!folder.build("2026-03-18").contains("Tell them yourself"));
}

/// Their offer has to be answered, but no letter speaks to them as to strangers.
#[test]
fn an_offer_of_ones_own_employer_is_left_to_answer_after_an_acceptance() {
    let theirs = format!(
        "{BETA}; internal: true; outcome: offer; outcome_date: 2026-03-16; decide_by: 2026-03-18"
    );
    let folder = interviews(&[ACCEPTED, &theirs]);
    let agenda = folder.build("2026-03-18");
    assert!(
        agenda.contains(
            "**The offer from Beta Labs, Designer, wants an answer by Wed 18 Mar, today.**"
        ),
        "{agenda}"
    );
    let line = agenda.lines().find(|line| line.starts_with("- **Tell them yourself"));
    let line = line.unwrap_or_else(|| panic!("{agenda}"));
    assert!(line.contains("set the outcome to declined") && line.contains("Beta Labs"), "{line}");
    assert!(!folder.drafts().iter().any(|draft| draft.contains("withdraw")), "{agenda}");
    // Nothing is left of it once they know.
    folder.write("b.md", super::interview(&theirs.replace("outcome: offer", "outcome: declined")));
    assert!(!folder.build("2026-03-18").contains("Tell them yourself"));
}

#[test]
fn word_of_an_offer_takes_the_place_of_a_status_check() {
    let beta = format!("{BETA}; decision_window: 2 weeks");
    let told = |record: &str| {
        format!("{OFFER}; followups: {{offer-elsewhere/beta-labs-designer: {record}}}")
    };
    let (sent, skipped) = (told("done 2026-03-17"), told("skipped 2026-03-17"));
    let rejected = sent.replace("outcome: offer", "outcome: declined");
    #[rustfmt::skip]
    assert_days_on("03-17", "", &[
        // Sent on the 17th, whatever became of the offer.
        (&[&sent, &beta],    "b/status-check/1", "03-24 03-24 03-27 04-15"),
        (&[&rejected, &beta], "b/status-check/1", "03-24 03-24 03-27 04-15"),
        // Decided against.
        (&[&skipped, &beta], "b/status-check/1", "03-17 03-18 03-23 04-15"),
        // It isn't due before that anyway.
        (&[&sent, &format!("{BETA}; decision_window: 4 weeks")],
                             "b/status-check/1", "03-31 04-01 04-06 04-29"),
    ]);
    // Unsent, it takes the place of the check until it lapses.
    #[rustfmt::skip]
    assert_states(&[
        (&[OFFER, &beta], "b/status-check/1", "03-18 void, 04-07 void, 04-08 overdue"),
    ]);
    // So it does while it is put off, for those to whom it is to go.
    let put_off = told("snoozed until 2026-04-06");
    let other = "company: Cato; role: Dev; decision_window: 2 weeks; recruiter: Al Fox";
    #[rustfmt::skip]
    assert_states(&[
        (&[&put_off, &beta],        "b/status-check/1", "04-07 void, 04-08 void, 04-15 void"),
        (&[&put_off, &beta, other], "c/status-check/1", "04-07 void, 04-08 overdue"),
        (&[&put_off, &beta], "a/offer-elsewhere/beta-labs-designer", "04-07 due, 04-15 overdue"),
    ]);
    let check = followup(&interviews(&[&sent, &beta]), "b/status-check/1", "03-17");
    let why = check["why"].as_str().unwrap();
    assert!(why.contains("put off until Tuesday 24 March 2026, because they hear"), "{why}");
    let folder = interviews(&[&beta]);
    folder.write("z.md", super::interview(&sent));
    folder.write("journal.toml", "[cadence]\ncheck-after-offer = \"2b\"\n");
    assert_eq!(followup(&folder, "a/status-check/1", "03-17")["opens"], "2026-03-19");
}

#[test]
fn what_was_withdrawn_from_is_over() {
    let beta = format!("{BETA}; decision_window: 2 weeks; interviewers: [Jo]");
    let told =
        |record: &str| format!("{ACCEPTED}; followups: {{withdraw/beta-labs-designer: {record}}}");
    let withdrawn = format!("{BETA}; outcome: withdrawn");
    let again = format!("{BETA}; date: 2026-06-01; interviewers: [Jo]");
    for record in ["done 2026-03-18", "skipped 2026-03-18"] {
        let accepted = told(record);
        let status = record.split(' ').next().unwrap();
        assert_states(&[
            (&[&accepted, &beta], "a/withdraw/beta-labs-designer", &format!("03-18 {status}")),
            (&[&accepted, &beta], "b/status-check/1", "03-18 void, 03-25 void"),
            (&[&accepted, &withdrawn], "b/withdrawal", "03-18 void"),
            // Months later it is another story.
            (&[&accepted, &beta, &again], "c/thank-you/jo", "06-02 today"),
        ]);
        let folder = interviews(&[&accepted, &beta]);
        let agenda = folder.agenda("2026-03-18");
        assert_eq!(agenda["waiting"], serde_json::json!([]), "{record}");
        let text = folder.build("2026-03-18");
        let lines = text.lines().filter(|line| line.starts_with("- [ ]") && line.contains("](b."));
        assert_eq!(lines.collect::<Vec<_>>(), [""; 0], "{record}");
    }
}

/// What was sent stays among what is done, whatever becomes of the process it was about.
#[test]
fn a_message_to_others_stays_done_once_they_are_closed() {
    let withdrawn =
        format!("{ACCEPTED}; followups: {{withdraw/beta-labs-designer: done 2026-03-18}}");
    let told =
        format!("{OFFER}; followups: {{offer-elsewhere/beta-labs-designer: done 2026-03-18}}");
    let beta = |outcome: &str| format!("{BETA}; outcome: {outcome}; outcome_date: 2026-03-19");
    for (own, id, outcome, title) in [
        (&withdrawn, "withdraw", "declined", "Turn down the offer from Beta Labs"),
        (&withdrawn, "withdraw", "withdrawn", "Withdraw from Beta Labs"),
        (&told, "offer-elsewhere", "rejected", "Tell Beta Labs about your offer"),
    ] {
        let folder = interviews(&[own, &beta(outcome)]);
        let item = followup(&folder, &format!("a/{id}/beta-labs-designer"), "03-19");
        assert_eq!((&item["status"], &item["title"]), (&"done".into(), &title.into()), "{outcome}");
        assert!(folder.build("2026-03-19").contains(title), "{outcome}");
    }
    let other = ("a/withdraw/beta-labs-designer", "03-19 none");
    assert_states(&[(&[ACCEPTED, &beta("declined")], other.0, other.1)]);
}

/// Thanks that were due by then are still owed to whoever didn't get the withdrawal.
#[test]
fn a_withdrawal_leaves_the_thanks_that_were_due() {
    let beta = format!("{BETA}; date: 2026-03-15; interviewers: [Jo <jo@beta.example>, Bo Ek]");
    let folder = interviews(&[ACCEPTED, &beta]);
    assert!(folder.build("2026-03-18").contains("- [ ] **Thank Jo**"));
    assert_eq!(folder.run_on("2026-03-18", "done withdraw").code, 0);
    let agenda = folder.build("2026-03-18");
    assert!(agenda.contains("- [ ] **Thank Jo**") && !agenda.contains("**Thank Bo Ek**"));
    let letter = folder.read("b.thank-you.jo.draft.md");
    assert!(!letter.contains("look forward") && !letter.contains("help you decide"), "{letter}");
    let told = format!("{ACCEPTED}; followups: {{withdraw/beta-labs-designer: done 2026-03-18}}");
    #[rustfmt::skip]
    assert_states(&[
        (&[&told, &beta], "b/thank-you/jo",             "03-18 overdue, 03-28 overdue, 03-29 lapsed"),
        (&[&told, &beta], "b/thank-you/bo-ek",          "03-18 void"),
        (&[&told, &beta], "b/connect",                  "03-18 void"),
        // It wasn't due by then.
        (&[&told, &beta.replace("03-15", "03-17")], "b/thank-you/jo", "03-18 void"),
    ]);
}

/// One that was turned down with the withdrawal isn't turned down once more, as far as anything tells.
#[test]
fn an_offer_that_came_after_the_withdrawal_is_declined() {
    let told = format!("{ACCEPTED}; followups: {{withdraw/beta-labs-designer: done 2026-03-18}}");
    let beta = |outcome: &str, more: &str| format!("{BETA}; outcome: {outcome}; {more}");
    let offer = "outcome_date: 2026-03-20; decide_by: 2026-03-25";
    let since = "followups: {offer-thanks: done 2026-03-20}";
    let before = "followups: {offer-thanks: done 2026-03-17, offer-decision: done 2026-03-20}";
    let (later, withdraw, decline) =
        ("outcome_date: 2026-03-20", "Withdraw from Beta Labs", "b/decline");
    let turn_down = "Turn down the offer from Beta Labs";
    #[rustfmt::skip]
    let cases = [
        // the other process | what is to be done there | what the withdrawal is called
        (beta("offer", offer),                                   "b/offer-decision", withdraw),
        (beta("declined", offer),                                decline, withdraw),
        (beta("declined", &format!("{later}; {since}")),         decline, withdraw),
        (beta("declined", &format!("{offer}; {before}")),        "",      turn_down),
        (beta("declined", later),                                "",      turn_down),
        (beta("declined", "outcome_date: 2026-03-18; decide_by: 2026-03-25"), "", turn_down),
    ];
    for (beta, id, title) in cases {
        let folder = interviews(&[&told, &beta]);
        let sent = followup(&folder, "a/withdraw/beta-labs-designer", "03-20");
        assert_eq!((&sent["status"], &sent["title"]), (&"done".into(), &title.into()), "{beta}");
        let states = [decline, "b/offer-decision"].map(|other| {
            let status = followup(&folder, other, "03-20")["status"].clone();
            (
                other == id,
                status.as_str().is_some_and(|status| status != "void" && status != "done"),
            )
        });
        assert!(states.iter().all(|(wanted, is_live)| wanted == is_live), "{beta}: {states:?}");
    }
    let folder = interviews(&[&told, &beta("declined", offer)]);
    folder.build("2026-03-20");
    let letter = folder.read("b.decline.draft.md");
    assert!(
        letter.contains("I've accepted another offer, so I have to decline this one."),
        "{letter}"
    );
}

#[test]
fn an_acceptance_voids_what_is_left_elsewhere() {
    let beta = |fields: &str| format!("{BETA}; {fields}");
    let (fresh, due) = (
        beta("date: 2026-03-17; interviewers: [Jo]"),
        beta("date: 2026-03-16; interviewers: [Jo]"),
    );
    let waiting = beta("decision_window: 2 weeks");
    let coming = beta("date: 2026-03-20; interviewers: [Jo]");
    let offer = beta("outcome: offer; outcome_date: 2026-03-16; decide_by: 2026-03-20");
    let declined = beta("outcome: declined; outcome_date: 2026-03-17");
    let withdrawn = beta("outcome: withdrawn; outcome_date: 2026-03-17");
    let rejected = beta("outcome: rejected; outcome_date: 2026-03-16");
    let undated = "outcome: accepted; recruiter: Sam Lee <sam@acme.example>";
    let much_later = beta("date: 2026-06-01; interviewers: [Jo]");
    #[rustfmt::skip]
    assert_states(&[
        (&[ACCEPTED, &waiting],   "b/status-check/1",   "03-18 void"),
        (&[undated, &waiting],    "b/status-check/1",   "03-18 void"),
        (&[ACCEPTED, &waiting],   "b/find-out/decision-window", "03-18 none"),
        (&[ACCEPTED, &due],       "b/find-out/decision-window", "03-17 void"),
        (&[ACCEPTED, &coming],    "b/thank-you/jo",     "03-20 void"),
        (&[ACCEPTED, &offer],     "b/offer-decision",   "03-18 void"),
        (&[ACCEPTED, &offer],     "b/offer-thanks",     "03-18 void"),
        (&[ACCEPTED, &rejected],  "b/feedback-request", "03-19 void"),
        // A thank-you that was due by then is still owed.
        (&[ACCEPTED, &due],       "b/thank-you/jo",     "03-17 today, 03-18 due"),
        (&[ACCEPTED, &fresh],     "b/thank-you/jo",     "03-17 void"),
        // Whoever hears that it is over is thanked with that.
        (&[ACCEPTED, "company: Beta Labs; role: Designer; date: 2026-03-16; interviewers: [Jo]"],
                                  "b/thank-you/jo",     "03-17 void"),
        (&[ACCEPTED, &due],       "b/recruiter-thanks", "03-17 void"),
        (&[ACCEPTED, &rejected],  "b/rejection-thanks", "03-17 today"),
        // These say themselves that it is over.
        (&[ACCEPTED, &declined],  "b/decline",          "03-17 open"),
        (&[ACCEPTED, &withdrawn], "b/withdrawal",       "03-17 open"),
        // Not its own.
        (&[ACCEPTED, &waiting],   "a/acceptance",       "03-17 today"),
        // A search months later.
        (&[ACCEPTED, &much_later], "b/thank-you/jo",    "06-02 today"),
    ]);
}

/// Sessions that see one change after another, for days, give what a new one gives.
#[test]
fn what_others_mean_is_planned_anew_when_they_change() {
    const COMPANIES: [&str; 4] = ["Acme", "Acme Inc.", "Beta", "Cato"];
    const OUTCOMES: [&str; 8] =
        ["pending", "offer", "accepted", "rejected", "declined", "more_interviews", "applied", "?"];
    const RECORDS: [&str; 6] = [
        "withdraw/beta-dev: done 2026-03-18",
        "withdraw/acme-dev: skipped 2026-03-18",
        "offer-elsewhere/beta-dev: done 2026-03-16",
        "offer-elsewhere/cato: snoozed until 2026-03-20",
        "thank-you/jo: done 2026-03-17",
        "connect: done 2026-03-17",
    ];
    let mut random = Random(7);
    let folder = Folder::new();
    let open =
        || Session::open(folder.path().to_path_buf(), Detail::Shown, Arc::default()).unwrap();
    let mut session = open();
    let mut today = parse_date("2026-03-16").unwrap();
    for _ in 0..400 {
        let path = format!("{}.md", ["a", "b", "c", "d", "e", "f"][random.below(6)]);
        match random.below(10) {
            0 if folder.has(&path) => folder.remove(&path),
            1 => today = today.succ_opt().unwrap(),
            _ => {
                let mut fields = vec![
                    format!("company: {}", COMPANIES[random.below(4)]),
                    format!("date: 2026-03-{:02}", 5 + random.below(20)),
                    format!("outcome: {}", OUTCOMES[random.below(8)]),
                    ["interviewers: [Jo]", "interviewers: [Jo <jo@x.example>]"][random.below(2)]
                        .to_owned(),
                ];
                let role = ["role: Dev", "role: Developer", ""][random.below(3)];
                fields.extend((!role.is_empty()).then(|| role.to_owned()));
                if random.below(2) == 0 {
                    fields.push(format!("outcome_date: 2026-03-{:02}", 10 + random.below(15)));
                }
                if random.below(2) == 0 {
                    fields.push(format!("followups: {{{}}}", RECORDS[random.below(6)]));
                }
                folder.write(&path, crate::support::note(&fields.join("; ")));
            }
        }
        session.look(|_| {});
        let mut fresh = open();
        fresh.look(|_| {});
        let (known, new) = (session.plan(today, &[]).day, fresh.plan(today, &[]).day);
        for (known, new) in known.changes.iter().zip(&new.changes) {
            assert_eq!(known, new, "{today}");
        }
        assert_eq!(known.changes.len(), new.changes.len(), "{today}");
        assert_eq!(known.agenda.problems, new.agenda.problems, "{today}");
        assert_eq!(session.closed_problems(), fresh.closed_problems(), "{today}");
    }
}

/// An offer of Iris of which Cedar was told, and Cedar's note.
fn told_of_an_offer() -> Folder {
    let iris = "company: Iris; date: 2026-03-05; role: Dev; interviewers: [Ute Vogel <ute@iris.example>]; \
                outcome: offer; outcome_date: 2026-03-12; decide_by: 2026-03-20";
    let cedar = "company: Cedar; date: 2026-03-06; role: Dev; interviewers: [Bo Ek <bo@cedar.example>]; \
                 decision_window: three weeks";
    let folder = journal(&[("Iris.md", &note(iris)), ("Cedar.md", &note(cedar))]);
    folder.build("2026-03-13");
    assert_eq!(folder.run_words_on("2026-03-13", &["done", "tell cedar"]).code, 0);
    folder
}

#[test]
fn a_record_about_a_process_that_was_renamed_is_pointed_out() {
    const DRAFT: &str = "Iris.offer-elsewhere.cedar-dev.draft.md";
    type Change = fn(&Folder);
    #[rustfmt::skip]
    let cases: [(&str, Change, Option<&str>); 6] = [
        ("the company",         |folder| folder.edit("Cedar.md", "Cedar\n", "Cedar GmbH\n"), Some("cedar-gmbh-dev")),
        ("without the draft",   |folder| {
            folder.edit("Cedar.md", "Cedar\n", "Cedar GmbH\n");
            folder.remove(DRAFT);
        }, Some("cedar-gmbh-dev")),
        ("the role",            |folder| folder.edit("Cedar.md", "Dev\n", "SRE\n"), Some("cedar-sre")),
        ("nothing is the same", |folder| folder.edit("Cedar.md", "Cedar\n", "Timber\n"), Some("timber-dev")),
        ("nor the draft there", |folder| {
            folder.edit("Cedar.md", "Cedar\n", "Timber\n");
            folder.remove(DRAFT);
        }, None),
        ("it is gone",          |folder| folder.remove("Cedar.md"), None),
    ];
    for (what, change, near) in cases {
        let folder = told_of_an_offer();
        let agenda = folder.build("2026-03-13");
        assert!(!agenda.contains("unknown-record"), "{what}: {agenda}");
        change(&folder);
        let before = folder.read("Iris.md");
        let agenda = folder.build("2026-03-13");
        assert_eq!(folder.read("Iris.md"), before, "{what}");
        let said = "[Iris.md:10](Iris.md#L10) no process has the name in `offer-elsewhere/cedar-dev` any more";
        assert!(agenda.contains(said), "{what}: {agenda}");
        let Some(near) = near else {
            assert!(!agenda.contains("; is it "), "{what}: {agenda}");
            continue;
        };
        assert!(agenda.contains(&format!("; is it `offer-elsewhere/{near}` now?")), "{agenda}");
        folder.edit("Iris.md", "offer-elsewhere/cedar-dev", &format!("offer-elsewhere/{near}"));
        let agenda = folder.build("2026-03-13");
        assert!(!agenda.contains("unknown-record"), "{what}: {agenda}");
        assert!(!agenda.contains("- [ ] **Tell"), "{what}: {agenda}");
    }
}

#[test]
fn a_record_about_a_process_whose_note_cant_be_read_is_no_mistake() {
    let folder = told_of_an_offer();
    folder.edit("Cedar.md", "role:", "--- # next\nrole:");
    let agenda = folder.build("2026-03-13");
    assert!(!agenda.contains("unknown-record"), "{agenda}");
}

#[test]
fn a_record_about_a_process_that_is_gone_is_left_to_check_once_the_offer_is_history() {
    let folder = told_of_an_offer();
    folder.edit("Iris.md", "outcome: offer", "outcome: declined");
    folder.remove("Cedar.md");
    assert!(folder.build("2026-03-16").contains("unknown-record"));
    let agenda = folder.build("2026-08-03");
    assert!(!agenda.contains("unknown-record"), "{agenda}");
    let found = folder.run_on("2026-08-03", "check").stdout;
    assert!(found.contains("warning[unknown-record]: no process has the name"), "{found}");
}

/// The offer of one company, of which an answer is due while that of another is accepted.
const OTHER_OFFER: &str = "company: Beta Labs; role: Designer; date: 2026-03-03; \
    interviewers: [Bo Ek <bo@beta.example>]; outcome: offer";

#[test]
fn another_offer_is_turned_down_before_it_wants_an_answer() {
    let offer = |fields: &str| format!("{OTHER_OFFER}; outcome_date: 2026-03-13; {fields}");
    let withdraw = |fields: &str| {
        let folder = interviews(&[ACCEPTED, &offer(fields)]);
        followup(&folder, "a/withdraw/beta-labs-designer", "03-17")
    };
    let rows = [
        ("decide_by: 2026-03-25", "03-17 03-18 03-21 04-08"),
        ("decide_by: 2026-03-19", "03-17 03-18 03-20 04-08"),
        ("decide_by: 2026-03-18", "03-17 03-17 03-19 04-08"),
        ("decide_by: 2026-03-17", "03-17 03-17 03-18 04-08"),
        // Long past, nothing can be saved.
        ("decide_by: 2026-03-16", "03-17 03-18 03-21 04-08"),
    ];
    for (fields, expected) in rows {
        let found = withdraw(fields);
        assert_eq!(days(&found), expected, "{fields}");
        assert_eq!(found["title"], "Turn down the offer from Beta Labs", "{fields}");
    }
}

#[test]
fn an_offer_that_comes_after_all_wants_an_answer() {
    let accepted =
        |records: &str| format!("{ACCEPTED}; date: 2026-03-02; followups: {{{records}}}");
    let beta = format!("{OTHER_OFFER}; outcome_date: 2026-03-20; decide_by: 2026-03-27");
    for records in ["", "withdraw/beta-labs-designer: done 2026-03-18"] {
        let folder = interviews(&[&accepted(records), &beta]);
        assert_eq!(followup(&folder, "b/offer-thanks", "03-20")["status"], "today", "{records}");
        assert_eq!(followup(&folder, "b/offer-decision", "03-25")["status"], "today", "{records}");
        let agenda = folder.build("2026-03-20");
        assert!(
            agenda.contains("**The offer from Beta Labs, Designer, wants an answer"),
            "{agenda}"
        );
        assert!(!agenda.contains("- [ ] **Turn down"), "{agenda}");
    }
}

/// Whoever was told of an offer and waits while it is accepted.
#[test]
fn there_is_news_of_a_company_that_was_told_of_an_offer_which_was_accepted() {
    let told = "followups: {offer-elsewhere/beta-labs-designer: done 2026-03-10}";
    let accepted = format!("{ACCEPTED}; date: 2026-03-02; {told}");
    let folder = interviews(&[&accepted, &format!("{BETA}; date: 2026-03-03")]);
    assert_eq!(folder.run_words_on("2026-03-18", &["heard", "beta", "rejected"]).code, 0);
    assert!(folder.read("b.md").contains("outcome: rejected"));
    assert_eq!(folder.run_words_on("2026-03-18", &["done", "accept in writing"]).code, 0);
    assert_eq!(folder.run_on("2026-03-18", "build --check").code, 0);
}

/// A company that was told of an offer is asked for news before that has to be answered, and never soon after it was told.
#[test]
fn whoever_was_told_of_an_offer_is_asked_ahead_of_its_deadline() {
    let due = |window: &str, decide_by: &str| {
        let told = "followups: {offer-elsewhere/beta-labs-designer: done 2026-03-17}";
        let offer = format!("{OFFER}; decide_by: {decide_by}; {told}");
        let folder = interviews(&[&offer, &format!("{BETA}; date: 2026-03-10{window}")]);
        days(&followup(&folder, "b/status-check/1", "03-18"))
    };
    #[rustfmt::skip]
    let rows = [
        // They were told on Tuesday the 17th: not before the 24th.
        ("; decision_window: by 2026-03-27", "2026-03-30", "03-27 03-27"),
        ("; decision_window: by 2026-03-27", "2026-04-01", "03-30 03-31"),
        ("; decision_window: by 2026-03-27", "2026-04-10", "03-30 03-31"),
        ("; decision_window: by 2026-03-25", "2026-03-26", "03-25 03-25"),
        ("; decision_window: by 2026-03-31", "2026-03-26", "04-01 04-02"),
        ("",                                 "2026-03-25", "03-24 03-24"),
        ("",                                 "2026-03-20", "03-24 03-24"),
    ];
    for (window, decide_by, expected) in rows {
        let found = due(window, decide_by);
        assert!(found.starts_with(expected), "{window} {decide_by}: {found}");
    }
}

#[test]
fn an_offer_is_mentioned_at_the_interview_with_its_day() {
    let offer = format!("{OFFER}; decide_by: 2026-03-20");
    let folder = interviews(&[&offer, &format!("{BETA}; date: 2026-03-18")]);
    let agenda = folder.build("2026-03-18");
    let ask =
        "Say that you would like the job, and that you have an offer to answer by Fri 20 Mar.";
    assert!(agenda.contains(ask), "{agenda}");
    assert_eq!(folder.build("2026-03-18"), agenda);
    assert!(!folder.build("2026-03-19").contains("Say that you"));
}

/// Where one decides not to tell a company of the offer that presses most, another one is no reason to.
#[test]
fn word_that_is_kept_back_is_not_asked_for_again() {
    let offer = |company: &str, day: &str, until: &str, more: &str| {
        format!(
            "company: {company}; role: Dev; outcome: offer; outcome_date: {day}; decide_by: {until}; {more}"
        )
    };
    let cobalt = "company: Cobalt; role: Dev; interviewers: [Ann Poe <a@c.example>]";
    let skipped = "followups: {offer-elsewhere/cobalt-dev: skipped 2026-03-05}";
    let first = |more: &str| offer("Acme", "2026-03-05", "2026-03-12", more);
    let second = offer("Beta", "2026-03-06", "2026-03-16", "interest: open");
    assert_states(&[
        (&[&first(skipped), &second, cobalt], "b/offer-elsewhere/cobalt-dev", "03-06 none"),
        // The other one presses more.
        (
            &[&first(skipped).replace("03-12", "03-20"), &second, cobalt],
            "b/offer-elsewhere/cobalt-dev",
            "03-06 open, 03-07 today",
        ),
    ]);
    let turned_down = first(skipped).replace("outcome: offer", "outcome: declined");
    assert_states(&[(
        &[&turned_down, &second, cobalt],
        "b/offer-elsewhere/cobalt-dev",
        "03-07 today",
    )]);
}

/// A company whose name was cut short knows of its own offer.
#[test]
fn a_company_by_a_shorter_name_hears_of_no_offer_of_its_own() {
    let offer = |who: &str| {
        format!(
            "company: Lakeview; interviewers: [{who}]; outcome: offer; outcome_date: 2026-03-05; decide_by: 2026-03-12"
        )
    };
    let waiting = |company: &str| {
        format!("company: {company}; role: Nurse; interviewers: [Ann Poe <a@l.example>]")
    };
    let id = |company: &str| format!("a/offer-elsewhere/{company}-nurse");
    for (who, company, slug, states) in [
        ("Ann Poe <a@l.example>", "Lakeview Hospital", "lakeview-hospital", "03-06 none"),
        ("Bo Ek <b@x.example>", "Lakeview Hospital", "lakeview-hospital", "03-06 today"),
        ("Ann Poe <a@l.example>", "Lakeviews", "lakeviews", "03-06 today"),
    ] {
        assert_states(&[(&[&offer(who), &waiting(company)], &id(slug), states)]);
    }
}
