/**
 * What came of each endpoint.
 *
 * In: the client's table of endpoints, and per step which requests were sent and how it ended. Out: one row per endpoint:
 *
 *   works     it answered as the client expects; `note` where it refused, as it may
 *   refused   this token or plan may not use it
 *   absent    the server has no such endpoint
 *   differs   it answered otherwise; `note` says how, `expected` whether that is known of this server
 *   skipped   it was not tried; `note` says why
 */

const RANK = ["skipped", "absent", "refused", "works", "differs"];

export class Table {
  #rows;

  /** `known` gives the reason for a difference that is known of the server, or undefined. */
  constructor(endpoints, known = () => undefined) {
    this.#rows = endpoints.map((endpoint) => ({ ...endpoint, outcome: "skipped", note: "no call led to it", matches: matcher(endpoint.path) }));
    this.known = known;
  }

  /** The endpoint of a function that a request went to: the one whose path has the fewest parameters. */
  find(name, method, path) {
    const fitting = this.#rows.filter((row) => row.function === name && row.method === method && row.matches.test(path));
    return fitting.sort((a, b) => a.parameters.length - b.parameters.length)[0];
  }

  /** Notes an outcome. An endpoint that several steps meet keeps the one that says most. */
  note(row, outcome, note) {
    if (RANK.indexOf(outcome) < RANK.indexOf(row.outcome)) return;
    if (outcome === row.outcome && (outcome === "differs" || !row.note)) return;
    const why = outcome === "differs" ? this.known(row, note) : undefined;
    Object.assign(row, { outcome, note: why === undefined ? note : `${note} (known: ${why})`, expected: why !== undefined });
  }

  /** Says why the endpoints of a function were not tried. */
  skip(name, why) {
    for (const row of this.#rows) if (row.function === name && row.outcome === "skipped") row.note = why;
  }

  get rows() {
    return this.#rows.map(({ function: name, method, path, title, outcome, note, expected }) => ({
      function: name, method, path, title, outcome, ...(note ? { note } : {}), ...(outcome === "differs" ? { expected } : {}),
    }));
  }

  get counts() {
    const counts = Object.fromEntries([...RANK].reverse().map((outcome) => [outcome, 0]));
    for (const { outcome } of this.#rows) counts[outcome] += 1;
    return counts;
  }

  /** Differences that nobody knows of. */
  get surprises() {
    return this.#rows.filter(({ outcome, expected }) => outcome === "differs" && !expected).length;
  }
}

function matcher(template) {
  const parts = template.split("/").map((part) => (part.startsWith("{") ? "[^/]+" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  return new RegExp(`^${parts.join("/")}$`);
}
