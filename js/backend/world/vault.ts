/** A stack's configuration record, and encrypting and decrypting with its key. */
import { base64, fromBase64 } from "./base64.js";
import { open, seal } from "./cipher.js";
import type { Core } from "./core.js";
import { listOf, objectOf, optionalText, textOf } from "./fields.js";
import { badField, notFound } from "./refusal.js";
import type { Config, Secrets, Shape, StackName } from "./types.js";

export function configGroup(core: Core): Config {
  return {
    get(name) {
      const { config } = core.stack(name);
      if (!config) throw notFound("Configuration of the stack");
      return config;
    },
    update(name, body) {
      const stack = core.stack(name);
      const fields = objectOf(body);
      const config: Shape = { environment: textOf("StackConfig", fields, "environment") };
      for (const key of ["secretsProvider", "encryptedKey", "encryptionSalt"]) {
        const value = optionalText("StackConfig", fields, key);
        if (value !== undefined) config[key] = value;
      }
      core.audit(name.organization, "Stack Config Updated", `Updated configuration of stack "${name.project}/${name.stack}"`, "stack");
      return (stack.config = config);
    },
    delete(name) {
      const stack = core.stack(name);
      if (!stack.config) throw notFound("Configuration of the stack");
      stack.config = undefined;
    },
  };
}

export function secretsGroup(core: Core): Secrets {
  const bytes = (attribute: string, value: string): Uint8Array => {
    const found = fromBase64(value);
    if (!found) throw badField("Secret", attribute, "invalid", `${attribute} must be base64`);
    return found;
  };
  const encrypted = (key: string, plain: string): string =>
    base64(new TextEncoder().encode(seal(key, core.fresh("nonce").hex(16), bytes("plaintext", plain))));
  const decrypted = (name: StackName, key: string, ciphertext: string): string => {
    const plain = open(key, new TextDecoder().decode(bytes("ciphertext", ciphertext)));
    if (!plain) throw badField("Secret", "ciphertext", "invalid", "ciphertext was not made for this stack");
    core.audit(
      name.organization,
      "Secret Decrypted",
      `Decrypted secret value for stack "${name.project}/${name.stack}" (cipher text suffix: "${ciphertext.slice(-8)}")`,
    );
    return base64(plain);
  };
  return {
    encrypt: (name, body) => ({ ciphertext: encrypted(core.stack(name).key, text(body, "plaintext")) }),
    decrypt: (name, body) => ({ plaintext: decrypted(name, core.stack(name).key, text(body, "ciphertext")) }),
    batchEncrypt(name, body) {
      const { key } = core.stack(name);
      return { ciphertexts: listOf("Secret", objectOf(body), "plaintexts").map((plain) => encrypted(key, plain)) };
    },
    batchDecrypt(name, body) {
      const { key } = core.stack(name);
      return {
        plaintexts: Object.fromEntries(
          listOf("Secret", objectOf(body), "ciphertexts").map((ciphertext) => [ciphertext, decrypted(name, key, ciphertext)]),
        ),
      };
    },
  };
}

/** A text that must be there, though it may be empty. */
function text(body: unknown, attribute: string): string {
  const value = objectOf(body)[attribute];
  if (typeof value !== "string")
    throw badField("Secret", attribute, value === undefined ? "required" : "invalid", `${attribute} must be base64`);
  return value;
}
