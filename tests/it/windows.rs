//! Decision windows in the words people use, and the date that each stands for.

use serde_json::Value;

use crate::support::{Folder, journal, note};

/// The decision date of a window said on this day, `none` where there is none, and the codes of all problems.
fn decision(said: &str, window: &str) -> (String, Vec<String>) {
    let text = note(&format!("date: {said}\ndecision_window: {}", quoted(window)));
    read(&journal(&[("acme.md", &text)]), said)
}

/// The decision date in a day's agenda, and the codes of all problems.
fn read(folder: &Folder, today: &str) -> (String, Vec<String>) {
    let agenda = folder.agenda(today);
    let day = agenda["waiting"][0]["decision_date"].as_str().unwrap_or("none").to_owned();
    let codes = agenda["problems"].as_array().unwrap().iter();
    (day, codes.map(|problem| problem["code"].as_str().unwrap().to_owned()).collect())
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// Asserts the dates that windows said on this day stand for. Each row holds a window and its date.
fn assert_dates(said: &str, rows: &[(&str, &str)]) {
    for (window, expected) in rows {
        let (day, problems) = decision(said, window);
        assert_eq!(day, *expected, "{window:?}, said on {said}");
        let is_long = problems.iter().any(|code| code == "long-window");
        assert_eq!(problems.len(), usize::from(is_long), "{window:?}: {problems:?}");
    }
}

#[test]
fn a_window_of_more_than_four_months_is_questioned() {
    #[rustfmt::skip]
    let rows = [
        // the day it was said | the window | its date | is it questioned?
        ("2026-03-21", "by 20 March",       "2027-03-20", true),
        ("2026-03-20", "by 20 March",       "2026-03-20", false),
        ("2026-03-19", "by 20 March",       "2026-03-20", false),
        ("2026-03-02", "2 July",            "2026-07-02", false),
        ("2026-03-02", "3 July",            "2026-07-03", true),
        ("2026-03-02", "4 months",          "2026-07-02", false),
        ("2026-03-02", "6 months",          "2026-09-02", true),
        ("2026-03-02", "2026-07-02",        "2026-07-02", false),
        ("2026-03-02", "by 20 March 2027",  "2027-03-20", true),
        ("2026-03-02", "end of February",   "2027-02-28", true),
        ("2026-11-30", "end of March",      "2027-03-31", true),
        ("2026-11-30", "30 March",          "2027-03-30", false),
    ];
    for (said, window, day, is_questioned) in rows {
        let codes: &[&str] = if is_questioned { &["long-window"] } else { &[] };
        assert_eq!(
            decision(said, window),
            (day.to_owned(), codes.iter().map(|code| (*code).to_owned()).collect()),
            "{window:?}, said on {said}"
        );
    }
    // A newer time frame counts from its own day.
    let text = note(
        "updates: [{date: 2026-03-21, decision_window: by 20 March}, {date: soon, decision_window: by 20 March}]",
    );
    let (_, codes) = read(&journal(&[("acme.md", &text)]), "2026-03-21");
    assert_eq!(codes, ["long-window", "invalid-date"]);
}

#[test]
fn spans_count_from_the_day_they_were_said() {
    // A Monday.
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("3 days",            "2026-03-05"),
        ("1 day",             "2026-03-03"),
        ("a day",             "2026-03-03"),
        ("7d",                "2026-03-09"),
        ("7 d",               "2026-03-09"),
        ("10D",               "2026-03-12"),
        ("1 week",            "2026-03-09"),
        ("One Week",          "2026-03-09"),
        ("A WEEK",            "2026-03-09"),
        ("2w",                "2026-03-16"),
        ("2 wks",             "2026-03-16"),
        ("two weeks",         "2026-03-16"),
        ("a couple of weeks", "2026-03-16"),
        ("a couple weeks",    "2026-03-16"),
        ("a fortnight",       "2026-03-16"),
        ("twelve days",       "2026-03-14"),
        ("a month",           "2026-04-02"),
        ("1 month",           "2026-04-02"),
        ("2 months",          "2026-05-02"),
        ("48 hours",          "2026-03-04"),
    ]);
}

#[test]
fn business_days_pass_over_days_off() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("within 10 business days", "2026-03-16"),
        ("3 working days",          "2026-03-05"),
        ("5 business days",         "2026-03-09"),
        ("five Business Days",      "2026-03-09"),
        ("3-5 working days",        "2026-03-09"),
        ("1 business day",          "2026-03-03"),
    ]);
    assert_dates(
        "2026-03-06",
        &[("1 business day", "2026-03-09"), ("3 working days", "2026-03-11")],
    );
    assert_dates("2026-03-07", &[("10 business days", "2026-03-20")]);
    let text = note("date: 2026-04-01; decision_window: 3 business days");
    let holidays = "holidays = [\"2026-04-03\"]\n";
    let folder = journal(&[("acme.md", &text), ("journal.toml", holidays)]);
    assert_eq!(read(&folder, "2026-04-01").0, "2026-04-07");
}

