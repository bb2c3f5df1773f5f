/** How many resources each kind of change has; a press narrows the list to those kinds. */
import { html, type TemplateResult } from "lit";
import type { ChangeKind, DiffSummary } from "../../browser.js";
import { count } from "../ui/format.js";
import { changesBar, sign } from "../ui/op.js";
import { KINDS, labelOf } from "./kinds.js";

export function cards(summary: DiffSummary, chosen: readonly ChangeKind[], set: (kinds: readonly ChangeKind[]) => void): TemplateResult {
  const toggle = (kind: ChangeKind): void => set(KINDS.filter((one) => chosen.includes(one) !== (one === kind)));
  const changed = Object.fromEntries(KINDS.map((kind) => [kind, summary[kind]]));
  return html`<div class="summary">
    <div class="cards" role="group" aria-label="Changes by kind">
      ${KINDS.map(
        (kind) => html`<button type="button" class="card" data-kind=${kind} aria-pressed=${chosen.includes(kind)} ?disabled=${summary[kind] === 0 && !chosen.includes(kind)} @click=${() => toggle(kind)}>
          <span class="card-label">${sign(kind)}${labelOf(kind)}</span><span class="card-count">${count(summary[kind])}</span>
        </button>`,
      )}
      <div class="card card-still" data-kind="same"><span class="card-label">Unchanged</span><span class="card-count">${count(summary.same)}</span></div>
    </div>
    ${changesBar(changed)}
  </div>`;
}
