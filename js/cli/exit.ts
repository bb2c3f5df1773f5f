/** Exit codes, and how an error is told. */
import type { ErrorCode } from "../node.js";
import { StackscopeError } from "../error.js";
import { noteLines } from "./output.js";
import { visible } from "./visible.js";

export const Exit = {
  ok: 0,
  /** `diff --exit-code` found a difference, `check` an error. */
  found: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** An input is absent, unreadable, or no state. */
  input: 3,
  /** The API said no, or could not be reached. */
  api: 4,
  /** A defect of this program. */
  internal: 70,
  /** The result cannot be written, say because the disk is full. */
  output: 74,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** Codes that only the API has, whether or not a request was sent. */
const API_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "unauthorized",
  "lease_expired",
  "forbidden",
  "not_found",
  "unsupported",
  "update_in_progress",
  "payload_too_large",
  "not_acceptable",
  "plan_required",
  "rate_limited",
  "server",
  "network",
  "timeout",
  "aborted",
  "decode",
  "paging_loop",
  "page_cap",
]);

/** What the client advises, in terms of the command line where the client speaks of its options. */
const HINTS: Partial<Record<ErrorCode, string>> = {
  unauthorized: "check PULUMI_ACCESS_TOKEN: it is missing, wrong or expired",
  network: "check the address (--backend or PULUMI_BACKEND_URL) and the network",
  timeout: "give it more time with --timeout",
  page_cap: "continue with --resume",
};

/** The same error with another advice. */
export function hinting(error: StackscopeError, hint: string): StackscopeError {
  return new StackscopeError(error.message, { ...error, cause: error.cause, hint });
}

/** A mistake on the command line that commander cannot see. */
export class UsageError extends Error {}

/** An error that belongs to one of the inputs. */
export class InputError extends Error {
  constructor(
    readonly input: string,
    override readonly cause: unknown,
  ) {
    super(String(cause));
  }
}

/** Tells on stderr what went wrong, where, and what to do; returns the exit code. */
export function report(thrown: unknown): number {
  const input = thrown instanceof InputError ? thrown.input : undefined;
  const error = thrown instanceof InputError ? thrown.cause : thrown;
  if (error instanceof UsageError) {
    noteLines(`error[usage]: ${visible(error.message)}\n`);
    return Exit.usage;
  }
  if (error instanceof StackscopeError) {
    const api = isOfRequest(error) || API_CODES.has(error.code);
    noteLines(api ? describeApi(error, input) : describe(error, input));
    if (api) return Exit.api;
    return error.code === "validation" ? Exit.usage : Exit.input;
  }
  if (isSystemError(error) && error.syscall === "write") {
    noteLines(`error[output]: the result cannot be written (${error.code})\n`);
    return Exit.output;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  noteLines(`error[internal]: a defect of stackscope${input === undefined ? "" : ` while reading ${input}`}; please report it\n${detail}\n`);
  return Exit.internal;
}

/** Whether a request was on its way; what fails before has none, or an empty one. */
function isOfRequest({ method, path }: StackscopeError): boolean {
  return Boolean(method) && Boolean(path);
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

function describe(error: StackscopeError, input: string | undefined): string {
  const lines = [`error[${error.code}]: ${input === undefined ? "" : `${input}: `}${error.message}`];
  if (error.path) lines.push(`  at ${error.path}`);
  if (error.offset !== undefined) lines.push(`  at byte ${error.offset}`);
  if (error.hint !== undefined) lines.push(`  hint: ${error.hint}`);
  return told(lines);
}

/** An error of the API: the request first, then what is wrong with it, how to ask the server's operator, and how to go on. */
function describeApi(error: StackscopeError, input: string | undefined): string {
  const { code, method, path, message, errors = [], jsonPath, offset, requestId, documentationUrl, resumeToken } = error;
  const request = !isOfRequest(error) || message.startsWith(`${method} `) ? "" : `${method} ${path}: `;
  const lines = [`error[${code}]: ${request}${message}`];
  for (const { resource, attribute, errorType, customMessage } of errors) {
    lines.push(`  field: ${attribute === undefined ? resource : `${resource}.${attribute}`}: ${customMessage || errorType}`);
  }
  if (jsonPath !== undefined) lines.push(`  at ${jsonPath}`);
  if (offset !== undefined) lines.push(`  at byte ${offset}`);
  if (input !== undefined) lines.push(`  input: ${input}`);
  if (requestId !== undefined) lines.push(`  request: ${requestId}`);
  if (documentationUrl !== undefined) lines.push(`  see: ${documentationUrl}`);
  const hint = (isOfRequest(error) ? HINTS[code] : undefined) ?? error.hint;
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  if (resumeToken !== undefined) lines.push(`  resume: --resume ${resumeToken}`);
  return told(lines);
}

function told(lines: readonly string[]): string {
  return lines.map((line) => `${visible(line)}\n`).join("");
}