#[test]
fn of_two_ends_the_later_counts() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("5-7 days",           "2026-03-09"),
        ("5–7 days",           "2026-03-09"),
        ("5 – 7 days",         "2026-03-09"),
        ("5—7 days",           "2026-03-09"),
        ("5 to 7 days",        "2026-03-09"),
        ("five to seven days", "2026-03-09"),
        ("1-2w",               "2026-03-16"),
        ("a week or two",      "2026-03-16"),
        ("A week, or two.",    "2026-03-16"),
        ("one or two weeks",   "2026-03-16"),
        ("two-three weeks",    "2026-03-23"),
        ("a day or two",       "2026-03-04"),
        ("1-2 months",         "2026-05-02"),
    ]);
}

#[test]
fn small_words_and_marks_change_nothing() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("within a week",               "2026-03-09"),
        ("in 2 weeks",                  "2026-03-16"),
        ("within about two weeks",          "2026-03-16"),
        ("about a week",                "2026-03-09"),
        ("~1 week",                     "2026-03-09"),
        ("up to 3 days",                "2026-03-05"),
        ("1 week max",                  "2026-03-09"),
        ("another week",                "2026-03-09"),
        ("one more week",               "2026-03-09"),
        ("2 more weeks",                "2026-03-16"),
        ("EOD Friday",                  "2026-03-06"),
        ("by Friday 5pm",               "2026-03-06"),
        ("by Friday at 17:00",          "2026-03-06"),
        ("20 March at noon",            "2026-03-20"),
        ("week of 23 March",            "2026-03-27"),
        ("early April",                 "2026-04-07"),
        ("2 weeks at most",             "2026-03-16"),
        ("a week or so",                "2026-03-09"),
        ("a week from now",             "2026-03-09"),
        ("  3   days  ",                "2026-03-05"),
        ("3\u{a0}days",                 "2026-03-05"),
        ("3 days.",                     "2026-03-05"),
        ("(1 week)",                    "2026-03-09"),
        ("no later than 20 March",      "2026-03-20"),
        ("on March 20",                 "2026-03-20"),
        ("before the end of the month", "2026-03-31"),
        ("on or before 20 March",       "2026-03-20"),
        ("til Friday",                  "2026-03-06"),
        ("end of business Friday",      "2026-03-06"),
        ("end of the day",              "2026-03-02"),
        ("tomorrow at 5",               "2026-03-03"),
        ("tomorrow lunchtime",          "2026-03-03"),
        ("by next Friday 13 March",     "2026-03-13"),
        ("half a year",                 "2026-09-02"),
    ]);
}

/// The week is the one that holds the day, even if it has begun, and its Friday counts.
#[test]
fn a_week_is_named_by_one_of_its_days() {
    // A Wednesday.
    #[rustfmt::skip]
    assert_dates("2026-03-04", &[
        // the window | its date
        ("w/c 16th",                  "2026-03-20"),
        ("w/b 16th",                  "2026-03-20"),
        ("w/c the 16th",              "2026-03-20"),
        ("W/C Monday 16th",           "2026-03-20"),
        ("w/c 2nd",                   "2026-03-06"),
        ("w/c 2 March",               "2026-03-06"),
        ("w/c Monday",                "2026-03-13"),
        ("hopefully w/c 16th",        "2026-03-20"),
        ("w/c 2026-03-16",            "2026-03-20"),
        ("the week of the 16th",      "2026-03-20"),
        ("week of 18 March",          "2026-03-20"),
        ("week commencing the 16th",  "2026-03-20"),
        ("they'll decide w/c 16th",   "2026-03-20"),
        ("w/e 20 March",              "2026-03-20"),
        ("w/e 20th",                  "2026-03-20"),
        ("week ending Friday 20th",   "2026-03-20"),
        ("hopefully this week",       "2026-03-06"),
        ("this week, hopefully",      "2026-03-06"),
    ]);
    // A Saturday: that week is over.
    assert_dates("2026-03-07", &[("w/c 2nd", "2026-04-03"), ("w/c 9th", "2026-03-13")]);
}

/// Nobody knows how many "a few" are: the later end counts.
#[test]
fn a_few_are_five_days_or_four_weeks() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("a few days",                  "2026-03-07"),
        ("in the next few days",        "2026-03-07"),
        ("the coming few days",         "2026-03-07"),
        ("several days",                "2026-03-07"),
        ("a few more days",             "2026-03-07"),
        ("another few days",            "2026-03-07"),
        ("a few business days",         "2026-03-09"),
        ("a few weeks",                 "2026-03-30"),
        ("the next few weeks",          "2026-03-30"),
        ("the next couple of days",     "2026-03-04"),
        ("within the next two weeks",   "2026-03-16"),
        ("in the next day or two",      "2026-03-04"),
        ("in the next week or so",      "2026-03-13"),
        ("within the fortnight",        "2026-03-16"),
        ("the next fortnight",          "2026-03-16"),
    ]);
}

