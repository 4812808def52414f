//! The names of a note's fields. All other keys are the user's own.

pub const COMPANY: &[&str] = &["company", "employer", "organisation", "organization"];
pub const DATE: &[&str] = &["date", "interview_date", "date_of_interview", "when"];
pub const APPLIED: &[&str] = &["applied", "date_applied", "application_date", "applied_at"];
pub const ROLE: &[&str] = &["role", "position", "job_title", "title"];
pub const ROUND: &[&str] = &["round", "stage", "interview_stage"];
pub const INTERVIEWERS: &[&str] = &["interviewers", "interviewer", "panel", "attendees"];
pub const ALSO_MET: &[&str] = &["also_met"];
pub const RECRUITER: &[&str] = &["recruiter"];
pub const DECISION_WINDOW: &[&str] = &["decision_window"];
pub const UPDATES: &[&str] = &["updates"];
pub const OUTCOME: &[&str] = &["outcome", "status", "result"];
pub const OUTCOME_DATE: &[&str] = &["outcome_date"];
pub const CONTACT: &[&str] = &["contact"];
pub const DECIDE_BY: &[&str] = &["decide_by"];
pub const THREAD: &[&str] = &["thread"];
pub const INTERNAL: &[&str] = &["internal"];
pub const MANAGER: &[&str] = &["manager"];
pub const STILL_INTERESTED: &[&str] = &["still_interested"];
pub const NEXT_ACTION: &[&str] = &["next_action", "next_step"];
pub const NEXT_ACTION_DATE: &[&str] = &["next_action_date", "follow_up", "next_follow_up"];
pub const INTEREST: &[&str] = &["interest"];
pub const FOLLOWUPS: &[&str] = &["followups"];

/// The names of every field, in the order of the documentation; the first of each is its own.
pub const ALL: &[&[&str]] = &[
    COMPANY,
    DATE,
    APPLIED,
    ROLE,
    ROUND,
    INTERVIEWERS,
    ALSO_MET,
    RECRUITER,
    DECISION_WINDOW,
    UPDATES,
    OUTCOME,
    OUTCOME_DATE,
    CONTACT,
    DECIDE_BY,
    THREAD,
    INTERNAL,
    MANAGER,
    STILL_INTERESTED,
    NEXT_ACTION,
    NEXT_ACTION_DATE,
    INTEREST,
    FOLLOWUPS,
];
