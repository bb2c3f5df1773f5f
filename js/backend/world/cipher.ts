/**
 * A stand-in for the service's encryption: `v1:nonce:data`, reversible, and a refusal for a text made with another key. It hides
 * nothing from anybody who reads this file; the sample organisation has no secrets.
 */
import { base64, fromBase64 } from "./base64.js";
import { Random } from "./random.js";

const MARK = 16;

/** The same key, label and bytes give the same text. */
export function seal(key: string, label: string, plain: Uint8Array): string {
  const nonce = new Random(key, label, "nonce").base64(12);
  const stream = new Random(key, nonce, "stream");
  const data = new Uint8Array(plain.length + MARK);
  plain.forEach((byte, i) => {
    data[i] = byte ^ stream.int(0, 255);
  });
  data.set(mark(key, nonce, plain), plain.length);
  return `v1:${nonce}:${base64(data)}`;
}

/** The bytes inside, or `undefined` if the text was not made by `seal` with this key. */
export function open(key: string, text: string): Uint8Array | undefined {
  const [version, nonce, body, ...rest] = text.split(":");
  const data = version === "v1" && nonce !== undefined && body !== undefined && rest.length === 0 ? fromBase64(body) : undefined;
  if (data === undefined || nonce === undefined || data.length < MARK) return undefined;
  const stream = new Random(key, nonce, "stream");
  const plain = data.slice(0, -MARK).map((byte) => byte ^ stream.int(0, 255));
  const expected = mark(key, nonce, plain);
  return expected.every((byte, i) => byte === data[plain.length + i]) ? plain : undefined;
}

function mark(key: string, nonce: string, plain: Uint8Array): Uint8Array {
  return new Random(key, nonce, base64(plain)).bytes(MARK);
}
