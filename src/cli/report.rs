//! `journal report`

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::disk::apply::{self, Applied};
use crate::disk::folder::{FileKind, Folder};
use crate::disk::{root, scan};
use crate::engine::Detail;
use crate::journal::change::{Change, Kind, Step};
use crate::report::{Figures, Home, Span, is_as_generated, page};
use crate::session::failure;
use crate::text::one_line;
use clap::Args;

use super::{Ending, Setup, all_shown, let_go, print, say, shown, unusable};

/// The file's name where none is given and the settings name none.
const FILE: &str = "report.html";

/// In place of a file, this means standard output.
const STDOUT: &str = "-";

#[derive(Args)]
pub struct Arguments {
    /// The journal's folder
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// The file to write, or - for standard output [default: the one that journal.toml names, or else report.html in the
    /// journal's folder]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Open it in the browser
    #[arg(long)]
    open: bool,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let is_printed = arguments.output.as_deref() == Some(Path::new(STDOUT));
    if is_printed && arguments.open {
        return Err(unusable("--open needs a file"));
    }
    let mut session = setup.open(Detail::Shown)?;
    session.look(|_| {});
    let agenda = session.plan(setup.today(), &[]).day.agenda;
    let config = session.config();
    let figures = Figures::of(session.processes(), &agenda, config, Span::default());
    let file = match &arguments.output {
        Some(file) => setup.base.join(file),
        None => setup.root.join(config.report.html.as_deref().unwrap_or(FILE)),
    };
    let home = if is_printed { None } else { home(&setup.root, &file) };
    let page = page(&figures, &agenda, config, Home(home.as_deref()));
    if is_printed {
        print(&page)?;
        return Ok(all_shown(&session));
    }
    if let Ending::NotLookedAt = all_shown(&session) {
        say(&format!("error: {} was not written: it would not show everything", shown(&file)));
        return Ok(Ending::NotLookedAt);
    }
    let_go(session);
    write(setup, &file, page)?;
    if arguments.open {
        open(&file)?;
    }
    Ok(Ending::Done)
}

/// The way from a file to the journal's root, if the file lies in it: `../` for each folder between them.
fn home(root: &Path, file: &Path) -> Option<String> {
    let root = root::resolved(root).ok()?;
    let folder = root::resolved(file.parent()?).ok()?;
    let between = folder.strip_prefix(root).ok()?;
    Some("../".repeat(between.components().count()))
}

/// Writes the page to its file, unless something stands there that isn't an earlier page.
fn write(setup: &Setup, file: &Path, page: String) -> Result<(), Ending> {
    let name = shown(file);
    let refused = |reason: &str| {
        say(&format!("error: {name} was not written: {}", one_line(reason)));
        Ending::NotWritten
    };
    let Some(place) = file.file_name().and_then(|name| name.to_str()) else {
        return Err(unusable(&format!("{name} is no file's name")));
    };
    let folder = file.parent().unwrap_or(Path::new(""));
    let folder = Folder::at(folder).map_err(|error| refused(&failure(place, &error).reason))?;
    let step = match scan::facts(&folder, place).map(|facts| facts.kind) {
        Ok(FileKind::File) => match scan::text(&folder, place) {
            Some(old) if old == page => None,
            Some(old) if is_as_generated(&old) => Some(Step::Replace { old, new: page }),
            _ => return Err(refused("a file of yours has that name; give another one with -o")),
        },
        Ok(_) => return Err(refused("something that isn't a file has that name")),
        Err(_) => Some(Step::Create(page)),
    };
    if let Some(step) = step {
        let change = Change { path: place.to_owned(), kind: Kind::Overview, step };
        match apply::apply(&folder, &change) {
            Ok(Applied::Done(_)) => {}
            Ok(_) => return Err(refused("another program changed it at the same moment")),
            Err(error) => return Err(refused(&failure(place, &error).reason)),
        }
    }
    if !setup.quiet {
        say(&format!("{name} shows your search"));
    }
    Ok(())
}

/// Opens a file with the program that the desktop has for it.
fn open(file: &Path) -> Result<(), Ending> {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut command = Command::new(program);
    command.arg(root::resolved(file).unwrap_or_else(|_| file.to_owned()));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.status() {
        Ok(status) if status.success() || cfg!(windows) => Ok(()),
        _ => {
            Err(unusable(&format!("`{program}` could not open it; open {} yourself", shown(file))))
        }
    }
}
