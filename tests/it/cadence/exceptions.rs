//! The exceptions of each rule within one process: what is due once, for one reason, or not at all.

use serde_json::Value;

use super::{
    ACCEPTED, JANE, OFFER, REJECTED, SAM, assert_days_on, assert_states, followup, interviews,
};
use crate::support::{journal, note};

/// A phone screen with the recruiter herself.
const SCREEN: &str =
    "interviewers: [Sam Lee <sam@acme.example>]; recruiter: Sam Lee <sam@acme.example>";

/// The same with an agency's recruiter, who is named without an address.
const AGENCY_SCREEN: &str = "interviewers: [sam lee]; recruiter: {name: Sam Lee, email: sam@talent.example, agency: Talent}";

const AGENCY: &str = "recruiter: {name: Sam Lee, email: sam@talent.example, agency: Talent}";

#[test]
fn one_person_gets_one_message_a_day() {
    let (morning, evening) =
        (format!("round: 1; {JANE}; {SAM}"), format!("round: 2; {JANE}; {SAM}"));
    let sent = format!("{evening}; followups: {{thank-you/jane-doe: done 2026-03-03}}");
    let agency = format!("round: 1; {AGENCY}");
    let helped = format!("{JANE}; {SAM}; also_met: [Jane Doe, Sam Lee, Kim Soto]");
    let own_call = format!("round: recruiter screen; {SAM}");
    let agency_call = format!("round: intro call; {AGENCY}");
    let with_kim = format!("round: 2; {JANE}; also_met: [Kim Soto]");
    #[rustfmt::skip]
    assert_states(&[
        // A recruiter's own screen is one interview with one person.
        (&[SCREEN],                      "a/thank-you/sam-lee",  "03-02 open, 03-03 today"),
        (&[SCREEN],                      "a/recruiter-thanks",   "03-02 none"),
        (&[AGENCY_SCREEN],               "a/recruiter-thanks",   "03-02 none"),
        (&[AGENCY_SCREEN],               "a/recruiter-debrief",  "03-02 none"),
        (&[AGENCY],                      "a/recruiter-debrief",  "03-02 open"),
        // The name of the round says so, too, if the note has nobody else.
        (&[&own_call],                   "a/thank-you/sam-lee",  "03-02 open, 03-03 today"),
        (&[&own_call],                   "a/recruiter-thanks",   "03-02 none"),
        (&[&format!("{own_call}; {JANE}")], "a/recruiter-thanks", "03-02 today"),
        (&[&format!("{own_call}; followups: {{recruiter-thanks: done 2026-03-02}}")],
                                         "a/thank-you/sam-lee",  "03-03 none"),
        (&[&agency_call],                "a/thank-you/sam-lee",  "03-03 today"),
        (&[&agency_call],                "a/recruiter-debrief",  "03-03 none"),
        // Interviewed in one note of the day, recruiter in the other.
        (&[SCREEN, &evening],            "b/recruiter-thanks",   "03-02 none"),
        // Two notes of one day.
        (&[&morning, &evening],          "a/thank-you/jane-doe", "03-03 today"),
        (&[&morning, &evening],          "b/thank-you/jane-doe", "03-03 none"),
        (&[&morning, &evening],          "a/recruiter-thanks",   "03-02 today"),
        (&[&morning, &evening],          "b/recruiter-thanks",   "03-02 none"),
        (&[&agency, AGENCY],             "a/recruiter-debrief",  "03-02 open"),
        (&[&agency, AGENCY],             "b/recruiter-debrief",  "03-02 none"),
        (&[&morning, &evening],          "a/value-add/jane-doe", "03-05 today"),
        (&[&morning, &evening],          "b/value-add/jane-doe", "03-05 none"),
        // The note that has the record keeps it.
        (&[&morning, &sent],             "a/thank-you/jane-doe", "03-03 none"),
        (&[&morning, &sent],             "b/thank-you/jane-doe", "03-03 done"),
        // Another day, another message.
        (&[JANE, "date: 2026-03-09; interviewers: [Jane Doe]"],
                                         "b/thank-you/jane-doe", "03-10 today"),
        // Whoever interviewed, or is the recruiter, isn't thanked for helping as well.
        (&[&helped],                     "a/team-thanks/kim-soto",  "03-02 open"),
        (&[&helped],                     "a/team-thanks/sam-lee",   "03-02 none"),
        (&[&helped],                     "a/team-thanks/jane-doe-2", "03-02 none"),
        (&["also_met: [Kim Soto]", &with_kim], "b/team-thanks/kim-soto", "03-02 none"),
    ]);
}

