//! `journal man`: the manual page, made of the same texts as `--help`.

use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};

use super::{ABOUT, DETAILS, Ending, examples, print};

/// The beginning of the description.
const PURPOSE: &str = "\
`journal` keeps track of what comes after a job interview: whom to thank, when to ask for news, how to answer an offer or \
a refusal. All it needs is a folder of plain text, which you write in any editor. Nothing is ever sent, and the program \
never goes online.";

/// How commands find what they work on.
const PRACTICE: &str = "\
The journal is the folder that you give; else the nearest one upwards that has a `journal.toml`, from where you are; \
else the folder you are in. Results go to standard output, messages to standard error.

A follow-up is named by words that match only it, such as `jane thank`: part of a name, a company or what is to be done. \
Where several match, they are listed, and nothing changes. Its key works too, the eight characters at the end of its \
line, and so does its id.";

const FILES: [(&str, &str); 6] = [
    ("FOLLOWUPS.md", "The agenda. Your ticks, and whatever else you write into it, are kept."),
    (
        "*.md",
        "A note, if its front matter names a company. Only what you ask to be recorded is written into it: what became of \
         follow-ups, news, and ticks at its tasks.",
    ),
    ("*.draft.md", "A draft, next to its note. Once you have edited it, no command changes it."),
    ("journal.toml", "The settings. Where it stands is the journal."),
    ("templates/KIND.md.j2", "Your own template, in place of the built-in one of that name."),
    (".gitattributes", "Tells git how to merge the agenda and the drafts. `init` writes it."),
];

const ENVIRONMENT: [(&str, &str); 5] = [
    ("VISUAL, EDITOR", "The editor that `new -e` opens. VISUAL comes first."),
    ("NO_COLOR, CLICOLOR=0", "No colour."),
    ("CLICOLOR_FORCE", "Colour even where the output is not a terminal."),
    ("COLUMNS", "The width of the agenda, in place of the terminal's."),
    ("TZ", "The time zone, which decides what day it is."),
];

const SEE_ALSO: &str = "\
`journal help COMMAND` prints the part of this page about one command. The whole manual is in the folder `docs` of the \
source code: how notes are written, when things are due, and what every message means.";

pub fn run() -> Result<Ending, Ending> {
    print(&page())?;
    Ok(Ending::Done)
}

/// The page. It bears the version and no date, so it is the same whenever it is made.
fn page() -> String {
    let mut journal = super::command();
    journal.build();
    // A date that is empty would be left out, and what follows would take its place.
    let frame = Man::new(program()).title("JOURNAL").date(" ").manual("User Commands");
    let mut page = Page::default();
    page.render(|out| frame.render_title(out));
    // Neither hyphens nor wide gaps.
    page.add(Roff::new().control("nh", []).control("ad", ["l"]));
    page.render(|out| frame.render_name_section(out));
    page.heading("SYNOPSIS");
    page.usage(&journal);
    page.heading("DESCRIPTION");
    page.text(PURPOSE);
    page.text(DETAILS);
    page.text(PRACTICE);
    page.heading("COMMANDS");
    for command in shown(&journal) {
        page.command(command);
        shown(command).for_each(|command| page.command(command));
    }
    page.heading("GLOBAL OPTIONS");
    page.text("These may stand before or after the command.");
    page.options(&journal, |_| true);
    page.heading("EXIT STATUS");
    page.text(body(examples::EXIT_STATUS));
    page.heading("FILES");
    page.list(&FILES);
    page.heading("ENVIRONMENT");
    page.list(&ENVIRONMENT);
    page.heading("EXAMPLES");
    page.text(body(examples::JOURNAL));
    page.heading("SEE ALSO");
    page.text(SEE_ALSO);
    page.roff
}

/// The program without any options.
fn program() -> Command {
    let program = Command::new("journal").about(ABOUT).version(env!("CARGO_PKG_VERSION"));
    program.disable_help_flag(true).disable_version_flag(true)
}

/// The commands of a command, but for `help`.
fn shown(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|command| command.get_name() != "help")
}

