//! A stack or project under another name, and two stacks of one program.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::states::{REFERENCE, SIGNATURE};
use common::{diff, diff_with, read};
use stackscope::diff::{Change, ChangeFilter, Compare, DiffOptions, StateDiff};

fn rows(diff: &StateDiff) -> Vec<Change> {
    diff.changes(&ChangeFilter::default(), 0, usize::MAX).unwrap().rows
}

/// One program's state in a stack of this name, with every field that refers to another resource.
fn program(stack: &str, project: &str, ids: &str) -> String {
    let urn = |kind: &str, name: &str| format!("urn:pulumi:{stack}::{project}::{kind}::{name}");
    let root = urn("pulumi:pulumi:Stack", &format!("{project}-{stack}"));
    let provider = urn("pulumi:providers:aws", "main");
    let bucket = urn("aws:s3/bucket:Bucket", "logs");
    let reference =
        format!("{{\"{SIGNATURE}\":\"{REFERENCE}\",\"urn\":\"{bucket}\",\"id\":\"bucket{ids}\",\"packageVersion\":\"\"}}");
    let records = [
        format!(
            "{{\"urn\":\"{root}\",\"type\":\"pulumi:pulumi:Stack\",\"custom\":false,\"outputs\":{{\"bucket\":{reference}}}}}"
        ),
        format!(
            "{{\"urn\":\"{provider}\",\"type\":\"pulumi:providers:aws\",\"custom\":true,\"id\":\"provider{ids}\",\"parent\":\"{root}\"}}"
        ),
        format!(
            "{{\"urn\":\"{bucket}\",\"type\":\"aws:s3/bucket:Bucket\",\"custom\":true,\"id\":\"bucket{ids}\",\"parent\":\"{root}\",\"provider\":\"{provider}::provider{ids}\",\"inputs\":{{\"acl\":\"private\"}},\"outputs\":{{\"id\":\"bucket{ids}\",\"acl\":\"private\"}},\"created\":\"2026-01-01T00:00:0{0}Z\",\"modified\":\"2026-01-01T00:00:0{0}Z\"}}",
            ids.len()
        ),
        format!(
            "{{\"urn\":\"{0}\",\"type\":\"my:index:Thing\",\"custom\":true,\"id\":\"thing{ids}\",\"parent\":\"{root}\",\"provider\":\"{provider}::provider{ids}\",\"dependencies\":[\"{bucket}\"],\"propertyDependencies\":{{\"x\":[\"{bucket}\"]}},\"deletedWith\":\"{bucket}\",\"replaceWith\":[\"{bucket}\"],\"viewOf\":\"{bucket}\",\"aliases\":[\"{1}\"],\"inputs\":{{\"ref\":{reference}}}}}",
            urn("my:index:Thing", "thing"),
            urn("my:index:Thing", "before"),
        ),
    ];
    format!(
        "{{\"version\":3,\"deployment\":{{\"manifest\":{{\"time\":\"2026-01-0{}T00:00:00Z\",\"magic\":\"\",\"version\":\"\"}},\"resources\":[{}]}}}}",
        ids.len() + 1,
        records.join(",")
    )
}

#[test]
fn a_renamed_stack_or_project_is_no_change_of_its_resources() {
    for (stack, project) in [("prod", "shop"), ("dev", "store"), ("prod", "store")] {
        for (old, new) in
            [(program("dev", "shop", ""), program(stack, project, "")), (program(stack, project, ""), program("dev", "shop", ""))]
        {
            let diff = diff(&old, &new);
            assert!(rows(&diff).is_empty(), "{}", diff.to_json());
            assert_eq!(diff.summary().same, 4);
            let rename = diff.overview().rename.unwrap();
            assert!(
                rename.stack != rename.project && (rename.stack[0] != rename.stack[1] || rename.project[0] != rename.project[1])
            );
        }
    }
    let rename = diff(&program("dev", "shop", ""), &program("prod", "store", "")).overview().rename.unwrap();
    assert_eq!((rename.stack, rename.project), (["dev".into(), "prod".into()], ["shop".into(), "store".into()]));
    assert_eq!(diff(&program("dev", "shop", ""), &program("dev", "shop", "")).overview().rename, None);
}

#[test]
fn a_rename_alone_is_a_difference_to_apply_and_to_the_patch() {
    let (old, new) = (program("dev", "shop", ""), program("prod", "shop", ""));
    let diff = diff(&old, &new);
    assert_eq!(diff.apply(&read(&old)).unwrap().bytes(), new.as_bytes());
    assert_eq!(diff.revert(&read(&new)).unwrap().bytes(), old.as_bytes());
    assert_eq!(common::oracle::patched(&old, &diff.to_json_patch(false).unwrap()), common::oracle::value(&new));
}

