//! The small words of names: titles, particles, degrees.

/// Returns true for a title before a name: Dr., Sister, Frau.
pub fn is_honorific(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    matches!(
        word.as_str(),
        "dr" | "dra"
            | "prof"
            | "professor"
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
            | "matron"
            | "rev"
            | "reverend"
            | "fr"
            | "father"
            | "rabbi"
            | "imam"
            | "judge"
            | "cllr"
            | "councillor"
            | "captain"
            | "capt"
            | "major"
            | "colonel"
            | "lt"
            | "lieutenant"
            | "sgt"
            | "sergeant"
            | "herr"
            | "frau"
            | "mme"
            | "mlle"
            | "madame"
            | "monsieur"
            | "señor"
            | "señora"
            | "sra"
    )
}

/// Returns true for a title that goes with a first name.
pub(super) fn is_knightly(title: &str) -> bool {
    matches!(title.to_lowercase().as_str(), "sir" | "dame")
}

/// Returns true for the small words of family names.
pub(super) fn is_particle(word: &str) -> bool {
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

/// Returns true for a degree or the like after a name: PhD, M.Sc., MBA, Jr., III.
pub(super) fn is_degree(word: &str) -> bool {
    let word = word.replace('.', "");
    let is_known = matches!(
        word.to_lowercase().as_str(),
        "jr" | "sr" | "esq" | "phd" | "msc" | "bsc" | "mba" | "md" | "pmp" | "ii" | "iii" | "iv"
    );
    is_known && word.chars().any(char::is_alphabetic)
}
