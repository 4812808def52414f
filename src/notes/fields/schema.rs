//! The front matter as a JSON Schema, made from the table of fields and their types.
//!
//! A schema can't express everything: whatever it rejects is a problem, but it doesn't reject every problem. It expects
//! the names of fields as documented, while a note may write them in any case.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::keys::{self, APPLIED, COMPANY, DATE, INTERVIEWS, OUTCOME};
use super::written::{Interview, Written, nothing};
use crate::notes::Note;

impl JsonSchema for Note {
    fn schema_name() -> Cow<'static, str> {
        "Note".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = Map::new();
        let needed = [COMPANY.name(), DATE.name()];
        for field in keys::ALL {
            let mut forms = vec![(field.schema)(generator)];
            if !needed.contains(&field.names[0]) {
                forms.push(nothing());
            }
            properties.extend(field.names.iter().enumerate().map(|(at, name)| {
                let about = match at {
                    0 => field.about.trim().to_owned(),
                    _ => format!("Another name of `{}`. {}", field.names[0], field.about.trim()),
                };
                ((*name).to_owned(), json!({ "description": about, "anyOf": forms }))
            }));
        }
        let one_of = |names: &[&[&str]]| -> Vec<Value> {
            names.iter().copied().flatten().map(|name| json!({ "required": [name] })).collect()
        };
        // No type: an editor that takes the body for YAML would complain about it.
        json_schema!({
            "title": "The front matter of an interview's note",
            "description": "Only `company` and `date` must be there, or `applied` for an application. Keys that are not named here are your own.",
            "properties": properties,
            "allOf": [
                { "anyOf": one_of(&[COMPANY.names]) },
                { "anyOf": one_of(&[DATE.names, APPLIED.names, OUTCOME.names, INTERVIEWS.names]) },
            ],
        })
    }
}

impl Written for Vec<Interview> {
    const NAME: &'static str = "Interviews";

    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
        let inner = keys::ALL.iter().filter(|field| field.names[0] != keys::INTERVIEWS.name());
        let mut properties = Map::new();
        for field in inner {
            let forms = [(field.schema)(generator), nothing()];
            let names = field.names.iter();
            let about = field.about.trim();
            properties.extend(
                names.map(|name| {
                    ((*name).to_owned(), json!({ "description": about, "anyOf": forms }))
                }),
            );
        }
        let round = json!({ "type": "object", "properties": properties });
        let own = json!({ "not": { "type": "object" } });
        let rounds = json_schema!({ "type": "array", "items": { "anyOf": [round, own] } });
        // A key of this name may be the user's own.
        vec![rounds, json_schema!({ "not": { "type": "array" } })]
    }
}
