//! Whole states at random: envelopes, nesting, encoded values, odd keys and numbers, rows that share a URN.

use proptest::prelude::*;
use proptest::sample::select;

use super::json::J;
use super::states::{ARCHIVE, ASSET, REFERENCE, SECRET, SIGNATURE};

/// Types of the resources that are made, the first of them a component's.
pub(crate) const TYPES: [&str; 5] = [
    "shop:web:App",
    "aws:s3/bucket:Bucket",
    "kubernetes:core/v1:ConfigMap",
    "random:index/randomPassword:RandomPassword",
    "pulumi:providers:aws",
];

/// Keys as they are written between quotes; no two of them are one key.
const KEYS: [&str; 19] = [
    "a",
    "b",
    "c",
    "name",
    "key",
    "id",
    "tags",
    "__defaults",
    "__meta",
    "__proto__",
    "constructor",
    "a.b",
    "",
    "say \\\"hi\\\"",
    "é",
    "\\ud83d",
    "a/b~c",
    "\\u0000",
    "x-y",
];

const NUMBERS: [&str; 12] = [
    "0",
    "-0",
    "1",
    "2",
    "-1.5",
    "1.10",
    "1e3",
    "9007199254740993",
    "12345678901234567890",
    "-0.000000000000000000012",
    "1e999",
    "3.141592653589793238462643",
];

const STRINGS: [&str; 18] = [
    "",
    "x",
    "y",
    "logs",
    "prod",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::r1",
    "{\\\"a\\\":1,\\\"b\\\":[1,2]}",
    "{\\\"a\\\":2,\\\"b\\\":[2]}",
    "[]",
    "a: 1\\nb:\\n- x\\n",
    "a: 2\\nb:\\n- y\\n",
    "one\\ntwo\\nthree",
    "one\\nthree\\nfour",
    "\\ud800",
    "x\\udc00y",
    "\\u0041\\/\\t",
    "日本\\u0007",
];

pub(crate) fn scalar() -> BoxedStrategy<J> {
    prop_oneof![
        2 => select(vec!["true", "false", "null"]).prop_map(J::raw),
        3 => select(NUMBERS.to_vec()).prop_map(J::raw),
        2 => (-1000i32..1000).prop_map(|number| J::raw(number.to_string())),
        4 => select(STRINGS.to_vec()).prop_map(|text| J::raw(format!("\"{text}\""))),
        1 => "[a-z \"\\\\<|`$]{0,12}".prop_map(|text| J::text(&text)),
    ]
    .boxed()
}

/// Encoded values: secrets (whose words all begin with `hush`), assets, archives, references to resources.
pub(crate) fn encoded() -> BoxedStrategy<J> {
    let word = || select(vec!["aa11", "bb22", "cc33"]);
    prop_oneof![
        (select(vec!["hush1", "hush2"]), any::<bool>())
            .prop_map(|(word, open)| secret(if open { "plaintext" } else { "ciphertext" }, word)),
        (word(), word()).prop_map(|(hash, path)| J::object([
            (SIGNATURE, J::text(ASSET)),
            ("hash", J::text(hash)),
            ("path", J::text(path))
        ])),
        word().prop_map(|hash| J::object([
            (SIGNATURE, J::text(ARCHIVE)),
            ("hash", J::text(hash)),
            ("assets", J::Object(Vec::new()))
        ])),
        (0..6usize)
            .prop_map(|at| J::object([(SIGNATURE, J::text(REFERENCE)), ("urn", J::text(&urn(TYPES[1], &format!("r{at}"))))])),
    ]
    .boxed()
}

pub(crate) fn secret(field: &str, value: &str) -> J {
    J::object([(SIGNATURE, J::text(SECRET)), (field, J::text(&format!("\"{value}\"")))])
}

