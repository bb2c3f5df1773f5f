//! Resources under management.
//!
//! In: answers of Get Resource Count Summary. Out: [`ResourceSummary`]. Fails where a row has no year or no count.

use super::open::{List, Tags, listed, model, words};

words! {
    /// What one row of a summary spans.
    pub enum Granularity {
        /// An hour; at most two days back.
        Hourly = "hourly",
        /// A day.
        Daily = "daily",
        /// A week from Sunday.
        Weekly = "weekly",
        /// A month.
        Monthly = "monthly",
        /// A year.
        Yearly = "yearly",
    }
}

model! {
    /// How many resources an organisation had in one span of time. Which of the parts of the date stand depends on the granularity.
    pub struct ResourceCountSummary {
        /// Year.
        pub year: i64,
        /// Month, from 1.
        pub month: Option<i64>,
        /// Day of the month, from 1.
        pub day: Option<i64>,
        /// Week of the year, 0 to 53.
        pub week_number: Option<i64>,
        /// Hour of the day, 0 to 23.
        pub hour: Option<i64>,
        /// Resources.
        pub resources: i64,
        /// Resources times hours.
        pub resource_hours: Option<i64>,
        /// Tags that the row counts for.
        pub tags: Option<Tags>,
    }

    /// Resources under management over time (Get Resource Count Summary).
    #[serde(remote = "Self")]
    pub struct ResourceSummary {
        /// One row for each span of time.
        pub summary: List<ResourceCountSummary>,
        /// Names of the tags that rows are told apart by.
        pub tag_keys: Option<Vec<String>>,
    }
}

listed!(ResourceSummary.summary);
