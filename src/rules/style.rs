//! The way in which the agenda's file is written.

use schemars::JsonSchema;
use serde::Deserialize;

/// The way in which the agenda's file is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AgendaStyle {
    /// The lines: plain, or obsidian-tasks with the fields of Obsidian's Tasks plugin behind them.
    pub style: LineStyle,
}

/// The form of a line with a box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineStyle {
    #[default]
    Plain,
    ObsidianTasks,
}
