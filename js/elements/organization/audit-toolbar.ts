/** The filters of the audit log. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Query } from "../public.js";
import { searchField } from "../ui/controls.js";
import { icon } from "../ui/icon.js";
import { spelled } from "../ui/text.js";
import { isoOf, localOf, RANGES } from "./audit-range.js";
import { refreshButton } from "./parts.js";

export interface AuditToolbar {
  query: Query;
  types: readonly { event: string; title: string }[];
  /** Logins to choose from. */
  users: readonly string[];
  exporting: boolean;
  set: (patch: Record<string, string>) => void;
  refresh: () => void;
  save: () => void;
  /** How much was read. */
  status: unknown;
}

export function auditToolbar({ query, types, users, exporting, set, refresh, save, status }: AuditToolbar): TemplateResult {
  const { range = "", event = "", user = "", q = "", from, to } = query;
  const moment = (words: string, name: "from" | "to", value: string | undefined): TemplateResult =>
    html`<label class="moment"><span class="label">${words}</span><input class="field" type="datetime-local" .value=${live(localOf(value))} @change=${({ target }: Event) => set({ [name]: isoOf((target as HTMLInputElement).value) })}></label>`;
  return html`<div class="toolbar first">
    ${searchField({ value: q, label: "Search what was read", placeholder: "Search entries read so far", onInput: (text) => set({ q: text }) })}
    ${refreshButton(refresh)}
    <button type="button" class="button" ?disabled=${exporting} title="Everything that fits time, event and user, as CSV" @click=${save}>${icon("export")}${exporting ? "Exporting…" : "CSV"}</button>
  </div>
  <div class="toolbar above">
    <select class="field" aria-label="Time" .value=${live(range)} @change=${({ target }: Event) => set({ range: (target as HTMLSelectElement).value, from: "", to: "" })}>
      ${RANGES.map(([value, words]) => html`<option value=${value} ?selected=${value === range}>${words}</option>`)}
    </select>
    ${range === "custom" ? html`${moment("From", "from", from)}${moment("To", "to", to)}` : nothing}
    ${eventSelect(types, event, (value) => set({ event: value }))}
    <span class="user-field"><input class="field" aria-label="User" placeholder="User: all" list="audit-users" autocomplete="off" spellcheck="false" .value=${live(user)} @change=${({ target }: Event) => set({ user: (target as HTMLInputElement).value.trim() })}>
      <datalist id="audit-users">${users.map((login) => html`<option value=${login}></option>`)}</datalist></span>
    <span class="status" role="status">${status}</span>
  </div>`;
}

function eventSelect(types: AuditToolbar["types"], chosen: string, choose: (event: string) => void): TemplateResult {
  const listed = chosen === "" || types.some(({ event }) => event === chosen) ? types : [...types, { event: chosen, title: chosen }];
  return html`<select class="field event-field" aria-label="Event" .value=${live(chosen)} @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
    <option value="" ?selected=${chosen === ""}>Event: all</option>
    ${listed.map(({ event, title }) => html`<option value=${event} ?selected=${event === chosen}>${spelled(title)}</option>`)}
  </select>`;
}