#[test]
fn an_answer_takes_the_place_of_what_was_not_sent() {
    let told =
        format!("{JANE}; outcome: more_interviews; outcome_date: 2026-03-03; contact: Jane Doe");
    let settled = format!("{SAM}; outcome: more_interviews; outcome_date: 2026-03-03");
    let screen = format!("{SCREEN}; outcome: more_interviews; outcome_date: 2026-03-03");
    let offered = format!("{JANE}; {OFFER}");
    let answered = format!("{screen}; followups: {{next-round: done 2026-03-03}}");
    let answered_by_jane = "interviewers: [Jane Doe <j@a.example>, Ravi Patel <r@a.example>]; \
        outcome: next round; outcome_date: 2026-03-03; followups: {next-round: done 2026-03-03}";
    const NEXT: &str =
        "date: 2026-03-10; interviewers: [Kim Soto]; recruiter: Al Ito <al@acme.example>";
    #[rustfmt::skip]
    assert_states(&[
        (&[SAM],                                  "a/recruiter-thanks",   "03-03 due"),
        (&[&settled],                             "a/recruiter-thanks",   "03-03 void"),
        (&[&format!("{AGENCY}; outcome: offer; outcome_date: 2026-03-03")],
                                                  "a/recruiter-debrief",  "03-03 void"),
        (&[&format!("{JANE}; outcome: hiring_manager; outcome_date: 2026-03-03")],
                                                  "a/value-add/jane-doe", "03-04 void"),
        // A round that was answered stays answered.
        (&[&settled, "date: 2026-03-04"],         "a/recruiter-thanks",   "03-04 void"),
        (&[&told],                                "a/next-round",         "03-04 today"),
        (&[&told],                                "a/thank-you/jane-doe", "03-04 void"),
        (&[&screen],                              "a/thank-you/sam-lee",  "03-04 void"),
        (&[&screen],                              "a/next-round",         "03-04 today"),
        // An answer that was sent has thanked its reader, whoever the next round is with. One that wasn't hasn't.
        (&[&answered, NEXT],                      "a/thank-you/sam-lee",  "03-05 void"),
        (&[answered_by_jane, NEXT],              "a/thank-you/jane-doe", "03-05 void"),
        (&[answered_by_jane, NEXT],              "a/thank-you/ravi-patel", "03-05 overdue"),
        (&[&screen, NEXT],                        "a/thank-you/sam-lee",  "03-05 overdue"),
        // Sent is sent, and others are still thanked.
        (&[&format!("{told}; followups: {{thank-you/jane-doe: done 2026-03-02}}")],
                                                  "a/thank-you/jane-doe", "03-04 done"),
        (&[&offered],                             "a/thank-you/jane-doe", "03-15 overdue"),
        (&["also_met: [Kim Soto]; outcome: rejected; outcome_date: 2026-03-03; contact: Kim Soto"],
                                                  "a/team-thanks/kim-soto", "03-04 void"),
    ]);
}

#[test]
fn a_postal_address_lets_a_thank_you_go_on_paper() {
    let folder = interviews(&[
        "interviewers: [{name: Jane Doe, email: jane@acme.example, post: \"1 High Street, Leeds\"}]",
    ]);
    folder.build("2026-03-03");
    let thanks = followup(&folder, "a/thank-you/jane-doe", "03-03");
    assert_eq!(thanks["remark"], "may go on paper, to 1 High Street, Leeds");
    assert!(!folder.read("a.thank-you.jane-doe.draft.md").contains("\nsubject:"));
    assert_eq!(followup(&folder, "a/connect", "03-03")["remark"], Value::Null);
    // It need not go through the recruiter.
    let post = format!("interviewers: [{{name: Jane Doe, post: 1 High Street}}]; {SAM}");
    let folder = interviews(&[&post]);
    folder.build("2026-03-03");
    assert!(folder.read("a.thank-you.jane-doe.draft.md").contains("\nto: Jane Doe\n"));
    assert_eq!(followup(&folder, "a/find-out/contact/jane-doe", "03-03"), Value::Null);
}

#[test]
fn whoever_has_only_a_phone_is_texted_or_called() {
    let tony = "interviewers: [{name: Tony, phone: 07700 900112}]";
    let folder = interviews(&[tony]);
    folder.build("2026-03-03");
    let thanks = followup(&folder, "a/thank-you/tony", "03-03");
    assert_eq!(thanks["remark"], "text or call 07700 900112");
    let draft = folder.read("a.thank-you.tony.draft.md");
    assert!(draft.contains("\nto: Tony\n") && !draft.contains("\nsubject:"), "{draft}");
    assert_eq!(followup(&folder, "a/find-out/contact/tony", "03-03"), Value::Null);
    let folder = interviews(&[&format!("{tony}; {SAM}")]);
    folder.build("2026-03-03");
    let thanks = followup(&folder, "a/thank-you/tony", "03-03");
    let remark = "no address for Tony: through Sam Lee, or text or call 07700 900112";
    assert_eq!(thanks["remark"], remark);
    assert!(!folder.read("a.thank-you.tony.draft.md").contains("07700"));
}

#[test]
fn an_offers_feedback_is_optional() {
    let feedback = followup(&interviews(&[OFFER]), "a/offer-feedback", "03-17");
    assert_eq!(
        (&feedback["optional"], &feedback["section"]),
        (&true.into(), &"worth_doing".into())
    );
}

#[test]
fn one_connection_follow_up_a_round_names_who_is_new() {
    const PANEL: &str = "date: 2026-03-09; interviewers: [Jane Doe, Ravi Patel]; \
        also_met: [{name: Ida Falk, title: Staff engineer}, Kim Soto]";
    let done = |fields: &str| format!("{fields}; followups: {{connect: done 2026-03-06}}");
    let skipped = format!("{JANE}; followups: {{connect: skipped 2026-03-06}}");
    let long_ago = format!("date: 2026-02-02; {JANE}");
    #[rustfmt::skip]
    let rows: &[(&[&str], &str, &str)] = &[
        // the notes' fields | the follow-up | its title
        (&[JANE],                                  "a/connect", "Connect with Jane Doe"),
        (&[PANEL],                                 "a/connect", "Connect with Jane Doe and 2 others"),
        (&["interviewers: [Jane Doe, Ravi Patel]"], "a/connect", "Connect with Jane Doe and Ravi Patel"),
        (&[&done(JANE), PANEL],                    "b/connect", "Connect with Ravi Patel and Ida Falk"),
        (&[&skipped, PANEL],                       "b/connect", "Connect with Ravi Patel and Ida Falk"),
        // There is still time for it in the earlier round, or there was and it passed.
        (&[JANE, PANEL],                           "b/connect", "Connect with Ravi Patel and Ida Falk"),
        (&[&long_ago, PANEL],                      "b/connect", "Connect with Jane Doe and 2 others"),
        // Nobody is left.
        (&[&done(JANE), "date: 2026-03-09; interviewers: [Jane Doe]"], "b/connect", ""),
        (&["also_met: [Kim Soto]"],                "a/connect", ""),
        // A team is nobody, unless it was done, and nor is somebody whose name isn't known.
        (&["interviewers: [Jane Doe, the lab technician, Lady from HR]"], "a/connect", "Connect with Jane Doe"),
        (&["interviewers: [Jane Doe, {name: the lab technician, call: Ravi}]"], "a/connect", "Connect with Jane Doe and the lab technician"),
        (&["interviewers: [HR team, two governors, Jane Doe]"], "a/connect", "Connect with Jane Doe"),
        (&["interviewers: [HR team <hr@acme.example>]"], "a/connect", ""),
        (&[&done("interviewers: [HR team]")],      "a/connect", "Connect with HR team"),
        (&["interviewers: [two governors]"],       "a/find-out/contact/two-governors", "Find two governors' address"),
        (&[JANE],                                  "a/connect/jane-doe", ""),
    ];
    for (notes, id, expected) in rows {
        let followup = followup(&interviews(notes), id, "03-11");
        assert_eq!(followup["title"].as_str().unwrap_or_default(), *expected, "{notes:?}");
    }
}

