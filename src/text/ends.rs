//! The beginning and the end of a text.

/// The rest of a text that begins with these ASCII letters, in any case.
pub fn behind<'t>(beginning: &str, text: &'t str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(beginning.len())?;
    start.eq_ignore_ascii_case(beginning).then_some(rest)
}

/// The rest of a text that ends with these ASCII letters, in any case.
pub fn before<'t>(end: &str, text: &'t str) -> Option<&'t str> {
    let (rest, last) = text.split_at_checked(text.len().checked_sub(end.len())?)?;
    last.eq_ignore_ascii_case(end).then_some(rest)
}

/// The name of a path's file.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
