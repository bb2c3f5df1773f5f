/**
 * `<stackscope-update-text>`, a part of `<stackscope-update>`: the log as a command line prints it, line by line.
 *
 * In: a log. Out: `keep-all`, where the events were not kept and someone wants them to be; `stackscope-query`.
 */
import { css, html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine } from "../engine/engine.js";
import type { ReadyLog } from "../engine/log-controller.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { copyText, saveText } from "../ui/clipboard.js";
import { segments } from "../ui/controls.js";
import { icon } from "../ui/icon.js";
import { empty, failed } from "../ui/panel.js";
import { Rows } from "../ui/rows.js";
import { visible } from "../ui/text.js";
import type { Piece, TextChoice, TextStyle } from "../worker/log-text.js";
import { partStyles } from "./part-styles.js";

const STYLES = [
  ["diff", "Diff"],
  ["progress", "Progress"],
  ["summary", "Summary"],
] as const;
const LARGEST_COPY = 20_000_000;

export class UpdateText extends BaseElement {
  static override styles = [
    shared,
    partStyles,
    css`
.screen {
  max-height: min(75vh, 60rem);
  overflow: auto;
  padding: var(--space-3) 0;
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
}

.text-line {
  min-height: 1.35em;
  padding-inline: var(--space-4);
  font: 0.8125rem / 1.35 var(--mono);
  font-variant-ligatures: none;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

.row-slot:focus-visible {
  outline-offset: -2px;
}

.piece {
  color: var(--kind, inherit);
}

.piece[data-tone="create"] {
  color: var(--create);
}

.piece[data-tone="update"] {
  color: var(--update);
}

.piece[data-tone="delete"] {
  color: var(--delete);
}

.piece[data-tone="replace"] {
  color: var(--replace);
}

.piece[data-tone="read"] {
  color: var(--read);
}

.piece[data-tone="move"] {
  color: var(--move);
}

.piece[data-tone="muted"] {
  color: var(--muted);
}

.piece[data-strong] {
  font-weight: 600;
}
`,
  ];

  @property({ attribute: false }) log: ReadyLog | undefined;
  @state() private trouble: Error | undefined;
  @state() private cutOff = false;
  #asked = "";

  readonly #rows = new Rows<Piece[]>(this, {
    label: "Text of the command line",
    estimate: 18,
    page: async (offset, limit, signal) => {
      const { log, choice } = this;
      if (!log || this.isGone) return { rows: [], total: 0 };
      const page = await engine.call("log.lines", { log: log.id, choice, offset, limit }, { signal });
      this.trouble = undefined;
      this.cutOff = page.cutOff;
      return page;
    },
    failed: (error) => (this.trouble = error),
  });

  get choice(): TextChoice {
    const { text, same } = this.query;
    return { style: STYLES.find(([style]) => style === text)?.[0] ?? "diff", showSames: same === "1" };
  }

  /** The events that the text is made from were not kept. */
  get isGone(): boolean {
    return this.choice.style !== "summary" && this.log?.facts.keepsEvents === false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { log } = this;
    const asked = JSON.stringify([log?.id, this.choice]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#rows.reset();
    } else if (changed.has("log") && (changed.get("log") as ReadyLog | undefined)?.facts !== log?.facts) this.#rows.reset({ keep: true });
  }

  protected override render(): unknown {
    const { log, choice, trouble } = this;
    if (!log) return nothing;
    return html`
      <div class="toolbar">
        ${segments<TextStyle>("Text", STYLES, choice.style, (style) => this.setQuery({ text: style === "diff" ? "" : style }, { push: true }))}
        ${choice.style === "summary" ? nothing : html`<label class="check"><input type="checkbox" .checked=${choice.showSames} @change=${(event: Event) => this.setQuery({ same: (event.target as HTMLInputElement).checked ? "1" : "" })}>Unchanged resources</label>`}
        <button type="button" class="button" ?disabled=${this.isGone} @click=${this.#copy}>${icon("copy")}Copy</button>
        <button type="button" class="button" ?disabled=${this.isGone} @click=${this.#save}>${icon("export")}Save</button>
      </div>
      ${this.isGone ? this.#gone() : trouble ? failed(trouble, () => this.#rows.reset()) : this.#screen()}
    `;
  }

  #screen(): unknown {
    return html`<div class="screen" dir="ltr">${this.#rows.render((line) => html`<div class="text-line">${line.map(({ text, tone, strong }) => (tone || strong ? html`<span class="piece" data-tone=${tone} ?data-strong=${strong}>${visible(text)}</span>` : visible(text)))}</div>`)}</div>
      ${this.cutOff ? html`<p class="hint">The text goes on; save it to see all of it.</p>` : nothing}`;
  }

  #gone(): unknown {
    const again = this.log?.update
      ? nothing
      : html`<button type="button" class="button" @click=${() => this.dispatchEvent(new Event("keep-all"))}>Read it again with all events</button>`;
    return empty("file", "The events were not kept", "This text is made from the events themselves, and the log is so long that they were let go of. Keeping them takes about as much memory as the log is long.", again);
  }

  readonly #copy = async (): Promise<void> => {
    const text = await this.#text();
    if (!text) return;
    if (text.size > LARGEST_COPY) return announce("The text is too long to copy: save it");
    await copyText(await text.text(), "Text copied");
  };

  readonly #save = async (): Promise<void> => {
    const text = await this.#text();
    if (text) saveText(`update-${this.choice.style}.txt`, text);
  };

  async #text(): Promise<Blob | undefined> {
    const { log, choice } = this;
    if (!log) return undefined;
    try {
      return await engine.call("log.save", { log: log.id, form: "text", choice });
    } catch (error) {
      this.trouble = error as Error;
      return undefined;
    }
  }
}

define("stackscope-update-text", UpdateText);
