/** S3 buckets and what belongs to them. */
import { fileAsset, json, text } from "../values.mjs";
import { timeouts } from "./aws.mjs";

export function bucket(aws, name, { parent, versioned = false, expireAfter, ...options }) {
  const lifecycleRules = expireAfter && [{
    __defaults: ["abortIncompleteMultipartUploadDays"], abortIncompleteMultipartUploadDays: 0, enabled: true, id: "expire",
    expiration: { __defaults: [], days: expireAfter }, prefix: "", tags: { __defaults: [] },
  }];
  const made = aws.resource("s3/bucketV2:BucketV2", name, { lifecycleRules, tags: { Name: name } }, {
    parent, autoname: "bucket", defaults: { forceDestroy: false }, meta: timeouts({ create: 20, delete: 60, read: 20, update: 20 }),
    outputs: (random, plain, id) => ({
      accelerationStatus: "", acl: "private", arn: `arn:aws:s3:::${id}`, bucketDomainName: `${id}.s3.example.com`,
      bucketPrefix: "", bucketRegionalDomainName: `${id}.s3.${aws.region}.example.com`, corsRules: [],
      grants: [{ id: random.hex(64), permissions: ["FULL_CONTROL"], type: "CanonicalUser", uri: "" }],
      hostedZoneId: `Z${random.upper(12)}`, loggings: [], objectLockEnabled: false, policy: "", region: aws.region,
      replicationConfigurations: [], requestPayer: "BucketOwner", websites: [],
      serverSideEncryptionConfigurations: [{
        rules: [{ applyServerSideEncryptionByDefaults: [{ kmsMasterKeyId: "", sseAlgorithm: "AES256" }], bucketKeyEnabled: false }],
      }],
      versionings: [{ enabled: versioned, mfaDelete: false }],
    }),
    ...options,
  });
  aws.resource("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", name, {
    bucket: made.get("id"), blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true,
  }, { parent, id: (random, plain) => plain.bucket, meta: undefined });
  return made;
}

export function readableBy(aws, name, { bucket: of, principal, parent }) {
  return aws.resource("s3/bucketPolicy:BucketPolicy", name, {
    bucket: of.get("id"),
    policy: json({
      Version: "2012-10-17",
      Statement: [{
        Sid: "Read", Effect: "Allow", Principal: { AWS: principal }, Action: ["s3:GetObject", "s3:ListBucket"],
        Resource: [of.get("arn"), text`${of.get("arn")}/*`],
      }],
    }),
  }, { parent, id: (random, plain) => plain.bucket, meta: undefined });
}

export function object(aws, name, { bucket: of, key, contentType, parent }) {
  const random = aws.program.random("object", name);
  return aws.resource("s3/bucketObjectv2:BucketObjectv2", name, {
    bucket: of.get("id"), contentType, key, source: fileAsset(random, `./assets/${key}`), tags: {},
  }, {
    parent, defaults: { forceDestroy: false }, id: (unused, plain) => `${plain.bucket}/${plain.key}`,
    outputs: (made, plain) => ({
      acl: "private", arn: `arn:aws:s3:::${plain.bucket}/${plain.key}`, bucketKeyEnabled: false, cacheControl: "",
      contentDisposition: "", contentEncoding: "", etag: made.hex(32), kmsKeyId: "", serverSideEncryption: "AES256",
      storageClass: "STANDARD", versionId: "", websiteRedirect: "",
    }),
  });
}
