import type { ErrorCode } from "../pkg/stackscope.js";

/** Everything an error knows besides its message. */
export interface ErrorDetails {
  code: ErrorCode;
  /** Byte in the input, from 0: in the JSON text, or in the compressed bytes where unpacking failed. */
  offset?: number | undefined;
  /** Property path in the input, such as `deployment.resources[3].urn`. */
  path?: string | undefined;
  /** HTTP status of a server's answer. */
  status?: number | undefined;
  /** The server's name for the request. */
  requestId?: string | undefined;
  /** How long the server asks to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** What to do about it. */
  hint?: string | undefined;
  /** The error that caused this one. */
  cause?: unknown;
}

/**
 * The one class of error this package throws itself. What the caller's own code throws on the way (an abort reason, a
 * failing stream) passes through unchanged.
 *
 * @example
 * try { await Checkpoint.load(bytes) } catch (error) {
 *   if (error instanceof StackscopeError && error.code === "truncated") retry();
 *   else throw error;
 * }
 */
export class StackscopeError extends Error {
  override readonly name = "StackscopeError";
  readonly code: ErrorCode;
  readonly offset?: number;
  readonly path?: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly retryAfterMs?: number;
  readonly hint?: string;

  constructor(message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    // Absent stays absent: `"offset" in error` tells whether there is one.
    if (details.offset !== undefined) this.offset = details.offset;
    if (details.path !== undefined) this.path = details.path;
    if (details.status !== undefined) this.status = details.status;
    if (details.requestId !== undefined) this.requestId = details.requestId;
    if (details.retryAfterMs !== undefined) this.retryAfterMs = details.retryAfterMs;
    if (details.hint !== undefined) this.hint = details.hint;
  }
}
