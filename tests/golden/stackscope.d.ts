/* tslint:disable */
/* eslint-disable */

/** A span of time up to now, and what one row of it spans: one of `lookbackDays` and `lookbackStart`. */
export type ResourceSpan = {
    /** What one row spans. */
    granularity: Granularity;
} & ({
    /** How many days to look back; 2 at most for hourly rows. */
    lookbackDays: number;
    lookbackStart?: undefined;
} | {
    /** Where the span begins: at most a year ago. */
    lookbackStart: Moment;
    lookbackDays?: undefined;
});



/** A stack: `organization/project/stack`, or its parts. */
export type StackRef = string | { organization: string; project: string; stack: string };

/** What has webhooks: an organisation (`"acme"`), or a stack (`"acme/web/prod"`). */
export type WebhookTarget = StackRef;

/** A moment: a Date, unix seconds, or an ISO 8601 text. */
export type Moment = Date | number | string;

/** How one call is made. */
export interface CallOptions {
    /** Ends the call; it rejects with the signal's reason. */
    signal?: AbortSignal | undefined;
    /**
     * How long the call may take, all attempts included, in milliseconds. Default: the client's. Of a list it bounds each page, of an
     * update that is followed each request.
     */
    timeoutMs?: number | undefined;
    /** How to retry this call: what differs from the client's policy, or `false` for not at all. */
    retry?: Partial<RetryPolicy> | false | undefined;
}

/** How a list is read. */
export interface ListOptions extends CallOptions {
    /** Continues a list where another process left it: the `resumeToken` of a list or of an error. */
    resume?: string | undefined;
    /** Most pages to read; one more is an error with code `page_cap`. Default 1,000. */
    maxPages?: number | undefined;
}

/** How an update that is running is followed; times in milliseconds. */
export interface FollowOptions {
    /** First delay after a page without events; it grows by half from one empty page to the next. Default 500. */
    minMs?: number | undefined;
    /** Longest delay. Default 5,000. */
    maxMs?: number | undefined;
}

/** A request, as hooks see it: no token, no query values. */
export interface RequestInfo {
    method: string;
    /** Path with the names of its query parameters. */
    path: string;
    /** 1 for the first try. */
    attempt: number;
    /** Headers, the token masked. */
    headers: Record<string, string>;
    /** Bytes of the body. */
    bytes: number;
}

/** An answer, as hooks see it. */
export interface ResponseInfo {
    method: string;
    path: string;
    attempt: number;
    status: number;
    requestId?: string | undefined;
    bytes: number;
    durationMs: number;
}

/** A retry, as hooks see it. */
export interface RetryInfo {
    method: string;
    path: string;
    /** The try that failed, 1 for the first. */
    attempt: number;
    code: ErrorCode;
    status?: number | undefined;
    delayMs: number;
}

/** How a client is made. */
export interface PulumiCloudOptions {
    /** Access token, or a function that gives one for each attempt. Left out where the server needs none. */
    token?: string | (() => string | undefined | Promise<string | undefined>) | undefined;
    /** The server. Default `https://api.pulumi.com`; `""` in a browser is the page's own origin. */
    baseUrl?: string | undefined;
    /** Version of the API in `Accept: application/vnd.pulumi+N`. Default 8. */
    apiVersion?: number | undefined;
    /** `Accept` as a whole, in place of `apiVersion`. */
    accept?: string | undefined;
    /** `X-Pulumi-Source`: names the caller to the server. Default: not sent, so that browsers' preflights stay simple. */
    source?: string | undefined;
    /** What sends requests. Default: the runtime's `fetch`. It is called with an address and options. */
    fetch?: ((url: string, init: { method: string; headers: Record<string, string>; body?: Uint8Array<ArrayBuffer>; signal: AbortSignal; cache: "no-store"; redirect: "follow" | "manual" }) => Promise<Response>) | undefined;
    /** How to retry, where it differs from the default, or `false` for not at all. */
    retry?: Partial<RetryPolicy> | false | undefined;
    /** How long a call may take, all attempts included, in milliseconds. Default: no bound but that of each attempt. */
    timeoutMs?: number | undefined;
    /** Most requests under way at a time. Default 8. */
    maxConcurrency?: number | undefined;
    /** Send the token without TLS to a server that isn't this machine. */
    allowInsecure?: boolean | undefined;
    onRequest?: ((request: RequestInfo) => void) | undefined;
    onResponse?: ((response: ResponseInfo) => void) | undefined;
    onRetry?: ((retry: RetryInfo) => void) | undefined;
    /** The server's warnings for the user (`X-Pulumi-Warning`). */
    onWarning?: ((message: string) => void) | undefined;
    /** Log each request and answer: `true` for console.debug, or a function that takes lines. Tokens are masked. */
    debug?: boolean | ((line: string) => void) | undefined;
}



/** How an event log is read and kept. Events that are kept are given out as they came, nothing masked; all else is masked. */
export interface EventLogOptions {
    /** Fail at the first piece that is no event, in place of passing it over and naming it in `summary().problems`. */
    strict?: boolean | undefined;
    /**
     * Bytes of event texts that are kept for `events`, `toNdjson` and the styles `diff` and `progress`. A log that grows past it keeps
     * none; what it did is known all the same. Where none are kept, only strings and brackets are checked of the values of resources that
     * stay as they are, which is a good deal faster. Default 67108864 (64 MiB).
     */
    keepBytes?: number | undefined;
}

/** How a whole event log is read. */
export interface EventLogLoadOptions extends EventLogOptions {
    /** Ends the reading; its reason is thrown unchanged. */
    signal?: AbortSignal | undefined;
    /** Called after each part that was read. */
    onProgress?: ((progress: LoadProgress) => void) | undefined;
    /** Bytes to come, where the source cannot tell; for `onProgress`. */
    total?: number | undefined;
}



/** How the events of an update are read. */
export interface EventOptions extends ListOptions {
    /** Wait for more until the update has ended. */
    follow?: boolean | FollowOptions | undefined;
}



/** One page of a list. */
export interface Page<T> {
    items: T[];
    /** Number of all items, where the server says it. */
    total?: number | undefined;
    /** Continues behind this page; absent where nothing follows. */
    resumeToken?: string | undefined;
    /** Everything else that the server's answer holds. */
    answer: Record<string, unknown>;
}

/** One page of a resource search. */
export interface SearchPage extends Omit<Page<ResourceResult>, "answer"> {
    /** How many match, aggregations by facet, and where to read on. */
    answer: Omit<ResourceSearchResult, "resources">;
}

/**
 * A list that is read page by page: `for await` over its items, `pages()`, or `toArray()`. It can be read once; parallel `next()` fetch a page
 * once. An error carries a `resumeToken`, and so does the list at any time.
 *
 * @example
 * for await (const stack of cloud.stacks.list()) console.log(stack.stackName);
 * const newest = await cloud.updates.list("acme/web/prod").toArray({ limit: 10 });
 */
export interface Pages<T, P = Page<T>> extends AsyncIterableIterator<T> {
    next(): Promise<IteratorResult<T, undefined>>;
    /** Ends the list, and the request that is under way. */
    return(value?: any): Promise<IteratorResult<T, any>>;
    /** The same list by whole pages. Pages without items are skipped. */
    pages(): AsyncIterableIterator<P>;
    /** All items, or the first `limit`. The `resumeToken` of an error leads back to where the array began. */
    toArray(options?: { limit?: number }): Promise<T[]>;
    /** Continues behind the last item given out, in any process: pass it as `resume`. `undefined` at the end. */
    readonly resumeToken: string | undefined;
    /** Number of all items, once a page was read and where the server says it. */
    readonly total: number | undefined;
    /** Whether the list has ended although the server counts more items than it gave. */
    readonly truncated: boolean;
    /** Status of the update that is followed, as the server last spelled it. */
    readonly status: string | undefined;
    free(): void;
    [Symbol.dispose](): void;
}

/** A request of the caller's own making. */
export interface RawRequest extends CallOptions {
    /** Query parameters; a list repeats the name. */
    query?: Record<string, unknown> | undefined;
    /** Sent as JSON. */
    body?: unknown | undefined;
    /** Send the body compressed. */
    gzip?: boolean | undefined;
    /** Give the answer's text as it came, and not what its JSON says: numbers beyond 2^53 stay whole. */
    text?: boolean | undefined;
}

/** A list of the caller's own making. */
export interface RawList extends ListOptions {
    /** Query parameters; a list repeats the name. */
    query?: Record<string, unknown> | undefined;
}



/** Where a state can come from. Compressed bytes are known by their first bytes. */
export type StateSource = Uint8Array | ArrayBuffer | Blob | Response | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** How far reading has come. */
export interface LoadProgress {
    /** Bytes read so far. */
    read: number;
    /** Bytes in all, where known. */
    total?: number;
}

/** How to read a state. */
export interface LoadOptions {
    /** Ends the reading; its reason is thrown unchanged. */
    signal?: AbortSignal | undefined;
    /** Called after each part that was read. */
    onProgress?: ((progress: LoadProgress) => void) | undefined;
    /** Bytes to come, where the source cannot tell: saves memory. */
    total?: number | undefined;
    /**
     * Probably another version of the same state: what the two share is kept once, and reading is faster. The result is the
     * same. Default: the state that was read last, while a handle on it lives.
     */
    base?: Checkpoint | undefined;
}

/** An operation that was under way when the state was written. */
export interface PendingOperation {
    /** `creating`, `updating`, `deleting`, `reading` or `importing`. */
    type: string;
    urn: string;
    /** The resource's record, secrets masked. */
    resource?: Record<string, unknown>;
}


/**
 * A change of one property.
 */
export interface PropertyChange {
    /**
     * Where, from the record's field on: `inputs.tags.env`, `outputs.rules[2].port`. Indices are those of the new list, in a
     * deletion those of the old.
     */
    path: string;
    /**
     * What happened.
     */
    kind: PropertyKind;
    /**
     * The old value, secrets masked; absent in an addition.
     */
    before?: unknown;
    /**
     * The new value, secrets masked; absent in a deletion.
     */
    after?: unknown;
    /**
     * The value is a secret on at least one side, and masked on both.
     */
    secret?: boolean;
    /**
     * A reference that follows a resource which moved.
     */
    moved?: boolean;
    /**
     * The change was found inside a string that holds JSON or YAML.
     */
    inside?: Inside;
    /**
     * For texts of several lines: the lines that changed, with two unchanged ones around them.
     */
    lines?: TextLine[];
    /**
     * A bound on work was reached here.
     */
    fallback?: Fallback;
}

/**
 * A changed resource.
 */
export interface Change {
    /**
     * URN in the new state; of a deletion in the old.
     */
    urn: string;
    /**
     * URN in the old state, where it was another.
     */
    oldUrn?: string;
    /**
     * Type token.
     */
    type: string;
    /**
     * The last part of the URN.
     */
    name: string;
    /**
     * What happened.
     */
    kind: ChangeKind;
    /**
     * The old object stands, or stood, as `delete: true`.
     */
    pendingDelete?: boolean;
    /**
     * Of a move: why the two are the same resource.
     */
    reason?: MoveReason;
    /**
     * Physical id in the new state; of a deletion in the old.
     */
    id?: string;
    /**
     * Physical id in the old state, where it was another.
     */
    oldId?: string;
    /**
     * Whether a provider manages it; false for components.
     */
    custom: boolean;
    /**
     * Rows with the same number changed in the same way; see [`Group`](super::Group).
     */
    group: number;
    /**
     * What changed in it. Creations and deletions list none.
     */
    properties: PropertyChange[];
}

/**
 * A column of the grid.
 */
export interface GridColumn extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Name for display.
     */
    displayName?: string;
    /**
     * Field that it shows.
     */
    field?: string;
    /**
     * How groups sum it up.
     */
    aggFunc?: string;
}

/**
 * A column to sort by.
 */
export interface GridSort extends UnknownFields {
    /**
     * Id of the column.
     */
    colId: string;
    /**
     * Direction: `asc` or `desc`.
     */
    sort: string;
}

/**
 * A compliance table (Get Policy Compliance Results).
 */
export interface PolicyCompliance extends UnknownFields {
    /**
     * Names of the policy packs, one for each score.
     */
    columns: List<string>;
    /**
     * The rows.
     */
    rows: List<PolicyComplianceResult>;
    /**
     * What to ask for next; absent on the last page.
     */
    continuationToken?: string;
}

/**
 * A condition on a column.
 */
export interface GridFilter extends UnknownFields {
    /**
     * Id of the column.
     */
    colId?: string;
    /**
     * Kind of value: `text`, `number` and the like.
     */
    filterType?: string;
    /**
     * Comparison: `equals`, `contains` and the like.
     */
    type?: string;
    /**
     * What to compare with.
     */
    filter?: Json;
    /**
     * Conditions to combine.
     */
    conditions?: GridFilter[];
}

/**
 * A debugger may attach.
 */
export interface StartDebuggingEvent extends UnknownFields {
    /**
     * How to attach.
     */
    config?: Record<string, Json>;
}

/**
 * A deployment that was asked for (Create Deployment).
 */
export interface CreateDeploymentResponse extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Its page in the console.
     */
    consoleUrl?: string;
    /**
     * Its number, counted up for each stack.
     */
    version?: number;
}

/**
 * A download or installation.
 */
export interface ProgressRow {
    /**
     * `plugin-download`, `plugin-install`, … or a word not known yet.
     */
    type: string;
    /**
     * Which one of them.
     */
    id: string;
    /**
     * What is shown.
     */
    message: string;
    /**
     * How much is done; bytes in a download.
     */
    completed: number;
    /**
     * How much there is; 0 where it is not known.
     */
    total: number;
    /**
     * Whether it is over.
     */
    done: boolean;
}

/**
 * A key for ssh.
 */
export interface SshAuth extends UnknownFields {
    /**
     * The private key.
     */
    sshPrivateKey?: SecretValue;
    /**
     * Its password.
     */
    password?: SecretValue;
}

/**
 * A line that a deployment wrote.
 */
export interface DeploymentLogLine extends UnknownFields {
    /**
     * What to print before the line: the step that begins here.
     */
    header?: string;
    /**
     * When it was written (ISO 8601).
     */
    timestamp?: string;
    /**
     * The line.
     */
    line?: string;
}

/**
 * A line that an update wrote.
 */
export interface UpdateEvent extends UnknownFields {
    /**
     * Its place, as text.
     */
    index?: string;
    /**
     * Which stream it went to.
     */
    kind: UpdateEventKind;
    /**
     * What it says.
     */
    fields?: Record<string, Json>;
}

/**
 * A list of stacks (List Stacks).
 */
export interface StackList extends UnknownFields {
    /**
     * The stacks.
     */
    stacks: List<StackSummary>;
    /**
     * What to ask for next; absent on the last page.
     */
    continuationToken?: string;
}

/**
 * A member of a team.
 */
export interface TeamMember extends UnknownFields {
    /**
     * Name for display.
     */
    name?: string;
    /**
     * User name, whatever the identity provider.
     */
    githubLogin: string;
    /**
     * Address of the picture.
     */
    avatarUrl?: string;
    /**
     * Mail address, where the caller may see it.
     */
    email?: string;
    /**
     * What the user is in the team.
     */
    role?: TeamRole;
}

/**
 * A member of an organisation.
 */
export interface OrganizationMember extends UnknownFields {
    /**
     * Role.
     */
    role: OrganizationRole;
    /**
     * Who it is.
     */
    user: UserInfo;
    /**
     * Internal to the service.
     */
    knownToPulumi?: boolean;
    /**
     * Internal to the service.
     */
    virtualAdmin?: boolean;
    /**
     * When the membership began (ISO 8601).
     */
    created?: string;
    /**
     * Role of the fine-grained kind.
     */
    fgaRole?: FgaRole;
    /**
     * Where to read more.
     */
    links?: MemberLinks;
    /**
     * Names of the teams that the member is in.
     */
    teams?: string[];
    /**
     * Whether the membership is suspended.
     */
    suspended?: boolean;
}

/**
 * A message for the record.
 */
export interface DiagnosticRow {
    /**
     * `error`, `warning`, `info`, `info#err`, `debug`, or a word not known yet.
     */
    severity: string;
    /**
     * URN of the resource; absent where the message is about the update.
     */
    urn?: string;
    /**
     * The text without colours; lines end as the program wrote them.
     */
    message: string;
    /**
     * What Pulumi prints before the message, where it has a prefix.
     */
    prefix?: string;
    /**
     * When.
     */
    time?: number;
}

/**
 * A message of the server.
 */
export interface Message extends UnknownFields {
    /**
     * What it says.
     */
    message: string;
    /**
     * How much it matters.
     */
    severity?: MessageSeverity;
}

/**
 * A message, warning or error.
 */
export interface DiagnosticEvent extends UnknownFields {
    /**
     * URN of the resource that it is about.
     */
    urn?: string;
    /**
     * What stands before the message.
     */
    prefix?: string;
    /**
     * The text, with colour tags as `<{%reset%}>`.
     */
    message?: string;
    /**
     * What to do with the colour tags.
     */
    color?: string;
    /**
     * How much it matters.
     */
    severity?: DiagnosticSeverity;
    /**
     * Stream of messages that it belongs to.
     */
    streamID?: number;
    /**
     * Whether it is for the moment and not for the record.
     */
    ephemeral?: boolean;
}

/**
 * A page of changed resources.
 */
export interface ChangePage {
    /**
     * The rows from `offset` on.
     */
    rows: Change[];
    /**
     * How many rows fit the filter in all.
     */
    total: number;
    /**
     * Position of the first row among those that fit.
     */
    offset: number;
}

/**
 * A page of changes to ask for.
 */
export interface ChangeQuery {
    /**
     * Position of the first row, from 0.
     */
    offset?: number;
    /**
     * Most rows. Default 100.
     */
    limit?: number;
    /**
     * Which rows. Default all.
     */
    filter?: ChangeFilter;
}

/**
 * A page of deployments (List Stack Deployments, List Organization Deployments). The bare list of the preview API reads as
 * one too.
 */
export interface DeploymentList extends UnknownFields {
    /**
     * The deployments, newest first.
     */
    deployments: List<DeploymentSummary>;
    /**
     * Length of a page.
     */
    itemsPerPage?: number;
    /**
     * How many there are in all.
     */
    total?: number;
}

/**
 * A page of drift runs (List Drift Runs).
 */
export interface DriftRunList extends UnknownFields {
    /**
     * The runs.
     */
    driftRuns: List<DriftRun>;
    /**
     * Length of a page.
     */
    itemsPerPage?: number;
    /**
     * How many there are in all.
     */
    total?: number;
}

/**
 * A page of environments (List Environments).
 */
export interface EnvironmentList extends UnknownFields {
    /**
     * The environments.
     */
    environments: List<OrgEnvironment>;
    /**
     * What to ask for next; absent or empty on the last page.
     */
    nextToken?: string;
}

/**
 * A page of groups, largest first.
 */
export interface GroupPage {
    /**
     * The groups from `offset` on.
     */
    rows: Group[];
    /**
     * How many groups there are in all.
     */
    total: number;
    /**
     * Position of the first group of the page.
     */
    offset: number;
}

/**
 * A page of policy issues (List Policy Issues).
 */
export interface PolicyIssueList extends UnknownFields {
    /**
     * The issues.
     */
    policyIssues: List<PolicyIssue>;
    /**
     * Rows of groups, where the request asked for groups: values by column.
     */
    groupData: Record<string, unknown>[];
    /**
     * How many rows there are in all.
     */
    rowCount?: number;
}

/**
 * A page of resources of an update to ask for.
 */
export interface ResourceUpdateQuery {
    /**
     * Position of the first row, from 0.
     */
    offset?: number;
    /**
     * Most rows. Default 100.
     */
    limit?: number;
    /**
     * Which rows. Default all.
     */
    filter?: ResourceUpdateFilter;
}

/**
 * A page of resources to ask for.
 */
export interface ResourceQuery {
    /**
     * Position of the first row, from 0.
     */
    offset?: number;
    /**
     * Most rows. Default 100.
     */
    limit?: number;
    /**
     * Which rows. Default all.
     */
    filter?: ResourceFilter;
}

/**
 * A page of rows.
 */
export interface ResourcePage {
    /**
     * The rows from `offset` on.
     */
    rows: ResourceRow[];
    /**
     * How many rows fit the filter in all.
     */
    total: number;
    /**
     * Position of the first row among those that fit.
     */
    offset: number;
}

/**
 * A page of updates or previews (List Stack Updates, List Previews).
 */
export interface UpdateList extends UnknownFields {
    /**
     * The updates.
     */
    updates: List<UpdateInfo>;
    /**
     * Length of a page; absent in the `cli` shape.
     */
    itemsPerPage?: number;
    /**
     * How many there are in all; absent in the `cli` shape.
     */
    total?: number;
}

/**
 * A page of what happened on a stack (Get Stack Activity).
 */
export interface ActivityList extends UnknownFields {
    /**
     * What happened, newest first.
     */
    activity: List<Activity>;
    /**
     * Length of a page.
     */
    itemsPerPage?: number;
    /**
     * How many there are in all.
     */
    total?: number;
}

/**
 * A page to ask for.
 */
export interface PageQuery {
    /**
     * Position of the first row, from 0.
     */
    offset?: number;
    /**
     * Most rows. Default 100.
     */
    limit?: number;
}

/**
 * A part of the definition of an environment.
 */
export interface EscRange extends UnknownFields {
    /**
     * Environment that it is in.
     */
    environment?: string;
    /**
     * Where it begins.
     */
    begin?: EscPos;
    /**
     * Where it ends.
     */
    end?: EscPos;
}

/**
 * A piece of the log that could not be read.
 */
export interface LogProblem {
    /**
     * Line, from 1.
     */
    line: number;
    /**
     * Byte, from 0, after decompression.
     */
    offset: number;
    /**
     * What is wrong; never quotes the log.
     */
    message: string;
}

/**
 * A place in the definition of an environment.
 */
export interface EscPos extends UnknownFields {
    /**
     * Line, from 1.
     */
    line?: number;
    /**
     * Column, from 1.
     */
    column?: number;
    /**
     * Byte, from 0.
     */
    byte?: number;
}

/**
 * A plugin of the manifest.
 */
export interface Plugin {
    /**
     * Name, such as `aws`.
     */
    name: string;
    /**
     * `resource`, `language`, `analyzer`, …
     */
    type: string;
    /**
     * Version of the plugin.
     */
    version: string;
}

/**
 * A policy group.
 */
export interface PolicyGroup extends UnknownFields {
    /**
     * Name.
     */
    name: string;
    /**
     * Whether it holds for whatever is in no other group.
     */
    isOrgDefault?: boolean;
    /**
     * How many stacks it holds for.
     */
    numStacks?: number;
    /**
     * How many accounts it holds for.
     */
    numAccounts?: number;
    /**
     * What it holds for.
     */
    entityType?: PolicyEntityType;
    /**
     * What it does about violations.
     */
    mode?: PolicyGroupMode;
    /**
     * How many of its policy packs are enabled.
     */
    numEnabledPolicyPacks?: number;
}

/**
 * A policy mended a resource.
 */
export interface PolicyRemediationEvent extends UnknownFields {
    /**
     * URN of the resource.
     */
    resourceUrn?: string;
    /**
     * What to do with colour tags.
     */
    color?: string;
    /**
     * Policy.
     */
    policyName?: string;
    /**
     * Policy pack.
     */
    policyPackName?: string;
    /**
     * Version of the pack.
     */
    policyPackVersion?: string;
    /**
     * Version of the pack, as its author named it.
     */
    policyPackVersionTag?: string;
    /**
     * Properties before.
     */
    before?: Record<string, Json>;
    /**
     * Properties afterwards.
     */
    after?: Record<string, Json>;
}

/**
 * A policy pack that an update had to pass.
 */
export interface PolicyPackRef extends UnknownFields {
    /**
     * Name.
     */
    name: string;
    /**
     * Name for display.
     */
    displayName?: string;
    /**
     * Version, counted by the server.
     */
    version?: number;
    /**
     * Version, as its author named it.
     */
    versionTag?: string;
    /**
     * Configuration by policy.
     */
    config?: Record<string, Json>;
    /**
     * Environments that it reads.
     */
    environments?: string[];
}

/**
 * A policy pack that ran.
 */
export interface PolicyPackRow {
    /**
     * Name.
     */
    name: string;
    /**
     * Version, or its tag.
     */
    version: string;
    /**
     * Path, of a pack that lies on the machine.
     */
    path?: string;
    /**
     * Violations of each enforcement level.
     */
    violations: Record<string, number>;
    /**
     * Resources that it mended.
     */
    remediations: number;
    /**
     * Times that a policy was passed, where the log tells.
     */
    passed: number;
    /**
     * Times that a policy was failed, where the log tells.
     */
    failed: number;
}

/**
 * A policy pack that updates of a stack have to pass.
 */
export interface RequiredPolicy extends UnknownFields {
    /**
     * Name.
     */
    name: string;
    /**
     * Version, counted by the server.
     */
    version?: number;
    /**
     * Version, as its author named it.
     */
    versionTag?: string;
    /**
     * Name for display.
     */
    displayName?: string;
    /**
     * Where to get it.
     */
    packLocation?: string;
    /**
     * Configuration by policy.
     */
    config?: Record<string, Json>;
    /**
     * Environments that it reads.
     */
    environments?: string[];
    /**
     * Exceptions by policy.
     */
    exceptions?: Record<string, Json>;
}

/**
 * A policy that was violated.
 */
export interface PolicyViolation {
    /**
     * Name of the policy.
     */
    policy: string;
    /**
     * Name of its pack.
     */
    pack: string;
    /**
     * Version of the pack, or its tag.
     */
    packVersion: string;
    /**
     * `mandatory`, `advisory`, `remediate`, `disabled`, or a word not known yet.
     */
    enforcementLevel: string;
    /**
     * `low`, `medium`, `high` or `critical`, where given.
     */
    severity?: string;
    /**
     * URN of the resource; absent where the policy is about the stack.
     */
    urn?: string;
    /**
     * The text without colours.
     */
    message: string;
}

/**
 * A policy was violated.
 */
export interface PolicyEvent extends UnknownFields {
    /**
     * URN of the resource; absent where the stack as a whole is meant.
     */
    resourceUrn?: string;
    /**
     * The text, with colour tags as `<{%reset%}>`.
     */
    message?: string;
    /**
     * What to do with the colour tags.
     */
    color?: string;
    /**
     * Policy.
     */
    policyName?: string;
    /**
     * Policy pack.
     */
    policyPackName?: string;
    /**
     * Version of the pack.
     */
    policyPackVersion?: string;
    /**
     * Version of the pack, as its author named it.
     */
    policyPackVersionTag?: string;
    /**
     * What a violation leads to: `advisory`, `warning`, `mandatory`, `remediate`, `none`.
     */
    enforcementLevel?: string;
    /**
     * How bad it is: `low`, `medium`, `high`, `critical`.
     */
    severity?: string;
    /**
     * Exceptions that let it pass.
     */
    exceptions?: PolicyEventException[];
}

/**
 * A program in a Mercurial repository.
 */
export interface SourceContextHg extends UnknownFields {
    /**
     * Address of the repository.
     */
    repoUrl?: string;
    /**
     * Branch; not together with a revision.
     */
    branch?: string;
    /**
     * Folder with `Pulumi.yaml`.
     */
    repoDir?: string;
    /**
     * Hash of the changeset.
     */
    revision?: string;
    /**
     * How to get at the repository.
     */
    hgAuth?: GitAuthConfig;
}

/**
 * A program in a git repository.
 */
export interface SourceContextGit extends UnknownFields {
    /**
     * Address of the repository.
     */
    repoUrl?: string;
    /**
     * Branch; not together with a commit or a tag.
     */
    branch?: string;
    /**
     * Folder with `Pulumi.yaml`.
     */
    repoDir?: string;
    /**
     * Hash of the commit.
     */
    commit?: string;
    /**
     * Tag whose push started the deployment.
     */
    tag?: string;
    /**
     * How to get at the repository.
     */
    gitAuth?: GitAuthConfig;
}

