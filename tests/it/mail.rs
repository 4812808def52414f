//! `journal mail`: what goes out, in which form, and what keeps it from going.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use mail_parser::{Address, MessageParser};
use percent_encoding::percent_decode_str;

use crate::support::{DRAFT, Folder, NOTE, TODAY, journal};

/// A draft that its user has finished.
fn draft(head: &str, body: &str) -> String {
    format!(
        "---\nfollowup: thank-you/jane-doe\n{head}\n---\n\n{body}\n\n<!-- Not sent. From your note:\n\n- seemed bored\n-->\n"
    )
}

const TO: &str = "to: Jane Doe <jane@acme.example>\nsubject: \"Thanks: R&D + you\"";
const BODY: &str = "Hi Jane,\n\nThank you, 100 %. 1+1=2 & more?\n\nAlex";

fn with(head: &str, body: &str) -> Folder {
    let me = "[me]\nname = \"Müller, Zoë\"\nemail = \"z@x.example\"\n";
    let folder = journal(&[("acme.md", NOTE), ("journal.toml", me)]);
    folder.write(DRAFT, draft(head, body));
    folder
}

fn mail(folder: &Folder, options: &[&str]) -> crate::support::Ran {
    folder.run_words_on(TODAY, &[&["mail", "acme/thank-you/jane-doe"], options].concat())
}

