/** What the engine has to know about a resource type: its defaults, which inputs replace it, its ids and its computed outputs. */
import type { Random } from "../random.js";
import type { Properties } from "../values.js";

export interface Spec {
  /** Inputs that the provider fills in, listed in `__defaults`. */
  defaults?: Properties;
  /** The input that gets a generated name when the program gives none. */
  autoname?: string;
  /** Inputs that cannot change in place. */
  replaceOn?: readonly string[];
  id(random: Random, name: string, inputs: Properties): string;
  /** Computed outputs, besides the inputs. */
  outputs?(random: Random, inputs: Properties, id: string, name: string): Properties;
  /** How long creating it takes, in milliseconds. */
  takes?: readonly [number, number];
  /** Outputs that are secret although no input is. */
  secretOutputs?: readonly string[];
  tagged?: boolean;
}

export const ACCOUNT = "616138583583";
export const REGION = "eu-central-1";

export function arn(service: string, rest: string, region: string = REGION): string {
  return `arn:aws:${service}:${region}:${ACCOUNT}:${rest}`;
}
