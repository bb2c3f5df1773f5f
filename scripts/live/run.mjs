/**
 * Runs the steps one after the other against a server.
 *
 * A step: {
 *   call    function of the client, such as "stacks.get"
 *   needs?  names of facts without which it is not tried
 *   args?   (facts) -> the arguments
 *   list?   whether it gives a list; a few items of it are read
 *   may?    codes of refusals that are as good as an answer here
 *   check?  (value, facts) -> what is wrong with the answer, or undefined
 *   keep?   (value, facts) -> void: facts for later steps
 *   makes?  (facts, cloud) -> [what, undo]: how to take away what it makes; undone at the end whatever happens
 * }
 *
 * In: a client's options, the steps, facts to begin with. Out: a table, and what is left over. Fails only where the signal ends it, after
 * everything has been taken away.
 */
import { endpoints, PulumiCloud } from "stackscope";
import { Table } from "./table.mjs";
import { Undos } from "./undo.mjs";

const ITEMS = 3;
const REFUSED = new Set(["unauthorized", "forbidden", "plan_required"]);

export async function run(options, steps, facts, { signal, known, progress = () => {} } = {}) {
  const sent = [];
  const hooks = { onRequest: ({ method, path }) => sent.push({ method, path: path.split("?")[0] }) };
  const cloud = new PulumiCloud({ timeoutMs: 60_000, ...options, ...hooks });
  const table = new Table(endpoints(), known);
  const undos = new Undos();
  try {
    for (const step of steps) {
      signal?.throwIfAborted();
      sent.length = 0;
      progress(step.call);
      await take(step, { cloud, facts, table, undos, sent, signal });
    }
    return { table, left: await undos.run() };
  } catch (error) {
    const left = await undos.run();
    throw Object.assign(error, { left });
  } finally {
    cloud.free();
  }
}

async function take(step, { cloud, facts, table, undos, sent, signal }) {
  const missing = step.needs?.find((name) => facts[name] === undefined);
  if (missing !== undefined) return table.skip(step.call, step.unless?.[missing] ?? `nothing to try it on: no ${missing}`);
  if (step.makes) undos.add(...step.makes(facts, cloud));
  let value;
  let problem;
  let failed;
  try {
    value = await call(cloud, step, facts, signal);
    problem = step.check?.(value, facts);
    if (problem === undefined) step.keep?.(value, facts);
  } catch (error) {
    if (signal?.aborted) throw error;
    failed = error;
  }
  const rows = new Set(sent.map(({ method, path }) => table.find(step.call, method, path)).filter(Boolean));
  const failing = failed && (table.find(step.call, failed.method ?? "", failed.path ?? "") ?? [...rows].at(-1));
  for (const row of rows) {
    if (row === failing) table.note(row, ...judge(failed, step));
    else if (problem !== undefined) table.note(row, "differs", problem);
    else table.note(row, "works");
  }
  if (rows.size === 0) table.skip(step.call, failed ? `not sent: ${failed.message}` : "nothing was sent");
}

async function call(cloud, { call, args, list }, facts, signal) {
  const [group, name] = call.split(".");
  const given = args?.(facts) ?? [];
  const last = given.at(-1);
  // The options come last; a body is told from them by the mark that `options` puts on them.
  const complete = last?.[OPTIONS] ? [...given.slice(0, -1), { ...last, signal }] : [...given, { signal }];
  const result = cloud[group][name](...complete);
  return list ? result.toArray({ limit: ITEMS }) : result;
}

const OPTIONS = Symbol("options");

/** Marks an object as a call's options. */
export const options = (given) => Object.defineProperty({ ...given }, OPTIONS, { value: true });

function judge(error, { may = [] }) {
  const { code, status, message, jsonPath } = error;
  if (code === "unsupported") return ["absent"];
  if (may.includes(code)) return ["works", `refuses, as it may: ${status} ${code}`];
  if (REFUSED.has(code)) return ["refused", `${status} ${code}`];
  if (code === "decode") return ["differs", `shape: ${message}${jsonPath ? ` at ${jsonPath}` : ""}`];
  return ["differs", status === undefined ? `${code ?? error.name}: ${message}` : `status ${status}, ${code}: ${message}`];
}
