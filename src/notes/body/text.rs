//! The text of a body: in memory, or left in the file that it was read from until somebody asks for it.

use std::fmt::Debug;
use std::sync::{Arc, OnceLock};

/// The place where texts that aren't kept can be read again.
pub trait Texts: Debug + Send + Sync {
    /// The text of the file at a path, if it is still the one with this hash. If it isn't, whatever is worked out without
    /// it doesn't count.
    fn again(&self, path: &str, version: u128) -> Option<String>;
}

/// The text of a body.
#[derive(Clone, Debug)]
pub enum Text {
    Kept(Arc<str>),
    Left(Arc<Left>),
}

/// A text that isn't kept: most notes are of settled interviews, and nobody asks for theirs.
#[derive(Debug)]
pub struct Left {
    texts: Arc<dyn Texts>,
    path: Box<str>,
    version: u128,
    /// The place in the file at which it begins.
    start: usize,
    /// It, once it was asked for; `None` if the file has changed by then.
    read: OnceLock<Option<Box<str>>>,
}

impl Text {
    /// The rest of a file, to be read again once it is asked for.
    pub fn left(texts: &Arc<dyn Texts>, path: &str, version: u128, start: usize) -> Text {
        let (texts, path, read) = (Arc::clone(texts), path.into(), OnceLock::new());
        Text::Left(Arc::new(Left { texts, path, version, start, read }))
    }

    /// The text; nothing if it is lost.
    pub fn get(&self) -> &str {
        match self {
            Text::Kept(text) => text,
            Text::Left(left) => left.read().unwrap_or_default(),
        }
    }

    /// Returns true for a text that was asked for when its file had changed.
    pub fn is_lost(&self) -> bool {
        matches!(self, Text::Left(left) if left.read.get() == Some(&None))
    }
}

impl Left {
    fn read(&self) -> Option<&str> {
        let read = || {
            let file = self.texts.again(&self.path, self.version)?;
            file.get(self.start..).map(Box::from)
        };
        self.read.get_or_init(read).as_deref()
    }
}
