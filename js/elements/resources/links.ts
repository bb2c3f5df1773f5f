/** `<stackscope-links>`: other resources as links, more of them on demand. In: the first of them, how one is drawn, and a function that gives more. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { shared } from "../styles/shared.js";
import { count } from "../ui/format.js";
import { code, visible } from "../ui/text.js";
import type { Link, Links } from "../worker/contents-record.js";
import { relationWords } from "./words.js";

export class LinkList extends LitElement {
  static override styles = [
    shared,
    css`
li {
  display: grid;
  gap: 0 var(--space-2);
  padding: var(--space-1) 0;
}

li + li {
  border-top: 1px solid color-mix(in oklab, var(--line) 60%, transparent);
}

.first {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0 var(--space-2);
  min-width: 0;
}

.first > .code {
  overflow-wrap: anywhere;
}

.link {
  min-height: 1.5rem;
}

.button {
  margin-top: var(--space-2);
}
`,
  ];

  @property({ attribute: false }) links: Links | undefined;
  @property({ attribute: false }) draw: ((link: Link) => unknown) | undefined;
  @property({ attribute: false }) more: ((from: number) => Promise<Links>) | undefined;
  @state() private further: Link[] = [];
  @state() private trouble = "";
  @state() private reading = false;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("links")) return;
    this.further = [];
    this.trouble = "";
    this.reading = false;
  }

  protected override render(): unknown {
    const { links } = this;
    if (!links) return nothing;
    const rows = [...links.rows, ...this.further];
    const left = links.total - rows.length;
    return html`<ul role="list">${rows.map((link) => this.#item(link))}</ul>
      ${this.trouble ? html`<p class="error-text">Could not be read: ${this.trouble}</p>` : nothing}
      ${left > 0 ? html`<button type="button" class="button button-small" ?disabled=${this.reading} @click=${this.#next}>Show more (${count(left)} left)</button>` : nothing}`;
  }

  #item(link: Link): TemplateResult {
    const how = relationWords(link.kinds, link.properties);
    return html`<li>
      <span class="first">${this.draw?.(link)}${link.type ? code(link.type, "muted") : nothing}${link.delete ? html`<span class="badge" data-kind="delete">pending delete</span>` : nothing}</span>
      ${how ? html`<span class="hint breakable">${visible(how)}</span>` : nothing}
    </li>`;
  }

  readonly #next = async (): Promise<void> => {
    const { links } = this;
    if (!links || !this.more) return;
    this.reading = true;
    this.trouble = "";
    try {
      const { rows } = await this.more(links.rows.length + this.further.length);
      if (this.links === links) this.further = [...this.further, ...rows];
    } catch (error) {
      if (this.links === links) this.trouble = (error as Error).message;
    }
    if (this.links === links) this.reading = false;
  };
}

define("stackscope-links", LinkList);

export function linkList(links: Links, draw: (link: Link) => unknown, more: (from: number) => Promise<Links>): TemplateResult {
  return html`<stackscope-links .links=${links} .draw=${draw} .more=${more}></stackscope-links>`;
}
