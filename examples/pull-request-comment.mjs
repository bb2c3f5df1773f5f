#!/usr/bin/env node
/**
 * Comments a pull request with what an update did, or a preview would do. A second run changes the comment of the first.
 *
 *   pulumi preview --json > preview.json
 *   node pull-request-comment.mjs preview.json
 *   pulumi up --yes --json | node pull-request-comment.mjs - --title 'acme/web/prod'
 *
 * LOG is an engine event log in any form, `-` stands for stdin. In GitHub Actions the rest is in the environment: GITHUB_REPOSITORY, GITHUB_API_URL,
 * the number of the pull request in the file that GITHUB_EVENT_PATH names, or in GITHUB_REF. The step has to pass on the token, which must be allowed to write
 * to pull requests: `env: { GITHUB_TOKEN: ${{ github.token }} }`. `--pr N` names another pull request. Jobs that comment the same one, such as one for each
 * stack, need a `--marker WORD` each. `--link URL` is put beside the heading (default: the run of the workflow). `--dry-run` prints the comment
 * and sends nothing.
 *
 * Exits with 0 if the comment stands, 1 if GitHub refused or cannot be reached, 2 for a wrong command line or environment, 3 for an input that is no event log.
 */
import { createReadStream, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { EventLog, StackscopeError } from "stackscope";

/** Comments that GitHub lists at a time. */
const PAGE = 100;

/** A pull request has at most 2,500 comments. */
const MOST_PAGES = 100;

const PATIENCE_MS = 30_000;

/** What GitHub takes as one comment, in characters. */
const LONGEST = 65_536;

/** A refusal of GitHub's, or that it cannot be reached; `status` is that of the answer. */
export class GitHubError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/**
 * Puts the Markdown into the comment that begins with the same line, or into a new one. That line is the marker, an HTML comment, which nobody sees.
 *
 * @param {{ api: string, repository: string, token: string }} github
 * @param {number} number of the pull request
 * @param {string} markdown
 * @returns {Promise<{ done: "created" | "updated" | "unchanged", url: string }>}
 */
export async function comment(github, number, markdown) {
  const [marker] = markdown.split("\n", 1);
  const isOurs = await authorship(github);
  const earlier = await find(github, number, (row) => isOurs(row) && firstLine(row.body) === marker);
  if (earlier?.body === markdown) return { done: "unchanged", url: earlier.html_url };
  const { body } = earlier
    ? await send(github, "PATCH", `/repos/${github.repository}/issues/comments/${Number(earlier.id)}`, { body: markdown })
    : await send(github, "POST", `/repos/${github.repository}/issues/${number}/comments`, { body: markdown });
  return { done: earlier ? "updated" : "created", url: body?.html_url };
}

const firstLine = (text) => (typeof text === "string" ? text.split(/\r?\n/, 1)[0] : undefined);

/**
 * Which comments may be ours. Anybody can write the marker into a comment of theirs, and change later what stands in it. The token of a workflow belongs to an
 * app and may not ask who it is; comments of apps are a bot's.
 */
async function authorship(github) {
  try {
    const { body } = await send(github, "GET", "/user");
    return ({ user }) => user?.login === body?.login;
  } catch (error) {
    if (error.status !== 403 && error.status !== 404) throw error;
    return ({ user }) => user?.type === "Bot";
  }
}

/** The first comment of the pull request that `holds` is true of. */
async function find(github, number, holds) {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { body, more } = await send(github, "GET", `/repos/${github.repository}/issues/${number}/comments?per_page=${PAGE}&page=${page}`);
    if (!Array.isArray(body)) throw new GitHubError("GitHub's list of comments is no list");
    const found = body.find(holds);
    if (found || !more) return found;
  }
  throw new GitHubError(`pull request ${number} has more than ${MOST_PAGES} pages of comments`);
}

