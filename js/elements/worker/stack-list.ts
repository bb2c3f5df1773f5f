/**
 * The stacks of an organisation, or those with a tag: read page by page, and kept.
 *
 * In: a client. Out: rows, more with each page. When a page fails, what was read stays, and the next call goes on from there.
 */
import type { Page, Pages, PulumiCloud, StackSummary } from "../../browser.js";
import { cut } from "./bounded.js";

const PAGE = 500;
const LONGEST_NAME = 300;
const LONGEST_TAG = 256;
const MOST_TAGS = 50;

export type Tag = readonly [name: string, value: string];

/** A stack as the server's list tells it. */
export interface ListedStack {
  /** `organization/project/stack` */
  stack: string;
  project: string;
  name: string;
  /** Start of the last update, in unix seconds. */
  updated?: number | undefined;
  /** How it ended, where the list says it. */
  result?: string | undefined;
  resources?: number | undefined;
  /** Where the list has them. */
  tags?: Tag[] | undefined;
}

/** How far reading has come. */
export interface StacksRead {
  read: number;
  /** Whether that is all. */
  complete: boolean;
}

export class StackList {
  readonly rows: ListedStack[] = [];
  complete = false;
  /** When reading ended, in milliseconds. */
  at = 0;
  readonly #tag: readonly [name: string, value?: string | undefined];
  readonly #list: Pages<StackSummary>;
  readonly #pages: AsyncIterator<Page<StackSummary>>;
  readonly #stop = new AbortController();
  readonly #waiting = new Set<{ signal: AbortSignal; report: (read: StacksRead) => void }>();
  #running: Promise<void> | undefined;

  /** `tag` is `name` or `name=value`. */
  constructor(cloud: PulumiCloud, organization: string, tag = "") {
    const [tagName, tagValue] = splitTag(tag);
    this.#tag = [tagName, tagValue];
    const which = { ...(tagName && { tagName }), ...(tagName && tagValue !== undefined && { tagValue }) };
    this.#list = cloud.stacks.list({ organization, maxResults: PAGE, signal: this.#stop.signal, ...which });
    this.#pages = this.#list.pages();
  }

  /** Lets go of what the client holds for it. */
  end(): void {
    this.#stop.abort(new DOMException("nobody reads it any more", "AbortError"));
    const free = (): void => this.#list.free();
    void (this.#running ?? Promise.resolve()).then(free, free);
  }

  /** Reads on to the end, for as long as somebody wants it. Those who come while it reads share it. */
  async read(signal: AbortSignal, report: (read: StacksRead) => void): Promise<StacksRead> {
    const waiting = { signal, report };
    this.#waiting.add(waiting);
    try {
      if (!this.complete) await (this.#running ??= this.#readOn().finally(() => (this.#running = undefined)));
    } finally {
      this.#waiting.delete(waiting);
    }
    return this.#now();
  }

  async #readOn(): Promise<void> {
    while (!this.complete && [...this.#waiting].some(({ signal }) => !signal.aborted)) {
      const { value, done } = await this.#pages.next();
      if (done) {
        this.complete = true;
        this.at = Date.now();
        return;
      }
      for (const stack of (value as Page<StackSummary>).items) if (hasTag(stack.tags, this.#tag)) this.rows.push(listed(stack));
      for (const { report } of this.#waiting) report(this.#now());
    }
  }

  #now(): StacksRead {
    return { read: this.rows.length, complete: this.complete };
  }
}

/** A tag's name, and its value where one is named. */
export function splitTag(tag: string): [name: string, value?: string] {
  const at = tag.indexOf("=");
  return at < 0 ? [tag.trim()] : [tag.slice(0, at).trim(), tag.slice(at + 1).trim()];
}

/** Some servers don't filter by tags: where a list has them, they are looked at here. */
function hasTag(tags: StackSummary["tags"], [name, value]: readonly [name: string, value?: string | undefined]): boolean {
  if (name === "" || tags === undefined) return true;
  return Object.hasOwn(tags, name) && (value === undefined || tags[name] === value);
}

/** Tags in their order, cut where they are long or many. */
export function tagsOf(tags: Readonly<Record<string, unknown>>): Tag[] {
  return Object.entries(tags)
    .slice(0, MOST_TAGS)
    .map(([name, value]) => [cut(name, LONGEST_TAG), cut(String(value), LONGEST_TAG)]);
}

function listed(stack: StackSummary): ListedStack {
  const project = cut(stack.projectName, LONGEST_NAME);
  const name = cut(stack.stackName, LONGEST_NAME);
  return {
    stack: `${cut(stack.orgName, LONGEST_NAME)}/${project}/${name}`,
    project,
    name,
    updated: stack.lastUpdate ?? stack.lastUpdateDetail?.startTime,
    result: stack.lastUpdateDetail?.status && cut(stack.lastUpdateDetail.status, 40),
    resources: stack.resourceCount,
    tags: stack.tags && tagsOf(stack.tags),
  };
}
