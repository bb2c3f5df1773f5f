/**
 * Lists: how much of them is read, and how to read on.
 *
 * In: a list of the client's, or an array. Out: rows on stdout, and on stderr how to get what follows. Where a page fails, the rows before it are
 * printed first, so that `--resume` misses none.
 */
import { Option } from "commander";
import { StackscopeError } from "../error.js";
import { count } from "./cells.js";
import { atLeast } from "./connection.js";
import type { Source } from "./newer.js";
import { note } from "./output.js";
import { progress } from "./progress.js";
import { showRows, type FormatFlags } from "./results.js";
import type { Column } from "./table.js";

export interface ListFlags {
  all?: true;
  limit?: number;
  resume?: string;
}

const DEFAULT_LIMIT = 100;

export function listOptions(): Option[] {
  return [...limitOptions(), new Option("--resume <TOKEN>", "go on where an earlier run left off; it printed the token")];
}

/** For lists that come in one piece. */
export function limitOptions(): Option[] {
  return [new Option("--all", "print everything"), new Option("--limit <N>", `print N rows (default: ${DEFAULT_LIMIT})`).argParser(atLeast(1)).conflicts("all")];
}

/** What the client's list functions take of it. */
export function resumed({ resume }: ListFlags): { resume?: string } {
  return resume === undefined ? {} : { resume };
}

export interface Rows<T> {
  rows: T[];
  /** Says on stderr what is left, or throws what went wrong on the way: to be called when the rows are printed. */
  end(): void;
}

export async function list<T>(source: Source<T> | readonly T[], columns: readonly Column<T>[], flags: ListFlags & FormatFlags, repeat = () => ""): Promise<void> {
  const { rows, end } = await read(source, flags, repeat);
  await showRows(rows, columns, flags);
  end();
}

/** `repeat`: options that must stay the same for `--resume` to fit, where the user did not give them. */
export async function read<T>(source: Source<T> | readonly T[], flags: ListFlags, repeat = () => ""): Promise<Rows<T>> {
  const limit = flags.all ? Infinity : (flags.limit ?? DEFAULT_LIMIT);
  if (!("resumeToken" in source)) return cutOff(source as readonly T[], limit);
  const rows: T[] = [];
  const bar = progress("the list", "rows");
  try {
    while (rows.length < limit) {
      const { done, value } = await source.next();
      if (done) break;
      rows.push(value);
      bar.update(source.total === undefined ? { read: rows.length } : { read: rows.length, total: source.total });
    }
  } catch (error) {
    if (rows.length === 0) throw flags.resume === undefined ? fromStart(error) : error;
    return {
      rows,
      end() {
        throw error;
      },
    };
  } finally {
    bar.clear();
  }
  const { resumeToken, total, truncated } = source;
  const more = rows.length >= limit && resumeToken !== undefined && (total === undefined || flags.resume !== undefined || total > rows.length);
  await source.return();
  return {
    rows,
    end() {
      if (truncated && total !== undefined) note(`warning[truncated]: the server counts ${count(total)} rows and gave ${count(rows.length)}`);
      if (more) note(`note: ${rows.length === 1 ? "1 row" : `${count(rows.length)} rows`}${total === undefined ? "" : ` of ${count(total)}`}, more follow: --all, or ${repeat()}--resume ${resumeToken}`);
    },
  };
}

/** Where nothing was read yet, there is nothing to resume behind. */
export function fromStart(error: unknown): unknown {
  if (!(error instanceof StackscopeError)) return error;
  const { message, cause } = error;
  return new StackscopeError(message, { ...error, cause, resumeToken: undefined });
}

function cutOff<T>(rows: readonly T[], limit: number): Rows<T> {
  return {
    rows: rows.slice(0, limit),
    end() {
      if (rows.length > limit) note(`note: ${limit === 1 ? "1 row" : `${count(limit)} rows`} of ${count(rows.length)}; --all prints everything`);
    },
  };
}
