//! Words in place of a name: a team, a firm, a function, or words for somebody whose name the user doesn't know.

use super::Person;
use super::words::{is_honorific, is_senior};
use crate::notes::job_title::{ends_in_job, is_job_title, is_small_job};
use crate::text::{before, behind, is_one_of};

/// Words that begin a description of somebody, and no name.
const ONE: [&str; 9] =
    ["another", "her", "his", "one", "our", "somebody", "someone", "the", "their"];

/// Those of them that say that the name isn't known.
const UNKNOWN: [&str; 4] = ["another", "one", "somebody", "someone"];

/// The same for several people.
const SEVERAL: [&str; 12] = [
    "all",
    "both",
    "everybody",
    "everyone",
    "five",
    "four",
    "several",
    "six",
    "some",
    "three",
    "two",
    "various",
];

/// Articles, unless they are an initial or a first name: those have a capital behind them.
const ARTICLES: [&str; 2] = ["a", "an"];

/// Words for somebody of whom nothing else is known.
const SOMEBODY: [&str; 11] = [
    "bloke",
    "chap",
    "colleague",
    "gentleman",
    "girl",
    "guy",
    "lad",
    "lady",
    "man",
    "person",
    "woman",
];

/// The same for several.
const PEOPLE: [&str; 9] =
    ["colleagues", "girls", "guys", "ladies", "lads", "men", "people", "staff", "women"];

/// Words behind those that say where they work.
const WHERE: [&str; 6] = ["at", "from", "in", "on", "who", "with"];

/// Words for somebody whom a name behind them tells apart: my mate Lou.
const KNOWN_BY_NAME: [&str; 9] =
    ["boss", "brother", "colleague", "cousin", "daughter", "friend", "husband", "mate", "wife"];

/// The name behind words that describe whose it is: some guy called Tony, my mate Lou, Gareth's colleague Lou.
pub fn without_description(name: &str) -> &str {
    let mut from = 0;
    let mut last = "";
    for word in name.split(' ') {
        let tail = &name[from..];
        let are_names = || tail.split(' ').all(|word| word.starts_with(char::is_uppercase));
        let is_one = last.starts_with(char::is_lowercase)
            && (SOMEBODY.contains(&last) || KNOWN_BY_NAME.contains(&last));
        if is_one && are_names() && !is_job_title(tail) {
            return tail;
        }
        if is_one
            && let Some(called) =
                ["called ", "named "].iter().find_map(|called| tail.strip_prefix(called))
        {
            return called;
        }
        from += word.len() + 1;
        last = word;
    }
    name
}

impl Person {
    /// Returns true for words in place of a name.
    pub fn is_nameless(&self) -> bool {
        self.is_team() || self.is_firm() || self.is_function()
    }

    /// Returns true for several people under one name, such as the People Team.
    pub fn is_team(&self) -> bool {
        const LAST: [&str; 10] = [
            "team",
            "board",
            "panel",
            "committee",
            "department",
            "squad",
            "interviewers",
            "engineers",
            "recruiters",
            "everyone",
        ];
        const FIRST: [&str; 3] = ["team ", "panel ", "board "];
        is_one_of(last_word(&self.name), &LAST) && !is_head(&self.name)
            || FIRST.iter().any(|first| {
                let rest = behind(first, &self.name);
                rest.is_some_and(|rest| behind("leader ", rest).is_none() && !ends_in_job(rest))
            })
            || describes(&self.name, &SEVERAL, &PEOPLE) && !is_somebody(&self.name)
            || is_counted(&self.name)
            || is_class(&self.name.to_lowercase())
    }

    /// Returns true for a firm in place of a name, such as an agency's.
    pub fn is_firm(&self) -> bool {
        const LAST: [&str; 14] = [
            "agency",
            "associates",
            "consulting",
            "gmbh",
            "group",
            "inc",
            "limited",
            "llc",
            "ltd",
            "partners",
            "plc",
            "recruiting",
            "recruitment",
            "staffing",
        ];
        let parts = self.name.trim_end_matches('.').rsplit_once(' ');
        parts.is_some_and(|(before, last)| !before.is_empty() && is_one_of(last, &LAST))
    }

    /// Returns true for a function in place of a name, such as the CTO.
    pub fn is_function(&self) -> bool {
        let first = || self.name.split(' ').next().unwrap_or_default();
        let is_titled = || is_honorific(first()) && !is_senior(first());
        behind("hr ", &self.name).is_some()
            || self.is_told_by_another()
            || self.is_department()
            || self.is_described()
            || is_small_job(&self.name)
            || is_job_title(&self.name) && !is_titled()
    }