/**
 * A program made from a template.
 */
export interface SourceContextTemplate extends UnknownFields {
    /**
     * Address of the template.
     */
    sourceUrl?: string;
    /**
     * Address of the project's template, which stands where `sourceUrl` is empty; only in answers.
     */
    projectSourceUrl?: string;
    /**
     * How to get at the template.
     */
    gitAuth?: GitAuthConfig;
}

/**
 * A query that was made of plain words (Natural Language Query).
 */
export interface ParsedSearchQuery extends UnknownFields {
    /**
     * The query, in Pulumi's search syntax.
     */
    query: string;
}

/**
 * A resource and how long it took.
 */
export interface SlowResource {
    /**
     * URN.
     */
    urn: string;
    /**
     * Seconds from the beginning of its first step to the end of its last.
     */
    durationSeconds: number;
}

/**
 * A resource before or after a step.
 */
export interface StepEventState extends UnknownFields {
    /**
     * Type.
     */
    type: string;
    /**
     * URN.
     */
    urn: string;
    /**
     * Whether a provider manages it; absent for components.
     */
    custom?: boolean;
    /**
     * Whether it awaits deletion.
     */
    delete?: boolean;
    /**
     * Physical id; empty where there is none yet.
     */
    id?: string;
    /**
     * URN of its parent; empty where there is none.
     */
    parent?: string;
    /**
     * Whether it is protected from deletion.
     */
    protect?: boolean;
    /**
     * Whether it is marked for replacement.
     */
    taint?: boolean;
    /**
     * Whether it is read, not managed.
     */
    external?: boolean;
    /**
     * Whether deleting it leaves the real thing.
     */
    retainOnDelete?: boolean;
    /**
     * Inputs, without secrets.
     */
    inputs?: Record<string, Json>;
    /**
     * Outputs, without secrets.
     */
    outputs?: Record<string, Json>;
    /**
     * Reference to its provider.
     */
    provider?: string;
    /**
     * Errors of its initialisation.
     */
    initErrors?: string[];
    /**
     * Paths of properties whose differences are not to be shown.
     */
    hideDiffs?: string[];
}

/**
 * A resource of a stack.
 */
export interface Resource extends UnknownFields {
    /**
     * Physical id; absent for components.
     */
    id?: string;
    /**
     * Type token.
     */
    type: string;
    /**
     * URN.
     */
    urn: string;
    /**
     * Whether a provider manages it; false for components.
     */
    custom?: boolean;
    /**
     * Whether it awaits deletion.
     */
    delete?: boolean;
    /**
     * URNs that it depends on.
     */
    dependencies?: string[];
    /**
     * URN of its parent.
     */
    parent?: string;
    /**
     * Whether it is protected from deletion.
     */
    protect?: boolean;
    /**
     * Whether it is read, not managed.
     */
    external?: boolean;
    /**
     * Whether deleting it leaves the real thing.
     */
    retainOnDelete?: boolean;
    /**
     * Outputs that are secret besides those of the provider.
     */
    additionalSecretOutputs?: string[];
    /**
     * URNs that it had before.
     */
    aliases?: string[];
    /**
     * URN of the resource whose deletion takes it along.
     */
    deletedWith?: string;
    /**
     * Errors of its initialisation.
     */
    initErrors?: string[];
    /**
     * Inputs; secrets are encoded objects.
     */
    inputs?: Record<string, Json>;
    /**
     * Outputs; secrets are encoded objects.
     */
    outputs?: Record<string, Json>;
    /**
     * Inputs of its provider.
     */
    providerInputs?: Record<string, Json>;
}

/**
 * A resource that a policy mended.
 */
export interface RemediationRow {
    /**
     * Name of the policy.
     */
    policy: string;
    /**
     * Name of its pack.
     */
    pack: string;
    /**
     * Version of the pack, or its tag.
     */
    packVersion: string;
    /**
     * URN of the resource.
     */
    urn: string;
    /**
     * What it changed.
     */
    changes: ResourcePropertyChange[];
}

/**
 * A resource that a search found.
 */
export interface ResourceResult extends UnknownFields {
    /**
     * When it was created (ISO 8601, UTC).
     */
    created?: string;
    /**
     * Whether a provider manages it; false for components.
     */
    custom?: boolean;
    /**
     * Whether it awaits deletion.
     */
    delete?: boolean;
    /**
     * URNs that it depends on.
     */
    dependencies?: string[];
    /**
     * URNs that depend on it.
     */
    dependents?: string[];
    /**
     * Whether it is read, not managed.
     */
    external?: boolean;
    /**
     * Physical id.
     */
    id?: string;
    /**
     * When its state was last changed (ISO 8601, UTC).
     */
    modified?: string;
    /**
     * Module of the type: `s3` in `aws:s3/bucket:Bucket`.
     */
    module?: string;
    /**
     * Logical name.
     */
    name?: string;
    /**
     * Package of the type: `aws` in `aws:s3/bucket:Bucket`.
     */
    package?: string;
    /**
     * URN of the parent.
     */
    "parent.urn"?: string;
    /**
     * What it waits for.
     */
    pending?: ResourcePending;
    /**
     * Project.
     */
    project?: string;
    /**
     * Whether it is protected from deletion.
     */
    protected?: boolean;
    /**
     * URN of the provider.
     */
    "provider.urn"?: string;
    /**
     * Stack.
     */
    stack?: string;
    /**
     * Type.
     */
    type?: string;
    /**
     * URN.
     */
    urn?: string;
    /**
     * Teams that have access to it.
     */
    teams?: string[];
    /**
     * Its properties, where they were asked for.
     */
    properties?: Json;
    /**
     * What else is known of it.
     */
    metadata?: Json;
    /**
     * Category of the type.
     */
    category?: string;
    /**
     * Account of Insights.
     */
    account?: string;
    /**
     * Whether Pulumi manages it.
     */
    managed?: ResourceManaged;
    /**
     * Mark by which one resource of several sources is known.
     */
    fingerprint?: string;
    /**
     * How many sources it comes from.
     */
    sourceCount?: number;
    /**
     * What in it matched, by field.
     */
    matches?: Record<string, Json[]>;
}

/**
 * A role of the fine-grained kind.
 */
export interface FgaRole extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Name.
     */
    name?: string;
    /**
     * When it was last changed (ISO 8601).
     */
    modifiedAt?: string;
}

/**
 * A run that looked for drift (Get Drift Run).
 */
export interface DriftRun extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Whether it found drift.
     */
    driftDetected?: boolean;
    /**
     * When it was created.
     */
    created?: string;
    /**
     * Where it stands.
     */
    status: JobStatus;
    /**
     * Id of its deployment.
     */
    deploymentId?: string;
    /**
     * Number of its deployment.
     */
    deploymentVersion?: number;
    /**
     * The update that looked.
     */
    detectUpdate?: DriftRunUpdate;
    /**
     * The update that remedied.
     */
    remediateUpdate?: DriftRunUpdate;
}

/**
 * A schedule (Get Schedule).
 */
export interface ScheduledAction extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Id of the organisation.
     */
    orgID?: string;
    /**
     * When it recurs, as a cron expression.
     */
    scheduleCron?: string;
    /**
     * When it happens once (ISO 8601).
     */
    scheduleOnce?: string;
    /**
     * When it happens next.
     */
    nextExecution?: string;
    /**
     * Whether it is paused.
     */
    paused?: boolean;
    /**
     * What it does.
     */
    kind?: ScheduledActionKind;
    /**
     * What it does, in detail.
     */
    definition?: ScheduledActionDefinition;
    /**
     * When it was made.
     */
    created?: string;
    /**
     * When it was last changed.
     */
    modified?: string;
    /**
     * When it last happened.
     */
    lastExecuted?: string;
}

/**
 * A secret, to be encrypted or encrypted already.
 */
export interface SealedValue extends UnknownFields {
    /**
     * The secret itself, on its way to the server.
     */
    secret?: Secret;
    /**
     * The secret as the server encrypted it (base64).
     */
    ciphertext?: string;
    /**
     * A value that needs no encryption, in the answers of some servers.
     */
    plaintext?: Secret;
}

/**
 * A session with an open environment (Open Environment).
 */
export interface OpenEnvironmentResponse extends UnknownFields {
    /**
     * Id, by which the values are read.
     */
    id: string;
    /**
     * What is wrong with the environment.
     */
    diagnostics?: EnvironmentDiagnostic[];
}

/**
 * A stack (Get Stack).
 */
export interface Stack extends UnknownFields {
    /**
     * Id of the stack, where the server gives one.
     */
    id?: string;
    /**
     * Organisation.
     */
    orgName: string;
    /**
     * Project.
     */
    projectName: string;
    /**
     * Stack name, without project and organisation.
     */
    stackName: string;
    /**
     * What runs on the stack now; absent when it is idle, and on servers that don't tell.
     */
    currentOperation?: OperationStatus;
    /**
     * Id of the latest update, running or ended; on some servers empty or absent when the stack is idle.
     */
    activeUpdate?: string;
    /**
     * Tags by name.
     */
    tags?: Tags;
    /**
     * Configuration that lives with the service.
     */
    config?: StackConfig;
    /**
     * Version; 0 before the first update, and always on one self-hosted server.
     */
    version?: number;
}

/**
 * A stack that a team loses.
 */
export interface RemoveStackIdentifier extends UnknownFields {
    /**
     * Project.
     */
    projectName: string;
    /**
     * Stack name.
     */
    stackName: string;
}

/**
 * A stack that another one refers to, or that refers to it.
 */
export interface StackReference extends UnknownFields {
    /**
     * Organisation.
     */
    organization: string;
    /**
     * Project.
     */
    routingProject?: string;
    /**
     * Stack name.
     */
    name: string;
    /**
     * Version of the stack.
     */
    version?: number;
}

/**
 * A stack that was deleted.
 */
export interface DeletedStack extends UnknownFields {
    /**
     * Id.
     */
    id?: string;
    /**
     * Id by which it is restored.
     */
    programId: string;
    /**
     * Project.
     */
    projectName: string;
    /**
     * Stack name.
     */
    stackName: string;
    /**
     * Version.
     */
    version?: number;
    /**
     * When it was deleted, in unix seconds.
     */
    deletedAt?: number;
    /**
     * Its last update.
     */
    lastUpdate?: UpdateSummary;
}

/**
 * A step begins or ends.
 */
export type TimelinePhase = "begin" | "done" | "failed";

/**
 * A step begins.
 */
export interface ResourcePreEvent extends UnknownFields {
    /**
     * The step.
     */
    metadata: StepEventMetadata;
    /**
     * Whether the update is being planned, not carried out.
     */
    planning?: boolean;
}

/**
 * A step has ended well.
 */
export interface ResOutputsEvent extends UnknownFields {
    /**
     * The step.
     */
    metadata: StepEventMetadata;
    /**
     * Whether the update is being planned, not carried out.
     */
    planning?: boolean;
}

/**
 * A step has failed.
 */
export interface ResOpFailedEvent extends UnknownFields {
    /**
     * The step.
     */
    metadata: StepEventMetadata;
    /**
     * Status that the provider left the resource in.
     */
    status?: number;
    /**
     * Steps so far.
     */
    steps?: number;
    /**
     * Whether something waited for the resource.
     */
    awaited?: boolean;
}

/**
 * A step on the critical path.
 */
export interface CriticalStep {
    /**
     * URN of the resource.
     */
    urn: string;
    /**
     * The step.
     */
    op: OpType;
    /**
     * When it began.
     */
    startTime: number;
    /**
     * When it ended; of a running step the time of the last event.
     */
    endTime: number;
    /**
     * Why it waited for the step before it; absent of the first.
     */
    after?: WaitReason;
}

/**
 * A team with access to a stack.
 */
export interface StackTeam extends UnknownFields {
    /**
     * Name.
     */
    name: string;
    /**
     * Name for display.
     */
    displayName?: string;
    /**
     * What it is for.
     */
    description?: string;
    /**
     * What it may do with the stack.
     */
    permission?: StackPermission;
    /**
     * Whether the caller is a member.
     */
    isMember?: boolean;
}

/**
 * A team.
 */
export interface Team extends UnknownFields {
    /**
     * Where it comes from.
     */
    kind?: TeamKind;
    /**
     * Name.
     */
    name: string;
    /**
     * Name for display.
     */
    displayName?: string;
    /**
     * What it is for.
     */
    description?: string;
    /**
     * Members.
     */
    members?: TeamMember[];
    /**
     * Stacks that it has access to.
     */
    stacks?: TeamStackPermission[];
    /**
     * Environments that it has access to.
     */
    environments?: TeamEnvironmentSettings[];
    /**
     * Accounts of Insights that it has access to.
     */
    accounts?: TeamAccountPermission[];
    /**
     * Why the members could not be listed.
     */
    listMembersError?: string;
    /**
     * What the caller is in it.
     */
    userRole?: TeamRole;
    /**
     * Ids of its fine-grained roles.
     */
    roleIds?: string[];
}

/**
 * A token just made: its value is given out this once.
 */
export interface CreatedAccessToken extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Value.
     */
    tokenValue: Secret;
}

/**
 * A type that events of the audit log can have.
 */
export interface AuditLogEventType extends UnknownFields {
    /**
     * Identifier, as `eventFilter` takes it.
     */
    event: string;
    /**
     * Name for display.
     */
    displayName?: string;
    /**
     * What it stands for.
     */
    description?: string;
    /**
     * Whether it takes an administrator of the organisation.
     */
    requiresOrgAdmin?: boolean;
    /**
     * Whether it takes an administrator of the stack.
     */
    requiresStackAdmin?: boolean;
    /**
     * Whether it stands for something that was refused.
     */
    authenticationFailure?: boolean;
    /**
     * Whether new events no longer have it.
     */
    deprecated?: boolean;
    /**
     * The type that new events have instead.
     */
    replacedBy?: string;
}

/**
 * A user.
 */
export interface UserInfo extends UnknownFields {
    /**
     * Name for display.
     */
    name?: string;
    /**
     * User name, whatever the identity provider.
     */
    githubLogin: string;
    /**
     * Address of the picture.
     */
    avatarUrl?: string;
    /**
     * Mail address, where the caller may see it.
     */
    email?: string;
}

/**
 * A value and how many resources have it.
 */
export interface Facet {
    /**
     * The value.
     */
    value: string;
    /**
     * How many have it.
     */
    count: number;
}

/**
 * A value that may be secret: a text where it isn't, an object where it is.
 */
export type SecretValue = Secret | SealedValue;

/**
 * A variable that a deployment ran with.
 */
export interface EnvironmentVariable extends UnknownFields {
    /**
     * Name.
     */
    name: string;
    /**
     * Value; absent or empty where it is secret.
     */
    value?: string;
    /**
     * Whether the value is secret.
     */
    secret?: boolean;
}

/**
 * A violation that was found.
 */
export interface PolicyIssue extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * What it was found on.
     */
    entityType?: IssueEntityType;
    /**
     * Project of the stack, or the parent of the account.
     */
    entityProject?: string;
    /**
     * Name of the stack or account.
     */
    entityId?: string;
    /**
     * Version of the stack.
     */
    stackVersion?: number;
    /**
     * Version of the resource.
     */
    resourceVersion?: number;
    /**
     * Name of the policy pack.
     */
    policyPack?: string;
    /**
     * Version of the policy pack, as its author named it.
     */
    policyPackTag?: string;
    /**
     * Name of the policy.
     */
    policyName?: string;
    /**
     * URN of the resource.
     */
    resourceURN?: string;
    /**
     * Provider of the resource.
     */
    resourceProvider?: string;
    /**
     * Type of the resource.
     */
    resourceType?: string;
    /**
     * Name of the resource.
     */
    resourceName?: string;
    /**
     * What is wrong.
     */
    message?: string;
    /**
     * When it was first seen (ISO 8601).
     */
    observedAt?: string;
    /**
     * When it last changed (ISO 8601).
     */
    lastModified?: string;
    /**
     * Enforcement level: `advisory`, `mandatory` and the like.
     */
    level?: string;
    /**
     * How bad it is.
     */
    severity?: PolicySeverity;
    /**
     * Where it stands.
     */
    status?: PolicyIssueStatus;
    /**
     * What the policy does about violations.
     */
    kind?: PolicyGroupMode;
    /**
     * How pressing it is.
     */
    priority?: PolicyIssuePriority;
    /**
     * Who looks after it.
     */
    assignedTo?: UserInfo;
    /**
     * Name of the policy group.
     */
    policyGroupName?: string;
    /**
     * What the policy group does about violations.
     */
    policyGroupType?: PolicyGroupMode;
}

/**
 * A webhook.
 */
export interface WebhookResponse extends UnknownFields {
    /**
     * Id, on servers that tell webhooks apart by it.
     */
    id?: string;
    /**
     * Organisation.
     */
    organizationName?: string;
    /**
     * Project, for webhooks of stacks.
     */
    projectName?: string;
    /**
     * Stack name, for webhooks of stacks.
     */
    stackName?: string;
    /**
     * Environment, for webhooks of environments.
     */
    envName?: string;
    /**
     * Short name, by which it is addressed.
     */
    name: string;
    /**
     * Name for display.
     */
    displayName?: string;
    /**
     * Address that it delivers to.
     */
    payloadUrl?: string;
    /**
     * Whether it delivers.
     */
    active?: boolean;
    /**
     * Format of what it delivers; absent means `raw`.
     */
    format?: WebhookFormat;
    /**
     * Events that it delivers; with no groups either: all.
     */
    filters?: WebhookFilter[];
    /**
     * Groups of events that it delivers.
     */
    groups?: WebhookGroup[];
    /**
     * Whether its deliveries are signed.
     */
    hasSecret?: boolean;
    /**
     * The encrypted key.
     */
    secretCiphertext?: Secret;
    /**
     * The key, where a self-hosted server made it up: it is given out this once.
     */
    secret?: Secret;
}

/**
 * Access of a team to a stack.
 */
export interface TeamStackPermission extends UnknownFields {
    /**
     * Project.
     */
    projectName: string;
    /**
     * Stack name.
     */
    stackName: string;
    /**
     * What the team may do with it.
     */
    permission: StackPermission;
    /**
     * Name of the set of permissions, where it isn't one of the numbers.
     */
    permissionSetName?: string;
}

/**
 * Access of a team to an account of Insights.
 */
export interface TeamAccountPermission extends UnknownFields {
    /**
     * Account.
     */
    accountName: string;
    /**
     * What the team may do with it.
     */
    permission: InsightsAccountPermission;
    /**
     * Name of the set of permissions, where it isn't one of the numbers.
     */
    permissionSetName?: string;
}

/**
 * Access of a team to an environment.
 */
export interface TeamEnvironmentSettings extends UnknownFields {
    /**
     * Project of the environment.
     */
    projectName: string;
    /**
     * Environment.
     */
    envName: string;
    /**
     * What the team may do with it.
     */
    permission: EnvironmentPermission;
    /**
     * Longest time that it may stay open.
     */
    maxOpenDuration?: string;
    /**
     * Name of the set of permissions, where it isn't one of the words.
     */
    permissionSetName?: string;
}

/**
 * Access tokens (List User Access Tokens).
 */
export interface TokenList extends UnknownFields {
    /**
     * The tokens.
     */
    tokens: List<AccessToken>;
    /**
     * What to ask for next; absent on the last page.
     */
    continuationToken?: string;
}

/**
 * Addresses of a member.
 */
export interface MemberLinks extends UnknownFields {
    /**
     * The member in the console.
     */
    self?: string;
}

/**
 * Addresses of a stack.
 */
export interface StackLinks extends UnknownFields {
    /**
     * The stack in the console.
     */
    self?: string;
}

/**
 * Addresses of an environment.
 */
export interface EnvironmentLinks extends UnknownFields {
    /**
     * The environment.
     */
    self?: string;
}

/**
 * All findings, in the order of the state.
 */
export interface CheckReport {
    /**
     * Empty where nothing is wrong.
     */
    findings: Finding[];
}

/**
 * An access token, without its value.
 */
export interface AccessToken extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Name; personal tokens have none.
     */
    name?: string;
    /**
     * What it is for.
     */
    description?: string;
    /**
     * When it was made (ISO 8601).
     */
    created?: string;
    /**
     * When it was last used, in unix seconds; 0 for never.
     */
    lastUsed?: number;
    /**
     * When it runs out, in unix seconds; 0 for never.
     */
    expires?: number;
    /**
     * Whether it has the rights of an administrator.
     */
    admin?: boolean;
    /**
     * User name of who made it.
     */
    createdBy?: string;
    /**
     * Fine-grained role of the token.
     */
    role?: AccessTokenRole;
    /**
     * Whose it is.
     */
    type?: AccessTokenType;
}

/**
 * An environment that a team loses.
 */
export interface RemoveEnvironmentIdentifier extends UnknownFields {
    /**
     * Project of the environment.
     */
    projectName: string;
    /**
     * Environment.
     */
    envName: string;
}

/**
 * An environment.
 */
export interface OrgEnvironment extends UnknownFields {
    /**
     * Id.
     */
    id?: string;
    /**
     * Organisation.
     */
    organization?: string;
    /**
     * Project.
     */
    project?: string;
    /**
     * Name.
     */
    name: string;
    /**
     * When it was made (ISO 8601).
     */
    created?: string;
    /**
     * When it was last changed (ISO 8601).
     */
    modified?: string;
    /**
     * When it was deleted (ISO 8601).
     */
    deletedAt?: string;
    /**
     * Who owns it.
     */
    ownedBy?: UserInfo;
    /**
     * Tags by name.
     */
    tags?: Tags;
    /**
     * Where to read more.
     */
    links?: EnvironmentLinks;
    /**
     * How many others refer to it.
     */
    referrerMetadata?: EnvironmentReferrerMetadata;
    /**
     * Its settings.
     */
    settings?: EnvironmentSettings;
}

/**
 * An exception from a policy.
 */
export interface PolicyEventException extends UnknownFields {
    /**
     * Id.
     */
    id?: string;
    /**
     * Why.
     */
    reason?: string;
}

/**
 * An image to run in.
 */
export interface DockerImage extends UnknownFields {
    /**
     * Name and tag.
     */
    reference?: string;
    /**
     * Whether the runner may take the image it has built in.
     */
    isDefault?: boolean;
    /**
     * Credentials for the registry.
     */
    credentials?: DockerImageCredentials;
}

/**
 * An image to run in: its name alone, or with credentials.
 */
export type ExecutorImage = string | DockerImage;

/**
 * An import that began (Import Stack).
 */
export interface ImportStackResponse extends UnknownFields {
    /**
     * Id of the update that imports.
     */
    updateId: string;
}

/**
 * An organisation that a user belongs to.
 */
export interface OrganizationSummary extends UnknownFields {
    /**
     * Name to log in with, as it stands in the names of stacks.
     */
    githubLogin: string;
    /**
     * Name for display.
     */
    name?: string;
    /**
     * Address of the picture.
     */
    avatarUrl?: string;
    /**
     * Mail address.
     */
    email?: string;
    /**
     * What the user is in it.
     */
    role?: OrganizationRole;
}

/**
 * An update in brief (Get Update Summary, Get Preview Summary).
 */
export interface UpdateSummary extends UnknownFields {
    /**
     * How it ended.
     */
    result?: UpdateResult;
    /**
     * Start, in unix seconds.
     */
    startTime?: number;
    /**
     * End, in unix seconds; 0 where it has not ended.
     */
    endTime?: number;
    /**
     * Resources after it.
     */
    resourceCount?: number;
}

/**
 * An update within a drift run.
 */
export interface DriftRunUpdate extends UnknownFields {
    /**
     * Id, by which its status and events are read.
     */
    updateId?: string;
    /**
     * How many resources each kind of step touched.
     */
    resourceChanges?: ResourceChanges;
    /**
     * Last change.
     */
    modified?: string;
    /**
     * Where it stands.
     */
    status?: JobStatus;
}

/**
 * An update, as a list of deployments tells it.
 */
export interface DeploymentNestedUpdate extends UnknownFields {
    /**
     * Id.
     */
    id?: string;
    /**
     * Id by which the status and the events of the update are read.
     */
    updateID?: string;
    /**
     * Version of the stack that it made.
     */
    version?: number;
    /**
     * Start, in unix seconds.
     */
    startTime?: number;
    /**
     * End, in unix seconds.
     */
    endTime?: number;
    /**
     * How it ended.
     */
    result?: UpdateResult;
    /**
     * What it does.
     */
    kind?: UpdateKind;
    /**
     * Message that the user gave, or that of the commit.
     */
    message?: string;
    /**
     * Where it ran.
     */
    environment?: Record<string, string>;
}

/**
 * Answer of Batch Decrypt.
 */
export interface BatchDecryptResponse extends UnknownFields {
    /**
     * The decrypted values (base64), each by its ciphertext as it was sent.
     */
    plaintexts: Record<string, Secret>;
}

/**
 * Answer of Batch Encrypt.
 */
export interface BatchEncryptResponse extends UnknownFields {
    /**
     * The encrypted values (base64), in the order of the plaintexts.
     */
    ciphertexts: List<string>;
}

/**
 * Answer of Create Stack. Pulumi Cloud sends messages at most; a self-hosted server sends the stack.
 */
export interface CreateStackResponse extends UnknownFields {
    /**
     * What the server has to say about it.
     */
    messages?: Message[];
    /**
     * Id of the stack.
     */
    id?: string;
    /**
     * Organisation.
     */
    orgName?: string;
    /**
     * Project.
     */
    projectName?: string;
    /**
     * Stack name.
     */
    stackName?: string;
    /**
     * Tags by name.
     */
    tags?: Tags;
    /**
     * Id of the latest update.
     */
    activeUpdate?: string;
    /**
     * Version.
     */
    version?: number;
}

/**
 * Answer of Decrypt Value.
 */
export interface DecryptValueResponse extends UnknownFields {
    /**
     * The decrypted value (base64).
     */
    plaintext: Secret;
}

/**
 * Answer of Encrypt Value.
 */
export interface EncryptValueResponse extends UnknownFields {
    /**
     * The encrypted value (base64).
     */
    ciphertext: string;
}

/**
 * Answer of Rename Stack; self-hosted servers send none.
 */
export interface RenameStackResponse extends UnknownFields {
    /**
     * Id of the update that records the renaming.
     */
    updateId?: string;
}

/**
 * Body of Add User to Organization.
 */
export interface AddOrganizationMemberRequest extends UnknownFields {
    /**
     * Role to give: `member`, `admin` or `billing-manager`.
     */
    role: OrganizationRole;
}

/**
 * Body of Batch Decrypt.
 */
export interface BatchDecryptRequest extends UnknownFields {
    /**
     * What to decrypt (base64).
     */
    ciphertexts: string[];
}

/**
 * Body of Batch Encrypt.
 */
export interface BatchEncryptRequest extends UnknownFields {
    /**
     * What to encrypt (base64).
     */
    plaintexts: Secret[];
}

/**
 * Body of Create Drift Schedule and Update Drift Schedule.
 */
export interface CreateScheduledDriftDeploymentRequest extends UnknownFields {
    /**
     * When to look for drift, as a cron expression of five fields, in UTC.
     */
    scheduleCron?: string;
    /**
     * Whether to remedy the drift that is found.
     */
    autoRemediate?: boolean;
}

/**
 * Body of Create Schedule and Update Schedule: `scheduleCron` or `scheduleOnce`, and what to do.
 */
export interface CreateScheduledDeploymentRequest extends UnknownFields {
    /**
     * When it recurs, as a cron expression of five fields, in UTC.
     */
    scheduleCron?: string;
    /**
     * When it happens once (ISO 8601, with a time zone).
     */
    scheduleOnce?: string;
    /**
     * The deployment to start.
     */
    request?: CreateDeploymentRequest;
}

