/**
 * `<stackscope-update>`: what the event log of an update says: a head, and tabs for resources, messages, policies, times, outputs, and the command
 * line's own text.
 *
 * In: a file, an address, or an update of a server's stack. Out: `stackscope-query` and `stackscope-navigate`. What can't be read is said in its place.
 */
import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { EngineError } from "../engine/engine.js";
import { isStackUpdate, LogController, type ReadyLog } from "../engine/log-controller.js";
import type { LogSource, QueryEvent, StackUpdate } from "../public.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { tabs } from "../ui/controls.js";
import { counted, duration } from "../ui/format.js";
import { absent, failed, isAbsent, loading } from "../ui/panel.js";
import { name } from "../ui/text.js";
import { exportsMenu } from "./exports.js";
import "./lists.js";
import "./messages.js";
import { partStyles } from "./part-styles.js";
import "./progress.js";
import type { UpdateElement } from "./public.js";
import "./resources.js";
import { updateStyles } from "./styles.js";
import { notices, summary } from "./summary.js";
import "./text.js";
import { kindTitle } from "./words.js";

type Tab = "resources" | "diagnostics" | "policies" | "timing" | "outputs" | "text";

export class Update extends BaseElement implements UpdateElement {
  static override styles = [shared, partStyles, updateStyles];

  @property() log: LogSource | undefined;
  readonly #log = new LogController(
    this,
    () => ({ log: this.log, server: this.server }),
    (ended) => announce(endWords(ended)),
  );

  constructor() {
    super();
    // The parts of the element speak through it.
    this.addEventListener("stackscope-query", (event: QueryEvent) => (this.query = event.detail.query));
  }

  protected override render(): unknown {
    const { reading } = this.#log;
    const source = this.log !== undefined && isStackUpdate(this.log) ? this.log : undefined;
    switch (reading.status) {
      case "empty":
        return nothing;
      case "reading":
        return loading(source ? "Looking for the update" : "Reading the event log", reading.progress);
      case "failed":
        if (source && isAbsent(reading.error)) return this.#absent(source, reading.error);
        return failed(reading.error, () => this.#log.retry());
      case "ready":
        return this.#ready(reading, source);
    }
  }

  #ready(log: ReadyLog, source: StackUpdate | undefined): unknown {
    const file = source ? `${source.stack.replaceAll("/", "-")}-${log.update?.version ?? source.update}` : "update";
    return html`
      ${summary(log, { source, link: (target, content, options) => this.link(target, content, options), exports: exportsMenu(log, file), go: (urn) => this.#go(urn), all: () => this.#toTab("diagnostics") })}
      ${log.live || log.watched ? html`<stackscope-update-progress .log=${log} @retry=${() => this.#log.retry()}></stackscope-update-progress>` : nothing}
      ${notices(log)}
      ${this.#tabs(log)}
      ${this.#panel(log, source)}
    `;
  }

  #absent({ stack, update, preview = false }: StackUpdate, error: EngineError): unknown {
    const where = name(stack);
    const title = preview ? html`There is no such preview of ${where}` : update === "latest" ? html`${where} has no updates` : html`There is no update ${name(String(update), "id")} of ${where}`;
    return absent(title, {
      icon: "clock",
      words: update === "latest" && !preview ? "Either nobody has updated it yet, or there is no such stack that you may see." : "It may be still to come, or the stack may have been renamed or deleted.",
      actions: html`${this.link({ kind: "stack", stack, tab: "updates" }, "All updates", { className: "button" })}
        ${update === "latest" && !preview ? nothing : this.link({ kind: "update", stack, update: "latest" }, "The newest update", { className: "button" })}`,
      error,
    });
  }

  get tab(): Tab {
    const { tab } = this.query;
    return TABS.find(({ value }) => value === tab)?.value ?? "resources";
  }

  #tabs({ facts }: ReadyLog): unknown {
    const messages = Object.values(facts.diagnosticCounts).reduce((sum, n) => sum + n, 0);
    const counts: Partial<Record<Tab, number>> = { diagnostics: messages, policies: facts.violations + facts.remediations };
    const choices = TABS.map((tab) => ({ ...tab, ...(counts[tab.value] && { count: counts[tab.value] as number }) }));
    return tabs("Parts of the update", choices, this.tab, (tab) => this.#toTab(tab));
  }

  #toTab(tab: Tab): void {
    this.setQuery({ tab: tab === "resources" ? "" : tab, ...UNSHARED }, { push: true });
  }

  #go(urn: string): void {
    this.setQuery({ tab: "", urn, ...UNSHARED, op: "", status: "" }, { push: true });
  }

  #panel(log: ReadyLog, source: StackUpdate | undefined): unknown {
    const { tab, query, linkTo, server } = this;
    const label = TABS.find(({ value }) => value === tab)?.words ?? nothing;
    const part = {
      resources: () => html`<stackscope-update-resources .log=${log} .source=${source} .query=${query} .linkTo=${linkTo} .server=${server}></stackscope-update-resources>`,
      diagnostics: () => html`<stackscope-update-messages .log=${log} .query=${query}></stackscope-update-messages>`,
      policies: () => html`<stackscope-update-policies .log=${log} .query=${query}></stackscope-update-policies>`,
      timing: () => html`<stackscope-update-timing .log=${log} .query=${query}></stackscope-update-timing>`,
      outputs: () => html`<stackscope-update-outputs .log=${log} .query=${query}></stackscope-update-outputs>`,
      text: () => html`<stackscope-update-text .log=${log} .query=${query} @keep-all=${() => this.#log.keepAll()}></stackscope-update-text>`,
    }[tab];
    return html`<div role="tabpanel" aria-label=${label}>${part()}</div>`;
  }
}

const TABS: readonly { value: Tab; words: string }[] = [
  { value: "resources", words: "Resources" },
  { value: "diagnostics", words: "Diagnostics" },
  { value: "policies", words: "Policies" },
  { value: "timing", words: "Timing" },
  { value: "outputs", words: "Outputs and configuration" },
  { value: "text", words: "CLI text" },
];

/** What a tab's search means in that tab alone. */
const UNSHARED = { q: "", severity: "" };

function endWords({ facts, update }: ReadyLog): string {
  const what = kindTitle(update?.kind ?? "update", facts.isPreview);
  const how = facts.result === "canceled" || facts.result === "cancelled" ? "was cancelled" : facts.result;
  const time = facts.durationSeconds === undefined ? "" : ` after ${duration(facts.durationSeconds)}`;
  const changes = facts.isPreview ? "" : `, ${counted(facts.totalChanges, "change")}`;
  return `${what} ${how}${time}${changes}`;
}

define("stackscope-update", Update);
