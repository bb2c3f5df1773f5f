/** `<page-pick>`: more than two states were given; which two are compared? In: `states`, in order of time. Out: `picked`, with two of them. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { bytes, exact, moment } from "../../js/elements/ui/format.js";
import { name } from "../../js/elements/ui/text.js";
import type { StateFile } from "../session.js";

export type PickedEvent = CustomEvent<[StateFile, StateFile]>;

export class PagePick extends LitElement {
  @property({ attribute: false }) states: StateFile[] = [];
  /** Their places in `states`. */
  @state() private old = 0;
  @state() private new = 1;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("states")) return;
    this.old = Math.max(0, this.states.length - 2);
    this.new = this.states.length - 1;
  }

  protected override render(): TemplateResult {
    const side = (of: "old" | "new", at: number) =>
      html`<td class="pick-side"><input type="radio" name="pick-${of}" aria-label="${of === "old" ? "Old" : "New"}: ${this.states[at]?.name}" .checked=${this[of] === at} @change=${() => (this[of] = at)}></td>`;
    return html`<section class="pick card" aria-labelledby="pick-title">
      <h2 id="pick-title">Which two?</h2>
      <table>
        <thead><tr><th scope="col" class="pick-side">Old</th><th scope="col" class="pick-side">New</th><th scope="col">State</th><th scope="col" class="num">Size</th><th scope="col">Saved</th></tr></thead>
        <tbody>
          ${this.states.map(
            ({ name: called, size, saved }, at) => html`<tr>
              ${side("old", at)}${side("new", at)}
              <td class="breakable">${name(called)}</td>
              <td class="num muted">${size === undefined ? nothing : bytes(size)}</td>
              <td class="muted">${savedAt(saved)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <button type="button" class="button button-main" ?disabled=${this.old === this.new} @click=${this.#picked}>Compare the two</button>
    </section>`;
  }

  readonly #picked = (): void => {
    const detail = [this.states[this.old], this.states[this.new]];
    this.dispatchEvent(new CustomEvent("picked", { detail }));
  };
}

/** Exact: states of one day have to be told apart. */
function savedAt(saved: string | undefined): string {
  const date = moment(saved);
  return date ? exact(date) : "";
}

customElements.define("page-pick", PagePick);

declare global {
  interface HTMLElementTagNameMap {
    "page-pick": PagePick;
  }
}
