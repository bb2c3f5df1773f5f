//! The example answers of the REST documentation: an export and the latest resources.
#![cfg(not(target_arch = "wasm32"))]

use stackscope::checkpoint::{Checkpoint, EnvelopeKind, Severity};
use stackscope::diff::{DiffOptions, StateDiff};

fn read(text: &str) -> Checkpoint {
    Checkpoint::parse(text.as_bytes().to_vec()).expect("an example of the documentation is a state")
}

#[test]
fn an_export_reads_and_its_magic_is_only_warned_of() {
    let state = read(include_str!("fixtures/seeds/export.json"));
    let summary = state.summary();
    assert_eq!((summary.envelope, summary.version), (EnvelopeKind::Export, 3));
    assert_eq!((summary.counts.resources, summary.counts.providers), (3, 1));
    assert_eq!((summary.project.as_deref(), summary.stack.as_deref()), (Some("demo-aws-ts-webserver"), Some("dev-user1")));
    assert_eq!(state.stack_outputs(), r#"{"vpcId":"vpc-04057e18647a66e24"}"#);
    let found: Vec<_> = state.check().findings.into_iter().map(|finding| (finding.code, finding.severity)).collect();
    assert_eq!(found, [("wrong_magic".to_owned(), Severity::Warning)]);
}

#[test]
fn the_latest_resources_read_and_their_secret_is_masked() {
    let state = read(include_str!("fixtures/seeds/resources-latest.json"));
    assert_eq!(state.summary().envelope, EnvelopeKind::Resources);
    let bucket = state.resource("urn:pulumi:dev::prog-aws-typescript::aws:s3/bucket:Bucket::my-bucket", None, None).unwrap();
    assert!(bucket.contains(r#""tags":"[secret]""#) && !bucket.contains("ciphertext"), "{bucket}");
    assert!(!StateDiff::new(&state, &state, DiffOptions::default()).unwrap().differs());
}
