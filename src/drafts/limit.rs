//! The longest that a message should be.

use serde::Deserialize;

use crate::text::place_in;

/// A limit on a message's length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    Words(usize),
    Characters(usize),
}

impl Limit {
    /// The limit's number.
    pub fn most(self) -> usize {
        let (Limit::Words(most) | Limit::Characters(most)) = self;
        most
    }

    /// The name of what is counted.
    pub fn unit(self) -> &'static str {
        match self {
            Limit::Words(_) => "words",
            Limit::Characters(_) => "characters",
        }
    }

    /// The length of a message.
    pub fn length(self, body: &str) -> usize {
        match self {
            Limit::Words(_) => body.split_whitespace().count(),
            Limit::Characters(_) => body.trim().chars().count(),
        }
    }

    /// The place from which a message exceeds the limit; its end if it doesn't.
    pub fn exceeded_at(self, body: &str) -> usize {
        let place = |part: &str| place_in(body, part);
        match self {
            Limit::Words(most) => body.split_whitespace().nth(most).map(place),
            Limit::Characters(most) => {
                let trimmed = body.trim_start();
                let (at, _) = trimmed.char_indices().nth(most).unzip();
                at.map(|at| place(trimmed) + at)
            }
        }
        .unwrap_or(body.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_exceeded_from_the_first_word_or_character_too_many() {
        let cases = [
            (Limit::Words(2), " one two  three", 3, 10),
            (Limit::Words(2), " one two ", 2, 9),
            (Limit::Characters(3), " zoë is here ", 11, 5),
            (Limit::Characters(3), " zoë", 3, 5),
        ];
        for (limit, body, length, at) in cases {
            assert_eq!((limit.length(body), limit.exceeded_at(body)), (length, at), "{body:?}");
        }
    }
}
