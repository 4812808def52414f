//! How numbers of days are spread: the middle, the middle half, the range.

/// With fewer values than this, no quartiles are given: they would sound surer than they are.
pub const FEW: usize = 5;

/// The spread of some numbers of days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many there are, at least one.
    pub count: usize,
    pub shortest: i64,
    pub longest: i64,
    /// The middle one; of an even number, the mean of the two in the middle.
    pub median: f64,
    /// The values between which the middle half lies, unless there are too few.
    pub quartiles: Option<(f64, f64)>,
}

impl Spread {
    /// The spread of these numbers; `None` if there are none.
    pub fn of(days: impl IntoIterator<Item = i64>) -> Option<Spread> {
        let mut days: Vec<i64> = days.into_iter().collect();
        days.sort_unstable();
        let (shortest, longest) = (*days.first()?, *days.last()?);
        let quartiles = (days.len() >= FEW).then(|| (at(&days, 0.25), at(&days, 0.75)));
        Some(Spread { count: days.len(), shortest, longest, median: at(&days, 0.5), quartiles })
    }
}

/// The value at a part of the way through sorted ones, straight between its two neighbours.
pub fn at(sorted: &[i64], part: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let place = part * last as f64;
    let below = place.floor() as usize;
    let (low, high) = (sorted[below] as f64, sorted[(below + 1).min(last)] as f64);
    low + (high - low) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreads_are_what_they_are_by_hand() {
        assert_eq!(Spread::of([]), None);
        let spread = |days: &[i64]| Spread::of(days.iter().copied()).unwrap();
        let one = spread(&[4]);
        assert_eq!((one.count, one.shortest, one.median, one.longest), (1, 4, 4.0, 4));
        assert_eq!(one.quartiles, None);
        let even = spread(&[9, 1, 4, 2]);
        assert_eq!((even.shortest, even.median, even.longest), (1, 3.0, 9));
        assert_eq!(even.quartiles, None, "four are too few");
        let five = spread(&[10, 2, 4, 8, 6]);
        assert_eq!((five.median, five.quartiles), (6.0, Some((4.0, 8.0))));
        let six = spread(&[1, 2, 3, 4, 5, 10]);
        assert_eq!((six.median, six.quartiles), (3.5, Some((2.25, 4.75))));
    }
}
