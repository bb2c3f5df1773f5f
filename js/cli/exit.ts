/** Exit codes, and how an error is told. */
import { StackscopeError } from "../error.js";

export const Exit = {
  ok: 0,
  /** `diff --exit-code` found a difference, `check` an error. */
  found: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** An input is absent, unreadable, or no state. */
  input: 3,
  /** A defect of this program. */
  internal: 70,
  /** The result cannot be written, say because the disk is full. */
  output: 74,
} as const;

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
    process.stderr.write(`error[usage]: ${error.message}\n`);
    return Exit.usage;
  }
  if (error instanceof StackscopeError) {
    process.stderr.write(describe(error, input));
    return error.code === "validation" ? Exit.usage : Exit.input;
  }
  if (isSystemError(error) && error.syscall === "write") {
    process.stderr.write(`error[output]: the result cannot be written (${error.code})\n`);
    return Exit.output;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`error[internal]: a defect of stackscope${input === undefined ? "" : ` while reading ${input}`}; please report it\n${detail}\n`);
  return Exit.internal;
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

function describe(error: StackscopeError, input: string | undefined): string {
  const lines = [`error[${error.code}]: ${input === undefined ? "" : `${input}: `}${error.message}`];
  if (error.path !== undefined) lines.push(`  at ${error.path}`);
  if (error.offset !== undefined) lines.push(`  at byte ${error.offset}`);
  if (error.hint !== undefined) lines.push(`  hint: ${error.hint}`);
  return lines.join("\n") + "\n";
}
