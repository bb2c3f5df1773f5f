// Compiled, never run: the declarations as a strict caller meets them.
import { Checkpoint, StackscopeError, StateDiff, init } from "stackscope";
import type { Change, DiffOptions, ErrorCode, LoadOptions, PropertyChange, ResourceRow } from "stackscope";

/** Compiles only where A and B are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T => true as T;

declare const bytes: Uint8Array;
declare const buffer: ArrayBuffer;
declare const blob: Blob;
declare const response: Response;
declare const stream: ReadableStream<Uint8Array>;
declare const iterable: AsyncIterable<Uint8Array>;
declare const nodeStream: import("node:fs").ReadStream;

export async function load(signal: AbortSignal, base: Checkpoint): Promise<Checkpoint> {
  await init();
  for (const source of [bytes, buffer, blob, response, stream, iterable, nodeStream]) await Checkpoint.load(source);
  const options: LoadOptions = { signal, base, total: 5, onProgress: ({ read, total }) => console.log(read + 1, total ?? "unknown") };
  // @ts-expect-error a path is no source
  await Checkpoint.load("state.json");
  // @ts-expect-error no such option
  await Checkpoint.load(bytes, { retries: 3 });
  const forwarded: LoadOptions = { signal: undefined };
  void forwarded;
  return Checkpoint.load(blob, options);
}

export function read(state: Checkpoint): void {
  const { envelope, version, features, counts, warnings, manifest, compression } = state.summary;
  holds<Same<typeof envelope, "export" | "backend" | "unversioned" | "resources">>();
  holds<Same<typeof compression, "none" | "gzip" | "zstd">>();
  console.log(version.toFixed(), features.join(), counts.resources + counts.pendingDelete, warnings.map(({ code, message }) => code + message), manifest?.version);
  const rows: ResourceRow[] = state.resources({ offset: 0, limit: 5, filter: { type: "a:b:C", flags: ["protect"], text: "x" } }).rows;
  const ids: (string | undefined)[] = rows.map((row) => row.id);
  console.log(ids, state.facets().types[0]?.count, state.stackOutputs()["url"]);
  const record: object | undefined = state.resource("urn", { delete: true, id: "i" });
  console.log(record, state.parents("urn"), state.children("urn"), state.dependencies("urn")[0]?.kinds, state.dependents("urn")[0]?.row?.name);
  for (const { code, severity, repair, urn } of state.check().findings) {
    holds<Same<typeof severity, "error" | "warning">>();
    console.log(code, repair, urn?.length);
  }
  const text: string = state.checkText({ color: true }) + state.checkMarkdown();
  const json: Uint8Array = state.toBytes();
  console.log(text, json);
  state.free();
}

export function compare(older: Checkpoint, newer: Checkpoint): StateDiff {
  const options: DiffOptions = {
    ignore: ["outputs.x", { path: "inputs.*" }, { type: "a:b:C" }, { urn: "*::x" }],
    compare: "stacks",
    unordered: true,
    listKeys: { "inputs.rules": "port" },
    showInternal: false,
    workLimit: 1000,
  };
  // @ts-expect-error not a way to compare
  older.diff(newer, { compare: "sideways" });
  const diff = older.diff(newer, options);
  const total: number = diff.summary.create + diff.summary.same;
  const rows: Change[] = diff.changes({ filter: { kind: ["create", "replace"] } }).rows;
  for (const change of rows) {
    switch (change.kind) {
      case "create": case "delete": case "update": case "replace": case "move":
        break;
      default:
        change.kind satisfies never;
    }
    change.properties.forEach(show);
  }
  console.log(total, diff.differs, diff.groups().rows[0]?.count, diff.overview().rename?.stack);
  const texts: string[] = [diff.toText({ color: true }), diff.toJson(), diff.toMarkdown({ maxBytes: 1000 }), diff.toJsonPatch({ allowPlaintext: true })];
  const there: Checkpoint = diff.apply(older);
  const back: Checkpoint = diff.revert(newer);
  console.log(texts, there, back);
  return diff;
}

function show({ path, kind, before, after, secret }: PropertyChange): void {
  holds<Same<typeof kind, "add" | "delete" | "update" | "ciphertext">>();
  holds<Same<typeof before, unknown>>();
  console.log(path, before, after, secret === true);
}

export function explain(error: unknown): string {
  if (!(error instanceof StackscopeError)) throw error;
  const code: ErrorCode = error.code;
  switch (code) {
    case "not_json": case "truncated": case "invalid_utf8": case "too_deep": case "decompress":
      return `byte ${error.offset ?? "unknown"}`;
    case "wrong_shape": case "unsupported_version": case "validation":
      return error.path ?? error.message;
    case "unreadable": case "secret_in_patch": case "conflict": case "aborted":
      return error.hint ?? error.message;
    case "unauthorized": case "lease_expired": case "forbidden": case "plan_required": case "not_found": case "unsupported": case "not_acceptable":
      return `${error.method ?? ""} ${error.path ?? ""} ${error.status ?? 0} ${error.serverMessage ?? ""}`;
    case "update_in_progress": case "payload_too_large": case "rate_limited": case "server": case "network": case "timeout":
      return `${error.attempts ?? 0} ${error.retryAfterMs ?? 0} ${error.requestId ?? ""} ${error.errors?.map(({ errorType }) => errorType).join() ?? ""}`;
    case "decode": case "paging_loop": case "page_cap":
      return `${error.jsonPath ?? ""} ${error.resumeToken ?? ""}`;
  }
}
