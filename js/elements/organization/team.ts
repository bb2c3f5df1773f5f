/** One team: who is in it, and what it may do. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Target } from "../public.js";
import { count } from "../ui/format.js";
import { name } from "../ui/text.js";
import type { TeamDetail } from "../worker/organization-teams.js";
import { badge, initials } from "./parts.js";

export const teamStyles = css`
.people {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
  gap: var(--space-2) var(--space-4);
}

.grants {
  border-top: 1px solid var(--line);
}

.grants > li {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: var(--space-3);
  padding: var(--space-2) 0;
  border-bottom: 1px solid var(--line);
}

.rest {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  margin-top: var(--space-2);
}

.grants > li > :first-child {
  min-width: 0;
  overflow-wrap: anywhere;
}
`;

const KINDS: Readonly<Record<string, string>> = { pulumi: "kept in Pulumi", github: "from GitHub", scim: "from SCIM" };
const PERMISSION_KIND: Readonly<Record<string, string>> = { admin: "info" };

/** Its name as it is addressed, and who keeps it. */
export function teamOrigin({ name: called, kind }: TeamDetail): TemplateResult {
  return html`<p class="hint">${name(called)} · ${KINDS[kind] ?? name(kind || "pulumi")}</p>`;
}

export interface TeamOptions {
  organization: string;
  /** How many rows of each list are drawn. */
  most: number;
  more: () => void;
  link: (target: Target, content: unknown) => TemplateResult;
}

export function teamDetail(team: TeamDetail, { organization, most, more, link }: TeamOptions): TemplateResult {
  const { description, members, membersHidden, stacks, environments, counts } = team;
  return html`
    ${description ? html`<p class="breakable">${name(description)}</p>` : nothing}
    <section>
      <h3>Members ${membersHidden === undefined ? html`<span class="count">${count(counts.members ?? members.length)}</span>` : nothing}</h3>
      ${membersHidden === undefined ? nothing : html`<p class="notice" data-kind="warning"><span>The members could not be listed: ${name(membersHidden)}</span></p>`}
      ${members.length === 0 ? (membersHidden === undefined ? html`<p class="hint">Nobody is in this team.</p>` : nothing) : html`<ul class="people">
        ${members.slice(0, most).map(({ login, name: person, role }) => html`<li class="who">${initials(person || login)}<div class="lines"><span>${name(person || login)} ${role === "admin" ? badge("admin", { kind: "info" }) : nothing}</span>${person ? html`<span class="hint">${name(login)}</span>` : nothing}</div></li>`)}
      </ul>`}
      ${rest({ drawn: Math.min(most, members.length), told: members.length, all: counts.members ?? members.length }, more)}
    </section>
    <section>
      <h3>Stacks <span class="count">${count(counts.stacks)}</span></h3>
      ${stacks.length === 0 ? html`<p class="hint">This team has access to no stack by itself.</p>` : html`<ul class="grants">
        ${stacks.slice(0, most).map(({ project, stack, permission }) => html`<li><span>${link({ kind: "stack", stack: `${organization}/${project}/${stack}` }, html`${name(project)}<span class="muted">/</span>${name(stack)}`)}</span>${badge(permission, PERMISSION_KIND[permission] ? { kind: PERMISSION_KIND[permission] } : {})}</li>`)}
      </ul>`}
      ${rest({ drawn: Math.min(most, stacks.length), told: stacks.length, all: counts.stacks }, more)}
    </section>
    ${environments.length === 0 ? nothing : html`<section>
      <h3>Environments <span class="count">${count(counts.environments)}</span></h3>
      <ul class="grants">${environments.slice(0, most).map(({ project, environment, permission }) => html`<li><span>${name(project)}<span class="muted">/</span>${name(environment)}</span>${badge(permission)}</li>`)}</ul>
      ${rest({ drawn: Math.min(most, environments.length), told: environments.length, all: counts.environments }, more)}
    </section>`}
  `;
}

/** `told`: how many rows the worker gave. */
function rest({ drawn, told, all }: { drawn: number; told: number; all: number }, more: () => void): unknown {
  if (all <= drawn) return nothing;
  return html`<p class="hint rest">and ${count(all - drawn)} more ${told > drawn ? html`<button type="button" class="button button-small" @click=${more}>Show more</button>` : nothing}</p>`;
}
