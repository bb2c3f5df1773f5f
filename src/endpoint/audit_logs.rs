//! Audit logs of an organisation.
//!
//! In: an organisation, bounds in time, filters. Out: calls and listings. There are two versions of the API, which read
//! `startTime` in opposite ways: the first takes it for the upper bound, the second for the lower. Here the upper bound of the
//! first is called `before`.

use super::{Call, Endpoint, Listing, TimeFormat, query};
use crate::error::Result;
use crate::http::{Method, Request};
use crate::model::audit::{AuditLogEvent, AuditLogEventTypeList, AuditLogExportFormat};
use crate::page::{Plan, Style};

const LIST: Endpoint =
    Endpoint::new("auditLogs.list", "Get Audit Log Events (JSON)", Method::Get, "/api/orgs/{organization}/auditlogs");
const EXPORT: Endpoint = Endpoint::new(
    "auditLogs.export",
    "Export Audit Log Events (CSV or CEF)",
    Method::Get,
    "/api/orgs/{organization}/auditlogs/export",
);
const LIST_V2: Endpoint =
    Endpoint::new("auditLogs.listV2", "List Audit Log Events V2", Method::Get, "/api/orgs/{organization}/auditlogs/v2");
const EXPORT_V2: Endpoint = Endpoint::new(
    "auditLogs.exportV2",
    "Export Audit Log Events V2",
    Method::Get,
    "/api/orgs/{organization}/auditlogs/v2/export",
);
const EVENT_TYPES: Endpoint = Endpoint::new(
    "auditLogs.eventTypes",
    "List Audit Log Event Types",
    Method::Get,
    "/api/orgs/{organization}/auditlogs/event-types",
);

pub(super) const ENDPOINTS: &[Endpoint] = &[LIST, EXPORT, LIST_V2, EXPORT_V2, EVENT_TYPES];

query! {
    /// Which events of the audit log to list.
    pub struct ListAuditLogs {
        /// Only events older than this moment. Sent as `startTime`, which is an upper bound here. Default: now.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Moment"))]
        pub before: Option<i64>,
        /// Sent as `endTime`; the documentation calls it an upper bound too.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Moment"))]
        pub end_time: Option<i64>,
        /// Only what this user did.
        pub user_filter: Option<String>,
        /// Only events of this type.
        pub event_filter: Option<String>,
        /// Begins at this page: a server's continuation token.
        pub continuation_token: Option<String>,
        /// How the server takes moments. Default `unix`.
        pub time_format: Option<TimeFormat>,
    }

    /// Which events of the audit log to export, and how.
    pub struct ExportAuditLogs {
        /// Only events older than this moment. Sent as `startTime`, which is an upper bound here. Default: now.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Moment"))]
        pub before: Option<i64>,
        /// Sent as `endTime`; the documentation calls it an upper bound too.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Moment"))]
        pub end_time: Option<i64>,
        /// Only what this user did.
        pub user_filter: Option<String>,
        /// Only events of this type.
        pub event_filter: Option<String>,
        /// Begins at this page: a server's continuation token.
        pub continuation_token: Option<String>,
        /// Format of the export. The server's default is `csv`.
        pub format: Option<AuditLogExportFormat>,
        /// How the server takes moments. Default `unix`.
        pub time_format: Option<TimeFormat>,
    }

    /// Which events of the audit log to list, by the second version of the API.
    pub struct ListAuditLogsV2 {
        /// Only events from this moment on.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Moment"))]
        pub start_time: Option<i64>,
        /// Only events up to this moment.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Moment"))]
        pub end_time: Option<i64>,
        /// Only what this user did.
        pub user_filter: Option<String>,
        /// Only events of this type.
        pub event_filter: Option<String>,
        /// Begins at this page: a server's continuation token.
        pub continuation_token: Option<String>,
    }

    /// Which events of the audit log to export, and how, by the second version of the API.
    pub struct ExportAuditLogsV2 {
        /// Only events from this moment on.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Moment"))]
        pub start_time: Option<i64>,
        /// Only events up to this moment.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Moment"))]
        pub end_time: Option<i64>,
        /// Only what this user did.
        pub user_filter: Option<String>,
        /// Only events of this type.
        pub event_filter: Option<String>,
        /// Begins at this page: a server's continuation token.
        pub continuation_token: Option<String>,
        /// Format of the export. The server's default is `csv`.
        pub format: Option<AuditLogExportFormat>,
    }
}

