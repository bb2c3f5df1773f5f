//! Each finding of the integrity check, with its severity and its place.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::read;
use common::states::{bucket, bucket_urn, bucket_with_id, export, stack_record};
use stackscope::checkpoint::{CheckReport, Severity};

fn report(records: &[String]) -> CheckReport {
    read(&export(records)).check()
}

/// Findings as `severity code path`.
fn found(records: &[String]) -> Vec<String> {
    let word = |severity| if severity == Severity::Error { "error" } else { "warning" };
    report(records)
        .findings
        .iter()
        .map(|finding| format!("{} {} {}", word(finding.severity), finding.code, finding.path.as_deref().unwrap_or("-")))
        .collect()
}

fn manifest(magic: &str, version: &str) -> CheckReport {
    read(&format!("{{\"version\":3,\"deployment\":{{\"manifest\":{{\"time\":\"\",\"magic\":\"{magic}\",\"version\":\"{version}\"}},\"resources\":[]}}}}")).check()
}

#[test]
fn a_sound_state_has_none() {
    let provider = "{\"urn\":\"urn:pulumi:dev::shop::pulumi:providers:aws::p\",\"custom\":true,\"id\":\"p1\",\"type\":\"pulumi:providers:aws\"}".to_owned();
    let more = format!(
        "\"parent\":\"urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev\",\"provider\":\"urn:pulumi:dev::shop::pulumi:providers:aws::p::p1\",\"dependencies\":[\"{}\"]",
        bucket_urn("a")
    );
    let report = report(&[
        stack_record("{}"),
        provider,
        bucket("a", ""),
        bucket("b", &more),
        bucket_with_id("b", "old", "\"delete\":true"),
    ]);
    assert_eq!(report.findings, []);
    assert!(!report.has_errors());
    assert!(report.to_text(false).contains("no findings"));
}

#[test]
fn magic() {
    let right = "8a5edab282632443219e051e4ade2d1d5bbc671c781051bf1437897cbdfea0f1";
    for (magic, version, fine) in
        [("", "", true), (right, "/", true), ("", "v3.1.0", false), ("00", "", false), ("00", "v3.1.0", false)]
    {
        let report = manifest(magic, version);
        assert_eq!(report.findings.is_empty(), fine, "{magic} {version}: {report:?}");
        assert!(!report.has_errors());
        assert!(
            report
                .findings
                .iter()
                .all(|finding| finding.code == "wrong_magic" && finding.path.as_deref() == Some("manifest.magic"))
        );
    }
}

#[test]
fn urns() {
    let odd = |urn: &str| format!("{{\"urn\":\"{urn}\",\"custom\":true,\"type\":\"a:b:C\"}}");
    assert_eq!(found(&[odd("urn:pulumi:x")]), ["error bad_urn urn"]);
    assert_eq!(found(&["{\"urn\":\"urn:pulumi:dev::shop::a:b:C::x\"}".to_owned()]), ["error no_type type"]);
    assert_eq!(found(&[bucket("a", ""), bucket("a", "")]), ["error duplicate_urn urn"]);
    assert!(found(&[bucket("a", ""), bucket("a", "\"delete\":true"), bucket("a", "\"delete\":true")]).is_empty());
    assert!(found(&[bucket("a", "\"delete\":true"), bucket("a", "")]).is_empty());
    assert_eq!(
        found(&[odd("urn:pulumi:dev::shop::a:b:C::x").replace("true", "false").replace("}", ",\"id\":\"i\"}")]),
        ["error component_with_id id"]
    );
}

#[test]
fn references_must_stand_earlier() {
    let cases = [("parent", "parent", "parent"), ("deletedWith", "deleted_with", "deletedWith"), ("viewOf", "view_of", "viewOf")];
    for (field, code, path) in cases {
        let user = bucket("user", &format!("\"{field}\":\"{}\"", bucket_urn("a")));
        let kept = |found: Vec<String>| found.into_iter().filter(|line| !line.contains("parent_type")).collect::<Vec<_>>();
        assert!(kept(found(&[bucket("a", ""), user.clone()])).is_empty(), "{field}");
        assert_eq!(kept(found(std::slice::from_ref(&user))), [format!("error missing_{code} {path}")]);
        assert_eq!(kept(found(&[user, bucket("a", "")])), [format!("error later_{code} {path}")]);
    }
    for (field, code) in [("dependencies", "dependency"), ("replaceWith", "replace_with")] {
        let user = bucket("user", &format!("\"{field}\":[\"{}\",\"{}\"]", bucket_urn("a"), bucket_urn("z")));
        assert_eq!(found(&[bucket("a", ""), user.clone()]), [format!("error missing_{code} {field}[1]")]);
        assert_eq!(
            found(&[user, bucket("a", "")]),
            [format!("error later_{code} {field}[0]"), format!("error missing_{code} {field}[1]")]
        );
    }
    let user = bucket("user", &format!("\"propertyDependencies\":{{\"x\":[\"{}\"],\"y\":[]}}", bucket_urn("z")));
    assert_eq!(found(&[user]), ["error missing_property_dependency propertyDependencies.x[0]"]);
    assert_eq!(
        found(&[bucket("a", &format!("\"dependencies\":[\"{}\"]", bucket_urn("a")))]),
        ["error later_dependency dependencies[0]"]
    );
}

