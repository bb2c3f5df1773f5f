/** The table as text for people. In: a table, what is left over. Out: text with one line per endpoint, aligned, and a summary. */
export function text({ table, left, backend }) {
  const rows = table.rows;
  const width = (key) => Math.max(...rows.map((row) => row[key].length));
  const [outcome, name, method] = ["outcome", "function", "method"].map(width);
  const lines = rows.map((row) => {
    const head = `${row.outcome.padEnd(outcome)}  ${row.function.padEnd(name)}  ${row.method.padEnd(method)}  ${row.path}`;
    return row.note ? `${head}\n${" ".repeat(outcome + 2)}${oneLine(row.note)}` : head;
  });
  const counts = Object.entries(table.counts).map(([word, count]) => `${count} ${word}`);
  const remains = left.map((what) => `LEFT OVER: ${oneLine(what)}`);
  return [...lines, "", `${backend}: ${counts.join(", ")}`, ...remains].join("\n");
}

/** The same for programs. */
export function json({ table, left, backend, project }) {
  return JSON.stringify({ backend, project, counts: table.counts, surprises: table.surprises, left, endpoints: table.rows }, null, 2);
}

/** What a server says may hold line breaks and what a terminal would obey. */
function oneLine(said) {
  return said.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}
