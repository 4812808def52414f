//! A count of what long work has done, for whoever shows it. Nothing here prints.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering::Relaxed};

/// The phase that work is at, and how much of it is done. It may be read at any time.
#[derive(Debug, Default)]
pub struct Progress {
    phase: AtomicU8,
    done: AtomicUsize,
    total: AtomicUsize,
}

/// A phase of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Listing the folders, so that nothing can be counted yet.
    List,
    /// Reading files.
    Read,
    /// Working out the day, which isn't counted.
    Plan,
    /// Writing files.
    Write,
}

impl Phase {
    const ALL: [Phase; 4] = [Phase::List, Phase::Read, Phase::Plan, Phase::Write];
}

impl Progress {
    /// Begins a phase with so many files, or with 0 if they aren't counted.
    pub fn begin(&self, phase: Phase, total: usize) {
        self.done.store(0, Relaxed);
        self.total.store(total, Relaxed);
        self.phase.store(phase as u8, Relaxed);
    }

    /// Counts files that are done.
    pub fn advance(&self, files: usize) {
        self.done.fetch_add(files, Relaxed);
    }

    /// The phase, the files that are done, and all of them.
    pub fn now(&self) -> (Phase, usize, usize) {
        let phase = Phase::ALL[usize::from(self.phase.load(Relaxed))];
        (phase, self.done.load(Relaxed), self.total.load(Relaxed))
    }
}
