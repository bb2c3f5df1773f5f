// The pairs of method and path that the client must have functions for, as the API's documents name them.

const S = "/api/stacks/{organization}/{project}/{stack}";
const O = "/api/orgs/{organization}";
const HOOK = "hooks/{webhookName}";
const KINDS = ["update", "preview", "refresh", "destroy"];

/** Each word of `words` with the same method. */
const each = (method, ...paths) => paths.map((path) => `${method} ${path}`);

/** The endpoints of Pulumi's documentation of the REST API. */
export const DOCUMENTED = [
  // Stacks
  "GET /api/user/stacks",
  "POST /api/stacks/{organization}/{project}",
  "HEAD /api/stacks/{organization}/{project}",
  `GET ${S}`,
  `DELETE ${S}`,
  `GET ${S}/export`,
  `POST ${S}/transfer`,
  `POST ${S}/rename`,
  `GET ${S}/downstreamreferences`,
  `GET ${S}/metadata`,
  `GET ${S}/resources/count`,
  `GET ${S}/resources/latest`,
  `GET ${S}/resources/{version}`,
  // Tags
  `POST ${S}/tags`,
  `PATCH ${S}/tags`,
  `DELETE ${S}/tags/{tagName}`,
  // Updates
  `GET ${S}/updates`,
  `GET ${S}/update/{updateID}`,
  `GET ${S}/update/{updateID}/events`,
  `GET ${S}/destroy/{updateID}/events`,
  `GET ${S}/updates/latest/previews`,
  // Members and teams
  `GET ${O}/members`,
  `POST ${O}/members/{username}`,
  `DELETE ${O}/members/{username}`,
  `PATCH ${O}/members/{username}`,
  `GET ${O}/teams`,
  `POST ${O}/teams/{teamType}`,
  `DELETE ${O}/teams/{team}`,
  `PATCH ${O}/teams/{team}`,
  // Access tokens
  "GET /api/user/tokens",
  "POST /api/user/tokens",
  "DELETE /api/user/tokens/{tokenId}",
  // Webhooks
  ...[O, S].flatMap((of) => [
    `POST ${of}/hooks`,
    `GET ${of}/hooks`,
    `GET ${of}/${HOOK}`,
    `POST ${of}/${HOOK}/ping`,
    `GET ${of}/${HOOK}/deliveries`,
  ]),
  // Audit logs
  `GET ${O}/auditlogs`,
  `GET ${O}/auditlogs/export`,
  // Resources under management
  `GET ${O}/resources/summary`,
  // Resource search
  `GET ${O}/search/resources`,
  `GET ${O}/search/resources/export`,
];

/** What programs need besides, by what it is for. */
export const FURTHER = {
  "state at a version": [`GET ${S}/export/{version}`],
  import: [`POST ${S}/import`],
  "latest update": [`GET ${S}/updates/latest`],
  "one update": [`GET ${S}/updates/{version}`, `GET ${S}/updates/{version}/previews`],
  "summary of an update": [`GET ${S}/updates/{version}/summary`],
  timelines: each("GET", `${S}/updates/{version}/timeline`, `${S}/updates/latest/timeline`),
  previews: each("GET", `${S}/previews/{updateID}`, `${S}/previews/{updateID}/summary`),
  "updates of all kinds": KINDS.flatMap((kind) => [
    ...each("GET", `${S}/${kind}/{updateID}`, `${S}/${kind}/{updateID}/events`),
    `POST ${S}/${kind}/{updateID}/cancel`,
  ]),
  activity: [`GET ${S}/activity`],
  "upstream references": [`GET ${S}/upstreamreferences`],
  outputs: [`GET ${S}/outputs`],
  "one resource": each("GET", `${S}/resources/latest/{urn}`, `${S}/resources/{version}/{urn}`),
  configuration: ["GET", "PUT", "DELETE"].map((method) => `${method} ${S}/config`),
  secrets: each("POST", `${S}/encrypt`, `${S}/decrypt`, `${S}/batch-encrypt`, `${S}/batch-decrypt`),
  "one tag": [`PATCH ${S}/tags/{tagName}`],
  "changing webhooks": [O, S].flatMap((of) => [
    `PATCH ${of}/${HOOK}`,
    `DELETE ${of}/${HOOK}`,
    `POST ${of}/${HOOK}/deliveries/{event}/redeliver`,
  ]),
  "teams of a stack, of a member, and one team": each("GET", `${S}/teams`, `${O}/members/{username}/teams`, `${O}/teams/{team}`),
  "tokens of organisations and teams": [`${O}/tokens`, `${O}/teams/{team}/tokens`].flatMap((of) => [
    `GET ${of}`,
    `POST ${of}`,
    `DELETE ${of}/{tokenId}`,
  ]),
  "audit logs, second version": each("GET", `${O}/auditlogs/v2`, `${O}/auditlogs/v2/export`, `${O}/auditlogs/event-types`),
  "search, second version": each("GET", `${O}/search/resourcesv2`, `${O}/search/resources/parse`),
  deployments: [
    ...each("GET", `${S}/deployments`, `${O}/deployments`),
    `POST ${S}/deployments`,
    ...each("GET", `${S}/deployments/{deploymentId}`, `${S}/deployments/{deploymentId}/logs`, `${S}/deployments/{deploymentId}/updates`),
    `POST ${S}/deployments/{deploymentId}/cancel`,
  ],
  "deployment settings": ["GET", "POST", "PUT", "DELETE"].map((method) => `${method} ${S}/deployments/settings`),
  drift: each("GET", `${S}/drift/status`, `${S}/drift/runs`, `${S}/drift/runs/{driftRunId}`),
  schedules: [
    `GET ${S}/deployments/schedules`,
    ...["", "/drift", "/ttl"].flatMap((kind) => each("POST", `${S}/deployments${kind}/schedules`, `${S}/deployments${kind}/schedules/{scheduleID}`)),
    `GET ${S}/deployments/schedules/{scheduleID}`,
    `DELETE ${S}/deployments/schedules/{scheduleID}`,
    ...each("POST", `${S}/deployments/schedules/{scheduleID}/pause`, `${S}/deployments/schedules/{scheduleID}/resume`),
    `GET ${S}/deployments/schedules/{scheduleID}/history`,
  ],
  policies: [
    ...each("GET", `${S}/policypacks`, `${S}/policygroups`, `${O}/policyresults/metadata`),
    ...each("POST", `${O}/policyresults/issues`, `${O}/policyresults/compliance`),
  ],
  "notification settings": [`PATCH ${S}/notifications/settings`],
  annotations: [`GET ${S}/annotations/{kind}`, `PATCH ${S}/annotations/{kind}`],
  "environments, the user and the server": [
    "GET /api/esc/environments/{organization}",
    "POST /api/esc/environments/{organization}/{project}/{environment}/open",
    "GET /api/esc/environments/{organization}/{project}/{environment}/open/{sessionId}",
    ...each("GET", "/api/user", "/api/user/organizations/default", "/api/capabilities", "/api/openapi/pulumi-spec.json"),
    `GET ${O}/restore-stack`,
    `POST ${O}/restore-stack/{programID}`,
  ],
};
