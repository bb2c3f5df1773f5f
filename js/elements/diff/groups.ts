/**
 * `<stackscope-diff-groups>`, a part of `<stackscope-diff>`: changes of the same shape over many resources, told once; largest first.
 *
 * In: a comparison. Out: `choose` with the group that the person wants to see.
 */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { engine } from "../engine/engine.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { count, counted } from "../ui/format.js";
import { sign } from "../ui/op.js";
import { empty } from "../ui/panel.js";
import { Rows } from "../ui/rows.js";
import { code, name } from "../ui/text.js";
import type { Comparison } from "../worker/diff.js";
import type { GroupView } from "../worker/diff-shape.js";
import { changesStyles } from "./changes-styles.js";
import type { Choice } from "./choice.js";
import { labelOf } from "./kinds.js";
import { pathPieces } from "./row.js";
import { toolbar, type Choose } from "./toolbar.js";

const TYPES = 3;

export class DiffGroups extends LitElement {
  static override styles = [shared, changesStyles];

  @property({ attribute: false }) comparison!: Comparison;
  @property({ attribute: false }) choice!: Choice;
  @property({ attribute: false }) choose!: Choose;
  @state() private trouble: Error | undefined;
  #said = "";

  readonly #rows: Rows<GroupView> = new Rows<GroupView>(this, {
    label: "Changes of the same shape",
    estimate: 92,
    page: (offset, limit, signal) => engine.call("diff.groups", { diff: this.comparison.id, offset, limit }, { signal }),
    activate: (group) => this.#open(group),
    failed: (error) => (this.trouble = error),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("comparison")) this.#rows.reset();
  }

  protected override render(): unknown {
    const { total } = this.#rows;
    const words = total === undefined ? "" : counted(total, "different change");
    if (words !== this.#said && words) announce((this.#said = words));
    return html`
      ${toolbar(this.choice, this.comparison.overview.facets, words, this.choose, nothing)}
      ${this.trouble ? html`<p class="error-text" role="alert">${this.trouble.message}</p>` : nothing}
      ${total === 0 ? empty("filter", "No resource changed") : nothing}
      <div class="list" ?hidden=${total === 0}>${this.#rows.render((group) => this.#group(group))}</div>
    `;
  }

  #group(group: GroupView): unknown {
    const { kind, count: n, types, properties, propertiesLeft, names } = group;
    return html`<div class="group">
      <div class="group-what">
        <p class="group-title">${sign(kind)}${labelOf(kind)} ${counted(n, "resource")}</p>
        <p class="group-types">${listed(types, TYPES, ({ value, count: of }) => html`${code(value)}${types.length > 1 ? ` × ${count(of)}` : nothing}`)}</p>
        <p class="hint">${listed(names, names.length, (one) => name(one), n)}</p>
      </div>
      <div class="group-paths">${pathPieces(properties)}${propertiesLeft > 0 ? html`<span class="muted">and ${counted(propertiesLeft, "more property", "more properties")}</span>` : nothing}</div>
      <button type="button" class="button button-small" @click=${() => this.#open(group)}>${n === 1 ? "Show it" : `Show all ${count(n)}`}</button>
    </div>`;
  }

  #open({ group }: GroupView): void {
    this.choose({ mode: "", group: String(group), q: "", kinds: "", type: "", package: "" }, { push: true });
  }
}

function listed<T>(items: readonly T[], most: number, show: (item: T) => unknown, total = items.length): unknown {
  const shown = items.slice(0, most);
  const left = total - shown.length;
  return html`${shown.map((item, at) => html`${at > 0 ? ", " : nothing}${show(item)}`)}${left > 0 ? ` and ${count(left)} more` : nothing}`;
}

define("stackscope-diff-groups", DiffGroups);
