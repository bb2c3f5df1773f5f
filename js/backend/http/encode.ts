/**
 * An answer's bytes: status, headers and body in, headers and bytes out. Bodies from a kilobyte on are gzipped where the
 * client takes gzip; those of the kind `gzip` always are.
 */
import type { IncomingHttpHeaders } from "node:http";
import { gzipSync } from "node:zlib";
import type { Answer, Body } from "./answer.js";

const WORTH_PACKING = 1024;

export interface Encoded {
  status: number;
  headers: Record<string, string | string[]>;
  /** Undefined for an answer without a body. */
  bytes?: Buffer;
  /** Sent without a Content-Length. */
  chunked: boolean;
}

export function encode(answer: Answer, request: IncomingHttpHeaders, packs = true): Encoded {
  const headers: Record<string, string | string[]> = { ...answer.headers };
  if (answer.body === undefined) return { status: answer.status, headers, chunked: false };
  const { bytes, type } = render(answer.body);
  headers["content-type"] ??= type;
  const chunked = answer.body.kind === "chunks";
  if (answer.body.kind !== "gzip") {
    headers["vary"] = "accept-encoding";
    if (!packs || bytes.length < WORTH_PACKING || !takesGzip(request)) return { status: answer.status, headers, bytes, chunked };
  }
  headers["content-encoding"] = "gzip";
  return { status: answer.status, headers, bytes: gzipSync(bytes, { level: 1 }), chunked };
}

function render(body: Body): { bytes: Buffer; type: string } {
  switch (body.kind) {
    case "json":
      return { bytes: Buffer.from(JSON.stringify(body.value)), type: "application/json" };
    case "text":
    case "gzip":
      return { bytes: Buffer.from(body.text), type: body.type };
    case "chunks":
      return { bytes: Buffer.concat([...body.chunks].map((chunk) => Buffer.from(chunk))), type: body.type };
  }
}

function takesGzip(request: IncomingHttpHeaders): boolean {
  return String(request["accept-encoding"] ?? "")
    .toLowerCase()
    .split(",")
    .some((coding) => /^\s*(x-)?gzip\s*(;\s*q=(?!0(\.0*)?\s*$)|$)/.test(coding));
}
