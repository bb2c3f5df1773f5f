// Search, filters, and the choice between single changes and groups.

import { fill, h } from "../ui/dom.js";
import { facetSelect } from "../ui/facet-select.js";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { searchField } from "../ui/search-field.js";
import { segments } from "../ui/segments.js";

/** @param {{filters: import("./filters.js").Filters, setMode: (mode: "changes"|"groups") => void}} context */
export function toolbar({ filters, setMode }) {
  const search = searchField({ label: "Search names, types and paths", search: (text) => filters.set({ text }) });
  const types = facetSelect({ label: "Type", all: "All types", choose: (type) => filters.set({ type }) });
  const packages = facetSelect({
    label: "Package",
    all: "All packages",
    choose: (name) => filters.set({ package: name }),
  });
  const mode = segments({
    label: "Show",
    choices: [
      { value: "changes", label: "Each" },
      { value: "groups", label: "Grouped", title: "Tell changes of the same shape once" },
    ],
    choose: setMode,
  });
  const group = h("span", {});
  const status = h("p", { class: "status" });
  const clear = h(
    "button",
    { type: "button", class: "button-link", on: { click: () => filters.clear() } },
    "Clear filters",
  );

  const update = ({ facets, mode: chosen }) => {
    search.update(filters.text);
    types.update(facets.types, filters.type);
    packages.update(facets.packages, filters.package);
    packages.element.hidden = facets.packages.length < 2;
    mode.update(chosen);
    // Groups are of all changes.
    for (const part of [search.element, types.element]) part.hidden = chosen === "groups";
    packages.element.hidden ||= chosen === "groups";
    clear.hidden = !filters.active;
    fill(group, filters.group && groupChip(filters));
  };
  const say = (words) => fill(status, words);
  const element = h(
    "div",
    { class: "toolbar" },
    h("div", { class: "toolbar-fields" }, search.element, types.element, packages.element, mode.element),
    h("div", { class: "toolbar-status" }, status, group, clear),
  );
  return { element, update, say };
}

function groupChip(filters) {
  return h(
    "span",
    { class: "chip" },
    h("span", { class: "chip-text" }, `Same change on ${counted(filters.group.count, "resource")}`),
    h(
      "button",
      {
        type: "button",
        class: "chip-remove",
        "aria-label": "Show other changes too",
        on: { click: () => filters.set({ group: undefined }) },
      },
      icon("close"),
    ),
  );
}
