//! Audit logs.
//!
//! In: answers of the audit log endpoints. Out: [`AuditLogList`], [`AuditLogEventTypeList`]. Fails where a field has another type than documented.

use super::open::{List, listed, model, words};
use super::user_info::UserInfo;

words! {
    /// Format of exported audit logs.
    pub enum AuditLogExportFormat {
        /// Comma-separated values.
        Csv = "csv",
        /// Common Event Format.
        Cef = "cef",
    }
}

model! {
    /// One event of the audit log.
    pub struct AuditLogEvent {
        /// When it happened, in unix seconds.
        pub timestamp: Option<i64>,
        /// Address that the request came from.
        #[serde(rename = "sourceIP")]
        pub source_ip: Option<String>,
        /// Kind of event: a text for display, or an identifier as `stack.update`.
        pub event: Option<String>,
        /// What happened.
        pub description: Option<String>,
        /// Who did it.
        pub user: Option<UserInfo>,
        /// Id of the token that it was done with.
        #[serde(rename = "tokenID")]
        pub token_id: Option<String>,
        /// Name of that token.
        pub token_name: Option<String>,
        /// Whether it takes an administrator of the organisation.
        pub req_org_admin: Option<bool>,
        /// Whether it takes an administrator of the stack.
        pub req_stack_admin: Option<bool>,
        /// Whether it was refused.
        pub auth_failure: Option<bool>,
        /// Name of who did it, where that is no user.
        pub actor_name: Option<String>,
        /// URN of who did it, where that is no user.
        pub actor_urn: Option<String>,
    }

    /// Events of the audit log (Get Audit Log Events).
    #[serde(remote = "Self")]
    pub struct AuditLogList {
        /// The events, newest first.
        #[serde(alias = "entries")]
        pub audit_log_events: List<AuditLogEvent>,
        /// What to ask for next; absent on the last page.
        pub continuation_token: Option<String>,
        /// How many there are in all, where the server counts them.
        pub total: Option<i64>,
    }

    /// A type that events of the audit log can have.
    pub struct AuditLogEventType {
        /// Identifier, as `eventFilter` takes it.
        pub event: String,
        /// Name for display.
        pub display_name: Option<String>,
        /// What it stands for.
        pub description: Option<String>,
        /// Whether it takes an administrator of the organisation.
        pub requires_org_admin: Option<bool>,
        /// Whether it takes an administrator of the stack.
        pub requires_stack_admin: Option<bool>,
        /// Whether it stands for something that was refused.
        pub authentication_failure: Option<bool>,
        /// Whether new events no longer have it.
        pub deprecated: Option<bool>,
        /// The type that new events have instead.
        pub replaced_by: Option<String>,
    }

    /// The types that events of the audit log can have (List Audit Log Event Types).
    #[serde(remote = "Self")]
    pub struct AuditLogEventTypeList {
        /// The types.
        pub event_types: List<AuditLogEventType>,
    }
}

listed!(AuditLogList.audit_log_events);
listed!(AuditLogEventTypeList.event_types);
