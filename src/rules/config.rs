//! `journal.toml`: a journal's changes to the defaults. Every line of it is optional.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, json};
use toml::Spanned;

use crate::dates::calendar::{Calendar, parse_date};
use crate::dates::date::Order;
use crate::diagnostic::place::Place;
use crate::diagnostic::{Diagnostic, Problem};
use crate::rules::cadence::Cadence;
use crate::rules::headings::{Headings, Topic};
use crate::rules::mapping::{self, Mapping, WrittenFields, WrittenNotes, WrittenOutcomes};
use crate::rules::mistake::Mistake;
use crate::rules::paths::Paths;
use crate::rules::schema;
use crate::rules::style::AgendaStyle;
use crate::rules::toml_words::in_words;
use crate::rules::voice::Voice;
use crate::text::{is_hidden, lines, one_line};

/// The configuration's file name, which also marks a journal's root.
pub const FILE_NAME: &str = "journal.toml";

/// A journal's configuration, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// The paths that are not read.
    pub ignore: Paths,
    /// The keys, words, dates and files of other people's notes.
    pub mapping: Mapping,
    /// The calendar of business days.
    pub calendar: Calendar,
    /// The person who signs the messages.
    pub me: Me,
    /// The way in which the agenda's file is written.
    pub agenda: AgendaStyle,
    /// The page that shows the search.
    pub report: Report,
    /// The calendar, and its links.
    pub export: Export,
    /// The words with which the messages begin and end.
    pub voice: Voice,
    /// The headings whose sections are shown below drafts.
    pub headings: Headings,
    /// The rules.
    pub cadence: Cadence,
}

/// The owner of the journal, whose name and contact details end each message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Me {
    /// The name with which you sign.
    pub name: String,
    /// The address for replies.
    pub email: String,
    /// The number to call.
    pub phone: String,
    /// Web pages about you.
    pub links: Vec<String>,
}

impl Me {
    /// The lines that end a message; empty if nothing is configured.
    pub fn signature(&self) -> Vec<String> {
        let contact = [&self.email, &self.phone].map(|text| one_line(text));
        let contact: Vec<String> = contact.into_iter().filter(|text| !text.is_empty()).collect();
        [one_line(&self.name), contact.join(" · ")]
            .into_iter()
            .chain(self.links.iter().map(|link| one_line(link)))
            .filter(|line| !line.is_empty())
            .collect()
    }
}

/// The page that shows the search, as far as builds keep it up to date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Its name in the root.
    pub html: Option<String>,
}

/// The calendar, as far as builds keep it up to date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// Its name in the root.
    pub ics: Option<String>,
    /// The beginning of links to the journal's files, ready for a path behind it.
    pub links: Option<String>,
}

/// The file as it is written. Everything is optional.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct File {
    /// Files and folders to ignore, such as `archive/**`.
    #[schemars(with = "Vec<String>")]
    ignore: Vec<Spanned<String>>,
    /// How dates in numbers are read, such as 3.4.2026 and 3/4/2026: "day first" or "month first". Without it, they are
    /// problems.
    dates: Option<Order>,
    /// The files that are notes.
    notes: WrittenNotes,
    /// The keys that hold a note's fields in place of the usual ones.
    #[schemars(schema_with = "mapping::fields_schema")]
    fields: WrittenFields,
    /// Your own words for outcomes.
    #[schemars(schema_with = "mapping::outcomes_schema")]
    outcomes: WrittenOutcomes,
    /// Days off besides weekends, such as 2026-12-25.
    #[schemars(schema_with = "holidays")]
    holidays: Vec<Spanned<toml::Value>>,
    /// Your name and contact details, for the end of each draft.
    me: Me,
    /// The way in which FOLLOWUPS.md is written.
    agenda: AgendaStyle,
    /// The page that shows your search.
    report: ReportFile,
    /// The calendar with what is due.
    export: ExportFile,
    /// The words with which your drafts begin and end, and the order of their dates.
    voice: Voice,
    /// More headings in your notes whose text is shown below the drafts, besides those that always are.
    #[schemars(schema_with = "headings")]
    headings: BTreeMap<Topic, Vec<String>>,
    /// Changes to settings and rules: `connect = false` switches a rule off.
    #[schemars(schema_with = "schema::changes")]
    cadence: BTreeMap<Spanned<String>, Spanned<Change>>,
}

/// The page as it is written in the file.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct ReportFile {
    /// The page that every build keeps up to date, such as `report.html`; none by default.
    #[schemars(schema_with = "html_name")]
    html: Option<Spanned<String>>,
}

