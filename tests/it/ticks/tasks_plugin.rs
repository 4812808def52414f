//! `style = "obsidian-tasks"`: lines that Obsidian's Tasks plugin reads, and what it makes of them.

use super::{line, own, tick};
use crate::support::{AGENDA, Folder, NOTE, journal};

const SETTING: &str = "[agenda]\nstyle = \"obsidian-tasks\"\n";
const THANKS: &str = "acme/thank-you/jane-doe";
const TODAY: &str = "2026-03-05";

fn with_tasks() -> Folder {
    let note = NOTE.to_owned() + "\n- [ ] Send the talk 📅 2026-03-09\n- [ ] Some day\n";
    let folder = journal(&[("acme.md", &note), ("journal.toml", SETTING)]);
    folder.build(TODAY);
    folder
}

/// What the plugin reads at a line's end: it takes fields away from there, as long as it finds any.
fn fields(line: &str) -> Vec<(char, String)> {
    let mut rest = line.trim_end();
    let mut fields = Vec::new();
    while let Some((before, value)) = rest.rsplit_once(' ') {
        let Some(sign) = before.chars().next_back().filter(|c| "🆔📅✅❌".contains(*c))
        else {
            break;
        };
        let is_value = match sign {
            '🆔' => value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')),
            _ => value.len() == 10 && value.starts_with("20"),
        };
        assert!(is_value, "{line}");
        fields.insert(0, (sign, value.to_owned()));
        rest = before.strip_suffix(sign).unwrap().trim_end();
    }
    fields
}

#[test]
fn lines_end_in_the_fields_of_the_plugin() {
    let folder = with_tasks();
    let page = folder.read(AGENDA);
    let key = &super::comment_of(THANKS)[5..13];
    let thanks = line(&page, THANKS);
    assert!(thanks.starts_with("- [ ] **Thank Jane Doe** · Acme Robotics · since Tue 3 Mar <!-- "));
    assert_eq!(fields(thanks), [('🆔', key.to_owned()), ('📅', "2026-03-03".to_owned())]);
    let task = page.lines().find(|line| line.contains("Send the talk")).unwrap();
    assert_eq!(fields(task)[1], ('📅', "2026-03-09".to_owned()));
    let undated = page.lines().find(|line| line.contains("Some day")).unwrap();
    assert_eq!(fields(undated).len(), 1, "{undated}");
    for line in page.lines().filter(|line| line.starts_with("- [")) {
        assert!(!fields(line).is_empty(), "{line}");
    }
    assert_eq!(folder.run_on(TODAY, "build --check").code, 0);
}

#[test]
fn what_the_plugin_ticks_is_recorded_on_its_day() {
    let folder = with_tasks();
    // As it writes the line: the day behind everything else.
    let page = folder.read(AGENDA);
    let before = line(&page, THANKS);
    let ticked = before.replacen("[ ]", "[x]", 1) + " ✅ 2026-03-04";
    folder.edit(AGENDA, before, &ticked);
    let page = folder.build(TODAY);
    assert!(folder.read("acme.md").contains("  thank-you/jane-doe: done 2026-03-04\n"));
    assert_eq!(own(&page), "");
    let done = line(&page, THANKS);
    assert!(done.starts_with("- [x] ") && done.contains(" · done Wed 4 Mar"), "{done}");
    let days: Vec<(char, String)> = fields(done).split_off(1);
    let expected = [('📅', "2026-03-03".to_owned()), ('✅', "2026-03-04".to_owned())];
    assert_eq!(days, expected);

    // And when it takes the tick back, it takes the day away.
    let open = done.replacen("[x]", "[ ]", 1).replace(" ✅ 2026-03-04", "");
    folder.edit(AGENDA, done, &open);
    let page = folder.build(TODAY);
    assert!(!folder.read("acme.md").contains("thank-you/jane-doe"));
    assert_eq!((line(&page, THANKS), own(&page)), (before, ""));

    // Another editor leaves the day.
    folder.edit(AGENDA, before, &ticked);
    let page = folder.build(TODAY);
    let done = line(&page, THANKS);
    folder.edit(AGENDA, done, &done.replacen("[x]", "[ ]", 1));
    assert_eq!(line(&folder.build(TODAY), THANKS), before);

    // A cancelled one.
    let cancelled = before.replacen("[ ]", "[-]", 1) + " ❌ 2026-03-05";
    folder.edit(AGENDA, before, &cancelled);
    let page = folder.build(TODAY);
    assert!(folder.read("acme.md").contains("  thank-you/jane-doe: skipped 2026-03-05\n"));
    assert_eq!(own(&page), "");
}

