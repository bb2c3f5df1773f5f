/** What stands around the resources: the manifest, the secrets provider, and the two envelopes a state is kept in. */
import { createHash } from "node:crypto";
import { Random } from "./random.mjs";

const PLUGINS = [["aws", "6.83.0"], ["eks", "3.9.1"], ["kubernetes", "4.22.1"], ["nodejs", ""], ["random", "4.18.4"]];

export function manifest({ time, version }) {
  return {
    time,
    magic: createHash("sha256").update(version).digest("hex"),
    version,
    plugins: PLUGINS.map(([name, release]) => ({
      name, path: "", type: name === "nodejs" ? "language" : "resource", version: release || version.slice(1),
    })),
  };
}

export function passphrase(seed) {
  const random = new Random(seed, "salt");
  return { type: "passphrase", state: { salt: `v1:${random.base64(8)}:v1:${random.base64(12)}:${random.base64(22)}` } };
}

/**
 * The text before, between and after resources. `export` is what `pulumi stack export` prints (it escapes `<`, `>` and `&`),
 * `backend` the file a self-managed backend keeps (it does not). `operations` are pending ones.
 */
export function envelope({ kind = "export", compact = false, stack, manifest: head, secrets, operations }) {
  const mark = "@resources@";
  const deployment = {
    manifest: head, secrets_providers: secrets, resources: [mark], pending_operations: operations?.length ? operations : undefined,
    metadata: {},
  };
  const whole = kind === "backend" ? { version: 3, checkpoint: { stack, latest: deployment } } : { version: 3, deployment };
  const escape = kind === "export" ? escapeHtml : (text) => text;
  const print = (value) => escape(JSON.stringify(value, null, compact ? undefined : 4));
  const depth = kind === "backend" ? 4 : 3;
  const indent = compact ? "" : `\n${"    ".repeat(depth)}`;
  const [before, after] = print(whole).split(`${indent}"${mark}"`);
  return {
    before,
    after: `${after}\n`,
    separator: ",",
    /** One resource, indented as it stands in the file. */
    print: (resource) => indent + (compact ? print(resource) : print(resource).replaceAll("\n", indent)),
  };
}

function escapeHtml(text) {
  return text.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A small state as one text. */
export function whole(resources, options) {
  const parts = envelope(options);
  return parts.before + resources.map(parts.print).join(parts.separator) + parts.after;
}
