/**
 * `<stackscope-members>`: who is in an organisation, in which role and which teams.
 *
 * In: `organization` and `server`. Out: links to teams and to what someone did. A server that does not tell leaves its words in the list's place.
 */
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine } from "../engine/engine.js";
import { serverId, serverName } from "../engine/servers.js";
import { shared } from "../styles/shared.js";
import { table } from "../styles/table.js";
import { facetSelect, searchField } from "../ui/controls.js";
import { count, counted } from "../ui/format.js";
import { empty, loading } from "../ui/panel.js";
import { Shortcuts } from "../ui/shortcuts.js";
import { name, spelled } from "../ui/text.js";
import { time } from "../ui/time.js";
import type { MemberPage, MemberRow, MemberSort } from "../worker/organization-members.js";
import { Facts } from "./asked.js";
import { Listing } from "./listing.js";
import { badge, halted, initials, refreshButton, sheet, trouble, type Column, type Refusals } from "./parts.js";
import type { MembersElement } from "./public.js";

const COLUMNS: readonly Column<MemberSort>[] = [{ words: "Member", sort: "name" }, { words: "Role", sort: "role" }, { words: "Teams" }, { words: "Joined", sort: "joined" }, { words: "Audit log", end: true }];
const MOST_TEAMS = 4;
const REFUSALS: Refusals = { lacks: "This server does not list members", hidden: "You may not see the members" };

export class Members extends BaseElement implements MembersElement {
  static override styles = [
    shared,
    table,
    css`
.sheet {
  --columns: minmax(12rem, 5fr) minmax(7rem, 3fr) minmax(9rem, 5fr) minmax(7rem, 2fr) 4rem;
}
`,
  ];

  @property() organization: string = "";
  @state() private read = 0;
  readonly #teams = new Facts<string[]>(this, async (logins, signal) => engine.call("members.teams", { server: await serverId(this.server ?? ""), organization: this.organization, logins }, { signal }));
  readonly #list: Listing<MemberRow, MemberPage> = new Listing(this, {
    label: "Members",
    role: "rowgroup",
    estimate: 52,
    of: () => (this.server === undefined || this.organization === "" ? undefined : [[serverName(this.server), this.organization], this.#text, this.#role, this.#sort]),
    page: async (offset, limit, signal) =>
      engine.call(
        "members.list",
        { server: await serverId(this.server ?? ""), organization: this.organization, round: this.#list.round, text: this.#text, role: this.#role, sort: sortOf(this.#sort), descending: this.#sort.startsWith("-"), offset, limit },
        { signal, onReport: (read) => (this.read = read) },
      ),
  });

  constructor() {
    super();
    new Shortcuts(this, [{ key: "r", what: "Read the members anew", run: () => this.#refresh() }]);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("server") || changed.has("organization")) this.#teams.clear();
  }

  get #text(): string {
    return this.query["q"] ?? "";
  }

  get #role(): string {
    return this.query["role"] ?? "";
  }

  get #sort(): string {
    return this.query["sort"] ?? "name";
  }

  protected override render(): unknown {
    const { rows, error, lost, page, stale } = this.#list;
    if (this.server === undefined || this.organization === "") return nothing;
    if (error && page === undefined) return trouble(error, "people", REFUSALS, () => this.#list.retry());
    if (page === undefined) return loading(this.read > 0 ? `Reading members: ${count(this.read)} so far` : "Reading members");
    return html`
      <div class="toolbar above">
        ${searchField({ value: this.#text, label: "Search members", placeholder: "Name, login or mail address", onInput: (q) => this.setQuery({ q }) })}
        ${facetSelect("Role", page.roles, this.#role, (role) => this.setQuery({ role }))}
        <span class="status" role="status">${page.total === page.all ? counted(page.all, "member") : `${count(page.total)} of ${counted(page.all, "member")}`}</span>
        ${refreshButton(() => this.#refresh())}
      </div>
      ${error && lost ? trouble(error, "people", REFUSALS, () => this.#list.retry()) : page.total === 0 ? this.#none(page) : sheet({ label: "Members", columns: COLUMNS, total: page.total, stale, sort: this.#sort, onSort: (sort) => this.setQuery({ sort: sort === "name" ? "" : sort }) }, rows.render((row, _, active) => this.#row(row, active)))}
      ${error && !lost ? halted(error, () => this.#list.retry({ keep: true })) : nothing}
    `;
  }

  #none({ all }: MemberPage): unknown {
    if (all === 0) return empty("people", "No members", "The server lists nobody in this organisation.");
    return empty("search", "Nobody fits", "No member fits the search and the role.", html`<button type="button" class="button" @click=${() => this.setQuery({ q: "", role: "" })}>Show all</button>`);
  }

  #row(row: MemberRow, active: boolean): unknown {
    const { login, name: called, role, fineRole, joined, suspended, virtualAdmin } = row;
    const activity = this.link({ kind: "organization", organization: this.organization, view: "audit", query: { user: login } }, "Activity", { label: `Activity of ${spelled(login)}`, title: "In the audit log", reach: active });
    return html`<div class="sheet-row">
      <div class="who" role="cell">
        ${initials(called || login)}
        <div class="lines">${name(called || login, "strong")}${called ? html`<span class="hint">${name(login)}</span>` : nothing}</div>
      </div>
      <div class="badges" role="cell">${badge(role || "no role", role === "admin" ? { kind: "info" } : {})}${fineRole ? html`<span class="hint">${name(fineRole)}</span>` : nothing}${suspended ? badge("suspended", { kind: "warning" }) : nothing}${virtualAdmin ? badge("virtual admin") : nothing}</div>
      <div class="badges" role="cell">${this.#teamsOf(login, active)}</div>
      <div class="hint" role="cell">${time(joined)}</div>
      <div class="hint end" role="cell">${activity}</div>
    </div>`;
  }

  #teamsOf(login: string, active: boolean): unknown {
    const teams = this.#teams.get(login);
    if (teams === undefined) return html`<span class="skeleton waiting" aria-hidden="true"></span>`;
    if (teams === null) return html`<span class="hint" title="The server does not tell">not told</span>`;
    if (teams.length === 0) return html`<span class="hint">no team</span>`;
    const more = teams.length - MOST_TEAMS;
    return html`${teams.slice(0, MOST_TEAMS).map((team) => this.link({ kind: "organization", organization: this.organization, view: "teams", query: { team } }, name(team), { className: "link badge", label: `Team ${spelled(team)}`, reach: active }))}${more > 0 ? html`<span class="hint" title=${spelled(teams.slice(MOST_TEAMS).join(", "))}>and ${more} more</span>` : nothing}`;
  }

  #refresh(): void {
    this.#teams.clear();
    this.#list.refresh();
  }
}

function sortOf(sort: string): MemberSort {
  const by = sort.replace(/^-/, "");
  return by === "role" || by === "joined" ? by : "name";
}

define("stackscope-members", Members);
