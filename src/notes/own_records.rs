//! The records that stand in a note, or under the name of one of its rounds.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::keys;
use super::fields::{Fields, Placed};
use super::interviews::split_id;
use super::roster::keep_ids;
use super::rounds::InList;
use super::{Record, record};
use crate::diagnostic::Problem;

/// Records by their ids within the note, and the ids of those that can't be read.
pub type Records = (BTreeMap<String, Record>, BTreeSet<String>);

/// The id within a note, or a round of it, of one as it is written; `None` for one of another round.
pub fn own_id(id: &str, place: Option<InList<'_>>) -> Option<String> {
    match place {
        Some(place) => {
            let (name, rest) = split_id(id);
            (name == place.name).then(|| rest.to_owned())
        }
        None => Some(id.to_owned()),
    }
}

/// The records of a note, or of a round of it.
pub fn read(fields: &mut Fields<'_>, place: Option<InList<'_>>) -> Records {
    let (records, unclear) = fields.records(&keys::FOLLOWUPS);
    let Some(InList { name, all }) = place else { return (records, unclear) };
    // Those of other rounds are theirs.
    let is_nobodys = |id: &str| !all.contains(&split_id(id).0) && all.first() == Some(&name);
    let nobodys = |id: &str| {
        is_nobodys(id).then(|| {
            let id = id.to_owned();
            Problem::UnknownRecord { id, near: None, is_to_process: false }
        })
    };
    fields.check_records(&keys::FOLLOWUPS, nobodys);
    let own = records.into_iter().filter_map(|(id, record)| Some((own_id(&id, place)?, record)));
    (own.collect(), unclear.into_iter().filter_map(|id| own_id(&id, place)).collect())
}

/// Gives people the ids that records have for them, and reports the records that no follow-up can have.
pub fn check(
    fields: &mut Fields<'_>,
    place: Option<InList<'_>>,
    records: &BTreeMap<String, Record>,
    interviewers: &mut [Placed],
    also_met: &mut [Placed],
) {
    let ids = interviewers.iter().chain(&*also_met).map(|(person, _)| person.id.as_str());
    let is_unknown = |id: &String| record::unknown(id, ids.clone()).is_some();
    if !records.keys().any(is_unknown) {
        return;
    }
    let listed = interviewers.iter_mut().chain(&mut *also_met).map(|(person, _)| person);
    keep_ids(records, listed.collect());
    let people = interviewers.iter().chain(&*also_met).map(|(person, _)| person.id.as_str());
    // A record that can't be read has been reported already.
    let unknown = |id: &str| record::unknown(id, people.clone());
    fields.check_records(&keys::FOLLOWUPS, |id| {
        let own = own_id(id, place).filter(|own| records.contains_key(own))?;
        let with_name = |near: String| id.replacen(&own, &near, 1);
        Some(match unknown(&own)? {
            Problem::UnknownRecord { near, is_to_process, .. } => Problem::UnknownRecord {
                id: id.to_owned(),
                near: near.map(with_name),
                is_to_process,
            },
            problem => problem,
        })
    });
}
