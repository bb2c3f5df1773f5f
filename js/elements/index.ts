/** `import "stackscope/elements"` defines all elements. What each takes and tells is declared in `public.ts`. */
import "./ui/menu.js";
import "./ui/time.js";
import "./ui/value.js";
import "./chart/resource-count.js";
import "./chart/usage.js";
import "./diff/diff.js";
import "./graph/graph.js";
import "./integrity/integrity.js";
import "./organization/audit-log.js";
import "./organization/members.js";
import "./organization/search.js";
import "./organization/teams.js";
import "./organization/webhooks.js";
import "./outputs/outputs.js";
import "./resources/resources.js";
import "./stack/stack.js";
import "./stacks/stacks.js";
import "./update/update.js";
import "./updates/updates.js";

export { disconnect } from "./engine/servers.js";
export { keys } from "./ui/shortcuts.js";
