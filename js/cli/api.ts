/** `stackscope api METHOD PATH`: any endpoint. */
import { readFileSync } from "node:fs";
import { Option, type Command } from "commander";
import { StackscopeError } from "../error.js";
import { addCall, repeatable, type Call, type Done } from "./call.js";
import { InputError, UsageError } from "./exit.js";
import { print } from "./output.js";
import { visibleJsonText } from "./visible.js";
import { read, listOptions, resumed, type ListFlags } from "./listing.js";
import { showText, showValue } from "./results.js";

interface Flags extends ListFlags {
  data?: string;
  query?: string[];
}

export function apiCommand(program: Command, done: Done): void {
  const options = [
    new Option("-d, --data <BODY>", "send this JSON; @FILE reads it from a file, - from stdin"),
    repeatable("-q, --query <NAME=VALUE>", "add a query parameter"),
    ...listOptions(),
  ];
  addCall(program, done, { spec: "api <METHOD> <PATH>", summary: "call any endpoint and print what it answers", description: DESCRIPTION, options, formats: FORMATS, help: HELP }, api);
}

const FORMATS = ["text", "json", "markdown"] as const;

const DESCRIPTION =
  "Calls any endpoint and prints what it answers, as it is: JSON, or text; --format json prints text as a JSON string. With --all, --limit or --resume the answer is read as a list, page by page, and printed as one JSON array.";

const HELP = `
Examples:
  $ stackscope api GET /api/user
  $ stackscope api GET /api/orgs/acme/roles --all
  $ stackscope api PATCH /api/stacks/acme/web/prod/tags -d '{"owner":"storefront"}'
  $ stackscope api GET /api/user/stacks -q organization=acme --limit 10`;

async function api({ cloud, flags }: Call<Flags>, method: string, path: string): Promise<void> {
  const verb = method.toUpperCase();
  const query = queryOf(flags.query);
  const body = flags.data === undefined ? {} : { body: bodyOf(flags.data) };
  if (!flags.all && flags.limit === undefined && flags.resume === undefined) {
    const answer = (await cloud.request(verb, path, { query, ...body, text: true })) as string | undefined;
    if (answer === undefined) return;
    const value = parsed(answer);
    if (value === undefined) await showText(answer, flags);
    else if (flags.format === "markdown") await showValue(value, flags);
    // As it came: reading it would round what JavaScript cannot hold.
    else await print(visibleJsonText(answer));
    return;
  }
  if (verb !== "GET" || flags.data !== undefined) throw new UsageError("only GET without a body gives a list; leave out --all, --limit and --resume");
  const { rows, end } = await read<unknown>(cloud.paginate(path, { query, ...resumed(flags) }), flags);
  await showValue(rows, flags);
  end();
}

/** The value of a JSON text; `undefined` where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function queryOf(texts: readonly string[] = []): Record<string, string[]> {
  const query: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const text of texts) {
    const at = text.indexOf("=");
    if (at <= 0) throw new UsageError(`--query takes NAME=VALUE, not \`${text}\``);
    (query[text.slice(0, at)] ??= []).push(text.slice(at + 1));
  }
  return query;
}

function bodyOf(data: string): unknown {
  if (data !== "-" && !data.startsWith("@")) return parse(data, () => new UsageError("--data is not JSON; @FILE reads it from a file"));
  const name = data === "-" ? "stdin" : data.slice(1);
  let text: string;
  try {
    text = readFileSync(data === "-" ? 0 : name, "utf8");
  } catch (error) {
    throw new InputError(name, new StackscopeError("cannot be read", { code: "unreadable", cause: error }));
  }
  return parse(text.replace(/^\ufeff/, ""), () => new InputError(name, new StackscopeError("the body is not JSON", { code: "not_json" })));
}

/** The parser's own message is left out: it quotes the body. */
function parse(text: string, failed: () => Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw failed();
  }
}