/**
 * Body of Create Stack.
 */
export interface CreateStackRequest extends UnknownFields {
    /**
     * Name of the new stack.
     */
    stackName: string;
    /**
     * Tags to start with.
     */
    tags?: Tags;
    /**
     * Teams that get access.
     */
    teams?: string[];
    /**
     * State to start with: an exported checkpoint.
     */
    state?: Json;
    /**
     * Configuration to keep with the service.
     */
    config?: StackConfig;
}

/**
 * Body of Create TTL Schedule and Update TTL Schedule.
 */
export interface CreateScheduledTtlDeploymentRequest extends UnknownFields {
    /**
     * When to destroy the resources of the stack (ISO 8601).
     */
    timestamp?: string;
    /**
     * Whether to delete the stack afterwards.
     */
    deleteAfterDestroy?: boolean;
}

/**
 * Body of Create Team. A team of Pulumi needs a name, a team of GitHub its id there.
 */
export interface CreateTeamRequest extends UnknownFields {
    /**
     * Name.
     */
    name?: string;
    /**
     * Name for display, up to 100 characters. Default: the name.
     */
    displayName?: string;
    /**
     * What it is for. Default: the empty text.
     */
    description?: string;
    /**
     * Id of the team at GitHub.
     */
    githubTeamID?: number;
}

/**
 * Body of Create User Access Token, and of its like for organisations and teams.
 */
export interface CreateAccessTokenRequest extends UnknownFields {
    /**
     * What it is for.
     */
    description: string;
    /**
     * When it runs out, in unix seconds, at most two years ahead. Default 0: never.
     */
    expires?: number;
    /**
     * Name, up to 40 characters; tokens of organisations and teams need one.
     */
    name?: string;
    /**
     * Whether an organisation's token has the rights of an administrator.
     */
    admin?: boolean;
    /**
     * Id of the fine-grained role of an organisation's token.
     */
    roleID?: string;
}

/**
 * Body of Create Webhook, and of changes: a change replaces the whole webhook.
 */
export interface Webhook extends UnknownFields {
    /**
     * Organisation.
     */
    organizationName?: string;
    /**
     * Project; webhooks of stacks need it.
     */
    projectName?: string;
    /**
     * Stack name; webhooks of stacks need it.
     */
    stackName?: string;
    /**
     * Environment; webhooks of environments need it.
     */
    envName?: string;
    /**
     * Short name. Default: one that the server makes up.
     */
    name?: string;
    /**
     * Name for display.
     */
    displayName: string;
    /**
     * Address to deliver to.
     */
    payloadUrl: string;
    /**
     * Key that deliveries are signed with (HMAC SHA-256).
     */
    secret?: Secret;
    /**
     * Whether it delivers.
     */
    active: boolean;
    /**
     * Format of what it delivers. Default `raw`.
     */
    format?: WebhookFormat;
    /**
     * Events to deliver. With no filters and no groups: all.
     */
    filters?: WebhookFilter[];
    /**
     * Groups of events to deliver.
     */
    groups?: WebhookGroup[];
}

/**
 * Body of Decrypt Value.
 */
export interface DecryptValueRequest extends UnknownFields {
    /**
     * What to decrypt (base64).
     */
    ciphertext: string;
}

/**
 * Body of Encrypt Value.
 */
export interface EncryptValueRequest extends UnknownFields {
    /**
     * What to encrypt (base64).
     */
    plaintext: Secret;
}

/**
 * Body of Get Policy Compliance Results.
 */
export interface PolicyComplianceRequest extends UnknownFields {
    /**
     * What the rows stand for.
     */
    entity: PolicyComplianceEntityType;
    /**
     * Where to go on.
     */
    continuationToken?: string;
    /**
     * How many rows to return.
     */
    size?: number;
}

/**
 * Body of List Policy Issues: which rows of the grid to return. Lists that are left out are sent empty.
 */
export interface PolicyIssuesRequest extends UnknownFields {
    /**
     * First row, from 0.
     */
    startRow?: number;
    /**
     * Row to stop before.
     */
    endRow?: number;
    /**
     * Columns to group by.
     */
    rowGroupCols?: List<GridColumn>;
    /**
     * Columns that groups sum up.
     */
    valueCols?: List<GridColumn>;
    /**
     * Values of the group whose rows to return, outermost first.
     */
    groupKeys?: List<string>;
    /**
     * Conditions on the rows.
     */
    filterModel?: GridFilterModel;
    /**
     * What to sort by.
     */
    sortModel?: List<GridSort>;
}

/**
 * Body of Rename Stack.
 */
export interface RenameStackRequest extends UnknownFields {
    /**
     * New name of the stack, without project and organisation; empty or left out keeps it.
     */
    newName?: string;
    /**
     * New project; empty or left out keeps it.
     */
    newProject?: string;
}

/**
 * Body of Restore Deleted Stack.
 */
export interface RestoreDeletedStackRequest extends UnknownFields {
    /**
     * Name that the stack gets.
     */
    stackName: string;
}

/**
 * Body of Transfer Stack.
 */
export interface TransferStackRequest extends UnknownFields {
    /**
     * Organisation to transfer the stack to; the caller belongs to both.
     */
    toOrg: string;
    /**
     * Organisation that it is in.
     */
    fromOrg?: string;
    /**
     * Project that it is in.
     */
    projectName?: string;
    /**
     * Its name.
     */
    stackName?: string;
}

/**
 * Body of Update Team Membership.
 */
export interface TeamMembershipChange extends UnknownFields {
    /**
     * What to do with the user.
     */
    memberAction: MemberAction;
    /**
     * User name.
     */
    member: string;
}

/**
 * Body of Update User's Role.
 */
export interface UpdateOrganizationMemberRequest extends UnknownFields {
    /**
     * Role to give: `member`, `admin` or `billing-manager`.
     */
    role?: OrganizationRole;
    /**
     * Id of a fine-grained role to give; wins over `role`.
     */
    fgaRoleId?: string;
}

/**
 * Body of every change of a team; what is absent stays.
 */
export interface UpdateTeamRequest extends UnknownFields {
    /**
     * New name for display.
     */
    newDisplayName?: string;
    /**
     * New description.
     */
    newDescription?: string;
    /**
     * What to do with `member`.
     */
    memberAction?: MemberAction;
    /**
     * User name of whom `memberAction` is about.
     */
    member?: string;
    /**
     * Stack to give access to.
     */
    addStackPermission?: TeamStackPermission;
    /**
     * Stack to change the access to.
     */
    editStackPermission?: TeamStackPermission;
    /**
     * Stack to take away.
     */
    removeStack?: RemoveStackIdentifier;
    /**
     * Environment to give access to.
     */
    addEnvironmentPermission?: TeamEnvironmentSettings;
    /**
     * Environment to change the access to.
     */
    editEnvironmentPermission?: TeamEnvironmentSettings;
    /**
     * Environment to take away.
     */
    removeEnvironment?: RemoveEnvironmentIdentifier;
}

/**
 * Changes to leave out. A text is a path pattern; an object's fields must all fit.
 */
export type IgnoreRule = string | { path?: string; type?: string; urn?: string };

/**
 * Colours or none.
 */
export interface ColorOption {
    /**
     * ANSI colours.
     */
    color?: boolean;
}

/**
 * Conditions on the rows.
 */
export interface GridFilterModel extends UnknownFields {
    /**
     * How they combine: `AND` or `OR`.
     */
    type?: string;
    /**
     * The conditions.
     */
    conditions: List<GridFilter>;
}

/**
 * Configuration of a stack that lives with the service.
 */
export interface StackConfig extends UnknownFields {
    /**
     * Environment that the configuration comes from.
     */
    environment?: string;
    /**
     * Address of the secrets provider.
     */
    secretsProvider?: string;
    /**
     * Data key, encrypted by the secrets provider.
     */
    encryptedKey?: string;
    /**
     * Salt of the passphrase.
     */
    encryptionSalt?: string;
}

/**
 * Credentials for a registry of images.
 */
export interface DockerImageCredentials extends UnknownFields {
    /**
     * User name.
     */
    username?: string;
    /**
     * Password.
     */
    password?: SecretValue;
}

/**
 * Deliveries of a webhook (List webhook deliveries). Pulumi Cloud sends the bare list.
 */
export interface WebhookDeliveryList extends UnknownFields {
    /**
     * The deliveries.
     */
    deliveries: List<WebhookDelivery>;
}

/**
 * Differences that are not shown.
 */
export interface Unshown {
    /**
     * Resources in which nothing else differs.
     */
    resources: number;
    /**
     * Properties.
     */
    properties: number;
}

/**
 * Events of the audit log (Get Audit Log Events).
 */
export interface AuditLogList extends UnknownFields {
    /**
     * The events, newest first.
     */
    auditLogEvents: List<AuditLogEvent>;
    /**
     * What to ask for next; absent on the last page.
     */
    continuationToken?: string;
    /**
     * How many there are in all, where the server counts them.
     */
    total?: number;
}

/**
 * Everything about a diff but its rows.
 */
export interface DiffOverview {
    /**
     * Counts by kind.
     */
    summary: DiffSummary;
    /**
     * Whether there is anything to show.
     */
    differs: boolean;
    /**
     * What the states were taken to be to each other.
     */
    compare: Compare;
    /**
     * The stack's or project's names, where they differ.
     */
    rename?: Rename;
    /**
     * What changed besides the resources.
     */
    state: StateChanges;
    /**
     * Differences in the engine's own `__` keys, left out unless asked for.
     */
    hidden: Unshown;
    /**
     * Differences that rules left out.
     */
    ignored: Unshown;
    /**
     * Changes at which a bound on work made the result coarser.
     */
    fallbacks: number;
    /**
     * Values that a filter of rows can take.
     */
    facets: ChangeFacets;
}

/**
 * Fine-grained role of a token.
 */
export interface AccessTokenRole extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Name.
     */
    name?: string;
    /**
     * Which of the built-in roles it is.
     */
    defaultIdentifier?: string;
}

/**
 * Group of runners that took a deployment.
 */
export interface DeploymentAgentPool extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Name.
     */
    name?: string;
}

/**
 * How a client retries. All times are in milliseconds.
 */
export interface RetryPolicy {
    /**
     * Tries in total, the first included. 1 means no retry. Default 4.
     */
    attempts?: number;
    /**
     * Upper bound of the delay before the second try; it doubles from try to try. Default 500.
     */
    baseMs?: number;
    /**
     * Most that a delay without `Retry-After` may be. Default 30,000.
     */
    capMs?: number;
    /**
     * Longest `Retry-After` that is waited for; a longer one fails at once. Default 60,000.
     */
    maxRetryAfterMs?: number;
    /**
     * How long one try may take. Default 60,000; five times as long for exports and imports of states.
     */
    attemptTimeoutMs?: number;
    /**
     * Also retry methods that change something (POST, PUT, PATCH, DELETE). What they do may then be done twice. Default false.
     */
    unsafeMethods?: boolean;
}

/**
 * How a log is printed as Markdown.
 */
export interface LogMarkdownOptions {
    /**
     * Heading. Default: what kind of update it is and how it ended.
     */
    title?: string;
    /**
     * Address of the update, by http or https.
     */
    link?: string;
    /**
     * Most bytes of the result. Default 65536: what GitHub takes as a comment. Marker and heading always stand, also where they alone are longer.
     */
    maxLength?: number;
    /**
     * A word that is put into an HTML comment at the top, by which a script finds its own comment again.
     */
    marker?: string;
}

/**
 * How a log is printed as text. All but `style`, `color` and `all` is for the styles `diff` and `progress`, by the names of Pulumi's flags.
 */
export interface LogTextOptions {
    /**
     * Which text. Default `summary`.
     */
    style?: LogTextStyle;
    /**
     * What becomes of colours. Default `never`.
     */
    color?: LogColor;
    /**
     * In the summary: lists in full, in place of their beginnings.
     */
    all?: boolean;
    /**
     * Configuration at the top.
     */
    showConfig?: boolean;
    /**
     * Resources that stay as they are.
     */
    showSames?: boolean;
    /**
     * The parts of a replacement.
     */
    showReplacementSteps?: boolean;
    /**
     * Resources that are read, in `progress`; `diff` shows them always, as Pulumi does.
     */
    showReads?: boolean;
    /**
     * URNs in place of names, in `progress`.
     */
    showUrns?: boolean;
    /**
     * Values in full, not cut to their first lines.
     */
    showFullOutput?: boolean;
    /**
     * No lines about downloads and installations, in `progress`.
     */
    suppressProgress?: boolean;
    /**
     * Stack, where the log does not name it.
     */
    stack?: string;
    /**
     * Project, where the log does not name it.
     */
    project?: string;
    /**
     * Address of the update, printed at the end.
     */
    permalink?: string;
    /**
     * Words of a preview or of an update. Default: as the log itself has it.
     */
    preview?: boolean;
}

/**
 * How a property of a resource differs, as the provider or a comparison of the two states says.
 */
export interface ResourcePropertyChange {
    /**
     * Where, in Pulumi's own syntax: `tags.env`, `rules[2].port`.
     */
    path: string;
    /**
     * `add`, `delete` or `update`.
     */
    kind: "add" | "delete" | "update";
    /**
     * The change makes the resource be replaced.
     */
    replace?: boolean;
    /**
     * The old value, secrets masked; cut where it is huge; absent in an addition, and where the log does not tell.
     */
    before?: unknown;
    /**
     * The new value, secrets masked; cut where it is huge; absent in a deletion, and where the log does not tell.
     */
    after?: unknown;
    /**
     * The program asked for the values to be hidden (`hideDiffs`).
     */
    hidden?: boolean;
    /**
     * `before` or `after` is not whole: of a value 16 KiB of JSON are kept. It stays of its kind: of a string there is a piece, around the
     * first difference where there is one, with `…` where it is cut; of a list or an object those items that differ, as many as fit.
     */
    truncated?: boolean;
    /**
     * The value is a secret on at least one side, and masked on both.
     */
    secret?: boolean;
}

/**
 * How a server takes moments.
 */
export type TimeFormat = "unix" | "iso";

/**
 * How a state was packed.
 */
export type EnvelopeKind = "export" | "backend" | "unversioned" | "resources";

/**
 * How a state was stored.
 */
export type Compression = "none" | "gzip" | "zstd";

/**
 * How an organisation complies, in four numbers (Get Policy Results Metadata).
 */
export interface PolicyResultsMetadata extends UnknownFields {
    /**
     * Policies.
     */
    policyTotalCount?: number;
    /**
     * Policies with issues.
     */
    policyWithIssuesCount?: number;
    /**
     * Resources under policies.
     */
    resourcesTotalCount?: number;
    /**
     * Resources with issues.
     */
    resourcesWithIssuesCount?: number;
}

/**
 * How bad a finding is.
 */
export type Severity = "error" | "warning";

/**
 * How far a download or an installation is.
 */
export interface ProgressEvent extends UnknownFields {
    /**
     * What is under way.
     */
    type?: ProgressType;
    /**
     * Which one of them.
     */
    id?: string;
    /**
     * The text.
     */
    message?: string;
    /**
     * How much is done.
     */
    received?: number;
    /**
     * How much there is.
     */
    total?: number;
    /**
     * Whether it is over.
     */
    done?: boolean;
}

/**
 * How long the Markdown may be, and its heading.
 */
export interface MarkdownOptions {
    /**
     * Most bytes of UTF-8, at least 1,000. Default 60,000: a comment on GitHub may have 65,536 characters.
     */
    maxBytes?: number;
    /**
     * Heading. Default `State diff`.
     */
    title?: string;
}

/**
 * How many others refer to an environment.
 */
export interface EnvironmentReferrerMetadata extends UnknownFields {
    /**
     * Environments.
     */
    environmentReferrerCount?: number;
    /**
     * Stacks.
     */
    stackReferrerCount?: number;
    /**
     * Accounts.
     */
    insightsAccountReferrerCount?: number;
}

/**
 * How many resources a stack has (Get Stack Resource Count).
 */
export interface ResourceCount extends UnknownFields {
    /**
     * The count.
     */
    resourceCount: number;
    /**
     * Version of the stack that it holds for.
     */
    version?: number;
}

/**
 * How many resources an organisation had in one span of time. Which of the parts of the date stand depends on the granularity.
 */
export interface ResourceCountSummary extends UnknownFields {
    /**
     * Year.
     */
    year: number;
    /**
     * Month, from 1.
     */
    month?: number;
    /**
     * Day of the month, from 1.
     */
    day?: number;
    /**
     * Week of the year, 0 to 53.
     */
    weekNumber?: number;
    /**
     * Hour of the day, 0 to 23.
     */
    hour?: number;
    /**
     * Resources.
     */
    resources: number;
    /**
     * Resources times hours.
     */
    resourceHours?: number;
    /**
     * Tags that the row counts for.
     */
    tags?: Tags;
}

/**
 * How many resources came to which end. `same` counts resources without a change to show.
 */
export interface DiffSummary {
    /**
     * Only in the new state.
     */
    create: number;
    /**
     * Only in the old state, or marked for deletion in the new.
     */
    delete: number;
    /**
     * Same URN and id, something differs.
     */
    update: number;
    /**
     * Same URN, another id.
     */
    replace: number;
    /**
     * Another URN, same resource.
     */
    move: number;
    /**
     * Nothing to show.
     */
    same: number;
}

/**
 * How many resources of which sort a state holds.
 */
export interface Counts {
    /**
     * All records.
     */
    resources: number;
    /**
     * Records that are not marked `delete: true`.
     */
    live: number;
    /**
     * Records marked `delete: true`.
     */
    pendingDelete: number;
    /**
     * Managed by a provider.
     */
    custom: number;
    /**
     * Not managed by a provider: components and the stack itself.
     */
    components: number;
    /**
     * Provider resources.
     */
    providers: number;
    /**
     * Read, not managed.
     */
    external: number;
    /**
     * With `protect`.
     */
    protected: number;
    /**
     * With `pendingReplacement`.
     */
    pendingReplacement: number;
    /**
     * With `retainOnDelete`.
     */
    retainOnDelete: number;
    /**
     * With `initErrors`.
     */
    initErrors: number;
    /**
     * With `taint`.
     */
    tainted: number;
    /**
     * Operations under way when the state was written.
     */
    pendingOperations: number;
    /**
     * Different types.
     */
    types: number;
    /**
     * Different packages.
     */
    packages: number;
}

/**
 * How many resources share one value.
 */
export interface AggregationBucket extends UnknownFields {
    /**
     * The value.
     */
    name?: string;
    /**
     * How many resources have it.
     */
    count?: number;
    /**
     * The same by another facet, among these resources.
     */
    aggregations?: Record<string, Aggregation>;
}

/**
 * How much of a diff to print, and how.
 */
export interface TextOptions {
    /**
     * ANSI colours.
     */
    color?: boolean;
    /**
     * Most rows; the rest is counted. Default: all.
     */
    maxRows?: number;
    /**
     * Most property changes of one row; the rest is counted. Default: all.
     */
    maxProperties?: number;
}

/**
 * How one property differs.
 */
export interface PropertyDiff extends UnknownFields {
    /**
     * How.
     */
    diffKind: DiffKind;
    /**
     * Whether inputs were compared, not the state.
     */
    inputDiff?: boolean;
}

/**
 * How one resource refers to another.
 */
export interface Relation {
    /**
     * The other resource.
     */
    urn: string;
    /**
     * Of `parent`, `provider`, `dependency`, `property`, `deletedWith`, `replaceWith`, `viewOf` those that hold.
     */
    kinds: string[];
    /**
     * Input properties through which the dependency came (`propertyDependencies`).
     */
    properties?: string[];
    /**
     * The other resource's row, absent where the state has no such resource.
     */
    row?: ResourceRow;
}

/**
 * How the text was read that a change was found in.
 */
export type TextFormat = "json" | "yaml";

/**
 * How to delete a stack.
 */
export interface DeleteStack {
    /**
     * Delete it although it still has resources; they stay where they are, unmanaged.
     */
    force?: boolean;
}

/**
 * How to get at a repository: one of the three.
 */
export interface GitAuthConfig extends UnknownFields {
    /**
     * A token.
     */
    accessToken?: SecretValue;
    /**
     * A key for ssh.
     */
    sshAuth?: SshAuth;
    /**
     * User name and password.
     */
    basicAuth?: BasicAuth;
}

/**
 * How to get credentials of AWS for an OIDC token.
 */
export interface AwsOidcConfiguration extends UnknownFields {
    /**
     * The role to take.
     */
    roleArn?: string;
    /**
     * Name of the session.
     */
    sessionName?: string;
    /**
     * Policies that narrow the session.
     */
    policyArns?: string[];
    /**
     * How long the session lasts (`1h0m0s`).
     */
    duration?: string;
}

/**
 * How to get credentials of Azure for an OIDC token.
 */
export interface AzureOidcConfiguration extends UnknownFields {
    /**
     * Client of the workload identity.
     */
    clientId?: string;
    /**
     * Tenant of the workload identity.
     */
    tenantId?: string;
    /**
     * Subscription of the workload identity.
     */
    subscriptionId?: string;
}

/**
 * How to get credentials of Google Cloud for an OIDC token.
 */
export interface GcpOidcConfiguration extends UnknownFields {
    /**
     * Number of the project.
     */
    projectId?: string;
    /**
     * Region.
     */
    region?: string;
    /**
     * Pool of workload identities.
     */
    workloadPoolId?: string;
    /**
     * Identity provider of the pool.
     */
    providerId?: string;
    /**
     * Mail address of the service account.
     */
    serviceAccount?: string;
    /**
     * How long the credentials last (`1h0m0s`).
     */
    tokenLifetime?: string;
}

/**
 * How to get credentials of clouds for an OIDC token.
 */
export interface OidcConfiguration extends UnknownFields {
    /**
     * Of AWS.
     */
    aws?: AwsOidcConfiguration;
    /**
     * Of Azure.
     */
    azure?: AzureOidcConfiguration;
    /**
     * Of Google Cloud.
     */
    gcp?: GcpOidcConfiguration;
}

/**
 * How to open an environment.
 */
export interface OpenEnvironment {
    /**
     * How long the session lasts, as Go writes it: `2h45m`.
     */
    duration?: string;
}

/**
 * How to read outputs.
 */
export interface ReadOutputs {
    /**
     * The update on whose behalf they are read.
     */
    readingUpdateID?: string;
}

/**
 * How to read the log of a deployment.
 */
export interface ReadDeploymentLogs {
    /**
     * Lines of a page, 499 at most.
     */
    count?: number;
    /**
     * Begins at this page: a server's token.
     */
    continuationToken?: string;
}

/**
 * Lines that a deployment wrote (Get Deployment Logs): of all its steps, or of the one that was asked for.
 */
export interface DeploymentLogs extends UnknownFields {
    /**
     * The lines, oldest first.
     */
    lines: List<DeploymentLogLine>;
    /**
     * What to ask for next, where all steps were asked for; absent or empty at the end.
     */
    nextToken?: string;
    /**
     * Name of the step, where one was asked for.
     */
    name?: string;
    /**
     * Offset to ask for next, where one step was asked for; absent at the end.
     */
    nextOffset?: number;
    /**
     * Which of the two shapes this is, where the server says so: `DeploymentLogs` or `DeploymentLogsStep`.
     */
    __type?: string;
}

/**
 * Lists in which order does not matter.
 */
export type Unordered = boolean | string[];

/**
 * Members of an organisation (List Users).
 */
export interface MemberList extends UnknownFields {
    /**
     * The members.
     */
    members: List<OrganizationMember>;
    /**
     * What to ask for next; absent on the last page.
     */
    continuationToken?: string;
}

/**
 * Names of the teams that a member belongs to (List Member Teams).
 */
export interface MemberTeams extends UnknownFields {
    /**
     * The names.
     */
    teams: List<string>;
}

/**
 * One deployment (Get Deployment).
 */
export interface Deployment extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * When it was created.
     */
    created?: string;
    /**
     * Last change.
     */
    modified?: string;
    /**
     * Where it stands.
     */
    status: JobStatus;
    /**
     * Its number, counted up for each stack.
     */
    version?: number;
    /**
     * Number of the stack's newest deployment.
     */
    latestVersion?: number;
    /**
     * Who asked for it.
     */
    requestedBy?: UserInfo;
    /**
     * Its jobs; absent where it has not started.
     */
    jobs?: DeploymentJob[];
    /**
     * What it ran with.
     */
    configuration?: DeploymentConfiguration;
    /**
     * What started it.
     */
    initiator?: string;
    /**
     * What it does; absent for old deployments.
     */
    pulumiOperation?: PulumiOperation;
    /**
     * Updates that it made; only in the activity of a stack.
     */
    updates?: UpdateInfo[];
}

/**
 * One endpoint that the client has a function for. A function may serve several endpoints, and several functions one.
 */
export interface EndpointInfo {
    /**
     * Name in Pulumi's documentation.
     */
    title: string;
    /**
     * Function of the client, such as `stacks.get`.
     */
    function: string;
    /**
     * HTTP method.
     */
    method: string;
    /**
     * Path with `{camelCase}` parameters.
     */
    path: string;
    /**
     * Names of the path's parameters, in order.
     */
    parameters: string[];
}

/**
 * One event of the audit log.
 */
export interface AuditLogEvent extends UnknownFields {
    /**
     * When it happened, in unix seconds.
     */
    timestamp?: number;
    /**
     * Address that the request came from.
     */
    sourceIP?: string;
    /**
     * Kind of event: a text for display, or an identifier as `stack.update`.
     */
    event?: string;
    /**
     * What happened.
     */
    description?: string;
    /**
     * Who did it.
     */
    user?: UserInfo;
    /**
     * Id of the token that it was done with.
     */
    tokenID?: string;
    /**
     * Name of that token.
     */
    tokenName?: string;
    /**
     * Whether it takes an administrator of the organisation.
     */
    reqOrgAdmin?: boolean;
    /**
     * Whether it takes an administrator of the stack.
     */
    reqStackAdmin?: boolean;
    /**
     * Whether it was refused.
     */
    authFailure?: boolean;
    /**
     * Name of who did it, where that is no user.
     */
    actorName?: string;
    /**
     * URN of who did it, where that is no user.
     */
    actorUrn?: string;
}

/**
 * One event: when, which kind, and the payload in the field of that name.
 */
export interface EngineEvent extends UnknownFields {
    /**
     * Place in the update; absent on Pulumi Cloud, which lists events in order.
     */
    sequence?: number;
    /**
     * When it happened, in unix seconds.
     */
    timestamp?: number;
    /**
     * Kind; some servers leave it out. It is also the name of the field with the payload.
     */
    type?: EventType;
    /**
     * The update was cancelled.
     */
    cancelEvent?: CancelEvent;
    /**
     * Output of the program.
     */
    stdoutEvent?: StdoutEvent;
    /**
     * A message, warning or error.
     */
    diagnosticEvent?: DiagnosticEvent;
    /**
     * The update begins.
     */
    preludeEvent?: PreludeEvent;
    /**
     * The update is over.
     */
    summaryEvent?: SummaryEvent;
    /**
     * A step begins.
     */
    resourcePreEvent?: ResourcePreEvent;
    /**
     * A step has ended well.
     */
    resOutputsEvent?: ResOutputsEvent;
    /**
     * A step has failed.
     */
    resOpFailedEvent?: ResOpFailedEvent;
    /**
     * A policy was violated.
     */
    policyEvent?: PolicyEvent;
    /**
     * A policy mended a resource.
     */
    policyRemediationEvent?: PolicyRemediationEvent;
    /**
     * Policies are loaded.
     */
    policyLoadEvent?: PolicyLoadEvent;
    /**
     * Policies of a pack that a resource passed and failed.
     */
    policyAnalyzeSummaryEvent?: PolicyAnalyzeSummaryEvent;
    /**
     * Policies of a pack that mended a resource, and those that did not.
     */
    policyRemediateSummaryEvent?: PolicyRemediateSummaryEvent;
    /**
     * Policies of a pack that the stack passed and failed.
     */
    policyAnalyzeStackSummaryEvent?: PolicyAnalyzeStackSummaryEvent;
    /**
     * A debugger may attach.
     */
    startDebuggingEvent?: StartDebuggingEvent;
    /**
     * How far a download or an installation is.
     */
    progressEvent?: ProgressEvent;
    /**
     * The engine itself failed.
     */
    errorEvent?: ErrorEvent;
}

