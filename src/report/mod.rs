//! The whole search at a glance: its figures, and a page that shows them.
//!
//! Takes the hiring processes and a day's agenda; gives the figures, as numbers and in sentences, and one HTML page with
//! pictures. Nothing that the agenda says is worked out again here.

mod answers;
pub mod counted;
pub mod figures;
pub mod funnel;
mod log;
mod page;
mod place;
pub mod rounds;
mod scale;
pub mod spread;
mod timeline;
mod today;
pub mod words;

pub use counted::Span;
pub use figures::Figures;
pub use page::{is_as_generated, page};
pub use place::Home;