#[test]
fn a_weekday_may_be_short_or_named_with_its_week() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("Tues",                     "2026-03-03"),
        ("by tues.",                 "2026-03-03"),
        ("Weds",                     "2026-03-04"),
        ("by Thur",                  "2026-03-05"),
        ("Thurs.",                   "2026-03-05"),
        ("next thurs",               "2026-03-12"),
        ("Tues 10 March",            "2026-03-10"),
        ("by wednesday next week",   "2026-03-11"),
        ("Wednesday of next week",   "2026-03-11"),
        ("next week, on Weds",       "2026-03-11"),
        ("next week Wednesday",      "2026-03-11"),
        ("Friday this week",         "2026-03-06"),
        ("by 5pm friday",            "2026-03-06"),
        ("by 17:00 on Friday",       "2026-03-06"),
        ("noon on Tues",             "2026-03-03"),
        ("Fri 6th",                  "2026-03-06"),
        ("by Friday the 6th",        "2026-03-06"),
        ("by the 6th",               "2026-03-06"),
        ("the 1st",                  "2026-04-01"),
    ]);
}

#[test]
fn a_day_on_another_weekday_is_reported_and_counts_as_none() {
    for window in
        ["Sat 6th", "by Saturday the 6th", "they'll let me know by Sat 6th", "Sat 6 March"]
    {
        let (day, problems) = decision("2026-03-02", window);
        assert_eq!((&*day, &problems[..]), ("none", &["wrong-weekday".to_owned()][..]), "{window}");
    }
}

#[test]
fn a_sentence_may_hold_a_time_frame() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("they'll let me know by Friday",               "2026-03-06"),
        ("by the end of next week, joanne said",        "2026-03-13"),
        ("tom says end of next week",                   "2026-03-13"),
        ("Jean-Luc says end of next week",              "2026-03-13"),
        ("by Wednesday, Ana-Lucia said",                "2026-03-04"),
        ("they will decide tmrw",                       "2026-03-03"),
        ("Mid-March, after reference checks",           "2026-03-15"),
        ("HM is on PTO till Monday",                    "2026-03-09"),
        ("Friday, she reckons",                         "2026-03-06"),
        ("by Friday, Ellie told me",                    "2026-03-06"),
        ("They will let me know Friday",                "2026-03-06"),
        ("they'll call me on Friday.",                  "2026-03-06"),
        ("They hope to decide within two weeks",        "2026-03-16"),
        ("should hear by Weds",                         "2026-03-04"),
        ("I should hear back in a few days",            "2026-03-07"),
        ("I'll hear by the 6th",                        "2026-03-06"),
        ("they said end of next week",                  "2026-03-13"),
        ("They said 2 weeks",                           "2026-03-16"),
        ("they said they'd let me know by Friday",      "2026-03-06"),
        ("Ellie says end of next week",                 "2026-03-13"),
        ("Ellie said they'll decide by 20 March",       "2026-03-20"),
        ("Ellie will call tomorrow",                    "2026-03-03"),
        ("offers go out by 20 March",                   "2026-03-20"),
        ("decision expected by mid April",              "2026-04-15"),
        ("a decision is due on Friday",                 "2026-03-06"),
        ("decision no later than Friday",               "2026-03-06"),
        ("letter in the post by Friday",                "2026-03-06"),
        ("the letter will be posted by Friday",         "2026-03-06"),
        ("by email within 5 working days",              "2026-03-09"),
        ("within 5 working days by letter",             "2026-03-09"),
        ("wb 16 March",                                 "2026-03-20"),
        ("she said I'd hear Tues",                      "2026-03-03"),
        ("Denise says I'll hear from Brittany by Weds", "2026-03-04"),
        ("they hope to wrap up by the end of the month", "2026-03-31"),
        ("they'll call me either way by Friday",        "2026-03-06"),
        ("Joost calls early next week",                 "2026-03-10"),
        ("Dr Leary rings tomorrow",                     "2026-03-03"),
        ("Friday, HR will email",                       "2026-03-06"),
        ("next week, they'll ring me",                  "2026-03-13"),
    ]);
    for unknown in
        ["if she calls Friday", "Friday or Monday, HR will email", "they never call Friday"]
    {
        let (day, codes) = decision("2026-03-02", unknown);
        assert_eq!((&*day, &codes[..]), ("none", &["unknown-window".to_owned()][..]), "{unknown}");
    }
}

