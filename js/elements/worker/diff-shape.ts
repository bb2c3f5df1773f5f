/** Changes as the page shows them: bounded pieces of what a difference holds, each with a name by which the rest can be asked for. */
import type { Change, ChangeFilter, ChangeKind, Facet, Fallback, Group, MoveReason, PropertyChange, PropertyKind, TextFormat, TextLine } from "../../browser.js";
import { bounded, cut, head } from "./bounded.js";
import type { LongUrns } from "./long-urns.js";
import { shown, type Shown } from "./shown.js";

const PATHS_IN_ROW = 4;
const MOST_LINES = 300;
const LONGEST_PATH = 2000;
const SHAPES_IN_GROUP = 12;
const PROPERTIES_OF_EXAMPLE = 5;
const LONGEST_SHOWN = 1500;
const EXCERPT = 80;
const EXCERPT_BEFORE = 30;

/** A row of a difference: its place among those that pass a filter. */
export interface ChangeAt {
  diff: number;
  filter: ChangeFilter;
  offset: number;
}

/** Names a property change: of a resource, or of a part of the state around the resources. */
export type PropertyAt = ({ of: "change"; property: number } & ChangeAt) | { of: "section"; diff: number; name: SectionName; property: number };

export const SECTIONS = ["stackOutputs", "pendingOperations", "secretsProvider", "manifest", "metadata", "other"] as const;
export type SectionName = (typeof SECTIONS)[number];

/** A changed resource, as a line of a list. */
export interface ChangeRow {
  /** Tells rows of one difference apart, and is the same in the next comparison of the same states. */
  key: string;
  urn: string;
  type: string;
  name: string;
  kind: ChangeKind;
  custom: boolean;
  pendingDelete: boolean;
  /** Of a move: why, and the name before. */
  reason?: MoveReason;
  was?: string;
  /** How many properties changed, and the first of them. */
  count: number;
  paths: { path: string; kind: PropertyKind }[];
  at: ChangeAt;
}

/** A changed resource in full. */
export interface ChangeDetail {
  urn: string;
  oldUrn?: string;
  id?: string;
  oldId?: string;
  reason?: MoveReason;
  properties: PropertyPage;
}

export interface PropertyPage {
  rows: PropertyView[];
  total: number;
}

export interface PropertyView {
  path: string;
  kind: PropertyKind;
  secret: boolean;
  moved: boolean;
  inside?: { path: string; format: TextFormat };
  fallback?: Fallback;
  before?: Shown;
  after?: Shown;
  lines?: LinePage;
  /** Where two long texts begin to differ, if that is not among what is shown of them. */
  firstDifference?: FirstDifference;
  at: PropertyAt;
}

export interface FirstDifference {
  /** In UTF-16 units from 0. */
  index: number;
  /** What stands there on each side. */
  before: string;
  after: string;
}

/** Lines of two texts in one order; the numbers count from 1. */
export interface LineView {
  kind: TextLine["kind"];
  text: string;
  old?: number;
  new?: number;
}

export interface LinePage {
  rows: LineView[];
  /** How many follow. */
  left: number;
}

/** Resources that changed in the same way. */
export interface GroupView {
  group: number;
  kind: ChangeKind;
  /** How many of them pass the filter, and how many there are. */
  count: number;
  of: number;
  types: Facet[];
  properties: { path: string; kind: PropertyKind }[];
  propertiesLeft: number;
  names: string[];
  /** The first that passes the filter. */
  example: { row: ChangeRow; properties: PropertyPage };
}

export function changeRow(change: Change, at: ChangeAt, urns: LongUrns): ChangeRow {
  const { urn, oldUrn, type, name, kind, custom, pendingDelete = false, reason, id, properties } = change;
  const short = urns.short(urn);
  return {
    ...bounded({ type, name, kind, custom, pendingDelete, ...(reason && { reason }) }),
    key: cut(`${kind} ${pendingDelete} ${id ?? ""} ${short}`, 6000),
    urn: short,
    ...(oldUrn !== undefined && { was: cut(nameIn(oldUrn)) }),
    count: properties.length,
    paths: properties.slice(0, PATHS_IN_ROW).map(({ path, kind }) => ({ path: cut(path, 200), kind })),
    at,
  };
}

