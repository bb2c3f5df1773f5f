/** Counts by value as small bars, the largest first. */
import { html, nothing, svg, type TemplateResult } from "lit";
import { count } from "../ui/format.js";
import { code, spelled } from "../ui/text.js";

export function bars(label: string, facets: readonly { value: string; count: number }[], more: number): TemplateResult {
  const most = Math.max(1, ...facets.map(({ count: n }) => n));
  return html`<div class="bars">
    <h3>${label}</h3>
    <ul>
      ${facets.map(
        ({ value, count: n }) => html`<li>
          <span class="clip" title=${spelled(value)}>${code(shortType(value))}</span>
          <svg class="bar" width="100%" height="8" aria-hidden="true">${svg`<rect width="${Math.max(1, (n / most) * 100)}%" height="8" rx="4" fill="var(--accent-fill)"></rect>`}</svg>
          <span class="num">${count(n)}</span>
        </li>`,
      )}
    </ul>
    ${more > 0 ? html`<p class="hint">and ${count(more)} more</p>` : nothing}
  </div>`;
}

/** A type token as Pulumi's CLI shows it: without the module's last part where that is the type's own name. */
function shortType(token: string): string {
  const [, pack, module = "", type = ""] = /^([^:]+):([^:]*):([^:]+)$/.exec(token) ?? [];
  const at = module.lastIndexOf("/");
  if (pack === undefined || at < 0 || module.slice(at + 1).toLowerCase() !== type.toLowerCase()) return token;
  return `${pack}:${module.slice(0, at)}:${type}`;
}