#[test]
fn a_connection_draft_has_a_short_note_for_each() {
    let folder = interviews(&[
        "interviewers: [Jane Doe, Ravi Patel]; also_met: [{name: Ida Falk, title: CTO}]",
    ]);
    folder.build("2026-03-04");
    let draft = folder.read("a.connect.draft.md");
    assert!(draft.contains("\nto: Jane Doe, Ravi Patel, Ida Falk\n"), "{draft}");
    let (_, body) = draft.rsplit_once("---\n").unwrap();
    let parts: Vec<&str> = body.trim().split("\n\n").collect();
    let [jane, first, ravi, second, ida, third] = parts[..] else { panic!("{draft}") };
    assert_eq!([jane, ravi, ida], ["Jane Doe:", "Ravi Patel:", "Ida Falk:"]);
    for (note, greeting) in [(first, "Hi Jane, "), (second, "Hi Ravi, "), (third, "Hi Ida, ")] {
        assert!(note.starts_with(greeting) && note.chars().count() <= 200, "{note}");
    }
    let problems = || folder.run_on("2026-03-04", "check").stdout;
    assert!(!problems().contains("draft-too-long"), "{}", problems());
    folder.edit("a.connect.draft.md", second, &format!("{second} {}", "x".repeat(200)));
    assert!(problems().contains("a.connect.draft.md:"), "{}", problems());
}

#[test]
fn something_useful_is_drafted_only_where_there_is_something() {
    let head = "---\ncompany: Acme\ndate: 2026-03-02\ninterviewers: [Jane Doe <jane@acme.example>, Marcus Ek]\n---\n";
    for (body, has_draft) in [
        ("", false),
        ("## To send\n", false),
        ("## Learned\n- Rust\n", false),
        ("## To send\n- the paper on queues\n", true),
        ("## Promised\n- the corrected slide for Marcus\n", false),
        ("## Promised\n- the corrected slide for Jane\n", true),
        ("## Open questions\n- How do you test?\n", true),
        ("## Open questions\n- How do you train new staff?\n", true),
        ("## Open questions\n- parking?\n- Is there a canteen on site?\n", false),
        ("## Open questions\n- parking?\n- How do you test?\n", true),
        ("## Questions\n- can I have Thanksgiving off?\n", false),
        ("## Questions\n- how many nights a month\n", false),
        ("## Questions\n- is there an internal candidate\n", false),
    ] {
        let folder = journal(&[("a.md", &format!("{head}{body}"))]);
        folder.build("2026-03-05");
        assert_eq!(folder.has("a.value-add.jane-doe.draft.md"), has_draft, "{body}");
        let value = followup(&folder, "a/value-add/jane-doe", "03-05");
        assert_eq!(value["status"], "today", "{body}");
        let jots = value["remark"].as_str().unwrap_or_default().starts_with("jot down");
        assert_eq!(jots, !has_draft, "{value}");
    }
    // What was promised to somebody else is seen below their thanks, and below what goes to the lead.
    let promise = "## To send\n- send Marcus the corrected slide\n- the paper on queues\n";
    let folder = journal(&[("a.md", &format!("{head}{promise}"))]);
    folder.build("2026-03-05");
    for (draft, is_seen) in
        [("thank-you.marcus-ek", true), ("thank-you.jane-doe", false), ("value-add.jane-doe", true)]
    {
        let text = folder.read(&format!("a.{draft}.draft.md"));
        let (letter, remarks) = text.split_once("<!-- Not sent.").unwrap_or((&text, ""));
        assert_eq!(remarks.contains("- send Marcus the corrected slide"), is_seen, "{text}");
        assert!(!letter.contains("corrected slide"), "{text}");
    }
    // A draft that the user wrote stays.
    let folder = journal(&[("a.md", &format!("{head}## To send\n- the paper\n"))]);
    folder.build("2026-03-05");
    folder.edit("a.value-add.jane-doe.draft.md", "Hi Jane,", "Dear Jane,");
    folder.write("a.md", head);
    let agenda = folder.build("2026-03-05");
    assert!(!agenda.contains("left over"), "{agenda}");
}

#[test]
fn what_there_is_to_find_out_goes_with_its_reason() {
    let thanked = |record: &str| {
        format!("interviewers: [Jane Doe]; followups: {{thank-you/jane-doe: {record}}}")
    };
    let (done, skipped) = (thanked("done 2026-03-02"), thanked("skipped 2026-03-02"));
    let (first, second) = (
        "round: 1; interviewers: [Jane Doe]",
        "round: 2; interviewers: [Jane Doe]; followups: {thank-you/jane-doe: done 2026-03-02}",
    );
    #[rustfmt::skip]
    assert_states(&[
        (&["interviewers: [Jane Doe]"], "a/find-out/contact/jane-doe", "02-27 upcoming, 02-28 open, 03-03 today, 03-16 lapsed"),
        (&[&done],                      "a/find-out/contact/jane-doe", "03-03 void"),
        (&[&skipped],                   "a/find-out/contact/jane-doe", "03-03 void"),
        (&[first, second],              "a/find-out/contact/jane-doe", "03-03 void"),
        (&[first, first],               "b/find-out/contact/jane-doe", "03-03 none"),
        // The first check asks for it.
        (&[""],                         "a/find-out/decision-window",  "03-08 overdue, 03-09 lapsed"),
        (&["updates: [{date: 2026-03-04, decision_window: unknown}]"],
                                        "a/find-out/decision-window",  "03-10 overdue, 03-11 lapsed"),
    ]);
}

