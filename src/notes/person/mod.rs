//! People: names in every form that notes have, addresses, ids and greetings.

mod address;
mod nameless;
mod parts;
mod referral;
mod words;
mod written;

use std::iter;
use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64;

pub use address::{is_address, is_host};
pub use nameless::without_description;
use parts::{Parts, family, is_in_capitals, is_shouted};
pub use referral::{has_referral, is_referral};
pub use words::{is_credential, is_honorific, is_particle, is_senior};
use words::{is_degree, is_knightly};
pub use written::{
    AND, clean_name, has_and, is_family_first, is_nobody, is_plain, is_single_family_first,
    looks_like_several, says_nobody, split_address, wiki_link, without_aside,
};

use super::link::Link;
use crate::text::{slug, words};

/// A person named in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name as a slug, made unique within the note.
    pub id: String,
    /// The name as written, as one clean line.
    pub name: String,
    /// The e-mail address, if the note has a valid one.
    pub email: Option<String>,
    /// Their job title.
    pub title: Option<String>,
    /// The name to greet them by, if the note says so.
    pub call: Option<String>,
    /// Their postal address, for a note on paper.
    pub post: Option<String>,
    /// Their phone number.
    pub phone: Option<String>,
    /// True if the note marks them as the lead interviewer.
    pub lead: bool,
    /// True if the note says behind their name that they referred the user.
    pub has_referred: bool,
    /// The link to a file about them.
    pub link: Option<Arc<Link>>,
}

impl Person {
    /// A person with nothing but a name; `None` if it has no letters.
    pub fn named(name: &str) -> Option<Person> {
        clean_name(name).map(|name| Person {
            id: slug(&name, "person"),
            name,
            email: None,
            title: None,
            call: None,
            post: None,
            phone: None,
            lead: false,
            has_referred: false,
            link: None,
        })
    }

    /// The person, with the facts that are known from elsewhere where these are missing.
    pub fn with_facts_of(&self, known: &Person) -> Person {
        let or =
            |of: fn(&Person) -> &Option<String>| of(self).as_ref().or(of(known).as_ref()).cloned();
        Person {
            email: or(|one| &one.email),
            title: or(|one| &one.title),
            call: or(|one| &one.call),
            post: or(|one| &one.post),
            phone: or(|one| &one.phone),
            has_referred: self.has_referred || known.has_referred,
            ..self.clone()
        }
    }

    /// The name as the note has it, with the brackets of a link.
    pub fn written(&self) -> String {
        self.link.as_ref().map_or_else(|| self.name.clone(), |link| link.written())
    }

    /// The name for a greeting: what the note says they are called, else the nickname, else title and family name, else
    /// the first name; the whole name if it isn't clear which part is which.
    pub fn first_name(&self) -> String {
        self.first_of(&Parts::of(&self.name), || self.is_nameless())
    }

    /// The whole name as one writes it in a letter: `dr anil kapoor` gets its capitals.
    pub fn whole_name(&self) -> String {
        self.whole_of(&Parts::of(&self.name), self.is_nameless())
    }

    /// Both of them, for somebody of whom it is known whether words stand in place of their name.
    pub fn first_and_whole_name(&self, is_nameless: bool) -> (String, String) {
        let parts = Parts::of(&self.name);
        (self.first_of(&parts, || is_nameless), self.whole_of(&parts, is_nameless))
    }

