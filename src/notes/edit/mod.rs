//! Edits of a note: a record of a follow-up added, changed or removed; fields set; a time frame added; a task ticked.
//!
//! The note is the user's, so it is edited as carefully as by hand: only the lines in question change, in the style in
//! which the note is written, and every other byte stays. Each result is parsed and compared with the note before it is
//! returned. If anything is uncertain, the note is left alone, and [`NotEditable`] says what to do instead.

use std::fmt;

use crate::notes::conflict::is_in_conflict;
use crate::notes::fields::keys;
use crate::notes::tree::{Entry, Node, Value};
use crate::notes::{Record, front_matter, mend};
use crate::text::{is_same_key, one_line, yaml_key};

mod fields;
mod style;
mod task;

pub use fields::{fields_by_hand, update_by_hand, with_fields, with_update};
pub use task::{task_by_hand, with_task_ticked};

use style::{Head, Splice, Style, Why};

/// The field that holds the records.
const FIELD: &str = keys::FOLLOWUPS.name();

/// The reason why a note was left alone, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotEditable {
    /// The obstacle to the edit.
    pub why: &'static str,
    /// The edit for the user to make by hand.
    pub by_hand: String,
}

impl fmt::Display for NotEditable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} by hand", self.why, self.by_hand)
    }
}

impl std::error::Error for NotEditable {}

/// The text of a note with this record of a follow-up such as `thank-you/jane-doe`, or with none. Everything else stays
/// the same, byte for byte.
///
/// A new entry goes before the first one with a greater id, not at the end: branches that record different follow-ups
/// then mostly write in different places, and git merges them without a conflict.
pub fn recorded(text: &str, id: &str, record: Option<Record>) -> Result<String, NotEditable> {
    let change = Change { id: one_line(id), record };
    change.made_in(text).map_err(|why| NotEditable { why, by_hand: change.by_hand() })
}

/// The edit for the user to make by hand.
pub fn by_hand(id: &str, record: Option<Record>) -> String {
    Change { id: one_line(id), record }.by_hand()
}

/// A record to set, or to remove if it is `None`.
struct Change {
    id: String,
    record: Option<Record>,
}

impl Change {
    fn made_in(&self, text: &str) -> Result<String, Why> {
        edited(
            text,
            |head, fields| self.splice(head, fields),
            |old, new| self.is_the_only_change(old, new),
        )
    }

