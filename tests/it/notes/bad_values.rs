//! Values that YAML can't read as people write them: each costs itself alone, and the line to write is said.

use journal::unstable::{
    Diagnostic, Mapping, Note, Parsed, Record, parse, parse_date, recorded, with_fields,
    with_update,
};

use super::{agenda, thanked};
use crate::support::{Random, journal, note};

/// Reads a note's text.
fn read(text: &str) -> (Option<Box<Note>>, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    match parse("a.md", text, &Mapping::default(), &mut problems) {
        Parsed::Note(note) => (Some(note), problems),
        _ => (None, problems),
    }
}

/// What a note says, field by field.
fn fields(note: &Note) -> Vec<(&'static str, String)> {
    vec![
        ("company", note.company.clone()),
        ("role", format!("{:?}", note.role)),
        ("round", format!("{:?}", note.round)),
        ("date", format!("{:?}", note.date)),
        ("applied", format!("{:?}", note.applied)),
        ("interviewers", format!("{:?}", note.interviewers)),
        ("also_met", format!("{:?}", note.also_met)),
        ("recruiter", format!("{:?} {:?}", note.recruiter, note.agency)),
        ("decision_window", format!("{:?}", note.window)),
        ("updates", {
            // A field above it that is given twice moves it down.
            let updates = note.updates.iter().map(|update| (update.date, &update.window));
            format!("{:?}", updates.collect::<Vec<_>>())
        }),
        ("outcome", format!("{:?}", note.outcome)),
        ("outcome_date", format!("{:?}", note.outcome_date)),
        ("contact", format!("{:?}", note.contact)),
        ("decide_by", format!("{:?}", note.decide_by)),
        ("thread", format!("{:?}", note.thread)),
        ("internal", format!("{:?}", note.internal)),
        ("manager", format!("{:?}", note.manager)),
        ("still_interested", format!("{:?}", note.still_interested)),
        ("next_action", format!("{:?}", note.next_action)),
        ("interest", format!("{:?}", note.interest)),
        ("followups", format!("{:?} {:?}", note.records, note.unclear_records)),
    ]
}

/// The names of the fields in which two notes differ.
fn differing(one: &Note, other: &Note) -> Vec<&'static str> {
    let pairs = fields(one).into_iter().zip(fields(other));
    pairs.filter(|(one, other)| one != other).map(|((name, _), _)| name).collect()
}

