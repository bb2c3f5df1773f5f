//! Ops in words and colours.
