//! All that is data: the cadence, the headings that feed drafts, and what `journal.toml` changes of them.
//!
//! Takes the embedded tables and a configuration's text; gives a checked [`config::Config`].

pub mod cadence;
pub mod config;
pub mod headings;
pub mod known;
pub mod moment;
pub mod schema;
pub mod table;
