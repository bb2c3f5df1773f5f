/** IAM: roles with their trust policy, and what they may do. */
import { json } from "../values.mjs";

export function role(aws, name, { service, parent, description }) {
  return aws.resource("iam/role:Role", name, {
    assumeRolePolicy: json({
      Version: "2012-10-17",
      Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: service } }],
    }),
    description, tags: { Service: service },
  }, {
    parent, autoname: "name", defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
    outputs: (random, plain, id) => ({
      arn: aws.arn("iam", `role/${id}`, { global: true }), createDate: "2025-09-18T07:41:03Z", inlinePolicies: [],
      managedPolicyArns: [], namePrefix: "", permissionsBoundary: "", uniqueId: `AROA${random.upper(17)}`,
    }),
  });
}

export function rolePolicy(aws, name, { role: of, statements, parent }) {
  return aws.resource("iam/rolePolicy:RolePolicy", name, {
    role: of.get("id"), policy: json({ Version: "2012-10-17", Statement: statements }),
  }, { parent, autoname: "name", id: (random, plain) => `${plain.role}:${plain.name}`, outputs: () => ({ namePrefix: "" }) });
}

export function attachment(aws, name, { role: to, policy, parent }) {
  return aws.resource("iam/rolePolicyAttachment:RolePolicyAttachment", name, {
    role: to.get("name"), policyArn: `arn:aws:iam::aws:policy/${policy}`,
  }, { parent, id: (random, plain) => `${plain.role}-${random.from("0123456789", 26)}`, meta: undefined });
}
