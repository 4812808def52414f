//! Records in notes as people write them, many of them and at random: whatever the style, one record changes, in one
//! line, and taking it back gives the note as it was.

use journal::unstable::front_matter;
use journal::unstable::recorded;
use journal::unstable::tree::{Node, Value};
use journal::unstable::yaml;
use journal::unstable::{
    Mapping, Note, Parsed, Record, parse, parse_date, with_fields, with_update,
};

use crate::support::Random;

const CASES: u64 = 4_000;

/// The refusals that are allowed, in a thousand: a few records were written over several lines.
const REFUSALS: u64 = 20;
const IDS: [&str; 12] = [
    "acceptance",
    "connect",
    "connect/kim-soto",
    "recruiter-thanks",
    "status-check/acme",
    "team-thanks/kim-soto",
    "thank-you/jane-doe",
    "thank-you/jane-doe-2",
    "thank-you/zoë-[x],{y}: #1",
    "value-add/\"jane\" 👩",
    "yes",
    "2026-03-02",
];

const VALUES: [&str; 11] = [
    "done 2026-03-03",
    "done 2026-03-03",
    "Skipped  2026-03-04",
    "snoozed until 2026-03-10",
    "\"done 2026-03-03\"",
    "'skipped 2026-03-04'",
    "\"not yet: \\\"é\\\"\"",
    "later, maybe # c",
    "done\n       2026-03-03",
    "~",
    "",
];

const RECORDS: [&str; 4] =
    ["done 2026-03-03", "done 2026-03-09", "skipped 2026-03-04", "snoozed until 2026-03-10"];

/// Fields that a note may have besides its company and its day.
const FIELDS: [&str; 18] = [
    "role: Backend engineer",
    "role: \"Dev: \\\"senior\\\"\"   # as they say",
    "'round' : 'on-site'",
    "interviewers:\n  - name: Jane Doe\n    lead: true\n  - Ravi Patel <ravi@acme.example>",
    "interviewers: [Jane Doe, \"Ravi, Patel\"] # both",
    "also_met:\n- Kim Soto\n# not Ann\n- Zoë Straße",
    "recruiter: {name: Sam Lee,\n  email: sam@talent.example}",
    "decision_window: >-\n  5-7 business\n\n  days",
    "notes: |\n  # no comment\n\n  followups: none\n    - x",
    "more: |+\n  kept\n\n",
    "tags: [a, b]\t",
    "thread: \"Re: Interview\n  on Monday\"",
    "mood: 👩\u{200d}💻 e\u{301} \"x\u{2028}y\" # \u{2028}",
    "updates:\n  - {date: 2026-03-11, decision_window: by 2026-03-25}",
    "outcome:",
    "mine:\n  followups: {thank-you/jane-doe: done 2026-03-03}\n\n  # mine too",
    "contact: &dana Dana Ray",
    "lessons: ask\n  about pay\n\n  first",
];

const NAMES: [&str; 4] = ["followups", "followups", "Followups", "\"followups\""];
const COMMENTS: [&str; 4] = ["# c", "# {a: b, c}", "#", "# followups: é"];
const EMPTY: [&str; 6] = ["", " ~", " null", " {}", " { }", " # c"];

