//! The page: complete, well-formed, readable to everyone, and inert.

use std::collections::{BTreeMap, BTreeSet};

use super::{HOSTILE, hostile};
use crate::support::{Folder, NOTE, SAMPLE_DAY, finish, journal, left_out_without, note};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-journal");

/// Elements without an end.
const VOID: [&str; 2] = ["meta", "br"];

fn page(folder: &Folder, day: &str) -> String {
    let ran = folder.run_on(day, "report -o -");
    assert_eq!((ran.code, &*ran.stderr), (0, ""));
    ran.stdout
}

fn sample() -> String {
    let ran = Folder::new().run_words_on(SAMPLE_DAY, &["report", SAMPLE, "-o", "-"]);
    assert_eq!((ran.code, &*ran.stderr), (0, ""));
    ran.stdout
}

/// A start tag: its name, and its attributes as they are written.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
}

/// The elements of a page, which must be well-formed: every start has its end, and every attribute's value is quoted.
fn elements(page: &str) -> Vec<Element> {
    let (mut elements, mut open) = (Vec::new(), Vec::new());
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "a lone > in {:?}", &rest[..at]);
        let tag = &rest[at + 1..];
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->").unwrap().1;
            continue;
        }
        let end = tag.find('>').unwrap();
        let (tag, after) = (&tag[..end], &tag[end + 1..]);
        rest = after;
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "</{name}>");
            continue;
        }
        let (tag, is_closed) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let (name, mut values) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = BTreeMap::new();
        while !values.trim().is_empty() {
            let (key, value) =
                values.trim_start().split_once("=\"").unwrap_or_else(|| panic!("{tag}"));
            let (value, more) = value.split_once('"').unwrap();
            attributes.insert(key.to_owned(), value.to_owned());
            values = more;
        }
        if name == "style" {
            rest = rest.split_once("</style>").unwrap().1;
        } else if !is_closed && !VOID.contains(&name) {
            open.push(name.to_owned());
        }
        elements.push(Element { name: name.to_owned(), attributes });
    }
    assert_eq!(open, [""; 0]);
    elements
}

/// The text of a page, without its tags, styles and escapes.
fn text(page: &str) -> String {
    let (head, body) = page.split_once("<style>").unwrap();
    let body = body.split_once("</style>").unwrap().1;
    let mut text = String::new();
    for part in format!("{head}{body}").split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2f;", "/"),
        ("&amp;", "&"),
    ];
    entities.into_iter().fold(text, |text, (entity, c)| text.replace(entity, c))
}

#[test]
fn the_page_shows_everything_in_the_sample() {
    let page = sample();
    let text = text(&page);
    for words in [
        "Monday 16 March 2026",
        "You have had 16 interviews with 14 companies. 9 processes are open, and an offer is on the table.",
        "Halcyon Maps, Senior backend engineer, wants an answer by Tue 24 Mar, in 8 days.",
        "Bluebird Health, Backend engineer · first talk · with Uma Castell",
        "Ask when they will decide.",
        "Thank Ravi Patel",
        "no address for Ravi Patel: through Sam Lee",
        "waiting, until Thu 19 Mar",
        "next: Thank Ravi Patel, since Fri 13 Mar",
        "3 of 6 decided processes led to an offer: 3 offers, 2 refusals and 1 without an answer.",
        "5 answers took 3 to 72 days, half of them 3 to 8 days, the middle one 6 days",
        "34 days, they wanted to decide by Tue 24 Feb",
        "All 16 went out in time.",
        "rejected, Thu 12 Mar",
    ] {
        assert!(text.contains(words), "{words}\nis not in\n{text}");
    }
    // Interviews come first, then what is overdue.
    let order = ["Coming up", "Overdue", "Every process in time", "How far they came", "The log"];
    let places =
        order.map(|title| page.find(&format!(">{title}<")).unwrap_or_else(|| panic!("{title}")));
    assert!(places.is_sorted(), "{places:?}");
    // Every process has a row, and every picture of one says its days.
    let rows = page.matches("<li class=\"row").count();
    assert_eq!(rows, 17 + 5, "17 processes and 5 waits");
    assert!(page.contains("aria-label=\"interview Tue 3 Feb; asked for news Thu 12 Feb"), "{page}");
}

