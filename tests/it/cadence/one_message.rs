//! Nobody gets two messages for one occasion, or on one day.

use super::{assert_days, assert_states, followup, interviews};

const AGENCY: &str = "recruiter: {name: Sam Lee, email: sam@t.example, agency: Talent}";

#[test]
fn whoever_makes_an_offer_is_asked_how_it_went_once_its_day_is_known() {
    let offer = "outcome: offer; recruiter: Sam Lee <sam@acme.example>";
    let folder = interviews(&[offer]);
    let agenda = folder.build("2026-03-10");
    assert!(agenda.contains("- [ ] **Thank Sam Lee for the offer**"), "{agenda}");
    assert!(!agenda.contains("how the interviews went"), "{agenda}");
    folder.edit("a.md", "outcome: offer", "outcome: offer\noutcome_date: 2026-03-10");
    let agenda = folder.build("2026-03-10");
    assert!(agenda.contains("- [ ] **Ask Sam Lee how the interviews went**"), "{agenda}");
    assert_eq!(followup(&folder, "a/offer-feedback", "03-10")["due"], "2026-03-11");
}

/// An agency's recruiter who is asked for news knows by then how it went.
#[test]
fn a_recruiter_hears_how_it_went_before_being_asked_for_news() {
    let said = |window: &str| format!("{AGENCY}; decision_window: {window}");
    let report = "a/recruiter-debrief";
    #[rustfmt::skip]
    assert_days("", &[
        (&[&said("tomorrow")],      report,             "03-02 03-03 03-07 03-04"),
        (&[&said("tomorrow")],      "a/status-check/1", "03-04 03-05 03-10 04-02"),
        (&[&said("by 2026-03-04")], report,             "03-02 03-04 03-07 03-05"),
        (&[&said("by 2026-03-05")], report,             "03-02 03-05 03-07 03-06"),
        (&[&said("by 2026-03-06")], report,             "03-02 03-05 03-07 03-07"),
        (&[&said("by 2026-03-06; date: 2026-03-04")], report, "03-04 03-06 03-09 03-07"),
        (&[&said("2 weeks")],       report,             "03-02 03-05 03-07 03-16"),
        (&[AGENCY],                 report,             "03-02 03-05 03-07 03-09"),
        (&[AGENCY],                 "a/status-check/1", "03-09 03-09 03-12 04-08"),
    ]);
    let folder = interviews(&[&said("tomorrow")]);
    let why = followup(&folder, report, "03-03")["why"].to_string();
    let day = "due on Tuesday 3 March 2026, the day of the decision date.";
    assert!(why.contains(day), "{why}");
    assert!(folder.build("2026-03-03").contains("- [ ] **Tell Sam Lee how it went**"));
    // They name another day.
    folder.edit("a.md", "tomorrow", "by 2026-03-06");
    let agenda = folder.build("2026-03-04");
    assert!(agenda.contains("- [ ] **Tell Sam Lee how it went** · Acme Robotics · due Thu 5 Mar"));
}

/// Whoever registers with an agency has talked with it, and it decides about nothing for anybody else.
#[test]
fn an_agency_that_one_registers_with_is_the_company() {
    let gemma = "recruiter: {name: Gemma Holt, email: g@t.example, agency: Teach Now}";
    for round in ["round: registration call", "interviewers: [Gemma Holt <g@t.example>]"] {
        let folder = interviews(&[&format!("company: Teach now; role: Tutor; {round}; {gemma}")]);
        let agenda = folder.build("2026-03-03");
        assert!(agenda.contains("- [ ] **Thank Gemma Holt** "), "{agenda}");
        for other in ["for arranging it", "how it went"] {
            assert!(!agenda.contains(other), "{agenda}");
        }
        let agenda = folder.build("2026-03-09");
        assert!(agenda.contains("- [ ] **Ask Gemma Holt for news**"), "{agenda}");
        let check = folder.read("a.status-check.1.draft.md");
        assert!(!check.contains("they") && !check.contains("at Teach"), "{check}");
    }
}

#[test]
fn a_company_hears_once_of_two_offers_that_were_accepted() {
    let accepted = |company: &str, day: &str| {
        format!("company: {company}; role: Dev; outcome: accepted; outcome_date: {day}")
    };
    let cobalt = "company: Cobalt; role: Dev; recruiter: Ravi Cole <r@c.example>";
    let (one, other) = (accepted("Acme", "2026-03-05"), accepted("Beta", "2026-03-06"));
    let notes: &[&str] = &[&one, &other, cobalt];
    assert_states(&[
        (notes, "a/withdraw/cobalt-dev", "03-06 today, 03-07 due"),
        (notes, "b/withdraw/cobalt-dev", "03-07 none"),
    ]);
    let folder = interviews(notes);
    let count = |agenda: &str| agenda.matches("- [ ] **Withdraw from Cobalt**").count();
    assert_eq!(count(&folder.build("2026-03-07")), 1);
    // The other one stands alone.
    folder.edit("a.md", "outcome: accepted", "outcome: declined");
    assert_eq!(count(&folder.build("2026-03-07")), 1);
    assert_eq!(followup(&folder, "b/withdraw/cobalt-dev", "03-07")["status"], "today");
    assert_eq!(folder.run_on("2026-03-07", "done withdraw").code, 0);
    folder.edit("a.md", "outcome: declined", "outcome: accepted");
    assert_eq!(count(&folder.build("2026-03-07")), 0);
}
