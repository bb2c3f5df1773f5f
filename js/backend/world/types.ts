/**
 * What the sample organisation offers: one method per operation of the REST API, in groups named as the client's.
 *
 * Comes in: path parameters, query values already of their type, bodies as parsed JSON (not trusted). Goes out: the JSON shape of
 * the documents, as a plain object that the caller may not change. A method that says `void` has nothing to answer. What the
 * documented server refuses is thrown as a `Refusal`. Paging, tokens, headers and formats are not done here: lists are whole.
 */

/** A plain JSON object, in the shape that the method's comment names. */
export type Shape = Record<string, unknown>;

export interface StackName {
  organization: string;
  project: string;
  stack: string;
}
/** A webhook's owner: an organisation, or one stack of it. */
export type HookTarget = { organization: string } | StackName;

export interface WorldOptions {
  /** The clock, unix milliseconds. Default `Date.now`. */
  now?: () => number;
  /** Another seed gives other ids, names and values. Default 1. */
  seed?: number;
  /** When the history ends, unix seconds. Default 2026-11-01T00:00:00Z. */
  epoch?: number;
  /** How many small stacks to add (in projects `bulk-000`…). Default 0. */
  stacks?: number;
  /** How long the running update takes. Default 40,000. */
  runningMs?: number;
}

export interface UserInfo {
  name: string;
  githubLogin: string;
  avatarUrl: string;
  email?: string;
}
export type UpdateStatus = "not started" | "requested" | "running" | "failed" | "succeeded" | "cancelled";

/** `kind` is `update`, `refresh`, `destroy`, `import`, `resource-import`, `rename`, or `P…` of a preview; `endTime` is 0 while running. */
export interface AppUpdateInfo extends Shape {
  kind: string;
  startTime: number;
  endTime: number;
  message: string;
  version: number;
  result: string;
  environment: Record<string, string>;
  config: Record<string, { string: string; secret: boolean; object: boolean }>;
  resourceChanges?: Record<string, number>;
  resourceCount?: number;
}
export interface UpdateInfo extends Shape {
  info: AppUpdateInfo;
  updateID: string;
  version: number;
  latestVersion: number;
  requestedBy: UserInfo;
  githubCommitInfo?: Shape;
  policyPacks?: Shape[];
}
/** `timestamp`, `type`, and the payload under the key that `type` names. */
export interface EngineEvent extends Shape {
  timestamp: number;
  type: string;
}

export interface World {
  readonly now: () => number;
  readonly epoch: number;
  /** The login that every call acts as: `ada`. */
  readonly caller: string;
  readonly stacks: Stacks;
  readonly config: Config;
  readonly secrets: Secrets;
  readonly tags: Tags;
  readonly updates: Updates;
  readonly members: Members;
  readonly teams: Teams;
  readonly tokens: Tokens;
  readonly webhooks: Webhooks;
  readonly auditLogs: AuditLogs;
  readonly usage: Usage;
  readonly search: Search;
  readonly deployments: Deployments;
  readonly schedules: Schedules;
  readonly drift: Drift;
  readonly policies: Policies;
  readonly environments: Environments;
  readonly user: { get(): Shape; defaultOrganization(): Shape };
  readonly server: { capabilities(): Shape };
  /** Begins another update of `acme/web/dev` (404 when it was deleted, 409 while one runs); its id. */
  restartRunning(): { updateID: string };
}

export interface StackQuery {
  organization?: string;
  project?: string;
  tagName?: string;
  tagValue?: string;
}

