//! A JSON Schema of the `[cadence]` section of `journal.toml`: the settings and every rule's dates, with their defaults.

use std::borrow::Cow;
use std::iter;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::cadence::{Cadence, DayOfYear};
use super::moment::{Anchor, Moment};
use super::table::{DATES, NEVER, Part, TABLE, written};
use crate::dates::calendar::Offset;

/// A number of business or calendar days.
const OFFSET: &str = r"\d{1,4}[bd]";

/// The dates that no rule can do without.
const ALWAYS: [&str; 2] = ["opens", "due"];

/// The schema of the settings and rules; a journal names only those that it changes.
pub fn changes(generator: &mut SchemaGenerator) -> Schema {
    let mut schema = Cadence::json_schema(generator);
    schema.remove("required");
    let settings: toml::Table = TABLE.parse().unwrap_or_default();
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return schema;
    };
    for (name, setting) in properties.iter_mut() {
        setting["default"] = json!(settings.get(name).and_then(toml::Value::as_str));
    }
    let moment = generator.subschema_for::<Moment>();
    for part in written() {
        let Part::Rule { id, why, dates } = part else { continue };
        let dates = DATES.map(|(name, _)| {
            let never = (!ALWAYS.contains(&name)).then(|| json_schema!({ "const": NEVER }));
            let forms: Vec<Schema> = iter::once(moment.clone()).chain(never).collect();
            let mut date = json!({ "anyOf": forms });
            if let Some((_, moment)) = dates.iter().find(|(known, _)| *known == name) {
                date["default"] = json!(moment);
            }
            (name.to_owned(), date)
        });
        let rule = json!({
            "description": format!("{why}. `false` switches it off."),
            "anyOf": [
                { "type": "boolean" },
                { "type": "object", "properties": Map::from_iter(dates), "additionalProperties": false },
            ],
        });
        properties.insert(id, rule);
    }
    schema
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let anchors = Anchor::ALL.map(|(_, name, _)| name).join("|");
        let one = format!("({anchors})([+-]{OFFSET})?");
        json_schema!({
            "description": "A day such as D+1d, W+2b or R; `b` are business days, `d` calendar days.",
            "type": "string",
            "pattern": format!("^{one}( else {one})*$"),
        })
    }
}

impl JsonSchema for Offset {
    fn schema_name() -> Cow<'static, str> {
        "Offset".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": format!("^{OFFSET}$") })
    }
}

impl JsonSchema for DayOfYear {
    fn schema_name() -> Cow<'static, str> {
        "DayOfYear".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": r"^\d{1,2}-\d{1,2}$" })
    }
}
