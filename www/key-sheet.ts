/** `<page-key-sheet>`: the keys that work in the view that is shown. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { icon } from "../js/elements/ui/icon.js";
import { shortcutsNow, type Shortcut } from "../js/elements/ui/shortcuts.js";

type Keys = readonly (readonly [key: string, what: string])[];

const LISTS: Keys = [
  ["↑ ↓", "The next and the last row; a list is one stop of Tab"],
  ["PageUp PageDown", "Ten rows further"],
  ["Home End", "The first and the last row"],
  ["← →", "Fold and unfold in a tree; the next tab"],
  ["Enter", "Open or unfold the row"],
  ["Esc", "Close a panel or a menu"],
];

/** In the order of the page, not of the list. */
const EVERYWHERE = ["?", "/", "g", "o", "t"];

export class KeySheet extends LitElement {
  @state() private view: Keys = [];
  @state() private everywhere: Keys = [];
  @query("dialog") private dialog!: HTMLDialogElement;

  open(): void {
    if (this.dialog.open) return;
    const now = shortcutsNow();
    this.everywhere = keysOf(now.filter(({ key }) => EVERYWHERE.includes(key)));
    this.view = keysOf(now.filter(({ key }) => !EVERYWHERE.includes(key)));
    this.dialog.showModal();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<dialog class="sheet" aria-labelledby="keys-title" @click=${this.#outside}>
      <header><h2 id="keys-title">Keys</h2><button type="button" class="button-icon" aria-label="Close" @click=${() => this.dialog.close()}>${icon("close")}</button></header>
      ${this.view.length > 0 ? part("This view", this.view) : nothing}${part("Everywhere", this.everywhere)}${part("Lists and panels", LISTS)}
    </dialog>`;
  }

  readonly #outside = (event: Event): void => {
    if (event.target === this.dialog) this.dialog.close();
  };
}

/** Keys that do the same share a line. */
function keysOf(shortcuts: readonly Shortcut[]): Keys {
  const lines = new Map<string, Set<string>>();
  for (const { key, what } of shortcuts) lines.set(what, (lines.get(what) ?? new Set()).add(key));
  return [...lines].map(([what, keys]) => [[...keys].join(" "), what]);
}

function part(title: string, keys: Keys): TemplateResult {
  return html`<h3>${title}</h3>
    <dl>${keys.map(([key, what]) => html`<div><dt>${key.split(" ").map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${what}</dd></div>`)}</dl>`;
}

customElements.define("page-key-sheet", KeySheet);
