/**
 * Reads a request's body: bytes in, bytes or JSON out. Fails with 413 past the limit, before and after unpacking, with 400
 * on broken gzip or JSON, and with 415 on an encoding other than gzip. The connection stays usable either way.
 */
import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { badRequest, Failure } from "./failure.js";

const unpack = promisify(gunzip);

export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const encoding = (request.headers["content-encoding"] ?? "identity").toLowerCase();
  const packed = encoding === "gzip" || encoding === "x-gzip";
  if (!packed && encoding !== "identity") throw Failure.of(415, `Unsupported Media Type: content encoding ${encoding.slice(0, 40)}`);
  const bytes = await gather(request, limit);
  if (!packed) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength: limit });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge(limit) : badRequest("the body is not valid gzip");
  }
}

async function gather(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let length = 0;
  // Destroying the request would take the connection with it, and the answer could not be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > limit) throw tooLarge(limit);
  }
  return Buffer.concat(chunks);
}

export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) throw badRequest("the body is empty; a JSON object is expected");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw badRequest("the body is not valid JSON");
  }
}

const tooLarge = (limit: number): Failure => Failure.of(413, `Request Content Too Large: at most ${limit} bytes`);
