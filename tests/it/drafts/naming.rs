//! How letters name people, teams and roles.

use crate::support::{journal, note};

use super::message;

#[test]
fn people_are_greeted_by_the_name_that_they_go_by() {
    let cases = [
        ("Dr. Wei Zhang", "Dear Dr. Zhang,"),
        ("R. Okafor", "Hi R. Okafor,"),
        ("'Robert \"Bob\" Miller'", "Hi Bob,"),
        ("'Jane Doe, PhD'", "Hi Jane,"),
        ("ANNA SMITH", "Hi Anna,"),
        ("HCA Precious", "Hi Precious,"),
        ("Theatre manager Ian Foley", "Hi Ian,"),
        ("SENCO Julie", "Hi Julie,"),
        ("'Julie, SENCO'", "Hi Julie,"),
        ("'Mr Lyle, bursar'", "Dear Mr Lyle,"),
        ("Bursar Mr Lyle", "Dear Mr Lyle,"),
        ("Mr Pell head", "Dear Mr Pell,"),
        ("Mrs O'Donnell headteacher", "Dear Mrs O'Donnell,"),
        ("Dr Leary head of science", "Dear Dr Leary,"),
        ("HoD maths Priya", "Hi Priya,"),
        ("ODP Lee", "Hi Lee,"),
        ("Sr Moira Kelly", "Dear Sr Kelly,"),
        ("deputy head Dave", "Hi Dave,"),
        ("EYFS Anna", "Hi EYFS Anna,"),
        ("Fran from HR <fran@acme.example>", "Hi Fran,"),
        ("Kemi in HR", "Hi Kemi,"),
        ("Year 9 set 3", "Hi all,"),
        ("People Team", "Hi all,"),
        ("Carewell Staffing", "Hi all,"),
        ("Deputy Chief Nurse", "Hi,"),
        ("the CTO", "Hi,"),
        ("Human Resources", "Hi,"),
        ("NHS Jobs", "Hi,"),
        ("lady on reception", "Hi,"),
        ("a nice porter", "Hi,"),
        ("two midwives", "Hi all,"),
        ("a PhD student", "Hi,"),
        ("a TA", "Hi,"),
        ("her deputy", "Hi,"),
        ("Equality officer", "Hi,"),
        ("the chair of the search committee", "Hi,"),
        ("Research committee", "Hi all,"),
        ("Jun.-Prof. Dr. Ali Can", "Dear Jun.-Prof. Dr. Can,"),
        ("Dr.-Ing. Uwe Kranz", "Dear Dr.-Ing. Kranz,"),
        ("mevr. Jansen", "Dear Mevr. Jansen,"),
        ("dr anil kapoor", "Dear Dr Kapoor,"),
        ("Mr. Al Feldman", "Dear Mr. Feldman,"),
        ("Mrs. Helen Oakes", "Dear Mrs. Oakes,"),
        ("Prof. Dr. Dr. Rainer Blohm", "Dear Prof. Dr. Dr. Blohm,"),
        ("Fr Michael Keane", "Dear Fr Keane,"),
        ("Matron", "Hi Matron,"),
        ("'de la Cruz, Maria'", "Hi Maria,"),
        ("Alex Kim (they/them)", "Hi Alex,"),
        ("'Ming Li [he/him]'", "Hi Ming,"),
    ];
    for (name, greeting) in cases {
        let note =
            format!("---\ncompany: Acme\ndate: 2026-03-02\ninterviewers:\n  - {name}\n---\n");
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-02");
        let draft = folder.drafts().into_iter().find(|path| path.contains("thank-you")).unwrap();
        let text = folder.read(&draft);
        assert!(message(&text).starts_with(greeting), "{name}: {text}");
    }
}

/// Only a word that is known to be none of a name loses its capital.
#[test]
fn a_role_stands_in_a_sentence_as_one_would_write_it() {
    let cases = [
        ("Account executive", "the account executive role"),
        ("Nurse", "the nurse role"),
        ("Senior engineer, payments", "the senior engineer role"),
        ("Software Engineer", "the Software Engineer role"),
        ("Bench joiner", "the bench joiner role"),
        ("Auctioneer", "the auctioneer role"),
        ("SRE", "the SRE role"),
        ("Diving instructor", "the diving instructor role"),
        ("Rust engineer", "the Rust engineer role"),
        ("Year 4 teacher", "the Year 4 teacher role"),
        ("German teacher", "the German teacher role"),
        ("Leicester branch manager", "the Leicester branch manager role"),
        ("QA engineer", "the QA engineer role"),
        ("Data engineer (AWS)", "the data engineer role"),
        ("Head of IT", "the Head of IT role"),
    ];
    for (role, expected) in cases {
        let note = format!(
            "---\ncompany: Acme\ndate: 2026-03-02\nrole: {role}\ninterviewers: [Jane Doe <j@acme.example>]\n---\n"
        );
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-03");
        let letter = folder.read("a.thank-you.jane-doe.draft.md");
        assert!(letter.contains(&format!("about {expected} on")), "{letter}");
        assert!(letter.contains(role.split([',', '(']).next().unwrap().trim()), "{letter}");
    }
}

