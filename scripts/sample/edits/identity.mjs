/** Edits of what resources are: replaced, deleted, renamed. */
import { record } from "../program.mjs";

/** Create-before-delete, stopped before the delete: the old one still stands. Who used its id follows. */
export function replacedAndWaiting(next) {
  const template = next.at("aws:ec2/launchTemplate:LaunchTemplate", "workers");
  const old = record({ ...structuredClone(template), delete: true });
  const id = `lt-0${next.random().hex(16)}`;
  delete template.inputs.name;
  template.inputs.__defaults = [];
  template.inputs.namePrefix = template.outputs.namePrefix = "workers-";
  delete template.propertyDependencies.name;
  template.propertyDependencies.namePrefix = [];
  template.id = template.outputs.id = id;
  template.outputs.name = "workers-20260414130533";
  template.outputs.arn = template.outputs.arn.replace(old.id, id);
  template.created = template.modified = next.now();
  next.records.push(old);
  next.expect({
    urn: template.urn, kind: "replace", pendingDelete: true, note: "replaced; the old one is still to be deleted",
    properties: [["inputs.namePrefix", "add"], ["inputs.name", "delete"], ["outputs.arn", "update"]],
  });

  const pool = next.at("aws:eks/nodeGroup:NodeGroup", "shop-workers");
  pool.inputs.launchTemplate.id = pool.outputs.launchTemplate.id = id;
  next.update(pool, "follows the replaced launch template", [["inputs.launchTemplate.id", "update"], ["outputs.launchTemplate.id", "update"]]);
}

export function replaced(next) {
  const host = next.at("aws:route53/record:Record", "status.example.com");
  for (const side of ["inputs", "outputs"]) Object.assign(host[side], { records: ["203.0.113.80"], type: "A" });
  host.id = host.outputs.id = host.id.replace(/_CNAME$/, "_A");
  host.created = host.modified = next.now();
  next.expect({
    urn: host.urn, kind: "replace", note: "another record type is another record",
    properties: [["inputs.type", "update"], ["inputs.records[0]", "update"]],
  });
}

export function deleted(next) {
  for (const [type, name] of [["aws:lb/listenerRule:ListenerRule", "legacy-feed"], ["aws:s3/bucketObjectv2:BucketObjectv2", "sitemap"]]) {
    const one = next.at(type, name);
    next.remove(one);
    next.expect({ urn: one.urn, kind: "delete", note: "gone from the program" });
  }
}

export function renamedByAlias(next) {
  const trail = next.at("aws:cloudwatch/logGroup:LogGroup", "audit-trail");
  const oldUrn = trail.urn;
  trail.urn = oldUrn.replace(/audit-trail$/, "audit-log");
  trail.aliases = [oldUrn];
  trail.modified = next.now();
  next.expect({ urn: trail.urn, oldUrn, kind: "move", reason: "alias", note: "renamed, kept by an alias" });
}

/** The component gets another name, and so do its children, whose ids stay; they refer to each other by the new names. */
export function renamedComponent(next) {
  const component = next.at("storefront:serverless:Function", "reports");
  const family = [component, ...next.records.filter((one) => one.parent === component.urn)];
  const names = new Map(family.map((one) => [one.urn, one.urn.replace(/::reports(?=(-[^:]*)?$)/, "::reporting")]));
  const renamed = (urn) => names.get(urn) ?? urn;
  for (const one of family) {
    const oldUrn = one.urn;
    one.urn = renamed(oldUrn);
    one.parent = renamed(one.parent);
    one.dependencies = one.dependencies?.map(renamed);
    for (const [key, urns] of Object.entries(one.propertyDependencies ?? {})) one.propertyDependencies[key] = urns.map(renamed);
    one.modified = next.now();
    next.expect({
      urn: one.urn, oldUrn, kind: "move", reason: one === component ? "children" : "identity",
      note: one === component ? "a component renamed" : "moved with its component",
    });
  }
}
