//! Notes in the forms of other people's journals: what is understood of them as they are, what is proposed, and what the
//! agenda then holds. Every form is a file in `tests/foreign/`, with what comes of it beside it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use snapbox::{Data, assert_data_eq};

use crate::support::{Folder, journal, problems_of};

const TODAY: &str = "2026-03-16";

fn forms() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    paths.sort();
    paths
}

/// The files of a form, each below a line such as `=== path`, but for the empty line before the next.
fn files(form: &str) -> Vec<(&str, &str)> {
    let parts = form.split("\n=== ").skip(1);
    parts.map(|part| part.split_once('\n').unwrap()).collect()
}

/// The notes, the problems and the agenda of a folder.
fn state(folder: &Folder) -> String {
    let agenda = folder.agenda(TODAY);
    let mut text = String::new();
    let field = |one: &serde_json::Value, name: &str| one[name].as_str().unwrap_or("-").to_owned();
    for process in agenda["processes"].as_array().unwrap() {
        let parts = ["company", "role", "stage", "since"].map(|name| field(process, name));
        writeln!(text, "process: {}", parts.join(", ")).unwrap();
    }
    let followups = agenda["followups"].as_array().unwrap().iter();
    let is_live = |one: &&serde_json::Value| {
        ["open", "today", "due", "overdue"].contains(&one["status"].as_str().unwrap())
    };
    for one in followups.filter(is_live) {
        let parts = ["status", "title", "company", "due"].map(|name| field(one, name));
        writeln!(text, "follow-up: {}", parts.join(", ")).unwrap();
    }
    for problem in problems_of(&agenda) {
        writeln!(text, "problem: {problem}").unwrap();
    }
    if text.is_empty() { "nothing\n".to_owned() } else { text }
}

/// What comes of a form: as it is, what is proposed, and with that.
fn outcome(form: &str) -> String {
    let folder = journal(&files(form));
    let before = state(&folder);
    let checked = folder.run_on(TODAY, "check").stdout;
    let proposal = checked.split_once("\nproposal for journal.toml").map(|(_, text)| text);
    let proposal = proposal.and_then(|text| text.split_once("\n\n")).map(|(_, text)| text);
    let Some(proposal) = proposal else {
        assert_eq!(folder.run_on(TODAY, "init --yes").code, 0);
        return format!("As it is:\n\n{before}\nNothing is proposed.\n");
    };
    // It is shown, and only written if that is wanted.
    let shown = folder.run_on(TODAY, "init");
    assert!(!folder.has("journal.toml"), "{shown:?}");
    let files = folder.files();
    let ran = folder.run_on(TODAY, "init --yes");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(folder.files().len(), files.len() + 1, "{:?}", folder.files());
    let after = state(&folder);
    let (_, outlook) = proposal.rsplit_once("with it: ").unwrap();
    assert!(ran.stderr.contains(&format!("with it: {outlook}")), "{ran:?}");
    // The lines by themselves do the same.
    let (lines, _) = proposal.rsplit_once("\n\nwith it").unwrap();
    folder.write("journal.toml", lines);
    assert_eq!(state(&folder), after);
    let again = folder.run_on(TODAY, "check").stdout;
    // As long as the user hasn't chosen, the choice is asked for.
    assert_eq!(again.contains("proposal for"), before == after, "{again}");
    format!("As it is:\n\n{before}\nProposed:\n\n{proposal}\nWith that:\n\n{after}")
}

#[test]
fn each_form_is_understood_as_it_is_written_down() {
    let forms = forms();
    assert!(forms.len() >= 40, "{}", forms.len());
    for path in forms {
        let form = fs::read_to_string(&path).unwrap();
        assert_data_eq!(outcome(&form), Data::read_from(&path.with_extension("out"), None));
    }
}
