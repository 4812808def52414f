//! One generated line found again in FOLLOWUPS.md, over as many lines as a formatter has made of it.

use crate::agenda::fields::{self, Fields};
use crate::agenda::form;
use crate::agenda::lines::Stamp;
use crate::agenda::parts;
use crate::agenda::plain::{Plain, begins_anew, without_marks, without_part};
use crate::agenda::slip;
use crate::agenda::tick::{Boxed, boxed, without_plugins};

/// The most lines that a formatter makes of one.
const LINES: usize = 24;

/// A generated line.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The number of lines in the file that it takes.
    pub count: usize,
    /// Its box.
    pub boxed: Option<Boxed>,
    /// The user's words behind it.
    pub rest: String,
    /// True for a row of a table.
    pub is_row: bool,
}

/// A line or some lines as one, without what stands before the words.
struct Joined {
    text: String,
    has_bullet: bool,
    is_heading: bool,
}

impl Joined {
    fn of(lines: &[&str]) -> Joined {
        let first = lines.first().copied().unwrap_or_default();
        let words = without_marks(first);
        let marks = &first[..first.len() - words.len()];
        let mut text = words.to_owned();
        for line in lines.iter().skip(1) {
            text.truncate(text.trim_end().len());
            text.push(' ');
            text.push_str(line.trim_start_matches(|c: char| c.is_whitespace() || c == '>'));
        }
        let has_bullet = marks.contains(['-', '*', '+', '.', ')']);
        Joined { text, has_bullet, is_heading: marks.contains('#') }
    }
}

/// Finds the generated line with which these lines begin, even if the mark in its box slipped.
pub fn generated(lines: &[&str], follows_row: bool) -> Option<Found> {
    as_written(lines, follows_row).or_else(|| {
        let first = slip::in_box(lines.first()?)?;
        let few = &lines[1..lines.len().min(LINES)];
        let meant: Vec<&str> = [first.as_str()].into_iter().chain(few.iter().copied()).collect();
        // Without its comment it may be the user's.
        let has_comment = |count| meant[..count].iter().any(|line| line.contains("<!--"));
        as_written(&meant, false).filter(|found| has_comment(found.count))
    })
}

fn as_written(lines: &[&str], follows_row: bool) -> Option<Found> {
    let more = lines.iter().skip(1).take(LINES).take_while(|line| !begins_anew(line)).count();
    let joined = |count: usize| Joined::of(&lines[..count]);
    let first = joined(1);
    if let Some(found) = heading(&first, lines.get(1).copied()) {
        return Some(found);
    }
    // A part of one can have its form too.
    let is_row = first.text.starts_with('|');
    let longest = if first.has_bullet || is_row { 0 } else { more + 1 };
    if let Some(count) = (1..=longest).rev().find(|count| is_paragraph(&joined(*count))) {
        return Some(Found { count, ..Found::default() });
    }
    let mut is_changed = false;
    for count in 1..=if is_row { 1 } else { more + 1 } {
        let joined = joined(count);
        let plain = Plain::of(&joined.text);
        for stamp in Stamp::all_in(&plain.text) {
            is_changed |= stamp.check.is_some();
            let before = &plain.text[..stamp.start];
            let (mark, words) = boxed(before).unzip();
            let words = without_plugins(words.unwrap_or(before)).0;
            let fields = Fields::cut(&plain.text[stamp.end..]).map(|(fields, _)| fields);
            let fields = fields.filter(|fields| {
                stamp.key == Some(&fields.key) && stamp.fits(&fields.checked(&words))
            });
            if fields.is_some() || stamp.fits(&words) {
                let end = if is_row { plain.text.len() } else { stamp.end };
                let has_fields = fields.is_some();
                let whose = (mark, stamp.key, has_fields);
                return Some(finished(lines, count, more, joined, plain.place(end), whose));
            }
        }
    }
    if is_changed {
        return None;
    }
    if is_row {
        let is_row = form::is_row(without_marks(lines[0]), follows_row);
        return is_row.then(|| Found { count: 1, is_row: true, ..Found::default() });
    }
    let found = (1..=more + 1).filter_map(|count| {
        let joined = joined(count);
        let plain = Plain::of(&joined.text);
        let (mark, words) = boxed(&plain.text).unzip();
        let words = words.unwrap_or(&plain.text);
        let before = plain.text.len() - words.len();
        let (end, is_item) = match parts::links_end(words, 0) {
            Some(end) => (end, false),
            None => (form::item_end(words, mark.is_some())?, true),
        };
        let is_item = !is_item || joined.has_bullet || mark.is_some();
        // A comment may have lost its check.
        let stamp = Stamp::all_in(&words[end..]).find(|stamp| stamp.check.is_none());
        let (end, key) = stamp.map_or((end, None), |stamp| (end + stamp.end, stamp.key));
        // Without the comment, the id tells that the day is ours too.
        let whose = (mark, key, key.is_none());
        let end = plain.place(before + end);
        is_item.then(|| finished(lines, count, more, joined, end, whose))
    });
    let found: Vec<Found> = found.collect();
    let whole = found.iter().rposition(|one| one.rest.is_empty()).unwrap_or(0);
    found.into_iter().nth(whole)
}

