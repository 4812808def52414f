//! A folder's git repository, as the `git` program sees it: it alone knows about worktrees, included settings and
//! rewritten URLs. Nothing here needs the network or changes anything.

use std::collections::HashSet;
use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::disk::file::io_reason;

/// Variables that make git look somewhere other than in the folder it is asked about. In a git hook they are set, and
/// point at the repository that the hook runs for.
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

/// The reason why git has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// There is no `git` program.
    NoGit,
    /// The folder isn't in a repository.
    NoRepository,
    /// The repository belongs to another user, and git won't look into it until told to.
    NotTrusted,
    /// Another reason, in the system's words or git's.
    Because(String),
}

/// A repository that git fetches from or pushes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remote {
    /// Its name.
    pub name: String,
    /// The address that git uses. It may contain a password.
    pub url: String,
}

/// Returns true for a folder with a repository of its own.
pub fn has_repository(folder: &Path) -> bool {
    folder.join(".git").exists()
}

/// The folder's path from the top of its repository: empty at the top, otherwise ending in a slash.
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

/// The name and the address with which git would sign a commit in the folder, as far as its settings have them.
pub fn user(folder: &Path) -> [Option<String>; 2] {
    ["user.name", "user.email"].map(|setting| {
        let value = ask(folder, &["config", "--get", setting]).ok()?;
        let value = String::from_utf8(value).ok()?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    })
}

/// The files below the folder that git tracks, or would with `git add`: their paths from there, as bytes.
pub fn carried(folder: &Path) -> Result<HashSet<Vec<u8>>, Unanswered> {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let listed = ask(folder, &arguments)?;
    Ok(listed.split(|byte| *byte == 0).map(<[u8]>::to_vec).collect())
}

/// Reads a line such as `origin⇥git@host:path (push)`; in a partial clone, more follows.
fn remote(line: &str) -> Option<Remote> {
    let (name, rest) = line.split_once('\t')?;
    let url = [" (fetch)", " (push)"].iter().find_map(|end| Some(rest.rsplit_once(end)?.0))?;
    Some(Remote { name: name.to_owned(), url: url.to_owned() })
}

/// Runs git in a folder so that it can't wait for an answer, fetch, or start programs of its own.
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

/// The reason why git failed, going by what it wrote.
fn refusal(words: &str) -> Unanswered {
    let reason = words.lines().find_map(|line| line.strip_prefix("fatal: "));
    let reason = reason.or(words.lines().next()).unwrap_or("it failed, and did not say why");
    // For a repository that exists but is broken, git uses other words.
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
            Unanswered::NoGit => write!(f, "there is no `git` program; install it"),
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