    fn first_of(&self, parts: &Parts<'_>, is_nameless: impl Fn() -> bool) -> String {
        if let Some(call) = &self.call {
            return call.clone();
        }
        let cased = |word: &str| parts.cased(word);
        let Parts { titles, words, nickname } = parts;
        if let Some(nickname) = nickname {
            return cased(nickname);
        }
        let whole = || words.iter().map(|word| cased(word)).collect::<Vec<_>>().join(" ");
        let Some(first) = words.first() else { return self.name.clone() };
        if is_nameless() {
            return self.name.clone();
        }
        if let Some(title) = titles.last() {
            let name = if is_knightly(title) { cased(first) } else { family(words, cased) };
            let titles: Vec<String> = titles.iter().map(|title| cased(title)).collect();
            return format!("{} {name}", titles.join(" "));
        }
        // "EYFS Anna"
        let is_doubtful = words.len() > 1 && is_in_capitals(first) && !is_shouted(words);
        let first = cased(first);
        let is_name = first.chars().all(|c| is_latin(c) || matches!(c, '-' | '\'' | '’'))
            && first.chars().count() > 1
            && !first.starts_with(char::is_lowercase)
            && !is_doubtful;
        if is_name { first } else { whole() }
    }

    fn whole_of(&self, parts: &Parts<'_>, is_nameless: bool) -> String {
        if is_nameless {
            return self.name.clone();
        }
        let cased = |word: &str| if is_degree(word) { word.to_owned() } else { parts.cased(word) };
        self.name.split(' ').map(cased).collect::<Vec<_>>().join(" ")
    }

    /// The name without what stands in front of it, such as a job or a byname: Chef Tony, Big Tony.
    pub fn bare_name(&self) -> String {
        Parts::of(&self.name).words.join(" ")
    }

    /// The names by which a text may call them: the whole one, the first, the family's, with or without a title, and the
    /// nickname. A description has no parts that are names.
    pub fn names(&self) -> Vec<String> {
        if self.is_team() || self.is_function() {
            let bare = self.name.strip_prefix("the ").filter(|rest| rest.contains(' '));
            // As a sentence begins.
            let (first, rest) =
                self.name.split_at(self.name.chars().next().map_or(0, char::len_utf8));
            let mut names = vec![self.name.clone(), first.to_uppercase() + rest];
            names.extend(bare.map(str::to_owned).into_iter().chain(self.call.clone()));
            return names;
        }
        let Parts { titles, words, nickname } = Parts::of(&self.name);
        let family = family(&words, str::to_owned);
        let mut names = vec![self.name.clone(), words.join(" ")];
        if words.len() > 1 {
            names.extend(words.last().map(|last| (*last).to_owned()));
        }
        if let Some(nickname) = nickname {
            names.extend([nickname.to_owned(), format!("{nickname} {family}")]);
        }
        // "Dr. Boyd" of Dr. Al Boyd, whatever Al is.
        let last = words.last().copied().unwrap_or_default();
        for title in [titles.join(" "), titles.last().copied().unwrap_or_default().to_owned()] {
            if !title.is_empty() {
                names.extend([format!("{title} {family}"), format!("{title} {last}")]);
            }
        }
        names.extend([family, self.first_name()]);
        // `[[Dev Patel|Dev]]` is Dev Patel, too.
        let file = self.link.as_ref().map(|link| link.file_name());
        let is_longer = |file: &&str| file.split(' ').any(|word| word == self.name);
        names.extend(file.filter(is_longer).map(str::to_owned));
        names.extend(words.first().map(|first| (*first).to_owned()));
        // "Di" of Di Marsh is her first name.
        let is_given = |name: &String| {
            titles.is_empty()
                && matches!(&words[..], [first, second, ..] if first == name && !is_particle(second))
                && name.starts_with(char::is_uppercase)
        };
        names.retain(|name| {
            let letters = name.chars().filter(|c| c.is_alphabetic()).count();
            let is_small = is_particle(name) && !is_given(name) || is_honorific(name);
            *name == self.name || letters > 1 && !is_small
        });
        names
    }

    /// Returns true if both seem to be the same person: by address, or by name if one has no address. Mr Derek O'Hara is
    /// Derek O'Hara, but Mrs Feldman isn't Mr Feldman.
    pub fn is_likely(&self, other: &Person) -> bool {
        let is_named_alike = || {
            let (name, other_name) = (self.plain_name(), other.plain_name());
            let (one, another) = (without_title(name), without_title(other_name));
            are_alike(one, another) && !are_titles_apart(name, other_name, one)
        };
        !self.is_another(other) && (self.has_address_of(other) || is_named_alike())
    }

