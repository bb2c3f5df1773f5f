/** Links that leave for elsewhere: they open in a new tab, and tell nobody where one came from. */
import { html, nothing, type TemplateResult } from "lit";
import { spelled } from "./text.js";

export interface AwayOptions {
  className?: string;
  /** Said on hover, and to those who hear the link. */
  title?: string;
  /** Whether Tab stops at it; not in rows that the keys are not at. */
  reach?: boolean;
}

/** `content` as a link to `url`, or alone where there is no address. */
export function away(url: string | undefined, content: unknown, { className = "away", title = "", reach = true }: AwayOptions = {}): TemplateResult {
  const said = title ? spelled(title) : nothing;
  if (url === undefined) return html`<span title=${said}>${content}</span>`;
  return html`<a class=${className} href=${url} target="_blank" rel="noopener noreferrer" tabindex=${reach ? nothing : -1} title=${said}>${content}<span class="unseen"> (opens in a new tab)</span></a>`;
}