#[test]
fn a_skipped_check_is_not_the_end_of_checks() {
    const WEEK: &str = "decision_window: 1 week";
    let with = |records: &str| format!("{WEEK}; followups: {{{records}}}");
    let one = with("status-check/1: skipped 2026-03-11");
    let two = with("status-check/1: skipped 2026-03-11, status-check/2: skipped 2026-03-19");
    let sent_first = with("status-check/1: done 2026-03-11, status-check/2: skipped 2026-03-19");
    let sent_second = with("status-check/1: skipped 2026-03-11, status-check/2: done 2026-03-19");
    #[rustfmt::skip]
    assert_days_on("03-17", "", &[
        (&[&one],         "a/status-check/2", "03-18 03-19 03-24 04-17"),
        (&[&two],         "a/close-out",      "04-02 04-02 - 05-18"),
        (&[&sent_first],  "a/close-out",      "04-02 04-02 - 05-18"),
        (&[&sent_second], "a/close-out",      "04-02 04-02 - 05-18"),
    ]);
    assert_eq!(followup(&interviews(&[&two]), "a/status-check/3", "03-20"), Value::Null);
}

#[test]
fn an_outcome_without_its_day_is_news_of_today() {
    const MOVED: &str = "internal: true; still_interested: true";
    let internal = format!("outcome: rejected; {MOVED}");
    let old_offer = "outcome: offer; decision_window: 1 week";
    #[rustfmt::skip]
    assert_states(&[
        // At most 60 days after the last sign of life, which may be the decision date.
        (&["outcome: offer"],            "a/offer-thanks",     "03-02 today, 04-08 today, 05-01 today, 05-02 void"),
        (&["outcome: offer"],            "a/find-out/outcome-date", "04-08 today, 05-01 today, 05-02 void"),
        (&[old_offer],                   "a/offer-thanks",     "05-08 today, 05-09 void"),
        (&["outcome: more_interviews"],  "a/next-round",       "04-08 today, 05-02 void"),
        (&["outcome: hiring_manager"],   "a/hiring-manager",   "04-08 today, 05-02 void"),
        (&["outcome: accepted"],         "a/acceptance",       "04-08 today, 05-02 void"),
        // 21 days for an end.
        (&["outcome: rejected"],         "a/rejection-thanks", "03-22 today, 03-23 today, 03-24 void"),
        (&["outcome: declined"],         "a/decline",          "03-23 today, 03-24 void"),
        (&["outcome: withdrawn"],        "a/withdrawal",       "03-23 today, 03-24 void"),
        (&[&internal],                   "a/rejection-thanks", "03-23 today, 03-24 void, 03-25 void"),
        // An update or a record is a sign of life.
        (&["outcome: rejected; followups: {status-check/1: done 2026-03-10}"],
                                         "a/rejection-thanks", "03-31 today, 04-01 void"),
        // What comes days later waits until the day is known.
        (&["outcome: rejected"],         "a/feedback-request", "03-17 none, 03-23 none, 03-24 void"),
        (&[&internal],                   "a/re-evaluate",      "03-17 none, 03-23 none, 03-24 void, 04-14 void"),
        // Put off all the same.
        (&["outcome: offer; followups: {offer-thanks: snoozed until 2026-03-20}"],
                                         "a/offer-thanks",     "03-17 snoozed, 03-20 today, 03-21 today"),
        // Nothing to ask for.
        (&[OFFER],                       "a/find-out/outcome-date", "03-17 none"),
        (&["outcome: pending"],          "a/find-out/outcome-date", "03-17 none"),
        (&["outcome: no_response"],      "a/find-out/outcome-date", "03-17 none"),
        (&["outcome: rejected", "date: 2026-03-16"],
                                         "a/find-out/outcome-date", "03-17 none"),
        (&["outcome: rejected; followups: {find-out/outcome-date: skipped 2026-03-16}"],
                                         "a/find-out/outcome-date", "03-17 skipped"),
    ]);
    let folder = interviews(&["outcome: offer"]);
    assert_eq!(
        followup(&folder, "a/find-out/outcome-date", "04-08")["title"],
        "When did you hear from Acme Robotics?"
    );
}

#[test]
fn the_day_of_the_outcome_is_asked_for_first() {
    let agenda = interviews(&[&format!("{SAM}; outcome: offer")]).agenda("2026-03-17");
    let mut followups = agenda["followups"].as_array().unwrap().iter();
    let first = followups.find(|followup| followup["section"] == "today").unwrap();
    assert_eq!(first["id"], "a/find-out/outcome-date");
}

#[test]
fn drafts_do_not_depend_on_the_day_when_the_outcome_has_none() {
    let folder = interviews(&[&format!("{SAM}; outcome: offer")]);
    folder.build("2026-03-17");
    let draft = folder.read("a.offer-thanks.draft.md");
    assert!(!draft.contains("\ndue: "), "{draft}");
    folder.build("2026-03-24");
    assert_eq!(folder.read("a.offer-thanks.draft.md"), draft);
    folder.edit("a.md", "outcome: offer", "outcome: offer\noutcome_date: 2026-03-24");
    folder.build("2026-03-24");
    assert!(folder.read("a.offer-thanks.draft.md").contains("\ndue: 2026-03-24\n"));
}

