//! Civil days, as people say them and as calendars count them. No clock is read here: today is always an argument.

pub mod calendar;
pub mod day;
pub mod phrases;
pub mod window;
