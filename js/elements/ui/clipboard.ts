/** Copying and saving of texts. */
import { html, type TemplateResult } from "lit";
import { announce } from "./announce.js";
import { icon } from "./icon.js";

/** Copies, and says so. */
export async function copyText(text: string, what = "Copied"): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(what);
  } catch {
    announce("The browser did not allow copying");
  }
}

/** A button that copies `text`, or what it comes to. */
export function copyButton(text: string | (() => Promise<string>), label = "Copy"): TemplateResult {
  const copy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    await copyText(typeof text === "string" ? text : await text());
    button.dataset["done"] = "";
    setTimeout(() => delete button.dataset["done"], 1200);
  };
  return html`<button type="button" class="button-icon copy" aria-label=${label} title=${label} @click=${copy}>${icon("copy")}</button>`;
}

/** Gives the browser a file to save. */
export function saveText(name: string, text: string | Blob, type = "text/plain"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
