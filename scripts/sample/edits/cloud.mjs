/** Edits of AWS resources: properties of every shape. */

/** The same tag on each resource of a kind: one change of one shape, many times. */
export function tagSubnets(next) {
  for (const subnet of next.all("aws:ec2/subnet:Subnet")) {
    const paths = [];
    for (const side of ["inputs", "outputs"]) {
      for (const field of ["tags", "tagsAll"]) {
        subnet[side][field].CostCenter = "platform";
        paths.push([`${side}.${field}.CostCenter`, "add"]);
      }
    }
    next.update(subnet, "tag CostCenter on every subnet", paths);
  }
}

export function ruleInFront(next) {
  const group = next.at("aws:ec2/securityGroup:SecurityGroup", "front-door");
  const rule = {
    cidrBlocks: ["198.51.100.0/24"], description: "Partner network", fromPort: 8443, protocol: "tcp", securityGroups: [], self: false, toPort: 8443,
  };
  group.inputs.ingress.unshift({ __defaults: ["self"], ...rule });
  group.outputs.ingress.unshift(rule);
  next.update(group, "a rule inserted at the front of ingress", [["inputs.ingress[0]", "add"], ["outputs.ingress[0]", "add"]]);
}

export function policyInside(next) {
  const policy = next.at("aws:iam/rolePolicy:RolePolicy", "checkout-access");
  const document = JSON.parse(policy.inputs.policy);
  document.Statement[0].Action.push("sqs:ChangeMessageVisibility");
  document.Statement.push({ Sid: "Metrics", Effect: "Allow", Action: "cloudwatch:PutMetricData", Resource: "*" });
  policy.inputs.policy = policy.outputs.policy = JSON.stringify(document);
  next.update(policy, "an action and a statement added inside the policy's JSON", [
    ["inputs.policy.Statement[0].Action[2]", "add"],
    ["outputs.policy.Statement[1]", "add"],
  ]);
}

export function script(next) {
  const host = next.at("aws:ec2/instance:Instance", "bastion");
  for (const side of ["inputs", "outputs"]) {
    host[side].userData = host[side].userData
      .replace("amazon-ssm-agent postgresql16\n", "amazon-ssm-agent postgresql17 jq\n")
      .replace("    rotate 7\n", "    rotate 30\n")
      .replace("export HISTCONTROL=ignoredups\n", "");
  }
  next.update(host, "three places in the start-up script", [["inputs.userData", "update"], ["outputs.userData", "update"]]);
}

export function archives(next) {
  for (const [name, file] of [["checkout"], ["thumbnails", "index.js"]]) {
    const made = next.at("aws:lambda/function:Function", name);
    for (const side of ["inputs", "outputs"]) {
      const random = next.random();
      made[side].code.hash = random.hex(64);
      if (file) made[side].code.assets[file].hash = random.hex(64);
    }
    made.outputs.code = structuredClone(made.inputs.code);
    made.outputs.codeSha256 = next.random().base64(32);
    made.outputs.sourceCodeSize += 1_874;
    made.outputs.lastModified = "2026-04-14T13:05:41.000+0000";
    next.update(made, "new code: the archive's hash", [
      ["inputs.code", "update"], ["outputs.code", "update"], ["outputs.codeSha256", "update"], ["outputs.sourceCodeSize", "update"],
    ]);
  }
}

/** A password rotated: secrets change wherever it went, and the stored version is a new one. */
export function rotation(next) {
  const password = next.at("random:index/randomPassword:RandomPassword", "orders-password");
  password.inputs.keepers = password.outputs.keepers = { rotated: "2026-04" };
  password.outputs.result = next.secret(32);
  password.outputs.bcryptHash = next.secret(60);
  password.propertyDependencies.keepers = [];
  next.update(password, "rotated by a keeper", [["inputs.keepers", "add"], ["outputs.result", "ciphertext"], ["outputs.bcryptHash", "ciphertext"]]);

  const database = next.at("aws:rds/instance:Instance", "orders");
  database.inputs.password = next.secret(32);
  database.outputs.password = next.secret(32);
  for (const side of ["inputs", "outputs"]) database[side].engineVersion = "16.9";
  database.outputs.engineVersionActual = "16.9";
  database.outputs.latestRestorableTime = "2026-04-14T13:00:00Z";
  database.customTimeouts.update = 10_800;
  next.update(database, "new password, engine version and time-out", [
    ["inputs.password", "ciphertext"], ["outputs.password", "ciphertext"], ["inputs.engineVersion", "update"], ["customTimeouts.update", "update"],
  ]);

  const version = next.at("aws:secretsmanager/secretVersion:SecretVersion", "orders");
  version.outputs.versionId = next.random().uuid();
  version.id = version.outputs.id = `${version.inputs.secretId}|${version.outputs.versionId}`;
  version.inputs.secretString = next.secret(180);
  version.outputs.secretString = next.secret(180);
  version.created = version.modified = next.now();
  next.expect({
    urn: version.urn, kind: "replace", note: "the rotated secret is stored as a new version",
    properties: [["inputs.secretString", "ciphertext"], ["outputs.versionId", "update"]],
  });
}

export function threshold(next) {
  const alarm = next.at("aws:cloudwatch/metricAlarm:MetricAlarm", "database-cpu");
  for (const side of ["inputs", "outputs"]) {
    alarm[side].threshold = 85;
    alarm[side].alarmDescription = "CPUUtilization above 85";
  }
  next.update(alarm, "a number and a short text", [["inputs.threshold", "update"], ["outputs.alarmDescription", "update"]]);
}
