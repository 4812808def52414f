//! The user's editor, for `journal new -e`.

use std::path::Path;
use std::process::Command;

use crate::cli::{Ending, unusable};
use crate::disk::file;
use crate::text::one_line;

/// The command in $VISUAL, or else in $EDITOR, with its arguments.
pub(super) fn editor() -> Result<String, Ending> {
    let editor = ["VISUAL", "EDITOR"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|command| !command.trim().is_empty()));
    editor.ok_or_else(|| {
        unusable(
            "-e needs the name of an editor in $VISUAL or $EDITOR, such as `export EDITOR=nano`",
        )
    })
}

/// Opens the note in the editor, and ends with the editor's status.
pub(super) fn open(editor: &str, path: &Path) -> Result<Ending, Ending> {
    let status = with_arguments(editor).arg(path).status().map_err(|error| {
        let why = file::io_reason(&error);
        unusable(&format!(
            "{} can't be started: {why}; the note is there, so open it yourself",
            one_line(editor)
        ))
    })?;
    if status.success() {
        return Ok(Ending::Done);
    }
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(Ending::Edited(code.unwrap_or(1)))
}

/// Runs the command in a shell, as git does, so that quotes and arguments work.
#[cfg(unix)]
fn with_arguments(editor: &str) -> Command {
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg("editor");
    command
}

#[cfg(not(unix))]
fn with_arguments(editor: &str) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}
