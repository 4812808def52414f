//! `build --format json`: what changed, for a program.

use serde_json::{Value, json};

use crate::support::{AGENDA, DRAFT, Folder, NOTE, Ran, TODAY, journal};

fn document(ran: &Ran) -> Value {
    let schema: Value =
        serde_json::from_str(&Folder::new().run(&["schema", "build"]).stdout).unwrap();
    let value =
        serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert_eq!(faults, [""; 0], "{value}");
    value
}

#[test]
fn a_build_says_what_changed_as_data() {
    let folder = journal(&[("acme.md", NOTE)]);
    let check = folder.run_on(TODAY, "build --check --format json");
    assert_eq!((check.code, &*check.stderr), (1, ""));
    let would = document(&check);
    assert_eq!(would["written"], false);
    assert_eq!(folder.files(), ["acme.md"]);
    let ran = folder.run_on(TODAY, "build --format json");
    assert_eq!((ran.code, &*ran.stderr), (0, ""));
    let built = document(&ran);
    assert_eq!(built["written"], true);
    let created = ["acme.connect.draft.md", DRAFT, AGENDA];
    let created = created.map(|path| json!({"path": path, "action": "create"}));
    assert_eq!(built["changes"], json!(created));
    for field in ["changes", "recorded", "failures", "counts", "problems"] {
        assert_eq!(built[field], would[field], "{field}");
    }
    let again = document(&folder.run_on(TODAY, "build --format json"));
    assert_eq!(again["changes"], json!([]));
    assert_eq!(folder.run_on(TODAY, "build --check --format json").code, 0);
}

#[test]
fn ticks_removals_and_problems_are_named() {
    let folder = journal(&[("acme.md", NOTE), ("globex.md", &NOTE.replace("Acme", "Globex"))]);
    folder.build(TODAY);
    folder.edit(AGENDA, "- [ ] **Thank Jane Doe** · Acme", "- [x] **Thank Jane Doe** · Acme");
    folder.remove("globex.md");
    folder.write("bad.md", "---\ncompany: Bad\ndate: soon\n---\n");
    let would = document(&folder.run_on(TODAY, "build --check --format json"));
    let built = document(&folder.run_on(TODAY, "build --format json"));
    let changes = [
        ("acme.md", "record"),
        (DRAFT, "renew"),
        ("globex.connect.draft.md", "remove"),
        ("globex.thank-you.jane-doe.draft.md", "remove"),
        (AGENDA, "renew"),
    ];
    let changes = changes.map(|(path, action)| json!({"path": path, "action": action}));
    assert_eq!(built["changes"], json!(changes));
    assert_eq!(
        built["recorded"],
        json!([{
            "note": "acme.md",
            "id": "acme/thank-you/jane-doe",
            "text": "recorded: thank Jane Doe (acme.md)",
        }])
    );
    assert_eq!(built["problems"][0]["code"], "invalid-date");
    for field in ["changes", "recorded", "problems"] {
        assert_eq!(built[field], would[field], "{field}");
    }
}

#[test]
fn what_could_not_be_written_is_named() {
    let folder = journal(&[("acme.md", NOTE), ("followups.ics", "mine")]);
    folder.write("journal.toml", "[export]\nics = \"followups.ics\"\n");
    for (words, code) in [("build --check --format json", 1), ("build --format json", 3)] {
        let ran = folder.run_on(TODAY, words);
        assert_eq!(ran.code, code, "{ran:?}");
        let failures = &document(&ran)["failures"];
        assert_eq!(failures[0]["path"], "followups.ics", "{ran:?}");
        assert!(failures[0]["reason"].as_str().unwrap().contains("a file of yours"), "{ran:?}");
    }
    let ran = folder.run_on(TODAY, "build --diff --format json");
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("give --check with --format json"), "{ran:?}");
}