    /// Returns true for a name that may be short for a whole one, as most aren't: a single word, or some behind a title.
    pub fn is_short(&self) -> bool {
        self.plain_name().split_once(' ').is_none_or(|(first, _)| is_honorific(first))
    }

    /// Returns true for a name that is short for another's whole one: the first name or the nickname, or the family's behind a
    /// title that is theirs, too.
    pub fn is_short_for(&self, other: &Person) -> bool {
        let (own, whole) = (Parts::of(&self.name), Parts::of(&other.name));
        let is_same = |one: &str, another: &str| slug(one, one) == slug(another, another);
        let title = |title: &str| title.trim_end_matches('.').to_lowercase();
        let (name, is_one) = (own.words.join(" "), own.words.len() == 1);
        if name.is_empty() || whole.words.len() < 2 || self.is_nameless() || other.is_nameless() {
            return false;
        }
        if own.titles.is_empty() {
            let called = [Some(whole.words[0]), whole.nickname, other.call.as_deref()];
            return is_one && called.into_iter().flatten().any(|called| is_same(&name, called));
        }
        let has = |one: &&str| whole.titles.iter().any(|other| title(one) == title(other));
        is_same(&name, &family(&whole.words, str::to_owned))
            && (whole.titles.is_empty() || own.titles.iter().all(has))
    }

    /// Numbers of which two people who are likely the same have one in common: of the address, and of the name without its
    /// titles. Others hardly ever have.
    pub fn marks(&self) -> impl Iterator<Item = u64> {
        let texts = iter::once(self.folded_name()).chain(self.email.as_deref().map(in_lower_case));
        texts.map(|text| xxh3_64(text.as_bytes()))
    }

    /// The name to compare by, without the titles before it and the degrees behind it.
    pub fn folded_name(&self) -> String {
        in_lower_case(without_title(self.plain_name()))
    }

    /// The name without the degrees behind it.
    pub fn plain_name(&self) -> &str {
        without_credentials(&self.name)
    }

    /// Returns true if both are surely two people, whatever their names: they have different addresses, or files.
    pub fn is_another(&self, other: &Person) -> bool {
        let have_addresses = self.email.is_some() && other.email.is_some();
        let links = self.link.as_ref().zip(other.link.as_ref());
        have_addresses && !self.has_address_of(other)
            || links.is_some_and(|(one, another)| one.is_of_another_file(another))
    }

    /// Returns true if both have the same address.
    pub fn has_address_of(&self, other: &Person) -> bool {
        let addresses = self.email.as_ref().zip(other.email.as_ref());
        addresses.is_some_and(|(one, another)| are_alike(one, another))
    }

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

/// A name without the titles before it.
fn without_title(name: &str) -> &str {
    match name.split_once(' ') {
        Some((title, rest)) if is_honorific(title) => without_title(rest),
        _ => name,
    }
}

/// A name without the degrees behind it: `Denise Ortega, MSN, RN`.
fn without_credentials(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((before, last)) if is_credential(last.trim_end_matches(',')) => {
            without_credentials(before.trim_end_matches(','))
        }
        _ => name,
    }
}

/// Returns true if the name behind two titles is a family's alone, and the titles differ.
fn are_titles_apart(one: &str, other: &str, family: &str) -> bool {
    let title = |name: &str| {
        let (title, _) = name.split_once(' ').filter(|(title, _)| is_honorific(title))?;
        Some(title.trim_end_matches('.').to_lowercase())
    };
    let titles = title(one).zip(title(other));
    !family.contains(' ') && titles.is_some_and(|(one, other)| one != other)
}

