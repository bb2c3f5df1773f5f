// Answers about one of the states.

import { bounded, cut } from "./bounded.js";
import { shown } from "./shown.js";

const FIELDS_AT_ONCE = 100;
const LINKS = 50;
const FINDINGS = 50;
const MAPS = ["inputs", "outputs"];
// Told by the page in other words, or long lists that the links show.
const TOLD = new Set([...MAPS, "urn", "type", "dependencies", "propertyDependencies"]);

export function contents(desk) {
  return {
    facets: ({ slot }) => bounded(desk.state(slot).facets()),
    resources: ({ slot, ...query }) => {
      const { rows, total, offset } = desk.state(slot).resources(query);
      return { rows: rows.map((found) => row(found, desk.urns)), total, offset };
    },
    resource: ({ slot, urn, key }) => resource(desk, { of: "resource", slot, urn, key }),
    fields: ({ where, from }) => fields(valueOf(desk, where), where, from),
    outputs: ({ slot }) => fields(desk.state(slot).stackOutputs(), { of: "outputs", slot }, 0),
    operations: ({ slot }) =>
      bounded(
        desk
          .state(slot)
          .pendingOperations()
          .map(({ type, urn }) => ({ type, urn })),
      ),
    findings: ({ slot, from = 0 }) => {
      const { findings } = desk.state(slot).check();
      const errors = findings.filter(({ severity }) => severity === "error").length;
      return { rows: bounded(findings.slice(from, from + FINDINGS)), total: findings.length, errors };
    },
  };
}

/** The value that a `where` of this file names. */
export function valueOf(desk, { of, slot, urn, key, map, name }) {
  const state = desk.state(slot);
  const root = of === "outputs" ? state.stackOutputs() : state.resource(desk.urns.full(urn), key);
  const holder = map ? root?.[map] : root;
  return name === undefined ? holder : holder?.[name];
}

function row({ urn, flags, ...rest }, urns) {
  return { ...bounded(rest), urn: urns.short(urn), flags };
}

function resource(desk, where) {
  const state = desk.state(where.slot);
  const urn = desk.urns.full(where.urn);
  const record = state.resource(urn, where.key);
  if (!record) throw new Error("the resource is gone");
  const rest = Object.fromEntries(Object.entries(record).filter(([name]) => !TOLD.has(name)));
  const view = { record: fields(rest, where, 0), maps: [] };
  for (const map of MAPS) {
    if (record[map] && Object.keys(record[map]).length > 0) {
      const inside = { ...where, map };
      view.maps.push({ map, where: inside, fields: fields(record[map], inside, 0) });
    }
  }
  return {
    ...view,
    parents: links(state.parents(urn)),
    children: links(state.children(urn)),
    dependencies: links(state.dependencies(urn)),
    dependents: links(state.dependents(urn)),
  };
}

function links(rows) {
  return { rows: rows.slice(0, LINKS).map(link), total: rows.length };
}

function link({ urn, type, name, kinds, properties, row }) {
  return { urn: cut(urn), ...bounded({ type: row?.type ?? type, name: row?.name ?? name, kinds, properties }) };
}

function fields(map, where, from) {
  const names = Object.keys(map ?? {});
  const rows = names
    .slice(from, from + FIELDS_AT_ONCE)
    .map((name) => ({ name: cut(name), value: shown(map[name], { ...where, name }) }));
  return { rows, total: names.length };
}
