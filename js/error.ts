import type { ErrorCode, FieldError } from "../pkg/stackscope.js";

/** Everything an error knows besides its message. */
export interface ErrorDetails {
  code: ErrorCode;
  /** Byte in the input, from 0: in the JSON text, or in the compressed bytes where unpacking failed. */
  offset?: number | undefined;
  /**
   * Property path in the input, such as `deployment.resources[3].urn`; for errors of the API (those have a `method`) the path of the
   * request, without its query.
   */
  path?: string | undefined;
  /** Property path in the answer that could not be decoded. */
  jsonPath?: string | undefined;
  /** HTTP method of the request that failed. */
  method?: string | undefined;
  /** HTTP status of a server's answer. */
  status?: number | undefined;
  /** How often the request was sent. */
  attempts?: number | undefined;
  /** The server's own words, secrets masked. */
  serverMessage?: string | undefined;
  /** What the server found wrong with single fields of the request. */
  errors?: FieldError[] | undefined;
  /** Where the server documents the error. */
  documentationUrl?: string | undefined;
  /** Continues the list that failed, behind the items that were given out. */
  resumeToken?: string | undefined;
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
  declare readonly offset?: number;
  declare readonly path?: string;
  declare readonly jsonPath?: string;
  declare readonly method?: string;
  declare readonly status?: number;
  declare readonly attempts?: number;
  declare readonly serverMessage?: string;
  declare readonly errors?: FieldError[];
  declare readonly documentationUrl?: string;
  declare readonly requestId?: string;
  declare readonly retryAfterMs?: number;
  declare readonly resumeToken?: string;
  declare readonly hint?: string;

  constructor(message: string, details: ErrorDetails) {
    const { code, cause, ...rest } = details;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    // Absent stays absent: `"offset" in error` tells whether there is one.
    for (const [name, value] of Object.entries(rest)) if (value !== undefined) Object.assign(this, { [name]: value });
  }
}
