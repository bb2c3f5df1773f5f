/** What all groups of operations share: the clock, who there is, the stacks by name, and the audit trail of what was written. */
import { open } from "./cipher.js";
import { History } from "./history.js";
import { type Organization, organizations, users } from "./people.js";
import { Random } from "./random.js";
import { conflict, notFound } from "./refusal.js";
import { roster, type StackPlan } from "./roster.js";
import { firstTags } from "./tags.js";
import { stackUrn } from "./state.js";
import type { Stack } from "./stack.js";
import type { Shape, StackName, UserInfo, WorldOptions } from "./types.js";
import { mapValues, type Properties, secret, SECRET, SIGNATURE } from "./values.js";

export interface Written {
  timestamp: number;
  event: string;
  description: string;
  user: string;
  organization: string;
  reqOrgAdmin: boolean;
  reqStackAdmin: boolean;
}

export class Core {
  readonly now: () => number;
  readonly seed: number;
  readonly epoch: number;
  readonly runningMs: number;
  readonly caller = "ada";
  readonly users: Map<string, UserInfo>;
  readonly organizations: Map<string, Organization>;
  readonly stacks = new Map<string, Stack>();
  readonly deleted: Stack[] = [];
  /** Newest last. */
  readonly written: Written[] = [];
  readonly #origins = new Map<string, Stack>();
  #ordered: Stack[] | undefined;
  #made = 0;

  constructor({ now = Date.now, seed = 1, epoch = 1_793_491_200, stacks = 0, runningMs = 40_000 }: WorldOptions) {
    this.now = now;
    this.seed = seed;
    this.epoch = epoch;
    this.runningMs = runningMs;
    this.users = users(seed);
    this.organizations = organizations(seed, epoch);
    for (const plan of roster(stacks)) {
      const stack = this.newStack(plan);
      this.put(stack);
      this.#origins.set(`${plan.organization}/${plan.project}/${plan.stack}`, stack);
    }
  }

  /** Keeps the stack under its names. */
  put(stack: Stack): void {
    this.stacks.set(keyOf(stack), stack);
    this.#ordered = undefined;
  }

  /** Forgets the stack under its names. */
  take(name: StackName): void {
    this.stacks.delete(keyOf(name));
    this.#ordered = undefined;
  }

  /** All stacks by organisation, project and stack. */
  get ordered(): readonly Stack[] {
    return (this.#ordered ??= [...this.stacks.values()].sort(
      (a, b) => compare(a.organization, b.organization) || compare(a.project, b.project) || compare(a.stack, b.stack),
    ));
  }

  /** Unix seconds. */
  get seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** A stream that no earlier call has had. */
  fresh(label: string): Random {
    this.#made += 1;
    return new Random(this.seed, label, "made", this.#made);
  }

  newStack(plan: StackPlan, programID?: string): Stack {
    const { seed, epoch, now } = this;
    const name = `${plan.organization}/${plan.project}/${plan.stack}`;
    const key = programID ?? new Random(seed, "program", name).uuid();
    const history = new History({ seed, epoch, plan, key, now, outputsOf: (other, at) => this.#outputsOf(other, at) });
    return {
      programID: key,
      organization: plan.organization,
      project: plan.project,
      stack: plan.stack,
      plan,
      history,
      key,
      owner: this.caller,
      tags: firstTags(plan),
      config: plan.versions > 0 ? { environment: `${plan.project}/${plan.stack}` } : undefined,
      notifications: { notifyUpdateFailure: true, notifyUpdateSuccess: false },
      annotations: new Map(),
      hooks: undefined,
      deployments: undefined,
      settings: undefined,
      schedules: undefined,
    };
  }

  organization(name: string): Organization {
    const found = this.organizations.get(name);
    if (!found) throw notFound(`Organization '${name}'`);
    return found;
  }

  stack(name: StackName): Stack {
    const found = this.stacks.get(`${name.organization}/${name.project}/${name.stack}`);
    if (!found) throw notFound(`Stack '${name.organization}/${name.project}/${name.stack}'`);
    return found;
  }

  /** The stack, unless an update of it is running. */
  idle(name: StackName): Stack {
    const found = this.stack(name);
    if (found.history.running) throw conflict("Another update is currently in progress.");
    return found;
  }

  user(login: string): UserInfo {
    return this.users.get(login) ?? { name: login, githubLogin: login, avatarUrl: "" };
  }

  /** A user as lists of updates name one. */
  brief(login: string): UserInfo {
    const { email: _, ...rest } = this.user(login);
    return rest;
  }

  audit(organization: string, event: string, description: string, needs: "organization" | "stack" | "nothing" = "nothing"): void {
    this.written.push({
      timestamp: this.seconds,
      event,
      description,
      user: this.caller,
      organization,
      reqOrgAdmin: needs === "organization",
      reqStackAdmin: needs === "stack",
    });
  }

  /** The stack's outputs at a time, with its secrets opened, under the name it had in the beginning. */
  #outputsOf(name: string, at: number): Properties {
    const stack = this.#origins.get(name);
    const record = stack?.history.records.filter((one) => one.started < at && one.live === undefined).at(-1);
    if (!stack || !record) return {};
    const { project, stack: called } = stack.history.namesAt(record.version);
    const root = stack.history.rowsAt(record.version).find((row) => row.urn === stackUrn(project, called));
    return opened(root?.outputs ?? {}, stack.key) as Properties;
  }
}

export function keyOf({ organization, project, stack }: StackName): string {
  return `${organization}/${project}/${stack}`;
}

function opened(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => opened(item, key));
  if (value === null || typeof value !== "object") return value;
  const object = value as Shape;
  if (object[SIGNATURE] !== SECRET) return mapValues(object, (item) => opened(item, key));
  const plain = open(key, String(object["ciphertext"]));
  return secret(plain ? JSON.parse(new TextDecoder().decode(plain)) : null);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