/// Nothing is decided before that day; when it is, nobody has said.
#[test]
fn somebody_may_be_away_until_a_day() {
    assert_dates(
        "2026-03-18",
        &[
            ("hiring manager is on leave until 7 April", "2026-04-07"),
            ("no decision before 7 April", "2026-04-07"),
            ("nothing before Easter", "2026-04-02"),
            ("owner is away till the 20th", "2026-03-20"),
            ("Rob's off until Monday", "2026-03-23"),
            ("once the hiring manager is back (7 April)", "2026-04-07"),
            ("they'll decide when Rob is back on 7 April", "2026-04-07"),
            ("Rob on leave until 7 April, they'll decide after that", "2026-04-07"),
            ("after the panel meets on 20th", "2026-03-20"),
            ("committee meets on the 26th", "2026-03-26"),
            ("committee meets Thursday, Ilse mails after", "2026-03-19"),
            ("Faculty council meets 6 May", "2026-05-06"),
            ("they meet Thursday", "2026-03-19"),
            ("they're interviewing thru Friday", "2026-03-20"),
            ("the procedure takes months", "2026-05-18"),
            ("the panel sits on 25th", "2026-03-25"),
            ("board meets again next Tuesday", "2026-03-24"),
            ("not before the 20th", "2026-03-20"),
            ("after 1 April", "2026-04-01"),
            ("interviewing till Fri", "2026-03-20"),
            // What lasts until a month is over when that begins.
            ("Rob is on leave until April", "2026-04-01"),
            ("no decision before next month", "2026-04-01"),
            ("not before next week", "2026-03-23"),
            ("after April", "2026-04-30"),
            ("hiring freeze until April", "2026-04-01"),
            ("on hold until the end of April", "2026-04-30"),
            ("paused for April", "2026-04-30"),
            ("on hold for two weeks", "2026-04-01"),
            ("they're still interviewing until the 27th", "2026-03-27"),
        ],
    );
    for unknown in [
        "I'm away until 7 April",
        "offer's off until Monday",
        "Rob is on leave",
        "back in a week or never",
        "not before two weeks",
        "after lunch",
        "the panel meets soon",
        "after the interview on Friday",
    ] {
        let (day, codes) = decision("2026-03-18", unknown);
        assert_eq!((&*day, &codes[..]), ("none", &["unknown-window".to_owned()][..]), "{unknown}");
    }
    let fields = "recruiter: Sam Lee; decision_window: no decision before 7 April";
    let folder = journal(&[("acme.md", &note(fields))]);
    for (day, draft) in [("2026-03-03", "recruiter-thanks"), ("2026-04-09", "status-check.1")] {
        folder.build(day);
        let letter = folder.read(&format!("acme.{draft}.draft.md"));
        assert!(!letter.contains("April for") && !letter.contains("mentioned"), "{letter}");
    }
}

#[test]
fn days_of_the_year_are_the_next_ones() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("2026-03-20",           "2026-03-20"),
        ("by 2026-03-20",        "2026-03-20"),
        ("by 20 March",          "2026-03-20"),
        ("By 20 March.",         "2026-03-20"),
        ("by 20th March",        "2026-03-20"),
        ("by the 20th of March", "2026-03-20"),
        ("March 20",             "2026-03-20"),
        ("MARCH 20",             "2026-03-20"),
        ("Mar 20th",             "2026-03-20"),
        ("20 Mar",               "2026-03-20"),
        ("Friday 20 March",      "2026-03-20"),
        ("Fri, Mar 20",          "2026-03-20"),
        ("20 March 2026",        "2026-03-20"),
        ("March 20, 2026",       "2026-03-20"),
        ("March 2",              "2026-03-02"),
        ("1 March",              "2027-03-01"),
        ("29 February",          "2028-02-29"),
        ("10 Sept",              "2026-09-10"),
    ]);
    assert_dates("2026-12-30", &[("by 10 January", "2027-01-10"), ("31 December", "2026-12-31")]);
}

#[test]
fn weekdays_lie_ahead() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("by Friday",      "2026-03-06"),
        ("BY FRIDAY",      "2026-03-06"),
        ("by friday!",     "2026-03-06"),
        ("Fri",            "2026-03-06"),
        ("by this Friday", "2026-03-06"),
        ("on Tuesday",     "2026-03-03"),
        ("Sunday",         "2026-03-08"),
        // Said on a Monday: not today.
        ("by Monday",      "2026-03-09"),
    ]);
    assert_dates("2026-03-06", &[("by Friday", "2026-03-13"), ("by Thursday", "2026-03-12")]);
    assert_dates("2026-03-07", &[("by Friday", "2026-03-13"), ("Monday", "2026-03-09")]);
    assert_dates("2026-12-30", &[("by Friday", "2027-01-01")]);
}

#[test]
fn parts_of_the_calendar_end_on_their_last_day() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("end of the week",         "2026-03-06"),
        ("end of week",             "2026-03-06"),
        ("by the end of this week", "2026-03-06"),
        ("EOW",                     "2026-03-06"),
        ("end of next week",        "2026-03-13"),
        ("by the end of next week", "2026-03-13"),
        ("end of March",            "2026-03-31"),
        ("End Of March",            "2026-03-31"),
        ("end of April",            "2026-04-30"),
        ("end of February",         "2027-02-28"),
        ("end of March 2027",       "2027-03-31"),
        ("end of month",            "2026-03-31"),
        ("end of the month",        "2026-03-31"),
        ("end of next month",       "2026-04-30"),
        ("mid April",               "2026-04-15"),
        ("mid-April",               "2026-04-15"),
        ("middle of April",         "2026-04-15"),
        ("mid March",               "2026-03-15"),
        ("early next week",         "2026-03-10"),
        ("mid next week",           "2026-03-11"),
        ("the middle of next week", "2026-03-11"),
        ("late next week",          "2026-03-13"),
        ("later this week",         "2026-03-06"),
        ("late March",              "2026-03-31"),
        ("late March 2027",         "2027-03-31"),
        ("same day",                "2026-03-02"),
        ("tonight or tomorrow",     "2026-03-03"),
        ("by Weds pm",              "2026-03-04"),
        ("tomorrow",                "2026-03-03"),
        ("Tomorrow",                "2026-03-03"),
    ]);
    assert_dates(
        "2026-03-06",
        &[("end of the week", "2026-03-06"), ("end of next week", "2026-03-13")],
    );
    assert_dates("2026-03-31", &[("end of March", "2026-03-31"), ("end of month", "2026-03-31")]);
    assert_dates("2026-03-16", &[("mid March", "2027-03-15"), ("mid April", "2026-04-15")]);
    assert_dates("2026-03-15", &[("mid March", "2026-03-15")]);
}

