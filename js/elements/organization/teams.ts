/** `<stackscope-teams>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { TeamsElement } from "./public.js";

export class Teams extends BaseElement implements TeamsElement {
  @property() organization: string = "";

  protected override render(): unknown {
    return html`<p>teams</p>`;
  }
}

define("stackscope-teams", Teams);
