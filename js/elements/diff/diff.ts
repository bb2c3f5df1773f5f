/**
 * `<stackscope-diff>`: what changed between two states.
 *
 * In: two sources, ignore rules, and what the person chose. Out: `stackscope-query`, `stackscope-ignore`, `stackscope-swap`. A side that can't be read and
 * a comparison that can't be made say so in place, with a way to try again.
 */
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Compare, IgnoreRule } from "../../browser.js";
import { BaseElement, define } from "../base.js";
import { isStackVersion, StateController } from "../engine/state-controller.js";
import type { Query, StackVersion, StateSource } from "../public.js";
import { announce } from "../ui/announce.js";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { absent, empty, failed, isAbsent, loading } from "../ui/panel.js";
import { name } from "../ui/text.js";
import type { Comparison } from "../worker/diff.js";
import { cards } from "./cards.js";
import { cardsStyles } from "./cards-styles.js";
import { choiceOf, type Choice } from "./choice.js";
import { ComparisonController } from "./comparison.js";
import type { ResourceLink } from "./detail.js";
import { diffStyles } from "./diff-styles.js";
import { ignoreChips, sameRule, type Ignore } from "./ignore.js";
import { amounts, notices } from "./notices.js";
import type { DiffElement } from "./public.js";
import { sections } from "./sections.js";
import { sides, type SideView } from "./sides.js";
import type { Choose } from "./toolbar.js";
import "./changes.js";
import "./export.js";
import "./groups.js";
import "./options.js";

type Which = "old" | "new";

export class Diff extends BaseElement implements DiffElement {
  static override styles = [BaseElement.styles, diffStyles, cardsStyles];

  @property() old: StateSource | undefined;
  @property() new: StateSource | undefined;
  @property({ attribute: "old-name" }) oldName: string | undefined;
  @property({ attribute: "new-name" }) newName: string | undefined;
  @property({ attribute: false }) ignore: readonly IgnoreRule[] = [];

