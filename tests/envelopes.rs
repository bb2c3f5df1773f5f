//! Every way in which a state has ever been packed, and every field that a record has ever had.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::states::{bucket, bucket_urn, export, stack_record};
use common::{diff, oracle, read};
use stackscope::checkpoint::{EnvelopeKind, ResourceFilter};

fn records() -> String {
    [stack_record("{\"url\":\"u\"}"), bucket("a", "\"protect\":true"), bucket("a", "\"delete\":true")].join(",")
}

/// One deployment in every envelope.
fn packed() -> Vec<(EnvelopeKind, u32, String)> {
    let body = format!(
        "{{\"manifest\":{{\"time\":\"2026-01-01T00:00:00Z\",\"magic\":\"\",\"version\":\"\"}},\"resources\":[{}]}}",
        records()
    );
    let wrapped: Vec<String> = [stack_record("{\"url\":\"u\"}"), bucket("a", "\"protect\":true"), bucket("a", "\"delete\":true")]
        .iter()
        .map(|record| format!("{{\"resource\":{record},\"created\":1}}"))
        .collect();
    let mut all = Vec::new();
    for version in 1..=4 {
        all.push((EnvelopeKind::Export, version, format!("{{\"version\":{version},\"deployment\":{body}}}")));
        all.push((
            EnvelopeKind::Backend,
            version,
            format!("{{\"version\":{version},\"checkpoint\":{{\"stack\":\"acme/shop/dev\",\"latest\":{body}}}}}"),
        ));
    }
    all.push((
        EnvelopeKind::Unversioned,
        0,
        format!(
            "{{\"target\":\"dev\",\"latest\":{}}}",
            body.replace(
                "\"manifest\":{\"time\":\"2026-01-01T00:00:00Z\",\"magic\":\"\",\"version\":\"\"}",
                "\"time\":\"2026-01-01T00:00:00Z\""
            )
        ),
    ));
    all.push((EnvelopeKind::Unversioned, 0, format!("{{\"stack\":\"dev\",\"config\":{{}},\"latest\":{body}}}")));
    all.push((EnvelopeKind::Resources, 0, format!("{{\"version\":7,\"region\":\"x\",\"resources\":[{}]}}", wrapped.join(","))));
    all
}

#[test]
fn all_envelopes_hold_the_same_records() {
    let plain =
        read(&export(&[stack_record("{\"url\":\"u\"}"), bucket("a", "\"protect\":true"), bucket("a", "\"delete\":true")]));
    let rows = plain.resources(&ResourceFilter::default(), 0, 10);
    for (kind, version, text) in packed() {
        let state = read(&text);
        let summary = state.summary();
        assert_eq!((summary.envelope, summary.version), (kind, version), "{text}");
        assert_eq!((summary.stack.as_deref(), summary.project.as_deref()), (Some("dev"), Some("shop")));
        assert_eq!(summary.organization.as_deref(), (kind == EnvelopeKind::Backend).then_some("acme"));
        assert_eq!(state.resources(&ResourceFilter::default(), 0, 10), rows);
        assert_eq!(state.stack_outputs(), "{\"url\":\"u\"}");
        let (counts, text_len) = (summary.counts, text.len());
        assert_eq!(
            (counts.resources, counts.live, counts.pending_delete, counts.custom, counts.components, counts.protected),
            (3, 2, 1, 2, 1, 1)
        );
        assert_eq!((summary.bytes, state.bytes().len()), (text_len, text_len));
        assert_eq!(
            summary.manifest.map(|manifest| manifest.time),
            (kind != EnvelopeKind::Resources).then(|| "2026-01-01T00:00:00Z".to_owned())
        );
    }
}

#[test]
fn any_two_envelopes_can_be_compared() {
    let all = packed();
    for (_, _, old) in &all {
        for (_, _, new) in &all {
            let diff = diff(old, new);
            assert_eq!((diff.summary().same, diff.changes(&Default::default(), 0, 1).unwrap().total), (3, 0), "{old}\n{new}");
            let applied = diff.apply(&read(old)).unwrap();
            assert_eq!(oracle::value_of(&applied.bytes()), oracle::value(new));
            assert_eq!(oracle::patched(old, &diff.to_json_patch(false).unwrap()), oracle::value(new));
        }
    }
}

#[test]
fn version_and_features_that_differ_are_told() {
    let state = |head: &str| format!("{{{head},\"deployment\":{{\"resources\":[{}]}}}}", records());
    let diff = diff(&state("\"version\":3"), &state("\"version\":4,\"features\":[\"hooks\"]"));
    assert!(diff.differs() && diff.summary().same == 3);
    let paths: Vec<String> = diff.overview().state.other.iter().map(|prop| prop.path.clone()).collect();
    assert!(paths.contains(&"version".to_owned()) && paths.iter().any(|path| path.starts_with("features")), "{paths:?}");
}

