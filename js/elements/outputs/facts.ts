/** What a state says of itself: counts, manifest, secrets provider. In: its summary. */
import { html, nothing, type TemplateResult } from "lit";
import { bytes, count } from "../ui/format.js";
import { name, visible } from "../ui/text.js";
import { time } from "../ui/time.js";
import type { OpenState } from "../worker/source.js";

type Summary = OpenState["summary"];
type Counts = Summary["counts"];

const ENVELOPES: Readonly<Record<string, string>> = {
  export: "Stack export",
  backend: "File of a self-managed backend",
  unversioned: "Old file without a version",
  resources: "Resources of the service",
};
const TILES: readonly (readonly [keyof Counts, string])[] = [
  ["resources", "Resources"],
  ["custom", "Custom"],
  ["components", "Components"],
  ["providers", "Providers"],
  ["types", "Types"],
  ["packages", "Packages"],
];
// Shown only where there are any.
const RARE: readonly (readonly [keyof Counts, string, string])[] = [
  ["protected", "protected", ""],
  ["external", "external", "read"],
  ["pendingDelete", "pending delete", "delete"],
  ["pendingReplacement", "pending replacement", "replace"],
  ["retainOnDelete", "retained on delete", ""],
  ["initErrors", "with init errors", "delete"],
  ["tainted", "tainted", "warning"],
];

export function countTiles(counts: Counts): TemplateResult {
  const rare = RARE.filter(([field]) => counts[field] > 0);
  return html`<div>
    <dl class="tiles">${TILES.map(([field, label]) => html`<div class="card tile"><dt>${label}</dt><dd>${count(counts[field])}</dd></div>`)}</dl>
    ${rare.length > 0 ? html`<ul class="chips rare" role="list">${rare.map(([field, words, kind]) => html`<li class="badge" data-kind=${kind || nothing}>${count(counts[field])} ${words}</li>`)}</ul>` : nothing}
  </div>`;
}

export function facts(summary: Summary): TemplateResult {
  const { envelope, version, features, organization, project, stack, compression, manifest, secretsProvider } = summary;
  const fact = (term: string, words: unknown): unknown => (words === nothing || !words ? nothing : html`<div class="fact"><dt>${term}</dt><dd>${words}</dd></div>`);
  const stackName = [organization, project, stack].filter(Boolean).join("/");
  const plugins = manifest?.plugins ?? [];
  return html`<dl class="facts">
    ${fact("Stack", stackName && name(stackName, "breakable"))}
    ${fact("Saved", time(manifest?.time))}
    ${fact("Written by", manifest?.version && name(`Pulumi ${manifest.version}`))}
    ${fact("Format", html`${ENVELOPES[envelope] ?? envelope}, version ${version}${features.length > 0 ? `, with ${features.join(", ")}` : nothing}`)}
    ${fact("Size", html`${bytes(summary.bytes)}${compression === "none" ? nothing : `, from ${compression}`}`)}
    ${fact("Secrets", secretsProvider && name(secretsProvider))}
    ${fact("Plugins", plugins.length > 0 && html`<ul role="list">${plugins.map((plugin) => html`<li>${visible(plugin.name)} <span class="muted">${visible(plugin.version ?? "")}</span></li>`)}</ul>`)}
  </dl>`;
}
