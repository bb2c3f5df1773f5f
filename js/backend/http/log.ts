/** The last requests: method, path and status. No header is kept, so no token is. */

export interface LoggedRequest {
  method: string;
  path: string;
  /** With its question mark, or empty. */
  query: string;
  /** Undefined until it was answered; it stays so where the connection broke. */
  status?: number;
}

const KEPT = 1000;

export class RequestLog {
  readonly entries: LoggedRequest[] = [];

  begin(method: string, url: string): LoggedRequest {
    const at = url.indexOf("?");
    const entry: LoggedRequest = { method, path: at < 0 ? url : url.slice(0, at), query: at < 0 ? "" : url.slice(at) };
    this.entries.push(entry);
    if (this.entries.length > KEPT) this.entries.shift();
    return entry;
  }
}
