/** The figures as a Markdown table, and what they say of the targets. */
import { CONTENDERS, STACKSCOPE } from "./contenders.mjs";

export const TARGETS = { fromMegabytes: 75, warm: 4, first: 2.5, memory: 1.4 };

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The medians of a size and how they stand to each other. A first run of stackscope has its import in it, which compiles and
 * instantiates the module; the others' import is left out, so the ratio is the least favourable one.
 */
export function summarize({ results, bytes, memory, megabytes }) {
  const total = bytes.old + bytes.new;
  const figures = {};
  for (const [name, result] of Object.entries(results)) {
    if (result.failed) {
      figures[name] = { failed: result.failed };
      continue;
    }
    const warm = median(result.warm);
    const work = median(result.first.map((run) => run.work));
    const withImport = median(result.first.map((run) => run.work + run.import));
    const first = CONTENDERS[name].ours ? withImport : work;
    figures[name] = { warm, first, firstWork: work, firstWithImport: withImport, throughput: total / 1e3 / warm };
  }
  const others = Object.entries(figures).filter(([name, figure]) => !CONTENDERS[name].ours && !figure.failed);
  const ours = figures[STACKSCOPE];
  const ratios = {};
  if (ours && !ours.failed && others.length > 0) {
    const fastest = (field) => others.reduce((best, one) => (one[1][field] < best[1][field] ? one : best));
    const [warm, first] = [fastest("warm"), fastest("first")];
    ratios.warm = { fastest: warm[0], ratio: warm[1].warm / ours.warm };
    ratios.first = { fastest: first[0], ratio: first[1].first / ours.first };
  }
  if (memory) ratios.memory = { ratio: median(memory.map(({ idle, busy }) => (busy - idle) / total)) };
  return { figures, ratios, verdicts: megabytes >= TARGETS.fromMegabytes ? judge(ratios) : [] };
}

function judge({ warm, first, memory }) {
  const verdicts = [];
  const speed = (name, { ratio, fastest }, target) => verdicts.push({
    name, met: ratio >= target, text: `${name} run: ${ratio.toFixed(2)} times as fast as ${fastest}; the target is ${target}`,
  });
  if (warm) speed("warm", warm, TARGETS.warm);
  if (first) speed("first", first, TARGETS.first);
  if (memory) {
    const text = `peak memory: ${memory.ratio.toFixed(2)} times the two inputs; the target is under ${TARGETS.memory}`;
    verdicts.push({ name: "memory", met: memory.ratio < TARGETS.memory, text });
  }
  return verdicts;
}

export function table(measured) {
  const { figures, ratios, verdicts } = summarize(measured);
  const { megabytes, resources, changed, compact, memory, results } = measured;
  const others = Object.entries(figures).filter(([name, one]) => !CONTENDERS[name].ours && !one.failed);
  const best = Math.min(...others.map(([, one]) => one.warm));
  const rows = [["", "warm median", "", "against the fastest other", "first run", "with import", "peak of the process"]];
  for (const [name, one] of Object.entries(figures)) {
    if (one.failed) rows.push([name, one.failed, "", "", "", "", ""]);
    else {
      rows.push([
        name, time(one.warm), `${Math.round(one.throughput)} MB/s`, Number.isFinite(best) ? `${(best / one.warm).toFixed(2)} ×` : "",
        time(one.firstWork), time(one.firstWithImport), `${mega(median(results[name].first.map((run) => run.peak)))} MB`,
      ]);
    }
  }
  const count = new Intl.NumberFormat("en").format(resources.old);
  let text = `\n${megabytes} MB a state, ${count} resources, ${changed * 100} % changed${compact ? ", on one line" : ""}\n\n${markdown(rows)}\n`;
  if (memory) {
    const [idle, busy] = ["idle", "busy"].map((key) => mega(median(memory.map((run) => run[key]))));
    text += `\nStreamed in: peak ${busy} MB, of which an idle process ${idle} MB; the rest is ${ratios.memory.ratio.toFixed(2)} times the two inputs.\n`;
  }
  for (const verdict of verdicts) text += `${verdict.met ? "met    " : "MISSED "} ${verdict.text}\n`;
  return text;
}

function markdown(rows) {
  const widths = rows[0].map((unused, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join("\n");
}

function time(milliseconds) {
  return milliseconds < 1000 ? `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

function mega(bytes) {
  return Math.round(bytes / 1e6);
}
