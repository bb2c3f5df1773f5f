/** All resource types that the sample programs use. */
import { AWS_APP } from "./aws-app.js";
import { AWS_NETWORK } from "./aws-network.js";
import { CLUSTER } from "./cluster.js";
import type { Spec } from "./spec.js";

const SPECS: Record<string, Spec> = { ...AWS_NETWORK, ...AWS_APP, ...CLUSTER };

/** The versions of each provider, oldest first; a stack moves on as its revisions do. */
export const PROVIDERS: Record<string, readonly string[]> = {
  aws: ["6.83.0", "7.8.0", "7.12.0"],
  kubernetes: ["4.18.1", "4.23.0", "4.24.1"],
  random: ["4.16.7", "4.18.4", "4.18.4"],
  pulumi: ["", "", ""],
};

export function specOf(type: string): Spec {
  const spec = SPECS[type];
  if (!spec) throw new Error(`The sample catalogue has no type ${type}`);
  return spec;
}