#[test]
fn the_page_loads_and_runs_nothing() {
    for page in [sample(), page(&hostile(), SAMPLE_DAY)] {
        let (style, _) = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap();
        for outside in ["url(", "@import", "http", "</"] {
            assert!(!style.contains(outside), "{outside}");
        }
        for Element { name, attributes } in elements(&page) {
            let known = [
                "a",
                "bdi",
                "body",
                "caption",
                "circle",
                "dd",
                "div",
                "dl",
                "dt",
                "figcaption",
                "figure",
                "footer",
                "h1",
                "h2",
                "h3",
                "head",
                "header",
                "html",
                "li",
                "line",
                "main",
                "meta",
                "p",
                "path",
                "rect",
                "section",
                "span",
                "strong",
                "style",
                "svg",
                "table",
                "tbody",
                "td",
                "text",
                "th",
                "thead",
                "title",
                "tr",
                "ul",
            ];
            assert!(known.contains(&&*name), "<{name}>");
            for key in attributes.keys() {
                assert!(
                    !key.starts_with("on") && key != "src" && key != "style",
                    "{key} in <{name}>"
                );
            }
            assert!(name == "a" || !attributes.contains_key("href"), "{name}");
        }
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
    }
}

#[test]
fn text_of_notes_stays_text() {
    let folder = hostile();
    let page = page(&folder, SAMPLE_DAY);
    elements(&page);
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains(">49<"));
    let text = text(&page);
    for words in HOSTILE {
        assert!(text.contains(words), "{words}\nis not in\n{text}");
    }
    assert_eq!(page.matches("<!--").count(), 1, "only the page's own comment");
    // Within the journal, links lead to its files alone.
    folder.run_on(SAMPLE_DAY, "report");
    for element in elements(&folder.read("report.html")).iter().filter(|one| one.name == "a") {
        let link = element.attributes["href"].replace("&#x2f;", "/");
        assert!(link.ends_with(".md") && !link.contains(':'), "{link}");
    }
    let control = note("company: \"a\\e[31m\\u202eb\\tc\"; role: Dev");
    let page = self::page(&journal(&[("a.md", &control)]), SAMPLE_DAY);
    assert!(page.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'), "{page:?}");
}

#[test]
fn the_page_leaves_out_addresses() {
    let people = "interviewers:\n  - {name: Jane Doe, email: jane@acme.example, post: 1 High Street}\n  - {name: Tony, phone: 07700 900112}\n\
                  recruiter: Sam Lee <sam@acme.example>\nalso_met: [Kim Soto <kim@acme.example>]";
    let folder = journal(&[("acme.md", &note(people))]);
    let page = page(&folder, "2026-03-03");
    assert!(folder.run_on("2026-03-03", "agenda").stdout.contains("1 High Street"));
    assert!(page.contains("Thank Jane Doe") && page.contains("Thank Kim Soto"), "{page}");
    assert!(
        !page.contains("High Street") && !page.contains("07700") && !text(&page).contains('@'),
        "{page}"
    );
    assert!(!text(&sample()).contains('@'));
}

#[test]
fn everybody_can_read_the_page() {
    for page in [sample(), page(&hostile(), SAMPLE_DAY)] {
        let elements = elements(&page);
        let html = elements.iter().find(|one| one.name == "html").unwrap();
        assert_eq!(html.attributes["lang"], "en");
        let ids: BTreeSet<&str> =
            elements.iter().filter_map(|one| Some(one.attributes.get("id")?.as_str())).collect();
        let mut level = 0;
        for Element { name, attributes } in &elements {
            if let Some(next) = name.strip_prefix('h').and_then(|n| n.parse::<usize>().ok()) {
                assert!(next <= level + 1, "a heading of level {next} below one of level {level}");
                level = next;
            }
            let class = attributes.get("class").map_or("", String::as_str);
            if name == "svg" && class != "mark" {
                let is_named = attributes.get("role").is_some_and(|role| role == "img")
                    && attributes.get("aria-label").is_some_and(|label| !label.is_empty());
                let is_hidden = attributes.contains_key("aria-hidden");
                assert!(is_named != is_hidden, "{attributes:?}");
            }
            if let Some(id) = attributes.get("aria-labelledby") {
                assert!(ids.contains(&**id), "{id}");
            }
            if name == "th" {
                assert!(attributes.contains_key("scope"), "{attributes:?}");
            }
        }
        assert_eq!(elements.iter().filter(|one| one.name == "h1").count(), 1);
        let tables = elements.iter().filter(|one| one.name == "table").count();
        assert_eq!(elements.iter().filter(|one| one.name == "caption").count(), tables);
    }
}

