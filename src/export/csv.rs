//! The agenda's follow-ups as CSV, one a row, with a heading; and rows of other kinds.

use crate::agenda::Agenda;
use crate::export::followup::FollowUpView;

const HEADING: [&str; 19] = [
    "id", "key", "kind", "title", "note", "company", "role", "person", "email", "opens", "due",
    "late", "lapses", "status", "optional", "draft", "blanks", "why", "remark",
];

/// The follow-ups as CSV with line feeds.
pub fn agenda(agenda: &Agenda) -> String {
    let rows = agenda.items.iter().map(|item| {
        let view = FollowUpView::of(item, agenda);
        let date =
            |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let person = view.person.as_ref();
        [
            view.id,
            view.key,
            view.kind.to_owned(),
            view.title,
            view.note.to_owned(),
            view.company.to_owned(),
            view.role.unwrap_or_default().to_owned(),
            person.map(|person| person.name).unwrap_or_default().to_owned(),
            person.and_then(|person| person.email).unwrap_or_default().to_owned(),
            view.opens.to_string(),
            view.due.to_string(),
            date(view.late),
            date(view.lapses),
            view.status.to_owned(),
            view.optional.to_string(),
            view.draft.unwrap_or_default().to_owned(),
            view.blanks.to_string(),
            view.why,
            view.remark.unwrap_or_default(),
        ]
    });
    text(HEADING, rows)
}

/// Rows below a heading as CSV with line feeds.
pub fn text<const N: usize>(heading: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many cells as the heading.
    let _ = writer.write_record(heading);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| inert(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Puts a quote before a cell that spreadsheets would take for a formula.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() }
}
