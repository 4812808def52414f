//! Reads `gate.toml` without copying its words: of TOML it knows tables and strings without escapes.
//!
//! The file is long, and every run that writes a draft needs it.

use serde::de::value::{Error, MapDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

/// What stands before and after a string of several lines.
const QUOTES: &str = "\"\"\"";

#[derive(Debug, PartialEq)]
enum Value {
    Text(&'static str),
    Table(Vec<(&'static str, Value)>),
}

/// Reads the whole of a file.
pub fn read<T: Deserialize<'static>>(file: &'static str) -> Result<T, Error> {
    T::deserialize(Value::of(file))
}

impl Value {
    fn of(file: &'static str) -> Value {
        let mut root = Value::Table(Vec::new());
        let mut table = &mut root;
        let mut rest = file;
        while let Some((line, below)) = rest.split_once('\n') {
            rest = below;
            if let Some(heading) = line.strip_prefix('[') {
                let path = heading.trim_end_matches(']').split('.');
                table =
                    path.fold(&mut root, |table, name| table.entry(name, Value::Table(Vec::new())));
            } else if let Some((name, value)) =
                line.split_once(" = ").filter(|_| !line.starts_with('#'))
            {
                let lines = (value == QUOTES).then(|| below.split_once(QUOTES)).flatten();
                let text = match lines {
                    Some((text, below)) => {
                        rest = below;
                        text
                    }
                    None => value.trim_matches('"'),
                };
                table.entry(name, Value::Text(text));
            }
        }
        root
    }

    /// What stands in a table under a name, which is this if there is none yet.
    fn entry(&mut self, name: &'static str, value: Value) -> &mut Value {
        let Value::Table(entries) = self else { return self };
        let at = entries.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            entries.push((name, value));
            entries.len() - 1
        });
        &mut entries[at].1
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::Table(entries) => visitor.visit_map(MapDeserializer::new(entries.into_iter())),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de> for Value {
    type Deserializer = Value;

    fn into_deserializer(self) -> Value {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../../templates/en/gate.toml");

    fn as_toml(value: Value) -> toml::Value {
        match value {
            Value::Text(text) => {
                toml::Value::String(text.strip_prefix('\n').unwrap_or(text).to_owned())
            }
            Value::Table(entries) => {
                let entries = entries.into_iter();
                entries
                    .map(|(name, value)| (name.to_owned(), as_toml(value)))
                    .collect::<toml::Table>()
                    .into()
            }
        }
    }

    #[test]
    fn the_file_is_read_as_toml_would() {
        let table: toml::Table = FILE.parse().unwrap();
        assert_eq!(toml::Value::from(table), as_toml(Value::of(FILE)));
    }
}
