// Finds the functions of the client that a recorded request is for, and the arguments that lead to it.
//
// In: the table of endpoints, and method, path, query and body of a request. Out: {function, template, args, list} of each
// function; none where no endpoint has this method and path, or where the path has no decoded form.

/** Build a body of their own from the arguments, or send more than one request: another function of the endpoint is replayed. */
const COMPOSED = new Set(["tags.set", "teams.updateMembership", "teams.grantStackAccess", "teams.removeStackAccess"]);
/** Take no body although they write. */
const BODILESS = /\.(cancel|ping|redeliver|pause|resume|open)$/;
/** Give a list that is read page by page. */
const LISTS = new Set([
  "stacks.list",
  "stacks.activity",
  "updates.list",
  "updates.events",
  "updates.previews",
  "updates.previewsOf",
  "members.list",
  "teams.list",
  "tokens.list",
  "tokens.listForOrganization",
  "tokens.listForTeam",
  "auditLogs.list",
  "auditLogs.listV2",
  "search.resources",
  "search.resourcesV2",
  "deployments.list",
  "deployments.listForOrganization",
  "deployments.logs",
  "drift.runs",
  "environments.list",
]);
/** Take the version as an option: without it they read the latest. */
const VERSION_IS_OPTION = new Set(["stacks.exportState", "stacks.resources", "stacks.resource", "updates.timeline"]);
/** Query parameters that have another name as options. */
const OPTION_NAMES = { "output-type": "outputType", include_non_activated: "includeNonActivated" };
const NUMBERS = new Set(["page", "pageSize", "maxResults", "size", "top", "count", "offset", "job", "step", "lookbackDays", "version"]);
const LISTED = new Set(["sort", "facet"]);
const FLAGS = new Set(["asc", "force", "closed", "properties", "collapse", "includeSuspended", "includeNonActivated"]);

/** `calls(request)` for a table of endpoints. */
export function inverter(endpoints) {
  const templates = [...new Map(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint])).values()];
  return (request) => {
    const found = bestMatch(templates, request);
    if (found === undefined) return [];
    const { endpoint, values } = found;
    const functions = endpoints.filter(({ method, path, function: name }) => method === endpoint.method && path === endpoint.path && !COMPOSED.has(name));
    return functions.flatMap(({ function: name }) => {
      const args = argumentsOf(name, endpoint, values, request);
      return args ? [{ function: name, template: endpoint.path, args, list: LISTS.has(name) }] : [];
    });
  };
}

/** The segments of a path, decoded; undefined where one is no valid encoding. */
export function segmentsOf(path) {
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** The template with most literal segments, as a router chooses. */
function bestMatch(templates, { method, path }) {
  const segments = segmentsOf(path);
  if (segments === undefined || segments.some((segment) => segment === "")) return undefined;
  const matches = [];
  for (const endpoint of templates) {
    const parts = endpoint.path.split("/").slice(1);
    if (endpoint.method !== method || parts.length !== segments.length) continue;
    const isName = (part) => part.startsWith("{");
    if (!parts.every((part, index) => isName(part) || part === segments[index])) continue;
    const values = Object.fromEntries(parts.flatMap((part, index) => (isName(part) ? [[part.slice(1, -1), segments[index]]] : [])));
    matches.push({ endpoint, values, segments, literals: parts.length - Object.keys(values).length });
  }
  return matches.sort((a, b) => b.literals - a.literals)[0];
}

function argumentsOf(name, endpoint, values, { query, body }) {
  const { organization, project, stack, ...more } = values;
  const args = [];
  if (stack !== undefined) args.push({ organization, project, stack });
  else args.push(...[organization, project].filter((value) => value !== undefined));
  const options = optionsOf(name, query);
  if (options === undefined) return undefined;
  if (VERSION_IS_OPTION.has(name) && more.version !== undefined) {
    options.version = Number(more.version);
    delete more.version;
  }
  const word = /\/(preview|refresh|destroy)\/\{updateID\}/.exec(endpoint.path)?.[1];
  if (word) options.kind = word;
  args.push(...Object.values(more));
  if (["POST", "PUT", "PATCH"].includes(endpoint.method) && !BODILESS.test(name)) args.push(bodyOf(name, body));
  if (name === "deployments.stepLogs" && (options.job === undefined || options.step === undefined)) return undefined;
  return Object.keys(options).length > 0 ? [...args, options] : args;
}

function bodyOf(name, body) {
  if (name !== "stacks.importState") return body;
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body ?? null));
}

/** Moments as a server takes them: the audit log's options are numbers, or texts that are sent as such where `timeFormat` says so. */
function moments(name, options) {
  if (!name.startsWith("auditLogs")) return true;
  const given = ["before", "startTime", "endTime"].filter((option) => options[option] !== undefined);
  const counted = given.filter((option) => /^\d+$/.test(options[option]));
  for (const option of counted) options[option] = Number(options[option]);
  if (counted.length < given.length) options.timeFormat = "iso";
  return counted.length === 0 || counted.length === given.length;
}

/** The query as options; undefined where a value has no option's form, or is there twice. */
function optionsOf(name, query) {
  const options = {};
  for (const [parameter, value] of new URLSearchParams(query)) {
    const option = name.startsWith("auditLogs") && !name.endsWith("V2") && parameter === "startTime" ? "before" : (OPTION_NAMES[parameter] ?? parameter);
    if (name.startsWith("updates.ev") && option === "type") (options.type ??= []).push(Number(value));
    else if (LISTED.has(option)) (options[option] ??= []).push(value);
    else if (option in options) return undefined;
    else if (NUMBERS.has(option)) options[option] = Number(value);
    else if (FLAGS.has(option)) options[option] = value === "true";
    else options[option] = value;
  }
  const numbers = Object.values(options).flat().filter((value) => typeof value === "number");
  // Pages count from 1: page 0, which is all of them, is no page.
  return moments(name, options) && numbers.every((value) => Number.isInteger(value) && value >= 0) && options.page !== 0 ? options : undefined;
}
