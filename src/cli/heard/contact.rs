//! Who told it: the person that `--from` names.

use std::sync::Arc;

use crate::cli::{Ending, unusable};
use crate::notes::described::Described;
use crate::notes::person::is_address;
use crate::notes::{Person, link};
use crate::plan::process::Process;
use crate::text::one_line;

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
    // The first name will do for somebody whom the process knows.
    let given = person.to_lowercase();
    let is_same = |known: &&Person| {
        let name = known.name.to_lowercase();
        name == given || name.split(' ').next() == Some(&given)
    };
    let known: Vec<&Person> = process
        .rounds
        .iter()
        .rev()
        .flat_map(|note| {
            let others = [note.recruiter.value(), note.contact.value(), note.manager.value()];
            note.people().chain(others.into_iter().flatten().map(Arc::as_ref))
        })
        .filter(is_same)
        .collect();
    let name = match &known[..] {
        [first, rest @ ..] if rest.iter().all(|other| other.name == first.name) => &first.name,
        _ => &person,
    };
    let email =
        || known.iter().filter(|known| known.name == *name).find_map(|one| one.email.clone());
    // What is in a file about them stays there.
    let link = || {
        let link =
            known.iter().filter(|known| known.name == *name).find_map(|one| one.link.as_ref());
        link.map(|link| link.written()).or_else(|| link::inside(from).map(|_| one_line(from)))
    };
    let with = |address: String| format!("{name} <{address}>");
    let written = match address {
        Some(address) => with(address),
        None => link().or_else(|| email().map(with)).unwrap_or_else(|| name.clone()),
    };
    Ok((name.clone(), written))
}
