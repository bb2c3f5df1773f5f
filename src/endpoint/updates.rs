//! Updates: history, status, events, previews, cancel.
//!
//! In: names and query models. Out: calls, listings, and [`Follow`] for an update that still runs.

use super::{Call, Endpoint, Listing, query};
use crate::error::{Error, ErrorCode, Result};
use crate::http::{Method, Request, StackName};
use crate::model::activity::{UpdateSummary, UpdateTimeline};
use crate::model::event::EngineEvent;
use crate::model::update::{UpdateInfo, UpdateStatusResponse};
use crate::page::{Follow, FollowOptions, Plan, Style};

const LIST: Endpoint =
    Endpoint::new("updates.list", "List Stack Updates", Method::Get, "/api/stacks/{organization}/{project}/{stack}/updates");
const PREVIEWS: Endpoint = Endpoint::new(
    "updates.previews",
    "List Previews",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/updates/latest/previews",
);
const PREVIEWS_OF: Endpoint = Endpoint::new(
    "updates.previewsOf",
    "List Previews of Version",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/updates/{version}/previews",
);
const LATEST: Endpoint = Endpoint::new(
    "updates.latest",
    "Get Latest Stack Update",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/updates/latest",
);
const GET: Endpoint = Endpoint::new(
    "updates.get",
    "Get Stack Update",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/updates/{version}",
);
const SUMMARY: Endpoint = Endpoint::new(
    "updates.summary",
    "Get Stack Update Summary",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/updates/{version}/summary",
);
const LATEST_TIMELINE: Endpoint = Endpoint::new(
    "updates.timeline",
    "Get Latest Update Timeline",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/updates/latest/timeline",
);
const TIMELINE: Endpoint = Endpoint::new(
    "updates.timeline",
    "Get Update Timeline",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/updates/{version}/timeline",
);
const PREVIEW: Endpoint = Endpoint::new(
    "updates.preview",
    "Get Stack Preview",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/previews/{updateID}",
);
const PREVIEW_SUMMARY: Endpoint = Endpoint::new(
    "updates.previewSummary",
    "Get Stack Preview Summary",
    Method::Get,
    "/api/stacks/{organization}/{project}/{stack}/previews/{updateID}/summary",
);

/// The endpoints that each kind of update has for itself.
struct OfKind {
    status: Endpoint,
    events: Endpoint,
    event_log: Endpoint,
    cancel: Endpoint,
}

macro_rules! of_kind {
    ($kind:literal) => {
        OfKind {
            status: Endpoint::new(
                "updates.status",
                "Get Update Status",
                Method::Get,
                concat!("/api/stacks/{organization}/{project}/{stack}/", $kind, "/{updateID}"),
            ),
            events: Endpoint::new(
                "updates.events",
                "List Update Events",
                Method::Get,
                concat!("/api/stacks/{organization}/{project}/{stack}/", $kind, "/{updateID}/events"),
            ),
            event_log: Endpoint::new(
                "updates.eventLog",
                "List Update Events",
                Method::Get,
                concat!("/api/stacks/{organization}/{project}/{stack}/", $kind, "/{updateID}/events"),
            ),
            cancel: Endpoint::new(
                "updates.cancel",
                "Cancel Update",
                Method::Post,
                concat!("/api/stacks/{organization}/{project}/{stack}/", $kind, "/{updateID}/cancel"),
            ),
        }
    };
}

const UPDATE: OfKind = of_kind!("update");
const PREVIEW_KIND: OfKind = of_kind!("preview");
const REFRESH: OfKind = of_kind!("refresh");
const DESTROY: OfKind = of_kind!("destroy");

