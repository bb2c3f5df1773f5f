/**
 * `<stackscope-update-messages>`, a part of `<stackscope-update>`: what the engine, the providers and the program had to say, by severity and resource.
 *
 * In: a log. Out: `stackscope-query`.
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine } from "../engine/engine.js";
import type { ReadyLog } from "../engine/log-controller.js";
import { shared } from "../styles/shared.js";
import { searchField } from "../ui/controls.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, failed } from "../ui/panel.js";
import { Rows } from "../ui/rows.js";
import type { MessageRow } from "../worker/log-lists.js";
import { message } from "./message.js";
import { partStyles } from "./part-styles.js";
import { resourceStyles } from "./resource-styles.js";
import { aboutButton, severityKind, severityWords } from "./words.js";

export class UpdateMessages extends BaseElement {
  static override styles = [
    shared,
    partStyles,
    resourceStyles,
    css`
.group {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  padding: var(--space-4) 0 var(--space-2);
  font-size: var(--text-lg);
  font-weight: 600;
}

.about {
  padding: var(--space-2) 0 var(--space-1);
}

.one {
  padding-bottom: var(--space-1);
}

.message {
  border: 1px solid var(--line);
  border-inline-start: 3px solid var(--kind-fill);
  border-radius: var(--round-md);
  background: var(--surface);
}

.printed {
  margin-bottom: var(--space-3);
}
`,
  ];

  @property({ attribute: false }) log: ReadyLog | undefined;
  @state() private trouble: Error | undefined;
  @state() private omitted = 0;
  /** Messages that are unfolded, by their keys. */
  @state() private open: ReadonlySet<number> = new Set();
  #asked = "";

  readonly #rows = new Rows<MessageRow>(this, {
    label: "Diagnostics",
    estimate: 40,
    page: async (offset, limit, signal) => {
      const { log, chosen } = this;
      if (!log) return { rows: [], total: 0 };
      const page = await engine.call("log.messages", { log: log.id, filter: { severity: chosen, text: this.query["q"] ?? "" }, offset, limit }, { signal });
      this.trouble = undefined;
      this.omitted = page.omitted;
      return page;
    },
    activate: (row) => row.about && this.#go(row.about.urn),
    failed: (error) => (this.trouble = error),
  });

  get chosen(): string[] {
    return this.query["severity"]?.split(",").filter(Boolean) ?? [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { log, query } = this;
    if (changed.has("log") && (changed.get("log") as ReadyLog | undefined)?.id !== log?.id) this.open = new Set();
    const asked = JSON.stringify([log?.id, query["q"], query["severity"]]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#rows.reset();
    } else if (changed.has("log") && (changed.get("log") as ReadyLog | undefined)?.facts !== log?.facts) this.#rows.reset({ keep: true });
  }

  protected override render(): unknown {
    const { log, trouble, omitted } = this;
    if (!log) return nothing;
    const counts = Object.entries(log.facts.diagnosticCounts);
    const printed = this.#printed(log);
    if (counts.length === 0) return html`${printed}${empty("check", "No diagnostics", log.live ? "Nobody has said anything so far." : "Neither the engine, nor a provider, nor the program had anything to say.")}`;
    return html`
      ${printed}
      <div class="toolbar">
        ${searchField({ value: this.query["q"] ?? "", label: "Search diagnostics", onInput: (q) => this.setQuery({ q }) })}
        <div class="op-chips" role="group" aria-label="Severities">${counts.map(([severity, n]) => this.#chip(severity, n))}</div>
        ${this.#rows.total === undefined ? nothing : html`<span class="status">${counted(this.#rows.total, "message")}</span>`}
      </div>
      ${trouble ? failed(trouble, () => this.#rows.reset({ keep: true })) : nothing}
      ${this.#rows.total === 0 ? empty("search", "No message fits", "No message passes the filters.") : nothing}
      ${this.#rows.render((row, _, active) => this.#row(row, active))}
      ${omitted > 0 ? html`<p class="hint">${counted(omitted, "further message")} not listed.</p>` : nothing}
    `;
  }

  /** What the program wrote to standard output is in the command line's text alone. */
  #printed({ facts: { stdoutLines, keepsEvents } }: ReadyLog): unknown {
    if (stdoutLines === 0) return nothing;
    const go = (): void => this.setQuery({ tab: "text", q: "", severity: "" }, { push: true });
    return html`<p class="notice printed">${icon("note")}<span>The program wrote ${counted(stdoutLines, "line")} to standard output. ${keepsEvents ? html`<button type="button" class="button-link" @click=${go}>Read them in the CLI text</button>` : nothing}</span></p>`;
  }

  #chip(severity: string, n: number): TemplateResult {
    const { chosen } = this;
    const toggle = (): void => {
      const next = chosen.includes(severity) ? chosen.filter((one) => one !== severity) : [...chosen, severity];
      this.setQuery({ severity: next.join(",") }, { push: true });
    };
    return html`<button type="button" class="op-chip" data-kind=${severityKind(severity)} aria-pressed=${chosen.includes(severity)} @click=${toggle}>${severity}<span class="op-count">${count(n)}</span></button>`;
  }

  #row(row: MessageRow, active: boolean): TemplateResult {
    return html`<div class="one">
      ${row.firstOf === undefined ? nothing : html`<h2 class="group">${severityWords(row.severity)} <span class="count">${count(row.firstOf)}</span></h2>`}
      ${row.leads ? html`<p class="about">${aboutButton(row.about, (urn) => this.#go(urn), active)}</p>` : nothing}
      ${message(row, { open: this.open.has(row.key), changed: (open) => this.#unfold(row.key, open), reach: active, whole: (at) => engine.call("log.message", { log: this.log?.id ?? 0, at }) })}
    </div>`;
  }

  #unfold(key: number, open: boolean): void {
    if (open === this.open.has(key)) return;
    const keys = new Set(this.open);
    if (open) keys.add(key);
    else keys.delete(key);
    this.open = keys;
  }

  #go(urn: string): void {
    this.setQuery({ tab: "", urn, q: "", severity: "", op: "", status: "" }, { push: true });
  }
}

define("stackscope-update-messages", UpdateMessages);
