/** Property values: as a program writes them, as a state spells them, and as an event shows them. */
import { seal } from "./cipher.js";
import { Random } from "./random.js";

export type Properties = Record<string, unknown>;

export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
const REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";
/** What stands for a value that a preview cannot know. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A value that is encrypted where it is stored. */
export class Sealed {
  constructor(readonly plain: unknown) {}
}

/** A value that comes from other resources, which become dependencies where it is used. */
export class From {
  constructor(
    readonly value: unknown,
    readonly urns: readonly string[],
  ) {}
}

export function secret(plain: unknown): Sealed {
  return new Sealed(plain);
}

export function fileAsset(label: string, path: string): Properties {
  return { [SIGNATURE]: ASSET, hash: new Random(label, path).hex(64), path };
}

export function fileArchive(label: string, path: string): Properties {
  return { [SIGNATURE]: ARCHIVE, hash: new Random(label, path).hex(64), path };
}

export function resourceReference(urn: string, id: string): From {
  return new From({ [SIGNATURE]: REFERENCE, id, packageVersion: "", urn }, [urn]);
}

/** Template tag: text with other resources' values in it. One unknown makes all of it unknown. */
export function text(parts: TemplateStringsArray, ...values: unknown[]): From {
  const urns = new Set<string>();
  const plain = values.map((value) => resolve(value, urns));
  return new From(plain.includes(UNKNOWN) ? UNKNOWN : String.raw({ raw: parts }, ...plain), [...urns]);
}

/** A JSON document in a string, as policies are. */
export function json(document: unknown): From {
  const urns = new Set<string>();
  const plain = JSON.stringify(resolve(document, urns));
  return new From(plain.includes(UNKNOWN) ? UNKNOWN : plain, [...urns]);
}

/** The value with `From` taken away; the resources it came from are added to `urns`. */
export function resolve(value: unknown, urns: Set<string>): unknown {
  if (value instanceof From) {
    for (const urn of value.urns) urns.add(urn);
    return value.value;
  }
  if (value instanceof Sealed) return new Sealed(resolve(value.plain, urns));
  if (Array.isArray(value)) return value.map((item) => resolve(item, urns));
  if (value === null || typeof value !== "object") return value;
  const plain: Properties = {};
  for (const key in value) plain[key] = resolve((value as Properties)[key], urns);
  return plain;
}

/** The value as a state spells it. `label` and `path` make the nonce, so that an unchanged secret keeps its text. */
export function stored(value: unknown, key: string, label: string): unknown {
  if (value instanceof Sealed) {
    const plain = new TextEncoder().encode(JSON.stringify(value.plain));
    return { [SIGNATURE]: SECRET, ciphertext: seal(key, `${label}\n${JSON.stringify(value.plain)}`, plain) };
  }
  if (Array.isArray(value)) return value.map((item, i) => stored(item, key, `${label}[${i}]`));
  if (value === null || typeof value !== "object") return value;
  return mapValues(value as Properties, (item, name) => stored(item, key, `${label}.${name}`));
}

/** The value as an event shows it: what a secret holds is gone. */
export function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown);
  if (value === null || typeof value !== "object") return value;
  const object = value as Properties;
  if (object[SIGNATURE] === SECRET) return { [SIGNATURE]: SECRET, ciphertext: "[secret]" };
  return mapValues(object, shown);
}

export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object" || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Properties, b as Properties];
  let count = 0;
  for (const key in left) {
    if (!equal(left[key], right[key]) || !(key in right)) return false;
    count += 1;
  }
  for (const _ in right) count -= 1;
  return count === 0;
}

/** The keys in byte order, those with `undefined` left out. */
export function mapValues(object: Properties, change: (value: unknown, key: string) => unknown): Properties {
  const result: Properties = {};
  const keys = Object.keys(object);
  if (keys.length > 1) keys.sort();
  for (const key of keys) {
    const value = object[key];
    if (value !== undefined) result[key] = change(value, key);
  }
  return result;
}

export interface PropertyDiff {
  diffKind: string;
  inputDiff: boolean;
}

/** The paths that differ between two maps of inputs, as a provider's detailed diff names them. `replaceOn` holds paths. */
export function detailedDiff(old: Properties, next: Properties, replaceOn: readonly string[]): Record<string, PropertyDiff> {
  const found: Record<string, PropertyDiff> = {};
  const note = (path: string, kind: string) => {
    const replaces = replaceOn.some((start) => path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`));
    found[path] = { diffKind: replaces ? `${kind}-replace` : kind, inputDiff: true };
  };
  const walk = (a: unknown, b: unknown, path: string) => {
    if (equal(a, b)) return;
    if (a === undefined) note(path, "add");
    else if (b === undefined) note(path, "delete");
    else if (Array.isArray(a) && Array.isArray(b)) {
      for (let i = 0; i < Math.max(a.length, b.length); i += 1) walk(a[i], b[i], `${path}[${i}]`);
    } else if (isMap(a) && isMap(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
        if (!key.startsWith("__")) walk(a[key], b[key], join(path, key));
      }
    } else note(path, "update");
  };
  walk(old, next, "");
  return found;
}

function isMap(value: unknown): value is Properties {
  return value !== null && typeof value === "object" && !Array.isArray(value) && !(SIGNATURE in value);
}

function join(path: string, key: string): string {
  if (!/^\w+$/.test(key)) return `${path}["${key}"]`;
  return path === "" ? key : `${path}.${key}`;
}
