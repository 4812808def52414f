//! The standards by which messages are judged, as `checklist.toml` holds them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::drafts::limit::Limit;
use crate::rules::headings::Topic;

/// The standard for each kind of message, and for all others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Standards {
    pub(super) default: Standard,
    pub(super) kinds: BTreeMap<String, Standard>,
}

/// The standard for one kind of message.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// The greatest length, if there is one.
    pub limit: Option<Limit>,
    /// The topics of the remarks that are shown below such a message.
    #[serde(default)]
    pub remember: Vec<Topic>,
    /// Words of which a letter that the user has written whole says one, if it is meant to be such a message: one that was
    /// written as thanks for the interview accepts no offer. Without any, each is.
    #[serde(default)]
    pub whole: Vec<String>,
    /// The points that a message should meet.
    pub points: Vec<Criterion>,
}

/// A point that a message should meet.
#[derive(Debug, Deserialize)]
pub struct Criterion {
    /// The point as it is shown.
    pub point: String,
    /// The way to find out whether it is met.
    #[serde(flatten)]
    pub check: Check,
    /// The words of a blank with which it isn't, whatever else is said.
    pub blank: Option<String>,
}

/// The way to find out whether a point is met.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// The message says one of these.
    Says(Vec<String>),
    /// The message says none of these.
    Avoids(Vec<String>),
    /// The message holds what the note has to say, or something in place of a blank with one of these words.
    Tells(Vec<String>),
}