impl Random {
    fn one<'v, T: ?Sized>(&mut self, values: &[&'v T]) -> &'v T {
        values[self.below(values.len())]
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn shuffle<T>(&mut self, values: &mut [T]) {
        for at in (1..values.len()).rev() {
            values.swap(at, self.below(at + 1));
        }
    }

    /// Some of the ids, mostly in their order.
    fn ids(&mut self) -> Vec<&'static str> {
        let mut ids = IDS.to_vec();
        self.shuffle(&mut ids);
        ids.truncate(1 + self.below(6));
        if !self.one_in(4) {
            ids.sort_unstable();
        }
        ids
    }

    /// An id as a key, in quotes wherever it needs them.
    fn key(&mut self, id: &str) -> String {
        let is_plain = id.chars().all(|c| c.is_ascii_alphanumeric() || "-/".contains(c));
        match self.below(4) {
            0 => format!("'{id}'"),
            1 => format!("\"{}\"", id.replace('"', "\\\"")),
            _ if is_plain => id.to_owned(),
            _ => format!("'{id}'"),
        }
    }

    /// The `followups:` of a note, in one of the styles.
    fn followups(&mut self) -> String {
        let name = self.one(&NAMES);
        match self.below(8) {
            0 => format!("{name}:{}", self.one(&EMPTY)),
            1 => format!("{name}: {}", self.flow_map("", "")),
            2 => format!("{name}: {}", self.flow_map("\n  ", "\n")),
            _ => format!("{name}:{}", self.block_map()),
        }
    }

    fn block_map(&mut self) -> String {
        let indent = " ".repeat(1 + self.below(4));
        let mut map = String::from(self.one(&["", "", " # c", "\t# c", " &f", "\n"]));
        for id in self.ids() {
            if self.one_in(6) {
                map.push_str(&format!("\n{}{}", self.one(&["", &indent]), self.one(&COMMENTS)));
            }
            if self.one_in(8) {
                map.push('\n');
            }
            let (key, colon) = (self.key(id), self.one(&[":", ": ", ":  ", " : "]));
            map.push_str(&format!("\n{indent}{key}{colon}"));
            let value = self.one(&VALUES);
            map.push_str(if colon == ":" && !value.is_empty() { " " } else { "" });
            map.push_str(value);
            if self.one_in(5) {
                map.push_str(&format!("{}{}", self.one(&[" ", "\t", "   "]), self.one(&COMMENTS)));
            }
        }
        if self.one_in(6) {
            map.push_str(&format!("\n{indent}{}\n", self.one(&COMMENTS)));
        }
        map
    }

    fn flow_map(&mut self, before: &str, last: &str) -> String {
        let mut map = String::from(self.one(&["{", "{ "]));
        let entries = self.ids();
        for (number, id) in entries.iter().enumerate() {
            let value = self.one(&VALUES).replace(", maybe # c", "");
            map.push_str(&format!("{before}{}: {value}", self.key(id)));
            let is_last = number + 1 == entries.len();
            map.push_str(if !is_last || self.one_in(3) { "," } else { "" });
            if before.is_empty() {
                map.push_str(self.one(&["", " ", " "]));
            } else if self.one_in(4) {
                map.push_str(" # c, {d}");
            }
        }
        map + last + "}"
    }

    /// A front matter's lines.
    fn head(&mut self) -> String {
        let mut fields: Vec<String> = FIELDS.iter().map(|&field| field.to_owned()).collect();
        self.shuffle(&mut fields);
        fields.truncate(self.below(6));
        fields.push("company: Acme".to_owned());
        fields.push("date: 2026-03-02".to_owned());
        if !self.one_in(8) {
            let followups = self.followups();
            fields.push(followups);
        }
        self.shuffle(&mut fields);
        if self.one_in(12) {
            let flow = ["company: A", "date: 2026-03-02", "'x': [y, {z: z}]", "role"];
            let followups = format!("followups: {}", self.flow_map("", ""));
            let fields = [&flow[..2 + self.below(3)], &[&*followups][..self.below(2)]].concat();
            return format!("{{{}}}\n", fields.join(self.one(&[", ", ",\n  ", " , # c\n"])));
        }
        let mut head = String::new();
        for field in &fields {
            if self.one_in(8) {
                head.push_str(&format!("{}\n", self.one(&COMMENTS)));
            }
            head.push_str(&format!("{field}\n"));
            if self.one_in(8) {
                head.push('\n');
            }
        }
        match self.one_in(10) {
            true => head.split_inclusive('\n').map(|line| format!("  {line}")).collect(),
            false => head,
        }
    }

    /// A note's file.
    fn note(&mut self) -> String {
        let start = self.one(&["", "", "", "", "\u{feff}", "\n", " \n\n"]);
        let fence = self.one(&["---\n", "---\n", "--- \t\n"]);
        let end = self.one(&["---\n", "---\n", "...\n", "---"]);
        let body = self.one(&["", "\n# Onsite\n\n- [ ] x\n", "followups:\n  a: b\n---\n", "\nx"]);
        let body = if end.ends_with('\n') { body } else { "" };
        let text = [start, fence, &self.head(), end, body].concat();
        match self.below(6) {
            0 => text.replace('\n', "\r\n"),
            1 => text
                .split_inclusive('\n')
                .map(|line| match line.strip_suffix('\n') {
                    Some(line) => format!("{line}{}", self.one(&["\n", "\r\n"])),
                    None => line.to_owned(),
                })
                .collect(),
            _ => text,
        }
    }
}

