/**
 * A long list that the worker gives page by page: rows in view, what the last page told besides, and what went wrong.
 *
 * `of` says what is listed: where it says something else, that is read anew, and what is shown stays until the new rows are there; where its first part
 * is another, what was shown goes at once. Undefined lists nothing. After a failure nothing is asked until `retry`, or until `of` says something else.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { EngineError } from "../engine/engine.js";
import type { PageOf } from "../ui/row-pages.js";
import { Rows, type RowsOptions } from "../ui/rows.js";

export interface ListingOptions<Row, P extends PageOf<Row>> extends Omit<RowsOptions<Row>, "page" | "failed"> {
  of: () => readonly unknown[] | undefined;
  page: (offset: number, limit: number, signal: AbortSignal) => Promise<P>;
  /** A page came. */
  heard?: (page: P) => void;
}

export class Listing<Row, P extends PageOf<Row>> implements ReactiveController {
  readonly rows: Rows<Row>;
  /** The page that came last. */
  page: P | undefined;
  error: EngineError | undefined;
  /** Whether what is shown is about to be replaced. */
  stale = false;
  /** Whether what is shown, if anything, is not what was asked for: reading that failed. */
  lost = false;
  /** How often it was asked anew: for the worker, which keeps what it read. */
  round = 0;
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: ListingOptions<Row, P>;
  #key: string | undefined;
  #thing: string | undefined;

  constructor(host: ReactiveControllerHost & Element, options: ListingOptions<Row, P>) {
    this.#host = host;
    this.#options = options;
    const { of: _, page: _page, heard: _heard, ...rows } = options;
    this.rows = new Rows<Row>(host, { ...rows, page: (offset, limit, signal) => this.#ask(offset, limit, signal), failed: (error) => this.#failed(error as EngineError) });
    host.addController(this);
  }

  hostUpdate(): void {
    const key = this.#options.of();
    const text = key && JSON.stringify(key);
    if (text === this.#key) return;
    this.#key = text;
    this.error = undefined;
    this.lost = false;
    const thing = key && JSON.stringify(key[0]);
    if (thing !== this.#thing) this.#forget();
    this.#thing = thing;
    if (key === undefined) return;
    this.stale = true;
    this.rows.reset();
  }

  /** Asks the server anew; what is shown stays until then. */
  refresh(): void {
    this.round += 1;
    this.retry({ keep: true });
  }

  retry({ keep = false } = {}): void {
    this.error = undefined;
    this.lost = false;
    if (this.#key === undefined) return;
    this.stale = true;
    this.rows.reset({ keep });
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.page = undefined;
    this.stale = false;
    this.rows.clear();
  }

  async #ask(offset: number, limit: number, signal: AbortSignal): Promise<P> {
    if (this.error) throw this.error;
    const key = this.#key;
    const page = await this.#options.page(offset, limit, signal);
    if (key === this.#key && !signal.aborted) {
      this.page = page;
      this.stale = false;
      this.#options.heard?.(page);
    }
    return page;
  }

  #failed(error: EngineError): void {
    if (this.error === error) return;
    this.error = error;
    this.lost = this.stale || this.page === undefined;
    this.stale = false;
    this.#host.requestUpdate();
  }
}
