//! The shells that need more than the completion library gives: bash and PowerShell don't quote what is completed, and zsh
//! puts options before values.

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

use clap_complete::env::{self as inner, EnvCompleter};

/// The variable with the word in bash as it is typed: its beginning tells whether a quote is open.
const TYPED: &str = "_JOURNAL_TYPED";

/// Between two values for bash: a character that is in none.
const BETWEEN: char = '\u{b}';

/// The script for bash. It asks the program, which gives values that can be inserted as they are.
const BASH_SCRIPT: &str = r#"
_complete_NAME() {
    IFS=$'\013' read -r -d '' -a COMPREPLY < <( \
        _CLAP_IFS=$'\013' \
        _CLAP_COMPLETE_INDEX="$COMP_CWORD" \
        _JOURNAL_TYPED="${COMP_WORDS[COMP_CWORD]}" \
        VARIABLE="bash" \
        COMPLETER -- "${COMP_WORDS[@]}" 2>/dev/null \
    )
    if [[ ${#COMPREPLY[@]} -eq 1 && $COMPREPLY == *[=/:] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o bashdefault -o nosort -F _complete_NAME BIN 2>/dev/null ||
    complete -o bashdefault -F _complete_NAME BIN
"#;

/// The script for zsh. Values are a group of their own, before the options.
const ZSH_SCRIPT: &str = r#"#compdef BIN
function _complete_NAME() {
    local -a found values folders options
    local candidate value
    found=("${(@f)$( \
        _CLAP_IFS=$'\n' \
        _CLAP_COMPLETE_INDEX="$((CURRENT - 1))" \
        VARIABLE="zsh" \
        COMPLETER -- "${words[@]}" 2>/dev/null \
    )}")
    for candidate in $found; do
        value="${candidate%%:*}"
        case "$value" in
            -*) options+=("$candidate") ;;
            */) folders+=("${value%/}") ;;
            *) values+=("$candidate") ;;
        esac
    done
    (( $#folders )) && _describe -V 'folders' folders -S '/' -r '/'
    (( $#values )) && _describe -V 'values' values
    (( $#options )) && _describe -V 'options' options
}

compdef _complete_NAME BIN
"#;

/// A script for these names.
fn script(script: &str, variable: &str, name: &str, bin: &str, completer: &str) -> String {
    let names = [("VARIABLE", variable), ("NAME", name), ("BIN", bin), ("COMPLETER", completer)];
    names.iter().fold(script.to_owned(), |script, (from, to)| script.replace(from, to))
}

/// A shell of the library's, with a script of our own or with other values.
pub struct Adapted {
    library: &'static dyn EnvCompleter,
    script: Option<&'static str>,
    /// Changes what the library gives the shell.
    adapt: fn(&str) -> String,
}

pub const BASH: Adapted =
    Adapted { library: &inner::Bash, script: Some(BASH_SCRIPT), adapt: all_quoted_for_bash };

pub const ZSH: Adapted =
    Adapted { library: &inner::Zsh, script: Some(ZSH_SCRIPT), adapt: str::to_owned };

pub const POWERSHELL: Adapted =
    Adapted { library: &inner::Powershell, script: None, adapt: all_quoted_for_powershell };

impl EnvCompleter for Adapted {
    fn name(&self) -> &'static str {
        self.library.name()
    }

    fn is(&self, name: &str) -> bool {
        self.library.is(name)
    }

    fn write_registration(
        &self,
        variable: &str,
        name: &str,
        bin: &str,
        completer: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match self.script {
            Some(own) => out.write_all(script(own, variable, name, bin, completer).as_bytes()),
            None => self.library.write_registration(variable, name, bin, completer, out),
        }
    }

    fn write_complete(
        &self,
        command: &mut clap::Command,
        words: Vec<OsString>,
        folder: Option<&Path>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut found = Vec::new();
        self.library.write_complete(command, words, folder, &mut found)?;
        out.write_all((self.adapt)(&String::from_utf8_lossy(&found)).as_bytes())
    }
}

/// The values for bash, in the quotes that are open there.
fn all_quoted_for_bash(found: &str) -> String {
    let typed = env::var(TYPED).unwrap_or_default();
    let quote = typed.chars().next().filter(|c| matches!(c, '"' | '\''));
    let quoted: Vec<String> =
        found.split(BETWEEN).map(|value| quoted_for_bash(value, quote)).collect();
    quoted.join(&BETWEEN.to_string())
}

/// A value as bash reads it, after the quote that is open, if one is. Bash closes that itself, unless it takes the value's
/// last character for the end.
fn quoted_for_bash(value: &str, quote: Option<char>) -> String {
    let escaped = |needs: &dyn Fn(char) -> bool| -> String {
        let chars = value.chars();
        chars.flat_map(|c| needs(c).then_some('\\').into_iter().chain([c])).collect()
    };
    let inner = match quote {
        Some('\'') => value.replace('\'', r"'\''"),
        Some(_) => escaped(&|c| "\"\\$`".contains(c)),
        None => {
            escaped(&|c| c.is_ascii() && !c.is_ascii_alphanumeric() && !"/-_.,:=+%@^".contains(c))
        }
    };
    match quote {
        Some(quote) if value.ends_with(quote) => format!("{inner}{quote}"),
        _ => inner,
    }
}

/// The values for PowerShell, each with its help behind a tab.
fn all_quoted_for_powershell(found: &str) -> String {
    let quoted = |line: &str| match line.split_once('\t') {
        Some((value, help)) => format!("{}\t{help}\n", quoted_for_powershell(value)),
        None => format!("{}\n", quoted_for_powershell(line)),
    };
    found.lines().map(quoted).collect()
}

/// A value as PowerShell reads it.
fn quoted_for_powershell(value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/\\-_.:=".contains(c);
    match value.chars().all(is_plain) {
        true => value.to_owned(),
        false => format!("'{}'", value.replace('\'', "''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_they_are() {
        let value = "Ask \"Zoë\" O'Hara & Co for $5";
        for (quote, expected) in [
            (None, r#"Ask\ \"Zoë\"\ O\'Hara\ \&\ Co\ for\ \$5"#),
            (Some('"'), r#"Ask \"Zoë\" O'Hara & Co for \$5"#),
            (Some('\''), r#"Ask "Zoë" O'\''Hara & Co for $5"#),
        ] {
            assert_eq!(quoted_for_bash(value, quote), expected);
        }
        assert_eq!(quoted_for_powershell("it's here"), "'it''s here'");
        assert_eq!(quoted_for_bash("\"& Co\"", Some('"')), r#"\"& Co\"""#);
        for plain in ["--on", "2026/acme/thank-you/jane-doe", "Müller"] {
            assert_eq!(quoted_for_bash(plain, None), plain);
            assert_eq!(quoted_for_powershell(plain), plain);
        }
    }
}
