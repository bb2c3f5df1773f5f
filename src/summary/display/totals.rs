//! The totals at the end of both views.
