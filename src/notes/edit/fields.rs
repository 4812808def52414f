//! Fields written into a note: each on a line of its own, and a time frame as one more item of `updates:`.

use std::iter;

use chrono::NaiveDate;

use super::style::{Head, Splice, Why};
use super::{NotEditable, edited, has_merge_key, is_unclear, without_places};
use crate::dates::calendar::parse_date;
use crate::notes::fields::keys::{self, field_named};
use crate::notes::fields::{UPDATED_DATE, UPDATED_WINDOW};
use crate::notes::interviews::{Interviews, is_list};
use crate::notes::mend;
use crate::notes::tree::{Entry, Node, Value};
use crate::rules::mapping::Mapping;
use crate::text::{is_same_key, listed, one_line, yaml_scalar};

/// The field that holds the newer time frames.
const UPDATES: &str = keys::UPDATES.name();

/// The text of a note with these values in its front matter: each field is changed where it stands, under whichever of
/// its names, or gets a line of its own below the field that the table has before it. Everything else stays the same, byte
/// for byte.
///
/// In a note with a list of interviews they belong to that of this name.
pub fn with_fields(
    text: &str,
    values: &[(&'static str, String)],
    mapping: &Mapping,
    round: Option<&str>,
) -> Result<String, NotEditable> {
    let mut whole = text.to_owned();
    for (name, value) in values {
        let scope = Scope { name, mapping, round };
        let setting = Setting { scope, value: one_line(value) };
        whole = edited(
            &whole,
            |head, fields| setting.splice(head, fields),
            |old, new| setting.is_the_only_change(old, new),
        )
        .map_err(|why| NotEditable { why, by_hand: fields_by_hand(values, round) })?;
    }
    Ok(whole)
}

/// The fields for the user to write by hand.
pub fn fields_by_hand(values: &[(&'static str, String)], round: Option<&str>) -> String {
    let lines = values.iter().map(|(name, value)| format!("`{name}: {}`", written(value)));
    let place = match round {
        Some(round) => format!("to the interview of {round} under `interviews:`"),
        None => "in the front matter".to_owned(),
    };
    format!("write {} {place}", listed(&lines.collect::<Vec<_>>()))
}

/// The text of a note with one more time frame under `updates:`, heard on this day. Everything else stays the same.
pub fn with_update(
    text: &str,
    day: NaiveDate,
    window: &str,
    mapping: &Mapping,
    round: Option<&str>,
) -> Result<String, NotEditable> {
    let scope = Scope { name: UPDATES, mapping, round };
    let update = Update { scope, day, window: one_line(window) };
    edited(
        text,
        |head, fields| update.splice(head, fields).map(Some),
        |old, new| update.is_the_only_change(old, new),
    )
    .map_err(|why| NotEditable { why, by_hand: update_by_hand(day, window) })
}

/// The time frame for the user to write by hand.
pub fn update_by_hand(day: NaiveDate, window: &str) -> String {
    format!("write `- {}` under `updates:`", item(day, &one_line(window)))
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

/// The map that a field belongs to: the front matter, or one of a list of interviews.
#[derive(Clone, Copy)]
struct Scope<'m> {
    name: &'static str,
    mapping: &'m Mapping,
    round: Option<&'m str>,
}

impl<'m> Scope<'m> {
    /// The map of the interview, if the field belongs there.
    fn item<'e, 't>(&self, fields: &'e [Entry<'t>]) -> Result<Option<&'e Node<'t>>, Why>
    where
        'm: 'e,
    {
        let Some(round) = self.round else { return Ok(None) };
        let interviews =
            Interviews::of(fields, self.mapping).ok_or("the note has no list of interviews")?;
        if interviews.is_above(round, self.name) {
            return Ok(None);
        }
        interviews.map_of(round).map(Some).ok_or("the interview is not in the list any more")
    }

    /// Adds the field to its map.
    fn add<'t>(
        &self,
        head: Head<'t>,
        fields: &[Entry<'t>],
        line: &str,
        entry: Option<&str>,
    ) -> Result<Splice, Why> {
        let item = self.item(fields)?;
        let Some(item) = item else {
            return head.add_field(fields, above(fields, self.name, self.mapping), line, entry);
        };
        let own = entries(item);
        let above = above(own, self.name, self.mapping).or(own.last());
        head.add_in_item(item, above.ok_or("the interview has no fields")?, line, entry)
    }

    /// The entries of the map.
    fn fields<'e, 't>(&self, fields: &'e [Entry<'t>]) -> Result<&'e [Entry<'t>], Why>
    where
        'm: 'e,
    {
        Ok(self.item(fields)?.map_or(fields, entries))
    }

    /// The entries of the map, taken out of the front matter; what is left has none there.
    fn taken<'t>(&self, head: &'t str) -> Option<(Vec<Entry<'t>>, Vec<Entry<'t>>)> {
        let (mut fields, _) = mend::read(head).ok()?;
        let Some(item) = self.item(&fields).ok()? else { return Some((fields, Vec::new())) };
        let place = item.span.clone();
        let (_, Node { value: Value::List(items), .. }) =
            fields.iter_mut().find(|entry| is_list(entry))?
        else {
            return None;
        };
        let item = items.iter_mut().find(|item| item.span == place)?;
        let Value::Map(own) = std::mem::replace(&mut item.value, Value::Null) else { return None };
        Some((own, fields.into_iter().map(without_places).collect()))
    }
}

