//! The bearing of all other hiring processes on one, as its plan and its letters need it.

use chrono::NaiveDate;

use crate::plan::process::{Process, ProcessKey};

/// The bearing of all other processes on one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bearing {
    /// The day as of which it is over, because a withdrawal from it was sent or decided against.
    pub over: Option<NaiveDate>,
    /// The day on which an offer of another company was accepted.
    pub accepted: Option<NaiveDate>,
    /// The process in which that offer was made.
    pub accepted_in: Option<ProcessKey>,
    /// The process whose offer had been accepted when this one made its own.
    pub accepted_before: Option<ProcessKey>,
    /// The offer of another process of which it hears, if there is one.
    pub hears_of: Option<HeardOffer>,
    /// True while word of that offer, still to be sent, takes the place of its status check.
    pub to_be_told: bool,
    /// The day before which no status check goes to it, because it heard of an offer elsewhere.
    pub told: Option<NaiveDate>,
    /// The offer of which it heard, while that waits for an answer, and once it was turned down or fell through.
    pub offer: Option<OfferElsewhere>,
}

/// An offer of which a process hears, or has heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardOffer {
    /// The process that has it.
    pub from: ProcessKey,
    /// The day from which it may be told: that of the offer, or of the first interview after it.
    pub since: NaiveDate,
    /// The day by which it has to be answered, as far as it is known.
    pub answer_by: Option<NaiveDate>,
}

impl HeardOffer {
    /// The offer of a process, which another hears of from a day on.
    pub(super) fn of(from: &Process, since: NaiveDate) -> HeardOffer {
        let answer_by = from.current().decide_by.value().copied();
        HeardOffer { from: from.key.clone(), since, answer_by }
    }
}

/// An offer elsewhere of which a process has heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferElsewhere {
    /// The day on which it heard.
    pub told: NaiveDate,
    /// The day by which the offer has to be answered, as far as it is known now.
    pub answer_by: Option<NaiveDate>,
    /// True once it was turned down, or fell through.
    pub is_settled: bool,
}