/// The calendar as it is written in the file.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct ExportFile {
    /// The calendar that every build keeps up to date, such as `followups.ics`; none by default.
    #[schemars(schema_with = "ics_name")]
    ics: Option<Spanned<String>>,
    /// The beginning of links to drafts and notes in calendars, such as `file:///home/alex/jobs`: the address of the
    /// journal's folder. Without it, a calendar kept up to date has no links.
    #[schemars(schema_with = "links")]
    links: Option<Spanned<String>>,
}

impl Default for Config {
    fn default() -> Config {
        match Config::from_file(File::default()) {
            Ok(config) => config,
            Err(_) => unreachable!("an empty configuration changes nothing"),
        }
    }
}

impl Config {
    /// Reads a configuration; the error says what is wrong with it, and where.
    pub fn parse(text: &str) -> Result<Config, Diagnostic> {
        let file = toml::from_str::<File>(text).map_err(|error| {
            commented_section(text, &error)
                .unwrap_or_else(|| problem(text, error.span(), &in_words(error.message())))
        })?;
        Config::from_file(file).map_err(|(span, reason)| problem(text, Some(span), &reason))
    }

    fn from_file(file: File) -> Result<Config, (Range<usize>, String)> {
        let ignore = Paths::new(&file.ignore)?;
        let mapping = Mapping::new(file.dates, &file.notes, &file.fields, &file.outcomes)?;
        let name = |name: &Option<Spanned<String>>, ending, example| {
            let name = name.as_ref().map(|name| overview(name, ending, example, &ignore));
            name.transpose().map(Option::flatten)
        };
        let report = Report { html: name(&file.report.html, ".html", "report.html")? };
        let links = file.export.links.as_ref().map(link_base).transpose()?;
        let ics = name(&file.export.ics, ".ics", "followups.ics")?;
        let holidays: Vec<NaiveDate> =
            file.holidays.iter().map(holiday).collect::<Result<_, _>>()?;
        let mut cadence = Cadence::built_in();
        for (name, change) in &file.cadence {
            let id = name.get_ref();
            match change.get_ref() {
                Change::Switch(on) => cadence.switch(id, *on),
                Change::Setting(value) => cadence.set(id, value),
                Change::Dates(dates) => {
                    let rule = cadence.rule_mut(id).map_err(|mistake| at(name, change, mistake))?;
                    for (date, moment) in dates {
                        let done = rule.change(date.get_ref(), moment.get_ref());
                        done.map_err(|mistake| at(date, moment, mistake))?;
                    }
                    Ok(())
                }
            }
            .map_err(|mistake| at(name, change, mistake))?;
        }
        let headings = file.headings.iter().flat_map(|(topic, headings)| {
            headings.iter().map(|heading| (*topic, heading.as_str()))
        });
        Ok(Config {
            ignore,
            calendar: Calendar::new(holidays).with_dates(mapping.dates),
            mapping,
            headings: Headings::new(headings),
            me: file.me,
            voice: file.voice,
            agenda: file.agenda,
            report,
            export: Export { ics, links: links.flatten() },
            cadence,
        })
    }

    /// The names of the files beside the agenda that builds keep up to date, in the root.
    pub fn overviews(&self) -> impl Iterator<Item = &str> {
        [&self.report.html, &self.export.ics].into_iter().filter_map(|name| name.as_deref())
    }
}

impl JsonSchema for Config {
    fn schema_name() -> Cow<'static, str> {
        "Config".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = File::json_schema(generator);
        schema.insert("title".to_owned(), json!(FILE_NAME));
        schema
    }
}

/// The schema of days: some editors take one without quotes for a date, others for text.
fn holidays(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": {
            "anyOf": [
                { "type": "string", "format": "date" },
                { "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$" },
            ],
        },
    })
}

/// The schema of a page's name.
fn html_name(_: &mut SchemaGenerator) -> Schema {
    name("html")
}

/// The schema of a calendar's name.
fn ics_name(_: &mut SchemaGenerator) -> Schema {
    name("ics")
}

fn name(ending: &str) -> Schema {
    let pattern = format!(r"^([^./\\\x00-\x1f][^/\\\x00-\x1f]*\.{ending})?$");
    json_schema!({ "type": "string", "pattern": pattern, "default": "" })
}

/// The schema of the beginning of links.
fn links(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": r"^([A-Za-z][A-Za-z0-9+.-]+:[!-~]+)?$", "default": "" })
}

/// The schema of the headings of each topic.
fn headings(generator: &mut SchemaGenerator) -> Schema {
    let list = generator.subschema_for::<Vec<String>>();
    let properties = Topic::ALL.map(|(_, name, headings)| {
        let mut topic = list.clone();
        topic.insert("description".to_owned(), json!(format!("Besides {}.", headings.join(", "))));
        (name.to_owned(), json!(topic))
    });
    json_schema!({
        "type": "object",
        "properties": Map::from_iter(properties),
        "additionalProperties": false,
    })
}

