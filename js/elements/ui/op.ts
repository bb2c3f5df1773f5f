/** Pulumi's operations: the sign, the word and the colour of each. Ops that are not known yet keep their own word. */
import { html, type TemplateResult } from "lit";

interface Op {
  sign: string;
  done: string;
  doing: string;
}

// Signs and words as Pulumi's CLI prints them.
const OPS: Readonly<Record<string, Op>> = {
  same: { sign: " ", done: "unchanged", doing: "unchanged" },
  create: { sign: "+", done: "created", doing: "creating" },
  update: { sign: "~", done: "updated", doing: "updating" },
  delete: { sign: "-", done: "deleted", doing: "deleting" },
  replace: { sign: "+-", done: "replaced", doing: "replacing" },
  "create-replacement": { sign: "++", done: "created replacement", doing: "creating replacement" },
  "delete-replaced": { sign: "--", done: "deleted original", doing: "deleting original" },
  read: { sign: ">", done: "read", doing: "reading" },
  "read-replacement": { sign: ">>", done: "read for replacement", doing: "reading for replacement" },
  refresh: { sign: "~", done: "refreshed", doing: "refreshing" },
  discard: { sign: "<", done: "discarded", doing: "discarding" },
  "discard-replaced": { sign: "<<", done: "discarded original", doing: "discarding original" },
  "remove-pending-replace": { sign: "~", done: "completed pending delete", doing: "completing pending delete" },
  import: { sign: "=", done: "imported", doing: "importing" },
  "import-replacement": { sign: "=>", done: "imported replacement", doing: "importing replacement" },
  move: { sign: ">", done: "moved", doing: "moving" },
};

export const opSign = (op: string): string => OPS[op]?.sign ?? "?";
export const opDone = (op: string): string => OPS[op]?.done ?? op;
export const opDoing = (op: string): string => OPS[op]?.doing ?? op;

/** The sign of an op on its colour, its word for those who do not see it. */
export function sign(op: string): TemplateResult {
  return html`<span class="sign" data-kind=${op} title=${op}><span aria-hidden="true">${opSign(op)}</span><span class="unseen">${op}</span></span>`;
}

/** An op, a status or a result as a badge in its colour. */
export function kindBadge(kind: string, words = kind): TemplateResult {
  return html`<span class="badge" data-kind=${kind}>${words}</span>`;
}

/** Changes by op as one bar, wide as its parts; the counts stand beside it in words. Unchanged resources are left out unless nothing else is there. */
export function changesBar(changes: Readonly<Record<string, number>>): TemplateResult {
  const parts = Object.entries(changes).filter(([op, n]) => op !== "same" && n > 0);
  const total = parts.reduce((sum, [, n]) => sum + n, 0);
  const words = parts.map(([op, n]) => `${n} ${op}`).join(", ") || "no changes";
  let x = 0;
  const bars = parts.map(([op, n]) => {
    const width = (n / total) * 100;
    const bar = html`<svg x="${x}%" width="${width}%" height="100%" data-kind=${op}><rect width="100%" height="100%" fill="var(--kind-fill)"></rect></svg>`;
    x += width;
    return bar;
  });
  return html`<span class="changes-bar" role="img" aria-label=${words} title=${words}><svg width="100%" height="100%">${bars}</svg></span>`;
}
