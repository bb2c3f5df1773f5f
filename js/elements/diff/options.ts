/** `<stackscope-diff-options>`, a part of `<stackscope-diff>`: how the two states are compared, and what is left out. Rules written by hand are tried before they count. */
import { css, html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Compare, IgnoreRule } from "../../browser.js";
import { define } from "../base.js";
import { engine, type EngineError } from "../engine/engine.js";
import { shared } from "../styles/shared.js";
import { segments } from "../ui/controls.js";
import type { Menu } from "../ui/menu.js";
import { code, prose } from "../ui/text.js";
import type { Ignore } from "./ignore.js";
import type { Choose } from "./toolbar.js";

type RuleField = "path" | "type" | "urn";

const EXAMPLES: Readonly<Record<RuleField, string>> = { path: "outputs.tags.lastSeen", type: "aws:s3/bucket:Bucket", urn: "urn:pulumi:…" };
const LABELS: Readonly<Record<RuleField, string>> = { path: "Path to ignore", type: "Type to ignore", urn: "URN to ignore" };
const HINTS: Readonly<Record<RuleField, unknown>> = {
  path: html`${code("*")} stands for any key or list position.`,
  type: html`${code("*")} stands for any run of characters.`,
  urn: html`The resource with this URN.`,
};

export class DiffOptionsMenu extends LitElement {
  static override styles = [
    shared,
    css`
:host {
  display: inline-block;
}

.option {
  display: grid;
  gap: var(--space-1);
  width: min(24rem, 80vw);
  padding: var(--space-2);
}

.option + .option {
  border-top: 1px solid var(--line);
}

.option .segments {
  justify-self: start;
}

form {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  gap: var(--space-2);
}

form .field {
  min-height: var(--control-small);
}
`,
  ];

  @property({ attribute: false }) compare: Compare = "versions";
  @property({ attribute: false }) internal = false;
  @property({ attribute: false }) unordered = false;
  @property({ attribute: false }) bookkeeping = false;
  @property({ attribute: false }) choose!: Choose;
  @property({ attribute: false }) ignore!: Ignore;
  @state() private by: RuleField = "path";
  @state() private refused: Pick<EngineError, "message" | "hint"> | undefined;
  @query("input.field") private field!: HTMLInputElement;
  @query("stackscope-menu") private menu!: Menu;

  protected override render(): unknown {
    const { by } = this;
    return html`<stackscope-menu label="Options" icon="filter" title="Options of the comparison" align="end">
      <div class="option">
        <span class="strong">Compare as</span>
        ${segments("Compare as", [["versions", "Versions"], ["stacks", "Stacks"]], this.compare, (compare) => this.choose({ compare }))}
        <p class="hint">${this.compare === "versions" ? "Two versions of one stack." : "Two stacks of one program: ids, times and provider ids don't count."}</p>
      </div>
      <div class="option">
        <label class="check"><input type="checkbox" .checked=${this.bookkeeping} @change=${(event: Event) => this.choose({ bookkeeping: (event.target as HTMLInputElement).checked ? "1" : "" })}>Show providers and times</label>
        <p class="hint">${code("provider")}, ${code("created")} and ${code("modified")} change by themselves.</p>
        <label class="check"><input type="checkbox" .checked=${this.internal} @change=${(event: Event) => this.choose({ internal: (event.target as HTMLInputElement).checked ? "1" : "" })}>Show internal properties</label>
        <p class="hint">The engine's own keys, which begin with ${code("__")}.</p>
        <label class="check"><input type="checkbox" .checked=${this.unordered} @change=${(event: Event) => this.choose({ unordered: (event.target as HTMLInputElement).checked ? "1" : "" })}>Lists in any order</label>
        <p class="hint">The same items in another order are no difference.</p>
      </div>
      <div class="option">
        <span class="strong">Leave out</span>
        <form @submit=${this.#submit}>
          <select class="field" aria-label="Ignore by" .value=${by} @change=${this.#by}><option value="path">path</option><option value="type">type</option><option value="urn">URN</option></select>
          <input class="field field-code" aria-label=${LABELS[by]} placeholder=${EXAMPLES[by]} autocomplete="off" spellcheck="false" aria-invalid=${this.refused !== undefined}>
          <button class="button button-small">Ignore</button>
        </form>
        <p class="hint">${HINTS[by]}${by === "path" ? " Each property has a button for its own path, too." : nothing}</p>
        <p class="error-text" role="alert" ?hidden=${!this.refused}>${this.refused ? html`${prose(this.refused.message)}${this.refused.hint ? html` ${prose(this.refused.hint)}` : nothing}` : nothing}</p>
      </div>
    </stackscope-menu>`;
  }

  readonly #by = (event: Event): void => {
    this.by = (event.target as HTMLSelectElement).value as RuleField;
    this.refused = undefined;
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const text = this.field.value.trim();
    if (text === "") return;
    const rule: IgnoreRule = { [this.by]: text };
    this.refused = undefined;
    try {
      await engine.call("diff.checkRule", { rule });
    } catch (error) {
      this.refused = error as EngineError;
      return;
    }
    this.field.value = "";
    this.menu.close({ focus: true });
    this.ignore(rule);
  };
}

define("stackscope-diff-options", DiffOptionsMenu);
