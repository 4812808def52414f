//! A made-up vault of 60 notes in Obsidian's habit: from its files to an agenda.
//!
//! `VAULT=DIR cargo test --test it vault` writes it into a folder, to try things in.

use std::path::Path;
use std::{env, fs};

use snapbox::{assert_data_eq, file};

use crate::support::{Folder, Random};

const TODAY: &str = "2026-03-16";

/// The number of notes about interviews.
const NOTES: usize = 60;

const COMPANIES: [&str; 24] = [
    "Arden Works",
    "Birchline",
    "Cobalt Harbour",
    "Dovetail",
    "Elmhurst Labs",
    "Foxglove",
    "Granite Bay",
    "Hollow Oak",
    "Inkwell",
    "Juniper Row",
    "Kingfisher",
    "Lanternfish",
    "Mossgate",
    "Northfold",
    "Opaline",
    "Pinecone",
    "Quillon",
    "Redstart",
    "Saltmarsh",
    "Tamarind",
    "Umberside",
    "Verdigris",
    "Wrenfield",
    "Yellowhammer",
];

const PEOPLE: [&str; 12] = [
    "Ada Brandt",
    "Ben Okafor",
    "Cleo Marsh",
    "Dina Rossi",
    "Emil Strand",
    "Fay Turner",
    "Gus Weller",
    "Hana Ito",
    "Ivo Petrov",
    "June Castle",
    "Kai Lund",
    "Lea Moreau",
];

const ROUNDS: [&str; 5] = ["Phone screen", "Technical", "Onsite", "Hiring manager", "Final"];

/// The files: notes with properties in title case and wiki links, people, companies, templates, a dashboard, a diary.
fn files() -> Vec<(String, String)> {
    let mut random = Random(20_260_316);
    let mut files = vec![
        (
            "Templates/Interview.md".to_owned(),
            "---\ntype: interview\nOrg: \nInterview Date: {{date}}\nMet With: \nState: \n---\n\n# {{title}}\n".to_owned(),
        ),
        (
            "Dashboard.md".to_owned(),
            "# Job search\n\n```dataview\nTABLE Org, State FROM \"Job search/Interviews\" SORT \"Interview Date\"\n```\n".to_owned(),
        ),
    ];
    for name in PEOPLE {
        let address = name.to_lowercase().replace(' ', ".");
        let text =
            format!("---\ntype: person\nemail: {address}@people.example\ntags: [people]\n---\n");
        files.push((format!("People/{name}.md"), text));
    }
    for company in COMPANIES {
        let text = format!(
            "---\ntype: company\nwebsite: https://{}.example\n---\n\n# {company}\n",
            company.to_lowercase().replace(' ', "-")
        );
        files.push((format!("Companies/{company}.md"), text));
    }
    for day in 9..=13 {
        files.push((
            format!("Diary/2026-03-{day:02}.md"),
            "---\ntags: [diary]\nmood: fair\n---\n\nWalked.\n".to_owned(),
        ));
    }
    for n in 0..NOTES {
        let company = COMPANIES[n % COMPANIES.len()];
        let round = n / COMPANIES.len();
        // The rounds of a company are some days apart, the last ones in the weeks before today.
        let day = 10 + 20 * round + random.below(14);
        let date = chrono::NaiveDate::from_yo_opt(2026, u32::try_from(day).unwrap()).unwrap();
        let is_last = n + COMPANIES.len() >= NOTES;
        let state = match (is_last, n % COMPANIES.len()) {
            (false, _) => "➡️ Next round",
            (_, 8) => "🎉 Offer",
            (_, 5) => "🟣 Reached out",
            (_, at) if at % 3 == 0 => "❌ Rejected",
            (_, at) if at % 3 == 1 && at > 9 => "👻 Ghosted",
            _ => "⏳ Waiting",
        };
        let first = random.below(PEOPLE.len());
        let second = (first + 1 + random.below(PEOPLE.len() - 1)) % PEOPLE.len();
        let people: String = [first, second]
            .iter()
            .take(1 + random.below(2))
            .map(|at| format!("  - \"[[{}]]\"\n", PEOPLE[*at]))
            .collect();
        let head = format!(
            "type: interview\nOrg: \"[[{company}]]\"\nJob Title: Engineer\nRound: {}\nInterview Date: {date}\nMet With:\n{people}State: \"{state}\"\ntags: [job-search]\n",
            ROUNDS[round]
        );
        let name = format!("{date} {company}");
        let body = format!(
            "# {name}\n\n## Learned\n\n- how they decide\n\n## Say to {}\n\nThank you for the tour.\n",
            PEOPLE[first]
        );
        files.push((
            format!("Job search/Interviews/{name}.md"),
            format!("---\n{head}---\n\n{body}"),
        ));
    }
    files
}

#[test]
fn a_vault_of_sixty_notes_gives_an_agenda_after_two_commands() {
    let folder = Folder::new();
    let files = files();
    for (path, text) in &files {
        folder.write(path, text);
        if let Some(vault) = env::var_os("VAULT") {
            let path = Path::new(&vault).join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    let mut transcript = String::new();
    let mut run = |line: &str| {
        let ran = folder.run_on(TODAY, line);
        assert_eq!(ran.code, 0, "{ran:?}");
        transcript += &format!("$ journal {line}\n{}{}\n", ran.stdout, ran.stderr);
    };
    run("check");
    run("init --yes");
    run("agenda");
    assert_data_eq!(transcript, file!["vault.txt"]);
    // No note changes.
    for (path, text) in &files {
        assert_eq!(folder.read(path), *text);
    }
    assert_eq!(folder.files().len(), files.len() + 1);
}
