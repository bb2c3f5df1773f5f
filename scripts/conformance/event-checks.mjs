// What is held against each other, for one recorded log.
//
// In: the package's EventLog, a log with its recorded texts, whether colour tags count. Out: whether the two agree, and why not. A check that needs a
// text which was not recorded says `skipped`. What a log makes the package throw is a failure.

import { bytesOf, optionsOf, withoutTags } from "./event-logs.mjs";

/** Events of a log as objects: lines, or JSON texts one after another. */
function eventsOf(EventLog, bytes) {
  const log = read(EventLog, bytes);
  try {
    return log.toNdjson().split("\n").filter(Boolean).map((line) => JSON.parse(line));
  } finally {
    log.free();
  }
}

function read(EventLog, bytes) {
  const log = new EventLog({ strict: true });
  log.write(bytes);
  log.end();
  return log;
}

function printed(EventLog, bytes, options) {
  const log = read(EventLog, bytes);
  try {
    return log.toText(options);
  } finally {
    log.free();
  }
}

/** The lines under `Resources:`. */
function block(text) {
  return /^Resources:\n(?: {4}.*\n)*/m.exec(withoutTags(text))?.[0] ?? "";
}

/** The first line that differs, in words. */
function compare(wanted, got) {
  if (wanted === got) return { ok: true };
  const [theirs, ours] = [wanted.split("\n"), got.split("\n")];
  const at = theirs.findIndex((line, index) => line !== ours[index]);
  const line = at < 0 ? theirs.length : at;
  const difference = [theirs, ours].map((lines, which) => lines.slice(Math.max(0, line - 2), line + 5).map((text) => `${which === 0 ? "-" : "+"} ${text}`).join("\n"));
  return { ok: false, why: `line ${line + 1} differs`, difference: difference.join("\n") };
}

/** What the check says, or what went wrong on the way. */
function guarded(run) {
  return (...given) => {
    try {
      return run(...given);
    } catch (error) {
      return { ok: false, why: `${error.name}: ${error.message}` };
    }
  };
}

function text(style) {
  return guarded((EventLog, log, raw) => {
    const wanted = log.texts[style];
    if (wanted === undefined) return { skipped: true };
    const got = printed(EventLog, bytesOf(log), optionsOf(style, wanted));
    return raw ? compare(wanted, got) : compare(withoutTags(wanted), withoutTags(got));
  });
}

/** The totals as printed, in each recorded text; `change` may alter the log first. */
function totals(change) {
  return guarded((EventLog, log) => {
    const bytes = change(EventLog, bytesOf(log));
    for (const [style, wanted] of Object.entries(log.texts)) {
      const result = compare(block(wanted), block(printed(EventLog, bytes, optionsOf(style, wanted))));
      if (!result.ok) return { ...result, why: `${style}: ${result.why}` };
    }
    return { ok: true };
  });
}

/** The log with the counts of its summary event taken out, and put back as they are recomputed from the steps. */
function recomputed(EventLog, bytes) {
  const events = eventsOf(EventLog, bytes);
  const log = new EventLog();
  try {
    log.push(events.filter((event) => event.summaryEvent === undefined));
    log.end();
    const { changes, changesFrom } = log.summary();
    if (changesFrom !== "steps") throw new Error("the counts do not come from the steps");
    const counted = events.map((event) => (event.summaryEvent === undefined ? event : { ...event, summaryEvent: { ...event.summaryEvent, resourceChanges: changes } }));
    return Buffer.from(counted.map((event) => `${JSON.stringify(event)}\n`).join(""));
  } finally {
    log.free();
  }
}

export const CHECKS = [
  { name: "Resources block", run: totals((_, bytes) => bytes) },
  { name: "Resources block, recomputed from the steps", run: totals(recomputed) },
  { name: "diff text", run: text("diff") },
  { name: "progress text", run: text("progress") },
];
