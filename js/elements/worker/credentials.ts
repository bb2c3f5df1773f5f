/**
 * Takes what opens doors out of texts that webhooks and the audit log carry: before anything of them reaches the page.
 *
 * In: addresses, headers, bodies as a server tells them. Out: the same with `[secret]` in place of user names and passwords, values of queries, the parts
 * of paths that look like keys, headers of authorization and signatures, and fields of JSON by their names.
 */

export const MASKED = "[secret]";

/** An address that may be shown. */
export interface SafeAddress {
  /** Empty where the text is no address. */
  host: string;
  text: string;
}

const LONGEST_HEADER = 500;
const MOST_HEADERS = 100;
const DEEPEST = 64;
/** Services whose paths are keys, behind the first part. */
const KEYED_HOSTS = /(^|\.)(hooks\.slack\.com|discord(app)?\.com|webhook\.office\.com|logic\.azure\.com|chat\.googleapis\.com|hooks\.zapier\.com|events\.pagerduty\.com)$/;
const SECRET_NAME = /(^|[_-])(secret|token|password|passwd|pwd|passphrase|authorization|signature|credential|cookie|api[_-]?key|access[_-]?key|private[_-]?key|ciphertext)s?$/i;
const SECRET_HEADER = /auth|token|secret|signature|cookie|api-?key|password|credential/i;
const SECRET_TEXT = /\bpul-[\w-]{8,}|\bgh[pousr]_\w{16,}|\bxox[a-z]-[\w-]{8,}|\b(?:Bearer|Basic)\s+[\w.~+/=-]{6,}/g;
const USER_INFO = /(\/\/)[^\s/?#@"]+@/g;
const PARAMETER = /([?&][\w.-]*(?:token|secret|sig|signature|key|password|auth|code)[\w.-]*=)[^\s&"#]+/gi;

export function maskText(text: string): string {
  return text.replace(SECRET_TEXT, MASKED).replace(USER_INFO, `$1${MASKED}@`).replace(PARAMETER, `$1${MASKED}`);
}

export function maskAddress(text: string): SafeAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return { host: "", text: maskText(text) };
  const keyed = KEYED_HOSTS.test(url.hostname);
  const parts = url.pathname.split("/").map((part, at) => (part !== "" && ((keyed && at > 1) || isKey(part)) ? MASKED : part));
  const user = url.username || url.password ? `${MASKED}@` : "";
  const query = [...url.searchParams.keys()].map((name) => `${name}=${MASKED}`).join("&");
  return { host: url.host, text: `${url.protocol}//${user}${url.host}${parts.join("/")}${query && `?${query}`}` };
}

/** Long, and of letters and digits both: no word that someone chose. */
function isKey(part: string): boolean {
  return (part.length >= 16 && /\d/.test(part) && /[a-z]/i.test(part)) || part.length >= 40;
}

/** Headers, one a line, as pairs. */
export function maskHeaders(lines: string): [name: string, value: string][] {
  const found = lines.slice(0, MOST_HEADERS * LONGEST_HEADER).split(/\r?\n/).filter((line) => line.trim() !== "");
  return found.slice(0, MOST_HEADERS).map((line) => {
    const [, name = "", value = line] = /^([^:]{1,200}):\s*(.*)$/.exec(line) ?? [];
    return [name, SECRET_HEADER.test(name) ? MASKED : maskText(value.slice(0, LONGEST_HEADER))];
  });
}

/** A body: what its JSON says where it is JSON, else its text. */
export function maskBody(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? maskJson(value, DEEPEST) : maskText(text);
  } catch {
    return maskText(text);
  }
}

/** What a field says. */
export function maskField(name: string, value: unknown, depth = DEEPEST): unknown {
  return isSecret(name) && value !== null && value !== "" && typeof value !== "boolean" ? MASKED : maskJson(value, depth);
}

function maskJson(value: unknown, depth: number): unknown {
  if (typeof value === "string") return maskText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.map((item) => maskJson(item, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, maskField(name, item, depth - 1)]));
}

function isSecret(name: string): boolean {
  return SECRET_NAME.test(name.replace(/([a-z\d])([A-Z])/g, "$1_$2"));
}
