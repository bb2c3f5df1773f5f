/**
 * Takes a token out of bytes that pass by: each occurrence becomes as many asterisks, so lengths stay what they were. A server
 * that repeats what it was sent must not hand the token on to the page.
 */
import { Transform, type TransformCallback } from "node:stream";

export function maskText(text: string, token: string | undefined): string {
  return token ? text.replaceAll(token, "*".repeat(token.length)) : text;
}

/** Holds back only as many bytes as could be the beginning of the token. */
export function maskStream(token: string): Transform {
  const secret = Buffer.from(token);
  const stars = Buffer.alloc(secret.length, "*");
  let held: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
      const bytes = Buffer.concat([held, chunk]);
      for (let at = bytes.indexOf(secret); at >= 0; at = bytes.indexOf(secret, at + secret.length)) stars.copy(bytes, at);
      const keep = beginningAtEnd(bytes, secret);
      held = bytes.subarray(bytes.length - keep);
      done(null, bytes.subarray(0, bytes.length - keep));
    },
    flush(done: TransformCallback): void {
      done(null, held);
    },
  });
}

/** How many of the last bytes are the beginning of the secret. */
function beginningAtEnd(bytes: Buffer, secret: Buffer): number {
  for (let length = Math.min(secret.length - 1, bytes.length); length > 0; length -= 1) {
    if (bytes.subarray(bytes.length - length).equals(secret.subarray(0, length))) return length;
  }
  return 0;
}
