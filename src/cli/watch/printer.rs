//! Prints messages without waiting for the terminal: a paused one must not hold up the watch.

use std::sync::mpsc::{self, SyncSender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::super::say;
use crate::text::count;

/// At most this many messages wait to be printed. Further ones are dropped.
const WAITING: usize = 1_000;

/// The longest wait for the last messages.
const LAST: Duration = Duration::from_millis(300);

/// A printer on a thread of its own.
pub struct Printer {
    messages: SyncSender<String>,
    thread: JoinHandle<()>,
    left_out: usize,
}

impl Printer {
    pub fn new() -> Printer {
        let (messages, said) = mpsc::sync_channel::<String>(WAITING);
        let thread = thread::spawn(move || said.iter().for_each(|message| say(&message)));
        Printer { messages, thread, left_out: 0 }
    }

    pub fn say(&mut self, message: String) {
        if self.left_out > 0 {
            let verb = if self.left_out == 1 { "was" } else { "were" };
            let note = format!("({} {verb} left out)", count(self.left_out, "message"));
            if self.messages.try_send(note).is_ok() {
                self.left_out = 0;
            }
        }
        if self.messages.try_send(message).is_err() {
            self.left_out += 1;
        }
    }

    /// Waits briefly for the last messages.
    pub fn end(self) {
        drop(self.messages);
        let start = Instant::now();
        while !self.thread.is_finished() && start.elapsed() < LAST {
            thread::sleep(Duration::from_millis(1));
        }
    }
}
