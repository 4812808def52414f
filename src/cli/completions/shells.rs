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

/// Bash.
#[derive(Debug)]
pub struct Bash;

impl EnvCompleter for Bash {
    fn name(&self) -> &'static str {
        inner::Bash.name()
    }

    fn is(&self, name: &str) -> bool {
        inner::Bash.is(name)
    }

    fn write_registration(
        &self,
        variable: &str,
        name: &str,
        bin: &str,
        completer: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        out.write_all(script(BASH_SCRIPT, variable, name, bin, completer).as_bytes())
    }

    fn write_complete(
        &self,
        command: &mut clap::Command,
        words: Vec<OsString>,
        folder: Option<&Path>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut found = Vec::new();
        inner::Bash.write_complete(command, words, folder, &mut found)?;
        let typed = env::var(TYPED).unwrap_or_default();
        let quote = typed.chars().next().filter(|c| matches!(c, '"' | '\''));
        let found = String::from_utf8_lossy(&found);
        let quoted: Vec<String> =
            found.split(BETWEEN).map(|value| quoted_for_bash(value, quote)).collect();
        out.write_all(quoted.join(&BETWEEN.to_string()).as_bytes())
    }
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

/// Zsh.
#[derive(Debug)]
pub struct Zsh;

impl EnvCompleter for Zsh {
    fn name(&self) -> &'static str {
        inner::Zsh.name()
    }

    fn is(&self, name: &str) -> bool {
        inner::Zsh.is(name)
    }

    fn write_registration(
        &self,
        variable: &str,
        name: &str,
        bin: &str,
        completer: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        out.write_all(script(ZSH_SCRIPT, variable, name, bin, completer).as_bytes())
    }

    fn write_complete(
        &self,
        command: &mut clap::Command,
        words: Vec<OsString>,
        folder: Option<&Path>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        inner::Zsh.write_complete(command, words, folder, out)
    }
}

/// PowerShell.
#[derive(Debug)]
pub struct Powershell;

impl EnvCompleter for Powershell {
    fn name(&self) -> &'static str {
        inner::Powershell.name()
    }

    fn is(&self, name: &str) -> bool {
        inner::Powershell.is(name)
    }

    fn write_registration(
        &self,
        variable: &str,
        name: &str,
        bin: &str,
        completer: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        inner::Powershell.write_registration(variable, name, bin, completer, out)
    }

    fn write_complete(
        &self,
        command: &mut clap::Command,
        words: Vec<OsString>,
        folder: Option<&Path>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut found = Vec::new();
        inner::Powershell.write_complete(command, words, folder, &mut found)?;
        for line in String::from_utf8_lossy(&found).lines() {
            let (value, help) = line.split_once('\t').map_or((line, None), |(a, b)| (a, Some(b)));
            out.write_all(quoted_for_powershell(value).as_bytes())?;
            if let Some(help) = help {
                write!(out, "\t{help}")?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
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
