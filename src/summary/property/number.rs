//! Numbers of property values: what they are worth to Pulumi, and how they are spelled.
//!
//! In: the spelling of a JSON number, or the bits of a float. Out: [`Number`], compared as a 64-bit float, as Pulumi does; with both its
//! own spelling, for scripts, and the one in which Pulumi prints it. Nothing can fail.

/// A number.
#[derive(Debug, Clone)]
pub(crate) struct Number {
    value: f64,
    spelled: Box<str>,
}

impl Number {
    pub(crate) fn parse(spelled: &str) -> Self {
        Self { value: spelled.parse().unwrap_or(f64::NAN), spelled: spelled.into() }
    }

    pub(crate) fn from_bits(bits: u64) -> Self {
        let value = f64::from_bits(bits);
        Self { value, spelled: if value.is_finite() { format!("{value}") } else { go_text(value) }.into() }
    }

    pub(crate) fn value(&self) -> f64 {
        self.value
    }

    /// As the log spells it; `NaN`, `+Inf` or `-Inf` where JSON has no number for it.
    pub(crate) fn spelled(&self) -> &str {
        &self.spelled
    }

    /// Whether JSON has a number for it.
    pub(crate) fn is_json(&self) -> bool {
        !matches!(&*self.spelled, "NaN" | "+Inf" | "-Inf")
    }

    /// As Pulumi prints it: without exponent where it is whole, else the shortest spelling, with an exponent from a million on and below a
    /// ten-thousandth.
    pub(crate) fn go_text(&self) -> String {
        go_text(self.value)
    }
}

fn go_text(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_owned();
    }
    if value == value.trunc() {
        return format!("{value:.0}");
    }
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..6).contains(&exponent) {
        return format!("{value}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_as_go_prints_them() {
        let cases = [
            ("1", "1"),
            ("1.0", "1"),
            ("-0.5", "-0.5"),
            ("1e21", "1000000000000000000000"),
            ("12345678901234567890", "12345678901234567168"),
            ("1234567.5", "1.2345675e+06"),
            ("123456.5", "123456.5"),
            ("0.0001", "0.0001"),
            ("0.00001", "1e-05"),
            ("3.14159265358979", "3.14159265358979"),
            ("1e999", "+Inf"),
            ("-0", "-0"),
        ];
        for (spelled, printed) in cases {
            let number = Number::parse(spelled);
            assert_eq!(number.go_text(), printed);
            assert_eq!(number.spelled(), spelled);
        }
        assert_eq!(Number::from_bits(0x7ff8_0000_0000_0001).spelled(), "NaN");
    }
}
