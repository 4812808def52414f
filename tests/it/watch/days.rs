//! The turn of the day: the agenda is the new day's without any event.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use chrono::{Days, NaiveDate};
use journal::unstable::{Cause, Inbox, Options, Told, watch};

use super::{acme, wait_for_text};

#[test]
fn the_agenda_is_the_new_days_without_any_event() {
    let folder = acme();
    let first = NaiveDate::from_ymd_opt(2026, 3, 3).unwrap();
    let days = Arc::new(AtomicU32::new(0));
    let inbox = Inbox::new();
    let (remote, root, passed) = (inbox.remote(), folder.path().to_owned(), days.clone());
    let causes = Arc::new(Mutex::new(Vec::new()));
    let told = causes.clone();
    let watching = thread::spawn(move || {
        let today = || first + Days::new(passed.load(Ordering::Relaxed).into());
        let options = Options { poll: None, today };
        watch(&root, &options, &inbox, &mut |event| {
            if let Told::Run(cause, _) = event {
                told.lock().unwrap().push(cause.clone());
            }
        })
        .unwrap();
    });
    wait_for_text(&folder, "FOLLOWUPS.md", "# Follow-ups for Tuesday 3 March 2026");
    for (passed, heading) in [(1, "Wednesday 4"), (40, "Sunday 12"), (0, "Tuesday 3")] {
        days.store(passed, Ordering::Relaxed);
        remote.wake();
        wait_for_text(&folder, "FOLLOWUPS.md", &format!("# Follow-ups for {heading}"));
    }
    // Nobody needs to wake it.
    days.store(2, Ordering::Relaxed);
    wait_for_text(&folder, "FOLLOWUPS.md", "# Follow-ups for Thursday 5");
    remote.stop();
    watching.join().unwrap();
    let causes = causes.lock().unwrap();
    assert_eq!(causes[..], [&[Cause::Start][..], &vec![Cause::Day; 4]].concat());
}
