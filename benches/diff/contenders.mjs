/**
 * Who takes part. A contender's `load` imports what it needs and gives a function from two states' bytes to the list of changed
 * resources; `rows` gives, of that list, what the check compares.
 */

export const STACKSCOPE = "stackscope";

export const CONTENDERS = {
  [STACKSCOPE]: stackscope(),
  microdiff: keyedBy(async () => {
    const { default: diff } = await import("microdiff");
    return (older, newer) => diff(older, newer, { cyclesFix: false });
  }),
  "fast-json-patch": keyedBy(async () => {
    const { default: { compare } } = await import("fast-json-patch");
    return compare;
  }),
  jsondiffpatch: keyedBy(async () => {
    const { create } = await import("jsondiffpatch");
    const differ = create({ objectHash: nameOf, omitRemovedValues: true });
    return (older, newer) => {
      const delta = differ.diff(older, newer);
      return delta ? [delta] : [];
    };
  }),
  "jsondiffpatch, whole list": {
    async load() {
      const { create } = await import("jsondiffpatch");
      const differ = create({ objectHash: (value) => (value.urn ? keyOf(value) : nameOf(value)), omitRemovedValues: true });
      return async (older, newer) => {
        const [old, next] = [resources(older), resources(newer)];
        const delta = differ.diff(old, next) ?? {};
        return Object.keys(delta).filter((index) => index !== "_t").map((index) =>
          (index.startsWith("_") ? { key: keyOf(old[index.slice(1)]), moved: delta[index][2] === 3 } : { key: keyOf(next[index]) }));
      };
    },
    rows: (changes) => changes.filter((change) => !change.moved).map((change) => change.key),
  },
};

function stackscope() {
  return {
    async load() {
      const { Checkpoint } = await import("../../dist/node.js");
      return async (oldBytes, newBytes) => {
        const older = await Checkpoint.load(oldBytes);
        const newer = await Checkpoint.load(newBytes);
        return changesOf(older, newer);
      };
    },
    ours: true,
    rows: (changes) => changes.map(({ kind, urn, oldUrn, pendingDelete }) => rowName({ kind, urn, oldUrn, pendingDelete })),
  };
}

/** All rows of the diff of two checkpoints, which are freed. */
export function changesOf(older, newer) {
  const diff = older.diff(newer);
  const changes = [];
  for (let total = 1; changes.length < total;) {
    const page = diff.changes({ offset: changes.length, limit: 1000 });
    if (page.rows.length === 0) break;
    changes.push(...page.rows);
    total = page.total;
  }
  for (const handle of [diff, newer, older]) handle.free();
  return changes;
}

export function rowName({ kind, urn, oldUrn = "", pendingDelete = false }) {
  return [kind, urn, oldUrn, pendingDelete ? "pending delete" : ""].join(" ");
}

/** The usual way in JavaScript: parse, index by URN, and compare record by record. */
function keyedBy(importDiff) {
  return {
    async load() {
      const diff = await importDiff();
      return async (oldBytes, newBytes) => {
        const [older, newer] = [indexed(oldBytes), indexed(newBytes)];
        const changes = [];
        for (const [key, old] of older) {
          const next = newer.get(key);
          if (next === undefined) changes.push({ key, kind: "delete" });
          else {
            const properties = diff(old, next);
            if (properties.length > 0) changes.push({ key, kind: "update", properties });
          }
        }
        for (const key of newer.keys()) if (!older.has(key)) changes.push({ key, kind: "create" });
        return changes;
      };
    },
    rows: (changes) => changes.map((change) => change.key),
  };
}

function resources(bytes) {
  return JSON.parse(bytes.toString("utf8")).deployment.resources;
}

function indexed(bytes) {
  const index = new Map();
  for (const resource of resources(bytes)) index.set(keyOf(resource), resource);
  return index;
}

/** What tells the elements of a list apart that are no resources. */
function nameOf(value) {
  return value.name ?? value.id ?? JSON.stringify(value);
}

function keyOf(resource) {
  return resource.delete ? `${resource.urn} ${resource.id}` : resource.urn;
}
