/** Faults of the connection: what the answer's bytes meet on their way. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "../http/answer.js";
import type { Encoded } from "../http/encode.js";
import { send } from "../http/send.js";
import type { Effect } from "./list.js";

/** The answer that stands in for the right one, if an effect has one. `now` is in milliseconds. */
export function standIn(effects: readonly Effect[], now: number): Answer | undefined {
  const effect = effects.find((effect) => effect.kind === "answer");
  if (!effect) return undefined;
  return { status: effect.status, headers: retryAfter(effect, now), body: { kind: "text", text: effect.body, type: effect.type } };
}

function retryAfter({ retryAfterSeconds, date }: Extract<Effect, { kind: "answer" }>, now: number): Record<string, string> {
  if (retryAfterSeconds === undefined) return {};
  return { "retry-after": date ? new Date(now + retryAfterSeconds * 1000).toUTCString() : String(retryAfterSeconds) };
}

export async function delay(effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) if (effect.kind === "delay") await wait(effect.milliseconds);
}

export const isReset = (effects: readonly Effect[]): boolean => effects.some((effect) => effect.kind === "reset");

/** Sends the answer, or what the effects leave of it. */
export async function sendThrough(request: IncomingMessage, response: ServerResponse, encoded: Encoded, effects: readonly Effect[]): Promise<void> {
  const type = effects.find((effect) => effect.kind === "type");
  if (type && encoded.bytes) encoded.headers["content-type"] = type.type;
  const cut = effects.find((effect) => effect.kind === "cut");
  const trickle = effects.find((effect) => effect.kind === "trickle");
  if (request.method === "HEAD" || encoded.bytes === undefined) return send(request, response, encoded);
  if (cut) return sendHalf(request, response, encoded, encoded.bytes, cut.at);
  if (trickle) return drip(response, encoded, encoded.bytes, trickle);
  send(request, response, encoded);
}

function sendHalf(request: IncomingMessage, response: ServerResponse, encoded: Encoded, bytes: Buffer, at: "length" | "chunk" | "json"): void {
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  if (at === "json") return send(request, response, { ...encoded, bytes: half });
  const { "content-length": _, ...headers } = encoded.headers;
  response.writeHead(encoded.status, at === "length" ? { ...headers, "content-length": bytes.length } : headers);
  response.flushHeaders();
  response.write(half, () => response.destroy());
}

async function drip(response: ServerResponse, encoded: Encoded, bytes: Buffer, effect: Extract<Effect, { kind: "trickle" }>): Promise<void> {
  response.writeHead(encoded.status, encoded.chunked ? encoded.headers : { ...encoded.headers, "content-length": bytes.length });
  for (let at = 0; at < bytes.length && !response.destroyed; at += effect.bytes) {
    response.write(bytes.subarray(at, at + effect.bytes));
    await wait(effect.milliseconds);
  }
  response.end();
}
