//! `journal completions`: the script for a shell, and the answers when the shell asks.

use std::ffi::{OsStr, OsString};

use clap::builder::PossibleValue;
use clap::{Arg, Args, ValueEnum, ValueHint};
use clap_complete::env::{CompleteEnv, Elvish, Fish, Shells};
use clap_complete::{ArgValueCompleter, CompletionCandidate};

use super::{Ending, print, unusable};

mod candidates;
mod line;
mod shells;

use candidates::{Asked, companies, live, news, recorded, to_mail, unsettled};
use line::Line;
use shells::{BASH, POWERSHELL, ZSH};

/// The variable with which a shell's script asks.
const VARIABLE: &str = "JOURNAL_COMPLETE";

/// The shells.
const SHELLS: Shells<'static> = Shells(&[&BASH, &Elvish, &Fish, &POWERSHELL, &ZSH]);

/// Gives the values that a journal knows.
type Values = fn(&Asked<'_>) -> Vec<CompletionCandidate>;

/// The arguments whose values a journal knows: the command, the argument, and what gives the values.
const KNOWN: [(&str, &str, Values); 9] = [
    ("agenda", "company", companies),
    ("done", "words", unsettled),
    ("heard", "words", news),
    ("mail", "words", to_mail),
    ("new", "company", companies),
    ("show", "words", live),
    ("skip", "words", unsettled),
    ("snooze", "words", unsettled),
    ("undo", "words", recorded),
];

/// The commands that take the journal's folder as an argument.
const WITH_FOLDER: [&str; 4] = ["build", "init", "report", "watch"];

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
    let written = SHELLS.completer(name).is_some_and(|shell| {
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
    let Some(shell) = std::env::var_os(VARIABLE) else { return false };
    let line = Line::of(&shell, std::env::args_os().skip_while(|word| word != "--").skip(1));
    let words: Vec<OsString> = ["journal", "--"].map(OsString::from).into();
    let words = words.into_iter().chain(line.words.iter().cloned());
    let asked = CompleteEnv::with_factory(|| command(&line)).shells(SHELLS).var(VARIABLE);
    let here = std::env::current_dir().ok();
    asked.try_complete(words, here.as_deref()).unwrap_or(true)
}

/// The command line, with the values that its journal knows.
fn command(line: &Line) -> clap::Command {
    let folder = |argument: Arg| argument.value_hint(ValueHint::DirPath);
    let command = super::command().mut_arg("root", folder);
    let command = WITH_FOLDER.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, |command| command.mut_arg("folder", folder))
    });
    KNOWN.into_iter().fold(command, |command, (name, argument, values)| {
        let line = line.clone();
        let completer = ArgValueCompleter::new(move |begun: &OsStr| {
            let asked = begun.to_str().and_then(|begun| Asked::new(&line, begun));
            asked.map(|asked| values(&asked)).unwrap_or_default()
        });
        command.mut_subcommand(name, |command| {
            command.mut_arg(argument, |argument| argument.add(completer))
        })
    })
}
