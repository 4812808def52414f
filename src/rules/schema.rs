//! A JSON Schema of the `[cadence]` section of `journal.toml`: the settings and every rule's dates, with their defaults.

use std::iter;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::cadence::Cadence;
use super::moment::Moment;
use super::table::{DATES, NEVER, Part, TABLE, written};

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
