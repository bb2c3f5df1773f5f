/** Deliveries of a webhook: the list as the server tells it, kept here; what one holds is masked and sent when it is unfolded. */
import type { WebhookDelivery } from "../../browser.js";
import { cut } from "./bounded.js";
import type { Desk } from "./desk.js";
import { Kept } from "./kept.js";
import { maskAddress, maskBody, maskHeaders, type SafeAddress } from "./credentials.js";
import type { Context } from "./messages.js";
import type { OfTarget } from "./organization-webhooks.js";
import { SharedWork } from "./shared-work.js";
import { rest, shown, type Rest, type Shown } from "./shown.js";

/** Deliveries of which webhook. Another `round` reads anew. */
export interface OfWebhook extends OfTarget {
  webhook: string;
  round: number;
}

export interface DeliveryRow {
  id: string;
  kind: string;
  /** Unix seconds. */
  time?: number;
  /** HTTP status that came back; absent where nothing did. */
  code?: number;
  milliseconds?: number;
}

export interface DeliveryDetail extends DeliveryRow {
  address: SafeAddress;
  requestHeaders: [name: string, value: string][];
  payload: Shown;
  responseHeaders: [name: string, value: string][];
  response: Shown;
}

interface OfDelivery extends OfWebhook {
  id: string;
}

type Body = "payload" | "responseBody";

export function deliveryCalls(desk: Desk) {
  const lists = new Kept<SharedWork<WebhookDelivery[]>>((list) => list.end());
  desk.onForget(lists.forgetServer);
  const all = ({ server, target, webhook, round }: OfWebhook, context: Context): Promise<WebhookDelivery[]> => {
    const key = [server, target, webhook, round];
    const begin = () => new SharedWork(({ signal }) => desk.server(server).webhooks.deliveries(target, webhook, { signal }), () => lists.without(key));
    return lists.take(key, begin).wait(context);
  };
  const one = async (of: OfDelivery, context: Context): Promise<WebhookDelivery> => {
    const found = (await all(of, context)).find(({ id }) => id === of.id);
    if (!found) throw Object.assign(new Error("the server does not list this delivery any more"), { code: "not_found" });
    return found;
  };
  return {
    "deliveries.list": async (query: OfWebhook & { failedOnly: boolean; offset: number; limit: number }, context: Context) => {
      const list = await all(query, context);
      const found = query.failedOnly ? list.filter(({ responseCode }) => !isGood(responseCode)) : list;
      return { rows: found.slice(query.offset, query.offset + query.limit).map(rowOf), total: found.length, all: list.length, failed: list.filter(({ responseCode }) => !isGood(responseCode)).length };
    },
    "deliveries.get": async (of: OfDelivery, context: Context): Promise<DeliveryDetail> => {
      const found = await one(of, context);
      const address = maskAddress(found.requestUrl ?? "");
      const body = (part: Body): Shown => shown(maskBody(found[part] ?? ""), { ...of, part });
      return {
        ...rowOf(found),
        address: { host: cut(address.host, 200), text: cut(address.text) },
        requestHeaders: maskHeaders(found.requestHeaders ?? ""),
        payload: body("payload"),
        responseHeaders: maskHeaders(found.responseHeaders ?? ""),
        response: body("responseBody"),
      };
    },
    /** The next piece of a body. */
    "deliveries.rest": async ({ where, from }: { where: unknown; from: number }, context: Context): Promise<Rest> => {
      const { part, ...of } = where as OfDelivery & { part: Body };
      return rest(maskBody((await one(of, context))[part] ?? ""), from);
    },
    /** Makes the server deliver a test. */
    "deliveries.ping": async ({ server, target, webhook }: OfTarget & { webhook: string }, { signal }: Context): Promise<DeliveryRow> => rowOf(await desk.server(server).webhooks.ping(target, webhook, { signal })),
    /** Makes the server deliver an event once more. */
    "deliveries.again": async ({ server, target, webhook, id }: OfTarget & { webhook: string; id: string }, { signal }: Context): Promise<DeliveryRow> =>
      rowOf(await desk.server(server).webhooks.redeliver(target, webhook, id, { signal })),
  };
}

function rowOf({ id, kind = "", timestamp, duration, responseCode }: WebhookDelivery): DeliveryRow {
  return {
    id: cut(id ?? "", 200),
    kind: cut(kind, 100),
    ...(typeof timestamp === "number" && { time: timestamp }),
    ...(typeof responseCode === "number" && responseCode > 0 && { code: responseCode }),
    ...(typeof duration === "number" && { milliseconds: duration }),
  };
}

function isGood(code: number | undefined): boolean {
  return code !== undefined && code >= 200 && code < 300;
}
