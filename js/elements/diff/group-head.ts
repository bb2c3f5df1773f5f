/** Changes of one shape as a line of the list. */
import { html, nothing, type TemplateResult } from "lit";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { sign } from "../ui/op.js";
import { code, name } from "../ui/text.js";
import type { GroupView } from "../worker/diff-shape.js";
import { labelOf } from "./kinds.js";
import { pathPieces } from "./row.js";

const TYPES = 2;
const PATHS = 4;

export function groupHead(group: GroupView, open: boolean, toggle: () => void): TemplateResult {
  const { kind, count: n, of, types, properties, propertiesLeft, names, example } = group;
  const foldable = example.properties.total > 0;
  const shown = properties.slice(0, PATHS);
  const left = properties.length - shown.length + propertiesLeft;
  const what = html`${foldable ? icon("chevron", "row-chevron") : html`<span></span>`} ${sign(kind)}
    <span class="group-what"><span class="row-title">${labelOf(kind)} ${n === of ? counted(n, "resource") : `${count(n)} of ${counted(of, "resource")}`}</span> <span class="muted">${listed(names, names.length, (one) => name(one), n)}</span></span>
    <span class="row-type">${listed(types, TYPES, ({ value, count: with_ }) => html`${code(value)}${types.length > 1 ? ` × ${count(with_)}` : nothing}`)}</span>
    <span class="row-paths">${pathPieces(shown)}${left > 0 ? html`<span class="muted">+${count(left)}</span>` : nothing}</span>`;
  return foldable ? html`<button type="button" class="row-head" tabindex="-1" aria-expanded=${open} @click=${toggle}>${what}</button>` : html`<div class="row-head">${what}</div>`;
}

function listed<T>(items: readonly T[], most: number, show: (item: T) => unknown, total = items.length): unknown {
  const shown = items.slice(0, most);
  const left = total - shown.length;
  return html`${shown.map((item, at) => html`${at > 0 ? ", " : nothing}${show(item)}`)}${left > 0 ? ` and ${count(left)} more` : nothing}`;
}
