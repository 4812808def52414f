//! The `journal` command: reads its arguments, runs one command, says how it went by its exit status.

use std::process::ExitCode;

/// The system's allocator grows by a page at a time where several threads read notes, which takes longer than reading.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    journal::run()
}
