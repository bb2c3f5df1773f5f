// A resource that changed: its line in the list, and what unfolding shows.

import { record } from "../contents/record.js";
import { copyButton } from "../ui/copy.js";
import { fill, h } from "../ui/dom.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { code, name } from "../ui/plain-text.js";
import { labelOf, propertyKind, propertySign, signOf } from "./kinds.js";
import { propertyList } from "./property-list.js";

const REASONS = {
  alias: "Known to be the same by an alias",
  identity: "Known to be the same by type, id and provider",
  children: "Its children moved",
};

export function changeHead({ kind, name: called, was, type, paths, count: changes, pendingDelete, custom }) {
  return [
    icon("chevron", "row-chevron"),
    h(
      "span",
      { class: "sign", data: { kind } },
      h("span", { "aria-hidden": "true" }, signOf(kind)),
      h("span", { class: "unseen" }, labelOf(kind)),
    ),
    h(
      "span",
      { class: "row-name" },
      name(called, "row-title"),
      pendingDelete && h("span", { class: "badge" }, "pending delete"),
      !custom && h("span", { class: "badge" }, "component"),
    ),
    h("span", { class: "row-type" }, code(type)),
    h(
      "span",
      { class: "row-paths" },
      kind === "move" && h("span", { class: "row-was" }, was === called ? "URN changed" : ["was ", name(was)]),
      paths.map(({ path, kind }) => [
        h(
          "span",
          { class: "path-piece", data: { kind: propertyKind(kind) } },
          h("span", { class: "sign-small", "aria-hidden": "true" }, propertySign(kind)),
          code(path),
        ),
        " ",
      ]),
      changes > paths.length && h("span", { class: "muted" }, `+${count(changes - paths.length)}`),
    ),
    h(
      "span",
      { class: "row-count" },
      changes > 0 && [count(changes), h("span", { class: "unseen" }, changes === 1 ? " property" : " properties")],
    ),
  ];
}

/**
 * @param {object} row
 * @param {{offset: number, filter: object}} at where the row stands in the list
 * @param {{engine: import("../engine.js").Engine, ignore: (rule: object) => void}} context
 */
export function changeDetail(row, at, { engine, ignore }) {
  const element = h("div", { class: "detail" }, h("p", { class: "hint" }, "Reading…"));
  engine.call("change", at).then(
    (change) => {
      fill(
        element,
        facts(change),
        change.total > 0
          ? propertyList(change, {
              type: row.type,
              ignore,
              more: (query) => engine.call("more", query),
              next: (from) => engine.call("change", { ...at, from }),
            })
          : h("p", { class: "hint" }, nothing(row)),
        footer(row, change, { engine, ignore }),
      );
    },
    (error) => fill(element, h("p", { class: "error-text" }, error.message)),
  );
  return element;
}

function nothing({ kind }) {
  if (kind === "create") return "In the new state only.";
  if (kind === "delete") return "In the old state only.";
  return "No property differs.";
}

function facts({ urn, oldUrn, id, oldId, reason }) {
  const fact = (term, ...words) => h("div", { class: "fact" }, h("dt", {}, term), h("dd", {}, words));
  const becomes = h("span", { class: "becomes" }, " => ");
  return h(
    "dl",
    { class: "facts" },
    oldUrn && oldUrn !== urn && fact("Was", code(oldUrn, "breakable")),
    fact("URN", code(urn, "breakable"), copyButton(urn, "Copy the URN")),
    (id || oldId) &&
      fact("ID", oldId && oldId !== id && id ? [code(oldId), becomes, code(id)] : code(id ?? oldId, "breakable")),
    reason && fact("Matched", REASONS[reason] ?? reason),
  );
}

function footer(row, change, { engine, ignore }) {
  const { kind, pendingDelete } = row;
  const sides = [
    kind !== "create" && ["old", change.oldUrn ?? change.urn, change.oldId ?? change.id],
    kind !== "delete" && ["new", change.urn, change.id],
  ].filter(Boolean);
  const place = h("div", {});
  const show = ([slot, urn, id]) =>
    h(
      "button",
      {
        type: "button",
        class: "button button-small",
        on: {
          click: () =>
            fill(
              place,
              h("h3", { class: "record-title" }, `In the ${slot} state`),
              record({ slot, urn, key: keyOf(kind, pendingDelete, id) }, engine),
            ),
        },
      },
      `Whole ${slot} record`,
    );
  return [
    h(
      "div",
      { class: "detail-actions" },
      sides.map(show),
      h(
        "button",
        { type: "button", class: "button button-small", on: { click: () => ignore({ urn: row.urn }) } },
        icon("mute"),
        "Ignore this resource",
      ),
      h(
        "button",
        { type: "button", class: "button button-small", on: { click: () => ignore({ type: row.type }) } },
        icon("mute"),
        "Ignore this type",
      ),
    ),
    place,
  ];
}

function keyOf(kind, pendingDelete, id) {
  return kind === "delete" && pendingDelete ? { delete: true, id } : undefined;
}
