//! Follow-ups that there are, that there aren't, and the people they go to.

use serde_json::Value;

use super::{ACCEPTED, BETA, CHECKED, JANE, MOVE, OFFER, REJECTED, SAM, followup, interviews};
use crate::support::{TODAY, journal, note};

#[test]
fn without_a_reason_in_the_note_there_is_no_follow_up() {
    #[rustfmt::skip]
    let rows: &[(&[&str], &str)] = &[
        // the notes' fields | the follow-up that there isn't
        (&[JANE],                                                           "a/recruiter-thanks"),
        (&[SAM],                                                            "a/recruiter-debrief"),
        (&["interviewers: [Jane Doe, Ravi Patel]"],                         "a/value-add/ravi-patel"),
        (&["decision_window: 1 week"],                                      "a/find-out/decision-window"),
        (&["updates: [{date: 2026-03-11, decision_window: 1 week}]"],       "a/find-out/decision-window"),
        (&[JANE],                                                           "a/find-out/contact/jane-doe"),
        (&["also_met: [Kim Soto]"],                                         "a/find-out/contact/kim-soto"),
        (&["decision_window: 1 week"],                                      "a/status-check/2"),
        (&[CHECKED],                                                        "a/status-check/3"),
        (&[OFFER],                                                          "a/offer-decision"),
        (&[OFFER],                                                          "a/acceptance"),
        (&[OFFER],                                                          "a/close-out"),
        // Only other open processes hear of an offer.
        (&[OFFER, "date: 2026-03-04"],
                                                                            "a/offer-elsewhere/acme-robotics-backend-engineer"),
        (&[OFFER, "company: Beta Labs; role: Designer; outcome: rejected"], "a/offer-elsewhere/beta-labs-designer"),
        (&[OFFER, BETA],                                                    "a/withdraw/beta-labs-designer"),
        // Only an internal move has a manager to thank, unless it was they who made the offer.
        (&["outcome: accepted; manager: Jessie Park"],                      "a/manager-thanks"),
        (&["outcome: accepted; internal: true; manager: Jessie Park; contact: Jessie Park"],
                                                                            "a/manager-thanks"),
        (&[REJECTED],                                                       "a/re-evaluate"),
        (&["outcome: rejected; internal: true; still_interested: false"],   "a/feedback-request"),
        // The invitation was taken up by the next round's note.
        (&["outcome: more_interviews; outcome_date: 2026-03-10", "date: 2026-03-16"],
                                                                            "a/next-round"),
        (&["outcome: no_response"],                                         "a/rejection-thanks"),
    ];
    for (notes, id) in rows {
        assert_eq!(followup(&interviews(notes), id, "03-17"), Value::Null, "{notes:?}");
    }
}

#[test]
fn overtaken_follow_ups_are_void_and_the_rest_goes_on() {
    #[rustfmt::skip]
    let rows: &[(&[&str], &str, &str)] = &[
        // the notes' fields | the follow-up | its status
        (&["decision_window: 2 weeks", "date: 2026-03-12"], "a/status-check/1",           "void"),
        (&["decision_window: 2 weeks", "date: 2026-03-12"], "b/status-check/1",           "upcoming"),
        (&[JANE, "date: 2026-03-12"],                       "a/thank-you/jane-doe",       "overdue"),
        (&["decision_window: 2 weeks; outcome: rejected"],  "a/status-check/1",           "void"),
        (&["interviewers: [Jane Doe]; outcome: rejected"],  "a/value-add/jane-doe",       "void"),
        (&["interviewers: [Jane Doe]; outcome: rejected"],  "a/thank-you/jane-doe",       "void"),
        (&["interviewers: [Jane Doe, Ravi]; outcome: rejected"],
                                                            "a/thank-you/ravi",           "overdue"),
        (&["outcome: no_response"],                         "a/find-out/decision-window", "void"),
        // A settled follow-up stays settled.
        (&["followups: {status-check/1: done 2026-03-09}", "date: 2026-03-12"],
                                                            "a/status-check/1",           "done"),
    ];
    for (notes, id, expected) in rows {
        assert_eq!(
            followup(&interviews(notes), id, "03-15")["status"],
            *expected,
            "{id}: {notes:?}"
        );
    }
}

