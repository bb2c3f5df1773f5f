/**
 * `<stackscope-updates>`: the history of a stack. The worker reads it page by page as one scrolls, and filters what was read.
 *
 * What can fail: a page. What was read stays; a retry reads on.
 */
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, EngineError } from "../engine/engine.js";
import { serverId } from "../engine/servers.js";
import { absentStack, type Link } from "../stack/absent.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { facetSelect, searchField } from "../ui/controls.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, failed, isAbsent, loading } from "../ui/panel.js";
import { isRunning } from "../ui/result.js";
import { Rows } from "../ui/rows.js";
import { Shortcuts } from "../ui/shortcuts.js";
import { prose } from "../ui/text.js";
import type { HistoryFilter, HistoryOf, HistoryPage } from "../worker/stack-updates.js";
import type { UpdateRow } from "../worker/update-row.js";
import { chosenVersions, withVersion } from "./compare.js";
import { Live } from "./live.js";
import type { UpdatesElement } from "./public.js";
import { updateTemplate } from "./row.js";
import { updateParts, updatesStyles } from "./styles.js";

/** What stands over the rows while one scrolls: the page's bar and the toolbar. */

export class Updates extends BaseElement implements UpdatesElement {
  static override styles = [shared, updateParts, updatesStyles];

  @property() stack = "";
  @state() private about: Omit<HistoryPage, "rows"> | undefined;
  @state() private error: EngineError | undefined;
  /** All is being read, for a filter. */
  @state() private readingAll = false;
  #shown = "";
  #filter = "";
  /** Someone changed a filter, and was not told yet what it found. */
  #untold = false;
  #stop = new AbortController();

