//! The examples at the end of each command's help.
//!
//! Each line of an example can be typed as it is, and is short enough for a manual page in 80 columns.

pub const JOURNAL: &str = "\
Examples:
    journal init jobs
    journal new \"Acme Robotics\" --interviewer \"Jane Doe\" -e
    journal build
    journal mail jane thank
    journal done jane thank";

/// What every command's end means.
pub const EXIT_STATUS: &str = "\
Exit status:
    0  done, even if notes have problems: they are reported
    1  `--check` found something to do, or `check` found errors
    2  wrong usage, unusable input, or another watch is running
    3  something could not be looked at or written
`new -e` ends with the editor's status.";

pub const INIT: &str = "\
Examples:
    journal init jobs
    journal init . --templates
    journal init --demo demo";

pub const NEW: &str = "\
Examples:
    journal new \"Acme Robotics\" --role \"Backend engineer\" -e
    journal new Globex --date yesterday --interviewer \"Jane Doe\"
    journal new --from 2026-03-02-acme-robotics.md --date \"next friday\"";

pub const BUILD: &str = "\
Examples:
    journal build
    journal build jobs --diff
    journal build --check --format json";

pub const WATCH: &str = "\
Examples:
    journal watch
    journal watch jobs --notify
    journal watch jobs --print-service systemd";

pub const AGENDA: &str = "\
Examples:
    journal agenda
    journal agenda --days 7 --company acme
    journal agenda --overdue --format csv";

pub const SHOW: &str = "\
Examples:
    journal show jane thank
    journal show \"jane thank\" \"acme status\"";

pub const MAIL: &str = "\
Examples:
    journal mail jane thank
    journal mail acme news --eml message.eml
    journal mail connect jane --copy --done

It never sends anything: you do.";

pub const DONE: &str = "\
Examples:
    journal done jane thank
    journal done 4f7c1e9b
    journal done \"jane thank\" \"acme status\" --on yesterday";

pub const SKIP: &str = "\
Examples:
    journal skip acme connect
    journal skip 4f7c1e9b
    journal skip connect --all";

pub const SNOOZE: &str = "\
Examples:
    journal snooze jane thank --until friday
    journal snooze acme status --until \"in 3 days\"";

pub const UNDO: &str = "\
Examples:
    journal undo
    journal undo jane thank
    journal undo \"jane thank\" \"acme status\"";

pub const HEARD: &str = "\
Examples:
    journal heard acme rejected
    journal heard acme next round --from \"Dana Ray <dana@acme.example>\"
    journal heard acme offer --by \"27 March\"
    journal heard \"acme data engineer\" \"another week\"
    journal heard globex by friday --on yesterday

No quotes are needed: as many words at the end as make an outcome or a time frame are the news. An outcome goes into the \
note of the current round with its day; one that is there already is only replaced by what can follow it, such as an \
offer by `accepted`.";

pub const CHECK: &str = "\
Examples:
    journal check
    journal check 2026-03-02-acme-robotics.md
    journal check --privacy
    journal check --format sarif";

pub const STATS: &str = "\
Examples:
    journal stats
    journal stats --from 2026-01-01 --format json";

pub const REPORT: &str = "\
Examples:
    journal report --open
    journal report jobs -o search.html";

pub const EXPORT: &str = "\
Examples:
    journal export ics -o followups.ics
    journal export log --from 2026-03-01 --format csv";

pub const EXPORT_ICS: &str = "\
Examples:
    journal export ics -o followups.ics
    journal export ics --as todo -o todo.ics";

pub const EXPORT_CSV: &str = "\
Examples:
    journal export csv -o followups.csv
    journal export csv --all";

pub const EXPORT_JSON: &str = "\
Examples:
    journal export json
    journal export json --all -o followups.json";

pub const EXPORT_LOG: &str = "\
Examples:
    journal export log --from 2026-03-01 --to 2026-03-31 -o march.md
    journal export log --format csv -o search.csv";

pub const SCHEMA: &str = "\
Examples:
    journal schema note
    journal schema agenda";

pub const COMPLETIONS: &str = "\
Examples:
    source <(journal completions bash)
    journal completions fish | source";

pub const MAN: &str = "\
Examples:
    journal man | man -l -
    journal man > ~/.local/share/man/man1/journal.1";
