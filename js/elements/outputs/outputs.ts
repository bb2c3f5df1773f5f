/**
 * `<stackscope-outputs>`: what a state says of the stack itself.
 *
 * In: `state`. Out: links to resources of interrupted operations. A state that can't be read is told in its place.
 */
import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, type Result } from "../engine/engine.js";
import { isStackVersion, StateController } from "../engine/state-controller.js";
import type { StateSource } from "../public.js";
import { fieldList } from "../resources/fields.js";
import { shared } from "../styles/shared.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { failed, loading } from "../ui/panel.js";
import { code, name, prose } from "../ui/text.js";
import type { OpenState } from "../worker/source.js";
import { countTiles, facts } from "./facts.js";
import type { OutputsElement } from "./public.js";
import { outputsStyles } from "./styles.js";

export class Outputs extends BaseElement implements OutputsElement {
  static override styles = [shared, outputsStyles];

  @property() state: StateSource | undefined;
  @state() private outputs: Result<"state.outputs"> | undefined;
  @state() private operations: Result<"state.operations"> | undefined;
  @state() private trouble: Error | undefined;
  readonly #state = new StateController(this, () => ({ source: this.state, server: this.server }));
  #asked: number | undefined;

  protected override willUpdate(): void {
    const id = this.#state.latest?.id;
    if (id === undefined || id === this.#asked) return;
    this.#asked = id;
    this.trouble = undefined;
    void this.#read(id);
  }

  protected override render(): unknown {
    const { reading, latest } = this.#state;
    if (reading.status === "failed") return failed(reading.error, () => this.#state.retry());
    if (!latest) return reading.status === "reading" ? loading("Reading the state", reading.progress) : nothing;
    if (this.trouble) return failed(this.trouble, () => this.#again());
    return this.#contents(latest.summary);
  }

  #contents(summary: OpenState["summary"]): unknown {
    const { outputs, operations } = this;
    return html`<div class="view">
      ${summary.warnings.map(({ message }) => html`<p class="notice" data-kind="warning">${icon("warning")}<span>${prose(message)}</span></p>`)}
      ${operations && operations.total > 0 ? this.#pending(operations) : nothing}
      ${countTiles(summary.counts)}
      <div class="columns">
        <section class="card" aria-labelledby="outputs">
          <h2 id="outputs">Stack outputs${outputs ? html`<span class="count">${count(outputs.total)}</span>` : nothing}</h2>
          ${outputs === undefined ? nothing : outputs.total === 0 ? html`<p class="muted">This stack has no outputs.</p>` : fieldList(outputs)}
        </section>
        <section class="card" aria-labelledby="about"><h2 id="about">About this state</h2>${facts(summary)}</section>
      </div>
    </div>`;
  }

  #pending({ rows, total }: Result<"state.operations">): unknown {
    return html`<section class="card pending" data-kind="warning" aria-labelledby="pending">
      <h2 id="pending">${icon("warning")}Pending operations<span class="count">${count(total)}</span></h2>
      <p class="muted">An update ended in the middle of these. Look whether the resources exist, then run ${code("pulumi refresh")}, which asks what to do.</p>
      <ul role="list">
        ${rows.map(
          ({ operation, urn, name: called, type, id }) => html`<li>
            <span class="badge" data-kind="warning">${operation}</span>
            ${this.link(this.#target(urn), called === undefined ? code(urn, "breakable") : name(called), { title: urn })}
            ${type ? code(type, "muted breakable") : nothing} ${id ? code(id, "muted breakable") : nothing}
          </li>`,
        )}
        ${total > rows.length ? html`<li class="hint">and ${count(total - rows.length)} more</li>` : nothing}
      </ul>
    </section>`;
  }

  #target(urn: string) {
    const { state: source } = this;
    const { stack, version } = source !== undefined && isStackVersion(source) ? source : { stack: undefined, version: undefined };
    return { kind: "resource", urn, ...(stack !== undefined && { stack }), ...(version !== undefined && { version }) } as const;
  }

  async #read(id: number): Promise<void> {
    try {
      const [outputs, operations] = await Promise.all([engine.call("state.outputs", { state: id }), engine.call("state.operations", { state: id })]);
      if (this.#asked === id) Object.assign(this, { outputs, operations });
    } catch (error) {
      if (this.#asked === id) this.trouble = error as Error;
    }
  }

  #again(): void {
    this.#asked = undefined;
    this.requestUpdate();
  }
}

define("stackscope-outputs", Outputs);
