//! The only place that touches files.
//!
//! Takes a root and gives its content, read; takes changes and carries them out, without losing what the user saves
//! meanwhile. Every file is reached from the open root, so nothing outside of it is.

#![allow(
    clippy::disallowed_methods,
    reason = "every call that looks, reads, writes, renames or removes stands here"
)]

pub mod apply;
mod atomic;
pub mod clean_up;
pub mod displaced;
mod fault;
pub mod file;
pub mod folder;
pub mod git;
pub mod in_use;
pub mod progress;
pub mod root;
pub mod scan;
