//! Resource search.
//!
//! In: answers of the search endpoints, in the spelling of either version. Out: [`ResourceSearchResult`]. Fails where a field has another
//! type than documented.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::open::{Json, List, model, reshaped, respell, words};

words! {
    /// What a resource waits for, as a rule after an operation that was interrupted.
    pub enum ResourcePending {
        /// Its creation.
        Creating = "creating",
        /// Its deletion.
        Deleting = "deleting",
        /// Its update.
        Updating = "updating",
        /// Its being read.
        Reading = "reading",
        /// Its import.
        Importing = "importing",
    }

    /// A field to sort by or to count by.
    pub enum ResourceSearchField {
        /// When it was created.
        Created = "created",
        /// Whether a provider manages it.
        Custom = "custom",
        /// Whether it awaits deletion.
        Delete = "delete",
        /// Physical id.
        Id = "id",
        /// When it was last changed.
        Modified = "modified",
        /// Module of the type.
        Module = "module",
        /// Logical name.
        Name = "name",
        /// Package of the type.
        Package = "package",
        /// URN of the parent.
        ParentUrn = "parent.urn",
        /// What it waits for.
        Pending = "pending",
        /// Project.
        Project = "project",
        /// Whether it is protected.
        Protected = "protected",
        /// URN of the provider.
        ProviderUrn = "provider.urn",
        /// Stack.
        Stack = "stack",
        /// Type.
        Type = "type",
        /// URN.
        Urn = "urn",
    }

    /// Whether Pulumi manages a resource.
    pub enum ResourceManaged {
        /// A stack holds it.
        Managed = "managed",
        /// Found in an account.
        Discovered = "discovered",
    }
}

model! {
    /// A resource that a search found.
    #[serde(remote = "Self")]
    pub struct ResourceResult {
        /// When it was created (ISO 8601, UTC).
        pub created: Option<String>,
        /// Whether a provider manages it; false for components.
        pub custom: Option<bool>,
        /// Whether it awaits deletion.
        pub delete: Option<bool>,
        /// URNs that it depends on.
        pub dependencies: Option<Vec<String>>,
        /// URNs that depend on it.
        pub dependents: Option<Vec<String>>,
        /// Whether it is read, not managed.
        pub external: Option<bool>,
        /// Physical id.
        pub id: Option<String>,
        /// When its state was last changed (ISO 8601, UTC).
        pub modified: Option<String>,
        /// Module of the type: `s3` in `aws:s3/bucket:Bucket`.
        pub module: Option<String>,
        /// Logical name.
        pub name: Option<String>,
        /// Package of the type: `aws` in `aws:s3/bucket:Bucket`.
        pub package: Option<String>,
        /// URN of the parent.
        #[serde(rename = "parent.urn")]
        pub parent_urn: Option<String>,
        /// What it waits for.
        pub pending: Option<ResourcePending>,
        /// Project.
        pub project: Option<String>,
        /// Whether it is protected from deletion.
        pub protected: Option<bool>,
        /// URN of the provider.
        #[serde(rename = "provider.urn")]
        pub provider_urn: Option<String>,
        /// Stack.
        pub stack: Option<String>,
        /// Type.
        #[serde(rename = "type")]
        pub type_: Option<String>,
        /// URN.
        pub urn: Option<String>,
        /// Teams that have access to it.
        pub teams: Option<Vec<String>>,
        /// Its properties, where they were asked for.
        pub properties: Option<Json>,
        /// What else is known of it.
        pub metadata: Option<Json>,
        /// Category of the type.
        pub category: Option<String>,
        /// Account of Insights.
        pub account: Option<String>,
        /// Whether Pulumi manages it.
        pub managed: Option<ResourceManaged>,
        /// Mark by which one resource of several sources is known.
        pub fingerprint: Option<String>,
        /// How many sources it comes from.
        pub source_count: Option<i64>,
        /// What in it matched, by field.
        pub matches: Option<BTreeMap<String, Vec<Json>>>,
    }

    /// How many resources share one value.
    pub struct AggregationBucket {
        /// The value.
        pub name: Option<String>,
        /// How many resources have it.
        pub count: Option<i64>,
        /// The same by another facet, among these resources.
        pub aggregations: Option<BTreeMap<String, Aggregation>>,
    }

    /// The most frequent values of one facet.
    pub struct Aggregation {
        /// How many resources have none of the values listed.
        pub others: Option<i64>,
        /// The values.
        pub results: Option<Vec<AggregationBucket>>,
    }

    /// Where to read on. All absent where there is no more, or no paging.
    pub struct ResourceSearchPagination {
        /// Address of the previous page.
        pub previous: Option<String>,
        /// Address of the next page; reaches the first 10,000 resources.
        pub next: Option<String>,
        /// Address of the next page, without end; not on every plan.
        #[serde(rename = "continue")]
        pub continue_: Option<String>,
        /// Token of the next page, without end; not on every plan.
        pub cursor: Option<String>,
    }

    /// What a search found (Resource Search).
    #[serde(remote = "Self")]
    pub struct ResourceSearchResult {
        /// How many resources match.
        pub total: Option<i64>,
        /// Those of this page.
        pub resources: List<ResourceResult>,
        /// The most frequent values by facet. A server that names no facet sends one aggregation: it stands under the empty text.
        pub aggregations: Option<BTreeMap<String, Aggregation>>,
        /// Where to read on.
        pub pagination: Option<ResourceSearchPagination>,
    }

    /// A query that was made of plain words (Natural Language Query).
    pub struct ParsedSearchQuery {
        /// The query, in Pulumi's search syntax.
        pub query: String,
    }
}

reshaped!(ResourceResult, dotted_urns);
reshaped!(ResourceSearchResult, facets_of_aggregations);

fn dotted_urns(resource: &mut Map<String, Value>) {
    respell(resource, "parent.urn", &["parent_urn", "parentUrn"]);
    respell(resource, "provider.urn", &["provider_urn", "providerUrn"]);
}

fn facets_of_aggregations(answer: &mut Map<String, Value>) {
    let Some(aggregations) = answer.get_mut("aggregations") else { return };
    let is_one = ["others", "results"].iter().any(|part| aggregations.get(part).is_some_and(|part| !part.is_object()));
    if is_one {
        *aggregations = Value::Object(Map::from_iter([(String::new(), aggregations.take())]));
    }
}
