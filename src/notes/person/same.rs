//! The signs that two people are one: the same address, or names that are alike or short for each other.

use std::iter;

use super::Person;
use super::parts::{Parts, family};
use super::words::{is_credential, is_honorific, is_particle};
use crate::text::slug;

impl Person {
    /// Returns true if both seem to be the same person: by address, or by name if one has no address. Mr Derek O'Hara is
    /// Derek O'Hara, but Mrs Feldman isn't Mr Feldman.
    pub fn is_likely(&self, other: &Person) -> bool {
        let is_named_alike = || {
            let (name, other_name) = (self.plain_name(), other.plain_name());
            let (one, another) = (without_title(name), without_title(other_name));
            are_alike(one, another) && !are_titles_apart(name, other_name, one)
        };
        !self.is_another(other) && (self.has_address_of(other) || is_named_alike())
    }

    /// Returns true for a name that may be short for a whole one, as most aren't: a single word, or some behind a title or a
    /// small word.
    pub fn is_short(&self) -> bool {
        let begins = |first: &str| is_honorific(first) || is_particle(first);
        self.plain_name().split_once(' ').is_none_or(|(first, _)| begins(first))
    }

    /// Returns true for a name that is short for another's whole one: the first name or the nickname, or the family's behind a
    /// title that is theirs, too, or with its small words.
    pub fn is_short_for(&self, other: &Person) -> bool {
        let (own, whole) = (Parts::of(&self.name), Parts::of(&other.name));
        let is_same = |one: &str, another: &str| slug(one, one) == slug(another, another);
        let title = |title: &str| title.trim_end_matches('.').to_lowercase();
        let (name, is_one) = (own.words.join(" "), own.words.len() == 1);
        if name.is_empty() || whole.words.len() < 2 || self.is_nameless() || other.is_nameless() {
            return false;
        }
        let is_family = || is_same(&name, &family(&whole.words, str::to_owned));
        if own.titles.is_empty() && !is_one {
            return is_particle(own.words[0]) && is_family();
        }
        if own.titles.is_empty() {
            let called = [Some(whole.words[0]), whole.nickname, other.call.as_deref()];
            return called.into_iter().flatten().any(|called| is_same(&name, called));
        }
        let has = |one: &&str| whole.titles.iter().any(|other| title(one) == title(other));
        is_family() && (whole.titles.is_empty() || own.titles.iter().all(has))
    }

    /// Numbers of which two people who are likely the same have one in common: of the address, and of the name without its
    /// titles. Others hardly ever have.
    pub fn marks(&self) -> impl Iterator<Item = u64> {
        iter::once(without_title(self.plain_name())).chain(self.email.as_deref()).map(mark)
    }

    /// The name to compare by, without the titles before it and the degrees behind it.
    pub fn folded_name(&self) -> String {
        in_lower_case(without_title(self.plain_name()))
    }

    /// The name without the degrees behind it.
    pub fn plain_name(&self) -> &str {
        without_credentials(&self.name)
    }

    /// Returns true if both are surely two people, whatever their names: they have different addresses, or files.
    pub fn is_another(&self, other: &Person) -> bool {
        let have_addresses = self.email.is_some() && other.email.is_some();
        let links = self.link.as_ref().zip(other.link.as_ref());
        have_addresses && !self.has_address_of(other)
            || links.is_some_and(|(one, another)| one.is_of_another_file(another))
    }

    /// Returns true if both have the same address.
    pub fn has_address_of(&self, other: &Person) -> bool {
        let addresses = self.email.as_ref().zip(other.email.as_ref());
        addresses.is_some_and(|(one, another)| are_alike(one, another))
    }
}

/// A name without the titles before it.
fn without_title(name: &str) -> &str {
    match name.split_once(' ') {
        Some((title, rest)) if is_honorific(title) => without_title(rest),
        _ => name,
    }
}

/// A name without the degrees behind it: `Denise Ortega, MSN, RN`.
fn without_credentials(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((before, last)) if is_credential(last.trim_end_matches(',')) => {
            without_credentials(before.trim_end_matches(','))
        }
        _ => name,
    }
}

/// Returns true if the name behind two titles is a family's alone, and the titles differ.
fn are_titles_apart(one: &str, other: &str, family: &str) -> bool {
    let title = |name: &str| {
        let (title, _) = name.split_once(' ').filter(|(title, _)| is_honorific(title))?;
        Some(title.trim_end_matches('.').to_lowercase())
    };
    let titles = title(one).zip(title(other));
    !family.contains(' ') && titles.is_some_and(|(one, other)| one != other)
}

/// Returns true for texts that differ in nothing but case.
fn are_alike(one: &str, other: &str) -> bool {
    match one.is_ascii() && other.is_ascii() {
        true => one.eq_ignore_ascii_case(other),
        false => lower_case(one).eq(lower_case(other)),
    }
}

/// A number that texts have in common which differ in nothing but case.
fn mark(text: &str) -> u64 {
    let add = |mark: u64, letter: u64| (mark ^ letter).wrapping_mul(0x0100_0000_01b3);
    match text.is_ascii() {
        true => text.bytes().map(|b| u64::from(b.to_ascii_lowercase())).fold(0, add),
        false => lower_case(text).map(u64::from).fold(0, add),
    }
}

fn in_lower_case(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { lower_case(text).collect() }
}

fn lower_case(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}
