//! Names what stands in a log and is no event: a piece of a line that begins no object.
//!
//! In: the first bytes of the piece. Out: its fault, with the code that strict reading fails with. Never quotes the piece.

use super::follow::Fault;
use crate::error::ErrorCode;
use crate::wire::scan;

/// Bytes of a piece that are looked at.
pub(super) const SAMPLE: usize = 1024;

/// What the piece is. `cut` says that it goes on behind the sample.
pub(super) fn fault(piece: &[u8], cut: bool) -> Fault {
    let fault = |code, message| Fault { code, message };
    match piece.trim_ascii() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => fault(ErrorCode::InvalidUtf8, "this is UTF-16; save the log as UTF-8"),
        piece if piece.contains(&0) => fault(ErrorCode::NotJson, "this is UTF-16 or binary, not JSON"),
        piece if !is_utf8(piece, cut) => fault(ErrorCode::InvalidUtf8, "this is not UTF-8"),
        [b'<', ..] => fault(ErrorCode::NotJson, "this looks like HTML, not an event"),
        piece if !cut && scan::validate(piece).is_ok() => fault(ErrorCode::WrongShape, "this value is no engine event"),
        _ => fault(ErrorCode::NotJson, "this is no JSON object"),
    }
}

fn is_utf8(piece: &[u8], cut: bool) -> bool {
    match simdutf8::compat::from_utf8(piece) {
        Ok(_) => true,
        Err(error) => cut && error.error_len().is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_code() {
        for (piece, code) in [
            (&b"Updating (dev)\xe2\x80\xa6"[..], ErrorCode::NotJson),
            (b"<html>", ErrorCode::NotJson),
            (b"\0\0\0", ErrorCode::NotJson),
            (b"12 ", ErrorCode::WrongShape),
            (b"\"text\"", ErrorCode::WrongShape),
            (b"null", ErrorCode::WrongShape),
            (b"\xff\xfe{\0", ErrorCode::InvalidUtf8),
            (b"caf\xe9", ErrorCode::InvalidUtf8),
        ] {
            assert_eq!(fault(piece, false).code, code);
        }
        assert_eq!(fault(b"caf\xc3", true).code, ErrorCode::NotJson);
    }
}