  readonly #rows = new Rows<UpdateRow>(this, {
    label: "Updates",
    estimate: 69,
    page: async (offset, limit, signal) => {
      const of = await this.#which();
      if (!of) return { rows: [], total: 0 };
      const { rows, ...about } = await engine.call("updates.rows", { ...of, offset, limit, filter: this.filter, previews: this.query["previews"] === "1" }, { signal });
      this.about = about;
      if (this.#untold) announce(about.total === 0 ? "No update matches" : counted(about.total, "update"));
      this.#untold = false;
      if (offset === 0) this.#live.follow(isRunning(rows[0]?.result));
      return { rows, total: about.total };
    },
    activate: (_, index) => this.renderRoot.querySelector<HTMLElement>(`[data-index="${index}"] .link`)?.click(),
    key: (event, row) => {
      if (event.key !== "c" || !canCompare(row)) return false;
      this.#choose(row.version);
      return true;
    },
    failed: (error) => (this.error = asEngineError(error)),
  });

  readonly #live = new Live(this, async (signal) => {
    const of = await this.#which();
    if (!of) return false;
    const newest = await engine.call("updates.refresh", of, { signal });
    this.#again();
    const running = isRunning(newest?.result);
    if (!running) announce(`The update has ended: ${newest?.result ?? ""}`);
    return running;
  });

  readonly #link: Link = (target, content, options) => this.link(target, content, options);

  constructor() {
    super();
    new Shortcuts(this, [{ key: "r", what: "Read the newest updates", run: () => void this.#refresh() }]);
  }

  get filter(): HistoryFilter {
    const { q = "", kind = "", result = "" } = this.query;
    return { text: q, kind, result };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    engine.addEventListener("stopped", this.#lost);
    this.#shown = "";
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    engine.removeEventListener("stopped", this.#lost);
    this.#stop.abort();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const filter = JSON.stringify([this.filter, this.query["previews"]]);
    if (this.stack !== this.#shown || changed.has("server")) {
      this.#shown = this.stack;
      this.#filter = filter;
      this.#stop.abort();
      this.#stop = new AbortController();
      this.about = undefined;
      this.#rows.clear();
      void this.#refresh();
    } else if (filter !== this.#filter) {
      this.#filter = filter;
      this.#untold = true;
      this.#rows.reset();
    }
  }

  protected override render(): unknown {
    if (this.server === undefined || this.stack === "") return nothing;
    const { about, error } = this;
    if (!about && isAbsent(error)) return absentStack(this.stack, this.#link, error);
    if (!about) return error ? failed(error, () => void this.#refresh()) : loading("Reading the history");
    return html`${this.#toolbar(about)}${this.#list(about)}${error ? this.#trouble(error) : nothing}${this.#compareBar()}`;
  }

  #toolbar(about: Omit<HistoryPage, "rows">): TemplateResult {
    const { kinds, results } = about;
    const { q = "", kind = "", result = "", previews } = this.query;
    return html`<div class="toolbar toolbar-stuck">
      ${searchField({ value: q, label: "Search updates", placeholder: "Message, author, commit, branch", onInput: (text) => this.setQuery({ q: text }), onEnter: () => this.#rows.scrollTo(0, { focus: true, align: "auto" }) })}
      ${facetSelect("Kind", kinds, kind, (value) => this.setQuery({ kind: value }, { push: true }))}
      ${facetSelect("Result", results, result, (value) => this.setQuery({ result: value }, { push: true }))}
      <label class="check" title="Previews since the last update"><input type="checkbox" .checked=${previews === "1"} @change=${(event: Event) => this.setQuery({ previews: (event.target as HTMLInputElement).checked ? "1" : "" })}>Previews</label>
      ${this.#status(about)}
      <button type="button" class="button-icon" aria-label="Refresh" title="Refresh (r)" @click=${() => this.#refresh()}>${icon("refresh")}</button>
    </div>`;
  }

  #status({ total, read, updates, complete }: Omit<HistoryPage, "rows">): TemplateResult {
    const { text, kind, result } = this.filter;
    if (!text && !kind && !result) {
      const known = complete || updates > read + 1 ? counted(updates, "update") : `${counted(read, "update")} so far`;
      return html`<span class="status">${known}${this.query["previews"] === "1" ? html`<span>${counted(total - updates, "preview")} since the last one</span>` : nothing}</span>`;
    }
    if (complete) return html`<span class="status">${count(total)} of ${counted(updates, "update")}</span>`;
    return html`<span class="status">
      <span>${count(total)} found in the newest ${counted(read, "update")}, of ${count(updates)}</span>
      ${this.readingAll ? html`<progress class="progress" max=${updates} value=${read} aria-label="Reading all updates"></progress>` : html`<button type="button" class="button button-small" @click=${this.#readAll}>Read all</button>`}
    </span>`;
  }

  #trouble(error: EngineError): TemplateResult {
    return html`<div class="notice stuck" data-kind="warning" role="alert">${icon("warning")}<span>Reading on failed. ${prose(error.message)}</span><button type="button" class="button button-small" @click=${this.#again}>Try again</button></div>`;
  }

  #list({ total, updates }: Omit<HistoryPage, "rows">): unknown {
    if (updates === 0 && total === 0) return empty("clock", "No updates yet", html`The first <code class="code">pulumi up</code> will be the first row here.`);
    if (total === 0) {
      const clear = html`<button type="button" class="button" @click=${() => this.setQuery({ q: "", kind: "", result: "" }, { push: true })}>Show all updates</button>`;
      return empty("search", "No update matches", "Of those that were read.", clear);
    }
    const chosen = chosenVersions(this.query);
    return html`<div class="box">${this.#rows.render((row, _, active) => {
      const { version } = row;
      return updateTemplate(row, {
        link: (content) => this.link(targetOf(this.stack, row), content, { reach: active }),
        active,
        chosen: canCompare(row) && chosen.includes(row.version),
        choose: canCompare(row) ? () => this.#choose(version as number) : undefined,
      });
    })}</div>`;
  }

  #compareBar(): unknown {
    const [older, newer] = chosenVersions(this.query);
    if (older === undefined) return nothing;
    const { stack } = this;
    const words = newer === undefined ? html`Version ${older}: choose another to compare it with` : html`Versions ${older} and ${newer}`;
    return html`<div class="compare" role="region" aria-label="Compare versions">
      <span>${words}</span>
      ${newer === undefined ? nothing : this.link({ kind: "diff", old: { stack, version: older }, new: { stack, version: newer } }, "Compare", { className: "button button-main" })}
      <button type="button" class="button-icon" aria-label="Choose none" title="Choose none" @click=${() => this.setQuery({ compare: "" })}>${icon("close")}</button>
    </div>`;
  }

  #choose(version: number): void {
    const compare = withVersion(chosenVersions(this.query), version);
    this.setQuery({ compare: compare.join(",") });
    announce(compare.length === 2 ? `Versions ${compare[0]} and ${compare[1]} are chosen` : compare.length === 1 ? `Version ${compare[0]} is chosen` : "No version is chosen");
  }

  async #which(): Promise<HistoryOf | undefined> {
    const { server, stack } = this;
    return server === undefined || stack === "" ? undefined : { server: await serverId(server), stack };
  }

  async #refresh(): Promise<void> {
    const { signal } = this.#stop;
    this.error = undefined;
    try {
      const of = await this.#which();
      if (!of) return;
      await engine.call("updates.refresh", of, { signal });
      this.#rows.reset({ keep: true });
    } catch (error) {
      if (!signal.aborted) this.error = asEngineError(error as Error);
    }
  }

  readonly #again = (): void => {
    this.error = undefined;
    this.#rows.reset({ keep: true });
  };

  readonly #readAll = async (): Promise<void> => {
    const { signal } = this.#stop;
    this.readingAll = true;
    this.error = undefined;
    try {
      const of = await this.#which();
      if (of) await engine.call("updates.readAll", of, { signal, onReport: () => this.#rows.reset({ keep: true }) });
    } catch (error) {
      if (!signal.aborted) this.error = asEngineError(error as Error);
    }
    this.readingAll = false;
    this.#rows.reset({ keep: true });
  };

  readonly #lost = (event: Event): void => {
    this.error = (event as CustomEvent<EngineError>).detail;
  };
}

function canCompare(row: UpdateRow): row is UpdateRow & { version: number } {
  return row.version !== undefined && !row.preview && !isRunning(row.result);
}

function targetOf(stack: string, { preview, version, id }: UpdateRow): Parameters<BaseElement["link"]>[0] {
  if (preview) return { kind: "update", stack, update: id ?? "", preview: true };
  return { kind: "update", stack, update: version ?? id ?? "" };
}

function asEngineError(error: Error): EngineError {
  return error instanceof EngineError ? error : new EngineError({ message: error.message });
}

define("stackscope-updates", Updates);
