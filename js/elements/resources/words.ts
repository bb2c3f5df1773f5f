/** Words for what records and relations carry. */

const FLAGS: Readonly<Record<string, string>> = {
  custom: "managed by a provider",
  component: "component",
  provider: "provider",
  delete: "pending delete",
  external: "external",
  protect: "protected",
  retainOnDelete: "retained on delete",
  pendingReplacement: "pending replacement",
  taint: "tainted",
  initErrors: "init errors",
};
const MEANINGS: Readonly<Record<string, string>> = {
  delete: "A replaced or removed resource that is still to be deleted",
  external: "Read, not managed by this stack",
  protect: "Pulumi refuses to delete it",
  retainOnDelete: "Deleting it from the stack leaves the resource itself alone",
  pendingReplacement: "It was deleted in order to be replaced, and is still to be created",
  taint: "It is replaced by the next update",
  initErrors: "It was created, but did not become ready",
};
const KINDS: Readonly<Record<string, string>> = {
  delete: "delete",
  initErrors: "delete",
  taint: "warning",
  pendingReplacement: "replace",
  external: "read",
};
// Most resources have these, or their type says it: a badge on each row would say nothing.
const ORDINARY = new Set(["custom", "component", "provider"]);
const RELATIONS: Readonly<Record<string, string>> = {
  provider: "provider",
  deletedWith: "deleted with",
  replaceWith: "replaced with",
  viewOf: "view of",
};

export const flagWords = (flag: string): string => FLAGS[flag] ?? flag;
export const flagMeaning = (flag: string): string => MEANINGS[flag] ?? "";
export const flagKind = (flag: string): string | undefined => KINDS[flag];

/** The flags that set a resource apart. */
export const remarkable = (flags: readonly string[]): string[] => flags.filter((flag) => !ORDINARY.has(flag));

/** What a relation is, where it is more than a plain dependency. */
export function relationWords(kinds: readonly string[], properties: readonly string[]): string {
  const words = kinds.flatMap((kind) => RELATIONS[kind] ?? []);
  return [...words, ...(properties.length > 0 ? [`through ${properties.join(", ")}`] : [])].join(" · ");
}

/** A provider's URN in short: its package and its name. */
export function providerWords(urn: string): string {
  const [, , type = "", ...name] = urn.split("::");
  return name.length === 0 ? urn : `${type.slice(type.lastIndexOf(":") + 1)} · ${name.join("::")}`;
}
