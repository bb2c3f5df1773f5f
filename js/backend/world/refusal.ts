/** What the sample server refuses, as the documented error body carries it. */

export interface FieldError {
  resource: string;
  attribute?: string;
  errorType: string;
  customMessage?: string;
}

/** Thrown by every method of the world that declines. `status` is the HTTP status, `code` the same number in the body. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: number;

  constructor(
    readonly status: number,
    message: string,
    readonly errors?: FieldError[],
  ) {
    super(message);
    this.code = status;
  }

  /** `{ code, message, errors? }` */
  body(): Record<string, unknown> {
    return this.errors ? { code: this.code, message: this.message, errors: this.errors } : { code: this.code, message: this.message };
  }
}

export function notFound(what: string): Refusal {
  return new Refusal(404, `Not Found: ${what} not found`);
}

export function conflict(message: string): Refusal {
  return new Refusal(409, `Conflict: ${message}`);
}

/** A refused field: `invalid`, `required`, `already_exists` or `custom`. */
export function badField(resource: string, attribute: string, errorType: string, message: string): Refusal {
  return new Refusal(400, `Bad Request: ${message}`, [{ resource, attribute, errorType, customMessage: message }]);
}

export function badRequest(message: string): Refusal {
  return new Refusal(400, `Bad Request: ${message}`);
}
