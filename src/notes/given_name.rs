//! Given names that are hardly anybody's family name.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::slug;

/// Some of the most common ones, without those that are family names, too, such as Thomas, Martin or Kim.
const GIVEN: &str = "\
    ahmed alice amanda amit amy ana andrea angela anna anne arjun bob brian carlos catherine christine christopher \
    claire daniela dave deepak diana diego dmitri elena elizabeth emily emma eva fatima hannah helen hiroshi igor \
    ines isabel ivan jane jason jeffrey jennifer jessica joanna joe jonathan jorge joshua juan julia karen kate \
    katherine katie kenji kevin laura lena linda lisa lucy luis mary matthias megan melissa mia michelle miguel mike \
    nadia natalie nicholas nicole nina olga olivia pablo patricia pedro petra priya rachel rahul rajesh ravi rebecca \
    sandra sanjay sara sarah sebastian sergei sophia sophie stefan stephanie steve sunil susan takashi tim timothy \
    tina tom ursula vijay vladimir wendy yuki zoe";

/// The names above, for a quick look: all people's names are compared with them.
static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| GIVEN.split(' ').collect());

/// Returns true for a word that is surely a given name.
pub fn is_given_name(word: &str) -> bool {
    NAMES.contains(&*slug(word, ""))
}
