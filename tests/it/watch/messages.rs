//! The messages of a watch: problems as they come and go, notices, and services.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use snapbox::{assert_data_eq, str};

use super::{Watching, acme, wait_for_text, wait_until, wait_until_as_fresh};
use crate::support::{DRAFT, NOTE, TODAY, journal};

#[test]
fn problems_are_reported_as_they_come_and_as_they_go() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let runs = || watching.runs().len();
    let edit = |from: &str, to: &str| {
        let before = runs();
        folder.edit("acme.md", from, to);
        wait_until(|| runs() > before, || format!("{:#?}", watching.said()));
    };
    edit("1 week", "soonish");
    edit("## What", "A new line\n\n## What");
    edit("role: Backend", "source: a friend\nrole: Backend");
    edit("soonish", "1 week");
    folder.write("journal.toml", "holidays = [1]\n");
    watching.wait_for_line("journal.toml can't be used");
    folder.edit("acme.md", "humane", "shared");
    folder.write("journal.toml", "holidays = []\n");
    wait_for_text(&folder, DRAFT, "shared");
    watching.wait_for_line("journal.toml → ");
    assert_data_eq!(
        watching.transcript(),
        str![[r#"
watching [..]: 1 today · 1 later · 2 worth doing · 1 open
warning[unknown-window]: the decision window "soonish" is not understood and counts as none
 --> acme.md:6:18
  |
6 | decision_window: soonish
  |                  ^^^^^^^
  |
  = help: write it in one of these forms: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown
acme.md → FOLLOWUPS.md, 1 due today
acme.md → 1 renewed draft, 1 due today
acme.md → FOLLOWUPS.md, 1 due today
fixed: acme.md:7:18: the decision window "soonish" is not understood and counts as none
acme.md → FOLLOWUPS.md, 1 due today
error[invalid-config]: journal.toml can't be used: "the integer" is not a date such as 2026-12-25
 --> journal.toml:1:13
  |
1 | holidays = [1]
  |             ^
  |
  = help: correct this line, or remove it to use the default
journal.toml can be used again
journal.toml → 1 renewed draft, 1 due today

"#]]
    );
}

#[test]
fn a_problem_of_two_notes_goes_with_either() {
    let folder = acme();
    folder.write("copy.md", NOTE);
    let watching = Watching::start(&folder);
    watching.wait_for_line("warning[same-interview]: looks like the same interview as acme.md");
    wait_until_as_fresh(&folder);
    folder.edit("acme.md", "2026-03-02", "2026-03-01");
    watching.wait_for_line("fixed: copy.md:3:7: looks like the same interview as acme.md");
    wait_until_as_fresh(&folder);
    fs::rename(folder.at("copy.md"), folder.at("abc.md")).unwrap();
    folder.edit("abc.md", "2026-03-02", "2026-03-01");
    watching.wait_for_line("warning[same-interview]: looks like the same interview as abc.md");
    wait_until_as_fresh(&folder);
    folder.remove("abc.md");
    watching.wait_for_line("fixed: acme.md:3:7: looks like the same interview as abc.md");
    wait_until_as_fresh(&folder);
}

#[test]
fn q_reports_nothing_but_failures() {
    let folder = acme();
    let watching = Watching::spawn({
        let mut command = Watching::command(&folder);
        command.arg("-q");
        command
    });
    wait_for_text(&folder, DRAFT, "humane");
    folder.edit("acme.md", "1 week", "soonish");
    wait_for_text(&folder, "FOLLOWUPS.md", "soonish");
    fs::create_dir(folder.at("b.md")).unwrap();
    folder.edit("acme.md", "humane", "shared");
    wait_for_text(&folder, DRAFT, "shared");
    assert_eq!(watching.said(), [""; 0]);
}

#[test]
fn a_broken_configuration_or_a_missing_folder_is_refused() {
    let folder = acme();
    folder.write("journal.toml", "nonsense = 1\n");
    let ran = folder.run_on(TODAY, "watch");
    assert_eq!(ran.code, 2);
    assert_eq!(ran.stderr.matches("error[invalid-config]").count(), 1, "{}", ran.stderr);
    assert!(!folder.has("FOLLOWUPS.md"));
    let ran = folder.run(&["watch", "nowhere"]);
    let message = "error: there is no folder nowhere; `journal init nowhere` makes one\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (2, message));
    assert_eq!(folder.run(&["watch", "--poll", "0"]).code, 2);
}

#[test]
fn notices_name_each_due_follow_up_once_and_only_on_a_desktop() {
    let folder = acme();
    let bin = journal(&[("notify-send", "#!/bin/sh\nprintf '%s\\n' \"$*\" >>\"${0%/*}/shown\"\n")]);
    fs::set_permissions(bin.at("notify-send"), Permissions::from_mode(0o755)).unwrap();
    let start = |desktop: bool| {
        let mut command = Watching::command(&folder);
        command.arg("--notify").env("PATH", format!("{}:/usr/bin:/bin", bin.path().display()));
        if desktop {
            command.env("DISPLAY", ":0");
        }
        let watching = Watching::spawn(command);
        watching.wait_for_line("watching ");
        watching
    };
    drop(start(false));
    let watching = start(true);
    let shown = || fs::read_to_string(bin.at("shown")).unwrap_or_default();
    wait_until(|| !shown().is_empty(), || "a notice".to_owned());
    let first = "--app-name=journal -- A follow-up is due Thank Jane Doe · Acme Robotics, Backend engineer\n";
    assert_eq!(shown(), first);
    folder.edit("acme.md", "humane", "shared");
    watching.wait_for_runs(1);
    folder.write("b.md", NOTE.replace("Acme Robotics", "<b>Globex & Co"));
    folder.edit("b.md", "[Jane Doe <jane@acme.example>]", "[Ann Lee, Bo Day]");
    wait_until(|| shown().contains("Bo Day"), || format!("{:?}: {:#?}", shown(), watching.said()));
    let notices = shown().replace(first, "");
    assert!(notices.contains("Thank Ann Lee · &lt;b&gt;Globex &amp; Co"), "{notices}");
    assert!(!notices.contains("Acme"), "it was told before: {notices}");
}

#[test]
fn services_name_this_journal() {
    let outer = journal(&[("my $5 %n \"journal\" & more/acme.md", NOTE)]);
    let root = outer.path().canonicalize().unwrap();
    let name = "my $5 %n \"journal\" & more";
    let ran = outer.run(&["-C", name, "watch", "--notify", "--print-service", "systemd"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let line = ran.stdout.lines().find(|line| line.starts_with("ExecStart=")).unwrap();
    let program = env!("CARGO_BIN_EXE_journal");
    let quoted = format!("{}/my $$5 %%n \\\"journal\\\" & more", root.display());
    assert_eq!(
        line,
        format!(r#"ExecStart="{program}" "watch" "--quiet" "--notify" "--" "{quoted}""#)
    );
    assert!(ran.stdout.contains("\nWantedBy=default.target\n"), "{}", ran.stdout);
    let ran = outer.run(&["-C", name, "watch", "--poll=9", "--print-service", "launchd"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let last = format!("<string>{}/my $5 %n \"journal\" &amp; more</string>", root.display());
    for part in ["<string>--poll=9</string>", &last, "<key>RunAtLoad</key>"] {
        assert!(ran.stdout.contains(part), "{part}: {}", ran.stdout);
    }
    assert!(!outer.has(&format!("{name}/FOLLOWUPS.md")), "it only prints");
}
