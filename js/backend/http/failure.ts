/** Thrown by a check or a route to answer with an error at once; the handler sends the answer it carries. */
import { failed, type Answer, type FieldError } from "./answer.js";

export class Failure extends Error {
  constructor(readonly answer: Answer) {
    super(`HTTP ${answer.status}`);
  }

  static of(status: number, message: string, errors?: FieldError[]): Failure {
    return new Failure(failed(status, message, errors));
  }
}

export const badRequest = (message: string, errors?: FieldError[]): Failure => Failure.of(400, `Bad Request: ${message}`, errors);
