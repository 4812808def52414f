//! The outcome of an interview.

use crate::text::folded;

/// The state of a hiring process, as given in the note of its current round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    Applied,
    Pending,
    /// The interview doesn't take place, and there is no new day yet.
    Cancelled,
    MoreInterviews,
    HiringManager,
    Offer,
    Accepted,
    Declined,
    Rejected,
    Withdrawn,
    NoResponse,
}

/// Words for a job that nobody has applied for yet.
const NOT_YET: [&str; 8] = [
    "wishlist",
    "wish_list",
    "researching",
    "research",
    "bookmarked",
    "saved",
    "to_apply",
    "not_applied",
];

impl Outcome {
    /// Every outcome, in the order in which they come up in a process.
    pub const ALL: [Outcome; 11] = [
        Outcome::Applied,
        Outcome::Pending,
        Outcome::Cancelled,
        Outcome::MoreInterviews,
        Outcome::HiringManager,
        Outcome::Offer,
        Outcome::Accepted,
        Outcome::Declined,
        Outcome::Rejected,
        Outcome::Withdrawn,
        Outcome::NoResponse,
    ];

    /// The word for it in a note.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Applied => "applied",
            Outcome::Pending => "pending",
            Outcome::Cancelled => "cancelled",
            Outcome::MoreInterviews => "more_interviews",
            Outcome::HiringManager => "hiring_manager",
            Outcome::Offer => "offer",
            Outcome::Accepted => "accepted",
            Outcome::Declined => "declined",
            Outcome::Rejected => "rejected",
            Outcome::Withdrawn => "withdrawn",
            Outcome::NoResponse => "no_response",
        }
    }

    /// The outcome in plain words, as news.
    pub fn in_words(self) -> &'static str {
        match self {
            Outcome::Applied => "applied",
            Outcome::Pending => "waiting",
            Outcome::Cancelled => "interview cancelled",
            Outcome::MoreInterviews => "next round",
            Outcome::HiringManager => "talk with the hiring manager",
            Outcome::Offer => "offer",
            Outcome::Accepted => "accepted",
            Outcome::Declined => "declined",
            Outcome::Rejected => "rejected",
            Outcome::Withdrawn => "withdrawn",
            Outcome::NoResponse => "no answer",
        }
    }

    /// Reads the word for an outcome or a common synonym, in any case, with spaces, dashes or underscores.
    pub fn parse(text: &str) -> Option<Outcome> {
        let word = folded(text.trim_matches(|c: char| !c.is_alphanumeric()));
        Some(match &*word {
            ""
            | "pending"
            | "waiting"
            | "waiting_to_hear"
            | "waiting_to_hear_back"
            | "waiting_for_reply"
            | "waiting_for_response"
            | "awaiting"
            | "awaiting_reply"
            | "awaiting_response"
            | "awaiting_decision"
            | "awaiting_feedback"
            | "pending_decision"
            | "pending_feedback"
            | "on_hold"
            | "interviewing"
            | "in_progress"
            | "open"
            | "active"
            | "ongoing"
            | "scheduled"
            | "upcoming"
            | "interview"
            | "interviewed"
            | "interview_scheduled"
            | "1st_interview"
            | "2nd_interview"
            | "3rd_interview"
            | "final_interview"
            | "completed"
            | "interview_completed"
            | "screening"
            | "screen"
            | "phone_screen"
            | "phone_interview"
            | "recruiter_screen"
            | "recruiter_call"
            | "technical"
            | "technical_interview"
            | "tech_interview"
            | "tech_screen"
            | "onsite"
            | "on_site"
            | "oa"
            | "online_assessment"
            | "assessment"
            | "take_home"
            | "takehome"
            | "coding_challenge"
            | "case_study"
            | "trial_shift"
            | "trial_day"
            | "campus_visit"
            | "site_visit"
            | "shadow_shift"
            | "shadow_day"
            | "job_talk"
            | "references"
            | "reference_check"
            | "reference_checks"
            | "background_check"
            | "ask_for_references"
            | "asked_for_references"
            | "want_references"
            | "checking_references"
            | "more_time"
            | "need_more_time"
            | "still_waiting"
            | "still_deciding"
            | "deciding"
            | "undecided"
            | "not_decided"
            | "not_decided_yet"
            | "havent_decided"
            | "havent_decided_yet"
            | "no_decision"
            | "no_decision_yet"
            | "no_news"
            | "nothing_yet"
            | "under_review"
            | "in_review"
            | "shortlisted"
            | "tbd"
            | "unknown" => Outcome::Pending,
            "applied"
            | "application_sent"
            | "sent_application"
            | "application_submitted"
            | "submitted"
            | "have_applied"
            | "i_applied" => Outcome::Applied,
            "cancelled"
            | "canceled"
            | "interview_cancelled"
            | "interview_canceled"
            | "called_off"
            | "did_not_take_place" => Outcome::Cancelled,
            "more_interviews"
            | "more_interview"
            | "another_interview"
            | "another_round"
            | "next_round"
            | "moved_to_next_round"
            | "moved_to_the_next_round"
            | "moving_to_next_round"
            | "moved_forward"
            | "moving_forward"
            | "next_interview"
            | "invited"
            | "invited_back"
            | "invited_to_interview"
            | "invited_for_interview"
            | "invited_to_an_interview"
            | "invited_for_an_interview"
            | "invited_next_round"
            | "moved_next_round"
            | "moving_next_round"
            | "next_stage"
            | "next_step"
            | "next_steps"
            | "second_interview"
            | "second_round"
            | "third_round"
            | "final_round"
            | "advanced"
            | "advancing" => Outcome::MoreInterviews,
            "hiring_manager"
            | "hiring_manager_chat"
            | "hiring_manager_call"
            | "hiring_manager_interview"
            | "hiring_manager_round"
            | "hm"
            | "hm_chat"
            | "hm_call"
            | "hm_interview"
            | "hm_round" => Outcome::HiringManager,
            "offer" | "offered" | "got_offer" | "got_an_offer" | "got_the_offer"
            | "offer_received" | "received_offer" | "offer_extended" | "job_offer"
            | "verbal_offer" | "better_offer" | "improved_offer" | "new_offer"
            | "revised_offer" | "counter_offer" | "counteroffer" | "written_offer"
            | "offer_letter" | "negotiating" | "negotiation" | "in_negotiation" => Outcome::Offer,
            "accepted" | "accept" | "accepted_offer" | "accepted_the_offer" | "offer_accepted"
            | "hired" | "signed" | "got_the_job" => Outcome::Accepted,
            "declined"
            | "declined_offer"
            | "declined_the_offer"
            | "offer_declined"
            | "i_declined"
            | "turned_it_down"
            | "i_turned_it_down"
            | "turned_them_down"
            | "i_turned_them_down"
            | "turned_down_offer"
            | "turned_down_the_offer" => Outcome::Declined,
            "rejected"
            | "reject"
            | "rejection"
            | "rejected_by_them"
            | "refused"
            | "refusal"
            | "no_offer"
            | "said_no"
            | "turned_me_down"
            | "they_turned_me_down"
            | "went_with_someone_else"
            | "went_with_another_candidate"
            | "hired_someone_else"
            | "chose_someone_else"
            | "not_selected"
            | "unsuccessful"
            | "did_not_get_it"
            | "didnt_get_it"
            | "did_not_get_the_job"
            | "didnt_get_the_job"
            | "passed_over"
            | "not_moving_forward"
            | "not_hired"
            | "failed"
            | "they_declined"
            | "declined_me"
            | "declined_by_them"
            | "declined_by_company"
            | "declined_by_the_company"
            | "offer_rescinded"
            | "rescinded_offer"
            | "rescinded"
            | "offer_withdrawn"
            | "withdrawn_offer"
            | "withdrew_offer"
            | "withdrew_the_offer"
            | "position_filled"
            | "role_filled"
            | "post_filled"
            | "filled"
            | "position_closed"
            | "position_cancelled"
            | "position_canceled"
            | "role_closed" => Outcome::Rejected,
            "withdrawn"
            | "withdrew"
            | "withdraw"
            | "i_withdrew"
            | "withdrew_application"
            | "pulled_out"
            | "dropped_out" => Outcome::Withdrawn,
            "no_response" | "no_reply" | "no_answer" | "noresponse" | "ghosted" | "got_ghosted"
            | "ghosted_me" | "silence" | "never_heard_back" | "never_heard" | "no_word"
            | "closed" | "dead" | "archived" => Outcome::NoResponse,
            word if NOT_YET.contains(&word) => Outcome::Pending,
            _ => return None,
        })
    }

    /// Returns true for words that, in a note without the day of an interview, say that there is none: the job is only
    /// thought of, or all was called off.
    pub fn is_none(text: &str) -> bool {
        let word = folded(text.trim_matches(|c: char| !c.is_alphanumeric()));
        NOT_YET.contains(&&*word) || Outcome::parse(&word) == Some(Outcome::Cancelled)
    }

    /// Returns true while the process goes on without an offer.
    pub fn is_in_progress(self) -> bool {
        matches!(self, Outcome::Pending | Outcome::MoreInterviews | Outcome::HiringManager)
    }

    /// Returns true while there may be something left to do.
    pub fn is_open(self) -> bool {
        self.is_in_progress()
            || matches!(self, Outcome::Applied | Outcome::Cancelled | Outcome::Offer)
    }

    /// Returns true if hearing of `next` can follow this outcome. One that is settled is not overwritten; silence is
    /// settled by any word.
    pub fn leads_to(self, next: Outcome) -> bool {
        match self {
            Outcome::Applied
            | Outcome::Pending
            | Outcome::Cancelled
            | Outcome::MoreInterviews
            | Outcome::HiringManager
            | Outcome::NoResponse => true,
            Outcome::Offer => matches!(
                next,
                Outcome::Offer
                    | Outcome::Accepted
                    | Outcome::Declined
                    | Outcome::Withdrawn
                    | Outcome::Rejected
            ),
            // An offer may be taken back even then.
            Outcome::Accepted => matches!(next, Outcome::Accepted | Outcome::Rejected),
            // So may a refusal, theirs or one's own.
            Outcome::Declined | Outcome::Rejected | Outcome::Withdrawn => {
                self == next || next == Outcome::Offer
            }
        }
    }

    /// Returns true for an outcome that came on some day.
    pub fn has_day(self) -> bool {
        !matches!(
            self,
            Outcome::Applied | Outcome::Pending | Outcome::Cancelled | Outcome::NoResponse
        )
    }

    /// Returns true for what may become of an application.
    pub fn answers_application(self) -> bool {
        self.has_day() || self == Outcome::NoResponse
    }

    /// Returns true for an offer, whatever became of it.
    pub fn is_offer(self) -> bool {
        matches!(self, Outcome::Offer | Outcome::Accepted | Outcome::Declined)
    }

    /// Returns true for an answer that ended the process without a job.
    pub fn is_over(self) -> bool {
        matches!(self, Outcome::Rejected | Outcome::Declined | Outcome::Withdrawn)
    }
}
