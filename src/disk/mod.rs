//! The only place that touches files: it reads the folder, and carries changes out without losing what a user saves
//! meanwhile.

#![allow(
    clippy::disallowed_methods,
    reason = "every call that writes, renames or removes stands here"
)]

pub mod apply;
mod atomic;
pub mod clean_up;
pub mod displaced;
pub mod file;
pub mod git;
pub mod root;
pub mod scan;
