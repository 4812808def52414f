//! Mistakes in the `[cadence]` section of `journal.toml`.

use crate::text::nearest;

/// An error in a change to the cadence, with a message that says what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// No rule, setting or date has this name.
    UnknownName(String),
    /// The value can't be used.
    InvalidValue(String),
}

impl Mistake {
    /// A mistake in a name, with the name that was probably meant, or else all that there are.
    pub fn unknown_name<'k>(
        what: &str,
        name: &str,
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) -> Mistake {
        Mistake::UnknownName(match nearest(name, known.clone()) {
            Some(near) => format!("no {what} is called {name:?}; did you mean {near:?}?"),
            None => {
                let known: Vec<&str> = known.into_iter().collect();
                format!("no {what} is called {name:?}; there are {}", known.join(", "))
            }
        })
    }
}
