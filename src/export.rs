//! The agenda for other programs. The views are made for their format; the domain's types know nothing of it.

pub mod csv;
pub mod json;
