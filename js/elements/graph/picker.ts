/**
 * `<stackscope-graph-picker .find>`: a field that finds a resource, with a list of what fits under it.
 *
 * In: `find`, which answers a text with choices; for the empty text it suggests some. Out: "pick" with the URN as detail.
 */
import { css, html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { define } from "../base.js";
import { shared } from "../styles/shared.js";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { code, name } from "../ui/text.js";
import type { GraphChoice } from "../worker/graph.js";
import { marks } from "./shapes.js";

const QUIET_MS = 100;

export type Find = (text: string, signal: AbortSignal) => Promise<{ choices: GraphChoice[]; total: number }>;

export class GraphPicker extends LitElement {
  static override styles = [
    shared,
    css`
:host {
  position: relative;
  flex: 1 1 16rem;
  min-width: 0;
}

.list {
  position: absolute;
  z-index: 20;
  top: calc(100% + var(--space-1));
  left: 0;
  width: max(100%, min(26rem, calc(100vw - 2 * var(--space-4))));
  max-height: min(24rem, 60vh);
  overflow: auto;
  padding: var(--space-2);
  border: 1px solid var(--line-strong);
  border-radius: var(--round-md);
  background: var(--raised);
  box-shadow: 0 8px 28px var(--shade);
}

.option {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  column-gap: var(--space-3);
  padding: var(--space-1) var(--space-2);
  border-radius: var(--round-sm);
  cursor: pointer;
}

.option .clip {
  grid-column: 1;
}

.option .num {
  grid-column: 2;
  grid-row: 1 / span 2;
  align-self: center;
  color: var(--muted);
  font-size: var(--text-sm);
}

.option:hover,
.option.at {
  background: var(--hover);
}

.option.at {
  outline: 2px solid var(--focus);
  outline-offset: -2px;
}

.type {
  color: var(--muted);
  font-size: var(--text-sm);
}

.about {
  padding: var(--space-1) var(--space-2);
  color: var(--muted);
  font-size: var(--text-sm);
}
`,
  ];

  @property({ attribute: false }) find: Find | undefined;
  @state() private shown = false;
  @state() private choices: GraphChoice[] = [];
  @state() private total = 0;
  @state() private text = "";
  @state() private answered: string | undefined;
  @state() private at = -1;
  @query("input") private field!: HTMLInputElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop = new AbortController();
  /** Enter came before the answer. */
  #enters = false;

  protected override render() {
    const { shown, choices, at, text } = this;
    return html`
      <label class="search">${icon("search")}<input
          class="field" type="search" autocomplete="off" spellcheck="false" placeholder="Find a resource to look at" aria-label="Find a resource to look at"
          role="combobox" aria-autocomplete="list" aria-expanded=${shown} aria-controls="list" aria-activedescendant=${shown && at >= 0 ? `option-${at}` : nothing}
          .value=${text} @input=${this.#typed} @focus=${this.#open} @click=${this.#open} @blur=${this.#close} @keydown=${this.#key}></label>
      <div id="list" class="list" role="listbox" aria-label="Resources" ?hidden=${!shown} @mousedown=${(event: Event) => event.preventDefault()}>
        ${choices.map((choice, n) => this.#option(choice, n))}
        ${this.#about()}
      </div>
    `;
  }

  #option(choice: GraphChoice, n: number) {
    const signs = marks(choice.flags);
    return html`<div class="option ${n === this.at ? "at" : ""}" role="option" id="option-${n}" aria-selected=${n === this.at} @click=${() => this.#pick(choice)}>
      <span class="clip">${name(choice.name, "strong")} ${signs.map(({ words }) => html`<span class="badge">${words}</span>`)}</span>
      <span class="clip type">${code(choice.type)}</span>
      <span class="num">${counted(choice.degree, "relation")}</span>
    </div>`;
  }

  #about() {
    const { choices, total, answered } = this;
    if (answered === undefined) return html`<p class="about" role="option" aria-disabled="true" aria-selected="false">Looking…</p>`;
    if (choices.length === 0) return html`<p class="about" role="option" aria-disabled="true" aria-selected="false">No resource has this in its URN or id.</p>`;
    if (answered === "") return html`<p class="about" role="option" aria-disabled="true" aria-selected="false">The most connected of ${counted(total, "resource")}. Type to search in all of them.</p>`;
    return total > choices.length ? html`<p class="about" role="option" aria-disabled="true" aria-selected="false">The nearest of ${counted(total, "match", "matches")}.</p>` : nothing;
  }

  readonly #open = (): void => {
    if (this.shown) return;
    this.shown = true;
    this.at = -1;
    void this.#ask();
  };

  readonly #close = (): void => {
    this.shown = false;
    this.#enters = false;
    this.#stop.abort();
  };

  readonly #typed = (): void => {
    this.text = this.field.value;
    this.shown = true;
    this.#enters = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), QUIET_MS);
  };

  async #ask(): Promise<void> {
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const text = this.text.trim();
    try {
      const { choices, total } = (await this.find?.(text, signal)) ?? { choices: [], total: 0 };
      if (signal.aborted) return;
      Object.assign(this, { choices, total, answered: text, at: text === "" || choices.length === 0 ? -1 : 0 });
      if (this.#enters && choices[0]) this.#pick(choices[0]);
    } catch {
      if (!signal.aborted) Object.assign(this, { choices: [], total: 0, answered: text, at: -1 });
    }
  }

  readonly #key = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.#open();
      const count = this.choices.length;
      if (count > 0) this.at = (this.at + step + count + (this.at < 0 && step < 0 ? 1 : 0)) % count;
      void this.updateComplete.then(() => this.renderRoot.querySelector(`#option-${this.at}`)?.scrollIntoView({ block: "nearest" }));
    } else if (event.key === "Escape" && (this.shown || this.text !== "")) {
      event.preventDefault();
      event.stopPropagation();
      if (!this.shown) this.text = "";
      this.shown = false;
    } else if (event.key === "Enter") {
      event.preventDefault();
      const choice = this.choices[this.at];
      const text = this.text.trim();
      if (this.shown && choice && this.answered === text) this.#pick(choice);
      else if (this.shown && text !== "" && this.answered !== text) this.#enters = true;
      else this.#open();
    }
  };

  #pick({ urn }: GraphChoice): void {
    this.text = "";
    this.shown = false;
    this.#enters = false;
    this.choices = [];
    this.answered = undefined;
    this.dispatchEvent(new CustomEvent("pick", { detail: urn }));
  }
}

define("stackscope-graph-picker", GraphPicker);

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-graph-picker": GraphPicker;
  }
}
