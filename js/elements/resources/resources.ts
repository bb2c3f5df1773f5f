/** `<stackscope-resources>` */
import { css, html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine } from "../engine/engine.js";
import { StateController } from "../engine/state-controller.js";
import type { StateSource } from "../public.js";
import { shared } from "../styles/shared.js";
import { searchField } from "../ui/controls.js";
import { failed, loading } from "../ui/panel.js";
import { Rows } from "../ui/rows.js";
import { code, name } from "../ui/text.js";
import type { ResourcesElement } from "./public.js";

export class Resources extends BaseElement implements ResourcesElement {
  static override styles = [shared, css`.row { padding: var(--space-2); border-bottom: 1px solid var(--line); }`];

  @property() state: StateSource | undefined;
  readonly #state = new StateController(this, () => ({ source: this.state, server: this.server }));
  readonly #rows = new Rows(this, {
    label: "Resources",
    estimate: 40,
    page: async (offset, limit, signal) => {
      const id = this.#state.id;
      if (id === undefined) return { rows: [], total: 0 };
      return engine.call("state.resources", { state: id, offset, limit, filter: { text: this.query["q"] ?? "" } }, { signal });
    },
  });
  #asked = "";

  protected override willUpdate(): void {
    const asked = `${this.#state.id} ${this.query["q"] ?? ""}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#rows.reset();
  }

  protected override render(): unknown {
    const { reading } = this.#state;
    if (reading.status === "reading") return loading("Reading the state", reading.progress);
    if (reading.status === "failed") return failed(reading.error, () => this.#state.retry());
    if (reading.status === "empty") return html``;
    return html`
      ${searchField({ value: this.query["q"] ?? "", label: "Search resources", onInput: (q) => this.setQuery({ q }) })}
      <p>${this.#rows.total} of ${reading.summary.counts.resources}</p>
      ${this.#rows.render((row) => html`<div class="row">${name(row.name, "strong")} ${code(row.type)}</div>`)}
    `;
  }
}

define("stackscope-resources", Resources);
