//! Names of keys that people use for a note's fields, beyond those that every journal knows.

use crate::rules::names;
use crate::text::is_same_key;

/// Names for a field that are certain enough to be proposed, by the field's own name.
const OTHERS: [(&str, &[&str]); 9] = [
    (
        "company",
        &[
            "company_name",
            "name_of_company",
            "employer_name",
            "organisation_name",
            "organization_name",
            "org",
            "firm",
            "client",
            "business",
            "startup",
            "hiring_company",
        ],
    ),
    (
        "role",
        &[
            "job",
            "job_role",
            "job_position",
            "position_title",
            "position_name",
            "role_title",
            "role_name",
            "job_name",
            "vacancy",
            "opening",
            "job_opening",
            "applied_for",
            "opportunity",
        ],
    ),
    ("round", &["interview_type", "type_of_interview", "interview_kind", "round_name", "step"]),
    (
        "interviewers",
        &[
            "interviewed_by",
            "interviewer_name",
            "interviewer_names",
            "contacts",
            "people",
            "people_met",
            "participants",
            "panelists",
            "panel_members",
            "with",
            "met_with",
            "spoke_with",
            "spoken_to",
            "talked_to",
        ],
    ),
    (
        "recruiter",
        &[
            "recruiter_name",
            "recruiter_contact",
            "recruiting_contact",
            "hr",
            "hr_contact",
            "sourcer",
            "headhunter",
            "talent_partner",
        ],
    ),
    (
        "outcome",
        &[
            "state",
            "progress",
            "application_status",
            "interview_status",
            "current_status",
            "job_status",
            "interview_result",
            "response",
            "verdict",
        ],
    ),
    (
        "decision_window",
        &[
            "timeline",
            "timeframe",
            "time_frame",
            "decision_timeline",
            "expected_response",
            "hear_back",
            "hear_back_by",
            "expected_decision",
            "decision_by",
            "decision_date",
            "response_expected",
            "response_by",
            "answer_by",
        ],
    ),
    ("decide_by", &["offer_deadline", "offer_expires", "answer_offer_by"]),
    ("next_action_date", &["follow_up_date", "followup_date", "next_followup", "follow_up_on"]),
];

/// Words in the names of dates that are not the interview's.
const OTHER_DAYS: [&str; 38] = [
    "created",
    "creation",
    "updated",
    "update",
    "modified",
    "modification",
    "changed",
    "edited",
    "added",
    "posted",
    "found",
    "saved",
    "deadline",
    "due",
    "closing",
    "closes",
    "expires",
    "expiry",
    "follow",
    "followup",
    "next",
    "reminder",
    "last",
    "start",
    "end",
    "published",
    "publish",
    "review",
    "check",
    "birthday",
    "offer",
    "decision",
    "decide",
    "respond",
    "response",
    "outcome",
    "rejected",
    "heard",
];

/// Words in the name of the day of the application.
const APPLIED: [&str; 5] = ["applied", "application", "apply", "submitted", "submission"];

/// Returns true for one of the names that every journal knows.
pub fn is_usual(field: &str, key: &str) -> bool {
    let usual = names::ALL.iter().find(|names| names[0] == field);
    usual.is_some_and(|names| names.iter().any(|name| is_same_key(name, key)))
}

/// Returns true for a field's own name.
pub fn is_own(field: &str, key: &str) -> bool {
    is_same_key(field, key)
}

/// Returns true for another name that is proposed for a field.
pub fn is_proposed(field: &str, key: &str) -> bool {
    let others = OTHERS.iter().find(|(own, _)| *own == field);
    others.is_some_and(|(_, names)| names.iter().any(|name| is_same_key(name, key)))
}

/// The field that the name of a day is for: the interview's, or the application's. `None` if it is for some other day.
pub fn day_of(key: &str) -> Option<&'static str> {
    let words = words(key);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if has(&OTHER_DAYS) {
        None
    } else if has(&APPLIED) {
        Some("applied")
    } else {
        Some("date")
    }
}

/// Returns true for a name that says that it is about an interview.
pub fn is_of_interview(key: &str) -> bool {
    words(key).iter().any(|word| word.starts_with("interview"))
}

/// The words of a key in lower case; `interviewDate` has two.
fn words(key: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for c in key.chars() {
        if !c.is_alphanumeric() || (was_lower && c.is_uppercase()) {
            words.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
        was_lower = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}
