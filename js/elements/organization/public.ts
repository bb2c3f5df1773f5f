import type { StackscopeElement } from "../public.js";

/** `<stackscope-members>` */
export interface MembersElement extends StackscopeElement {
  organization: string;
}

/** `<stackscope-teams>` */
export interface TeamsElement extends StackscopeElement {
  organization: string;
}

/** `<stackscope-webhooks>` */
export interface WebhooksElement extends StackscopeElement {
  organization: string;
}

/** `<stackscope-audit-log>` */
export interface AuditLogElement extends StackscopeElement {
  organization: string;
}

/** `<stackscope-search>` */
export interface SearchElement extends StackscopeElement {
  organization: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-members": MembersElement;
    "stackscope-teams": TeamsElement;
    "stackscope-webhooks": WebhooksElement;
    "stackscope-audit-log": AuditLogElement;
    "stackscope-search": SearchElement;
  }
}