#[test]
fn an_outcome_is_never_of_a_day_to_come() {
    let folder = interviews(&["outcome: offer; outcome_date: 2026-03-20"]);
    assert_eq!(followup(&folder, "a/offer-thanks", "03-17")["status"], "today");
    let problems = folder.agenda("2026-03-17")["problems"].clone();
    assert_eq!(problems[0]["code"], "future-outcome-date");
    let message = problems[0]["message"].as_str().unwrap();
    assert!(message.contains("2026-03-20") && message.contains("2026-03-17"), "{message}");
    assert_eq!(folder.agenda("2026-03-20")["problems"], serde_json::json!([]));
    assert_eq!(
        super::days(&followup(&folder, "a/offer-thanks", "03-20")),
        "03-20 03-20 03-23 04-10"
    );
}

#[test]
fn an_application_has_no_follow_ups() {
    for fields in ["outcome: applied", "outcome: application sent"] {
        let folder = interviews(&[&format!("{fields}; {JANE}; {SAM}")]);
        assert_eq!(folder.agenda("2026-03-04")["followups"], serde_json::json!([]));
    }
    assert_states(&[(&[REJECTED], "a/rejection-thanks", "03-17 open")]);
}

#[test]
fn an_offer_is_not_lost_to_a_call_after_it() {
    let offer = format!(
        "date: 2026-03-09; {SAM}; {JANE}; outcome: offer; outcome_date: 2026-03-16; decide_by: 2026-03-27"
    );
    let call = format!(
        "date: 2026-03-20; round: team call; {SAM}; {JANE}; next_action: read the contract"
    );
    assert_states(&[
        (&[&offer, &call], "a/offer-thanks", "03-16 today, 03-19 overdue"),
        (&[&offer, &call], "a/offer-decision", "03-25 today, 03-28 overdue, 05-01 overdue"),
        (&[&offer, &call], "b/thank-you/jane-doe", "03-16 upcoming, 03-21 today"),
        (&[&offer, &call], "b/recruiter-thanks", "03-20 void"),
        (&[&offer, &call], "b/status-check/1", "03-31 void"),
        (&[&offer.replace("offer;", "accepted;"), &call], "a/acceptance", "03-16 today"),
        (&[&offer.replace("offer;", "accepted;"), &call], "b/status-check/1", "03-31 void"),
        // What is said after the call counts.
        (
            &[&offer, &format!("{call}; outcome: rejected; outcome_date: 2026-03-20")],
            "a/offer-decision",
            "03-25 none",
        ),
        (&[&offer.replace("offer;", "declined;"), &call], "a/decline", "03-17 today"),
        (&[&offer.replace("offer;", "declined;"), &call], "b/status-check/1", "03-31 void"),
        // It goes on long after another answer.
        (
            &[&offer.replace("offer;", "rejected;"), &call.replace("03-20", "03-30")],
            "b/status-check/1",
            "04-06 today",
        ),
    ]);
    let folder = interviews(&[&offer, &call]);
    let agenda = folder.build("2026-03-20");
    for there in ["wants an answer by Fri 27 Mar", "offer until Fri 27 Mar", "read the contract"] {
        assert!(agenda.contains(there), "{there}: {agenda}");
    }
    assert!(!agenda.contains("Ask when they will decide"), "{agenda}");
    assert!(folder.run_words_on("2026-03-21", &["heard", "acme", "accepted"]).code == 0);
    assert!(folder.read("a.md").contains("outcome: accepted"));
}

#[test]
fn an_offer_that_is_taken_back_asks_for_no_thanks() {
    for records in ["offer-thanks: done 2026-03-10", "acceptance: done 2026-03-11"] {
        let rejected = format!("{REJECTED}; followups: {{{records}}}");
        assert_states(&[
            (&[&rejected], "a/rejection-thanks", "03-17 void"),
            (&[&rejected], "a/feedback-request", "03-20 void"),
        ]);
    }
    // Its deadline tells as much.
    let dated = format!("{REJECTED}; decide_by: 2026-03-20");
    assert_states(&[
        (&[&dated], "a/rejection-thanks", "03-17 void"),
        (&[&dated], "a/feedback-request", "03-20 void"),
    ]);
    let folder = interviews(&[ACCEPTED]);
    assert_eq!(folder.run_words_on("2026-03-20", &["heard", "acme", "rejected"]).code, 0);
    assert!(folder.read("a.md").contains("outcome: rejected\noutcome_date: 2026-03-20"));
}

