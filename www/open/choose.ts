/** A button that lets the browser ask for files. */
import { html, type TemplateResult } from "lit";
import { icon } from "../../js/elements/ui/icon.js";
import { giveFiles } from "./drop.js";
import type { Slot } from "./intake.js";

interface Choosing {
  label: string;
  /** What the button is called, where its words do not say enough. */
  title?: string;
  slot?: Slot;
  className?: string;
  withIcon?: boolean;
}

export function chooseButton({ label, title = label, slot, className = "button", withIcon = false }: Choosing): TemplateResult {
  const ask = ({ currentTarget }: Event): void => (currentTarget as HTMLElement).parentElement?.querySelector("input")?.click();
  const chosen = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length > 0) giveFiles(input, files, slot);
  };
  return html`<span class="choose">
    <button type="button" class=${className} aria-label=${title} @click=${ask}>${withIcon ? icon("file") : ""}${label}</button>
    <input type="file" multiple hidden data-input=${slot ?? "any"} @change=${chosen}>
  </span>`;
}