pub(crate) fn object(value: BoxedStrategy<J>, most: usize) -> BoxedStrategy<J> {
    proptest::collection::vec((select(KEYS.to_vec()), value), 0..=most)
        .prop_map(|members| {
            let mut object = J::Object(Vec::new());
            members.into_iter().for_each(|(key, value)| object.set(key, value));
            object
        })
        .boxed()
}

/// Any property value.
pub(crate) fn value() -> BoxedStrategy<J> {
    let leaf = prop_oneof![6 => scalar(), 1 => encoded()];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(J::List),
            object(inner.boxed(), 4),
            proptest::collection::vec((select(vec!["p", "q", "r", "s"]), scalar()), 0..4).prop_map(named_items),
        ]
    })
    .boxed()
}

/// A list of objects that a natural key tells apart, most of the time.
fn named_items(items: Vec<(&str, J)>) -> J {
    J::List(items.into_iter().map(|(name, value)| J::object([("name", J::text(name)), ("value", value)])).collect())
}

pub(crate) fn urn(kind: &str, name: &str) -> String {
    format!("urn:pulumi:dev::shop::{kind}::{name}")
}

/// One record; `name` tells it apart from those of other names.
pub(crate) fn resource(name: String) -> BoxedStrategy<J> {
    let kind = select(TYPES.to_vec());
    let maps = (object(value(), 4), object(value(), 4));
    let extra = proptest::collection::vec(extra_field(), 0..3);
    (kind, maps, extra, 0..3u8, any::<bool>(), prop::bool::weighted(0.9))
        .prop_map(move |(kind, (inputs, outputs), extra, id, has_outputs, custom)| {
            let custom = custom && kind != TYPES[0];
            let mut record =
                J::object([("urn", J::text(&urn(kind, &name))), ("custom", J::raw(custom.to_string())), ("type", J::text(kind))]);
            if custom {
                record.set("id", J::text(&format!("{name}-{id}")));
            }
            record.set("inputs", inputs);
            if has_outputs {
                record.set("outputs", outputs);
            }
            extra.into_iter().for_each(|(key, value)| record.set(key, value));
            record
        })
        .boxed()
}

fn extra_field() -> BoxedStrategy<(&'static str, J)> {
    let stack = || J::text("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev");
    let other = (0..6usize).prop_map(|at| J::text(&urn(TYPES[1], &format!("r{at}"))));
    prop_oneof![
        Just(("parent", stack())),
        Just(("protect", J::raw("true"))),
        Just(("taint", J::raw("false"))),
        Just(("additionalSecretOutputs", J::List(vec![J::text("a"), J::text("name")]))),
        proptest::collection::vec(other.clone(), 0..3).prop_map(|list| ("dependencies", J::List(list))),
        proptest::collection::vec(other.clone(), 0..2)
            .prop_map(|list| ("propertyDependencies", J::object([("a", J::List(list)), ("b", J::List(Vec::new()))]))),
        other.prop_map(|urn| ("deletedWith", urn)),
        Just(("customTimeouts", J::object([("create", J::raw("90"))]))),
        Just(("created", J::text("2026-01-02T03:04:05Z"))),
        value().prop_map(|value| ("replacementTrigger", value)),
        value().prop_map(|value| ("notKnownYet", value)),
        Just(("initErrors", J::List(Vec::new()))),
    ]
    .boxed()
}

/// The list of resources: the stack's own record and up to six others, some of them with an older self that awaits deletion.
pub(crate) fn resources() -> BoxedStrategy<Vec<J>> {
    let slots: Vec<BoxedStrategy<(Option<J>, u8)>> =
        (0..6).map(|at| (proptest::option::weighted(0.7, resource(format!("r{at}"))), 0..6u8).boxed()).collect();
    (object(value(), 3), slots, any::<bool>())
        .prop_map(|(outputs, slots, has_stack)| {
            let mut list = Vec::new();
            if has_stack {
                let urn = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
                list.push(J::object([
                    ("urn", J::text(urn)),
                    ("custom", J::raw("false")),
                    ("type", J::text("pulumi:pulumi:Stack")),
                    ("outputs", outputs),
                ]));
            }
            for (at, (record, dying)) in slots.into_iter().enumerate() {
                let Some(record) = record else { continue };
                list.push(record.clone());
                for generation in 0..dying.saturating_sub(3) {
                    let mut older = record.clone();
                    older.set("delete", J::raw("true"));
                    older.set("id", J::text(&format!("r{at}-old{generation}")));
                    older.set("custom", J::raw("true"));
                    list.push(older);
                }
            }
            list
        })
        .boxed()
}

