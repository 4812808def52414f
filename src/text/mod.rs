//! Text from notes, made safe for where it goes.
//!
//! The text of a note is data. It enters through [`one_line`] or [`block`], which drop whatever could reorder, hide or
//! break a line, and leaves through the function for its destination: [`markdown`] for the agenda, [`message`] for a
//! draft, [`link`] for a path in a link, [`shell`] for a path in a command, [`slug()`] for part of a file name,
//! [`yaml_scalar`] for a header, [`yaml_key`] for a record.

mod clean;
mod ends;
mod escape;
mod lines;
mod near;
mod order;
mod phrase;
mod seal;
mod slug;
mod words;
mod yaml;

pub use self::slug::{number_namesake, slug};
pub use clean::{block, clipped, composed, composed_line, is_hidden, one_line, visible};
pub use ends::{before, behind, file_name};
pub use escape::{code, link, markdown, markdown_with_code, message, shell, without_escapes};
pub use lines::{CONFLICT_MARKS, conflict_mark, first_line, lines, next_conflict_mark, place_in};
pub use near::{KnownWord, bare_key, folded, is_same_key, name_key, nearest, nearest_of};
pub use order::natural_order;
pub use phrase::{count, either, listed, quoted};
pub use seal::Seal;
pub use words::{Words, is_one_of, words};
pub use yaml::{yaml_key, yaml_scalar};
