/**
 * Lists that servers have two endpoints for: the newer one is asked first, the older one where a server lacks it.
 *
 * In: both lists, not yet begun. Out: a list like theirs. What else goes wrong with the newer one is told; what went wrong with both, as the newer one
 * told it.
 */
import type { ErrorCode, Pages } from "../node.js";
import { StackscopeError } from "../error.js";

/** As much of a list as the command line reads. */
export type Source<T> = Pick<Pages<T>, "next" | "return" | "resumeToken" | "total" | "truncated">;

export interface Either<T> {
  newer(): Pages<T>;
  older(): Pages<T>;
  /** Ask the older one at once. */
  v1: boolean;
  /** The list goes on behind a token, which fits one of the two only. */
  resumed: boolean;
}

const LACKS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["unsupported", "not_found"]);

export class NewerFirst<T> implements Source<T> {
  /** Whether it is the older one that is read. */
  isOld: boolean;
  #list: Pages<T> | undefined;

  constructor(readonly either: Either<T>) {
    this.isOld = either.v1;
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    if (this.#list !== undefined) return this.#list.next();
    const { newer, older, v1, resumed } = this.either;
    if (v1) return (this.#list = older()).next();
    try {
      return await (this.#list = newer()).next();
    } catch (error) {
      if (!(error instanceof StackscopeError)) throw error;
      const lacks = LACKS.has(error.code) || (resumed && error.code === "validation");
      if (!lacks) throw error;
      const list = older();
      const first = await list.next().catch((second: unknown) => {
        throw second instanceof StackscopeError && (LACKS.has(second.code) || second.code === error.code) ? error : second;
      });
      this.#list = list;
      this.isOld = true;
      return first;
    }
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    await this.#list?.return();
    return { done: true, value: undefined };
  }

  get resumeToken(): string | undefined {
    return this.#list?.resumeToken;
  }

  get total(): number | undefined {
    return this.#list?.total;
  }

  get truncated(): boolean {
    return this.#list?.truncated ?? false;
  }
}
