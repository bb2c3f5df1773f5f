/** One stack: its names, its history, and what people have attached to it. */
import type { History } from "./history.js";
import type { StackPlan } from "./roster.js";
import type { Hook } from "./webhooks.js";
import type { Deployment } from "./deployments.js";
import type { Schedule } from "./schedules.js";

export interface Stack {
  /** Never changes, whatever the stack is called. */
  readonly programID: string;
  organization: string;
  project: string;
  stack: string;
  /** What it was in the beginning. */
  readonly plan: StackPlan;
  readonly history: History;
  /** Of its secrets. */
  readonly key: string;
  owner: string;
  tags: Map<string, string>;
  config: { [key: string]: unknown } | undefined;
  notifications: { notifyUpdateFailure: boolean; notifyUpdateSuccess: boolean };
  annotations: Map<string, { version: number; body: { [key: string]: unknown } }>;
  /** `undefined` until somebody looks: made from the seed then. */
  hooks: Hook[] | undefined;
  deployments: Deployment[] | undefined;
  settings: { [key: string]: unknown } | undefined | null;
  schedules: Schedule[] | undefined;
  deletedAt?: number;
}
