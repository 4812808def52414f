//! The names of a note's fields. All other keys are the user's own.

/// Makes a constant of each field's names, and the list of all.
macro_rules! names {
    ($($field:ident = $names:expr;)*) => {
        $(pub const $field: &[&str] = &$names;)*

        /// The names of every field, in the order of the documentation; the first of each is its own.
        pub const ALL: &[&[&str]] = &[$($field),*];
    };
}

names! {
    COMPANY = ["company", "employer", "organisation", "organization"];
    DATE = ["date", "interview_date", "date_of_interview", "when"];
    APPLIED = ["applied", "date_applied", "application_date", "applied_at"];
    CANCELLED = ["cancelled", "canceled"];
    ROLE = ["role", "position", "job_title", "title"];
    ROUND = ["round", "stage", "interview_stage"];
    INTERVIEWERS = ["interviewers", "interviewer", "panel", "attendees"];
    ALSO_MET = ["also_met"];
    RECRUITER = ["recruiter"];
    AGENCY = ["agency"];
    DECISION_WINDOW = ["decision_window"];
    UPDATES = ["updates"];
    OUTCOME = ["outcome", "status", "result"];
    OUTCOME_DATE = ["outcome_date"];
    CONTACT = ["contact"];
    DECIDE_BY = ["decide_by"];
    START_DATE = ["start_date", "start", "starts", "first_day"];
    THREAD = ["thread"];
    INTERNAL = ["internal"];
    MANAGER = ["manager"];
    STILL_INTERESTED = ["still_interested"];
    NEXT_ACTION = ["next_action", "next_step"];
    NEXT_ACTION_DATE = ["next_action_date", "follow_up", "next_follow_up"];
    INTEREST = ["interest"];
    INTERVIEWS = ["interviews"];
    FOLLOWUPS = ["followups"];
}

/// Names that are hardly meant for anything but a decision window, with one behind them.
pub const LIKE_DECISION_WINDOW: [&str; 8] = [
    "window",
    "decision",
    "decision_window_by",
    "decision_by",
    "decision_date",
    "decision_within",
    "decide_within",
    "time_frame",
];

/// The same for the deadline of an offer.
pub const LIKE_DECIDE_BY: [&str; 5] =
    ["deadline", "offer_deadline", "offer_expires", "answer_by", "answer_offer_by"];
