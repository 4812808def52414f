//! The host in a remote's URL, if strangers can read there.

use super::address::is_within;

/// Hosts where anyone can read what is pushed, unless the repository is made private. Subdomains such as ssh.github.com
/// count too.
const PUBLIC: [&str; 7] = [
    "bitbucket.org",
    "codeberg.org",
    "git.sr.ht",
    "gitea.com",
    "gitee.com",
    "github.com",
    "gitlab.com",
];

/// The public code host that a URL leads to; `None` for a folder or a private host.
pub fn public_host(url: &str) -> Option<&'static str> {
    let host = host(url)?.to_ascii_lowercase();
    PUBLIC.into_iter().find(|public| is_within(host.trim_end_matches('.'), public))
}

/// The host in a URL, in either form that git accepts: `scheme://user@host:port/path`, or `user@host:path` as for ssh.
fn host(url: &str) -> Option<&str> {
    let authority = match url.split_once("://") {
        Some((scheme, rest)) if is_scheme(scheme) => {
            if scheme.eq_ignore_ascii_case("file") {
                return None;
            }
            &rest[..rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len())]
        }
        _ => before_path(url)?,
    };
    // In the form for ssh, the port may be inside the brackets.
    let authority = authority.trim_matches(['[', ']']);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.trim_start_matches('[');
    let end = host.find([':', ']']).unwrap_or(host.len());
    Some(&host[..end])
}

fn is_scheme(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.chars().all(is_part)
}

/// The part before the path in git's form for ssh; `None` if all of it is a path.
fn before_path(url: &str) -> Option<&str> {
    // A host in brackets may contain colons.
    let brackets = url.find(']').filter(|_| url.starts_with('[') || url.contains("@["));
    let from = brackets.unwrap_or(0);
    let end = from + url[from..].find(':')?;
    let authority = &url[..end];
    (!authority.contains('/')).then_some(authority)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_known_in_every_form_of_a_url() {
        let cases = [
            ("https://github.com/me/jobs.git", Some("github.com")),
            ("http://github.com", Some("github.com")),
            ("https://me@github.com/me/jobs", Some("github.com")),
            ("https://me:se@cret@gitlab.com:443/me/jobs", Some("gitlab.com")),
            ("HTTPS://GitHub.COM./me/jobs", Some("github.com")),
            ("git@github.com:me/jobs.git", Some("github.com")),
            ("github.com:me/jobs", Some("github.com")),
            ("me@[gitlab.com]:me/jobs", Some("gitlab.com")),
            ("[git@github.com:22]:me/jobs", Some("github.com")),
            ("[github.com:22]:me/jobs", Some("github.com")),
            ("ssh://git@codeberg.org/me/jobs", Some("codeberg.org")),
            ("ssh://git@github.com:22/me/jobs", Some("github.com")),
            ("ssh://git@ssh.github.com:443/me/jobs", Some("github.com")),
            ("git+ssh://git@altssh.bitbucket.org:443/me/jobs", Some("bitbucket.org")),
            ("git://git.sr.ht/~me/jobs", Some("git.sr.ht")),
            ("git@git.sr.ht:~me/jobs", Some("git.sr.ht")),
            ("https://gist.github.com/1234", Some("github.com")),
            ("https://github.com?x=@home.example", Some("github.com")),
            // A host of one's own.
            ("git@git.home.example:me/jobs", None),
            ("https://github.com.evil.example/me", None),
            ("https://notgithub.com/me", None),
            ("https://home.example/github.com/me", None),
            ("https://home.example/?@github.com", None),
            ("home:github.com/me", None),
            ("ssh://git@[::1]:22/github.com", None),
            ("[::1]:github.com", None),
            ("sr.ht", None),
            // A path.
            ("/srv/git/github.com/jobs.git", None),
            ("./github.com:me/jobs", None),
            ("../github.com", None),
            ("github.com", None),
            ("file:///srv/github.com/jobs", None),
            ("file://github.com/me/jobs", None),
            ("C:\\github.com\\jobs", None),
            // What a helper encrypts or makes of it isn't known.
            ("gcrypt::git@github.com:me/jobs", None),
            ("ext::sh -c 'github.com:x'", None),
            ("", None),
            ("://", None),
            ("[", None),
            ("]:", None),
            ("@[", None),
        ];
        for (url, expected) in cases {
            assert_eq!(public_host(url), expected, "{url}");
        }
    }
}