#[test]
fn a_property_with_an_odd_name_has_a_proper_path() {
    let user = bucket("user", &format!("\"propertyDependencies\":{{\"a.b\":[\"{}\"]}}", bucket_urn("z")));
    assert_eq!(found(&[user]), ["error missing_property_dependency propertyDependencies[\"a.b\"][0]"]);
}

#[test]
fn providers() {
    let provider = |id: &str| {
        format!(
            "{{\"urn\":\"urn:pulumi:dev::shop::pulumi:providers:aws::p\",\"custom\":true,\"id\":\"{id}\",\"type\":\"pulumi:providers:aws\"}}"
        )
    };
    let user = |reference: &str| bucket("user", &format!("\"provider\":\"{reference}\""));
    let good = "urn:pulumi:dev::shop::pulumi:providers:aws::p::p1";
    assert!(found(&[provider("p1"), user(good)]).is_empty());
    assert_eq!(found(&[user(good)]), ["error missing_provider provider"]);
    assert_eq!(found(&[user(good), provider("p1")]), ["error later_provider provider"]);
    assert_eq!(found(&[provider("p2"), user(good)]), ["error missing_provider provider"]);
    assert_eq!(found(&[user("nonsense")]), ["error bad_provider provider"]);
    assert_eq!(found(&[bucket("a", ""), user(&format!("{}::a-1", bucket_urn("a")))]), ["error not_a_provider provider"]);
    let waiting = bucket("user", &format!("\"provider\":\"{good}\",\"pendingReplacement\":true"));
    assert!(found(&[waiting]).is_empty());
    // An older self of the provider that awaits deletion may still be named.
    let dying = provider("p1").replace("\"custom\"", "\"delete\":true,\"custom\"");
    assert!(found(&[provider("p2"), dying, user(good)]).is_empty());
}

#[test]
fn qualified_types() {
    let child = |kind: &str| {
        format!(
            "{{\"urn\":\"urn:pulumi:dev::shop::{kind}::c\",\"custom\":true,\"type\":\"a:b:C\",\"parent\":\"{}\"}}",
            bucket_urn("a")
        )
    };
    assert_eq!(found(&[bucket("a", ""), child("a:b:C")]), ["warning parent_type_mismatch parent"]);
    assert!(found(&[bucket("a", ""), child("aws:s3/bucket:Bucket$a:b:C")]).is_empty());
}

#[test]
fn interrupted_operations() {
    let text = format!(
        "{{\"version\":3,\"deployment\":{{\"resources\":[],\"pending_operations\":[{{\"type\":\"creating\",\"resource\":{}}},{{}}]}}}}",
        bucket("a", "")
    );
    let report = read(&text).check();
    let places: Vec<_> = report
        .findings
        .iter()
        .map(|finding| (finding.code.as_str(), finding.path.as_deref().unwrap(), finding.urn.is_some()))
        .collect();
    assert_eq!(
        places,
        [("pending_operation", "pending_operations[0]", true), ("pending_operation", "pending_operations[1]", false)]
    );
    assert!(!report.has_errors() && report.findings[0].message.contains("creating"));
}

#[test]
fn every_finding_says_what_to_do() {
    let report = report(&[bucket("a", "\"parent\":\"urn:pulumi:dev::shop::x:y:Z::gone\",\"provider\":\"x\""), bucket("a", "")]);
    assert_eq!(report.findings.len(), 4, "{report:?}");
    assert!(report.findings.iter().all(|finding| !finding.repair.is_empty()
        && !finding.message.is_empty()
        && finding.urn.as_deref() == Some(bucket_urn("a").as_str())));
    let json = serde_json::to_value(&report).unwrap();
    assert!(
        json["findings"]
            .as_array()
            .unwrap()
            .iter()
            .all(|finding| ["error", "warning"].contains(&finding["severity"].as_str().unwrap()))
    );
    let text = report.to_text(false);
    assert!(text.contains("3 errors, 1 warning") && report.to_markdown().contains("`missing_parent`"), "{text}");
}