/**
 * One job of a deployment.
 */
export interface DeploymentJob extends UnknownFields {
    /**
     * Where it stands.
     */
    status: JobStatus;
    /**
     * Start (ISO 8601).
     */
    started?: string;
    /**
     * Last change (ISO 8601).
     */
    lastUpdated?: string;
    /**
     * Its steps, in order.
     */
    steps: List<DeploymentStep>;
}

/**
 * One kind or several.
 */
export type Kinds = ChangeKind | ChangeKind[];

/**
 * One line of a text diff.
 */
export interface TextLine {
    /**
     * `same`, `add`, `delete`, or `skip` for unchanged lines left out.
     */
    kind: "same" | "add" | "delete" | "skip";
    /**
     * The line without its line break; of `skip` how many lines are left out.
     */
    text: string;
}

/**
 * One operation on one resource.
 */
export interface StepEventMetadata extends UnknownFields {
    /**
     * The operation.
     */
    op: OpType;
    /**
     * URN.
     */
    urn: string;
    /**
     * Type.
     */
    type: string;
    /**
     * The resource before; absent where it is new.
     */
    old?: StepEventState | null;
    /**
     * The resource afterwards; absent where it goes.
     */
    new?: StepEventState | null;
    /**
     * Properties that make it be replaced.
     */
    keys?: string[];
    /**
     * Properties that differ.
     */
    diffs?: string[];
    /**
     * How each property differs, by path; absent where it was not computed, empty where nothing does.
     */
    detailedDiff?: Record<string, PropertyDiff> | null;
    /**
     * Whether the program asked for the step; false for parts of a replacement.
     */
    logical?: boolean;
    /**
     * Reference to the provider that carries it out; empty where none does.
     */
    provider?: string;
}

/**
 * One resource as a row of a list.
 */
export interface ResourceRow {
    /**
     * Position in the state, from 0.
     */
    index: number;
    /**
     * The resource's URN.
     */
    urn: string;
    /**
     * Type token, such as `aws:s3/bucket:Bucket`.
     */
    type: string;
    /**
     * Package of the type.
     */
    package: string;
    /**
     * The last part of the URN.
     */
    name: string;
    /**
     * Physical id.
     */
    id?: string;
    /**
     * Whether a provider manages it; false for components.
     */
    custom: boolean;
    /**
     * URN of the parent.
     */
    parent?: string;
    /**
     * Provider reference, `urn::id`.
     */
    provider?: string;
    /**
     * Of `custom`, `component`, `provider`, `delete`, `external`, `protect`, `retainOnDelete`, `pendingReplacement`, `taint`,
     * `initErrors` those that hold.
     */
    flags: string[];
}

/**
 * One resource in a list.
 */
export interface ResourceInfo extends UnknownFields {
    /**
     * The resource.
     */
    resource: Resource;
}

/**
 * One resource of a stack (Get Stack Resource).
 */
export interface StackResource extends UnknownFields {
    /**
     * The resource.
     */
    resource: ResourceInfo;
    /**
     * Region of the default provider.
     */
    region?: string;
    /**
     * Version of the stack that it belongs to.
     */
    version?: number;
}

/**
 * One row of a compliance table.
 */
export interface PolicyComplianceResult extends UnknownFields {
    /**
     * Name of the stack, account or severity.
     */
    entityName: string;
    /**
     * Scores, one for each column; -1 where the pack doesn't apply.
     */
    scores: List<number>;
}

/**
 * One row of a list of deployments.
 */
export interface DeploymentSummary extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * When it was created.
     */
    created?: string;
    /**
     * Last change.
     */
    modified?: string;
    /**
     * Where it stands.
     */
    status: JobStatus;
    /**
     * Its number, counted up for each stack.
     */
    version?: number;
    /**
     * Who asked for it.
     */
    requestedBy?: UserInfo;
    /**
     * Project.
     */
    projectName?: string;
    /**
     * Stack.
     */
    stackName?: string;
    /**
     * Whether deployments of the stack are paused.
     */
    paused?: boolean;
    /**
     * What it does.
     */
    pulumiOperation?: PulumiOperation;
    /**
     * Updates that it made.
     */
    updates: List<DeploymentNestedUpdate>;
    /**
     * Its jobs.
     */
    jobs: List<DeploymentJob>;
    /**
     * What started it.
     */
    initiator?: string;
    /**
     * Group of runners that took it.
     */
    agentPool?: DeploymentAgentPool;
}

/**
 * One row of a list of stacks (List Stacks).
 */
export interface StackSummary extends UnknownFields {
    /**
     * Id of the stack, where the server gives one.
     */
    id?: string;
    /**
     * Organisation.
     */
    orgName: string;
    /**
     * Project.
     */
    projectName: string;
    /**
     * Stack name, without project and organisation.
     */
    stackName: string;
    /**
     * Start of the last update, in unix seconds; absent where there was none.
     */
    lastUpdate?: number;
    /**
     * More of the last update, where a self-hosted server sends an object instead of its start.
     */
    lastUpdateDetail?: LastUpdate;
    /**
     * Resources in the stack.
     */
    resourceCount?: number;
    /**
     * Tags, where the server sends them in lists.
     */
    tags?: Tags;
    /**
     * Where to read more.
     */
    links?: StackLinks;
    /**
     * Version; self-hosted servers give it in the list.
     */
    version?: number;
    /**
     * Id of the latest update; self-hosted servers give it in the list.
     */
    activeUpdate?: string;
}

/**
 * One step of a job.
 */
export interface DeploymentStep extends UnknownFields {
    /**
     * Name.
     */
    name: string;
    /**
     * Where it stands.
     */
    status: StepStatus;
    /**
     * Start (ISO 8601).
     */
    started?: string;
    /**
     * Last change (ISO 8601).
     */
    lastUpdated?: string;
}

/**
 * One step of a resource.
 */
export interface StepRow {
    /**
     * What the step does.
     */
    op: OpType;
    /**
     * Of a refresh: what it found, such as `update` or `delete`.
     */
    found?: OpType;
    /**
     * Where it stands.
     */
    status: RowStatus;
    /**
     * When it began.
     */
    startTime?: number;
    /**
     * When it ended.
     */
    endTime?: number;
}

/**
 * One tag of a stack (Set Stack Tag).
 */
export interface StackTag extends UnknownFields {
    /**
     * Name, up to 40 characters.
     */
    name: string;
    /**
     * Value, up to 256 characters.
     */
    value: string;
}

/**
 * One thing that happened: an update or a deployment.
 */
export interface Activity extends UnknownFields {
    /**
     * The update.
     */
    update?: UpdateInfo;
    /**
     * The deployment, with its updates.
     */
    deployment?: Deployment;
}

/**
 * One thing that is wrong with a state.
 */
export interface Finding {
    /**
     * Stable code, such as `missing_parent`.
     */
    code: string;
    /**
     * How bad it is.
     */
    severity: Severity;
    /**
     * The resource that has it; absent where the state as a whole has it.
     */
    urn?: string;
    /**
     * Path of the offending field, in the record or in the deployment.
     */
    path?: string;
    /**
     * What is wrong.
     */
    message: string;
    /**
     * What to do about it.
     */
    repair: string;
}

/**
 * One time that a schedule happened.
 */
export interface ScheduledActionHistoryEvent extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Id of the schedule.
     */
    scheduledActionID?: string;
    /**
     * When it happened.
     */
    executed?: string;
    /**
     * Version of the schedule then.
     */
    version?: number;
    /**
     * What came of it.
     */
    result?: string;
}

/**
 * One update of a stack. A row of the `cli` shape, which is what stands under `info` alone, reads as one too: its id moves
 * up, its version stands in both places.
 */
export interface UpdateInfo extends UnknownFields {
    /**
     * What it did.
     */
    info: AppUpdateInfo;
    /**
     * Id, by which its status and events are read; Pulumi Cloud leaves it out of the `cli` shape.
     */
    updateID?: string;
    /**
     * The commit it ran from, where the server knows it.
     */
    githubCommitInfo?: GitHubCommitInfo;
    /**
     * Version of the stack that it made.
     */
    version?: number;
    /**
     * Version of the stack now.
     */
    latestVersion?: number;
    /**
     * Who asked for it.
     */
    requestedBy?: UserInfo;
    /**
     * Policy packs that it had to pass.
     */
    policyPacks?: PolicyPackRef[];
    /**
     * Token by which it was asked for.
     */
    requestedByToken?: string;
}

/**
 * One value of a stack's configuration, as an update saw it.
 */
export interface ConfigValue extends UnknownFields {
    /**
     * The value; ciphertext where it is secret, JSON where it is an object.
     */
    string?: string;
    /**
     * Whether the value is secret.
     */
    secret?: boolean;
    /**
     * Whether the value is an object or a list.
     */
    object?: boolean;
}

/**
 * Options of a deployment.
 */
export interface OperationContextOptions extends UnknownFields {
    /**
     * Whether to leave out the installation of dependencies.
     */
    skipInstallDependencies?: boolean;
    /**
     * Whether only the newest of the waiting deployments runs.
     */
    skipIntermediateDeployments?: boolean;
    /**
     * Shell for the commands.
     */
    shell?: string;
    /**
     * Whether a destroy also deletes the stack.
     */
    deleteAfterDestroy?: boolean;
    /**
     * Whether drift that is found is also remedied.
     */
    remediateIfDriftDetected?: boolean;
}

/**
 * Output of the program.
 */
export interface StdoutEvent extends UnknownFields {
    /**
     * The text, with colour tags as `<{%reset%}>`.
     */
    message?: string;
    /**
     * What to do with the colour tags.
     */
    color?: string;
}

/**
 * Outputs of a stack (Get Stack Outputs).
 */
export interface StackOutputs extends UnknownFields {
    /**
     * Outputs by name; secrets are encoded objects.
     */
    outputs?: Record<string, Json>;
    /**
     * What encrypts the secrets among them.
     */
    secretsProviders?: SecretsProvider;
    /**
     * Whether the server can't tell the outputs.
     */
    unknown?: boolean;
    /**
     * What the server says of the state that they come from.
     */
    state?: string;
}

/**
 * Place and kind of a property change, list positions written as `[*]`.
 */
export interface Shape {
    /**
     * Path pattern.
     */
    path: string;
    /**
     * What happened there.
     */
    kind: PropertyKind;
}

/**
 * Policies are loaded.
 */
export interface PolicyLoadEvent extends UnknownFields {}

/**
 * Policies of a pack that a resource passed and failed.
 */
export interface PolicyAnalyzeSummaryEvent extends UnknownFields {
    /**
     * URN of the resource.
     */
    resourceUrn?: string;
    /**
     * Policy pack.
     */
    policyPackName?: string;
    /**
     * Version of the pack.
     */
    policyPackVersion?: string;
    /**
     * Version of the pack, as its author named it.
     */
    policyPackVersionTag?: string;
    /**
     * Policies passed.
     */
    passed?: string[];
    /**
     * Policies failed.
     */
    failed?: string[];
}

/**
 * Policies of a pack that mended a resource, and those that did not.
 */
export interface PolicyRemediateSummaryEvent extends UnknownFields {
    /**
     * URN of the resource.
     */
    resourceUrn?: string;
    /**
     * Policy pack.
     */
    policyPackName?: string;
    /**
     * Version of the pack.
     */
    policyPackVersion?: string;
    /**
     * Version of the pack, as its author named it.
     */
    policyPackVersionTag?: string;
    /**
     * Policies passed.
     */
    passed?: string[];
    /**
     * Policies failed.
     */
    failed?: string[];
}

/**
 * Policies of a pack that the stack passed and failed.
 */
export interface PolicyAnalyzeStackSummaryEvent extends UnknownFields {
    /**
     * Policy pack.
     */
    policyPackName?: string;
    /**
     * Version of the pack.
     */
    policyPackVersion?: string;
    /**
     * Version of the pack, as its author named it.
     */
    policyPackVersionTag?: string;
    /**
     * Policies passed.
     */
    passed?: string[];
    /**
     * Policies failed.
     */
    failed?: string[];
}

/**
 * Policy groups that hold for a stack (Get Stack Policy Groups).
 */
export interface PolicyGroupList extends UnknownFields {
    /**
     * The groups.
     */
    policyGroups: List<PolicyGroup>;
}

/**
 * Policy packs that updates of a stack have to pass (Get Stack Policy Packs).
 */
export interface StackPolicyPacks extends UnknownFields {
    /**
     * The packs.
     */
    requiredPolicies: List<RequiredPolicy>;
}

/**
 * Resources of a stack (Get Current Stack Resources, Get Stack Resources For Version).
 */
export interface StackResources extends UnknownFields {
    /**
     * The resources.
     */
    resources: List<ResourceInfo>;
    /**
     * Region of the default provider.
     */
    region?: string;
    /**
     * Version of the stack that they belong to.
     */
    version?: number;
}

/**
 * Resources that changed in the same way.
 */
export interface Group {
    /**
     * The number that the rows carry.
     */
    group: number;
    /**
     * What happened to them.
     */
    kind: ChangeKind;
    /**
     * How many they are.
     */
    count: number;
    /**
     * Their types.
     */
    types: Facet[];
    /**
     * What changed in each of them.
     */
    properties: Shape[];
    /**
     * URNs of the first three.
     */
    sample: string[];
}

/**
 * Resources under management over time (Get Resource Count Summary).
 */
export interface ResourceSummary extends UnknownFields {
    /**
     * One row for each span of time.
     */
    summary: List<ResourceCountSummary>;
    /**
     * Names of the tags that rows are told apart by.
     */
    tagKeys?: string[];
}

/**
 * Schedules of a stack (List Schedules).
 */
export interface ScheduledActionList extends UnknownFields {
    /**
     * The schedules.
     */
    schedules: List<ScheduledAction>;
}

/**
 * Settings for a repository on GitHub.
 */
export interface DeploymentSettingsGitHub extends UnknownFields {
    /**
     * Owner and repository.
     */
    repository?: string;
    /**
     * Whether a pushed commit is deployed.
     */
    deployCommits?: boolean;
    /**
     * Whether a pushed tag is deployed.
     */
    deployTags?: boolean;
    /**
     * Whether a pull request is previewed.
     */
    previewPullRequests?: boolean;
    /**
     * Whether a pull request gets a stack of its own.
     */
    pullRequestTemplate?: boolean;
    /**
     * Number of the one pull request to deploy.
     */
    deployPullRequest?: number;
    /**
     * Paths whose changes count.
     */
    paths?: string[];
    /**
     * Patterns of the tags that count; `!` in front excludes.
     */
    tagFilters?: string[];
    /**
     * Labels without which a pull request gets no stack.
     */
    reviewStackLabels?: string[];
    /**
     * Id of the GitHub App's installation.
     */
    installationId?: string;
}

/**
 * Settings for a repository, whoever hosts it.
 */
export interface DeploymentSettingsVcs extends UnknownFields {
    /**
     * Who hosts it.
     */
    provider?: VcsProvider;
    /**
     * The repository, as its host writes it.
     */
    repository?: string;
    /**
     * Whether a pushed commit is deployed.
     */
    deployCommits?: boolean;
    /**
     * Whether a pushed tag is deployed.
     */
    deployTags?: boolean;
    /**
     * Whether a pull request is previewed.
     */
    previewPullRequests?: boolean;
    /**
     * Whether a pull request gets a stack of its own.
     */
    pullRequestTemplate?: boolean;
    /**
     * Number of the one pull request to deploy.
     */
    deployPullRequest?: number;
    /**
     * Paths whose changes count.
     */
    paths?: string[];
    /**
     * Patterns of the tags that count; `!` in front excludes.
     */
    tagFilters?: string[];
    /**
     * Labels without which a pull request gets no stack.
     */
    reviewStackLabels?: string[];
    /**
     * Id of the integration.
     */
    installationId?: string;
}

/**
 * Settings of a stack's deployments (Get Deployment Settings; body of Replace Deployment Settings).
 */
export interface DeploymentSettings extends UnknownFields {
    /**
     * Version of the settings; only in answers.
     */
    version?: number;
    /**
     * Name for this set of settings.
     */
    tag?: string;
    /**
     * What deployments run in.
     */
    executorContext?: ExecutorContext;
    /**
     * Where the program is.
     */
    sourceContext?: SourceContext;
    /**
     * Settings for GitHub.
     */
    gitHub?: DeploymentSettingsGitHub;
    /**
     * Settings for the host of the repository.
     */
    vcs?: DeploymentSettingsVcs;
    /**
     * Commands, variables, credentials and options.
     */
    operationContext?: OperationContext;
    /**
     * Where the settings came from; only in answers.
     */
    source?: DeploymentSettingsSource;
    /**
     * Group of runners; `null` where Pulumi's own are used.
     */
    agentPoolID?: string | null;
    /**
     * Whether to keep dependencies between runs.
     */
    cacheOptions?: CacheOptions;
}

/**
 * Settings of an environment.
 */
export interface EnvironmentSettings extends UnknownFields {
    /**
     * Whether it is protected from deletion.
     */
    deletionProtected?: boolean;
}

/**
 * Some resources of a log, in order of first mention.
 */
export interface ResourceUpdatePage {
    /**
     * How many fit in all.
     */
    total: number;
    /**
     * Those asked for.
     */
    rows: ResourceUpdate[];
}

/**
 * Something odd that does not stop a state from being read.
 */
export interface Warning {
    /**
     * Stable code: `unknown_feature`, `features_without_version_4`, `no_type`.
     */
    code: string;
    /**
     * What is odd.
     */
    message: string;
    /**
     * Where.
     */
    path?: string;
}

/**
 * Something that a server can do.
 */
export interface Capability extends UnknownFields {
    /**
     * What it is.
     */
    capability: CapabilityName;
    /**
     * Version of it.
     */
    version?: number;
    /**
     * More about it.
     */
    configuration?: Json;
}

/**
 * Something that happened at a time.
 */
export interface TimelineEntry {
    /**
     * When.
     */
    time: number;
    /**
     * URN of the resource.
     */
    urn: string;
    /**
     * The step.
     */
    op: OpType;
    /**
     * What happened to the step.
     */
    phase: TimelinePhase;
}

/**
 * Stacks that refer to a stack, or that it refers to.
 */
export interface ListReferences extends UnknownFields {
    /**
     * The stacks.
     */
    referencedStacks: List<StackReference>;
}

/**
 * Stacks that were deleted, the last 25 (List Deleted Stacks).
 */
export interface DeletedStackList extends UnknownFields {
    /**
     * The stacks.
     */
    deletedStacks: List<DeletedStack>;
}

/**
 * Starts a deployment (Create Deployment). What is left out comes from the settings of the stack, unless `inheritSettings`
 * is false.
 */
export interface CreateDeploymentRequest extends UnknownFields {
    /**
     * What to do.
     */
    operation?: PulumiOperation;
    /**
     * Whether to take over the settings of the stack; the server does by default.
     */
    inheritSettings?: boolean;
    /**
     * Image to run in.
     */
    executorContext?: ExecutorContext;
    /**
     * Where the program is.
     */
    sourceContext?: SourceContext;
    /**
     * Settings for GitHub.
     */
    gitHub?: DeploymentSettingsGitHub;
    /**
     * Settings for another host of repositories.
     */
    vcs?: DeploymentSettingsVcs;
    /**
     * Commands, variables, credentials and options.
     */
    operationContext?: OperationContext;
    /**
     * Group of runners; `null` takes Pulumi's own whatever the settings say.
     */
    agentPoolID?: string | null;
    /**
     * Whether to keep dependencies between runs.
     */
    cacheOptions?: CacheOptions;
    /**
     * Name for this set of settings.
     */
    tag?: string;
}

/**
 * Teams of an organisation (List Teams).
 */
export interface TeamList extends UnknownFields {
    /**
     * The teams.
     */
    teams: List<Team>;
    /**
     * What to ask for next; absent on the last page.
     */
    continuationToken?: string;
}

/**
 * Teams with access to a stack (List Stack Teams).
 */
export interface StackTeamList extends UnknownFields {
    /**
     * Project of the stack.
     */
    projectName?: string;
    /**
     * The teams.
     */
    teams: List<StackTeam>;
}

/**
 * The body of a refusal.
 */
export interface ApiErrorBody extends UnknownFields {
    /**
     * Code.
     */
    code?: ApiErrorCode;
    /**
     * What is wrong; some servers send `error` alone.
     */
    message?: string;
    /**
     * What is wrong, in a word.
     */
    error?: string;
    /**
     * What is wrong, part by part.
     */
    errors?: ApiErrorDetail[];
    /**
     * Where to read more.
     */
    documentationUrl?: string;
    /**
     * What is wrong, from the endpoint that gives out tokens.
     */
    error_description?: string;
}

/**
 * The caller (Get Current User).
 */
export interface User extends UnknownFields {
    /**
     * Id.
     */
    id?: string;
    /**
     * User name, whatever the identity provider.
     */
    githubLogin: string;
    /**
     * Name for display.
     */
    name?: string;
    /**
     * Mail address.
     */
    email?: string;
    /**
     * Address of the picture.
     */
    avatarUrl?: string;
    /**
     * Organisations that the user belongs to.
     */
    organizations: List<OrganizationSummary>;
    /**
     * Organisations that the user could join.
     */
    potentialOrganizations?: OrganizationSummary[];
    /**
     * Whom the user logs in with.
     */
    identities?: IdentityProvider[];
    /**
     * Whether the user administers the installation.
     */
    siteAdmin?: boolean;
    /**
     * Whether the user administers the registry.
     */
    registryAdmin?: boolean;
    /**
     * The token, where it is an organisation's or a team's.
     */
    tokenInfo?: TokenInfo;
    /**
     * Whether logging in takes a second factor.
     */
    hasMFA?: boolean;
    /**
     * Whether an organisation manages the account.
     */
    isOrgManaged?: boolean;
    /**
     * Whether several organisations manage the account.
     */
    isManagedByMultiOrg?: boolean;
    /**
     * Whether the account is an agent's.
     */
    isAgent?: boolean;
}

/**
 * The closed set of codes; a script matches on these, never on the message.
 */
export type ErrorCode = "not_json" | "truncated" | "wrong_shape" | "invalid_utf8" | "too_deep" | "unsupported_version" | "decompress" | "unreadable" | "secret_in_patch" | "conflict" | "validation" | "aborted" | "unauthorized" | "lease_expired" | "forbidden" | "not_found" | "unsupported" | "update_in_progress" | "payload_too_large" | "not_acceptable" | "plan_required" | "rate_limited" | "server" | "network" | "timeout" | "decode" | "paging_loop" | "page_cap";

/**
 * The commit that an update ran from.
 */
export interface GitHubCommitInfo extends UnknownFields {
    /**
     * Owner and repository.
     */
    slug?: string;
    /**
     * Hash of the commit.
     */
    sha?: string;
    /**
     * Address of the commit.
     */
    url?: string;
    /**
     * Message of the commit.
     */
    message?: string;
    /**
     * Who wrote it.
     */
    author?: UserInfo;
    /**
     * Who committed it.
     */
    committer?: UserInfo;
}

/**
 * The deployment's manifest.
 */
export interface Manifest {
    /**
     * When the state was written, RFC 3339.
     */
    time: string;
    /**
     * SHA-256 of `version` in hex, or empty.
     */
    magic: string;
    /**
     * Version of the Pulumi engine.
     */
    version: string;
    /**
     * Plugins that were loaded.
     */
    plugins: Plugin[];
}

/**
 * The engine itself failed.
 */
export interface ErrorEvent extends UnknownFields {
    /**
     * What went wrong.
     */
    error?: string;
}

/**
 * The git repository that a deployment took its program from.
 */
export interface DeploymentSourceGit extends UnknownFields {
    /**
     * Address of the repository.
     */
    repoURL?: string;
    /**
     * Branch.
     */
    branch?: string;
    /**
     * Folder with `Pulumi.yaml`.
     */
    repoDir?: string;
    /**
     * Hash of the commit; then the branch doesn't count.
     */
    commit?: string;
}

/**
 * The last update of a stack, as a self-hosted server describes it in lists.
 */
export interface LastUpdate extends UnknownFields {
    /**
     * What it did.
     */
    kind?: UpdateKind;
    /**
     * How it ended, in the word of that server.
     */
    status?: string;
    /**
     * Start, in unix seconds.
     */
    startTime?: number;
}

/**
 * The most frequent values of one facet.
 */
export interface Aggregation extends UnknownFields {
    /**
     * How many resources have none of the values listed.
     */
    others?: number;
    /**
     * The values.
     */
    results?: AggregationBucket[];
}

/**
 * The organisation to take where none is named (Get Default Organization).
 */
export interface DefaultOrganization extends UnknownFields {
    /**
     * Its name; empty where the user belongs to none. Pulumi Cloud spells the field `GitHubLogin`, other servers as here.
     */
    githubLogin?: string;
    /**
     * What the server has to say about it. Pulumi Cloud spells the field `Messages`.
     */
    messages?: Message[];
}

/**
 * The pull request whose merge started an update.
 */
export interface GitHubPullRequest extends UnknownFields {
    /**
     * Title.
     */
    title?: string;
    /**
     * Number.
     */
    number: number;
    /**
     * Owner and repository.
     */
    repoSlug?: string;
    /**
     * When it was opened, in unix seconds.
     */
    createdAt?: number;
    /**
     * When it was closed, in unix seconds; absent where it is open.
     */
    closedAt?: number;
    /**
     * Whether it was merged.
     */
    wasMerged?: boolean;
    /**
     * Branch that it came from.
     */
    sourceRef?: string;
    /**
     * Branch that it went to.
     */
    targetRef?: string;
    /**
     * Hash of the merge commit.
     */
    mergeCommitSHA?: string;
}

/**
 * The role that a deployment takes.
 */
export interface DeploymentRole extends UnknownFields {
    /**
     * Id.
     */
    id?: string;
    /**
     * Name.
     */
    name?: string;
    /**
     * Name of the built-in role that it is.
     */
    defaultIdentifier?: string;
}

/**
 * The string in which a change was found.
 */
export interface Inside {
    /**
     * Path of the string.
     */
    path: string;
    /**
     * What it holds.
     */
    format: TextFormat;
}

/**
 * The template that a deployment took its program from.
 */
export interface DeploymentSourceTemplate extends UnknownFields {
    /**
     * Address of the template.
     */
    sourceUrl?: string;
}

/**
 * The times that a schedule happened (Get Schedule History).
 */
export interface ScheduledActionHistory extends UnknownFields {
    /**
     * The times.
     */
    scheduleHistoryEvents: List<ScheduledActionHistoryEvent>;
}

/**
 * The token of a machine, as it tells about itself.
 */
export interface TokenInfo extends UnknownFields {
    /**
     * Name.
     */
    name?: string;
    /**
     * Organisation that it belongs to.
     */
    organization?: string;
    /**
     * Team that it belongs to.
     */
    team?: string;
}

/**
 * The types that events of the audit log can have (List Audit Log Event Types).
 */
export interface AuditLogEventTypeList extends UnknownFields {
    /**
     * The types.
     */
    eventTypes: List<AuditLogEventType>;
}

/**
 * The update begins.
 */
export interface PreludeEvent extends UnknownFields {
    /**
     * Configuration by key; secrets are blinded.
     */
    config?: Record<string, string>;
}

/**
 * The update is over.
 */
