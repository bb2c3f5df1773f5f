/** What the window is called in a view. Names of files stay out of it: browsers keep titles in their history. */
import { FILE_WORDS, ORGANIZATION_WORDS, STACK_WORDS } from "./words.js";
import type { Route } from "./route.js";

export function titleOf(route: Route): string {
  return `${placeOf(route)} · stackscope`;
}

function placeOf(route: Route): string {
  switch (route.view) {
    case "open":
      return "Open";
    case "connect":
      return "Connect";
    case "stacks":
      return `Stacks of ${route.organization}`;
    case "organization":
      return `${ORGANIZATION_WORDS[route.tab]} of ${route.organization}`;
    case "stack":
      return `${route.stack}${route.tab === "overview" ? "" : ` · ${STACK_WORDS[route.tab]}`}`;
    case "update":
      return `${route.preview ? "Preview" : "Update"}${typeof route.update === "number" ? ` ${route.update}` : ""} of ${route.stack}`;
    case "diff":
      return `Differences of ${route.old.stack}${route.old.stack === route.new.stack ? "" : ` and ${route.new.stack}`}`;
    case "files":
      return `${FILE_WORDS[route.tab]} from files`;
  }
}
