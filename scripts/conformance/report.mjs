// The counts of a replay as text.
//
// In: what was read, the result of each exchange, and how many must have been replayed. Out: {lines, ok}.

export function report({ files, problems }, results, atLeast) {
  const replayed = results.filter(({ via }) => via !== "skipped");
  const through = replayed.filter(({ via }) => via === "function");
  const refused = replayed.filter((result) => result.via === "raw" && result.refused.length > 0);
  const cut = replayed.filter(({ exchange }) => exchange.answer.cut);
  const functions = new Set(through.flatMap((result) => result.functions.map((call) => call.function)));
  const pairs = new Set(through.flatMap(({ exchange, functions }) => functions.map((call) => `${exchange.method} ${call.template}`)));
  const failures = [...problems, ...results.flatMap(({ exchange, problem }) => (problem ? [{ file: exchange.file, problem }] : []))];
  const lines = [
    `${files.length} records, ${results.length} exchanges`,
    `replayed   ${replayed.length}`,
    `  through functions ${through.length} (${functions.size} functions, ${pairs.size} endpoints)`,
    `  raw               ${replayed.length - through.length}`,
    `    a function refused its arguments ${refused.length}${named(refused)}`,
    `  of these cut      ${cut.length}${named(cut)}`,
    `skipped    ${results.length - replayed.length}`,
    ...skips(results),
    `failures   ${failures.length}`,
    ...failures.map(({ file, problem }) => `  ${file}: ${problem}`),
  ];
  const enough = replayed.length >= atLeast;
  if (!enough) lines.push(`fewer than ${atLeast} exchanges were replayed`);
  return { lines, ok: enough && failures.length === 0 };
}

function skips(results) {
  const reasons = new Map();
  for (const result of results.filter(({ via }) => via === "skipped")) {
    reasons.set(result.reason, [...(reasons.get(result.reason) ?? []), result]);
  }
  return [...reasons].map(([reason, of]) => `  ${of.length} × ${reason}${named(of)}`);
}

const named = (results) => (results.length === 0 ? "" : ` (${[...new Set(results.map(({ exchange }) => exchange.file.replace(/\.json$/, "")))].join(", ")})`);
