/**
 * The worker's mouth: takes requests as `engine/engine.ts` sends them and sends back what the handlers answer. Requests begin in turn, each in a task
 * of its own, so that cancellations which came meanwhile are heard before the next begins.
 */
import { Desk } from "./desk.js";
import { handlersOf } from "./handlers.js";
import type { Context, FromWorker, ToWorker } from "./messages.js";
import { plainError } from "./plain-error.js";

type Handler = (params: unknown, context: Context<unknown>) => unknown;
type Request = Extract<ToWorker, { id: number }>;

const desk = new Desk();
const handlers = handlersOf(desk) as unknown as Record<string, Handler>;
const waiting: Request[] = [];
const running = new Map<number, AbortController>();

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("cancel" in data) return cancel(data.cancel);
  waiting.push(data);
  if (waiting.length === 1) setTimeout(takeTurn);
});

function cancel(id: number): void {
  const at = waiting.findIndex((request) => request.id === id);
  if (at >= 0) waiting.splice(at, 1);
  running.get(id)?.abort();
}

function takeTurn(): void {
  const request = waiting.shift();
  if (request) void run(request);
  if (waiting.length > 0) setTimeout(takeTurn);
}

async function run({ id, method, params }: Request): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  const say = (message: FromWorker): void => self.postMessage(message);
  try {
    const handler = handlers[method];
    if (handler === undefined) throw new Error(`the worker knows no \`${method}\``);
    const result = await handler(params, { signal: stop.signal, report: (report) => say({ id, report }) });
    if (stop.signal.aborted) return putBack(result);
    say({ id, result });
  } catch (error) {
    // After a trap the module's memory can't be trusted: the page starts another worker.
    say({ id, error: plainError(error), fatal: error instanceof WebAssembly.RuntimeError });
  } finally {
    running.delete(id);
  }
}

/** What came too late for whoever asked is held by nobody. */
function putBack(result: unknown): void {
  const { id } = (result ?? {}) as { id?: unknown };
  if (typeof id === "number") desk.release(id);
}
