//! The time for a look at a changed file: at once after a finished save, otherwise when it has come to rest.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A file that disappears has this long to come back: editors and git replace files that way.
const ABSENCE: Duration = Duration::from_millis(200);

/// The wait after a file was touched or a folder appeared: more is likely to follow.
const TOUCH: Duration = Duration::from_millis(30);

/// The longest that a look is put off, however long a file keeps changing.
const LIMIT: Duration = Duration::from_secs(2);

/// An event for a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It was closed after writing, or renamed into place.
    Finished,
    /// It is being written.
    Open,
    /// It was removed or renamed away.
    Gone,
    /// Something else changed: its mode, or a folder appeared.
    Touched,
}

/// Paths that are waiting for a look.
#[derive(Debug)]
pub struct Settling {
    /// A file still open counts as finished after this long without events.
    rest: Duration,
    waiting: BTreeMap<PathBuf, Wait>,
    /// The time for a look at all missing files together: a folder that is removed loses its files one by one.
    absent_until: Option<Instant>,
}

#[derive(Debug)]
struct Wait {
    since: Instant,
    /// The time for its look; `None` while it is missing.
    until: Option<Instant>,
    is_finished: bool,
    /// The rename that took it away.
    rename: Option<usize>,
}

impl Settling {
    /// With `hears_closing`, the end of a save has an event, so an open file can be waited for longer.
    pub fn new(hears_closing: bool) -> Settling {
        let rest = Duration::from_millis(if hears_closing { 1_000 } else { 100 });
        Settling { rest, waiting: BTreeMap::new(), absent_until: None }
    }

    /// Takes in an event. `rename` is the same for both ends of one rename.
    pub fn hear(&mut self, path: &Path, sign: Sign, rename: Option<usize>, now: Instant) {
        let wait = self.waiting.get(path);
        let since = wait.map_or(now, |wait| wait.since);
        let wait_for = match sign {
            Sign::Finished => Duration::ZERO,
            Sign::Open => self.rest,
            Sign::Gone => {
                // A folder's removal has two events: its parent's and its own.
                if wait.is_some_and(|wait| wait.rename.is_some()) {
                    return;
                }
                let first = self.waiting.values().filter(|wait| wait.until.is_none());
                let first = first.map(|wait| wait.since).min().unwrap_or(now);
                self.absent_until = Some((now + ABSENCE).min(first + LIMIT));
                self.waiting.insert(
                    path.to_owned(),
                    Wait { since, until: None, is_finished: false, rename },
                );
                return;
            }
            // A program that is still writing a file may change its mode in between.
            Sign::Touched if wait.is_some() => return,
            Sign::Touched => TOUCH,
        };
        let until = Some((now + wait_for).min(since + LIMIT));
        let is_finished = sign == Sign::Finished;
        self.waiting.insert(path.to_owned(), Wait { since, until, is_finished, rename: None });
    }

    /// Takes in the arrival of a renamed file: at its old path there is nothing more to wait for.
    pub fn arrive(&mut self, rename: usize, now: Instant) {
        for wait in self.waiting.values_mut().filter(|wait| wait.rename == Some(rename)) {
            wait.until = Some(now);
        }
    }

    /// Removes the paths that are due, each with true if the end of its save was seen.
    pub fn due(&mut self, now: Instant) -> Vec<(PathBuf, bool)> {
        let mut due = Vec::new();
        let absent_until = self.absent_until;
        self.waiting.retain(|path, wait| {
            let waits = wait.until.or(absent_until).is_some_and(|until| until > now);
            if !waits {
                due.push((path.clone(), wait.is_finished));
            }
            waits
        });
        due
    }

    /// All waiting paths.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.waiting.keys().map(PathBuf::as_path)
    }

    /// The time when the next one is due.
    pub fn next(&self) -> Option<Instant> {
        self.waiting.values().filter_map(|wait| wait.until.or(self.absent_until)).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The time at which a path is due, in milliseconds, after signs at these times.
    fn due_after(signs: &[(u64, Sign)]) -> u64 {
        let start = Instant::now();
        let mut settling = Settling::new(true);
        for (at, sign) in signs {
            settling.hear(Path::new("x.md"), *sign, None, start + Duration::from_millis(*at));
        }
        let due = settling.next().unwrap();
        (due - start).as_millis().try_into().unwrap()
    }

    #[test]
    fn a_finished_save_is_due_at_once_and_others_when_they_rest() {
        use Sign::*;
        let cases: [(&[(u64, Sign)], u64); 8] = [
            (&[(0, Finished)], 0),
            (&[(0, Open), (3, Open), (5, Finished)], 5),
            (&[(0, Gone), (1, Open), (2, Finished)], 2),
            (&[(0, Open)], 1_000),
            (&[(0, Gone)], 200),
            (&[(0, Touched)], 30),
            (&[(0, Open), (5, Touched)], 1_000),
            (&[(0, Open), (900, Open), (1_800, Open)], 2_000),
        ];
        for (signs, expected) in cases {
            assert_eq!(due_after(signs), expected, "{signs:?}");
        }
    }

    #[test]
    fn what_is_removed_together_is_looked_at_together() {
        let start = Instant::now();
        let after = |ms| start + Duration::from_millis(ms);
        let mut settling = Settling::new(true);
        settling.hear(Path::new("a/x.md"), Sign::Gone, None, start);
        settling.hear(Path::new("a/y.md"), Sign::Gone, None, after(150));
        assert_eq!(settling.due(after(300)), []);
        assert_eq!(settling.due(after(350)).len(), 2);
    }

    #[test]
    fn a_renamed_file_is_gone_at_once() {
        let now = Instant::now();
        let mut settling = Settling::new(true);
        settling.hear(Path::new("a.md"), Sign::Gone, Some(7), now);
        settling.hear(Path::new("b.md"), Sign::Gone, Some(8), now);
        settling.arrive(7, now);
        assert_eq!(settling.due(now), [(PathBuf::from("a.md"), false)]);
    }
}
