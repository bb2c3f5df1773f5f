/** What every element shares: server, links, the query, and the look. */
import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { sameServer } from "./engine/servers.js";
import type { Query, Server, StackscopeElement, Target } from "./public.js";
import { shared } from "./styles/shared.js";
import { listenIn } from "./ui/announce.js";

export abstract class BaseElement extends LitElement implements StackscopeElement {
  static override styles: CSSResultGroup = shared;

  @property({ hasChanged: (now: Server | undefined, before: Server | undefined) => !sameServer(now, before) }) server: Server | undefined;
  @property({ attribute: false }) linkTo: ((target: Target) => string | undefined) | undefined;
  @property({ attribute: false }) query: Query = {};

  override connectedCallback(): void {
    super.connectedCallback();
    listenIn();
  }

  /** Changes `query` and tells of it; `undefined` and `""` take a name out. */
  protected setQuery(patch: Record<string, string | undefined>, { push = false } = {}): void {
    const merged: Record<string, string | undefined> = { ...this.query, ...patch };
    const query = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && value !== "")) as Query;
    this.query = query;
    this.emit("stackscope-query", { query, push });
  }

  /** A link to `target`: an anchor where `linkTo` knows an address, else a button. `reach`: whether Tab stops at it. */
  protected link(target: Target, content: unknown, { className = "link", title = "", label = "", reach = true } = {}): TemplateResult {
    const href = this.linkTo?.(target);
    const follow = (event: Event): void => {
      if (!this.emit("stackscope-navigate", { target }, true)) event.preventDefault();
    };
    const named = label || nothing;
    const titled = title || nothing;
    const stop = reach ? nothing : -1;
    if (href === undefined) return html`<button type="button" class=${className} title=${titled} aria-label=${named} tabindex=${stop} @click=${follow}>${content}</button>`;
    return html`<a class=${className} href=${href} title=${titled} aria-label=${named} tabindex=${stop} @click=${follow}>${content}</a>`;
  }

  /** Dispatches an event that leaves the shadow tree; false if it was cancelled. */
  protected emit(type: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}

/** Defines an element once, also where the package is loaded twice. */
export function define(name: string, element: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
