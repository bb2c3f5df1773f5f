//! Webhooks of organisations and stacks, and what was delivered through them.
//!
//! In: answers of the webhook endpoints, bare lists and wrapped ones, arguments of callers. Out: [`WebhookResponse`],
//! [`WebhookDelivery`], the body that makes or changes a webhook. A webhook's secret is a [`Secret`]. Fails where a webhook has no name
//! or a delivery no id.

use serde_json::{Map, Value};

use super::open::{List, listed, model, reshaped, respell, words};
use super::secret::Secret;

words! {
    /// Format of what a webhook delivers.
    pub enum WebhookFormat {
        /// JSON of Pulumi's own.
        Raw = "raw",
        /// A message for Slack.
        Slack = "slack",
        /// A message for Microsoft Teams.
        MsTeams = "ms_teams",
        /// A deployment of another stack, whose project and name are the address.
        PulumiDeployments = "pulumi_deployments",
    }

    /// A group of events. A filter that a chosen group covers is refused.
    pub enum WebhookGroup {
        /// Stacks and their updates.
        Stacks = "stacks",
        /// Deployments and drift.
        Deployments = "deployments",
        /// Violations of policies.
        Policies = "policies",
        /// Environments; for organisations.
        Environments = "environments",
        /// Requests for change; for organisations.
        ChangeRequests = "change_requests",
    }

    /// An event that a webhook may ask for.
    pub enum WebhookFilter {
        /// A stack was created; for organisations.
        StackCreated = "stack_created",
        /// A stack was deleted; for organisations.
        StackDeleted = "stack_deleted",
        /// An update ended well.
        UpdateSucceeded = "update_succeeded",
        /// An update failed.
        UpdateFailed = "update_failed",
        /// A preview ended well.
        PreviewSucceeded = "preview_succeeded",
        /// A preview failed.
        PreviewFailed = "preview_failed",
        /// A destroy ended well.
        DestroySucceeded = "destroy_succeeded",
        /// A destroy failed.
        DestroyFailed = "destroy_failed",
        /// A refresh ended well.
        RefreshSucceeded = "refresh_succeeded",
        /// A refresh failed.
        RefreshFailed = "refresh_failed",
        /// An import ended well.
        ImportSucceeded = "import_succeeded",
        /// An import failed.
        ImportFailed = "import_failed",
        /// A deployment waits.
        DeploymentQueued = "deployment_queued",
        /// A deployment runs.
        DeploymentStarted = "deployment_started",
        /// A deployment ended well.
        DeploymentSucceeded = "deployment_succeeded",
        /// A deployment failed.
        DeploymentFailed = "deployment_failed",
        /// The files of a deployment could not be taken in.
        DeploymentFileIngestionFailed = "deployment_file_ingestion_failed",
        /// Drift was found.
        DriftDetected = "drift_detected",
        /// A look for drift ended well.
        DriftDetectionSucceeded = "drift_detection_succeeded",
        /// A look for drift failed.
        DriftDetectionFailed = "drift_detection_failed",
        /// Drift was mended.
        DriftRemediationSucceeded = "drift_remediation_succeeded",
        /// Drift could not be mended.
        DriftRemediationFailed = "drift_remediation_failed",
        /// A mandatory policy was violated.
        PolicyViolationMandatory = "policy_violation_mandatory",
        /// An advisory policy was violated.
        PolicyViolationAdvisory = "policy_violation_advisory",
        /// An environment was created.
        EnvironmentCreated = "environment_created",
        /// An environment was deleted.
        EnvironmentDeleted = "environment_deleted",
        /// A revision of an environment was created.
        EnvironmentRevisionCreated = "environment_revision_created",
        /// A revision of an environment was retracted.
        EnvironmentRevisionRetracted = "environment_revision_retracted",
        /// A revision was tagged.
        EnvironmentRevisionTagCreated = "environment_revision_tag_created",
        /// A tag of a revision was deleted.
        EnvironmentRevisionTagDeleted = "environment_revision_tag_deleted",
        /// A tag of a revision was moved.
        EnvironmentRevisionTagUpdated = "environment_revision_tag_updated",
        /// An environment was tagged.
        EnvironmentTagCreated = "environment_tag_created",
        /// A tag of an environment was deleted.
        EnvironmentTagDeleted = "environment_tag_deleted",
        /// A tag of an environment was changed.
        EnvironmentTagUpdated = "environment_tag_updated",
        /// An environment that another imports has changed.
        ImportedEnvironmentChanged = "imported_environment_changed",
        /// Secrets of an environment were rotated.
        EnvironmentRotationSucceeded = "environment_rotation_succeeded",
        /// Secrets of an environment could not be rotated.
        EnvironmentRotationFailed = "environment_rotation_failed",
        /// A request for change was made.
        ChangeRequestCreated = "change_request_created",
        /// A request for change was edited.
        ChangeRequestUpdated = "change_request_updated",
        /// A request for change was approved.
        ChangeRequestApproved = "change_request_approved",
        /// The approval of a request for change was withdrawn.
        ChangeRequestUnapproved = "change_request_unapproved",
        /// A request for change was closed.
        ChangeRequestClosed = "change_request_closed",
        /// A request for change was carried out.
        ChangeRequestApplied = "change_request_applied",
        /// A request for change was handed in.
        ChangeRequestSubmitted = "change_request_submitted",
    }

    /// Kind of a delivery.
    pub enum WebhookKind {
        /// A test.
        Ping = "ping",
        /// A stack was created or deleted.
        Stack = "stack",
        /// A preview ended.
        StackPreview = "stack_preview",
        /// An update ended.
        StackUpdate = "stack_update",
        /// A deployment moved on.
        Deployment = "deployment",
        /// A look for drift ended.
        DriftDetection = "drift_detection",
        /// Drift was mended, or could not be.
        DriftRemediation = "drift_remediation",
    }
}

