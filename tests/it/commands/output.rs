//! Standard output and standard error: pipes that close early, full devices, and which text goes where.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::{AFTER_DECISION, acme, acme_and_globex};
use crate::support::{Folder, TODAY, journal};

#[test]
fn a_pipe_that_closes_early_is_no_failure() {
    let folder = Folder::new();
    for at in 0..400 {
        folder.write(&format!("{at}.md"), acme().replace("Acme", &format!("Acme {at}")));
    }
    for line in
        ["agenda", "agenda --format json", "agenda --format csv", "build --diff", "build --check"]
    {
        let mut command = folder.program("");
        command.args(line.split_whitespace()).args(["--today", AFTER_DECISION]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!first.is_empty() && !stderr.contains("panicked"), "{line}: {stderr}");
        let expected = i32::from(line.ends_with("--check"));
        assert_eq!(output.status.code(), Some(expected), "{line}: {stderr}");
    }
}

#[test]
fn results_go_to_standard_output_and_messages_to_standard_error() {
    let folder = acme_and_globex();
    assert_eq!(folder.run_on(AFTER_DECISION, "agenda").stderr, "");
    assert_eq!(folder.run_on(AFTER_DECISION, "build").stdout, "");
    let help = folder.run(&["--help"]);
    assert_eq!((help.code, help.stderr.as_str()), (0, ""));
    for word in ["build", "agenda", "--today", "--color", "Exit status"] {
        assert!(help.stdout.contains(word), "{word}");
    }
    let version = folder.run(&["--version"]);
    assert_eq!(version.stdout, format!("journal {}\n", env!("CARGO_PKG_VERSION")));
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_can_not_be_written_is_an_error() {
    let folder = journal(&[("acme.md", &acme())]);
    for words in ["schema note", "agenda", "check", "new Globex", "build --diff"] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = folder.program("");
        command.args(words.split(' ')).args(["--today", TODAY]);
        let output = command.stdout(full).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{words}: {told}");
        assert!(told.contains("error: the output could not be written: No space left"), "{told}");
    }
}

#[test]
fn a_shell_gets_a_script_and_asks_for_what_is_to_be_done() {
    let folder = acme_and_globex();
    let before = folder.files();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = folder.run(&["completions", shell]);
        assert!(ran.code == 0 && ran.stdout.contains("JOURNAL_COMPLETE"), "{shell}: {ran:?}");
    }
    let ran = folder.run(&["completions", "tcsh"]);
    assert!(ran.code == 2 && ran.stderr.contains("bash"), "{ran:?}");
    let asked = [("JOURNAL_COMPLETE", "fish")];
    let ran = folder.run_with(&["--", "journal", "done", "acme/"], &asked);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    folder.write("journal.toml", "nonsense");
    let ran = folder.run_with(&["--", "journal", "done", ""], &asked);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "an error is silent");
    folder.remove("journal.toml");
    assert_eq!(folder.files(), before);
}
