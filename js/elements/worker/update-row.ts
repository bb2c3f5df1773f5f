/** An update as a row of a history: bounded, and without configuration. */
import type { UpdateInfo } from "../../browser.js";
import { cut } from "./bounded.js";

const MESSAGE = 400;
const NAME = 120;
const ADDRESS = 1000;
const MOST_OPS = 20;

export interface UpdateRow {
  id?: string | undefined;
  /** Version of the stack that it made, or, of a preview, would have made. */
  version?: number | undefined;
  /** Without the `P` of previews. */
  kind: string;
  preview: boolean;
  result: string;
  /** Unix seconds. */
  started?: number | undefined;
  ended?: number | undefined;
  /** The first line of the message. */
  message: string;
  author?: { name: string; login: string } | undefined;
  commit?: { sha: string; url?: string | undefined; dirty: boolean } | undefined;
  branch?: string | undefined;
  pull?: { number: string; url?: string | undefined } | undefined;
  /** By op. */
  changes: Record<string, number>;
  resources?: number | undefined;
}

const RUNNING: readonly (string | undefined)[] = ["in-progress", "running", "not-started", "not started", "requested"];

/** Whether an update with this result has yet to end. */
export const isRunning = (result: string | undefined): boolean => RUNNING.includes(result);

export function updateRow({ info, updateID, version, githubCommitInfo: from, requestedBy }: UpdateInfo, { preview = false } = {}): UpdateRow {
  const { kind = "update", environment = {}, message = "" } = info;
  const foreseen = /^P[a-z]/.test(kind);
  // Some servers say of an update that runs only that it hasn't ended.
  const result = info.result || (info.endTime ? "" : "in-progress");
  const sha = text(from?.sha ?? environment["git.head"], 64);
  const url = webAddress(from?.url);
  const pull = text(environment["github.pr.number"] ?? environment["vcs.pr.number"], 12);
  const author = requestedBy ?? from?.author;
  return {
    id: updateID && cut(updateID, NAME),
    version: version ?? info.version,
    kind: cut(foreseen ? kind.slice(1) : kind, NAME),
    preview: preview || foreseen || kind === "preview",
    result: cut(result, NAME),
    started: info.startTime || undefined,
    ended: info.endTime || undefined,
    message: cut(message.split("\n", 1)[0] ?? "", MESSAGE),
    author: author && { name: cut(author.name || author.githubLogin, NAME), login: cut(author.githubLogin, NAME) },
    commit: sha === undefined ? undefined : { sha, url, dirty: environment["git.dirty"] === "true" },
    branch: text(environment["git.headName"]?.replace(/^refs\/heads\//, ""), NAME),
    pull: pull === undefined ? undefined : { number: pull, url: pullAddress(url, from?.slug, pull) },
    changes: changesOf(info.resourceChanges),
    resources: info.resourceCount,
  };
}

function text(value: unknown, length: number): string | undefined {
  return typeof value === "string" && value !== "" ? cut(value, length) : undefined;
}

export function changesOf(changes: Readonly<Record<string, number | undefined>> = {}): Record<string, number> {
  const counted = Object.entries(changes).filter((entry): entry is [string, number] => typeof entry[1] === "number" && entry[1] > 0);
  return Object.fromEntries(counted.slice(0, MOST_OPS).map(([op, n]) => [cut(op, 40), n]));
}

/** An address that a link may lead to. */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > ADDRESS || !URL.canParse(value)) return undefined;
  const { protocol, href } = new URL(value);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}

/** Where a pull request of GitHub is, as far as the address of the commit tells. */
function pullAddress(commit: string | undefined, slug: string | undefined, number: string): string | undefined {
  if (commit === undefined || slug === undefined || !/^\d+$/.test(number)) return undefined;
  const { origin, pathname } = new URL(commit);
  return pathname.startsWith(`/${slug}/commit/`) ? `${origin}/${slug}/pull/${number}` : undefined;
}
