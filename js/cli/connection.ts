/**
 * The server that a command speaks with.
 *
 * In: the options `--backend`, `--timeout` and so on, PULUMI_BACKEND_URL and PULUMI_ACCESS_TOKEN. Out: a client. Fails before any request where
 * the address is none, or where there is no token for a server that isn't this machine.
 */
import { InvalidArgumentError, Option } from "commander";
import type { PulumiCloud, PulumiCloudOptions } from "../node.js";
import { StackscopeError } from "../error.js";
import { isLoopback } from "../loopback.js";
import { UsageError } from "./exit.js";
import { hide, note } from "./output.js";

export interface ConnectionFlags {
  backend?: string;
  timeout?: number;
  retry: boolean;
  allowInsecure?: true;
  debug?: true;
}

const DEFAULT_BACKEND = "https://api.pulumi.com";

export function connectionOptions(): Option[] {
  return [
    new Option("--backend <URL>", `the server, if not ${DEFAULT_BACKEND}`).env("PULUMI_BACKEND_URL"),
    new Option("--timeout <MS>", "how long a call may take, retries included").argParser(atLeast(1)),
    new Option("--no-retry", "give up at the first failure"),
    new Option("--allow-insecure", "send the token over http, to a server in your own network"),
    new Option("--debug", "log requests and answers to stderr, tokens masked"),
  ].map((option) => option.helpGroup("Server (the token comes from PULUMI_ACCESS_TOKEN):"));
}

export async function connect(flags: ConnectionFlags): Promise<PulumiCloud> {
  const backend = flags.backend || DEFAULT_BACKEND;
  const { hostname, protocol } = address(backend);
  const token = process.env["PULUMI_ACCESS_TOKEN"]?.trim() || undefined;
  if (token === undefined && !isLoopback(hostname)) {
    throw new StackscopeError(`no access token for ${hostname}`, { code: "unauthorized", hint: "set PULUMI_ACCESS_TOKEN to a token of this server" });
  }
  if (token !== undefined) hide(token);
  if (token !== undefined && protocol === "http:" && !isLoopback(hostname) && !flags.allowInsecure) {
    throw new UsageError(`the access token would go to ${hostname} without TLS; use https://, or --allow-insecure if the network is yours`);
  }
  const warned = new Set<string>();
  const options: PulumiCloudOptions = {
    baseUrl: backend,
    source: "stackscope",
    onWarning(message) {
      if (warned.has(message)) return;
      warned.add(message);
      note(`warning[server]: ${message}`);
    },
  };
  if (token !== undefined) options.token = token;
  if (flags.timeout !== undefined) options.timeoutMs = flags.timeout;
  if (!flags.retry) options.retry = false;
  if (flags.allowInsecure) options.allowInsecure = true;
  if (flags.debug) options.debug = (line) => note(`debug: ${line}`);
  const { PulumiCloud } = await import("../node.js");
  return new PulumiCloud(options);
}

function address(backend: string): URL {
  const url = URL.canParse(backend) ? new URL(backend) : undefined;
  if (url?.protocol === "https:" || url?.protocol === "http:") return url;
  throw new UsageError(`the backend's address begins with https:// or http://, such as ${DEFAULT_BACKEND}; states of a self-managed backend (file://, s3:// and others) are read as files`);
}

/** Reads a whole number, `least` or more. */
export function atLeast(least: number): (given: string) => number {
  return (given) => {
    const number = Number(given);
    if (!/^\d+$/.test(given) || !Number.isSafeInteger(number) || number < least) throw new InvalidArgumentError(`It takes a whole number from ${least} on.`);
    return number;
  };
}
