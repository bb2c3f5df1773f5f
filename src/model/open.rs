//! How the models of the API are declared: lenient in what they read, lossless in what they keep.
//!
//! In: declarations. Out: structs whose unknown fields stay ([`UnknownFields`]) and enumerations whose unknown words stay.
//! A field that is `null` reads as absent; a field that has the wrong type fails, and the client says where in the answer it stands.
//! Where servers disagree on the shape, `listed!` reads a bare list as its wrapper, and `reshaped!` brings an object into the
//! one shape that the model declares.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// Any JSON value: `unknown` in TypeScript.
pub type Json = Value;

/// Tags by name. The values are texts on Pulumi Cloud; one self-hosted server lets other values through.
pub type Tags = BTreeMap<String, Json>;

/// A list that is always there: absent and `null` read as the empty list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for List<T> {
    type Target = Vec<T>;
    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Self(items)
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

// Going through `Option` is what makes an absent field read as empty, with no `default` that would make it optional in TypeScript.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Option::deserialize(deserializer)?.unwrap_or_default()))
    }
}

/// Reads `null` as the default value; stands with `default` where absence reads so as well.
pub fn null_as_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// Reads a text, and anything else as its JSON: for messages, which must not fail to be read.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Null => None,
        Value::String(text) => Some(text),
        other => Some(other.to_string()),
    })
}

/// Reads a value of the type, and a value of any other type as absent: for what must not fail to be read.
pub fn if_it_fits<'de, D: Deserializer<'de>, T: serde::de::DeserializeOwned>(deserializer: D) -> Result<Option<T>, D::Error> {
    let raw: Box<RawValue> = Deserialize::deserialize(deserializer)?;
    Ok(serde_json::from_slice(raw.get().as_bytes()).ok())
}

/// Moves a field from one of its other spellings to its own, unless that is there; for `reshaped!`.
pub(crate) fn respell(object: &mut Map<String, Value>, field: &str, others: &[&str]) {
    if object.get(field).is_some_and(|value| !value.is_null()) {
        return;
    }
    if let Some(value) = others.iter().find_map(|other| object.remove(*other)) {
        object.insert(field.to_owned(), value);
    }
}

/// The fields of an answer that this version has no name for, as they came.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnknownFields(pub Map<String, Value>);

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const UNKNOWN_FIELDS: &str = "/** Fields that a server sends and this version has no name for are kept on the object; read them as `(answer as Record<string, unknown>).name`. */
export interface UnknownFields {}

/** Any JSON value. */
export type Json = unknown;

/** Tags by name. */
export type Tags = Record<string, string>;

/** A list that is always there, empty where the server leaves it out. */
export type List<T> = T[];
";

/// Declares structs of the API: camelCase names, absent and `null` alike, unknown fields kept.
macro_rules! model {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })+) => {$(
        #[serde_with::skip_serializing_none]
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        $(#[$meta])*
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[cfg_attr(target_arch = "wasm32", tsify(hashmap_as_object))]
        pub struct $name {
            $($body)*
            /// Fields that this version has no name for.
            #[serde(flatten)]
            pub unknown: $crate::model::open::UnknownFields,
        }
    )+};
}

/// Declares enumerations of words, each with an arm for words that this version doesn't know.
macro_rules! words {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$arm_meta:meta])* $arm:ident = $word:literal $(| $alias:literal)*),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$arm_meta])* $arm,)+
            /// A word that this version doesn't know.
            Other(String),
        }

        impl $name {
            /// The word as the API spells it.
            pub fn as_str(&self) -> &str {
                match self { $(Self::$arm => $word,)+ Self::Other(word) => word }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::Other(String::new())
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word { $($word $(| $alias)* => Self::$arm,)+ other => Self::Other(other.to_owned()) }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
                Ok(Self::from(&*word))
            }
        }

        #[cfg(target_arch = "wasm32")]
        const _: () = {
            #[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
            const WORDS: &str = concat!("export type ", stringify!($name), " = ", $("\"", $word, "\" | ",)+ "(string & {});\n");
        };
    )+};
}

/// Declares numbers that stand for something; a number without a name stays what it is.
macro_rules! codes {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$arm_meta:meta])* $arm:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            $($(#[$arm_meta])* pub const $arm: Self = Self($code);)+
        }

        #[cfg(target_arch = "wasm32")]
        const _: () = {
            #[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
            const CODES: &str = concat!("export type ", stringify!($name), " = ", $(stringify!($code), " | ",)+ "(number & {});\n");
        };
    )+};
}

/// Lets a wrapper of a list, declared with `#[serde(remote = "Self")]`, be read from the bare list too, and from `null`.
macro_rules! listed {
    ($name:ident.$field:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let raw: Box<serde_json::value::RawValue> = serde::Deserialize::deserialize(deserializer)?;
                let text = raw.get().as_bytes();
                // One decoder for all models: each further one would repeat the code of every model in the module.
                match text.first() {
                    Some(b'[') => serde_json::from_slice(text).map(|items| $name { $field: items, ..Default::default() }),
                    Some(b'{') => $name::deserialize(&mut serde_json::Deserializer::from_slice(text)),
                    Some(b'n') => Ok($name::default()),
                    _ => Err(serde::de::Error::custom(concat!("expected a list or an object with `", stringify!($field), "`"))),
                }
                .map_err(serde::de::Error::custom)
            }
        }
    };
}

/// Lets a model, declared with `#[serde(remote = "Self")]`, be read from other shapes: the function rewrites the object first.
macro_rules! reshaped {
    ($name:ident, $reshape:path) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut object: serde_json::Map<String, serde_json::Value> = serde::Deserialize::deserialize(deserializer)?;
                $reshape(&mut object);
                let text = serde_json::to_vec(&object).map_err(serde::de::Error::custom)?;
                Self::deserialize(&mut serde_json::Deserializer::from_slice(&text)).map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use {codes, listed, model, reshaped, words};
