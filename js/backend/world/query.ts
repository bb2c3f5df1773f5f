/** The language of resource search: words, "phrases", field:value, -negation, and joining all of them. */
import { Refusal } from "./refusal.js";
import type { Shape } from "./types.js";

/** Names of fields in a query to the keys of a found resource. */
const FIELDS: { [name: string]: string } = {
  created: "created",
  custom: "custom",
  delete: "delete",
  id: "id",
  modified: "modified",
  module: "module",
  name: "name",
  package: "package",
  parent: "parent.urn",
  "parent.urn": "parent.urn",
  pending: "pending",
  project: "project",
  protected: "protected",
  provider: "provider.urn",
  "provider.urn": "provider.urn",
  stack: "stack",
  team: "teams",
  type: "type",
  urn: "urn",
};

type Term = { negated: boolean; field: string | undefined; value: string; exact: boolean };

/** Whether a resource matches. 422 for an open quote, a field that is not known, or a field without a value. */
export function matcher(query: string): (resource: Shape) => boolean {
  const terms = [...read(query)];
  return (resource) => terms.every((term) => matches(resource, term) !== term.negated);
}

function* read(query: string): Generator<Term> {
  let at = 0;
  const quoted = (): string => {
    const end = query.indexOf('"', at + 1);
    if (end < 0) throw unprocessable("the query has a quote that is not closed");
    const text = query.slice(at + 1, end);
    at = end + 1;
    return text;
  };
  const bare = (stop: RegExp): string => {
    const start = at;
    while (at < query.length && !stop.test(query.charAt(at))) at += 1;
    return query.slice(start, at);
  };
  while (at < query.length) {
    if (/\s/.test(query.charAt(at))) {
      at += 1;
      continue;
    }
    const negated = query.charAt(at) === "-";
    if (negated) at += 1;
    if (query.charAt(at) === '"') {
      yield { negated, field: undefined, value: quoted().toLowerCase(), exact: false };
      continue;
    }
    const word = bare(/[\s":]/);
    // A type or URN as a word holds colons too; only what stands before the first one can be a field.
    if (query.charAt(at) !== ":" || (/^urn$/.test(word) && query.startsWith(":pulumi:", at))) {
      const rest = bare(/\s/);
      if (rest.includes('"')) throw unprocessable("the query has a quote within a word");
      if (word + rest === "") throw unprocessable("the query has a minus with nothing behind it");
      yield { negated, field: undefined, value: (word + rest).toLowerCase(), exact: false };
      continue;
    }
    const field = FIELDS[word];
    if (field === undefined || !Object.hasOwn(FIELDS, word)) throw unprocessable(`the query has an unknown field ${word}`);
    at += 1;
    const value = query.charAt(at) === '"' ? quoted() : bare(/\s/);
    if (value === "" || value.includes('"')) throw unprocessable(`the query has no value for ${word}`);
    yield { negated, field, value: value.toLowerCase(), exact: true };
  }
}

function matches(resource: Shape, { field, value, exact }: Term): boolean {
  if (field === undefined)
    return ["urn", "id", "name", "type"].some((key) =>
      String(resource[key] ?? "")
        .toLowerCase()
        .includes(value),
    );
  const held = resource[field];
  const texts = (Array.isArray(held) ? held : [held ?? ""]).map((one) => String(one).toLowerCase());
  if (value.endsWith("*")) return texts.some((text) => text.startsWith(value.slice(0, -1)));
  const dates = field === "created" || field === "modified" ? /^([<>])=?(.+)$/.exec(value) : null;
  if (dates) return texts.some((text) => text !== "" && (dates[1] === "<" ? text < String(dates[2]) : text > String(dates[2])));
  return texts.some((text) => (exact ? text === value : text.includes(value)));
}

function unprocessable(message: string): Refusal {
  return new Refusal(422, `Unprocessable Entity: ${message}`);
}