    /// The edit of the head; `None` if the head has the record already.
    fn splice(&self, head: Head<'_>, fields: &[Entry<'_>]) -> Result<Option<Splice>, Why> {
        let mut found = fields.iter().filter(|field| holds_records(field));
        let field = match (found.next(), found.next()) {
            (Some(field), None) => field,
            (Some(_), Some(_)) => return Err("`followups` appears twice"),
            (None, _) if has_merge_key(fields) => {
                return Err("`followups` may be merged in (`<<`)");
            }
            (None, _) if self.record.is_none() => return Ok(None),
            (None, _) => return head.append_field(fields, FIELD, &self.entry()).map(Some),
        };
        let has_alias = fields.iter().any(|(key, value)| is_unclear(key) || is_unclear(value));
        if has_alias && head.has_anchor(field) {
            return Err("an alias may stand for a part of `followups`");
        }
        match (&field.1.value, self.record) {
            (Value::Map(entries), _) => self.splice_map(head, field, entries),
            (Value::Null, None) => Ok(None),
            (Value::Null, Some(_)) => head.fill_field(field, &self.entry()).map(Some),
            _ => Err("`followups` is not a map"),
        }
    }

    fn splice_map(
        &self,
        head: Head<'_>,
        field: &Entry<'_>,
        entries: &[Entry<'_>],
    ) -> Result<Option<Splice>, Why> {
        if has_merge_key(entries) {
            return Err("`followups` has a merge key (`<<`)");
        }
        let mut found = entries.iter().filter(|entry| self.is_own(entry));
        let own = match (found.next(), found.next()) {
            (_, Some(_)) => return Err("the record appears twice"),
            (own, None) => own,
        };
        let splice = match (own, self.record, head.style_of(&field.1)) {
            (None, None, _) => return Ok(None),
            (Some((_, value)), Some(record), _) if is_record(value, record) => return Ok(None),
            (Some(own), Some(record), _) => head.set_value(own, &record.to_string()),
            (Some(own), None, Style::Block) => head.remove_line(own),
            (Some(own), None, Style::Flow) => head.remove_in_line(own),
            (None, Some(_), Style::Block) => {
                head.insert_line(&field.0, entries, self.index(entries), &self.entry())
            }
            (None, Some(_), Style::Flow) => {
                head.insert_in_line(&field.1, entries, self.index(entries), &self.entry())
            }
        };
        splice.map(Some)
    }

    /// The index of the new entry among the others.
    fn index(&self, entries: &[Entry<'_>]) -> usize {
        let is_greater =
            |(key, _): &Entry<'_>| key.text().is_some_and(|key| one_line(key) > self.id);
        entries.iter().position(is_greater).unwrap_or(entries.len())
    }

    /// Returns true if the new head differs from the old one in this record only.
    fn is_the_only_change(&self, old: &str, new: &str) -> bool {
        let (Some(old), Some(new)) = (self.parts(old), self.parts(new)) else { return false };
        let is_made = match (&new.own[..], self.record) {
            ([], None) => true,
            ([(_, value)], Some(record)) => is_record(value, record),
            _ => false,
        };
        is_made && old.fields == new.fields && old.others == new.others
    }

    fn parts<'t>(&self, head: &'t str) -> Option<Parts<'t>> {
        let tree = mend::read(head).ok()?.0.into_iter().map(without_places);
        let (mut found, fields): (Vec<_>, Vec<_>) = tree.partition(holds_records);
        let records = match found.pop().map(|(_, node)| node.value) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Map(entries)) => entries,
            Some(_) => return None,
        };
        let (own, others) = records.into_iter().partition(|entry| self.is_own(entry));
        found.is_empty().then_some(Parts { fields, others, own })
    }

    fn is_own(&self, (key, _): &Entry<'_>) -> bool {
        key.text().is_some_and(|key| one_line(key) == self.id)
    }

    /// The entry as YAML; only the key if the record is to be removed.
    fn entry(&self) -> String {
        let key = yaml_key(&self.id);
        self.record.map_or(key.clone(), |record| format!("{key}: {record}"))
    }

    fn by_hand(&self) -> String {
        let (verb, place) =
            if self.record.is_some() { ("write", "under") } else { ("remove", "from") };
        format!("{verb} `{}` {place} `followups:`", self.entry())
    }
}

/// The text of a note after an edit of its head, checked by reading it again. No splice means that nothing has to change.
///
/// A note without front matter gets one for the edit, which goes again with the last record in it.
fn edited(
    text: &str,
    splice: impl FnOnce(Head<'_>, &[Entry<'_>]) -> Result<Option<Splice>, Why>,
    is_right: impl FnOnce(&str, &str) -> bool,
) -> Result<String, Why> {
    if front_matter::split(text).is_some() {
        return edited_in_place(text, splice, is_right).map(without_bare_head);
    }
    let (mark, rest) = text.split_at(front_matter::none(text).head_start);
    if rest.trim().is_empty() {
        return Err("the note has no front matter");
    }
    let headed = format!("{mark}---\n---\n{rest}");
    let edited = edited_in_place(&headed, splice, is_right)?;
    let Some(head) = edited.strip_suffix(rest).filter(|_| edited != headed) else {
        return Ok(text.to_owned());
    };
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    Ok(head.replace('\n', line_end) + rest)
}

/// A text without a head that holds nothing but the empty field of records.
fn without_bare_head(text: String) -> String {
    let is_bare = |split: &front_matter::Split<'_>| {
        split.head.trim() == format!("{FIELD}:") && !text[split.body_start..].trim().is_empty()
    };
    match front_matter::split(&text).filter(is_bare) {
        Some(split) => {
            let mark = &text[..front_matter::none(&text).head_start];
            mark.to_owned() + &text[split.body_start..]
        }
        None => text,
    }
}

