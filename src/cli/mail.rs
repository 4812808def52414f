//! `journal mail`

use std::ffi::OsStr;
use std::io::{IsTerminal, stderr, stdin};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::agenda::pick::{Pick, pick};
use crate::agenda::{DraftFile, Entry, Item};
use crate::dates::calendar::short;
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::disk::root;
use crate::drafts::{self, SUFFIX};
use crate::engine::Detail;
use crate::export::mail::{LINK_LIMIT, Message};
use crate::journal::change::Change;
use crate::notes::front_matter;
use crate::notes::person::is_address;
use crate::plan::status::Status;
use crate::rules::cadence::Channel;
use crate::session::Session;
use crate::text::{count, listed, one_line};
use clap::Args;

use super::deed::{Deed, Request};
use super::record::{What, followups, is_unsettled, write_all};
use super::show::text_of;
use super::{Ending, Setup, all_shown, open, output, print, say, shell_word, shown, unusable};

/// The end of a message's file name.
const EML: &str = ".eml";

#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    what: What,
    /// Write a file that mail programs open as a draft; in a folder, one for each message
    #[arg(long, value_name = "FILE", group = "way", help_heading = WAYS)]
    eml: Option<PathBuf>,
    /// Print a mailto link
    #[arg(long, group = "way", help_heading = WAYS)]
    print: bool,
    /// Put the text on the clipboard
    #[arg(long, group = "way", help_heading = WAYS)]
    copy: bool,
    /// Even with blanks or private words in it, or without an address
    #[arg(long)]
    anyway: bool,
    /// Record it as done right away
    #[arg(long)]
    done: bool,
}

/// The heading of the options of which one can be given.
const WAYS: &str = "Instead of opening your mail program";

/// A draft on its way.
struct Letter {
    item: Arc<Item>,
    draft: DraftFile,
    message: Message,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let mut session = setup.open(Detail::Everything)?;
    let today = setup.today();
    let day = setup.plan(&mut session).day;
    let may = |item: &Item| item.draft.is_some() && is_unsettled(item, today);
    // What goes out on a network is meant only where nothing else is.
    let may_be_mailed = |item: &Item| {
        may(item) && (arguments.copy || item.followup.rule.channel != Channel::Network)
    };
    let words = &arguments.what.words;
    let picked = match pick(words, &day.agenda, Deed::Show.to(may_be_mailed)) {
        Pick::None { .. } => pick(words, &day.agenda, Deed::Show.to(may)),
        picked => picked,
    };
    let items = followups(&session, &day.agenda, &arguments.what.words, picked)?;
    let letters: Vec<Option<Letter>> =
        items.iter().map(|item| arguments.letter(setup, &session, &day.changes, item)).collect();
    let letters: Option<Vec<Letter>> = letters.into_iter().collect();
    let Some(letters) = letters else {
        if items.len() > 1 {
            say("nothing was done");
        }
        return Err(Ending::Unusable);
    };
    if arguments.copy && letters.len() > 1 {
        return Err(unusable("the clipboard holds one message; name one, or take --eml FOLDER"));
    }
    for letter in &letters {
        arguments.hand_over(setup, &session, letter, letters.len() > 1)?;
    }
    let (mut sent, mut left) = (Vec::new(), Vec::new());
    for letter in &letters {
        let is_sent = arguments.done || arguments.asks(setup) && is_said(letter);
        if is_sent { &mut sent } else { &mut left }.push(Arc::clone(&letter.item));
    }
    if !left.is_empty() && !setup.quiet {
        let keys: Vec<String> = left.iter().map(|item| day.agenda.keys.shown(item.key)).collect();
        let them = if left.len() == 1 { "it" } else { "them" };
        say(&format!("once you have sent {them}: `journal done {}`", keys.join(" ")));
    }
    if sent.is_empty() {
        return Ok(all_shown(&session));
    }
    // Sending may have taken a while.
    setup.look(&mut session);
    let sent: Vec<Request> =
        sent.iter().map(|item| Deed::Done(today).request(Entry::FollowUp(item))).collect();
    Ok(write_all(setup, &mut session, &sent))
}

