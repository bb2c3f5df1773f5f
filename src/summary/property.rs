//! Property values of a step, and how they differ, by Pulumi's own rules.
//!
//! In: the states before and after a step, as JSON text. Out: values ([`value`]), how two maps of them differ ([`object`]), the difference
//! that a provider described by paths ([`detailed`]), the keys of the `diff` column of the progress view ([`info`]) and the list of changes
//! for a report ([`changes`]). Values carry no secret. Nothing can fail.

mod changes;
mod detailed;
mod hidden;
mod info;
mod json;
mod leaves;
mod number;
mod object;
mod path;
mod path_set;
mod value;

pub(crate) use changes::{changes, changes_between};
pub(crate) use detailed::DetailedDiff;
pub(crate) use info::info_diff;
pub(crate) use json::masked;
pub(crate) use object::{ArrayDiff, ObjectDiff, ValueDiff, diff_objects, diff_objects_hiding, diff_values};
pub(crate) use path::{PathStep, PropertyPath};
pub(crate) use value::{Archive, ArchiveSource, Asset, AssetSource, Object, ResourceRef, Value};

#[cfg(test)]
mod tests;
