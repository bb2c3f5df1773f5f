/** What a person chose in a difference, read from the element's `query` and written to it. */
import type { ChangeFilter, ChangeKind, Compare } from "../../browser.js";
import type { Query } from "../public.js";
import { KINDS } from "./kinds.js";

export type View = "split" | "unified";
export type Mode = "changes" | "groups";

export interface Choice {
  kinds: readonly ChangeKind[];
  text: string;
  type: string;
  package: string;
  group: number | undefined;
  /** URN of the resource that was unfolded last. */
  urn: string;
  mode: Mode;
  view: View;
  /** As chosen; else it follows from what is compared. */
  compare: Compare | undefined;
  internal: boolean;
  /** Whether changed providers and times are shown. */
  bookkeeping: boolean;
  /** Whether the order of lists doesn't matter. */
  unordered: boolean;
  swap: boolean;
}

/** Names in `query` that narrow the list. */
export const FILTERS = ["q", "kinds", "type", "package", "group"] as const;

export function choiceOf(query: Query): Choice {
  const kinds = (query["kinds"] ?? "").split(",");
  const group = Number.parseInt(query["group"] ?? "", 10);
  const compare = query["compare"];
  return {
    kinds: KINDS.filter((kind) => kinds.includes(kind)),
    text: query["q"] ?? "",
    type: query["type"] ?? "",
    urn: query["urn"] ?? "",
    package: query["package"] ?? "",
    group: group >= 0 ? group : undefined,
    mode: query["mode"] === "groups" ? "groups" : "changes",
    view: query["view"] === "unified" ? "unified" : "split",
    compare: compare === "stacks" || compare === "versions" ? compare : undefined,
    internal: query["internal"] === "1",
    bookkeeping: query["bookkeeping"] === "1",
    unordered: query["unordered"] === "1",
    swap: query["swap"] === "1",
  };
}

/** Whether anything narrows the list. */
export const isNarrowed = ({ kinds, text, type, package: name, group }: Choice): boolean => kinds.length > 0 || text !== "" || type !== "" || name !== "" || group !== undefined;

/** What gives all of it up. */
export const noFilters = (): Record<string, string> => Object.fromEntries(FILTERS.map((name) => [name, ""]));

/** The filter in the package's words, without what isn't set. */
export function filterOf({ kinds, text, type, package: name, group }: Choice): ChangeFilter {
  return {
    ...(kinds.length > 0 && { kind: [...kinds] }),
    ...(text && { text }),
    ...(type && { type }),
    ...(name && { package: name }),
    ...(group !== undefined && { group }),
  };
}
