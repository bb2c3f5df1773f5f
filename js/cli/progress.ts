/** One line on stderr while something takes long: on a terminal only, and only once it does take long. */
import { count } from "./cells.js";
import { visible } from "./visible.js";

const PATIENCE_MS = 400;
const REDRAW_MS = 100;

export interface Progress {
  update(now: { read: number; total?: number }): void;
  clear(): void;
}

export function progress(name: string, unit: "bytes" | "rows" | "events" = "bytes", out: NodeJS.WriteStream = process.stderr): Progress {
  const started = Date.now();
  const amount = unit === "bytes" ? megabytes : count;
  let drawn = 0;
  return {
    update({ read, total }) {
      const now = Date.now();
      if (!out.isTTY || now - started < PATIENCE_MS || now - drawn < REDRAW_MS) return;
      drawn = now;
      const of = total === undefined ? "" : ` of ${amount(total)} (${Math.floor((100 * read) / Math.max(1, total))} %)`;
      out.write(`\r\u001b[Kreading ${visible(name)}: ${amount(read)}${of}${unit === "bytes" ? "" : ` ${unit}`}`);
    },
    clear() {
      if (drawn !== 0) out.write("\r\u001b[K");
      drawn = 0;
    },
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
