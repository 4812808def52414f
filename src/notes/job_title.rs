//! Job titles, told apart from names.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::notes::given_name::is_given_name;
use crate::notes::person::{AND, is_honorific, is_particle, is_senior};

/// Words that make a title of the words around them.
const JOBS: &str = "\
    abteilungsleiter abteilungsleiterin accountant admin administrator adviser advisor anaesthetist analyst \
    apprentice architect assessor assistant associate avp barista bartender bereichsleiter bereichsleiterin \
    betriebsleiter betriebsleiterin betriebsrat bursar buyer caregiver carer caretaker cashier cco cdao cdo ceo cfo \
    chair chancellor chef chefarzt chefärztin chief chro cio ciso cleaner clerk clinician cmo cofounder consultant \
    coo coordinator counsellor counselor cpo cpto cro cso cto curator dean deputy designer developer dir director dsl \
    dvc ect editor educator electrician em engineer evp examiner executive fellow filialleiter filialleiterin foreman \
    founder generalist geschäftsführer geschäftsführerin gm governor gruppenleiter gruppenleiterin guard hca head \
    headmaster headmistress headteacher hlta hm hod hoy hr hrbp instructor intern interviewer janitor kp lead leader \
    lecturer librarian lifeguard lsa manager marktleiter marktleiterin matron mechanic member mgr midwife nqt nurse \
    oberarzt oberärztin odp officer operator owner pa packer paediatrician paramedic partner personaler personalerin \
    personalleiter personalleiterin personalreferent personalreferentin pharmacist physio physiotherapist pi picker \
    planner pm porter postdoc preceptor president principal prof professor programmer projektleiter projektleiterin \
    prokurist prokuristin provost psychologist pvc ra radiographer receptionist recruiter recruiterin rector \
    registrar rep representative researcher sbm schichtleiter schichtleiterin schulleiter schulleiterin scientist \
    secretary senco sendco sister sonographer sourcer sous specialist sre stationsleiter stationsleiterin steward \
    strategist student supervisor surgeon svp swe ta teacher teamleiter teamleiterin tech technician therapist tpm \
    trainee trainer tutor vc vorstand vp vpe waiter waitress welder";

/// Departments, which stand behind a name in place of a title: `Per Lund, Data`.
const DEPARTMENTS: &str = "\
    accounting acquisition analytics asset communications compliance culture customer data design devops \
    engineering experience finance growth hardware hr human infrastructure innovation it legal logistics loss \
    manufacturing marketing merchandising operations ops people platform prevention procurement product protection \
    quality recruiting recruitment research resources robotics sales science security software staffing strategy \
    success support talent technology ux";

/// Words that may stand beside those. None of them is a name that people have.
const AROUND: &str = "\
    account accounting acquisition acting adjunct agile ai analytics and android api application applications area \
    asset asst assurance automation back backend bank bar biology board build business care catering charge chemistry \
    class client clinic clinical cloud co committee communications community compliance content controls culture \
    customer data database delivery department depot dept design development devops digital district diversity dock \
    doctoral duty education electrical embedded emerita emeritus end engineering equal equality events exec \
    experience external f&b facilities facility factory finance financial fire firmware fleet floor for forklift form \
    freezer front frontend full fullstack general geography global grade graduate ground group growth hardware hiring \
    home hospital hotel housekeeping human ii iii inclusion independent information infra infrastructure innovation \
    intelligence interim international inventory ios it jr junior kitchen lab learning legal line loading logistics \
    loss machine maintenance managing manufacturing marketing maths mechanical merchandising ml mobile network night \
    nursing of office operations opportunities ops packing panel payments payroll people phd physics picking plant \
    platform police postdoctoral practice prevention pro process product production program programme project \
    protection qa quality r&d receiving recruiting recruitment regional reliability research resources restaurant \
    retail risk robotics sales school science security senior service services shift shipping shop site software \
    solution solutions sr stack staff store stores strategy success supply support system systems talent team \
    technical technology test testing the theatre theatres tools transport ui union user ux vice visiting ward \
    warehouse web year";

/// The words above, for a quick look: the names of all people are compared with them.
static WORDS: LazyLock<HashMap<&str, Use>> = LazyLock::new(|| {
    let words = |list: &'static str, of| list.split(' ').map(move |word| (word, of));
    words(AROUND, Use::Around).chain(words(JOBS, Use::Job)).collect()
});

