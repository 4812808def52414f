//! Problems as SARIF 2.1.0, which code hosts and editors read.

use serde_json::{Value, json};

use crate::diagnostic::{CODES, Diagnostic, Severity};
use crate::text::link;

/// The base of all paths. Readers take this name for the top of the repository.
const BASE: &str = "%SRCROOT%";

/// The problems of one run, with all codes as rules. `prefix` is the journal's place in its repository.
pub fn problems(problems: &[Diagnostic], prefix: &str) -> String {
    let rules: Vec<Value> = CODES
        .iter()
        .map(|(code, severity, meaning)| {
            json!({
                "id": code,
                "shortDescription": { "text": meaning.trim() },
                "defaultConfiguration": { "level": level(*severity) },
            })
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                },
            },
            "columnKind": "unicodeCodePoints",
            "results": problems.iter().map(|problem| result(problem, prefix)).collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

fn result(problem: &Diagnostic, prefix: &str) -> Value {
    let code = problem.problem.code();
    let uri = link(&format!("{prefix}{}", problem.path));
    let mut location = json!({ "artifactLocation": { "uri": uri, "uriBaseId": BASE } });
    if let Some(place) = &problem.place {
        location["region"] = json!({
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.width,
        });
    }
    json!({
        "ruleId": code,
        "ruleIndex": CODES.iter().position(|(known, ..)| *known == code),
        "level": level(problem.severity()),
        "message": { "text": problem.sentence() },
        "locations": [{ "physicalLocation": location }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}
