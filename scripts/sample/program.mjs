/** A Pulumi program run on paper: resources are declared one after another and become the records an engine would write. */
import { Random } from "./random.mjs";
import { Derived, resolve, sorted } from "./values.mjs";

const STACK_TYPE = "pulumi:pulumi:Stack";

const FIELDS = [
  "urn", "custom", "delete", "id", "type", "inputs", "outputs", "parent", "protect", "external", "dependencies", "initErrors",
  "provider", "propertyDependencies", "pendingReplacement", "additionalSecretOutputs", "aliases", "customTimeouts", "importID",
  "retainOnDelete", "deletedWith", "created", "modified", "sourcePosition", "ignoreChanges", "replaceOnChanges",
];

const MAPS = new Set(["inputs", "outputs", "propertyDependencies"]);

/** A record as an engine writes it: fields in its order, keys of maps in byte order, nothing empty. */
export function record(fields) {
  const ordered = {};
  for (const field of FIELDS) {
    const value = fields[field];
    if (!isEmpty(value) || field === "custom") ordered[field] = MAPS.has(field) ? sorted(value) : value;
  }
  return ordered;
}

function isEmpty(value) {
  return value === undefined || value === false || (typeof value === "object" && Object.keys(value).length === 0);
}

/** A declared resource. `get` gives one of its outputs, to be put into other resources. */
export class Handle {
  constructor(fields, qualifiedType) {
    this.record = fields;
    this.qualifiedType = qualifiedType;
  }

  get urn() { return this.record.urn; }
  get id() { return this.record.id; }
  get type() { return this.record.type; }

  get(property) {
    if (property === "id") return new Derived(this.id, [this]);
    const outputs = this.record.outputs ?? {};
    if (!(property in outputs)) throw new Error(`${this.urn} has no output ${property}`);
    return new Derived(outputs[property], [this]);
  }

  /** `urn::id`, as the `provider` field of other resources spells it. */
  get providerReference() { return `${this.urn}::${this.id}`; }
}

export class Program {
  #resources = [];
  #clock;
  #line = 11;
  #defaults = new Map();

  /** `start` is the time of the first creation, in milliseconds since 1970. */
  constructor({ project, stack, seed, start }) {
    Object.assign(this, { project, stack, seed });
    this.#clock = start;
    this.root = this.#declare(STACK_TYPE, `${project}-${stack}`, { custom: false });
  }

  random(...labels) {
    return new Random(this.seed, this.stack, ...labels);
  }

  /** The records declared so far; they are handed out once. */
  take() {
    const resources = this.#resources.map(record);
    this.#resources = [];
    return resources;
  }

  component(type, name, { parent = this.root, ...options } = {}) {
    return this.#declare(type, name, { custom: false, parent, ...options });
  }

  /** Sets what a component (or the stack) exports. */
  exportFrom(component, outputs) {
    component.record.outputs = resolve(outputs);
  }

  /**
   * `inputs` may hold values of other resources. `outputs` is a function of the plain inputs and a random stream and gives
   * what the cloud adds; `id` likewise. Everything else in `options` is a field of the record, or `dependsOn`.
   */
  custom(type, name, inputs, { parent = this.root, provider, id, outputs, dependsOn = [], ...fields }) {
    const random = this.random(type, name);
    const dependencies = new Set();
    const propertyDependencies = {};
    const plain = {};
    for (const key of Object.keys(inputs).sort()) {
      if (inputs[key] === undefined) continue;
      const sources = new Set();
      plain[key] = resolve(inputs[key], sources);
      if (!key.startsWith("__")) propertyDependencies[key] = [...sources].map((source) => source.urn);
      for (const source of sources) dependencies.add(source.urn);
    }
    for (const other of dependsOn) dependencies.add(other.urn);
    const physical = id(random, plain);
    return this.#declare(type, name, {
      custom: true,
      parent,
      id: physical,
      inputs: plain,
      outputs: resolve({ ...withoutInternal(plain), ...outputs?.(random, plain, physical) }),
      provider: provider.providerReference,
      dependencies: [...dependencies],
      propertyDependencies,
      ...fields,
    });
  }

  provider(pkg, name, inputs, { parent = this.root } = {}) {
    const sources = new Set();
    const plain = resolve({ __internal: {}, ...inputs }, sources);
    const random = this.random("provider", pkg, name);
    return this.#declare(`pulumi:providers:${pkg}`, name, {
      custom: true, id: random.uuid(), inputs: plain, outputs: withoutInternal(plain),
      parent: name.startsWith("default") ? undefined : parent, dependencies: [...sources].map((source) => source.urn),
    });
  }

  /** The default provider of a package, declared where it is first needed. */
  defaultProvider(pkg, version, inputs = {}) {
    const name = `default_${version.replaceAll(".", "_")}`;
    const key = `${pkg} ${name}`;
    if (!this.#defaults.has(key)) this.#defaults.set(key, this.provider(pkg, name, { ...inputs, version }));
    return this.#defaults.get(key);
  }

  #declare(type, name, { parent, ...fields }) {
    const chain = parent && parent.type !== STACK_TYPE ? `${parent.qualifiedType}$` : "";
    const qualifiedType = chain + type;
    const urn = `urn:pulumi:${this.stack}::${this.project}::${qualifiedType}::${name}`;
    const random = this.random("times", urn);
    this.#clock += random.int(200, 2600);
    const created = seconds(this.#clock);
    const modified = fields.custom && random.chance(0.3) ? seconds(this.#clock + random.int(3, 90) * 86_400_000) : created;
    if (fields.deletedWith) fields.deletedWith = fields.deletedWith.urn;
    if (!type.startsWith("pulumi:")) {
      this.#line += random.int(3, 19);
      fields.sourcePosition = `project:///index.ts#${this.#line},${random.int(5, 27)}`;
    }
    const handle = new Handle({ urn, type, parent: parent?.urn, created, modified, ...fields }, qualifiedType);
    this.#resources.push(handle.record);
    return handle;
  }
}

function withoutInternal(inputs) {
  if (Array.isArray(inputs)) return inputs.map(withoutInternal);
  if (inputs === null || typeof inputs !== "object") return inputs;
  return Object.fromEntries(
    Object.entries(inputs).filter(([key]) => !key.startsWith("__")).map(([key, value]) => [key, withoutInternal(value)]),
  );
}

/** RFC 3339 without a fraction, as `created` and `modified` are written. */
export function seconds(milliseconds) {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
