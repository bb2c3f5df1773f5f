/** What the routes' tables are made of. */
import type { Call } from "../http/call.js";
import type { Answer } from "../http/answer.js";
import type { Parameters, Route } from "../http/router.js";
import type { HookTarget, StackName, World } from "../world/index.js";

export type WorldRoute = Route<World>;

export const STACK = "/api/stacks/{organization}/{project}/{stack}";
export const ORGANIZATION = "/api/orgs/{organization}";

/** The four words under which a stack's updates are found; each finds updates of any kind. */
export const OPERATIONS = ["update", "preview", "refresh", "destroy"] as const;

export type Respond = (world: World, call: Call, parameters: Parameters) => Answer | Promise<Answer>;

export function parameter(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}

export function stackOf(parameters: Parameters): StackName {
  return { organization: parameter(parameters, "organization"), project: parameter(parameters, "project"), stack: parameter(parameters, "stack") };
}

export const organizationOf = (parameters: Parameters): string => parameter(parameters, "organization");

/** A webhook's owner: the stack, where the path has one. */
export const targetOf = (parameters: Parameters): HookTarget => ("stack" in parameters ? stackOf(parameters) : { organization: organizationOf(parameters) });

/** Each route is one line of a table: `route("GET", path, respond)`. */
export const route = (method: WorldRoute["method"], path: string, answer: Respond, more: { open?: true; large?: true } = {}): WorldRoute => ({ method, path, answer, ...more });

/** Drops the entries without a value, so that optional fields stay absent. */
export function given<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
