//! Options of every command: the day, colours, and the journal's folder.

use super::{AFTER_DECISION, acme, acme_and_globex, status_below};
use crate::support::journal;

#[test]
fn global_options_stand_before_or_after_the_command() {
    let folder = acme_and_globex();
    let expected = folder.run_on(AFTER_DECISION, "agenda").stdout;
    for line in [
        format!("--today {AFTER_DECISION} agenda"),
        format!("agenda --today {AFTER_DECISION}"),
        format!("--color never agenda --today={AFTER_DECISION}"),
        format!("agenda --color never -q --today {AFTER_DECISION}"),
        format!("-v -C . --today {AFTER_DECISION} agenda"),
        format!("agenda -v -C . --today {AFTER_DECISION}"),
    ] {
        let ran = folder.run(&line.split_whitespace().collect::<Vec<_>>());
        assert_eq!((ran.code, &ran.stdout), (0, &expected), "{line}: {}", ran.stderr);
    }
}

#[test]
fn colour_is_for_terminals_or_on_demand() {
    let folder = acme_and_globex();
    let has_colour = |line: &str| {
        let ran = folder.run_on(AFTER_DECISION, line);
        (ran.stdout + &ran.stderr).contains('\u{1b}')
    };
    for command in ["agenda", "build --diff", "build --check"] {
        assert!(!has_colour(command), "{command}");
        assert!(!has_colour(&format!("--color never {command}")), "{command}");
        assert!(has_colour(&format!("{command} --color always")), "{command}");
    }
    let plain = folder.run_on(AFTER_DECISION, "agenda").stdout;
    let coloured = folder.run_on(AFTER_DECISION, "agenda --color always").stdout;
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

#[test]
fn colour_can_be_asked_for_in_the_environment() {
    let folder = acme_and_globex();
    let has_colour = |variables: &[(&str, &str)]| {
        let words = ["agenda", "--today", AFTER_DECISION];
        folder.run_with(&words, variables).stdout.contains('\u{1b}')
    };
    assert!(has_colour(&[("CLICOLOR_FORCE", "1")]));
    assert!(!has_colour(&[("CLICOLOR", "1"), ("TERM", "xterm")]), "a pipe is no terminal");
    assert!(!has_colour(&[("NO_COLOR", "1")]));
}

#[test]
fn the_root_is_the_nearest_folder_upwards_with_a_configuration() {
    let folder = acme_and_globex();
    folder.write("journal.toml", "");
    folder.write("sub/deep/x.txt", "");
    assert_eq!(status_below(&folder, "sub/deep", "build"), 0);
    assert!(folder.has("FOLLOWUPS.md") && !folder.has("sub/deep/FOLLOWUPS.md"));
    assert_eq!(status_below(&folder, "sub/deep", "build --check"), 0);

    folder.write("sub/journal.toml", "");
    assert_eq!(status_below(&folder, "sub/deep", "build"), 0);
    assert!(folder.has("sub/FOLLOWUPS.md"));
}

#[test]
fn without_a_configuration_the_root_is_the_current_folder() {
    let folder = acme_and_globex();
    folder.write("sub/x.md", acme());
    assert_eq!(status_below(&folder, "sub", "build"), 0);
    assert!(folder.has("sub/FOLLOWUPS.md") && !folder.has("FOLLOWUPS.md"));
}

#[test]
fn agenda_takes_a_folder_with_c() {
    let folder = journal(&[("j/acme.md", &acme()), ("j/journal.toml", ""), ("x/acme.txt", "")]);
    for line in ["-C j agenda", "agenda -C j", "-C x/../j agenda"] {
        assert!(folder.run_on(AFTER_DECISION, line).stdout.contains("Acme"), "{line}");
    }
    let absolute = folder.at("j").display().to_string();
    assert!(
        folder.run_on(AFTER_DECISION, &format!("agenda -C {absolute}")).stdout.contains("Acme")
    );
}

#[test]
fn build_takes_a_folder_as_an_argument_or_with_c() {
    for line in
        ["build j", "-C j build", "build -C j", "-C . build j", "-C j build .", "build ./j/"]
    {
        let folder = journal(&[("j/acme.md", &acme())]);
        let ran = folder.run_on(AFTER_DECISION, line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.stderr);
        assert!(folder.has("j/FOLLOWUPS.md") && !folder.has("FOLLOWUPS.md"), "{line}");
    }
}

#[test]
fn a_folder_given_is_the_root_whatever_stands_above() {
    let folder = journal(&[("journal.toml", ""), ("j/acme.md", &acme())]);
    assert!(folder.run_on(AFTER_DECISION, "agenda -C j").stdout.contains("Acme"));
    let paths = folder.run_on(AFTER_DECISION, "agenda -C j --format json").stdout;
    assert!(paths.contains("\"note\": \"acme.md\""), "{paths}");
}
