/**
 * A list of a client that is still to come.
 *
 * In: what gives the list, once the module is there. Out: its surface; what fails on the way fails the call at hand alone, the next one tries again.
 */

type Anything = any;

/** What the getters say before the list is there. */
const UNREAD = { resumeToken: undefined, total: undefined, truncated: false, status: undefined };

/** A list whose first page waits for the module. */
export function list(start: () => Promise<Anything>): object {
  let opened: Anything;
  let opening: Promise<Anything> | undefined;
  let ended = false;
  const open = (): Promise<Anything> =>
    (opening ??= start().then(
      (list) => (opened = list),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    ));
  const isOver = (): boolean => ended && opened === undefined;
  const end = async (of: () => Promise<Anything>, value: unknown): Promise<unknown> => {
    ended = true;
    const there = opening !== undefined && (await opening.then(() => true, () => false));
    return there ? (await of()).return(value) : { done: true, value };
  };
  const free = (): void => {
    ended = true;
    if (opened === undefined) opening?.then((list) => list.free(), () => {});
    else opened.free();
  };
  const iterator = (of: () => Promise<Anything>): Anything => ({
    next: async () => (isOver() ? { done: true, value: undefined } : (await of()).next()),
    return: (value?: unknown) => end(of, value),
    free,
    ...(Symbol.dispose ? { [Symbol.dispose]: free } : {}),
    [Symbol.asyncIterator]() {
      return this as unknown;
    },
  });
  const facade: Anything = {
    ...iterator(open),
    toArray: async (options?: unknown) => (isOver() ? [] : (await open()).toArray(options)),
    pages() {
      let pages: Anything;
      return iterator(async () => (pages ??= (await open()).pages()));
    },
  };
  for (const [name, before] of Object.entries(UNREAD)) Object.defineProperty(facade, name, { get: () => (opened === undefined ? before : opened[name]), enumerable: true });
  return facade;
}

/** What a group's function gives serves as a promise and as a list: only the caller knows which it wants. */
export function promiseOrList(start: () => Promise<unknown>): unknown {
  const result = start();
  // Whoever awaits it sees the failure; a list that is never read must not become an unhandled rejection.
  result.catch(() => {});
  let isTaken = false;
  const again = (): Promise<unknown> => {
    if (isTaken) return start();
    isTaken = true;
    return result;
  };
  return Object.assign(list(again), {
    then: result.then.bind(result),
    catch: result.catch.bind(result),
    finally: result.finally.bind(result),
  });
}
