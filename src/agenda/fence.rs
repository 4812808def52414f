//! Fenced code blocks, whose lines are text whatever they look like.

use std::collections::HashSet;

use crate::text::lines;

/// Follows the fences of a text, line by line.
#[derive(Default)]
pub struct Fence(Option<&'static str>);

impl Fence {
    /// Takes the next line in; returns true for one within a fenced block, or for its fence.
    pub fn holds(&mut self, line: &str) -> bool {
        let line = line.trim_start();
        // "``` a`b ```" is code in a line.
        let is_code = line.starts_with('`') && line.trim_start_matches('`').contains('`');
        let mut fences = ["```", "~~~"].into_iter();
        let fence = fences.find(|fence| line.starts_with(fence) && !is_code);
        match (self.0, fence) {
            (None, Some(_)) => self.0 = fence,
            (Some(open), Some(close)) if open == close => self.0 = None,
            _ => {}
        }
        self.0.is_some() || fence.is_some()
    }
}

/// The starts of the lines of fenced blocks. One that is never closed is none.
pub fn fenced(text: &str) -> HashSet<usize> {
    let mut fence = Fence::default();
    let (mut fenced, mut block) = (HashSet::new(), Vec::new());
    for (at, line) in lines(text) {
        if fence.holds(line) {
            block.push(at);
        }
        if fence.0.is_none() {
            fenced.extend(block.drain(..));
        }
    }
    fenced
}