/// A role typed in capitals is called as others are, and so is one with a picture.
#[test]
fn a_role_is_called_as_people_call_it() {
    let cases = [
        ("VP, Engineering", "the VP of Engineering role"),
        ("Senior Vice President, Sales (EMEA)", "the Senior Vice President of Sales role"),
        ("VP, Zurich", "the VP role"),
        ("VP,", "the VP role"),
        ("BACKEND ENGINEER", "the backend engineer role"),
        ("HEAD OF IT", "the Head of IT role"),
        ("HR MANAGER", "the HR manager role"),
        ("JAVA DEVELOPER", "the Java developer role"),
        ("CTO", "the CTO role"),
        ("Founding Engineer 🚀", "the Founding Engineer role"),
        ("👩‍💻 Data analyst", "the data analyst role"),
        ("Intern", "the internship"),
        ("Data science intern", "the data science internship"),
        ("Electrical apprentice", "the electrical apprenticeship"),
        ("Apprentice joiner", "the apprentice joiner role"),
        ("Graduate scheme", "the graduate scheme"),
        ("Head of programme", "the head of programme role"),
    ];
    for (role, expected) in cases {
        let note = format!(
            "---\ncompany: Acme\ndate: 2026-03-02\nrole: \"{role}\"\ninterviewers: [Jane Doe <j@acme.example>]\n---\n"
        );
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-03");
        let letter = folder.read("a.thank-you.jane-doe.draft.md");
        assert!(letter.contains(&format!("about {expected} on")), "{role}: {letter}");
    }
}

#[test]
fn a_team_or_a_function_has_its_article() {
    let cases = [
        ("Panel", "with the panel"),
        ("People Team", "with the People Team"),
        ("The hiring panel", "with the hiring panel"),
        ("the CTO", "with the CTO"),
        ("The CTO", "with the CTO"),
        ("Hiring manager", "with the hiring manager"),
        ("HR", "with HR"),
        ("HR team", "with the HR team"),
        ("HR department", "with the HR department"),
        ("Ward 7 team", "with the Ward 7 team"),
        ("Team Red", "with Team Red"),
        ("Human Resources", "with Human Resources"),
        ("Front desk", "with the front desk"),
        ("Year 9 set 3", "with Year 9 set 3"),
        ("Fran from HR", "with Fran"),
        ("HCA Precious", "with Precious"),
        ("lady on reception", "with the lady on reception"),
        ("dock supervisor", "with the dock supervisor"),
        ("external rep from Athlone IT", "with the external rep from Athlone IT"),
        ("team lead", "with the team lead"),
        ("form tutor", "with the form tutor"),
        ("Hr. Vogel", "with Hr. Vogel"),
        ("Mr Ó Sé", "with Mr Ó Sé"),
        ("a nice porter", "with the nice porter"),
        ("two midwives", "with the two midwives"),
        ("Dr. Wei Zhang", "with Dr. Zhang"),
        ("dr wei zhang", "with Dr Zhang"),
    ];
    for (name, expected) in cases {
        let note = format!(
            "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\ninterviewers: [{name}]\n\
             recruiter: Sam Lee <s@a.example>\n---\n"
        );
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-03");
        let thanks = folder.read("a.recruiter-thanks.draft.md");
        assert!(thanks.contains(&format!("interview {expected} for the dev role")), "{thanks}");
    }
}

/// "The" and "from" are nobody's name.
#[test]
fn whoever_is_only_described_takes_nobody_elses_remarks() {
    for helper in ["the receptionist", "someone from HR", "lady on reception"] {
        let note = format!(
            "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\ninterviewers: [Jane Doe <j@a.example>]\n\
             also_met: [{helper}]\n---\n\n## What stood out\n\n- how the ward moved from paper to tablets on Mondays\n"
        );
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-03");
        let thanks = folder.read("a.thank-you.jane-doe.draft.md");
        assert!(thanks.contains("how the ward moved"), "{helper}: {thanks}");
        assert_eq!(folder.drafts().iter().filter(|draft| draft.contains("team-thanks")).count(), 0);
    }
    let note = "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\nalso_met: [the receptionist]\n---\n\n\
        ## What stood out\n\n- The receptionist showed me round the ward\n";
    let folder = journal(&[("a.md", note)]);
    folder.build("2026-03-03");
    let thanks = folder.read("a.team-thanks.the-receptionist.draft.md");
    assert!(thanks.contains("showing me round the ward"), "{thanks}");
}