#[test]
fn what_else_changed_is_found_across_a_rename() {
    let old = program("dev", "shop", "");
    let new = program("prod", "shop", "").replace("\"acl\":\"private\"},\"outputs\"", "\"acl\":\"public\"},\"outputs\"");
    let all = rows(&diff(&old, &new));
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].name.as_str(), all[0].properties.len(), all[0].properties[0].path.as_str()), ("logs", 1, "inputs.acl"));
    assert!(all[0].old_urn.as_deref().is_some_and(|urn| urn.contains("::shop::") && urn.contains(":dev::")));
    // A reference to another place is a change, in each of the fields.
    let thing = |old: &str| {
        old.replace(
            "\"deletedWith\":\"urn:pulumi:prod::shop::aws:s3/bucket:Bucket::logs\"",
            "\"deletedWith\":\"urn:pulumi:prod::shop::pulumi:providers:aws::main\"",
        )
    };
    let all = rows(&diff(&old, &thing(&program("prod", "shop", ""))));
    assert_eq!(all[0].properties.iter().map(|prop| prop.path.as_str()).collect::<Vec<_>>(), ["deletedWith"]);
}

#[test]
fn a_foreign_urn_is_left_alone() {
    let with = |stack: &str| {
        program(stack, "shop", "").replace("\"dependencies\":[", "\"dependencies\":[\"urn:pulumi:network::base::a:b:C::x\",")
    };
    assert!(rows(&diff(&with("dev"), &with("prod"))).is_empty());
}

#[test]
fn two_stacks_of_one_program() {
    let (old, new) = (program("dev", "shop", ""), program("prod", "shop", "-9"));
    let options = DiffOptions { compare: Compare::Stacks, ..DiffOptions::default() };
    let diff = diff_with(&old, &new, options.clone());
    assert!(rows(&diff).is_empty(), "{}", diff.to_json());
    assert_eq!((diff.summary().same, diff.differs()), (4, false));
    let versions = common::diff(&old, &new);
    assert_eq!(versions.summary().replace, 3);
    // Something else: still an update, never a replace.
    let changed = new.replace("\"acl\":\"private\"},\"outputs\"", "\"acl\":\"public\"},\"outputs\"");
    let diff = diff_with(&old, &changed, options.clone());
    assert_eq!((diff.summary().replace, diff.summary().update, rows(&diff)[0].properties[0].path.as_str()), (0, 1, "inputs.acl"));
    // Without a rename too.
    let diff = diff_with(&old, &program("dev", "shop", "-9"), options);
    assert!(!diff.differs(), "{}", diff.to_json());
}

#[test]
fn two_resources_that_share_an_id_in_one_of_the_stacks() {
    let state = |stack: &str, ids: [&str; 2]| {
        let record = |at: usize| {
            format!(
                "{{\"urn\":\"urn:pulumi:{stack}::shop::k8s:v1:Thing::t{at}\",\"type\":\"k8s:v1:Thing\",\"custom\":true,\"id\":\"{0}\",\"outputs\":{{\"id\":\"{0}\"}}}}",
                ids[at]
            )
        };
        common::states::export(&[record(0), record(1)])
    };
    let options = DiffOptions { compare: Compare::Stacks, ..DiffOptions::default() };
    for (old, new) in [(["main", "main"], ["one", "two"]), (["one", "two"], ["main", "main"]), (["a", "b"], ["b", "a"])] {
        let diff = diff_with(&state("dev", old), &state("prod", new), options.clone());
        assert!(!diff.differs(), "{old:?} {new:?}: {}", diff.to_json());
    }
}

#[test]
fn an_interrupted_operation_across_a_rename() {
    let with = |stack: &str| {
        program(stack, "shop", "").replace("\"resources\":[", &format!("\"pending_operations\":[{{\"type\":\"updating\",\"resource\":{{\"urn\":\"urn:pulumi:{stack}::shop::aws:s3/bucket:Bucket::logs\",\"type\":\"aws:s3/bucket:Bucket\",\"custom\":true,\"parent\":\"urn:pulumi:{stack}::shop::pulumi:pulumi:Stack::shop-{stack}\"}}}}],\"resources\":["))
    };
    let diff = diff(&with("dev"), &with("prod"));
    assert!(diff.overview().state.pending_operations.is_empty(), "{}", diff.to_json());
}
