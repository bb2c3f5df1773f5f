// Answers about the difference of the two states.

import { bounded, cut } from "./bounded.js";
import { property } from "./property.js";

const PATHS_IN_ROW = 4;
const PROPERTIES_AT_ONCE = 50;
const SECTION = 100;
const SECTIONS = ["stackOutputs", "pendingOperations", "manifest", "secretsProvider", "metadata", "other"];
const EXPORTS = {
  json: (diff) => diff.toJson({ pretty: true }),
  markdown: (diff) => diff.toMarkdown(),
  patch: (diff) => diff.toJsonPatch(),
  text: (diff) => diff.toText(),
};

export function differences(desk) {
  return {
    overview: () => overview(desk.diff.overview()),
    changes: (query) => page(desk.diff.changes(query), (change) => row(change, desk.urns)),
    change: ({ offset, filter, from = 0 }) => change(desk, { offset, filter }, from),
    groups: (query) => page(desk.diff.groups(query), (group) => bounded(group)),
    section: ({ name, from }) => properties(desk.diff.overview().state[name], { of: "section", name }, from),
    export: ({ format }) => EXPORTS[format](desk.diff),
  };
}

function page({ rows, total, offset }, shape) {
  return { rows: rows.map(shape), total, offset };
}

function overview({ state, ...rest }) {
  const sections = {};
  for (const name of SECTIONS) {
    if (state[name]?.length > 0) sections[name] = properties(state[name], { of: "section", name }, 0, SECTION);
  }
  return { ...bounded(rest), sections, reordered: state.reordered };
}

function row({ urn, oldUrn, type, name, kind, pendingDelete, reason, custom, group, properties }, urns) {
  return {
    ...bounded({ type, name, kind, pendingDelete, reason, custom, group }),
    urn: urns.short(urn),
    was: oldUrn && cut(nameIn(oldUrn)),
    count: properties.length,
    paths: properties.slice(0, PATHS_IN_ROW).map(({ path, kind }) => ({ path: cut(path, 200), kind })),
  };
}

function nameIn(urn) {
  return urn.split("::").slice(3).join("::");
}

function change(desk, at, from) {
  const [found] = desk.diff.changes({ ...at, limit: 1 }).rows;
  if (!found) throw new Error("the row is gone");
  const { urn, oldUrn, id, oldId, reason, kind, type } = found;
  return {
    ...bounded({ id, oldId, reason, kind, type }),
    urn: desk.urns.short(urn),
    oldUrn: desk.urns.short(oldUrn),
    ...properties(found.properties, { of: "change", ...at }, from),
  };
}

function properties(changes, where, from, limit = PROPERTIES_AT_ONCE) {
  const rows = changes
    .slice(from, from + limit)
    .map((change, index) => property(change, { ...where, property: from + index }));
  return { rows, total: changes.length };
}