impl Arguments {
    /// The message of a follow-up, or a report of why it can't go out.
    fn letter(
        &self,
        setup: &Setup,
        session: &Session,
        changes: &[Change],
        item: &Arc<Item>,
    ) -> Option<Letter> {
        let name = item.label();
        let refuse = |why: &str| {
            say(&format!("error: {name}: {why}"));
            None
        };
        let (followup, today) = (&item.followup, setup.today());
        let Some(draft) = item.draft.clone() else {
            let opens = followup.standing.dates.opens;
            return refuse(&match followup.rule.has_draft() && opens > today {
                true => {
                    let day = short(opens, today);
                    format!("its draft appears on {day}; `journal build` writes it then")
                }
                false => "it has no draft; `journal show` says what to do".to_owned(),
            });
        };
        if item.status == Status::Done && !self.anyway {
            return refuse("it is done already; --anyway takes it once more");
        }
        if followup.rule.channel == Channel::Network && !self.copy {
            return refuse(
                "it goes out on a network such as LinkedIn; take --copy, and paste it there",
            );
        }
        let language = session.templates().language();
        let text = text_of(&draft, session, changes);
        let found = drafts::findings(followup, &draft.path, text, session.config(), language);
        // Where the head can't be read, nobody knows where the message begins.
        let is_unreadable = front_matter::fault(text).is_some();
        let is_blocking = |problem: &Problem| match problem {
            Problem::BlanksLeft { .. } | Problem::PrivateWords { .. } => true,
            _ => is_unreadable,
        };
        let (blocking, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|found| is_blocking(&found.problem));
        let message = Message::of(text, language);
        let is_commented = has_comment(&message.body);
        let is_unfinished = is_commented
            || message.blanks(language) > 0
            || blocking.iter().any(|found| matches!(found.problem, Problem::PrivateWords { .. }));
        if is_unreadable || is_unfinished && !self.anyway {
            blocking.iter().for_each(|found| say(&found.render()));
            let path = one_line(&draft.path);
            let edit = match session.journal().draft(&draft.path) {
                Some(_) => format!("edit {path}"),
                None => format!("run `journal build`, then edit {path}"),
            };
            return refuse(&match (is_unreadable, is_commented) {
                (true, _) => format!("its draft can't be read; {edit}"),
                (_, true) => format!("a comment is left in its text; {edit}, or add --anyway"),
                _ => format!("it isn't finished; {edit}, or add --anyway"),
            });
        }
        if message.body.is_empty() {
            return refuse(&format!(
                "its draft, {}, is empty; write it, or delete it and `journal build` again",
                one_line(&draft.path)
            ));
        }
        if !self.copy && (message.to.is_empty() || !message.unreachable.is_empty()) && !self.anyway
        {
            if let Some(phone) = followup.phone() {
                return refuse(&format!(
                    "there is a phone number only; take --copy, and text it to {phone}, or add --anyway"
                ));
            }
            let whose = match &message.unreachable[..] {
                [] => "there is no address".to_owned(),
                names => {
                    let names: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
                    format!("{} has no valid address", listed(&names))
                }
            };
            let path = one_line(&draft.path);
            return refuse(&format!("{whose}; write one into `to` in {path}, or add --anyway"));
        }
        let is_told = |found: &&Diagnostic| {
            setup.verbose || !setup.quiet && found.problem.severity() != Severity::Hint
        };
        others.iter().filter(is_told).for_each(|found| say(&found.render()));
        Some(Letter { item: Arc::clone(item), draft, message })
    }

    /// Gives a message to the program that is asked for.
    fn hand_over(
        &self,
        setup: &Setup,
        session: &Session,
        letter: &Letter,
        is_one_of_several: bool,
    ) -> Result<(), Ending> {
        let Letter { item, draft, message } = letter;
        let name = item.label();
        let tell = |what: &str| {
            if !setup.quiet {
                say(&format!("{name}: {what}"));
            }
        };
        if self.copy {
            if !open::copy(&message.body) {
                return Err(unusable(
                    "nothing could be put on the clipboard: that needs a desktop, and one of wl-copy (package \
                     wl-clipboard), xclip or xsel; `journal show` prints the text",
                ));
            }
            tell(&format!("{} on the clipboard", count(message.body.lines().count(), "line")));
            return Ok(());
        }
        if let Some(eml) = &self.eml {
            let me = &session.config().me;
            let place = setup.base.join(eml);
            let place = match root::is_folder(&place) {
                true => place.join(file_name(&draft.path)),
                false if is_one_of_several => {
                    return Err(unusable(&format!(
                        "several messages need a folder for their files: `mkdir {}` makes one",
                        shell_word(&shown(eml))
                    )));
                }
                false => place,
            };
            output::write(&place, message.file(me), |_| false, "give another one with --eml")?;
            tell(&format!("written to {}", shown(&place)));
            if !setup.quiet && !is_address(&one_line(&me.email)) {
                say(
                    "journal.toml has no address under [me], so your mail program picks the sender",
                );
            }
            return Ok(());
        }
        let link = message.link();
        if link.len() > LINK_LIMIT {
            return Err(unusable(&format!(
                "{name}: with {} bytes, the link is too long for some mail programs ({LINK_LIMIT} at most); take --eml \
                 FILE and open that, or --copy",
                link.len()
            )));
        }
        if self.print {
            return print(&format!("{link}\n"));
        }
        if !open::open(OsStr::new(&link)) {
            return Err(unusable(&format!(
                "`{}` found no mail program to open it; take --eml FILE, --copy, or --print for the link",
                open::OPENER
            )));
        }
        let to = if message.to.is_empty() { "; add an address there" } else { "" };
        tell(&format!("opened in your mail program{to}"));
        Ok(())
    }

    /// Returns true if the user can be asked whether they sent it: they went to a program that they come back from.
    fn asks(&self, setup: &Setup) -> bool {
        let comes_back = self.eml.is_none() && !self.print;
        comes_back && !setup.quiet && stdin().is_terminal() && stderr().is_terminal()
    }
}

/// Asks whether a message was sent.
fn is_said(letter: &Letter) -> bool {
    say(&format!("Have you sent it? Then {:?} is recorded as done. [y/N]", letter.item.title));
    let mut answer = String::new();
    let is_read = stdin().read_line(&mut answer).is_ok();
    is_read && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

/// Returns true for a text with a comment, or what is left of one: such things stay below a message.
fn has_comment(body: &str) -> bool {
    ["<!--", "-->"].iter().any(|mark| body.contains(mark))
}

/// The name of a message's file, after its draft.
fn file_name(draft: &str) -> String {
    let name = Path::new(draft).file_name().unwrap_or_default().to_string_lossy();
    format!("{}{EML}", name.strip_suffix(SUFFIX).unwrap_or(&name))
}