#[test]
fn months_and_years_end_where_the_calendar_says() {
    assert_dates("2026-01-31", &[("a month", "2026-02-28"), ("2 months", "2026-03-31")]);
    assert_dates("2028-01-31", &[("a month", "2028-02-29"), ("end of next month", "2028-02-29")]);
    assert_dates("2026-03-31", &[("a month", "2026-04-30"), ("tomorrow", "2026-04-01")]);
    assert_dates("2026-02-27", &[("3 days", "2026-03-02"), ("end of month", "2026-02-28")]);
    assert_dates("2028-02-27", &[("3 days", "2028-03-01"), ("end of February", "2028-02-29")]);
    assert_dates("2025-12-31", &[("two months", "2026-02-28"), ("tomorrow", "2026-01-01")]);
    #[rustfmt::skip]
    assert_dates("2026-12-28", &[
        // the window | its date
        ("a week",          "2027-01-04"),
        ("5 business days", "2027-01-04"),
        ("end of the week", "2027-01-01"),
        ("end of January",  "2027-01-31"),
        ("mid January",     "2027-01-15"),
        ("end of month",    "2026-12-31"),
    ]);
}

/// People note whom they'll ring, and why it takes so long.
#[test]
fn what_stands_behind_a_window_without_changing_it_is_passed_over() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("they'll ring Carla by end of next week",      "2026-03-13"),
        ("she'll ring by Friday",                       "2026-03-06"),
        ("he'll ring Friday",                           "2026-03-06"),
        ("they will tell me by Tuesday",                "2026-03-03"),
        ("they'll tell Carla on Tuesday",               "2026-03-03"),
        ("she'll know by end of week if they want me",  "2026-03-06"),
        ("within the week, they need refs first",       "2026-03-06"),
        ("about ten days, they've 2 more to see",       "2026-03-12"),
        ("10 days, 2 more to see",                      "2026-03-12"),
        ("two weeks (they have three more interviews)", "2026-03-16"),
        ("by Friday – she's waiting for the budget",    "2026-03-06"),
        ("tomorrow, before the long weekend",           "2026-03-03"),
        ("end of next week (Carla)",                    "2026-03-13"),
        ("2026-03-12 (Carla)",                          "2026-03-12"),
        ("Tuesday, 10 March, they need refs first",     "2026-03-10"),
        ("3-4 weeks, HR slow",                          "2026-03-30"),
        ("end of the month, all going well",            "2026-03-31"),
        ("by 10 April, Prof Keane away till then",      "2026-04-10"),
        ("within a fortnight, boss away",               "2026-03-16"),
        ("two weeks, budget sign-off",                  "2026-03-16"),
        ("a week, maybe 10 days",                       "2026-03-12"),
        ("10 days or a week",                           "2026-03-12"),
    ]);
    for unknown in [
        "a week or possibly 2 months",
        "two weeks, depending on the budget",
        "two weeks, longer if HR is slow",
        "Friday, maybe Monday",
        "a week or Monday",
    ] {
        let (day, codes) = decision("2026-03-02", unknown);
        assert_eq!((&*day, &codes[..]), ("none", &["unknown-window".to_owned()][..]), "{unknown}");
    }
}

#[test]
fn none_can_be_said_in_words_or_left_out() {
    #[rustfmt::skip]
    assert_dates("2026-03-02", &[
        // the window | its date
        ("unknown",     "none"),
        ("didn't say",  "none"),
        ("didn't ask",  "none"),
        ("they didn't say", "none"),
        ("Unknown",     "none"),
        ("not stated",  "none"),
        ("Not stated.", "none"),
        ("",            "none"),
        ("  ",          "none"),
        ("tbc",         "none"),
        ("TBC.",        "none"),
        ("tba",         "none"),
        ("no idea",     "none"),
        ("dunno",       "none"),
        ("no clue",     "none"),
        ("I don't know", "none"),
    ]);
    for line in ["", "decision_window:\n", "decision_window: ~\n", "decision_window: # later\n"] {
        let text = note(line);
        let read = read(&journal(&[("acme.md", &text)]), "2026-03-02");
        assert_eq!(read, ("none".to_owned(), Vec::new()), "{line}");
    }
}

