//! Failures on demand, for tests. In a release there are none.

/// The variable of the environment that asks for failures, in a debug build.
///
/// It holds an error's number, and either the number of the call that fails, counted from 1, or the calls that fail: a
/// call's name and, if it is about one file only, the file's name. `hold` in place of the error makes the call wait until
/// a line arrives on standard input. Each such call is named on standard error.
#[cfg(debug_assertions)]
const VARIABLE: &str = "JOURNAL_FAULT";

/// Fails, if this call was asked to.
#[cfg(not(debug_assertions))]
#[inline]
pub fn point(_: &str, _: &str) -> std::io::Result<()> {
    Ok(())
}

/// Returns true if this run is to have failures: then calls are made one after the other, so that they can be counted.
#[cfg(not(debug_assertions))]
pub fn is_asked_for() -> bool {
    false
}

#[cfg(debug_assertions)]
pub use on_demand::{is_asked_for, point};

#[cfg(debug_assertions)]
mod on_demand {
    use std::io::{self, Write};
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// The calls so far.
    static CALLS: AtomicUsize = AtomicUsize::new(0);

    /// The words of the variable.
    static ASKED: OnceLock<Vec<String>> = OnceLock::new();

    fn asked() -> &'static [String] {
        ASKED.get_or_init(|| {
            let asked = std::env::var(super::VARIABLE).unwrap_or_default();
            asked.split_whitespace().map(str::to_owned).collect()
        })
    }

    /// Returns true if this run is to have failures: then calls are made one after the other, so that they can be counted.
    pub fn is_asked_for() -> bool {
        !asked().is_empty()
    }

    /// Fails, if this call was asked to.
    pub fn point(call: &str, file: &str) -> io::Result<()> {
        let [fault, which @ ..] = asked() else { return Ok(()) };
        let number = 1 + CALLS.fetch_add(1, Ordering::Relaxed);
        let is_meant = match which {
            [which] => which.parse() == Ok(number) || which == call,
            [name, of] => name == call && of == file,
            _ => false,
        };
        if !is_meant {
            return Ok(());
        }
        writeln!(io::stderr(), "fault: {call} {file}")?;
        match fault.parse() {
            Ok(number) => Err(io::Error::from_raw_os_error(number)),
            Err(_) => io::stdin().read_line(&mut String::new()).map(drop),
        }
    }
}