export interface SummaryEvent extends UnknownFields {
    /**
     * Whether the state may be corrupt.
     */
    maybeCorrupt?: boolean;
    /**
     * How long it took, in seconds.
     */
    durationSeconds?: number;
    /**
     * How many resources each kind of step touched.
     */
    resourceChanges?: ResourceChanges;
    /**
     * Version of each policy pack, by name.
     */
    PolicyPacks?: Record<string, string>;
    /**
     * Whether it was a preview; absent in old records.
     */
    isPreview?: boolean;
    /**
     * How it ended; absent in old records.
     */
    result?: OperationResult;
}

/**
 * The update was cancelled.
 */
export interface CancelEvent extends UnknownFields {}

/**
 * The values that a [`ChangeFilter`] can take, most frequent first.
 */
export interface ChangeFacets {
    /**
     * Kinds.
     */
    kinds: Facet[];
    /**
     * Type tokens.
     */
    types: Facet[];
    /**
     * Packages.
     */
    packages: Facet[];
}

/**
 * The values that a [`ResourceFilter`] can take, most frequent first.
 */
export interface Facets {
    /**
     * Type tokens.
     */
    types: Facet[];
    /**
     * Packages.
     */
    packages: Facet[];
    /**
     * URNs of providers.
     */
    providers: Facet[];
    /**
     * Flags.
     */
    flags: Facet[];
}

/**
 * User name and password.
 */
export interface BasicAuth extends UnknownFields {
    /**
     * User name.
     */
    userName?: SecretValue;
    /**
     * Password.
     */
    password?: SecretValue;
}

/**
 * Webhooks of an organisation or a stack (List Webhooks). Pulumi Cloud sends the bare list.
 */
export interface WebhookList extends UnknownFields {
    /**
     * The webhooks.
     */
    webhooks: List<WebhookResponse>;
}

/**
 * What a deployment does, and with what.
 */
export interface OperationContext extends UnknownFields {
    /**
     * Credentials of clouds.
     */
    oidc?: OidcConfiguration;
    /**
     * Commands to run before Pulumi.
     */
    preRunCommands?: string[];
    /**
     * What to do.
     */
    operation?: PulumiOperation;
    /**
     * Variables by name.
     */
    environmentVariables?: Record<string, SecretValue>;
    /**
     * Options.
     */
    options?: OperationContextOptions;
    /**
     * Role to take.
     */
    role?: DeploymentRole;
}

/**
 * What a deployment ran with.
 */
export interface DeploymentConfiguration extends UnknownFields {
    /**
     * Its variables.
     */
    environmentVariables: List<EnvironmentVariable>;
    /**
     * Where it took its program from.
     */
    source?: DeploymentSource;
}

/**
 * What a deployment runs in.
 */
export interface ExecutorContext extends UnknownFields {
    /**
     * The image.
     */
    executorImage?: ExecutorImage;
    /**
     * Folder of the executor and its work.
     */
    executorRootPath?: string;
}

/**
 * What a patch may hold.
 */
export interface PatchOptions {
    /**
     * Allow plaintext secrets in the patch.
     */
    allowPlaintext?: boolean;
}

/**
 * What a schedule does each time; other kinds than deployments have other fields.
 */
export interface ScheduledActionDefinition extends UnknownFields {
    /**
     * The deployment that it starts.
     */
    request?: CreateDeploymentRequest;
}

/**
 * What a search found (Resource Search).
 */
export interface ResourceSearchResult extends UnknownFields {
    /**
     * How many resources match.
     */
    total?: number;
    /**
     * Those of this page.
     */
    resources: List<ResourceResult>;
    /**
     * The most frequent values by facet. A server that names no facet sends one aggregation: it stands under the empty text.
     */
    aggregations?: Record<string, Aggregation>;
    /**
     * Where to read on.
     */
    pagination?: ResourceSearchPagination;
}

/**
 * What a server can do (Get Capabilities).
 */
export interface Capabilities extends UnknownFields {
    /**
     * The list.
     */
    capabilities: List<Capability>;
}

/**
 * What a server found wrong with one field of a request.
 */
export interface FieldError {
    /**
     * What the error is about, such as `stack`.
     */
    resource: string;
    /**
     * Field of the resource.
     */
    attribute?: string;
    /**
     * `not_found`, `required`, `invalid`, `already_exists`, `custom`, or another word of the server's.
     */
    errorType: string;
    /**
     * The server's own words, secrets masked.
     */
    customMessage?: string;
}

/**
 * What a state is and what it holds.
 */
export interface CheckpointSummary {
    /**
     * How the state was packed.
     */
    envelope: EnvelopeKind;
    /**
     * State version as written, 0 where there is none.
     */
    version: number;
    /**
     * Features of version 4 that the state uses.
     */
    features: string[];
    /**
     * Organisation, where a self-managed backend's file names it.
     */
    organization?: string;
    /**
     * Stack name.
     */
    stack?: string;
    /**
     * Project name.
     */
    project?: string;
    /**
     * How the bytes were compressed.
     */
    compression: Compression;
    /**
     * Bytes of JSON text, after decompression.
     */
    bytes: number;
    /**
     * How many of what.
     */
    counts: Counts;
    /**
     * When and by which Pulumi the state was written.
     */
    manifest?: Manifest;
    /**
     * Type of the secrets provider, such as `service` or `passphrase`.
     */
    secretsProvider?: string;
    /**
     * Odd things that did not stop the state from being read.
     */
    warnings: Warning[];
}

/**
 * What a webhook delivered, and what came back.
 */
export interface WebhookDelivery extends UnknownFields {
    /**
     * Id.
     */
    id: string;
    /**
     * Kind.
     */
    kind?: WebhookKind;
    /**
     * What was sent, as text.
     */
    payload?: string;
    /**
     * When it was sent, in unix seconds.
     */
    timestamp?: number;
    /**
     * How long it took, in milliseconds.
     */
    duration?: number;
    /**
     * Address that it went to.
     */
    requestUrl?: string;
    /**
     * Headers sent, one a line.
     */
    requestHeaders?: string;
    /**
     * Status that came back; absent where nothing did.
     */
    responseCode?: number;
    /**
     * Headers that came back.
     */
    responseHeaders?: string;
    /**
     * Body that came back.
     */
    responseBody?: string;
}

/**
 * What an update did, as the command line recorded it.
 */
export interface AppUpdateInfo extends UnknownFields {
    /**
     * What the update does.
     */
    kind: UpdateKind;
    /**
     * Start, in unix seconds; 0 where it has not started.
     */
    startTime?: number;
    /**
     * Message that the user gave, or that of the commit.
     */
    message?: string;
    /**
     * Where it ran: `exec.kind`, `git.head`, `vcs.repo` and the like.
     */
    environment?: Record<string, string>;
    /**
     * Configuration by key.
     */
    config?: Record<string, ConfigValue>;
    /**
     * How it ended.
     */
    result?: UpdateResult;
    /**
     * End, in unix seconds; 0 where it has not ended.
     */
    endTime?: number;
    /**
     * Version of the stack that it made.
     */
    version?: number;
    /**
     * State that it left, where the server sends it along.
     */
    deployment?: Json;
    /**
     * How many resources each kind of step touched.
     */
    resourceChanges?: ResourceChanges;
    /**
     * Resources in the stack afterwards.
     */
    resourceCount?: number;
}

/**
 * What an update did.
 *
 * As JSON it has these fields and more; scripts may rely on them:
 *
 * ```
 * use stackscope::summary::EventLog;
 *
 * let urn = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs";
 * let step = |time: i64, kind: &str| {
 *     format!(r#"{{"timestamp":{time},"{kind}":{{"metadata":{{"op":"create","urn":"{urn}","logical":true,"new":{{"custom":true}}}}}}}}"#)
 * };
 * let mut log = EventLog::default();
 * log.extend([
 *     step(100, "resourcePreEvent").as_str(),
 *     &step(103, "resOutputsEvent"),
 *     r#"{"timestamp":104,"summaryEvent":{"durationSeconds":4,"resourceChanges":{"create":1,"same":1},"result":"succeeded"}}"#,
 * ])?;
 * let summary = serde_json::to_value(log.summary()).unwrap();
 * for (field, value) in [
 *     ("result", r#""succeeded""#),
 *     ("isPreview", "false"),
 *     ("changes", r#"{"create":1,"same":1}"#),
 *     ("changesFrom", r#""summary""#),
 *     ("recomputed", r#"{"create":1}"#),
 *     ("totalChanges", "1"),
 *     ("unchanged", "1"),
 *     ("errored", "0"),
 *     ("durationSeconds", "4"),
 *     ("diagnostics", "[]"),
 *     ("policies", "[]"),
 *     ("outputs", "{}"),
 * ] {
 *     assert_eq!(summary[field].to_string(), value, "{field}");
 * }
 * let row = &summary["resources"][0];
 * assert_eq!((&row["urn"], &row["type"], &row["name"]), (&urn.into(), &"aws:s3/bucket:Bucket".into(), &"logs".into()));
 * assert_eq!((&row["op"], &row["status"], &row["diff"]), (&"create".into(), &"done".into(), &serde_json::json!([])));
 * assert_eq!((&row["startTime"], &row["endTime"], &row["durationSeconds"]), (&100.into(), &103.into(), &3.into()));
 * # Ok::<(), stackscope::error::Error>(())
 * ```
 */
export interface LogSummary {
    /**
     * How it ended, or `running`.
     */
    result: "succeeded" | "failed" | "canceled" | "running" | "interrupted" | "unknown" | (string & {});
    /**
     * A preview changes nothing.
     */
    isPreview: boolean;
    /**
     * Resources per op.
     */
    changes: ResourceChanges;
    /**
     * Where `changes` comes from.
     */
    changesFrom: ChangesFrom;
    /**
     * What the steps add up to, where that is not what the summary event says.
     */
    recomputed?: ResourceChanges;
    /**
     * Resources that change: all ops but `same`, `read`, `discard` and `read-replacement`.
     */
    totalChanges: number;
    /**
     * Resources that stay as they are.
     */
    unchanged: number;
    /**
     * Steps that failed: what Pulumi's diff view calls errored. An error without a step, such as one of the program's, is not among
     * them, and so `errored` can be 0 where `errored_resources` is not.
     */
    errored: number;
    /**
     * Resources, and the stack, with an error message: what Pulumi's progress view calls errored. Where anything failed, the stack is
     * mostly one of them.
     */
    erroredResources: number;
    /**
     * Time of the first event; absent where the log has no clock.
     */
    startTime?: number;
    /**
     * Time of the last event so far.
     */
    endTime?: number;
    /**
     * The engine's own figure, else the time between the first and the last event.
     */
    durationSeconds?: number;
    /**
     * How fine the clock of the log is, in seconds: no duration of a resource is more exact.
     */
    timeResolutionSeconds: number;
    /**
     * The state may be corrupt, says the engine.
     */
    maybeCorrupt: boolean;
    /**
     * Events read.
     */
    events: number;
    /**
     * Events of each kind.
     */
    kinds: Record<string, number>;
    /**
     * Configuration by key; secrets are blinded by the engine and masked.
     */
    configuration: Record<string, string>;
    /**
     * One row for each resource, in the order in which the log first names them.
     */
    resources: ResourceUpdate[];
    /**
     * Messages that are for the record, in order; those marked ephemeral are only counted.
     */
    diagnostics: DiagnosticRow[];
    /**
     * Messages of each severity, ephemeral ones left out.
     */
    diagnosticCounts: Record<string, number>;
    /**
     * Messages that are counted, but not among `diagnostics`: of each severity the first 10,000 are kept.
     */
    diagnosticsOmitted?: number;
    /**
     * Messages marked ephemeral.
     */
    ephemeral: number;
    /**
     * Violations of policies: the most binding first.
     */
    policies: PolicyViolation[];
    /**
     * Violations that are counted, but not among `policies`.
     */
    policiesOmitted?: number;
    /**
     * Policy packs that ran, and what they said.
     */
    policyPacks: PolicyPackRow[];
    /**
     * Resources that a policy mended.
     */
    remediations: RemediationRow[];
    /**
     * Remediations that are counted, but not among `remediations`.
     */
    remediationsOmitted?: number;
    /**
     * Outputs of the stack after the update, as far as the log tells.
     */
    outputs: Record<string, unknown>;
    /**
     * Names of outputs whose values are cut: of one value 16 KiB are kept.
     */
    outputsTruncated?: string[];
    /**
     * How outputs of the stack changed.
     */
    outputChanges: ResourcePropertyChange[];
    /**
     * What happened when: beginnings and ends of steps that do something (all but `same`), in order of time. Empty where the log has no
     * clock.
     */
    timeline: TimelineEntry[];
    /**
     * The chain of steps that the step which ended last waited for, first to last, as far as the log tells: it begins with the first step
     * that is not known to have waited for another.
     */
    criticalPath: CriticalStep[];
    /**
     * URNs of the resources that took longest, with their seconds, longest first; at most ten.
     */
    slowest: SlowResource[];
    /**
     * Downloads and installations, each as last heard of.
     */
    progress: ProgressRow[];
    /**
     * What `startDebuggingEvent` said, each time.
     */
    debugging: unknown[];
    /**
     * What the engine itself failed with.
     */
    errors: string[];
    /**
     * Lines that the program wrote by `stdoutEvent`.
     */
    stdoutLines: number;
    /**
     * Words that this version has no name for, each with its count.
     */
    unknown: UnknownWords;
    /**
     * Pieces of the log that could not be read and were passed over.
     */
    problems: LogProblem[];
    /**
     * How many there were; `problems` names the first hundred.
     */
    problemCount: number;
}

/**
 * What becomes of colours.
 */
export type LogColor = "never" | "raw" | "always" | "html";

/**
 * What changed in a state besides its resources.
 */
export interface StateChanges {
    /**
     * Outputs of the stack; the same changes stand in the row of the stack's own record.
     */
    stackOutputs: PropertyChange[];
    /**
     * `pending_operations`.
     */
    pendingOperations: PropertyChange[];
    /**
     * `manifest`: time, version, plugins.
     */
    manifest: PropertyChange[];
    /**
     * `secrets_providers`.
     */
    secretsProvider: PropertyChange[];
    /**
     * `metadata`.
     */
    metadata: PropertyChange[];
    /**
     * State version, features, configuration, snippets and whatever else stands around the resources.
     */
    other: PropertyChange[];
    /**
     * Resources that stand at another place of the list. The engine's order varies from update to update: no difference by itself.
     */
    reordered: number;
}

/**
 * What encrypts the secrets of a state.
 */
export interface SecretsProvider extends UnknownFields {
    /**
     * Kind: `service`, `passphrase` or `cloud`.
     */
    type: string;
    /**
     * What it needs besides a key of the user's.
     */
    state?: Json;
}

/**
 * What happened to a property.
 */
export type PropertyKind = "add" | "delete" | "update" | "ciphertext";

/**
 * What happened to a resource.
 */
export type ChangeKind = "create" | "delete" | "update" | "replace" | "move";

/**
 * What happened to one resource.
 */
export interface ResourceUpdate {
    /**
     * URN.
     */
    urn: string;
    /**
     * Type token.
     */
    type: string;
    /**
     * Last part of the URN.
     */
    name: string;
    /**
     * URN of the parent.
     */
    parent?: string;
    /**
     * Provider reference, `urn::id`.
     */
    provider?: string;
    /**
     * Physical id after the update; of a deletion the one before.
     */
    id?: string;
    /**
     * Managed by a provider; false for components, and where no step tells.
     */
    custom: boolean;
    /**
     * What was done: the last step that changes something, a replacement with all its steps being one `replace`; of a refresh, what it
     * found. `same` too where `steps` is empty: the resource is only spoken of, by a message or a policy, and nothing is known to be
     * done to it.
     */
    op: OpType;
    /**
     * How it counts in `changes`, where that is not once under `op`: one that was imported and then updated as `{"import":1,"update":1}`,
     * one that stays while two copies left over from earlier updates are deleted as `{"same":1,"delete":2}`, one whose step failed, or
     * that is read, as `{}`. The sum over all resources is what the steps add up to.
     */
    counts?: ResourceChanges;
    /**
     * Every step, in order.
     */
    steps: StepRow[];
    /**
     * Further steps: of one resource 100 are kept, the last one among them.
     */
    stepsOmitted?: number;
    /**
     * A provider that the engine made for itself; listed only where something went wrong with it.
     */
    internal?: boolean;
    /**
     * Where it stands.
     */
    status: RowStatus;
    /**
     * When its first step began.
     */
    startTime?: number;
    /**
     * When its last step ended.
     */
    endTime?: number;
    /**
     * Seconds between the two.
     */
    durationSeconds?: number;
    /**
     * Paths of the properties that differ.
     */
    diff: string[];
    /**
     * How each of them differs.
     */
    propertyDiff: ResourcePropertyChange[];
    /**
     * Further properties that differ: 1,000 are kept, of those that force a replacement the first.
     */
    propertyDiffOmitted?: number;
    /**
     * Why it is replaced, where it is.
     */
    replaceReasons?: ReplaceReason[];
    /**
     * Messages of each severity, ephemeral ones left out.
     */
    diagnostics: Record<string, number>;
    /**
     * Violations of policies of each enforcement level.
     */
    policies?: Record<string, number>;
    /**
     * `protect` after the update, where it is set.
     */
    protect?: boolean;
    /**
     * The provider keeps the real resource when the engine deletes it.
     */
    retainOnDelete?: boolean;
}

/**
 * What is kept between runs.
 */
export interface CacheOptions extends UnknownFields {
    /**
     * Whether dependencies are kept.
     */
    enable?: boolean;
}

/**
 * What is known of a stack besides its state (Get Stack Metadata).
 */
export interface StackMetadata extends UnknownFields {
    /**
     * Id of the stack.
     */
    id?: string;
    /**
     * Organisation.
     */
    orgName: string;
    /**
     * Project.
     */
    projectName: string;
    /**
     * Stack name.
     */
    stackName: string;
    /**
     * Who owns it.
     */
    ownedBy?: UserInfo;
    /**
     * What the caller may do with it.
     */
    userPermission?: StackPermission;
    /**
     * Which mails the caller gets.
     */
    notificationSettings?: StackNotificationSettings;
}

/**
 * What is wrong with an environment.
 */
export interface EnvironmentDiagnostic extends UnknownFields {
    /**
     * Part of the definition that it is about.
     */
    range?: EscRange;
    /**
     * What is wrong.
     */
    summary?: string;
    /**
     * Path within the definition.
     */
    path?: string;
    /**
     * `error` or `warning`.
     */
    severity?: string;
}

/**
 * What is wrong with one part of a request.
 */
export interface ApiErrorDetail extends UnknownFields {
    /**
     * Kind of thing.
     */
    resource?: string;
    /**
     * Part of it; the organisation, where SAML is wanted.
     */
    attribute?: string;
    /**
     * What is wrong.
     */
    errorType?: ApiErrorType;
    /**
     * What is wrong, in words.
     */
    customMessage?: string;
}

/**
 * What kind of update is meant.
 */
export interface OfUpdate {
    /**
     * Kind whose path is used: `update` (the default, which serves every kind), `preview`, `refresh` or `destroy`.
     */
    kind?: string;
}

/**
 * What led to an update (Get Update Timeline).
 */
export interface UpdateTimeline extends UnknownFields {
    /**
     * The update.
     */
    update: UpdateInfo;
    /**
     * Previews of the same pull request or the same commits.
     */
    collatedUpdateEvents: List<UpdateInfo>;
    /**
     * The pull request whose merge started the update.
     */
    collatedPullRequest?: GitHubPullRequest;
    /**
     * Other previews since the update before.
     */
    previews: List<UpdateInfo>;
}

/**
 * What runs on a stack.
 */
export interface OperationStatus extends UnknownFields {
    /**
     * What it does.
     */
    kind: UpdateKind;
    /**
     * User name of who started it.
     */
    author?: string;
    /**
     * Start, in unix seconds.
     */
    started?: number;
}

/**
 * What the stack and the project were called, and are.
 */
export interface Rename {
    /**
     * Stack name: old, new.
     */
    stack: [string, string];
    /**
     * Project name: old, new.
     */
    project: [string, string];
}

/**
 * What the two states are to each other.
 */
export type Compare = "versions" | "stacks";

/**
 * What to compare and what to leave out. The default compares two versions of one stack in full, but for `__` keys.
 */
export interface DiffOptions {
    /**
     * Changes to leave out; they are counted in the overview.
     */
    ignore?: IgnoreRule[];
    /**
     * What the two states are to each other.
     */
    compare?: Compare;
    /**
     * Show the engine's own keys, which begin with `__`.
     */
    showInternal?: boolean;
    /**
     * Lists in which order does not matter.
     */
    unordered?: Unordered;
    /**
     * For lists of objects at a path pattern, the key that tells the elements apart (else `name`, `key`, `id`, `arn` are tried).
     */
    listKeys?: Record<string, string>;
    /**
     * Steps of work that one list or text may cost before a coarser method is used (and named in the result). Default 2,000,000.
     */
    workLimit?: number;
}

/**
 * What to look for, in plain words.
 */
export interface ParseQuery {
    /**
     * Such as "buckets in production".
     */
    query?: string;
}

/**
 * What to read of an open environment.
 */
export interface ReadOpenEnvironment {
    /**
     * Path of one value: names with dots between them. Default: everything.
     */
    property?: string;
}

/**
 * Where a bound on work made the result coarser than it could be.
 */
export type Fallback = "list" | "text" | "depth";

/**
 * Where a deployment took its program from.
 */
export interface DeploymentSource extends UnknownFields {
    /**
     * A git repository.
     */
    git?: DeploymentSourceGit;
    /**
     * A template.
     */
    template?: DeploymentSourceTemplate;
}

/**
 * Where a resource, or one step of it, stands.
 */
export type RowStatus = "pending" | "running" | "done" | "failed" | "interrupted";

/**
 * Where an update stands (Get Update Status).
 */
export interface UpdateStatusResponse extends UnknownFields {
    /**
     * Its status.
     */
    status: UpdateStatus;
    /**
     * Lines that it wrote since the last page.
     */
    events: List<UpdateEvent>;
    /**
     * What to ask for next; absent when the update has ended and all has been returned.
     */
    continuationToken?: string;
}

/**
 * Where the counts come from.
 */
export type ChangesFrom = "summary" | "steps";

/**
 * Where the program is: one of the three.
 */
export interface SourceContext extends UnknownFields {
    /**
     * In a git repository.
     */
    git?: SourceContextGit;
    /**
     * In a Mercurial repository.
     */
    hg?: SourceContextHg;
    /**
     * In a template.
     */
    template?: SourceContextTemplate;
}

/**
 * Where to read on. All absent where there is no more, or no paging.
 */
export interface ResourceSearchPagination extends UnknownFields {
    /**
     * Address of the previous page.
     */
    previous?: string;
    /**
     * Address of the next page; reaches the first 10,000 resources.
     */
    next?: string;
    /**
     * Address of the next page, without end; not on every plan.
     */
    continue?: string;
    /**
     * Token of the next page, without end; not on every plan.
     */
    cursor?: string;
}

/**
 * Whether a stack has drifted (Get Drift Status).
 */
export interface StackDriftStatus extends UnknownFields {
    /**
     * Whether the latest run found drift.
     */
    driftDetected?: boolean;
    /**
     * Id of the latest run.
     */
    latestDriftRun?: string;
    /**
     * Whether a run is going on.
     */
    runInProgress?: boolean;
}

/**
 * Which annotation.
 */
export interface WhichAnnotation {
    /**
     * Who wrote it.
     */
    source?: string;
    /**
     * Its version; a write of an old version is a `conflict`.
     */
    version?: number;
}

/**
 * Which deployments to list.
 */
export interface ListDeployments {
    /**
     * Field to sort by.
     */
    sort?: string;
    /**
     * Whether to sort ascending. The server's default is descending.
     */
    asc?: boolean;
    /**
     * First page to read, from 1.
     */
    page?: number;
    /**
     * Deployments of a page, 100 at most. Default 50.
     */
    pageSize?: number;
}

/**
 * Which drift runs to list.
 */
export interface ListDriftRuns {
    /**
     * First page to read, from 1.
     */
    page?: number;
    /**
     * Runs of a page, 100 at most. Default 50.
     */
    pageSize?: number;
}

/**
 * Which environments to list.
 */
export interface ListEnvironments {
    /**
     * Most environments that one page holds; the server has a limit of its own.
     */
    maxResults?: number;
    /**
     * Only environments that this role may see.
     */
    roleID?: string;
    /**
     * Begins at this page: a server's continuation token.
     */
    continuationToken?: string;
}

/**
 * Which events of the audit log to export, and how, by the second version of the API.
 */
export interface ExportAuditLogsV2 {
    /**
     * Only events from this moment on.
     */
    startTime?: Moment;
    /**
     * Only events up to this moment.
     */
    endTime?: Moment;
    /**
     * Only what this user did.
     */
    userFilter?: string;
    /**
     * Only events of this type.
     */
    eventFilter?: string;
    /**
     * Begins at this page: a server's continuation token.
     */
    continuationToken?: string;
    /**
     * Format of the export. The server's default is `csv`.
     */
    format?: AuditLogExportFormat;
}

/**
 * Which events of the audit log to export, and how.
 */
export interface ExportAuditLogs {
    /**
     * Only events older than this moment. Sent as `startTime`, which is an upper bound here. Default: now.
     */
    before?: Moment;
    /**
     * Sent as `endTime`; the documentation calls it an upper bound too.
     */
    endTime?: Moment;
    /**
     * Only what this user did.
     */
    userFilter?: string;
    /**
     * Only events of this type.
     */
    eventFilter?: string;
    /**
     * Begins at this page: a server's continuation token.
     */
    continuationToken?: string;
    /**
     * Format of the export. The server's default is `csv`.
     */
    format?: AuditLogExportFormat;
    /**
     * How the server takes moments. Default `unix`.
     */
    timeFormat?: TimeFormat;
}

/**
 * Which events of the audit log to list, by the second version of the API.
 */
export interface ListAuditLogsV2 {
    /**
     * Only events from this moment on.
     */
    startTime?: Moment;
    /**
     * Only events up to this moment.
     */
    endTime?: Moment;
    /**
     * Only what this user did.
     */
    userFilter?: string;
    /**
     * Only events of this type.
     */
    eventFilter?: string;
    /**
     * Begins at this page: a server's continuation token.
     */
    continuationToken?: string;
}

/**
 * Which events of the audit log to list.
 */
export interface ListAuditLogs {
    /**
     * Only events older than this moment. Sent as `startTime`, which is an upper bound here. Default: now.
     */
    before?: Moment;
    /**
     * Sent as `endTime`; the documentation calls it an upper bound too.
     */
    endTime?: Moment;
    /**
     * Only what this user did.
     */
    userFilter?: string;
    /**
     * Only events of this type.
     */
    eventFilter?: string;
    /**
     * Begins at this page: a server's continuation token.
     */
    continuationToken?: string;
    /**
     * How the server takes moments. Default `unix`.
     */
    timeFormat?: TimeFormat;
}

/**
 * Which events to list.
 */
export interface ListEvents {
    /**
     * Kind whose path is used: `update` (the default, which serves every kind), `preview`, `refresh` or `destroy`.
     */
    kind?: string;
    /**
     * Only events with these numeric codes of the engine's event types.
     */
    type?: number[];
    /**
     * Only events of this resource.
     */
    urn?: string;
    /**
     * Also events that are not yet marked as activated.
     */
    includeNonActivated?: boolean;
    /**
     * Begins at this page: a server's continuation token.
     */
    continuationToken?: string;
}

/**
 * Which mails a user gets about a stack.
 */
export interface StackNotificationSettings extends UnknownFields {
    /**
     * One for each update that failed.
     */
    notifyUpdateFailure?: boolean;
    /**
     * One for each update that ended well.
     */
    notifyUpdateSuccess?: boolean;
}

/**
 * Which members to list.
 */
export interface ListMembers {
    /**
     * `backend` (the default) for those that Pulumi Cloud knows as members, `frontend` for those of the identity provider.
     */
    type?: OrganizationMemberKind;
    /**
     * Also members whose membership is suspended.
     */
    includeSuspended?: boolean;
}

