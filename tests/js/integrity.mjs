/** What an engine guarantees of a state it writes, checked in plain JavaScript: the names of the rules that are broken. */
import { createHash } from "node:crypto";

export function broken(state) {
  const deployment = state.deployment ?? state.checkpoint.latest;
  const { manifest, resources } = deployment;
  const problems = [];
  const complain = (rule, one) => problems.push(`${rule}: ${one.urn}`);
  const seen = new Set();
  const providers = new Set();
  const live = new Set();
  if (manifest.magic !== createHash("sha256").update(manifest.version).digest("hex")) problems.push("magic");
  for (const one of resources) {
    if (!one.delete && live.has(one.urn)) complain("duplicate live URN", one);
    if (!one.delete) live.add(one.urn);
    if (!one.custom && one.id) complain("component with an id", one);
    if (one.custom && !one.id) complain("custom resource without an id", one);
    if (one.provider && !providers.has(one.provider)) complain("provider missing or later", one);
    const referred = [one.parent, one.deletedWith, ...(one.dependencies ?? []), ...Object.values(one.propertyDependencies ?? {}).flat()];
    if (referred.some((urn) => urn !== undefined && !seen.has(urn))) complain("reference missing or later", one);
    if (!chainFits(one)) complain("type chain and parent disagree", one);
    if (one.created > one.modified) complain("modified before it was created", one);
    if (!isSorted(one.inputs) || !isSorted(one.outputs)) complain("keys out of order", one);
    seen.add(one.urn);
    if (one.type.startsWith("pulumi:providers:")) providers.add(`${one.urn}::${one.id}`);
  }
  return problems;
}

function typeChain(urn) {
  return urn.split("::")[2];
}

function chainFits({ urn, type, parent }) {
  const above = parent && typeChain(parent);
  return typeChain(urn) === (above && above !== "pulumi:pulumi:Stack" ? `${above}$${type}` : type);
}

function isSorted(value) {
  if (value === null || typeof value !== "object") return true;
  const keys = Object.keys(value);
  return (Array.isArray(value) || keys.every((key, at) => at === 0 || keys[at - 1] < key)) && Object.values(value).every(isSorted);
}

/** Rows by URN; those that wait for their deletion by URN and id. */
export function keyed(state) {
  const { resources } = state.deployment ?? state.checkpoint.latest;
  return new Map(resources.map((one) => [one.delete ? `${one.urn} ${one.id}` : one.urn, one]));
}

/** The keys whose records differ between two states. */
export function differing(older, newer) {
  const [old, next] = [keyed(older), keyed(newer)];
  const keys = new Set([...old.keys(), ...next.keys()]);
  return [...keys].filter((key) => JSON.stringify(old.get(key)) !== JSON.stringify(next.get(key))).sort();
}
