//! Differences between archives and between assets.
//!
//! In: two of them and a title. Out: the hashes before and after, and what is inside, as far as both sides have the same kind of source;
//! entries with equal hashes are left out. Otherwise the one goes and the other comes.

use std::collections::BTreeSet;

use super::values::short_hash;
use super::{Pen, Title, width};
use crate::model::update::OpType;
use crate::summary::display::strings::functions::authored;
use crate::summary::property::{Archive, ArchiveSource, Asset, AssetSource, Object, Value};

impl Pen<'_> {
    pub(super) fn archive_diff(self, title: Title<'_>, old: &Archive, new: &Archive, out: &mut String) {
        let pen = self.op(&OpType::Update).marked(true);
        let hash = changed(short_hash(&old.hash), short_hash(&new.hash));
        match (&old.source, &new.source) {
            (ArchiveSource::Path(from), ArchiveSource::Path(to)) => {
                pen.title(title, out);
                pen.put(&format!("archive(file:{hash}) {{ {} }}\n", changed(from, to)), out);
            }
            (ArchiveSource::Uri(from), ArchiveSource::Uri(to)) => {
                pen.title(title, out);
                pen.put(&format!("archive(uri:{hash}) {{ {} }}\n", changed(from, to)), out);
            }
            (ArchiveSource::Assets(from), ArchiveSource::Assets(to)) => {
                pen.title(title, out);
                pen.put(&format!("archive(assets:{hash}) {{\n"), out);
                pen.deeper(1).assets_diff(from, to, out);
                pen.begin_unmarked("}\n", out);
            }
            _ => {
                pen.delete(&Value::Archive(Box::new(old.clone())), title, out);
                pen.add(&Value::Archive(Box::new(new.clone())), title, out);
            }
        }
    }

    fn assets_diff(self, old: &Object, new: &Object, out: &mut String) {
        let quoted: BTreeSet<&str> = old.keys().chain(new.keys()).map(String::as_str).collect();
        let align = if quoted.is_empty() { 0 } else { width(quoted.iter().copied()) + 2 };
        for name in quoted {
            let key = format!("\"{name}\"");
            let title = Title::Key(&key, align);
            match (old.get(name), new.get(name)) {
                (Some(Value::Archive(old)), Some(Value::Archive(new))) if old.hash != new.hash => {
                    self.archive_diff(title, old, new, out);
                }
                (Some(Value::Asset(old)), Some(Value::Asset(new))) if old.hash != new.hash => {
                    self.asset_diff(title, old, new, out)
                }
                (Some(Value::Archive(_)), Some(Value::Archive(_))) | (Some(Value::Asset(_)), Some(Value::Asset(_))) => {}
                (Some(old), Some(new)) => {
                    self.delete(old, title, out);
                    self.add(new, title, out);
                }
                (Some(old), None) => self.deeper(1).delete(old, title, out),
                (None, Some(new)) => self.deeper(1).add(new, title, out),
                (None, None) => {}
            }
        }
    }

    fn asset_diff(self, title: Title<'_>, old: &Asset, new: &Asset, out: &mut String) {
        let pen = self.op(&OpType::Update).marked(true);
        let hash = changed(short_hash(&old.hash), short_hash(&new.hash));
        match (&old.source, &new.source) {
            (AssetSource::Text(from), AssetSource::Text(to)) => {
                pen.title(title, out);
                pen.put(&format!("asset(text:{hash}) {{"), out);
                pen.deeper(1).text_diff(&authored(from), &authored(to), out);
                pen.begin_unmarked("}\n", out);
            }
            (AssetSource::Path(from), AssetSource::Path(to)) => {
                pen.title(title, out);
                pen.put(&format!("asset(file:{hash}) {{ {} }}\n", changed(from, to)), out);
            }
            (AssetSource::Uri(from), AssetSource::Uri(to)) => {
                pen.title(title, out);
                pen.put(&format!("asset(uri:{hash}) {{ {} }}\n", changed(from, to)), out);
            }
            _ => {
                pen.delete(&Value::Asset(Box::new(old.clone())), title, out);
                pen.add(&Value::Asset(Box::new(new.clone())), title, out);
            }
        }
    }
}

fn changed(old: &str, new: &str) -> String {
    if old == new { old.to_owned() } else { format!("{old}->{new}") }
}