#[test]
fn what_stands_behind_a_helpers_name_is_what_they_did() {
    let cases = [
        // the helper | what the letter says | what is left below it
        ("Tom Nash (gave me a tour)", "Thank you for giving me a tour when", "- gave me a tour"),
        (
            "the technician who showed me round",
            "Thank you for showing me round when",
            "- showed me round",
        ),
        // Nobody can tell whether that is fit to be said.
        (
            "Tom Nash (her dog is ill)",
            "Thank you for [fill in: what Tom did for you]",
            "- her dog is ill",
        ),
    ];
    for (helper, said, below) in cases {
        let note =
            format!("---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\nalso_met: [{helper}]\n---\n");
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-03");
        let draft = folder.drafts().into_iter().find(|path| path.contains("team-thanks")).unwrap();
        let text = folder.read(&draft);
        let (letter, rest) = text.split_once("Not sent").unwrap();
        assert!(letter.contains(said) && rest.contains(below), "{text}");
    }
    // Titles and forms of address are none.
    for helper in ["Tom Nash (head chef)", "Tom Nash (she/her)", "Tom Nash"] {
        let note = format!("---\ncompany: Acme\ndate: 2026-03-02\nalso_met: [{helper}]\n---\n");
        let folder = journal(&[("a.md", &note)]);
        assert!(folder.build("2026-03-03").contains("jot down what they did"), "{helper}");
        assert_eq!(folder.drafts().iter().filter(|path| path.contains("team")).count(), 0);
    }
}

#[test]
fn names_in_small_letters_get_their_capitals() {
    let note = "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\nrecruiter: Sam Lee <s@a.example>\n\
        interviewers: [Mrs Rahman <r@a.example>, claire dobson, dr ellery <e@a.example>]\n---\n";
    let folder = journal(&[("a.md", note)]);
    folder.build("2026-03-03");
    let thanks = folder.read("a.recruiter-thanks.draft.md");
    assert!(thanks.contains("with Mrs Rahman, Claire and Dr Ellery"), "{thanks}");
    let passed_on = folder.read("a.thank-you.claire-dobson.draft.md");
    assert!(passed_on.contains("Claire Dobson"), "{passed_on}");
    folder.build("2026-03-04");
    let connect = folder.read("a.connect.draft.md");
    assert!(
        connect.contains("\nClaire Dobson:\n") && connect.contains("\nDr Ellery:\n"),
        "{connect}"
    );
    let show = folder.run_on("2026-03-04", "show a/connect");
    assert!(!show.stdout.contains("characters too"), "{}", show.stdout);
}

#[test]
fn one_person_under_two_names_is_not_told_about_themselves() {
    let people = "interviewers: [Prof. Ian MacLeod <ian@n.example>, Bo Ek <bo@n.example>]; \
        contact: Prof MacLeod <ian@n.example>";
    let fields = "company: Northgate; role: Nurse; date: 2026-03-02; outcome_date: 2026-03-10";
    for outcome in ["rejected", "declined"] {
        let text = note(&format!("{fields}; {people}; outcome: {outcome}"));
        let folder = journal(&[("a.md", &text)]);
        folder.build("2026-03-11");
        let kind = if outcome == "rejected" { "rejection-thanks" } else { "decline" };
        let draft = folder.read(&format!("a.{kind}.draft.md"));
        let (greeting, rest) = message(&draft).split_once('\n').unwrap();
        assert!(greeting == "Dear Prof. MacLeod," && rest.contains("Bo"), "{draft}");
        assert!(!rest.contains("MacLeod"), "{draft}");
    }
}

#[test]
fn an_address_that_a_note_has_counts_wherever_the_name_stands() {
    let fields = "company: Brigid; role: Nurse; date: 2026-03-02; interviewers: [Tina Marsh]";
    for field in ["contact", "recruiter"] {
        let text = note(&format!("{fields}; {field}: tina marsh <tina@b.example>"));
        let folder = journal(&[("a.md", &text)]);
        folder.build("2026-03-03");
        let draft = folder.read("a.thank-you.tina-marsh.draft.md");
        assert!(draft.contains("\nto: Tina Marsh <tina@b.example>\n"), "{draft}");
    }
    // Nobody forwards a letter to themselves, or without an address.
    let text = note(&format!("{fields}; recruiter: Tina Marsh"));
    let folder = journal(&[("a.md", &text), ("b.md", &note(&fields.replace("Tina", "Bo")))]);
    folder.edit("b.md", "[Bo Marsh]", "[Bo Marsh]\nrecruiter: Sam Lee");
    folder.build("2026-03-03");
    for path in ["a.thank-you.tina-marsh.draft.md", "b.thank-you.bo-marsh.draft.md"] {
        let draft = folder.read(path);
        assert!(message(&draft).starts_with("Hi ") && !draft.contains("forward"), "{draft}");
    }
}