/// The problem of a name or contact detail whose `[me]` is still a comment, at that comment.
fn commented_section(text: &str, error: &toml::de::Error) -> Option<Diagnostic> {
    let at = error.span()?.start;
    let fields = ["name", "email", "phone", "links"];
    let is_mine = |field: &&str| error.message().starts_with(&format!("unknown field `{field}`"));
    fields.iter().find(|field| is_mine(field))?;
    let is_section = |line: &str| line.trim_start_matches(['#', ' ', '\t']).starts_with('[');
    let (start, line) = lines(text.get(..at)?).filter(|(_, line)| is_section(line)).last()?;
    let line = line.trim_end_matches(['\r', '\n']);
    let is_commented = line.trim_start().starts_with('#')
        && line.trim_start_matches(['#', ' ', '\t']).trim_end() == "[me]";
    let reason = "[me] is still a comment, and the lines below it are not; remove its #";
    is_commented.then(|| problem(text, Some(start..start + line.len()), reason))
}

fn problem(text: &str, span: Option<Range<usize>>, reason: &str) -> Diagnostic {
    let place = Place::of(text, span.unwrap_or(0..0));
    Diagnostic::at(FILE_NAME, place, Problem::InvalidConfig { reason: one_line(reason) })
}

/// A mistake in a change, at its name or its value.
fn at<T>(name: &Spanned<String>, value: &Spanned<T>, mistake: Mistake) -> (Range<usize>, String) {
    match mistake {
        Mistake::UnknownName(reason) => (name.span(), reason),
        Mistake::InvalidValue(reason) => (value.span(), reason),
    }
}

/// The change that `[cadence]` makes under one name.
enum Change {
    Switch(bool),
    Setting(String),
    Dates(Vec<(Spanned<String>, Spanned<String>)>),
}

/// Written by hand because an untagged enum would lose the dates' positions.
impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Change, D::Error> {
        deserializer.deserialize_any(ChangeVisitor)
    }
}

struct ChangeVisitor;

impl<'de> Visitor<'de> for ChangeVisitor {
    type Value = Change;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("false to switch a rule off, or dates such as { due = \"D+2d\" }")
    }

    fn visit_bool<E>(self, on: bool) -> Result<Change, E> {
        Ok(Change::Switch(on))
    }

    fn visit_str<E>(self, value: &str) -> Result<Change, E> {
        Ok(Change::Setting(value.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Change, A::Error> {
        let mut dates = Vec::new();
        while let Some(entry) = map.next_entry()? {
            dates.push(entry);
        }
        Ok(Change::Dates(dates))
    }
}

/// The name of a page or a calendar in the root. An empty one is none.
fn overview(
    name: &Spanned<String>,
    ending: &str,
    example: &str,
    ignore: &Paths,
) -> Result<Option<String>, (Range<usize>, String)> {
    let text = name.get_ref();
    let is_odd = |c: char| matches!(c, '/' | '\\' | '\u{2028}' | '\u{2029}') || is_hidden(c);
    if text.is_empty() {
        Ok(None)
    } else if text.starts_with('.') || !text.ends_with(ending) || text.contains(is_odd) {
        let reason = format!("{text:?} is not a file's name such as {example:?}");
        Err((name.span(), reason))
    } else if ignore.matches(text) {
        Err((name.span(), format!("{text:?} is one of the files to ignore")))
    } else {
        Ok(Some(text.clone()))
    }
}

/// The beginning of links, with a slash at its end unless a path can follow as it is. An empty one is none.
fn link_base(base: &Spanned<String>) -> Result<Option<String>, (Range<usize>, String)> {
    let text = base.get_ref();
    let has_scheme = text.split_once(':').is_some_and(|(scheme, rest)| {
        let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
        // One letter is a drive.
        let is_scheme = scheme.len() > 1 && scheme.starts_with(|c: char| c.is_ascii_alphabetic());
        is_scheme && scheme.chars().all(is_sign) && !rest.is_empty()
    });
    if text.is_empty() {
        Ok(None)
    } else if !has_scheme || !text.bytes().all(|b| b.is_ascii_graphic()) {
        let reason =
            format!("{text:?} is not the beginning of a link, such as \"file:///home/alex/jobs\"");
        Err((base.span(), reason))
    } else {
        let end = if text.ends_with(['/', '=']) { "" } else { "/" };
        Ok(Some(format!("{text}{end}")))
    }
}

/// A day, as a TOML date or in quotes.
fn holiday(value: &Spanned<toml::Value>) -> Result<NaiveDate, (Range<usize>, String)> {
    let text = match value.get_ref() {
        toml::Value::String(text) => text.clone(),
        toml::Value::Datetime(day) => day.to_string(),
        other => format!("the {}", other.type_str()),
    };
    parse_date(&text)
        .ok_or_else(|| (value.span(), format!("{text:?} is not a date such as 2026-12-25")))
}