pub(super) const ENDPOINTS: &[Endpoint] = &[
    LIST,
    UPDATE.status,
    PREVIEW_KIND.status,
    REFRESH.status,
    DESTROY.status,
    UPDATE.events,
    PREVIEW_KIND.events,
    REFRESH.events,
    DESTROY.events,
    UPDATE.event_log,
    PREVIEW_KIND.event_log,
    REFRESH.event_log,
    DESTROY.event_log,
    UPDATE.cancel,
    PREVIEW_KIND.cancel,
    REFRESH.cancel,
    DESTROY.cancel,
    PREVIEWS,
    PREVIEWS_OF,
    LATEST,
    GET,
    SUMMARY,
    LATEST_TIMELINE,
    TIMELINE,
    PREVIEW,
    PREVIEW_SUMMARY,
];

query! {
    /// Which updates to list.
    pub struct ListUpdates {
        /// Shape of a row on the wire; rows read alike either way. `service` (the default) has ids, `cli` is the old one.
        pub output_type: Option<String>,
        /// First page to read, from 1.
        pub page: Option<u32>,
        /// Updates of a page. Default 100.
        pub page_size: Option<u32>,
    }

    /// Which previews to list.
    pub struct ListPreviews {
        /// Oldest first. Default false.
        pub asc: Option<bool>,
        /// First page to read, from 1.
        pub page: Option<u32>,
        /// Previews of a page. Default 100.
        pub page_size: Option<u32>,
    }

    /// What kind of update is meant.
    pub struct OfUpdate {
        /// Kind whose path is used: `update` (the default, which serves every kind), `preview`, `refresh` or `destroy`.
        pub kind: Option<String>,
    }

    /// Which status.
    pub struct UpdateStatusQuery {
        /// Kind whose path is used: `update` (the default, which serves every kind), `preview`, `refresh` or `destroy`.
        pub kind: Option<String>,
        /// Goes on behind the lines read before.
        pub continuation_token: Option<String>,
    }

    /// Which events to list.
    pub struct ListEvents {
        /// Kind whose path is used: `update` (the default, which serves every kind), `preview`, `refresh` or `destroy`.
        pub kind: Option<String>,
        /// Only events with these numeric codes of the engine's event types.
        #[serde(rename = "type")]
        pub types: Option<Vec<i64>>,
        /// Only events of this resource.
        pub urn: Option<String>,
        /// Also events that are not yet marked as activated.
        pub include_non_activated: Option<bool>,
        /// Begins at this page: a server's continuation token.
        pub continuation_token: Option<String>,
    }
}

/// The updates of a stack, newest first; imports and, on some servers, previews included.
pub fn list(stack: &StackName, query: &ListUpdates) -> Result<Listing<UpdateInfo>> {
    let mut request = LIST.on(stack, &[])?.with_query(&ListUpdates { output_type: None, ..query.clone() });
    request.set_query("output-type", query.output_type.as_deref().unwrap_or("service"));
    let plan = Plan::new(request, Style::Numbered { size: 100, detect: true }, &["updates"]);
    Ok(Listing::new(plan.keyed(&["/updateID"])))
}

/// Previews since the last update. Servers disagree about the order where nobody asks for one, so it is always asked for.
pub fn previews(stack: &StackName, query: &ListPreviews) -> Result<Listing<UpdateInfo>> {
    list_previews(PREVIEWS.on(stack, &[])?, query)
}

/// Previews between a version of the stack and the one after it.
pub fn previews_of(stack: &StackName, version: &str, query: &ListPreviews) -> Result<Listing<UpdateInfo>> {
    list_previews(PREVIEWS_OF.on(stack, &[version])?, query)
}

fn list_previews(request: Request, query: &ListPreviews) -> Result<Listing<UpdateInfo>> {
    let mut request = request.with_query(query);
    request.set_query("asc", query.asc.unwrap_or(false).to_string());
    let plan = Plan::new(request, Style::Numbered { size: 100, detect: false }, &["updates"]);
    Ok(Listing::new(plan.keyed(&["/updateID"])))
}

