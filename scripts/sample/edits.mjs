/** What happened to the sample program between its two states: each edit changes the successor and names the rows a diff must show. */
import { record, seconds } from "./program.mjs";
import { Random } from "./random.mjs";
import { secret } from "./values.mjs";
import { leftovers } from "./leftovers.mjs";
import { storefront } from "./storefront.mjs";
import * as cloud from "./edits/cloud.mjs";
import * as cluster from "./edits/cluster.mjs";
import * as engine from "./edits/engine.mjs";
import * as identity from "./edits/identity.mjs";

const UPDATED = Date.UTC(2026, 3, 14, 13, 5, 31);

/** The newer state while it is being made. */
export class Successor {
  rows = new Map();
  operations = [];
  #clock = UPDATED;
  #edits = 0;

  constructor(records) {
    this.records = records;
  }

  at(type, name) {
    const found = this.records.find((one) => !one.delete && one.urn.endsWith(`${type}::${name}`));
    if (!found) throw new Error(`the sample has no ${type} named ${name}`);
    return found;
  }

  all(type) {
    return this.records.filter((one) => !one.delete && one.type === type);
  }

  random() {
    this.#edits += 1;
    return new Random("edits", this.#edits);
  }

  secret(length) {
    return secret(this.random(), length);
  }

  now() {
    this.#clock += 1700;
    return seconds(this.#clock);
  }

  /** Stamps a record that an update wrote, and notes its row. `properties` are `[path, kind]` pairs that the row must hold. */
  update(one, note, properties) {
    one.modified = this.now();
    this.expect({ urn: one.urn, kind: "update", note, properties: [...properties, ["modified", "update"]] });
  }

  /** Notes a row. A row noted twice keeps its first kind and gathers notes and properties. */
  expect({ urn, note, properties = [], ...row }) {
    const known = this.rows.get(urn);
    const made = properties.map(([path, kind]) => ({ path, kind }));
    if (!known) this.rows.set(urn, { urn, ...row, note, properties: made });
    else {
      known.note += `; ${note}`;
      known.properties.push(...made.filter(({ path }) => !known.properties.some((other) => other.path === path)));
    }
  }

  /** Puts a changed copy back in the engine's field order. */
  reorder(one) {
    const ordered = record(one);
    for (const key of Object.keys(one)) delete one[key];
    Object.assign(one, ordered);
  }

  remove(one) {
    this.records.splice(this.records.indexOf(one), 1);
  }
}

/** Both states' records and pending operations, with the rows that a diff of them must show. */
export function samplePair() {
  const older = storefront();
  leftovers(older);
  const known = new Set(older.map((one) => one.urn));
  const next = new Successor(storefront({ next: true }));
  leftovers(next.records);
  for (const one of next.records) {
    if (known.has(one.urn)) continue;
    one.created = one.modified = next.now();
    next.expect({ urn: one.urn, kind: "create", note: "new in the program" });
  }
  for (const edits of [cloud, cluster, identity, engine]) {
    for (const edit of Object.values(edits)) edit(next);
  }
  for (const one of next.records) next.reorder(one);
  return { older, newer: next.records, operations: next.operations, rows: [...next.rows.values()] };
}

/**
 * The rows a diff of the sample must show: `{ urn, oldUrn?, kind, note, reason?, pendingDelete?, properties: [{ path, kind }] }`.
 * `properties` are some that the row must hold, not all. A row of kind `same` differs only in what is hidden by default.
 */
export function expectedRows() {
  return samplePair().rows;
}

/** The counts of `expectedRows`, with `same` for everything else. */
export function expectedSummary() {
  const { older, rows } = samplePair();
  const summary = { create: 0, delete: 0, update: 0, replace: 0, move: 0, same: 0 };
  for (const { kind } of rows) summary[kind] += 1;
  const changed = summary.delete + summary.update + summary.replace + summary.move;
  return { ...summary, same: older.length - changed };
}