    /// Returns true for a part of a company, such as Human Resources.
    fn is_department(&self) -> bool {
        // None of these is a job by itself, but some are names.
        const WORDS: [&str; 14] = [
            "hiring",
            "engineering",
            "product",
            "recruiting",
            "recruitment",
            "talent",
            "acquisition",
            "people",
            "ops",
            "jobs",
            "nhs",
            "payroll",
            "personnel",
            "staffing",
        ];
        const LAST: [&str; 13] = [
            "admissions",
            "careers",
            "college",
            "desk",
            "faculty",
            "hr",
            "office",
            "reception",
            "resources",
            "resourcing",
            "school",
            "services",
            "workforce",
        ];
        // "Fran from HR"
        let is_somebody = || place_behind_name(&self.name.split(' ').collect::<Vec<_>>()).is_some();
        let is_one = is_one_of(last_word(&self.name), &LAST)
            || self.name.split(' ').all(|word| is_one_of(word, &WORDS));
        is_one && !is_somebody()
    }

    /// Returns true for somebody who is only described: the consultant, a nice porter, two midwives.
    pub fn is_described(&self) -> bool {
        has_article(&self.name)
            || describes(&self.name, &ONE, &SOMEBODY)
            || describes(&self.name, &SEVERAL, &PEOPLE)
    }

    /// Returns true for words that stand in until the name is known: someone from the trust, the other governor, a lady from
    /// HR. Nobody would say them in a letter, as they may say "the receptionist".
    pub fn is_placeholder(&self) -> bool {
        const OTHERS: [&str; 2] = ["the other ", "the second "];
        if self.email.is_some() || self.call.is_some() {
            return false;
        }
        let is_another = OTHERS.iter().any(|start| behind(start, &self.name).is_some());
        let is_one = || match self.name.split_once(' ') {
            Some((_, rest)) if has_article(&self.name) => {
                rest.split(' ').any(|word| is_one_of(word, &SOMEBODY))
            }
            Some((first, _)) => is_one_of(first, &UNKNOWN) || is_somebody(&self.name),
            None => false,
        };
        is_another || is_one()
    }

    /// Returns true for somebody whose name isn't known, only that of another: Beth's deputy.
    pub fn is_told_by_another(&self) -> bool {
        self.name.split_once(' ').is_some_and(|(first, _)| before("'s", first).is_some())
    }
}

/// Returns true for somebody of whom only the place is known, if that: Lady from HR, some guy.
fn is_somebody(name: &str) -> bool {
    // "The lady on reception" is known by that.
    const FROM: [&str; 3] = ["at", "from", "in"];
    let (is_some, rest) = match behind("some ", name) {
        Some(rest) => (true, rest),
        None => (false, name),
    };
    let mut words = rest.split(' ');
    match is_some {
        true => words.any(|word| is_one_of(word, &SOMEBODY)),
        false => {
            words.next().is_some_and(|word| is_one_of(word, &SOMEBODY))
                && words.next().is_some_and(|word| FROM.contains(&word))
        }
    }
}

/// Returns true for so many people: 2 grads.
fn is_counted(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(count, whom)| {
        count.bytes().all(|b| b.is_ascii_digit()) && whom.starts_with(char::is_lowercase)
    })
}

/// Returns true for a class of a school: year 9 set 3.
fn is_class(lower: &str) -> bool {
    const WORDS: [&str; 12] = [
        "bottom", "class", "form", "grade", "group", "maths", "middle", "pupils", "set",
        "students", "top", "year",
    ];
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let words = || lower.split(' ');
    words().any(is_number) && words().all(|word| is_number(word) || WORDS.contains(&word))
}

/// The place of the words behind a name that say where somebody works: Fran from HR.
pub(super) fn place_behind_name(words: &[&str]) -> Option<usize> {
    const PLACE: [&str; 3] = ["at", "from", "in"];
    let at = words.iter().position(|word| PLACE.contains(word))?;
    let name = &words[..at];
    let is_nobody = |word: &&str| {
        [&ONE[..], &SEVERAL, &SOMEBODY, &PEOPLE].iter().any(|known| is_one_of(word, known))
    };
    let is_name = name.iter().all(|word| word.starts_with(char::is_uppercase))
        && !name.iter().any(is_nobody)
        && !is_job_title(&name.join(" "));
    (at > 0 && at + 1 < words.len() && is_name).then_some(at)
}

