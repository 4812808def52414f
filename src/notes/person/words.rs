//! The small words of names: titles, particles, degrees.

use std::borrow::Cow;

use crate::text::{Words, behind, is_one_of};

/// Returns true for a degree or rank before a name that nobody is addressed by: Dipl.-Ing., Mag., Priv.-Doz.
pub(super) fn is_unspoken(word: &str) -> bool {
    let is_diploma = || {
        let rest = behind("dipl", word)?;
        Some(rest.is_empty() || rest.starts_with(['.', '-']) || behind("om-", rest).is_some())
    };
    matches!(word, "Ing." | "MMag." | "Mag." | "Mag.a" | "Priv.-Doz." | "Privatdozent")
        || is_diploma() == Some(true)
}

/// Returns true for a title before a name: Dr., Sister, Frau.
pub fn is_honorific(word: &str) -> bool {
    const TITLES: Words = Words::of(&[
        "dr",
        "dra",
        "prof",
        "professor",
        "doctor",
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "sir",
        "dame",
        "lord",
        "lady",
        "sister",
        "sr",
        "matron",
        "rev",
        "revd",
        "reverend",
        "canon",
        "fr",
        "father",
        "rabbi",
        "pastor",
        "imam",
        "judge",
        "cllr",
        "councillor",
        "captain",
        "capt",
        "major",
        "colonel",
        "col",
        "lt",
        "lieutenant",
        "sgt",
        "sergeant",
        "constable",
        "detective",
        "sheriff",
        "senator",
        "mayor",
        "commander",
        "cdr",
        "commodore",
        "admiral",
        "inspector",
        "superintendent",
        "pc",
        "dci",
        "coach",
        "jun.-prof",
        "jun-prof",
        "juniorprof",
        "juniorprofessor",
        "univ.-prof",
        "dr.-ing",
        "dr-ing",
        "mevr",
        "mevrouw",
        "dhr",
        "herr",
        "herrn",
        "frau",
        "mme",
        "mlle",
        "madame",
        "monsieur",
        "engr",
        "ustad",
        "shri",
        "smt",
        "datuk",
        "señor",
        "seÑor",
        "señora",
        "seÑora",
        "sra",
    ]);
    // "HR" is no gentleman.
    is_unspoken(word) || matches!(word, "Hr." | "hr.") || TITLES.has(word.trim_end_matches('.'))
}

/// Returns true for "Sr", which is a senior's before a job, and a sister's before a name.
pub fn is_senior(title: &str) -> bool {
    title.trim_end_matches('.').eq_ignore_ascii_case("sr")
}

/// Returns true for a title that goes with a first name.
pub(super) fn is_knightly(title: &str) -> bool {
    matches!(title.to_lowercase().as_str(), "sir" | "dame")
}

/// Returns true for the small words of family names.
pub fn is_particle(word: &str) -> bool {
    const PARTICLES: Words = Words::of(&[
        "al", "bin", "da", "das", "de", "del", "della", "dem", "den", "der", "di", "do", "dos",
        "du", "el", "ibn", "la", "las", "le", "los", "ten", "ter", "van", "von", "zu",
    ]);
    PARTICLES.has(word) || is_irish_particle(word)
}

/// Returns true for those of Irish family names and the like, which have a capital: Ó Sé, Ní Chonaill, Mac Giolla Bhríde.
pub(super) fn is_irish_particle(word: &str) -> bool {
    const PARTICLES: Words = Words::of(&[
        "giolla", "mac", "mhic", "ni", "nic", "ní", "nÍ", "o", "st", "st.", "ua", "ui", "uí", "uÍ",
        "ó", "Ó", "ò", "Ò",
    ]);
    PARTICLES.has(word)
}

/// Returns true for those of them that are no first names either: Mac and Nic are.
pub(super) fn begins_family(word: &str) -> bool {
    is_irish_particle(word) && !is_one_of(word, &["mac", "ni", "nic"])
}

/// Returns true for what stands behind a name: a degree, or the Jr. that tells a son from his father.
pub(super) fn is_degree(word: &str) -> bool {
    const GENERATIONS: [&str; 7] = ["jr", "junior", "sr", "senior", "ii", "iii", "iv"];
    let bare = without_dots(word);
    is_one_of(&bare, &GENERATIONS) || is_credential(word)
}

/// Returns true for a degree or the like after a name: PhD, M.Sc., MBA, RN. Most count only in capitals, as Rn could be a
/// name. Whoever is named without it is the same person.
pub fn is_credential(word: &str) -> bool {
    const ANYHOW: Words = Words::of(&[
        "esq", "phd", "dphil", "msc", "bsc", "mba", "md", "mphil", "llb", "llm", "pmp",
    ]);
    const IN_CAPITALS: [&str; 67] = [
        "ACA", "ACCA", "APRN", "ASN", "BSN", "CBE", "CCRN", "CEN", "CENG", "CFA", "CIMA", "CIPD",
        "CNA", "CNM", "CPA", "CRNA", "DNP", "DPT", "FBA", "FCA", "FCCA", "FIEI", "FNP", "FNP-BC",
        "FNP-C", "FRCA", "FRCP", "FRCPI", "FRCS", "FRCSI", "FRS", "FRSC", "FRSE", "FTCD", "IENG",
        "KC", "LCSW", "LPN", "LVN", "MBE", "MCIPD", "MICE", "MIEI", "MIET", "MPSI", "MRCGP",
        "MRCP", "MRCPI", "MRCPSYCH", "MRCS", "MRIA", "MRICS", "MRSC", "MSN", "MSW", "NEA-BC", "NP",
        "OBE", "PA-C", "PGCE", "QC", "QTS", "RGN", "RIBA", "RMN", "RN", "RNLD",
    ];
    let word = &*without_dots(word);
    // Hardly a name is all in capitals, and each is asked about.
    let is_in_capitals = !word.bytes().any(|byte| byte.is_ascii_lowercase());
    is_in_capitals && IN_CAPITALS.contains(&word) || ANYHOW.has(word)
}

fn without_dots(word: &str) -> Cow<'_, str> {
    match word.contains('.') {
        true => Cow::Owned(word.replace('.', "")),
        false => Cow::Borrowed(word),
    }
}