/// Where an update stands. Words of self-hosted servers (`not-started`, `in-progress`) come as Pulumi Cloud's.
pub fn status(stack: &StackName, update_id: &str, query: &UpdateStatusQuery) -> Result<Call<UpdateStatusResponse>> {
    let request = of_kind(query.kind.as_deref())?.status.on(stack, &[update_id])?;
    Ok(Call::json(request.with_query(&UpdateStatusQuery { kind: None, ..query.clone() })))
}

/// The engine events of an update, in order: all there are now.
pub fn events(stack: &StackName, update_id: &str, query: &ListEvents) -> Result<Listing<EngineEvent>> {
    let plan = Plan::new(events_request(stack, update_id, query)?, Style::Events, &["events"]);
    Ok(Listing::new(plan))
}

/// The engine events of an update, until it has ended.
pub fn follow(
    stack: &StackName,
    update_id: &str,
    query: &ListEvents,
    options: FollowOptions,
    resume: Option<&str>,
) -> Result<Follow> {
    let status = of_kind(query.kind.as_deref())?.status.on(stack, &[update_id])?;
    Follow::new(events_request(stack, update_id, query)?, status, options, resume)
}

fn events_request(stack: &StackName, update_id: &str, query: &ListEvents) -> Result<Request> {
    let request = of_kind(query.kind.as_deref())?.events.on(stack, &[update_id])?;
    let mut request = request.with_query(&ListEvents { kind: None, include_non_activated: None, ..query.clone() });
    if let Some(include) = query.include_non_activated {
        request.set_query("include_non_activated", include.to_string());
    }
    request.large = true;
    Ok(request)
}

/// Ends an update that is running.
pub fn cancel(stack: &StackName, update_id: &str, query: &OfUpdate) -> Result<Call<()>> {
    Ok(Call::done(of_kind(query.kind.as_deref())?.cancel.on(stack, &[update_id])?))
}

/// The latest update. `not_found` where there was none.
pub fn latest(stack: &StackName) -> Result<Call<UpdateInfo>> {
    Ok(Call::json(LATEST.on(stack, &[])?))
}

/// The update that made a version.
pub fn get(stack: &StackName, version: &str) -> Result<Call<UpdateInfo>> {
    Ok(Call::json(GET.on(stack, &[version])?))
}

/// The update that made a version, in brief.
pub fn summary(stack: &StackName, version: &str) -> Result<Call<UpdateSummary>> {
    Ok(Call::json(SUMMARY.on(stack, &[version])?))
}

/// What led to the latest update, or to the one that made a version.
pub fn timeline(stack: &StackName, version: Option<&str>) -> Result<Call<UpdateTimeline>> {
    let request = match version {
        None => LATEST_TIMELINE.on(stack, &[])?,
        Some(version) => TIMELINE.on(stack, &[version])?,
    };
    Ok(Call::json(request))
}

/// One preview.
pub fn preview(stack: &StackName, update_id: &str) -> Result<Call<UpdateInfo>> {
    Ok(Call::json(PREVIEW.on(stack, &[update_id])?))
}

/// One preview, in brief.
pub fn preview_summary(stack: &StackName, update_id: &str) -> Result<Call<UpdateSummary>> {
    Ok(Call::json(PREVIEW_SUMMARY.on(stack, &[update_id])?))
}

/// The endpoints of a kind, by its path or by the word that a list of updates has for it.
fn of_kind(kind: Option<&str>) -> Result<&'static OfKind> {
    match kind.unwrap_or("update") {
        "update" | "import" | "resource-import" | "rename" => Ok(&UPDATE),
        "preview" | "Pupdate" | "Prefresh" | "Pdestroy" | "Pimport" | "Prename" => Ok(&PREVIEW_KIND),
        "refresh" => Ok(&REFRESH),
        "destroy" => Ok(&DESTROY),
        _ => Err(Error::new(ErrorCode::Validation, "`kind` is none of update, preview, refresh and destroy")
            .hint("leave it out: `update` serves every kind")),
    }
}