#[test]
fn a_talk_about_no_job_is_thanked_for_and_no_more() {
    let chat = |fields: &str| note(&format!("company: Loop; date: 2026-03-02; {JANE}; {fields}"));
    let informal = [
        "round: coffee chat",
        "round: Informational interview",
        "round: networking",
        "round: job fair",
        "round: Careers Fair 2026",
        "round: Open day",
        "round: Karrieremesse",
        "round: meet-up",
    ];
    let formal = [
        "round: coffee chat; role: Analyst",
        "round: coffee chat; recruiter: Sam Lee <sam@acme.example>",
        "round: first talk",
        "round: job fair; role: Shift lead",
        "round: site visit",
        "round: open interview day",
        "round: coffee chat; outcome: offer; outcome_date: 2026-03-03",
    ];
    let is_asked = |fields: &str, id: &str, day: &str| {
        let folder = journal(&[("a.md", &chat(fields))]);
        let status = followup(&folder, &format!("a/{id}"), day)["status"].clone();
        !matches!(status.as_str(), None | Some("void"))
    };
    for fields in informal {
        for id in ["thank-you/jane-doe", "connect", "value-add/jane-doe"] {
            assert!(is_asked(fields, id, "03-04"), "{fields}: {id}");
        }
        for id in ["find-out/decision-window", "status-check/1", "close-out"] {
            assert!(!is_asked(fields, id, "04-20"), "{fields}: {id}");
        }
        let folder = journal(&[("a.md", &chat(fields))]);
        let agenda = folder.build("2026-03-02");
        assert!(!agenda.contains("Ask when") && !agenda.contains("like the job"), "{agenda}");
        let agenda = folder.build("2026-03-03");
        assert!(!agenda.contains("Your search"), "{agenda}");
        let letter = folder.read("a.thank-you.jane-doe.draft.md");
        assert!(!letter.contains("work with you") && !letter.contains("decide"), "{letter}");
        assert!(folder.build("2026-06-01").contains("Nothing to do."), "it doesn't go quiet");
        let stats = folder.run_on("2026-03-20", "stats").stdout;
        assert!(!stats.contains("2 companies") && !stats.contains("withdrawn"), "{stats}");
    }
    for fields in formal {
        assert!(
            is_asked(fields, "status-check/1", "03-10")
                || is_asked(fields, "offer-thanks", "03-03"),
            "{fields}"
        );
    }
    // Nobody who gave half an hour hears of an offer.
    for offer in [OFFER, ACCEPTED] {
        let folder = interviews(&[&format!("{offer}; date: 2026-03-02")]);
        folder.write("b.md", chat("round: coffee chat"));
        let agenda = folder.build("2026-03-18");
        assert!(
            !agenda.contains("Tell Loop") && !agenda.contains("Withdraw from Loop"),
            "{agenda}"
        );
    }
    // A chat before the application is no round that one asks about.
    let folder = interviews(&["company: Loop; date: 2026-03-09; role: Analyst"]);
    folder.write("b.md", chat("round: coffee chat"));
    assert_eq!(followup(&folder, "a/status-check/1", "03-16")["status"], "today");
    // Nor does one after an interview change what becomes of that.
    for (outcome, id) in [
        ("decision_window: 1 week", "a/status-check/1"),
        ("outcome: rejected; outcome_date: 2026-03-05", "a/rejection-thanks"),
        ("outcome: more_interviews; outcome_date: 2026-03-05", "a/next-round"),
    ] {
        let fields = format!("company: Loop; date: 2026-03-01; role: Analyst; {SAM}; {outcome}");
        let folder = interviews(&[&fields]);
        folder.write("b.md", chat("round: coffee chat"));
        let status = followup(&folder, id, "03-10")["status"].clone();
        assert!(status == "today" || status == "overdue", "{outcome}: {status}");
        let window = followup(&folder, "b/find-out/decision-window", "03-04");
        assert_eq!(window["status"], "void", "{outcome}");
        assert_ne!(followup(&folder, "b/thank-you/jane-doe", "03-04"), Value::Null);
    }
}

/// Whoever gave half an hour is none of those who run a later application.
#[test]
fn a_talk_about_no_job_is_no_round_of_an_application() {
    let application = "company: Loop\nrole: Analyst\napplied: 2026-03-09\n";
    for news in ["invited to interview", "rejected", "withdrawn"] {
        let folder = journal(&[("a.md", &format!("---\n{application}---\n"))]);
        let coffee = format!("company: Loop; date: 2026-03-02; {JANE}; round: coffee chat");
        folder.write("b.md", note(&coffee));
        let agenda = folder.build("2026-03-12");
        assert!(
            agenda.contains("applied Mon 9 Mar") && !agenda.contains("missing-role"),
            "{agenda}"
        );
        let heard = folder.run_words_on("2026-03-12", &["heard", "loop", news]);
        assert_eq!(heard.code, 0, "{}", heard.stderr);
        assert!(
            folder.read("a.md").contains("outcome_date: 2026-03-12"),
            "{}",
            folder.read("a.md")
        );
        let agenda = folder.build("2026-03-12");
        for path in folder.drafts().into_iter().filter(|path| path.starts_with("a.")) {
            assert!(!folder.read(&path).contains("Jane"), "{}", folder.read(&path));
        }
        assert!(folder.has("b.thank-you.jane-doe.draft.md"), "{agenda}");
        let stats = folder.run_on("2026-03-12", "stats").stdout;
        assert!(stats.contains("no interview yet"), "{stats}");
    }
}

#[test]
fn whoever_is_in_reserve_asks_a_month_later() {
    let at = |fields: &str| format!("date: 2026-03-02; {JANE}; decision_window: 1 week; {fields}");
    for fields in [
        "outcome: reserve list; outcome_date: 2026-03-09",
        "outcome: waitlisted; outcome_date: 2026-03-09",
        "outcome: second place; outcome_date: 2026-03-09",
        "updates: [{date: 2026-03-09, decision_window: first reserve}]",
        "updates: [{date: 2026-03-09, decision_window: they've put me on the waiting list}]",
    ] {
        let states = "03-11 upcoming, 04-10 open, 04-13 today";
        assert_states(&[(&[&at(fields)], "a/status-check/1", states)]);
        let folder = interviews(&[&at(fields)]);
        assert!(folder.build("2026-03-12").contains("| in reserve |"), "{fields}");
        folder.build("2026-04-13");
        let letter = folder.read("a.status-check.1.draft.md");
        assert!(!letter.contains("hold") && !letter.contains("mentioned"), "{letter}");
        let is_on_list = !fields.contains("second place");
        assert_eq!(letter.contains("on the reserve list"), is_on_list, "{letter}");
    }
}

