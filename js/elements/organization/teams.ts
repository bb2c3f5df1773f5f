/**
 * `<stackscope-teams>`: the teams of an organisation; of the chosen one its members, and what it may do with which stacks.
 *
 * In: `organization` and `server`; `query.team` is the chosen team. Out: links to stacks. What the server does not tell is said in its place.
 */
import { css, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine } from "../engine/engine.js";
import { serverId, serverName } from "../engine/servers.js";
import type { Query } from "../public.js";
import { shared } from "../styles/shared.js";
import { table } from "../styles/table.js";
import { searchField } from "../ui/controls.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, loading } from "../ui/panel.js";
import { Shortcuts } from "../ui/shortcuts.js";
import { name } from "../ui/text.js";
import type { TeamCounts, TeamDetail, TeamRow } from "../worker/organization-teams.js";
import { Asked, Facts } from "./asked.js";
import { ChosenFocus } from "./chosen-focus.js";
import { Listing } from "./listing.js";
import { badge, halted, refreshButton, sheet, trouble, type Refusals } from "./parts.js";
import type { TeamsElement } from "./public.js";
import { teamDetail, teamOrigin, teamStyles } from "./team.js";

type TeamPage = { rows: TeamRow[]; total: number; all: number };

const MORE = 100;
const COLUMNS = [{ words: "Team" }, { words: "Kind" }, { words: "Members" }, { words: "Stacks" }];
const REFUSALS: Refusals = { lacks: "This server does not list teams", hidden: "You may not see the teams" };
const TEAM_REFUSALS: Refusals = { lacks: "This server does not show single teams", hidden: "You may not see this team" };

export class Teams extends BaseElement implements TeamsElement {
  static override styles = [
    shared,
    table,
    teamStyles,
    css`
.sheet {
  --columns: minmax(14rem, 5fr) minmax(6rem, 1fr) minmax(5rem, 1fr) minmax(5rem, 1fr);
}
`,
  ];

