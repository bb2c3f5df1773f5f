/** AWS: networks and what stands in front of them. */
import { ACCOUNT, arn, REGION, type Spec } from "./spec.js";

const ec2 = (prefix: string, kind: string, extra: Partial<Spec> = {}): Spec => ({
  id: (random) => `${prefix}-${random.hex(17)}`,
  takes: [900, 4_000],
  tagged: true,
  ...extra,
  outputs: (random, inputs, id, name) => ({
    arn: arn("ec2", `${kind}/${id}`),
    ownerId: ACCOUNT,
    ...extra.outputs?.(random, inputs, id, name),
  }),
});

export const AWS_NETWORK: Record<string, Spec> = {
  "aws:ec2/vpc:Vpc": ec2("vpc", "vpc", {
    defaults: { assignGeneratedIpv6CidrBlock: false, enableDnsSupport: true, instanceTenancy: "default" },
    replaceOn: ["cidrBlock", "instanceTenancy"],
    outputs: (random) => ({
      defaultNetworkAclId: `acl-${random.hex(17)}`,
      defaultRouteTableId: `rtb-${random.hex(17)}`,
      defaultSecurityGroupId: `sg-${random.hex(17)}`,
      dhcpOptionsId: `dopt-${random.hex(8)}`,
      enableNetworkAddressUsageMetrics: false,
      ipv6AssociationId: "",
      ipv6CidrBlock: "",
      mainRouteTableId: `rtb-${random.hex(17)}`,
    }),
  }),
  "aws:ec2/subnet:Subnet": ec2("subnet", "subnet", {
    defaults: { assignIpv6AddressOnCreation: false, enableDns64: false, privateDnsHostnameTypeOnLaunch: "ip-name" },
    replaceOn: ["availabilityZone", "cidrBlock", "vpcId"],
    outputs: (random) => ({ availabilityZoneId: `euc1-az${random.int(1, 3)}`, ipv6CidrBlock: "", outpostArn: "" }),
  }),
  "aws:ec2/internetGateway:InternetGateway": ec2("igw", "internet-gateway"),
  "aws:ec2/eip:Eip": ec2("eipalloc", "elastic-ip", {
    outputs: (random) => ({ publicIp: `3.${random.int(64, 79)}.${random.int(1, 254)}.${random.int(1, 254)}`, networkBorderGroup: REGION }),
  }),
  "aws:ec2/natGateway:NatGateway": ec2("nat", "natgateway", {
    defaults: { connectivityType: "public" },
    replaceOn: ["subnetId", "allocationId"],
    takes: [40_000, 95_000],
    outputs: (random) => ({ networkInterfaceId: `eni-${random.hex(17)}`, privateIp: `10.40.${random.int(0, 31)}.${random.int(4, 250)}` }),
  }),
  "aws:ec2/routeTable:RouteTable": ec2("rtb", "route-table", { replaceOn: ["vpcId"], outputs: () => ({ propagatingVgws: [] }) }),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    id: (random) => `rtbassoc-${random.hex(17)}`,
    replaceOn: ["subnetId"],
    takes: [500, 1_200],
    outputs: () => ({ gatewayId: "" }),
  },
  "aws:ec2/securityGroup:SecurityGroup": ec2("sg", "security-group", {
    autoname: "name",
    defaults: { revokeRulesOnDelete: false },
    replaceOn: ["name", "description", "vpcId"],
    outputs: () => ({ namePrefix: "" }),
  }),
  "aws:ec2/flowLog:FlowLog": ec2("fl", "vpc-flow-log", {
    defaults: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
    replaceOn: ["vpcId", "logDestination", "trafficType"],
  }),
  "aws:ec2/vpcEndpoint:VpcEndpoint": ec2("vpce", "vpc-endpoint", {
    replaceOn: ["serviceName", "vpcId", "vpcEndpointType"],
    takes: [4_000, 30_000],
    outputs: (random) => ({ state: "available", prefixListId: `pl-${random.hex(8)}`, requesterManaged: false }),
  }),
  "aws:lb/loadBalancer:LoadBalancer": {
    autoname: "name",
    defaults: { enableDeletionProtection: false, idleTimeout: 60, ipAddressType: "ipv4", loadBalancerType: "application" },
    replaceOn: ["name", "internal", "loadBalancerType"],
    takes: [120_000, 190_000],
    tagged: true,
    id: (random, name, inputs) => arn("elasticloadbalancing", `loadbalancer/app/${String(inputs["name"] ?? name)}/${random.hex(16)}`),
    outputs: (random, inputs, id) => ({
      arn: id,
      arnSuffix: id.slice(id.indexOf("app/")),
      dnsName: `${String(inputs["name"])}-${random.digits(10)}.${REGION}.elb.amazonaws.com`,
      zoneId: "Z215JYRZR1TBD5",
      vpcId: `vpc-${random.hex(17)}`,
    }),
  },
  "aws:lb/targetGroup:TargetGroup": {
    autoname: "name",
    defaults: { deregistrationDelay: 300, protocolVersion: "HTTP1", slowStart: 0 },
    tagged: true,
    takes: [900, 2_500],
    replaceOn: ["name", "port", "protocol", "vpcId", "targetType"],
    id: (random, _name, inputs) => arn("elasticloadbalancing", `targetgroup/${String(inputs["name"])}/${random.hex(16)}`),
    outputs: (_random, _inputs, id) => ({
      arn: id,
      arnSuffix: id.slice(id.indexOf("targetgroup/")),
      loadBalancingAlgorithmType: "round_robin",
    }),
  },
  "aws:lb/listener:Listener": {
    defaults: { routingHttpResponseServerEnabled: true },
    replaceOn: ["loadBalancerArn"],
    takes: [700, 1_800],
    tagged: true,
    id: (random) => arn("elasticloadbalancing", `listener/app/${random.hex(16)}/${random.hex(16)}`),
    outputs: (_random, _inputs, id) => ({ arn: id }),
  },
  "aws:route53/record:Record": {
    defaults: { ttl: 300 },
    replaceOn: ["name", "type", "zoneId"],
    takes: [31_000, 46_000],
    id: (_random, _name, inputs) => `${String(inputs["zoneId"])}_${String(inputs["name"])}_${String(inputs["type"])}`,
    outputs: (_random, inputs) => ({ fqdn: inputs["name"], healthCheckId: "", setIdentifier: "" }),
  },
  "aws:acm/certificate:Certificate": {
    replaceOn: ["domainName", "subjectAlternativeNames", "validationMethod"],
    takes: [4_000, 8_000],
    tagged: true,
    id: (random) => arn("acm", `certificate/${random.uuid()}`, "us-east-1"),
    outputs: (random, inputs, id) => ({
      arn: id,
      status: "ISSUED",
      keyAlgorithm: "RSA_2048",
      notAfter: "2027-06-30T23:59:59Z",
      renewalEligibility: "ELIGIBLE",
      domainValidationOptions: [
        {
          domainName: inputs["domainName"],
          resourceRecordName: `_${random.hex(32)}.${String(inputs["domainName"])}.`,
          resourceRecordType: "CNAME",
          resourceRecordValue: `_${random.hex(32)}.acm-validations.aws.`,
        },
      ],
    }),
  },
  "aws:cloudfront/distribution:Distribution": {
    defaults: { httpVersion: "http2", isIpv6Enabled: false, retainOnDelete: false, staging: false, waitForDeployment: true },
    tagged: true,
    takes: [190_000, 330_000],
    id: (random) => `E${random.upper(13)}`,
    outputs: (random, _inputs, id) => ({
      arn: `arn:aws:cloudfront::${ACCOUNT}:distribution/${id}`,
      domainName: `d${random.hex(13)}.cloudfront.net`,
      etag: `E${random.upper(12)}`,
      hostedZoneId: "Z2FDTNDATAQYW2",
      status: "Deployed",
      inProgressValidationBatches: 0,
    }),
  },
};
