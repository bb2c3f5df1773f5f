/** The address of a server as a person types it. */

const THIS_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** What the page's policy lets it ask without TLS. A policy can't name an address of IPv6. */
const ALLOWED = /^(localhost|127\.0\.0\.1)$/;

export type ServerAddress = { url: string; name: string } | { wrong: string };

/** Without a scheme it is `https`, on this machine `http`. Says in words what is wrong with it. */
export function serverAddress(typed: string): ServerAddress {
  const text = typed.trim();
  if (text === "") return { wrong: "Enter the address of a server." };
  const url = parsed(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : withScheme(text));
  if (url === undefined) return { wrong: "This is not an address. It looks like https://api.pulumi.com." };
  if (url.protocol !== "https:" && url.protocol !== "http:") return { wrong: "An address begins with https:// or http://." };
  if (url.username || url.password) return { wrong: "Leave the token out of the address: it has a field of its own." };
  if (url.protocol === "http:" && !THIS_MACHINE.test(url.hostname)) return { wrong: "Without https the token would cross the network for all to read. Only a server on this machine may do without." };
  if (url.protocol === "http:" && !ALLOWED.test(url.hostname)) return { wrong: `This page may ask this machine by the names localhost and 127.0.0.1 only, not ${url.hostname}.` };
  return { url: `${url.origin}${url.pathname.replace(/\/+$/, "")}`, name: `${url.host}${url.pathname.replace(/\/+$/, "")}` };
}

function withScheme(text: string): string {
  const [host = ""] = text.split(/[:/]/, 1);
  return `${THIS_MACHINE.test(host) || text.startsWith("[::1]") ? "http" : "https"}://${text}`;
}

// Some browsers take a space into the name of a host, as %20.
function parsed(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.hostname && !url.hostname.includes("%") ? url : undefined;
}
