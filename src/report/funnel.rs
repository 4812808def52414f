//! How far the processes came: from the application to the offer.

use super::counted::{Counted, State};
use crate::notes::Outcome;

/// A step on the way to a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub name: &'static str,
    /// The processes that came this far.
    pub reached: usize,
    /// Those of them that still go on.
    pub open: usize,
}

/// The steps, each with the processes that came as far.
pub fn steps(processes: &[Counted]) -> Vec<Step> {
    let step = |name, came: &dyn Fn(&Counted) -> bool| {
        let came: Vec<&Counted> = processes.iter().filter(|one| came(one)).collect();
        let open = came.iter().filter(|one| one.is_open()).count();
        Step { name, reached: came.len(), open }
    };
    let held = |n: usize| move |one: &Counted| one.held >= n;
    vec![
        step("processes", &|_| true),
        step("an interview", &held(1)),
        step("a second interview", &held(2)),
        step("a third or more", &held(3)),
        step("an offer", &|one| one.has_offer),
        step("accepted", &|one| one.state == State::Ended(Outcome::Accepted)),
    ]
}
