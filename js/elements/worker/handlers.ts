/** Everything that the page can call, by name. A family of calls has a file of its own; `Calls` is what types the page's side. */
import type { Desk } from "./desk.js";
import { serverCalls } from "./server.js";
import { sourceCalls } from "./source.js";
import { chartCalls } from "./charts.js";
import { contentsCalls } from "./contents.js";
import { diffCalls } from "./diff.js";
import { graphCalls } from "./graph.js";
import { logCalls } from "./log.js";
import { organizationCalls } from "./organization.js";
import { stackCalls } from "./stack.js";
import { stacksCalls } from "./stacks.js";
import { userCalls } from "./user.js";

export function handlersOf(desk: Desk) {
  return {
    ...serverCalls(desk),
    ...sourceCalls(desk),
    ...chartCalls(desk),
    ...contentsCalls(desk),
    ...diffCalls(desk),
    ...graphCalls(desk),
    ...logCalls(desk),
    ...stacksCalls(desk),
    ...stackCalls(desk),
    ...organizationCalls(desk),
    ...userCalls(desk),
  };
}

export type Calls = ReturnType<typeof handlersOf>;
