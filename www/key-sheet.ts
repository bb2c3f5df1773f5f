/** `<page-key-sheet>`: the keys that work in the view that is shown, and the switch of those of one character. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { announce } from "../js/elements/ui/announce.js";
import { icon } from "../js/elements/ui/icon.js";
import { shortcutsNow, type Shortcut } from "../js/elements/ui/shortcuts.js";
import { keysAreOn, turnKeys } from "./keys.js";

type Keys = readonly (readonly [key: string, what: string])[];

const LISTS: Keys = [
  ["Tab", "Go to the list, and past it"],
  ["↓", "From the search field into the list"],
  ["↑ ↓", "Previous and next row"],
  ["PageUp PageDown", "Ten rows up and down"],
  ["Home End", "First and last row"],
  ["← →", "Fold and unfold; previous and next tab"],
  ["Enter", "Open or unfold the row"],
  ["Esc", "Close the panel or menu"],
];

/** In the order of the page, not of the list. */
const EVERYWHERE = ["?", "/", "g", "o", "t"];

export class KeySheet extends LitElement {
  @state() private view: Keys = [];
  @state() private everywhere: Keys = [];
  @state() private on = keysAreOn();
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
    const { on } = this;
    return html`<dialog class="sheet" aria-labelledby="keys-title" @click=${this.#outside}>
      <header><h2 id="keys-title">Keys</h2><button type="button" class="button-icon" aria-label="Close" title="Close (Esc)" @click=${() => this.dialog.close()}>${icon("close")}</button></header>
      <div class="keys-single" ?data-off=${!on}>${this.view.length > 0 ? part("This view", this.view) : nothing}${part("Everywhere", this.everywhere)}</div>
      <label class="keys-switch"><input type="checkbox" role="switch" .checked=${on} aria-describedby="keys-why" @change=${this.#turn}><span>Single-key shortcuts</span></label>
      <p class="hint" id="keys-why">${on ? "Turn them off if you dictate, or press keys by accident." : "They are off. The keys below work all the same."} This browser remembers it.</p>
      ${part("Lists and panels", LISTS)}
    </dialog>`;
  }

  readonly #turn = ({ target }: Event): void => {
    this.on = (target as HTMLInputElement).checked;
    turnKeys(this.on);
    announce(`Single-key shortcuts are ${this.on ? "on" : "off"}`);
  };

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
