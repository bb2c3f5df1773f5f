/** Ignore rules: what can be ignored of a change, and the chips of the rules in force. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { IgnoreRule } from "../../browser.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { code, spelled } from "../ui/text.js";
import type { GroupView } from "../worker/diff-shape.js";

export type Ignore = (...rules: IgnoreRule[]) => void;

/** What a change can be ignored by. */
export interface Ignorable {
  path: string;
  type?: string | undefined;
  /** Of a resource; what stands around the resources has none. */
  urn?: string | undefined;
}

const LONGEST_PATH = 1900;
const PATHS_OF_GROUP = 6;

/** Buttons that ignore a path: as it stands, in every element of its lists, all that stands beside it; of all types or of one. */
export function ignoreChoices({ path, type, urn }: Ignorable, choose: Ignore): TemplateResult {
  const everywhere = path.replace(/\[\d+\]/g, "[*]");
  // The field of a record, such as `inputs`, is too much to leave out at once; a part of the state around the resources isn't.
  const above = (urn === undefined ? /^(.+?)[.[][^.[]*$/ : /^(.+?\..+?)[.[][^.[]*$/).exec(everywhere)?.[1];
  return html`
    ${title}
    ${isKnown(path)
      ? html`${choice(choose, code(path), { path })} ${everywhere !== path ? choice(choose, code(everywhere), { path: everywhere }) : nothing}
          ${above ? choice(choose, html`all in ${code(above)}`, { path: above }) : nothing}
          ${type ? choice(choose, html`${code(everywhere)} of ${code(type)}`, { path: everywhere, type }) : nothing}`
      : nothing}
    ${type && urn !== undefined ? choice(choose, html`every ${code(type)}`, { type }) : nothing} ${urn ? choice(choose, "this resource", { urn }) : nothing}
  `;
}

/** Buttons that ignore what a group has in common. */
export function ignoreGroup({ types, properties, propertiesLeft }: Pick<GroupView, "types" | "properties" | "propertiesLeft">, choose: Ignore): TemplateResult {
  const [type, ...others] = types;
  const paths = properties.map(({ path }) => path).filter(isKnown);
  const all = propertiesLeft === 0 && paths.length === properties.length && paths.length > 1;
  const alone = type && others.length === 0 ? type.value : undefined;
  return html`
    ${title}
    ${all ? choice(choose, `these ${count(paths.length)} paths`, ...paths.map((path) => ({ path }))) : nothing}
    ${all && alone ? choice(choose, html`these ${count(paths.length)} paths of ${code(alone)}`, ...paths.map((path) => ({ path, type: alone }))) : nothing}
    ${paths.slice(0, PATHS_OF_GROUP).map((path) => choice(choose, code(path), { path }))}
    ${paths.length === 1 && alone ? choice(choose, html`${code(paths[0] ?? "")} of ${code(alone)}`, { path: paths[0] ?? "", type: alone }) : nothing}
    ${alone ? choice(choose, html`every ${code(alone)}`, { type: alone }) : nothing}
  `;
}

export const ignoreStyles = css`
.panel-title {
  padding: var(--space-1) var(--space-2);
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
}
`;

const title = html`<p class="panel-title">Leave out of the comparison</p>`;

/** A path that was cut for showing can't be matched. */
const isKnown = (path: string): boolean => path.length < LONGEST_PATH;

function choice(choose: Ignore, words: unknown, ...rules: IgnoreRule[]): TemplateResult {
  return html`<button type="button" class="choice" @click=${() => choose(...rules)}>${words}</button>`;
}

/** The rules in force, as chips that a press removes; `left`: what they leave out, in words. */
export function ignoreChips(rules: readonly IgnoreRule[], left: string, set: (rules: readonly IgnoreRule[]) => void): unknown {
  if (rules.length === 0) return nothing;
  return html`<div class="ignored">
    <span class="label" id="ignored">Ignored</span>
    <ul class="chips" role="list" aria-labelledby="ignored">
      ${rules.map((rule) => html`<li>${chip(rule, () => set(rules.filter((other) => other !== rule)))}</li>`)}
      ${rules.length > 1 ? html`<li><button type="button" class="button-link" @click=${() => set([])}>Remove all</button></li>` : nothing}
    </ul>
    ${left ? html`<p class="hint">${left} left out by the ignore rules.</p>` : nothing}
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