/**
 * Which of several records with one URN is meant.
 */
export interface RecordChoice {
    /**
     * Whether the record is marked `delete: true`. Default: the live one, if there is one.
     */
    delete?: boolean;
    /**
     * Physical id.
     */
    id?: string;
}

/**
 * Which of the texts a log is printed as.
 */
export type LogTextStyle = "summary" | "diff" | "progress";

/**
 * Which part of a stack's activity.
 */
export interface ListActivity {
    /**
     * First page to read, from 1.
     */
    page?: number;
    /**
     * Items of a page.
     */
    pageSize?: number;
}

/**
 * Which part of which step's log.
 */
export interface ReadStepLogs {
    /**
     * Position of the job among those of the deployment, from 0.
     */
    job?: number;
    /**
     * Position of the step among those of the job, from 0.
     */
    step?: number;
    /**
     * First line, from 0.
     */
    offset?: number;
    /**
     * Lines to return, 499 at most. The server's default is 100.
     */
    count?: number;
}

/**
 * Which policy issues.
 */
export interface ListPolicyIssues {
    /**
     * Whether to return closed issues instead of open ones.
     */
    closed?: boolean;
}

/**
 * Which policy packs of a stack.
 */
export interface ListPolicyPacks {
    /**
     * Only those of groups with this mode.
     */
    mode?: PolicyGroupMode;
}

/**
 * Which previews to list.
 */
export interface ListPreviews {
    /**
     * Oldest first. Default false.
     */
    asc?: boolean;
    /**
     * First page to read, from 1.
     */
    page?: number;
    /**
     * Previews of a page. Default 100.
     */
    pageSize?: number;
}

/**
 * Which resources to export.
 */
export interface ExportResources {
    /**
     * What to look for, in Pulumi's search syntax. Default: everything.
     */
    query?: string;
    /**
     * Fields to sort by, the most important first.
     */
    sort?: ResourceSearchField[];
    /**
     * Whether to sort ascending.
     */
    asc?: boolean;
}

/**
 * Which resources to list; every field that is given must fit.
 */
export interface ResourceFilter {
    /**
     * Type token; `*` stands for any run of characters.
     */
    type?: string;
    /**
     * Package of the type.
     */
    package?: string;
    /**
     * Resource name; `*` stands for any run of characters.
     */
    name?: string;
    /**
     * URN of the parent.
     */
    parent?: string;
    /**
     * Provider reference, or the provider's URN.
     */
    provider?: string;
    /**
     * Flags that must all hold; see [`ResourceRow::flags`].
     */
    flags?: string[];
    /**
     * Text that stands in the URN or the id; letter case does not matter.
     */
    text?: string;
}

/**
 * Which resources to list; every field that is given must fit.
 */
export interface ResourceUpdateFilter {
    /**
     * Ops, of which one must be the resource's.
     */
    op?: string[];
    /**
     * Where it stands: `pending`, `running`, `done`, `failed`, `interrupted`; one of them must be the resource's.
     */
    status?: string[];
    /**
     * Text that stands in the URN; letter case does not matter.
     */
    text?: string;
}

/**
 * Which resources to look for, and what to know of them.
 */
export interface SearchResources {
    /**
     * What to look for, in Pulumi's search syntax. Default: everything.
     */
    query?: string;
    /**
     * Fields to sort by, the most important first. Default: by relevance; where nothing is looked for, by the last change.
     */
    sort?: ResourceSearchField[];
    /**
     * Whether to sort ascending.
     */
    asc?: boolean;
    /**
     * Resources of a page.
     */
    size?: number;
    /**
     * First page to read, from 1. Pages reach the first 10,000 resources.
     */
    page?: number;
    /**
     * Begins at this place: `continue` of a page, an address or the token in it. Reaches beyond 10,000 resources; not on
     * every plan.
     */
    continue?: string;
    /**
     * The same, as newer servers have it: `cursor` of a page.
     */
    cursor?: string;
    /**
     * Fields to count values of, five at most: the page has the five most frequent values of each.
     */
    facet?: ResourceSearchField[];
    /**
     * Field to group by.
     */
    groupBy?: string;
    /**
     * How many values of a facet to return.
     */
    top?: number;
    /**
     * Whether to return the properties of resources; not on every plan.
     */
    properties?: boolean;
    /**
     * Whether to return resources of several sources once.
     */
    collapse?: boolean;
}

/**
 * Which rows to list; every field that is given must fit.
 */
export interface ChangeFilter {
    /**
     * What happened.
     */
    kind?: Kinds;
    /**
     * Type token; `*` stands for any run of characters.
     */
    type?: string;
    /**
     * Package of the type.
     */
    package?: string;
    /**
     * Text that stands in a URN, an id or the path of a change; letter case does not matter.
     */
    text?: string;
    /**
     * Path pattern that covers at least one of the row's property changes.
     */
    path?: string;
    /**
     * Number of a group.
     */
    group?: number;
    /**
     * Rows with, or without, an outstanding deletion.
     */
    pendingDelete?: boolean;
}

/**
 * Which span of time to sum up, and in which steps.
 */
export interface SummarizeResources {
    /**
     * What one row spans.
     */
    granularity?: Granularity;
    /**
     * How many days to look back, from 1; with `hourly`, 2 at most.
     */
    lookbackDays?: number;
    /**
     * Where the span begins, in unix seconds: in the past, at most a year ago.
     */
    lookbackStart?: number;
}

/**
 * Which stacks to list.
 */
export interface ListStacks {
    /**
     * Only stacks of this organisation.
     */
    organization?: string;
    /**
     * Only stacks of this project.
     */
    project?: string;
    /**
     * Only stacks with this tag.
     */
    tagName?: string;
    /**
     * Only stacks whose tag `tagName` has this value.
     */
    tagValue?: string;
    /**
     * Most stacks that one page holds; the server has a limit of its own.
     */
    maxResults?: number;
    /**
     * Only stacks that this role may see.
     */
    roleID?: string;
    /**
     * Begins at this page: a server's continuation token.
     */
    continuationToken?: string;
}

/**
 * Which status.
 */
export interface UpdateStatusQuery {
    /**
     * Kind whose path is used: `update` (the default, which serves every kind), `preview`, `refresh` or `destroy`.
     */
    kind?: string;
    /**
     * Goes on behind the lines read before.
     */
    continuationToken?: string;
}

/**
 * Which tokens to list, and in which order.
 */
export interface ListTokens {
    /**
     * `active` (the default), `expired` or `all`.
     */
    filter?: AccessTokenFilter;
    /**
     * Most tokens that one page holds, up to 1,000. Default 100.
     */
    maxResults?: number;
    /**
     * Only tokens that match this text.
     */
    search?: string;
    /**
     * What to sort by.
     */
    sortBy?: AccessTokenSortField;
    /**
     * Which way to sort.
     */
    sortDirection?: SortDirection;
}

/**
 * Which updates to list.
 */
export interface ListUpdates {
    /**
     * Shape of a row on the wire; rows read alike either way. `service` (the default) has ids, `cli` is the old one.
     */
    outputType?: string;
    /**
     * First page to read, from 1.
     */
    page?: number;
    /**
     * Updates of a page. Default 100.
     */
    pageSize?: number;
}

/**
 * Which version of a stack.
 */
export interface AtVersion {
    /**
     * Version of the stack, as its updates count them from 1. Default: the latest.
     */
    version?: number;
}

/**
 * Why a resource is replaced.
 */
export interface ReplaceReason {
    /**
     * The property that forces it; absent where the log names none.
     */
    property?: string;
    /**
     * The resource whose own change made the property change, where the log tells.
     */
    causedBy?: string;
    /**
     * In words for people, to be read behind "because": `name changes`, `its provider becomes west`; only `for a reason that the log does
     * not tell` stands by itself.
     */
    because: string;
}

/**
 * Why a resource with another URN is taken to be the same.
 */
export type MoveReason = "alias" | "identity" | "children";

/**
 * Why a step could not begin earlier.
 */
export type WaitReason = "parent" | "dependency" | "step";

/**
 * Why a token is made or removed.
 */
export interface TokenReason {
    /**
     * The reason, for the audit log.
     */
    reason?: string;
}

/**
 * Words of a log that this version has no name for, each with its count.
 */
export interface UnknownWords {
    /**
     * Kinds of events.
     */
    kinds?: Record<string, number>;
    /**
     * Ops.
     */
    ops?: Record<string, number>;
    /**
     * Severities of messages.
     */
    severities?: Record<string, number>;
    /**
     * Enforcement levels of policies.
     */
    enforcementLevels?: Record<string, number>;
    /**
     * Colour directives, such as `fg 99`.
     */
    colors?: Record<string, number>;
}

/** A text to keep to yourself: the value of a token, the secret of a webhook, a plaintext. */
export type Secret = string;


/** Changes to T: what is left out stays, `null` takes away. */
export type PatchOf<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: PatchOf<T[K]> | null } : T;

/** Changes to the settings of a stack's deployments. */
export type DeploymentSettingsPatch = PatchOf<DeploymentSettings>;


/** Fields that a server sends and this version has no name for are kept on the object; read them as `(answer as Record<string, unknown>).name`. */
export interface UnknownFields {}

/** Any JSON value. */
export type Json = unknown;

/** Tags by name. */
export type Tags = Record<string, string>;

/** A list that is always there, empty where the server leaves it out. */
export type List<T> = T[];


/** How many resources each kind of step touched. */
export type ResourceChanges = Partial<Record<OpType, number>>;


/** Tells which class errors are to be of: called as `new cls(message, { code, offset, path, hint })`. */
export function setErrorClass(cls: new (message: string, details: any) => Error): void;


/** The code of a refusal: the status on Pulumi Cloud, at times a word on self-hosted servers. */
export type ApiErrorCode = number | string;


export type AccessTokenFilter = "active" | "expired" | "all" | (string & {});


export type AccessTokenSortField = "name" | "created" | "lastUsed" | "expires" | (string & {});


export type AccessTokenType = "personal" | "refresh" | "organization" | "team" | (string & {});


export type ApiErrorType = "not_found" | "required" | "invalid" | "already_exists" | "custom" | "saml_reauth_required" | "saml_login_required" | (string & {});


export type AuditLogExportFormat = "csv" | "cef" | (string & {});


export type CapabilityName = "delta-checkpoint-uploads" | "delta-checkpoint-uploads-v2" | "journaling-v1" | "batch-encrypt" | "copilot-summarize-error" | "copilot-explain-preview" | "deployment-schema-version" | "stack-policy-packs" | "api-version" | "neo-cli-mode" | "begin-update" | "stack-outputs" | (string & {});


export type DeploymentSettingsSource = "console" | "api" | "provider" | "github-review-stack" | "azure-devops-review-stack" | "gitlab-review-stack" | "bitbucket-review-stack" | "github-gitops" | (string & {});


export type DiagnosticSeverity = "debug" | "info" | "info#err" | "warning" | "error" | (string & {});


export type DiffKind = "add" | "add-replace" | "delete" | "delete-replace" | "update" | "update-replace" | (string & {});


export type EnvironmentPermission = "none" | "read" | "open" | "write" | "admin" | (string & {});


export type EventType = "cancelEvent" | "stdoutEvent" | "diagnosticEvent" | "preludeEvent" | "summaryEvent" | "resourcePreEvent" | "resOutputsEvent" | "resOpFailedEvent" | "policyEvent" | "policyRemediationEvent" | "policyLoadEvent" | "policyAnalyzeSummaryEvent" | "policyRemediateSummaryEvent" | "policyAnalyzeStackSummaryEvent" | "startDebuggingEvent" | "progressEvent" | "errorEvent" | (string & {});


export type Granularity = "hourly" | "daily" | "weekly" | "monthly" | "yearly" | (string & {});


export type IdentityProvider = "dev.azure.com" | "bitbucket.org" | "github.com" | "gitlab.com" | "google.com" | "Pulumi" | "SAML" | (string & {});


export type InsightsAccountPermission = 0 | 1 | 2 | 3 | (number & {});


export type IssueEntityType = "stack" | "insights-account" | (string & {});


export type JobStatus = "not-started" | "accepted" | "running" | "failed" | "succeeded" | "skipped" | (string & {});


export type MemberAction = "add" | "remove" | "promote" | "demote" | (string & {});


export type MessageSeverity = "warning" | "error" | "info" | (string & {});


export type OpType = "same" | "create" | "update" | "delete" | "replace" | "create-replacement" | "delete-replaced" | "read" | "read-replacement" | "refresh" | "discard" | "discard-replaced" | "remove-pending-replace" | "import" | "import-replacement" | (string & {});


export type OperationResult = "succeeded" | "failed" | "canceled" | (string & {});


export type OrganizationMemberKind = "backend" | "frontend" | (string & {});


export type OrganizationRole = "none" | "member" | "admin" | "potential-member" | "stack-collaborator" | "billing-manager" | (string & {});


export type PolicyComplianceEntityType = "stack" | "account" | "severity" | (string & {});


export type PolicyEntityType = "stacks" | "accounts" | (string & {});


export type PolicyGroupMode = "audit" | "preventative" | (string & {});


export type PolicyIssuePriority = "p0" | "p1" | "p2" | "p3" | "p4" | (string & {});


export type PolicyIssueStatus = "open" | "in_progress" | "by_design" | "fixed" | "ignored" | (string & {});


export type PolicySeverity = "low" | "medium" | "high" | "critical" | (string & {});


export type ProgressType = "plugin-download" | "plugin-install" | (string & {});


export type PulumiOperation = "update" | "preview" | "destroy" | "refresh" | "detect-drift" | "remediate-drift" | (string & {});


export type ResourceManaged = "managed" | "discovered" | (string & {});


export type ResourcePending = "creating" | "deleting" | "updating" | "reading" | "importing" | (string & {});


export type ResourceSearchField = "created" | "custom" | "delete" | "id" | "modified" | "module" | "name" | "package" | "parent.urn" | "pending" | "project" | "protected" | "provider.urn" | "stack" | "type" | "urn" | (string & {});


export type ScheduledActionKind = "deployment" | "environment_rotation" | "scan" | "agent_automation" | (string & {});


export type SortDirection = "asc" | "desc" | (string & {});


export type StackPermission = 0 | 101 | 102 | 103 | 104 | (number & {});


export type StepStatus = "not-started" | "running" | "failed" | "succeeded" | (string & {});


export type TeamKind = "pulumi" | "github" | "scim" | (string & {});


export type TeamRole = "none" | "member" | "admin" | (string & {});


export type UpdateEventKind = "stdout" | "stderr" | (string & {});


export type UpdateKind = "update" | "preview" | "refresh" | "rename" | "destroy" | "import" | "resource-import" | "Pupdate" | "Prefresh" | "Pdestroy" | "Pimport" | "Prename" | (string & {});


export type UpdateResult = "not-started" | "in-progress" | "succeeded" | "failed" | (string & {});


export type UpdateStatus = "not started" | "requested" | "running" | "failed" | "succeeded" | "cancelled" | (string & {});


export type VcsProvider = "azure_devops" | "bitbucket" | "custom" | "github" | "gitlab" | (string & {});


export type WebhookFilter = "stack_created" | "stack_deleted" | "update_succeeded" | "update_failed" | "preview_succeeded" | "preview_failed" | "destroy_succeeded" | "destroy_failed" | "refresh_succeeded" | "refresh_failed" | "import_succeeded" | "import_failed" | "deployment_queued" | "deployment_started" | "deployment_succeeded" | "deployment_failed" | "deployment_file_ingestion_failed" | "drift_detected" | "drift_detection_succeeded" | "drift_detection_failed" | "drift_remediation_succeeded" | "drift_remediation_failed" | "policy_violation_mandatory" | "policy_violation_advisory" | "environment_created" | "environment_deleted" | "environment_revision_created" | "environment_revision_retracted" | "environment_revision_tag_created" | "environment_revision_tag_deleted" | "environment_revision_tag_updated" | "environment_tag_created" | "environment_tag_deleted" | "environment_tag_updated" | "imported_environment_changed" | "environment_rotation_succeeded" | "environment_rotation_failed" | "change_request_created" | "change_request_updated" | "change_request_approved" | "change_request_unapproved" | "change_request_closed" | "change_request_applied" | "change_request_submitted" | (string & {});


export type WebhookFormat = "raw" | "slack" | "ms_teams" | "pulumi_deployments" | (string & {});


export type WebhookGroup = "stacks" | "deployments" | "policies" | "environments" | "change_requests" | (string & {});


export type WebhookKind = "ping" | "stack" | "stack_preview" | "stack_update" | "deployment" | "drift_detection" | "drift_remediation" | (string & {});



/**
 * Audit logs of an organisation.
 */
export class AuditLogsApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The types of events there are, for `eventFilter` (List Audit Log Event Types,
     * `GET /api/orgs/{organization}/auditlogs/event-types`).
     */
    eventTypes(organization: string, options?: CallOptions): Promise<AuditLogEventTypeList>;
    /**
     * The same as text, CSV or CEF (Export Audit Log Events V2, `GET /api/orgs/{organization}/auditlogs/v2/export`).
     */
    exportV2(organization: string, options?: ExportAuditLogsV2 & CallOptions): Promise<string>;
    /**
     * The same as text, CSV or CEF (Export Audit Log Events, `GET /api/orgs/{organization}/auditlogs/export`).
     *
     * @example
     * const csv = await cloud.auditLogs.export("acme", { before: "2026-01-01T00:00:00Z", format: "csv" });
     */
    export(organization: string, options?: ExportAuditLogs & CallOptions): Promise<string>;
    /**
     * Events of the audit log between two moments (List Audit Log Events V2, `GET /api/orgs/{organization}/auditlogs/v2`).
     */
    listV2(organization: string, options?: ListAuditLogsV2 & ListOptions): Pages<AuditLogEvent>;
    /**
     * Events of the audit log, newest first, back from `before` (Get Audit Log Events,
     * `GET /api/orgs/{organization}/auditlogs`). `before` is sent as `startTime`, which this endpoint takes for the upper bound;
     * `listV2` has bounds on both sides. Rejects with `validation` where the organisation's plan has no audit logs, with
     * `not_found` where there is no user `userFilter`.
     *
     * @example
     * for await (const entry of cloud.auditLogs.list("acme", { before: new Date("2026-01-01") })) console.log(entry.description);
     */
    list(organization: string, options?: ListAuditLogs & ListOptions): Pages<AuditLogEvent>;
}

/**
 * One state of one stack: a handle on data in the module's memory. Free it, or declare it with `using`.
 *
 * Values of a state are masked where they are secret. Integers beyond 2^53, and other numbers that JavaScript cannot hold,
 * come as `{ raw: "12345678901234567890" }`.
 */
export class Checkpoint {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The findings of `check` as Markdown.
     */
    checkMarkdown(): string;
    /**
     * The findings of `check` as text for a terminal.
     */
    checkText(color?: ColorOption): string;
    /**
     * Broken references and other damage.
     */
    check(): CheckReport;
    /**
     * The resources whose parent this one is.
     */
    children(urn: string): ResourceRow[];
    /**
     * Another handle on the same state, to be freed by itself. Copies nothing.
     */
    clone(): Checkpoint;
    /**
     * What this resource refers to, and how.
     */
    dependencies(urn: string): Relation[];
    /**
     * What refers to this resource, and how.
     */
    dependents(urn: string): Relation[];
    /**
     * What changed from this state to `newer`.
     */
    diff(newer: Checkpoint, options?: DiffOptions): StateDiff;
    /**
     * The values that filters of `resources` can take, with counts.
     */
    facets(): Facets;
    /**
     * Reads a state: any envelope, versions 0 to 4, plain, gzip or zstd.
     *
     * Throws `StackscopeError` with `not_json`, `truncated`, `invalid_utf8`, `too_deep`, `decompress`, `wrong_shape`,
     * `unsupported_version` or `unreadable`; an abort throws the signal's reason.
     *
     * @example
     * const state = await Checkpoint.load(file, { onProgress: ({ read, total }) => bar(read / total) });
     */
    static load(source: StateSource, options?: LoadOptions): Promise<Checkpoint>;
    /**
     * The parent, its parent, and so on up to the stack.
     */
    parents(urn: string): ResourceRow[];
    /**
     * Operations that were under way when the state was written.
     */
    pendingOperations(): PendingOperation[];
    /**
     * One resource record in full, secrets masked; `undefined` where there is none.
     */
    resource(urn: string, choice?: RecordChoice): Record<string, unknown> | undefined;
    /**
     * A page of resource rows.
     */
    resources(query?: ResourceQuery): ResourcePage;
    /**
     * Outputs of the stack, secrets masked.
     */
    stackOutputs(): Record<string, unknown>;
    /**
     * The state's JSON text as it was read, after decompression. Not masked.
     */
    toBytes(): Uint8Array;
    /**
     * What the state is and what it holds.
     */
    readonly summary: CheckpointSummary;
}

/**
 * The configuration of a stack that lives with the service.
 */
export class ConfigApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Removes the configuration from the service (Delete Stack Config, `DELETE …/config`).
     */
    delete(stack: StackRef, options?: CallOptions): Promise<void>;
    /**
     * The configuration (Get Stack Config, `GET …/config`). Rejects with `not_found` where none lives with the service.
     */
    get(stack: StackRef, options?: CallOptions): Promise<StackConfig>;
    /**
     * Puts a configuration in the place of the one that is there (Update Stack Config, `PUT …/config`). Rejects with
     * `validation` where its environment does not exist.
     *
     * @example
     * await cloud.config.update("acme/web/prod", { environment: "web/prod" });
     */
    update(stack: StackRef, config: StackConfig, options?: CallOptions): Promise<StackConfig>;
}

/**
 * Pulumi Deployments: runs, their logs, and the settings they run with.
 */
export class DeploymentsApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Ends a deployment at once, also in the middle of an update (Cancel Deployment,
     * `POST …/deployments/{deploymentId}/cancel`): the stack may be left between two states.
     */
    cancel(stack: StackRef, deploymentId: string, options?: CallOptions): Promise<void>;
    /**
     * Starts a deployment (Create Deployment, `POST …/deployments`). What the body leaves out comes from the stack's settings.
     * Rejects with `validation` where neither says enough.
     *
     * @example
     * const { id } = await cloud.deployments.create("acme/web/prod", { operation: "update" });
     */
    create(stack: StackRef, body: CreateDeploymentRequest, options?: CallOptions): Promise<CreateDeploymentResponse>;
    /**
     * Removes the settings (Delete Deployment Settings, `DELETE …/deployments/settings`).
     */
    deleteSettings(stack: StackRef, options?: CallOptions): Promise<void>;
    /**
     * One deployment (Get Deployment, `GET …/deployments/{deploymentId}`).
     */
    get(stack: StackRef, deploymentId: string, options?: CallOptions): Promise<Deployment>;
    /**
     * The deployments of all stacks of an organisation that the token's owner may see (List Organization Deployments,
     * `GET /api/orgs/{organization}/deployments`).
     */
    listForOrganization(organization: string, options?: ListDeployments & ListOptions): Pages<DeploymentSummary>;
    /**
     * The deployments of a stack, newest first (List Stack Deployments, `GET …/deployments`).
     */
    list(stack: StackRef, options?: ListDeployments & ListOptions): Pages<DeploymentSummary>;
    /**
     * The lines that a deployment has written so far, all steps in a row (Get Deployment Logs,
     * `GET …/deployments/{deploymentId}/logs`).
     *
     * @example
     * for await (const { line } of cloud.deployments.logs("acme/web/prod", id)) process.stdout.write(line ?? "");
     */
    logs(stack: StackRef, deploymentId: string, options?: ReadDeploymentLogs & ListOptions): Pages<DeploymentLogLine>;
    /**
     * Replaces the settings (Replace Deployment Settings, `PUT …/deployments/settings`): what the body leaves out is gone.
     */
    replaceSettings(stack: StackRef, body: DeploymentSettings, options?: CallOptions): Promise<DeploymentSettings | undefined>;
    /**
     * The settings of a stack's deployments (Get Deployment Settings, `GET …/deployments/settings`). Rejects with `not_found`
     * where there are none.
     */
    settings(stack: StackRef, options?: CallOptions): Promise<DeploymentSettings>;
    /**
     * A part of what one step has written (Get Deployment Logs, `GET …/deployments/{deploymentId}/logs`); it goes on at
     * `nextOffset`.
     */
    stepLogs(stack: StackRef, deploymentId: string, options: ReadStepLogs & { job: number; step: number } & CallOptions): Promise<DeploymentLogs>;
    /**
     * Merges changes into the settings, or makes them; `null` takes a setting away (Patch Deployment Settings,
     * `POST …/deployments/settings`).
     *
     * @example
     * await cloud.deployments.updateSettings("acme/web/prod", { sourceContext: { git: { branch: "main" } } });
     */
    updateSettings(stack: StackRef, body: DeploymentSettingsPatch, options?: CallOptions): Promise<DeploymentSettings | undefined>;
    /**
     * The updates that a deployment made (Get Deployment Updates, `GET …/deployments/{deploymentId}/updates`).
     */
    updates(stack: StackRef, deploymentId: string, options?: CallOptions): Promise<UpdateInfo[]>;
}

/**
 * Drift: whether resources are still as the state has them.
 */
export class DriftApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * One run (Get Drift Run, `GET …/drift/runs/{driftRunId}`).
     */
    run(stack: StackRef, driftRunId: string, options?: CallOptions): Promise<DriftRun>;
    /**
     * The runs that looked for drift (List Drift Runs, `GET …/drift/runs`).
     */
    runs(stack: StackRef, options?: ListDriftRuns & ListOptions): Pages<DriftRun>;
    /**
     * Whether the latest run found drift (Get Drift Status, `GET …/drift/status`).
     */
    status(stack: StackRef, options?: CallOptions): Promise<StackDriftStatus>;
}

/**
 * Environments (ESC) of an organisation.
 */
export class EnvironmentsApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The environments of an organisation (List Organization Environments, `GET /api/esc/environments/{organization}`).
     */
    list(organization: string, options?: ListEnvironments & ListOptions): Pages<OrgEnvironment>;
    /**
     * Opens an environment: evaluates it, and gives a session by which `readOpen` reads its values (Open Environment,
     * `POST /api/esc/environments/{organization}/{project}/{environment}/open`).
     *
     * @example
     * const { id } = await cloud.environments.open("acme", "web", "prod", { duration: "10m" });
     * const values = await cloud.environments.readOpen("acme", "web", "prod", id);
     */
    open(organization: string, project: string, environment: string, options?: OpenEnvironment & CallOptions): Promise<OpenEnvironmentResponse>;
    /**
     * The values of an open environment, secrets in the open (Read Open Environment,
     * `GET /api/esc/environments/{organization}/{project}/{environment}/open/{sessionId}`). Rejects with `not_found` where the
     * session is over, or there is no such `property`.
     */
    readOpen(organization: string, project: string, environment: string, sessionId: string, options?: ReadOpenEnvironment & CallOptions): Promise<Json>;
}

/**
 * The engine events of one update: a handle on data in the module's memory. Free it, or declare it with `using`.
 *
 * It is fed with bytes of a log in any form (`write`, `load`), or with events and pages as they are polled (`push`), and answers at any
 * moment: `summary()` of a running update says what has happened so far.
 *
 * @example
 * const log = new EventLog();
 * for await (const page of cloud.updates.events("acme/web/prod", id, { follow: true }).pages()) log.push(page);
 * console.log(log.toText());
 */
