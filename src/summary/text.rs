//! A summary for people, on one screen.
