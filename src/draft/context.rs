//! What a template can say: the names it may use, with the note's own words made inert.

use minijinja::{Value, context};

use crate::config::Config;
use crate::draft::{decision, spoken, weave};
use crate::followup::{Addressee, FollowUp, Key};
use crate::note::material::{Material, Topic};
use crate::note::{Field, Note, Outcome, Person, Record};
use crate::text::message;

/// Everything a message of this follow-up may refer to.
///
/// A message to another process speaks of that process; of the one that made the offer it knows the deadline alone.
pub fn of(followup: &FollowUp<'_>, config: &Config) -> Value {
    let own = followup.note;
    let note = match followup.key {
        Key::Process(process) => process.current(),
        _ => own,
    };
    let interview = note.date.value().copied();
    let (to, person) = match followup.addressee {
        Addressee::Through { person, recruiter } => (Some(recruiter), Some(person)),
        Addressee::Person(person) => (person, person),
        Addressee::You => (None, None),
    };
    let about = match followup.key {
        Key::Person(person) => Some(person),
        _ => person,
    };
    let outcome = match note.outcome {
        Field::Is(outcome) => Some(outcome),
        Field::Missing => Some(Outcome::Pending),
        Field::Bad => None,
    };
    let material = note.material(&config.headings);
    let shares = Shares { note, material: &material, person: about };
    let agency =
        note.agency.is_some() && note.recruiter.value().is_some_and(|recruiter| is(to, recruiter));
    let met: Vec<String> = note
        .interviewers
        .iter()
        .filter(|interviewer| !is(to, interviewer))
        .map(|interviewer| message(&interviewer.name))
        .collect();
    let signature = match config.me.signature() {
        lines if lines.is_empty() => "[fill in: your name and how to reach you]".to_owned(),
        lines => lines.iter().map(|line| message(line)).collect::<Vec<_>>().join("\n"),
    };
    context! {
        to => somebody(to),
        person => somebody(about),
        through => matches!(followup.addressee, Addressee::Through { .. }),
        to_interviewer => note.interviewers.iter().any(|interviewer| is(to, interviewer)),
        turn => shares.turn(),
        interviewers => note.interviewers.len(),
        company => message(&note.company),
        role => note.role.as_deref().map(message),
        the_role => the_role(note),
        at_company => if agency { format!(" at {}", message(&note.company)) } else { String::new() },
        round => note.round.as_deref().map(message),
        date => interview.map_or_else(
            || "[fill in: the day of the interview]".to_owned(),
            |day| spoken(day, Some(day)),
        ),
        weekday => interview.map_or_else(
            || "[fill in: the day of the interview]".to_owned(),
            |day| day.format("%A").to_string(),
        ),
        decision => decision(note, &config.calendar).map(|day| spoken(day, interview)),
        decide_by => own.decide_by.value().map(|day| spoken(*day, interview)),
        again => is_again(followup),
        sent => last_check(followup).map(|day| spoken(day, interview)),
        thread => thread(followup),
        met => weave::listed(&met),
        pending => outcome == Some(Outcome::Pending),
        open => outcome.is_none_or(Outcome::is_open),
        internal => own.is_internal(),
        still_interested => own.still_interested == Field::Is(true),
        said => shares.on(Topic::Said),
        learned => shares.on(Topic::Learned),
        about => about.map_or_else(Vec::new, |person| shares.about(person)),
        liked => weave::inert(material.on(Topic::Liked)),
        fit => weave::inert(material.on(Topic::Fit)),
        company_reasons => weave::inert(material.on(Topic::Company)),
        forgot => weave::inert(material.on(Topic::Forgot)),
        send => weave::inert(material.on(Topic::Send)),
        questions => weave::inert(material.on(Topic::Questions)),
        me => context! {
            name => message(&config.me.name),
            email => message(&config.me.email),
            phone => message(&config.me.phone),
            links => weave::inert(&config.me.links),
        },
        signature => signature,
    }
}

/// The Message-ID that a draft answers, where the note holds one in place of a subject.
pub fn message_id<'j>(followup: &FollowUp<'j>) -> Option<&'j str> {
    continued_thread(followup).filter(|thread| is_message_id(thread))
}