export function changeDetail(change: Change, at: ChangeAt, from: number, limit: number, urns: LongUrns): ChangeDetail {
  const { urn, oldUrn, id, oldId, reason, properties } = change;
  return {
    ...bounded({ ...(id !== undefined && { id }), ...(oldId !== undefined && { oldId }), ...(reason && { reason }) }),
    urn: urns.short(urn),
    ...(oldUrn !== undefined && { oldUrn: urns.short(oldUrn) }),
    properties: propertyPage(properties, (property) => ({ of: "change", ...at, property }), from, limit),
  };
}

export function propertyPage(changes: readonly PropertyChange[], at: (property: number) => PropertyAt, from: number, limit: number): PropertyPage {
  const rows = changes.slice(from, from + limit).map((change, index) => propertyView(change, at(from + index)));
  return { rows, total: changes.length };
}

function propertyView(change: PropertyChange, at: PropertyAt): PropertyView {
  const { path, kind, secret = false, moved = false, inside, fallback, lines } = change;
  const view: PropertyView = { path: cut(path, LONGEST_PATH), kind, secret, moved, at };
  if (inside) view.inside = { path: cut(inside.path, LONGEST_PATH), format: inside.format };
  if (fallback) view.fallback = fallback;
  if (lines) view.lines = linePage(lines, 0);
  else {
    if ("before" in change) view.before = shown(change.before, { ...at, side: "before" });
    if ("after" in change) view.after = shown(change.after, { ...at, side: "after" });
    const first = firstDifference(change);
    if (first) view.firstDifference = first;
  }
  return view;
}

function firstDifference({ before, after }: PropertyChange): FirstDifference | undefined {
  if (typeof before !== "string" || typeof after !== "string" || Math.max(before.length, after.length) <= LONGEST_SHOWN) return undefined;
  const least = Math.min(before.length, after.length);
  let index = 0;
  while (index < least && before.charCodeAt(index) === after.charCodeAt(index)) index += 1;
  if (index < LONGEST_SHOWN - EXCERPT) return undefined;
  const from = Math.max(0, index - EXCERPT_BEFORE);
  const excerpt = (text: string): string => `…${head(text.slice(from, from + EXCERPT + 1), EXCERPT)}${from + EXCERPT < text.length ? "…" : ""}`;
  return { index, before: excerpt(before), after: excerpt(after) };
}

export function linePage(lines: readonly TextLine[], from: number): LinePage {
  const rows: LineView[] = [];
  let before = 1;
  let after = 1;
  const last = Math.min(lines.length, from + MOST_LINES);
  for (let at = 0; at < last; at++) {
    const { kind, text = "" } = lines[at] as TextLine;
    const skipped = kind === "skip" ? Number(text) || 0 : 0;
    if (at >= from) rows.push({ kind, text: cut(text), ...(kind !== "add" && kind !== "skip" && { old: before }), ...(kind !== "delete" && kind !== "skip" && { new: after }) });
    before += kind === "skip" ? skipped : kind === "add" ? 0 : 1;
    after += kind === "skip" ? skipped : kind === "delete" ? 0 : 1;
  }
  return { rows, left: lines.length - last };
}

/** `fitting`: the first of the group's rows that pass the filter; `count` of them do. */
export function groupView({ group, kind, count: of, types, properties }: Group, { fitting, count, at, urns }: { fitting: readonly [Change, ...Change[]]; count: number; at: ChangeAt; urns: LongUrns }): GroupView {
  const [first] = fitting;
  return {
    group,
    kind,
    count,
    of,
    types: bounded(types.slice(0, SHAPES_IN_GROUP)),
    properties: properties.slice(0, SHAPES_IN_GROUP).map(({ path, kind }) => ({ path: cut(path, LONGEST_PATH), kind })),
    propertiesLeft: Math.max(0, properties.length - SHAPES_IN_GROUP),
    names: fitting.map(({ urn }) => cut(nameIn(urn), 200)),
    example: { row: changeRow(first, at, urns), properties: changeDetail(first, at, 0, PROPERTIES_OF_EXAMPLE, urns).properties },
  };
}

function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::") || urn;
}
