/**
 * One resource in full: its record, and what it is tied to.
 *
 * In: a state and which record. Out: pieces of bounded size, with ways to ask for the rest. A record that is not there fails with code `not_found`.
 * Secrets come masked from the core.
 */
import type { Checkpoint, Relation, ResourceRow } from "../../browser.js";
import { cut } from "./bounded.js";
import { indexOf } from "./contents-index.js";
import type { RecordKey } from "./contents-rows.js";
import type { LongUrns } from "./long-urns.js";
import { print } from "./print.js";
import { shown, type Shown } from "./shown.js";

const FIELDS_AT_ONCE = 60;
const LINKS_AT_ONCE = 30;
const LONGEST_COPY = 8_000_000;
const MOST_PROPERTIES = 20;
const MAPS = ["inputs", "outputs"] as const;
// Told by the panel in other words.
const TOLD = new Set(["urn", "type", "id", "custom", "delete", "parent", "provider", "dependencies", "propertyDependencies", "created", "modified", ...MAPS]);

/** What a `where` names: a record, a map of it, a field of either; or an output of the stack. */
export type Where = { state: number; of: "outputs"; name?: string } | ({ state: number; of: "record" | "rest"; map?: "inputs" | "outputs"; name?: string } & RecordKey);

export interface Fields {
  rows: { name: string; value: Shown }[];
  total: number;
  where: Where;
}

/** Another resource, as a link. */
export interface Link {
  urn: string;
  /** Absent where the state has no such resource. */
  name?: string;
  type?: string;
  /** Set where the URN alone would mean another record. */
  delete?: boolean;
  id?: string;
  /** How it is referred to; see `Relation` of the package. */
  kinds: string[];
  /** Inputs through which the dependency came. */
  properties: string[];
}

export interface Links {
  rows: Link[];
  total: number;
}

export type LinkKind = "children" | "dependencies" | "dependents";

/** The record, its parts as fields. */
export function recordView(state: Checkpoint, id: number, key: RecordKey, urns: LongUrns) {
  const record = recordOf(state, key, urns);
  const where: Where = { state: id, of: "record", ...key };
  const text = (name: string): string | undefined => (typeof record[name] === "string" ? cut(record[name]) : undefined);
  return {
    type: text("type") ?? "",
    flags: flagsOf(record),
    id: text("id"),
    created: text("created"),
    modified: text("modified"),
    provider: providerOf(record["provider"], urns),
    /** As the record has it, also where there is no such resource. */
    parent: typeof record["parent"] === "string" && record["parent"] !== "" ? urns.short(record["parent"]) : undefined,
    parents: state.parents(meant(state, key, urns)).map((row) => linkOf(row, urns)).slice(0, LINKS_AT_ONCE),
    initErrors: list(record["initErrors"]).map((message) => cut(String(message))).slice(0, FIELDS_AT_ONCE),
    rest: fields(rest(record), { ...where, of: "rest" }),
    inputs: fields(record["inputs"], { ...where, map: "inputs" }),
    outputs: fields(record["outputs"], { ...where, map: "outputs" }),
  };
}

/** Fields of a map, from the `from`th on. */
export function fields(map: unknown, where: Where, from = 0): Fields {
  const holder = typeof map === "object" && map !== null ? (map as Record<string, unknown>) : {};
  const names = Object.keys(holder);
  const rows = names.slice(from, from + FIELDS_AT_ONCE).map((name) => ({ name: cut(name), value: shown(holder[name], { ...where, name }) }));
  return { rows, total: names.length, where };
}

/** The value that a `where` names. */
export function valueOf(state: Checkpoint, where: Where, urns: LongUrns): unknown {
  let holder: Record<string, unknown>;
  if (where.of === "outputs") holder = state.stackOutputs();
  else {
    const record = recordOf(state, where, urns);
    if (where.of === "rest") holder = rest(record);
    else holder = where.map === undefined ? record : ((record[where.map] ?? {}) as Record<string, unknown>);
  }
  return where.name === undefined ? holder : holder[where.name];
}

/** The whole record as text, for copying. */
export function recordText(state: Checkpoint, key: RecordKey, urns: LongUrns): string {
  return print(recordOf(state, key, urns), LONGEST_COPY).text;
}

const lastLinks = new WeakMap<Checkpoint, { urn: string; lists: Record<LinkKind, readonly Link[]> }>();

/** What a resource is tied to; the last one's links are kept, for finding them means to look through all records. */
export function links(state: Checkpoint, key: RecordKey, urns: LongUrns): Record<LinkKind, readonly Link[]> {
  const full = meant(state, key, urns);
  const known = lastLinks.get(state);
  if (known?.urn === full) return known.lists;
  const lists = {
    children: state.children(full).map((row) => linkOf(row, urns)),
    dependencies: relations(state.dependencies(full), urns),
    dependents: relations(state.dependents(full), urns),
  };
  lastLinks.set(state, { urn: full, lists });
  return lists;
}

export function pageOfLinks(all: readonly Link[], from = 0): Links {
  return { rows: all.slice(from, from + LINKS_AT_ONCE), total: all.length };
}

// Parents and children are told apart from dependencies.
function relations(all: readonly Relation[], urns: LongUrns): Link[] {
  return all
    .filter(({ kinds }) => kinds.some((kind) => kind !== "parent"))
    .map(({ urn, kinds, properties = [], row }) => ({
      ...(row ? linkOf(row, urns) : { urn: urns.short(urn) }),
      kinds: kinds.filter((kind) => kind !== "parent"),
      properties: properties.slice(0, MOST_PROPERTIES).map((name) => cut(name, 200)),
    }));
}

function linkOf({ urn, name, type, id, flags }: ResourceRow, urns: LongUrns): Link {
  return { urn: urns.short(urn), name: cut(name), type: cut(type), kinds: [], properties: [], ...(flags.includes("delete") && { delete: true, ...(id !== undefined && { id }) }) };
}

/** The URN that a key means, which may come from an address. */
export function meant(state: Checkpoint, { urn }: Pick<RecordKey, "urn">, urns: LongUrns): string {
  return urns.full(urn, () => indexOf(state).resources.map(({ urn: one }) => one));
}

function recordOf(state: Checkpoint, key: RecordKey, urns: LongUrns): Record<string, unknown> {
  const { delete: deleted, id } = key;
  const record = state.resource(meant(state, key, urns), { ...(deleted !== undefined && { delete: deleted }), ...(id !== undefined && { id }) });
  if (!record) throw Object.assign(new Error("this state has no such resource"), { code: "not_found" });
  return record;
}

function rest(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name, value]) => !TOLD.has(name) && name !== "initErrors" && value !== null));
}

/** A reference to a provider is its URN and its id; what isn't one has no URN. */
function providerOf(reference: unknown, urns: LongUrns): { urn?: string; text: string } | undefined {
  if (typeof reference !== "string" || reference === "") return undefined;
  const end = reference.lastIndexOf("::");
  return { text: cut(reference), ...(end > 0 && { urn: urns.short(reference.slice(0, end)) }) };
}

// As the core names them for rows.
function flagsOf(record: Record<string, unknown>): string[] {
  const holds = (name: string): boolean => record[name] === true;
  const flags = ["delete", "external", "protect", "retainOnDelete", "pendingReplacement", "taint"].filter(holds);
  if (list(record["initErrors"]).length > 0) flags.push("initErrors");
  if (String(record["type"]).startsWith("pulumi:providers:")) flags.unshift("provider");
  return [holds("custom") ? "custom" : "component", ...flags];
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
