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
import type { StackVersion, StateSource } from "../public.js";
import { announce } from "../ui/announce.js";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, failed, loading } from "../ui/panel.js";
import type { Comparison } from "../worker/diff.js";
import { cards } from "./cards.js";
import { choiceOf, type Choice } from "./choice.js";
import { ComparisonController } from "./comparison.js";
import { diffStyles } from "./diff-styles.js";
import { ignoreChips, sameRule } from "./ignore.js";
import { notices } from "./notices.js";
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
  static override styles = [BaseElement.styles, diffStyles];

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
    () => ({ old: this.#states.old.id, new: this.#states.new.id, options: { compare: this.#compare, showInternal: this.#choice.internal, ignore: [...this.ignore] } }),
    () => this.#compared(),
  );
  /** Groups are numbered anew by each comparison: a chosen one is given up with what it was chosen in. */
  #grouped: string | undefined;
  #pair: Readonly<Record<Which, number | undefined>> = { old: undefined, new: undefined };

  get #choice(): Choice {
    return choiceOf(this.query);
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
          <stackscope-diff-options .compare=${this.#compare} .internal=${this.#choice.internal} .choose=${this.#choose} .ignore=${this.#ignoreRule}></stackscope-diff-options>
          <stackscope-diff-export .diff=${fresh ? current?.id : undefined}></stackscope-diff-export>
        </div>
      </div>
      ${ignoreChips(this.ignore, this.#setIgnore)} ${this.#trouble()}
      ${current && !this.#hasFailed ? html`<div class="result" ?data-stale=${!fresh} aria-busy=${!fresh}>${this.#result(current)}</div>` : this.#waiting()}
    `;
  }

  get #hasFailed(): boolean {
    return this.#comparison.error !== undefined || this.#states.old.reading.status === "failed" || this.#states.new.reading.status === "failed";
  }

  #trouble(): unknown {
    const { error } = this.#comparison;
    const of = (which: Which): unknown => {
      const { reading } = this.#states[which];
      if (reading.status !== "failed") return nothing;
      return html`<section class="failed" aria-label="The ${which} state"><h2>The ${which} state</h2>${failed(reading.error, () => this.#states[which].retry())}</section>`;
    };
    return html`${of("old")}${of("new")}${error ? failed(error, () => this.#comparison.retry()) : nothing}`;
  }

  #waiting(): unknown {
    if (this.#hasFailed) return nothing;
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
        swap: this.#swap,
        compareStacks: () => this.#choose({ compare: "stacks" }, { push: true }),
      })}
      ${cards(overview.summary, choice.kinds, (kinds) => this.#choose({ kinds: kinds.join(","), mode: "" }))}
    `;
    if (nothingChanged) return html`${head}<div class="same">${icon("check")}<h2>No differences</h2><p>${counted(overview.summary.same, "resource")} and everything else in the two states agree.</p></div>`;
    return html`${head} ${sections(comparison, choice.view)}
      <section class="resources" aria-labelledby="resources">
        <h2 id="resources">Resources</h2>
        ${choice.mode === "groups"
          ? html`<stackscope-diff-groups .comparison=${comparison} .choice=${choice} .choose=${this.#choose}></stackscope-diff-groups>`
          : html`<stackscope-diff-changes .comparison=${comparison} .choice=${choice} .choose=${this.#choose} .ignore=${this.#ignoreRule} .states=${this.#pair}></stackscope-diff-changes>`}
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
    const of = JSON.stringify([this.ignore, this.#compare, this.#choice.internal, this.#choice.swap]);
    if (this.#grouped !== undefined && this.#grouped !== of && this.query["group"] !== undefined) this.setQuery({ group: undefined });
    this.#grouped = of;
    if (!current.overview.differs) announce("No differences");
  }

  readonly #choose: Choose = (patch, options) => this.setQuery(patch, options);

  readonly #swap = (): void => {
    if (this.emit("stackscope-swap", {}, true)) this.setQuery({ swap: this.#choice.swap ? "" : "1" }, { push: true });
  };

  readonly #ignoreRule = (rule: IgnoreRule): void => {
    if (!this.ignore.some((one) => sameRule(one, rule))) this.#setIgnore([...this.ignore, rule]);
  };

  readonly #setIgnore = (ignore: readonly IgnoreRule[]): void => {
    this.ignore = ignore;
    this.emit("stackscope-ignore", { ignore });
  };
}

define("stackscope-diff", Diff);
