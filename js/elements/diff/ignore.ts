/** Ignore rules: what can be ignored of a change, and the chips of the rules in force. */
import { html, nothing, type TemplateResult } from "lit";
import type { IgnoreRule } from "../../browser.js";
import { icon } from "../ui/icon.js";
import { code, spelled } from "../ui/text.js";

export type Ignore = (rule: IgnoreRule) => void;

const LONGEST_PATH = 1900;

/** Buttons that ignore a path: as it stands, in every element of its lists, all that stands beside it; of all types or of one. */
export function ignoreChoices({ path, type, urn }: { path: string; type?: string | undefined; urn?: string | undefined }, choose: Ignore): TemplateResult {
  const everywhere = path.replace(/\[\d+\]/g, "[*]");
  const above = /^(.+?\..+?)[.[][^.[]*$/.exec(everywhere)?.[1];
  const choice = (rule: IgnoreRule, words: unknown): TemplateResult => html`<button type="button" class="choice" @click=${() => choose(rule)}>${words}</button>`;
  // A path that was cut for showing can't be matched.
  const known = path.length < LONGEST_PATH;
  return html`
    <p class="panel-title">Leave out of the comparison</p>
    ${known
      ? html`${choice({ path }, code(path))} ${everywhere !== path ? choice({ path: everywhere }, code(everywhere)) : nothing}
          ${above ? choice({ path: above }, html`all in ${code(above)}`) : nothing}
          ${type ? choice({ path: everywhere, type }, html`${code(everywhere)} of ${code(type)}`) : nothing}`
      : nothing}
    ${type ? choice({ type }, html`every ${code(type)}`) : nothing} ${urn ? choice({ urn }, "this resource") : nothing}
  `;
}

/** The rules in force, as chips that a press removes. */
export function ignoreChips(rules: readonly IgnoreRule[], set: (rules: readonly IgnoreRule[]) => void): unknown {
  if (rules.length === 0) return nothing;
  return html`<div class="ignored">
    <span class="label" id="ignored">Ignored</span>
    <ul class="chips" role="list" aria-labelledby="ignored">
      ${rules.map((rule) => html`<li>${chip(rule, () => set(rules.filter((other) => other !== rule)))}</li>`)}
      ${rules.length > 1 ? html`<li><button type="button" class="button-link" @click=${() => set([])}>Remove all</button></li>` : nothing}
    </ul>
  </div>`;
}

function chip(rule: IgnoreRule, remove: () => void): TemplateResult {
  const { path, type, urn } = typeof rule === "string" ? { path: rule } : rule;
  const words = [path && code(path), type && code(type), urn && code(urn)].filter(Boolean);
  const named = spelled([path, type, urn].filter(Boolean).join(" of "));
  return html`<span class="chip">
    <span class="chip-text" title=${named}>${words.map((part, at) => html`${at > 0 ? " of " : nothing}${part}`)}</span>
    <button type="button" class="chip-remove" aria-label="Stop ignoring ${named}" title="Stop ignoring" @click=${remove}>${icon("close")}</button>
  </span>`;
}

/** Whether two rules say the same. */
export function sameRule(a: IgnoreRule, b: IgnoreRule): boolean {
  const [x, y] = [a, b].map((rule) => (typeof rule === "string" ? { path: rule } : rule));
  return x?.path === y?.path && x?.type === y?.type && x?.urn === y?.urn;
}