#[test]
fn unknown_features_are_a_warning() {
    let state = |version: u8, features: &str| {
        read(&format!("{{\"version\":{version},\"features\":{features},\"deployment\":{{}}}}")).summary()
    };
    let known = "[\"refreshBeforeUpdate\",\"views\",\"hooks\",\"taint\",\"replaceWith\",\"snippets-prototype\",\"extensionParameterization\",\"byteString\"]";
    assert!(state(4, known).warnings.is_empty());
    let unknown = state(4, "[\"hooks\",\"timeTravel\"]");
    assert_eq!(unknown.features, ["hooks", "timeTravel"]);
    let found: Vec<_> = unknown.warnings.iter().map(|warning| (warning.code.as_str(), warning.path.as_deref())).collect();
    assert_eq!(found, [("unknown_feature", Some("features[1]"))]);
    assert_eq!(state(3, "[\"hooks\"]").warnings[0].code, "features_without_version_4");
    assert!(state(4, "null").warnings.is_empty());
}

#[test]
fn a_stack_that_was_never_deployed() {
    for text in [
        "{\"version\":3,\"checkpoint\":{\"stack\":\"acme/shop/dev\"}}",
        "{\"version\":3,\"checkpoint\":{\"stack\":\"acme/shop/dev\",\"latest\":null}}",
    ] {
        let summary = read(text).summary();
        assert_eq!(
            (summary.organization.as_deref(), summary.project.as_deref(), summary.stack.as_deref()),
            (Some("acme"), Some("shop"), Some("dev"))
        );
        assert_eq!((summary.counts.resources, summary.manifest), (0, None));
        let full = format!(
            "{{\"version\":3,\"checkpoint\":{{\"stack\":\"acme/shop/dev\",\"latest\":{{\"resources\":[{}]}}}}}}",
            records()
        );
        let diff = diff(text, &full);
        assert_eq!(diff.summary().create, 3);
        assert_eq!(oracle::value_of(&diff.apply(&read(text)).unwrap().bytes()), oracle::value(&full));
        assert_eq!(oracle::value_of(&diff.revert(&read(&full)).unwrap().bytes()), oracle::value(text));
    }
}

#[test]
fn the_name_is_only_used_where_no_urn_says_it() {
    let names = |stack: &str| {
        let summary =
            read(&format!("{{\"version\":3,\"checkpoint\":{{\"stack\":\"{stack}\",\"latest\":{{\"resources\":[]}}}}}}"))
                .summary();
        (summary.organization, summary.project, summary.stack)
    };
    assert_eq!(names("dev"), (None, None, Some("dev".into())));
    assert_eq!(names("organization/shop/dev"), (Some("organization".into()), Some("shop".into()), Some("dev".into())));
    assert_eq!(names(""), (None, None, None));
}

/// Every field of ResourceV3, the one that version 1 had besides, and one from the future.
const FIELDS: [(&str, &str); 39] = [
    ("custom", "true"),
    ("delete", "true"),
    ("id", "\"i-1\""),
    ("type", "\"aws:s3/bucket:Bucket\""),
    ("inputs", "{\"a\":{\"b\":[1.10,12345678901234567890]},\"__proto__\":{\"constructor\":1}}"),
    ("outputs", "{\"a\":\"\\ud800\",\"f\":1e999}"),
    ("defaults", "{\"d\":1}"),
    ("parent", "\"urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev\""),
    ("protect", "true"),
    ("taint", "true"),
    ("external", "true"),
    ("dependencies", "[\"urn:pulumi:dev::shop::a:b:C::x\"]"),
    ("initErrors", "[\"failed\"]"),
    ("provider", "\"urn:pulumi:dev::shop::pulumi:providers:aws::p::id\""),
    ("propertyDependencies", "{\"a\":[\"urn:pulumi:dev::shop::a:b:C::x\"],\"b\":null}"),
    ("pendingReplacement", "true"),
    ("additionalSecretOutputs", "[\"nothing\"]"),
    ("aliases", "[\"urn:pulumi:dev::shop::a:b:C::y\"]"),
    ("customTimeouts", "{\"create\":60,\"update\":1.5}"),
    ("importID", "\"imported\""),
    ("retainOnDelete", "true"),
    ("deletedWith", "\"urn:pulumi:dev::shop::a:b:C::x\""),
    ("replaceWith", "[\"urn:pulumi:dev::shop::a:b:C::x\"]"),
    ("created", "\"2023-01-01T00:00:00Z\""),
    ("modified", "\"2026-01-01T00:00:00.123456789Z\""),
    ("sourcePosition", "\"project:///index.ts#1,2\""),
    ("stackTrace", "[{\"sourcePosition\":\"project:///index.ts#1,2\"}]"),
    ("ignoreChanges", "[\"tags.*\"]"),
    ("hideDiff", "[\"data\"]"),
    ("replaceOnChanges", "[\"name\"]"),
    ("replacementTrigger", "{\"v\":[1]}"),
    ("refreshBeforeUpdate", "true"),
    ("viewOf", "\"urn:pulumi:dev::shop::a:b:C::x\""),
    ("resourceHooks", "{\"BeforeCreate\":[\"h\"]}"),
    ("extensionRef", "\"ref\""),
    ("snippetID", "\"s\""),
    ("invented", "{\"some\":[\"thing\",null,{}]}"),
    ("__proto__", "{\"x\":1}"),
    ("constructor", "\"c\""),
];

