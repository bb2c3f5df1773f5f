/**
 * `<stackscope-update-changes>`, a part of `<stackscope-update>`: properties that differ, before and after.
 *
 * In: the changes, and ways to the rest of long values and of long lists of lines. Out: nothing.
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { lineStyles } from "../diff/line-styles.js";
import { lineDiff, moreLines } from "../diff/lines.js";
import { propertyTemplate } from "../diff/property.js";
import { propertyStyles } from "../diff/property-styles.js";
import { shared } from "../styles/shared.js";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import type { More } from "../ui/value.js";
import type { LinePage, PropertyView } from "../worker/diff-shape.js";
import type { LogChange } from "../worker/log-shapes.js";

export type MoreLines = (at: number, from: number) => Promise<LinePage>;

const nothingMore: More = () => Promise.resolve({ text: "", more: false });

export class UpdateChanges extends LitElement {
  static override styles = [
    shared,
    propertyStyles,
    lineStyles,
    css`
.property-menu {
  padding: 0.3rem var(--space-2);
}

.property-menu > * {
  opacity: 1;
}

.property-menu .hint {
  white-space: nowrap;
}
`,
  ];

  @property({ attribute: false }) changes: readonly LogChange[] = [];
  @property({ attribute: false }) more: More | undefined;
  /** Gives further lines of the change at a place. */
  @property({ attribute: false }) moreLines: MoreLines | undefined;
  @property({ reflect: true }) view = "split";
  /** Lines that were asked for besides the first ones. */
  @state() private further: ReadonlyMap<LogChange, LinePage> = new Map();
  @state() private trouble = "";

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("changes")) return;
    this.further = new Map();
    this.trouble = "";
  }

  protected override render() {
    const { changes, more = nothingMore, trouble } = this;
    return html`<ul class="properties" role="list">
        ${changes.map((change, at) => propertyTemplate(viewOf(change), { more, menu: notes(change), lines: this.#lines(change, at) }))}
      </ul>
      ${trouble ? html`<p class="error-text" role="alert">Could not be read: ${trouble}</p>` : nothing}`;
  }

  #lines(change: LogChange, at: number): unknown {
    const { lines } = change;
    if (!lines) return undefined;
    const { rows, left } = this.further.get(change) ?? lines;
    const next = html`<button type="button" class="button button-small next" @click=${() => void this.#next(change, lines, at)}>${moreLines(left)}</button>`;
    return lineDiff(rows, left === 0 ? nothing : this.moreLines ? next : html`<p class="hint">${counted(left, "further line")} not shown.</p>`);
  }

  async #next(change: LogChange, first: LinePage, at: number): Promise<void> {
    const shown = this.further.get(change) ?? first;
    try {
      const page = await this.moreLines?.(at, shown.rows.length);
      if (page && this.changes.includes(change)) this.further = new Map(this.further).set(change, { rows: [...shown.rows, ...page.rows], left: page.left });
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }
}

function viewOf({ path, kind, secret, lines, before, after }: LogChange): PropertyView {
  return { path, kind, secret: secret && before?.form !== "secret" && after?.form !== "secret", moved: false, ...(lines && { lines }), ...(before && { before }), ...(after && { after }) } as PropertyView;
}

function notes({ replace, hidden, truncated }: LogChange): unknown {
  return html`${replace ? html`<span class="badge" data-kind="replace">${icon("swap")}forces replacement</span>` : nothing}
    ${hidden ? html`<span class="badge" title="The program asked for the values to be hidden">${icon("mute")}hidden</span>` : nothing}
    ${truncated ? html`<span class="badge" title="The log's summary keeps 16 KiB of a value">cut</span>` : nothing}`;
}

define("stackscope-update-changes", UpdateChanges);

export const changesList = (changes: readonly LogChange[], more?: More, moreLines?: MoreLines): unknown =>
  changes.length === 0 ? nothing : html`<stackscope-update-changes .changes=${changes} .more=${more} .moreLines=${moreLines}></stackscope-update-changes>`;
