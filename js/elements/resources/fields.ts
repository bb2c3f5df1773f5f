/** `<stackscope-fields>`: names and values of a map, more of them on demand. In: the first of them. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { engine } from "../engine/engine.js";
import { shared } from "../styles/shared.js";
import { count } from "../ui/format.js";
import { code } from "../ui/text.js";
import { isInline, value } from "../ui/value.js";
import type { Fields } from "../worker/contents-record.js";

export class FieldList extends LitElement {
  static override styles = [
    shared,
    css`
:host {
  container-type: inline-size;
}

.field-row {
  display: grid;
  grid-template-columns: minmax(6rem, 34%) minmax(0, 1fr);
  gap: var(--space-1) var(--space-3);
  padding: var(--space-1) 0;
}

.field-row + .field-row {
  border-top: 1px solid color-mix(in oklab, var(--line) 60%, transparent);
}

dt {
  min-width: 0;
  color: var(--muted);
  overflow-wrap: anywhere;
}

dd {
  min-width: 0;
}

.block {
  grid-template-columns: minmax(0, 1fr);
}

@container (max-width: 18rem) {
  .field-row {
    grid-template-columns: minmax(0, 1fr);
  }
}

.button {
  margin-top: var(--space-2);
}
`,
  ];

  @property({ attribute: false }) fields: Fields | undefined;
  @state() private further: Fields["rows"] = [];
  @state() private trouble = "";
  @state() private reading = false;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("fields")) return;
    this.further = [];
    this.trouble = "";
    this.reading = false;
  }

  protected override render(): unknown {
    const { fields } = this;
    if (!fields) return nothing;
    const rows = [...fields.rows, ...this.further];
    const left = fields.total - rows.length;
    return html`<dl>${rows.map(({ name, value: shown }) => {
        const inline = shown.form === "secret" || isInline(shown);
        return html`<div class="field-row ${inline ? "" : "block"}"><dt>${code(name)}</dt><dd>${value(shown, more)}</dd></div>`;
      })}</dl>
      ${this.trouble ? html`<p class="error-text">Could not be read: ${this.trouble}</p>` : nothing}
      ${left > 0 ? html`<button type="button" class="button button-small" ?disabled=${this.reading} @click=${this.#next}>Show more (${count(left)} left)</button>` : nothing}`;
  }

  readonly #next = async (): Promise<void> => {
    const { fields } = this;
    if (!fields) return;
    this.reading = true;
    this.trouble = "";
    try {
      const { rows } = await engine.call("state.fields", { where: fields.where, from: fields.rows.length + this.further.length });
      if (this.fields === fields) this.further = [...this.further, ...rows];
    } catch (error) {
      if (this.fields === fields) this.trouble = (error as Error).message;
    }
    if (this.fields === fields) this.reading = false;
  };
}

const more = (where: unknown, from: number) => engine.call("state.value", { where: where as never, from });

define("stackscope-fields", FieldList);

export function fieldList(fields: Fields): TemplateResult {
  return html`<stackscope-fields .fields=${fields}></stackscope-fields>`;
}
