//! The fingerprint in a draft's head, which tells a draft that is still as generated from one that was edited.

use chrono::NaiveDate;
use xxhash_rust::xxh3::xxh3_128;

use crate::drafts::head::Sealed;

/// A draft of this head and body, with its fingerprint.
pub fn with_fingerprint(head: &str, body: &str) -> String {
    let (before, after) = (format!("---\n{}", head.trim_end()), format!("---\n{body}"));
    let fingerprint = &fingerprint(&before, &after);
    Sealed { before: &before, fingerprint, sent: None, after: &after }.to_text()
}

/// Returns true for a file that is still, byte for byte, as it was generated. The day it was sent may have come in since.
pub fn is_as_generated(text: &str) -> bool {
    Sealed::of(text).is_some_and(|Sealed { before, fingerprint: found, after, .. }| {
        found == fingerprint(before, after)
    })
}

/// The day on which a draft's message was sent, as its head has it.
pub fn sent(text: &str) -> Option<NaiveDate> {
    Sealed::of(text)?.sent
}

/// The draft with the day on which its message was sent, or without one; `None` if it has no fingerprint.
pub fn with_sent(text: &str, sent: Option<NaiveDate>) -> Option<String> {
    Some(Sealed { sent, ..Sealed::of(text)? }.to_text())
}

fn fingerprint(before: &str, after: &str) -> String {
    format!("{:032x}", xxh3_128([before, after].join("\0").as_bytes()))
}
