//! `journal report`

use std::path::{Path, PathBuf};

use crate::disk::root;
use crate::engine::Detail;
use crate::report::{Figures, Home, Span, is_as_generated, page};
use clap::Args;

use super::{Ending, Setup, all_shown, let_go, open, output, print, say, shown, unusable};

/// The file's name where none is given and the settings name none.
const FILE: &str = "report.html";

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
    let is_printed = arguments.output.as_deref() == Some(Path::new(output::STDOUT));
    if is_printed && arguments.open {
        return Err(unusable("--open needs a file; leave out `-o -`"));
    }
    let mut session = setup.open(Detail::Shown)?;
    let agenda = setup.plan(&mut session).day.agenda;
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
    output::only_if_whole(&session, &file)?;
    let_go(session);
    let name = shown(&file);
    output::write(&file, page, is_as_generated, "give another one with -o")?;
    if !setup.quiet {
        say(&format!("{name} shows your search"));
    }
    let target = root::resolved(&file).unwrap_or(file);
    if arguments.open && !open::open(target.as_os_str()) {
        let opener = open::OPENER;
        return Err(unusable(&format!("`{opener}` could not open it; open {name} yourself")));
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
