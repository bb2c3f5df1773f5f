/**
 * `<stackscope-stack>`: a stack at a glance, in parts that are read by themselves.
 *
 * What can fail: each part; it says so in its own place. Parts that the server doesn't have are left out.
 */
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, type Method, type Params, type Result } from "../engine/engine.js";
import { serverId } from "../engine/servers.js";
import { StateController } from "../engine/state-controller.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { failed, isAbsent, loading } from "../ui/panel.js";
import { isRunning } from "../ui/result.js";
import { Shortcuts } from "../ui/shortcuts.js";
import type { More } from "../ui/value.js";
import { name } from "../ui/text.js";
import { Live } from "../updates/live.js";
import { updateParts } from "../updates/styles.js";
import type { AboutStack } from "../worker/stack-overview.js";
import type { UpdateRow } from "../worker/update-row.js";
import type { HistoryOf } from "../worker/stack-updates.js";
import { absentStack, absentVersion, type Link } from "./absent.js";
import { bars } from "./bars.js";
import { card, partCard, trouble } from "./card.js";
import { driftLine } from "./drift.js";
import { Part } from "./part.js";
import { configList, outputList, references, runningBanner, scheduleList, tagList, updateSummary } from "./parts.js";
import type { StackElement } from "./public.js";
import { stackStyles } from "./styles.js";
import "./versions.js";

/** States of more resources are read when asked for. */
const LARGE = 5000;

export class Stack extends BaseElement implements StackElement {
  static override styles = [shared, updateParts, stackStyles];

  @property() stack = "";
  @property({ type: Number }) version: number | undefined;
  /** The state is large, and someone wants to see into it. */
  @state() private wantsContents = false;
  #shown = "";

