//! A value that a note may hold: there, missing, or there and of no use.

/// A field's value, or why there is none. What needs a bad field waits; what needs a missing one does without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known<T> {
    /// The note doesn't hold it.
    Missing,
    /// The note holds it, but it can't be used; it was reported.
    Bad,
    /// Here it is.
    Is(T),
}

impl<T> Known<T> {
    /// The value, where it is good.
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

    /// Whether it can't be used.
    pub fn is_bad(&self) -> bool {
        matches!(self, Known::Bad)
    }
}

impl<T: Copy> Known<T> {
    /// The other field where this one is missing.
    pub fn or(self, other: Known<T>) -> Known<T> {
        match self {
            Known::Missing => other,
            field => field,
        }
    }
}
