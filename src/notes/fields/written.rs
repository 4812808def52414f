//! The forms that values may have in a note: the words and names that are read, and the parts of the JSON Schema.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::sync::Arc;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, json};

use crate::dates::phrases;
use crate::dates::window::Window;
use crate::notes::{Interest, Outcome, Person, Record, Update, record};

/// Words for yes.
pub const TRUE: [&str; 4] = ["true", "yes", "on", "y"];

/// Words for no.
pub const FALSE: [&str; 4] = ["false", "no", "off", "n"];

/// Other names for a person, in the file about them.
pub const ALIASES: [&str; 2] = ["aliases", "alias"];

/// The name, in a person's map.
pub const NAME: &str = "name";

/// The mark of the lead interviewer.
pub const LEAD: &str = "lead";

/// The agency that a recruiter works for.
pub const AGENCY: &str = "agency";

/// Names for an address in a person's map, in order of preference.
pub const EMAIL: [&str; 3] = ["email", "mail", "address"];

/// Names for a job title.
pub const TITLE: [&str; 4] = ["title", "role", "position", "job_title"];

/// The name to greet a person by.
pub const CALL: &str = "call";

/// A person's postal address.
pub const POST: &str = "post";

/// Names for a person's phone number, in order of preference.
pub const PHONE: [&str; 3] = ["phone", "mobile", "tel"];

/// The name of the day in an update.
pub const UPDATED_DATE: &str = "date";

/// Names for the time frame in an update, in order of preference.
pub const UPDATED_WINDOW: [&str; 2] = ["decision_window", "window"];

/// The types that are read as text. A boolean is too, but editors would offer `true` everywhere.
const SCALARS: [&str; 2] = ["string", "number"];

/// The beginnings of months in words.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A day; the length of the month is beyond a pattern.
const DAY: &str = r"(19|[2-9]\d)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])";

/// A type of value, with the forms that it may have in a note. Being empty is not among them.
pub trait Written {
    /// Its name in the schema.
    const NAME: &'static str;

    /// True for a day.
    const IS_DAY: bool = false;

    /// The forms that it may have, as schemas.
    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema>;
}

/// The forms of a type as a definition in the schema.
pub struct As<T>(PhantomData<T>);

impl<T: Written> JsonSchema for As<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let forms = T::forms(generator);
        json_schema!({ "anyOf": forms })
    }
}

/// A round in a list of interviews.
pub struct Interview;

/// `[[Jane Doe]]` without quotes, which is a list in a list.
struct WikiLink;

impl JsonSchema for WikiLink {
    fn schema_name() -> Cow<'static, str> {
        "WikiLink".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let list_of =
            |items| json!({ "type": "array", "items": items, "minItems": 1, "maxItems": 1 });
        let mut link = list_of(list_of(json!({ "type": SCALARS })));
        link["description"] = json!("A wiki link, such as `[[Jane Doe]]`.");
        Schema::try_from(link).unwrap_or_default()
    }
}

/// A scalar that is read as text, or a wiki link.
fn line(generator: &mut SchemaGenerator) -> Vec<Schema> {
    let scalar = json_schema!({ "type": SCALARS });
    vec![scalar, generator.subschema_for::<WikiLink>()]
}

/// The same with examples. They are no limit: other words are understood too.
fn line_such_as(examples: &[&str], generator: &mut SchemaGenerator) -> Vec<Schema> {
    let mut forms = line(generator);
    forms[0].insert("examples".to_owned(), json!(examples));
    forms
}

/// Nothing after the colon.
pub fn nothing() -> Schema {
    json_schema!({ "type": "null" })
}

impl Written for String {
    const NAME: &'static str = "Line";

    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
        let mut forms = line(generator);
        let items = json!({ "type": SCALARS });
        forms.push(json_schema!({ "type": "array", "items": items, "minItems": 1, "maxItems": 1 }));
        forms
    }
}

impl Written for NaiveDate {
    const NAME: &'static str = "Day";

    const IS_DAY: bool = true;

    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
        // A time of day may follow, and the brackets of a wiki link may surround it.
        let day = format!(r"^(\[\[([^|\]]*/)?)?{DAY}([T ,].*|\|.*)?(\]\])?$");
        let examples = ["2026-03-12"];
        let day = json_schema!({ "type": "string", "pattern": day, "examples": examples });
        let months = MONTHS.map(in_any_case).join("|");
        let in_words = format!(r"({months}).*[0-9]{{4}}");
        let in_words = json_schema!({ "type": "string", "pattern": in_words });
        vec![day, in_words, generator.subschema_for::<WikiLink>()]
    }
}

impl Written for bool {
    const NAME: &'static str = "YesOrNo";

