//! The agenda in a terminal: it fits, whatever the width, and says what to type.

use snapbox::{IntoData, assert_data_eq, str};

use crate::support::{Folder, journal, note};

const TODAY: &str = "2026-03-16";

fn folder() -> Folder {
    let on_site = note(
        "company: Acme Robotics; date: 2026-03-16; role: Backend engineer; round: on-site; \
         interviewers: [Jane Doe <jane@acme.example>, Ravi Patel]",
    );
    let globex = note(
        "company: Globex; date: 2026-03-12; role: SRE; interviewers: [Ann Lee <ann@globex.example>]; \
         recruiter: Sam Lee <sam@globex.example>; decision_window: soonish",
    ) + "\n- [ ] Send the paper about consensus in small groups\n";
    journal(&[("acme.md", &on_site), ("globex.md", &globex)])
}

fn screen(columns: &str) -> String {
    folder().run_with(&["agenda", "--today", TODAY], &[("COLUMNS", columns)]).stdout
}

#[test]
fn the_sections_are_those_of_the_file() {
    assert_data_eq!(
        screen("100"),
        str![[r#"
Follow-ups for Monday 16 March 2026
1 coming up · 2 overdue · 2 after today's interview · 1 in the next 7 days · 2 worth doing ·
  1 to find out · 1 from your notes · 2 open · 1 problem

Coming up
  Today  Acme Robotics, Backend engineer  on-site  with Jane Doe, Ravi Patel
    - Ask when they will decide.
    - Ask what comes next: further rounds, references, checks.
    - Ask for the address of Ravi Patel.
    - Say that you would like the job, and mention other offers if there are any.

Overdue
  Thank Sam Lee for arranging it  Globex  since Thu 12 Mar  1 blank  f6f5cdf7
  Thank Ann Lee                   Globex  since Fri 13 Mar  2 blanks  100a057a

After today's interview
  Thank Jane Doe    Acme Robotics  due Tue 17 Mar  2 blanks  6cf184ed
  Thank Ravi Patel  Acme Robotics  due Tue 17 Mar  no address for Ravi Patel · 3 blanks  47ce87a8

Next 7 days
  Ask Sam Lee for news  Globex  due Thu 19 Mar  a7260a23

Worth doing
  Send Ann Lee something useful  Globex  since Sun 15 Mar
    jot down under To send what would be of use to them  79d63911
  Connect with Ann Lee           Globex  today  b4df1c9c

Find out
  Find out when Globex decides  Globex  since Fri 13 Mar  fa18a58a

From your notes
  Send the paper about consensus in small groups  Globex  globex.md:10  2c6897a9

Your search
  Acme Robotics, Backend engineer  interview today
  Globex, SRE  waiting, no decision date  next: Thank Sam Lee for arranging it, Thu 12 Mar

Problems
  warning  globex.md:7:18  the decision window "soonish" is not understood and counts as none

"#]]
        .raw()
    );
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let words =
        |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let wide = screen("1000");
    for columns in [40, 50, 60, 72, 80, 100, 132] {
        let text = screen(&columns.to_string());
        for line in text.lines() {
            let width = unicode_width::UnicodeWidthStr::width(line);
            // An id or a path that is longer stays in one piece.
            assert!(width <= columns || words(line).len() == 1, "{columns}: {line}");
            assert_eq!(line, line.trim_end(), "{columns}");
        }
        assert_eq!(words(&text), words(&wide), "{columns}");
    }
}

#[test]
fn the_width_is_eighty_columns_unless_something_says_otherwise() {
    let unknown = folder().run(&["agenda", "--today", TODAY]).stdout;
    assert_eq!(unknown, screen("80"));
    for columns in ["", "0", "wide", "-1"] {
        assert_eq!(screen(columns), unknown, "{columns:?}");
    }
}
