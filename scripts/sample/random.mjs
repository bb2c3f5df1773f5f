/**
 * Values that look random and never change: the same labels always give the same stream, so a resource keeps its ids
 * whatever is declared around it.
 */
export class Random {
  #a; #b; #c; #count = 1;

  constructor(...labels) {
    const text = labels.join("\n");
    let a = 0x9e3779b9, b = 0x243f6a88;
    for (let i = 0; i < text.length; i += 1) {
      a = Math.imul(a ^ text.charCodeAt(i), 0x85ebca6b);
      b = Math.imul(b ^ text.charCodeAt(i), 0xc2b2ae35);
    }
    [this.#a, this.#b, this.#c] = [a ^ (b >>> 15), b ^ (a >>> 13), text.length];
    for (let i = 0; i < 12; i += 1) this.next();
  }

  /** The next 32 bits (the sfc32 generator). */
  next() {
    const sum = (this.#a + this.#b + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low, high) {
    return low + Math.floor((this.next() / 2 ** 32) * (high - low + 1));
  }

  chance(share) {
    return this.next() / 2 ** 32 < share;
  }

  pick(list) {
    return list[this.int(0, list.length - 1)];
  }

  from(alphabet, length) {
    let text = "";
    for (let i = 0; i < length; i += 1) text += alphabet[this.int(0, alphabet.length - 1)];
    return text;
  }

  hex(length) {
    return this.from("0123456789abcdef", length);
  }

  word(length) {
    return this.from("abcdefghijkmnpqrstuvwxyz23456789", length);
  }

  upper(length) {
    return this.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
  }

  base64(bytes) {
    return Buffer.from(Uint8Array.from({ length: bytes }, () => this.int(0, 255))).toString("base64");
  }

  uuid() {
    const hex = this.hex(32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
