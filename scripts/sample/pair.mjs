/** Two states in two files: the sample program's, or a pair of any size with a given share of resources changed. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { envelope, manifest, passphrase } from "./envelope.mjs";
import { plan } from "./changes.mjs";
import { expectedSummary, samplePair } from "./edits.mjs";
import { StateOutput } from "./output.mjs";
import { Random } from "./random.mjs";
import * as shop from "./storefront.mjs";
import * as many from "./tenants.mjs";

const OLDER = manifest({ time: "2026-03-03T09:12:44.318273916Z", version: "v3.224.0" });
const NEWER = manifest({ time: "2026-04-14T13:09:02.70512604Z", version: "v3.229.0" });

/** The sample program's two states. `envelope` is `export` or `backend`. Gives the paths and the expected rows and summary. */
export async function writeSample({ dir, envelope: kind, gzip, compact } = {}) {
  const { older, newer, operations, rows } = samplePair();
  const files = open({ dir, kind, gzip, compact, program: shop, operations });
  for (const [output, print, records] of [[files.old, files.printOld, older], [files.new, files.printNew, newer]]) {
    for (const one of records) output.add(print(one));
    await output.end();
  }
  return { ...described(files), rows, summary: expectedSummary() };
}

/**
 * A pair of `resources` resources, or of about `bytes` bytes a state; `changed` is the share of rows that differ. Gives the
 * paths, sizes, expected summary and rows: `{ urn, kind, oldUrn?, reason?, pendingDelete?, oldId? }`.
 */
export async function writePair({ dir, resources = Infinity, bytes = Infinity, changed = 0.01, seed = 1, envelope: kind, gzip, compact }) {
  if (resources === Infinity && bytes === Infinity) throw new Error("give a number of resources or of bytes");
  const files = open({ dir, kind, gzip, compact, program: many });
  const summary = { create: 0, delete: 0, update: 0, replace: 0, move: 0, same: 0 };
  const rows = [];
  const waiting = [];
  let full = false;
  for (const declared of many.tenants({ seed })) {
    const foundation = files.old.resources === 0;
    const records = [];
    for (const one of declared) {
      full = files.old.resources >= resources || files.old.bytes >= bytes;
      if (full) break;
      const printed = files.printOld(one);
      files.old.add(printed);
      records.push([one, printed]);
    }
    const count = Math.round(files.old.resources * changed) - rows.length;
    const random = new Random("changes", seed, files.old.resources);
    const changes = plan(records.map(([one]) => one), count, random, { updatesOnly: foundation });
    for (const [one, printed] of records) {
      const change = changes.get(one);
      if (!change) files.new.add(printed);
      for (const next of change?.next ?? []) files.new.add(next === one ? printed : files.printNew(next));
      if (change?.waiting) waiting.push(files.printNew(change.waiting));
      if (change) rows.push(change.row);
    }
    await Promise.all([files.old.flush(), files.new.flush()]);
    if (full) break;
  }
  for (const printed of waiting) files.new.add(printed);
  await Promise.all([files.old.end(), files.new.end()]);
  for (const { kind: row } of rows) summary[row] += 1;
  summary.same = files.old.resources - rows.length + summary.create;
  return { ...described(files), rows, summary };
}

function open({ dir, kind, gzip = false, compact, program, operations }) {
  mkdirSync(dir, { recursive: true });
  const common = { kind, compact, stack: `organization/${program.PROJECT}/${program.STACK}`, secrets: passphrase(program.PROJECT) };
  const parts = { old: envelope({ ...common, manifest: OLDER }), new: envelope({ ...common, manifest: NEWER, operations }) };
  const output = (name) => new StateOutput(join(dir, `${name}.json${gzip ? ".gz" : ""}`), parts[name], { gzip });
  return { old: output("old"), new: output("new"), printOld: parts.old.print, printNew: parts.new.print };
}

function described(files) {
  return {
    old: files.old.path,
    new: files.new.path,
    bytes: { old: files.old.bytes, new: files.new.bytes },
    resources: { old: files.old.resources, new: files.new.resources },
  };
}