  readonly #about = new Part(this, (signal) => this.#ask("stack.about", {}, signal), { needed: true });
  readonly #history = new Part(this, async (signal) => {
    await this.#ask("updates.refresh", {}, signal);
    return this.#ask("updates.rows", { offset: 0, limit: 5 }, signal);
  });
  readonly #made = new Part(this, (signal) => this.#ask("updates.one", { version: this.version ?? 0 }, signal), { needed: true });
  readonly #outputs = new Part(this, (signal) => this.#ask("stack.outputs", {}, signal));
  readonly #config = new Part(this, (signal) => this.#ask("updates.config", {}, signal));
  readonly #drift = new Part(this, (signal) => this.#ask("stack.drift", {}, signal));
  readonly #policies = new Part(this, (signal) => this.#ask("stack.policies", {}, signal));
  readonly #schedules = new Part(this, (signal) => this.#ask("stack.schedules", {}, signal));
  readonly #upstream = new Part(this, (signal) => this.#ask("stack.references", { way: "up" }, signal));
  readonly #downstream = new Part(this, (signal) => this.#ask("stack.references", { way: "down" }, signal));
  /** What is asked of the server at once. */
  readonly #parts = [this.#outputs, this.#drift, this.#policies, this.#schedules, this.#upstream, this.#downstream];
  readonly #contents = new Part(this, async (signal) => {
    const { id } = this.#state;
    if (id === undefined) throw new DOMException("there is no state yet", "AbortError");
    const [contents, outputs] = await Promise.all([engine.call("stack.contents", { state: id }, { signal }), engine.call("stack.stateOutputs", { state: id }, { signal })]);
    return { ...contents, outputs };
  });
  readonly #state = new StateController(this, () => ({ source: this.#wantsState ? { stack: this.stack, version: this.version ?? this.#newVersion } : undefined, server: this.server }));
  #contentsOf: number | undefined;
  /** The version that was current when the stack was first read. */
  #firstVersion: number | undefined;

  readonly #live = new Live(this, async () => {
    await Promise.all([this.#about.read({ keep: true }), this.#history.read({ keep: true })]);
    const running = this.#about.value?.operation !== undefined;
    if (!running) {
      announce("The update has ended");
      for (const part of [this.#outputs, this.#config, this.#drift]) void part.read({ keep: true });
    }
    return running;
  });

  readonly #link: Link = (target, content, options) => this.link(target, content, options);
  readonly #more: More = (where, from) => engine.call("stack.restOfOutput", { where, from });

  constructor() {
    super();
    new Shortcuts(this, [{ key: "r", what: "Read the stack anew", run: () => void this.#readAll({ keep: true }) }]);
  }

  /** Whether there is a state, and its size is known not to be much to ask for. */
  get #wantsState(): boolean {
    if (this.stack === "" || this.#about.value === undefined) return false;
    if (this.version !== undefined || this.wantsContents) return true;
    const { status } = this.#history.state;
    return this.#current > 0 && status !== "loading" && status !== "failed" && this.#resources <= LARGE;
  }

  /** The newest update that has ended. */
  get #latestRow(): UpdateRow | undefined {
    return this.#history.value?.rows.find(({ result, preview }) => !preview && !isRunning(result));
  }

  /** The version of the stack, 0 before the first; some servers tell it by the history alone. */
  get #current(): number {
    return this.#about.value?.version || this.#latestRow?.version || 0;
  }

  /** Once there is a newer version than at first, it is named: the state that was read is not that of the stack any more. */
  get #newVersion(): number | undefined {
    const newest = this.#latestRow?.version;
    this.#firstVersion ??= newest;
    return newest === this.#firstVersion ? undefined : newest;
  }

  get #resources(): number {
    return this.#history.value?.rows.find(({ resources }) => resources !== undefined)?.resources ?? 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#shown = "";
    this.requestUpdate();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const shown = JSON.stringify([this.stack, this.version]);
    if (shown !== this.#shown || changed.has("server")) {
      this.#shown = shown;
      this.wantsContents = false;
      this.#firstVersion = undefined;
      void this.#readAll();
    }
    const { id } = this.#state;
    if (id !== undefined && id !== this.#contentsOf) {
      this.#contentsOf = id;
      void this.#contents.read({ keep: true });
    }
  }

  protected override render(): unknown {
    if (this.server === undefined || this.stack === "") return nothing;
    const { state: about } = this.#about;
    if (about.status === "failed" && isAbsent(about.error)) return absentStack(this.stack, this.#link, about.error);
    if (about.status === "failed") return failed(about.error, () => void this.#readAll());
    if (about.status !== "ready") return loading("Reading the stack");
    const newest = about.value.version;
    if (this.version !== undefined && newest > 0 && this.version > newest) return absentVersion({ stack: this.stack, version: this.version, newest, tab: "overview" }, this.#link);
    const reading = this.#parts.some(({ state }) => state.status === "loading");
    return html`<p class="unseen" role="status">${reading ? "Reading the parts of the stack" : ""}</p>
      ${this.#banners(about.value)}
      <div class="columns">
        <div class="column">${this.#latest()}${this.#outputCard()}${this.#countCard()}${this.#contentsCard()}</div>
        <div class="column">${this.#tagCard(about.value)}${this.#driftCard()}${this.#configCard(about.value)}${this.#referenceCard()}${this.#policyCard()}${this.#scheduleCard()}</div>
      </div>`;
  }

  #banners({ operation }: AboutStack): unknown {
    const version = this.#current;
    const running = this.#history.value?.rows.find(({ result }) => isRunning(result));
    const { stack } = this;
    const older = this.version !== undefined && this.version !== version;
    const pending = this.contents?.pending ?? 0;
    return html`${operation ? runningBanner(stack, operation, running, this.#link) : nothing}
      ${older
        ? html`<div class="older" data-kind="info">${icon("clock")}<span>This is version ${this.version}. The current one is ${version}.</span>
            ${this.link({ kind: "diff", old: { stack, version: this.version ?? 0 }, new: { stack } }, "Compare with the current", { className: "button button-small" })}
            ${this.link({ kind: "stack", stack }, "Show the current", { className: "button button-small" })}</div>`
        : nothing}
      ${pending > 0 && !operation
        ? html`<div class="older" data-kind="warning">${icon("warning")}<span>An update ended in the middle: ${counted(pending, "operation was", "operations were")} interrupted. Run <code class="code">pulumi refresh</code>, which asks what to do.</span></div>`
        : nothing}`;
  }

  #latest(): unknown {
    const { stack } = this;
    const all = (): unknown => this.link({ kind: "stack", stack, tab: "updates" }, "All updates");
    if (this.version !== undefined && this.version !== this.#current) return partCard(`Version ${this.version}`, this.#made, (row) => updateSummary(stack, row, this.#link), { more: all });
    return partCard(
      "Latest update",
      this.#history,
      ({ rows }) => {
        const row = this.#latestRow ?? rows[0];
        return row ? updateSummary(stack, row, this.#link) : nothing;
      },
      { isEmpty: ({ rows }) => rows.length === 0, none: "This stack was never updated.", more: all },
    );
  }

  #outputCard(): unknown {
    const ofState = this.version !== undefined || this.#outputs.state.status === "absent";
    if (ofState && this.#current === 0 && this.version === undefined) return card("Outputs", html`<p class="hint">This stack has no outputs.</p>`);
    if (ofState) return this.#ofState("Outputs", ({ outputs }) => (outputs.total === 0 ? html`<p class="hint">This stack has no outputs.</p>` : outputList(outputs.rows, outputs.total, this.#more)));
    return partCard("Outputs", this.#outputs, ({ rows, total }) => outputList(rows, total, this.#more), { isEmpty: ({ total }) => total === 0, none: "This stack has no outputs." });
  }

  #countCard(): unknown {
    return card("Resources over time", html`<stackscope-resource-count .server=${this.server} .linkTo=${this.linkTo} .stack=${this.stack}></stackscope-resource-count>`);
  }

  #contentsCard(): unknown {
    if (this.#current === 0 && this.version === undefined) return nothing;
    if (!this.#wantsState && this.#resources > LARGE) {
      const read = html`<p class="hint">The state is large: it is read when you ask for it.</p><p><button type="button" class="button" @click=${() => (this.wantsContents = true)}>Read the state</button></p>`;
      return card(counted(this.#resources, "resource"), read);
    }
    return this.#ofState("Resources by type", ({ types, packages, moreTypes, morePackages }) => html`<div class="contents">${bars("Types", types, moreTypes)}${bars("Packages", packages, morePackages)}</div>`, ({ resources }) =>
      this.link({ kind: "stack", stack: this.stack, tab: "resources", ...(this.version !== undefined && { version: this.version }) }, `All ${count(resources)}`),
    );
  }

  /** A card of what stands in the state. */
  #ofState(title: string, content: (contents: NonNullable<typeof this.contents>) => unknown, more?: (contents: NonNullable<typeof this.contents>) => unknown): unknown {
    const { reading } = this.#state;
    if (reading.status === "failed") return card(title, trouble(reading.error, () => this.#state.retry()));
    return partCard(title, this.#contents, content, more ? { more } : {});
  }

  private get contents() {
    return this.#contents.value;
  }

  #tagCard({ tags }: AboutStack): TemplateResult {
    const [organization = ""] = this.stack.split("/");
    return card("Tags", tags.length === 0 ? html`<p class="hint">This stack has no tags.</p>` : tagList(tags, organization, this.#link));
  }

  #driftCard(): unknown {
    return partCard(
      "Drift",
      this.#drift,
      driftLine,
      { isEmpty: ({ ran, running }) => !ran && !running, none: "Nobody has looked for drift yet." },
    );
  }

  #configCard({ environment }: AboutStack): unknown {
    const more = (): unknown => (environment ? html`<span class="hint">environment ${name(environment)}</span>` : nothing);
    return partCard("Configuration", this.#config, configList, { isEmpty: (rows) => rows.length === 0, none: "The latest update ran without configuration.", more });
  }

  #referenceCard(): unknown {
    const ways = [
      ["Refers to", this.#upstream],
      ["Referred to by", this.#downstream],
    ] as const;
    if (ways.every(([, { state }]) => state.status === "absent")) return nothing;
    const failure = ways.find(([, { state }]) => state.status === "failed")?.[1];
    if (failure) return partCard("References", failure, () => nothing);
    if (ways.some(([, { state }]) => state.status === "loading")) return partCard("References", ways.find(([, { state }]) => state.status === "loading")?.[1] ?? this.#upstream, () => nothing);
    const there = ways.filter(([, { value }]) => value && value.length > 0);
    const lists = there.map(([title, { value = [] }]) => html`<div class="way"><h3>${title}</h3>${references(value, this.#link)}</div>`);
    return card("References", lists.length > 0 ? lists : html`<p class="hint">No stack refers to this one, and it refers to none.</p>`);
  }

  #policyCard(): unknown {
    return partCard(
      "Policy groups",
      this.#policies,
      (groups) => html`<ul class="groups">${groups.map(({ name: group, mode, packs }) => html`<li><span class="strong">${name(group)}</span>${mode ? html`<span class="badge">${mode}</span>` : nothing}${packs === undefined ? nothing : html`<span class="muted">${counted(packs, "policy pack")}</span>`}</li>`)}</ul>`,
      { isEmpty: (groups) => groups.length === 0, none: "No policy group holds for this stack." },
    );
  }

  #scheduleCard(): unknown {
    return partCard("Schedules", this.#schedules, scheduleList, { isEmpty: (rows) => rows.length === 0, none: "Nothing is scheduled." });
  }

  async #ask<M extends Method>(method: M, params: Omit<Params<M>, keyof HistoryOf>, signal?: AbortSignal): Promise<Result<M>> {
    const of: HistoryOf = { server: await serverId(this.server ?? ""), stack: this.stack };
    return engine.call(method, { ...of, ...params } as unknown as Params<M>, signal ? { signal } : {});
  }

  async #readAll({ keep = false } = {}): Promise<void> {
    this.#live.follow(false);
    if (this.server === undefined || this.stack === "") return;
    const { stack } = this;
    for (const part of this.#parts) void part.read({ keep });
    if (this.version !== undefined) void this.#made.read({ keep });
    void this.#history.read({ keep }).then(() => this.#config.read({ keep }));
    await this.#about.read({ keep });
    if (this.stack === stack) this.#live.follow(this.#about.value?.operation !== undefined);
  }
}

define("stackscope-stack", Stack);
