/** network: a VPC over three zones, its routes, gateways and endpoints. */
import { json } from "../values.js";
import type { Program } from "./program.js";

const SIZES: Record<string, number> = { dev: 0, staging: 16, prod: 32 };

export function network(p: Program): void {
  const base = `10.${40 + (SIZES[p.stack] ?? 64)}`;
  const home = p.component("acme:network:Network", "main");
  const inside = { parent: home };
  const vpc = p.aws("ec2/vpc:Vpc", "main", { cidrBlock: `${base}.0.0/16`, enableDnsHostnames: true, tags: p.tags("main") }, inside);
  const igw = p.aws("ec2/internetGateway:InternetGateway", "main", { vpcId: vpc.id, tags: p.tags("main") }, inside);
  const publicTable = p.aws(
    "ec2/routeTable:RouteTable",
    "public",
    {
      vpcId: vpc.id,
      routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: igw.id }, ...(p.since(9) ? [{ ipv6CidrBlock: "::/0", gatewayId: igw.id }] : [])],
      tags: p.tags("public"),
    },
    inside,
  );
  const privates = [];
  const publics = [];
  for (const [i, zone] of ["a", "b", "c"].entries()) {
    const outer = p.aws(
      "ec2/subnet:Subnet",
      `public-${zone}`,
      {
        vpcId: vpc.id,
        availabilityZone: `eu-central-1${zone}`,
        cidrBlock: `${base}.${i * 16}.0/20`,
        mapPublicIpOnLaunch: true,
        tags: p.tags(`public-${zone}`),
      },
      inside,
    );
    p.aws(
      "ec2/routeTableAssociation:RouteTableAssociation",
      `public-${zone}`,
      { routeTableId: publicTable.id, subnetId: outer.id },
      inside,
    );
    publics.push(outer);
    const inner = p.aws(
      "ec2/subnet:Subnet",
      `private-${zone}`,
      {
        vpcId: vpc.id,
        availabilityZone: `eu-central-1${zone}`,
        cidrBlock: `${base}.${128 + i * 16}.0/20`,
        tags: { ...p.tags(`private-${zone}`), ...(p.since(5) ? { "kubernetes.io/role/internal-elb": "1" } : {}) },
      },
      inside,
    );
    privates.push(inner);
    if (i > 0 && p.stack === "dev") continue;
    const address = p.aws("ec2/eip:Eip", `nat-${zone}`, { domain: "vpc", tags: p.tags(`nat-${zone}`) }, inside);
    const nat = p.aws(
      "ec2/natGateway:NatGateway",
      zone,
      { allocationId: address.id, subnetId: outer.id, tags: p.tags(`nat-${zone}`) },
      { parent: home, dependsOn: [igw] },
    );
    const table = p.aws(
      "ec2/routeTable:RouteTable",
      `private-${zone}`,
      { vpcId: vpc.id, routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: nat.id }], tags: p.tags(`private-${zone}`) },
      inside,
    );
    p.aws("ec2/routeTableAssociation:RouteTableAssociation", `private-${zone}`, { routeTableId: table.id, subnetId: inner.id }, inside);
  }
  const logs = p.aws(
    "cloudwatch/logGroup:LogGroup",
    "flow-logs",
    { name: `/acme/${p.stack}/flow-logs`, retentionInDays: p.since(4) ? 90 : 14, tags: p.tags("flow-logs") },
    inside,
  );
  const role = p.aws(
    "iam/role:Role",
    "flow-logs",
    { assumeRolePolicy: p.assumedBy("vpc-flow-logs.amazonaws.com"), tags: p.tags("flow-logs") },
    inside,
  );
  p.aws(
    "ec2/flowLog:FlowLog",
    "main",
    {
      vpcId: vpc.id,
      trafficType: p.since(7) ? "ALL" : "REJECT",
      iamRoleArn: role.get("arn"),
      logDestination: logs.get("arn"),
      tags: p.tags("main"),
    },
    inside,
  );
  for (const service of ["s3", "dynamodb", ...(p.since(6) ? ["ecr.dkr", "sts"] : [])]) {
    p.aws(
      "ec2/vpcEndpoint:VpcEndpoint",
      service,
      {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.eu-central-1.${service}`,
        vpcEndpointType: service.length > 3 && service !== "dynamodb" ? "Interface" : "Gateway",
        policy: json({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: "*", Action: p.since(11) ? [`${service.split(".")[0]}:*`] : ["*"], Resource: "*" }],
        }),
        tags: p.tags(service),
      },
      inside,
    );
  }
  const rules = [443, ...(p.since(3) ? [8443] : []), ...(p.since(8) && !p.since(12) ? [9090] : [])];
  const group = p.aws(
    "ec2/securityGroup:SecurityGroup",
    "internal",
    {
      vpcId: vpc.id,
      description: "Between services",
      tags: p.tags("internal"),
      ingress: rules.map((port) => ({ fromPort: port, toPort: port, protocol: "tcp", cidrBlocks: [`${base}.0.0/16`] })),
      egress: [{ fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }],
    },
    inside,
  );
  p.exports({
    vpcId: vpc.id,
    privateSubnetIds: privates.map((subnet) => subnet.id),
    publicSubnetIds: publics.map((subnet) => subnet.id),
    internalSecurityGroupId: group.id,
  });
}
