//! Tests of everything that users can notice, on the real program: a file or a folder for each feature.

#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "tests")]

mod support;

mod address_book;
mod addresses;
mod agenda;
mod any_note;
mod any_yaml;
mod build;
mod cadence;
mod check;
mod commands;
mod completions;
mod conflicts;
mod copies;
#[cfg(debug_assertions)] // one of its cases needs a call that fails
mod diagnostics;
mod docs;
mod drafts;
mod export;
mod files;
mod foreign;
mod heard;
mod hostile;
mod mail;
mod notes;
mod planning;
mod privacy;
mod recording;
mod records;
mod report;
mod rounds;
mod sample;
mod schemas;
mod skipping;
mod spellings;
mod starting;
mod story;
mod terminal;
mod ticks;
mod told;
mod undo;
mod vault;
mod watch;
mod windows;
