/** `<page-key-sheet>`: the keys that work in the view that is shown. */
import { html, LitElement } from "lit";
import { query, state } from "lit/decorators.js";
import { icon } from "../js/elements/ui/icon.js";
import { shortcutsNow, type Shortcut } from "../js/elements/ui/shortcuts.js";

const ALWAYS: readonly (readonly [string, string])[] = [
  ["Tab", "Next control; lists are one stop"],
  ["↑ ↓", "Next and last row of a list"],
  ["Page ↑ ↓, Home, End", "Further through a list"],
  ["Enter", "Open or unfold the row"],
  ["Esc", "Close a panel or a menu"],
];

export class KeySheet extends LitElement {
  @state() private shortcuts: Shortcut[] = [];
  @query("dialog") private dialog!: HTMLDialogElement;

  open(): void {
    this.shortcuts = shortcutsNow();
    this.dialog.showModal();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    return html`<dialog class="sheet" aria-labelledby="keys-title" @click=${this.#outside}>
      <header><h2 id="keys-title">Keys</h2><button type="button" class="button-icon" aria-label="Close" @click=${() => this.dialog.close()}>${icon("close")}</button></header>
      <dl>
        ${this.shortcuts.map(({ key, what }) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}
        ${ALWAYS.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}
      </dl>
    </dialog>`;
  }

  readonly #outside = (event: Event): void => {
    if (event.target === this.dialog) this.dialog.close();
  };
}

customElements.define("page-key-sheet", KeySheet);