export class EventLog {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * No more will come: the last line is read as far as it goes, and what is under way counts as interrupted.
     *
     * Throws as `load` does.
     */
    end(): void;
    /**
     * Events from `offset` (from 0), at most `limit` of them (default 100).
     *
     * Throws `StackscopeError` with `validation` where the log outgrew `keepBytes`.
     */
    events(query?: PageQuery): EngineEvent[];
    /**
     * Reads a whole log: NDJSON, concatenated JSON, a JSON array, pages of the API, a digest of `pulumi preview --json`; plain, gzip or zstd.
     *
     * Throws `StackscopeError` with `unreadable` or `validation`; with `strict` also `not_json`, `truncated`, `invalid_utf8`, `wrong_shape` or
     * `decompress` at the first piece that is no event, which otherwise is passed over and named in `problems`. An abort throws the
     * signal's reason.
     *
     * @example
     * const log = await EventLog.load(file);
     * console.log(log.summary().changes);
     */
    static load(source: StateSource, options?: EventLogLoadOptions): Promise<EventLog>;
    /**
     * A log without events.
     *
     * Throws `StackscopeError` with `validation` where an option is not known or has no meaning.
     */
    constructor(options?: EventLogOptions);
    /**
     * The summary without its lists of resources and steps: cheap, for showing how a large update goes on; see `resources`.
     */
    overview(): LogSummary;
    /**
     * Takes in a page, an event, or a list of events.
     *
     * A page of a follow also says how the update stands; see `setStatus`.
     *
     * Throws `StackscopeError` with `validation` where it is none of these, `decode` where an event is no object; then none of them is
     * taken in.
     */
    push(events: EventPage | EngineEvent | readonly EngineEvent[]): void;
    /**
     * A page of what happened to which resource: for lists of thousands, of which a screen shows a few.
     */
    resources(query?: ResourceUpdateQuery): ResourceUpdatePage;
    /**
     * A status of the update that is known from elsewhere, such as `failed`: it wins over `running`, `interrupted` and `unknown`.
     *
     * Throws `StackscopeError` with `validation` where it is no text.
     */
    setStatus(status: UpdateStatus): void;
    /**
     * What the update did, so far.
     *
     * @example
     * const { result, changes, errored } = log.summary();
     */
    summary(): LogSummary;
    /**
     * The whole summary as JSON text, two spaces deep.
     */
    toJson(): string;
    /**
     * The summary as Markdown for a pull request.
     *
     * Throws `StackscopeError` with `validation` where an option is not known or has no meaning.
     */
    toMarkdown(options?: LogMarkdownOptions): string;
    /**
     * All events, one JSON text on each line: what `pulumi up --event-log` writes.
     *
     * Throws `StackscopeError` with `validation` where the log outgrew `keepBytes`.
     */
    toNdjson(): string;
    /**
     * The log as text: `summary` for people, or as Pulumi's own command line prints it: `diff` (`pulumi up --diff`) or `progress`.
     *
     * Throws `StackscopeError` with `validation` where an option is not known, and for `diff` and `progress` where the log outgrew `keepBytes`.
     *
     * @example
     * process.stdout.write(log.toText({ style: "diff", color: "always", showSames: true }));
     */
    toText(options?: LogTextOptions): string;
    /**
     * Takes the next bytes of a log, or the next piece of its text, cut anywhere.
     *
     * Throws as `load` does.
     *
     * @example
     * for await (const chunk of createReadStream("events.ndjson")) log.write(chunk);
     * log.end();
     */
    write(part: Uint8Array | ArrayBuffer | string): void;
    /**
     * Whether the texts of all events are still there; see `keepBytes`.
     */
    readonly keepsEvents: boolean;
    /**
     * How many events there are of each kind, such as `resourcePreEvent`.
     */
    readonly kinds: Record<string, number>;
    /**
     * How many events there are.
     */
    readonly length: number;
}

/**
 * A page of engine events as they came: a handle on their bytes. Push it to an `EventLog`, or read the events.
 */
export class EventPage {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The events as the server sent them.
     */
    events(): EngineEvent[];
    /**
     * The events as the text of a JSON array.
     */
    toJson(): string;
    /**
     * How many events it holds.
     */
    readonly length: number;
    /**
     * Continues behind this page, in any process.
     */
    readonly resumeToken: string | undefined;
    /**
     * Status of the update, where it is followed and was asked for.
     */
    readonly status: string | undefined;
}

/**
 * Members of an organisation: list, add, change, remove.
 */
export class MembersApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Makes a user a member (Add User to Organization, `POST …/members/{username}`). Rejects with `conflict` where the user is
     * one, with `not_found` where there is no such user.
     */
    add(organization: string, username: string, body: AddOrganizationMemberRequest, options?: CallOptions): Promise<OrganizationMember | undefined>;
    /**
     * Lists the members of an organisation (List Users, `GET /api/orgs/{organization}/members`).
     *
     * @example
     * for await (const member of cloud.members.list("acme")) console.log(member.user.githubLogin, member.role);
     */
    list(organization: string, options?: ListMembers & ListOptions): Pages<OrganizationMember>;
    /**
     * Takes a member out of an organisation (Remove User from Organization, `DELETE …/members/{username}`). Rejects with
     * `validation` where it is the caller.
     */
    remove(organization: string, username: string, options?: CallOptions): Promise<void>;
    /**
     * The names of the teams that a member belongs to (Get Organization Member Teams, `GET …/members/{username}/teams`).
     */
    teams(organization: string, username: string, options?: CallOptions): Promise<MemberTeams>;
    /**
     * Gives a member another role (Update User's Role, `PATCH …/members/{username}`). Rejects with `validation` where the role
     * cannot be given: Pulumi Cloud may refuse the names of built-in roles in `role` and want `fgaRoleId`.
     */
    update(organization: string, username: string, body: UpdateOrganizationMemberRequest, options?: CallOptions): Promise<void>;
}

/**
 * Policies: those that hold for a stack, and how an organisation complies.
 */
export class PoliciesApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * How stacks, accounts or severities score, by policy pack (Get Policy Compliance Results,
     * `POST /api/orgs/{organization}/policyresults/compliance`). Retried as `issues` is.
     */
    compliance(organization: string, body: PolicyComplianceRequest, options?: CallOptions): Promise<PolicyCompliance>;
    /**
     * The policy groups that hold for a stack (Get Stack Policy Groups, `GET …/policygroups`).
     */
    groups(stack: StackRef, options?: CallOptions): Promise<PolicyGroupList>;
    /**
     * Violations that were found, as rows of a grid (List Policy Issues, `POST /api/orgs/{organization}/policyresults/issues`).
     * It reads, but it is a POST: it is retried only with `retry: { unsafeMethods: true }`.
     *
     * @example
     * const { policyIssues } = await cloud.policies.issues("acme", { startRow: 0, endRow: 100 });
     */
    issues(organization: string, body: PolicyIssuesRequest, options?: ListPolicyIssues & CallOptions): Promise<PolicyIssueList>;
    /**
     * How an organisation complies, in four numbers (Get Policy Results Metadata,
     * `GET /api/orgs/{organization}/policyresults/metadata`).
     */
    metadata(organization: string, options?: CallOptions): Promise<PolicyResultsMetadata>;
    /**
     * The policy packs that updates of a stack have to pass (Get Stack Policy Packs, `GET …/policypacks`).
     */
    packs(stack: StackRef, options?: ListPolicyPacks & CallOptions): Promise<StackPolicyPacks>;
}

/**
 * A client of Pulumi Cloud, or of a server that speaks its API.
 *
 * Its functions stand in groups, and are called alike: the names in the path, in order (a stack is one name,
 * `"organization/project/stack"`), then the body where there is one, then options: query parameters together with `signal`, `timeoutMs` and
 * `retry`. Lists are read with `for await`.
 *
 * @example
 * const cloud = new PulumiCloud({ token: process.env.PULUMI_ACCESS_TOKEN });
 * for await (const stack of cloud.stacks.list({ organization: "acme" })) console.log(stack.projectName, stack.stackName);
 */
export class PulumiCloud {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Throws `StackscopeError` with `validation` where an option is not of the right form. Sends nothing.
     */
    constructor(options?: PulumiCloudOptions);
    /**
     * Lists an endpoint that has no function of its own. The way it is paged is told from its answers.
     *
     * @example
     * for await (const role of cloud.paginate("/api/orgs/acme/roles")) console.log(role);
     */
    paginate(path: string, options?: RawList): Pages<any>;
    /**
     * Calls an endpoint that has no function of its own, with the same retries, errors and masking. Gives the answer's JSON; its
     * text where it is no JSON; `undefined` where it is empty.
     *
     * @example
     * await cloud.request("GET", "/api/orgs/acme/roles");
     */
    request(method: string, path: string, options?: RawRequest): Promise<any>;
    /**
     * Audit logs of an organisation.
     */
    readonly auditLogs: AuditLogsApi;
    /**
     * The server, as it is used.
     */
    readonly baseUrl: string;
    /**
     * Configuration of a stack that lives with the service.
     */
    readonly config: ConfigApi;
    /**
     * Pulumi Deployments.
     */
    readonly deployments: DeploymentsApi;
    /**
     * Drift of a stack.
     */
    readonly drift: DriftApi;
    /**
     * Environments (ESC).
     */
    readonly environments: EnvironmentsApi;
    /**
     * Members of an organisation.
     */
    readonly members: MembersApi;
    /**
     * Policies.
     */
    readonly policies: PoliciesApi;
    /**
     * Schedules of deployments.
     */
    readonly schedules: SchedulesApi;
    /**
     * Search over the resources of an organisation.
     */
    readonly search: SearchApi;
    /**
     * Values encrypted with a stack's key.
     */
    readonly secrets: SecretsApi;
    /**
     * The server.
     */
    readonly server: ServerApi;
    /**
     * Stacks.
     */
    readonly stacks: StacksApi;
    /**
     * Tags of a stack.
     */
    readonly tags: TagsApi;
    /**
     * Teams of an organisation.
     */
    readonly teams: TeamsApi;
    /**
     * Access tokens.
     */
    readonly tokens: TokensApi;
    /**
     * Updates.
     */
    readonly updates: UpdatesApi;
    /**
     * Resources under management.
     */
    readonly usage: UsageApi;
    /**
     * The caller.
     */
    readonly user: UserApi;
    /**
     * Webhooks of an organisation or a stack.
     */
    readonly webhooks: WebhooksApi;
}

/**
 * Schedules of deployments: of any operation, of drift detection, of a stack's end.
 */
export class SchedulesApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Makes a schedule that looks for drift (Create Drift Schedule, `POST …/deployments/drift/schedules`).
     */
    createDrift(stack: StackRef, body: CreateScheduledDriftDeploymentRequest, options?: CallOptions): Promise<ScheduledAction>;
    /**
     * Makes a schedule that destroys the stack's resources at a moment (Create TTL Schedule,
     * `POST …/deployments/ttl/schedules`).
     */
    createTtl(stack: StackRef, body: CreateScheduledTtlDeploymentRequest, options?: CallOptions): Promise<ScheduledAction>;
    /**
     * Makes a schedule that starts deployments (Create Schedule, `POST …/deployments/schedules`): `scheduleCron` or
     * `scheduleOnce`. Rejects with `validation` where the stack has no settings for deployments.
     *
     * @example
     * await cloud.schedules.create("acme/web/prod", { scheduleCron: "0 4 * * *", request: { operation: "refresh" } });
     */
    create(stack: StackRef, body: CreateScheduledDeploymentRequest, options?: CallOptions): Promise<ScheduledAction>;
    /**
     * Removes a schedule (Delete Schedule, `DELETE …/deployments/schedules/{scheduleID}`).
     */
    delete(stack: StackRef, scheduleID: string, options?: CallOptions): Promise<void>;
    /**
     * One schedule (Get Schedule, `GET …/deployments/schedules/{scheduleID}`).
     */
    get(stack: StackRef, scheduleID: string, options?: CallOptions): Promise<ScheduledAction>;
    /**
     * The times that a schedule happened (Get Schedule History, `GET …/deployments/schedules/{scheduleID}/history`).
     */
    history(stack: StackRef, scheduleID: string, options?: CallOptions): Promise<ScheduledActionHistory>;
    /**
     * The schedules of a stack, of all kinds (List Schedules, `GET …/deployments/schedules`).
     */
    list(stack: StackRef, options?: CallOptions): Promise<ScheduledActionList>;
    /**
     * Lets a schedule rest (Pause Schedule, `POST …/deployments/schedules/{scheduleID}/pause`).
     */
    pause(stack: StackRef, scheduleID: string, options?: CallOptions): Promise<void>;
    /**
     * Lets a paused schedule go on (Resume Schedule, `POST …/deployments/schedules/{scheduleID}/resume`).
     */
    resume(stack: StackRef, scheduleID: string, options?: CallOptions): Promise<void>;
    /**
     * Changes a schedule that looks for drift (Update Drift Schedule, `POST …/deployments/drift/schedules/{scheduleID}`).
     */
    updateDrift(stack: StackRef, scheduleID: string, body: CreateScheduledDriftDeploymentRequest, options?: CallOptions): Promise<ScheduledAction>;
    /**
     * Changes a schedule that destroys the stack's resources (Update TTL Schedule,
     * `POST …/deployments/ttl/schedules/{scheduleID}`).
     */
    updateTtl(stack: StackRef, scheduleID: string, body: CreateScheduledTtlDeploymentRequest, options?: CallOptions): Promise<ScheduledAction>;
    /**
     * Changes a schedule that starts deployments (Update Schedule, `POST …/deployments/schedules/{scheduleID}`).
     */
    update(stack: StackRef, scheduleID: string, body: CreateScheduledDeploymentRequest, options?: CallOptions): Promise<ScheduledAction>;
}

/**
 * Search over the resources of an organisation.
 */
export class SearchApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The resources that a query finds, as CSV (Data Export, `GET /api/orgs/{organization}/search/resources/export`).
     */
    exportResources(organization: string, options?: ExportResources & CallOptions): Promise<string>;
    /**
     * Turns plain words into a query (Natural Language Query, `GET /api/orgs/{organization}/search/resources/parse`). Rejects
     * with `plan_required` where that is not in the organisation's plan.
     */
    parse(organization: string, options: ParseQuery & { query: string } & CallOptions): Promise<ParsedSearchQuery>;
    /**
     * The same by the second version of the API (Resource Search V2, `GET /api/orgs/{organization}/search/resourcesv2`). Rejects
     * with `plan_required` where `properties` are not in the organisation's plan.
     */
    resourcesV2(organization: string, options?: SearchResources & ListOptions): Pages<ResourceResult, SearchPage>;
    /**
     * The resources that a query finds (Resource Search, `GET /api/orgs/{organization}/search/resources`). How many match,
     * aggregations and where to read on stand in `answer` of each page. Rejects with `validation` where the query cannot be
     * understood.
     *
     * @example
     * for await (const found of cloud.search.resources("acme", { query: "type:aws:s3/bucket:Bucket" })) console.log(found.urn);
     */
    resources(organization: string, options?: SearchResources & ListOptions): Pages<ResourceResult, SearchPage>;
}

/**
 * Values that a stack's key encrypts and decrypts. All values are base64.
 */
export class SecretsApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Decrypts many values; the answer has each by its ciphertext (Batch Decrypt Value, `POST …/batch-decrypt`). Rejects with
     * `validation` where one is no ciphertext of this stack, with `payload_too_large` where they are larger than the server
     * takes.
     */
    batchDecrypt(stack: StackRef, body: BatchDecryptRequest, options?: CallOptions): Promise<BatchDecryptResponse>;
    /**
     * Encrypts many values; the answer has them in the same order (Batch Encrypt Value, `POST …/batch-encrypt`). Rejects with
     * `payload_too_large` where they are larger than the server takes.
     */
    batchEncrypt(stack: StackRef, body: BatchEncryptRequest, options?: CallOptions): Promise<BatchEncryptResponse>;
    /**
     * Decrypts a value that the stack's key encrypted (Decrypt Value, `POST …/decrypt`). Rejects with `payload_too_large` where
     * it is larger than the server takes.
     */
    decrypt(stack: StackRef, body: DecryptValueRequest, options?: CallOptions): Promise<DecryptValueResponse>;
    /**
     * Encrypts a value with the stack's key (Encrypt Value, `POST …/encrypt`). Rejects with `payload_too_large` where it is
     * larger than the server takes.
     *
     * @example
     * const { ciphertext } = await cloud.secrets.encrypt("acme/web/prod", { plaintext: btoa("hush") });
     */
    encrypt(stack: StackRef, body: EncryptValueRequest, options?: CallOptions): Promise<EncryptValueResponse>;
}

/**
 * The server: what it can do.
 */
export class ServerApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * What the server can do beyond the first version of the API (Get Capabilities, `GET /api/capabilities`). Rejects with
     * `unsupported` where the server doesn't tell.
     */
    capabilities(options?: CallOptions): Promise<Capabilities>;
    /**
     * The server's OpenAPI document, as it is: some megabytes (Fetch REST Specification, `GET /api/openapi/pulumi-spec.json`).
     * Rejects with `unsupported` where the server has none.
     */
    openapi(options?: CallOptions): Promise<any>;
}

/**
 * Stacks: list, create, read, change, remove.
 */
export class StacksApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Updates and deployments of a stack, newest first (`GET …/activity`).
     */
    activity(stack: StackRef, options?: ListActivity & ListOptions): Pages<Activity>;
    /**
     * An annotation: JSON of its writer's own making (`GET …/annotations/{kind}`).
     */
    annotation(stack: StackRef, kind: string, options?: WhichAnnotation & CallOptions): Promise<unknown>;
    /**
     * Creates a stack, and its project where there is none (Create Stack, `POST /api/stacks/{organization}/{project}`). Rejects with
     * `conflict` where it exists.
     */
    create(organization: string, project: string, body: CreateStackRequest, options?: CallOptions): Promise<CreateStackResponse | undefined>;
    /**
     * Removes a stack (Delete Stack). Rejects with `update_in_progress` while an update runs, with `validation` where it still has
     * resources and `force` is not set.
     */
    delete(stack: StackRef, options?: DeleteStack & CallOptions): Promise<void>;
    /**
     * The stacks that refer to this one (Get Stack Downstream References).
     */
    downstreamReferences(stack: StackRef, options?: CallOptions): Promise<ListReferences>;
    /**
     * The state of a stack, now or at a version, as a `Checkpoint` (Get Stack State). It never becomes JavaScript objects.
     *
     * Rejects with `not_found` where there is no such stack or version, and as `Checkpoint.load` does where the state is damaged.
     *
     * @example
     * const state = await cloud.stacks.exportState("acme/web/prod", { version: 41 });
     */
    exportState(stack: StackRef, options?: AtVersion & CallOptions): Promise<Checkpoint>;
    /**
     * One stack: tags, version, what is running now (Get Stack). `currentOperation` tells whether an update is running; `activeUpdate` is
     * the latest one, running or not.
     */
    get(stack: StackRef, options?: CallOptions): Promise<Stack>;
    /**
     * Replaces the state of a stack (`POST …/import`), compressed on its way. `state` is what `exportState` gave, or anything that
     * `Checkpoint.load` reads. Rejects with `update_in_progress` while an update runs.
     */
    importState(stack: StackRef, source: Checkpoint | StateSource, options?: CallOptions): Promise<ImportStackResponse | undefined>;
    /**
     * Stacks of an organisation that were deleted and can be restored (`GET …/restore-stack`).
     */
    listDeleted(organization: string, options?: CallOptions): Promise<DeletedStackList>;
    /**
     * Lists the stacks that the token's owner may see (List Stacks, `GET /api/user/stacks`).
     *
     * @example
     * for await (const stack of cloud.stacks.list({ organization: "acme", tagName: "env", tagValue: "prod" })) …
     */
    list(options?: ListStacks & ListOptions): Pages<StackSummary>;
    /**
     * Owner, permission and notifications (Get Stack Metadata).
     */
    metadata(stack: StackRef, options?: CallOptions): Promise<StackMetadata>;
    /**
     * The outputs of a stack (`GET …/outputs`).
     */
    outputs(stack: StackRef, options?: ReadOutputs & CallOptions): Promise<StackOutputs>;
    /**
     * Asks whether a project exists (Project Exists, `HEAD /api/stacks/{organization}/{project}`). Rejects with `unsupported` where the
     * server's router, and not its API, says 404.
     */
    projectExists(organization: string, project: string, options?: CallOptions): Promise<boolean>;
    /**
     * Renames a stack, moves it to another project, or both (Rename Stack).
     */
    rename(stack: StackRef, body: RenameStackRequest, options?: CallOptions): Promise<RenameStackResponse | undefined>;
    /**
     * How many resources the stack has (Get Stack Resource Count).
     */
    resourceCount(stack: StackRef, options?: CallOptions): Promise<ResourceCount>;
    /**
     * One resource of a stack, now or at a version (`GET …/resources/{latest or version}/{urn}`).
     */
    resource(stack: StackRef, urn: string, options?: AtVersion & CallOptions): Promise<StackResource>;
    /**
     * The resources of a stack, now or at a version (Get Stack Resources). Large stacks are better read by `exportState`, whose data
     * stay in the module.
     */
    resources(stack: StackRef, options?: AtVersion & CallOptions): Promise<StackResources>;
    /**
     * Restores a deleted stack under a name (`POST …/restore-stack/{programID}`).
     */
    restore(organization: string, programID: string, body: RestoreDeletedStackRequest, options?: CallOptions): Promise<void>;
    /**
     * The teams that have access to a stack (`GET …/teams`).
     */
    teams(stack: StackRef, options?: CallOptions): Promise<StackTeamList>;
    /**
     * Moves a stack to another organisation, of which the caller is a member too (Transfer Stack).
     */
    transfer(stack: StackRef, body: TransferStackRequest, options?: CallOptions): Promise<void>;
    /**
     * Writes an annotation (`PATCH …/annotations/{kind}`). Rejects with `conflict` where another version was written in the meantime.
     */
    updateAnnotation(stack: StackRef, kind: string, body: unknown, options?: WhichAnnotation & CallOptions): Promise<void>;
    /**
     * Sets which mails the token's owner gets about a stack (`PATCH …/notifications/settings`).
     */
    updateNotificationSettings(stack: StackRef, body: StackNotificationSettings, options?: CallOptions): Promise<StackMetadata | undefined>;
    /**
     * The stacks that this one refers to (`GET …/upstreamreferences`).
     */
    upstreamReferences(stack: StackRef, options?: CallOptions): Promise<ListReferences>;
}

/**
 * The difference of two states: a handle on data in the module's memory. Free it, or declare it with `using`.
 *
 * It stays valid when the two checkpoints are freed. Values are masked where they are secret.
 */
export class StateDiff {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The new state, made from the old one. Throws `conflict` where the state given is not as the diff found it.
     */
    apply(old: Checkpoint): Checkpoint;
    /**
     * A page of changed resources.
     */
    changes(query?: ChangeQuery): ChangePage;
    /**
     * Groups of resources that changed in the same way, largest first.
     */
    groups(query?: PageQuery): GroupPage;
    /**
     * Everything but the rows.
     */
    overview(): DiffOverview;
    /**
     * The old state, made from the new one. Throws `conflict` where the state given is not as the diff found it.
     */
    revert(newer: Checkpoint): Checkpoint;
    /**
     * An RFC 6902 patch as JSON text, ciphertexts as stored. Throws `secret_in_patch` where it would hold a plaintext secret.
     */
    toJsonPatch(options?: PatchOptions): string;
    /**
     * JSON text for scripts; numbers keep their digits.
     */
    toJson(): string;
    /**
     * Markdown for a pull request, bounded in size.
     */
    toMarkdown(options?: MarkdownOptions): string;
    /**
     * Text for a terminal.
     */
    toText(options?: TextOptions): string;
    /**
     * Whether there is anything to show.
     */
    readonly differs: boolean;
    /**
     * Counts by kind.
     */
    readonly summary: DiffSummary;
}

/**
 * Tags of a stack: read, set, replace, remove.
 */
export class TagsApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Adds a tag (Add Stack Tag, `POST …/tags`). Rejects with `validation` where it exists; `set` takes it either way.
     */
    add(stack: StackRef, tag: StackTag, options?: CallOptions): Promise<void>;
    /**
     * Removes a tag (Delete Stack Tag, `DELETE …/tags/{tagName}`). Rejects with `not_found` where there is none of this name,
     * with `validation` where it is one of the server's own.
     */
    delete(stack: StackRef, tagName: string, options?: CallOptions): Promise<void>;
    /**
     * The tags of a stack (Get Stack Tags, `GET /api/stacks/{organization}/{project}/{stack}`).
     *
     * @example
     * const { owner } = await cloud.tags.get("acme/web/prod");
     */
    get(stack: StackRef, options?: CallOptions): Promise<Tags>;
    /**
     * Replaces all tags of a stack: those left out are removed (Update Stack Tags, `PATCH …/tags`). One self-hosted server keeps
     * them. Rejects with `validation` where the tag of the project would change.
     *
     * @example
     * const tags = await cloud.tags.get("acme/web/prod");
     * await cloud.tags.replace("acme/web/prod", { ...tags, owner: "platform" });
     */
    replace(stack: StackRef, tags: Tags, options?: CallOptions): Promise<void>;
    /**
     * Gives a tag a value, whether the tag is there or not (Set Stack Tag, `POST …/tags`; Update Stack Tag, `PATCH …/tags/{tagName}`,
     * where the server says that it exists). Rejects with `validation` where the server refuses name or value.
     *
     * @example
     * await cloud.tags.set("acme/web/prod", { name: "owner", value: "platform" });
     */
    set(stack: StackRef, tag: StackTag, options?: CallOptions): Promise<void>;
    /**
     * Changes a tag (Update Stack Tag, `PATCH …/tags/{tagName}`). Rejects with `not_found` where there is none of this name,
     * with `validation` where it is one of the server's own.
     */
    update(stack: StackRef, tagName: string, tag: StackTag, options?: CallOptions): Promise<void>;
}

/**
 * Teams of an organisation: list, create, read, change, remove.
 */
export class TeamsApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Makes a team: of Pulumi's own, or of a team at GitHub (Create Team, `POST …/teams/{teamType}`). Rejects with `conflict`
     * where the name is taken, with `not_found` where GitHub has no such team.
     *
     * @example
     * await cloud.teams.create("acme", "pulumi", { name: "platform" });
     * await cloud.teams.create("acme", "github", { githubTeamID: 1234567 });
     */
    create(organization: string, teamType: TeamKind, body: CreateTeamRequest, options?: CallOptions): Promise<Team>;
    /**
     * Removes a team, and with it the access that it gave (Delete Team, `DELETE …/teams/{team}`).
     */
    delete(organization: string, team: string, options?: CallOptions): Promise<void>;
    /**
     * A team: its members, and what it has access to (Get Team, `GET …/teams/{team}`).
     */
    get(organization: string, team: string, options?: CallOptions): Promise<Team>;
    /**
     * Gives a team access to a stack (Grant Stack Access to Team, `PATCH …/teams/{team}`). Rejects with `validation` where there
     * is no such stack.
     *
     * @example
     * await cloud.teams.grantStackAccess("acme", "platform", { projectName: "web", stackName: "prod", permission: 102 });
     */
    grantStackAccess(organization: string, team: string, access: TeamStackPermission, options?: CallOptions): Promise<void>;
    /**
     * Lists the teams of an organisation (List Teams, `GET /api/orgs/{organization}/teams`).
     */
    list(organization: string, options?: ListOptions): Pages<Team>;
    /**
     * Takes a team's access to a stack away (Remove Stack Access from Team, `PATCH …/teams/{team}`). Rejects with `validation`
     * where there is no such stack.
     */
    removeStackAccess(organization: string, team: string, access: RemoveStackIdentifier, options?: CallOptions): Promise<void>;
    /**
     * Takes a user into a team or out of it, or changes what a member is in it (Update Team Membership, `PATCH …/teams/{team}`).
     * Rejects with `conflict` where the user is in the team already.
     *
     * @example
     * await cloud.teams.updateMembership("acme", "platform", { memberAction: "add", member: "ada" });
     */
    updateMembership(organization: string, team: string, change: TeamMembershipChange, options?: CallOptions): Promise<void>;
    /**
     * Changes a team; what the body leaves out stays (Update Team, `PATCH …/teams/{team}`). Rejects with `validation` where a
     * stack or environment that it names does not exist.
     */
    update(organization: string, team: string, body: UpdateTeamRequest, options?: CallOptions): Promise<void>;
}

