/** A state written as it is made: never more than a buffer of it in memory. */
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished, pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

const BUFFER = 1 << 20;

export class StateOutput {
  #parts; #stream; #done; #pending = []; #length = 0; #first = true;
  /** Bytes of JSON so far, and resources. */
  bytes = 0;
  resources = 0;

  /** `parts` is an envelope; the stream begins with what stands before the resources. */
  constructor(path, parts, { gzip = false } = {}) {
    this.path = path;
    this.#parts = parts;
    const file = createWriteStream(path);
    this.#stream = gzip ? createGzip() : file;
    this.#done = gzip ? pipeline(this.#stream, file) : finished(file);
    this.#push(parts.before);
  }

  /** Adds a resource that the envelope has printed. */
  add(printed) {
    if (!this.#first) this.#push(this.#parts.separator);
    this.#first = false;
    this.#push(printed);
    this.resources += 1;
  }

  /** Waits until little is held back. */
  async flush(least = BUFFER) {
    if (this.#length < least) return;
    const text = this.#pending.join("");
    this.#pending = [];
    this.#length = 0;
    if (!this.#stream.write(text)) await once(this.#stream, "drain");
  }

  async end() {
    this.#push(this.#parts.after);
    await this.flush(0);
    this.#stream.end();
    await this.#done;
  }

  #push(text) {
    this.#pending.push(text);
    this.#length += text.length;
    this.bytes += Buffer.byteLength(text);
  }
}
