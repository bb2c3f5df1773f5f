/**
 * Runs a sample program against a state: every resource it declares becomes a step, and what it no longer declares is deleted.
 * Nothing is executed; ids and outputs are made up from the seed, the URN and the version that creates the resource.
 */
import { PROVIDERS, specOf } from "./catalogue/index.js";
import { deletions, duration } from "./deletions.js";
import { violations } from "./guardrails.js";
import { Random } from "./random.js";
import { qualified, Resource, type ResourceOptions } from "./resource.js";
import { resourceUrn, type Row, STACK_TYPE, stackUrn } from "./state.js";
import type { Step } from "./step.js";
import { detailedDiff, equal, mapValues, type Properties, resolve, Sealed, stored, UNKNOWN } from "./values.js";

export interface EngineOptions {
  seed: number;
  project: string;
  stack: string;
  /** The stack's key for secrets. */
  key: string;
  /** Names the ids of what this run creates. */
  version: number;
  preview: boolean;
  /** Which of each provider's versions is in use. */
  providerAge: number;
  policies: boolean;
  old: readonly Row[];
  /** The outputs of another stack at that time. */
  outputsOf(name: string): Properties;
}

export class Engine {
  readonly steps: Step[] = [];
  readonly #options: EngineOptions;
  readonly #old = new Map<string, Row>();
  readonly #seen = new Set<string>();
  readonly #replaced: Step[] = [];
  readonly #defaults = new Map<string, Resource>();
  readonly root: Resource;

  constructor(options: EngineOptions) {
    this.#options = options;
    for (const row of options.old) if (!row.delete) this.#old.set(row.urn, row);
    const urn = stackUrn(options.project, options.stack);
    const old = this.#old.get(urn);
    const row: Row = { urn, custom: false, type: STACK_TYPE, outputs: {}, ...times(old) };
    this.#seen.add(urn);
    this.steps.push({
      op: old ? "same" : "create",
      urn,
      type: STACK_TYPE,
      ...(old ? { old } : {}),
      new: row,
      logical: true,
      takes: 5,
      waits: [],
    });
    this.root = new Resource(urn, STACK_TYPE, row, true);
  }

  component(type: string, name: string, parent: Resource = this.root, outputs: Properties = {}): Resource {
    const urn = this.#urn(type, name, parent);
    const old = this.#old.get(urn);
    const made: Row = { urn, custom: false, type, outputs, parent: parent.urn, ...times(old) };
    const row = old && equal(old, made) ? old : made;
    this.#seen.add(urn);
    this.steps.push({
      op: old ? "same" : "create",
      urn,
      type,
      ...(old ? { old } : {}),
      new: row,
      logical: true,
      takes: 5,
      waits: [parent.urn],
    });
    return new Resource(urn, qualified(parent, type), row, true);
  }