#[test]
fn a_task_of_a_note_is_ticked_too() {
    let folder = with_tasks();
    let page = folder.read(AGENDA);
    let task = page.lines().find(|line| line.contains("Send the talk")).unwrap();
    folder.edit(AGENDA, task, &(task.replacen("[ ]", "[x]", 1) + " ✅ 2026-03-05"));
    let page = folder.build(TODAY);
    assert!(folder.read("acme.md").contains("- [x] Send the talk 📅 2026-03-09\n"));
    assert_eq!(own(&page), "");
}

#[test]
fn without_its_comment_a_line_is_known_by_its_id() {
    let folder = with_tasks();
    let page = folder.read(AGENDA);
    let before = line(&page, THANKS);
    let comment = &before[before.find(" <!--").unwrap()..before.find("-->").unwrap() + 3];
    let plain = before.replace(comment, "").replacen("[ ]", "[x]", 1);
    folder.edit(AGENDA, before, &plain.replace("Thank Jane Doe", "Thank Jane"));
    let page = folder.build(TODAY);
    assert!(folder.read("acme.md").contains("  thank-you/jane-doe: done 2026-03-05\n"), "{page}");
}

#[test]
fn a_changed_day_is_the_users_and_has_no_second_id() {
    let folder = with_tasks();
    let page = folder.read(AGENDA);
    let before = line(&page, THANKS);
    folder.edit(AGENDA, before, &before.replace("📅 2026-03-03", "📅 2026-03-09"));
    let page = folder.build(TODAY);
    let kept = "- [ ] **Thank Jane Doe** · Acme Robotics · since Tue 3 Mar 📅 2026-03-09\n";
    assert!(own(&page).contains(kept), "{page}");
    assert_eq!(
        page.matches(&super::comment_of(THANKS)[5..13]).count(),
        2,
        "once in its line: {page}"
    );
    assert_eq!(folder.build(TODAY), page);
}

#[test]
fn fields_that_others_add_are_kept() {
    let folder = with_tasks();
    let page = folder.read(AGENDA);
    let before = line(&page, THANKS);
    folder.edit(AGENDA, before, &before.replace(" 📅", " ⏫ 📅"));
    let page = folder.build(TODAY);
    assert!(own(&page).contains('⏫'), "{page}");
    assert_eq!(line(&page, THANKS), before);
}

#[test]
fn either_style_knows_the_lines_of_the_other() {
    let folder = with_tasks();
    let tasks = folder.read(AGENDA);
    tick(&folder, THANKS, 'x');
    folder.remove("journal.toml");
    let plain = folder.build(TODAY);
    assert!(folder.read("acme.md").contains("  thank-you/jane-doe: done 2026-03-05\n"));
    assert_eq!((own(&plain), plain.contains('🆔')), ("", false));
    tick(&folder, THANKS, ' ');
    folder.write("journal.toml", SETTING);
    assert_eq!(line(&folder.build(TODAY), THANKS), line(&tasks, THANKS));
    assert_eq!(own(&folder.read(AGENDA)), "");
}

#[test]
fn another_style_is_a_mistake() {
    let folder = journal(&[("journal.toml", "[agenda]\nstyle = \"fancy\"\n")]);
    let ran = folder.run_on(TODAY, "build");
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("write \"plain\" or \"obsidian-tasks\""), "{ran:?}");
    assert!(ran.stderr.contains("journal.toml:2:9"), "{ran:?}");
}
