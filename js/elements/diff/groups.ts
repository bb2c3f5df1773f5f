/**
 * `<stackscope-diff-groups>`, a part of `<stackscope-diff>`: changes of the same shape over many resources, told once, with the first of them; largest
 * first.
 *
 * In: a comparison and what is chosen. Out: `choose` with the group that the person wants to see, `ignore` with rules that leave one out.
 */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { engine } from "../engine/engine.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { count, counted } from "../ui/format.js";
import { empty } from "../ui/panel.js";
import { Rows } from "../ui/rows.js";
import { name } from "../ui/text.js";
import type { Comparison } from "../worker/diff.js";
import type { GroupView, PropertyPage } from "../worker/diff-shape.js";
import { changesStyles } from "./changes-styles.js";
import { filterOf, noFilters, type Choice } from "./choice.js";
import { groupHead } from "./group-head.js";
import { ignoreGroup, ignoreStyles, type Ignore } from "./ignore.js";
import "./properties.js";
import { toolbar, type Choose } from "./toolbar.js";
import { Walk } from "./walk.js";

export class DiffGroups extends LitElement {
  static override styles = [shared, changesStyles, ignoreStyles];

  @property({ attribute: false }) comparison!: Comparison;
  @property({ attribute: false }) choice!: Choice;
  @property({ attribute: false }) choose!: Choose;
  @property({ attribute: false }) ignore!: Ignore;
  @state() private trouble: Error | undefined;
  /** How many groups there are without the filters. */
  #all = 0;
  #asked = "";
  #said = "";

  readonly #rows: Rows<GroupView> = new Rows<GroupView>(this, {
    label: "Changes of the same shape",
    estimate: 120,
    page: async (offset, limit, signal) => {
      const page = await engine.call("diff.groups", { diff: this.comparison.id, filter: this.#filter, offset, limit }, { signal });
      this.#all = page.all;
      return page;
    },
    activate: (group) => this.#walk.toggle(group),
    key: (event, group) => this.#walk.key(event, group),
    failed: (error) => (this.trouble = error),
  });
  readonly #walk: Walk<GroupView> = new Walk<GroupView>(this, { rows: () => this.#rows, keyOf, noun: "group", unfolded: true });

  get #filter() {
    return filterOf({ ...this.choice, group: undefined });
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const filter = JSON.stringify(this.#filter);
    const asked = `${this.comparison.id} ${filter}`;
    if (asked === this.#asked) return;
    const keep = this.#asked.endsWith(` ${filter}`);
    this.#asked = asked;
    this.trouble = undefined;
    if (!keep) this.#walk.leave();
    this.#rows.reset({ keep });
  }

  protected override render(): unknown {
    const { total } = this.#rows;
    const all = this.#all;
    const words = total === undefined ? "" : total === all ? counted(total, "different change") : `${count(total)} of ${counted(all, "different change")}`;
    if (words !== this.#said && words) announce((this.#said = words));
    return html`
      ${toolbar(this.choice, this.comparison.overview.facets, words, this.choose, total ? this.#walk.buttons(total) : nothing)}
      ${this.trouble ? html`<p class="error-text" role="alert">${this.trouble.message}</p>` : nothing}
      ${total === 0 ? empty("filter", all === 0 ? "No resource changed" : "No change passes the filters", nothing, all === 0 ? nothing : html`<button type="button" class="button" @click=${() => this.choose(noFilters())}>Clear filters</button>`) : nothing}
      <div class="list" ?hidden=${total === 0}>${this.#rows.render((group, _, active) => this.#group(group, active && this.#walk.entered))}</div>
    `;
  }

  #group(group: GroupView, here: boolean): unknown {
    const { count: n } = group;
    const open = this.#walk.isOpen(group);
    return html`<div class="row group" data-open=${open} data-here=${here}>
      <div class="group-line">
        ${groupHead(group, open, () => this.#walk.toggle(group))}
        <div class="group-actions">
          <stackscope-menu label="Ignore" look="button button-small" align="end">${ignoreGroup(group, this.ignore)}</stackscope-menu>
          <button type="button" class="button button-small" @click=${() => this.#show(group)}>${n === 1 ? "Show it" : `Show all ${count(n)}`}</button>
        </div>
      </div>
      ${open && group.example.properties.total > 0 ? this.#example(group) : nothing}
    </div>`;
  }

  #example({ example: { row, properties }, count: n }: GroupView): unknown {
    const next = async (from: number): Promise<PropertyPage> => (await engine.call("diff.change", { ...row.at, from })).properties;
    return html`<div class="group-example">
      ${n > 1 ? html`<p class="hint">For example ${name(row.name, "strong")}</p>` : nothing}
      <stackscope-diff-properties .first=${properties} .next=${next} .view=${this.choice.view} .of=${row} .ignore=${this.ignore}></stackscope-diff-properties>
    </div>`;
  }

  #show({ group }: GroupView): void {
    this.choose({ mode: "", group: String(group) }, { push: true });
  }
}

/** Numbers of groups are given anew by each comparison; what they hold is not. */
function keyOf({ kind, types, properties }: GroupView): string {
  return JSON.stringify([kind, properties.length > 0 ? properties : types[0]?.value]);
}

define("stackscope-diff-groups", DiffGroups);
