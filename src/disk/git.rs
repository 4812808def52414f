//! What git knows of a folder. The `git` program is asked, because it alone knows worktrees, included settings and
//! rewritten URLs. It is asked nothing that needs the network, and changes nothing.

use std::collections::HashSet;
use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::disk::file::io_reason;

/// What makes git look elsewhere than in the folder that it is asked about. A hook has these set: for the top of its
/// repository, which the folder may lie deep in, and next to which it may have a repository of its own.
const PLACES: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_PREFIX",
];

/// Why git has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// There is no `git` program.
    NoGit,
    /// The folder lies in no repository.
    NoRepository,
    /// The repository belongs to somebody else, and git looks into it only once it is told to.
    NotTrusted,
    /// Another reason, in the system's or in git's words.
    Because(String),
}

/// A repository that git fetches from or pushes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remote {
    /// What it is called here.
    pub name: String,
    /// Where it is, as git goes there. It may hold a password.
    pub url: String,
}

/// The folder's place in its repository: empty at the top, else with a slash at its end.
pub fn prefix(folder: &Path) -> Result<String, Unanswered> {
    let mut prefix = ask(folder, &["rev-parse", "--show-prefix"])?;
    prefix.pop_if(|last| *last == b'\n');
    Ok(String::from_utf8_lossy(&prefix).into_owned())
}

/// The remotes of the folder's repository, one for each of their addresses.
pub fn remotes(folder: &Path) -> Result<Vec<Remote>, Unanswered> {
    let listed = ask(folder, &["remote", "--verbose"])?;
    Ok(String::from_utf8_lossy(&listed).lines().filter_map(remote).collect())
}

/// The files below the folder that git has, or would take in with `git add`: their paths from there, as bytes.
pub fn carried(folder: &Path) -> Result<HashSet<Vec<u8>>, Unanswered> {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let listed = ask(folder, &arguments)?;
    Ok(listed.split(|byte| *byte == 0).map(<[u8]>::to_vec).collect())
}

/// A line such as `origin⇥git@host:path (push)`; of a partial clone's, more follows.
fn remote(line: &str) -> Option<Remote> {
    let (name, rest) = line.split_once('\t')?;
    let url = [" (fetch)", " (push)"].iter().find_map(|end| Some(rest.rsplit_once(end)?.0))?;
    Some(Remote { name: name.to_owned(), url: url.to_owned() })
}

/// What git says of a folder. Nothing can make it wait for an answer, fetch, or start a program of its own.
fn ask(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, Unanswered> {
    let mut git = Command::new("git");
    git.args(["--no-pager", "-c", "core.fsmonitor=false", "-C"]).arg(folder).args(arguments);
    for name in PLACES {
        git.env_remove(name);
    }
    git.env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .stdin(Stdio::null());
    match git.output() {
        Ok(output) if output.status.success() => Ok(output.stdout),
        Ok(output) => Err(refusal(&String::from_utf8_lossy(&output.stderr))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Unanswered::NoGit),
        Err(error) => Err(Unanswered::Because(io_reason(&error))),
    }
}

/// Why git failed, by what it wrote.
fn refusal(words: &str) -> Unanswered {
    let reason = words.lines().find_map(|line| line.strip_prefix("fatal: "));
    let reason = reason.or(words.lines().next()).unwrap_or("it failed, and did not say why");
    // A repository that is there and broken is named in another form.
    if reason.starts_with("not a git repository (or any") {
        Unanswered::NoRepository
    } else if reason.contains("dubious ownership") || reason.starts_with("unsafe repository") {
        Unanswered::NotTrusted
    } else {
        Unanswered::Because(reason.to_owned())
    }
}

impl fmt::Display for Unanswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unanswered::NoGit => write!(f, "there is no `git` program"),
            Unanswered::NoRepository => write!(f, "it lies in no git repository"),
            Unanswered::NotTrusted => write!(
                f,
                "the repository belongs to somebody else, and git doesn't trust it (see safe.directory in its manual)"
            ),
            Unanswered::Because(reason) => write!(f, "git can't tell: {reason}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_name_a_remote_and_its_address() {
        let cases = [
            ("origin\tgit@host:a/b.git (fetch)", Some(("origin", "git@host:a/b.git"))),
            ("origin\thttps://host/a (push)", Some(("origin", "https://host/a"))),
            ("o/p\t/a (push)/b (fetch)", Some(("o/p", "/a (push)/b"))),
            ("origin\thttps://host/a (fetch) [blob:none]", Some(("origin", "https://host/a"))),
            ("origin\t", None),
            ("origin", None),
        ];
        for (line, expected) in cases {
            let remote = remote(line);
            let found = remote.as_ref().map(|remote| (remote.name.as_str(), remote.url.as_str()));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn refusals_are_told_apart() {
        let because = |reason: &str| Unanswered::Because(reason.to_owned());
        let cases = [
            (
                "fatal: not a git repository (or any of the parent directories): .git\n",
                Unanswered::NoRepository,
            ),
            (
                "fatal: not a git repository (or any parent up to mount point /mnt)\nStopping at …\n",
                Unanswered::NoRepository,
            ),
            (
                "fatal: not a git repository: /x/.git/worktrees/y\n",
                because("not a git repository: /x/.git/worktrees/y"),
            ),
            (
                "warning: x\nfatal: detected dubious ownership in repository at '/x'\nTo add …\n",
                Unanswered::NotTrusted,
            ),
            ("fatal: unsafe repository ('/x' is owned by someone else)\n", Unanswered::NotTrusted),
            ("xcrun: error: no tools\n", because("xcrun: error: no tools")),
            ("", because("it failed, and did not say why")),
        ];
        for (words, expected) in cases {
            assert_eq!(refusal(words), expected, "{words}");
        }
    }
}
