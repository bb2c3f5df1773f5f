/** The name of a file on one line: where it is too long its middle goes, since what tells files apart stands at both ends. All of it is said on hover. */
import { html, nothing, type TemplateResult } from "lit";
import { name, spelled } from "../../js/elements/ui/text.js";

const LONG = 40;
const END = 12;

export function fileName(called: string): TemplateResult {
  if (called.length <= LONG) return name(called, "strong");
  return html`<bdi class="file-name strong" title=${spelled(called) || nothing}><span class="file-name-start">${name(called.slice(0, -END))}</span>${name(called.slice(-END))}</bdi>`;
}
