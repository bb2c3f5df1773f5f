/** A process that reads one made-up log with one contender, and sends its parent the seconds, the memory and what was found. */
import { CONTENDERS } from "./contenders.mjs";
import { chunks } from "./log.mjs";

process.once("message", async ({ name, events, resources }) => {
  try {
    process.send({ result: await measure(name, events, resources) }, () => process.disconnect());
  } catch (error) {
    process.send({ error: error.stack }, () => process.disconnect());
  }
});

/** Only the contender's own work is timed, not the making of the log. */
async function measure(name, events, resources) {
  const contender = await CONTENDERS[name]();
  const memory = { start: resident() };
  let [seconds, bytes] = [0, 0];
  for (const { chunk, done } of chunks(events, resources)) {
    const begun = performance.now();
    contender.write(chunk);
    seconds += (performance.now() - begun) / 1000;
    bytes += chunk.length;
    if (done >= events / 2) memory.half ??= resident();
  }
  memory.end = resident();
  const begun = performance.now();
  const answer = contender.end();
  seconds += (performance.now() - begun) / 1000;
  return { seconds, bytes, memory, answer };
}

function resident() {
  globalThis.gc();
  return process.memoryUsage().rss;
}
