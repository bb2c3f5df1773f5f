/** The menu of an update: copies and files of what its log says. */
import { html, nothing, type TemplateResult } from "lit";
import { engine } from "../engine/engine.js";
import type { ReadyLog } from "../engine/log-controller.js";
import { announce } from "../ui/announce.js";
import { copyText, saveText } from "../ui/clipboard.js";
import type { Menu } from "../ui/menu.js";
import "../ui/menu.js";

const KINDS = {
  markdown: ["md", "text/markdown"],
  json: ["json", "application/json"],
  ndjson: ["ndjson", "application/x-ndjson"],
} as const;

type Form = keyof typeof KINDS;

/** `name`: of files, without their ending. */
export function exportsMenu({ id, facts }: ReadyLog, name: string): TemplateResult {
  const run = (act: () => Promise<unknown>) => async (event: Event): Promise<void> => {
    (event.currentTarget as Element).closest<Menu>("stackscope-menu")?.close({ focus: true });
    try {
      await act();
    } catch (error) {
      announce(`That could not be made: ${(error as Error).message}`);
    }
  };
  const made = (form: Form): Promise<Blob> => engine.call("log.save", { log: id, form });
  const copy = run(async () => copyText(await (await made("markdown")).text(), "Markdown copied"));
  const save = (form: Form): ((event: Event) => Promise<void>) => {
    const [ending, type] = KINDS[form];
    return run(async () => saveText(`${name}.${ending}`, await made(form), type));
  };
  return html`<stackscope-menu label="Export" icon="export" align="end">
    <button type="button" class="choice" @click=${copy}>Copy as Markdown</button>
    <button type="button" class="choice" @click=${save("markdown")}>Save as Markdown</button>
    <button type="button" class="choice" @click=${save("json")}>Save the summary as JSON</button>
    ${facts.keepsEvents ? html`<button type="button" class="choice" @click=${save("ndjson")}>Save the events as NDJSON</button>` : nothing}
  </stackscope-menu>`;
}
