/** The view that the address names. */
import type { App } from "../app.js";
import { connectView } from "./connect.js";
import type { Route } from "../route.js";
import { diffView } from "./diff.js";
import { filesView } from "./files.js";
import { openView } from "./open.js";
import { organizationView } from "./organization.js";
import { stackView } from "./stack.js";
import { stacksView } from "./stacks.js";
import { updateView } from "./update.js";

export function viewOf(app: App): unknown {
  const { route, session } = app;
  if (needsServer(route) && session.server === undefined) return connectView(app);
  switch (route.view) {
    case "open":
      return openView(app);
    case "connect":
      return connectView(app);
    case "stacks":
      return stacksView(app, route);
    case "stack":
      return stackView(app, route);
    case "update":
      return updateView(app, route);
    case "diff":
      return diffView(app, route);
    case "files":
      return filesView(app, route);
    case "organization":
      return organizationView(app, route);
  }
}

/** Whether a view shows what a server has. */
export function needsServer({ view }: Route): boolean {
  return view !== "open" && view !== "connect" && view !== "files";
}
