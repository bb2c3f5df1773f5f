/** The two sides of a comparison: what each of them is, how far reading has come, and how to choose another version. */
import { html, nothing, type TemplateResult } from "lit";
import { isStackVersion, type Reading } from "../engine/state-controller.js";
import type { Server, StackVersion, StateSource } from "../public.js";
import { bytes, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { isAbsent } from "../ui/panel.js";
import { name, spelled } from "../ui/text.js";
import { time } from "../ui/time.js";
import "./versions.js";

const LONGEST_NAME = 30;
const END_OF_NAME = 12;

export interface SideView {
  which: "old" | "new";
  source: StateSource | undefined;
  called: string | undefined;
  reading: Reading;
  /** Links to a stack, and to a comparison with another version on this side. */
  stackLink: (side: StackVersion) => unknown;
  otherLink: (side: StackVersion, content: unknown, className: string) => TemplateResult;
  go: (side: StackVersion) => void;
}

export function sides(old: SideView, young: SideView, server: Server | undefined, swap: () => void): TemplateResult {
  return html`<div class="sides">
    ${side(old, server)}
    <button type="button" class="button-icon swap" aria-label="Swap sides" title="Swap sides" @click=${swap}>${icon("swap")}</button>
    ${side(young, server)}
  </div>`;
}

function side(view: SideView, server: Server | undefined): TemplateResult {
  const { which, source, called, reading } = view;
  return html`<div class="side" data-side=${which}>
    <span class="side-label">${which === "old" ? "Old" : "New"}</span>
    <div class="side-name">${source !== undefined && isStackVersion(source) ? versioned(view, source, server) : source === undefined ? html`<span class="muted">nothing yet</span>` : fileName(called ?? sourceName(source))}</div>
    <div class="side-facts">${facts(reading, source !== undefined && isStackVersion(source))}</div>
  </div>`;
}

function versioned({ called, which, stackLink, otherLink, go }: SideView, source: StackVersion, server: Server | undefined): TemplateResult {
  return html`${called === undefined ? stackLink(source) : name(called, "strong")}
    <stackscope-diff-versions .side=${source} .which=${which} .server=${server} .link=${otherLink} .go=${go}></stackscope-diff-versions>`;
}

/** On one line: what tells files apart stands at the beginning and at the end. */
function fileName(text: string): unknown {
  const end = text.length > LONGEST_NAME ? text.slice(-END_OF_NAME) : "";
  return html`<span class="file-name strong" title=${spelled(text)}><span class="file-start">${name(text.slice(0, text.length - end.length))}</span>${end === "" ? nothing : html`<span class="file-end">${name(end)}</span>`}</span>`;
}

/** `named`: the stack's name stands above already. */
function facts(reading: Reading, named: boolean): unknown {
  switch (reading.status) {
    case "empty":
      return nothing;
    case "failed":
      return html`<span class="error-text">${isAbsent(reading.error) ? "not there" : "could not be read"}</span>`;
    case "reading": {
      const { read, total } = reading.progress ?? {};
      const words = read === undefined ? "Reading" : total ? `${bytes(read)} of ${bytes(total)}` : bytes(read);
      const bar = total && read !== undefined ? html`<progress class="progress" max=${total} value=${read} aria-label="Reading"></progress>` : html`<progress class="progress" aria-label="Reading"></progress>`;
      return html`${bar}<span>${words}</span>`;
    }
    case "ready": {
      const { manifest, counts, bytes: size, project, stack } = reading.summary;
      const place = named ? "" : [project, stack].filter(Boolean).join("/");
      return html`${place ? html`<span class="side-place">${name(place)}</span>` : nothing}<span>${counted(counts.resources, "resource")}</span><span>${bytes(size)}</span>${time(manifest?.time)}`;
    }
  }
}

/** What a source is called where nobody says it. */
export function sourceName(source: StateSource): string {
  if (source instanceof File) return source.name;
  if (typeof source === "string" || source instanceof URL) return String(source).split(/[?#]/)[0]?.split("/").at(-1) || String(source);
  if (isStackVersion(source)) return source.version === undefined ? source.stack : `${source.stack}@${source.version}`;
  return "bytes";
}
