import { record } from "./program.mjs";
import { Random } from "./random.mjs";

/** Adds the rows marked for deletion that an earlier update left behind. */
export function leftovers(records) {
  const find = (type, name) => records.find((one) => one.urn.endsWith(`${type}::${name}`));
  const random = new Random("leftovers");
  const copy = (one, id) => {
    const old = record({ ...structuredClone(one), delete: true, id });
    old.outputs.id = id;
    records.push(old);
  };
  const target = find("aws:lb/targetGroup:TargetGroup", "shop");
  copy(target, target.id.replace(/[0-9a-f]{16}$/, random.hex(16)));
  copy(find("aws:ec2/instance:Instance", "bastion"), `i-0${random.hex(16)}`);
}
