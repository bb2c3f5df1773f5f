/** Copying and saving of texts. */
import { html, type TemplateResult } from "lit";
import { announce } from "./announce.js";
import { icon, iconPath, type IconName } from "./icon.js";

const REFUSED = "The browser did not allow copying";
const SHOWN_MS = 1500;
const marks = new WeakMap<Element, ReturnType<typeof setTimeout>>();

/** Copies, and says so, or that the browser refused: then it gives false. */
export async function copyText(text: string, what = "Copied"): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    announce(what);
    return true;
  } catch {
    announce(REFUSED);
    return false;
  }
}

/** A button that copies `text`, or what it comes to. */
export function copyButton(text: string | (() => Promise<string>), label = "Copy"): TemplateResult {
  const copy = async ({ currentTarget }: Event): Promise<void> => {
    const button = currentTarget as HTMLElement;
    let whole: string;
    try {
      whole = typeof text === "string" ? text : await text();
    } catch (error) {
      const words = `Could not be read: ${(error as Error).message}`;
      announce(words);
      return mark(button, label, words);
    }
    mark(button, label, (await copyText(whole)) ? undefined : REFUSED);
  };
  return html`<button type="button" class="button-icon copy" aria-label=${label} title=${label} @click=${copy}>${icon("copy")}</button>`;
}

/** Shows in the button for a moment how it went. */
function mark(button: HTMLElement, label: string, trouble: string | undefined): void {
  const show = (name: IconName, color: string, title: string): void => {
    button.querySelector("path")?.setAttribute("d", iconPath(name));
    button.style.color = color;
    button.title = title;
  };
  clearTimeout(marks.get(button));
  if (trouble === undefined) show("check", "var(--create)", "Copied");
  else show("warning", "var(--delete)", trouble);
  marks.set(button, setTimeout(() => show("copy", "", label), SHOWN_MS));
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
