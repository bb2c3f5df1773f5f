/** Who reads the log: in chunks of bytes, out what the update did. `end` gives the same small answer for both. */
import { JsonFold } from "./json-fold.mjs";

export const CONTENDERS = {
  async stackscope() {
    const { EventLog } = await import("../../dist/node.js");
    const log = new EventLog({ keepBytes: 0 });
    return {
      write: (chunk) => log.write(chunk),
      end() {
        log.end();
        const { result, changes, recomputed, resources, kinds, ephemeral, durationSeconds, progress } = log.summary();
        return answer({ result, changes, recomputed, resources, kinds, ephemeral, durationSeconds, progress });
      },
    };
  },
  async "JSON.parse"() {
    const fold = new JsonFold();
    const decoder = new TextDecoder();
    let rest = "";
    const take = (text) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop();
      for (const line of lines) if (line !== "") fold.event(JSON.parse(line));
    };
    return {
      write: (chunk) => take(decoder.decode(chunk, { stream: true })),
      end() {
        take(`${decoder.decode()}\n`);
        return answer(fold.summary());
      },
    };
  },
};

/** What both must agree on, every resource included. */
function answer({ result, changes, recomputed, resources, kinds, ephemeral, durationSeconds, progress }) {
  const rows = resources.map(({ urn, op, status, startTime, endTime, diff, propertyDiff }) => [urn, op, status, startTime, endTime, diff, propertyDiff.map(({ path, before, after }) => [path, before, after])]);
  const sorted = (counts) => Object.fromEntries(Object.entries(counts ?? {}).sort());
  return { result, changes: sorted(changes), recomputed: sorted(recomputed), kinds: sorted(kinds), ephemeral, durationSeconds, progress: progress.length, resources: rows.length, digest: digest(JSON.stringify(rows)), first: rows.slice(0, 3) };
}

function digest(text) {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}
