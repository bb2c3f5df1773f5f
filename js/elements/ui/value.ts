/** A value of a state on the page: quoted, cut where it is long, with a button for more. Secrets are a word in a box. */
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { LitElement } from "lit";
import { define } from "../base.js";
import type { Rest, Shown } from "../worker/shown.js";
import { shared } from "../styles/shared.js";
import { bytes } from "./format.js";
import { icon } from "./icon.js";
import { visible } from "./text.js";

const LONGEST_INLINE = 90;
const TALL_CHARACTERS = 1000;
const TALL_LINES = 20;

/** Whether a value reads well within a line of text. */
export function isInline({ text, where }: Shown): boolean {
  return where === undefined && text.length <= LONGEST_INLINE && !text.includes("\n");
}

/** A secret, whatever it holds. */
export function secretBadge(): TemplateResult {
  return html`<span class="badge secret">${icon("lock")}secret</span>`;
}

/** Asks for the next piece of a value: `where` as the worker gave it, `from` in UTF-16 units of its text. */
export type More = (where: unknown, from: number) => Promise<Rest>;

/** `<stackscope-value .shown .more>` */
export class Value extends LitElement {
  static override styles = [
    shared,
    css`
:host {
  display: inline;
}

:host([block]) {
  display: block;
  min-width: 0;
}

.value {
  color: var(--text);
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

.value[data-form="scalar"] {
  color: var(--read);
}

.quote {
  color: var(--muted);
}

:host([block]) .value {
  display: block;
  padding: var(--space-2) var(--space-3);
  border: 1px solid var(--line);
  border-radius: var(--round-md);
  background: var(--sunken);
}

.scrolls {
  max-height: 24rem;
  overflow: auto;
}

.button {
  margin-top: var(--space-1);
}
`,
  ];

  @property({ attribute: false }) shown: Shown | undefined;
  @property({ attribute: false }) more: More | undefined;
  /** Nodes to show in place of the text, where it is whole. */
  @property({ attribute: false }) parts: unknown;
  @state() private further = "";
  @state() private status: "idle" | "reading" | "done" | { failed: string } = "idle";

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("shown")) return;
    this.further = "";
    this.status = "idle";
    this.toggleAttribute("block", Boolean(this.shown && this.shown.form !== "secret" && !isInline(this.shown)));
  }

  protected override render() {
    const { shown } = this;
    if (!shown) return nothing;
    if (shown.form === "secret") return secretBadge();
    const text = shown.text + this.further;
    const quote = shown.form === "string" ? html`<span class="quote" aria-hidden="true">"</span>` : nothing;
    const tall = text.length > TALL_CHARACTERS || text.split("\n", TALL_LINES + 1).length > TALL_LINES;
    return html`<code class="code value ${tall ? "scrolls" : ""}" dir="ltr" data-form=${shown.form} tabindex=${tall ? 0 : nothing}>${quote}<span>${this.parts ?? visible(text)}</span>${quote}</code>${this.#button(shown)}`;
  }

  #button(shown: Shown): unknown {
    if (shown.where === undefined || !this.more || this.status === "done") return nothing;
    const left = shown.length === undefined ? undefined : shown.length - shown.text.length - this.further.length;
    const failed = typeof this.status === "object" ? html`<p class="error-text">Could not be read: ${this.status.failed}</p>` : nothing;
    return html`${failed}<button type="button" class="button button-small" ?disabled=${this.status === "reading"} @click=${this.#next}>Show more${left === undefined ? nothing : ` (${bytes(left)} left)`}</button>`;
  }

  readonly #next = async (): Promise<void> => {
    const { shown, more } = this;
    if (!shown || !more) return;
    this.status = "reading";
    try {
      const next = await more(shown.where, shown.text.length + this.further.length);
      if (this.shown !== shown) return;
      this.further += next.text;
      this.status = next.more ? "idle" : "done";
    } catch (error) {
      if (this.shown === shown) this.status = { failed: (error as Error).message };
    }
  };
}

define("stackscope-value", Value);

/** A value, with a way to the rest where it is long. */
export function value(shown: Shown, more?: More, parts?: unknown): TemplateResult {
  return html`<stackscope-value .shown=${shown} .more=${more} .parts=${parts}></stackscope-value>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-value": Value;
  }
}
