/** All that an event log says about one resource, under its row. */
import { html, nothing, type TemplateResult } from "lit";
import { copyButton } from "../ui/clipboard.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { sign } from "../ui/op.js";
import { code, name, visible } from "../ui/text.js";
import type { More } from "../ui/value.js";
import type { LogResource } from "../worker/log-rows.js";
import { changesList, type MoreLines } from "./changes.js";
import { message } from "./message.js";
import { since, statusWords, took } from "./words.js";

export interface DetailOptions {
  more: More;
  moreLines: MoreLines;
  /** All of a message that is cut, by its place. */
  whole: (at: number) => Promise<string>;
  isPreview: boolean;
  /** When the update began; unix seconds. */
  start: number | undefined;
  resolution: number;
  /** Goes to another resource's row. */
  go: (urn: string) => void;
  /** A link to the resource in the stack's state, where there is one. */
  link: unknown;
}

export function detail(resource: LogResource, options: DetailOptions): TemplateResult {
  const { row, changes, changesOmitted, messages, violations, remediations } = resource;
  return html`<div class="detail">
    ${reasons(resource, options)}
    ${section("Properties", row.op === "create" || changes.length > 0 ? row.changed : undefined, changes.length === 0 ? nothing : html`${changesList(changes, options.more, options.moreLines)}
      ${changesOmitted > 0 ? html`<p class="hint">${count(changesOmitted)} further properties differ.</p>` : nothing}`)}
    ${section("Messages", messages.length, messages.length === 0 ? nothing : html`<ul class="messages">${messages.map((one) => html`<li>${message(one, { whole: options.whole })}</li>`)}</ul>`)}
    ${section("Policies", violations.length + remediations.length, violations.length + remediations.length === 0 ? nothing : html`<ul class="messages">
      ${violations.map(({ policy, pack, level, severity, text }) => html`<li class="violation"><p><span class="badge" data-kind=${level === "mandatory" ? "error" : "warning"}>${visible(level)}</span>${severity ? html` <span class="badge">${visible(severity)}</span>` : nothing} ${name(policy, "strong")} <span class="muted">${visible(pack)}</span></p><p class="breakable">${visible(text)}</p></li>`)}
      ${remediations.map(({ policy, pack, changes: mended }) => html`<li class="violation"><p><span class="badge" data-kind="move">mended by</span> ${name(policy, "strong")} <span class="muted">${visible(pack)}</span></p>${changesList(mended)}</li>`)}
    </ul>`)}
    ${section("Steps", row.steps.length > 1 ? row.steps.length : undefined, row.steps.length > 1 ? steps(resource, options) : nothing)}
    ${facts(resource, options)}
  </div>`;
}

function section(title: string, n: number | undefined, content: unknown): unknown {
  if (content === nothing) return nothing;
  return html`<section><h3>${title}${n === undefined ? nothing : html` <span class="count">${count(n)}</span>`}</h3>${content}</section>`;
}

function reasons({ reasons: list }: LogResource, { go }: DetailOptions): unknown {
  if (list.length === 0) return nothing;
  return html`<div class="notice reasons" data-kind="replace">${icon("swap")}<div>
    ${list.map(({ because, causedBy, causedByName }) => {
      const unknown = because.startsWith("for a reason");
      return html`<p>${unknown ? "Replaced " : "Replaced because "}${visible(because)}${causedBy
        ? html`, which comes from <button type="button" class="link reason-cause" @click=${() => go(causedBy)}>${name(causedByName ?? causedBy)}</button>`
        : nothing}.</p>`;
    })}
  </div></div>`;
}

function steps({ row, stepsOmitted }: LogResource, { isPreview, start, resolution }: DetailOptions): TemplateResult {
  return html`<ol class="steps">
    ${stepsOmitted > 0 ? html`<li class="muted">${counted(stepsOmitted, "earlier step")}</li>` : nothing}
    ${row.steps.map(({ op, found, status, startTime, endTime }) => {
      const length = startTime !== undefined && endTime !== undefined ? took(endTime - startTime, resolution) : "";
      return html`<li>${sign(op)}<span>${statusWords(op, status, isPreview)}${found && found !== op ? html` <span class="muted">(found: ${visible(found)})</span>` : nothing}</span>
        <span class="num muted">${start !== undefined && startTime !== undefined ? since(startTime - start, resolution) : ""}</span><span class="num">${length}</span></li>`;
    })}
  </ol>`;
}

function facts({ row, id, parent, provider, retainOnDelete }: LogResource, { go, link }: DetailOptions): TemplateResult {
  const parentName = parent?.slice(parent.split("::", 3).join("::").length + 2);
  return html`<dl class="facts-list">
    <div><dt>URN</dt><dd>${code(row.urn, "breakable")}${copyButton(row.urn, "Copy the URN")}</dd></div>
    ${id ? html`<div><dt>ID</dt><dd>${code(id, "breakable")}${copyButton(id, "Copy the ID")}</dd></div>` : nothing}
    ${parent ? html`<div><dt>Parent</dt><dd><button type="button" class="link" @click=${() => go(parent)}>${name(parentName || parent)}</button></dd></div>` : nothing}
    ${provider ? html`<div><dt>Provider</dt><dd>${code(provider, "breakable")}</dd></div>` : nothing}
    ${row.protect || retainOnDelete
      ? html`<div><dt>Options</dt><dd>${row.protect ? html`<span class="badge">${icon("lock")}protected</span>` : nothing} ${retainOnDelete ? html`<span class="badge">retained on delete</span>` : nothing}</dd></div>`
      : nothing}
    ${link === nothing ? nothing : html`<div><dt>State</dt><dd>${link}</dd></div>`}
  </dl>`;
}