export interface Stacks {
  /** `StackSummary[]`, ordered by organisation, project, stack. 400: tagValue without tagName. */
  list(query?: StackQuery): Shape[];
  /** `{ messages: [] }`. 400 bad name or tags or teams; 404 organisation; 409 exists. */
  create(organization: string, project: string, body: unknown): Shape;
  projectExists(organization: string, project: string): boolean;
  /** `AppStack`. */
  get(name: StackName): Shape;
  /** 400 still has resources (without force); 409 update in progress. */
  delete(name: StackName, force?: boolean): void;
  /** `UntypedDeployment`: of the latest version, or of one. 404 unknown version. */
  exportState(name: StackName, version?: number): Shape;
  /** Body `UntypedDeployment`; answers `{ updateId }`, adds a version of kind `import`. 400 not a deployment; 409 in progress. */
  importState(name: StackName, body: unknown): Shape;
  /** 400 no toOrg; 404 the other organisation; 409 in progress or name taken. */
  transfer(name: StackName, body: unknown): void;
  /** `{ updateId }`. 400 nothing to rename or bad name; 409 taken or in progress. */
  rename(name: StackName, body: unknown): Shape;
  /** `{ referencedStacks: StackReference[] }` */
  downstreamReferences(name: StackName): Shape;
  upstreamReferences(name: StackName): Shape;
  /** `StackMetadata` with `userPermission`. */
  metadata(name: StackName): Shape;
  /** `{ resourceCount, version }` */
  resourceCount(name: StackName): Shape;
  /** `{ resources: [{ resource }], region, version }` */
  resources(name: StackName, version?: number): Shape;
  /** `{ resource: { resource }, region, version }`. 404 unknown URN. */
  resource(name: StackName, urn: string, version?: number): Shape;
  /** `StackOutputsResponse` */
  outputs(name: StackName): Shape;
  /** `Activity[]`, newest first: `{ update }` or `{ deployment }`. */
  activity(name: StackName): Shape[];
  /** `{ teams: StackTeam[] }` */
  teams(name: StackName): Shape;
  /** Body `{ notifyUpdateFailure, notifyUpdateSuccess }`; answers the settings. */
  updateNotificationSettings(name: StackName, body: unknown): Shape;
  /** The annotation as it was written, with its `version`. 404 none. */
  annotation(name: StackName, kind: string, query?: { source?: string; version?: number }): Shape;
  /** 409 when `version` is not the current one. */
  updateAnnotation(name: StackName, kind: string, body: unknown, query?: { source?: string; version?: number }): void;
  /** `{ deletedStacks: DeletedStack[] }` */
  listDeleted(organization: string): Shape;
  /** Body `{ stackName }`. 404 unknown program; 409 name taken. */
  restore(organization: string, programID: string, body: unknown): void;
}

export interface Config {
  /** `StackConfig`. 404 none. */
  get(name: StackName): Shape;
  update(name: StackName, body: unknown): Shape;
  delete(name: StackName): void;
}

/** Byte fields are base64 both ways. 400 not base64, or a ciphertext of another stack. */
export interface Secrets {
  encrypt(name: StackName, body: unknown): Shape;
  decrypt(name: StackName, body: unknown): Shape;
  batchEncrypt(name: StackName, body: unknown): Shape;
  batchDecrypt(name: StackName, body: unknown): Shape;
}

export interface Tags {
  /** POST tags: 400 invalid or exists already. */
  add(name: StackName, body: unknown): void;
  /** PATCH tags/{tagName}: 400 built-in or invalid, 404. */
  update(name: StackName, tagName: string, body: unknown): void;
  /** PATCH tags: a bare map. */
  replace(name: StackName, body: unknown): void;
  delete(name: StackName, tagName: string): void;
}

export type OperationPath = "update" | "preview" | "refresh" | "destroy";

export interface Updates {
  /** All updates that have a version, newest first, the running one included. */
  list(name: StackName): UpdateInfo[];
  /** `{ status, events: [] }` */
  status(name: StackName, updateID: string): { status: UpdateStatus; events: Shape[] };
  /**
   * What has happened so far, oldest first, and whether more will come. The answer to a finished update never changes.
   */
  events(name: StackName, updateID: string): { events: EngineEvent[]; running: boolean };
  /** 404; 409 not running. */
  cancel(name: StackName, updateID: string): void;
  /** Previews made since the update of that version, oldest first; of the latest one if absent. */
  previews(name: StackName, version?: number): UpdateInfo[];
  /** 404 never updated. */
  latest(name: StackName): UpdateInfo;
  get(name: StackName, version: number): UpdateInfo;
  /** `UpdateSummary` */
  summary(name: StackName, version: number): Shape;
  /** `GetUpdateTimelineResponse` */
  timeline(name: StackName, version?: number): Shape;
  preview(name: StackName, updateID: string): UpdateInfo;
  previewSummary(name: StackName, updateID: string): Shape;
}

