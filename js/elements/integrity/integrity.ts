/** `<stackscope-integrity>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { StateSource } from "../public.js";
import type { IntegrityElement } from "./public.js";

export class Integrity extends BaseElement implements IntegrityElement {
  @property() state: StateSource | undefined;

  protected override render(): unknown {
    return html`<p>integrity</p>`;
  }
}

define("stackscope-integrity", Integrity);
