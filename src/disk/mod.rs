//! The only place that touches files: it reads the folder, and carries changes out without losing what a user saved
//! meanwhile.

pub mod apply;
pub mod file;
pub mod git;
pub mod scan;
