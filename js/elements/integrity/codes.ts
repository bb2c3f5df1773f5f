/** What the codes of findings mean, in words. */

interface Meaning {
  title: string;
  why: string;
}

const PLACES: Readonly<Record<string, string>> = {
  parent: "parent",
  provider: "provider",
  dependency: "dependency",
  property_dependency: "property dependency",
  deleted_with: "resource it is deleted with",
  replace_with: "resource it is replaced with",
  view_of: "resource it is a view of",
};
const MEANINGS: Readonly<Record<string, Meaning>> = {
  wrong_magic: { title: "The manifest does not match itself", why: "Its magic is made from the version of Pulumi that wrote the state. Where the two don't fit, someone changed the manifest." },
  bad_urn: { title: "Malformed URN", why: "Pulumi can't tell which resource this is, and refuses the state." },
  no_type: { title: "No type", why: "Without a type Pulumi doesn't know which provider the resource belongs to." },
  duplicate_urn: { title: "Two resources with one URN", why: "A URN must name one live resource: Pulumi can't tell these two apart." },
  component_with_id: { title: "Component with an ID", why: "Components exist in the program alone; only what a provider manages has a physical ID." },
  parent_type_mismatch: { title: "Type does not follow from the parent", why: "The URN was made under another parent. The next update may want to replace the resource." },
  bad_provider: { title: "Malformed provider reference", why: "A reference to a provider is its URN and its ID. This one is not, so Pulumi can't load the provider." },
  not_a_provider: { title: "Provider reference to something else", why: "The reference leads to a resource that is no provider." },
  pending_operation: { title: "Operation that was interrupted", why: "An update ended in the middle of it. Nobody knows whether the resource was changed; Pulumi asks before it goes on." },
};

/** A code that isn't known yet stands for itself. */
export function meaningOf(code: string): Meaning {
  const known = MEANINGS[code];
  if (known) return known;
  const [, how, place = ""] = /^(missing|later)_(.*)$/.exec(code) ?? [];
  const what = PLACES[place];
  if (how === "missing" && what) return { title: `Missing ${what}`, why: "The record refers to a resource that the state doesn't hold. Pulumi refuses to save such a state." };
  if (how === "later" && what) return { title: `The ${what} comes too late`, why: "A state is read from the top: what a record refers to must stand before it." };
  return { title: code, why: "" };
}