#[test]
fn each_follow_up_goes_to_the_right_person() {
    const PANEL: &str = "interviewers: [Jane Doe, {name: Ravi Patel, title: Hiring Manager}]";
    const PAIR: &str = "interviewers: [Jane Doe, {name: Ravi Patel, lead: true}]";
    let told = |fields: &str| format!("{fields}; contact: Dana Ray <dana@acme.example>");
    #[rustfmt::skip]
    let rows: &[(&str, &str, &str)] = &[
        // the note's fields | the follow-up | the person it goes to
        (&format!("{PANEL}; {SAM}"),                  "status-check/1",   "Sam Lee"),
        (PANEL,                                       "status-check/1",   "Ravi Patel"),
        (PAIR,                                        "status-check/1",   "Ravi Patel"),
        ("interviewers: [Jane Doe, Ravi Patel]",      "status-check/1",   "Jane Doe"),
        (&told(OFFER),                                "offer-thanks",     "Dana Ray"),
        (OFFER,                                       "offer-thanks",     "Sam Lee"),
        (&told(OFFER),                                "offer-feedback",   "Sam Lee"),
        (&told(ACCEPTED),                             "acceptance",       "Dana Ray"),
        (ACCEPTED,                                    "acceptance",       "Sam Lee"),
        (MOVE,                                        "manager-thanks",   "Jessie Park"),
        (&told(&format!("outcome: declined; {SAM}")), "decline",          "Dana Ray"),
        (&format!("outcome: declined; {SAM}"),        "decline",          "Sam Lee"),
        (&told(REJECTED),                             "rejection-thanks", "Dana Ray"),
        (REJECTED,                                    "rejection-thanks", "Sam Lee"),
        (&told(REJECTED),                             "feedback-request", "Sam Lee"),
        (&told("outcome: rejected; outcome_date: 2026-03-17"),
                                                      "feedback-request", "Dana Ray"),
    ];
    for (fields, id, expected) in rows {
        let followup = followup(&interviews(&[fields]), &format!("a/{id}"), "03-17");
        assert_eq!(followup["person"]["name"], *expected, "{id}: {fields}");
    }
}

#[test]
fn without_an_address_the_recruiter_passes_thanks_on() {
    let folder = interviews(&["interviewers: [Jane Doe]; recruiter: Sam Lee <sam@acme.example>"]);
    let agenda = folder.build(TODAY);
    assert!(agenda.contains("no address for Jane Doe"), "{agenda}");
    let draft = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(draft.contains("\nto: Sam Lee <sam@acme.example>\n"), "{draft}");
}

#[test]
fn the_company_of_an_offer_is_not_named_to_others() {
    for (fields, kind) in [(OFFER, "offer-elsewhere"), (ACCEPTED, "withdraw")] {
        let fields =
            format!("{fields}; contact: Dana Ray <dana@acme.example>; thread: Acme offer; {JANE}");
        let folder = interviews(&[&fields, BETA]);
        folder.build("2026-03-17");
        let draft = folder.read(&format!("a.{kind}.beta-labs-designer.draft.md"));
        assert!(draft.contains("\nto: Bo Ek <bo@beta.example>\n"), "{draft}");
        for name in ["acme", "backend", "dana", "sam lee", "jane"] {
            assert!(!draft.to_lowercase().contains(name), "{kind} names {name}: {draft}");
        }
    }
}

#[test]
fn every_other_open_process_hears_of_an_offer() {
    for outcome in ["pending", "more_interviews", "hiring_manager"] {
        let beta = format!("{BETA}; outcome: {outcome}; outcome_date: 2026-03-16");
        for (fields, kind) in [(OFFER, "offer-elsewhere"), (ACCEPTED, "withdraw")] {
            let id = format!("a/{kind}/beta-labs-designer");
            let followup = followup(&interviews(&[fields, &beta]), &id, "03-17");
            assert_eq!(followup["person"]["name"], "Bo Ek", "{kind} while {outcome}");
        }
    }
}

#[test]
fn an_offers_deadline_stands_at_the_top() {
    let folder = interviews(&[&format!("{OFFER}; decide_by: 2026-03-30")]);
    let agenda = folder.build("2026-03-17");
    let (top, _) = agenda.split_once("\n## ").unwrap();
    assert!(top.contains("Mon 30 Mar, in 13 days"), "{agenda}");
}