  @property() organization: string = "";
  /** How many members, and how many stacks, of the chosen team are drawn. */
  @state() private most = MORE;
  readonly #focus = new ChosenFocus(this, () => this.#chosen);
  readonly #counts = new Facts<TeamCounts>(this, async (names, signal) => engine.call("teams.counts", { server: await serverId(this.server ?? ""), organization: this.organization, names }, { signal }));
  readonly #list: Listing<TeamRow, TeamPage> = new Listing(this, {
    label: "Teams",
    role: "rowgroup",
    estimate: 52,
    of: () => (this.#ready ? [[serverName(this.server), this.organization], this.query["q"]] : undefined),
    page: async (offset, limit, signal) =>
      engine.call("teams.list", { server: await serverId(this.server ?? ""), organization: this.organization, round: this.#list.round, text: this.query["q"] ?? "", offset, limit }, { signal }),
    activate: ({ name: team }) => this.#choose(team),
  });
  readonly #team = new Asked<TeamDetail>(
    this,
    () => (this.#ready && this.#chosen !== "" ? [serverName(this.server), this.organization, this.#chosen] : undefined),
    async (signal) => engine.call("teams.get", { server: await serverId(this.server ?? ""), organization: this.organization, team: this.#chosen }, { signal }),
  );

  constructor() {
    super();
    new Shortcuts(this, [{ key: "r", what: "Read the teams anew", run: () => this.#refresh() }]);
  }

  get #ready(): boolean {
    return this.server !== undefined && this.organization !== "";
  }

  get #chosen(): string {
    return this.query["team"] ?? "";
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("server") || changed.has("organization")) this.#counts.clear();
    if (changed.get("query") !== undefined && (changed.get("query") as Query)["team"] !== this.#chosen) this.most = MORE;
  }

  protected override render(): unknown {
    const { error, page } = this.#list;
    if (!this.#ready) return nothing;
    if (error && page === undefined) return trouble(error, "people", REFUSALS, () => this.#list.retry());
    if (page === undefined) return loading("Reading teams");
    const open = this.#chosen !== "";
    return html`<div class="view">
      <div class="split" ?data-open=${open} @keydown=${this.#key}>
        <div class="split-list">${this.#listed(page)}</div>
        ${open ? html`<section class="card detail" aria-label="Team">${this.#detail()}</section>` : nothing}
      </div>
    </div>`;
  }

  #listed(page: TeamPage): unknown {
    const { rows, error, lost, stale } = this.#list;
    return html`
      <div class="toolbar above">
        ${searchField({ value: this.query["q"] ?? "", label: "Search teams", onInput: (q) => this.setQuery({ q }) })}
        <span class="status" role="status">${page.total === page.all ? counted(page.all, "team") : `${count(page.total)} of ${counted(page.all, "team")}`}</span>
        ${refreshButton(() => this.#refresh())}
      </div>
      ${error && lost ? trouble(error, "people", REFUSALS, () => this.#list.retry()) : page.total === 0 ? this.#none(page) : sheet({ label: "Teams", columns: COLUMNS, total: page.total, stale }, rows.render((row, _, active) => this.#row(row, active)))}
      ${error && !lost ? halted(error, () => this.#list.retry({ keep: true })) : nothing}
    `;
  }

  #none({ all }: TeamPage): unknown {
    if (all === 0) return empty("people", "No teams", "Teams say who may do what with which stacks. This organisation has none that you may see.");
    return empty("search", "No team fits", "Neither a name nor a description holds these words.", html`<button type="button" class="button" @click=${() => this.setQuery({ q: "" })}>Show all</button>`);
  }

  #row({ name: team, displayName, description, kind, mine }: TeamRow, active: boolean): unknown {
    const counts = this.#counts.get(team);
    const chosen = team === this.#chosen;
    const number = (one: string, n: number | undefined): unknown =>
      counts === undefined ? html`<span class="skeleton waiting" aria-hidden="true"></span>` : n === undefined ? html`<span title="The server does not tell">not told</span>` : counted(n, one);
    return html`<div class="sheet-row" data-choose ?data-chosen=${chosen} @click=${() => this.#choose(team)}>
      <div class="lines" role="cell">
        <span><button type="button" class="link strong" aria-pressed=${chosen} tabindex=${active ? 0 : -1}>${name(displayName)}</button>${mine === "admin" || mine === "member" ? html` ${badge(mine === "admin" ? "you are admin" : "you are in it")}` : nothing}</span>
        ${description ? html`<span class="hint clip">${name(description)}</span>` : nothing}
      </div>
      <div class="hint" role="cell">${name(kind || "pulumi")}</div>
      <div class="hint" role="cell">${number("member", counts?.members)}</div>
      <div class="hint" role="cell">${number("stack", counts?.stacks)}</div>
    </div>`;
  }

  #detail(): unknown {
    const { value, error } = this.#team;
    return html`
      <div class="detail-head">
        <div><h2 tabindex="-1">${name(value?.displayName ?? this.#chosen)}</h2>${value ? teamOrigin(value) : nothing}</div>
        <button type="button" class="button button-small" @click=${this.#close}>${icon("close")}Close</button>
      </div>
      ${error ? trouble(error, "people", TEAM_REFUSALS, () => this.#team.again()) : value ? teamDetail(value, { organization: this.organization, most: this.most, more: () => (this.most += MORE), link: (target, content) => this.link(target, content) }) : loading("Reading the team")}
    `;
  }

  #choose(team: string): void {
    this.#focus.move();
    this.setQuery({ team }, { push: true });
  }

  readonly #close = (): void => {
    this.setQuery({ team: "" }, { push: true });
    this.#list.rows.scrollTo(this.#list.rows.active, { focus: true, align: "auto" });
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || this.#chosen === "" || event.defaultPrevented || (event.target as Element).matches("input")) return;
    event.preventDefault();
    this.#close();
  };

  #refresh(): void {
    this.#counts.clear();
    this.#list.refresh();
    this.#team.again();
  }
}

define("stackscope-teams", Teams);