/**
 * Access tokens: the caller's, an organisation's, a team's.
 */
export class TokensApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Makes a token for an organisation, under a name of its own (Create Org Token, `POST /api/orgs/{organization}/tokens`). Its
     * value is in this answer only.
     */
    createForOrganization(organization: string, body: CreateAccessTokenRequest & { name: string }, options?: TokenReason & CallOptions): Promise<CreatedAccessToken>;
    /**
     * Makes a token for a team, under a name of its own (Create Team Token, `POST …/teams/{team}/tokens`). Its value is in this
     * answer only.
     */
    createForTeam(organization: string, team: string, body: CreateAccessTokenRequest & { name: string }, options?: TokenReason & CallOptions): Promise<CreatedAccessToken>;
    /**
     * Makes a token for the caller (Create User Access Token, `POST /api/user/tokens`). Its value is in this answer only.
     *
     * @example
     * const { id, tokenValue } = await cloud.tokens.create({ description: "nightly report", expires: 0 });
     */
    create(body: CreateAccessTokenRequest, options?: TokenReason & CallOptions): Promise<CreatedAccessToken>;
    /**
     * Removes a token of an organisation (Delete Org Token, `DELETE /api/orgs/{organization}/tokens/{tokenId}`).
     */
    deleteForOrganization(organization: string, tokenId: string, options?: CallOptions): Promise<void>;
    /**
     * Removes a token of a team (Delete Team Token, `DELETE …/teams/{team}/tokens/{tokenId}`). Rejects with `validation` where
     * it is not a team's.
     */
    deleteForTeam(organization: string, team: string, tokenId: string, options?: TokenReason & CallOptions): Promise<void>;
    /**
     * Removes a token of the caller's (Delete User Access Token, `DELETE /api/user/tokens/{tokenId}`).
     */
    delete(tokenId: string, options?: CallOptions): Promise<void>;
    /**
     * Lists the tokens of an organisation, without their values (List Org Tokens, `GET /api/orgs/{organization}/tokens`).
     */
    listForOrganization(organization: string, options?: ListTokens & ListOptions): Pages<AccessToken>;
    /**
     * Lists the tokens of a team, without their values (List Team Tokens, `GET …/teams/{team}/tokens`).
     */
    listForTeam(organization: string, team: string, options?: ListTokens & ListOptions): Pages<AccessToken>;
    /**
     * Lists the caller's tokens, without their values (List User Access Tokens, `GET /api/user/tokens`).
     */
    list(options?: ListTokens & ListOptions): Pages<AccessToken>;
}

/**
 * Updates: history, status, events, previews, cancel.
 */
export class UpdatesApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Ends an update that is running (`POST …/update/{updateID}/cancel`).
     */
    cancel(stack: StackRef, updateID: string, options?: OfUpdate & CallOptions): Promise<void>;
    /**
     * The engine events of an update as an `EventLog`; with `follow`, once the update has ended.
     */
    eventLog(stack: StackRef, updateID: string, options?: ListEvents & EventOptions): Promise<EventLog>;
    /**
     * The engine events of an update, in order (List Update Events). Without `follow`: all there are now. With it: until the update
     * has ended, waiting for more; the status decides the end, not a missing token.
     *
     * `.pages()` gives `EventPage` handles, whose bytes never become objects unless asked.
     *
     * @example
     * const log = new EventLog();
     * for await (const page of cloud.updates.events("acme/web/prod", id, { follow: true }).pages()) log.push(page);
     */
    events(stack: StackRef, updateID: string, options?: ListEvents & EventOptions): Pages<EngineEvent, EventPage>;
    /**
     * The update that made a version (`GET …/updates/{version}`).
     */
    get(stack: StackRef, version: string | number, options?: CallOptions): Promise<UpdateInfo>;
    /**
     * The latest update (`GET …/updates/latest`). Rejects with `not_found` where there was none.
     */
    latest(stack: StackRef, options?: CallOptions): Promise<UpdateInfo>;
    /**
     * The updates of a stack, newest first (List Stack Updates, `GET …/updates`). Whatever shape a server sends, what an update did
     * stands under `info`.
     *
     * @example
     * const [newest] = await cloud.updates.list("acme/web/prod", { pageSize: 1 }).toArray({ limit: 1 });
     */
    list(stack: StackRef, options?: ListUpdates & ListOptions): Pages<UpdateInfo>;
    /**
     * One preview, in brief (`GET …/previews/{updateID}/summary`).
     */
    previewSummary(stack: StackRef, updateID: string, options?: CallOptions): Promise<UpdateSummary>;
    /**
     * One preview (`GET …/previews/{updateID}`).
     */
    preview(stack: StackRef, updateID: string, options?: CallOptions): Promise<UpdateInfo>;
    /**
     * Previews between a version of the stack and the one after it (`GET …/updates/{version}/previews`).
     */
    previewsOf(stack: StackRef, version: string | number, options?: ListPreviews & ListOptions): Pages<UpdateInfo>;
    /**
     * Previews since the last update, newest first unless `asc` (List Previews, `GET …/updates/latest/previews`).
     */
    previews(stack: StackRef, options?: ListPreviews & ListOptions): Pages<UpdateInfo>;
    /**
     * Where an update stands (Get Update Status). Words of self-hosted servers come as Pulumi Cloud's: `not started`, `running`.
     */
    status(stack: StackRef, updateID: string, options?: UpdateStatusQuery & CallOptions): Promise<UpdateStatusResponse>;
    /**
     * The update that made a version, in brief (`GET …/updates/{version}/summary`).
     */
    summary(stack: StackRef, version: string | number, options?: CallOptions): Promise<UpdateSummary>;
    /**
     * What led to the latest update, or to the one that made a version (`GET …/updates/{latest or version}/timeline`).
     */
    timeline(stack: StackRef, options?: AtVersion & CallOptions): Promise<UpdateTimeline>;
}

/**
 * Resources under management.
 */
export class UsageApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * How many resources an organisation had, row by row (Get Resource Count Summary,
     * `GET /api/orgs/{organization}/resources/summary`). Exactly one of `lookbackDays` and `lookbackStart` is given; hourly rows
     * reach two days back. Rejects with `validation` otherwise.
     *
     * @example
     * const { summary } = await cloud.usage.resourceSummary("acme", { granularity: "daily", lookbackDays: 7 });
     */
    resourceSummary(organization: string, options: ResourceSpan & CallOptions): Promise<ResourceSummary>;
}

/**
 * The caller: who the token belongs to.
 */
export class UserApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The organisation to take where none is named (Get Default Organization, `GET /api/user/organizations/default`). Rejects
     * with `validation` where the user is in none.
     */
    defaultOrganization(options?: CallOptions): Promise<DefaultOrganization>;
    /**
     * The user that the token belongs to, and the organisations that it is in (Get Current User, `GET /api/user`). Rejects with
     * `unauthorized` where the token is no good.
     *
     * @example
     * const { githubLogin } = await cloud.user.get();
     */
    get(options?: CallOptions): Promise<User>;
}

/**
 * Webhooks of an organisation (`"acme"`) or a stack (`"acme/web/prod"`).
 */
export class WebhooksApi {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Makes a webhook (Create Organization Webhook, Create Stack Webhook, `POST …/hooks`). The names of organisation, project
     * and stack are filled in; `active` is `true` by default. Rejects with `conflict` where the name is taken, with `validation`
     * where format, address or filters are refused.
     *
     * @example
     * await cloud.webhooks.create("acme/web/prod", {
     *     displayName: "deploys", payloadUrl: "https://example.com/hook", filters: ["update_failed"],
     * });
     */
    create(target: WebhookTarget, webhook: Omit<Webhook, 'active'> & { active?: boolean }, options?: CallOptions): Promise<WebhookResponse>;
    /**
     * Removes a webhook (Delete Organization Webhook, Delete Stack Webhook, `DELETE …/hooks/{webhookName}`).
     */
    delete(target: WebhookTarget, webhookName: string, options?: CallOptions): Promise<void>;
    /**
     * What a webhook delivered of late (List Organization Webhook Deliveries, List Stack Webhook Deliveries,
     * `GET …/hooks/{webhookName}/deliveries`).
     */
    deliveries(target: WebhookTarget, webhookName: string, options?: CallOptions): Promise<WebhookDelivery[]>;
    /**
     * One webhook, by its short name (Get Organization Webhook, Get Stack Webhook, `GET …/hooks/{webhookName}`).
     */
    get(target: WebhookTarget, webhookName: string, options?: CallOptions): Promise<WebhookResponse>;
    /**
     * The webhooks of an organisation or a stack (List Organization Webhooks, List Stack Webhooks, `GET …/hooks`).
     *
     * @example
     * const ours = await cloud.webhooks.list("acme");
     * const ofStack = await cloud.webhooks.list("acme/web/prod");
     */
    list(target: WebhookTarget, options?: CallOptions): Promise<WebhookResponse[]>;
    /**
     * Delivers a test, and tells what came back (Ping Organization Webhook, Ping Stack Webhook,
     * `POST …/hooks/{webhookName}/ping`).
     */
    ping(target: WebhookTarget, webhookName: string, options?: CallOptions): Promise<WebhookDelivery>;
    /**
     * Delivers an event once more; `event` is the id of its delivery (Redeliver Organization Webhook Event, Redeliver Stack
     * Webhook Event, `POST …/hooks/{webhookName}/deliveries/{event}/redeliver`). Rejects with `not_found` where there is no such
     * webhook or event.
     */
    redeliver(target: WebhookTarget, webhookName: string, event: string, options?: CallOptions): Promise<WebhookDelivery>;
    /**
     * Changes a webhook (Update Organization Webhook, Update Stack Webhook, `PATCH …/hooks/{webhookName}`). `displayName`,
     * `payloadUrl` and `active` are needed in every change. Rejects with `not_found` where there is none of this name, with
     * `validation` where format, address or filters are refused.
     */
    update(target: WebhookTarget, webhookName: string, webhook: Webhook, options?: CallOptions): Promise<WebhookResponse>;
}

/**
 * Every endpoint that the client has a function for.
 */
export function endpoints(): EndpointInfo[];

export function start(): void;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_auditlogsapi_free: (a: number, b: number) => void;
    readonly __wbg_checkpoint_free: (a: number, b: number) => void;
    readonly __wbg_configapi_free: (a: number, b: number) => void;
    readonly __wbg_deploymentsapi_free: (a: number, b: number) => void;
    readonly __wbg_driftapi_free: (a: number, b: number) => void;
    readonly __wbg_environmentsapi_free: (a: number, b: number) => void;
    readonly __wbg_eventlog_free: (a: number, b: number) => void;
    readonly __wbg_eventpage_free: (a: number, b: number) => void;
    readonly __wbg_membersapi_free: (a: number, b: number) => void;
    readonly __wbg_pages_free: (a: number, b: number) => void;
    readonly __wbg_pagesof_free: (a: number, b: number) => void;
    readonly __wbg_policiesapi_free: (a: number, b: number) => void;
    readonly __wbg_pulumicloud_free: (a: number, b: number) => void;
    readonly __wbg_schedulesapi_free: (a: number, b: number) => void;
    readonly __wbg_searchapi_free: (a: number, b: number) => void;
    readonly __wbg_secretsapi_free: (a: number, b: number) => void;
    readonly __wbg_serverapi_free: (a: number, b: number) => void;
    readonly __wbg_stacksapi_free: (a: number, b: number) => void;
    readonly __wbg_statediff_free: (a: number, b: number) => void;
    readonly __wbg_tagsapi_free: (a: number, b: number) => void;
    readonly __wbg_teamsapi_free: (a: number, b: number) => void;
    readonly __wbg_tokensapi_free: (a: number, b: number) => void;
    readonly __wbg_updatesapi_free: (a: number, b: number) => void;
    readonly __wbg_usageapi_free: (a: number, b: number) => void;
    readonly __wbg_userapi_free: (a: number, b: number) => void;
    readonly __wbg_webhooksapi_free: (a: number, b: number) => void;
    readonly auditlogsapi_eventTypes: (a: number, b: any, c: any) => any;
    readonly auditlogsapi_export: (a: number, b: any, c: any) => any;
    readonly auditlogsapi_exportV2: (a: number, b: any, c: any) => any;
    readonly auditlogsapi_list: (a: number, b: any, c: any) => [number, number, number];
    readonly auditlogsapi_listV2: (a: number, b: any, c: any) => [number, number, number];
    readonly checkpoint_check: (a: number) => [number, number, number];
    readonly checkpoint_checkMarkdown: (a: number) => [number, number];
    readonly checkpoint_checkText: (a: number, b: any) => [number, number, number, number];
    readonly checkpoint_children: (a: number, b: number, c: number) => [number, number, number];
    readonly checkpoint_clone: (a: number) => number;
    readonly checkpoint_dependencies: (a: number, b: number, c: number) => [number, number, number];
    readonly checkpoint_dependents: (a: number, b: number, c: number) => [number, number, number];
    readonly checkpoint_diff: (a: number, b: number, c: any) => [number, number, number];
    readonly checkpoint_facets: (a: number) => [number, number, number];
    readonly checkpoint_load: (a: any, b: any) => any;
    readonly checkpoint_parents: (a: number, b: number, c: number) => [number, number, number];
    readonly checkpoint_pendingOperations: (a: number) => [number, number, number];
    readonly checkpoint_resource: (a: number, b: number, c: number, d: any) => [number, number, number];
    readonly checkpoint_resources: (a: number, b: any) => [number, number, number];
    readonly checkpoint_stackOutputs: (a: number) => [number, number, number];
    readonly checkpoint_summary: (a: number) => [number, number, number];
    readonly checkpoint_toBytes: (a: number) => any;
    readonly configapi_delete: (a: number, b: any, c: any) => any;
    readonly configapi_get: (a: number, b: any, c: any) => any;
    readonly configapi_update: (a: number, b: any, c: any, d: any) => any;
    readonly deploymentsapi_cancel: (a: number, b: any, c: any, d: any) => any;
    readonly deploymentsapi_create: (a: number, b: any, c: any, d: any) => any;
    readonly deploymentsapi_deleteSettings: (a: number, b: any, c: any) => any;
    readonly deploymentsapi_get: (a: number, b: any, c: any, d: any) => any;
    readonly deploymentsapi_list: (a: number, b: any, c: any) => [number, number, number];
    readonly deploymentsapi_listForOrganization: (a: number, b: any, c: any) => [number, number, number];
    readonly deploymentsapi_logs: (a: number, b: any, c: any, d: any) => [number, number, number];
    readonly deploymentsapi_replaceSettings: (a: number, b: any, c: any, d: any) => any;
    readonly deploymentsapi_settings: (a: number, b: any, c: any) => any;
    readonly deploymentsapi_stepLogs: (a: number, b: any, c: any, d: any) => any;
    readonly deploymentsapi_updateSettings: (a: number, b: any, c: any, d: any) => any;
    readonly deploymentsapi_updates: (a: number, b: any, c: any, d: any) => any;
    readonly driftapi_run: (a: number, b: any, c: any, d: any) => any;
    readonly driftapi_runs: (a: number, b: any, c: any) => [number, number, number];
    readonly driftapi_status: (a: number, b: any, c: any) => any;
    readonly endpoints: () => [number, number, number];
    readonly environmentsapi_list: (a: number, b: any, c: any) => [number, number, number];
    readonly environmentsapi_open: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly environmentsapi_readOpen: (a: number, b: any, c: any, d: any, e: any, f: any) => any;
    readonly eventlog_end: (a: number) => [number, number];
    readonly eventlog_events: (a: number, b: any) => [number, number, number];
    readonly eventlog_keepsEvents: (a: number) => number;
    readonly eventlog_kinds: (a: number) => [number, number, number];
    readonly eventlog_length: (a: number) => number;
    readonly eventlog_load: (a: any, b: any) => any;
    readonly eventlog_new: (a: any) => [number, number, number];
    readonly eventlog_overview: (a: number) => [number, number, number];
    readonly eventlog_push: (a: number, b: any) => [number, number];
    readonly eventlog_resources: (a: number, b: any) => [number, number, number];
    readonly eventlog_setStatus: (a: number, b: any) => [number, number];
    readonly eventlog_summary: (a: number) => [number, number, number];
    readonly eventlog_toJson: (a: number) => [number, number, number, number];
    readonly eventlog_toMarkdown: (a: number, b: any) => [number, number, number, number];
    readonly eventlog_toNdjson: (a: number) => [number, number, number, number];
    readonly eventlog_toText: (a: number, b: any) => [number, number, number, number];
    readonly eventlog_write: (a: number, b: any) => [number, number];
    readonly eventpage_events: (a: number) => [number, number, number];
    readonly eventpage_length: (a: number) => number;
    readonly eventpage_resumeToken: (a: number) => [number, number];
    readonly eventpage_status: (a: number) => [number, number];
    readonly eventpage_toJson: (a: number) => [number, number];
    readonly membersapi_add: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly membersapi_list: (a: number, b: any, c: any) => [number, number, number];
    readonly membersapi_remove: (a: number, b: any, c: any, d: any) => any;
    readonly membersapi_teams: (a: number, b: any, c: any, d: any) => any;
    readonly membersapi_update: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly pages_Symbol_asyncIterator: (a: number) => number;
    readonly pages_next: (a: number) => any;
    readonly pages_pages: (a: number) => number;
    readonly pages_resumeToken: (a: number) => [number, number];
    readonly pages_return: (a: number, b: any) => any;
    readonly pages_status: (a: number) => [number, number];
    readonly pages_toArray: (a: number, b: any) => any;
    readonly pages_total: (a: number) => [number, number];
    readonly pages_truncated: (a: number) => number;
    readonly pagesof_Symbol_asyncIterator: (a: number) => number;
    readonly pagesof_next: (a: number) => any;
    readonly pagesof_return: (a: number, b: any) => any;
    readonly policiesapi_compliance: (a: number, b: any, c: any, d: any) => any;
    readonly policiesapi_groups: (a: number, b: any, c: any) => any;
    readonly policiesapi_issues: (a: number, b: any, c: any, d: any) => any;
    readonly policiesapi_metadata: (a: number, b: any, c: any) => any;
    readonly policiesapi_packs: (a: number, b: any, c: any) => any;
    readonly pulumicloud_auditLogs: (a: number) => any;
    readonly pulumicloud_baseUrl: (a: number) => [number, number];
    readonly pulumicloud_config: (a: number) => any;
    readonly pulumicloud_deployments: (a: number) => any;
    readonly pulumicloud_drift: (a: number) => any;
    readonly pulumicloud_environments: (a: number) => any;
    readonly pulumicloud_members: (a: number) => any;
    readonly pulumicloud_new: (a: any) => [number, number, number];
    readonly pulumicloud_paginate: (a: number, b: any, c: any) => [number, number, number];
    readonly pulumicloud_policies: (a: number) => any;
    readonly pulumicloud_request: (a: number, b: any, c: any, d: any) => any;
    readonly pulumicloud_schedules: (a: number) => any;
    readonly pulumicloud_search: (a: number) => any;
    readonly pulumicloud_secrets: (a: number) => any;
    readonly pulumicloud_server: (a: number) => any;
    readonly pulumicloud_stacks: (a: number) => any;
    readonly pulumicloud_tags: (a: number) => any;
    readonly pulumicloud_teams: (a: number) => any;
    readonly pulumicloud_tokens: (a: number) => any;
    readonly pulumicloud_updates: (a: number) => any;
    readonly pulumicloud_usage: (a: number) => any;
    readonly pulumicloud_user: (a: number) => any;
    readonly pulumicloud_webhooks: (a: number) => any;
    readonly schedulesapi_create: (a: number, b: any, c: any, d: any) => any;
    readonly schedulesapi_createDrift: (a: number, b: any, c: any, d: any) => any;
    readonly schedulesapi_createTtl: (a: number, b: any, c: any, d: any) => any;
    readonly schedulesapi_delete: (a: number, b: any, c: any, d: any) => any;
    readonly schedulesapi_get: (a: number, b: any, c: any, d: any) => any;
    readonly schedulesapi_history: (a: number, b: any, c: any, d: any) => any;
    readonly schedulesapi_list: (a: number, b: any, c: any) => any;
    readonly schedulesapi_pause: (a: number, b: any, c: any, d: any) => any;
    readonly schedulesapi_resume: (a: number, b: any, c: any, d: any) => any;
    readonly schedulesapi_update: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly schedulesapi_updateDrift: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly schedulesapi_updateTtl: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly searchapi_exportResources: (a: number, b: any, c: any) => any;
    readonly searchapi_parse: (a: number, b: any, c: any) => any;
    readonly searchapi_resources: (a: number, b: any, c: any) => [number, number, number];
    readonly searchapi_resourcesV2: (a: number, b: any, c: any) => [number, number, number];
    readonly secretsapi_batchDecrypt: (a: number, b: any, c: any, d: any) => any;
    readonly secretsapi_batchEncrypt: (a: number, b: any, c: any, d: any) => any;
    readonly secretsapi_decrypt: (a: number, b: any, c: any, d: any) => any;
    readonly secretsapi_encrypt: (a: number, b: any, c: any, d: any) => any;
    readonly serverapi_capabilities: (a: number, b: any) => any;
    readonly serverapi_openapi: (a: number, b: any) => any;
    readonly setErrorClass: (a: any) => void;
    readonly stacksapi_activity: (a: number, b: any, c: any) => [number, number, number];
    readonly stacksapi_annotation: (a: number, b: any, c: any, d: any) => any;
    readonly stacksapi_create: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly stacksapi_delete: (a: number, b: any, c: any) => any;
    readonly stacksapi_downstreamReferences: (a: number, b: any, c: any) => any;
    readonly stacksapi_exportState: (a: number, b: any, c: any) => any;
    readonly stacksapi_get: (a: number, b: any, c: any) => any;
    readonly stacksapi_importState: (a: number, b: any, c: any, d: any) => any;
    readonly stacksapi_list: (a: number, b: any) => [number, number, number];
    readonly stacksapi_listDeleted: (a: number, b: any, c: any) => any;
    readonly stacksapi_metadata: (a: number, b: any, c: any) => any;
    readonly stacksapi_outputs: (a: number, b: any, c: any) => any;
    readonly stacksapi_projectExists: (a: number, b: any, c: any, d: any) => any;
    readonly stacksapi_rename: (a: number, b: any, c: any, d: any) => any;
    readonly stacksapi_resource: (a: number, b: any, c: any, d: any) => any;
    readonly stacksapi_resourceCount: (a: number, b: any, c: any) => any;
    readonly stacksapi_resources: (a: number, b: any, c: any) => any;
    readonly stacksapi_restore: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly stacksapi_teams: (a: number, b: any, c: any) => any;
    readonly stacksapi_transfer: (a: number, b: any, c: any, d: any) => any;
    readonly stacksapi_updateAnnotation: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly stacksapi_updateNotificationSettings: (a: number, b: any, c: any, d: any) => any;
    readonly stacksapi_upstreamReferences: (a: number, b: any, c: any) => any;
    readonly start: () => void;
    readonly statediff_apply: (a: number, b: number) => [number, number, number];
    readonly statediff_changes: (a: number, b: any) => [number, number, number];
    readonly statediff_differs: (a: number) => number;
    readonly statediff_groups: (a: number, b: any) => [number, number, number];
    readonly statediff_overview: (a: number) => [number, number, number];
    readonly statediff_revert: (a: number, b: number) => [number, number, number];
    readonly statediff_summary: (a: number) => [number, number, number];
    readonly statediff_toJson: (a: number) => [number, number];
    readonly statediff_toJsonPatch: (a: number, b: any) => [number, number, number, number];
    readonly statediff_toMarkdown: (a: number, b: any) => [number, number, number, number];
    readonly statediff_toText: (a: number, b: any) => [number, number, number, number];
    readonly tagsapi_add: (a: number, b: any, c: any, d: any) => any;
    readonly tagsapi_delete: (a: number, b: any, c: any, d: any) => any;
    readonly tagsapi_get: (a: number, b: any, c: any) => any;
    readonly tagsapi_replace: (a: number, b: any, c: any, d: any) => any;
    readonly tagsapi_set: (a: number, b: any, c: any, d: any) => any;
    readonly tagsapi_update: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly teamsapi_create: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly teamsapi_delete: (a: number, b: any, c: any, d: any) => any;
    readonly teamsapi_get: (a: number, b: any, c: any, d: any) => any;
    readonly teamsapi_grantStackAccess: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly teamsapi_list: (a: number, b: any, c: any) => [number, number, number];
    readonly teamsapi_removeStackAccess: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly teamsapi_update: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly teamsapi_updateMembership: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly tokensapi_create: (a: number, b: any, c: any) => any;
    readonly tokensapi_createForOrganization: (a: number, b: any, c: any, d: any) => any;
    readonly tokensapi_createForTeam: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly tokensapi_delete: (a: number, b: any, c: any) => any;
    readonly tokensapi_deleteForOrganization: (a: number, b: any, c: any, d: any) => any;
    readonly tokensapi_deleteForTeam: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly tokensapi_list: (a: number, b: any) => [number, number, number];
    readonly tokensapi_listForOrganization: (a: number, b: any, c: any) => [number, number, number];
    readonly tokensapi_listForTeam: (a: number, b: any, c: any, d: any) => [number, number, number];
    readonly updatesapi_cancel: (a: number, b: any, c: any, d: any) => any;
    readonly updatesapi_eventLog: (a: number, b: any, c: any, d: any) => any;
    readonly updatesapi_events: (a: number, b: any, c: any, d: any) => [number, number, number];
    readonly updatesapi_get: (a: number, b: any, c: any, d: any) => any;
    readonly updatesapi_latest: (a: number, b: any, c: any) => any;
    readonly updatesapi_list: (a: number, b: any, c: any) => [number, number, number];
    readonly updatesapi_preview: (a: number, b: any, c: any, d: any) => any;
    readonly updatesapi_previewSummary: (a: number, b: any, c: any, d: any) => any;
    readonly updatesapi_previews: (a: number, b: any, c: any) => [number, number, number];
    readonly updatesapi_previewsOf: (a: number, b: any, c: any, d: any) => [number, number, number];
    readonly updatesapi_status: (a: number, b: any, c: any, d: any) => any;
    readonly updatesapi_summary: (a: number, b: any, c: any, d: any) => any;
    readonly updatesapi_timeline: (a: number, b: any, c: any) => any;
    readonly usageapi_resourceSummary: (a: number, b: any, c: any) => any;
    readonly userapi_defaultOrganization: (a: number, b: any) => any;
    readonly userapi_get: (a: number, b: any) => any;
    readonly webhooksapi_create: (a: number, b: any, c: any, d: any) => any;
    readonly webhooksapi_delete: (a: number, b: any, c: any, d: any) => any;
    readonly webhooksapi_deliveries: (a: number, b: any, c: any, d: any) => any;
    readonly webhooksapi_get: (a: number, b: any, c: any, d: any) => any;
    readonly webhooksapi_list: (a: number, b: any, c: any) => any;
    readonly webhooksapi_ping: (a: number, b: any, c: any, d: any) => any;
    readonly webhooksapi_redeliver: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly webhooksapi_update: (a: number, b: any, c: any, d: any, e: any) => any;
    readonly wasm_bindgen__convert__closures_____invoke__h0170dcd00d9f879e: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen__convert__closures_____invoke__h63b2af56518c324d: (a: number, b: number, c: any, d: any) => void;
    readonly wasm_bindgen__convert__closures_____invoke__h824a944add17ef02: (a: number, b: number) => void;
    readonly wasm_bindgen__convert__closures_____invoke__h879913cfe79517d3: (a: number, b: number) => void;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_destroy_closure: (a: number, b: number) => void;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