/// A page in the language of manual pages.
#[derive(Default)]
struct Page {
    roff: String,
}

impl Page {
    /// Adds what a renderer writes. The definition at the start of each part is only needed once.
    fn render(&mut self, write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) {
        let mut part = Vec::new();
        // Writing to memory can't fail.
        let _ = write(&mut part);
        let part = String::from_utf8_lossy(&part);
        let is_new = |line: &&str| {
            self.roff.is_empty() || !(line.starts_with(".ie ") || line.starts_with(".el "))
        };
        let lines: String = part.lines().filter(is_new).map(|line| format!("{line}\n")).collect();
        self.roff.push_str(&lines);
    }

    fn add(&mut self, part: &Roff) {
        self.render(|out| part.to_writer(out));
    }

    fn heading(&mut self, heading: &str) {
        self.add(Roff::new().control("SH", [heading]));
    }

    /// Adds a text as help has it: paragraphs, and indented lines as they are.
    fn text(&mut self, text: &str) {
        let mut roff = Roff::new();
        let mut is_indented = false;
        roff.control("PP", []);
        for line in text.lines() {
            match (line.strip_prefix("    "), is_indented) {
                (Some(_), false) => drop(roff.control("RS", ["4"]).control("nf", [])),
                (None, true) => drop(roff.control("fi", []).control("RE", [])),
                _ => {}
            }
            is_indented = line.starts_with("    ");
            match line.strip_prefix("    ") {
                Some(line) => roff.text([roman(line)]),
                None if line.is_empty() => roff.control("PP", []),
                None => roff.text(inlines(line)),
            };
        }
        if is_indented {
            roff.control("fi", []).control("RE", []);
        }
        self.add(&roff);
    }

    /// Adds names, each with its meaning.
    fn list(&mut self, entries: &[(&str, &str)]) {
        for (name, meaning) in entries {
            self.add(Roff::new().control("TP", []).text([bold(*name)]).text(inlines(meaning)));
        }
    }

    fn usage(&mut self, command: &Command) {
        let usage = command.clone().render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ");
        let name = command.get_bin_name().unwrap_or_default();
        let rest = usage.strip_prefix(name).unwrap_or(usage);
        self.add(Roff::new().text([bold(name), roman(rest)]));
    }

    fn command(&mut self, command: &Command) {
        let name = command.get_bin_name().unwrap_or_default();
        self.add(Roff::new().control("SS", [name.trim_start_matches("journal ")]));
        self.usage(command);
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        self.text(&format!("{about}."));
        self.options(command, |arg| !arg.is_global_set());
        self.text(&command.get_after_help().map(ToString::to_string).unwrap_or_default());
    }

    /// Adds those options of a command, below the heading that there is.
    fn options(&mut self, command: &Command, is_shown: impl Fn(&Arg) -> bool) {
        let args = command.get_arguments().filter(|arg| is_shown(arg)).map(plain);
        let options = program().args(args);
        let start = self.roff.len();
        self.render(|out| Man::new(options).render_options_section(out));
        let part = self.roff.split_off(start);
        let lines = part.lines().filter(|line| !line.starts_with(".SH "));
        self.roff.extend(lines.map(|line| format!("{line}\n")));
    }
}

/// An option for the page: without backticks and headings, and with the values that it can have in a line unless each has
/// a meaning.
fn plain(arg: &Arg) -> Arg {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default().replace('`', "");
    let arg = arg.clone().help_heading(None::<&str>);
    let values = arg.get_possible_values();
    let is_choice = arg.get_action().takes_values() && !values.is_empty();
    if !is_choice || values.iter().any(|value| value.get_help().is_some()) {
        return arg.help(format!("{help}."));
    }
    let names: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
    let help = format!("{help}: {}.", names.join(", "));
    arg.help(help).hide_possible_values(true)
}

/// A text without its first line, which names it.
fn body(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(_, body)| body)
}

/// A line of text, with what stands in backticks in bold.
fn inlines(line: &str) -> Vec<Inline> {
    let parts = line.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { bold(part) } else { roman(part) }).collect()
}
