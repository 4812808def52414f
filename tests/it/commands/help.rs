//! What `--help` prints.

use clap::Command;
use journal::unstable::command;

use crate::support::{Folder, words};

/// The widest line, as in a terminal of the usual size.
const COLUMNS: usize = 80;

/// Every command, with the words that are typed for it, and the program itself.
fn commands() -> Vec<(Vec<String>, Command)> {
    fn add(words: &[String], command: &Command, all: &mut Vec<(Vec<String>, Command)>) {
        all.push((words.to_vec(), command.clone()));
        for command in command.get_subcommands().filter(|command| command.get_name() != "help") {
            add(&[words, &[command.get_name().to_owned()]].concat(), command, all);
        }
    }
    let mut all = Vec::new();
    add(&[], &command(), &mut all);
    all
}

/// What an option such as `--help` prints of a command.
fn help(command: &[String], option: &str) -> String {
    let words: Vec<&str> = command.iter().map(String::as_str).chain([option]).collect();
    let ran = Folder::new().run(&words);
    assert_eq!((ran.code, &*ran.stderr), (0, ""), "{words:?}");
    ran.stdout
}

/// The lines under `Examples:`.
fn examples(help: &str) -> Vec<&str> {
    let lines = help.lines().skip_while(|line| *line != "Examples:").skip(1);
    lines.take_while(|line| line.starts_with("    ")).map(str::trim).collect()
}

#[test]
fn no_line_of_help_is_wider_than_a_terminal() {
    for (words, _) in commands() {
        for option in ["-h", "--help"] {
            for line in help(&words, option).lines() {
                assert!(line.chars().count() <= COLUMNS, "{words:?} {option}: {line}");
            }
        }
    }
}

#[test]
fn every_command_has_examples_that_it_understands() {
    for (name, _) in commands() {
        let help = help(&name, "--help");
        let examples = examples(&help);
        assert!(!examples.is_empty(), "{name:?} has no example");
        for example in examples {
            let line = example.trim_start_matches("source <(").trim_end_matches(')');
            let line = words(line.split(['|', '>']).next().unwrap());
            assert_eq!(line[0], "journal", "{example}");
            assert_eq!(line[1..].get(..name.len()), Some(&*name), "{example} is of {name:?}");
            if let Err(error) = command().try_get_matches_from(&line) {
                panic!("{example}: {error}");
            }
        }
    }
}

#[test]
fn options_of_every_command_stand_below_its_own() {
    for (words, command) in commands() {
        let help = help(&words, "--help");
        let (own, global) = help.split_once("\nGlobal options:\n").unwrap();
        for option in ["--today", "--color", "--quiet", "--verbose", "--help"] {
            assert!(global.contains(option), "{words:?} {option}");
            assert!(!own.contains(&format!("  {option}")), "{words:?} {option}");
        }
        let has_own =
            command.get_arguments().any(|arg| !arg.is_global_set() && !arg.is_positional());
        let has_headings =
            own.lines().any(|line| line == "Options:") || help.contains("The interview:");
        assert_eq!(has_headings, has_own && !words.is_empty(), "{words:?}");
    }
}

#[test]
fn commands_stand_in_the_order_of_use() {
    let names: Vec<String> =
        command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
    assert_eq!(
        names[..7],
        ["init", "new", "build", "watch", "agenda", "show", "mail"],
        "then what is recorded, and what is exported"
    );
}
