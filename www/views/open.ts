/** Where the page begins: drop files, try an example, or connect to a server. */
import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../../js/elements/ui/icon.js";
import { bytes } from "../../js/elements/ui/format.js";
import { code, name } from "../../js/elements/ui/text.js";
import type { App } from "../app.js";
import { chooseButton } from "../open/choose.js";
import { fileName } from "../open/file-name.js";
import type { PickedEvent } from "../open/pick.js";
import "../open/pick.js";
import { SAMPLE_LOG, SAMPLE_STATES } from "../open/samples.js";
import "../open/slot.js";

const HOW: readonly (readonly [what: string, command: unknown])[] = [
  ["A state, as it is now", code("pulumi stack export --file new.json")],
  ["An earlier version", code("pulumi stack export --version 41 --file old.json")],
  ["Your own backend's files", html`${code(".pulumi/stacks/<project>/<stack>.json")}, its ${code(".bak")} and its history; gzip and zstd too`],
  ["An update's event log", code("PULUMI_DEBUG_COMMANDS=true pulumi up --event-log update.json")],
];

export function openView(app: App): unknown {
  const { session } = app;
  const holds = session.old !== undefined || session.new !== undefined || session.log !== undefined;
  return html`<div class="open">
    <header class="hero">
      <h1>What is in your stacks, and what changed?</h1>
      <p class="lead">stackscope reads Pulumi states and update logs, and tells you what they say. Files are read in this browser and never leave it.</p>
    </header>
    ${app.choosing.length > 0 ? html`<page-pick .states=${app.choosing} @picked=${(event: PickedEvent) => compare(app, event.detail)}></page-pick>` : nothing}
    ${holds ? held(app) : nothing}
    <div class="open-ways">${zone(holds)}${session.filesOnly ? nothing : servers(app)}</div>
    ${examples(app)}
    <section class="how" aria-labelledby="how-title">
      <h2 id="how-title">Where files come from</h2>
      <dl>${HOW.map(([what, command]) => html`<div><dt>${what}</dt><dd>${command}</dd></div>`)}</dl>
    </section>
  </div>`;
}

function zone(holds: boolean): TemplateResult {
  return html`<section class="zone" aria-labelledby="zone-title" ?data-compact=${holds}>
    ${icon("upload")}
    <h2 id="zone-title">${holds ? "Drop more files anywhere" : "Drop files anywhere on this page"}</h2>
    <p class="muted">One state shows what it holds, two are compared, an event log is told as an update.</p>
    <div class="actions">${chooseButton({ label: "Choose files", className: "button button-main" })}<span class="hint">or paste</span></div>
  </section>`;
}

function servers({ session }: App): TemplateResult {
  const { organization, serverName, server } = session;
  const about =
    server === undefined
      ? "Pulumi Cloud, or a server of your own: stacks, updates as they run, and what any two versions differ in."
      : session.onOwnBackend && session.backend === "sample"
        ? "A made-up organisation with its stacks, their history, and an update that is running now."
        : organization
          ? html`Stacks of ${name(organization, "strong")}, their history, and updates as they run.`
          : "The server names no organisation: connect again with the name of one to see its stacks.";
  return html`<section class="way card" aria-labelledby="server-title">
    ${icon("server")}
    <h2 id="server-title">${server === undefined ? "Connect to a server" : serverName}</h2>
    <p class="muted">${about}</p>
    <div class="actions">
      ${server !== undefined && organization ? html`<a class="button button-main" href="#/stacks/${encodeURIComponent(organization)}">See the stacks</a>` : nothing}
      <a class=${server === undefined ? "button button-main" : "button"} href="#/connect">${server === undefined ? "Connect" : "Another server"}</a>
    </div>
  </section>`;
}

function held(app: App): TemplateResult {
  const { session } = app;
  const slots = session.old !== undefined || session.new !== undefined;
  return html`<section class="held" aria-labelledby="held-title">
    <h2 id="held-title" class="unseen">Open now</h2>
    ${slots
      ? html`<div class="slots">
            <page-slot .slotName=${"old"} .file=${session.old} @clear=${() => session.set({ old: undefined })}></page-slot>
            <button type="button" class="button-icon slot-swap" aria-label="Swap old and new" title="Swap old and new" @click=${() => session.set({ old: session.new, new: session.old })}>${icon("swap")}</button>
            <page-slot .slotName=${"new"} .file=${session.new} @clear=${() => session.set({ new: undefined })}></page-slot>
          </div>
          ${session.old && session.new ? html`<div class="actions held-go"><a class="button button-main" href="#/files/diff">See the differences</a></div>` : nothing}`
      : nothing}
    ${session.log
      ? html`<div class="held-log card">
          ${icon("activity")}
          <span class="slot-name">${fileName(session.log.name)} <span class="muted">${session.log.size === undefined ? "event log" : `event log, ${bytes(session.log.size)}`}</span></span>
          <a class="button button-small" href="#/files/update">See the update</a>
          <button type="button" class="button-icon" aria-label="Remove the event log" title="Remove" @click=${() => session.set({ log: undefined })}>${icon("close")}</button>
        </div>`
      : nothing}
  </section>`;
}

function examples(app: App): TemplateResult {
  const { session } = app;
  return html`<section class="examples" aria-labelledby="examples-title">
    <h2 id="examples-title">Try it</h2>
    <ul>
      ${example("swap", "Compare two states", "Two versions of a made-up web shop.", () => {
        session.set(SAMPLE_STATES);
        app.go({ view: "files", tab: "diff", query: {} });
      })}
      ${example("box", "Look into a state", "Its resources, their graph, its integrity.", () => {
        session.set({ old: undefined, new: SAMPLE_STATES.new });
        app.go({ view: "files", tab: "new", query: {} });
      })}
      ${example("activity", "Read an update", "What an event log tells: steps, times, replacements.", () => {
        session.set({ log: SAMPLE_LOG });
        app.go({ view: "files", tab: "update", query: {} });
      })}
    </ul>
  </section>`;
}

function example(name: IconName, title: string, words: string, run: () => void): TemplateResult {
  return html`<li><button type="button" class="example card" @click=${run}>${icon(name)}<span><span class="strong">${title}</span><span class="hint">${words}</span></span></button></li>`;
}

function compare(app: App, pair: readonly [App["choosing"][number], App["choosing"][number]]): void {
  app.choosing = [];
  app.session.set({ old: pair[0], new: pair[1] });
  app.go({ view: "files", tab: "diff", query: {} });
}
