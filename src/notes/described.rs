//! A person as one line of a note describes them: the name with an address, a title, or both.
//!
//! A letter to the wrong person is the worst that can come of a note, so that nothing is guessed here. What could be read
//! in two ways is a doubt.

use std::borrow::Cow;

use memchr::memrchr2_iter;

use crate::notes::given_name::is_given_name;
use crate::notes::job_title::{
    is_department, is_job_title, is_small_title, is_title_of_somebody, without_small_title,
};
use crate::notes::mailto::without_mailto;
use crate::notes::person::{
    clean_name, has_and, is_address, is_family_first, is_host, is_nobody, is_plain,
    is_single_family_first, looks_like_several, says_nobody, wiki_link, without_aside,
    without_description,
};
use crate::notes::phone::split_phone;
use crate::text::{composed, one_line};

/// Signs between a name and a title.
const DASHES: [&str; 4] = [" - ", " – ", " — ", " | "];

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

    fn without_phone(text: &str) -> Result<Described, Doubt> {
        if let Some((name, title)) = plain_name(text) {
            return Ok(Described { name, address: None, title, phone: None });
        }
        let text = match text.contains(['（', '）']) {
            true => Cow::Owned(text.replace('（', " (").replace('）', ")")),
            false => Cow::Borrowed(text),
        };
        let text = without_mailto(text.trim());
        if is_nobody(&text) {
            return Err(Doubt::Nobody);
        }
        let bare = text.trim_matches(['<', '>', '"', '\'', '`', ' ']);
        if is_address(bare) || is_page(bare) {
            return Err(Doubt::Nameless(bare.to_owned()));
        }
        let unclear = |line| Doubt::Unclear { value: one_line(&text), line };
        let Some((before, address, after)) = split(&text) else {
            if mentions_address(&text) {
                return Err(several(&text).unwrap_or_else(|| unclear(line_for(&text))));
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

/// Splits a line around its last address in brackets: what is before, the address, what follows.
fn split(text: &str) -> Option<(&str, &str, &str)> {
    memrchr2_iter(b'>', b')', text.as_bytes()).find_map(|end| {
        let is_angle = text[end..].starts_with('>');
        let open = text[..end].rfind(if is_angle { '<' } else { '(' })?;
        let address = text[open + 1..end].trim();
        // In round brackets anything may stand; in angles only an address may.
        let is_meant = is_angle
            || address.contains('@') && !address.starts_with('@') && !address.contains(' ');
        is_meant.then(|| (&text[..open], address, text[end + 1..].trim_end()))
    })
}

/// The name and the title in a line of words alone, unless it says that there is nobody, or names two.
fn plain_name(line: &str) -> Option<(String, Option<String>)> {
    if !is_plain(line) || says_nobody(line) || has_and(line) {
        return None;
    }
    let (name, title) = without_small_title(line);
    Some((composed(without_description(name)).into_owned(), title.map(str::to_owned)))
}

/// The name and the title in a line, apart from the address behind it.
fn read_name(text: &str, address: Option<&str>) -> Result<(String, Option<String>), Doubt> {
    if let Some(read) = plain_name(text) {
        return Ok(read);
    }
    let (mut name, mut title) = (unquoted(wiki_link(text)), None);
    // What stands in brackets is an aside, unless it is clearly a title.
    loop {
        let rest = without_aside(name);
        if rest == name {
            break;
        }
        let aside = name[rest.len()..].trim().trim_matches(['(', ')', '[', ']']).trim();
        title = title.or(is_title_of_somebody(aside).then_some(aside));
        name = rest;
    }
    if let Some((before, at, dash)) = first_dash(name) {
        let after = name[at + dash.len()..].trim();
        if is_nobody(before) {
            return Err(Doubt::Nobody);
        }
        let is_title = is_title_of_somebody(after) || is_department(before, after);
        if !is_title || is_job_title(before) {
            let is_swapped =
                is_job_title(before) && !is_job_title(after) && !looks_like_several(after);
            return Err(several(name).unwrap_or_else(|| Doubt::Unclear {
                value: one_line(name),
                line: is_swapped.then(|| format!("{after}, {before}")),
            }));
        }
        (name, title) = (before, title.or(Some(after)));
    }
    for (at, _) in name.match_indices(',') {
        let (before, after) = (name[..at].trim(), name[at + 1..].trim());
        // An address may be that of a second person with a small letter.
        let is_small = || is_small_title(before, after) && !is_in_address(after, address);
        if (is_title_of_somebody(after) || is_department(before, after) || is_small())
            && !is_job_title(before)
            && !looks_like_several(without_aside(before))
        {
            (name, title) = (before, title.or(Some(after)));
            break;
        }
    }
    let name = without_aside(unquoted(wiki_link(name)));
    if is_nobody(name) {
        return Err(Doubt::Nobody);
    }
    let is_turned = is_family_first(name) || address.is_some() && is_single_family_first(name);
    if let Some((first, second)) = name.split_once(',').filter(|_| is_turned)
        && are_given_names(first, second, address)
    {
        let line = format!("{} {}", second.trim(), first.trim());
        return Err(Doubt::Unclear { value: one_line(name), line: Some(line) });
    }
    let name = match name.split_once(',').filter(|_| is_turned) {
        Some((family, given)) => format!("{} {}", given.trim(), family.trim()),
        None => name.to_owned(),
    };
    if let Some(several) = several(&name) {
        return Err(several);
    }
    // No name has these: a place behind it, or a title in front.
    let label = name.split_once(": ").and_then(|(before, after)| {
        if is_job_title(before) {
            Some((before, after))
        } else if is_title_of_somebody(after) {
            Some((after, before))
        } else {
            None
        }
    });
    let is_labelled =
        || name.split_once(": ").is_some_and(|(label, name)| is_plain(label) && is_plain(name));
    if name.contains('@') || label.is_some() || is_labelled() {
        let label = label.filter(|(_, name)| !name.contains(['@', ',']));
        let line = label.map(|(label, name)| format!("{}, {}", name.trim(), label.trim()));
        return Err(Doubt::Unclear { value: one_line(&name), line });
    }
    let (name, small) = without_small_title(&name);
    let name = clean_name(without_description(name)).ok_or(Doubt::Empty)?;
    Ok((name, title.or(small).map(one_line)))
}

/// Returns true for two given names, as in `Jane, Ravi`: likely two people, unless the address has the first as the family
/// name, as in `ravi.jane@`.
fn are_given_names(first: &str, second: &str, address: Option<&str>) -> bool {
    let local = address.and_then(|address| address.split('@').next()).unwrap_or_default();
    is_given_name(first)
        && second.trim().split(' ').next().is_some_and(is_given_name)
        && !local.to_lowercase().contains(&first.trim().to_lowercase())
}

/// Returns true if an address is made of one of these words.
fn is_in_address(words: &str, address: Option<&str>) -> bool {
    let local = address.and_then(|address| address.split('@').next()).unwrap_or_default();
    let local = local.to_lowercase();
    words.split(' ').any(|word| local.contains(word))
}

fn several(name: &str) -> Option<Doubt> {
    looks_like_several(name).then(|| Doubt::Several(one_line(name)))
}

/// The part before the first dash between blanks, its place, and the dash.
fn first_dash(name: &str) -> Option<(&str, usize, &'static str)> {
    let mut blanks = name.match_indices(' ');
    blanks.find_map(|(at, _)| {
        let dash = DASHES.into_iter().find(|dash| name[at..].starts_with(dash))?;
        Some((name[..at].trim(), at, dash))
    })
}

/// The address that a value gives on its own: `jane@acme.example`, `<jane@acme.example>`, or a link to it.
pub fn address_in(text: &str) -> String {
    let text = without_mailto(text.trim());
    match split(&text) {
        Some((_, address, "")) if !address.is_empty() => address.to_owned(),
        _ => text.into_owned(),
    }
}

/// Returns true for a text in which a word has an `@` inside it.
fn mentions_address(text: &str) -> bool {
    text.contains('@')
        && text.split(' ').any(|word| {
            let word = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '@');
            word.find('@').is_some_and(|at| at > 0)
        })
}

/// Returns true for the address of a page: `https://acme.example/jane`.
fn is_page(text: &str) -> bool {
    let page = text.split_once("://").map_or(text, |(_, page)| page);
    let is_path = page.len() < text.len() || page.contains('/');
    is_path && !text.contains(' ') && page.split('/').next().is_some_and(is_host)
}

/// The line to write for a name with an address behind it that stands in no brackets, or before it.
fn line_for(text: &str) -> Option<String> {
    const AROUND: [char; 12] = ['<', '>', '(', ')', '[', ']', ',', ';', ':', '-', '–', ' '];
    let last = text.rsplit_once(' ')?;
    let first = text.split_once(' ').map(|(address, name)| (name, address))?;
    let (name, address) = if last.1.contains('@') { last } else { first };
    let address = address.trim_matches(AROUND);
    let name = name.trim_matches(AROUND);
    let (name, title) = read_name(name, None).ok().filter(|(name, _)| !name.contains('@'))?;
    let title = title.map(|title| format!(", {title}")).unwrap_or_default();
    is_address(address).then(|| format!("{name}{title} <{address}>"))
}

/// Strips the quotes around a whole name. Those around a nickname are part of it.
fn unquoted(name: &str) -> &str {
    let name = name.trim();
    let inner = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.filter(|inner| !inner.contains('"')).unwrap_or(name).trim()
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
            ("Jane Doe, Recruiter, jane@acme.example",             "several-people"),
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
