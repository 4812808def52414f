//! Whoever put the user's name forward: `Sam Whitlock (referred me)`, "Sam referred me", "referred by Sam".

use super::Person;
use crate::text::{behind, is_one_of};

/// Returns true for an aside, or what stands in place of a title, that says so: `referred me`.
pub fn is_referral(aside: &str) -> bool {
    let aside = aside.trim().trim_end_matches('.');
    let aside = behind("who ", aside).or_else(|| behind("my ", aside)).unwrap_or(aside);
    behind("referred me", aside).is_some_and(ends) || is_one_of(aside, &["referral", "referrer"])
}

/// Returns true if a name has such an aside behind it.
pub fn has_referral(text: &str) -> bool {
    let mut asides = text.split('(').skip(1).filter_map(|part| part.split_once(')'));
    asides.any(|(aside, _)| is_referral(aside))
}

impl Person {
    /// Returns true if a remark says that this person referred the user. One that doesn't have their name may be about them
    /// if it stands below a heading with it.
    pub fn is_referrer_in(&self, remark: &str, is_below_name: bool) -> bool {
        let names = self.names();
        let mut behind_name = names.iter().filter_map(|name| behind(name, remark));
        let is_deed = |rest: &str| behind("referred me", rest).is_some_and(ends);
        let by = ["referred by ", "i was referred by ", "was referred by "];
        let mut behind_by = by.iter().filter_map(|by| behind(by, remark));
        behind_name.any(|rest| rest.strip_prefix(' ').is_some_and(is_deed))
            || is_below_name && is_deed(remark)
            || behind_by.any(|rest| names.iter().any(|name| behind(name, rest).is_some_and(ends)))
    }
}

/// Returns true if words end here, or go on with nothing that changes them: `referred me (old colleague)`, but not
/// `referred me to the website`.
fn ends(rest: &str) -> bool {
    let rest = rest.trim_end();
    rest.is_empty()
        || rest.trim_start().starts_with(['.', ',', ';', '(', '!', '-', '–'])
        || [" for ", " internally"].iter().any(|next| behind(next, rest).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_referral_is_told_in_plain_words() {
        for aside in ["Referred me", "who referred me", "my referral", "referred me, ex-Atlas"] {
            assert!(has_referral(&format!("Sam Whitlock ({aside})")), "{aside}");
        }
        for aside in ["referred me to HR", "referee", "referrals", "preferred me"] {
            assert!(!has_referral(&format!("Sam Whitlock ({aside})")), "{aside}");
        }
        let sam = Person::named("Sam Whitlock").unwrap();
        for (remark, expected) in [
            ("Sam referred me (old colleague).", true),
            ("Sam Whitlock referred me for this job", true),
            ("Referred by Sam, whom I know from Atlas", true),
            ("referred me internally", true),
            ("Sam referred me to the careers page", false),
            ("Sam might have referred me", false),
            ("Referred by Samantha", false),
        ] {
            assert_eq!(sam.is_referrer_in(remark, true), expected, "{remark}");
        }
        assert!(!sam.is_referrer_in("referred me", false));
    }
}
