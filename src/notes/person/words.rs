//! The small words of names: titles, particles, degrees.

/// Returns true for a title before a name: Dr., Sister, Frau.
pub fn is_honorific(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    matches!(
        word.as_str(),
        "dr" | "dra"
            | "prof"
            | "professor"
            | "doctor"
            | "mr"
            | "mrs"
            | "ms"
            | "mx"
            | "miss"
            | "sir"
            | "dame"
            | "lord"
            | "lady"
            | "sister"
            | "sr"
            | "matron"
            | "rev"
            | "revd"
            | "reverend"
            | "canon"
            | "fr"
            | "father"
            | "rabbi"
            | "pastor"
            | "imam"
            | "judge"
            | "cllr"
            | "councillor"
            | "captain"
            | "capt"
            | "major"
            | "colonel"
            | "col"
            | "lt"
            | "lieutenant"
            | "sgt"
            | "sergeant"
            | "constable"
            | "detective"
            | "sheriff"
            | "commander"
            | "cdr"
            | "commodore"
            | "admiral"
            | "inspector"
            | "superintendent"
            | "pc"
            | "dci"
            | "coach"
            | "herr"
            | "frau"
            | "mme"
            | "mlle"
            | "madame"
            | "monsieur"
            | "engr"
            | "ustad"
            | "shri"
            | "smt"
            | "datuk"
            | "señor"
            | "señora"
            | "sra"
    )
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
    matches!(
        word.to_lowercase().as_str(),
        "van"
            | "von"
            | "zu"
            | "de"
            | "der"
            | "den"
            | "dem"
            | "la"
            | "le"
            | "las"
            | "los"
            | "del"
            | "della"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "du"
            | "ter"
            | "ten"
            | "el"
            | "al"
            | "bin"
            | "ibn"
    )
}

/// Returns true for a degree or the like after a name: PhD, M.Sc., MBA, Jr., III. Most count only in capitals, as Rn
/// could be a name.
pub(super) fn is_degree(word: &str) -> bool {
    const ANYHOW: [&str; 18] = [
        "jr", "junior", "sr", "senior", "esq", "phd", "dphil", "msc", "bsc", "mba", "md", "mphil",
        "llb", "llm", "pmp", "ii", "iii", "iv",
    ];
    const IN_CAPITALS: [&str; 31] = [
        "ACA", "ACCA", "CBE", "CENG", "CFA", "CIMA", "CIPD", "CPA", "FRCA", "FRCP", "FRCS", "IENG",
        "KC", "MBE", "MCIPD", "MICE", "MIET", "MRCGP", "MRCP", "MRCPSYCH", "MRCS", "MRICS", "OBE",
        "PGCE", "QC", "QTS", "RGN", "RIBA", "RMN", "RN", "RNLD",
    ];
    let word = word.replace('.', "");
    ANYHOW.contains(&word.to_lowercase().as_str()) || IN_CAPITALS.contains(&word.as_str())
}
