/**
 * Faults of lists in parts. They work on any list that hands out `continuationToken`, `nextToken` or `pagination.next`: on
 * the way in they take their own marks off the token, on the way out they change the token or the rows.
 */
import type { Answer } from "../http/answer.js";
import { isObject } from "../http/call.js";
import type { Effect } from "./list.js";

const PARAMETERS = ["continuationToken", "nextToken", "cursor", "continue"] as const;
const KEYS = ["continuationToken", "nextToken"] as const;
const MARK = "empty-";

/** What a request for a page asked: its token, and what a mark of ours on it said. */
export interface Asked {
  /** Absolute, as pagination URIs are. */
  url: string;
  from?: { parameter: string; token: string };
  /** The token that the empty page now due carries. */
  emptyThen?: string;
}

/** Reads the token off a query and takes our marks off it, so that the route sees the service's own token. */
export function readToken(url: string, query: URLSearchParams, effects: readonly Effect[]): Asked {
  const parameter = PARAMETERS.find((name) => query.get(name));
  const sent = parameter && query.get(parameter);
  if (!parameter || !sent) return { url };
  const [, count, own] = /^empty-(\d+)-(.*)$/.exec(sent) ?? [];
  const token = own ?? sent;
  query.set(parameter, token);
  const asked: Asked = { url, from: { parameter, token } };
  const effect = effects.find((effect) => effect.kind === "empty");
  if (!effect || (effect.pages === "one" && count !== undefined)) return asked;
  return { ...asked, emptyThen: `${MARK}${Number(count ?? 0) + 1}-${token}` };
}

/** Changes the answer's token or rows as the effects say. `repeated` remembers pages that have pointed to themselves. */
export function changePage(answer: Answer, asked: Asked, effects: readonly Effect[], repeated: Set<string>): Answer {
  if (answer.status !== 200 || answer.body?.kind !== "json" || !isObject(answer.body.value)) return answer;
  const value = answer.body.value;
  if (asked.emptyThen !== undefined) return withValue(answer, { ...withoutRows(value), ...pointing(value, asked, asked.emptyThen) });
  const repeat = effects.find((effect) => effect.kind === "repeat");
  if (!repeat || (repeat.times === "once" && repeated.has(asked.url))) return answer;
  const again = toItself(value, asked);
  if (again === undefined) return answer;
  repeated.add(asked.url);
  return withValue(answer, { ...value, ...again });
}

/** The fields by which this page points to itself; undefined where it is a first page or no page at all. */
function toItself(value: Record<string, unknown>, asked: Asked): Record<string, unknown> | undefined {
  if (asked.from) return pointing(value, asked, asked.from.token);
  const page = Number(new URL(asked.url).searchParams.get("page") ?? 1);
  return isObject(value["pagination"]) && page > 1 ? { pagination: { ...value["pagination"], next: asked.url } } : undefined;
}

function pointing(value: Record<string, unknown>, asked: Asked, token: string): Record<string, unknown> {
  if (!isObject(value["pagination"])) return { [KEYS.find((key) => key in value) ?? "continuationToken"]: token };
  const parameter = asked.from?.parameter ?? "continue";
  const url = new URL(asked.url);
  url.searchParams.set(parameter, token);
  const fields = parameter === "continue" ? { continue: url.href } : { cursor: token, next: url.href };
  return { pagination: { ...value["pagination"], ...fields } };
}

function withoutRows(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, Array.isArray(field) ? [] : field]));
}

const withValue = (answer: Answer, value: unknown): Answer => ({ ...answer, body: { kind: "json", value } });