  readonly #states = {
    old: new StateController(this, () => ({ source: this.#source("old"), server: this.server })),
    new: new StateController(this, () => ({ source: this.#source("new"), server: this.server })),
  };
  readonly #comparison = new ComparisonController(
    this,
    () => ({ old: this.#states.old.id, new: this.#states.new.id, options: { compare: this.#compare, showInternal: this.#choice.internal, bookkeeping: this.#choice.bookkeeping, unordered: this.#choice.unordered, ignore: [...this.ignore] } }),
    () => this.#compared(),
  );
  /** Groups are numbered anew by each comparison: a chosen one is given up with what it was chosen in. */
  #grouped: string | undefined;
  #chosen: { query: Query; choice: Choice } | undefined;
  #pair: Readonly<Record<Which, number | undefined>> = { old: undefined, new: undefined };

  get #choice(): Choice {
    if (this.#chosen?.query !== this.query) this.#chosen = { query: this.query, choice: choiceOf(this.query) };
    return this.#chosen.choice;
  }

  get #compare(): Compare {
    const { compare } = this.#choice;
    if (compare) return compare;
    const { old, new: young } = this;
    return old !== undefined && young !== undefined && isStackVersion(old) && isStackVersion(young) && old.stack !== young.stack ? "stacks" : "versions";
  }

  protected override render(): TemplateResult {
    const { current, fresh } = this.#comparison;
    const { old, new: young } = this.#states;
    if (this.old === undefined && this.new === undefined) return html`${empty("file", "Nothing to compare yet", "Choose two states, or two versions of a stack.")}`;
    if (this.#pair.old !== old.id || this.#pair.new !== young.id) this.#pair = { old: old.id, new: young.id };
    return html`
      <div class="head">
        ${sides(this.#side("old"), this.#side("new"), this.server, this.#swap)}
        <div class="head-actions">
          <stackscope-diff-options .compare=${this.#compare} .internal=${this.#choice.internal} .bookkeeping=${this.#choice.bookkeeping} .unordered=${this.#choice.unordered} .choose=${this.#choose} .ignore=${this.#ignoreRule}></stackscope-diff-options>
          <stackscope-diff-export .diff=${fresh ? current?.id : undefined} .called=${this.#called}></stackscope-diff-export>
        </div>
      </div>
      ${ignoreChips(this.ignore, current && fresh ? amounts(current.overview.ignored) : "", this.#setIgnore)} ${this.#trouble()}
      ${current && !this.#hasFailed ? html`<div class="result" ?data-stale=${!fresh} aria-busy=${!fresh}>${this.#result(current)}</div>` : this.#waiting()}
    `;
  }

  /** What a file that holds the difference is called, without its ending. */
  get #called(): string {
    const [old, young] = (["old", "new"] as const).map((which) => {
      const source = this.#source(which);
      return source !== undefined && isStackVersion(source) ? { stack: source.stack.split("/").slice(1).join("-"), version: String(source.version ?? "latest") } : undefined;
    });
    if (!old || !young) return "diff";
    const parts = old.stack === young.stack ? [old.stack, old.version, young.version] : [old.stack, old.version, young.stack, young.version];
    return parts.join("-").replace(/[^\w.-]+/g, "_");
  }

  get #hasFailed(): boolean {
    return this.#comparison.error !== undefined || this.#states.old.reading.status === "failed" || this.#states.new.reading.status === "failed";
  }

  #trouble(): unknown {
    const { error } = this.#comparison;
    const of = (which: Which): unknown => {
      const { reading } = this.#states[which];
      if (reading.status !== "failed") return nothing;
      const source = this.#source(which);
      if (source !== undefined && isStackVersion(source) && isAbsent(reading.error)) return this.#absent(which, source, reading.error);
      return html`<section class="failed" aria-label="The ${which} state"><h2>The ${which} state</h2>${failed(reading.error, this.#retry)}</section>`;
    };
    return html`${of("old")}${of("new")}${error ? failed(error, () => this.#comparison.retry()) : nothing}`;
  }

  #absent(which: Which, { stack, version }: StackVersion, error: Error): TemplateResult {
    const [organization = "", , last = stack] = stack.split("/");
    const look = { className: "button" };
    if (version === undefined) return absent(html`There is no stack ${name(stack)}`, { icon: "stack", words: "It may have been removed or renamed; what you may not see looks the same.", error, actions: this.link({ kind: "organization", organization, view: "stacks" }, `All stacks of ${organization}`, look) });
    return absent(html`There is no version ${version} of ${name(stack)}`, {
      icon: "stack",
      words: `The ${which} side of this comparison names it.`,
      error,
      actions: html`${this.link(this.#diffTarget(which, { stack }), "Compare with the newest", look)}${this.link({ kind: "stack", stack, tab: "updates" }, `All updates of ${last}`, look)}`,
    });
  }

  /** What stopped one side has often stopped the other. */
  readonly #retry = (): void => {
    for (const state of Object.values(this.#states)) if (state.reading.status === "failed") state.retry();
  };

  #waiting(): unknown {
    if (this.#hasFailed) return nothing;
    if (this.server === undefined && [this.old, this.new].some((source) => source !== undefined && isStackVersion(source))) return empty("server", "Not connected", "Versions of stacks are read from a server: connect to it first.");
    const { old, new: young } = this.#states;
    if (old.reading.status === "ready" && young.reading.status === "ready") return loading("Comparing");
    if (old.reading.status === "reading" || young.reading.status === "reading") return html`<div class="waiting" role="status">${old.reading.status === "reading" && young.reading.status === "reading" ? "Reading the two states" : `Reading the ${old.reading.status === "reading" ? "old" : "new"} state`}<div class="skeleton-cards">${[1, 2, 3, 4, 5, 6].map(() => html`<div class="skeleton"></div>`)}</div><div class="skeleton-rows">${[1, 2, 3, 4].map(() => html`<div class="skeleton"></div>`)}</div></div>`;
    return empty("file", "One side is missing", "Choose the other state to compare it with.");
  }

  #result(comparison: Comparison): TemplateResult {
    const { overview } = comparison;
    const choice = this.#choice;
    const nothingChanged = !overview.differs && Object.keys(comparison.sections).length === 0;
    const head = html`
      ${notices(comparison, this.#backwards, {
        showInternal: () => this.#choose({ internal: "1" }, { push: true }),
        bookkeeping: (show) => this.#choose({ bookkeeping: show ? "1" : "" }, { push: true }),
        swap: this.#swap,
        compareStacks: () => this.#choose({ compare: "stacks" }, { push: true }),
      })}
      ${cards(comparison, choice.kinds, (kinds) => this.#choose({ kinds: kinds.join(",") }))}
    `;
    if (nothingChanged) return html`${head}${noDifferences(comparison)}`;
    return html`${head} ${sections(comparison, choice.view, this.#ignoreRule)}
      <section class="resources" aria-labelledby="resources">
        <h2 id="resources">Resources</h2>
        ${choice.mode === "groups"
          ? html`<stackscope-diff-groups .comparison=${comparison} .choice=${choice} .choose=${this.#choose} .ignore=${this.#ignoreRule}></stackscope-diff-groups>`
          : html`<stackscope-diff-changes .comparison=${comparison} .choice=${choice} .choose=${this.#choose} .ignore=${this.#ignoreRule} .link=${this.#resourceLink} .states=${this.#pair}></stackscope-diff-changes>`}
      </section>`;
  }

  #side(which: Which): SideView {
    const swapped = this.#choice.swap;
    const other: Which = which === "old" ? "new" : "old";
    const own = swapped ? other : which;
    return {
      which,
      source: this.#source(which),
      called: own === "old" ? this.oldName : this.newName,
      reading: this.#states[which].reading,
      stackLink: (side) => this.link({ kind: "stack", stack: side.stack, ...(side.version !== undefined && { version: side.version }) }, side.stack, { className: "link strong" }),
      otherLink: (side, content, className) => this.link(this.#diffTarget(which, side), content, { className }),
      go: (side) => this.#go(which, side),
    };
  }

  #source(which: Which): StateSource | undefined {
    return (which === "old") !== this.#choice.swap ? this.old : this.new;
  }

  #diffTarget(which: Which, side: StackVersion) {
    const source = this.#source(which === "old" ? "new" : "old");
    const other = source !== undefined && isStackVersion(source) ? source : side;
    return { kind: "diff", old: which === "old" ? side : other, new: which === "old" ? other : side } as const;
  }

  #go(which: Which, side: StackVersion): void {
    const target = this.#diffTarget(which, side);
    const href = this.linkTo?.(target);
    if (this.emit("stackscope-navigate", { target }, true) && href !== undefined) window.location.assign(href);
  }

  get #backwards(): boolean {
    const [old, young] = [this.#states.old, this.#states.new].map(({ reading }) => Date.parse((reading.status === "ready" && reading.summary.manifest?.time) || ""));
    return old !== undefined && young !== undefined && old > young;
  }

  #compared(): void {
    const { current } = this.#comparison;
    if (!current) return;
    const of = JSON.stringify([this.ignore, this.#compare, this.#choice.internal, this.#choice.bookkeeping, this.#choice.unordered, this.#choice.swap]);
    if (this.#grouped !== undefined && this.#grouped !== of && this.query["group"] !== undefined) this.setQuery({ group: undefined });
    this.#grouped = of;
    if (!current.overview.differs) announce("No differences");
  }

  readonly #resourceLink: ResourceLink = (which, urn) => {
    const source = this.#source(which);
    if (source === undefined || this.linkTo === undefined) return nothing;
    const content = html`${icon("list")}Open in the ${which} state`;
    const look = { className: "button button-small" };
    if (isStackVersion(source)) return this.link({ kind: "resource", urn, stack: source.stack, ...(source.version !== undefined && { version: source.version }) }, content, look);
    // Without a stack the target can say no side: the new one is meant.
    return which === "new" && !this.#choice.swap ? this.link({ kind: "resource", urn }, content, look) : nothing;
  };

  readonly #choose: Choose = (patch, options) => this.setQuery(patch, options);

  readonly #swap = (): void => {
    if (this.emit("stackscope-swap", {}, true)) this.setQuery({ swap: this.#choice.swap ? "" : "1" }, { push: true });
  };

  readonly #ignoreRule: Ignore = (...rules) => {
    const fresh = rules.filter((rule) => !this.ignore.some((one) => sameRule(one, rule)));
    if (fresh.length === 0) return;
    this.#setIgnore([...this.ignore, ...fresh]);
    if (rules.some((rule) => typeof rule !== "string" && rule.urn !== undefined && rule.urn === this.#choice.urn)) this.#choose({ urn: "" });
  };

  readonly #setIgnore = (ignore: readonly IgnoreRule[]): void => {
    this.ignore = ignore;
    this.emit("stackscope-ignore", { ignore });
  };
}

function noDifferences({ overview: { summary, hidden, ignored }, bookkeeping }: Comparison): TemplateResult {
  const leftOut = hidden.properties + hidden.resources + ignored.properties + ignored.resources + bookkeeping.properties > 0;
  const words = leftOut ? "Besides what is left out, the two states agree." : `${counted(summary.same, "resource")} and everything else in the two states agree.`;
  return html`<div class="same">${icon("check")}<h2>${leftOut ? "No other differences" : "No differences"}</h2><p>${words}</p></div>`;
}

define("stackscope-diff", Diff);
