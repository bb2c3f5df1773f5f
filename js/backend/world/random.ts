/** Values that look random and never change: the same labels give the same stream, whatever else is asked for before or after. */
import { base64 } from "./base64.js";

export class Random {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  constructor(...labels: (string | number)[]) {
    const text = labels.join("\n");
    let a = 0x2545f491,
      b = 0x6c078965;
    for (let i = 0; i < text.length; i += 1) {
      a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
      b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995);
    }
    this.#a = a ^ (b >>> 15);
    this.#b = b ^ (a >>> 13);
    this.#c = text.length;
    for (let i = 0; i < 10; i += 1) this.next();
  }

  /** The next 32 bits (the sfc32 generator). */
  next(): number {
    const sum = (this.#a + this.#b + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor((this.next() / 2 ** 32) * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() / 2 ** 32 < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)] as T;
  }

  from(alphabet: string, length: number): string {
    let text = "";
    for (let i = 0; i < length; i += 1) text += alphabet.charAt(this.int(0, alphabet.length - 1));
    return text;
  }

  hex(length: number): string {
    return this.from("0123456789abcdef", length);
  }

  digits(length: number): string {
    return this.from("0123456789", length);
  }

  upper(length: number): string {
    return this.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.int(0, 255));
  }

  base64(length: number): string {
    return base64(this.bytes(length));
  }

  uuid(): string {
    const hex = this.hex(32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
