/* tslint:disable */
/* eslint-disable */

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
 * All findings, in the order of the state.
 */
export interface CheckReport {
    /**
     * Empty where nothing is wrong.
     */
    findings: Finding[];
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
 * How a state was packed.
 */
export type EnvelopeKind = "export" | "backend" | "unversioned" | "resources";

/**
 * How a state was stored.
 */
export type Compression = "none" | "gzip" | "zstd";

/**
 * How bad a finding is.
 */
export type Severity = "error" | "warning";

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
 * Lists in which order does not matter.
 */
export type Unordered = boolean | string[];

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
 * The closed set of codes; a script matches on these, never on the message.
 */
export type ErrorCode = "not_json" | "truncated" | "wrong_shape" | "invalid_utf8" | "too_deep" | "unsupported_version" | "decompress" | "unreadable" | "secret_in_patch" | "conflict" | "validation" | "aborted";

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
 * What a patch may hold.
 */
export interface PatchOptions {
    /**
     * Allow plaintext secrets in the patch.
     */
    allowPlaintext?: boolean;
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
 * What happened to a property.
 */
export type PropertyKind = "add" | "delete" | "update" | "ciphertext";

/**
 * What happened to a resource.
 */
export type ChangeKind = "create" | "delete" | "update" | "replace" | "move";

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
 * Where a bound on work made the result coarser than it could be.
 */
export type Fallback = "list" | "text" | "depth";

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
 * Why a resource with another URN is taken to be the same.
 */
export type MoveReason = "alias" | "identity" | "children";

/** Tells which class errors are to be of: called as `new cls(message, { code, offset, path, hint })`. */
export function setErrorClass(cls: new (message: string, details: any) => Error): void;



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

export function start(): void;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_checkpoint_free: (a: number, b: number) => void;
    readonly __wbg_statediff_free: (a: number, b: number) => void;
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
    readonly setErrorClass: (a: any) => void;
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
    readonly wasm_bindgen__convert__closures_____invoke__h408f1e0240671d96: (a: number, b: number, c: any, d: any) => void;
    readonly wasm_bindgen__convert__closures_____invoke__h7af06d38255f967f: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen__convert__closures_____invoke__h4e2f18bde8b29c61: (a: number, b: number) => void;
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
