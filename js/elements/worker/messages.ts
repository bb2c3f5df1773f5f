/** What the page and the worker say to each other. Everything in it can be cloned. */

export type ToWorker = { id: number; method: string; params: unknown } | { cancel: number };

export type FromWorker = { id: number; report: unknown } | { id: number; result: unknown } | { id: number; error: PlainError; fatal: boolean };

/** An error as it crosses: `StackscopeError`'s fields, without its class. */
export interface PlainError {
  message: string;
  name?: string;
  code?: string;
  status?: number;
  requestId?: string;
  retryAfterMs?: number;
  offset?: number;
  path?: string;
  hint?: string;
}

/** What a handler is given besides its parameters. */
export interface Context<R = never> {
  signal: AbortSignal;
  /** Tells the page something while the call goes on. */
  report: (value: R) => void;
}

/** How far reading has come, in bytes. */
export interface Progress {
  read: number;
  total?: number;
}
