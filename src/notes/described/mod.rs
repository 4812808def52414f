//! A person as one line of a note describes them: the name with an address, a title, or both.
//!
//! A letter to the wrong person is the worst that can come of a note, so that nothing is guessed here. What could be read
//! in two ways is a doubt.

mod address;
mod name;

use std::borrow::Cow;

pub use address::address_in;
use address::{is_page, mentions_address, split_at_address};
use name::{DASHES, plain_name, read_name, several};

use crate::notes::mailto::without_mailto;
use crate::notes::person::{is_address, is_nobody, without_bullet};
use crate::notes::phone::split_phone;
use crate::text::one_line;

/// A person as a line describes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// The name, as one clean line.
    pub name: String,
    /// The text in the place of an address, good or bad.
    pub address: Option<String>,
    /// The job title.
    pub title: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
}

/// The reason why a line is not taken for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It says that there is nobody.
    Nobody,
    /// It seems to name several.
    Several(String),
    /// It has an address, but no name.
    Nameless(String),
    /// It is unclear which part is the name. `line` is the line that may be meant.
    Unclear { value: String, line: Option<String> },
    /// It has no letters.
    Empty,
}

impl Described {
    /// Reads a line such as `Jane Doe, Engineering manager <jane@acme.example>`.
    pub fn read(text: &str) -> Result<Described, Doubt> {
        match split_phone(text) {
            Some((text, _)) if text.is_empty() => Err(Doubt::Empty),
            Some((text, phone)) => {
                Ok(Described { phone: Some(phone), ..Described::without_phone(&text)? })
            }
            None => Described::without_phone(text),
        }
    }

    /// Reads a line that gives no phone number.
    fn without_phone(text: &str) -> Result<Described, Doubt> {
        if let Some((name, title)) = plain_name(text) {
            return Ok(Described { name, address: None, title, phone: None });
        }
        let text = match text.contains(['（', '）']) {
            true => Cow::Owned(text.replace('（', " (").replace('）', ")")),
            false => Cow::Borrowed(text),
        };
        let text = without_mailto(without_bullet(text.trim()));
        if is_nobody(&text) {
            return Err(Doubt::Nobody);
        }
        let bare = text.trim_matches(['<', '>', '"', '\'', '`', ' ']);
        if is_address(bare) || is_page(bare) {
            return Err(Doubt::Nameless(bare.to_owned()));
        }
        let unclear = |line| Doubt::Unclear { value: one_line(&text), line };
        let Some((before, address, after)) = split_at_address(&text) else {
            if mentions_address(&text) {
                let line = line_for(&text);
                let several = if line.is_none() { several(&text) } else { None };
                return Err(several.unwrap_or_else(|| unclear(line)));
            }
            return read_name(&text, None).map(|(name, title)| Described {
                name,
                address: None,
                title,
                phone: None,
            });
        };
        let is_last = after.is_empty();
        let rest = format!("{}{after}", before.trim_end());
        if mentions_address(&rest) {
            let is_same = is_last && before.trim().trim_matches('"').eq_ignore_ascii_case(address);
            return Err(match several(&text) {
                _ if is_same => Doubt::Nameless(address.to_owned()),
                Some(several) => several,
                None => unclear(None),
            });
        }
        if !is_last
            && !after.trim_start().starts_with([',', '('])
            && !DASHES.iter().any(|dash| after.starts_with(dash))
        {
            return Err(unclear(None));
        }
        match read_name(&rest, is_last.then_some(address)) {
            Ok((name, title)) => {
                Ok(Described { name, address: Some(address.to_owned()), title, phone: None })
            }
            Err(Doubt::Nobody | Doubt::Empty) if is_address(address) => {
                Err(Doubt::Nameless(address.to_owned()))
            }
            Err(Doubt::Unclear { value, line: Some(line) }) => {
                Err(Doubt::Unclear { value, line: Some(format!("{line} <{address}>")) })
            }
            Err(doubt) => Err(doubt),
        }
    }
}

