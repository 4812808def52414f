//! `journal schema`

use crate::export::schema;
use clap::{Args, ValueEnum};

use super::{Ending, print};

#[derive(Args)]
pub struct Arguments {
    /// What to print the schema of
    #[arg(value_name = "WHAT")]
    what: What,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// The front matter of a note
    Note,
    /// journal.toml
    Config,
    /// The output of `agenda --format json`
    Agenda,
    /// The output of `build --format json`
    Build,
    /// The output of `stats --format json`
    Stats,
}

pub fn run(arguments: &Arguments) -> Result<Ending, Ending> {
    print(&match arguments.what {
        What::Note => schema::note(),
        What::Config => schema::config(),
        What::Agenda => schema::agenda(),
        What::Build => schema::build(),
        What::Stats => schema::figures(),
    })?;
    Ok(Ending::Done)
}
