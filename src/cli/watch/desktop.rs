//! Desktop notices, shown by the desktop's own command.

use std::collections::BTreeSet;
use std::io;
use std::process::{Command, Stdio};
use std::thread;

use crate::agenda::{Agenda, Item};
use crate::plan::status::Status;

/// A notice names at most this many follow-ups.
const LINES: usize = 4;

/// The follow-ups that notices have been shown for.
#[derive(Default)]
pub struct Desktop {
    due: BTreeSet<String>,
    is_missing: bool,
}

impl Desktop {
    /// Shows a notice of what has become due since the last one, if anything. Returns a warning if it can't, once.
    pub fn notice(&mut self, agenda: &Agenda) -> Option<String> {
        let mut warning = None;
        let is_due = |item: &Item| {
            matches!(item.status, Status::Today | Status::Due | Status::Overdue)
                && !item.followup.rule.optional
        };
        let due = agenda.items.iter().filter(|item| is_due(item));
        let due: Vec<(String, String)> =
            due.map(|item| (item.followup.id(), item.label())).collect();
        let new: Vec<&str> = due
            .iter()
            .filter(|(id, _)| !self.due.contains(id))
            .map(|(_, what)| what.as_str())
            .collect();
        if let [first, ..] = new[..] {
            let (title, text) = match new.len() {
                1 => ("A follow-up is due".to_owned(), first.to_owned()),
                n => (format!("{n} follow-ups are due"), listed(&new)),
            };
            warning = self.show(&title, &text);
        }
        self.due = due.into_iter().map(|(id, _)| id).collect();
        warning
    }

    fn show(&mut self, title: &str, text: &str) -> Option<String> {
        let mut command = command(title, text)?;
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        match command.spawn() {
            // The desktop may be slow or never answer, so nothing waits for it.
            Ok(mut shown) => {
                thread::spawn(move || shown.wait());
                None
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && !self.is_missing => {
                self.is_missing = true;
                let program = command.get_program().to_string_lossy();
                Some(format!(
                    "warning: no desktop notices: there is no `{program}` command; install it, or leave out --notify"
                ))
            }
            Err(_) => None,
        }
    }
}

fn listed(lines: &[&str]) -> String {
    let mut text = lines[..lines.len().min(LINES)].join("\n");
    if lines.len() > LINES {
        text.push_str(&format!("\nand {} more", lines.len() - LINES));
    }
    text
}

/// The command that shows a notice; `None` if there is no desktop.
fn command(title: &str, text: &str) -> Option<Command> {
    if cfg!(target_os = "macos") {
        // The text is passed as arguments, so that none of it can be taken for script.
        let script = "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run";
        let mut command = Command::new("osascript");
        command.args(["-e", script, "--", title, text]);
        return Some(command);
    }
    let is_there = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"].into_iter().any(is_there) {
        return None;
    }
    // A notice's text may contain markup.
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut command = Command::new("notify-send");
    command.args(["--app-name=journal", "--", title, &text]);
    Some(command)
}
