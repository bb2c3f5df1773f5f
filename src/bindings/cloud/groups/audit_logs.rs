//! `cloud.auditLogs`

use std::rc::Rc;

use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{moments, name};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::bindings::error::thrown;
use crate::endpoint::audit_logs::{self, ExportAuditLogs, ExportAuditLogsV2, ListAuditLogs, ListAuditLogsV2};

/// Audit logs of an organisation.
#[wasm_bindgen]
pub struct AuditLogsApi {
    shared: Rc<Shared>,
}

group!(AuditLogsApi);

#[wasm_bindgen]
impl AuditLogsApi {
    /// Events of the audit log, newest first, back from `before` (Get Audit Log Events,
    /// `GET /api/orgs/{organization}/auditlogs`). `before` is sent as `startTime`, which this endpoint takes for the upper bound;
    /// `listV2` has bounds on both sides. Rejects with `validation` where the organisation's plan has no audit logs, with
    /// `not_found` where there is no user `userFilter`.
    ///
    /// @example
    /// for await (const entry of cloud.auditLogs.list("acme", { before: new Date("2026-01-01") })) console.log(entry.description);
    #[wasm_bindgen(unchecked_return_type = "Pages<AuditLogEvent>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListAuditLogs & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = moments(&options, &["before", "endTime"]).map_err(thrown)?;
        self.shared.list(&options, |query: ListAuditLogs| audit_logs::list(&name(&organization, "organization")?, &query, now()))
    }

    /// The same as text, CSV or CEF (Export Audit Log Events, `GET /api/orgs/{organization}/auditlogs/export`).
    ///
    /// @example
    /// const csv = await cloud.auditLogs.export("acme", { before: "2026-01-01T00:00:00Z", format: "csv" });
    #[wasm_bindgen(unchecked_return_type = "Promise<string>")]
    pub fn export(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ExportAuditLogs & CallOptions")] options: JsValue,
    ) -> Promise {
        match moments(&options, &["before", "endTime"]) {
            Ok(options) => self.shared.call(&options, |query: ExportAuditLogs| {
                audit_logs::export(&name(&organization, "organization")?, &query, now())
            }),
            Err(error) => Promise::reject(&thrown(error)),
        }
    }

    /// Events of the audit log between two moments (List Audit Log Events V2, `GET /api/orgs/{organization}/auditlogs/v2`).
    #[wasm_bindgen(js_name = "listV2", unchecked_return_type = "Pages<AuditLogEvent>")]
    pub fn list_v2(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListAuditLogsV2 & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = moments(&options, &["startTime", "endTime"]).map_err(thrown)?;
        self.shared.list(&options, |query: ListAuditLogsV2| audit_logs::list_v2(&name(&organization, "organization")?, &query))
    }

    /// The same as text, CSV or CEF (Export Audit Log Events V2, `GET /api/orgs/{organization}/auditlogs/v2/export`).
    #[wasm_bindgen(js_name = "exportV2", unchecked_return_type = "Promise<string>")]
    pub fn export_v2(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ExportAuditLogsV2 & CallOptions")] options: JsValue,
    ) -> Promise {
        match moments(&options, &["startTime", "endTime"]) {
            Ok(options) => self
                .shared
                .call(&options, |query: ExportAuditLogsV2| audit_logs::export_v2(&name(&organization, "organization")?, &query)),
            Err(error) => Promise::reject(&thrown(error)),
        }
    }

    /// The types of events there are, for `eventFilter` (List Audit Log Event Types,
    /// `GET /api/orgs/{organization}/auditlogs/event-types`).
    #[wasm_bindgen(js_name = "eventTypes", unchecked_return_type = "Promise<AuditLogEventTypeList>")]
    pub fn event_types(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| audit_logs::event_types(&name(&organization, "organization")?))
    }
}

/// Unix seconds.
fn now() -> i64 {
    (Date::now() / 1000.0).floor() as i64
}
