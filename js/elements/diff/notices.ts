/** What a reader must know before the rows: a rename, what is hidden, what is ignored, where work was bounded. */
import { html, nothing, type TemplateResult } from "lit";
import type { Compare, Rename, Unshown } from "../../browser.js";
import { counted } from "../ui/format.js";
import { icon, type IconName } from "../ui/icon.js";
import { code, name } from "../ui/text.js";
import type { Comparison } from "../worker/diff.js";

export interface NoticeActions {
  showInternal: () => void;
  swap: () => void;
  compareStacks: () => void;
}

/** `backwards`: the old state was saved after the new one. */
export function notices({ overview }: Comparison, backwards: boolean, actions: NoticeActions): unknown {
  const { rename, hidden, ignored, fallbacks, compare } = overview;
  const left = amounts(hidden);
  const skipped = amounts(ignored);
  const list = [
    backwards ? notice("swap", html`The old state was saved after the new one. ${link("Swap them", actions.swap)}`, "update") : undefined,
    rename ? notice("note", renamed(rename, compare, actions)) : undefined,
    left ? notice("eye", html`Hidden: ${left}, internal properties (${code("__…")}) only. ${link("Show them", actions.showInternal)}`) : undefined,
    skipped ? notice("mute", `${skipped} left out by the ignore rules.`) : undefined,
    fallbacks > 0 ? notice("note", `${counted(fallbacks, "value")} compared as a whole, since aligning would take too long.`) : undefined,
  ].filter((one) => one !== undefined);
  return list.length > 0 ? html`<div class="notices">${list}</div>` : nothing;
}

function notice(sign: IconName, words: unknown, kind?: string): TemplateResult {
  return html`<p class="notice" data-kind=${kind ?? nothing}>${icon(sign)}<span>${words}</span></p>`;
}

function link(label: string, click: () => void): TemplateResult {
  return html`<button type="button" class="button-link" @click=${click}>${label}</button>`;
}

function amounts({ resources, properties }: Unshown): string {
  return [properties > 0 && counted(properties, "property change"), resources > 0 && counted(resources, "resource")].filter(Boolean).join(" and ");
}

function renamed({ stack, project }: Rename, compare: Compare, { compareStacks }: NoticeActions): TemplateResult {
  const verb = compare === "stacks" ? "stands against" : "became";
  const was = (what: string, [old, young]: [string, string]): unknown => (old === young ? nothing : html`${what} ${name(old, "strong")} ${verb} ${name(young, "strong")}. `);
  const offer = compare === "versions" ? html` If these are two stacks of one program, ${link("compare them as stacks", compareStacks)}.` : nothing;
  return html`${was("Stack", stack)}${was("Project", project)}Names are matched across the ${compare === "stacks" ? "two" : "rename"}.${offer}`;
}