#[test]
fn a_company_has_its_article() {
    for (company, at) in [
        ("University of Leeds", " at the University of Leeds"),
        ("Ministry of Justice", " at the Ministry of Justice"),
        ("Royal Bank of Scotland", " at the Royal Bank of Scotland"),
        ("Department for Education", " at the Department for Education"),
        ("Home Office", " at the Home Office"),
        ("BBC", " at the BBC"),
        ("The Guardian", " at The Guardian"),
        ("Royal Mail", " at Royal Mail"),
        ("Leeds Beckett University", " at Leeds Beckett University"),
        ("Bank of America", " at Bank of America"),
        ("House of Fraser", " at House of Fraser"),
    ] {
        let fields = format!(
            "company: {company}; role: Nurse; interviewers: [Jane Doe <j@x.example>]; \
             recruiter: {{name: Sam Lee, email: s@t.example, agency: Talent}}"
        );
        let folder = journal(&[("a.md", &note(&fields))]);
        folder.build("2026-03-03");
        for kind in ["recruiter-thanks", "recruiter-debrief", "connect"] {
            let letter = folder.read(&format!("a.{kind}.draft.md"));
            assert!(message(&letter).contains(at), "{letter}");
        }
        let thanks = folder.read("a.recruiter-thanks.draft.md");
        assert!(thanks.contains(&format!("(Nurse{at})\n")), "{thanks}");
    }
}

/// A subject has the whole role, and a sentence what one would say.
#[test]
fn a_role_can_be_found_again() {
    #[rustfmt::skip]
    let cases = [
        // the role | the subject | in a sentence
        ("Associate, commercial property", "Thank you (Associate, commercial property)", "the associate role"),
        ("Engineer - Platform",            "Thank you (Engineer - Platform)",            "the engineer role"),
        ("Director, Partnerships (EMEA)",  "Thank you (Director of Partnerships)",       "the Director of Partnerships role"),
        ("VP, Engineering",                "Thank you (VP of Engineering)",              "the VP of Engineering role"),
        ("VP,",                            "Thank you (VP)",                             "the VP role"),
        ("Data engineer (AWS)",            "Thank you (Data engineer)",                  "the data engineer role"),
        ("Graduate scheme 2026",           "Thank you (Graduate scheme 2026)",           "the 2026 graduate scheme"),
        ("Postgraduate studentship",       "Thank you (Postgraduate studentship)",       "the postgraduate studentship"),
        ("Choir director",                 "Thank you (Choir director)",                 "the choir director role"),
        ("Goldsmith",                      "Thank you (Goldsmith)",                      "the goldsmith role"),
        ("Shift lead - $24/hr",            "Thank you (Shift lead)",                     "the shift lead role"),
        ("Shift lead, 24.50/hr",           "Thank you (Shift lead)",                     "the shift lead role"),
        ("Shift lead @ 24",                "Thank you (Shift lead)",                     "the shift lead role"),
        ("Lab Manager €52k",               "Thank you (Lab Manager)",                    "the Lab Manager role"),
        ("Designer – 70-80k",              "Thank you (Designer)",                       "the designer role"),
        ("Lab Manager - plan B",           "Thank you (Lab Manager)",                    "the Lab Manager role"),
        ("UX Designer - meh",              "Thank you (UX Designer)",                    "the UX Designer role"),
        ("UX Designer?",                   "Thank you (UX Designer)",                    "the UX Designer role"),
        ("4K video editor",                "Thank you (4K video editor)",                "the 4K video editor role"),
    ];
    for (role, subject, named) in cases {
        let text = format!(
            "---\ncompany: Acme\ndate: 2026-03-02\nrole: \"{role}\"\ninterviewers: [Jane Doe <j@x.example>]\n---\n"
        );
        let folder = journal(&[("a.md", &text)]);
        folder.build("2026-03-03");
        let letter = folder.read("a.thank-you.jane-doe.draft.md");
        assert!(letter.contains(&format!("subject: {subject}\n")), "{letter}");
        assert!(letter.contains(&format!("about {named} on Monday")), "{letter}");
    }
    let fields =
        "company: Acme; interviewers: [Jane Doe <j@x.example>]; recruiter: Sam Lee <s@x.example>";
    let folder = journal(&[("a.md", &note(fields))]);
    folder.build("2026-03-03");
    let thanks = folder.read("a.recruiter-thanks.draft.md");
    assert!(thanks.contains("setting up Monday's interview with Jane.\n"), "{thanks}");
    let letter = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(letter.contains("Thank you for talking with me on Monday."), "{letter}");
}