fn has_article(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(first, rest)| {
        let is_small = first.starts_with(char::is_lowercase);
        is_one_of(first, &ARTICLES)
            && (is_small || rest.starts_with(char::is_lowercase) || is_job_title(rest))
    })
}

/// Returns true for one person by what they head: the chair of the search committee.
fn is_head(name: &str) -> bool {
    name.contains(" of ") && is_job_title(behind("the ", name).unwrap_or(name))
}

/// Returns true for a description that begins with one of these words, or that calls somebody by one of those: at its end,
/// in small letters as no name is, or before the place where they work.
fn describes(name: &str, starts: &[&str], people: &[&str]) -> bool {
    let Some((first, rest)) = name.split_once(' ') else { return false };
    let mut last = first;
    is_one_of(first, starts)
        || rest.split(' ').any(|word| {
            let before = std::mem::replace(&mut last, word);
            WHERE.contains(&word) && is_one_of(before, people)
        })
        || people.contains(&last)
}

fn last_word(name: &str) -> &str {
    name.rsplit([' ', '-']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_stand_in_until_the_name_is_known() {
        for unknown in [
            "a lady from HR",
            "Lady from HR",
            "some lady from corporate",
            "guy from Amazon DC",
            "someone from the trust",
            "the other governor",
        ] {
            assert!(Person::named(unknown).unwrap().is_placeholder(), "{unknown}");
        }
        for known in [
            "the receptionist",
            "dock supervisor",
            "Lady Anne Ashe",
            "Guy Man",
            "two men",
            "lady on reception",
        ] {
            assert!(!Person::named(known).unwrap().is_placeholder(), "{known}");
        }
    }

    #[test]
    fn teams_and_functions_have_no_first_name() {
        for team in [
            "People Team",
            "Board of Governors",
            "Panel",
            "The hiring panel",
            "Team Red",
            "Interviewers",
            "two midwives",
            "Several teachers",
            "Year 9 set 3",
            "Year 11",
            "2 grads",
            "9B",
            "ladies from the office",
            "ward staff",
            "team members",
            "some people from HR",
            "board",
        ] {
            assert!(Person::named(team).unwrap().is_team(), "{team}");
        }
        for function in [
            "the CTO",
            "Recruiter",
            "Hiring manager",
            "Head of Engineering",
            "HR",
            "People Ops",
            "Deputy Chief Nurse",
            "Night sister",
            "HR lady",
            "Beth's deputy",
            "Ward manager",
            "Human Resources",
            "Acme HR",
            "People Services",
            "Recruitment Services",
            "NHS Jobs",
            "Jobs",
            "Front desk",
            "Ward office",
            "Resourcing",
            "Workforce",
            "Careers",
            "the receptionist",
            "lady on reception",
            "Lady from Acme",
            "reception lady",
            "a nice porter",
            "someone from HR",
            "Somebody in finance",
            "Recruiter from HR",
            "Sr Engineer",
            "SENCO",
            "Bursar",
            "one of the nurses",
            "PVC Education",
            "VC",
            "external examiner",
            "Student rep",
            "Graduate school",
            "ward clerk",
            "some lady from corporate",
            "warehouse manager",
            "Warehouse Manager",
            "dock supervisor",
            "union rep",
            "external rep from Athlone IT",
            "rep from the union",
            "plant manager",
            "independent chair",
            "line lead",
            "team lead",
            "Team lead",
            "panel chair",
            "board rep",
            "crane operator",
            "Geschäftsführer",
        ] {
            assert!(Person::named(function).unwrap().is_function(), "{function}");
        }
        for name in [
            "Jane Doe",
            "Fran from HR",
            "Kemi in HR",
            "Sr Moira Kelly",
            "Cher",
            "Lead Belly",
            "Theo Team-Smith",
            "Will Head",
            "Sister Ward",
            "Ai Tanaka",
            "Steve Jobs",
            "Lady Anne Ashe",
            "An Nguyen",
            "A Smith",
            "Guy Man",
            "Tom Lad",
            "jane doe",
            "jane head",
            "mr will head",
            "tom porter",
            "staff nurse Bob",
            "Robert Plant",
        ] {
            let person = Person::named(name).unwrap();
            assert!(!person.is_team() && !person.is_function(), "{name}");
        }
    }
}