/// Returns true for texts that differ in nothing but case.
fn are_alike(one: &str, other: &str) -> bool {
    match one.is_ascii() && other.is_ascii() {
        true => one.eq_ignore_ascii_case(other),
        false => lower_case(one).eq(lower_case(other)),
    }
}

fn in_lower_case(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { lower_case(text).collect() }
}

fn lower_case(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && u32::from(c) < 0x250
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_use_the_first_name_only_if_it_is_clear() {
        let cases = [
            ("Jane Doe", "Jane"),
            ("Jane", "Jane"),
            ("Dr. Jane Doe", "Dr. Doe"),
            ("Dr. Wei Zhang", "Dr. Zhang"),
            ("Dr Wei Zhang", "Dr Zhang"),
            ("Dr. Zhang", "Dr. Zhang"),
            ("Prof. Ada Lovelace", "Prof. Lovelace"),
            ("Prof. Dr. Emmy Noether", "Prof. Dr. Noether"),
            ("Frau Dr. Lena Vogt", "Frau Dr. Vogt"),
            ("Herr Max Weber", "Herr Weber"),
            ("Mr. Tom Reyes", "Mr. Reyes"),
            ("Ms. Ana Brandt", "Ms. Brandt"),
            ("Dr. Anna van der Berg", "Dr. van der Berg"),
            ("Dr. Wei Zhang, PhD", "Dr. Zhang"),
            ("DR. WEI ZHANG", "Dr. Zhang"),
            ("Sir Ian Holm", "Sir Ian"),
            ("Sister Mary Jones", "Sister Jones"),
            ("Sister Mary", "Sister Mary"),
            ("Matron", "Matron"),
            ("Rev. Tom Green", "Rev. Green"),
            ("Rev Tom Green", "Rev Green"),
            ("Capt. Ann Lowe", "Capt. Lowe"),
            ("Cllr Raj Patel", "Cllr Patel"),
            ("Señora García", "Señora García"),
            ("Mr Anil Desai FRCS", "Mr Desai"),
            ("Dr. Jack Ma", "Dr. Ma"),
            ("Nurse Tom Hart", "Tom"),
            ("Charge Nurse Amy Reed", "Amy"),
            ("Nurse Hart", "Nurse Hart"),
            ("charge nurse Dee", "Dee"),
            ("Charge Nurse Dee Moran", "Dee"),
            ("staff nurse Bob", "Bob"),
            ("Staff Nurse Hart", "Staff Nurse Hart"),
            ("student nurse Kay", "Kay"),
            ("porter Stan", "Stan"),
            ("Porter Hayes", "Porter"),
            ("ward clerk Jean", "Jean"),
            ("lab tech Sue", "Sue"),
            ("CNM2 Fiona Walsh", "Fiona"),
            ("Ward Manager Lucy", "Lucy"),
            ("Asst Prof Ben Tan", "Prof Tan"),
            ("Assoc. Prof. Ben Tan", "Prof. Tan"),
            ("Associate Professor Ben Tan", "Professor Tan"),
            ("Emeritus Professor Joan Day", "Professor Day"),
            ("Professor Emerita Joan Day", "Professor Day"),
            ("PD Dr. Lena Kohl", "Dr. Kohl"),
            ("Prof. Dame Eleanor Whitcombe", "Prof. Whitcombe"),
            ("Professor Sir Peter Ross", "Professor Ross"),
            ("Prof. Dame Eleanor", "Prof. Dame Eleanor"),
            ("Pro-Vice-Chancellor Mary Hart", "Mary"),
            ("PVC Mary Hart", "Mary"),
            ("PhD student Maya", "Maya"),
            ("dean Harris", "Dean Harris"),
            ("Dean Harris", "Dean"),
            ("vice dean Joan Smith", "Joan"),
            ("Headteacher Mr. T. Okonkwo", "Mr. Okonkwo"),
            ("Bursar Mr Lyle", "Mr Lyle"),
            ("Theatre manager Ian Foley", "Ian"),
            ("Theatre manager Ian", "Ian"),
            ("HCA Precious", "Precious"),
            ("HCA Precious Moyo", "Precious"),
            ("SENCO Julie", "Julie"),
            ("HoD maths Priya", "Priya"),
            ("HOD Priya", "Priya"),
            ("ODP Lee", "Lee"),
            ("DSL Kim", "Kim"),
            ("EYFS Anna", "EYFS Anna"),
            ("ANN Smith", "ANN Smith"),
            ("deputy head Dave", "Dave"),
            ("nurse Hart", "Nurse Hart"),
            ("Deputy Head Okonkwo", "Deputy Head Okonkwo"),
            ("Sr Moira Kelly", "Sr Kelly"),
            ("Sr. Kelly", "Sr. Kelly"),
            ("Sr Engineer Jane Doe", "Jane"),
            ("Martin King Sr", "Martin"),
            ("Fran from HR", "Fran"),
            ("Kemi in HR", "Kemi"),
            ("Fran Lowe from HR", "Fran"),
            ("Dr Wei Zhang from Cardiology", "Dr Zhang"),
            ("Head Chef Marco Bianchi", "Marco"),
            ("Carewell Staffing", "Carewell Staffing"),
            ("J. Doe", "J. Doe"),
            ("R. Okafor", "R. Okafor"),
            ("J. R. Hartley", "J. R. Hartley"),
            ("R. OKAFOR", "R. Okafor"),
            ("Robert \"Bob\" Miller", "Bob"),
            ("Robert “Bob” Miller", "Bob"),
            ("Robert 'Bob' Miller", "Bob"),
            ("Robert (Bob) Miller", "Bob"),
            ("Robert \"Big Bob\" Miller", "Big Bob"),
            ("Tony (head chef) Marsh", "Tony"),
            ("Watch manager Beth Stone", "Beth"),
            ("Team leader Bo Lind", "Bo"),
            ("Station Officer Beth Stone", "Beth"),
            ("Revd Ann Day", "Revd Day"),
            ("Sheriff Tom Hall", "Sheriff Hall"),
            ("Cdr Zoe Hart", "Cdr Hart"),
            ("Engr. Bassey Etim", "Engr. Etim"),
            ("Fire Chief Ray Dominguez", "Ray"),
            ("Big Tony", "Tony"),
            ("Little Dave Marsh", "Dave"),
            ("Uncle Raj", "Raj"),
            ("Young Kim", "Young"),
            ("GM Olivia", "Olivia"),
            ("HM Rob", "Rob"),
            ("Exec chef Ian", "Ian"),
            ("Sous Ian", "Ian"),
            ("F&B manager Sanj", "Sanj"),
            ("PC Hannah Lee", "PC Lee"),
            ("PC Lee", "PC Lee"),
            ("Mr Patel junior", "Mr Patel"),
            ("Dr. Robert \"Bob\" Miller", "Bob"),
            ("Jane Doe, PhD", "Jane"),
            ("Jane Doe, M.Sc., MBA", "Jane"),
            ("Jane Doe PhD", "Jane"),
            ("Martin King, Jr.", "Martin"),
            ("ANNA SMITH", "Anna"),
            ("ANNE-MARIE O'NEIL", "Anne-Marie"),
            ("Doctor Anne Hill", "Doctor Hill"),
            ("Detective Inspector Sarah Lund", "Detective Inspector Lund"),
            ("Lt. Col. Mark Hay", "Lt. Col. Hay"),
            ("Coach Bill Ray", "Coach Ray"),
            ("JJ Smith", "JJ"),
            ("Di Gee", "Di"),
            ("jane doe", "Jane"),
            ("dr anil kapoor", "Dr Kapoor"),
            ("dr. anil kapoor", "Dr. Kapoor"),
            ("dr Anil Kapoor", "Dr Kapoor"),
            ("mrs ngozi van der berg", "Mrs van der Berg"),
            ("robert \"bob\" miller", "Bob"),
            ("r. okafor", "R. Okafor"),
            ("nurse hart", "Nurse Hart"),
            ("Mr. Al Feldman", "Mr. Feldman"),
            ("mr al feldman", "Mr Feldman"),
            ("Ms Di Harper", "Ms Harper"),
            ("Ms Di van Houten", "Ms van Houten"),
            ("Ms Van Tran", "Ms Tran"),
            ("Mr. Van Dyke", "Mr. Van Dyke"),
            ("Mr. Di Marco", "Mr. Di Marco"),
            ("Dr. Al Rashid", "Dr. Al Rashid"),
            ("Mr. van der Berg", "Mr. van der Berg"),
            ("al feldman", "Al"),
            ("Human Resources", "Human Resources"),
            ("de la Cruz, Maria", "Maria"),
            ("von Berg, Lisa", "Lisa"),
            ("Alex Kim (they/them)", "Alex"),
            ("Ming Li [he/him]", "Ming"),
            ("Jean-Paul Sartre", "Jean-Paul"),
            ("Sue Ellen Parker", "Sue"),
            ("People Team", "People Team"),
            ("the CTO", "the CTO"),
            ("van der Berg", "van der Berg"),
            ("山田 太郎", "山田 太郎"),
            ("Zoë Kravitz", "Zoë"),
            ("Jane Doe (she/her)", "Jane"),
            ("[[People/Jane Doe|Jane]]", "Jane"),
            ("[[People/Jane Doe]]", "Jane"),
            ("[[People/jd|Jane Doe]]", "Jane"),
            ("[Jane Doe](https://acme.example/jane)", "Jane"),
            ("**Jane** ", "Jane"),
            ("_Jane Doe_", "Jane"),
        ];
        for (name, expected) in cases {
            assert_eq!(Person::named(name).unwrap().first_name(), expected, "{name}");
        }
        assert_eq!(Person::named(" \u{200b}"), None);
    }

    #[test]
    fn whole_names_get_their_capitals() {
        let cases = [
            ("dr anil kapoor", "Dr Anil Kapoor"),
            ("dr Anil Kapoor", "Dr Anil Kapoor"),
            ("claire dobson", "Claire Dobson"),
            ("anne-marie o'neil, phd", "Anne-Marie O'Neil, phd"),
            ("anna van der berg", "Anna van der Berg"),
            ("ANNA SMITH, MD", "Anna Smith, MD"),
            ("Jane Doe", "Jane Doe"),
            ("Jane de Souza", "Jane de Souza"),
            ("山田 太郎", "山田 太郎"),
            ("someone from HR", "someone from HR"),
        ];
        for (name, expected) in cases {
            assert_eq!(Person::named(name).unwrap().whole_name(), expected);
        }
    }

    #[test]
    fn a_description_has_no_parts_that_are_names() {
        let names = |name: &str| Person::named(name).unwrap().names();
        assert_eq!(names("the consultant"), ["the consultant", "The consultant"]);
        assert_eq!(names("lady on reception"), ["lady on reception", "Lady on reception"]);
        assert!(names("the hiring panel").contains(&"hiring panel".to_owned()));
    }

    #[test]
    fn a_small_word_can_be_a_first_name() {
        let cases = [
            ("Di Marsh", "Di", true),
            ("Dr. Al Boyd", "Dr. Boyd", true),
            ("van der Berg", "van", false),
            ("Anna van der Berg", "van", false),
            ("Mr. Van Dyke", "Van", false),
        ];
        for (name, called, expected) in cases {
            let names = Person::named(name).unwrap().names();
            assert_eq!(names.iter().any(|one| one == called), expected, "{name}: {names:?}");
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
        ] {
            let person = Person::named(name).unwrap();
            assert!(!person.is_team() && !person.is_function(), "{name}");
        }
    }
}
