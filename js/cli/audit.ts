/** `stackscope audit …` */
import { Option, type Command } from "commander";
import type { AuditLogEvent } from "../node.js";
import { addCall, addGroup, given, type Call, type Done } from "./call.js";
import { time } from "./cells.js";
import { list, listOptions, resumed, type ListFlags } from "./listing.js";
import { past } from "./moment.js";
import { NewerFirst } from "./newer.js";
import { showText } from "./results.js";
import type { Cell, Column } from "./table.js";

interface FilterFlags {
  before?: number;
  after?: number;
  user?: string;
  event?: string;
}

export function auditCommands(program: Command, done: Done): void {
  const group = addGroup(program, "audit", "read the audit log of an organization", EXAMPLES);
  const older = [new Option("--v1", "ask the server's older endpoint alone"), new Option("--iso", "send times as dates where the older endpoint is asked; some servers read no seconds")];
  addCall(group, done, { spec: "list <ORGANIZATION>", summary: "list what was done, newest first", options: [...filters(), ...older, ...listOptions()] }, ({ cloud, flags }: Call<FilterFlags & ListFlags & { v1?: true; iso?: true }>, organization: string) => {
    const { before = Math.floor(Date.now() / 1000), after, user, event, v1 = false, iso } = flags;
    const query = { ...given({ userFilter: user, eventFilter: event }), ...resumed(flags) };
    const entries = new NewerFirst<AuditLogEvent>({
      // It begins at startTime; the older one counts that as the end.
      newer: () => cloud.auditLogs.listV2(organization, { ...query, ...given({ startTime: after, endTime: flags.before }) }),
      older: () => cloud.auditLogs.list(organization, { ...query, before, ...given({ endTime: after, timeFormat: iso && "iso" }) }),
      v1,
      resumed: flags.resume !== undefined,
    });
    return list(entries, ENTRIES, flags, () => (entries.isOld ? `${v1 ? "" : "--v1 "}${flags.before === undefined ? `--before ${before} ` : ""}` : ""));
  });
  const as = new Option("--as <TYPE>", "comma-separated values, or the Common Event Format").choices(["csv", "cef"]).default("csv");
  addCall(group, done, { spec: "export <ORGANIZATION>", summary: "print the log as CSV or CEF", options: [...filters(), as], formats: ["text", "json", "markdown"] }, async ({ cloud, flags }: Call<FilterFlags & { as: string }>, organization: string) => {
    const { before, after, user, event, as: format } = flags;
    await showText(await cloud.auditLogs.export(organization, { format, ...given({ before, endTime: after, userFilter: user, eventFilter: event }) }), flags);
  });
}

const EXAMPLES = `
stackscope audit list acme --after 7d --user grace
stackscope audit export acme --before 2026-11-01 > october.csv`;

function filters(): Option[] {
  return [
    new Option("--before <WHEN>", "older than this: a date, or a span such as 30d").argParser(past),
    new Option("--after <WHEN>", "younger than this").argParser(past),
    new Option("--user <USER>", "done by this user"),
    new Option("--event <NAME>", "of this kind"),
  ];
}

const ENTRIES: Column<AuditLogEvent>[] = [
  { title: "time", value: ({ timestamp }) => time(timestamp) },
  { title: "by", value: ({ user, actorName, tokenName }) => user?.githubLogin ?? actorName ?? tokenName },
  { title: "event", value: ({ event, authFailure }): Cell => (event === undefined || !authFailure ? event : { text: event, tone: "bad" }) },
  { title: "from", value: ({ sourceIP }) => sourceIP },
  { title: "description", value: ({ description }) => description },
];
