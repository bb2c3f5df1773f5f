//! Settings of deployments, and the values that may be secret in them and elsewhere.

use serde_json::{Value, json};

use stackscope::model::deployment_settings::{DeploymentSettings, DeploymentSettingsPatch, ExecutorImage};
use stackscope::model::secret_value::{
    BatchDecryptRequest, BatchDecryptResponse, BatchEncryptRequest, BatchEncryptResponse, DecryptValueRequest,
    DecryptValueResponse, EncryptValueRequest, EncryptValueResponse, SecretValue,
};

use crate::{bears_null, read, whole, write};

pub(crate) fn settings() -> Value {
    json!({
        "version": 3, "tag": "t", "source": "github-review-stack", "agentPoolID": "pool-1",
        "executorContext": {
            "executorImage": {
                "reference": "acme/runner:1", "isDefault": false,
                "credentials": { "username": "robot", "password": { "ciphertext": "AAEC" } }
            },
            "executorRootPath": "/work"
        },
        "sourceContext": {
            "git": {
                "repoUrl": "https://example.com/acme/shop.git", "branch": "refs/heads/main", "repoDir": "infra", "commit": "abc",
                "tag": "v1", "gitAuth": {
                    "accessToken": { "secret": "hush" },
                    "sshAuth": { "sshPrivateKey": { "secret": "hush" }, "password": { "ciphertext": "AAEC" } },
                    "basicAuth": { "userName": "robot", "password": { "secret": "hush" } }
                }
            },
            "hg": { "repoUrl": "https://example.com/hg", "branch": "default", "repoDir": ".", "revision": "f00", "hgAuth": {} },
            "template": { "sourceUrl": "", "projectSourceUrl": "https://example.com/t", "gitAuth": {} }
        },
        "gitHub": {
            "repository": "acme/shop", "deployCommits": true, "deployTags": false, "previewPullRequests": true,
            "pullRequestTemplate": false, "deployPullRequest": 12, "paths": ["infra/**"], "tagFilters": ["v*", "!*-rc*"],
            "reviewStackLabels": ["preview"], "installationId": "42"
        },
        "vcs": {
            "provider": "azure_devops", "repository": "acme/shop", "deployCommits": true, "deployTags": false,
            "previewPullRequests": true, "pullRequestTemplate": false, "deployPullRequest": 12, "paths": [], "tagFilters": [],
            "installationId": "42"
        },
        "operationContext": {
            "oidc": {
                "aws": { "roleArn": "arn:aws:iam::1:role/r", "sessionName": "s", "policyArns": ["arn:p"], "duration": "1h0m0s" },
                "azure": { "clientId": "c", "tenantId": "t", "subscriptionId": "s" },
                "gcp": { "projectId": "1", "region": "r", "workloadPoolId": "w", "providerId": "p", "serviceAccount": "a@b",
                         "tokenLifetime": "1h0m0s" }
            },
            "preRunCommands": ["yarn"], "operation": "update",
            "environmentVariables": { "REGION": "eu-west-1", "KEY": { "secret": "hush" }, "OLD": { "ciphertext": "AAEC" } },
            "options": { "skipInstallDependencies": true, "skipIntermediateDeployments": false, "shell": "/bin/bash",
                         "deleteAfterDestroy": false, "remediateIfDriftDetected": true },
            "role": { "id": "r-1", "name": "deployer", "defaultIdentifier": "stack-write" }
        },
        "cacheOptions": { "enable": true }
    })
}

