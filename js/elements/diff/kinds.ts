/** Kinds of change in the order that they are shown, and the properties' own kinds. */
import type { ChangeKind, PropertyKind } from "../../browser.js";

export const KINDS: readonly ChangeKind[] = ["create", "update", "replace", "delete", "move"];

const LABELS: Readonly<Record<ChangeKind, string>> = { create: "Create", update: "Update", replace: "Replace", delete: "Delete", move: "Move" };
const PROPERTIES: Readonly<Record<PropertyKind, { op: string; sign: string; words: string }>> = {
  add: { op: "create", sign: "+", words: "added" },
  delete: { op: "delete", sign: "-", words: "deleted" },
  update: { op: "update", sign: "~", words: "changed" },
  ciphertext: { op: "ciphertext", sign: "~", words: "ciphertext changed" },
};

export const labelOf = (kind: ChangeKind): string => LABELS[kind] ?? kind;

/** The op whose colour a property change has, its sign, and what to call it. */
export const propertyKind = (kind: PropertyKind): { op: string; sign: string; words: string } => PROPERTIES[kind] ?? { op: "update", sign: "?", words: kind };
