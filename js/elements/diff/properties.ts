/**
 * `<stackscope-diff-properties>`, a part of `<stackscope-diff>`: the property changes of one resource, or of one part of the state around the resources.
 *
 * In: the first page, a way to the next ones, and how to show them. Out: calls of `ignore`.
 */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { define } from "../base.js";
import { engine } from "../engine/engine.js";
import { shared } from "../styles/shared.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import type { Menu } from "../ui/menu.js";
import { spelled } from "../ui/text.js";
import type { More } from "../ui/value.js";
import type { ValueAt } from "../worker/diff.js";
import type { LinePage, PropertyPage, PropertyView } from "../worker/diff-shape.js";
import type { View } from "./choice.js";
import { ignoreChoices, ignoreStyles, type Ignore } from "./ignore.js";
import { lineStyles } from "./line-styles.js";
import { lineDiff, moreLines } from "./lines.js";
import { propertyTemplate } from "./property.js";
import { propertyStyles } from "./property-styles.js";

const more: More = (where, from) => engine.call("diff.more", { where: where as ValueAt, from });

export class DiffProperties extends LitElement {
  static override styles = [shared, propertyStyles, lineStyles, ignoreStyles];

  @property({ attribute: false }) first: PropertyPage | undefined;
  @property({ attribute: false }) next: ((from: number) => Promise<PropertyPage>) | undefined;
  @property({ attribute: false }) ignore: Ignore | undefined;
  @property({ attribute: false }) of: { type: string; urn: string | undefined } | undefined;
  @property({ reflect: true }) view: View = "split";
  @state() private further: readonly PropertyView[] = [];
  @state() private lines = new Map<PropertyView, LinePage>();
  @state() private reading = false;
  @state() private trouble = "";
  /** The property whose menu was asked for: menus are made when they are first opened. */
  @state() private menuAt: PropertyView | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("first")) return;
    this.further = [];
    this.lines = new Map();
    this.trouble = "";
    this.menuAt = undefined;
  }

  protected override render(): unknown {
    if (!this.first) return nothing;
    const rows = [...this.first.rows, ...this.further];
    const left = this.first.total - rows.length;
    return html`
      <ul class="properties" role="list">
        ${repeat(rows, (_, at) => at, (row) => propertyTemplate(row, { more, menu: this.#menu(row), lines: this.#lines(row) }))}
      </ul>
      ${this.trouble ? html`<p class="error-text" role="alert">Could not be read: ${this.trouble}</p>` : nothing}
      ${left > 0 ? html`<button type="button" class="button button-small next" ?disabled=${this.reading} @click=${this.#next}>Show more (${count(left)} left)</button>` : nothing}
    `;
  }

  #menu(row: PropertyView): unknown {
    const { ignore } = this;
    if (!ignore) return nothing;
    const title = `Ignore ${row.path.length > 100 ? "this path" : spelled(row.path)}`;
    if (this.menuAt !== row) return html`<button type="button" class="button-icon" title=${title} aria-label=${title} aria-expanded="false" @click=${() => (this.menuAt = row)}>${icon("mute")}</button>`;
    return html`<stackscope-menu align="end" look="button-icon" icon="mute" title=${title} ${ref(this.#opened)}>${ignoreChoices({ path: row.path, type: this.of?.type, urn: this.of?.urn }, ignore)}</stackscope-menu>`;
  }

  readonly #opened = (menu: Element | undefined): void => void (menu as Menu | undefined)?.updateComplete.then(() => (menu as Menu).open());

  #lines(row: PropertyView): unknown {
    if (!row.lines) return undefined;
    const { rows, left } = this.lines.get(row) ?? row.lines;
    return lineDiff(rows, left > 0 ? html`<button type="button" class="button button-small next" @click=${() => void this.#nextLines(row)}>${moreLines(left)}</button>` : nothing);
  }

  async #nextLines(row: PropertyView): Promise<void> {
    const shown = this.lines.get(row) ?? row.lines;
    if (!shown) return;
    try {
      const { rows, left } = await engine.call("diff.lines", { at: row.at, from: shown.rows.length });
      this.lines = new Map(this.lines).set(row, { rows: [...shown.rows, ...rows], left });
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  readonly #next = async (): Promise<void> => {
    const { first, next } = this;
    if (!first || !next) return;
    this.reading = true;
    try {
      const { rows } = await next(first.rows.length + this.further.length);
      if (this.first === first) this.further = [...this.further, ...rows];
    } catch (error) {
      this.trouble = (error as Error).message;
    } finally {
      this.reading = false;
    }
  };
}

define("stackscope-diff-properties", DiffProperties);
