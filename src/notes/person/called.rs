//! The names that somebody is called by: in a greeting, in a letter, in the middle of a text.

use super::Person;
use super::parts::{Parts, family, is_in_capitals, is_shouted};
use super::words::{begins_family, is_degree, is_honorific, is_knightly, is_particle};

impl Person {
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
            && !(words.len() > 1 && begins_family(&first))
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
            ("Mr Ó Sé", "Mr Ó Sé"),
            ("Dr Áine Ní Chonaill", "Dr Ní Chonaill"),
            ("dr áine ní chonaill", "Dr Ní Chonaill"),
            ("DR ÁINE NÍ CHONAILL", "Dr Ní Chonaill"),
            ("Prof. Cathal Mac Giolla Bhríde", "Prof. Mac Giolla Bhríde"),
            ("Cllr Máire Uí Bhriain", "Cllr Uí Bhriain"),
            ("Mr John O Brien", "Mr O Brien"),
            ("Mr St John", "Mr St John"),
            ("Ms Jill St. John", "Ms St. John"),
            ("Ó Sé", "Ó Sé"),
            ("Seán Ó Sé", "Seán"),
            ("seán ó sé", "Seán"),
            ("Nic Burton", "Nic"),
            ("Mac Miller", "Mac"),
            ("Dipl.-Des. Hannah Köster", "Hannah"),
            ("Dipl.-Ing. (FH) Jana Vogt", "Jana"),
            ("Diplom-Kauffrau Jana Vogt", "Jana"),
            ("Dipl.-Ing. Dr. Kai Pohl", "Dr. Pohl"),
            ("Mag. Eva Huber", "Eva"),
            ("Priv.-Doz. Dr. Rolf Mai", "Dr. Mai"),
            ("Prof. Dr. Ing. Weber", "Prof. Dr. Weber"),
            ("Hr. Vogel", "Hr. Vogel"),
            ("RA Dr. Lutz Brandt", "Dr. Brandt"),
            ("Geschäftsführer Dr. Kai Pohl", "Dr. Pohl"),
            ("Geschäftsführerin Lena Voss", "Lena"),
            ("Teamleiter Max Braun", "Max"),
            ("Abteilungsleiterin Frau Özdemir", "Frau Özdemir"),
            ("Recruiterin Sophie", "Sophie"),
            ("Personaler Tim", "Tim"),
            ("Dr Mary Keane MRIA", "Dr Keane"),
            ("Dr Mary Keane MRCVS", "Dr Keane"),
            ("Dr Wei ZHANG", "Dr ZHANG"),
            ("Supervisor Tina", "Tina"),
            ("Lead Hand Joe", "Joe"),
            ("Senator Pat Kane", "Senator Kane"),
            ("Old Bill", "Bill"),
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
            ("seán ó sé", "Seán Ó Sé"),
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
}
