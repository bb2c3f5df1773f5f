// Small states, written out for what a test is about.

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export const secret = (ciphertext) => ({ [SIGNATURE]: SECRET, ciphertext });

export const urn = (type, name, stack = "prod") => `urn:pulumi:${stack}::shop::${type}::${name}`;

/** A state as `pulumi stack export` writes it. Resources are {type, name, ...fields}. */
export function state(resources, { stack = "prod", outputs = {}, time = "2026-03-01T10:00:00Z", ...deployment } = {}) {
  const root = { type: "pulumi:pulumi:Stack", name: `shop-${stack}`, custom: false, outputs };
  return JSON.stringify({
    version: 3,
    deployment: {
      manifest: { time, magic: "", version: "" },
      resources: [root, ...resources].map(({ name, ...fields }, index) => ({
        urn: urn(fields.type, name, stack),
        custom: true,
        ...(index > 0 && { parent: urn(root.type, root.name, stack) }),
        ...(index > 0 && fields.custom !== false && { id: `${name}-id` }),
        ...fields,
      })),
      ...deployment,
    },
  });
}

export const BUCKET = "aws:s3/bucket:Bucket";
export const ROLE = "aws:iam/role:Role";
export const FUNCTION = "aws:lambda/function:Function";
export const COMPONENT = "shop:index:Web";

/** Two states with a change of most kinds: one create, one delete, two updates of one shape, one replace, one unchanged. */
export function pair() {
  const bucket = (name, env, more) => ({ type: BUCKET, name, inputs: { tags: { env }, ...more }, outputs: {} });
  const code = (third) => `set -e\necho one\necho ${third}\necho four\n`;
  const policy = (action) => JSON.stringify({ Statement: [{ Effect: "Allow", Action: action }] });
  return {
    old: state(
      [
        bucket("logs", "dev"),
        bucket("media", "dev"),
        { type: ROLE, name: "reader", id: "reader-1", inputs: { policy: policy("s3:GetObject") } },
        { type: FUNCTION, name: "thumbs", inputs: { script: code("two"), key: secret("AAAA") } },
        { type: FUNCTION, name: "gone", inputs: {} },
        { type: FUNCTION, name: "still", inputs: { memory: 128 } },
      ],
      { outputs: { url: "https://old.example" } },
    ),
    new: state(
      [
        bucket("logs", "prod"),
        bucket("media", "prod"),
        { type: ROLE, name: "reader", id: "reader-2", inputs: { policy: policy("s3:*") } },
        { type: FUNCTION, name: "thumbs", inputs: { script: code("three"), key: secret("BBBB") } },
        { type: FUNCTION, name: "still", inputs: { memory: 128 } },
        { type: FUNCTION, name: "fresh", inputs: {} },
      ],
      { outputs: { url: "https://new.example" }, time: "2026-04-01T10:00:00Z" },
    ),
  };
}
