//! The fingerprint in a draft's head, which tells a draft that is still as generated from one that was edited.
//!
//! It is made of the text without everything that formatters, git and clouds change: line ends, blanks at them, empty
//! lines around the body, the brackets around an address.

use chrono::NaiveDate;
use xxhash_rust::xxh3::xxh3_128;

use crate::drafts::head::Sealed;

/// A draft of this head and body, with its fingerprint.
pub fn with_fingerprint(head: &str, body: &str) -> String {
    let before = format!("---\n{}", head.trim_end());
    // Formatters want an empty line there.
    let after = format!("---\n\n{}", body.trim_start_matches('\n'));
    let fingerprint = &fingerprint(&before, &after);
    Sealed { before: &before, fingerprint, sent: None, after: &after, line_end: "\n" }.to_text()
}

/// Returns true for a file that is still as it was generated, but for what no person changes, and for the day on which it
/// was sent.
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

/// Returns true for two drafts that were generated with the same text.
pub fn is_same_letter(one: &str, other: &str) -> bool {
    let fingerprints = [one, other].map(|text| Some(Sealed::of(text)?.fingerprint));
    fingerprints[0].is_some() && fingerprints[0] == fingerprints[1]
}

fn fingerprint(before: &str, after: &str) -> String {
    let (fence, body) = after.split_once('\n').unwrap_or((after, ""));
    let parts =
        [plain(before), fence.trim_end().to_owned(), plain(body).trim_matches('\n').to_owned()];
    format!("{:032x}", xxh3_128(parts.join("\0").as_bytes()))
}

/// A text without a byte-order mark, blanks at the ends of its lines and brackets around addresses.
fn plain(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut plain = String::with_capacity(text.len());
    for line in text.lines() {
        let mut rest = line.trim_end();
        while let Some((before, after)) = rest.split_once('<') {
            plain.push_str(before);
            let address = after.split_once('>').filter(|(inner, _)| is_address(inner));
            rest = match address {
                Some((inner, after)) => {
                    plain.push_str(inner);
                    after
                }
                None => {
                    plain.push('<');
                    after
                }
            };
        }
        plain.push_str(rest);
        plain.push('\n');
    }
    plain
}

/// Returns true for what a formatter may put brackets around.
fn is_address(words: &str) -> bool {
    !words.contains(char::is_whitespace) && (words.contains('@') || words.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "followup: a\nto: Jane <jane@acme.example>";

    #[test]
    fn a_draft_that_only_a_tool_touched_is_as_generated() {
        let draft = with_fingerprint(HEAD, "Hi Jane,\n\nwrite to me@home.example.\n\n<!-- x -->\n");
        assert!(is_as_generated(&draft));
        type Touch = fn(&str) -> String;
        let touched: [(&str, Touch); 6] = [
            ("byte-order mark", |text| format!("\u{feff}{text}")),
            ("line ends", |text| text.replace('\n', "\r\n")),
            ("blanks", |text| text.replace('\n', " \n")),
            ("empty lines behind the head", |text| text.replace("---\n\nHi", "---\nHi")),
            ("empty lines at the end", |text| format!("{text}\n\n")),
            ("brackets", |text| text.replace("me@home.example", "<me@home.example>")),
        ];
        for (how, touch) in touched {
            assert!(is_as_generated(&touch(&draft)), "{how}");
        }
        assert!(is_as_generated(draft.trim_end()));
        for (from, to) in [
            ("Hi", "Dear"),
            ("\n\nwrite", "\nwrite"),
            ("Jane,", "Jane, "),
            ("me@", "you@"),
            ("to: Jane", "to: Jan"),
            ("Hi", "> Hi"),
            ("x -->", "y -->"),
        ] {
            let edited = draft.replacen(from, to, 1);
            assert_eq!(is_as_generated(&edited), from == "Jane,", "{to}");
        }
    }
}
