//! Fields written into a note: each on a line of its own, and a time frame as one more item of `updates:`.

use std::iter;

use chrono::NaiveDate;

use super::style::{Head, Splice, Why};
use super::{NotEditable, edited, has_merge_key, is_unclear, without_places};
use crate::dates::calendar::parse_date;
use crate::notes::fields::keys::{self, field_named};
use crate::notes::fields::{UPDATED_DATE, UPDATED_WINDOW};
use crate::notes::mend;
use crate::notes::yaml::{Entry, Node, Value};
use crate::rules::mapping::Mapping;
use crate::text::{is_same_key, listed, one_line, yaml_scalar};

/// The field that holds the newer time frames.
const UPDATES: &str = keys::UPDATES.name();

/// The text of a note with these values in its front matter: each field is changed where it stands, under whichever of
/// its names, or gets a line of its own below the field that the table has before it. Everything else stays the same, byte
/// for byte.
pub fn with_fields(
    text: &str,
    values: &[(&'static str, String)],
    mapping: &Mapping,
) -> Result<String, NotEditable> {
    let mut whole = text.to_owned();
    for (name, value) in values {
        let setting = Setting { name, value: one_line(value), mapping };
        whole = edited(
            &whole,
            |head, fields| setting.splice(head, fields),
            |old, new| setting.is_the_only_change(old, new),
        )
        .map_err(|why| NotEditable { why, by_hand: fields_by_hand(values) })?;
    }
    Ok(whole)
}

/// The fields for the user to write by hand.
pub fn fields_by_hand(values: &[(&'static str, String)]) -> String {
    let lines = values.iter().map(|(name, value)| format!("`{name}: {}`", written(value)));
    format!("write {} in the front matter", listed(&lines.collect::<Vec<_>>()))
}

/// The text of a note with one more time frame under `updates:`, heard on this day. Everything else stays the same.
pub fn with_update(text: &str, day: NaiveDate, window: &str) -> Result<String, NotEditable> {
    let update = Update { day, window: one_line(window) };
    edited(
        text,
        |head, fields| update.splice(head, fields).map(Some),
        |old, new| update.is_the_only_change(old, new),
    )
    .map_err(|why| NotEditable { why, by_hand: update_by_hand(day, window) })
}

/// The time frame for the user to write by hand.
pub fn update_by_hand(day: NaiveDate, window: &str) -> String {
    format!("write `- {}` under `updates:`", Update { day, window: one_line(window) }.item())
}

/// A value as YAML: a day as it is, any other text with quotes where a reader might take it for something else.
fn written(value: &str) -> String {
    if parse_date(value).is_some() {
        return value.to_owned();
    }
    let plain = yaml_scalar(value);
    // In braces and brackets these would end it.
    match plain.starts_with('"') || !plain.contains([',', '[', ']', '{', '}']) {
        true => plain,
        false => format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// A field to set.
struct Setting<'m> {
    name: &'static str,
    value: String,
    mapping: &'m Mapping,
}

impl<'m> Setting<'m> {
    /// The edit of the head; `None` if the field has this value already.
    fn splice<'t>(&self, head: Head<'t>, fields: &[Entry<'t>]) -> Result<Option<Splice>, Why> {
        let name = self.read_from(fields);
        let Some((key, value)) = own(head, fields, name)? else {
            let line = format!("{}: {}", self.name, written(&self.value));
            return head
                .add_field(fields, above(fields, self.name, self.mapping), &line, None)
                .map(Some);
        };
        let value = only_item(value);
        if value.text() == Some(&*self.value) {
            return Ok(None);
        }
        head.set(key, value, &written(&self.value)).map(Some)
    }

    /// The name that the field is read from: of those that the head has, the first in order of preference.
    fn read_from(&self, fields: &[Entry<'_>]) -> &'m str {
        let usual = field_named(self.name).into_iter().flat_map(|field| field.names).copied();
        let is_there = |name: &&str| fields.iter().any(|entry| is_named(entry, name));
        let found = match self.mapping.keys(self.name) {
            Some(keys) => iter::once(self.name).chain(keys).find(is_there),
            None => usual.into_iter().find(is_there),
        };
        found.unwrap_or(self.name)
    }

    /// Returns true if the new head differs from the old one in this field only.
    fn is_the_only_change(&self, old: &str, new: &str) -> bool {
        let parts = |head| {
            let (fields, _) = mend::read(head).ok()?;
            let name = self.read_from(&fields);
            let fields = fields.into_iter().map(without_places);
            let (own, others): (Vec<_>, Vec<_>) = fields.partition(|entry| is_named(entry, name));
            Some((own, others))
        };
        let (Some((was, old)), Some((is, new))) = (parts(old), parts(new)) else { return false };
        let is_set =
            matches!(&is[..], [(_, value)] if only_item(value).text() == Some(&*self.value));
        is_set && old == new && was.len() <= 1
    }
}

/// The field of this name, if there is one; an error if it can't safely be changed where it stands.
fn own<'e, 't>(
    head: Head<'t>,
    fields: &'e [Entry<'t>],
    name: &str,
) -> Result<Option<&'e Entry<'t>>, Why> {
    let own: Vec<&Entry<'_>> = fields.iter().filter(|entry| is_named(entry, name)).collect();
    let entry = match own[..] {
        [] if has_merge_key(fields) => return Err("the field may be merged in (`<<`)"),
        [] => return Ok(None),
        [entry] => entry,
        _ => return Err("the field appears twice"),
    };
    let has_alias = fields.iter().any(|(key, value)| is_unclear(key) || is_unclear(value));
    if has_alias && head.has_anchor(entry) {
        return Err("an alias may stand for the field");
    }
    Ok(Some(entry))
}

fn is_named((key, _): &Entry<'_>, name: &str) -> bool {
    key.text().is_some_and(|key| is_same_key(key, name))
}

/// The field below which a new line belongs: the nearest before it in the table.
fn above<'e, 't>(fields: &'e [Entry<'t>], name: &str, mapping: &Mapping) -> Option<&'e Entry<'t>> {
    let place = |name: &str| keys::ALL.iter().position(|field| field.names.contains(&name));
    let own = place(name)?;
    let placed = |entry: &'e Entry<'t>| {
        let (_, field) = keys::name_of(entry.0.text()?, mapping);
        Some((place(field?)?, entry))
    };
    let before = fields.iter().filter_map(placed).filter(|(place, _)| *place < own);
    before.max_by_key(|(place, _)| *place).map(|(_, entry)| entry)
}

/// The only item of a list, as written by programs that keep every property as a list; any other value as it is.
fn only_item<'n, 't>(node: &'n Node<'t>) -> &'n Node<'t> {
    match &node.value {
        Value::List(items) => match &items[..] {
            [item @ Node { value: Value::Text(_), .. }] => item,
            _ => node,
        },
        _ => node,
    }
}

/// A time frame to add.
struct Update {
    day: NaiveDate,
    window: String,
}

impl Update {
    /// The item as YAML.
    fn item(&self) -> String {
        let [window, ..] = UPDATED_WINDOW;
        format!("{{{UPDATED_DATE}: {}, {window}: {}}}", self.day, written(&self.window))
    }

    fn splice<'t>(&self, head: Head<'t>, fields: &[Entry<'t>]) -> Result<Splice, Why> {
        let Some(entry) = own(head, fields, UPDATES)? else {
            let above = above(fields, UPDATES, &Mapping::default());
            return head.add_field(fields, above, &format!("{UPDATES}:"), Some(&self.item()));
        };
        match &entry.1.value {
            Value::Null => head.fill_list(entry, &self.item()),
            Value::List(items) => head.append_item(entry, items, &self.item()),
            _ => Err("`updates` is not a list"),
        }
    }

    /// Returns true if the new head has this item at the end of the list, and is otherwise as it was.
    fn is_the_only_change(&self, old: &str, new: &str) -> bool {
        let parts = |head| {
            let tree = mend::read(head).ok()?.0.into_iter().map(without_places);
            let (own, others): (Vec<_>, Vec<_>) = tree.partition(|entry| is_named(entry, UPDATES));
            let items = match own.into_iter().next() {
                None | Some((_, Node { value: Value::Null, .. })) => Vec::new(),
                Some((_, Node { value: Value::List(items), .. })) => items,
                Some(_) => return None,
            };
            Some((items, others))
        };
        let (Some((was, old)), Some((mut is, new))) = (parts(old), parts(new)) else {
            return false;
        };
        let added = is.pop().is_some_and(|item| {
            let Value::Map(entries) = item.value else { return false };
            let [(day, on), (name, window)] = &entries[..] else { return false };
            day.text() == Some(UPDATED_DATE)
                && on.text() == Some(&*self.day.to_string())
                && name.text() == Some(UPDATED_WINDOW[0])
                && window.text() == Some(&*self.window)
        });
        added && was == is && old == new
    }
}
