//! The agenda, the problems and the figures of a journal, for other programs and for people.
//!
//! Takes an agenda, problems, a survey or figures; gives text in one format. The types that a format needs are here: those of the
//! other stages know nothing of it.

pub mod build;
pub mod csv;
mod followup;
pub mod github;
pub mod json;
pub mod log;
pub mod mail;
pub mod sarif;
pub mod schema;
pub mod stats;
pub mod text;
