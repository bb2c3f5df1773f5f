//! Values, as they are.
//!
//! In: a value and a pen. Out: the value over as many lines as it takes. A string that holds JSON or YAML is opened.

use super::{Pen, Title, width};
use crate::model::value::{MASK, is_internal};
use crate::summary::display::strings::decode::decode;
use crate::summary::display::strings::functions::authored;
use crate::summary::display::strings::quote::{quote, shorten};
use crate::summary::property::{Archive, ArchiveSource, Asset, AssetSource, Object, ResourceRef, Value};

/// The key by which a program's outputs mark a resource.
pub(super) const RESOURCE_MARK: &str = "@isPulumiResource";

impl Pen<'_> {
    /// All members, the engine's own left out.
    pub(crate) fn object(self, members: &Object, out: &mut String) {
        let shown = |key: &str| !(self.stack_preview && key == RESOURCE_MARK);
        let align = width(members.keys().map(String::as_str).filter(|key| shown(key)));
        for (key, value) in members.iter().filter(|(key, _)| !is_internal(key.as_bytes()) && shown(key)) {
            self.property(key, value, align, out);
        }
    }

    /// One member.
    pub(super) fn property(self, key: &str, value: &Value, align: usize, out: &mut String) {
        self.title(Title::Key(key, align), out);
        self.value(value, out);
    }

    /// A value and the end of its line.
    pub(super) fn value(self, value: &Value, out: &mut String) {
        match value {
            Value::Array(items) if items.is_empty() => self.put("[]", out),
            Value::Array(items) => {
                self.put("[\n", out);
                for (index, item) in items.iter().enumerate() {
                    self.begin(&format!("    [{index}]: "), out);
                    self.deeper(1).value(item, out);
                }
                self.begin_unmarked("]", out);
            }
            Value::Object(members) if members.is_empty() => self.put("{}", out),
            Value::Object(members) => {
                self.put("{\n", out);
                self.deeper(1).object(members, out);
                self.begin_unmarked("}", out);
            }
            Value::Asset(asset) => self.asset(asset, out),
            Value::Archive(archive) => self.archive(archive, out),
            Value::Resource(reference) => self.reference(reference, out),
            _ => self.primitive(value, out),
        }
        self.put("\n", out);
    }

    /// A value without parts, without the end of its line.
    pub(super) fn primitive(self, value: &Value, out: &mut String) {
        match value {
            Value::Null => self.put("<null>", out),
            Value::Bool(yes) => self.put(if *yes { "true" } else { "false" }, out),
            Value::Number(number) => self.put(&number.go_text(), out),
            Value::String(text) => self.string(text, out),
            Value::Bytes(base64) => self.put(&format!("b\"{base64}\""), out),
            Value::Unknown => self.put("[unknown]", out),
            Value::Secret(_) => self.put(MASK, out),
            // Nested too deep to be kept.
            _ => self.put("...", out),
        }
    }

    fn string(self, text: &str, out: &mut String) {
        if self.opens_strings()
            && let Some((value, notation)) = decode(text)
        {
            self.put(&format!("({}) ", notation.name()), out);
            self.deeper(0).value(&value, out);
            return;
        }
        let quoted = if self.truncate { quote(&shorten(text)) } else { quote(text.as_bytes()) };
        self.put(&quoted, out);
    }

    fn asset(self, asset: &Asset, out: &mut String) {
        let hash = short_hash(&asset.hash);
        match &asset.source {
            AssetSource::Text(text) => {
                self.put(&format!("asset(text:{hash}) {{\n"), out);
                authored(text).split('\n').for_each(|line| self.begin_unmarked(&format!("    {line}\n"), out));
                self.begin_unmarked("}", out);
            }
            AssetSource::Path(path) => self.put(&format!("asset(file:{hash}) {{ {path} }}"), out),
            AssetSource::Uri(uri) => self.put(&format!("asset(uri:{hash}) {{ {uri} }}"), out),
            AssetSource::Untold => self.put(&format!("asset(unknown:{hash}) {{ }}"), out),
        }
    }

    fn archive(self, archive: &Archive, out: &mut String) {
        let hash = short_hash(&archive.hash);
        match &archive.source {
            ArchiveSource::Assets(assets) => {
                self.put(&format!("archive(assets:{hash}) {{\n"), out);
                for (name, asset) in assets {
                    self.begin(&format!("    \"{}\": ", self.cut(name)), out);
                    self.deeper(1).value(asset, out);
                }
                self.begin_unmarked("}", out);
            }
            ArchiveSource::Path(path) => self.put(&format!("archive(file:{hash}) {{ {path} }}"), out),
            ArchiveSource::Uri(uri) => self.put(&format!("archive(uri:{hash}) {{ {uri} }}"), out),
            ArchiveSource::Untold => self.put(&format!("archive({hash}) {{ }}"), out),
        }
    }

    fn reference(self, reference: &ResourceRef, out: &mut String) {
        self.put("{\n", out);
        let inner = self.deeper(1);
        inner.title(Title::Key("URN", 3), out);
        inner.put(&format!("{}\n", quote(reference.urn.as_bytes())), out);
        inner.title(Title::Key("ID", 3), out);
        inner.value(&reference.id, out);
        inner.title(Title::Key("PackageVersion", 3), out);
        inner.put(&format!("{}\n", quote(reference.package_version.as_bytes())), out);
        self.begin_unmarked("}", out);
    }
}

/// The first letters of a hash.
pub(super) fn short_hash(hash: &str) -> &str {
    hash.char_indices().nth(7).map_or(hash, |(end, _)| &hash[..end])
}
