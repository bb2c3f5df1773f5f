//! How the query parameters of an endpoint are declared.

/// Declares structs of query parameters: all optional, camelCase, absent where `None`. A field of another name on the wire is handled
/// by its endpoint.
macro_rules! query {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })+) => {$(
        $(#[$meta])*
        #[serde_with::skip_serializing_none]
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase", default)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub struct $name { $($body)* }
    )+};
}

pub(crate) use query;