#[test]
fn a_search_that_is_on_hold_is_asked_about_a_month_later() {
    let at = |fields: &str| format!("date: 2026-03-02; {JANE}; decision_window: 1 week; {fields}");
    let update = at("updates: [{date: 2026-03-09, decision_window: on hold}]");
    let outcome = at("outcome: on hold; outcome_date: 2026-03-09");
    for fields in [&update, &outcome] {
        assert_states(&[(
            &[fields],
            "a/status-check/1",
            "03-11 upcoming, 04-10 open, 04-13 today",
        )]);
        let folder = interviews(&[fields]);
        let agenda = folder.build("2026-03-12");
        assert!(agenda.contains("| on hold |"), "{agenda}");
        folder.build("2026-04-13");
        let letter = folder.read("a.status-check.1.draft.md");
        assert!(
            letter.contains("on Monday 9 March, you let me know that it was on hold"),
            "{letter}"
        );
    }
    // With an end they are asked once that has come, and haven't promised a decision by then.
    for hold in ["hiring freeze until April", "on hold until 1 April", "on hold for three weeks"] {
        let update = format!("updates: [{{date: 2026-03-11, decision_window: {hold}}}]");
        let states = "03-12 upcoming, 04-02 open, 04-03 today";
        assert_states(&[(&[&at(&update)], "a/status-check/1", states)]);
        let folder = interviews(&[&at(&update)]);
        assert!(folder.build("2026-03-12").contains("| on hold |"), "{hold}");
        folder.build("2026-04-03");
        let letter = folder.read("a.status-check.1.draft.md");
        assert!(letter.contains("you let me know that it was on hold."), "{letter}");
        assert!(!letter.contains("news about"), "{letter}");
    }
    // Nobody knows since when.
    assert_states(&[(&[&at("outcome: on hold")], "a/status-check/1", "04-13 none")]);
    for news in ["on hold", "they've put it on hold", "hiring freeze"] {
        let folder = interviews(&[&at("round: first")]);
        let ran = folder.run_words_on("2026-03-09", &["heard", "acme", news]);
        assert_eq!(ran.code, 0, "{news}: {}", ran.stderr);
        let check = followup(&folder, "a/status-check/1", "03-12");
        assert_eq!(super::days(&check), "04-10 04-13 04-16 05-09", "{news}");
    }
}

#[test]
fn no_company_hears_of_its_own_offer() {
    let other = "role: Data analyst; date: 2026-03-03; recruiter: Vera Moss <vera@acme.example>";
    let same = "role: Data analyst; date: 2026-03-03; recruiter: Sam Lee <sam@acme.example>";
    let to = |offer: &str, other: &str, id: &str| {
        let folder = interviews(&[&format!("date: 2026-03-02; {offer}"), other]);
        let id = format!("a/{id}/acme-robotics-data-analyst");
        followup(&folder, &id, "03-18")["status"].as_str().map(str::to_owned)
    };
    assert_eq!(to(OFFER, other, "offer-elsewhere"), None);
    assert_eq!(to(OFFER, same, "offer-elsewhere"), None);
    // Whoever hears of the acceptance knows.
    assert_eq!(to(ACCEPTED, same, "withdraw"), None);
    assert_eq!(to(ACCEPTED, other, "withdraw").as_deref(), Some("today"));
}

#[test]
fn what_was_done_is_listed_though_an_answer_has_overtaken_it() {
    let offer = format!("date: 2026-03-02; {OFFER}; followups: {{offer-thanks: done 2026-03-17}}");
    let folder = interviews(&[&offer]);
    folder.run_words_on("2026-03-18", &["heard", "acme", "declined"]);
    let agenda = folder.read("FOLLOWUPS.md");
    assert!(agenda.contains("- [x] **Thank Sam Lee for the offer**"), "{agenda}");
    let ran = folder.run_words_on("2026-03-18", &["undo", "sam offer"]);
    assert!(ran.stderr.starts_with("Thank Sam Lee for the offer"), "{}", ran.stderr);
}

#[test]
fn nobody_connects_with_their_own_manager() {
    let fields = "date: 2026-03-02; internal: true; manager: Jane Doe <jane@acme.example>";
    let folder =
        interviews(&[&format!("{fields}; interviewers: [Jane Doe <jane@acme.example>, Bo Ek]")]);
    assert_eq!(followup(&folder, "a/connect", "03-04")["title"], "Connect with Bo Ek");
    let folder = interviews(&[&format!("{fields}; {JANE}")]);
    assert_eq!(followup(&folder, "a/connect", "03-04"), Value::Null);
}

/// Whom the round before left to the one before that is connected with in the third.
#[test]
fn in_a_third_round_one_connects_with_whom_no_earlier_one_has_had() {
    let rounds = ["02-20", "03-05", "03-20"].map(|day| format!("date: 2026-{day}; {JANE}"));
    let rounds: Vec<&str> = rounds.iter().map(String::as_str).collect();
    let folder = interviews(&rounds);
    assert_eq!(followup(&folder, "b/connect", "03-21"), Value::Null);
    assert_eq!(followup(&folder, "c/connect", "03-21")["status"], "open");
    // One that was put off is still there.
    folder.edit("a.md", "date:", "followups: {connect: snoozed until 2026-03-25}\ndate:");
    assert_eq!(followup(&folder, "c/connect", "03-21"), Value::Null);
}

/// A task done at home is no interview.
#[test]
fn a_task_done_at_home_has_nobody_to_thank() {
    let task = |round: &str| format!("round: {round}; {SAM}; also_met: [Kim Soto]");
    for round in ["take-home task", "Take home test", "coding task", "assignment"] {
        let folder = interviews(&[&task(round)]);
        let agenda = folder.build("2026-03-02");
        for words in ["Thank ", "Ask when", "Find out"] {
            assert!(!agenda.contains(words), "{round}: {agenda}");
        }
    }
    let with_jane = format!("round: take-home task; {JANE}");
    assert!(!interviews(&[&with_jane]).build("2026-03-03").contains("Thank "));
    let live = format!("round: coding task; {JANE}");
    assert!(interviews(&[&live]).build("2026-03-03").contains("Thank Jane Doe"));
    for round in ["take-home review", "task discussion", "typing test"] {
        let folder = interviews(&[&task(round)]);
        assert!(folder.build("2026-03-02").contains("Thank Sam Lee"), "{round}");
    }
}

