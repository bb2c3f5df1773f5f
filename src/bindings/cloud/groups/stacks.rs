//! `cloud.stacks`

use std::rc::Rc;
use std::sync::Arc;

use js_sys::Promise;
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;

use super::group;
use crate::bindings::checkpoint::Checkpoint;
use crate::bindings::cloud::arguments::{body, name, stack};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::options::split;
use crate::bindings::cloud::reply::Nothing;
use crate::bindings::cloud::state;
use crate::bindings::error::{thrown, thrown_failure};
use crate::endpoint::stacks::{self, AtVersion, DeleteStack, ListActivity, ListStacks, ReadOutputs, WhichAnnotation};
use crate::error::ErrorCode;
use crate::http::Failure;
use crate::model::restore::RestoreDeletedStackRequest;
use crate::model::stack::{CreateStackRequest, RenameStackRequest, StackNotificationSettings, TransferStackRequest};

/// Stacks: list, create, read, change, remove.
#[wasm_bindgen]
pub struct StacksApi {
    shared: Rc<Shared>,
}

group!(StacksApi);

#[wasm_bindgen]
impl StacksApi {
    /// Lists the stacks that the token's owner may see (List Stacks, `GET /api/user/stacks`).
    ///
    /// @example
    /// for await (const stack of cloud.stacks.list({ organization: "acme", tagName: "env", tagValue: "prod" })) …
    #[wasm_bindgen(unchecked_return_type = "Pages<StackSummary>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListStacks & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListStacks| stacks::list(&query))
    }

    /// Creates a stack, and its project where there is none (Create Stack, `POST /api/stacks/{organization}/{project}`). Rejects with
    /// `conflict` where it exists.
    #[wasm_bindgen(unchecked_return_type = "Promise<CreateStackResponse | undefined>")]
    pub fn create(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] project: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "CreateStackRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            stacks::create(
                &name(&organization, "organization")?,
                &name(&project, "project")?,
                &body::<CreateStackRequest>(&request, "body")?,
            )
        })
    }

    /// One stack: tags, version, what is running now (Get Stack). `currentOperation` tells whether an update is running; `activeUpdate` is
    /// the latest one, running or not.
    #[wasm_bindgen(unchecked_return_type = "Promise<Stack>")]
    pub fn get(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| stacks::get(&stack(&stack_name)?))
    }

    /// Removes a stack (Delete Stack). Rejects with `update_in_progress` while an update runs, with `validation` where it still has
    /// resources and `force` is not set.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn delete(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DeleteStack & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: DeleteStack| stacks::delete(&stack(&stack_name)?, &query))
    }

    /// Moves a stack to another organisation, of which the caller is a member too (Transfer Stack).
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn transfer(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "TransferStackRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared
            .call(&options, |_: Nothing| stacks::transfer(&stack(&stack_name)?, &body::<TransferStackRequest>(&request, "body")?))
    }

    /// Renames a stack, moves it to another project, or both (Rename Stack).
    #[wasm_bindgen(unchecked_return_type = "Promise<RenameStackResponse | undefined>")]
    pub fn rename(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "RenameStackRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared
            .call(&options, |_: Nothing| stacks::rename(&stack(&stack_name)?, &body::<RenameStackRequest>(&request, "body")?))
    }

    /// The stacks that refer to this one (Get Stack Downstream References).
    #[wasm_bindgen(js_name = "downstreamReferences", unchecked_return_type = "Promise<ListReferences>")]
    pub fn downstream_references(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| stacks::downstream_references(&stack(&stack_name)?))
    }

    /// The stacks that this one refers to (`GET …/upstreamreferences`).
    #[wasm_bindgen(js_name = "upstreamReferences", unchecked_return_type = "Promise<ListReferences>")]
    pub fn upstream_references(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| stacks::upstream_references(&stack(&stack_name)?))
    }

    /// Owner, permission and notifications (Get Stack Metadata).
    #[wasm_bindgen(unchecked_return_type = "Promise<StackMetadata>")]
    pub fn metadata(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| stacks::metadata(&stack(&stack_name)?))
    }

    /// How many resources the stack has (Get Stack Resource Count).
    #[wasm_bindgen(js_name = "resourceCount", unchecked_return_type = "Promise<ResourceCount>")]
    pub fn resource_count(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| stacks::resource_count(&stack(&stack_name)?))
    }

    /// The resources of a stack, now or at a version (Get Stack Resources). Large stacks are better read by `exportState`, whose data
    /// stay in the module.
    #[wasm_bindgen(unchecked_return_type = "Promise<StackResources>")]
    pub fn resources(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AtVersion & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: AtVersion| stacks::resources(&stack(&stack_name)?, &query))
    }

    /// One resource of a stack, now or at a version (`GET …/resources/{latest or version}/{urn}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<StackResource>")]
    pub fn resource(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] urn: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AtVersion & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: AtVersion| stacks::resource(&stack(&stack_name)?, &name(&urn, "urn")?, &query))
    }

    /// The outputs of a stack (`GET …/outputs`).
    #[wasm_bindgen(unchecked_return_type = "Promise<StackOutputs>")]
    pub fn outputs(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ReadOutputs & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: ReadOutputs| stacks::outputs(&stack(&stack_name)?, &query))
    }

    /// Updates and deployments of a stack, newest first (`GET …/activity`).
    #[wasm_bindgen(unchecked_return_type = "Pages<Activity>")]
    pub fn activity(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ListActivity & ListOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.shared.list(&options, |query: ListActivity| stacks::activity(&stack(&stack_name)?, &query))
    }

    /// The teams that have access to a stack (`GET …/teams`).
    #[wasm_bindgen(unchecked_return_type = "Promise<StackTeamList>")]
    pub fn teams(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| stacks::teams(&stack(&stack_name)?))
    }

    /// Sets which mails the token's owner gets about a stack (`PATCH …/notifications/settings`).
    #[wasm_bindgen(js_name = "updateNotificationSettings", unchecked_return_type = "Promise<StackMetadata | undefined>")]
    pub fn update_notification_settings(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "StackNotificationSettings")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            stacks::update_notification_settings(&stack(&stack_name)?, &body::<StackNotificationSettings>(&request, "body")?)
        })
    }

    /// An annotation: JSON of its writer's own making (`GET …/annotations/{kind}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<unknown>")]
    pub fn annotation(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] kind: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "WhichAnnotation & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared
            .call(&options, |query: WhichAnnotation| stacks::annotation(&stack(&stack_name)?, &name(&kind, "kind")?, &query))
    }

    /// Writes an annotation (`PATCH …/annotations/{kind}`). Rejects with `conflict` where another version was written in the meantime.
    #[wasm_bindgen(js_name = "updateAnnotation", unchecked_return_type = "Promise<void>")]
    pub fn update_annotation(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] kind: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "unknown")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "WhichAnnotation & CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |query: WhichAnnotation| {
            stacks::update_annotation(&stack(&stack_name)?, &name(&kind, "kind")?, &body::<Value>(&request, "body")?, &query)
        })
    }

    /// Stacks of an organisation that were deleted and can be restored (`GET …/restore-stack`).
    #[wasm_bindgen(js_name = "listDeleted", unchecked_return_type = "Promise<DeletedStackList>")]
    pub fn list_deleted(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| stacks::list_deleted(&name(&organization, "organization")?))
    }

    /// Restores a deleted stack under a name (`POST …/restore-stack/{programID}`).
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn restore(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(js_name = "programID", unchecked_param_type = "string")] program_id: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "RestoreDeletedStackRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| {
            stacks::restore(
                &name(&organization, "organization")?,
                &name(&program_id, "programID")?,
                &body::<RestoreDeletedStackRequest>(&request, "body")?,
            )
        })
    }

    /// Asks whether a project exists (Project Exists, `HEAD /api/stacks/{organization}/{project}`). Rejects with `unsupported` where the
    /// server's router, and not its API, says 404.
    #[wasm_bindgen(js_name = "projectExists", unchecked_return_type = "Promise<boolean>")]
    pub fn project_exists(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] organization: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] project: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        let shared = self.shared.clone();
        let prepared = split::<Nothing>(&shared, &options).and_then(|(_, call)| {
            let names =
                name(&organization, "organization").and_then(|organization| Ok((organization, name(&project, "project")?)));
            let asked = names.and_then(|(organization, project)| stacks::project_exists(&organization, &project));
            Ok((call, asked.map_err(thrown)?))
        });
        future_to_promise(async move {
            let (call, asked) = prepared?;
            match asked.send(&shared.client, &call.platform(&shared, None), call.retry.as_ref()).await {
                Ok(()) => Ok(true.into()),
                Err(Failure::Error(error, _)) if error.code() == ErrorCode::NotFound => Ok(false.into()),
                Err(failure) => Err(thrown_failure(failure)),
            }
        })
    }

    /// The state of a stack, now or at a version, as a `Checkpoint` (Get Stack State). It never becomes JavaScript objects.
    ///
    /// Rejects with `not_found` where there is no such stack or version, and as `Checkpoint.load` does where the state is damaged.
    ///
    /// @example
    /// const state = await cloud.stacks.exportState("acme/web/prod", { version: 41 });
    #[wasm_bindgen(js_name = "exportState", unchecked_return_type = "Promise<Checkpoint>")]
    pub fn export_state(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AtVersion & CallOptions")] options: JsValue,
    ) -> Promise {
        let shared = self.shared.clone();
        let prepared = split::<AtVersion>(&shared, &options).and_then(|(at, call)| {
            let request = stack(&stack_name).and_then(|stack| stacks::export_state(&stack, &at)).map_err(thrown)?;
            Ok((call, request))
        });
        future_to_promise(async move {
            let (call, request) = prepared?;
            state::export(&shared, &call, &request).await.map(Checkpoint::into)
        })
    }

    /// Replaces the state of a stack (`POST …/import`), compressed on its way. `state` is what `exportState` gave, or anything that
    /// `Checkpoint.load` reads. Rejects with `update_in_progress` while an update runs.
    #[wasm_bindgen(js_name = "importState", unchecked_return_type = "Promise<ImportStackResponse | undefined>")]
    pub fn import_state(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Checkpoint | StateSource")] source: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        let shared = self.shared.clone();
        let name = stack(&stack_name).map_err(thrown);
        future_to_promise(async move {
            let name = name?;
            let text: Arc<[u8]> = state::importable(source).await?.into();
            let sent = shared.call(&options, |_: Nothing| stacks::import_state(&name, text));
            wasm_bindgen_futures::JsFuture::from(sent).await
        })
    }
}
