//! Small states for examples, and the signatures of encoded values.

use super::json::J;

pub(crate) const SIGNATURE: &str = "4dabf18193072939515e22adb298388d";
pub(crate) const SECRET: &str = "1b47061264138c4ac30d75fd1eb44270";
pub(crate) const ASSET: &str = "c44067f5952c0a294b673a41bacd8c17";
pub(crate) const ARCHIVE: &str = "0def7320c3a5731c473e5ecbe6d01bc7";
pub(crate) const REFERENCE: &str = "5cf8f73096256a8f31e491e813e4eb8e";

pub(crate) const BUCKET: &str = "aws:s3/bucket:Bucket";

/// URN of a bucket of stack `dev`, project `shop`.
pub(crate) fn bucket_urn(name: &str) -> String {
    format!("urn:pulumi:dev::shop::{BUCKET}::{name}")
}

/// A state in the export envelope; each record is given as JSON text.
pub(crate) fn export(records: &[String]) -> String {
    format!(
        "{{\"version\":3,\"deployment\":{{\"manifest\":{{\"time\":\"\",\"magic\":\"\",\"version\":\"\"}},\"resources\":[{}]}}}}",
        records.join(",")
    )
}

/// A bucket's record: id `NAME-1`, and more fields as JSON members (`"protect":true,…`).
pub(crate) fn bucket(name: &str, more: &str) -> String {
    bucket_with_id(name, &format!("{name}-1"), more)
}

pub(crate) fn bucket_with_id(name: &str, id: &str, more: &str) -> String {
    let comma = if more.is_empty() { "" } else { "," };
    format!("{{\"urn\":\"{}\",\"custom\":true,\"id\":\"{id}\",\"type\":\"{BUCKET}\"{comma}{more}}}", bucket_urn(name))
}

/// A state with one bucket that has these inputs (a JSON object).
pub(crate) fn with_inputs(inputs: &str) -> String {
    export(&[bucket("b", &format!("\"inputs\":{inputs}"))])
}

pub(crate) fn stack_record(outputs: &str) -> String {
    format!(
        "{{\"urn\":\"urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev\",\"custom\":false,\"type\":\"pulumi:pulumi:Stack\",\"outputs\":{outputs}}}"
    )
}

pub(crate) fn secret(field: &str, value: &str) -> String {
    J::object([(SIGNATURE, J::text(SECRET)), (field, J::text(value))]).compact()
}

pub(crate) fn asset(signature: &str, hash: &str, path: &str) -> String {
    J::object([(SIGNATURE, J::text(signature)), ("hash", J::text(hash)), ("path", J::text(path))]).compact()
}