/// A line whose words end at this place of its source, with the links that follow, and what the user wrote behind them.
fn finished(
    lines: &[&str],
    mut count: usize,
    more: usize,
    mut joined: Joined,
    end: usize,
    (mark, key, has_fields): (Option<&str>, Option<&str>, bool),
) -> Found {
    let behind = |rest: &str| -> String {
        let (rest, _) = without_plugins(rest);
        let rest = match Fields::cut(&rest) {
            Some((fields, _)) if key.is_some_and(|key| key != fields.key) => rest,
            Some((fields, cut)) if has_fields || fields.due.is_none() => cut,
            // The day is somebody else's.
            Some(_) => fields::without_id(&rest),
            None => rest,
        };
        let plain = Plain::of(&rest);
        let links = plain.text.trim_start_matches([' ', '·']);
        let links = parts::links_end(&plain.text, plain.text.len() - links.len());
        let at = links.map_or(0, |end| plain.place(end));
        rest[at..].trim_matches([' ', '|', '\t']).to_owned()
    };
    // The links may stand below.
    let words_end = end.min(joined.text.trim_end().len());
    let below = (count + 1..=more + 1).rev().map(|below| (below, Joined::of(&lines[..below])));
    let is_whole = |(_, joined): &(usize, Joined)| behind(&joined.text[words_end..]).is_empty();
    let mut rest = match below.into_iter().find(is_whole) {
        Some(below) => {
            (count, joined) = below;
            String::new()
        }
        None => behind(&joined.text[end..]),
    };
    let (mut mark, words) = (mark, slip::behind(&rest).map(str::to_owned));
    if let (Some(""), Some(words)) = (mark, &words) {
        mark = Some(words);
        rest.clear();
    }
    let boxed = mark.filter(|mark| says_something(mark, &joined.text)).map(|mark| {
        let plain = Plain::of(&joined.text);
        let words = boxed(&plain.text).map_or(plain.text.as_str(), |(_, words)| words);
        let mut read = Boxed::of(mark, words, format!("- {}", joined.text), false);
        read.whose.key = key.map(str::to_owned).or(read.whose.key);
        read
    });
    Found { count, boxed, rest, is_row: joined.text.starts_with('|') }
}

/// Returns false for most lines whose box asks for nothing: an empty one says something only where a day stands on which
/// the follow-up was done.
fn says_something(mark: &str, line: &str) -> bool {
    !mark.is_empty() || line.contains("done")
}

/// A heading of this program's, with the line that may stand below it.
fn heading(joined: &Joined, next: Option<&str>) -> Option<Found> {
    let is_underline = |line: &str| {
        let line = line.trim();
        line.len() > 1 && (line.bytes().all(|b| b == b'-') || line.bytes().all(|b| b == b'='))
    };
    let is_underlined = !joined.is_heading && next.is_some_and(is_underline);
    if !joined.is_heading && !is_underlined {
        return None;
    }
    let plain = Plain::of(&joined.text);
    let is_ours = form::is_heading(plain.text.trim_end_matches(['#', ' ']));
    let count = if is_underlined { 2 } else { 1 };
    is_ours.then(|| Found { count, ..Found::default() })
}

fn is_paragraph(joined: &Joined) -> bool {
    form::is_paragraph(Plain::of(&joined.text).text.trim())
}

/// A line that the user ticked and wrote over the one above a follow-up's links. The draft tells which it is; where there
/// is none, the lines stay as they are until somebody says it.
pub fn written_over(lines: &[&str]) -> Option<Found> {
    let [line, below, ..] = lines else { return None };
    let (line, links) = (Plain::of(without_marks(line)), Plain::of(below.trim_start()));
    let is_below = below.starts_with([' ', '\t']);
    let is_links = parts::links_end(&links.text, 0) == Some(links.text.trim_end().len());
    let (mark, words) = boxed(&line.text).filter(|_| is_below && is_links)?;
    let words = format!("{words} · {}", links.text);
    let mut read = Boxed::of(mark, &words, lines[..2].join("\n"), false);
    read.tick()?;
    let rest = match &read.whose.draft {
        Some(_) => lines[0].to_owned(),
        None => String::new(),
    };
    read.is_users = !rest.is_empty();
    Some(Found { count: 2, boxed: Some(read), rest, is_row: false })
}

/// A line that the user wrote, if it has a box and names a follow-up or a task.
pub fn users(line: &str) -> Option<Boxed> {
    let read = |written: &str| {
        let plain = Plain::of(without_marks(written));
        let (mark, words) = boxed(&plain.text)?;
        let read = Boxed::of(mark, words, line.trim().to_owned(), true);
        read.whose.key.is_some().then_some(read)
    };
    let read_as_meant = || read(&slip::in_box(line)?).filter(|one| !one.mark.is_empty());
    match read(line) {
        Some(boxed) if !boxed.mark.is_empty() => Some(boxed),
        found => read_as_meant().or(found),
    }
}

/// A user's line without the comment that makes it count as the line of a follow-up.
pub fn without_stamp(line: &str) -> String {
    let plain = Plain::of(line);
    let Some(stamp) = Stamp::last_in(&plain.text) else { return fields::without_id(line) };
    let [start, end] = [stamp.start, stamp.end].map(|at| plain.place(at));
    fields::without_id(&without_part(line, start..end))
}
