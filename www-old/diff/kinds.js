// The kinds of change, in the order and with the signs that Pulumi's own display has for them.

export const KINDS = [
  { kind: "create", sign: "+", label: "Create" },
  { kind: "update", sign: "~", label: "Update" },
  { kind: "replace", sign: "+-", label: "Replace" },
  { kind: "delete", sign: "-", label: "Delete" },
  { kind: "move", sign: "→", label: "Move" },
];

const SIGNS = Object.fromEntries(KINDS.map(({ kind, sign }) => [kind, sign]));
const PROPERTY_SIGNS = { add: "+", delete: "-", update: "~", ciphertext: "~" };

/** A property change counts, for its colour, as the kind of resource change that looks the same. */
const PROPERTY_KINDS = { add: "create", delete: "delete", update: "update", ciphertext: "ciphertext" };

export const signOf = (kind) => SIGNS[kind] ?? "?";
export const propertySign = (kind) => PROPERTY_SIGNS[kind] ?? "?";
export const propertyKind = (kind) => PROPERTY_KINDS[kind] ?? "update";
export const labelOf = (kind) => KINDS.find((known) => known.kind === kind)?.label ?? kind;