fn read(text: &str) -> Note {
    let parsed = parse("a.md", text, &Mapping::default(), &mut Vec::new());
    let Parsed::Note(note) = parsed else { panic!("{parsed:?}: {text:?}") };
    *note
}

fn fields(text: &str) -> Vec<(Node<'_>, Node<'_>)> {
    yaml::parse(front_matter::split(text).unwrap().head).unwrap()
}

/// The ids that have an entry, where there is a field for them.
fn ids(text: &str) -> Option<Vec<String>> {
    let is_own =
        |(key, _): &(Node<'_>, Node<'_>)| key.text().unwrap().eq_ignore_ascii_case("followups");
    match fields(text).into_iter().find(is_own)?.1.value {
        Value::Map(entries) => {
            Some(entries.iter().map(|(key, _)| key.text().unwrap().to_owned()).collect())
        }
        _ => Some(Vec::new()),
    }
}

/// Every value of a front matter but one record, each with the way to it.
fn all_but(text: &str, id: &str) -> Vec<String> {
    let mut values = Vec::new();
    for (key, value) in fields(text) {
        add_values(&key.text().unwrap().to_lowercase(), &value, &mut values);
    }
    values.retain(|value| *value != "followups = Null" && *value != "followups: 0");
    let own = format!("followups/{id} = ");
    values.retain(|value| !value.starts_with(&own));
    values
}

fn add_values(way: &str, node: &Node<'_>, values: &mut Vec<String>) {
    match &node.value {
        Value::List(items) => {
            values.push(format!("{way}: {}", items.len()));
            items.iter().for_each(|item| add_values(&format!("{way}/-"), item, values));
        }
        Value::Map(entries) => {
            values.push(format!("{way}: 0"));
            for (key, value) in entries {
                add_values(&format!("{way}/{}", key.text().unwrap()), value, values);
            }
        }
        value => values.push(format!("{way} = {value:?}")),
    }
}

/// The parts that went and came between those that stayed.
fn difference<'t, T: PartialEq>(old: &'t [T], new: &'t [T]) -> (&'t [T], &'t [T]) {
    let shorter = old.len().min(new.len());
    let start = (0..shorter).take_while(|&at| old[at] == new[at]).count();
    let same = |at: &usize| old[old.len() - 1 - at] == new[new.len() - 1 - at];
    let end = (0..shorter - start).take_while(same).count();
    (&old[start..old.len() - end], &new[start..new.len() - end])
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Asserts that an edit is right by what the note says.
fn assert_edit(text: &str, id: &str, record: Option<Record>, edited: &str) {
    let (old, new) = (read(text), read(edited));
    let (mut records, mut unclear) = (old.records.clone(), old.unclear_records.clone());
    let had = records.remove(id);
    let had_entry = unclear.remove(id) || had.is_some();
    records.extend(record.map(|record| (id.to_owned(), record)));
    assert_eq!((new.records, new.unclear_records), (records, unclear));
    assert_eq!(all_but(edited, id), all_but(text, id));

    let is_sorted = |text| ids(text).is_none_or(|ids| ids.is_sorted());
    assert!(is_sorted(edited) || !is_sorted(text));

    let (old_lines, new_lines) = (lines(text), lines(edited));
    let (gone, come) = difference(&old_lines, &new_lines);
    let (bytes_gone, bytes_come) = difference(text.as_bytes(), edited.as_bytes());
    match (gone.len(), come.len()) {
        (0, 0) => assert_eq!((had, had.is_some()), (record, had_entry)),
        (0, 1) | (1, 1) if record.is_some() && !had_entry => {
            assert!([&b""[..], b"~", b"null"].contains(&bytes_gone));
            if bytes_gone.is_empty() && ids(text).is_some() {
                let undone = recorded(edited, id, None).unwrap();
                let without_blanks = |text: &str| text.replace(' ', "");
                assert_eq!(without_blanks(&undone), without_blanks(text));
                assert!(undone == text || gone.len() == 1, "{undone}");
            }
        }
        (0, 2) => assert_eq!(ids(text), None),
        (1, 0) | (1, 1) if record.is_none() => assert_eq!(bytes_come, b""),
        (1, 1) => assert!(had_entry && !bytes_gone.contains(&b'#') && !bytes_come.contains(&b'#')),
        counts => panic!("{counts:?} lines"),
    }
    assert_eq!(recorded(edited, id, record).as_deref(), Ok(edited));
}

