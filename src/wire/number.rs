//! JSON numbers by their decimal value, never through a float.
//!
//! In: the spelling of a number, already known to be well formed. Out: a normal form in which `1`, `1.0` and `10e-1` are one
//! value and 9007199254740993 is not 9007199254740992; and whether JavaScript can hold it. Nothing can fail.

/// End of the number that starts at `at`, or `None` where the grammar is broken.
pub(crate) fn end(bytes: &[u8], mut at: usize) -> Option<usize> {
    let digits = |mut at: usize| {
        let from = at;
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        (at > from).then_some(at)
    };
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    at = if bytes.get(at) == Some(&b'0') { at + 1 } else { digits(at)? };
    if bytes.get(at) == Some(&b'.') {
        at = digits(at + 1)?;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        at = digits(at)?;
    }
    Some(at)
}

/// A number's value: sign, significant digits without zeros at either end, power of ten of the last digit.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    exponent: i64,
}

/// The value of a spelling; `None` where the exponent itself is beyond reason, and only the spelling can be compared.
pub(crate) fn decimal(raw: &[u8]) -> Option<Decimal> {
    let (negative, raw) = match raw.strip_prefix(b"-") {
        Some(rest) => (true, rest),
        None => (false, raw),
    };
    let split = raw.iter().position(|b| matches!(b, b'e' | b'E')).unwrap_or(raw.len());
    let mut exponent: i64 = match raw.get(split + 1..) {
        Some(text) if !text.is_empty() => {
            let text = std::str::from_utf8(text).ok()?;
            if text.len() > 16 {
                return None;
            }
            text.parse().ok()?
        }
        _ => 0,
    };
    let mut digits = Vec::with_capacity(split);
    let mut fraction = false;
    for &byte in &raw[..split] {
        if byte == b'.' {
            fraction = true;
            continue;
        }
        exponent -= i64::from(fraction);
        if byte != b'0' || !digits.is_empty() {
            digits.push(byte);
        }
    }
    while digits.last() == Some(&b'0') {
        digits.pop();
        exponent += 1;
    }
    if digits.is_empty() {
        return Some(Decimal { negative: false, digits, exponent: 0 });
    }
    Some(Decimal { negative, digits, exponent })
}

/// Whether two spellings are one value.
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    a == b || matches!((decimal(a), decimal(b)), (Some(a), Some(b)) if a == b)
}

/// Whether a JavaScript number keeps this value: no integer beyond 2^53, and the shortest spelling of the nearest double
/// is the same value.
pub(crate) fn fits_js(raw: &[u8]) -> bool {
    const LIMIT: u64 = 1 << 53;
    let Ok(text) = std::str::from_utf8(raw) else { return false };
    if !raw.iter().any(|b| matches!(b, b'.' | b'e' | b'E')) {
        return text.trim_start_matches('-').parse::<u64>().is_ok_and(|n| n <= LIMIT);
    }
    let Ok(float) = text.parse::<f64>() else { return false };
    float.is_finite() && decimal(format!("{float:e}").as_bytes()) == decimal(raw)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_many_spellings() {
        for (a, b) in [("1", "1.0"), ("1", "10e-1"), ("-0", "0"), ("100", "1E+2"), ("0.5", "5e-1")] {
            assert_eq!(decimal(a.as_bytes()), decimal(b.as_bytes()), "{a} {b}");
        }
        for (a, b) in [("9007199254740993", "9007199254740992"), ("1e999", "1e998"), ("1", "-1"), ("0.1", "0.10000000000000001")]
        {
            assert_ne!(decimal(a.as_bytes()), decimal(b.as_bytes()), "{a} {b}");
        }
    }

    #[test]
    fn javascript_holds_some() {
        for yes in ["0", "-1", "9007199254740992", "1.10", "1e3", "0.1"] {
            assert!(fits_js(yes.as_bytes()), "{yes}");
        }
        for no in ["9007199254740993", "12345678901234567890", "1e999", "1.00000000000000000001", "1e-400"] {
            assert!(!fits_js(no.as_bytes()), "{no}");
        }
    }

    #[test]
    fn grammar() {
        for (text, len) in [("0", 1), ("-12.5e+3,", 8), ("01", 1), ("1.5", 3)] {
            assert_eq!(end(text.as_bytes(), 0), Some(len), "{text}");
        }
        for bad in ["-", "1.", ".5", "1e", "1e+", "+1"] {
            assert_eq!(end(bad.as_bytes(), 0), None, "{bad}");
        }
    }
}
