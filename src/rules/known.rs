//! A value that may be known, missing or unusable.

/// The value of a field, or the reason why there is none. A follow-up that needs a bad field waits; one that needs a
/// missing field does without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known<T> {
    /// The note doesn't have it.
    Missing,
    /// The note has it, but it can't be used, and that was reported.
    Bad,
    /// The note has it.
    Is(T),
}

impl<T> Known<T> {
    /// The value, if it is known.
    pub fn value(&self) -> Option<&T> {
        match self {
            Known::Is(value) => Some(value),
            _ => None,
        }
    }

    /// The field by reference.
    pub fn as_ref(&self) -> Known<&T> {
        match self {
            Known::Missing => Known::Missing,
            Known::Bad => Known::Bad,
            Known::Is(value) => Known::Is(value),
        }
    }

    /// Returns true for a field that can't be used.
    pub fn is_bad(&self) -> bool {
        matches!(self, Known::Bad)
    }
}

impl<T: Copy> Known<T> {
    /// This field, or the other one if this is missing.
    pub fn or(self, other: Known<T>) -> Known<T> {
        match self {
            Known::Missing => other,
            field => field,
        }
    }

    /// The same, where the other one has to be worked out.
    pub fn or_else(self, other: impl FnOnce() -> Known<T>) -> Known<T> {
        match self {
            Known::Missing => other(),
            field => field,
        }
    }
}
