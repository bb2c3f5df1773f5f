/** Pieces that several programs share. */
import type { Resource } from "../resource.js";
import { json, type Properties } from "../values.js";
import type { Program } from "./program.js";

export interface FunctionOptions {
  memory: number;
  code: Properties;
  variables: Properties;
  statements: Properties[];
  timeout?: number;
  parent?: Resource;
}

/** A function with its role, its policy and its log. */
export function lambda(p: Program, name: string, { memory, code, variables, statements, timeout = 15, parent }: FunctionOptions): Resource {
  const home = p.component("acme:app:Function", name, parent);
  const inside = { parent: home };
  const role = p.aws("iam/role:Role", name, { assumeRolePolicy: p.assumedBy("lambda.amazonaws.com"), tags: p.tags(name) }, inside);
  const policy = p.aws(
    "iam/policy:Policy",
    name,
    { policy: json({ Version: "2012-10-17", Statement: statements }), tags: p.tags(name) },
    inside,
  );
  p.aws("iam/rolePolicyAttachment:RolePolicyAttachment", name, { role: role.get("name"), policyArn: policy.get("arn") }, inside);
  const made = p.aws(
    "lambda/function:Function",
    name,
    {
      role: role.get("arn"),
      runtime: p.since(13) ? "nodejs22.x" : "nodejs20.x",
      handler: "index.handler",
      memorySize: memory,
      timeout,
      code,
      environment: { variables },
      tags: p.tags(name),
    },
    inside,
  );
  p.aws(
    "cloudwatch/logGroup:LogGroup",
    name,
    { name: `/aws/lambda/${p.project}-${p.stack}-${name}`, retentionInDays: p.isProd ? 90 : 14, tags: p.tags(name) },
    inside,
  );
  return made;
}
