/** One line on stderr while something takes long: on a terminal only, and only once it does take long. */

const PATIENCE_MS = 400;
const REDRAW_MS = 100;

export interface Progress {
  update(now: { read: number; total?: number }): void;
  clear(): void;
}

export function progress(name: string, out: NodeJS.WriteStream = process.stderr): Progress {
  const started = Date.now();
  let drawn = 0;
  return {
    update({ read, total }) {
      const now = Date.now();
      if (!out.isTTY || now - started < PATIENCE_MS || now - drawn < REDRAW_MS) return;
      drawn = now;
      const of = total === undefined ? "" : ` of ${megabytes(total)} (${Math.floor((100 * read) / total)} %)`;
      out.write(`\r\u001b[Kreading ${name}: ${megabytes(read)}${of}`);
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