#[test]
fn one_record_changes_and_nothing_else() {
    let mut refusals = 0;
    for seed in 1..=CASES {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let (text, id) = (random.note(), random.one(&IDS));
        let record = (!random.one_in(4)).then(|| Record::parse(random.one(&RECORDS)).unwrap());
        let case = format!("{id}, {record:?} in\n{text}");
        match recorded(&text, id, record) {
            Ok(edited) => {
                let checked = std::panic::catch_unwind(|| assert_edit(&text, id, record, &edited));
                assert!(checked.is_ok(), "{case}\ngives\n{edited}");
            }
            Err(refusal) => {
                assert!(refusal.why.ends_with("has several lines"), "{refusal}: {case}");
                refusals += 1;
            }
        }
    }
    assert!(refusals * 1_000 <= CASES * REFUSALS, "{refusals} refusals");
}

/// Every value of a front matter but these fields'.
fn without_fields(text: &str, names: &[&str]) -> Vec<String> {
    let mut values = Vec::new();
    for (key, value) in fields(text) {
        let name = key.text().unwrap().to_lowercase();
        if !names.contains(&&*name) {
            add_values(&name, &value, &mut values);
        }
    }
    values
}

fn body(text: &str) -> &str {
    &text[front_matter::split(text).unwrap().body_start..]
}

#[test]
fn fields_and_time_frames_change_and_nothing_else() {
    let day = parse_date("2026-03-20").unwrap();
    let fields = [
        ("outcome", "offer".to_owned()),
        ("outcome_date", day.to_string()),
        ("contact", "Ray, Dana".to_owned()),
    ];
    for seed in 1..=CASES {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let text = random.note();
        let old = read(&text);
        let edited = with_fields(&text, &fields, &Mapping::default(), None)
            .unwrap_or_else(|why| panic!("{why}:\n{text}"));
        let new = read(&edited);
        assert_eq!(new.outcome.value().map(|outcome| outcome.as_str()), Some("offer"), "{edited}");
        assert_eq!(new.outcome_date.value(), Some(&day), "{edited}");
        assert_eq!((&new.records, body(&edited)), (&old.records, body(&text)), "{edited}");
        let names = ["outcome", "outcome_date", "contact"];
        assert_eq!(without_fields(&edited, &names), without_fields(&text, &names), "{edited}");
        // No line that says something else is touched.
        let others = |text: &str| {
            let mut lines: Vec<String> = lines(text).into_iter().map(str::to_owned).collect();
            lines.retain(|line| !names.iter().any(|name| line.contains(name)));
            lines
        };
        if !text.trim_start_matches(['\u{feff}', '\n', ' ']).contains("\n{")
            && !text.contains("\r\n{")
        {
            assert_eq!(others(&edited), others(&text), "{edited}");
        }

        let edited = with_update(&text, day, "by 27 March", &Mapping::default(), None);
        let edited = edited.unwrap_or_else(|why| panic!("{why}:\n{text}"));
        let new = read(&edited);
        assert_eq!(new.updates.len(), old.updates.len() + 1, "{edited}");
        assert_eq!(new.updates.last().unwrap().date.value(), Some(&day), "{edited}");
        assert_eq!(without_fields(&edited, &["updates"]), without_fields(&text, &["updates"]));
        assert_eq!(body(&edited), body(&text));
    }
}
