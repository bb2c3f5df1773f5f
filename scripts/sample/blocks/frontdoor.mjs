/** What stands towards the internet: load balancer, listeners, certificate, DNS records, and the bastion host. */
import { text } from "../values.mjs";
import { ec2Id, timeouts } from "./aws.mjs";

export function loadBalancer(aws, name, { subnets, group, vpc, certificate, logs, parent }) {
  const made = aws.resource("lb/loadBalancer:LoadBalancer", name, {
    accessLogs: { __defaults: [], bucket: logs.get("bucket"), enabled: true, prefix: "alb" }, loadBalancerType: "application",
    securityGroups: [group.get("id")], subnets: subnets.map((one) => one.get("id")), tags: { Name: name },
  }, {
    parent, autoname: "name", protect: true, meta: timeouts({ create: 10, delete: 10, update: 10 }),
    defaults: { clientKeepAlive: 3600, desyncMitigationMode: "defensive", enableHttp2: true, idleTimeout: 60, xffHeaderProcessingMode: "append" },
    id: (random, plain) => aws.arn("elasticloadbalancing", `loadbalancer/app/${plain.name}/${random.hex(16)}`),
    outputs: (random, plain, id) => ({
      arn: id, arnSuffix: id.split("loadbalancer/")[1], dnsName: `${plain.name}.elb.example.com`, internal: false,
      ipAddressType: "ipv4", namePrefix: "", zoneId: `Z${random.upper(13)}`, enableDeletionProtection: false,
      dropInvalidHeaderFields: false, preserveHostHeader: false, vpcId: vpc.id,
    }),
  });
  const target = aws.resource("lb/targetGroup:TargetGroup", name, {
    healthCheck: {
      __defaults: ["enabled", "healthyThreshold", "port", "protocol", "unhealthyThreshold"], enabled: true, healthyThreshold: 3,
      interval: 15, matcher: "200", path: "/healthz", port: "traffic-port", protocol: "HTTP", unhealthyThreshold: 3,
    },
    port: 8080, protocol: "HTTP", tags: { Name: name }, targetType: "ip", vpcId: vpc.get("id"),
  }, {
    parent, autoname: "name", defaults: { deregistrationDelay: 300, proxyProtocolV2: false, slowStart: 0 },
    id: (random, plain) => aws.arn("elasticloadbalancing", `targetgroup/${plain.name}/${random.hex(16)}`),
    outputs: (random, plain, id) => ({
      arn: id, arnSuffix: id.slice(id.indexOf("targetgroup/")), connectionTermination: null, ipAddressType: "ipv4",
      loadBalancerArns: [], loadBalancingAlgorithmType: "round_robin", protocolVersion: "HTTP1",
      stickiness: { cookieDuration: 86_400, cookieName: "", enabled: false, type: "lb_cookie" },
    }),
  });
  const listener = (suffix, inputs) => aws.resource("lb/listener:Listener", `${name}-${suffix}`, {
    loadBalancerArn: made.get("arn"), tags: {}, ...inputs,
  }, {
    parent, id: (random) => made.id.replace(":loadbalancer/", ":listener/") + `/${random.hex(16)}`,
    meta: timeouts({ create: 5, update: 5 }), outputs: (random, plain, id) => ({ arn: id }),
  });
  listener("http", {
    port: 80, protocol: "HTTP",
    defaultActions: [{
      __defaults: [], order: 1, redirect: { __defaults: [], port: "443", protocol: "HTTPS", statusCode: "HTTP_301" }, type: "redirect",
    }],
  });
  const secure = listener("https", {
    certificateArn: certificate.get("arn"), port: 443, protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    defaultActions: [{ __defaults: [], order: 1, targetGroupArn: target.get("arn"), type: "forward" }],
  });
  return { balancer: made, target, listener: secure };
}

export function listenerRule(aws, name, { listener, target, priority, paths, parent }) {
  return aws.resource("lb/listenerRule:ListenerRule", name, {
    actions: [{ __defaults: [], order: 1, targetGroupArn: target.get("arn"), type: "forward" }],
    conditions: [{ __defaults: [], pathPattern: { __defaults: [], values: paths } }],
    listenerArn: listener.get("arn"), priority, tags: {},
  }, {
    parent, meta: undefined, id: (random, plain) => `${plain.listenerArn.replace(":listener/", ":listener-rule/")}/${random.hex(16)}`,
    outputs: (random, plain, id) => ({ arn: id }),
  });
}

export function certificate(aws, name, { domains, parent }) {
  return aws.resource("acm/certificate:Certificate", name, {
    domainName: domains[0], subjectAlternativeNames: domains.slice(1), tags: {}, validationMethod: "DNS",
  }, {
    parent, defaults: { keyAlgorithm: "RSA_2048" }, id: (random) => aws.arn("acm", `certificate/${random.uuid()}`),
    outputs: (random, plain, id) => ({
      arn: id, notAfter: "2026-10-17T23:59:59Z", notBefore: "2025-09-18T00:00:00Z", pendingRenewal: false,
      renewalEligibility: "ELIGIBLE", renewalSummaries: [], status: "ISSUED", type: "AMAZON_ISSUED", validationEmails: [],
      domainValidationOptions: domains.map((domain) => ({
        domainName: domain, resourceRecordName: `_${random.hex(32)}.${domain}.`, resourceRecordType: "CNAME",
        resourceRecordValue: `_${random.hex(32)}.acm-validations.example.com.`,
      })),
    }),
  });
}

