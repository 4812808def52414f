//! The part that somebody has in the hire: they decide on it, recruit, or only arrange interviews.

use super::Person;
use crate::text::words;

impl Person {
    /// Returns true if the title says that they decide on the hire, as the head of a school does.
    pub fn is_hiring_manager(&self) -> bool {
        const TITLES: [&str; 5] =
            ["hiring manager", "head teacher", "headteacher", "headmaster", "headmistress"];
        const BESIDE: [&str; 3] = ["deputy", "assistant", "former"];
        let Some(title) = self.title.as_ref().map(|title| title.to_lowercase()) else {
            return false;
        };
        let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
        has(&TITLES) && !has(&BESIDE)
    }

    /// Returns true if the title says that they recruit.
    pub fn is_recruiter(&self) -> bool {
        let title = self.title.as_deref().unwrap_or_default().to_lowercase();
        words(&title, &[]).any(|word| {
            word.starts_with("recruit") || ["headhunter", "sourcer", "talent"].contains(&word)
        })
    }

    /// Returns true for the office, which arranges interviews and judges nobody.
    pub fn is_office(&self) -> bool {
        const WORDS: [&str; 8] = [
            "office",
            "secretary",
            "reception",
            "receptionist",
            "clerk",
            "bursar",
            "administrator",
            "pa",
        ];
        const TITLES: [&str; 3] = ["business manager", "personal assistant", "executive assistant"];
        let known = format!("{} {}", self.name, self.title.as_deref().unwrap_or_default());
        let known = known.to_lowercase();
        let mut words = known.split(|c: char| !c.is_alphanumeric());
        TITLES.iter().any(|title| known.contains(title)) || words.any(|word| WORDS.contains(&word))
    }
}
