// Recorded event logs in a folder, and how Pulumi's command line was told to print them.
//
// In: a folder. Out: each folder below it, at any depth, that holds an `eventstream.json`, with the texts recorded beside it. Fails as the file
// system does.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** What lies beside an `eventstream.json`. */
const TEXTS = { diff: "diff.stdout.txt", progress: "progress.stdout.txt" };

/** Logs with at least one recorded text, by name of their folder. */
export function findLogs(folder) {
  const found = [];
  const look = (at) => {
    const entries = readdirSync(at, { withFileTypes: true });
    if (entries.some((entry) => entry.name === "eventstream.json")) found.push(at);
    for (const entry of entries) if (entry.isDirectory()) look(join(at, entry.name));
  };
  look(folder);
  return found
    .map((at) => ({ name: relative(folder, at) || ".", at, texts: textsOf(at) }))
    .filter(({ texts }) => Object.keys(texts).length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function textsOf(at) {
  const there = Object.entries(TEXTS).filter(([, file]) => existsSync(join(at, file)));
  return Object.fromEntries(there.map(([style, file]) => [style, readFileSync(join(at, file), "utf8")]));
}

/** The bytes of a log. */
export function bytesOf(log) {
  return readFileSync(join(log.at, "eventstream.json"));
}

/**
 * The options that a text was printed with. Those that all recordings share are fixed; of the others the text itself tells: whether configuration stands at
 * its top, and which address it names.
 */
export function optionsOf(style, text) {
  const plain = withoutTags(text);
  const options = {
    style,
    color: "raw",
    showSames: true,
    showReplacementSteps: true,
    showReads: true,
    showFullOutput: true,
    showConfig: /^Configuration:$/m.test(plain.split("\n").slice(0, 5).join("\n")),
    stack: "stack",
    project: "project",
  };
  const permalink = /^View Live: (.*)$/m.exec(plain)?.[1];
  if (permalink !== undefined) options.permalink = permalink;
  if (style === "progress") {
    // Recorded as an update, whatever it was.
    options.preview = false;
    options.suppressProgress = true;
  }
  return options;
}

/** Without colour tags; one that does not end swallows the rest, as it does in Pulumi. */
export function withoutTags(text) {
  return text.replace(/<\{%.*?(%\}>|$(?![^]))/gs, "");
}
