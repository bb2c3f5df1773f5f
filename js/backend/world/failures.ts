/** What providers say when something goes wrong. */
import { Random } from "./random.js";
import { urnParts } from "./state.js";
import type { Step } from "./step.js";

export function providerError(step: Step, seed: number): string {
  const random = new Random(seed, step.urn, step.op, "error");
  const [name, kind] = [urnParts(step.urn).name, step.type.slice(step.type.lastIndexOf(":") + 1)];
  const doing = step.op === "delete" || step.op === "delete-replaced" ? "deleting" : step.op === "update" ? "updating" : "creating";
  if (step.type.startsWith("kubernetes:")) {
    return `resource ${name} was not successfully ${step.op === "update" ? "updated" : "created"} by the Kubernetes API server: 1 error occurred:\n\t* timed out waiting for the condition: ${kind} "${name}" has 0 of 2 replicas ready`;
  }
  const service = (step.type.split(/[:/]/)[1] ?? "api").toUpperCase();
  const [code, status, detail] = random.pick([
    ["ThrottlingException", 400, "Rate exceeded"],
    ["AccessDeniedException", 403, "User is not authorized to perform this action because no identity-based policy allows it"],
    ["ResourceInUseException", 409, `${kind} ${name} is in use`],
    ["LimitExceededException", 400, `Account limit for ${kind} reached`],
  ] as const);
  return `sdk-v2/provider2.go:572: sdk.helper_schema: ${doing} ${kind} (${name}): operation error ${service}: https response error StatusCode: ${status}, RequestID: ${random.uuid()}, ${code}: ${detail}: provider=aws`;
}

export function programError(seed: number, label: string): string {
  return new Random(seed, label, "program").pick([
    "Running program 'index.ts' failed with an unhandled exception:\nTypeError: Cannot read properties of undefined (reading 'tags')\n    at Object.<anonymous> (/app/index.ts:41:22)",
    "Missing required configuration variable 'domain'\n\tplease set a value using the command `pulumi config set domain <value>`",
    "Running program 'index.ts' failed with an unhandled exception:\nError: connect ECONNREFUSED 127.0.0.1:8443",
  ]);
}
