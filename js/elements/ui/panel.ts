/** What stands in a view's place: loading, empty, failed. */
import { html, nothing, type TemplateResult } from "lit";
import type { EngineError } from "../engine/engine.js";
import type { Progress } from "../worker/messages.js";
import { bytes, count, duration } from "./format.js";
import { icon, type IconName } from "./icon.js";
import { code, prose } from "./text.js";

/** Something is on its way; with a bar where its size is known. */
export function loading(words: string, progress?: Progress): TemplateResult {
  const { read, total } = progress ?? {};
  const known = read !== undefined && total !== undefined && total > 0;
  return html`<div class="blank loading" role="status">
    <p>${words}</p>
    ${known
      ? html`<progress class="progress" max=${total} value=${read} aria-label=${words}></progress>
          <p class="hint">${bytes(read)} of ${bytes(total)}</p>`
      : html`<progress class="progress" aria-label=${words}></progress>${read ? html`<p class="hint">${bytes(read)}</p>` : nothing}`}
  </div>`;
}

/** There is nothing, and that is no fault. */
export function empty(name: IconName, title: string, words: unknown = nothing, actions: unknown = nothing): TemplateResult {
  return html`<div class="blank">${icon(name)}<h2>${title}</h2><p>${words}</p>${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}</div>`;
}

/** Whether a server says that there is no such thing. */
export const isAbsent = (error: Error | undefined): error is EngineError => (error as Partial<EngineError> | undefined)?.code === "not_found";

interface Absence {
  icon?: IconName;
  words?: unknown;
  /** Ways to what is there: links of class `button`. */
  actions?: unknown;
  /** What the server said, for those who look closer. */
  error?: Error | undefined;
}

/** The thing that the address names is not there. `title` says which: "There is no update 999 of acme/web/prod". */
export function absent(title: unknown, { icon: name = "search", words = nothing, actions = nothing, error }: Absence = {}): TemplateResult {
  const { message, status, requestId } = (error ?? {}) as Partial<EngineError>;
  return html`<div class="blank absent" role="status">
    ${icon(name)}
    <h2>${title}</h2>
    ${words === nothing ? nothing : html`<p>${words}</p>`}
    ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
    ${message
      ? html`<details class="said">
          <summary>${icon("chevron")}What the server said</summary>
          <p>${prose(message)}</p>
          <p class="trouble-where">${status ? html`<span>status ${status}</span>` : nothing}${requestId ? html`<span>request ${code(requestId)}</span>` : nothing}</p>
        </details>`
      : nothing}
  </div>`;
}

type Advice = readonly [title: string, todo: string];

const KNOWN: Readonly<Record<string, Advice>> = {
  not_json: ["This is not a JSON file", "Choose a file that `pulumi stack export` or a self-managed backend wrote."],
  truncated: ["The file is cut off", "Export it again, or copy it again to the end."],
  wrong_shape: ["This is JSON, but not a Pulumi state", "Choose a file that `pulumi stack export` or a self-managed backend wrote."],
  invalid_utf8: ["The file is not UTF-8 text", "Save it as UTF-8, or export it again."],
  too_deep: ["The file is nested too deeply", "No Pulumi state is so deep: look for what wrote it."],
  unsupported_version: ["The state's version is newer than this page knows", "Look for a newer release of stackscope."],
  decompress: ["The file could not be decompressed", "It may be cut off: copy it again, or decompress it first."],
  unreadable: ["The file could not be read", "It may have been moved or changed since: choose it again."],
  network: ["The server cannot be reached", "Look at your connection, and whether the server runs. One of another origin must allow this page by CORS."],
  unauthorized: ["The server wants a token", "Connect again with an access token; the one given was not accepted."],
  forbidden: ["You may not see this", "Ask an administrator of the organisation, or use another token."],
  not_found: ["There is no such thing on this server", "It may have been deleted or renamed."],
  unsupported: ["This server has no such endpoint", "Self-hosted servers know a part of the API only."],
  rate_limited: ["The server asks to slow down", "Wait a moment, then try again."],
  server: ["The server failed", "Try again in a moment; if it stays, tell whoever runs it, with the request id."],
  timeout: ["The server took too long", "Try again in a moment."],
  gone: ["This was read before the reader was started anew", "Read it again."],
  engine_missing: ["The reader could not be started", "Reload the page. If it stays, the page's files are not all there."],
  engine_stopped: ["The reader stopped", "The file may be too large for this browser's memory. Read it again, or use the command line."],
};
const UNKNOWN: Advice = ["This did not work", "Try again; if it stays, please report it with the message above."];

/** What a server, or the way to it, is to blame for: its own words are for those who look closer. */
const OF_SERVERS: readonly (string | undefined)[] = ["network", "unauthorized", "forbidden", "not_found", "unsupported", "rate_limited", "server", "timeout"];

/** What went wrong, where, and what to do about it. */
export function failed(error: EngineError | Error, retry?: () => void, more: unknown = nothing): TemplateResult {
  const { code: kind, hint, retryAfterMs } = error as Partial<EngineError>;
  const [title, todo] = KNOWN[kind ?? ""] ?? UNKNOWN;
  const ofServer = OF_SERVERS.includes(kind);
  return html`<div class="trouble" role="alert">
    <p class="trouble-title">${icon("warning")}${title}</p>
    ${ofServer ? nothing : html`<p class="trouble-message">${prose(error.message)}</p>${whereabouts(error)}`}
    <p>${prose(ofServer ? todo : (hint ?? todo))}${retryAfterMs ? html` It asks to wait ${duration(retryAfterMs / 1000)}.` : nothing}</p>
    ${retry || more !== nothing
      ? html`<div class="actions">${retry ? html`<button type="button" class="button" @click=${retry}>${icon("refresh")}Try again</button>` : nothing}${more}</div>`
      : nothing}
    ${ofServer
      ? html`<details class="said"><summary>${icon("chevron")}Details</summary><p>${prose(error.message)}</p>${hint && hint !== todo ? html`<p>${prose(hint)}</p>` : nothing}${whereabouts(error)}</details>`
      : nothing}
  </div>`;
}

/** The code of what went wrong, and where: in a file, or for whom the server logged it. */
function whereabouts(error: EngineError | Error): TemplateResult {
  const { code: kind, offset, path, requestId, status } = error as Partial<EngineError>;
  const inFile = !OF_SERVERS.includes(kind);
  return html`<p class="trouble-where">
    ${kind ? html`<span class="badge">${kind}</span>` : nothing}
    ${status ? html`<span>status ${status}</span>` : nothing}
    ${offset === undefined ? nothing : html`<span title=${bytes(offset)}>at byte ${count(offset)}</span>`}
    ${path && inFile ? html`<span>at ${code(path)}</span>` : nothing}
    ${requestId ? html`<span>request ${code(requestId)}</span>` : nothing}
  </p>`;
}
