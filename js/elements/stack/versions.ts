/** `<stackscope-versions>`: a menu of a stack's versions. What can fail: reading them; the menu says so. */
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine } from "../engine/engine.js";
import { serverId } from "../engine/servers.js";
import { shared } from "../styles/shared.js";
import { icon } from "../ui/icon.js";
import { Menu } from "../ui/menu.js";
import { isRunning } from "../ui/result.js";
import { visible } from "../ui/text.js";
import { time } from "../ui/time.js";
import { ended } from "../updates/live.js";
import type { UpdateRow } from "../worker/update-row.js";
import { trouble } from "./card.js";
import { Part } from "./part.js";
import type { VersionsElement } from "./public.js";

const LISTED = 50;

export class Versions extends BaseElement implements VersionsElement {
  static override styles = [
    shared,
    css`
.version {
  display: grid;
  grid-template-columns: 1rem 2.5rem minmax(0, 1fr) auto;
  gap: var(--space-2);
  align-items: center;
  min-height: 1.75rem;
  padding: var(--space-1) var(--space-2);
  border-radius: var(--round-sm);
  font-weight: 400;
  text-decoration: none;
}

.version:hover {
  background: var(--hover);
  color: inherit;
  text-decoration: none;
}

.version .muted {
  font-size: var(--text-sm);
}

form {
  display: flex;
  gap: var(--space-2);
  margin-bottom: var(--space-2);
}

form .field {
  min-width: 0;
}

.all {
  padding: var(--space-2);
}
`,
  ];

  @property() stack = "";
  @property({ type: Number }) version: number | undefined;
  @property() tab: VersionsElement["tab"] = "overview";
  #shown = "";

  readonly #history = new Part(this, async (signal) => {
    const of = { server: await serverId(this.server ?? ""), stack: this.stack };
    await engine.call("updates.refresh", of, { signal });
    return engine.call("updates.rows", { ...of, offset: 0, limit: LISTED }, { signal });
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#shown = "";
    this.requestUpdate();
    ended.addEventListener("ended", this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    ended.removeEventListener("ended", this.#again);
  }

  readonly #again = (): void => void this.#history.read({ keep: true });

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (this.stack === this.#shown && !changed.has("server")) return;
    this.#shown = this.stack;
    if (this.server !== undefined && this.stack !== "") void this.#history.read();
  }

  protected override render(): unknown {
    if (this.server === undefined || this.stack === "") return nothing;
    const { value, state } = this.#history;
    if (state.status === "absent") return nothing;
    const rows = (value?.rows ?? []).filter((row): row is UpdateRow & { version: number } => row.version !== undefined && !row.preview && !isRunning(row.result));
    const latest = rows[0]?.version;
    if (value && latest === undefined) return nothing;
    const beyond = this.version !== undefined && latest !== undefined && this.version > latest;
    const label = beyond ? "Versions" : this.version === undefined ? (latest === undefined ? "Latest version" : `Version ${latest}, latest`) : `Version ${this.version}${latest === undefined ? "" : ` of ${latest}`}`;
    return html`<stackscope-menu label=${label} icon="clock" align="end" title="" @click=${close}>${this.#panel(rows, value?.updates ?? 0)}</stackscope-menu>`;
  }

  #panel(rows: readonly (UpdateRow & { version: number })[], updates: number): unknown {
    const { state } = this.#history;
    if (state.status === "failed") return trouble(state.error, () => void this.#history.read());
    if (state.status !== "ready") return html`<p class="hint">Reading the versions</p>`;
    const latest = rows[0]?.version;
    const chosen = this.version ?? latest;
    return html`${updates > LISTED ? this.#field(latest ?? 1) : nothing}
      ${rows.map((row) => this.#item(row, row.version === chosen, row.version === latest))}
      ${updates > LISTED ? html`<p class="all hint">${this.link({ kind: "stack", stack: this.stack, tab: "updates" }, "Older ones are among the updates")}</p>` : nothing}`;
  }

  #item(row: UpdateRow & { version: number }, chosen: boolean, latest: boolean): TemplateResult {
    const content = html`${chosen ? icon("check") : html`<span></span>`}<span class="num">${row.version}</span><bdi class="clip">${visible(row.message)}</bdi><span class="muted">${latest ? "latest" : time(row.started)}</span>${chosen ? html`<span class="unseen">shown now</span>` : nothing}`;
    return this.link({ kind: "stack", stack: this.stack, tab: this.tab, ...(!latest && { version: row.version }) }, content, { className: "link version" });
  }

  #field(latest: number): TemplateResult {
    const go = (event: SubmitEvent): void => {
      event.preventDefault();
      const version = Number(new FormData(event.target as HTMLFormElement).get("version"));
      const anchor = this.renderRoot.querySelector<HTMLElement>(".go");
      if (version > 0 && anchor) anchor.click();
    };
    const typed = (event: Event): void => {
      this.#typed = Number((event.target as HTMLInputElement).value);
      this.requestUpdate();
    };
    const target = { kind: "stack", stack: this.stack, tab: this.tab, version: this.#typed || latest } as const;
    return html`<form @submit=${go}><input class="field" name="version" type="number" min="1" max=${latest} step="1" placeholder="Version number" aria-label="Version number" @input=${typed}>${this.link(target, "Go", { className: "button go" })}</form>`;
  }

  #typed = 0;
}

/** Whoever follows a link in it is done with the menu. */
function close(event: Event): void {
  const menu = event.currentTarget as Menu;
  if (event.target instanceof Element && event.target.closest(".version, .go")) menu.close();
}

define("stackscope-versions", Versions);
