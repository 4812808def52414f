//! Who told it: the person that `--from` names.

use std::sync::Arc;

use crate::cli::{Ending, unusable};
use crate::notes::described::Described;
use crate::notes::link;
use crate::notes::people::{People, everybody};
use crate::notes::person::is_address;
use crate::plan::process::Process;
use crate::text::{either, one_line};

/// The name of who told it, and that with the address that is given or known.
pub fn contact(from: &str, process: &Process) -> Result<(String, String), Ending> {
    let shown = one_line(from);
    let Ok(Described { name: person, address, .. }) = Described::read(from) else {
        return Err(unusable(&format!(
            "--from {shown:?} is not one person; write \"Dana Ray <dana@acme.example>\""
        )));
    };
    if let Some(address) = address.as_ref().filter(|address| !is_address(address)) {
        return Err(unusable(&format!(
            "--from: {address:?} is not an e-mail address; write \"Dana Ray <dana@acme.example>\""
        )));
    }
    // A part of the name will do for somebody whom the process knows.
    let notes = || process.rounds.iter().rev().map(Arc::as_ref);
    let current = People::of([&**process.current()]);
    let all = People::of(notes());
    let known = current.called(&person).or_else(|| all.called(&person));
    let namesakes: Vec<String> =
        all.namesakes(&person).into_iter().map(|known| one_line(&known.name)).collect();
    if known.is_none() && address.is_none() && namesakes.len() > 1 {
        return Err(unusable(&several(&shown, namesakes)));
    }
    let name = known.map_or(&*person, |known| &known.name);
    let known = || notes().flat_map(everybody).filter(|known| known.name == name);
    let email = || known().find_map(|known| known.email.clone());
    // What is in a file about them stays there.
    let link = || {
        let link = known().find_map(|known| known.link.as_ref());
        link.map(|link| link.written()).or_else(|| link::inside(from).map(|_| one_line(from)))
    };
    let with = |address: String| format!("{name} <{address}>");
    let written = match address {
        Some(address) => with(address),
        None => link().or_else(|| email().map(with)).unwrap_or_else(|| name.to_owned()),
    };
    Ok((name.to_owned(), written))
}

/// The question which of several people is meant. One of them may have no other name.
fn several(from: &str, namesakes: Vec<String>) -> String {
    let is_whole = |name: &String| name.eq_ignore_ascii_case(from);
    let (whole, longer): (Vec<_>, Vec<_>) = namesakes.into_iter().partition(is_whole);
    let longer = longer.iter().map(|name| format!("{name:?}"));
    let alone = whole.iter().map(|name| format!("just {name:?}"));
    let names: Vec<String> = longer.chain(alone).collect();
    let address = whole.first().map_or(String::new(), |name| format!(", or \"{name} <address>\""));
    format!("--from {from:?} could be {}; write the whole name{address}", either(&names))
}
