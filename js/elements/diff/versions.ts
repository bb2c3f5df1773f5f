/**
 * `<stackscope-diff-versions>`, a part of `<stackscope-diff>`: the version of a side, as a button that opens a choice of others, of the same stack or of
 * another one.
 */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { engine } from "../engine/engine.js";
import { sameServer, serverId } from "../engine/servers.js";
import type { Server, StackVersion } from "../public.js";
import { shared } from "../styles/shared.js";
import { kindBadge } from "../ui/op.js";
import { isAbsent } from "../ui/panel.js";
import { visible } from "../ui/text.js";
import { time } from "../ui/time.js";
import type { VersionRow } from "../worker/diff.js";

export class DiffVersions extends LitElement {
  static override styles = [
    shared,
    css`
:host {
  display: inline-block;
}

form {
  display: grid;
  grid-template-columns: minmax(0, 1fr) 5.5rem auto;
  gap: var(--space-2);
  padding: var(--space-2);
  border-bottom: 1px solid var(--line);
}

form .field {
  min-height: var(--control-small);
}

.list {
  width: min(25rem, 80vw);
  padding-top: var(--space-1);
}

.version {
  display: grid;
  grid-template-columns: 3rem minmax(0, 1fr) auto;
  gap: var(--space-2);
  align-items: baseline;
  min-height: 2rem;
  padding: var(--space-1) var(--space-2);
  border-radius: var(--round-sm);
  text-decoration: none;
  width: 100%;
}

.version:hover {
  background: var(--hover);
  color: inherit;
  text-decoration: none;
}

.version.now {
  background: var(--accent-tint);
}

.version .muted {
  font-size: var(--text-sm);
  font-weight: 400;
}

.note {
  padding: var(--space-2);
}
`,
  ];

  @property({ attribute: false }) side!: StackVersion;
  @property({ attribute: false }) which: "old" | "new" = "old";
  @property({ attribute: false }) server: Server | undefined;
  @property({ attribute: false }) link!: (side: StackVersion, content: unknown, className: string) => TemplateResult;
  @property({ attribute: false }) go!: (side: StackVersion) => void;
  @state() private versions: readonly VersionRow[] | undefined;
  @state() private trouble = "";
  /** What `versions` are of. */
  #of: { server: Server; stack: string } | undefined;

  protected override render(): unknown {
    const { version } = this.side;
    const label = version === undefined ? "latest" : `version ${version}`;
    return html`<stackscope-menu label=${label} look="button button-small" title=${`${label}, choose another for the ${this.which} side`} @open=${this.#open}>
      <form @submit=${this.#submit}>
        <input class="field" name="stack" aria-label="Stack" autocomplete="off" spellcheck="false" .value=${this.side.stack} required pattern="[^\\/]+\\/[^\\/]+\\/[^\\/]+" title="organization/project/stack">
        <input class="field" name="version" type="number" min="1" aria-label="Version" placeholder="latest" .value=${String(version ?? "")}>
        <button class="button button-small">Show</button>
      </form>
      <div class="list">${this.#list()}</div>
    </stackscope-menu>`;
  }

  #list(): unknown {
    if (this.trouble) return html`<p class="note error-text" role="alert">${this.trouble}</p>`;
    if (!this.versions) return html`<p class="note hint">Reading the versions…</p>`;
    if (this.versions.length === 0) return html`<p class="note hint">This stack has no versions.</p>`;
    return this.versions.map((row) => {
      const { version, kind, message, result, time: at } = row;
      const content = html`<span class="num">${version}${version === this.side.version ? html`<span class="unseen"> (chosen)</span>` : nothing}</span><span class="clip">${kind}${result === "failed" ? html` ${kindBadge("failed")}` : nothing} <span class="muted">${visible(message)}</span></span><span class="muted">${time(at)}</span>`;
      return this.link({ stack: this.side.stack, version }, content, version === this.side.version ? "version now link" : "version link");
    });
  }

  readonly #open = async (): Promise<void> => {
    const { server, side } = this;
    if (server === undefined || (this.#of?.stack === side.stack && sameServer(this.#of.server, server) && this.versions)) return;
    const of = { server, stack: side.stack };
    this.#of = of;
    this.versions = undefined;
    this.trouble = "";
    try {
      const versions = await engine.call("diff.versions", { server: await serverId(server), stack: of.stack });
      if (this.#of === of) this.versions = versions;
    } catch (error) {
      if (this.#of === of) this.trouble = isAbsent(error as Error) ? "There is no such stack on this server." : (error as Error).message;
    }
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const version = Number(data.get("version"));
    this.go({ stack: String(data.get("stack")).trim(), ...(version > 0 && { version }) });
  };
}

define("stackscope-diff-versions", DiffVersions);
