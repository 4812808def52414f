//! A draft as a message for a mail program: a `mailto:` link, or a file that opens as a message still to be sent.
//!
//! Whatever a draft holds, it can't add a header: its fields are single clean lines, and only valid addresses are kept.

use mail_builder::headers::Header;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::drafts::blanks;
use crate::drafts::head;
use crate::drafts::language::Language;
use crate::drafts::remarks;
use crate::notes::person::{is_address, split_address};
use crate::rules::config::Me;
use crate::text::{is_hidden, one_line, without_escapes};

/// The longest link, in bytes, that goes through the programs on every system: Windows cuts one at 2,048.
pub const LINK_LIMIT: usize = 2_000;

/// All that is encoded in a link. A `+` is a blank to some programs, and a `&` would begin another header.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The same in an address, whose `@` stays readable.
const ENCODED_ADDRESS: &AsciiSet = &ENCODED.remove(b'@');

/// Characters at which a list of recipients can be split.
const SEPARATORS: [char; 2] = [',', ';'];

/// A message that is still to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The recipients that have a valid address.
    pub to: Vec<Mailbox>,
    /// What stands in `to` and is no recipient with a valid address, without blanks.
    pub unreachable: Vec<String>,
    /// The subject; empty where there is none.
    pub subject: String,
    /// The message that it answers.
    pub in_reply_to: Option<String>,
    /// The text, with a line feed at the end of each line but the last.
    pub body: String,
}

/// A name, which may be empty, and an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    pub name: String,
    pub address: String,
}

impl Message {
    /// The message of a draft, given the whole file: all but the remarks that say they aren't sent.
    pub fn of(draft: &str, language: &Language) -> Message {
        let (headers, body) = head::parts(draft);
        let value = |name: &str| {
            let found = headers.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let (to, unreachable) = recipients(&blanks::without(value("To"), language));
        let id = value("In-Reply-To");
        Message {
            to,
            unreachable,
            subject: one_line(&without_escapes(value("Subject"))),
            in_reply_to: is_message_id(id).then(|| id.to_owned()),
            body: plain(&remarks::sent(body, language).concat()),
        }
    }

    /// The number of blanks in what would go out.
    pub fn blanks(&self, language: &Language) -> usize {
        blanks::count(&self.subject, language) + blanks::count(&self.body, language)
    }

    /// A link that opens it in a mail program, as RFC 6068 has it. Of the recipients it holds the addresses only.
    pub fn link(&self) -> String {
        let to = self.to.iter().map(|to| encoded(&to.address, ENCODED_ADDRESS));
        let to: Vec<String> = to.collect();
        let body = self.body.replace('\n', "\r\n");
        let fields = [
            ("subject", self.subject.as_str()),
            ("in-reply-to", self.in_reply_to.as_deref().unwrap_or_default()),
            ("body", &body),
        ];
        let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let fields: Vec<String> =
            fields.map(|(name, value)| format!("{name}={}", encoded(value, ENCODED))).collect();
        format!("mailto:{}?{}", to.join(","), fields.join("&"))
    }

    /// The text of a file that mail programs open as a draft. It says nothing of the time, nor of the machine: the program
    /// that sends it does.
    pub fn file(&self, me: &Me) -> String {
        let mut file = Vec::new();
        let mut add = |name: &str, value: &dyn Fn(&mut Vec<u8>, usize)| {
            file.extend_from_slice(format!("{name}: ").as_bytes());
            value(&mut file, name.len() + 2);
        };
        let mailbox = |name: &str, address: &str| {
            let name = Some(name.to_owned()).filter(|name| !name.is_empty());
            Address::new_address(name, address.to_owned())
        };
        add("X-Unsent", &|file, at| Text::new("1").write_header(file, at));
        let (name, address) = (one_line(&me.name), one_line(&me.email));
        if is_address(&address) {
            add("From", &|file, at| mailbox(&name, &address).write_header(file, at));
        }
        if !self.to.is_empty() {
            let to = self.to.iter().map(|to| mailbox(&to.name, &to.address)).collect();
            let to = Address::new_list(to);
            add("To", &|file, at| to.write_header(file, at));
        }
        if !self.subject.is_empty() {
            let subject = self.subject.as_str();
            add("Subject", &|file, at| Text::new(subject).write_header(file, at));
        }
        if let Some(id) = &self.in_reply_to {
            let id = MessageId::new(id.trim_matches(['<', '>']).to_owned());
            for name in ["In-Reply-To", "References"] {
                add(name, &|file, at| id.write_header(file, at));
            }
        }
        add("MIME-Version", &|file, at| Text::new("1.0").write_header(file, at));
        let kind = ContentType::new("text/plain").attribute("charset", "utf-8");
        let body = self.body.replace('\n', "\r\n") + "\r\n";
        MimePart::new(kind, body).write_part(&mut file);
        // Addresses may hold letters of any script; all else is ASCII.
        String::from_utf8_lossy(&file).into_owned()
    }
}

/// The recipients in a list, and the entries that have no valid address.
///
/// A name may hold a comma, as in `Doe, Jane <jane@acme.example>`: what has no address belongs to what follows.
fn recipients(list: &str) -> (Vec<Mailbox>, Vec<String>) {
    let (mut to, mut unreachable) = (Vec::new(), Vec::new());
    let mut entry = String::new();
    let (mut is_quoted, mut is_escaped) = (false, false);
    for c in list.chars() {
        let is_end = SEPARATORS.contains(&c) && !is_quoted;
        if !is_end || !entry.contains('@') {
            entry.push(c);
        } else {
            add_recipient(&entry, &mut to, &mut unreachable);
            entry.clear();
        }
        is_quoted ^= c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
    }
    add_recipient(&entry, &mut to, &mut unreachable);
    (to, unreachable)
}

fn add_recipient(entry: &str, to: &mut Vec<Mailbox>, unreachable: &mut Vec<String>) {
    let is_separator = |c: char| c.is_whitespace() || SEPARATORS.contains(&c);
    let entry = entry.trim_matches(is_separator);
    let (name, address) = match split_address(entry) {
        (name, Some(address)) => (name, address),
        (address, None) => ("", address),
    };
    if is_address(address) {
        to.push(Mailbox { name: unquoted(name), address: address.to_owned() });
    } else if !entry.is_empty() {
        unreachable.push(entry.to_owned());
    }
}

/// A name without the quotes around it and the backslashes in them.
fn unquoted(name: &str) -> String {
    let Some(inner) = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return name.to_owned();
    };
    let (mut plain, mut is_escaped) = (String::with_capacity(inner.len()), false);
    for c in inner.chars() {
        is_escaped = c == '\\' && !is_escaped;
        if !is_escaped {
            plain.push(c);
        }
    }
    one_line(&plain)
}

