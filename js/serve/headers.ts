/** Headers of everything the server gives out. */

/**
 * What the page may load, and from where: its own files, and WebAssembly. It may ask this machine and servers that speak TLS, which is used for nothing
 * but the server that the person entered; a page for files alone may ask nobody but its own host. The page's own `<meta>` says the same, for hosts that
 * send no headers.
 */
export function policyOf({ filesOnly = false } = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self'${filesOnly ? "" : " https: http://localhost:* http://127.0.0.1:*"}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

export const PAGE_HEADERS = {
  "cache-control": "no-cache",
  "content-security-policy": `${policyOf()}; frame-ancestors 'none'`,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/** What a backend answers must never become a page of this origin, nor be read from another one. */
export const API_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;
