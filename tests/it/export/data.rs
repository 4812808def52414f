//! The agenda as CSV and JSON: what `agenda` prints, also into a file.

use super::acme_and_globex;
use crate::support::TODAY;

#[test]
fn it_is_what_the_agenda_prints() {
    let folder = acme_and_globex();
    folder.run_words_on(TODAY, &["done", "thank jane"]);
    for format in ["csv", "json"] {
        for all in ["", "--all"] {
            let agenda = folder.run_on(TODAY, &format!("agenda --format {format} {all}"));
            let export = folder.run_on(TODAY, &format!("export {format} {all}"));
            assert_eq!((export.code, &*export.stderr), (0, ""));
            assert_eq!(export.stdout, agenda.stdout);
            let file = format!("a{all}.{format}");
            let ran = folder.run_words_on(
                TODAY,
                &[&["export", format, "-o", &file], &*Vec::from_iter(all.split_whitespace())]
                    .concat(),
            );
            assert_eq!((ran.code, &*ran.stdout), (0, ""), "{ran:?}");
            assert_eq!(folder.read(&file), agenda.stdout);
        }
    }
    let ran = folder.run_on(TODAY, "export csv -o -");
    assert!(ran.stdout.starts_with("id,key,"), "{ran:?}");
}

#[test]
fn a_file_that_somebody_may_have_worked_on_stays() {
    let folder = acme_and_globex();
    assert_eq!(folder.run_on(TODAY, "export csv -o a.csv").code, 0);
    assert_eq!(folder.run_on(TODAY, "export csv -o a.csv").code, 0, "it is the same");
    folder.write("a.csv", folder.read("a.csv") + "mine\n");
    let before = folder.read("a.csv");
    let ran = folder.run_on(TODAY, "export csv -o a.csv");
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.stderr.contains("a file of yours has that name"), "{ran:?}");
    assert_eq!(folder.read("a.csv"), before);
}

#[test]
fn other_things_are_not_exported() {
    let ran = acme_and_globex().run_on(TODAY, "export xml");
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("unrecognized subcommand 'xml'"), "{ran:?}");
}
