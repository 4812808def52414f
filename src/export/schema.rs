//! JSON Schemas for the files that people write and the data that programs read, made from the types behind them.
//!
//! They use draft 7, the one that most editors know.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use crate::export::{build, json, stats};
use crate::notes::Note;
use crate::rules::config::Config;

/// The schema of a note's front matter.
pub fn note() -> String {
    text::<Note>(SchemaSettings::draft07())
}

/// The schema of `journal.toml`.
pub fn config() -> String {
    text::<Config>(SchemaSettings::draft07())
}

/// The schema of the agenda as JSON.
pub fn agenda() -> String {
    text::<json::AgendaView<'_>>(SchemaSettings::draft07().for_serialize())
}

/// The schema of a build's outcome as JSON.
pub fn build() -> String {
    text::<build::BuildView<'_>>(SchemaSettings::draft07().for_serialize())
}

/// The schema of the figures as JSON.
pub fn figures() -> String {
    text::<stats::StatsView<'_>>(SchemaSettings::draft07().for_serialize())
}

fn text<T: JsonSchema>(settings: SchemaSettings) -> String {
    json::pretty(&settings.into_generator().into_root_schema_for::<T>())
}