fn entries<'e, 't>(map: &'e Node<'t>) -> &'e [Entry<'t>] {
    match &map.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

/// A field to set.
struct Setting<'m> {
    scope: Scope<'m>,
    value: String,
}

impl<'m> Setting<'m> {
    /// The edit of the head; `None` if the field has this value already.
    fn splice<'t>(&self, head: Head<'t>, fields: &[Entry<'t>]) -> Result<Option<Splice>, Why> {
        let own_fields = self.scope.fields(fields)?;
        let name = self.read_from(own_fields);
        let Some((key, value)) = own(head, own_fields, name)? else {
            let line = format!("{}: {}", self.scope.name, written(&self.value));
            return self.scope.add(head, fields, &line, None).map(Some);
        };
        let value = self.value_in(value);
        if value.text() == Some(&*self.value) {
            return Ok(None);
        }
        head.set(key, value, &written(&self.value)).map(Some)
    }

    /// The value in what the head has. An outcome isn't read from a list.
    fn value_in<'n, 't>(&self, node: &'n Node<'t>) -> &'n Node<'t> {
        if self.scope.name == keys::OUTCOME.name() { node } else { only_item(node) }
    }

    /// The name that the field is read from: of those that the head has, the first in order of preference.
    fn read_from(&self, fields: &[Entry<'_>]) -> &'m str {
        let Scope { name, mapping, .. } = self.scope;
        let usual = field_named(name).into_iter().flat_map(|field| field.names).copied();
        let is_there = |name: &&str| fields.iter().any(|entry| is_named(entry, name));
        let found = match mapping.keys(name) {
            Some(keys) => iter::once(name).chain(keys).find(is_there),
            None => usual.into_iter().find(is_there),
        };
        found.unwrap_or(name)
    }

    /// Returns true if the new head differs from the old one in this field only.
    fn is_the_only_change(&self, old: &str, new: &str) -> bool {
        let parts = |head| {
            let (fields, rest) = self.scope.taken(head)?;
            let name = self.read_from(&fields);
            let fields = fields.into_iter().map(without_places);
            let (own, others): (Vec<_>, Vec<_>) = fields.partition(|entry| is_named(entry, name));
            Some((own, (others, rest)))
        };
        let (Some((was, old)), Some((is, new))) = (parts(old), parts(new)) else { return false };
        let is_set =
            matches!(&is[..], [(_, value)] if self.value_in(value).text() == Some(&*self.value));
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
        Some((place(field?.text)?, entry))
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
struct Update<'m> {
    scope: Scope<'m>,
    day: NaiveDate,
    window: String,
}

/// A time frame as YAML.
fn item(day: NaiveDate, window: &str) -> String {
    let [name, ..] = UPDATED_WINDOW;
    format!("{{{UPDATED_DATE}: {day}, {name}: {}}}", written(window))
}

impl Update<'_> {
    fn splice<'t>(&self, head: Head<'t>, fields: &[Entry<'t>]) -> Result<Splice, Why> {
        let item = item(self.day, &self.window);
        let Some(entry) = own(head, self.scope.fields(fields)?, UPDATES)? else {
            return self.scope.add(head, fields, &format!("{UPDATES}:"), Some(&item));
        };
        match &entry.1.value {
            Value::Null => head.fill_list(entry, &item),
            Value::List(items) => head.append_item(entry, items, &item),
            _ => Err("`updates` is not a list"),
        }
    }

    /// Returns true if the new head has this item at the end of the list, and is otherwise as it was.
    fn is_the_only_change(&self, old: &str, new: &str) -> bool {
        let parts = |head| {
            let (fields, rest) = self.scope.taken(head)?;
            let tree = fields.into_iter().map(without_places);
            let (own, others): (Vec<_>, Vec<_>) = tree.partition(|entry| is_named(entry, UPDATES));
            let items = match own.into_iter().next() {
                None | Some((_, Node { value: Value::Null, .. })) => Vec::new(),
                Some((_, Node { value: Value::List(items), .. })) => items,
                Some(_) => return None,
            };
            Some((items, (others, rest)))
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
