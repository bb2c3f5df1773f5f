//! Property values of a step, and how they differ, by Pulumi's own rules.
