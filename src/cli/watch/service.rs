//! Services that keep a journal up to date in the background.

use std::path::Path;

use crate::disk::root::resolved;
use crate::text::slug;

use super::super::{Ending, Setup, unusable};
use super::Arguments;

/// The command that a service runs.
pub struct Command {
    words: Vec<String>,
    /// A name for the service, different for each journal.
    name: String,
}

/// The command for this journal. The error is a path that can't be written in a service definition.
pub fn command(setup: &Setup, arguments: &Arguments) -> Result<Command, Ending> {
    let utf8 = |path: &Path| match path.to_str().filter(|path| !path.contains(char::is_control)) {
        Some(path) => Ok(path.to_owned()),
        None => Err(unusable(
            "a service definition can't contain this path: it is not plain text; rename the folder",
        )),
    };
    let program = std::env::current_exe().map_err(|error| {
        unusable(&format!("the path of this program isn't known: {error}; run it by its full path"))
    })?;
    let root = resolved(&setup.root).map_err(|error| {
        unusable(&format!("the folder can't be used: {error}; name another one"))
    })?;
    let root = utf8(&root)?;
    let name = format!("journal-{}", slug(&root, "watch"));
    let mut words = vec![utf8(&program)?, "watch".to_owned(), "--quiet".to_owned()];
    if arguments.notify {
        words.push("--notify".to_owned());
    }
    if let Some(seconds) = arguments.poll {
        words.push(format!("--poll={seconds}"));
    }
    words.extend(["--".to_owned(), root]);
    Ok(Command { words, name })
}

/// A systemd user unit.
pub fn systemd(command: &Command) -> String {
    let Command { words, name } = command;
    let line: Vec<String> = words.iter().map(|word| systemd_word(word)).collect();
    format!(
        "# Save this as ~/.config/systemd/user/{name}.service, then:\n\
         #   systemctl --user enable --now {name}\n\
         # What it says: journalctl --user -u {name}\n\
         [Unit]\n\
         Description=Keeps the follow-ups of a journal up to date\n\
         \n\
         [Service]\n\
         ExecStart={}\n\
         Restart=on-failure\n\
         RestartSec=5\n\
         # Another watcher runs, or journal.toml can't be used: starting again wouldn't help.\n\
         RestartPreventExitStatus=2\n\
         \n\
         [Install]\n\
         WantedBy=default.target\n",
        line.join(" ")
    )
}

/// A launchd agent.
pub fn launchd(command: &Command) -> String {
    let Command { words, name } = command;
    let arguments: String =
        words.iter().map(|word| format!("        <string>{}</string>\n", xml(word))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!-- Save this as ~/Library/LaunchAgents/{name}.plist, then:\n     \
              launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/{name}.plist -->\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n<dict>\n    \
             <key>Label</key>\n    <string>{name}</string>\n    \
             <key>ProgramArguments</key>\n    <array>\n{arguments}    </array>\n    \
             <key>RunAtLoad</key>\n    <true/>\n    \
             <key>KeepAlive</key>\n    <dict>\n        <key>SuccessfulExit</key>\n        <false/>\n    </dict>\n    \
             <key>ThrottleInterval</key>\n    <integer>60</integer>\n\
         </dict>\n</plist>\n"
    )
}

/// A word of a unit's command line, where `%` and `$` are special even in quotes.
fn systemd_word(word: &str) -> String {
    let mut quoted = String::from("\"");
    for c in word.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '%' | '$' => quoted.extend([c, c]),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
