/** What the elements of an organisation take and show: members, teams, webhooks, audit log, search. */
import type { StackscopeElement } from "../public.js";

/**
 * `<stackscope-members>`: who is in an organisation, in which role and which teams. `query`: `q` (text), `role`, `sort` (`name`, `role` or `joined`, with a
 * minus for the last one first).
 *
 * @example
 * <stackscope-members server="https://api.pulumi.com" organization="acme"></stackscope-members>
 */
export interface MembersElement extends StackscopeElement {
  /** Name of the organisation. Default: empty, which shows nothing. Attribute `organization`. */
  organization: string;
}

/**
 * `<stackscope-teams>`: the teams of an organisation, and what the chosen one may do. `query`: `q` (text), `team` (name of the chosen one).
 *
 * @example
 * <stackscope-teams server="https://api.pulumi.com" organization="acme"></stackscope-teams>
 */
export interface TeamsElement extends StackscopeElement {
  /** Name of the organisation. Default: empty, which shows nothing. Attribute `organization`. */
  organization: string;
}

/**
 * `<stackscope-webhooks>`: webhooks of an organisation or a stack, and what the chosen one delivered. Pinging and delivering again ask first. `query`:
 * `webhook` (name of the chosen one), `delivery` (id of the unfolded one), `failed` (`yes` for failed ones alone).
 *
 * @example
 * <stackscope-webhooks server="https://api.pulumi.com" stack="acme/web/prod"></stackscope-webhooks>
 */
export interface WebhooksElement extends StackscopeElement {
  /** Name of the organisation. Default: empty. Attribute `organization`. */
  organization: string;
  /** `organization/project/stack`, for the webhooks of a stack in place of the organisation's. Default: undefined. Attribute `stack`. */
  stack: string | undefined;
}

/**
 * `<stackscope-audit-log>`: who did what in an organisation, newest first. `query`: `range` (`24h`, `7d`, `30d`, `90d`, or `custom` with `from` and `to` in
 * ISO 8601), `event` (as the server calls its type), `user` (login), `q` (text, among the entries that were read).
 *
 * @example
 * <stackscope-audit-log server="https://api.pulumi.com" organization="acme"></stackscope-audit-log>
 */
export interface AuditLogElement extends StackscopeElement {
  /** Name of the organisation. Default: empty, which shows nothing. Attribute `organization`. */
  organization: string;
}

/**
 * `<stackscope-search>`: resources of all stacks of an organisation, with facets. `query`: `q` (in Pulumi's search syntax), `sort` (a field, with a minus
 * for the greatest first).
 *
 * @example
 * const search = document.querySelector("stackscope-search");
 * search.query = { q: "type:aws:s3/bucket:Bucket stack:prod" };
 */
export interface SearchElement extends StackscopeElement {
  /** Name of the organisation. Default: empty, which shows nothing. Attribute `organization`. */
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
