/** `<stackscope-diff-export>`, a part of `<stackscope-diff>`: the difference as a text, to copy or to save. */
import { css, html, LitElement } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { engine, type EngineError } from "../engine/engine.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { saveText } from "../ui/clipboard.js";
import type { ExportFormat } from "../worker/diff.js";

const FORMATS: readonly { format: ExportFormat; label: string; hint: string; ending: string }[] = [
  { format: "markdown", label: "Markdown", hint: "for a pull request", ending: "md" },
  { format: "json", label: "JSON", hint: "every change", ending: "json" },
  { format: "text", label: "Text", hint: "as the command line prints", ending: "txt" },
  { format: "patch", label: "JSON Patch", hint: "RFC 6902", ending: "patch.json" },
];
const WHY: Readonly<Record<string, string>> = {
  secret_in_patch: "A patch would hold a secret in plain text, so none is made here. The command line makes it with --allow-plaintext.",
};
const ABOUT = "All changes but what is left out above, whatever the filters show. The patch leaves out nothing. Secrets are masked; the patch holds their ciphertexts.";

export class DiffExport extends LitElement {
  static override styles = [
    shared,
    css`
:host {
  display: inline-block;
}

.export-line {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto auto;
  gap: var(--space-2);
  align-items: center;
  width: min(23rem, 80vw);
  padding: var(--space-1) var(--space-2);
}

.note {
  width: min(23rem, 80vw);
  padding: var(--space-2);
  color: var(--muted);
  font-size: var(--text-sm);
}

.note[data-kind] {
  color: var(--kind);
}
`,
  ];

  /** The difference's number in the worker. */
  @property({ attribute: false }) diff: number | undefined;
  /** What a saved file is called, without its ending. */
  @property({ attribute: false }) called = "diff";
  @state() private said: { words: string; failed?: boolean } | undefined;

  protected override render(): unknown {
    return html`<stackscope-menu label="Export" icon="export" title="Export the differences" align="end" @open=${() => (this.said = undefined)}>
      ${FORMATS.map(
        (row) => html`<div class="export-line">
          <span><span class="strong">${row.label}</span> <span class="hint">${row.hint}</span></span>
          <button type="button" class="button button-small" aria-label="Copy ${row.label}" ?disabled=${this.diff === undefined} @click=${() => this.#copy(row)}>Copy</button>
          <button type="button" class="button button-small" aria-label="Save ${row.label}" ?disabled=${this.diff === undefined} @click=${() => this.#save(row)}>Save</button>
        </div>`,
      )}
      <p class="note" data-kind=${this.said?.failed ? "failed" : ""} role="status">${this.said?.words ?? ABOUT}</p>
    </stackscope-menu>`;
  }

  #copy({ format, label }: (typeof FORMATS)[number]): Promise<void> {
    return this.#attempt(`${label} copied.`, async () => navigator.clipboard.writeText(await (await this.#make(format)).text()));
  }

  #save({ format, ending }: (typeof FORMATS)[number]): Promise<void> {
    const file = `${this.called}.${ending}`;
    return this.#attempt(`${file} saved.`, async () => {
      const made = await this.#make(format);
      saveText(file, made, made.type);
    });
  }

  async #attempt(done: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.said = { words: done };
      announce(done);
    } catch (error) {
      const { code = "", name, message } = error as EngineError;
      this.said = { words: WHY[code] ?? (name === "NotAllowedError" ? "The browser did not allow copying. Save it instead." : message), failed: true };
    }
  }

  #make(format: ExportFormat): Promise<Blob> {
    return engine.call("diff.export", { diff: this.diff ?? 0, format });
  }
}

define("stackscope-diff-export", DiffExport);