fn edited_in_place<'t>(
    text: &'t str,
    splice: impl FnOnce(Head<'t>, &[Entry<'t>]) -> Result<Option<Splice>, Why>,
    is_right: impl FnOnce(&str, &str) -> bool,
) -> Result<String, Why> {
    if is_in_conflict(text) {
        return Err("the note has an unresolved merge conflict");
    }
    let split = front_matter::split(text).ok_or("the note has no front matter")?;
    if !split.closed {
        return Err("the front matter is not closed");
    }
    if split.head.replace("\r\n", "").contains('\r') {
        return Err("a line of the front matter ends with a lone carriage return");
    }
    let (fields, _) = mend::read(split.head).map_err(|_| "the front matter can't be read")?;
    let Some(splice) = splice(Head::new(split.head), &fields)? else {
        return Ok(text.to_owned());
    };
    let (before, rest) = text.split_at(split.head_start);
    let edited = before.to_owned() + &splice.applied(rest);
    let is_right = front_matter::split(&edited).is_some_and(|after| {
        after.closed
            && edited[after.body_start..] == text[split.body_start..]
            && is_right(split.head, after.head)
    });
    if is_right { Ok(edited) } else { Err("no one-line edit would do") }
}

/// A head in parts, without places: the other fields, the other records, and those with this id.
struct Parts<'t> {
    fields: Vec<Entry<'t>>,
    others: Vec<Entry<'t>>,
    own: Vec<Entry<'t>>,
}

fn holds_records((key, _): &Entry<'_>) -> bool {
    key.text().is_some_and(|key| is_same_key(key, FIELD))
}

fn has_merge_key(entries: &[Entry<'_>]) -> bool {
    entries.iter().any(|(key, _)| key.text() == Some("<<"))
}

fn is_record(value: &Node<'_>, record: Record) -> bool {
    value.text().and_then(Record::parse) == Some(record)
}

/// Returns true if the node contains something unsupported, such as an alias.
fn is_unclear(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Null | Value::Text(_) => false,
        Value::List(items) => items.iter().any(is_unclear),
        Value::Map(entries) => {
            entries.iter().any(|(key, value)| is_unclear(key) || is_unclear(value))
        }
        Value::Unsupported(_) | Value::Unreadable(_) => true,
    }
}

/// The entry without places, so that it equals any other with the same content.
fn without_places<'t>((key, value): Entry<'t>) -> Entry<'t> {
    (without_place(key), without_place(value))
}

fn without_place(node: Node<'_>) -> Node<'_> {
    let value = match node.value {
        Value::List(items) => Value::List(items.into_iter().map(without_place).collect()),
        Value::Map(entries) => Value::Map(entries.into_iter().map(without_places).collect()),
        value => value,
    };
    Node { value, span: 0..0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_change_passes() {
        let old = "company: A\nfollowups:\n  a: x\n  b: done 2026-03-02\ntags: [x, {y: z}]\n";
        let cases = [
            ("b: done 2026-03-02", "b: done 2026-03-03", true),
            ("  b: done 2026-03-02\n", "  \"b\": 'done 2026-03-03' # c\n", true),
            ("", "", false),
            ("b: done 2026-03-02", "b: done 2026-03-04", false),
            ("b: done 2026-03-02", "b: done 2026-03-03\n  b: done 2026-03-03", false),
            ("a: x\n  b: done 2026-03-02", "a: x y\n  b: done 2026-03-03", false),
            ("a: x\n  b: done 2026-03-02", "b: done 2026-03-03", false),
            ("b: done 2026-03-02", "b: done 2026-03-03\n  c: x", false),
            ("b: done 2026-03-02", "b: done 2026-03-03\nrole: Dev", false),
            ("b: done 2026-03-02\ntags: [x,", "b: done 2026-03-03\ntags: [x, y,", false),
            (
                "b: done 2026-03-02\ntags: [x, {y: z}]",
                "b: done 2026-03-03\ntags: [x, {y: }]",
                false,
            ),
            ("b: done 2026-03-02\ntags", "b: done 2026-03-03\nfollowups", false),
            ("b: done 2026-03-02\n", "b: done 2026-03-03\n  - ", false),
        ];
        let change = Change { id: "b".to_owned(), record: Record::parse("done 2026-03-03") };
        for (from, to, expected) in cases {
            let new = old.replacen(from, to, 1);
            assert_eq!(change.is_the_only_change(old, &new), expected, "{new}");
        }
        let gone = Change { record: None, ..change };
        assert!(gone.is_the_only_change(old, &old.replace("  b: done 2026-03-02\n", "")));
        assert!(!gone.is_the_only_change(old, &old.replace("  a: x\n", "")));
        assert!(!gone.is_the_only_change(old, old));
    }
}
