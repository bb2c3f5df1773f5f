/** Property values as a state file spells them, and values that remember which resources they come from. */

export const SIGNATURE = "4dabf18193072939515e22adb298388d";
const KIND = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  reference: "5cf8f73096256a8f31e491e813e4eb8e",
};

/** A secret of about `length` characters, encrypted as the passphrase provider does it. */
export function secret(random, length = 24) {
  return { [SIGNATURE]: KIND.secret, ciphertext: `v1:${random.base64(12)}:${random.base64(length + 18)}` };
}

export function isSecret(value) {
  return value?.[SIGNATURE] === KIND.secret;
}

export function fileAsset(random, path) {
  return { [SIGNATURE]: KIND.asset, hash: random.hex(64), path };
}

export function fileArchive(random, path) {
  return { [SIGNATURE]: KIND.archive, hash: random.hex(64), path };
}

/** An archive made of named assets. */
export function assetArchive(random, paths) {
  const assets = {};
  for (const path of paths) assets[path] = fileAsset(random, `dist/${path}`);
  return { [SIGNATURE]: KIND.archive, assets, hash: random.hex(64) };
}

export function reference(handle, packageVersion) {
  const value = { [SIGNATURE]: KIND.reference, packageVersion, urn: handle.urn };
  if (handle.id !== undefined) value.id = handle.id;
  return new Derived(value, [handle]);
}

/** A value that comes from other resources; where it is put, those become dependencies. */
export class Derived {
  constructor(value, sources) {
    this.value = value;
    this.sources = sources;
  }
}

/** The plain value inside, however deeply `Derived` ones are nested in it; their resources are added to `sources`. */
export function resolve(value, sources = new Set()) {
  if (value instanceof Derived) {
    for (const source of value.sources) sources.add(source);
    return value.value;
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, sources));
  if (value === null || typeof value !== "object") return value;
  const plain = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) plain[key] = resolve(item, sources);
  }
  return plain;
}

/** Template tag: text with values of other resources in it. */
export function text(parts, ...values) {
  const sources = new Set();
  const plain = values.map((value) => resolve(value, sources));
  return new Derived(String.raw({ raw: parts }, ...plain), [...sources]);
}

/** A JSON document in a string, as policies are. */
export function json(document) {
  const sources = new Set();
  return new Derived(JSON.stringify(resolve(document, sources)), [...sources]);
}

/** The value with its keys in byte order, at every depth. */
export function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const ordered = {};
  for (const key of Object.keys(value).sort()) ordered[key] = sorted(value[key]);
  return ordered;
}
