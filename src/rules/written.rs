//! Moments, offsets and days of the year as texts in TOML: how they are read, and their JSON Schemas.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de};

use crate::dates::calendar::Offset;
use crate::rules::day_of_year::DayOfYear;
use crate::rules::moment::{Anchor, Moment};

/// A number of business or calendar days.
const OFFSET: &str = r"\d{1,4}[bd]";

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Moment, D::Error> {
        parsed(deserializer, Moment::parse)
    }
}

impl<'de> Deserialize<'de> for Offset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Offset, D::Error> {
        parsed(deserializer, Offset::parse)
    }
}

impl<'de> Deserialize<'de> for DayOfYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<DayOfYear, D::Error> {
        parsed(deserializer, DayOfYear::parse)
    }
}

fn parsed<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| de::Error::custom(format!("{text:?} is not understood")))
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