#[test]
fn an_update_counts_from_the_day_it_was_heard() {
    #[rustfmt::skip]
    let rows = [
        // the updates | the decision date
        ("{date: 2026-03-11, decision_window: a week}",                                              "2026-03-18"),
        ("{date: 2026-03-11, decision_window: end of the week}",                                     "2026-03-13"),
        ("{date: 2026-03-11, decision_window: by 2026-03-25}",                                       "2026-03-25"),
        ("{date: 2026-03-11, decision_window: unknown}",                                             "none"),
        ("{date: 2026-03-11, decision_window: a week}, {date: 2026-03-13, decision_window: 3 days}", "2026-03-16"),
    ];
    for (updates, expected) in rows {
        let text = note(&format!("decision_window: 1 week; updates: [{updates}]"));
        let (day, problems) = read(&journal(&[("acme.md", &text)]), "2026-03-13");
        assert_eq!((day.as_str(), problems.len()), (expected, 0), "{updates}");
    }
}

#[test]
fn a_window_that_is_not_understood_is_reported_and_counts_as_none() {
    for window in [
        "soon",
        "when they are ready",
        "a few",
        "as soon as possible",
        "3 parsecs",
        "days",
        "31 February",
        "30 February 2026",
        "2026-02-30",
        "2026-13-01",
        "2026-3-2-1",
        "3/4",
        "Friday or Monday",
        "a week and a half",
        "half a week",
        "Q2",
        "99999999999 days",
        "40000 days",
        "1e3 days",
        "five",
        "[[soon]]",
        "3 days 🙂",
        "null and void",
        "week 12",
        "2 weeks ago",
        "2026-03-12 (moved to 2026-03-19)",
        "by Friday, they said Monday at first",
        "by Friday, they may need longer",
        "by Friday (delayed)",
        "two weeks, they've asked for more",
        "two weeks, they need another one",
        "Friday, they want to see me",
        "Friday, but they're busy",
        "by Friday, if they have the budget",
        "by Friday, unless they see others",
        "by Friday, after the board has met",
        "two weeks, they start on the 20th",
        "Friday (Monday)",
        "Friday (March)",
        "they'll ring Carla early in April",
        "they won't tell me by Tuesday",
        "1 week 3 days",
        "2026-03-20 to 2026-03-25",
        "a few parsecs",
        "Friday or Monday next week",
        "they said",
        "they said no",
        "they said soon",
        "they said Friday or Monday",
        "they said not before 20 March",
        "they won't call by Friday",
        "I don't expect to hear by Friday",
        "unlikely to hear by Friday",
        "nobody will call by Friday",
        "I said Friday",
        "I'll call them on Friday",
        "they said Friday, then they said Monday",
        "not by Friday, Joanne said",
        "by Friday, I said",
        "by Friday or Monday, Joanne said",
        "soon, they said",
        "Joanne said",
        "they want to see me on Friday",
        "phone call on Friday",
        "call on Friday",
        "offer on Friday",
    ] {
        let text = note(&format!("decision_window: {}", quoted(window)));
        let folder = journal(&[("acme.md", &text)]);
        let agenda = folder.agenda("2026-03-02");
        let (waiting, problem) = (&agenda["waiting"][0], &agenda["problems"][0]);
        assert_eq!(problem["code"], "unknown-window", "{window:?}: {waiting}");
        assert_eq!((problem["line"].as_u64(), problem["column"].as_u64()), (Some(4), Some(18)));
        assert!(problem["help"].as_str().unwrap().contains("2 weeks"), "{problem}");
        assert_eq!(waiting["decision_date"], Value::Null, "{window:?}");
        // As without a window: a week later, and to find out.
        assert_eq!(waiting["next_check"], "2026-03-09", "{window:?}");
        let mut followups = agenda["followups"].as_array().unwrap().iter();
        assert!(followups.any(|one| one["id"] == "acme/find-out/decision-window"), "{window:?}");
    }
}

#[test]
fn a_date_of_another_form_counts_as_none_and_is_named_by_its_readings() {
    for (window, code) in [("03/04/2026", "ambiguous-date"), ("20.03.2026", "foreign-date")] {
        let expected = ("none".to_owned(), vec![code.to_owned()]);
        assert_eq!(decision("2026-03-02", window), expected, "{window:?}");
    }
}

#[test]
fn numbers_that_leave_a_doubt_are_not_guessed() {
    for window in ["1.5 weeks", "1,5 weeks", "2 5 days", "10,000 days", "-3 days", "7"] {
        let expected = ("none".to_owned(), vec!["unknown-window".to_owned()]);
        assert_eq!(decision("2026-03-02", window), expected, "{window:?}");
    }
}

