//! Other people's notes: the keys, words, dates and files that `journal.toml` maps to those of this program.

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde_json::{Map, json};
use toml::Spanned;

use crate::dates::date::Order;
use crate::rules::names;
use crate::rules::paths::Paths;
use crate::text::{folded, is_same_key, nearest};

/// The keys, words, dates and files of other people's notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// The order of day and month in dates in numbers, if the journal says it.
    pub dates: Option<Order>,
    /// The files that are notes.
    pub notes: Notes,
    /// The places that fields are read from, by the fields' own names. Fields without a row have their usual names.
    fields: BTreeMap<&'static str, Vec<Source>>,
    /// What words for an outcome mean, folded.
    outcomes: BTreeMap<String, Meaning>,
}

/// A place that a field is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A key of the front matter.
    Key(String),
    /// The file's name: a date in it, or else the whole name.
    FileName,
    /// The first heading.
    Heading,
    /// The name of the folder that the file is in.
    Folder,
    /// A line at the top of the body with one of the field's usual names, or of the keys beside this: `Company: Acme` or
    /// `company:: Acme`.
    Body,
}

/// The meaning of a word for an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The outcome of this name.
    Outcome(&'static str),
    /// A file that is not the user's business.
    PassedOver,
}

/// The files that are notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    places: Option<Paths>,
    types: Vec<String>,
}

/// The words that an outcome can be mapped to, with the outcome that each stands for.
pub const MEANINGS: [(&str, Meaning); 13] = [
    ("applied", Meaning::Outcome("applied")),
    ("pending", Meaning::Outcome("pending")),
    ("more_interviews", Meaning::Outcome("more_interviews")),
    ("hiring_manager", Meaning::Outcome("hiring_manager")),
    ("offer", Meaning::Outcome("offer")),
    ("accepted", Meaning::Outcome("accepted")),
    ("declined", Meaning::Outcome("declined")),
    ("rejected", Meaning::Outcome("rejected")),
    ("withdrawn", Meaning::Outcome("withdrawn")),
    ("no_response", Meaning::Outcome("no_response")),
    ("scheduled", Meaning::Outcome("pending")),
    ("cancelled", Meaning::Outcome("cancelled")),
    ("not mine", Meaning::PassedOver),
];

/// The sources that are no keys.
const PLACES: [(&str, Source); 4] = [
    ("file name", Source::FileName),
    ("heading", Source::Heading),
    ("folder", Source::Folder),
    ("body", Source::Body),
];

/// `[notes]` as it is written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WrittenNotes {
    /// Only files in these places are notes, such as `interviews/**`.
    #[serde(rename = "where")]
    #[schemars(with = "Vec<String>")]
    places: Option<Vec<Spanned<String>>>,
    /// Only files with one of these under `type`, or among their tags, are notes.
    #[serde(rename = "type")]
    types: Vec<String>,
}

/// `[fields]` as it is written.
pub type WrittenFields = BTreeMap<Spanned<String>, Vec<String>>;

/// `[outcomes]` as it is written.
pub type WrittenOutcomes = BTreeMap<String, Spanned<String>>;

/// A mistake and its place.
type Misplaced = (Range<usize>, String);

impl Mapping {
    /// Checks what is written.
    pub fn new(
        dates: Option<Order>,
        notes: &WrittenNotes,
        fields: &WrittenFields,
        outcomes: &WrittenOutcomes,
    ) -> Result<Mapping, Misplaced> {
        let mut mapping = Mapping { dates, ..Mapping::default() };
        mapping.notes.places = notes.places.as_deref().map(Paths::new).transpose()?;
        mapping.notes.types = notes.types.iter().map(|kind| kind.to_lowercase()).collect();
        for (name, sources) in fields {
            let mut own = names::ALL.iter().map(|names| names[0]);
            let known = own.clone();
            let Some(own) = own.find(|own| is_same_key(own, name.get_ref())) else {
                let near = nearest(&folded(name.get_ref()), known);
                let meant = near.map_or(String::new(), |near| format!("; did you mean {near:?}?"));
                let reason = format!("{:?} is not a field of a note{meant}", name.get_ref());
                return Err((name.span(), reason));
            };
            mapping.fields.insert(own, sources.iter().map(|source| Source::of(source)).collect());
        }
        for (word, meaning) in outcomes {
            let known = MEANINGS.iter().find(|(known, _)| is_same_key(known, meaning.get_ref()));
            let Some((_, known)) = known else {
                let reason = format!("{:?} is none of: {}", meaning.get_ref(), meanings());
                return Err((meaning.span(), reason));
            };
            mapping.outcomes.insert(bare(word), *known);
        }
        Ok(mapping)
    }

