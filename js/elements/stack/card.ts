/** The box around a part of the overview. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../ui/icon.js";
import { prose } from "../ui/text.js";
import type { Part } from "./part.js";

interface CardOptions<T> {
  /** Beside the title. */
  more?: (value: T) => unknown;
  /** Said in place of the content where there is none. */
  none?: string;
  isEmpty?: (value: T) => boolean;
  className?: string;
}

/** A part that isn't there takes no room. */
export function partCard<T>(title: string, part: Part<T>, content: (value: T) => unknown, { more, none = "None.", isEmpty = () => false, className = "" }: CardOptions<T> = {}): unknown {
  const { state } = part;
  switch (state.status) {
    case "absent":
      return nothing;
    case "loading":
      return card(title, html`<div class="waiting"><span class="skeleton"></span><span class="skeleton"></span></div>`, { className });
    case "failed":
      return card(title, trouble(state.error, () => void part.read()), { className });
    case "ready":
      return card(title, isEmpty(state.value) ? html`<p class="hint">${none}</p>` : content(state.value), { more: more?.(state.value), className });
  }
}

export function card(title: string, content: unknown, { more = nothing as unknown, className = "" } = {}): TemplateResult {
  return html`<section class="card part ${className}" aria-label=${title}><header><h2>${title}</h2>${more}</header>${content}</section>`;
}

/** What went wrong in a part, in little room. */
export function trouble(error: Error, retry: () => void): TemplateResult {
  return html`<div class="part-trouble" role="alert"><p>${icon("warning")}<span>${prose(error.message)}</span></p><button type="button" class="button button-small" @click=${retry}>${icon("refresh")}Try again</button></div>`;
}