/// The line to write for a name with an address behind it that stands in no brackets, or before it.
fn line_for(text: &str) -> Option<String> {
    const AROUND: [char; 8] = ['<', '>', ',', ';', ':', '-', '–', ' '];
    const BRACKETS: [char; 4] = ['(', ')', '[', ']'];
    let last = text.rsplit_once(' ')?;
    let first = text.split_once(' ').map(|(address, name)| (name, address))?;
    let (name, address) = if last.1.contains('@') { last } else { first };
    let address = address.trim_matches(AROUND).trim_matches(BRACKETS);
    let mut name = name.trim_matches(AROUND).to_owned();
    if name.starts_with(BRACKETS) {
        name = name.trim_matches(BRACKETS).to_owned();
    }
    // `Jo (Northline, jo@northline.example)`
    if name.rfind('(') > name.rfind(')') {
        name.push(')');
    }
    let (read, title) = read_name(&name, None).ok().filter(|(name, _)| !name.contains('@'))?;
    let name = match title {
        Some(title) => format!("{read}, {title}"),
        None if name.contains('(') => name,
        None => read,
    };
    is_address(address).then(|| format!("{name} <{address}>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a line and writes the result as `name | address | title`, or the doubt.
    fn read(line: &str) -> String {
        match Described::read(line) {
            Ok(Described { name, address, title, .. }) => {
                format!("{name} | {} | {}", address.unwrap_or_default(), title.unwrap_or_default())
            }
            Err(Doubt::Nobody) => "nobody".to_owned(),
            Err(Doubt::Several(_)) => "several-people".to_owned(),
            Err(Doubt::Nameless(address)) => format!("nameless-person {address}"),
            Err(Doubt::Unclear { line, .. }) => {
                format!("unclear-person {}", line.unwrap_or_default()).trim_end().to_owned()
            }
            Err(Doubt::Empty) => "wrong-type".to_owned(),
        }
    }

    #[test]
    fn a_line_is_a_person_or_a_doubt() {
        #[rustfmt::skip]
        let rows = [
            // the line | name, address and title, or the doubt
            ("Jane Doe",                                           "Jane Doe |  | "),
            ("  Jane   Doe ",                                      "Jane Doe |  | "),
            ("Cher",                                               "Cher |  | "),
            ("-Jane Doe",                                          "Jane Doe |  | "),
            ("1. Jane Doe <jane@acme.example>",                    "Jane Doe | jane@acme.example | "),
            ("• Jane Doe, CTO",                                    "Jane Doe |  | CTO"),
            ("*Jane Doe*",                                         "Jane Doe |  | "),
            ("2 grads",                                            "2 grads |  | "),
            ("-Jane Doe -Ravi",                                    "several-people"),
            ("Jane Doe <jane@acme.example>",                       "Jane Doe | jane@acme.example | "),
            ("Jane Doe<jane@acme.example>",                        "Jane Doe | jane@acme.example | "),
            ("Jane Doe < jane@acme.example >",                     "Jane Doe | jane@acme.example | "),
            ("Jane Doe <mailto:jane@acme.example>",                "Jane Doe | jane@acme.example | "),
            ("Jane Doe (jane@acme.example)",                       "Jane Doe | jane@acme.example | "),
            ("Jane Doe ( jane@acme.example )",                     "Jane Doe | jane@acme.example | "),
            ("Jane Doe (mailto:jane@acme.example)",                "Jane Doe | jane@acme.example | "),
            ("山田 太郎（taro@acme.example）",                     "山田 太郎 | taro@acme.example | "),
            ("[Jane Doe](mailto:jane@acme.example)",               "Jane Doe | jane@acme.example | "),
            ("[Jane Doe](mailto:jane@acme.example?subject=Hi)",    "Jane Doe | jane@acme.example | "),
            ("[Jane Doe](mailto:jane@acme.example), Recruiter",    "Jane Doe | jane@acme.example | Recruiter"),
            ("[Jane Doe](mailto:jane@acme.example) (she/her)",     "Jane Doe | jane@acme.example | "),
            ("Jane Doe <[jane@acme.example](mailto:jane@acme.example)>", "Jane Doe | jane@acme.example | "),
            ("Jane Doe ([jane@acme.example](mailto:jane@acme.example))", "Jane Doe | jane@acme.example | "),
            ("[Jane Doe](https://acme.example/jane)",              "Jane Doe |  | "),
            ("\"Jane Doe\" <jane@acme.example>",                   "Jane Doe | jane@acme.example | "),
            ("\"Jane Doe\"",                                       "Jane Doe |  | "),
            ("\"Doe, Jane\" <jane@acme.example>",                  "Jane Doe | jane@acme.example | "),
            ("Robert \"Bob\" Miller <bob@acme.example>",           "Robert \"Bob\" Miller | bob@acme.example | "),
            ("\"Bob\" Miller <bob@acme.example>",                  "\"Bob\" Miller | bob@acme.example | "),
            ("[[Jane Doe]] <jane@acme.example>",                   "Jane Doe | jane@acme.example | "),
            ("[[People/jd|Jane Doe]] (jane@acme.example)",         "Jane Doe | jane@acme.example | "),
            ("[[Jane Doe]], CTO",                                  "Jane Doe |  | CTO"),
            ("[[Jane Doe]] (Engineering manager)",                 "Jane Doe |  | Engineering manager"),
            ("Mr Lyle, bursar",                                    "Mr Lyle |  | bursar"),
            ("Jo Hay, deputy <jo@acme.example>",                   "Jo Hay | jo@acme.example | deputy"),
            ("Mr Pell head",                                       "Mr Pell |  | head"),
            ("Mrs O'Donnell headteacher <o@school.example>",       "Mrs O'Donnell | o@school.example | headteacher"),
            ("Dr Leary head of science",                           "Dr Leary |  | head of science"),
            ("dr leary head of science",                           "dr leary |  | head of science"),
            ("Prof. Lange dean of the faculty",                    "Prof. Lange |  | dean of the faculty"),
            ("Prof. Ada van der Berg chair",                       "Prof. Ada van der Berg |  | chair"),
            ("Ms Aziz head of year 9 (SENCO)",                     "Ms Aziz |  | SENCO"),
            ("Mr Ian Hay site team boss",                          "Mr Ian Hay |  | site team boss"),
            // As names are, or may be.
            ("mr will head",                                       "mr will head |  | "),
            ("Mr John smith",                                      "Mr John smith |  | "),
            ("Mr Juan de la cruz",                                 "Mr Juan de la cruz |  | "),
            ("Mr Patel junior",                                    "Mr Patel junior |  | "),
            ("Mr Hay from the office",                             "Mr Hay from the office |  | "),
            ("Sr Backend engineer",                                "Sr Backend engineer |  | "),
            ("Bev Nolan, clinical educator",                       "Bev Nolan |  | clinical educator"),
            ("Bev Nolan, practice educator",                       "Bev Nolan |  | practice educator"),
            ("Ada Obi, anaesthetist",                              "Ada Obi |  | anaesthetist"),
            ("Ada Obi, KS3 lead",                                  "Ada Obi |  | KS3 lead"),
            ("Ada Obi, Year 9 lead",                               "Ada Obi |  | Year 9 lead"),
            ("Ada Obi, PA to the head",                            "Ada Obi |  | PA to the head"),
            ("Ben Adu, band 7",                                    "Ben Adu |  | band 7"),
            ("Liz Tarrant, admin/office",                          "Liz Tarrant |  | admin/office"),
            ("Ms. Abena Ofori-Atta, Head of Dept.",                "Ms. Abena Ofori-Atta |  | Head of Dept."),
            ("Julie, SENCO",                                       "Julie |  | SENCO"),
            // In small letters, but somebody else, or perhaps.
            ("Jane Doe, ravi",                                     "several-people"),
            ("Jane Doe, bob <bob@acme.example>",                   "several-people"),
            ("Mr Lyle, mrs cole",                                  "several-people"),
            ("Bev, the educator <bev@acme.example>",               "Bev | bev@acme.example | the educator"),
            ("Kim Soto, two nurses",                               "several-people"),
            ("Kim Soto, someone from finance",                     "several-people"),
            ("jane doe, bob hay",                                  "several-people"),
            ("Jane, tom, bob",                                     "several-people"),
            // The family name first.
            ("Doe, Jane <jane@acme.example>",                      "Jane Doe | jane@acme.example | "),
            ("Doe, Jane (jane@acme.example)",                      "Jane Doe | jane@acme.example | "),
            ("Doe, Jane M. <jane@acme.example>",                   "Jane M. Doe | jane@acme.example | "),
            ("O'Neil, Anne-Marie <am@acme.example>",               "Anne-Marie O'Neil | am@acme.example | "),
            ("Núñez, Zoë <zoe@acme.example>",                      "Zoë Núñez | zoe@acme.example | "),
            ("Doe, Jane (Engineering Manager) <jane@acme.example>","Jane Doe | jane@acme.example | Engineering Manager"),
            ("Doe, Jane - Recruiter <jane@acme.example>",          "Jane Doe | jane@acme.example | Recruiter"),
            ("Doe, Jane, Recruiter <jane@acme.example>",           "several-people"),
            // Of two given names nobody can tell.
            ("Jane, Ravi <ravi@acme.example>",                     "unclear-person Ravi Jane <ravi@acme.example>"),
            ("Jane, Ravi (ravi@acme.example)",                     "unclear-person Ravi Jane <ravi@acme.example>"),
            ("Jane, Zoë <zoe@acme.example>",                       "unclear-person Zoë Jane <zoe@acme.example>"),
            ("Jane, Ravi <ravi.jane@acme.example>",                "Ravi Jane | ravi.jane@acme.example | "),
            ("Martin, Jane <jane@acme.example>",                   "Jane Martin | jane@acme.example | "),
            ("de la Cruz, Maria",                                  "Maria de la Cruz |  | "),
            ("de la Cruz, Maria <maria@acme.example>",             "Maria de la Cruz | maria@acme.example | "),
            ("Doe, Jane",                                          "several-people"),
            ("Jane Doe, Ravi Patel <ravi@acme.example>",           "several-people"),
            ("Jane, Ravi Patel <ravi@acme.example>",               "several-people"),
            ("Jane Doe, Ravi <ravi@acme.example>",                 "several-people"),
            ("Garcia Lopez, Maria <maria@acme.example>",           "several-people"),
            ("Jane <jane@acme.example>, Ravi",                     "several-people"),
            ("Jane <jane@acme.example>, Ravi <ravi@acme.example>", "several-people"),
            ("Jane <jane@acme.example>; Ravi <ravi@acme.example>", "several-people"),
            // Titles.
            ("Jane Doe, Engineering Manager <jane@acme.example>",  "Jane Doe | jane@acme.example | Engineering Manager"),
            ("Jane Doe <jane@acme.example>, Engineering manager",  "Jane Doe | jane@acme.example | Engineering manager"),
            ("Jane Doe <jane@acme.example> (Recruiter)",           "Jane Doe | jane@acme.example | Recruiter"),
            ("Jane Doe <jane@acme.example> - Recruiter",           "Jane Doe | jane@acme.example | Recruiter"),
            ("Jane Doe, Hiring manager",                           "Jane Doe |  | Hiring manager"),
            ("Jane Doe, CTO",                                      "Jane Doe |  | CTO"),
            ("Jane Doe, Talent Acquisition <jane@acme.example>",   "Jane Doe | jane@acme.example | Talent Acquisition"),
            ("Jane Doe, Human Resources",                          "Jane Doe |  | Human Resources"),
            ("Jane Doe, People & Culture",                         "Jane Doe |  | People & Culture"),
            ("Jane Doe, Staffing",                                 "Jane Doe |  | Staffing"),
            ("Jane Doe, Loss Prevention",                          "Jane Doe |  | Loss Prevention"),
            ("Jane Doe, District Mgr",                             "Jane Doe |  | District Mgr"),
            ("Jane Doe, Asst Mgr",                                 "Jane Doe |  | Asst Mgr"),
            ("Jane Doe, Dir. of Stores",                           "Jane Doe |  | Dir. of Stores"),
            ("Jane Doe, account manager at MedStride",             "Jane Doe |  | account manager at MedStride"),
            ("Jane Doe, Ravi at MedStride",                        "several-people"),
            ("Jane Doe, TA",                                       "Jane Doe |  | TA"),
            ("Jane Doe, HR",                                       "Jane Doe |  | HR"),
            ("Jane Doe, VP Engineering",                           "Jane Doe |  | VP Engineering"),
            ("Jane Doe, VP, Engineering",                          "Jane Doe |  | VP, Engineering"),
            ("Jane Doe, Head of Robotics",                         "Jane Doe |  | Head of Robotics"),
            ("Jane Doe, Director of Marine Biology",               "Jane Doe |  | Director of Marine Biology"),
            ("Jane Doe, Senior Staff Software Engineer",           "Jane Doe |  | Senior Staff Software Engineer"),
            ("Jane Doe, Sr. Back-End Engineer",                    "Jane Doe |  | Sr. Back-End Engineer"),
            ("Jane Doe, CTO & Co-Founder",                         "Jane Doe |  | CTO & Co-Founder"),
            ("Jane Doe, PhD, Research Scientist",                  "Jane Doe, PhD |  | Research Scientist"),
            ("Janet Cole, Payroll manager",                        "Janet Cole |  | Payroll manager"),
            ("Janet Cole, Senior Payroll Manager",                 "Janet Cole |  | Senior Payroll Manager"),
            ("Prof. Dr. Ian Crewe, Chair of Nursing",              "Prof. Dr. Ian Crewe |  | Chair of Nursing"),
            ("Ian Crewe, Dean of the Law School",                  "Ian Crewe |  | Dean of the Law School"),
            ("Jane Doe, Ravi manager",                             "several-people"),
            ("Jane Doe, Dean",                                     "several-people"),
            ("Jane Doe, Kim Soto manager",                         "several-people"),
            ("Jane Doe, George Foreman",                           "several-people"),
            ("Martin King, Jr., Recruiter",                        "Martin King, Jr. |  | Recruiter"),
            ("Martin King, Jr.",                                   "Martin King, Jr. |  | "),
            ("Jane Doe, Ph.D.",                                    "Jane Doe, Ph.D. |  | "),
            ("Dr. Jane Doe, Lead Data Scientist",                  "Dr. Jane Doe |  | Lead Data Scientist"),
            ("Jane Doe (she/her), Recruiter",                      "Jane Doe |  | Recruiter"),
            ("Jane Doe, Recruiter (she/her)",                      "Jane Doe |  | Recruiter"),
            ("Jane Doe - Engineering Manager",                     "Jane Doe |  | Engineering Manager"),
            ("Jane Doe – Product Lead",                            "Jane Doe |  | Product Lead"),
            ("Jane Doe — Head, Platform",                          "Jane Doe |  | Head, Platform"),
            ("Jane Doe | Recruiter",                               "Jane Doe |  | Recruiter"),
            ("Jane Doe (Engineering Manager)",                     "Jane Doe |  | Engineering Manager"),
            ("Jane Doe (HR) <jane@acme.example>",                  "Jane Doe | jane@acme.example | HR"),
            ("Jane Doe (Engineering Manager) (she/her)",           "Jane Doe |  | Engineering Manager"),
            ("Jane Doe (she/her)",                                 "Jane Doe |  | "),
            ("Robert (Bob) Miller",                                "Robert (Bob) Miller |  | "),
            ("Anne-Marie Smith",                                   "Anne-Marie Smith |  | "),
            ("Will Head",                                          "Will Head |  | "),
            ("Recruiter",                                          "Recruiter |  | "),
            // A second person is no title, whatever their name is.
            ("Jane Doe, Ravi Patel",                               "several-people"),
            ("Jane Doe, Ravi",                                     "several-people"),
            ("Jane Doe, Will Head",                                "several-people"),
            ("Jane Doe, Farokh Engineer",                          "several-people"),
            ("Jane Doe, Em",                                       "several-people"),
            ("Jane Doe, Engineering Manager, Ravi Patel",          "several-people"),
            ("Jane Doe, Ravi Patel (Recruiter)",                   "several-people"),
            ("Jane Doe, Ravi Patel - Recruiter",                   "several-people"),
            ("Jane Doe, Ravi Patel, Recruiter",                    "several-people"),
            ("Jane Doe, Head of Platform and Ravi Patel",          "several-people"),
            ("Engineering Manager, Jane Doe",                      "several-people"),
            ("Jane and Ravi, Recruiters",                          "several-people"),
            ("Jane & Ravi <jane@acme.example>",                    "several-people"),
            ("Jane Doe - Ravi Patel",                              "unclear-person"),
            ("Jane Doe - Acme",                                    "unclear-person"),
            ("Jane Doe @ Acme",                                    "unclear-person"),
            ("Jane Doe @ Acme <jane@acme.example>",                "unclear-person"),
            ("Jane Doe @jane",                                     "unclear-person"),
            ("Recruiter: Jane Doe",                                "unclear-person Jane Doe, Recruiter"),
            ("Recruiter: Jane Doe <jane@acme.example>",            "unclear-person Jane Doe, Recruiter <jane@acme.example>"),
            ("Recruiter - Jane Doe",                               "unclear-person Jane Doe, Recruiter"),
            ("Jane Doe: CTO",                                      "unclear-person Jane Doe, CTO"),
            ("Assessor: Martin",                                   "unclear-person Martin, Assessor"),
            ("Porter: Martin",                                     "unclear-person"),
            ("my mate Lou",                                        "Lou |  | "),
            ("some guy called Tony",                               "Tony |  | "),
            ("a woman called Shaz Hay",                            "Shaz Hay |  | "),
            ("Gareths colleague Lou <lou@acme.example>",           "Lou | lou@acme.example | "),
            ("KP lad Kai",                                         "Kai |  | "),
            ("a guy from Acme",                                    "a guy from Acme |  | "),
            ("lady Recruiter",                                     "lady Recruiter |  | "),
            ("F&B manager Sanj",                                   "F&B manager Sanj |  | "),
            ("jane@acme.example (Jane Doe)",                       "unclear-person Jane Doe <jane@acme.example>"),
            ("https://www.linkedin.example/in/janedoe",            "nameless-person https://www.linkedin.example/in/janedoe"),
            ("linkedin.example/in/janedoe",                        "nameless-person linkedin.example/in/janedoe"),
            // Addresses that leave it open whose they are.
            ("jane@acme.example",                                  "nameless-person jane@acme.example"),
            ("<jane@acme.example>",                                "nameless-person jane@acme.example"),
            ("mailto:jane@acme.example",                           "nameless-person jane@acme.example"),
            ("[jane@acme.example](mailto:jane@acme.example)",      "nameless-person jane@acme.example"),
            ("jane@acme.example <jane@acme.example>",              "nameless-person jane@acme.example"),
            ("TBD <jane@acme.example>",                            "nameless-person jane@acme.example"),
            ("Name <jane@acme.example>",                           "nameless-person jane@acme.example"),
            ("? (jane@acme.example)",                              "nameless-person jane@acme.example"),
            ("ravi@acme.example <jane@acme.example>",              "unclear-person"),
            ("[ravi@acme.example](mailto:jane@acme.example)",      "unclear-person"),
            ("Jane Doe jane@acme.example",                         "unclear-person Jane Doe <jane@acme.example>"),
            ("Jane Doe: jane@acme.example",                        "unclear-person Jane Doe <jane@acme.example>"),
            ("Jane Doe, Recruiter, jane@acme.example",             "unclear-person Jane Doe, Recruiter <jane@acme.example>"),
            ("Jane Doe, jane@acme.example",                        "unclear-person Jane Doe <jane@acme.example>"),
            ("Jane Doe (Northline) jane@acme.example",             "unclear-person Jane Doe (Northline) <jane@acme.example>"),
            ("Jane Doe (chair) jane@acme.example",                 "unclear-person Jane Doe, chair <jane@acme.example>"),
            ("Jane Doe (Northline, jane@acme.example)",            "unclear-person Jane Doe (Northline) <jane@acme.example>"),
            ("Jane Doe (Northline <jane@acme.example>",            "Jane Doe | jane@acme.example | "),
            ("Jane Doe, Ravi, jane@acme.example",                  "several-people"),
            ("Jane, jane@acme.example, Ravi, ravi@acme.example",   "several-people"),
            ("Jane Doe [jane@acme.example]",                       "unclear-person Jane Doe <jane@acme.example>"),
            ("Jane <jane@acme.example> Ravi",                      "unclear-person"),
            ("Jane <jane@acme.example> <jane@talent.example>",     "unclear-person"),
            ("Jane Doe (@jane)",                                   "Jane Doe |  | "),
            ("Jane Doe <jane>",                                    "Jane Doe | jane | "),
            ("Jane Doe (jane@)",                                   "Jane Doe | jane@ | "),
            // Nobody.
            ("TBD",                                                "nobody"),
            ("?",                                                  "nobody"),
            ("???",                                                "nobody"),
            ("n/a",                                                "nobody"),
            ("N/A",                                                "nobody"),
            ("-",                                                  "nobody"),
            ("—",                                                  "nobody"),
            ("（要確認）",                                         "nobody"),
            ("(tbc)",                                              "nobody"),
            ("tba?",                                               "nobody"),
            ("{{interviewer}}",                                    "nobody"),
            ("TBD, Engineering Manager",                           "nobody"),
            ("TBD (Recruiter)",                                    "nobody"),
            ("TBD - Recruiter",                                    "nobody"),
            ("123",                                                "wrong-type"),
        ];
        let wrong = rows.iter().filter(|(line, expected)| read(line) != *expected);
        let wrong: Vec<_> = wrong.map(|(line, _)| (line, read(line))).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