export function record(aws, name, { zone, host, alias, value, type = alias ? "A" : "CNAME", parent }) {
  const target = alias
    ? { aliases: [{ __defaults: [], evaluateTargetHealth: true, name: alias.get("dnsName"), zoneId: alias.get("zoneId") }] }
    : { records: [value], ttl: 300 };
  return aws.resource("route53/record:Record", name, { name: host, type, zoneId: zone.get("zoneId"), ...target }, {
    parent, meta: '{"schema_version":"2"}', id: (random, plain) => `${plain.zoneId}_${plain.name}_${plain.type}`,
    outputs: (random, plain) => ({ fqdn: plain.name, healthCheckId: "", multivalueAnswerRoutingPolicy: false, setIdentifier: "" }),
  });
}

const BASTION_SCRIPT = `#!/bin/bash
set -euo pipefail

# Hosts nothing but a way in: sessions are brokered, there is no open port.
dnf install --assumeyes amazon-ssm-agent postgresql16
systemctl enable --now amazon-ssm-agent

cat > /etc/profile.d/storefront.sh <<'PROFILE'
export PGHOST=db.internal.example.com
export PGSSLMODE=verify-full
export HISTCONTROL=ignoredups
PROFILE

install --directory --mode 0750 /var/log/sessions
cat > /etc/logrotate.d/sessions <<'ROTATE'
/var/log/sessions/*.log {
    daily
    rotate 7
    compress
    missingok
}
ROTATE

hostnamectl set-hostname bastion.internal.example.com
echo "ready" > /run/bastion.state
`;

export function bastion(aws, name, { subnet, group, ami, parent }) {
  return aws.resource("ec2/instance:Instance", name, {
    ami, instanceType: "t4g.micro", subnetId: subnet.get("id"), tags: { Name: name }, userData: text`${BASTION_SCRIPT}`,
    vpcSecurityGroupIds: [group.get("id")], metadataOptions: { __defaults: [], httpEndpoint: "enabled", httpTokens: "required" },
  }, {
    parent, id: (random) => `i-0${random.hex(16)}`, meta: timeouts({ create: 10, delete: 20, read: 15, update: 10 }, 1),
    defaults: { getPasswordData: false, sourceDestCheck: true, userDataReplaceOnChange: false },
    outputs: (random, plain, id) => ({
      arn: aws.arn("ec2", `instance/${id}`), associatePublicIpAddress: false, availabilityZone: `${aws.region}a`,
      capacityReservationSpecification: { capacityReservationPreference: "open", capacityReservationTarget: null },
      cpuOptions: { amdSevSnp: "", coreCount: 2, threadsPerCore: 1 }, creditSpecification: { cpuCredits: "unlimited" },
      disableApiStop: false, disableApiTermination: false, ebsBlockDevices: [], ebsOptimized: false, enclaveOptions: { enabled: false },
      ephemeralBlockDevices: [], hibernation: false, instanceState: "running", ipv6AddressCount: 0, ipv6Addresses: [], keyName: "",
      maintenanceOptions: { autoRecovery: "default" }, monitoring: false, primaryNetworkInterfaceId: `eni-0${random.hex(16)}`,
      privateDns: "ip-10-40-17-22.internal.example.com", privateIp: "10.40.17.22", publicDns: "", publicIp: "",
      rootBlockDevice: {
        deleteOnTermination: true, deviceName: "/dev/xvda", encrypted: true, iops: 3000, kmsKeyId: aws.arn("kms", `key/${random.uuid()}`),
        tags: {}, throughput: 125, volumeId: `vol-0${random.hex(16)}`, volumeSize: 8, volumeType: "gp3",
      },
      secondaryPrivateIps: [], tenancy: "default",
    }),
  });
}

/** A launch template, which is replaced whenever its name prefix changes. */
export function launchTemplate(aws, name, { ami, group, parent }) {
  return aws.resource("ec2/launchTemplate:LaunchTemplate", name, {
    imageId: ami, instanceType: "m6g.large", tags: { Name: name }, vpcSecurityGroupIds: [group.get("id")],
    blockDeviceMappings: [{ __defaults: [], deviceName: "/dev/xvda", ebs: { __defaults: [], volumeSize: 50, volumeType: "gp3" } }],
  }, {
    parent, autoname: "name", id: ec2Id("lt"),
    outputs: (random, plain, id) => ({
      arn: aws.arn("ec2", `launch-template/${id}`), defaultVersion: 1, description: "", ebsOptimized: "", kernelId: "", keyName: "",
      latestVersion: 1, namePrefix: "", ramDiskId: "", securityGroupNames: [], userData: "",
    }),
  });
}
