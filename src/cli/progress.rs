//! The bar that shows how far long work has got.

use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crate::disk::progress::{Phase, Progress};
use crate::session::Session;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Setup;

/// Work that takes no longer shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// The time between two looks at the count.
const TICK: Duration = Duration::from_millis(100);

/// Does work with a session. On a terminal a bar shows how far it has got, if it takes long; it is gone at the end.
pub fn shown<T>(setup: &Setup, session: &mut Session, work: impl FnOnce(&mut Session) -> T) -> T {
    if setup.quiet || !stderr().is_terminal() {
        return work(session);
    }
    let progress = session.progress().clone();
    thread::scope(|scope| {
        // Dropped when the work is done, or if it panics.
        let (working, is_over) = channel::<()>();
        scope.spawn(move || draw(&progress, &is_over));
        let result = work(session);
        drop(working);
        result
    })
}

fn draw(progress: &Progress, is_over: &Receiver<()>) {
    let goes_on = |time| is_over.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
    if !goes_on(PATIENCE) {
        return;
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    loop {
        let (phase, done, total) = progress.now();
        if let Ok(style) = ProgressStyle::with_template(&template(phase, total > 0)) {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.update(|state| {
            state.set_len(total as u64);
            state.set_pos(done.min(total) as u64);
        });
        if !goes_on(TICK) {
            break;
        }
    }
    bar.finish_and_clear();
}

fn template(phase: Phase, is_counted: bool) -> String {
    let words = match phase {
        Phase::List => "Looking at the folder",
        Phase::Read => "Reading files",
        Phase::Plan => "Working out what is due",
        Phase::Write => "Writing files",
    };
    let count = if is_counted { " [{bar:30}] {human_pos} of {human_len}" } else { " …" };
    format!("{words}{count}")
}
