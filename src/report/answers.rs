//! The picture of how long answers took, with the open waits on the same scale.

use std::collections::BTreeMap;

use serde::Serialize;

use super::figures::{Answer, Figures};
use super::place::{Home, Place, clipped};
use super::scale::{Count, Tick};
use super::spread::{self, Spread};
use super::words;
use crate::notes::Outcome;

/// Up to this many answers are a dot each; more are bars.
const DOTS: usize = 60;

/// The number of bars.
const BARS: i64 = 26;

/// The most that the picture of the answers is high.
const HEIGHT: usize = 76;

/// The distance between dots that stand on each other, where there is room for it.
const PITCH: usize = 9;

/// The room above and below the dots' middles.
const EDGE: usize = 8;

/// Answers that took longer than most are drawn at the right edge once there are this many.
const MANY: usize = 20;

/// The part of many answers that sets the scale.
const MOST: f64 = 0.97;

/// At most this many waits.
const WAITS: usize = 12;

/// The picture.
#[derive(Debug, Serialize)]
pub struct Answers {
    /// The spread in a sentence.
    words: Option<String>,
    by_outcome: Vec<(String, String)>,
    ticks: Vec<Tick>,
    height: usize,
    /// The middle half: where it begins, and how wide it is.
    half: Option<(String, String)>,
    median: Option<String>,
    dots: Vec<Dot>,
    bars: Vec<Bar>,
    /// The answers beyond the right edge.
    beyond: usize,
    waits: Vec<Waiting>,
    more: usize,
}

/// One answer.
#[derive(Debug, Serialize)]
struct Dot {
    kind: &'static str,
    x: String,
    y: usize,
    title: String,
}

/// Several answers.
#[derive(Debug, Serialize)]
struct Bar {
    x: String,
    width: String,
    y: usize,
    height: usize,
    title: String,
}

/// One wait.
#[derive(Debug, Serialize)]
struct Waiting {
    place: Place,
    words: String,
    x: String,
    alt: String,
}

impl Answers {
    /// The picture; `None` if nothing was answered and nothing is waited for.
    pub fn of(figures: &Figures, home: Home<'_>) -> Option<Answers> {
        if figures.answers.is_empty() && figures.waits.is_empty() {
            return None;
        }
        let days: Vec<i64> = figures.answers.iter().map(|answer| answer.days).collect();
        let waited = figures.waits.iter().map(|wait| wait.days).max().unwrap_or(0);
        let (all, by_outcome) = figures.answer_times();
        let longest = match days.len() < MANY {
            true => days.last().copied().unwrap_or(0),
            false => spread::at(&days, MOST).ceil() as i64,
        };
        let scale = Count { most: longest.max(waited).max(14) };
        let quartiles = all.as_ref().and_then(|all| all.quartiles);
        let (height, dots, bars) = match days.len() <= DOTS {
            true => {
                let (height, dots) = dots(figures, scale);
                (height, dots, Vec::new())
            }
            false => (HEIGHT, Vec::new(), bars(&days, scale)),
        };
        let waits = figures.waits.iter().take(WAITS).map(|wait| {
            let words = words::wait(wait, figures.today);
            let alt = format!("a wait of {words}");
            Waiting {
                place: Place::of(&wait.note, home),
                words,
                x: scale.at(wait.days as f64),
                alt,
            }
        });
        let sentence = |(outcome, spread): &(Outcome, Spread)| {
            (words::outcome(*outcome), words::times(spread))
        };
        Some(Answers {
            words: all.as_ref().map(words::times),
            by_outcome: match by_outcome.len() {
                1 => Vec::new(),
                _ => by_outcome.iter().map(sentence).collect(),
            },
            ticks: scale.ticks(),
            height,
            half: quartiles.map(|(low, high)| (scale.at(low), scale.at(high - low))),
            median: all.filter(|all| all.count > 1).map(|all| scale.at(all.median)),
            dots,
            bars,
            beyond: days.iter().filter(|days| **days > scale.most).count(),
            waits: waits.collect(),
            more: figures.waits.len().saturating_sub(WAITS),
        })
    }
}

/// A dot for each answer; those of one place stand on each other. Also gives the height of the picture.
fn dots(figures: &Figures, scale: Count) -> (usize, Vec<Dot>) {
    // Wide enough that dots of neighbouring days don't cover each other.
    let step = (scale.most / 40).max(1);
    let place = |answer: &Answer| answer.days.min(scale.most) / step * step;
    let mut stacks: BTreeMap<i64, usize> = BTreeMap::new();
    for answer in &figures.answers {
        *stacks.entry(place(answer)).or_default() += 1;
    }
    let gaps = stacks.values().copied().max().unwrap_or(1) - 1;
    let pitch = PITCH.min((HEIGHT - 2 * EDGE) / gaps.max(1)).max(1);
    let height = (gaps * pitch + 2 * EDGE).clamp(4 * EDGE, HEIGHT);
    let mut below: BTreeMap<i64, usize> = BTreeMap::new();
    let dot = |answer: &Answer| {
        let place = place(answer);
        let below = below.entry(place).or_default();
        *below += 1;
        let (outcome, days) = (words::outcome(answer.outcome), words::days(answer.days as f64));
        Dot {
            kind: match answer.outcome {
                Outcome::Offer => "offer",
                Outcome::Rejected => "no",
                _ => "on",
            },
            x: scale.at(place as f64),
            y: height.saturating_sub(EDGE + (*below - 1) * pitch),
            title: format!("{}: {outcome}, {days}", clipped(&answer.note.company)),
        }
    };
    (height, figures.answers.iter().map(dot).collect())
}

/// Bars of equal width; the last one also holds what is beyond the edge.
fn bars(days: &[i64], scale: Count) -> Vec<Bar> {
    let step = (scale.most / BARS + 1).max(1);
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for days in days {
        *counts.entry((*days).min(scale.most) / step * step).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(1);
    let bar = |(from, count): (i64, usize)| {
        let height = (count * (HEIGHT - 6)).div_ceil(most);
        let until = from + step - 1;
        let span =
            if step == 1 { words::days(from as f64) } else { format!("{from} to {until} days") };
        Bar {
            x: scale.at(from as f64),
            width: scale.at(step as f64 * 0.86),
            y: HEIGHT - height,
            height,
            title: format!("{span}: {}", crate::text::count(count, "answer")),
        }
    };
    counts.into_iter().map(bar).collect()
}
