/** Foreign text made fit for a terminal: what a server or a file says must not move the cursor, colour lines or reverse the writing. */

/** Control characters (C0, DEL, C1), line separators, and marks that change the direction of writing. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const UNSAFE_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** One line: white space becomes a space, everything else that is unsafe its escape (`\u001b`). */
export function visible(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replace(UNSAFE, escape);
}

/** Several lines: line feeds and tabs stay. */
export function visibleLines(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(UNSAFE, (character) => (character === "\n" || character === "\t" ? character : escape(character)));
}

/** JSON, indented, that is safe to look at and the same value to a parser. */
export function visibleJson(value: unknown, indent = 2): string {
  return (JSON.stringify(value, null, indent) ?? "null").replace(UNSAFE_IN_JSON, escape);
}

/** A JSON text as it came, safe to look at: what is unsafe stands inside its texts, where an escape is the same value. */
export function visibleJsonText(text: string): string {
  return text.replace(UNSAFE_IN_JSON, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
