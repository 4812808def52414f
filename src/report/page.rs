//! The page: one file that needs no network and no script. All text of notes is escaped by the template.

use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

use super::answers::Answers;
use super::figures::Figures;
use super::funnel;
use super::log::Log;
use super::place::{Home, Place, clipped};
use super::rounds::RoundCount;
use super::timeline::Timeline;
use super::today::Today;
use super::words;
use crate::agenda::Agenda;
use crate::dates::calendar::long;
use crate::rules::config::Config;
use crate::text::Seal;

const TEMPLATE: &str = include_str!("../../templates/report/page.html.j2");
const STYLE: &str = include_str!("../../templates/report/style.css");

/// The seal stands at the page's end.
const SEAL: Seal = Seal { start: "<!-- made by journal: ", end: " -->" };

/// At most this many open processes are named in a sentence, and as many rounds stand in a table.
const NAMED: usize = 12;

/// Everything on the page.
#[derive(Debug, Serialize)]
struct Page {
    style: &'static str,
    day: String,
    is_empty: bool,
    lede: String,
    is_holiday_season: bool,
    today: Today,
    timeline: Option<Timeline>,
    steps: Vec<Step>,
    batting: Batting,
    answers: Option<Answers>,
    outcomes: Vec<(String, usize)>,
    rounds: Vec<Round>,
    thanks: Option<String>,
    feedback: Option<String>,
    log: Log,
}

/// A step, with the widths of its bars.
#[derive(Debug, Serialize)]
struct Step {
    name: &'static str,
    reached: usize,
    open: usize,
    width: String,
    open_width: String,
}

/// Offers among decided processes.
#[derive(Debug, Serialize)]
struct Batting {
    /// The average in figures, once there is an offer, and the rest of its sentence.
    average: Option<String>,
    sentence: String,
    meaning: Option<&'static str>,
    not_counted: Option<String>,
    open: Vec<Place>,
    more: usize,
}

/// The interviews of a round.
#[derive(Debug, Serialize)]
struct Round {
    name: Option<String>,
    interviews: usize,
    went_on: usize,
    open: usize,
}

/// The whole page.
pub fn page(figures: &Figures, agenda: &Agenda, config: &Config, home: Home<'_>) -> String {
    let outcomes = figures.outcomes.iter();
    let page = Page {
        style: STYLE,
        day: long(figures.today),
        is_empty: figures.processes.is_empty(),
        lede: words::lede(figures),
        is_holiday_season: agenda.is_holiday_season,
        today: Today::of(agenda, home),
        timeline: Timeline::of(figures, agenda, config, home),
        steps: steps(figures),
        batting: batting(figures, home),
        answers: Answers::of(figures, home),
        outcomes: outcomes.map(|(outcome, n)| (words::outcome(*outcome), *n)).collect(),
        rounds: rounds(figures),
        thanks: words::thanks(figures),
        feedback: words::feedback(figures),
        log: Log::of(figures, home),
    };
    let page = Serde(&page);
    match ENVIRONMENT.get_template("page").and_then(|template| template.render(page)) {
        Ok(page) => SEAL.sealed(&page, "\n"),
        Err(error) => unreachable!("the page's template is tested: {error:#}"),
    }
}

/// Returns true for a page as it was written, whatever git made of its line ends.
pub fn is_as_generated(text: &str) -> bool {
    SEAL.is_on(text)
}

fn steps(figures: &Figures) -> Vec<Step> {
    let most = figures.funnel.iter().map(|step| step.reached).max().unwrap_or(0).max(1);
    let width = |n: usize| format!("{:.2}%", 100.0 * n as f64 / most as f64);
    let step = |step: &funnel::Step| Step {
        name: step.name,
        reached: step.reached,
        open: step.open,
        width: width(step.reached),
        open_width: width(step.open),
    };
    figures.funnel.iter().filter(|step| step.reached > 0).map(step).collect()
}

fn batting(figures: &Figures, home: Home<'_>) -> Batting {
    let batting = &figures.batting;
    let (average, sentence) = (words::average(batting), words::decided(batting));
    // A sentence that begins with the figures shows them large.
    let rest = sentence.strip_prefix(&average);
    Batting {
        average: rest.is_some().then_some(average),
        sentence: rest.unwrap_or(&sentence).trim_start().to_owned(),
        meaning: words::meaning(batting),
        not_counted: words::not_counted(batting),
        open: batting.open.iter().take(NAMED).map(|note| Place::of(note, home)).collect(),
        more: batting.open.len().saturating_sub(NAMED),
    }
}

/// The interviews by round, unless none has a name.
fn rounds(figures: &Figures) -> Vec<Round> {
    let is_named = figures.rounds.iter().any(|round| round.name.is_some());
    let rounds = figures.rounds.iter().filter(|_| is_named).take(NAMED);
    let round = |round: &RoundCount| Round {
        name: round.name.as_deref().map(clipped),
        interviews: round.interviews,
        went_on: round.went_on,
        open: round.open,
    };
    rounds.map(round).collect()
}

static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    match SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        Ok(syntax) => environment.set_syntax(syntax),
        Err(error) => unreachable!("the delimiters are the default ones: {error}"),
    }
    if let Err(error) = environment.add_template("page", TEMPLATE) {
        unreachable!("the page's template is tested: {error:#}");
    }
    environment
});
