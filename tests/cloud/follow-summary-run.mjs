// Follows an update and asks for its summary page by page. Runs in Node and in the browser: what it gives is plain data.

/** Connections that break before the answer, and within it; empty pages, which a server may send at any time. */
export const DROPPED = ["reset", { name: "cut", title: "the body of every third answer ends early", when: { every: 3 }, effect: { kind: "cut", at: "length" } }];
export const EMPTY = ["empty-page", "cut-chunk", "rate-limit-every-third"];

/** Faults in words. */
export const told = (faults) => faults.map((fault) => fault.name ?? fault).join(", ") || "no faults";

const FOLLOW = { minMs: 2, maxMs: 15 };
const RETRY = { baseMs: 1, capMs: 2 };

/**
 * By pages into an `EventLog`, and then by `eventLog`. Out: how the summary stood after each page, `{ events, result, status, running, done }`, the
 * summaries of both at the end, and how often the client tried again.
 */
export async function followed({ EventLog, PulumiCloud }, { baseUrl, token, stack, updateID, onRequest }) {
  let retries = 0;
  const cloud = new PulumiCloud({ token, baseUrl, retry: RETRY, onRetry: () => void (retries += 1), ...(onRequest ? { onRequest } : {}) });
  await cloud.user.get();
  const log = new EventLog();
  const moments = [];
  for await (const page of cloud.updates.events(stack, updateID, { follow: FOLLOW }).pages()) {
    log.push(page);
    const { events, result } = log.overview();
    const count = (status) => log.resources({ filter: { status: [status] }, limit: 0 }).total;
    moments.push({ events, result, status: page.status, running: count("running"), done: count("done") });
    page.free();
  }
  const whole = await cloud.updates.eventLog(stack, updateID, { follow: FOLLOW });
  return { moments, paged: log.summary(), whole: whole.summary(), text: log.toText({ style: "progress" }), retries };
}

/** `eventLog` without `follow`, and then with it. */
export async function collected({ PulumiCloud }, { baseUrl, token, stack, updateID, onRequest }) {
  const early = await new PulumiCloud({ token, baseUrl, retry: RETRY }).updates.eventLog(stack, updateID);
  const late = await new PulumiCloud({ token, baseUrl, retry: RETRY, ...(onRequest ? { onRequest } : {}) }).updates.eventLog(stack, updateID, { follow: FOLLOW });
  return { early: early.summary(), late: late.summary() };
}
