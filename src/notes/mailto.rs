//! Links to addresses, as Markdown has them.

use std::borrow::Cow;

/// Turns Markdown's links to addresses into `Name <address>`.
pub fn without_mailto(text: &str) -> Cow<'_, str> {
    if !text.contains("mailto:") {
        return Cow::Borrowed(text);
    }
    let mut text = text.to_owned();
    while let Some(middle) = text.find("](mailto:") {
        let (Some(open), Some(close)) = (text[..middle].rfind('['), text[middle..].find(')'))
        else {
            break;
        };
        let shown = text[open + 1..middle].trim().to_owned();
        let address = text[middle + "](mailto:".len()..middle + close].to_owned();
        let address = address.split('?').next().unwrap_or_default().trim();
        let link = if shown.eq_ignore_ascii_case(address) {
            address.to_owned()
        } else {
            format!("{shown} <{address}>")
        };
        text.replace_range(open..middle + close + 1, &link);
    }
    for (from, to) in [("<mailto:", "<"), ("(mailto:", "(")] {
        text = text.replace(from, to);
    }
    text.strip_prefix("mailto:").map(str::to_owned).unwrap_or(text).into()
}
