//! A draft's head: the fields between its fences.

use chrono::NaiveDate;

use crate::dates::calendar::parse_date;
use crate::notes::{front_matter, yaml};
use crate::text::one_line;

/// The id of the follow-up that a draft names, whatever its line ends.
pub fn followup_of(text: &str) -> Option<&str> {
    field(text, "followup")
}

/// A field of a draft's head, as it is written there. The head need not be closed, nor be YAML otherwise.
pub fn field<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut lines = front_matter::split(text)?.head.lines();
    lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).map(str::trim)
}

/// A draft's headers, to be shown, and its body. A draft without a readable head is all body.
pub fn parts(text: &str) -> (Vec<(&'static str, String)>, &str) {
    let Some(split) = front_matter::split(text).filter(|split| split.closed) else {
        return (Vec::new(), text);
    };
    let Ok(fields) = yaml::parse(split.head) else { return (Vec::new(), text) };
    let names = [("to", "To"), ("subject", "Subject"), ("in-reply-to", "In-Reply-To")];
    let headers = names.into_iter().filter_map(|(key, name)| {
        let (_, value) = fields.iter().find(|(field, _)| field.text() == Some(key))?;
        Some((name, one_line(value.text()?)))
    });
    (headers.collect(), &text[split.body_start..])
}

/// A draft's text around what this program adds at the end of its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealed<'t> {
    /// The text up to the fingerprint.
    pub before: &'t str,
    /// The fingerprint.
    pub fingerprint: &'t str,
    /// The day on which the message was sent.
    pub sent: Option<NaiveDate>,
    /// The text behind.
    pub after: &'t str,
    /// The end of its lines.
    pub line_end: &'t str,
}

impl<'t> Sealed<'t> {
    /// Finds the fingerprint that ends a draft's head, and the day below it.
    pub fn of(text: &'t str) -> Option<Sealed<'t>> {
        let split = front_matter::split(text).filter(|split| split.closed)?;
        let (head, after) = text.split_at(split.head_start + split.head.len());
        let head = head.strip_suffix('\n')?;
        let line_end = if head.ends_with('\r') { "\r\n" } else { "\n" };
        let (before, end) = head.rsplit_once("\ngenerated: ")?;
        let mut lines = end.lines().map(str::trim_end);
        let (fingerprint, sent) = (lines.next()?, lines.next());
        let sent = match sent {
            None => None,
            Some(line) => Some(parse_date(line.strip_prefix("sent: ")?)?),
        };
        let before = before.trim_end_matches('\r');
        lines.next().is_none().then_some(Sealed { before, fingerprint, sent, after, line_end })
    }

    /// The whole draft again.
    pub fn to_text(self) -> String {
        let Sealed { before, fingerprint, sent, after, line_end } = self;
        let sent = sent.map(|day| format!("sent: {day}{line_end}")).unwrap_or_default();
        format!("{before}{line_end}generated: {fingerprint}{line_end}{sent}{after}")
    }
}