/// The events before a moment, newest first. `now`, in unix seconds, is taken where `query` names neither a moment nor a page:
/// the server demands one of them. `validation` where the organisation's plan has no audit logs, `not_found` where there is no
/// such user.
pub fn list(organization: &str, query: &ListAuditLogs, now: i64) -> Result<Listing<AuditLogEvent>> {
    let times = [("startTime", query.before), ("endTime", query.end_time)];
    let mut request = between(LIST.fill(&[organization])?, times, query.time_format)?;
    narrow(&mut request, &query.user_filter, &query.event_filter, &query.continuation_token);
    let mut plan = plan(request);
    if query.before.is_none() && query.continuation_token.is_none() {
        plan = plan.starting(vec![("startTime".to_owned(), query.time_format.unwrap_or_default().write(now)?)]);
    }
    Ok(Listing::new(plan))
}

/// The same as text, CSV or CEF, which comes compressed without being asked for so.
pub fn export(organization: &str, query: &ExportAuditLogs, now: i64) -> Result<Call<String>> {
    let times = [("startTime", upper(query.before, &query.continuation_token, now)), ("endTime", query.end_time)];
    let mut request = between(EXPORT.fill(&[organization])?, times, query.time_format)?;
    narrow(&mut request, &query.user_filter, &query.event_filter, &query.continuation_token);
    Ok(text(request, query.format.as_ref()))
}

/// The events between two moments. Fails as [`list`] does.
pub fn list_v2(organization: &str, query: &ListAuditLogsV2) -> Result<Listing<AuditLogEvent>> {
    let times = [("startTime", query.start_time), ("endTime", query.end_time)];
    let mut request = between(LIST_V2.fill(&[organization])?, times, None)?;
    narrow(&mut request, &query.user_filter, &query.event_filter, &query.continuation_token);
    Ok(Listing::new(plan(request)))
}

/// The events between two moments as text, CSV or CEF.
pub fn export_v2(organization: &str, query: &ExportAuditLogsV2) -> Result<Call<String>> {
    let times = [("startTime", query.start_time), ("endTime", query.end_time)];
    let mut request = between(EXPORT_V2.fill(&[organization])?, times, None)?;
    narrow(&mut request, &query.user_filter, &query.event_filter, &query.continuation_token);
    Ok(text(request, query.format.as_ref()))
}

/// The types of events there are, for `eventFilter`.
pub fn event_types(organization: &str) -> Result<Call<AuditLogEventTypeList>> {
    Ok(Call::json(EVENT_TYPES.fill(&[organization])?))
}

fn upper(before: Option<i64>, token: &Option<String>, now: i64) -> Option<i64> {
    before.or_else(|| token.is_none().then_some(now))
}

fn between(mut request: Request, times: [(&str, Option<i64>); 2], format: Option<TimeFormat>) -> Result<Request> {
    for (name, seconds) in times {
        if let Some(seconds) = seconds {
            request.set_query(name, format.unwrap_or_default().write(seconds)?);
        }
    }
    Ok(request)
}

fn narrow(request: &mut Request, user: &Option<String>, event: &Option<String>, token: &Option<String>) {
    for (name, value) in [("userFilter", user), ("eventFilter", event), ("continuationToken", token)] {
        if let Some(value) = value {
            request.set_query(name, value);
        }
    }
}

/// Events have no id, and two may be alike. One compatible server calls the list `entries`.
fn plan(request: Request) -> Plan {
    Plan::new(request, Style::token(), &["auditLogEvents", "entries"])
}

fn text(mut request: Request, format: Option<&AuditLogExportFormat>) -> Call<String> {
    if let Some(format) = format {
        request.set_query("format", format.as_str());
    }
    request.declares_json = false;
    Call::text(request)
}
