/** What a reader must know before the rows: a rename, what is hidden, what is ignored, where work was bounded. */
import { html, nothing, type TemplateResult } from "lit";
import type { Compare, Rename, Unshown } from "../../browser.js";
import { counted } from "../ui/format.js";
import { icon, type IconName } from "../ui/icon.js";
import { code, name } from "../ui/text.js";
import type { Comparison } from "../worker/diff.js";
import type { Bookkeeping } from "../worker/diff-bookkeeping.js";

export interface NoticeActions {
  showInternal: () => void;
  /** Shows changed providers and times, or leaves them out. */
  bookkeeping: (show: boolean) => void;
  swap: () => void;
  compareStacks: () => void;
}

/** `backwards`: the old state was saved after the new one. */
export function notices({ overview, bookkeeping }: Comparison, backwards: boolean, actions: NoticeActions): unknown {
  const { rename, hidden, fallbacks, compare } = overview;
  const left = amounts(hidden);
  const list = [
    backwards ? notice("swap", html`The old state was saved after the new one. ${link("Swap them", actions.swap)}`, "update") : undefined,
    rename ? notice("note", renamed(rename, compare, actions)) : undefined,
    left ? notice("eye", html`Hidden: ${left}, internal properties (${code("__…")}) only. ${link("Show them", actions.showInternal)}`) : undefined,
    quiet(bookkeeping, actions),
    fallbacks > 0 ? notice("note", `${counted(fallbacks, "value")} compared as a whole, since aligning would take too long.`) : undefined,
  ].filter((one) => one !== undefined);
  return list.length > 0 ? html`<div class="notices">${list}</div>` : nothing;
}

function quiet({ resources, properties, shown }: Bookkeeping, actions: NoticeActions): TemplateResult | undefined {
  if (resources === 0 && properties === 0) return undefined;
  const alone = html`${counted(resources, "resource")} ${resources === 1 ? "differs in its" : "differ in their"} provider or times alone`;
  if (shown) return notice("clock", html`${alone}. ${link("Leave them out", () => actions.bookkeeping(false))}`);
  const words = resources === 0 ? html`Changed providers and times are left out: ${counted(properties, "property", "properties")}.` : html`${alone}; these properties are left out.`;
  return notice("clock", html`${words} ${link("Show them", () => actions.bookkeeping(true))}`);
}

function notice(sign: IconName, words: unknown, kind?: string): TemplateResult {
  return html`<p class="notice" data-kind=${kind ?? nothing}>${icon(sign)}<span>${words}</span></p>`;
}

function link(label: string, click: () => void): TemplateResult {
  return html`<button type="button" class="button-link" @click=${click}>${label}</button>`;
}

/** "3 property changes and 1 resource"; empty for none. */
export function amounts({ resources, properties }: Unshown): string {
  return [properties > 0 && counted(properties, "property change"), resources > 0 && counted(resources, "resource")].filter(Boolean).join(" and ");
}

function renamed({ stack, project }: Rename, compare: Compare, { compareStacks }: NoticeActions): TemplateResult {
  const verb = compare === "stacks" ? "stands against" : "became";
  const was = (what: string, [old, young]: [string, string]): unknown => (old === young ? nothing : html`${what} ${name(old, "strong")} ${verb} ${name(young, "strong")}. `);
  const offer = compare === "versions" ? html` If these are two stacks of one program, ${link("compare them as stacks", compareStacks)}.` : nothing;
  return html`${was("Stack", stack)}${was("Project", project)}Names are matched across the ${compare === "stacks" ? "two" : "rename"}.${offer}`;
}
