/** Webhooks of an organisation or a stack. Addresses come masked; keys never come. */
import type { WebhookResponse } from "../../browser.js";
import { cut } from "./bounded.js";
import { maskAddress, type SafeAddress } from "./credentials.js";
import type { Desk } from "./desk.js";
import type { Context } from "./messages.js";

export interface WebhookRow {
  name: string;
  displayName: string;
  address: SafeAddress;
  /** What the address means where the webhook starts a deployment: `project/stack`. */
  stack?: string;
  format: string;
  events: string[];
  groups: string[];
  active: boolean;
  /** Whether its deliveries are signed. */
  signed: boolean;
}

/** `target`: `acme`, or `acme/web/prod`. */
export interface OfTarget {
  server: number;
  target: string;
}

const MOST_ROWS = 500;
const MOST_EVENTS = 100;

export function webhookCalls(desk: Desk) {
  return {
    "webhooks.list": async ({ server, target }: OfTarget, { signal }: Context): Promise<{ rows: WebhookRow[]; total: number }> => {
      const found = await desk.server(server).webhooks.list(target, { signal });
      return { rows: found.slice(0, MOST_ROWS).map(rowOf), total: found.length };
    },
  };
}

function rowOf({ id, name, displayName, payloadUrl = "", format = "raw", filters = [], groups = [], active, hasSecret }: WebhookResponse): WebhookRow {
  const address = maskAddress(payloadUrl);
  return {
    name: cut(name || id || "", 200),
    displayName: cut(displayName || name || id || "", 200),
    address: { host: cut(address.host, 200), text: cut(address.text, 500) },
    ...(format === "pulumi_deployments" && /^[\w.-]+\/[\w.-]+$/.test(payloadUrl) && { stack: cut(payloadUrl, 200) }),
    format: cut(format, 60),
    events: filters.slice(0, MOST_EVENTS).map((filter) => cut(filter, 100)),
    groups: groups.slice(0, MOST_EVENTS).map((group) => cut(group, 100)),
    active: active !== false,
    signed: hasSecret === true,
  };
}
