/**
 * Differences that are known of servers other than Pulumi Cloud, so that the suite does not wonder at them: per server, by function, the
 * text that the note must contain and the reason.
 */
const TAKEN = "absent: the last words of its path are taken for an update's";

const KNOWN = {
  procella: {
    "webhooks.create": ["status 500", "takes webhooks of another form"],
    "auditLogs.list": ["status 500", "takes dates, not unix seconds"],
  },
  "pulumi-backend": {
    "updates.preview": ["`info` is missing", TAKEN],
    ...Object.fromEntries(["stacks.resourceCount", "stacks.resources", "deployments.settings", "schedules.list", "drift.runs"].map((name) => [name, ["not found", TAKEN]])),
  },
};

export const SERVERS = Object.keys(KNOWN);

/** The reason for a difference, if it is known of the server. */
export function knownOf(server) {
  return ({ function: name }, note) => {
    const [text, reason] = KNOWN[server]?.[name] ?? [];
    return text !== undefined && note.includes(text) ? reason : undefined;
  };
}