#[test]
fn a_value_that_yaml_refuses_is_named_with_the_line_to_write() {
    #[rustfmt::skip]
    let cases = [
        // the line | its place | the line to write
        ("thread: Re: Interview on Monday",                    "4:9",  "thread: \"Re: Interview on Monday\""),
        ("role: Engineer: backend",                            "4:7",  "role: \"Engineer: backend\""),
        ("role: Engineer: backend # the real one",             "4:7",  "role: \"Engineer: backend\" # the real one"),
        ("thread: Re: Your application #48213 - Lead",         "4:9",  "thread: \"Re: Your application #48213 - Lead\""),
        ("thread: Re: Interview # 2 # mine",                   "4:9",  "thread: \"Re: Interview # 2\" # mine"),
        ("Role : Engineer: backend",                           "4:8",  "Role : \"Engineer: backend\""),
        ("\"role\": Engineer: backend",                        "4:9",  "\"role\": \"Engineer: backend\""),
        ("role: say \"hi\": backend",                          "4:7",  "role: \"say \\\"hi\\\": backend\""),
        ("role: \"Backend",                                    "4:7",  "role: Backend"),
        ("role: 'Backend",                                     "4:7",  "role: Backend"),
        ("role: \"Backend\" engineer",                         "4:7",  "role: '\"Backend\" engineer'"),
        ("role: 'Backend' engineer",                           "4:7",  "role: \"'Backend' engineer\""),
        ("role: \"The \"best\" one\"",                         "4:7",  "role: The \"best\" one"),
        ("role: 'Don't know'",                                 "4:7",  "role: Don't know"),
        ("role: \"Re: backend",                                "4:7",  "role: \"Re: backend\""),
        ("role: @backend",                                     "4:7",  "role: \"@backend\""),
        ("role: `backend`",                                    "4:7",  "role: \"`backend`\""),
        ("role: %backend",                                     "4:7",  "role: \"%backend\""),
        ("role: *backend",                                     "4:7",  "role: \"*backend\""),
        ("role: *backend engineer*",                           "4:7",  "role: \"*backend engineer*\""),
        ("role: **backend** engineer",                         "4:7",  "role: \"**backend** engineer\""),
        ("role: &backend",                                     "4:7",  "role: \"&backend\""),
        ("role: &backend engineer",                            "4:7",  "role: \"&backend engineer\""),
        ("role: !backend",                                     "4:7",  "role: \"!backend\""),
        ("role: !backend engineer",                            "4:7",  "role: \"!backend engineer\""),
        ("role: - backend",                                    "4:7",  "role: \"- backend\""),
        ("role: ? backend",                                    "4:7",  "role: \"? backend\""),
        ("role: > backend",                                    "4:7",  "role: \"> backend\""),
        ("role: | backend",                                    "4:7",  "role: \"| backend\""),
        ("role:Backend",                                       "4:6",  "role: Backend"),
        ("role: {{role}} at Acme",                             "4:7",  "role: \"{{role}} at Acme\""),
        ("role: Backend\n  and: frontend",                     "4:7",  ""),
        ("role: Engineer: backend\n  and more",                "4:7",  "role: \"Engineer: backend and more\""),
        ("\trole: Backend",                                    "4:2",  "role: Backend"),
        (" role: Backend",                                     "4:2",  "role: Backend"),
        ("    role: Backend",                                  "4:5",  "role: Backend"),
        ("round: onsite\n\trole: Backend",                     "5:2",  "role: Backend"),
        ("interviewers: \"Jane Doe\" <jane@acme.example>",     "4:15", "interviewers: Jane Doe <jane@acme.example>"),
        ("interviewers: \"Doe, Jane\" <jane@acme.example>",    "4:15", "interviewers: '\"Doe, Jane\" <jane@acme.example>'"),
        ("interviewers:\n  - \"Jane\" <jane@acme.example>",    "5:5",  "  - Jane <jane@acme.example>"),
        ("interviewers:\n- \"Jane\" <jane@acme.example>",      "5:3",  "- Jane <jane@acme.example>"),
        ("interviewers: [[Jane Doe]], [[Ravi Patel]]",         "4:15", "interviewers: [\"[[Jane Doe]]\", \"[[Ravi Patel]]\"]"),
        ("interviewers: [[Jane Doe]] and others",              "4:15", "interviewers: \"[[Jane Doe]] and others\""),
        ("interviewers: [\"Jane\" <jane@acme.example>, Ravi]", "4:15", "interviewers: [Jane <jane@acme.example>, Ravi]"),
        ("interviewers: [Jane, @ravi]",                        "4:15", "interviewers: [Jane, \"@ravi\"]"),
        ("interviewers: [Jane, Ravi",                          "4:15", "interviewers: [Jane, Ravi]"),
        ("interviewers:\n  - [[Jane]], [[Ravi]]",              "5:5",  "  - [\"[[Jane]]\", \"[[Ravi]]\"]"),
        ("interviewers:\n\t- Jane Doe",                        "5:2",  "  - Jane Doe"),
        ("interviewers:\n  - name: Jane: lead\n    email: j@acme.example", "5:11", "  - name: \"Jane: lead\""),
        ("interviewers:\n  - name: Jane\n    title: VP: Sales", "6:12", "    title: \"VP: Sales\""),
        ("interviewers:\n  - name: Jane\n\temail: j@acme.example", "6:2", "  email: j@acme.example"),
        ("recruiter:\n  name: \"Sam\n  agency: Talent",        "5:9",  "  name: Sam"),
        ("updates:\n  - date: 2026-03-11\n    decision_window: ASAP: Friday", "6:22", "    decision_window: \"ASAP: Friday\""),
        ("followups:\n  connect: done: 2026-03-11",            "5:12", "  connect: \"done: 2026-03-11\""),
        ("mine: a: b",                                         "4:7",  "mine: \"a: b\""),
    ];
    for (lines, place, line) in cases {
        let text = note(&format!("{lines}\noutcome: rejected\noutcome_date: 2026-03-04"));
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            let (note, problems) = read(&text);
            let found: Vec<(String, &str)> = problems
                .iter()
                .map(|one| (one.location().replace("a.md:", ""), one.problem.code()))
                .filter(|(_, code)| code.ends_with("-value") || code.ends_with("-yaml"))
                .collect();
            assert_eq!(found.len(), 1, "{lines:?}: {problems:?}");
            assert_eq!(found[0].0, place, "{lines:?}: {problems:?}");
            let note = note.expect(lines);
            assert_eq!(format!("{:?}", note.outcome), "Is(Rejected)", "{lines:?}");
            assert_eq!(format!("{:?}", note.outcome_date), "Is(2026-03-04)", "{lines:?}");
            assert!(note.has_errors);
            let at = problems.iter().position(|one| one.problem.code() == found[0].1).unwrap();
            let help = problems[at].problem.help();
            if line.is_empty() {
                assert!(help.contains("single quotes"), "{lines:?}: {help}");
                continue;
            }
            let fence = if line.contains('`') { "``" } else { "`" };
            assert!(help.ends_with(&format!("write {fence}{line}{fence}")), "{lines:?}: {help}");
            // The line is all that it takes, unless there is another like it.
            let number: usize = place.split(':').next().unwrap().parse().unwrap();
            let mut all: Vec<&str> = text.lines().collect();
            all[number - 1] = line;
            all.retain(|line| *line != "  and more");
            let (_, problems) = read(&(all.join("\n") + "\n"));
            let is_unread = |one: &Diagnostic| one.problem.code().ends_with("-yaml");
            assert!(!problems.iter().any(is_unread), "{line:?}: {problems:?}");
        }
    }
}

