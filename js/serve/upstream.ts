/** The backend that /api is passed on to: its address, checked once, and the token that only this server knows. */
import { isLoopback } from "../loopback.js";

export interface Upstream {
  url: URL;
  /** Undefined where none is set; the backend then refuses by itself. */
  token: string | undefined;
}

/**
 * Fails with a RangeError on an address that is no http or https URL, that carries credentials, or that would send the token
 * over the network in the clear.
 */
export function upstreamOf(backend: string, token: string | undefined): Upstream {
  const url = parse(backend);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new RangeError("the backend's address must begin with https:// or http://");
  if (url.username || url.password) throw new RangeError("the backend's address must not carry credentials; set PULUMI_ACCESS_TOKEN");
  if (url.protocol === "http:" && token && !isLoopback(url.hostname)) throw new RangeError("the token would go over the network in the clear; use https://");
  if (token && /[^\x21-\x7e]/.test(token)) throw new RangeError("PULUMI_ACCESS_TOKEN holds characters that no token has");
  return { url: new URL(url.origin + url.pathname.replace(/\/+$/, "")), token: token || undefined };
}

function parse(backend: string): URL {
  try {
    return new URL(backend);
  } catch {
    throw new RangeError("the backend's address is not a URL, such as https://api.pulumi.com");
  }
}

/** The address of a request's path at the backend. */
export const addressOf = ({ url }: Upstream, path: string): URL => new URL(url.origin + url.pathname.replace(/\/$/, "") + path);