/// The use of a word in a title.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Job,
    Around,
}

/// Words that are names too, unless they are in capitals or small letters.
const NAMES_TOO: [&str; 9] = ["ai", "dean", "em", "pa", "pi", "porter", "ra", "sre", "ta"];

/// Words that are titles only with an `of` behind them: Dean is a first name.
const HEADS: [&str; 3] = ["dean", "professor", "master"];

/// Jobs that nobody has as a family name.
const NEVER_NAMES: [&str; 15] = [
    "accountant",
    "administrator",
    "analyst",
    "assistant",
    "consultant",
    "coordinator",
    "director",
    "manager",
    "mgr",
    "recruiter",
    "representative",
    "specialist",
    "supervisor",
    "technician",
    "therapist",
];

/// Returns true for what is clearly a job title: every word is one that titles have, or it is the head of something.
/// A name that holds a job, such as Will Head or Farokh Engineer, is none.
pub fn is_job_title(text: &str) -> bool {
    let mut parts = text.split(',').map(str::trim);
    let is_first =
        parts.next().is_some_and(|part| is_known(part) && has_job(part) || is_head(part));
    is_first && parts.all(is_known)
}

/// Returns true for what is a job title, standing behind a name: one word of it may be unknown, as in `Payroll manager`,
/// where the last one is nobody's family name.
pub fn is_title_of_somebody(text: &str) -> bool {
    is_job_title(text) || is_made_of_one_unknown(text) || is_elsewhere(text)
}

/// Returns true for a title with whom they work for: `account manager at MedStride`.
fn is_elsewhere(text: &str) -> bool {
    let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    text.split_once(" at ").is_some_and(|(title, company)| {
        let words = company.split(' ');
        is_job_title(title) && words.clone().count() <= 3 && words.clone().all(is_name)
    })
}

fn is_made_of_one_unknown(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let Some((last, before)) = words.split_last() else { return false };
    let lower = last.to_lowercase();
    // "Farokh Engineer" is a name, and "Ravi recruiter" likely a person whom somebody had no time to describe.
    let is_a_job = NEVER_NAMES.contains(&&*lower) || is_job(last) && !NAMES_TOO.contains(&&*lower);
    let mut unknown = before.iter().filter(|word| !is_known(word));
    let is_plain = |word: &str| word.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_one = unknown
        .next()
        .is_some_and(|word| is_plain(word) && word.chars().count() > 2 && !is_given_name(word));
    is_a_job && is_one && unknown.next().is_none()
}

/// Returns true for a department behind the whole name of somebody who works there: `Per Lund, Data`, `Jo Ek, People & Culture`.
pub fn is_department(name: &str, text: &str) -> bool {
    let is_one = |word: &str| {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase) && DEPARTMENTS.split(' ').any(|known| known == lower)
    };
    let is_whole_name = name.contains(' ') && !is_known(name);
    let words = || text.split(' ').filter(|word| !matches!(*word, "&" | "and"));
    is_whole_name && (1..=2).contains(&words().count()) && words().all(is_one)
}

/// Returns true for what stands in small letters behind a name with a capital, as a second name would not: `Jo Hay, ward
/// clerk`. It is none that begins with words for somebody else.
pub fn is_small_title(name: &str, text: &str) -> bool {
    const SOMEBODY_ELSE: [&str; 16] = [
        "a", "an", "and", "another", "both", "her", "his", "my", "one", "our", "plus", "some",
        "the", "their", "three", "two",
    ];
    let words: Vec<&str> = text.split([' ', '/', '-']).collect();
    let is_small = |word: &&str| {
        let is_plain = word.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase());
        !word.is_empty() && is_plain && !is_given_name(word) && !is_honorific(word)
    };
    name.starts_with(char::is_uppercase)
        && words[0].chars().filter(|c| c.is_lowercase()).count() > 1
        && words.len() <= 4
        && words.iter().all(is_small)
        && !SOMEBODY_ELSE.contains(&words[0])
        && !words[0].starts_with("some")
        && !words.iter().any(|word| AND.contains(word))
}

