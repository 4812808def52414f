//! The TOML reader's messages in plain words.

use crate::text::nearest;

/// A message about a setting, as a person would put it.
pub fn in_words(message: &str) -> String {
    reworded(message).unwrap_or_else(|| message.to_owned())
}

fn reworded(message: &str) -> Option<String> {
    if let Some(rest) = message.strip_prefix("unknown field `") {
        let (name, known) = rest.split_once('`')?;
        let known: Vec<&str> = ticked(known).collect();
        return Some(match nearest(name, known.iter().copied()) {
            Some(near) => format!("there is no setting {name:?}; did you mean {near:?}?"),
            None => format!("there is no setting {name:?} here, only {}", known.join(", ")),
        });
    }
    if let Some(rest) = message.strip_prefix("unknown variant `") {
        let (value, known) = rest.split_once('`')?;
        let known: Vec<String> = ticked(known).map(|value| format!("{value:?}")).collect();
        return Some(format!("{value:?} is not possible here; write {}", known.join(" or ")));
    }
    if let Some(rest) = message.strip_prefix("invalid type: ") {
        let (found, expected) = rest.split_once(", expected ")?;
        let number = || found.split('`').nth(1);
        return Some(match (expected, found.strip_prefix("string ")) {
            ("a sequence", Some(text)) => format!("this should be a list: [{text}]"),
            ("a sequence", None) => "this should be a list: [\"…\"]".to_owned(),
            ("a string", _) => match number() {
                Some(number) => format!("this should be text in quotes: \"{number}\""),
                None => "this should be text in quotes".to_owned(),
            },
            _ => format!("this should be {expected}"),
        });
    }
    match message {
        "string values must be quoted, expected literal string" => {
            Some("text has to stand in quotes, and true and false in small letters".to_owned())
        }
        "invalid boolean, expected `true`" | "invalid boolean, expected `false`" => {
            Some("write true or false, in small letters and without quotes".to_owned())
        }
        "wanted string or table" => Some("this should be text in quotes".to_owned()),
        _ => None,
    }
}

/// The words of a text that stand in backticks.
fn ticked(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readers_messages_are_put_in_plain_words() {
        let cases = [
            (
                "unknown field `date`, expected one of `ignore`, `dates`",
                "there is no setting \"date\"; did you mean \"dates\"?",
            ),
            (
                "unknown field `tables`, expected `style`",
                "there is no setting \"tables\" here, only style",
            ),
            (
                "unknown variant `day`, expected `day first` or `month first`",
                "\"day\" is not possible here; write \"day first\" or \"month first\"",
            ),
            (
                "invalid type: string \"employer\", expected a sequence",
                "this should be a list: [\"employer\"]",
            ),
            (
                "invalid type: integer `3`, expected a string",
                "this should be text in quotes: \"3\"",
            ),
            (
                "invalid type: integer `3`, expected false to switch a rule off",
                "this should be false to switch a rule off",
            ),
            ("something else", "something else"),
        ];
        for (message, expected) in cases {
            assert_eq!(in_words(message), expected);
        }
    }
}
