/** A changed resource as a line of the list. */
import { html, nothing, type TemplateResult } from "lit";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { sign } from "../ui/op.js";
import { code, name, spelled } from "../ui/text.js";
import type { ChangeRow } from "../worker/diff-shape.js";
import { propertyKind } from "./kinds.js";

export function rowHead(row: ChangeRow, open: boolean, toggle: () => void): TemplateResult {
  const { kind, name: called, was, type, paths, count: changes, pendingDelete, custom } = row;
  return html`<button type="button" class="row-head" tabindex="-1" aria-expanded=${open} @click=${toggle}>
    ${icon("chevron", "row-chevron")} ${sign(kind)}
    <span class="row-name" title=${spelled(called)}>${name(called, "row-title")}${pendingDelete ? html`<span class="badge">pending delete</span>` : nothing}${custom ? nothing : html`<span class="badge">component</span>`}</span>
    <span class="row-type" title=${spelled(type)}>${code(type)}</span>
    <span class="row-paths">${kind === "move" ? html`<span class="row-was">${was === called || was === undefined ? "URN changed" : html`was ${name(was)}`}</span>` : nothing}${pathPieces(paths)}${changes > paths.length ? html`<span class="muted">+${count(changes - paths.length)}</span>` : nothing}</span>
    <span class="row-count" title=${changes > 0 ? counted(changes, "property", "properties") : nothing}>${changes > 0 ? html`${count(changes)}<span class="unseen">${changes === 1 ? " property" : " properties"}</span>` : nothing}</span>
  </button>`;
}

/** Paths with the sign of what happened to them. */
export function pathPieces(paths: ChangeRow["paths"]): unknown {
  return paths.map(({ path, kind }) => {
    const { op, sign: mark, words } = propertyKind(kind);
    return html`<span class="path-piece" data-kind=${op}><span class="path-sign" aria-hidden="true">${mark}</span><span class="unseen">${words} </span>${code(path)}</span> `;
  });
}