/// The office arranges things, and can't say how somebody did.
#[test]
fn whoever_can_say_how_it_went_is_asked() {
    let offer = "outcome: offer; outcome_date: 2026-03-17";
    let rejected = "outcome: rejected; outcome_date: 2026-03-13";
    let office = "recruiter: Linda in the office <office@a.example>";
    let dean = "recruiter: \"Mrs Dean, school business manager <office@a.example>\"";
    let head = "contact: Mr Whit <whit@a.example>";
    #[rustfmt::skip]
    let rows = [
        (format!("{offer}; {office}; {head}"),          "a/offer-feedback",   "Mr Whit"),
        (format!("{offer}; {office}; {JANE}"),          "a/offer-feedback",   "Jane Doe"),
        (format!("{offer}; {office}"),                  "a/offer-feedback",   "Linda in the office"),
        (format!("{offer}; {SAM}; {head}"),             "a/offer-feedback",   "Sam Lee"),
        (format!("{offer}; {JANE}; {head}"),            "a/offer-feedback",   "Mr Whit"),
        (format!("{rejected}; {dean}; {head}"),         "a/feedback-request", "Mr Whit"),
        (format!("{rejected}; {SAM}; {head}"),          "a/feedback-request", "Sam Lee"),
        ("interviewers: [\"Mr Tate, chair of governors\", \"Mrs Oakes, Head teacher\"]".to_owned(),
                                                        "a/status-check/1",   "Mrs Oakes"),
    ];
    for (fields, id, expected) in rows {
        let found = followup(&interviews(&[&fields]), id, "03-17");
        assert_eq!(found["person"]["name"], expected, "{id}: {fields}");
    }
}

/// Nobody writes to "someone from the trust".
#[test]
fn somebody_whose_name_is_unknown_is_found_out_about() {
    let fields = "interviewers: [Ms Ade <ade@a.example>, someone from the trust, the other governor]; \
        also_met: [a lady from HR]; recruiter: Sam Lee <sam@a.example>; decision_window: 2 weeks";
    let folder = interviews(&[fields]);
    let agenda = folder.build("2026-03-03");
    assert!(agenda.contains("**Find out who someone from the trust was**"), "{agenda}");
    assert!(!agenda.contains("Thank someone") && !agenda.contains("Thank a lady"), "{agenda}");
    for draft in folder.drafts() {
        let text = folder.read(&draft);
        for placeholder in ["someone", "other governor", "a lady"] {
            assert!(!text.contains(placeholder), "{draft}: {text}");
        }
    }
    assert!(folder.read("a.recruiter-thanks.draft.md").contains("with Ms Ade "));
}

#[test]
fn somebody_whose_name_is_unknown_is_not_asked_for_news() {
    let fields = "interviewers: [someone from HR, Jo Bell <jo@a.example>]; \
        recruiter: someone from HR; decision_window: 1 week";
    let agenda = interviews(&[fields]).build("2026-03-12");
    assert!(agenda.contains("**Ask Jo Bell for news**"), "{agenda}");
}

/// Nobody hurries for an offer about which the user has decided.
#[test]
fn others_hear_of_no_offer_once_it_is_decided() {
    let offer = "company: Acme; interviewers: [Ann <a@acme.example>]; outcome: offer; outcome_date: 2026-03-13; decide_by: 2026-03-20";
    let other = note("company: Wye; date: 2026-03-10; interviewers: [Bo <b@wye.example>]");
    let folder = journal(&[("a.md", &note(offer)), ("b.md", &other)]);
    let tell = "**Tell Wye about your offer**";
    assert!(folder.build("2026-03-16").contains(tell));
    let decided = format!("{offer}; followups: {{offer-decision: done 2026-03-16}}");
    folder.write("a.md", note(&decided));
    let page = folder.build("2026-03-16");
    assert!(!page.contains(tell) && page.contains("You have decided"), "{page}");
}

/// An office that told of the outcome, or will, is written to where no interviewer's address is known.
#[test]
fn an_office_with_the_only_address_hears_of_all() {
    let fields = |people: &str, contact: &str| {
        format!("role: Teacher; interviewers: [{people}]; contact: {contact} <hr@x.example>")
    };
    for (people, contact, is_asked) in [
        ("Mrs Dell, Mr Kay", "HR office", true),
        ("Mrs Dell, Mr Kay", "People Team", true),
        ("Mrs Dell, Mr Kay", "Jo Day", false),
        ("Mrs Dell <d@x.example>, Mr Kay", "HR office", false),
    ] {
        let folder = interviews(&[&fields(people, contact)]);
        folder.build("2026-03-09");
        let to =
            |draft: &str| folder.read(draft).contains(&format!("\nto: {contact} <hr@x.example>\n"));
        assert_eq!(to("a.thank-you.mr-kay.draft.md"), is_asked, "{people} {contact}");
        assert_eq!(to("a.status-check.1.draft.md"), is_asked, "{people} {contact}");
        folder.edit("a.md", "role:", "outcome: withdrawn\noutcome_date: 2026-03-09\nrole:");
        folder.build("2026-03-09");
        assert_eq!(to("a.withdrawal.draft.md"), is_asked, "{people} {contact}");
    }
}
