/**
 * Addresses of the page. The part behind `#` names the view, the stack and what the person chose in it, so that back, forward and shared links work from
 * any static host. No token, no name of a server and nothing out of a file goes into it.
 */
import type { Query, StackVersion, Target } from "../js/elements/public.js";

export const STACK_TABS = ["overview", "resources", "graph", "integrity", "updates"] as const;
export const FILE_TABS = ["diff", "old", "new", "update"] as const;
export const ORGANIZATION_TABS = ["members", "teams", "webhooks", "audit", "usage", "search"] as const;

export type StackTab = (typeof STACK_TABS)[number];
export type FileTab = (typeof FILE_TABS)[number];
export type OrganizationTab = (typeof ORGANIZATION_TABS)[number];

export type Route = { query: Query } & (
  | { view: "open" }
  | { view: "connect" }
  | { view: "stacks"; organization: string }
  | { view: "stack"; stack: string; tab: StackTab; version?: number }
  | { view: "update"; stack: string; update: number | string; preview: boolean }
  | { view: "diff"; old: StackVersion; new: StackVersion }
  | { view: "files"; tab: FileTab }
  | { view: "organization"; organization: string; tab: OrganizationTab }
);

/** The route of one view. */
export type RouteOf<V extends Route["view"]> = Extract<Route, { view: V }>;

/** Names in `query` that belong to the route itself. */
const OWN = ["old", "new", "version"];

/** Whether an address means a view; one that does not leads to the first view. */
export function isAddress(hash: string): boolean {
  return parseRoute(hash).view !== "open" || /^#?\/?(\?.*)?$/.test(hash);
}

/** What an address means; what it does not mean leads to the first view. */
export function parseRoute(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const params = Object.fromEntries(new URLSearchParams(search));
  const query = Object.fromEntries(Object.entries(params).filter(([name]) => !OWN.includes(name)));
  const [view, ...parts] = path.split("/").map(decoded);
  const [a, b, c, d, e] = parts;
  if (view === "connect" && parts.length === 0) return { view, query };
  if (view === "stacks" && a) return { view, organization: a, query };
  if (view === "organization" && a && within(ORGANIZATION_TABS, b)) return { view, organization: a, tab: b, query };
  if (view === "files" && within(FILE_TABS, a)) return { view, tab: a, query };
  if (view === "diff" && params["old"] && params["new"]) return { view, old: versionOf(params["old"]), new: versionOf(params["new"]), query };
  if (view === "stack" && a && b && c) {
    const stack = `${a}/${b}/${c}`;
    if ((d === "updates" || d === "previews") && e) return { view: "update", stack, update: d === "updates" && /^\d+$/.test(e) ? Number(e) : e, preview: d === "previews", query };
    const version = Number(params["version"]);
    return { view, stack, tab: within(STACK_TABS, d) ? d : "overview", ...(version > 0 && { version }), query };
  }
  return { view: "open", query };
}

/** The address of a route, with its `#`. */
export function formatRoute(route: Route): string {
  const { view, query } = route;
  switch (view) {
    case "open":
      return address([], query);
    case "connect":
      return address([view], query);
    case "stacks":
      return address([view, route.organization], query);
    case "organization":
      return address([view, route.organization, route.tab], query);
    case "files":
      return address([view, route.tab], query);
    case "diff":
      return address([view], { old: versionText(route.old), new: versionText(route.new), ...query });
    case "stack":
      return address([view, ...route.stack.split("/"), route.tab], { ...(route.version !== undefined && { version: String(route.version) }), ...query });
    case "update":
      return address(["stack", ...route.stack.split("/"), route.preview ? "previews" : "updates", String(route.update)], query);
  }
}

/** Where a link of an element leads within the page. `files`: the resources that it speaks of lie in a file. */
export function routeTo(target: Target, from: Route): Route {
  switch (target.kind) {
    case "stack":
      return { view: "stack", stack: target.stack, tab: target.tab ?? "overview", ...(target.version !== undefined && { version: target.version }), query: {} };
    case "update":
      return { view: "update", stack: target.stack, update: target.update, preview: target.preview ?? false, query: {} };
    case "diff":
      return { view: "diff", old: target.old, new: target.new, query: {} };
    case "organization":
      if (target.view === "stacks") return { view: "stacks", organization: target.organization, query: target.query ?? {} };
      return { view: "organization", organization: target.organization, tab: target.view, query: target.query ?? {} };
    case "resource": {
      const query = { urn: target.urn };
      const stack = target.stack ?? ("stack" in from ? from.stack : undefined);
      if (stack !== undefined) return { view: "stack", stack, tab: target.view ?? "resources", ...(target.version !== undefined && { version: target.version }), query };
      const tab = from.view === "files" && from.tab !== "diff" && from.tab !== "update" ? from.tab : "new";
      return { view: "files", tab, query: { ...query, ...(target.view === "graph" && { part: "graph" }) } };
    }
  }
}

function address(parts: readonly string[], query: Query): string {
  const search = new URLSearchParams(query).toString();
  return `#/${parts.map(encodeURIComponent).join("/")}${search ? `?${search}` : ""}`;
}

function versionOf(text: string): StackVersion {
  const [, stack = text, version] = /^(.*)@(\d+)$/.exec(text) ?? [];
  return { stack, ...(version !== undefined && { version: Number(version) }) };
}

function versionText({ stack, version }: StackVersion): string {
  return version === undefined ? stack : `${stack}@${version}`;
}

function within<T extends string>(list: readonly T[], text: string | undefined): text is T {
  return (list as readonly (string | undefined)[]).includes(text);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
