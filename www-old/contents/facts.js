// What a state says about itself: counts, manifest, secrets provider, warnings.

import { h } from "../ui/dom.js";
import { bytes, count, time } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { name, prose, visible } from "../ui/plain-text.js";

const ENVELOPES = {
  export: "Stack export",
  backend: "File of a self-managed backend",
  unversioned: "Old file without a version",
  resources: "Resources of the service",
};
const TILES = [
  ["resources", "Resources"],
  ["custom", "Custom"],
  ["components", "Components"],
  ["providers", "Providers"],
  ["types", "Types"],
  ["packages", "Packages"],
];
// Shown only where there are any.
const RARE = [
  ["protected", "protected"],
  ["external", "external"],
  ["pendingDelete", "pending delete"],
  ["pendingReplacement", "pending replacement"],
  ["retainOnDelete", "retained on delete"],
  ["initErrors", "with init errors"],
  ["tainted", "tainted"],
];

export function countTiles(counts) {
  const rare = RARE.filter(([key]) => counts[key] > 0);
  return h(
    "div",
    {},
    h(
      "dl",
      { class: "tiles" },
      TILES.map(([key, label]) => h("div", { class: "tile" }, h("dt", {}, label), h("dd", {}, count(counts[key])))),
    ),
    rare.length > 0 &&
      h(
        "ul",
        { class: "chips", role: "list" },
        rare.map(([key, words]) => h("li", { class: "badge" }, `${count(counts[key])} ${words}`)),
      ),
  );
}

export function facts(summary) {
  const { envelope, version, features, organization, project, stack, compression, manifest, secretsProvider } = summary;
  const fact = (term, words) => words && h("div", { class: "fact" }, h("dt", {}, term), h("dd", {}, words));
  const plugins = manifest?.plugins ?? [];
  return h(
    "dl",
    { class: "facts" },
    fact(
      "Stack",
      [organization, project, stack].some(Boolean) && name([organization, project, stack].filter(Boolean).join("/")),
    ),
    fact("Saved", time(manifest?.time)),
    fact("Written by", manifest?.version && name(`Pulumi ${manifest.version}`)),
    fact("Format", [
      `${ENVELOPES[envelope] ?? envelope}, version ${version}`,
      features?.length > 0 && `, with ${features.join(", ")}`,
    ]),
    fact("Size", [bytes(summary.bytes), compression !== "none" && `, from ${compression}`]),
    fact("Secrets", secretsProvider && name(secretsProvider)),
    fact(
      "Plugins",
      plugins.length > 0 &&
        plugins.map(({ name, version }, at) => [at > 0 && ", ", visible(`${name} ${version ?? ""}`.trim())]),
    ),
  );
}

export function warnings(list) {
  return list.map(({ message }) => h("p", { class: "notice" }, icon("warning"), h("span", {}, prose(message))));
}