    fn forms(_: &mut SchemaGenerator) -> Vec<Schema> {
        let words: Vec<String> = TRUE.iter().chain(&FALSE).map(|word| in_any_case(word)).collect();
        let words = format!("^({})$", words.join("|"));
        let words = json_schema!({ "type": "string", "pattern": words });
        vec![json_schema!({ "type": "boolean" }), words]
    }
}

impl Written for Outcome {
    const NAME: &'static str = "Outcome";

    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
        line_such_as(&Outcome::ALL.map(Outcome::as_str), generator)
    }
}

impl Written for Interest {
    const NAME: &'static str = "Interest";

    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
        line_such_as(&Interest::ALL.map(Interest::as_str), generator)
    }
}

impl Written for Window {
    const NAME: &'static str = "Window";

    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
        line_such_as(&phrases::FORMS.split(", ").collect::<Vec<_>>(), generator)
    }
}

impl Written for Person {
    const NAME: &'static str = "Person";

    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
        let link = generator.subschema_for::<WikiLink>();
        let line = generator.subschema_for::<As<String>>();
        let truth = generator.subschema_for::<As<bool>>();
        let name = json!({ "description": "The name.", "anyOf": [{ "type": "string" }, link] });
        let field = |about: &str, form: &Schema| json!({ "description": about, "anyOf": [form, nothing()] });
        let email = field("The e-mail address, such as jane@acme.example.", &line);
        let title = field("Their job title.", &line);
        let call = field("The name to greet them by.", &line);
        let post = field("The postal address, for a note on paper.", &line);
        let phone = field(
            "The phone number, for a text or a call where there is no e-mail address.",
            &line,
        );
        let lead = field("`true` for the lead interviewer.", &truth);
        let agency = field("The agency that a recruiter works for.", &line);
        let fields = [
            (&[NAME][..], name),
            (&EMAIL, email),
            (&TITLE, title),
            (&[CALL], call),
            (&[POST], post),
            (&PHONE, phone),
            (&[LEAD], lead),
            (&[AGENCY], agency),
        ];
        let mut properties = Map::new();
        for (names, schema) in fields {
            properties.extend(names.iter().map(|name| ((*name).to_owned(), schema.clone())));
        }
        vec![
            json_schema!({ "type": "string", "examples": ["Jane Doe <jane@acme.example>", "[[Jane Doe]]"] }),
            json_schema!({ "type": "object", "properties": properties, "required": [NAME] }),
            link,
        ]
    }
}

impl Written for Arc<Person> {
    const NAME: &'static str = "OnePerson";

    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
        let person = generator.subschema_for::<As<Person>>();
        let one = json_schema!({ "type": "array", "items": person, "minItems": 1, "maxItems": 1 });
        vec![person, one]
    }
}

impl Written for Vec<Person> {
    const NAME: &'static str = "People";

    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
        let person = generator.subschema_for::<As<Person>>();
        let items = json!({ "anyOf": [person, nothing()] });
        vec![json_schema!({ "type": "array", "items": items }), person]
    }
}

impl Written for Vec<Update> {
    const NAME: &'static str = "Updates";

    fn forms(generator: &mut SchemaGenerator) -> Vec<Schema> {
        let day = generator.subschema_for::<As<NaiveDate>>();
        let window = generator.subschema_for::<As<Window>>();
        let day = json!({ "description": "The day on which you heard it.", "anyOf": [day] });
        let window = json!({ "description": "The time frame that they gave.", "anyOf": [window, nothing()] });
        let windows = UPDATED_WINDOW.map(|name| (name.to_owned(), window.clone()));
        let properties =
            Map::from_iter([(UPDATED_DATE.to_owned(), day)].into_iter().chain(windows));
        let update = json_schema!({ "type": "object", "properties": properties, "required": [UPDATED_DATE] });
        vec![json_schema!({ "type": "array", "items": update }), update]
    }
}

impl Written for BTreeMap<String, Record> {
    const NAME: &'static str = "Records";

    fn forms(_: &mut SchemaGenerator) -> Vec<Schema> {
        let words = record::WORDS.map(|(words, _)| in_any_case(words)).join("|");
        let record = json!({
            "type": "string",
            "pattern": format!(r"^\s*({words})\s+{DAY}\s*$"),
            "examples": ["done 2026-03-03", "skipped 2026-03-03", "snoozed until 2026-03-10"],
        });
        vec![json_schema!({ "type": "object", "additionalProperties": record })]
    }
}

/// A pattern for these words in any case, as validators have no option to ignore it.
fn in_any_case(words: &str) -> String {
    let letter = |c: char| match c {
        ' ' => r"\s+".to_owned(),
        c => format!("[{}{c}]", c.to_ascii_uppercase()),
    };
    words.chars().map(letter).collect()
}