/// The agenda asks for no time frame to be corrected that a newer one has replaced; `check` still names it.
#[test]
fn one_that_is_unclear_is_left_once_a_newer_one_counts() {
    let first = "role: Dev; round: 1; interviewers: [Jane Doe]; decision_window: soonish";
    let thanked = format!("{first}; followups: {{thank-you/jane-doe: done 2026-03-03}}");
    let update = |window: &str| {
        let update = format!("updates: [{{date: 2026-03-04, decision_window: {window}}}]");
        format!("{first}; {update}")
    };
    let second = |window: &str| format!("date: 2026-03-09; role: Dev; round: 2; {window}");
    #[rustfmt::skip]
    let cases = [
        // the notes | the codes in the agenda, and in check
        (vec![first.to_owned()],                                        "unknown-window", "unknown-window"),
        (vec![update("1 week")],                                        "", "unknown-window"),
        (vec![update("later")],                                         "unknown-window unknown-window", "unknown-window unknown-window"),
        (vec![thanked.clone(), second("decision_window: 1 week")],      "", "unknown-window"),
        (vec![thanked.clone(), second("outcome: pending")],             "unknown-window", "unknown-window"),
        // They have decided.
        (vec![format!("{first}; outcome: accepted; outcome_date: 2026-03-09")], "", "unknown-window"),
        (vec![format!("{first}; outcome: rejected; outcome_date: 2026-03-09")], "", "unknown-window"),
        (vec![format!("{first}; outcome: applied")],                    "unknown-window", "unknown-window"),
        // A letter about that round is still to be sent.
        (vec![first.to_owned(), second("decision_window: 1 week")],     "unknown-window", "unknown-window"),
        // Something else is wrong there.
        (vec![format!("{}; decide_by: soon", update("1 week"))],        "unknown-window invalid-date", "unknown-window invalid-date"),
    ];
    for (notes, listed, checked) in cases {
        let folder = journal(&[]);
        for (at, fields) in notes.iter().enumerate() {
            folder.write(&format!("{at}.md"), note(fields));
        }
        let codes = |report: &Value| {
            let problems = report["problems"].as_array().unwrap().iter();
            let codes = problems.map(|problem| problem["code"].as_str().unwrap());
            codes.filter(|code| !code.contains("blanks")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(codes(&folder.agenda("2026-03-10")), listed, "{notes:?}");
        let report = folder.run_on("2026-03-10", "check --format json").stdout;
        assert_eq!(codes(&serde_json::from_str(&report).unwrap()), checked, "{notes:?}");
    }
}

/// They have said something, even if the program can't read it.
#[test]
fn nobody_is_asked_for_a_time_frame_that_is_noted_in_unclear_words() {
    for (window, asks) in [("when the budget is there", false), ("didn't say", true), ("", true)] {
        let text = note(&format!(
            "date: 2026-03-02; recruiter: Sam Lee <s@acme.example>; decision_window: {window}"
        ));
        let folder = journal(&[("acme.md", &text)]);
        folder.build("2026-03-03");
        let thanks = folder.read("acme.recruiter-thanks.draft.md");
        assert_eq!(thanks.contains("when there might be a decision?"), asks, "{window} {thanks}");
        assert!(thanks.contains("just let me know."), "{thanks}");
    }
}

/// Letters say the time frame as the company did: in the days after, and looked back at from weeks later.
#[test]
fn letters_tell_a_time_frame_in_the_company_s_words() {
    #[rustfmt::skip]
    let rows = [
        // the window | soon after | weeks later, as the time of a decision
        ("5-7 days",            "within five to seven days",               "within five to seven days"),
        ("10-14 days",          "within 10 to 14 days",                    "within 10 to 14 days"),
        ("within 10 working days", "within ten working days",             "within ten working days"),
        ("3-5 business days",   "within three to five business days",      "within three to five business days"),
        ("a week or two",       "within a week or two",                    "within a week or two"),
        ("2-3 weeks",           "within two to three weeks",               "within two to three weeks"),
        ("a month or two",      "within a month or two",                   "within a month or two"),
        ("two weeks",           "within two weeks",                        "within two weeks"),
        ("a few days",          "within a few days",                       "within a few days"),
        ("the next few weeks",  "within a few weeks",                      "within a few weeks"),
        ("about two weeks",     "within about two weeks",                  "within about two weeks"),
        ("ten days or so",      "within about ten days",                   "within about ten days"),
        ("around 2-3 weeks",    "within about two to three weeks",         "within about two to three weeks"),
        ("a couple of days",    "within a couple of days",                 "within a couple of days"),
        ("by EOD Friday",       "by Friday",                           "by that Friday"),
        ("they said by Friday", "by Friday",                           "by that Friday"),
        ("by Monday",           "by Monday",                           "by the following Monday"),
        ("Friday next week",    "by Friday of next week",              "by the Friday of the following week"),
        ("tomorrow",            "by Tuesday",                          "the next day"),
        ("early April",         "in early April",                      "in early April"),
        ("mid March",           "in mid-March",                        "in mid-March"),
        ("late March",          "in late March",                       "in late March"),
        ("end of March",        "by the end of March",                 "by the end of March"),
        ("March",               "in March",                            "in March"),
        ("this month",          "this month",                          "in March"),
        ("next month",          "next month",                          "in April"),
        ("end of next month",   "by the end of next month",            "by the end of April"),
        ("next week",           "next week",                           "the following week"),
        ("this week",           "this week",                           "that week"),
        ("end of next week",    "by the end of next week",             "by the end of the following week"),
        ("early next week",     "early next week",                     "at the start of the following week"),
        ("mid next week",       "in the middle of next week",          "in the middle of the following week"),
        ("late next week",      "late next week",                      "at the end of the following week"),
        ("later this week",     "later this week",                     "later in the week"),
        ("a fortnight tomorrow", "by 17 March",                         "by 17 March"),
        ("a week on Friday",    "by 13 March",                         "by 13 March"),
        ("a week today",        "within a week",                           "within a week"),
        ("first week of April", "in early April",                      "in early April"),
        ("w/c 23 March",        "in the week of 23 March",             "in the week of 23 March"),
        ("week commencing 23 March", "in the week of 23 March",             "in the week of 23 March"),
        ("w/c 23rd",            "in the week of 23 March",             "in the week of 23 March"),
        ("week of the 25th",    "in the week of 25 March",             "in the week of 25 March"),
        ("w/c Monday",          "in the week of 9 March",              "in the week of 9 March"),
        ("w/e 20 March",        "by 20 March",                         "by 20 March"),
        ("after Easter",        "after Easter",                        "after Easter"),
        ("close of play Friday", "by Friday",                           "by that Friday"),
    ];
    for (window, soon, later) in rows {
        let people =
            "interviewers: [Jane Doe <j@acme.example>]\nrecruiter: Sam Lee <s@acme.example>";
        let text = note(&format!("date: 2026-03-02\n{people}\ndecision_window: {window}\n"));
        let folder = journal(&[("acme.md", &text)]);
        folder.build("2026-03-03");
        let thanks = folder.read("acme.recruiter-thanks.draft.md");
        assert!(thanks.contains(&format!("You mentioned a decision {soon}, so")), "{thanks}");
        let path = "acme.status-check.1.draft.md";
        let mut days = ["2026-03-20", "2026-04-13", "2026-05-06"].into_iter();
        let is_there = days.any(|day| {
            folder.build(day);
            folder.has(path)
        });
        assert!(is_there, "{window}");
        let check = folder.read(path);
        assert!(check.contains(&format!("you mentioned a decision {later}.")), "{window} {check}");
    }
}

/// After news of a newer time frame, the status check tells when the news was to come, or how much longer it was to take.
#[test]
fn letters_tell_a_newer_time_frame_in_the_company_s_words() {
    let expect = "you thought there'd be news about the position";
    let need = "you told me that you'd need";
    let rows = [
        // the update | the verb | what follows
        ("end of March", expect, "by the end of March."),
        ("April", expect, "in April."),
        ("mid April", expect, "in mid-April."),
        ("later this week", expect, "later in the week."),
        ("next week", expect, "the following week."),
        ("end of next week", expect, "by the end of the following week."),
        ("w/c 23 March", expect, "in the week of 23 March."),
        ("tomorrow", expect, "the next day."),
        ("today", expect, "that day."),
        ("by Friday", expect, "by that Friday."),
        ("by Tuesday", expect, "by the following Tuesday."),
        ("20 March", expect, "by 20 March."),
        ("after Easter", expect, "after Easter."),
        ("another two weeks", need, "another two weeks to decide about the position."),
        ("another 2 weeks", need, "another two weeks to decide about the position."),
        ("another three weeks", need, "another three weeks to decide about the position."),
        ("another couple of days", need, "another couple of days to decide about the position."),
        ("another week or two", need, "another week or two to decide about the position."),
        ("another day", need, "another day to decide about the position."),
        ("about ten days", need, "another ten days to decide about the position."),
    ];
    for (window, verb, rest) in rows {
        let text = note(&format!(
            "date: 2026-03-02; recruiter: Sam Lee <s@acme.example>; \
             updates: [{{date: 2026-03-11, decision_window: {window}}}]"
        ));
        let folder = journal(&[("acme.md", &text)]);
        let path = "acme.status-check.1.draft.md";
        let is_there = ["2026-03-26", "2026-04-17", "2026-05-06"].into_iter().any(|day| {
            folder.build(day);
            folder.has(path)
        });
        assert!(is_there, "{window}");
        let check = folder.read(path);
        let sentence = format!("On Wednesday 11 March, {verb}");
        assert!(check.contains(&sentence), "{window} {check}");
        assert!(check.split_once(&sentence).unwrap().1.contains(rest), "{window} {check}");
    }
}

#[test]
fn the_holidays_are_a_time_frame_too() {
    #[rustfmt::skip]
    assert_dates("2026-12-03", &[
        // the window | its date
        ("by Christmas",              "2026-12-24"),
        ("before Christmas",          "2026-12-24"),
        ("after Christmas",           "2027-01-07"),
        ("before Easter",             "2027-03-25"),
        ("after Easter",              "2027-04-02"),
        ("before Thanksgiving",       "2027-11-24"),
        ("after Thanksgiving",        "2026-12-04"),
        ("the week after Thanksgiving", "2026-12-04"),
        ("the Monday after Thanksgiving", "2027-11-29"),
        ("by Black Friday",           "2027-11-26"),
        ("week of Thanksgiving",      "2027-11-26"),
        ("after New Year's",          "2027-01-07"),
        ("early in the new year",     "2027-01-07"),
        ("in the new year",           "2027-01-15"),
        ("the first week of January", "2027-01-07"),
        ("w/c 4 Jan",                 "2027-01-08"),
        ("week commencing 4 January", "2027-01-08"),
    ]);
}
