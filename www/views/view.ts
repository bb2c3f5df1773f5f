/** The view that the address names. */
import type { App } from "../app.js";
import { diffView } from "./diff.js";
import { filesView } from "./files.js";
import { openView } from "./open.js";
import { organizationView } from "./organization.js";
import { stackView } from "./stack.js";
import { stacksView } from "./stacks.js";
import { updateView } from "./update.js";

export function viewOf(app: App): unknown {
  const { route } = app;
  switch (route.view) {
    case "open":
      return openView(app);
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
