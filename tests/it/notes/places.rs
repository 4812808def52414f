//! Fields at the top of a note's body, with front matter or without: Notion's properties, Dataview's inline fields, bold
//! words, tables.

use crate::support::{Folder, journal};

const TODAY: &str = "2026-03-16";

/// The day after [`TODAY`].
const TOMORROW: &str = "2026-03-17";

/// Every field that these cases have is read from the body.
const BODY: &str = "[fields]\ncompany = [\"body\"]\ndate = [\"body\"]\nrole = [\"body\"]\ninterviewers = [\"Spoke with\", \"body\"]\noutcome = [\"body\"]\n";

fn process(folder: &Folder) -> String {
    let agenda = folder.agenda(TODAY);
    let process = &agenda["processes"][0];
    let followups = agenda["followups"].as_array().unwrap().iter();
    let thanked = followups.filter(|one| one["kind"] == "thank-you");
    let names = thanked.map(|one| one["person"]["name"].as_str().unwrap().to_owned());
    let parts = ["company", "role", "stage", "since"].map(|part| process[part].to_string());
    format!("{}: {}", parts.join(" "), names.collect::<Vec<_>>().join(" + ")).replace('"', "")
}

#[test]
fn the_top_of_a_body_is_read_in_the_forms_that_people_and_programs_write() {
    const ACME: &str = "Acme Developer waiting 2026-03-12: Jane Doe + Ravi Patel";
    #[rustfmt::skip]
    let bodies = [
        // Notion's export, with links to the pages of other tables.
        "# Talk\n\nCompany: Acme (../Companies/Acme%200f1e2d3c4b5a69788796a5b4c3d2e1f0.md)\nPosition: Developer\nInterview Date: March 12, 2026 10:00 AM (GMT+1)\nInterviewers: Jane Doe (../People/Jane%20Doe.md), Ravi Patel (https://www.notion.so/ravi)\nStatus: Under review\n",
        // Dataview's inline fields, in a list, in brackets, in a line.
        "company:: [[Acme]]\nrole:: Developer\ndate:: 2026-03-12\npanel:: Jane Doe, Ravi Patel\nstatus:: waiting\n",
        "- 🏢 [company:: [[Acme]] ]\n- 💼 [role:: Developer]\n- 📅 (date:: 2026-03-12)\n- [panel:: Jane Doe, Ravi Patel]\n",
        "[company:: Acme] [role:: Developer] [date:: 2026-03-12] [spoke-with:: Jane Doe, Ravi Patel]\n",
        // Bold words, with the two blanks of a line break, or with bars between them.
        "# Interview Notes\n## Details\n\n**Company:** Acme  \n**Role**: Developer  \n**Date:** 12 March 2026  \n**Interviewers:** Jane Doe, Ravi Patel  \n\n## Notes\n",
        "**Company:** Acme | **Role:** Developer | **Date:** 2026-03-12\n**Panel:** Jane Doe, Ravi Patel\n",
        "* **Company**: [Acme](https://acme.example)\n* **Position**: Developer\n* **When**: Thu 12 Mar 2026\n* **Spoke with**: Jane Doe; Ravi Patel\n",
        // A table of two columns.
        "# Acme\n\n| Field | Value |\n| --- | --- |\n| Company | Acme |\n| **Role** | Developer |\n| Date | 2026-03-12 |\n| Panel | Jane Doe, Ravi Patel |\n",
        // Numbered icons and a quote.
        "> Company: Acme\n> Role: Developer\n> Date: 2026-03-12\n> Panel: Jane Doe, Ravi Patel\n",
    ];
    for body in bodies {
        for head in ["", "---\ntags: x\n---\n", "\u{feff}", "---\n---\n"] {
            let folder = journal(&[("journal.toml", BODY), ("a.md", &format!("{head}{body}"))]);
            assert_eq!(process(&folder), ACME, "{head}{body}");
            assert_eq!(folder.run_on(TODAY, "check").code, 0, "{head}{body}");
        }
    }
}

#[test]
fn names_of_notions_pages_count_without_their_numbers() {
    let config = "[fields]\ncompany = [\"file name\"]\ndate = [\"body\"]\n";
    let path = "Jobs 0f1e2d3c4b5a69788796a5b4c3d2e1f0/Acme 5f3e0f1e2d3c4b5a69788796a5b4c3d2.md";
    let folder = journal(&[("journal.toml", config), (path, "# Acme\n\nDate: March 12, 2026\n")]);
    assert_eq!(process(&folder), "Acme null waiting 2026-03-12: ");
    let config = "[fields]\ncompany = [\"folder\"]\ndate = [\"body\"]\n";
    folder.write("journal.toml", config);
    assert_eq!(process(&folder), "Jobs null waiting 2026-03-12: ");
}

#[test]
fn a_diary_is_no_note_for_its_names_alone() {
    let config = "[fields]\ncompany = [\"folder\"]\ndate = [\"file name\"]\n";
    let files = [("journal.toml", config), ("Diary/2026-03-12.md", "# Sunny\n")];
    let folder = journal(&files);
    folder.write("Diary/2026-03-13.md", "---\ntags: [diary]\n---\n");
    assert_eq!(folder.agenda(TODAY)["processes"].as_array().unwrap().len(), 0);
    // The journal says that they are.
    folder.write("journal.toml", format!("{config}[notes]\nwhere = [\"Diary/**\"]\n"));
    assert_eq!(folder.agenda(TODAY)["processes"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_done_goes_into_a_head_of_its_own_and_comes_out_again() {
    let text =
        "# Acme\n\nCompany: Acme\nDate: 2026-03-12\nPanel: Jane Doe\n\n- [ ] Send the plan\n";
    let folder = journal(&[("journal.toml", BODY), ("a.md", text)]);
    folder.build(TODAY);
    assert_eq!(folder.run_on(TODAY, "done jane thank").code, 0);
    let head = "---\nfollowups:\n  thank-you/jane-doe: done 2026-03-16\n---\n";
    assert_eq!(folder.read("a.md"), format!("{head}{text}"));
    folder.build(TOMORROW);
    let agenda = folder.agenda(TOMORROW);
    let status = |id: &str| {
        let mut followups = agenda["followups"].as_array().unwrap().iter();
        followups.find(|one| one["id"] == id).unwrap()["status"].clone()
    };
    assert_eq!(status("a/thank-you/jane-doe"), "done");
    assert_eq!(folder.run_on(TOMORROW, "undo jane thank").code, 0);
    assert_eq!(folder.read("a.md"), text);
    // A tick, of a follow-up and of a task.
    let page = folder.build(TOMORROW);
    folder.write("FOLLOWUPS.md", page.replace("- [ ]", "- [x]"));
    folder.build(TOMORROW);
    let ticked = folder.read("a.md");
    assert!(ticked.starts_with("---\nfollowups:\n"), "{ticked}");
    assert!(ticked.ends_with(&text.replace("- [ ]", "- [x]")), "{ticked}");
    // News, which the body's own line would not say.
    folder.write("a.md", text);
    assert_eq!(folder.run_on(TOMORROW, "heard acme rejected").code, 0);
    let head = "---\noutcome: rejected\noutcome_date: 2026-03-17\n---\n";
    assert_eq!(folder.read("a.md"), format!("{head}{text}"));
}
