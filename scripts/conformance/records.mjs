// Reads a folder of recorded exchanges.
//
// A record is a JSON file: {request: {method, path, headers, body}, response: {status, headers: [[name, value]…], body,
// bodyBytes?, bodyText?, bodyIsJson?}, note?}; `path` has the query, `body` is a value where it was JSON and a text otherwise.
// A record of several answers to the same request has allStatuses and allBodies besides. INDEX.tsv, where there is one, names
// the files that must be there. Out: exchanges in the order of their names, and what is wrong with the folder. Fails where the
// folder cannot be read.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** `{files, exchanges, problems}`; an exchange is {file, method, path, query, body, answer: {status, headers, text, cut}}. */
export function readRecords(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  const problems = indexed(folder).filter((name) => !files.includes(name)).map((file) => ({ file, problem: "is in INDEX.tsv, but not there" }));
  const exchanges = [];
  for (const file of files) {
    try {
      exchanges.push(...exchangesOf(file, JSON.parse(readFileSync(join(folder, file), "utf8"))));
    } catch (error) {
      problems.push({ file, problem: `is no record: ${error.message}` });
    }
  }
  return { files, exchanges, problems };
}

function indexed(folder) {
  const index = join(folder, "INDEX.tsv");
  if (!existsSync(index)) return [];
  const [head, ...rows] = readFileSync(index, "utf8").split("\n").filter((line) => line !== "").map((line) => line.split("\t"));
  const column = head.indexOf("file");
  return rows.map((row) => row[column]);
}

function exchangesOf(file, { request, response, allStatuses, allBodies }) {
  const at = request.path.indexOf("?");
  const asked = {
    file,
    method: request.method,
    path: at < 0 ? request.path : request.path.slice(0, at),
    query: at < 0 ? "" : request.path.slice(at + 1),
    body: bodyOf(request.body),
  };
  if (!asked.path.startsWith("/") || !Number.isInteger(response.status)) throw new Error("path or status is missing");
  const answers = allBodies ? together(allStatuses, allBodies) : [response];
  return answers.map((answer) => ({ ...asked, answer: answerOf(answer) }));
}

/** A body that was sent as a text of the sender's own making may be JSON all the same. */
function bodyOf(body) {
  if (typeof body !== "string") return body ?? undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Statuses and bodies of answers that came at once stand in no common order: a body with a status' number as its code is its own. */
function together(statuses, bodies) {
  const left = [...statuses];
  const take = (status) => left.splice(left.indexOf(status), 1)[0];
  const told = bodies.map((body) => (left.includes(body?.code) ? take(body.code) : undefined));
  return bodies.map((body, index) => ({ status: told[index] ?? left.shift(), headers: [["Content-Type", "application/json"]], body }));
}

function answerOf({ status, headers, body, bodyText, bodyBytes }) {
  const text = bodyText ?? (typeof body === "string" ? body : body === undefined || body === null ? "" : JSON.stringify(body));
  // What is stored shorter than it was sent: only its beginning was kept.
  const cut = typeof body === "string" && bodyText === undefined && (bodyBytes ?? 0) > Buffer.byteLength(text);
  return { status, headers, text, cut };
}
