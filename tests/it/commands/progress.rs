//! How far long work has got is shown on a terminal only.

use crate::support::{NOTE, journal};

#[test]
fn nothing_is_shown_in_a_pipe_or_a_log_however_long_it_takes() {
    let folder = journal(&[]);
    for number in 0..1500 {
        folder.write(&format!("{number}.md"), NOTE.replace("Acme", &format!("C{number}")));
    }
    for line in ["check -v", "build --check", "agenda", "done nobody"] {
        let ran = folder.run_on("2026-03-03", line);
        for output in [&ran.stdout, &ran.stderr] {
            let is_drawn = |part: &str| output.contains(part);
            assert!(
                !["\r", "\u{1b}", "Reading files", "…"].iter().any(|part| is_drawn(part)),
                "{line}"
            );
        }
    }
}
