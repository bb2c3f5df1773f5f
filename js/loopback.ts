/** Which host names are this machine: what a token may be sent to without TLS. The client's own rule, `src/http/base.rs`, is the same. */

/** `host` as `URL.hostname` has it: lower case, IPv6 in brackets, IPv4 in four numbers. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
