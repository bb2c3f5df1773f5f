/** The audit log of an organisation, newest first: read page by page as far as one scrolls, by the newer endpoint where the server has it. */
import type { AuditLogEvent, ListAuditLogsV2 } from "../../browser.js";
import { cut } from "./bounded.js";
import { maskField, maskText } from "./credentials.js";
import type { Desk } from "./desk.js";
import { FarList, type Source } from "./far-list.js";
import { Kept } from "./kept.js";
import type { Context } from "./messages.js";
import type { OfOrganization } from "./organization-members.js";
import { shown, type Shown } from "./shown.js";

/** What the server filters by. */
export interface AuditFilter {
  /** ISO 8601 */
  from?: string;
  /** ISO 8601 */
  to?: string;
  event?: string;
  /** Login. */
  user?: string;
}

export interface AuditOf extends OfOrganization {
  filter: AuditFilter;
}

export interface AuditRow {
  /** Where it stands among the entries that were read. */
  at: number;
  /** Unix seconds. */
  time?: number;
  event: string;
  description: string;
  login?: string;
  actor: string;
  token?: string;
  address?: string;
  refused: boolean;
  /** `organization/project/stack` of which the description speaks. */
  stack?: string;
  /** Id of an update of that stack. */
  update?: string;
}

export interface AuditPage {
  rows: AuditRow[];
  /** How far one can scroll for now. */
  total: number;
  /** How many entries were read. */
  read: number;
  ended: boolean;
  /** Unix seconds of the oldest entry that was read. */
  oldest?: number;
  /** Logins of who did what was read. */
  users: string[];
}

const AHEAD = 100;
const MOST_USERS = 200;
const MOST_TYPES = 500;

export function auditCalls(desk: Desk) {
  const lists = new Kept<FarList<AuditLogEvent>>((list) => list.stop());
  desk.onForget(lists.forgetServer);
  const listOf = ({ server, organization, round, filter }: AuditOf): FarList<AuditLogEvent> =>
    lists.take([server, organization, round, filter.from, filter.to, filter.event, filter.user], () => {
      const { auditLogs } = desk.server(server);
      const { to, from } = filter;
      return new FarList<AuditLogEvent>(
        (options) => auditLogs.listV2(organization, { ...options, ...newer(filter) }),
        (options) => since(auditLogs.list(organization, { ...options, ...only(filter), ...(to && { before: to }), retry: { attempts: 2 } }), from),
        // Some servers read no seconds.
        (options) => since(auditLogs.list(organization, { ...options, ...only(filter), ...(to && { before: to }), timeFormat: "iso" }), from),
      );
    });
  return {
    "audit.list": async (query: AuditOf & { text: string; offset: number; limit: number }, { signal }: Context): Promise<AuditPage> => {
      const list = listOf(query);
      const text = query.text.trim().toLowerCase();
      await list.upTo(text === "" ? query.offset + query.limit : 1, signal);
      const { items, ended } = list;
      const rows = (text === "" ? items.slice(query.offset, query.offset + query.limit).map((item, at) => rowOf(query.organization, item, query.offset + at)) : items.map((item, at) => rowOf(query.organization, item, at)).filter((row) => speaksOf(row, text)));
      const oldest = items.at(-1)?.timestamp;
      return {
        rows: text === "" ? rows : rows.slice(query.offset, query.offset + query.limit),
        total: text === "" ? items.length + (ended ? 0 : AHEAD) : rows.length,
        read: items.length,
        ended,
        ...(oldest !== undefined && { oldest }),
        users: usersOf(items),
      };
    },
    /** Reads further back, without showing it. */
    "audit.further": async (query: AuditOf & { entries: number }, { signal }: Context): Promise<void> => {
      const list = listOf(query);
      await list.upTo(list.items.length + query.entries, signal);
    },
    /** Everything that the server tells of one entry. */
    "audit.entry": (query: AuditOf & { at: number }): [name: string, value: Shown][] => Object.entries(listOf(query).items[query.at] ?? {}).flatMap(([name, value]) => fieldsOf(name, value)),
    /** The types that the server can filter by; none where it does not tell. */
    "audit.types": async ({ server, organization }: { server: number; organization: string }, { signal }: Context): Promise<{ event: string; title: string }[]> => {
      const { eventTypes } = await desk.server(server).auditLogs.eventTypes(organization, { signal });
      return eventTypes.slice(0, MOST_TYPES).map(({ event, displayName }) => ({ event: cut(event, 100), title: cut(displayName || event, 100) }));
    },
    /** Everything that fits the filter, as CSV. */
    "audit.export": async ({ server, organization, filter }: { server: number; organization: string; filter: AuditFilter }, { signal }: Context): Promise<Blob> => {
      const { auditLogs } = desk.server(server);
      const text = await auditLogs.exportV2(organization, { ...newer(filter), format: "csv", signal }).catch((error: { code?: unknown }) => {
        if (error.code !== "unsupported" && error.code !== "not_found") throw error;
        return auditLogs.export(organization, { ...only(filter), ...(filter.to && { before: filter.to }), format: "csv", signal });
      });
      return new Blob([text], { type: "text/csv" });
    },
  };
}

