//! `journal completions`: the script for a shell, and the answers when the shell asks.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::Arc;

use crate::disk::root::find_root;
use crate::engine::Detail;
use crate::session::Session;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use clap_complete::CompletionCandidate;
use clap_complete::env::{CompleteEnv, Shells};

use super::{Ending, now, print, unusable};

/// The variable with which a shell's script asks.
const VARIABLE: &str = "JOURNAL_COMPLETE";

#[derive(Args)]
pub struct Arguments {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

#[derive(Clone, Copy, ValueEnum)]
enum Shell {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

pub fn run(arguments: &Arguments) -> Result<Ending, Ending> {
    let shell = arguments.shell.to_possible_value();
    let name = shell.as_ref().map(PossibleValue::get_name).unwrap_or_default();
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let written = shells.completer(name).is_some_and(|shell| {
        shell.write_registration(VARIABLE, "journal", "journal", "journal", &mut script).is_ok()
    });
    if !written {
        return Err(unusable(&format!("there are no completions for {name}")));
    }
    print(&String::from_utf8_lossy(&script))?;
    Ok(Ending::Done)
}

/// Answers a shell that asks for completions; false if none does.
pub fn answer() -> bool {
    let asked = CompleteEnv::with_factory(super::command).var(VARIABLE);
    asked.try_complete(std::env::args_os(), None).unwrap_or(true)
}

/// The ids of the follow-ups that are still to be done. Nothing is written, and an error gives none.
pub fn followups(begun: &OsStr) -> Vec<CompletionCandidate> {
    let Some(begun) = begun.to_str() else { return Vec::new() };
    let Ok(current) = std::env::current_dir() else { return Vec::new() };
    let root = find_root(folder().as_deref(), &current);
    let Ok(mut session) = Session::open(root, Detail::Shown, Arc::default()) else {
        return Vec::new();
    };
    session.look(|_| {});
    let items = session.work_out(now().date_naive()).agenda.items;
    let live = items.iter().filter(|item| item.status.is_live());
    let candidates = live.map(|item| {
        let about = item.label();
        (item.followup.id(), about)
    });
    candidates
        .filter(|(id, _)| id.starts_with(begun))
        .map(|(id, about)| CompletionCandidate::new(id).help(Some(about.into())))
        .collect()
}

/// The folder given with -C in the words that are completed.
fn folder() -> Option<PathBuf> {
    let mut words = std::env::args_os().skip_while(|word| word != "--");
    words.find(|word| word == "-C").and_then(|_| words.next()).map(PathBuf::from)
}
