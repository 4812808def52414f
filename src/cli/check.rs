//! `journal check`

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::check::survey::Survey;
use crate::check::{privacy, proposal};
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk::git::{self, Unanswered};
use crate::disk::root;
use crate::drafts::TEMPLATES;
use crate::engine::Detail;
use crate::export;
use crate::rules::config::FILE_NAME;
use crate::session::Session;
use crate::text::one_line;
use clap::{Args, ValueEnum};

use super::{Ending, Setup, let_go, print, progress, say, shown, unusable, without_settings};

#[derive(Args)]
pub struct Arguments {
    /// Only problems in these files or folders
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Also name files with people's addresses, if the git repository has a remote on a public host
    #[arg(long)]
    privacy: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Github,
    Sarif,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let files: Vec<String> =
        arguments.files.iter().map(|file| within(setup, file)).collect::<Result<_, _>>()?;
    let (mut survey, mut proposal) = (None, None);
    let sees_all;
    let problems = match Session::open(setup.root.clone(), Detail::Checked, Arc::default()) {
        Ok(mut session) => {
            setup.look(&mut session);
            say_not_looked_at(setup, &session, &files);
            let mut problems = progress::shown(setup, &mut session, |session| {
                crate::check::problems(session, setup.today())
            });
            problems.retain(|problem| is_asked(&files, &problem.path));
            let is_shown = matches!(arguments.format, Format::Text) && files.is_empty();
            if is_shown && !setup.quiet {
                let mut counted = Survey::of(session.journal());
                let has_notes = session.journal().has_notes();
                counted.left_out = if has_notes { 0 } else { proposal::left_out(&mut session) };
                proposal = match proposal::of(&mut session, setup.today()) {
                    Some(proposal) => Some(format!("\n{}", export::text::proposal(&proposal))),
                    None if has_notes || counted.left_out > 0 => None,
                    None => Some(export::text::keys(&proposal::keys(&mut session))),
                };
                survey = Some(counted);
            }
            if arguments.privacy {
                let exposure = privacy::of(&mut session, |path| is_asked(&files, path));
                problems.extend(exposure.problems);
                problems.sort_by(|a, b| a.order(b));
                say_unanswered(setup, &exposure.unanswered);
            }
            sees_all = session.sees_all();
            let_go(session);
            problems
        }
        Err(problem) => {
            if !setup.quiet {
                say(&format!("{} can't be used, so nothing else was checked", problem.path));
            }
            sees_all = matches!(without_settings(&problem), Ending::Unusable);
            vec![problem]
        }
    };
    print(&match arguments.format {
        Format::Text => {
            let survey = survey.map(|survey| format!("\n{}", export::text::survey(&survey)));
            [Some(export::text::problems(&problems)), survey, proposal]
                .into_iter()
                .flatten()
                .collect::<String>()
        }
        Format::Json => export::json::problems(&problems),
        Format::Github => export::github::problems(&problems, &prefix(setup)),
        Format::Sarif => export::sarif::problems(&problems, &prefix(setup)),
    })?;
    if !sees_all {
        return Ok(Ending::NotLookedAt);
    }
    let is_error = |problem: &Diagnostic| problem.severity() == Severity::Error;
    Ok(if problems.iter().any(is_error) { Ending::FoundSomething } else { Ending::Done })
}

/// Names the files asked for that are never looked at.
fn say_not_looked_at(setup: &Setup, session: &Session, files: &[String]) {
    let is_own = |file: &str| file == FILE_NAME || file.starts_with(TEMPLATES);
    for file in files.iter().filter(|file| !setup.quiet && !file.is_empty() && !is_own(file)) {
        let name = one_line(file);
        if !session.journal().knows(file) {
            say(&format!("{name} is not checked: it is hidden, ignored, a link, or not Markdown"));
        } else if session.journal().get(file).is_some_and(|entry| entry.is_nobodys()) {
            say(&format!("{name} is no note: a note has `company` and `date` in its front matter"));
        }
    }
}

/// Names the places that could not be checked, because git had no answer.
fn say_unanswered(setup: &Setup, unanswered: &[(String, Unanswered)]) {
    for (folder, why) in unanswered.iter().filter(|_| !setup.quiet) {
        say(&match why {
            Unanswered::NoRepository => {
                "the journal isn't in a git repository, so git publishes nothing of it".to_owned()
            }
            why => {
                let place = if folder.is_empty() { "the journal" } else { folder };
                let why = one_line(&why.to_string());
                format!("warning: {place} was not checked for privacy: {why}")
            }
        });
    }
}

/// The journal's path from the top of its repository, which is where paths in reports for code hosts start. Without a
/// repository they start at the journal.
fn prefix(setup: &Setup) -> String {
    git::prefix(&setup.root).unwrap_or_else(|why| {
        if !setup.quiet && !matches!(why, Unanswered::NoGit | Unanswered::NoRepository) {
            let why = one_line(&why.to_string());
            say(&format!("warning: paths start at the journal, not at its repository: {why}"));
        }
        String::new()
    })
}

/// Returns true if a path is one of those asked for, or in one of them, or if none was named.
fn is_asked(files: &[String], path: &str) -> bool {
    files.is_empty()
        || files.iter().any(|file| {
            let rest = path.strip_prefix(file.as_str());
            file.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
}

/// A file's path from the journal's root.
fn within(setup: &Setup, file: &Path) -> Result<String, Ending> {
    let name = shown(file);
    let there = setup.base.join(file);
    if !root::is_taken(&there) {
        return Err(unusable(&format!(
            "there is no file {name}; give its path from here, or from the folder that -C names"
        )));
    }
    // Only its folder is resolved: the file itself may be a link.
    let full = match (there.parent(), there.components().next_back()) {
        (Some(folder), Some(Component::Normal(name))) => {
            root::resolved(folder).map(|folder| folder.join(name))
        }
        _ => root::resolved(&there),
    };
    let root = root::resolved(&setup.root);
    let path = full.ok().zip(root.ok()).and_then(|(full, root)| {
        let parts = full.strip_prefix(root).ok()?.components();
        let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
        Some(parts.join("/"))
    });
    path.ok_or_else(|| {
        unusable(&format!("{name} is not in the journal's folder; name its own journal with -C"))
    })
}