    /// The places that a field is read from, by its own name; `None` if it has its usual names.
    pub fn sources(&self, field: &str) -> Option<&[Source]> {
        self.fields.get(field).map(Vec::as_slice)
    }

    /// The keys among them.
    pub fn keys(&self, field: &str) -> Option<impl Iterator<Item = &str>> {
        Some(self.sources(field)?.iter().filter_map(|source| match source {
            Source::Key(name) => Some(name.as_str()),
            _ => None,
        }))
    }

    /// Returns true if a field is read from anywhere but the front matter.
    pub fn has_places(&self) -> bool {
        let mut sources = self.fields.values().flatten();
        sources.any(|source| !matches!(source, Source::Key(_)))
    }

    /// The fields that are read from other places than usual, with those places.
    pub fn mapped(&self) -> impl Iterator<Item = (&'static str, &[Source])> {
        self.fields.iter().map(|(field, sources)| (*field, sources.as_slice()))
    }

    /// The meaning of a word for an outcome, if the journal has one of its own.
    pub fn meaning(&self, word: &str) -> Option<Meaning> {
        if self.outcomes.is_empty() { None } else { self.outcomes.get(&bare(word)).copied() }
    }
}

/// A word without what stands around it, in the form in which it is compared. A word of emoji alone is all it has.
fn bare(word: &str) -> String {
    match word.trim_matches(|c: char| !c.is_alphanumeric()) {
        "" => word.trim().to_owned(),
        word => folded(word).into_owned(),
    }
}

fn meanings() -> String {
    MEANINGS.map(|(word, _)| word).join(", ")
}

impl Source {
    fn of(text: &str) -> Source {
        let place = PLACES.into_iter().find(|(place, _)| is_same_key(place, text));
        place.map_or_else(|| Source::Key(text.to_owned()), |(_, place)| place)
    }
}

impl Notes {
    /// Returns true for a path, relative to the root, that may be a note's.
    pub fn has_place(&self, path: &str) -> bool {
        self.places.as_ref().is_none_or(|places| places.cover(path))
    }

    /// The folders that notes are in, as far as the journal spells them out.
    pub fn folders(&self) -> impl Iterator<Item = String> {
        self.places.iter().flat_map(Paths::folders)
    }

    /// The first of the types that notes are of, if the type matters.
    pub fn first_type(&self) -> Option<&str> {
        self.types.first().map(String::as_str)
    }

    /// Returns true if a file may be a note, given its `type` and tags.
    pub fn has_type<'t>(&self, mut types: impl Iterator<Item = &'t str>) -> bool {
        self.types.is_empty()
            || types.any(|one| {
                let one = one.trim().trim_start_matches('#').to_lowercase();
                self.types.contains(&one)
            })
    }

    /// Returns true if the journal says which files are notes.
    pub fn are_named(&self) -> bool {
        self.places.is_some() || self.has_types()
    }

    /// Returns true if the type of a file matters.
    pub fn has_types(&self) -> bool {
        !self.types.is_empty()
    }
}

/// The schema of `[fields]`.
pub fn fields_schema(generator: &mut SchemaGenerator) -> Schema {
    let list = generator.subschema_for::<Vec<String>>();
    let properties = names::ALL.iter().map(|names| {
        let mut field = list.clone();
        let places = PLACES.map(|(place, _)| format!("{place:?}")).join(", ");
        let about = format!("Its keys, or {places}, in place of: {}.", names.join(", "));
        field.insert("description".to_owned(), json!(about));
        (names[0].to_owned(), json!(field))
    });
    json_schema!({
        "type": "object",
        "properties": Map::from_iter(properties),
        "additionalProperties": false,
    })
}

/// The schema of `[outcomes]`.
pub fn outcomes_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "additionalProperties": { "enum": MEANINGS.map(|(word, _)| word) },
    })
}