#[test]
fn what_stands_beside_a_bad_value_counts() {
    let list =
        "interviewers:\n  - Ravi Patel <ravi@acme.example>\n  - \"Jane Doe\" <jane@acme.example>";
    let agenda = agenda(&note(&format!("thread: Re: Monday\n{list}\ndate: 2026-03-10")));
    assert_eq!(thanked(&agenda), ["Ravi Patel <ravi@acme.example>"]);
}

#[test]
fn nobody_gets_a_message_in_the_place_of_the_first_interviewer() {
    let list =
        "interviewers:\n  - Jane: Doe: <jane@acme.example>\n  - Ravi Patel <ravi@acme.example>";
    let folder = journal(&[("a.md", &note(list))]);
    let agenda = folder.agenda("2026-03-16");
    let ids: Vec<&str> = agenda["followups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert!(ids.contains(&"a/thank-you/ravi-patel"), "{ids:?}");
    assert!(
        !ids.iter().any(|id| id.contains("value-add") || id.contains("status-check")),
        "{ids:?}"
    );
}

#[test]
fn where_it_cant_be_told_the_whole_front_matter_is_named() {
    for text in [
        "---\n{company: Acme, role: a: b}\n---\n",
        "---\n- company: Acme: x\n  outcome: offer\n---\n",
        "---\n\"company: Acme\noutcome: offer\n---\n",
    ] {
        let (note, problems) = read(text);
        assert!(note.is_none(), "{text}");
        let codes: Vec<&str> = problems.iter().map(|one| one.problem.code()).collect();
        assert!(codes.is_empty() || codes == ["invalid-yaml"], "{text}: {codes:?}");
    }
}

/// A front matter with every field.
const WHOLE: &str = "\
---
company: Acme Robotics
date: 2026-03-02
applied: 2026-02-20
role: Backend engineer
round: onsite
interviewers:
  - name: Jane Doe
    email: jane@acme.example
    title: Engineering manager
  - Ravi Patel <ravi@acme.example>
also_met: [Kim Soto]
recruiter:
  name: Sam Lee
  email: sam@talent.example
  agency: Talent Partners
decision_window: 1 week
updates:
  - {date: 2026-03-11, decision_window: by 2026-03-25}
outcome: offer
outcome_date: 2026-03-20
contact: {name: Dana Ray, email: dana@acme.example}
decide_by: 2026-03-30
thread: Interview on Monday
internal: false
manager: Jessie Park <jessie@acme.example>
still_interested: true
next_action: Send the terms
interest: keen
followups:
  connect: skipped 2026-03-06
  thank-you/jane-doe: done 2026-03-03
  value-add/jane-doe: snoozed until 2026-03-10
---
";

/// A way to break a line: given its indent with a dash or a key, and its value, it makes another one.
type Break = fn(&str, &str) -> String;

const BREAKS: [(&str, Break); 25] = [
    ("a colon", |key, value| format!("{key}Re: {value}")),
    ("a colon within", |key, value| format!("{key}{value}: more")),
    ("an address", |key, value| format!("{key}\"{value}\" <x@acme.example>")),
    ("an open quote", |key, value| format!("{key}\"{value}")),
    ("an open apostrophe", |key, value| format!("{key}'{value}")),
    ("text behind a quote", |key, value| format!("{key}\"{value}\" more")),
    ("an at sign", |key, value| format!("{key}@{value}")),
    ("a backtick", |key, value| format!("{key}`{value}`")),
    ("a percent sign", |key, value| format!("{key}%{value}")),
    ("an asterisk", |key, value| format!("{key}*{value}")),
    ("bold", |key, value| format!("{key}**{value}** more")),
    ("an ampersand", |key, value| format!("{key}&{value}")),
    ("an exclamation mark", |key, value| format!("{key}!{value}")),
    ("a tag", |key, value| format!("{key}!!{value} more")),
    ("a bracket", |key, value| format!("{key}[{value}")),
    ("a brace", |key, value| format!("{key}{{{value}")),
    ("a closing bracket", |key, value| format!("{key}]{value}")),
    ("links", |key, value| format!("{key}[[{value}]], [[more]]")),
    ("a placeholder", |key, value| format!("{key}{{{{{value}}}}}")),
    ("a placeholder and text", |key, value| format!("{key}{{{{{value}}}}} more")),
    ("a tab before it", |key, value| format!("\t{key}{value}")),
    ("a tab for its indent", |key, value| format!("\t{}{value}", key.trim_start())),
    ("a blank before it", |key, value| format!(" {key}{value}")),
    ("a dash", |key, value| format!("{key}- {value}")),
    ("twice", |key, value| format!("{key}{value}\n{key}{value}")),
];

#[test]
fn breaking_one_line_changes_no_other_field() {
    let (whole, problems) = read(WHOLE);
    let whole = whole.expect("it is good");
    assert_eq!(problems, []);
    let lines: Vec<&str> = WHOLE.lines().collect();
    let mut field = "";
    for (at, line) in lines.iter().enumerate().skip(1).take(lines.len() - 2) {
        let words = line.trim_start();
        if words.len() == line.len() {
            field = line.split(':').next().unwrap();
        }
        let value = match words.find(": ") {
            Some(colon) => line.len() - words.len() + colon + 2,
            None if words.starts_with("- ") => line.len() - words.len() + 2,
            None => line.len(),
        };
        for (name, broken) in BREAKS {
            let gap = if value == line.len() { " " } else { "" };
            let made = broken(&format!("{}{gap}", &line[..value]), &line[value..]);
            let mut all: Vec<&str> = lines.clone();
            all[at] = &made;
            let text = all.join("\n") + "\n";
            let (note, problems) = read(&text);
            let Some(note) = note else {
                assert_eq!(field, "company", "{name} in {line:?}: {problems:?}");
                continue;
            };
            let changed = differing(&whole, &note);
            // A follow-up's record is one of a person.
            assert!(changed.iter().all(|one| *one == field), "{name} in {line:?}: {changed:?}");
            assert!(
                changed.is_empty() || !problems.is_empty() || name == "a dash" || is_good(name),
                "{name} in {line:?} is not named"
            );
            // A record is written into it as into any other, or refused.
            let done = Record::parse("done 2026-03-12");
            if field != "followups"
                && let Ok(edited) = recorded(&text, "recruiter-thanks", done)
            {
                let line = "  recruiter-thanks: done 2026-03-12\n";
                assert_eq!(edited.replacen(line, "", 1), text, "{name} in {line:?}");
                let (after, _) = read(&edited);
                assert_eq!(differing(&note, &after.unwrap()), ["followups"]);
            }
        }
    }
}

/// Returns true for what is another good value.
fn is_good(name: &str) -> bool {
    ["a blank before it", "a tab before it", "twice", "an ampersand"].contains(&name)
}

#[test]
fn no_mishap_with_a_few_characters_stops_the_reading() {
    const PARTS: [&str; 16] =
        ["\t", "\"", "'", ": ", "é", "[", "]", "{", "- ", "\n", " ", "&", "*", "#", "👩", "\r\n"];
    for seed in 1..3_000 {
        let mut random = Random(u64::wrapping_mul(seed, 0x9e37_79b9_7f4a_7c15));
        let whole = if seed % 2 == 0 { WHOLE.to_owned() } else { ROUNDS.replace("Jane", "Zoë") };
        let mut chars: Vec<String> = whole.chars().map(String::from).collect();
        for _ in 0..=random.below(3) {
            let at = 4 + random.below(chars.len() - 8);
            let part = PARTS[random.below(PARTS.len())].to_owned();
            match random.below(3) {
                0 => drop(chars.remove(at)),
                1 => chars.insert(at, part),
                _ => chars[at] = part,
            }
        }
        let text = chars.concat();
        let mut problems = Vec::new();
        let parsed = parse("a.md", &text, &Mapping::default(), &mut problems);
        let lines = text.split('\n').count();
        for problem in &problems {
            assert!(problem.place.as_ref().is_none_or(|place| place.line <= lines), "{text}");
        }
        // What can't be used is named.
        assert!(!matches!(parsed, Parsed::Unusable) || !problems.is_empty(), "{text}");
        let done = Record::parse("done 2026-03-12");
        if let Ok(edited) = recorded(&text, "recruiter-thanks", done) {
            let end = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
            let (old, new) = (end(&text), end(&edited));
            assert!(new.len() <= old.len() + 2, "{edited}");
        }
        let day = parse_date("2026-03-12").unwrap();
        let fields = [("outcome", "rejected".to_owned())];
        for round in [None, Some("2026-03-09")] {
            let _ = with_fields(&text, &fields, &Mapping::default(), round);
            let _ = with_update(&text, day, "1 week", &Mapping::default(), round);
        }
    }
}

/// A front matter with a list of interviews.
const ROUNDS: &str = "\
---
company: Acme Robotics
interviews:
  - date: 2026-03-02
    interviewers:
      - name: Jane Doe
        email: jane@acme.example
    outcome: next round
  - {date: 2026-03-09, round: onsite, interviewers: [Ravi Patel <ravi@acme.example>]}
followups:
  2026-03-02/thank-you/jane-doe: done 2026-03-03
---
";
