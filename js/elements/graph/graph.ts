/** `<stackscope-graph>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { StateSource } from "../public.js";
import type { GraphElement } from "./public.js";

export class Graph extends BaseElement implements GraphElement {
  @property() state: StateSource | undefined;

  protected override render(): unknown {
    return html`<p>graph</p>`;
  }
}

define("stackscope-graph", Graph);
