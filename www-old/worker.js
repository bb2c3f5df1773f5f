// The worker's mouth: takes requests as engine.js sends them, one at a time, and sends back what the handlers answer.
//
//   page to worker   {id, method, params} · {cancel: id}
//   worker to page   {id, progress} · {id, result} · {id, error, fatal}

import { Checkpoint } from "./dist/browser.js";
import { contents } from "./worker/contents.js";
import { Desk } from "./worker/desk.js";
import { differences } from "./worker/differences.js";
import { more } from "./worker/more.js";
import { plainError } from "./worker/plain-error.js";

const desk = new Desk(Checkpoint);
const handlers = { ...desk.handlers(), ...differences(desk), ...contents(desk), ...more(desk) };
const waiting = [];
const running = new Map();

self.addEventListener("message", ({ data }) => {
  if ("cancel" in data) return cancel(data.cancel);
  waiting.push(data);
  if (waiting.length === 1) setTimeout(takeTurn);
});

function cancel(id) {
  const at = waiting.findIndex((request) => request.id === id);
  if (at >= 0) waiting.splice(at, 1);
  running.get(id)?.abort();
}

// A turn is a task of its own, so that cancellations which came meanwhile are heard before the next request begins.
function takeTurn() {
  const request = waiting.shift();
  if (request) run(request);
  if (waiting.length > 0) setTimeout(takeTurn);
}

async function run({ id, method, params }) {
  const stop = new AbortController();
  running.set(id, stop);
  const progress = (progress) => self.postMessage({ id, progress });
  try {
    const result = await handlers[method](params, { signal: stop.signal, progress });
    self.postMessage({ id, result });
  } catch (error) {
    // After a trap the module's memory can't be trusted: the page starts another worker.
    self.postMessage({ id, error: plainError(error), fatal: error instanceof WebAssembly.RuntimeError });
  } finally {
    running.delete(id);
  }
}