/// Returns true for `<something@somewhere>` without anything that could end it early.
fn is_message_id(id: &str) -> bool {
    let inner = id.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let is_odd = |c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>');
    inner.is_some_and(|inner| inner.contains('@') && !inner.contains(is_odd))
}

/// A body as it is sent: without control characters, the backslashes of a draft's Markdown, and empty lines around it.
fn plain(body: &str) -> String {
    let body = body.replace("\r\n", "\n").replace('\r', "\n");
    let body: String =
        body.chars().filter(|&c| matches!(c, '\n' | '\t') || !is_hidden(c)).collect();
    without_escapes(&body).trim_matches('\n').trim_end().to_owned()
}

fn encoded(text: &str, set: &'static AsciiSet) -> String {
    utf8_percent_encode(text, set).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(list: &str) -> Vec<(String, String)> {
        let (to, unreachable) = recipients(list);
        let to = to.into_iter().map(|to| (to.name, to.address));
        to.chain(unreachable.into_iter().map(|entry| (entry, String::new()))).collect()
    }

    #[test]
    fn recipients_are_read_as_people_write_them() {
        #[rustfmt::skip]
        let cases: [(&str, &[(&str, &str)]); 11] = [
            ("Jane Doe <j@x.example>",                      &[("Jane Doe", "j@x.example")]),
            ("j@x.example",                                 &[("", "j@x.example")]),
            ("<j@x.example>",                               &[("", "j@x.example")]),
            ("Müller, Zoë <z@x.example>",                   &[("Müller, Zoë", "z@x.example")]),
            ("\"Müller, Zoë\" <z@x.example>",               &[("Müller, Zoë", "z@x.example")]),
            ("\"The \\\"Boss\\\", A\" <a@x.example>, b@x.example", &[("The \"Boss\", A", "a@x.example"), ("", "b@x.example")]),
            ("A <a@x.example>; Doe, B <b@x.example>",       &[("A", "a@x.example"), ("Doe, B", "b@x.example")]),
            ("a@x.example,, b@x.example,",                  &[("", "a@x.example"), ("", "b@x.example")]),
            ("Jane Doe",                                    &[("Jane Doe", "")]),
            ("Jane <jane@>, a@x.example",                   &[("", "a@x.example"), ("Jane <jane@>", "")]),
            ("Jane <j@x.example Bcc: b@x.example>",         &[("Jane <j@x.example Bcc: b@x.example>", "")]),
        ];
        for (list, expected) in cases {
            let expected: Vec<(String, String)> =
                expected.iter().map(|(name, at)| ((*name).into(), (*at).into())).collect();
            assert_eq!(named(list), expected, "{list}");
        }
    }

    #[test]
    fn a_message_id_is_one_word_in_brackets() {
        for (id, expected) in [
            ("<a.b-c@mail.example>", true),
            ("<a@b>", true),
            ("a@b", false),
            ("<a b@c>", false),
            ("<a@b>\r\nBcc: <c@d>", false),
            ("<a@b> <c@d>", false),
            ("<é@b>", false),
            ("<>", false),
        ] {
            assert_eq!(is_message_id(id), expected, "{id}");
        }
    }
}
