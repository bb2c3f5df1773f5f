/** AWS resources as Pulumi's bridged provider writes them: defaults listed, tags twice, a `__meta` for the provider. */
export const ACCOUNT = "123456789012";

export class Aws {
  /** `tags` are the provider's default tags: every `tagsAll` has them. */
  constructor(program, { provider, region = "us-west-2", tags = {} }) {
    Object.assign(this, { program, provider, region, tags });
  }

  /** An ARN of this account. `global` services such as IAM have no region in it. */
  arn(service, rest, { global = false } = {}) {
    return `arn:aws:${service}:${global ? "" : this.region}:${ACCOUNT}:${rest}`;
  }

  /**
   * `type` is short: `ec2/vpc:Vpc`. Beside the options of `Program.custom`:
   * `defaults` are inputs the provider filled in, `autoname` the input that gets a generated physical name,
   * `meta` the provider's private text.
   */
  resource(type, name, inputs, { defaults = {}, autoname, meta = '{"schema_version":"1"}', outputs, id, ...options } = {}) {
    const generated = { ...defaults };
    if (autoname) generated[autoname] = `${name}-${this.program.random("physical", type, name).hex(7)}`;
    const all = { ...inputs, ...generated, __defaults: Object.keys(generated).sort() };
    if (inputs.tags) {
      all.tags = { __defaults: [], ...inputs.tags };
      all.tagsAll = { __defaults: [], ...this.tags, ...inputs.tags };
    }
    return this.program.custom(`aws:${type}`, name, all, {
      provider: this.provider,
      id: id ?? ((random, plain) => plain[autoname]),
      outputs: (random, plain, physical) => ({ __meta: meta, id: physical, ...outputs?.(random, plain, physical) }),
      ...options,
    });
  }
}

/** The `__meta` of a resource with operation time-outs, given in minutes. */
export function timeouts(minutes, schemaVersion = 0) {
  const values = Object.entries(minutes).map(([operation, count]) => `"${operation}":${count * 60}000000000`);
  const version = schemaVersion ? `,"schema_version":"${schemaVersion}"` : "";
  return `{"e2bfb730-ecaa-11e6-8f88-34363bc7c4c0":{${values.join(",")}}${version}}`;
}

/** A physical id in the manner of EC2: `vpc-0` and 16 hex digits. */
export function ec2Id(prefix) {
  return (random) => `${prefix}-0${random.hex(16)}`;
}
