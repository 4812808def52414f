//! The agenda and its problems for other programs. The views are made for their format; the domain's types know nothing
//! of it.

pub mod csv;
pub mod github;
pub mod json;
pub mod sarif;
pub mod schema;
pub mod text;