#[test]
fn every_field_survives() {
    let more = FIELDS.map(|(key, value)| format!("\"{key}\":{value}")).join(",");
    let record = format!("{{\"urn\":\"{}\",{more}}}", bucket_urn("a"));
    for text in [export(std::slice::from_ref(&record)), format!("{{\"resources\":[{{\"resource\":{record}}}]}}")] {
        let state = read(&text);
        assert_eq!(state.resource(&bucket_urn("a"), None, None).unwrap(), record);
        let flags = &state.resources(&ResourceFilter::default(), 0, 1).rows[0].flags;
        assert_eq!(
            *flags,
            ["custom", "delete", "external", "protect", "retainOnDelete", "pendingReplacement", "taint", "initErrors"]
        );
    }
}

#[test]
fn a_change_in_any_field_is_found_at_its_root() {
    let state = |skip: &str| {
        let more = FIELDS
            .iter()
            .filter(|(key, _)| *key != skip && *key != "delete")
            .map(|(key, value)| format!("\"{key}\":{value}"))
            .collect::<Vec<_>>()
            .join(",");
        export(&[format!("{{\"urn\":\"{}\",{more}}}", bucket_urn("a"))])
    };
    for (field, _) in FIELDS {
        if matches!(field, "delete" | "__proto__") {
            continue;
        }
        let diff = diff(&state(field), &state(""));
        let rows = diff.changes(&Default::default(), 0, 10).unwrap().rows;
        assert_eq!((rows.len(), rows.first().map(|row| row.kind.as_str())), (1, Some("update")), "{field}");
        assert!(
            rows[0].properties.iter().all(|prop| prop.path.starts_with(field) && prop.kind.as_str() == "add"),
            "{field}: {:?}",
            rows[0].properties
        );
        assert!(!rows[0].properties.is_empty());
    }
}

#[test]
fn queries() {
    let text = export(&[
        stack_record("{}"),
        bucket("alpha", "\"parent\":\"urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev\",\"protect\":true"),
        bucket("beta", &format!("\"dependencies\":[\"{0}\"],\"propertyDependencies\":{{\"x\":[\"{0}\"]}}", bucket_urn("alpha"))),
    ]);
    let state = read(&text);
    let names = |filter: ResourceFilter| state.resources(&filter, 0, 10).rows.into_iter().map(|row| row.name).collect::<Vec<_>>();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(names(ResourceFilter { kind: some("aws:*"), ..Default::default() }), ["alpha", "beta"]);
    assert_eq!(names(ResourceFilter { package: some("pulumi"), ..Default::default() }), ["shop-dev"]);
    assert_eq!(names(ResourceFilter { name: some("*ta"), ..Default::default() }), ["beta"]);
    assert_eq!(names(ResourceFilter { text: some("ALPHA-1"), ..Default::default() }), ["alpha"]);
    assert_eq!(names(ResourceFilter { flags: vec!["protect".into()], ..Default::default() }), ["alpha"]);
    assert_eq!(
        names(ResourceFilter { parent: some("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"), ..Default::default() }),
        ["alpha"]
    );
    assert_eq!(state.parents(&bucket_urn("alpha")).len(), 1);
    assert_eq!(state.children("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev").len(), 1);
    let relation = &state.dependencies(&bucket_urn("beta"))[0];
    assert_eq!(
        (relation.urn.as_str(), relation.kinds.as_slice(), relation.properties.as_slice()),
        (bucket_urn("alpha").as_str(), &["dependency", "property"][..], &["x".to_owned()][..])
    );
    assert_eq!(state.dependents(&bucket_urn("alpha"))[0].urn, bucket_urn("beta"));
    assert_eq!(state.resource("urn:pulumi:dev::shop::a:b:C::none", None, None), None);
    assert!(state.parents("nonsense").is_empty() && state.children("").is_empty() && state.dependencies("").is_empty());
}
