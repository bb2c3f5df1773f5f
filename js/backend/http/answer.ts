/**
 * What a route gives back, before it becomes bytes. A JSON answer keeps its value, so that faults and dialects can still
 * change it; `send.ts` alone turns an answer into HTTP.
 */

export interface Answer {
  status: number;
  headers?: Record<string, string | string[]>;
  body?: Body;
}

export type Body =
  | { kind: "json"; value: unknown }
  | { kind: "text"; text: string; type: string }
  /** Gzip whether or not it was asked for, as the audit log's export is. */
  | { kind: "gzip"; text: string; type: string }
  /** Sent chunk by chunk, without a Content-Length. */
  | { kind: "chunks"; chunks: Iterable<string>; type: string };

export interface FieldError {
  resource: string;
  attribute?: string;
  /** `not_found`, `required`, `invalid`, `already_exists` or `custom`. */
  errorType: string;
  customMessage?: string;
}

export const ok = (value: unknown): Answer => ({ status: 200, body: { kind: "json", value } });

export const created = (value: unknown): Answer => ({ status: 201, body: { kind: "json", value } });

export const accepted = (value: unknown): Answer => ({ status: 202, body: { kind: "json", value } });

export const noContent = (): Answer => ({ status: 204 });

/** 200 and no body at all, not even `{}`. */
export const emptyOk = (): Answer => ({ status: 200 });

export const plain = (status: number, text: string): Answer => ({ status, body: { kind: "text", text, type: "text/plain; charset=utf-8" } });

/** An error in the shape that every error of the service has. */
export const failed = (status: number, message: string, errors?: readonly FieldError[]): Answer => ({
  status,
  body: { kind: "json", value: { code: status, message, ...(errors === undefined ? {} : { errors }) } },
});

export function withWarnings(answer: Answer, ...warnings: string[]): Answer {
  return { ...answer, headers: { ...answer.headers, "x-pulumi-warning": warnings } };
}
