/**
 * A query in Pulumi's search syntax as its terms: words, "phrases", `field:value`, `-` before a term that must not fit.
 *
 * In: the text of a query. Out: the text with a term more or less. Nothing fails: what can't be understood stays as it is.
 */

/** The terms, with what stands between quotes whole. */
export function termsOf(query: string): string[] {
  return query.match(/(?:[^\s"]*"[^"]*"?|[^\s"]+)+/g) ?? [];
}

/** `field:value`, quoted where it has to be. */
export function term(field: string, value: string): string {
  return /[\s"]/.test(value) ? `${field}:"${value.replaceAll('"', "")}"` : `${field}:${value}`;
}

export function hasTerm(query: string, field: string, value: string): boolean {
  return termsOf(query).some((one) => means(one, field, value));
}

/** Puts `field:value` in the place of other terms of the field, or takes it out if it is there. */
export function toggled(query: string, field: string, value: string): string {
  const terms = termsOf(query);
  const others = terms.filter((one) => !one.startsWith(`${field}:`));
  return (terms.some((one) => means(one, field, value)) ? others : [...others, term(field, value)]).join(" ");
}

/** Several words and nothing of the syntax: perhaps a question. */
export function isPlain(query: string): boolean {
  return query.trim().includes(" ") && !/[:"*]/.test(query);
}

function means(one: string, field: string, value: string): boolean {
  return one.replaceAll('"', "") === `${field}:${value.replaceAll('"', "")}`;
}