  resource(type: string, name: string, inputs: Properties, options: ResourceOptions = {}): Resource {
    const spec = specOf(type);
    const parent = options.parent ?? this.root;
    const provider = options.provider ?? this.#defaultProvider(type.slice(0, type.indexOf(":")));
    const urn = this.#urn(type, name, parent);
    const old = this.#old.get(urn);
    const { properties, dependencies } = this.#inputs(inputs, options.dependsOn);

    const filled: Properties = { ...properties };
    const defaulted = Object.keys(spec.defaults ?? {}).filter((key) => !(key in filled));
    for (const key of defaulted) filled[key] = spec.defaults?.[key];
    const auto = spec.autoname !== undefined && !(spec.autoname in filled) ? spec.autoname : undefined;
    if (auto !== undefined) {
      defaulted.push(auto);
      filled[auto] = old?.inputs?.[auto] ?? `${name}-${this.#random(urn, "name").hex(7)}`;
    }
    if (type.startsWith("aws:")) filled["__defaults"] = defaulted.sort();
    let wanted = old?.inputs && equal(old.inputs, filled) ? old.inputs : (stored(filled, this.#options.key, urn) as Properties);
    if (old?.inputs && equal(old.inputs, wanted)) wanted = old.inputs;

    const detail = old && old.inputs !== wanted ? detailedDiff(old.inputs ?? {}, wanted, spec.replaceOn ?? []) : {};
    const replacing = Object.entries(detail)
      .filter(([, diff]) => diff.diffKind.endsWith("-replace"))
      .map(([path]) => topKey(path));
    const op = !old
      ? options.adopt
        ? "import"
        : "create"
      : Object.keys(detail).length === 0
        ? "same"
        : replacing.length > 0
          ? "replace"
          : "update";
    if (op === "replace" && auto !== undefined)
      wanted = mapValues({ ...wanted, [auto]: `${name}-${this.#random(urn, "name").hex(7)}` }, (value) => value);

    const fresh = op === "create" || op === "replace" || op === "import";
    const known = !(this.#options.preview && fresh);
    const id = !fresh ? old?.id : known ? spec.id(this.#random(urn, "id"), name, wanted) : undefined;
    const outputs = op === "same" ? old?.outputs : known ? this.#outputs(type, name, wanted, id ?? "", urn) : {};
    const reference = `${provider.urn}::${provider.row.id ?? UNKNOWN}`;
    const make = (): Row =>
      without<Row>({
        additionalSecretOutputs: spec.secretOutputs ? [...spec.secretOutputs].sort() : undefined,
        // Those that are new here are told when, once it is known.
        created: fresh ? "" : old?.created,
        custom: true,
        dependencies: dependencies.all.length > 0 ? dependencies.all : undefined,
        id,
        importID: op === "import" ? id : op === "same" || op === "update" ? old?.importID : undefined,
        inputs: wanted,
        modified: op === "same" ? old?.modified : "",
        outputs,
        parent: parent.urn,
        propertyDependencies: Object.keys(dependencies.by).length > 0 ? dependencies.by : undefined,
        protect: options.protect || options.adopt ? true : undefined,
        provider: reference,
        retainOnDelete: options.retainOnDelete ? true : undefined,
        type,
        urn,
      });
    const unchanged =
      op === "same" &&
      old?.provider === reference &&
      equal(old.dependencies ?? [], dependencies.all) &&
      (old.protect ?? false) === (options.protect || options.adopt || false);
    const row = unchanged ? old : make();
    this.#seen.add(urn);
    this.#issue(op, row, old, { spec, replacing, detail, waits: [parent.urn, provider.urn, ...dependencies.all], urn, type });
    return new Resource(urn, qualified(parent, type), row, known);
  }

  /** A provider that the program makes itself. */
  provider(name: string, packageName: string, inputs: Properties, parent: Resource = this.root): Resource {
    const type = `pulumi:providers:${packageName}`;
    const urn = this.#urn(type, name, parent);
    const old = this.#old.get(urn);
    const { properties, dependencies } = this.#inputs(inputs);
    const wanted = stored(
      { ...properties, version: PROVIDERS[packageName]?.[this.#options.providerAge] ?? "" },
      this.#options.key,
      urn,
    ) as Properties;
    const detail = old ? detailedDiff(old.inputs ?? {}, wanted, []) : {};
    const op = !old ? "create" : Object.keys(detail).length === 0 ? "same" : "update";
    const known = !(this.#options.preview && op === "create");
    const row: Row =
      op === "same" && old
        ? old
        : (mapValues(
            {
              urn,
              custom: true,
              type,
              id: old?.id ?? (known ? this.#random(urn, "id").uuid() : undefined),
              inputs: wanted,
              outputs: wanted,
              parent: parent.urn,
              dependencies: dependencies.all.length > 0 ? dependencies.all : undefined,
              propertyDependencies: Object.keys(dependencies.by).length > 0 ? dependencies.by : undefined,
              created: old?.created,
            },
            (value) => value,
          ) as unknown as Row);
    this.#seen.add(urn);
    this.#issue(op, row, old, { spec: { takes: [20, 60] }, replacing: [], detail, waits: [parent.urn, ...dependencies.all], urn, type });
    return new Resource(urn, qualified(parent, type), row, known);
  }

  /** Another stack, by `organization/project/stack`. */
  reference(name: string): Resource {
    const type = "pulumi:pulumi:StackReference";
    const provider = this.#defaultProvider("pulumi");
    const urn = this.#urn(type, name, this.root);
    const old = this.#old.get(urn);
    const outputs = this.#options.outputsOf(name);
    const made: Row = mapValues(
      {
        urn,
        custom: true,
        type,
        id: name,
        external: true,
        inputs: { name },
        outputs: {
          name,
          outputs: stored(outputs, this.#options.key, urn),
          secretOutputNames: Object.keys(outputs).filter((key) => outputs[key] instanceof Sealed),
        },
        parent: this.root.urn,
        provider: `${provider.urn}::${provider.row.id}`,
        created: old?.created,
        modified: old?.modified,
      },
      (value) => value,
    ) as unknown as Row;
    const row = old && equal(old, made) ? old : made;
    this.#seen.add(urn);
    this.steps.push({ op: "read", urn, type, ...(old ? { old } : {}), new: row, logical: true, takes: 350, waits: [provider.urn] });
    return new Resource(urn, type, row, true);
  }

  /** The stack's outputs; call it once, at the end. */
  exports(outputs: Properties): void {
    this.root.row.outputs = stored(resolve(outputs, new Set()), this.#options.key, this.root.urn) as Properties;
  }

  /** What remains after the program: the old halves of replacements, then what it does not declare, dependents first. */
  finish(): Step[] {
    const step = this.steps[0];
    if (step?.old && equal(step.old, this.root.row)) step.new = step.old;
    const pending = this.#options.old.filter((row) => row.delete);
    const gone = this.#options.old.filter((row) => !row.delete && !this.#seen.has(row.urn));
    const replaced = this.#replaced.flatMap((replacement) => (replacement.old ? [replacement.old] : []));
    this.steps.push(...deletions(gone, [...pending, ...replaced], this.#options));
    return this.steps;
  }

  #issue(
    op: string,
    row: Row,
    old: Row | undefined,
    about: {
      spec: { takes?: readonly [number, number] };
      replacing: string[];
      detail: Step["detailedDiff"] & object;
      waits: string[];
      urn: string;
      type: string;
    },
  ): void {
    const { spec, replacing, detail, waits, urn, type } = about;
    const takes =
      op === "same"
        ? 12
        : Math.round(duration(this.#random(urn, "takes"), spec.takes) * (op === "update" ? 0.6 : 1) * (this.#options.preview ? 0.05 : 1)) +
          20;
    const found = this.#options.policies ? violations(row) : [];
    const changed =
      op === "update" || op === "replace"
        ? {
            diffs: [...new Set(Object.keys(detail).map(topKey))],
            detailedDiff: detail,
            ...(replacing.length > 0 ? { keys: [...new Set(replacing)] } : {}),
          }
        : {};
    const common = { urn, type, ...(old ? { old } : {}), new: row, waits, ...changed, ...(found.length > 0 ? { violations: found } : {}) };
    if (op !== "replace") {
      this.steps.push({ ...common, op, logical: true, takes });
      return;
    }
    const create: Step = { ...common, op: "create-replacement", logical: false, takes };
    const { violations: _told, ...rest } = common;
    this.steps.push(create, { ...rest, op: "replace", logical: true, takes: 1 });
    this.#replaced.push(create);
  }

  #inputs(
    inputs: Properties,
    dependsOn: Resource[] = [],
  ): { properties: Properties; dependencies: { all: string[]; by: Record<string, string[]> } } {
    const all = new Set<string>(dependsOn.map((resource) => resource.urn));
    const by: Record<string, string[]> = {};
    const properties: Properties = {};
    const urns = new Set<string>();
    for (const key of Object.keys(inputs)) {
      urns.clear();
      const plain = resolve(inputs[key], urns);
      if (plain === undefined) continue;
      properties[key] = plain;
      if (urns.size > 0) by[key] = [...urns].sort();
      for (const urn of urns) all.add(urn);
    }
    return { properties, dependencies: { all: [...all].sort(), by } };
  }

  #outputs(type: string, name: string, inputs: Properties, id: string, urn: string): Properties {
    const spec = specOf(type);
    const { __defaults: _, ...plain } = inputs;
    const random = new Random(this.#options.seed, urn, id, "outputs");
    const computed = stored(spec.outputs?.(random, inputs, id, name) ?? {}, this.#options.key, `${urn}.outputs`) as Properties;
    const tags = spec.tagged ? { tags: plain["tags"] ?? {}, tagsAll: plain["tags"] ?? {} } : {};
    return mapValues({ ...plain, ...tags, ...computed, ...(type.startsWith("kubernetes:") ? {} : { id }) }, (value) => value);
  }

  #defaultProvider(packageName: string): Resource {
    const made = this.#defaults.get(packageName);
    if (made) return made;
    const version = PROVIDERS[packageName]?.[this.#options.providerAge] ?? "";
    const type = `pulumi:providers:${packageName}`;
    const urn = this.#urn(type, version === "" ? "default" : `default_${version.replaceAll(".", "_")}`, this.root);
    const old = this.#old.get(urn);
    const inputs: Properties = { ...(packageName === "aws" ? { region: "eu-central-1" } : {}), ...(version === "" ? {} : { version }) };
    const row: Row = old ?? { urn, custom: true, id: this.#random(urn, "id").uuid(), type, inputs, outputs: inputs };
    this.#seen.add(urn);
    this.steps.push({
      op: old ? "same" : "create",
      urn,
      type,
      ...(old ? { old } : {}),
      new: row,
      logical: true,
      internal: true,
      takes: 5,
      waits: [],
    });
    const resource = new Resource(urn, type, row, true);
    this.#defaults.set(packageName, resource);
    return resource;
  }

  #urn(type: string, name: string, parent: Resource): string {
    return resourceUrn(this.#options.project, this.#options.stack, parent === this.root ? undefined : parent.qualifiedType, type, name);
  }

  #random(urn: string, what: string): Random {
    return new Random(this.#options.seed, urn, this.#options.version, what);
  }
}

/** The object without what is undefined, its keys in the order given. */
function without<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  const result: Properties = {};
  for (const [key, value] of Object.entries(object)) if (value !== undefined) result[key] = value;
  return result as T;
}

/** When a row was made and changed last, for a new one that stands for it. */
function times(old: Row | undefined): Pick<Row, "created" | "modified"> {
  return { ...(old?.created ? { created: old.created } : {}), ...(old?.modified ? { modified: old.modified } : {}) };
}

function topKey(path: string): string {
  return path.startsWith('["') ? path.slice(2, path.indexOf('"]')) : (path.split(/[.[]/, 1)[0] ?? path);
}
