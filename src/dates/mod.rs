//! Civil days. Takes words and offsets, gives dates. Today is always an argument: no clock is read here.

mod away;
pub mod calendar;
pub mod date;
pub mod day;
mod hold;
pub mod named;
pub mod phrases;
mod sentence;
mod span;
mod tail;
pub mod window;
mod words;
