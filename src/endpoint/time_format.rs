//! Moments in query parameters, as unix seconds or as ISO 8601.
//!
//! In: unix seconds. Out: text. Fails with `validation` where the moment has no year of four digits.

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};

const DAY: i64 = 86_400;
/// The years 0 to 9999.
const WRITABLE: std::ops::Range<i64> = -62_167_219_200..253_402_300_800;

/// How a server takes moments.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum TimeFormat {
    /// Unix seconds, as Pulumi Cloud does.
    #[default]
    Unix,
    /// ISO 8601 in UTC, as one compatible server does.
    Iso,
}

impl TimeFormat {
    /// The moment as it stands in a query.
    ///
    /// ```
    /// use stackscope::endpoint::TimeFormat;
    /// assert_eq!(TimeFormat::Unix.write(1_709_251_199)?, "1709251199");
    /// assert_eq!(TimeFormat::Iso.write(1_709_251_199)?, "2024-02-29T23:59:59Z");
    /// # Ok::<(), stackscope::error::Error>(())
    /// ```
    pub fn write(self, seconds: i64) -> Result<String> {
        match self {
            Self::Unix => Ok(seconds.to_string()),
            Self::Iso if WRITABLE.contains(&seconds) => Ok(iso(seconds)),
            Self::Iso => {
                Err(Error::new(ErrorCode::Validation, "the moment lies outside the years 0 to 9999")
                    .hint("moments are unix seconds"))
            }
        }
    }
}

fn iso(seconds: i64) -> String {
    let (year, month, day) = date(seconds.div_euclid(DAY));
    let second = seconds.rem_euclid(DAY);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
}

/// The date of a day, counted from 1970-01-01. Years begin in March here, so that the leap day is the last of its year; the
/// calendar repeats every 400 years.
fn date(day: i64) -> (i64, i64, i64) {
    let from_march = day + 719_468;
    let (era, day_of_era) = (from_march.div_euclid(146_097), from_march.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month + 2) / 5 + 1;
    let is_next_year = month >= 10;
    let month = if is_next_year { month - 9 } else { month + 3 };
    (era * 400 + year_of_era + i64::from(is_next_year), month, day_of_month)
}