/// The subject of the last thread, for a message that goes on in it.
fn thread(followup: &FollowUp<'_>) -> Option<String> {
    let thread = continued_thread(followup).filter(|thread| !is_message_id(thread))?;
    let lower = thread.to_lowercase();
    let continued = ["re:", "aw:", "sv:", "antw:"].iter().any(|prefix| lower.starts_with(prefix));
    let thread = message(thread);
    Some(if continued { thread } else { format!("Re: {thread}") })
}

/// A process has one thread, with the people who run it. A first note to somebody else starts its own.
fn continued_thread<'j>(followup: &FollowUp<'j>) -> Option<&'j str> {
    let note = match followup.key {
        Key::Process(process) => process.current(),
        _ => followup.note,
    };
    let runs_it = match (followup.key, followup.addressee) {
        (Key::Person(_), Addressee::Through { .. }) => true,
        (Key::Person(_), _) => false,
        _ => followup.rule.to != crate::cadence::Audience::Manager,
    };
    note.thread.as_deref().filter(|_| runs_it)
}

fn is_message_id(thread: &str) -> bool {
    thread.starts_with('<') && thread.ends_with('>') && thread.contains('@')
}

fn is(somebody: Option<&Person>, person: &Person) -> bool {
    somebody.is_some_and(|somebody| {
        somebody.name == person.name && (somebody.email == person.email || person.email.is_none())
    })
}

fn somebody(person: Option<&Person>) -> Value {
    match person {
        Some(person) => context! {
            name => message(&person.name),
            first => message(person.first_name()),
            title => person.title.as_deref().map(message),
        },
        None => context! { name => "[fill in: name]", first => "[fill in: name]", title => () },
    }
}

fn the_role(note: &Note) -> String {
    let Some(role) = note.role.as_deref().map(message) else { return "the position".to_owned() };
    let lower = role.to_lowercase();
    if ["role", "position", "job"].iter().any(|word| lower.ends_with(word)) {
        return format!("the {role}");
    }
    format!("the {role} role")
}

/// Whether a status check has one before it that was sent.
fn is_again(followup: &FollowUp<'_>) -> bool {
    last_check(followup).is_some()
}

/// The day on which the status check before this one was sent.
fn last_check(followup: &FollowUp<'_>) -> Option<chrono::NaiveDate> {
    let Key::Number(number) = followup.key else { return None };
    let before = format!("{}/{}", followup.rule.kind(), number.checked_sub(1)?);
    match followup.note.records.get(&before) {
        Some(Record::Done(day)) if followup.rule.when == crate::cadence::When::SecondCheck => {
            Some(*day)
        }
        _ => None,
    }
}

/// Who of a round's interviewers gets which part of the note, so that no two get the same message.
struct Shares<'j> {
    note: &'j Note,
    material: &'j Material<'j>,
    person: Option<&'j Person>,
}

impl Shares<'_> {
    /// The interviewer's place in the list.
    fn turn(&self) -> usize {
        let is_they =
            |interviewer: &Person| self.person.is_some_and(|person| person.id == interviewer.id);
        self.note.interviewers.iter().position(is_they).unwrap_or(0)
    }

    /// This person's part of a section: what names them, and their share of what names nobody.
    fn on(&self, topic: Topic) -> Vec<String> {
        let Some(person) = self.person else { return weave::inert(self.material.on(topic)) };
        let mut fragments = Vec::new();
        if topic == Topic::Said {
            fragments.extend(self.material.about(person).iter());
        }
        let all = self.material.on(topic);
        fragments.extend(all.iter().filter(|fragment| weave::names(fragment, person)));
        let of_nobody = all
            .iter()
            .filter(|fragment| !self.note.people().any(|person| weave::names(fragment, person)));
        let interviewers = self.note.interviewers.len().max(1);
        fragments.extend(of_nobody.skip(self.turn()).step_by(interviewers));
        self.addressed(fragments, person)
    }

    fn about(&self, person: &Person) -> Vec<String> {
        self.addressed(self.material.about(person).to_vec(), person)
    }

    fn addressed(&self, fragments: Vec<&str>, person: &Person) -> Vec<String> {
        fragments.into_iter().map(|fragment| message(&weave::addressed(fragment, person))).collect()
    }
}
