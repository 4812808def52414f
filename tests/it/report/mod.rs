//! The figures of a search, and the page that shows it.

mod stats;
