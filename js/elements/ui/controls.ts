/** Search field, choice between a few things, tabs, facets. */
import { html, noChange, nothing, type TemplateResult } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";
import { live } from "lit/directives/live.js";
import { count } from "./format.js";
import { icon, type IconName } from "./icon.js";
import { spelled } from "./text.js";

const QUIET_MS = 120;
const pending = new WeakMap<EventTarget, ReturnType<typeof setTimeout>>();

/** The text of a field, which is left alone while someone types. */
class Typed extends Directive {
  override update({ element }: ElementPart, [text]: [string]) {
    const field = element as HTMLInputElement;
    if (!pending.has(field) && field.value !== text) field.value = text;
    return noChange;
  }

  override render(_text: string) {
    return noChange;
  }
}

const typed = directive(Typed);

/** A search field that speaks when typing pauses. `/` goes to the first one in view; `onEnter` is for Enter and Arrow down, which lead into what was found. */
export function searchField(options: { value: string; label: string; onInput: (text: string) => void; id?: string; placeholder?: string; onEnter?: () => void }): TemplateResult {
  const { value, label, onInput, onEnter, id = "search", placeholder = label } = options;
  const heard = ({ target }: Event): void => {
    const field = target as HTMLInputElement;
    clearTimeout(pending.get(field));
    const speak = (): void => {
      pending.delete(field);
      onInput(field.value);
    };
    pending.set(field, setTimeout(speak, QUIET_MS));
  };
  const left = (event: KeyboardEvent): void => {
    if (!onEnter || (event.key !== "Enter" && event.key !== "ArrowDown") || event.isComposing) return;
    const field = event.target as HTMLInputElement;
    event.preventDefault();
    if (pending.has(field)) {
      clearTimeout(pending.get(field));
      pending.delete(field);
      onInput(field.value);
    }
    onEnter();
  };
  return html`<label class="search">${icon("search")}<input id=${id} class="field" type="search" autocomplete="off" spellcheck="false" aria-label=${label} placeholder=${placeholder} ${typed(value)} @input=${heard} @keydown=${left}></label>`;
}

/** One of a few, all in view. */
export function segments<T extends string>(label: string, choices: readonly (readonly [T, string])[], chosen: T, choose: (value: T) => void): TemplateResult {
  return html`<div class="segments" role="group" aria-label=${label}>
    ${choices.map(([value, words]) => html`<button type="button" class="segment" aria-pressed=${value === chosen} @click=${() => choose(value)}>${words}</button>`)}
  </div>`;
}

/** Tabs that switch what the same element shows. The panel beneath has `role="tabpanel"`. */
export function tabs<T extends string>(label: string, choices: readonly { value: T; words: string; icon?: IconName; count?: number }[], chosen: T, choose: (value: T) => void): TemplateResult {
  const move = (event: KeyboardEvent): void => {
    const at = choices.findIndex(({ value }) => value === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: choices.length - 1 }[event.key];
    if (to === undefined) return;
    const next = (to + choices.length) % choices.length;
    const list = event.currentTarget as HTMLElement;
    event.preventDefault();
    choose(choices[next]?.value ?? chosen);
    list.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${move}>
    ${choices.map(
      ({ value, words, icon: name, count: n }) => html`<button type="button" class="tab" role="tab" aria-selected=${value === chosen} tabindex=${value === chosen ? 0 : -1} @click=${() => choose(value)}>
        ${name ? icon(name) : nothing}${words}${n === undefined ? nothing : html`<span class="count">${count(n)}</span>`}
      </button>`,
    )}
  </div>`;
}

/** A select of facet values with their counts, `words` where a value is not for reading; "" is all of them. */
export function facetSelect(label: string, facets: readonly { value: string; count?: number; words?: string }[], chosen: string, choose: (value: string) => void): TemplateResult {
  const listed = facets.some(({ value }) => value === chosen) || chosen === "" ? facets : [...facets, { value: chosen }];
  return html`<select class="field" aria-label=${label} .value=${live(chosen)} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    <option value="" ?selected=${chosen === ""}>${label}: all</option>
    ${listed.map(({ value, count: n, words = value }) => html`<option value=${value} ?selected=${value === chosen}>${spelled(words)}${n === undefined ? "" : ` (${count(n)})`}</option>`)}
  </select>`;
}
