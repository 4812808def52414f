//! The name and the title in a line about a person, apart from an address.

use crate::notes::described::Doubt;
use crate::notes::given_name::is_given_name;
use crate::notes::job_title::{
    is_department, is_job_title, is_small_title, is_title_of_somebody, without_small_title,
};
use crate::notes::person::{
    clean_name, has_and, is_family_first, is_nobody, is_plain, is_single_family_first,
    looks_like_several, says_nobody, wiki_link, without_aside, without_description,
};
use crate::text::{composed, one_line};

/// Signs between a name and a title.
pub(super) const DASHES: [&str; 4] = [" - ", " – ", " — ", " | "];

/// The name and the title in a line of words alone, unless it says that there is nobody, or names two.
pub(super) fn plain_name(line: &str) -> Option<(String, Option<String>)> {
    if !is_plain(line) || says_nobody(line) || has_and(line) {
        return None;
    }
    let (name, title) = without_small_title(line);
    Some((composed(without_description(name)).into_owned(), title.map(str::to_owned)))
}

/// The name and the title in a line, apart from the address behind it.
pub(super) fn read_name(
    text: &str,
    address: Option<&str>,
) -> Result<(String, Option<String>), Doubt> {
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
    is_given_name(first)
        && second.trim().split(' ').next().is_some_and(is_given_name)
        && !local_part(address).contains(&first.trim().to_lowercase())
}

/// Returns true if an address is made of one of these words.
fn is_in_address(words: &str, address: Option<&str>) -> bool {
    let local = local_part(address);
    words.split(' ').any(|word| local.contains(word))
}

/// The part of an address before its `@`, in small letters.
fn local_part(address: Option<&str>) -> String {
    let local = address.and_then(|address| address.split('@').next());
    local.unwrap_or_default().to_lowercase()
}

/// The doubt about a name that seems to be those of several.
pub(super) fn several(name: &str) -> Option<Doubt> {
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

/// Strips the quotes around a whole name. Those around a nickname are part of it.
fn unquoted(name: &str) -> &str {
    let name = name.trim();
    let inner = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.filter(|inner| !inner.contains('"')).unwrap_or(name).trim()
}
