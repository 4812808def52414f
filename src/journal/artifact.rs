//! A generated file, and the policy for replacing an earlier version of it.
//!
//! Whatever the policy, something that is no plain file is left alone and named, and a file is replaced only while it
//! still reads as it was read.

/// A generated file as it ought to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Its path from the journal's root.
    pub path: String,
    /// The whole file.
    pub text: String,
    /// The files that it may replace.
    pub policy: Policy,
}

/// The files that a generated file may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// An earlier version, as long as it is exactly as generated. Once edited, the file is the user's. So is a file that
    /// was never generated.
    Untouched,
    /// An earlier version, as long as it is exactly as generated. Anything else is the user's, and is named.
    AsGenerated,
    /// Any version: the user's own words were found in it and are part of the new one.
    KeepsUserText,
}
