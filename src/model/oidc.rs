//! How deployments get short-lived credentials of clouds.
//!
//! In: settings of deployments. Out: [`OidcConfiguration`]. Fails where a field has another type than documented.

use super::open::model;

model! {
    /// How to get credentials of AWS for an OIDC token.
    pub struct AwsOidcConfiguration {
        /// The role to take.
        #[serde(alias = "roleARN")]
        pub role_arn: Option<String>,
        /// Name of the session.
        pub session_name: Option<String>,
        /// Policies that narrow the session.
        #[serde(alias = "policyARNs")]
        pub policy_arns: Option<Vec<String>>,
        /// How long the session lasts (`1h0m0s`).
        pub duration: Option<String>,
    }

    /// How to get credentials of Azure for an OIDC token.
    pub struct AzureOidcConfiguration {
        /// Client of the workload identity.
        pub client_id: Option<String>,
        /// Tenant of the workload identity.
        pub tenant_id: Option<String>,
        /// Subscription of the workload identity.
        pub subscription_id: Option<String>,
    }

    /// How to get credentials of Google Cloud for an OIDC token.
    pub struct GcpOidcConfiguration {
        /// Number of the project.
        pub project_id: Option<String>,
        /// Region.
        pub region: Option<String>,
        /// Pool of workload identities.
        pub workload_pool_id: Option<String>,
        /// Identity provider of the pool.
        pub provider_id: Option<String>,
        /// Mail address of the service account.
        pub service_account: Option<String>,
        /// How long the credentials last (`1h0m0s`).
        pub token_lifetime: Option<String>,
    }

    /// How to get credentials of clouds for an OIDC token.
    pub struct OidcConfiguration {
        /// Of AWS.
        pub aws: Option<AwsOidcConfiguration>,
        /// Of Azure.
        pub azure: Option<AzureOidcConfiguration>,
        /// Of Google Cloud.
        pub gcp: Option<GcpOidcConfiguration>,
    }
}