export interface Members {
  /** `OrganizationMember[]`; `frontend` leaves out those that Pulumi does not know. */
  list(organization: string, query?: { type?: string; includeSuspended?: boolean }): Shape[];
  /** `OrganizationMember`. 400 role; 404 user; 409 member already. */
  add(organization: string, username: string, body: unknown): Shape;
  /** 400 oneself. */
  remove(organization: string, username: string): void;
  update(organization: string, username: string, body: unknown): void;
  /** `{ teams: string[] }` */
  teams(organization: string, username: string): Shape;
}

export interface Teams {
  /** `Team[]` without members and stacks, as the list gives them. */
  list(organization: string): Shape[];
  /** `Team`. 400 names; 404 GitHub team; 409 taken. */
  create(organization: string, teamType: string, body: unknown): Shape;
  get(organization: string, team: string): Shape;
  delete(organization: string, team: string): void;
  /** Any of the PATCH bodies: memberAction, addStackPermission, removeStack, newDisplayName… 400, 404, 409. */
  update(organization: string, team: string, body: unknown): void;
}

export interface TokenQuery {
  filter?: string;
  search?: string;
  sortBy?: string;
  sortDirection?: string;
}

/** Of the user, of an organisation, of a team. `AccessToken[]`; creation answers `{ id, tokenValue }`, the value this once only. */
export interface Tokens {
  list(query?: TokenQuery): Shape[];
  create(body: unknown): Shape;
  delete(tokenId: string): void;
  listForOrganization(organization: string, query?: TokenQuery): Shape[];
  createForOrganization(organization: string, body: unknown): Shape;
  deleteForOrganization(organization: string, tokenId: string): void;
  listForTeam(organization: string, team: string, query?: TokenQuery): Shape[];
  createForTeam(organization: string, team: string, body: unknown): Shape;
  deleteForTeam(organization: string, team: string, tokenId: string): void;
  /** Whether the value belongs to a token made here that was not deleted and has not expired. */
  valid(tokenValue: string): boolean;
}

export interface Webhooks {
  list(target: HookTarget): Shape[];
  create(target: HookTarget, body: unknown): Shape;
  get(target: HookTarget, webhookName: string): Shape;
  update(target: HookTarget, webhookName: string, body: unknown): Shape;
  delete(target: HookTarget, webhookName: string): void;
  /** `WebhookDelivery` */
  ping(target: HookTarget, webhookName: string): Shape;
  deliveries(target: HookTarget, webhookName: string): Shape[];
  redeliver(target: HookTarget, webhookName: string, event: string): Shape;
}

export interface AuditQuery {
  /** Only entries older than this (unix seconds): v1's `startTime`, v2's `endTime`. */
  before?: number;
  /** Only entries at or after this: v1's `endTime`, v2's `startTime`. */
  after?: number;
  userFilter?: string;
  eventFilter?: string;
}

export interface AuditLogs {
  /** `AuditLogEvent[]`, newest first. 400 the organisation's edition has no audit logs; 404 user. */
  list(organization: string, query?: AuditQuery): Shape[];
  /** CSV (default) or CEF. */
  export(organization: string, query?: AuditQuery, format?: string): string;
  /** `{ eventTypes: [] }` */
  eventTypes(organization: string): Shape;
}

export interface Usage {
  /** `{ summary: Row[] }`, oldest first. 400 for anything the rules of lookback forbid. */
  resourceSummary(organization: string, query: { granularity?: string; lookbackDays?: number; lookbackStart?: number }): Shape;
}

export interface SearchQuery {
  query?: string;
  sort?: string[];
  asc?: boolean;
  facet?: string[];
  groupBy?: string;
  properties?: boolean;
  collapse?: boolean;
}

