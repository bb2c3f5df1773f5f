/**
 * `<stackscope-menu label="…">`: a button that opens a small panel under itself, with what stands between its tags. Escape, a click elsewhere and leaving
 * it with Tab close it. Emits `open` before it is shown, for those who fill it late.
 */
import { css, html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { define } from "../base.js";
import { shared } from "../styles/shared.js";
import { icon, type IconName } from "./icon.js";

const MARGIN_PX = 8;

export class Menu extends LitElement {
  static override styles = [
    shared,
    css`
:host {
  display: inline-block;
  position: relative;
}

.panel {
  position: absolute;
  z-index: 20;
  top: calc(100% + var(--space-1));
  width: max-content;
  max-width: min(26rem, calc(100vw - 2 * var(--space-4)));
  max-height: min(28rem, 70vh);
  overflow: auto;
  padding: var(--space-2);
  border: 1px solid var(--line-strong);
  border-radius: var(--round-md);
  background: var(--raised);
  box-shadow: 0 8px 28px var(--shade);
}

:host([align="end"]) .panel {
  right: 0;
}
`,
  ];

  /** What the button says. */
  @property() label = "";
  /** What the button is called, where it shows an icon alone, and the tip. */
  @property() override title = "";
  @property() icon: IconName | "" = "";
  /** Classes of the button. */
  @property() look = "button";
  @property({ reflect: true }) align: "start" | "end" = "start";
  @state() private shown = false;
  @query(".panel") private panel!: HTMLElement | null;
  @query("button") private button!: HTMLButtonElement;

  protected override render() {
    const { label, title, look, shown } = this;
    return html`
      <button type="button" class=${look} title=${title || nothing} aria-label=${title || nothing} aria-expanded=${shown} @click=${this.#toggle}>
        ${this.icon === "" ? nothing : icon(this.icon)}${label}${label ? icon("down") : nothing}
      </button>
      <div class="panel" role="group" aria-label=${title || label} ?hidden=${!shown} @keydown=${this.#key}><slot></slot></div>
    `;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("focusout", this.#left);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  async open(): Promise<void> {
    this.dispatchEvent(new Event("open"));
    this.shown = true;
    document.addEventListener("pointerdown", this.#outside, true);
    document.addEventListener("keydown", this.#escape, true);
    await this.updateComplete;
    this.#intoView();
    this.querySelector<HTMLElement>("button:not(:disabled), input:not(:disabled), select:not(:disabled), a[href]")?.focus();
  }

  close({ focus = false } = {}): void {
    if (!this.shown) return;
    this.shown = false;
    document.removeEventListener("pointerdown", this.#outside, true);
    document.removeEventListener("keydown", this.#escape, true);
    if (focus) this.button.focus();
  }

  readonly #toggle = (): void => (this.shown ? this.close() : void this.open());
  readonly #outside = (event: Event): void => void (event.composedPath().includes(this) || this.close());
  readonly #left = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !this.contains(relatedTarget) && relatedTarget !== this) this.close();
  };
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // Without its default the key does not close a dialog around the menu as well.
    event.preventDefault();
    event.stopPropagation();
    this.close({ focus: true });
  };
  readonly #key = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    const items = [...this.querySelectorAll<HTMLElement>("button:not(:disabled), a[href]")];
    const at = items.indexOf(event.target as HTMLElement);
    event.preventDefault();
    items[(at + step + items.length) % items.length]?.focus();
  };

  #intoView(): void {
    const { panel } = this;
    if (!panel) return;
    panel.style.translate = "";
    const { left, right } = panel.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    panel.style.translate = `${Math.max(MARGIN_PX - left, Math.min(0, width - MARGIN_PX - right))}px 0`;
  }
}

define("stackscope-menu", Menu);

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-menu": Menu;
  }
}