/// What stands around the resources.
fn body(resources: BoxedStrategy<Vec<J>>) -> BoxedStrategy<J> {
    let manifest = (0..3u8).prop_map(|day| {
        let plugin =
            J::object([("name", J::text("aws")), ("type", J::text("resource")), ("version", J::text(&format!("6.{day}.0")))]);
        J::object([
            ("time", J::text(&format!("2026-01-0{}T00:00:00Z", day + 1))),
            ("magic", J::text("00")),
            ("version", J::text("v3.259.0")),
            ("plugins", J::List(vec![plugin])),
        ])
    });
    let pending = proptest::collection::vec(resource("pending".into()), 0..2).prop_map(|records| {
        J::List(records.into_iter().map(|record| J::object([("resource", record), ("type", J::text("updating"))])).collect())
    });
    let provider = select(vec!["service", "passphrase"]).prop_map(|kind| {
        J::object([
            ("type", J::text(kind)),
            ("state", J::object([("salt", J::text("v1:salt")), ("url", J::text("https://example.com"))])),
        ])
    });
    (
        resources,
        manifest,
        proptest::option::of(pending),
        proptest::option::of(provider),
        proptest::option::of(object(value(), 2)),
        any::<bool>(),
    )
        .prop_map(|(resources, manifest, pending, provider, metadata, early)| {
            let mut body = J::Object(Vec::new());
            if early {
                body.set("resources", J::List(resources.clone()));
            }
            body.set("manifest", manifest);
            if let Some(provider) = provider {
                body.set("secrets_providers", provider);
            }
            body.set("resources", J::List(resources));
            if let Some(pending) = pending {
                body.set("pending_operations", pending);
            }
            if let Some(metadata) = metadata {
                body.set("metadata", metadata);
            }
            body
        })
        .boxed()
}

/// A whole state in any envelope.
pub(crate) fn state() -> BoxedStrategy<J> {
    (0..4u8).prop_flat_map(state_in).boxed()
}

/// A whole state in the envelope of this number.
pub(crate) fn state_in(envelope: u8) -> BoxedStrategy<J> {
    (body(resources()), proptest::option::of(object(value(), 2)), 1..=4u8)
        .prop_map(move |(mut body, extra, version)| {
            let mut state = J::Object(Vec::new());
            match envelope {
                0 => {
                    state.set("version", J::raw(version.to_string()));
                    if version == 4 {
                        state.set("features", J::List(vec![J::text("hooks"), J::text("somethingNew")]));
                    }
                    state.set("deployment", body);
                }
                1 => {
                    state.set("version", J::raw(version.to_string()));
                    state.set("checkpoint", J::object([("stack", J::text("org/shop/dev")), ("latest", body)]));
                }
                2 => {
                    state.set("stack", J::text("dev"));
                    state.set("latest", body);
                }
                _ => {
                    let list = body.remove("resources").unwrap_or(J::List(Vec::new()));
                    let wrapped = list
                        .items()
                        .iter()
                        .map(|record| J::object([("created", J::raw("1")), ("resource", record.clone())]))
                        .collect();
                    state.set("resources", J::List(wrapped));
                }
            }
            if let Some(extra) = extra {
                state.set("extra", extra);
            }
            state
        })
        .boxed()
}