model! {
    /// Body of Create Webhook, and of changes: a change replaces the whole webhook.
    pub struct Webhook {
        /// Organisation.
        pub organization_name: Option<String>,
        /// Project; webhooks of stacks need it.
        pub project_name: Option<String>,
        /// Stack name; webhooks of stacks need it.
        pub stack_name: Option<String>,
        /// Environment; webhooks of environments need it.
        pub env_name: Option<String>,
        /// Short name. Default: one that the server makes up.
        pub name: Option<String>,
        /// Name for display.
        pub display_name: String,
        /// Address to deliver to.
        pub payload_url: String,
        /// Key that deliveries are signed with (HMAC SHA-256).
        pub secret: Option<Secret>,
        /// Whether it delivers.
        pub active: bool,
        /// Format of what it delivers. Default `raw`.
        pub format: Option<WebhookFormat>,
        /// Events to deliver. With no filters and no groups: all.
        pub filters: Option<Vec<WebhookFilter>>,
        /// Groups of events to deliver.
        pub groups: Option<Vec<WebhookGroup>>,
    }

    /// A webhook.
    #[serde(remote = "Self")]
    pub struct WebhookResponse {
        /// Id, on servers that tell webhooks apart by it.
        pub id: Option<String>,
        /// Organisation.
        pub organization_name: Option<String>,
        /// Project, for webhooks of stacks.
        pub project_name: Option<String>,
        /// Stack name, for webhooks of stacks.
        pub stack_name: Option<String>,
        /// Environment, for webhooks of environments.
        pub env_name: Option<String>,
        /// Short name, by which it is addressed.
        pub name: String,
        /// Name for display.
        pub display_name: Option<String>,
        /// Address that it delivers to.
        pub payload_url: Option<String>,
        /// Whether it delivers.
        pub active: Option<bool>,
        /// Format of what it delivers; absent means `raw`.
        pub format: Option<WebhookFormat>,
        /// Events that it delivers; with no groups either: all.
        pub filters: Option<Vec<WebhookFilter>>,
        /// Groups of events that it delivers.
        pub groups: Option<Vec<WebhookGroup>>,
        /// Whether its deliveries are signed.
        pub has_secret: Option<bool>,
        /// The encrypted key.
        pub secret_ciphertext: Option<Secret>,
        /// The key, where a self-hosted server made it up: it is given out this once.
        pub secret: Option<Secret>,
    }

    /// Webhooks of an organisation or a stack (List Webhooks). Pulumi Cloud sends the bare list.
    #[serde(remote = "Self")]
    pub struct WebhookList {
        /// The webhooks.
        pub webhooks: List<WebhookResponse>,
    }

    /// What a webhook delivered, and what came back.
    #[serde(remote = "Self")]
    pub struct WebhookDelivery {
        /// Id.
        pub id: String,
        /// Kind.
        pub kind: Option<WebhookKind>,
        /// What was sent, as text.
        pub payload: Option<String>,
        /// When it was sent, in unix seconds.
        pub timestamp: Option<i64>,
        /// How long it took, in milliseconds.
        pub duration: Option<i64>,
        /// Address that it went to.
        pub request_url: Option<String>,
        /// Headers sent, one a line.
        pub request_headers: Option<String>,
        /// Status that came back; absent where nothing did.
        pub response_code: Option<i64>,
        /// Headers that came back.
        pub response_headers: Option<String>,
        /// Body that came back.
        pub response_body: Option<String>,
    }

    /// Deliveries of a webhook (List webhook deliveries). Pulumi Cloud sends the bare list.
    #[serde(remote = "Self")]
    pub struct WebhookDeliveryList {
        /// The deliveries.
        pub deliveries: List<WebhookDelivery>,
    }
}

listed!(WebhookList.webhooks);
listed!(WebhookDeliveryList.deliveries);
reshaped!(WebhookResponse, names_of_cloud_webhook);
reshaped!(WebhookDelivery, names_of_cloud_delivery);

fn names_of_cloud_webhook(webhook: &mut Map<String, Value>) {
    respell(webhook, "payloadUrl", &["url"]);
}

fn names_of_cloud_delivery(delivery: &mut Map<String, Value>) {
    respell(delivery, "kind", &["event"]);
    respell(delivery, "responseCode", &["responseStatus"]);
}
