/** Writes an encoded answer. Chunked bodies go in parts; an answer to HEAD keeps its headers and loses its body. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Encoded } from "./encode.js";

const CHUNK = 16 * 1024;

export function send(request: IncomingMessage, response: ServerResponse, { status, headers, bytes, chunked }: Encoded): void {
  const length = status === 204 ? {} : { "content-length": bytes?.length ?? 0 };
  response.writeHead(status, chunked ? headers : { ...headers, ...length });
  if (bytes === undefined || request.method === "HEAD") return void response.end();
  if (!chunked) return void response.end(bytes);
  for (let at = 0; at < bytes.length; at += CHUNK) response.write(bytes.subarray(at, at + CHUNK));
  response.end();
}