/// They have the next word once the task is known to be handed in.
#[test]
fn news_of_a_task_is_asked_for_once_it_is_handed_in() {
    let write = |body: &str| {
        let folder = interviews(&[&format!("round: take-home task; {SAM}")]);
        let note = folder.read("a.md");
        folder.write("a.md", note + "\n" + body);
        folder
    };
    for (body, expected) in [
        ("- [x] handed in\n", "03-09"),
        ("- [x] hand in the task (due 9 March)\n- [ ] ask Sam\n", "03-16"),
        ("- [x] Submit the code by Mon 9 March\n", "03-16"),
        ("- [x] send it off (due 8 March) ✅ 2026-03-09\n- [ ] hand in my notice\n", "03-16"),
        ("- [x] sent in the slides (due Monday)\n", "03-16"),
    ] {
        let due = followup(&write(body), "a/status-check/1", "03-03")["due"].clone();
        assert_eq!(due, format!("2026-{expected}"), "{body}");
    }
    for body in [
        "",
        "- [x] hand in my notice\n",
        "- [x] read the brief (due 9 March)\n",
        "- [x] ask when to hand it in\n",
        "- [x] sent Zoe a question about the task\n",
        "- [x] read it again before I submit\n",
        "- [x] ask Sam to send the brief (due 3 March)\n",
        "- [ ] hand it in (due 9 March)\n",
        "- [ ] hand in the slides by 9 March\n- [x] hand in the code (due 5 March)\n",
    ] {
        let folder = write(body);
        for day in ["03-16", "04-20"] {
            let status = followup(&folder, "a/status-check/1", day)["status"].clone();
            assert_eq!(status, "void", "{body}");
            assert!(!folder.build(&format!("2026-{day}")).contains("for news"), "{body}");
        }
        assert!(folder.drafts().is_empty(), "{body}");
    }
    let folder = write("- [x] hand in the task\n");
    folder.build("2026-03-09");
    let letter = folder.read("a.status-check.1.draft.md");
    assert!(letter.contains("I sent in the task for the backend engineer role"), "{letter}");
    assert!(!letter.contains("interview"), "{letter}");
}

/// From the invitation to the answer, as a newcomer noted it.
#[test]
fn a_task_done_at_home_is_handed_in_before_anybody_is_asked() {
    let first = note(
        "role: Dev; round: intro; interviewers: [Zoe Lund <zoe@acme.example>]; decision_window: first week of april",
    );
    let folder = journal(&[("2026-03-02-acme.md", &first)]);
    let new = ["new", "--from", "acme", "--round", "take-home task", "--date", "2026-03-16"];
    let ran = folder.run_words_on("2026-03-04", &new);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "2026-03-16-acme.md\n"), "{ran:?}");
    assert!(
        ran.stderr.contains("Acme, take-home task to hand in by Monday 16 March 2026"),
        "{ran:?}"
    );
    let task = folder.read("2026-03-16-acme.md");
    assert!(task.contains("\n## To do\n\n- [ ] hand in the task (due 2026-03-16)\n"), "{task}");
    assert!(!task.contains("Zoe"), "{task}");
    // A day is the one for it if it is named, today's as well.
    for (options, line) in
        [(&["--date", "today"][..], "(due 2026-03-16)\n"), (&[], "hand in the task\n")]
    {
        let folder = journal(&[]);
        let new = [&["new", "Elm", "--round", "take-home task"], options].concat();
        assert_eq!(folder.run_words_on("2026-03-16", &new).code, 0);
        let task = folder.read("2026-03-16-elm.md");
        assert!(task.contains("- [ ] hand in the task") && task.contains(line), "{task}");
    }
    let agenda = folder.build("2026-03-16");
    assert!(agenda.contains("**hand in the task** · Acme · today"), "{agenda}");
    for day in ["2026-03-16", "2026-04-20"] {
        let agenda = folder.build(day);
        assert!(agenda.contains("task to hand in, due Mon 16 Mar"), "{agenda}");
        for words in ["interview today", "interview on", "Coming up", "for news"] {
            assert!(!agenda.contains(words), "{words}: {agenda}");
        }
        let process = folder.agenda(day)["processes"][0].clone();
        assert_eq!((&process["stage"], &process["until"]), (&"task".into(), &"2026-03-16".into()));
    }
    let figures = folder.run_on("2026-04-20", "stats").stdout;
    assert!(figures.contains("1 interview with one company"), "{figures}");
    folder.edit("2026-03-16-acme.md", "- [ ] hand", "- [x] hand");
    // What they said in the round before still counts.
    let agenda = folder.build("2026-03-17");
    assert!(agenda.contains("waiting, until Tue 7 Apr"), "{agenda}");
    assert!(agenda.contains("**Ask Zoe Lund for news** · Acme · due Thu 9 Apr"), "{agenda}");
    folder.build("2026-04-09");
    let letter = folder.read("2026-03-16-acme.status-check.1.draft.md");
    let words = "I sent in the task for the dev role, and you mentioned a decision in early April.";
    assert!(letter.contains(words), "{letter}");
    let log = folder.run_on("2026-04-20", "export log").stdout;
    assert!(log.contains("| 2026-03-16 | Acme | Dev | Handed in: take-home task |"), "{log}");
    assert!(log.contains("1 interview, 1 task"), "{log}");
}

/// Nobody who has only set a task has met the user.
#[test]
fn a_task_done_at_home_is_no_interview_to_others() {
    let offer = "company: Beta; role: Dev; outcome: offer; outcome_date: 2026-03-10; interviewers: [Bo Ek <bo@beta.example>]";
    for (round, expected) in [("take-home task", Value::Null), ("screen", "today".into())] {
        let other = format!("role: Dev; round: {round}; {JANE}; {SAM}");
        let folder = journal(&[("a.md", &note(offer)), ("b.md", &note(&other))]);
        let told = followup(&folder, "a/offer-elsewhere/acme-dev", "03-11");
        assert_eq!(told["status"], expected, "{round}");
    }
}

/// They may have refused without it.
#[test]
fn no_letter_says_that_a_task_was_done_that_was_not_handed_in() {
    for (line, expected) in
        [("[x]", "could have done better in the task"), ("[ ]", "made my application stronger")]
    {
        let refused = note(&format!("role: Dev; round: take-home task; {REJECTED}"));
        let folder = journal(&[("a.md", &(refused + &format!("\n- {line} hand in the task\n")))]);
        folder.build("2026-03-20");
        let letter = folder.read("a.feedback-request.draft.md");
        assert!(letter.contains(expected), "{letter}");
    }
}
