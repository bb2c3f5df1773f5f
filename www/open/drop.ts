/**
 * `<page-drop>`: files dropped or pasted anywhere on the page. While they hover, the page shows where they would go.
 *
 * In: `halves`, if a single file may go to either side. Out: `page-files` with the files and the side they were dropped on.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { icon } from "../../js/elements/ui/icon.js";
import type { Slot } from "./intake.js";

export type FilesEvent = CustomEvent<{ files: File[]; slot?: Slot }>;

declare global {
  interface HTMLElementEventMap {
    "page-files": FilesEvent;
  }
}

/** Tells the page of files to take in. */
export function giveFiles(from: HTMLElement, files: Iterable<File>, slot?: Slot): void {
  const detail = { files: [...files], ...(slot && { slot }) };
  from.dispatchEvent(new CustomEvent("page-files", { detail, bubbles: true, composed: true }));
}

export class PageDrop extends LitElement {
  /** One state is open: another one may go to the old or to the new side. */
  @property({ attribute: false }) halves = false;
  @state() private over: "nowhere" | "page" | Slot = "nowhere";
  @state() private count = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("dragenter", this.#hover);
    window.addEventListener("dragover", this.#hover);
    window.addEventListener("dragleave", this.#leave);
    window.addEventListener("drop", this.#drop);
    document.addEventListener("paste", this.#paste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("dragenter", this.#hover);
    window.removeEventListener("dragover", this.#hover);
    window.removeEventListener("dragleave", this.#leave);
    window.removeEventListener("drop", this.#drop);
    document.removeEventListener("paste", this.#paste);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.over === "nowhere") return nothing;
    const target = (slot: Slot | undefined, words: string) =>
      html`<div class="drop-target" data-slot=${slot ?? nothing} ?data-here=${slot === undefined || this.over === slot}>${icon("upload")}<p>${words}</p></div>`;
    return html`<div class="drop-overlay" aria-hidden="true">
      ${this.halves && this.count < 2 ? [target("old", "As the old state"), target("new", "As the new state")] : target(undefined, this.count > 1 ? "Drop to open them" : "Drop to open it")}
    </div>`;
  }

  readonly #hover = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    dataTransfer.dropEffect = "copy";
    this.count = dataTransfer.items.length;
    this.over = slotAt(event) ?? "page";
  };

  readonly #leave = (event: DragEvent): void => {
    if (!event.relatedTarget) this.over = "nowhere";
  };

  readonly #drop = (event: DragEvent): void => {
    this.over = "nowhere";
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    giveFiles(this, event.dataTransfer.files, slotAt(event));
  };

  readonly #paste = (event: ClipboardEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))) return;
    const { files } = event.clipboardData ?? {};
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (files?.length) giveFiles(this, files);
    else if (/^\s*[[{]/.test(text)) giveFiles(this, [new File([text], "pasted.json", { type: "application/json" })]);
    else return;
    event.preventDefault();
  };
}

function slotAt(event: Event): Slot | undefined {
  for (const target of event.composedPath()) {
    const slot = target instanceof HTMLElement ? target.dataset["slot"] : undefined;
    if (slot === "old" || slot === "new") return slot;
  }
  return undefined;
}

customElements.define("page-drop", PageDrop);

declare global {
  interface HTMLElementTagNameMap {
    "page-drop": PageDrop;
  }
}
