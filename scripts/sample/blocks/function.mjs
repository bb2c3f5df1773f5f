/** A Lambda function with its role and log group, as a component. */
import { assetArchive, fileArchive, secret, text, Derived } from "../values.mjs";
import { timeouts } from "./aws.mjs";
import { attachment, role, rolePolicy } from "./identity.mjs";

/**
 * `variables` are its environment, `secrets` names of variables whose values are secret. `files` makes the archive one of
 * named assets in place of a folder.
 */
export function lambda(aws, name, { parent, memory = 512, variables = {}, secrets = [], files, statements }) {
  const { program } = aws;
  const component = program.component("storefront:serverless:Function", name, { parent });
  const inside = { parent: component };
  const own = role(aws, `${name}-role`, { ...inside, service: "lambda.amazonaws.com" });
  attachment(aws, `${name}-logs`, { ...inside, role: own, policy: "service-role/AWSLambdaBasicExecutionRole" });
  if (statements) rolePolicy(aws, `${name}-access`, { ...inside, role: own, statements });
  const random = program.random("code", name);
  const environment = { ...variables };
  for (const key of secrets) environment[key] = secret(random, 40);
  const made = aws.resource("lambda/function:Function", name, {
    architectures: ["arm64"], code: files ? assetArchive(random, files) : fileArchive(random, `./functions/${name}`),
    environment: { variables: environment }, handler: "index.handler", memorySize: memory, role: own.get("arn"),
    runtime: "nodejs20.x", tags: { Name: name }, timeout: 30,
  }, {
    ...inside, autoname: "name", meta: timeouts({ create: 10, delete: 10, update: 10 }),
    defaults: { packageType: "Zip", publish: false, reservedConcurrentExecutions: -1, skipDestroy: false },
    outputs: (stream, plain, id) => ({
      arn: aws.arn("lambda", `function:${id}`), codeSha256: stream.base64(32), codeSigningConfigArn: "", description: "",
      ephemeralStorage: { size: 512 }, fileSystemConfig: null, imageUri: "",
      invokeArn: `arn:aws:apigateway:${aws.region}:lambda:path/2015-03-31/functions/${aws.arn("lambda", `function:${id}`)}/invocations`,
      kmsKeyArn: "", lastModified: "2026-02-11T10:02:47.000+0000", layers: [],
      loggingConfig: { applicationLogLevel: "", logFormat: "Text", logGroup: `/aws/lambda/${id}`, systemLogLevel: "" },
      qualifiedArn: aws.arn("lambda", `function:${id}:$LATEST`), signingJobArn: "", signingProfileVersionArn: "",
      snapStart: null, sourceCodeSize: stream.int(4_000, 4_800_000), tracingConfig: { mode: "PassThrough" }, version: "$LATEST",
      vpcConfig: null,
    }),
  });
  const logs = logGroup(aws, `${name}-log`, { ...inside, path: text`/aws/lambda/${made.get("name")}` });
  program.exportFrom(component, { arn: made.get("arn"), name: made.get("name") });
  return { component, role: own, function: made, logs };
}

export function logGroup(aws, name, { path, retention = 30, ...options }) {
  return aws.resource("cloudwatch/logGroup:LogGroup", name, { name: path, retentionInDays: retention, tags: {} }, {
    defaults: { skipDestroy: false }, meta: undefined, id: (random, plain) => plain.name,
    outputs: (random, plain, id) => ({ arn: aws.arn("logs", `log-group:${id}`), kmsKeyId: "", logGroupClass: "STANDARD", namePrefix: "" }),
    ...options,
  });
}

/** A queue with its dead-letter queue. */
export function queue(aws, name, { parent, retention = 345_600, ...options } = {}) {
  const make = (queueName, inputs) => aws.resource("sqs/queue:Queue", queueName, {
    messageRetentionSeconds: retention, tags: { Name: queueName }, visibilityTimeoutSeconds: 60, ...inputs,
  }, {
    parent, autoname: "name", meta: timeouts({ create: 3, delete: 3, update: 3 }),
    defaults: { delaySeconds: 0, fifoQueue: false, maxMessageSize: 262_144, receiveWaitTimeSeconds: 0 },
    id: (random, plain) => `https://sqs.${aws.region}.example.com/123456789012/${plain.name}`,
    outputs: (random, plain, id) => ({
      arn: aws.arn("sqs", plain.name), contentBasedDeduplication: false, deduplicationScope: "", fifoThroughputLimit: "",
      kmsDataKeyReusePeriodSeconds: 300, kmsMasterKeyId: "", namePrefix: "", policy: "", redriveAllowPolicy: "",
      sqsManagedSseEnabled: true, url: id,
    }),
    ...options,
  });
  const dead = make(`${name}-dead`, {});
  const redrivePolicy = new Derived(`{"deadLetterTargetArn":"${dead.get("arn").value}","maxReceiveCount":5}`, [dead]);
  return { dead, queue: make(name, { redrivePolicy }) };
}
