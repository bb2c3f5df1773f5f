/** `<stackscope-audit-log>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { AuditLogElement } from "./public.js";

export class AuditLog extends BaseElement implements AuditLogElement {
  @property() organization: string = "";

  protected override render(): unknown {
    return html`<p>audit-log</p>`;
  }
}

define("stackscope-audit-log", AuditLog);
