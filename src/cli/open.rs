//! Programs of the desktop: the one that opens a file or a link, and the one that fills the clipboard.

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};

/// The program that opens whatever it is given.
pub const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

/// Programs that take the clipboard's text: the variable that tells of the desktop they are for, their name and arguments.
const CLIPBOARDS: [(Option<&str>, &str, &[&str]); 6] = [
    (Some("WAYLAND_DISPLAY"), "wl-copy", &[]),
    (Some("DISPLAY"), "xclip", &["-selection", "clipboard"]),
    (Some("DISPLAY"), "xsel", &["--clipboard", "--input"]),
    (None, "pbcopy", &[]),
    (None, "clip.exe", &[]),
    (None, "termux-clipboard-set", &[]),
];

/// Opens a file or a link with the program that the desktop has for it; false if that fails.
pub fn open(target: &OsStr) -> bool {
    let mut command = Command::new(OPENER);
    command.arg(target).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // Windows gives no status that means anything.
    command.status().is_ok_and(|status| status.success() || cfg!(windows))
}

/// Puts a text on the clipboard; false if there is no program for it, or none that can.
pub fn copy(text: &str) -> bool {
    let is_there = |variable: &Option<&str>| {
        variable.is_none_or(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
    };
    let here = CLIPBOARDS.iter().filter(|(variable, ..)| is_there(variable));
    here.into_iter().any(|(_, program, arguments)| feed(program, arguments, text))
}

/// Starts a program, gives it a text, and waits for its end; false if that fails.
fn feed(program: &str, arguments: &[&str], text: &str) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    // Windows would take it for text in an old code page.
    let bytes = match program {
        "clip.exe" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        _ => text.as_bytes().to_vec(),
    };
    let is_given = child.stdin.take().is_some_and(|mut input| input.write_all(&bytes).is_ok());
    child.wait().is_ok_and(|status| status.success()) && is_given
}