/** One request; fails unless the answer is a success. The token goes to the API's own address alone. */
async function send({ api, token }, method, path, content) {
  const headers = {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${token}`,
    "user-agent": "stackscope-pull-request-comment",
    "x-github-api-version": "2022-11-28",
    ...(content ? { "content-type": "application/json" } : {}),
  };
  let answer, text;
  try {
    answer = await fetch(api + path, { method, headers, body: content && JSON.stringify(content), redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
    text = await answer.text();
  } catch (error) {
    const why = error.name === "TimeoutError" ? `no answer within ${PATIENCE_MS / 1_000} seconds` : (error.cause?.code ?? error.cause?.message ?? error.message);
    throw new GitHubError(`${method} ${path}: GitHub cannot be reached: ${why}`);
  }
  let body;
  try {
    body = text === "" ? undefined : JSON.parse(text);
  } catch {
    if (answer.ok) throw new GitHubError(`${method} ${path}: the answer is not JSON; is ${api} the address of the API?`);
  }
  if (!answer.ok) throw new GitHubError(`${method} ${path}: ${answer.status} ${refusal(answer.status, body)}`.trimEnd(), answer.status);
  return { body, more: /;\s*rel="?next"?/.test(answer.headers.get("link") ?? "") };
}

const ADVICE = {
  401: "the token is wrong or expired",
  403: "the token may not do this; a workflow needs `permissions: { pull-requests: write }`",
  404: "there is no such pull request, or the token may not see it",
};

/** GitHub's own words, and what they mean. */
function refusal(status, body) {
  const details = Array.isArray(body?.errors) ? body.errors.map((error) => error?.message ?? [error?.resource, error?.field, error?.code].filter(Boolean).join(" ")) : [];
  const words = [body?.message, ...details].filter((part) => typeof part === "string" && part !== "").join(": ");
  return words + (ADVICE[status] ? ` (${ADVICE[status]})` : "");
}

/** What the environment says about GitHub; `undefined` in `problem` where that is enough. */
export function fromEnvironment(env) {
  const api = (env.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, "");
  const repository = env.GITHUB_REPOSITORY ?? "";
  const token = env.GITHUB_TOKEN?.trim() ?? "";
  return { api, repository, token, problem: problemOf(api, repository, token) };
}

function problemOf(api, repository, token) {
  if (!URL.canParse(api)) return "GITHUB_API_URL is no address";
  const { protocol, hostname, username, password } = new URL(api);
  if (username || password) return "GITHUB_API_URL must not hold a user's name or password";
  const isLoopback = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback)) return "GITHUB_API_URL must begin with https://: the token would be seen on the way";
  if (!/^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$/.test(repository)) return "GITHUB_REPOSITORY must be owner/name";
  if (token === "") return "GITHUB_TOKEN is needed";
  if (!/^[\x21-\x7e]+$/.test(token)) return "GITHUB_TOKEN is no token: it holds characters that no header can carry";
  return undefined;
}

/** The number of the pull request that a workflow runs for. */
export function pullRequestOf(env) {
  const [, byRef] = /^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? "") ?? [];
  const number = eventNumber(env.GITHUB_EVENT_PATH) ?? Number(byRef);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** As the event has it: of a pull request, or of a comment on one. */
function eventNumber(path) {
  if (!path) return undefined;
  try {
    const { pull_request: request, issue } = JSON.parse(readFileSync(path, "utf8"));
    return request?.number ?? (issue?.pull_request ? issue.number : undefined);
  } catch {
    return undefined;
  }
}

/** The run of the workflow, where there is one. */
function runOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }) {
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}

/** The log as Markdown that begins with the marker. */
async function describe(input, { title, link, marker }) {
  const source = input === "-" ? process.stdin : createReadStream(input, { highWaterMark: 1 << 20 });
  const log = await EventLog.load(source, { keepBytes: 0 });
  try {
    if (log.length === 0) throw new Error("there is no engine event in it");
    return log.toMarkdown({ marker, maxLength: LONGEST, ...(title ? { title } : {}), ...(link ? { link } : {}) });
  } finally {
    log.free();
  }
}

const OPTIONS = {
  pr: { type: "string" },
  title: { type: "string" },
  link: { type: "string" },
  marker: { type: "string", default: "stackscope" },
  "dry-run": { type: "boolean" },
};

async function main(args, env) {
  let values, positionals;
  try {
    ({ values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true }));
  } catch (error) {
    return usage(error.message);
  }
  const [input, ...others] = positionals;
  if (input === undefined || others.length > 0) return usage("one event log is needed");
  if (!/^[\w./@-]+$/.test(values.marker) || values.marker.includes("--")) return usage("--marker is one word: letters, digits and _ . / @ -");
  if (values.pr !== undefined && !/^[1-9]\d{0,8}$/.test(values.pr)) return usage("--pr is the number of a pull request");
  const { problem, ...github } = fromEnvironment(env);
  const number = Number(values.pr) || pullRequestOf(env);
  if (!values["dry-run"] && problem) return usage(problem);
  if (!values["dry-run"] && number === undefined) return usage("no pull request: give --pr N, or run this in a workflow of one");

  let markdown;
  try {
    markdown = await describe(input, { ...values, link: values.link ?? runOf(env) });
  } catch (error) {
    tell(github, `${input}: ${error.message}${error instanceof StackscopeError ? ` [${error.code}]` : ""}`);
    return error.code === "validation" ? 2 : 3;
  }
  if (values["dry-run"]) {
    process.stdout.write(markdown.endsWith("\n") ? markdown : `${markdown}\n`);
    return 0;
  }
  try {
    const { done, url } = await comment(github, number, markdown);
    tell(github, `${done} ${url ?? `the comment on pull request ${number}`}`);
    return 0;
  } catch (error) {
    tell(github, error.message);
    return 1;
  }
}

/** One line on stderr, whatever a server wrote: no token, no control characters. */
function tell({ token }, line) {
  const masked = token ? line.replaceAll(token, "***") : line;
  console.error(`pull-request-comment: ${masked.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, " ")}`);
}

function usage(problem) {
  console.error(`pull-request-comment: ${problem}\nusage: pull-request-comment.mjs LOG|- [--pr N] [--title TEXT] [--link URL] [--marker WORD] [--dry-run]`);
  return 2;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = await main(process.argv.slice(2), process.env);
