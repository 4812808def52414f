//! The agenda's own section: every line that the user wrote stays.

use super::{assert_settled, built};
use crate::support::{AGENDA, NOTE, Random, TODAY, journal};

#[test]
fn a_hand_written_agenda_keeps_its_text() {
    for text in ["# My list\n\n- call Jane\n", "no line feed", "\u{feff}# Mine\r\n\r\n* x\r\n"] {
        let folder = journal(&[("acme.md", NOTE), (AGENDA, text)]);
        let agenda = folder.build(TODAY);
        let own = agenda.split("## Your own notes\n").nth(1).unwrap();
        let lines = |text: &str| -> Vec<String> {
            let text = text.trim_start_matches('\u{feff}');
            text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        assert_eq!(lines(own), lines(text));
        assert_settled(&folder);
    }
}

#[test]
fn lines_written_anywhere_move_to_the_own_section_once_and_in_order() {
    let folder = built();
    let lines = folder.read(AGENDA).lines().count();
    for seed in 1..=20 {
        let folder = built();
        let mut random = Random(seed);
        let agenda = folder.read(AGENDA);
        let mut places: Vec<usize> = (0..3).map(|_| random.below(lines)).collect();
        places.sort_unstable();
        let mut text = String::new();
        for (at, line) in agenda.lines().enumerate() {
            for (number, place) in places.iter().enumerate() {
                if *place == at {
                    text.push_str(&format!("mine {number}\n"));
                }
            }
            text.push_str(line);
            text.push('\n');
        }
        folder.write(AGENDA, &text);
        let agenda = folder.build(TODAY);
        let own = agenda.split("## Your own notes\n").nth(1).unwrap();
        let own: Vec<&str> = own.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(own, ["mine 0", "mine 1", "mine 2"], "at {places:?}");
        assert_settled(&folder);
        assert_eq!(folder.build("2026-03-09").matches("mine").count(), 3);
        assert_eq!(folder.build(TODAY), agenda, "nothing moves twice");
    }
}

#[test]
fn the_own_section_stays_to_the_byte() {
    for own in ["", "\n", "x", "\r\n  as it stands\t \n\n\n## Overdue\n- [ ] mine", "<!--\n```\n"] {
        let folder = built();
        let text = folder.read(AGENDA) + own;
        folder.write(AGENDA, &text);
        assert_settled(&folder);
        folder.write("other.md", NOTE.replace("Acme", "Other"));
        let agenda = folder.build("2026-03-05");
        assert!(agenda.ends_with(&format!("## Your own notes\n{own}")), "{own:?}: {agenda}");
    }
}

#[test]
fn formatters_and_ticks_add_nothing_to_the_own_section() {
    let folder = built();
    let agenda = folder.read(AGENDA);
    let formatted = agenda.replace("| --- |", "| :---: |").replace("- [ ]", "* [ ]");
    folder.write(AGENDA, formatted.replace('\n', "\r\n"));
    assert_eq!(folder.build(TODAY).trim_end(), agenda.trim_end());
    folder.write(AGENDA, formatted.replace("* [ ]", "* [x]"));
    let ticked = folder.build(TODAY);
    assert!(ticked.ends_with("## Your own notes\n"), "{ticked}");
}
