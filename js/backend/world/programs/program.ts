/** What a sample program is given: the stack it runs for, the revision of its source, and the engine behind it. */
import type { Engine } from "../engine.js";
import { Random } from "../random.js";
import type { Resource, ResourceOptions } from "../resource.js";
import { From, json, type Properties, secret, type Sealed } from "../values.js";

export class Program {
  constructor(
    readonly engine: Engine,
    readonly project: string,
    readonly stack: string,
    readonly revision: number,
    readonly seed: number,
    readonly breaks = false,
  ) {}

  get isProd(): boolean {
    return this.stack === "prod";
  }

  /** Whether the source has got this far. */
  since(revision: number): boolean {
    return this.revision >= revision;
  }

  component(type: string, name: string, parent?: Resource): Resource {
    return this.engine.component(type, name, parent);
  }

  aws(type: string, name: string, inputs: Properties, options?: ResourceOptions): Resource {
    return this.engine.resource(`aws:${type}`, name, inputs, options);
  }

  resource(type: string, name: string, inputs: Properties, options?: ResourceOptions): Resource {
    return this.engine.resource(type, name, inputs, options);
  }

  /** An output of another stack, as a property of its reference. */
  outputOf(reference: Resource, key: string): From {
    const outputs = reference.row.outputs?.["outputs"] as Properties | undefined;
    return new From(outputs?.[key] ?? null, [reference.urn]);
  }

  tags(name: string): Properties {
    return { Name: `${this.project}-${this.stack}-${name}`, Stack: this.stack, Team: TEAMS[this.project] ?? "platform" };
  }

  assumedBy(service: string): From {
    return json({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }] });
  }

  /** A secret of the configuration; it changes when `turn` does. */
  secret(name: string, turn = 0): Sealed {
    return secret(
      new Random(this.seed, this.project, this.stack, name, turn).from(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
        32,
      ),
    );
  }

  /** A release's number that rises every `every` revisions. */
  release(name: string, every = 1): string {
    const start = new Random(this.seed, name).int(1, 9);
    const count = Math.floor(this.revision / every);
    return `${start}.${Math.floor(count / 8)}.${count % 8}`;
  }

  exports(outputs: Properties): void {
    this.engine.exports(outputs);
  }
}

const TEAMS: Record<string, string> = {
  network: "platform",
  web: "storefront",
  data: "data",
  payments: "payments",
  "k8s-platform": "platform",
  "docs-site": "developer-experience",
  identity: "security",
  observability: "platform",
  tenants: "storefront",
};
