//! The `journal` command: reads its arguments, runs one command, says how it went by its exit status.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
