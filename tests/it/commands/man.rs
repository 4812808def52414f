//! The manual page.

use std::process::Command;

use journal::unstable::command;

use crate::support::{Folder, finish};

/// The columns that an example has on a page in 80 columns.
const COLUMNS: usize = 80 - 11;

fn page() -> String {
    let ran = Folder::new().run(&["man"]);
    assert_eq!((ran.code, &*ran.stderr), (0, ""));
    ran.stdout
}

#[test]
fn it_has_every_section_in_the_usual_order() {
    let page = page();
    let sections: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    let expected = [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "COMMANDS",
        "\"GLOBAL OPTIONS\"",
        "\"EXIT STATUS\"",
        "FILES",
        "ENVIRONMENT",
        "EXAMPLES",
        "\"SEE ALSO\"",
    ];
    assert_eq!(sections, expected);
}

#[test]
fn it_has_every_command_with_its_options() {
    fn check(page: &str, words: &str, command: &clap::Command) {
        let heading = match words.contains(' ') {
            true => format!("\n.SS \"{words}\"\n"),
            false => format!("\n.SS {words}\n"),
        };
        let part = page.split_once(&heading).unwrap_or_else(|| panic!("no {words}")).1;
        let part = part.split("\n.S").next().unwrap();
        for option in command.get_arguments().filter_map(|arg| arg.get_long()) {
            let option = format!("\\-\\-{}", option.replace('-', "\\-"));
            assert!(part.contains(&option), "{words} {option}:\n{part}");
        }
        for below in command.get_subcommands() {
            check(page, &format!("{words} {}", below.get_name()), below);
        }
    }
    let page = page();
    for command in command().get_subcommands() {
        check(&page, command.get_name(), command);
    }
}

#[test]
fn it_is_the_same_in_any_environment() {
    let folder = Folder::new();
    for variables in [("COLUMNS", "200"), ("TZ", "Asia/Tokyo"), ("NO_COLOR", "1")] {
        assert_eq!(folder.run_with(&["man"], &[variables]).stdout, page(), "{variables:?}");
    }
}

#[test]
fn its_examples_fit_on_a_page() {
    let page = page();
    for block in page.split("\n.nf\n").skip(1) {
        let (block, _) = block.split_once("\n.fi\n").unwrap();
        for line in block.lines() {
            let line = line.replace("\\-", "-").replace("\\*(Aq", "'");
            assert!(line.chars().count() <= COLUMNS, "{line}");
        }
    }
}

/// Where there is a program for manual pages, which has to find nothing odd.
#[test]
fn it_is_set_without_a_warning() {
    let folder = Folder::new();
    folder.write("journal.1", page());
    let mut groff = Command::new("groff");
    groff.args(["-man", "-Tutf8", "-ww", "journal.1"]).current_dir(folder.path());
    if groff.output().is_ok() {
        let ran = finish(&mut groff);
        assert_eq!((ran.code, &*ran.stderr), (0, ""));
        assert!(ran.stdout.contains("thank-you") || ran.stdout.contains("whom to thank"));
    }
}
