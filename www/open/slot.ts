/** `<page-slot>`: one of the two places for a state: empty, being read, read, or what is wrong with it. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { StateController } from "../../js/elements/engine/state-controller.js";
import { bytes, count } from "../../js/elements/ui/format.js";
import { icon } from "../../js/elements/ui/icon.js";
import { failed } from "../../js/elements/ui/panel.js";
import { name } from "../../js/elements/ui/text.js";
import { time } from "../../js/elements/ui/time.js";
import type { StateFile } from "../session.js";
import { chooseButton } from "./choose.js";
import { fileName } from "./file-name.js";
import type { Slot } from "./intake.js";

export const SLOT_WORDS: Readonly<Record<Slot, string>> = { old: "Old state", new: "New state" };

/** What may be otherwise the next time; what is wrong in a file stays wrong. */
const PASSING = new Set<string | undefined>([undefined, "unreadable", "network", "timeout", "server", "gone", "engine_missing", "engine_stopped"]);

/** Emits `clear`. */
export class PageSlot extends LitElement {
  @property({ attribute: false }) slotName: Slot = "old";
  @property({ attribute: false }) file: StateFile | undefined;
  readonly #state = new StateController(this, () => ({ source: this.file?.source, server: undefined }));

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { slotName: slot, file } = this;
    return html`<section class="slot card" data-slot=${slot} data-status=${this.#state.reading.status} aria-label=${SLOT_WORDS[slot]}>
      <p class="slot-title">${SLOT_WORDS[slot]}</p>
      ${file ? html`${this.#head(file)}${this.#body(file)}` : html`<div class="slot-empty">${chooseButton({ label: "Choose a file", title: `Choose a file: ${SLOT_WORDS[slot]}`, slot })}<p class="hint">or drop it here</p></div>`}
    </section>`;
  }

  #head({ name: called, size }: StateFile): TemplateResult {
    const clear = (): unknown => this.dispatchEvent(new Event("clear"));
    return html`<div class="slot-head">
      ${icon("file")}
      <span class="slot-name">${fileName(called)} ${size === undefined ? nothing : html`<span class="muted">${bytes(size)}</span>`}</span>
      <button type="button" class="button-icon" aria-label="Remove the ${this.slotName} state" title="Remove" @click=${clear}>${icon("close")}</button>
    </div>`;
  }

  #body({ name: called }: StateFile): unknown {
    const slot = this.slotName;
    const { reading } = this.#state;
    switch (reading.status) {
      case "empty":
        return nothing;
      case "reading": {
        const { read = 0, total } = reading.progress ?? {};
        return html`<div class="slot-progress">
          <progress class="progress" max=${total ?? 1} value=${total ? read : nothing} aria-label="Reading ${called}"></progress>
          <p class="hint">${total ? `${bytes(read)} of ${bytes(total)}` : "Reading…"}</p>
        </div>`;
      }
      case "failed":
        return failed(reading.error, PASSING.has(reading.error.code) ? () => this.#state.retry() : undefined, chooseButton({ label: "Choose another file", title: `Choose another file: ${SLOT_WORDS[slot]}`, slot }));
      case "ready": {
        const { organization, project, stack, counts, manifest } = reading.summary;
        const place = [organization, project, stack].filter(Boolean).join("/");
        return html`<dl class="slot-facts">
            ${place ? html`<div><dt>Stack</dt><dd>${name(place)}</dd></div>` : nothing}
            <div><dt>Resources</dt><dd>${count(counts.resources)}</dd></div>
            ${manifest?.time ? html`<div><dt>Saved</dt><dd>${time(manifest.time)}</dd></div>` : nothing}
          </dl>
          <div class="actions"><a class="button button-small" href="#/files/${slot}">Look inside</a>${chooseButton({ label: "Replace", title: `Replace the ${slot} state`, slot, className: "button button-small" })}</div>`;
      }
    }
  }
}

customElements.define("page-slot", PageSlot);

declare global {
  interface HTMLElementTagNameMap {
    "page-slot": PageSlot;
  }
}