function only({ event, user }: AuditFilter): { eventFilter?: string; userFilter?: string } {
  return { ...(event && { eventFilter: event }), ...(user && { userFilter: user }) };
}

function newer(filter: AuditFilter): ListAuditLogsV2 {
  const { from, to } = filter;
  return { ...only(filter), ...(from && { startTime: from }), ...(to && { endTime: to }) };
}

/** The older endpoint has no lower bound: its list ends here where the entries get older. */
function since(list: Source<AuditLogEvent>, from: string | undefined): Source<AuditLogEvent> {
  if (from === undefined) return list;
  const bound = new Date(from).getTime() / 1000;
  return {
    async *pages() {
      const pages = list.pages();
      for (let { done, value } = await pages.next(); !done && value; { done, value } = await pages.next()) {
        const items = value.items.filter(({ timestamp = 0 }) => timestamp >= bound);
        if (items.length === value.items.length) yield value;
        else return void (yield { items, answer: value.answer });
      }
    },
  };
}

function rowOf(organization: string, { timestamp, event = "", description = "", user, actorName, tokenName, sourceIP, authFailure }: AuditLogEvent, at: number): AuditRow {
  const about = stackOf(organization, description);
  return {
    at,
    ...(timestamp !== undefined && { time: timestamp }),
    event: cut(event, 200),
    description: cut(maskText(description)),
    ...(user?.githubLogin && { login: cut(user.githubLogin, 200) }),
    actor: cut(user?.name || user?.githubLogin || actorName || "", 200),
    ...(tokenName && { token: cut(tokenName, 200) }),
    ...(sourceIP && { address: cut(sourceIP, 60) }),
    refused: authFailure === true,
    ...about,
  };
}

/** Descriptions name stacks as `project/stack`, or in full. */
function stackOf(organization: string, description: string): { stack?: string; update?: string } {
  const [, named] = /\bstack "?([\w.-]+\/[\w.-]+(?:\/[\w.-]+)?)"?/.exec(description) ?? [];
  if (named === undefined) return {};
  const [, update] = /\bupdate "([0-9a-f-]{8,})"/i.exec(description) ?? [];
  return { stack: named.split("/").length === 3 ? named : `${organization}/${named}`, ...(update && { update }) };
}

function speaksOf({ event, description, login = "", actor, token = "", address = "" }: AuditRow, text: string): boolean {
  return `${event}\n${description}\n${login}\n${actor}\n${token}\n${address}`.toLowerCase().includes(text);
}

function usersOf(items: readonly AuditLogEvent[]): string[] {
  const users = new Set<string>();
  for (const { user } of items) if (user?.githubLogin && users.size < MOST_USERS) users.add(cut(user.githubLogin, 200));
  return [...users].sort();
}

/** A field, without what opens doors; what an object holds counts one by one. No pictures from elsewhere. */
function fieldsOf(name: string, value: unknown): [string, Shown][] {
  if (value === undefined || value === null || name === "avatarUrl") return [];
  if (name === "user" && typeof value === "object") return Object.entries(value).flatMap(([inner, item]) => fieldsOf(inner, item).map(([, text]): [string, Shown] => [`${name}.${cut(inner, 100)}`, text]));
  return [[cut(name, 100), shown(maskField(name, value))]];
}
