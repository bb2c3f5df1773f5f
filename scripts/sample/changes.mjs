/** What changes between two states of any size: which records, and how. */
import { record, seconds } from "./program.mjs";
import { isSecret, secret } from "./values.mjs";

const MIX = [["update", 0.7], ["create", 0.08], ["delete", 0.08], ["replace", 0.08], ["move", 0.06]];
const UPDATED = seconds(Date.UTC(2026, 3, 14, 13, 5, 31));

/** Types whose resources all have the same id, which then tells nothing. */
const SHARED_IDS = new Set(["random:index/randomPassword:RandomPassword"]);

/**
 * Plans `count` changes among `records`, which refer only to each other and to earlier ones. Gives, by record: `rows`, the row
 * a diff must show, and `next`, the records that stand in its place; `waiting` are those that are still to be deleted.
 */
export function plan(records, count, random, { updatesOnly = false } = {}) {
  const changes = new Map();
  const needed = referred(records);
  const free = records.filter((one) => one.custom && !one.type.startsWith("pulumi:") && !updatesOnly && !needed.has(one.urn));
  const open = records.filter((one) => one.type !== "pulumi:pulumi:Stack" && !one.type.startsWith("pulumi:providers:"));
  for (let made = 0; made < count && open.length > 0; made += 1) {
    let kind = draw(random);
    if (kind !== "update" && free.length === 0) kind = "update";
    const one = take(kind === "update" ? open : free, random);
    remove(open, one);
    remove(free, one);
    changes.set(one, CHANGE[kind](one, random));
  }
  return changes;
}

const CHANGE = {
  update(one, random) {
    const next = structuredClone(one);
    mutate(next, random);
    next.modified = UPDATED;
    return { row: { urn: one.urn, kind: "update" }, next: [record(next)] };
  },
  create(one, random) {
    const next = anew(one, random);
    next.urn = `${one.urn}-${random.hex(6)}`;
    next.created = next.modified = UPDATED;
    return { row: { urn: next.urn, kind: "create" }, next: [one, record(next)] };
  },
  delete(one) {
    return { row: { urn: one.urn, kind: "delete" }, next: [] };
  },
  replace(one, random) {
    const next = anew(one, random);
    next.created = next.modified = UPDATED;
    const row = { urn: one.urn, kind: "replace" };
    if (random.chance(0.5)) return { row, next: [record(next)] };
    return { row: { ...row, pendingDelete: true, oldId: one.id }, next: [record(next)], waiting: record({ ...one, delete: true }) };
  },
  move(one, random) {
    const next = structuredClone(one);
    next.urn = `${one.urn}-${random.hex(6)}`;
    const reason = SHARED_IDS.has(one.type) || random.chance(0.5) ? "alias" : "identity";
    if (reason === "alias") next.aliases = [one.urn];
    return { row: { urn: next.urn, oldUrn: one.urn, kind: "move", reason }, next: [record(next)] };
  },
};

/** The keys under which a diff that indexes rows by URN (rows to be deleted by URN and id) sees this change. */
export function keysOf({ urn, oldUrn, pendingDelete, oldId }) {
  if (oldUrn) return [urn, oldUrn];
  return pendingDelete ? [urn, `${urn} ${oldId}`] : [urn];
}

function referred(records) {
  const urns = new Set();
  for (const one of records) {
    urns.add(one.parent).add(one.deletedWith).add(one.provider?.replace(/::[^:]*$/, ""));
    for (const urn of one.dependencies ?? []) urns.add(urn);
  }
  return urns;
}

/** A copy with another physical id. */
function anew(one, random) {
  const next = structuredClone(one);
  next.id = `${one.id}-${random.hex(8)}`;
  next.outputs.id = next.id;
  return next;
}

/** Changes something that shows: the first way that fits, beginning at a random one. */
function mutate(one, random) {
  const first = random.int(0, WAYS.length - 1);
  for (let at = 0; at < WAYS.length; at += 1) {
    if (WAYS[(first + at) % WAYS.length](one, random)) return;
  }
  one.protect = !one.protect;
}

const WAYS = [
  function tag({ inputs, outputs }, random) {
    if (!inputs?.tags) return false;
    const value = `release-${random.int(100, 999)}`;
    for (const tags of [inputs.tags, inputs.tagsAll, outputs.tags, outputs.tagsAll]) tags.Release = value;
    return true;
  },
  function number({ inputs, outputs }) {
    const key = Object.keys(inputs ?? {}).find((name) => typeof inputs[name] === "number");
    if (!key) return false;
    inputs[key] += 1;
    outputs[key] = inputs[key];
    return true;
  },
  function listFront({ inputs, outputs }, random) {
    if (!inputs?.ingress?.length) return false;
    const rule = {
      cidrBlocks: [`10.${random.int(0, 255)}.0.0/16`], description: "New partner", fromPort: 9443, protocol: "tcp", securityGroups: [],
      self: false, toPort: 9443,
    };
    inputs.ingress.unshift({ __defaults: ["self"], ...rule });
    outputs.ingress.unshift(rule);
    return true;
  },
  function hidden({ inputs, outputs }, random) {
    for (const side of [inputs ?? {}, outputs ?? {}]) {
      const key = Object.keys(side).find((name) => isSecret(side[name]));
      if (!key) continue;
      side[key] = secret(random, 32);
      return true;
    }
    return false;
  },
  function insideJson({ inputs, outputs }) {
    if (typeof inputs?.policy !== "string") return false;
    const document = JSON.parse(inputs.policy);
    document.Statement[0].Sid = "Reworded";
    inputs.policy = outputs.policy = JSON.stringify(document);
    return true;
  },
  function line({ inputs, outputs }, random) {
    const key = Object.keys(inputs?.data ?? {}).find((name) => typeof inputs.data[name] === "string");
    if (!key) return false;
    inputs.data[key] = outputs.data[key] = inputs.data[key].replace(/region: \w+/, `region: ${random.word(4)}`);
    return true;
  },
  function drift({ outputs }, random) {
    if (!outputs?.metadata?.resourceVersion) return false;
    outputs.metadata.resourceVersion = String(Number(outputs.metadata.resourceVersion) + random.int(1, 90_000));
    return true;
  },
];

function draw(random) {
  let left = random.int(0, 999) / 1000;
  for (const [kind, share] of MIX) {
    if (left < share) return kind;
    left -= share;
  }
  return "update";
}

function take(list, random) {
  return list[random.int(0, list.length - 1)];
}

function remove(list, one) {
  const at = list.indexOf(one);
  if (at >= 0) list.splice(at, 1);
}