export interface Search {
  /**
   * All that match, sorted. `resources` have v1's keys (`parent.urn`, `provider.urn`). `aggregations` is a map facet -> {results, others}.
   * 400 sort or facet or too many facets; 422 the query.
   */
  resources(organization: string, query?: SearchQuery): { total: number; resources: Shape[]; aggregations: Record<string, Shape> };
  /** The same with v2's keys (`parentUrn`…, `managed`, `category`). */
  resourcesV2(organization: string, query?: SearchQuery): { total: number; resources: Shape[]; aggregations: Record<string, Shape> };
  exportCsv(organization: string, query?: SearchQuery): string;
  /** `{ query }`: a sentence turned into a query. */
  parse(organization: string, query: string): Shape;
}

export interface Deployments {
  /** `ListDeploymentSnapshot[]`, newest first; `sort` is created (default), modified, version or status. */
  list(name: StackName, query?: { sort?: string; asc?: boolean }): Shape[];
  listForOrganization(organization: string, query?: { sort?: string; asc?: boolean }): Shape[];
  /** `{ id, consoleUrl, version }`. It is accepted and stays so. */
  create(name: StackName, body: unknown): Shape;
  get(name: StackName, deploymentId: string): Shape;
  /** All lines (`DeploymentLogLine[]`), or one job's step's. */
  logs(name: StackName, deploymentId: string, query?: { job?: number; step?: number }): { name?: string; lines: Shape[] };
  /** `UpdateInfo[]` */
  updates(name: StackName, deploymentId: string): UpdateInfo[];
  /** 409 finished already. */
  cancel(name: StackName, deploymentId: string): void;
  settings(name: StackName): Shape;
  updateSettings(name: StackName, body: unknown): Shape;
  replaceSettings(name: StackName, body: unknown): Shape;
  deleteSettings(name: StackName): void;
}

/** `ScheduledAction`. 400 no or bad cron or time; 404. */
export interface Schedules {
  /** `{ schedules: [] }` */
  list(name: StackName): Shape;
  create(name: StackName, body: unknown): Shape;
  createDrift(name: StackName, body: unknown): Shape;
  createTtl(name: StackName, body: unknown): Shape;
  get(name: StackName, scheduleID: string): Shape;
  delete(name: StackName, scheduleID: string): void;
  pause(name: StackName, scheduleID: string): void;
  resume(name: StackName, scheduleID: string): void;
  /** `{ scheduleHistoryEvents: [] }` */
  history(name: StackName, scheduleID: string): Shape;
  update(name: StackName, scheduleID: string, body: unknown): Shape;
  updateDrift(name: StackName, scheduleID: string, body: unknown): Shape;
  updateTtl(name: StackName, scheduleID: string, body: unknown): Shape;
}

export interface Drift {
  /** `StackDriftStatus` */
  status(name: StackName): Shape;
  /** `DriftRun[]`, newest first. */
  runs(name: StackName): Shape[];
  run(name: StackName, driftRunId: string): Shape;
}

export interface Policies {
  /** `{ requiredPolicies: [] }` */
  packs(name: StackName, mode?: string): Shape;
  /** `{ policyGroups: [] }` */
  groups(name: StackName): Shape;
  /** Body `AngularGridGetRowsRequest`; `{ policyIssues, groupData, rowCount }`. */
  issues(organization: string, body: unknown, query?: { closed?: boolean }): Shape;
  /** Body `{ entity, size? }`; `{ columns, rows }`. 400 unknown entity. */
  compliance(organization: string, body: unknown): Shape;
  metadata(organization: string): Shape;
}

export interface Environments {
  /** `OrgEnvironment[]` */
  list(organization: string): Shape[];
  /** `{ id, diagnostics }`. 400 duration. */
  open(organization: string, project: string, environment: string, query?: { duration?: string }): Shape;
  /** `EscEnvironment`, or with a property its `EscValue`. 404 session, expired session, property. */
  readOpen(organization: string, project: string, environment: string, sessionId: string, query?: { property?: string }): Shape;
}
