//! The whole search at a glance: its figures, and a page that shows them.
//!
//! Takes the hiring processes and a day's agenda; gives the figures, as numbers and in sentences. Nothing that the agenda
//! says is worked out again here.

pub mod figures;
pub mod funnel;
pub mod rounds;
pub mod spread;
pub mod words;

pub use figures::{Figures, Span};
