//! `journal stats`

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::dates::day::Direction;
use crate::engine::Detail;
use crate::export;
use crate::report::{Figures, Span};
use crate::session::Session;

use super::{Ending, Setup, all_shown, day_in, let_go, print, unusable};

#[derive(Args)]
pub struct Arguments {
    /// Only interviews on this day or later, such as 2026-01-01
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Only interviews on this day or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let mut session = setup.open(Detail::Shown)?;
    let today = setup.today();
    let span = span(arguments.from.as_deref(), arguments.to.as_deref(), &session, today)?;
    let agenda = setup.plan(&mut session).day.agenda;
    let figures = Figures::of(session.processes(), &agenda, session.config(), span);
    print(&match arguments.format {
        Format::Text => export::text::stats(&figures),
        Format::Json => export::stats::stats(&figures),
    })?;
    let ending = all_shown(&session);
    let_go(session);
    Ok(ending)
}

/// The span of days between the words of `--from` and `--to`.
pub fn span(
    from: Option<&str>,
    to: Option<&str>,
    session: &Session,
    today: NaiveDate,
) -> Result<Span, Ending> {
    let day = |option: &str, words: Option<&str>| {
        let calendar = &session.config().calendar;
        words.map(|words| day_in(option, words, today, Direction::Back, calendar)).transpose()
    };
    let span = Span { from: day("--from", from)?, to: day("--to", to)? };
    match (span.from, span.to) {
        (Some(from), Some(to)) if to < from => {
            Err(unusable(&format!("--to {to} is before --from {from}; swap them")))
        }
        _ => Ok(span),
    }
}