#[test]
fn a_link_holds_the_message_and_nothing_else() {
    let folder = with(TO, BODY);
    let ran = mail(&folder, &["--print"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let link = ran.stdout.trim_end();
    assert!(
        link.starts_with("mailto:jane@acme.example?subject=Thanks%3A%20R%26D%20%2B%20you&body=")
    );
    assert_eq!(link.matches(['?', '&']).count(), 2, "{link}");
    let body = percent_decode_str(link.split("body=").nth(1).unwrap()).decode_utf8().unwrap();
    assert_eq!(body, BODY.replace('\n', "\r\n"));
    assert!(ran.stderr.starts_with("once you have sent it: `journal done "), "{}", ran.stderr);
    assert_eq!(folder.read("acme.md"), NOTE);
}

#[test]
fn whoever_has_a_phone_number_alone_is_sent_a_text() {
    let note = crate::support::note("interviewers: [Tanya 614 555 0188]");
    let text = note + "\n## Say to Tanya\n\nthx for the hard hat\n";
    let me = "[me]\nname = \"Zoe\"\nemail = \"z@x.example\"\n";
    let folder = journal(&[("a.md", &text), ("journal.toml", me)]);
    folder.build("2026-03-05");
    let ran = folder.run_on("2026-03-05", "mail tanya thank --print");
    assert!(ran.code == 2 && ran.stderr.contains("text it to 614 555 0188"), "{ran:?}");
    let ran = folder.run_on("2026-03-05", "show tanya thank");
    assert!(ran.stdout.contains("✓ says thank you"), "{ran:?}");
}

/// A connection request is pasted elsewhere, so nobody means it who asks for a mail.
#[test]
fn a_name_alone_means_what_can_be_mailed() {
    let note = crate::support::note("interviewers: [Ravi Patel <ravi@acme.example>]");
    let me = "[me]\nname = \"Zoe\"\nemail = \"z@x.example\"\n";
    let text = note + "\n## Say to Ravi\n\nThx for the chat!\n";
    let folder = journal(&[("a.md", &text), ("journal.toml", me)]);
    folder.build("2026-03-05");
    let ran = folder.run_on("2026-03-05", "mail ravi --print");
    assert!(ran.code == 0 && ran.stdout.starts_with("mailto:ravi@acme.example"), "{ran:?}");
    let ran = folder.run_on("2026-03-05", "mail ravi connect --print");
    assert!(ran.code == 2 && ran.stderr.contains("on a network such as LinkedIn"), "{ran:?}");
    // It thanks him once.
    let letter = folder.read("a.thank-you.ravi-patel.draft.md");
    assert!(letter.contains("Thx for the chat!") && !letter.contains("Thank you for"), "{letter}");
}

#[test]
fn a_file_reads_as_the_message_in_a_mail_program() {
    let long = "ä".repeat(1_200);
    let body = format!("Hi Zoë,\n\n.\n..\nFrom here\n{long}\n{}\n \\<b> C:\\x", "x ".repeat(600));
    let head = "to: '\"Doe, Zoë\" <jane@acme.example>, Bo, Ek <bo@b.example>'\nsubject: Grüße — 你好\n\
                in-reply-to: <a.1@mail.example>";
    let folder = with(head, &body);
    let ran = mail(&folder, &["--eml", "m.eml", "--anyway"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let text = folder.read("m.eml");
    assert!(text.lines().all(|line| line.len() <= 998) && text.is_ascii(), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(!text.contains("Date:") && !text.contains("Message-ID:"), "{text}");
    let message = MessageParser::default().parse(text.as_bytes()).unwrap();
    let names = |address: &Address<'_>| -> Vec<(String, String)> {
        let of = |one: &mail_parser::Addr<'_>| {
            (one.name().unwrap_or_default().to_owned(), one.address().unwrap().to_owned())
        };
        address.iter().map(of).collect()
    };
    let pair = |name: &str, at: &str| (name.to_owned(), at.to_owned());
    assert_eq!(names(message.from().unwrap()), [pair("Müller, Zoë", "z@x.example")]);
    assert_eq!(
        names(message.to().unwrap()),
        [pair("Doe, Zoë", "jane@acme.example"), pair("Bo, Ek", "bo@b.example")]
    );
    assert_eq!(message.subject(), Some("Grüße — 你好"));
    assert_eq!(message.in_reply_to().as_text(), Some("a.1@mail.example"));
    assert_eq!(message.references().as_text(), Some("a.1@mail.example"));
    let sent = message.body_text(0).unwrap().replace("\r\n", "\n");
    assert_eq!(sent, body.replace("\\<b>", "<b>") + "\n");
    // The same again is no change, and another one is not written over it.
    assert_eq!(mail(&folder, &["--eml", "m.eml", "--anyway"]).code, 0);
    folder.write("m.eml", "mine");
    let ran = mail(&folder, &["--eml", "m.eml", "--anyway"]);
    assert_eq!((ran.code, &*folder.read("m.eml")), (3, "mine"), "{ran:?}");
}

#[test]
fn no_draft_can_add_a_header() {
    for head in [
        "to: \"Jane <jane@acme.example>\\r\\nBcc: b@b.example\"\nsubject: x",
        "to: \"Jane\\r\\nBcc: b@b.example <jane@acme.example>\"\nsubject: \"x\\r\\nBcc: b@b.example\"",
        "to: jane@acme.example\nsubject: \"a\\0\\nBcc: b@b.example\"\nin-reply-to: \"<a@b>\\nBcc: <c@d>\"",
    ] {
        let folder = with(head, BODY);
        let ran = mail(&folder, &["--eml", "m.eml", "--anyway"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let text = folder.read("m.eml");
        assert!(!text.lines().any(|line| line.starts_with("Bcc")), "{text}");
    }
}

#[test]
fn what_is_not_ready_stays_until_it_is_said() {
    #[rustfmt::skip]
    let cases = [
        // the draft's head | its body | the reason
        (TO, "Hi, [fill in: x]",                           "it isn't finished; edit "),
        (TO, "You seemed bored.",                          "it isn't finished; edit "),
        (TO, "Hi\n\n<!-- check this -->",                  "a comment is left in its text; edit "),
        ("to: Jane Doe\nsubject: x", "Hi Jane,",           "\"Jane Doe\" has no valid address; write one into `to` in "),
        ("to: Jane <jane@>\nsubject: x", "Hi Jane,",       "\"Jane <jane@>\" has no valid address; write one into `to` in "),
        ("subject: x", "Hi Jane,",                         "there is no address; write one into `to` in "),
    ];
    for (head, body, reason) in cases {
        let folder = with(head, body);
        let ran = mail(&folder, &["--eml", "m.eml"]);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains(reason) && !folder.has("m.eml"), "{reason}: {}", ran.stderr);
        assert_eq!(mail(&folder, &["--eml", "m.eml", "--anyway"]).code, 0);
        assert!(!folder.read("m.eml").contains("Not sent"));
    }
    let folder = with(TO, &"Word ".repeat(500));
    let ran = mail(&folder, &["--print"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("too long for some mail programs") && ran.stderr.contains("--eml"));
}

#[test]
fn a_ps_below_what_is_not_sent_goes_out() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build(TODAY);
    assert!(folder.read(DRAFT).ends_with("-->\n"));
    folder.edit(
        DRAFT,
        " [fill in: one thing from the conversation with Jane that stayed with you]",
        "",
    );
    folder.edit(DRAFT, "[fill in: your name and how to reach you]", "Alex, alex@home.example");
    let ps = "PS: the talk I promised is at https://x.example/talk";
    folder.write(DRAFT, folder.read(DRAFT) + "\n" + ps + "\n");
    let ran = mail(&folder, &["--eml", "m.eml"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let text = folder.read("m.eml").replace("\r\n", "\n");
    assert!(text.ends_with(&format!("alex@home.example\n\n{ps}\n")), "{text}");
    assert!(!text.contains("Not sent") && !text.contains("rota"), "{text}");
    let shown = folder.run_words_on(TODAY, &["show", "jane", "thank"]).stdout;
    assert!(shown.contains(&format!("\n\n{ps}\n")) && !shown.contains("Not sent"), "{shown}");
    // It is looked over like the rest.
    folder.edit(DRAFT, ps, "PS: [fill in: the link], she seemed bored");
    let found = folder.run_words_on(TODAY, &["check"]).stdout;
    let line = folder.read(DRAFT).lines().count();
    for what in [format!("{DRAFT}:{line}:5\n"), format!("{DRAFT}:{line}:26\n")] {
        assert!(found.contains(&what), "{what}: {found}");
    }
    let ran = mail(&folder, &["--print"]);
    assert!(ran.code == 2 && ran.stderr.contains("it isn't finished"), "{ran:?}");
}

#[test]
fn it_is_opened_or_copied_and_recorded_as_done_on_request() {
    let folder = with(TO, BODY);
    for (name, script) in [("xdg-open", "printf '%s' \"$1\" > opened"), ("xclip", "cat > copied")] {
        let path = format!("bin/{name}");
        folder.write(&path, format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(folder.at(&path), PermissionsExt::from_mode(0o755)).unwrap();
    }
    let path = format!("{}:/bin:/usr/bin", folder.at("bin").display());
    let run = |options: &[&str], path: &str| {
        let words = [&["mail", "jane", "thank", "--today", TODAY], options].concat();
        folder.run_with(&words, &[("PATH", path), ("DISPLAY", ":9")])
    };
    assert_eq!(run(&[], &path).code, 0);
    assert!(folder.read("opened").starts_with("mailto:jane@acme.example?subject="));
    assert_eq!(run(&["--copy"], &path).code, 0);
    assert_eq!(folder.read("copied"), BODY);
    for (options, help) in [(&[][..], "take --eml FILE"), (&["--copy"], "xclip or xsel")] {
        let ran = run(options, "/nonexistent");
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains(help), "{ran:?}");
    }
    assert_eq!(folder.read("acme.md"), NOTE);
    let ran = run(&["--done"], &path);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done 2026-03-03"));
    let ran = mail(&folder, &["--print"]);
    assert!(ran.code == 2 && ran.stderr.contains("it is done already"), "{ran:?}");
}
