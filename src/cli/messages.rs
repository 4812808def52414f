//! The messages and results of a command, and how names stand in them.

use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::agenda::tick::Unrecorded;
use crate::disk::file::io_reason;
use crate::text::{one_line, shell, visible};

use super::Ending;

/// A message: to standard error, with colour where it can be shown.
pub(super) fn say(message: &str) {
    let _ = writeln!(anstream::stderr(), "{message}");
}

/// Lists what words could mean.
pub(super) fn say_list(lines: impl ExactSizeIterator<Item = String>) {
    let rest = lines.len().saturating_sub(LISTED);
    for line in lines.take(LISTED) {
        say(&format!("  {line}"));
    }
    if rest > 0 {
        say(&format!("  and {rest} more"));
    }
}

/// Says that a note was left as it was, why, and what to do by hand.
pub(super) fn say_refused(refusal: &Unrecorded) {
    say(&format!("error: {} was left as it is: {}", visible(&refusal.note), refusal.why));
    say(&format!("  {}", refusal.by_hand));
}

/// A result: to standard output. A pipe that is closed early is no error.
pub(super) fn print(text: &str) -> Result<(), Ending> {
    let mut out = anstream::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let why = io_reason(&error);
            say(&format!("error: the output could not be written: {why}; send it somewhere else"));
            Err(Ending::NotWritten)
        }
        _ => Ok(()),
    }
}

/// Reports wrong usage or unusable input.
pub(super) fn unusable(message: &str) -> Ending {
    say(&format!("error: {message}"));
    Ending::Unusable
}

/// A path in a message.
pub(super) fn shown(path: &Path) -> String {
    one_line(&path.display().to_string())
}

/// A word for a shell, in quotes only where it needs them.
pub(super) fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/-_.".contains(c);
    match word.chars().all(is_plain) {
        true => word.to_owned(),
        false => shell(word),
    }
}

/// At most this many things are listed that words could mean.
const LISTED: usize = 20;
