//! The rules as data: the cadence, the headings of notes, and the changes that `journal.toml` makes to them.
//!
//! Takes the embedded tables and the text of `journal.toml`; gives a checked [`config::Config`]. No day on which something
//! is due is in code.

pub mod cadence;
pub mod config;
mod day_of_year;
pub mod headings;
pub mod known;
pub mod mapping;
mod mistake;
pub mod moment;
pub mod names;
mod paths;
pub mod practical;
mod schema;
pub mod style;
pub mod table;
mod toml_words;
pub mod voice;
mod written;