#[test]
fn settings_of_deployments() {
    let full: DeploymentSettings = whole(settings());
    let image = full.executor_context.as_ref().unwrap().executor_image.as_ref().unwrap();
    assert!(matches!(image, ExecutorImage::Image(image) if image.reference.as_deref() == Some("acme/runner:1")));
    bears_null::<DeploymentSettings>(
        &json!({ "version": 0, "executorContext": 0, "vcs": 0, "cacheOptions": 0, "agentPoolID": "p" }),
        &["agentPoolID"],
    );
    assert_eq!(write(&read::<DeploymentSettings>(&json!({ "agentPoolID": null }))), json!({ "agentPoolID": null }));

    let documented: DeploymentSettings = read(&json!({
        "sourceContext": { "git": { "repoURL": "https://example.com/r.git", "branch": "refs/heads/demo" } },
        "operationContext": { "environmentVariables": { "REGION": "us-west-2" }, "oidc": { "aws": { "roleARN": "arn:r" } } }
    }));
    assert_eq!(documented.source_context.unwrap().git.unwrap().repo_url.as_deref(), Some("https://example.com/r.git"));
    assert_eq!(documented.operation_context.unwrap().oidc.unwrap().aws.unwrap().role_arn.as_deref(), Some("arn:r"));
}

#[test]
fn a_patch_of_settings_keeps_its_nulls() {
    let patch = json!({ "cacheOptions": null, "operationContext": { "environmentVariables": { "OLD": null, "KEY": { "secret": "hush" } } } });
    let model: DeploymentSettingsPatch = read(&patch);
    assert_eq!(write(&model), patch);
    assert!(!format!("{model:?}").contains("hush"));
}

#[test]
fn values_that_may_be_secret() {
    for value in [
        json!("plain"),
        json!({ "secret": "hush" }),
        json!({ "ciphertext": "AAEC" }),
        json!({ "secret": "hush", "ciphertext": "AAEC" }),
    ] {
        whole::<SecretValue>(value);
    }
    assert!(matches!(read::<SecretValue>(&json!({ "ciphertext": "AAEC", "secret": null })), SecretValue::Sealed(_)));
    let error = serde_json::from_value::<SecretValue>(json!(17)).unwrap_err().to_string();
    assert!(error.contains("a text, or an object with"), "{error}");
    assert!(
        serde_json::from_value::<SecretValue>(json!({ "secret": ["hush"] }))
            .is_err_and(|error| !error.to_string().contains("hush"))
    );
}

#[test]
fn encryption() {
    whole::<EncryptValueRequest>(json!({ "plaintext": "aGVsbG8=" }));
    whole::<EncryptValueResponse>(json!({ "ciphertext": "Ak7Zkij9" }));
    whole::<DecryptValueRequest>(json!({ "ciphertext": "Ak7Zkij9" }));
    let decrypted: DecryptValueResponse = whole(json!({ "plaintext": "aGVsbG8=" }));
    assert_eq!(decrypted.plaintext.expose(), "aGVsbG8=");
    whole::<BatchEncryptRequest>(json!({ "plaintexts": ["aGVsbG8=", "dHdv"] }));
    whole::<BatchEncryptResponse>(json!({ "ciphertexts": ["AtVF/wAy", "ApGyk27n"] }));
    whole::<BatchDecryptRequest>(json!({ "ciphertexts": ["AtVF/wAy"] }));
    let batch: BatchDecryptResponse = whole(json!({ "plaintexts": { "AtVF/wAy": "aGVsbG8=", "ApGyk27n": "dHdv" } }));
    assert_eq!(batch.plaintexts["AtVF/wAy"].expose(), "aGVsbG8=");
    assert!(read::<BatchDecryptResponse>(&json!({ "plaintexts": null })).plaintexts.is_empty());
    assert!(serde_json::from_value::<BatchDecryptResponse>(json!({})).is_err());
}

#[test]
fn nothing_secret_is_shown() {
    let hush = "aHVzaA==";
    let shown = [
        format!("{:?}", read::<DeploymentSettings>(&settings())),
        format!("{:?}", read::<SecretValue>(&json!(hush))),
        format!("{:?}", read::<EncryptValueRequest>(&json!({ "plaintext": hush }))),
        format!("{:?}", read::<DecryptValueResponse>(&json!({ "plaintext": hush }))),
        format!("{:?}", read::<BatchEncryptRequest>(&json!({ "plaintexts": [hush] }))),
        format!("{:?}", read::<BatchDecryptResponse>(&json!({ "plaintexts": { "AAEC": hush } }))),
    ];
    for text in shown {
        assert!(!text.contains(hush) && !text.contains("hush") && text.contains("[secret]"), "{text}");
    }
}
