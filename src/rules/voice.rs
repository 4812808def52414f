//! The voice of messages: how they begin and end, and the order of their dates.

use schemars::JsonSchema;
use serde::Deserialize;

/// The words with which messages begin and end, and the order of their dates.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Voice {
    /// The word before a name: Hi, Dear or Hello. Instead of Hi it is Dear before a title such as Mrs or Dr.
    pub greeting: Greeting,
    /// The line above your name.
    pub closing: String,
    /// The order of day and month: british is 12 March, american is March 12.
    pub dates: DateOrder,
}

impl Default for Voice {
    fn default() -> Voice {
        let closing = "Best regards".to_owned();
        Voice { greeting: Greeting::Hi, closing, dates: DateOrder::British }
    }
}

/// The word before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Greeting {
    #[serde(alias = "hi")]
    Hi,
    #[serde(alias = "dear")]
    Dear,
    #[serde(alias = "hello")]
    Hello,
}

impl Greeting {
    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Greeting::Hi => "Hi",
            Greeting::Dear => "Dear",
            Greeting::Hello => "Hello",
        }
    }
}

/// The order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    #[serde(alias = "British")]
    British,
    #[serde(alias = "American")]
    American,
}