#[test]
fn the_same_journal_and_day_give_the_same_page() {
    let files = [
        ("b/z.md", note("company: Zeta; role: Dev; round: final")),
        ("a.md", note("company: Acme; role: Dev; outcome: rejected; outcome_date: 2026-03-09")),
        ("b/a.md", note("company: Beta; role: Dev; decision_window: 1 week")),
    ];
    let there: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
    let back: Vec<(&str, &str)> = there.iter().rev().copied().collect();
    let first = page(&journal(&there), SAMPLE_DAY);
    let folder = journal(&back);
    let variables =
        [("TZ", "Pacific/Auckland"), ("LANG", "de_DE.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")];
    let second = folder.run_with(&["report", "-o", "-", "--today", SAMPLE_DAY], &variables);
    assert!(first == second.stdout, "{first}\n{}", second.stdout);
}

#[test]
fn an_empty_journal_and_a_single_note_have_a_page() {
    let empty = page(&Folder::new(), SAMPLE_DAY);
    elements(&empty);
    assert!(text(&empty).contains("There is nothing here yet."));
    assert!(!empty.contains("<h2"), "{empty}");

    let notes = [
        NOTE.to_owned(),
        note("company: Acme"),
        note("company: Acme; date: 2026-03-30"),
        note("company: Acme; date: someday"),
        "---\ncompany: Acme\noutcome: applied\n---\n".to_owned(),
        "---\ncompany: Acme\napplied: 2026-03-01\noutcome: rejected\n---\n".to_owned(),
        note("company: Acme; outcome: offer; outcome_date: 2026-03-05; decide_by: 2026-03-20"),
        note("company: Acme; outcome: accepted; outcome_date: 2026-03-05"),
        note("company: Acme; outcome: perhaps"),
        note("company: Acme; date: 1999-01-01; outcome: no_response"),
        note("company: Acme; decision_window: by 2027-12-31"),
    ];
    for note in notes {
        let page = page(&journal(&[("acme.md", &note)]), SAMPLE_DAY);
        elements(&page);
        let text = text(&page);
        assert!(text.contains("Acme") && text.contains("The log"), "{note}\n{text}");
    }
}

#[test]
fn a_day_without_anything_to_do_says_so() {
    let over = note("company: Acme; date: 2025-03-02; role: Dev; outcome: no_response");
    let page = page(&journal(&[("acme.md", &over)]), SAMPLE_DAY);
    assert!(text(&page).contains("Nothing is waiting for you. Have a good day."), "{page}");
    // What is long over is shown, but today isn't on its scale.
    assert!(page.contains("no answer, and you let it go"), "{page}");
    assert!(!page.contains("<line class=\"today\""), "{page}");
}

#[test]
fn a_page_can_be_read_at_a_glance_whatever_the_journal_holds() {
    let long = "Very ".repeat(30);
    let files: Vec<(String, String)> = (0..1_000)
        .map(|n| {
            let (month, day, year) = (n % 12 + 1, n % 28 + 1, 2020 + n % 6);
            let outcome = ["rejected", "more_interviews", "offer", "pending"][n % 4];
            let fields = format!(
                "company: {long}{n}\nrole: {long}\nround: {long}{}\ndate: {year}-{month:02}-{day:02}\n\
                 interviewers: [{long}Jane, Ravi]\noutcome: {outcome}\noutcome_date: {year}-{month:02}-28",
                n % 50
            );
            (format!("{n}.md"), note(&fields))
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    let page = page(&journal(&files), SAMPLE_DAY);
    elements(&page);
    assert!(page.len() < 300_000, "{} bytes", page.len());
    let text = text(&page);
    assert!(text.contains("And 940 before these. Year by year:"), "{text}");
    assert!(text.contains("Not shown:"), "{text}");
}

#[test]
fn a_page_needs_the_journal_in_full() {
    let folder = journal(&[("acme.md", NOTE), ("closed/b.md", NOTE)]);
    let Some(mut program) = folder.unprivileged() else { return left_out_without("setpriv") };
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder.at("closed"), PermissionsExt::from_mode(0o000)).unwrap();
    let ran = finish(program.args(["report", "--today", SAMPLE_DAY]));
    std::fs::set_permissions(folder.at("closed"), PermissionsExt::from_mode(0o755)).unwrap();
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(
        ran.stderr.contains("report.html was not written: it would not show everything"),
        "{ran:?}"
    );
    assert!(!folder.has("report.html"));
}