/// Returns true for somebody's job in small letters, as no name is: `dock supervisor`, `external rep from Athlone IT`.
pub fn is_small_job(text: &str) -> bool {
    // As most names do.
    if !text.starts_with(char::is_lowercase) {
        return false;
    }
    let title = without_place(text);
    let last = title.rsplit([' ', '-']).next().unwrap_or_default();
    let is_small = || !title.contains(char::is_uppercase);
    let first = || title.split(' ').next().unwrap_or_default();
    let is_of_somebody = || is_given_name(first()) || is_honorific(first());
    is_small() && is_job(last) && !NAMES_TOO.contains(&last) && !is_of_somebody()
}

/// Returns true for words of which the last is a job: `lead` of `team lead`.
pub fn ends_in_job(text: &str) -> bool {
    let last = without_place(text).rsplit([' ', '-']).next().unwrap_or_default();
    is_job(&last.to_lowercase())
}

/// A description without what says where somebody works.
fn without_place(text: &str) -> &str {
    const PLACE: [&str; 8] = ["at", "for", "from", "in", "of", "on", "who", "with"];
    let mut from = 0;
    for word in text.split(' ') {
        if from > 0 && PLACE.contains(&word) {
            return &text[..from - 1];
        }
        from += word.len() + 1;
    }
    text
}

/// A name with a form of address in front, and what stands in small letters behind the family's name: `Mr Pell head`,
/// `Dr Leary head of science`.
pub fn without_small_title(line: &str) -> (&str, Option<&str>) {
    /// Where somebody works, which names have behind them.
    const PLACE: [&str; 3] = ["at", "from", "in"];
    let is_small = |text: &str| text.starts_with(char::is_lowercase);
    let Some((form, name)) = line.split_once(' ') else { return (line, None) };
    if !is_honorific(form) || is_senior(form) {
        return (line, None);
    }
    let behind = name.match_indices(' ').map(|(at, _)| (&name[..at], &name[at + 1..]));
    let is_title = |(before, tail): &(&str, &str)| {
        let (last, first) = (before.rsplit(' ').next(), tail.split(' ').next());
        let ends_here = first.is_some_and(|word| is_small(word) && !is_particle(word))
            && !PLACE.contains(&first.unwrap_or_default())
            && !last.is_some_and(is_particle)
            && !is_job_title(before);
        let is_long = tail.contains(' ');
        ends_here
            && match last.is_some_and(is_small) {
                // "mr will head" may be called so.
                true => is_long && is_job_title(tail),
                false => is_title_of_somebody(tail) || is_long && is_small_title(before, tail),
            }
    };
    let found = behind.into_iter().find(is_title);
    found.map_or((line, None), |(_, tail)| (&line[..line.len() - tail.len() - 1], Some(tail)))
}

/// Returns true for `Head of Robotics`, `PA to the head`: what follows need not be known.
fn is_head(text: &str) -> bool {
    // As most names are.
    if text.split(' ').nth(2).is_none() {
        return false;
    }
    let parts = text.split_once(" of ").or_else(|| text.split_once(" to the "));
    let Some((before, after)) = parts else { return false };
    let after = after.trim_end_matches('.');
    let is_one = |word: &str| word.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_short = after.split(' ').count() <= 3
        && after.split(' ').all(|word| is_one(word) && !matches!(word, "and" | "und" | "et" | ""));
    let is_dean = || HEADS.contains(&&*before.to_lowercase());
    (is_known(before) && has_job(before) || is_dean()) && is_short
}

/// Returns true if all words are among those that titles have.
fn is_known(text: &str) -> bool {
    let mut words = words(text).peekable();
    let is_known = |word: &str| {
        let lower = word.to_lowercase();
        let is_name_too = NAMES_TOO.contains(&lower.as_str())
            && word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase);
        let is_number = lower.bytes().all(|b| b.is_ascii_digit());
        !is_name_too && (is_number || WORDS.contains_key(&*lower))
    };
    words.peek().is_some() && words.all(is_known)
}

fn has_job(text: &str) -> bool {
    words(text).any(|word| is_job(&word.to_lowercase()))
}

fn is_job(word: &str) -> bool {
    WORDS.get(word) == Some(&Use::Job)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '-' | '/');
    let words = text.split(is_end).map(|word| word.trim_end_matches('.'));
    words.filter(|word| !word.is_empty() && *word != "&")
}
