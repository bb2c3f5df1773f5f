/** A VPC with public and private subnets, and the security groups in it. */
import { text } from "../values.mjs";
import { ACCOUNT, ec2Id } from "./aws.mjs";

export function network(aws, { name, zones, parent }) {
  const component = aws.program.component("storefront:network:Network", name, { parent });
  const inside = { parent: component };
  const vpc = aws.resource("ec2/vpc:Vpc", name, {
    cidrBlock: "10.40.0.0/16", enableDnsHostnames: true, tags: { Name: name },
  }, {
    ...inside, protect: true, id: ec2Id("vpc"), defaults: { enableDnsSupport: true, instanceTenancy: "default" },
    outputs: (random, plain, id) => ({
      arn: aws.arn("ec2", `vpc/${id}`), assignGeneratedIpv6CidrBlock: false, defaultNetworkAclId: `acl-0${random.hex(16)}`,
      defaultRouteTableId: `rtb-0${random.hex(16)}`, defaultSecurityGroupId: `sg-0${random.hex(16)}`,
      dhcpOptionsId: `dopt-0${random.hex(16)}`, enableNetworkAddressUsageMetrics: false, ipv6AssociationId: "",
      ipv6CidrBlock: "", ipv6CidrBlockNetworkBorderGroup: "", ipv6IpamPoolId: "", ipv6NetmaskLength: 0,
      mainRouteTableId: `rtb-0${random.hex(16)}`, ownerId: ACCOUNT,
    }),
  });
  const gateway = aws.resource("ec2/internetGateway:InternetGateway", name, {
    vpcId: vpc.get("id"), tags: { Name: name },
  }, { ...inside, id: ec2Id("igw"), outputs: (random, plain, id) => ({ arn: aws.arn("ec2", `internet-gateway/${id}`), ownerId: ACCOUNT }) });
  const publicTable = routeTable(aws, `${name}-public`, vpc, { gatewayId: gateway.get("id") }, inside);
  const publicSubnets = zones.map((zone, index) => {
    const made = subnet(aws, `${name}-public-${index + 1}`, vpc, zone, `10.40.${index}.0/24`, true, inside);
    associate(aws, `${name}-public-${index + 1}`, publicTable, made, inside);
    return made;
  });
  const address = aws.resource("ec2/eip:Eip", `${name}-nat`, { domain: "vpc", tags: { Name: `${name}-nat` } }, {
    ...inside, id: ec2Id("eipalloc"), dependsOn: [gateway],
    outputs: (random, plain, id) => ({
      allocationId: id, publicIp: "203.0.113.40", publicIpv4Pool: "amazon", networkBorderGroup: aws.region,
      associationId: `eipassoc-0${random.hex(16)}`, networkInterface: `eni-0${random.hex(16)}`,
    }),
  });
  const nat = aws.resource("ec2/natGateway:NatGateway", name, {
    allocationId: address.get("id"), subnetId: publicSubnets[0].get("id"), tags: { Name: name },
  }, {
    ...inside, id: ec2Id("nat"), defaults: { connectivityType: "public" },
    outputs: (random) => ({
      associationId: `eipassoc-0${random.hex(16)}`, networkInterfaceId: `eni-0${random.hex(16)}`, privateIp: "10.40.0.17",
      publicIp: "203.0.113.40", secondaryAllocationIds: [], secondaryPrivateIpAddressCount: 0, secondaryPrivateIpAddresses: [],
    }),
  });
  const privateTable = routeTable(aws, `${name}-private`, vpc, { natGatewayId: nat.get("id") }, inside);
  const privateSubnets = zones.map((zone, index) => {
    const made = subnet(aws, `${name}-private-${index + 1}`, vpc, zone, `10.40.${16 + index * 16}.0/20`, false, inside);
    associate(aws, `${name}-private-${index + 1}`, privateTable, made, inside);
    return made;
  });
  aws.program.exportFrom(component, {
    privateSubnetIds: privateSubnets.map((one) => one.get("id")), publicSubnetIds: publicSubnets.map((one) => one.get("id")),
    vpcId: vpc.get("id"),
  });
  return { component, vpc, publicSubnets, privateSubnets };
}

function subnet(aws, name, vpc, zone, cidrBlock, open, options) {
  return aws.resource("ec2/subnet:Subnet", name, {
    vpcId: vpc.get("id"), availabilityZone: `${aws.region}${zone}`, cidrBlock, mapPublicIpOnLaunch: open,
    tags: { Name: name, [open ? "kubernetes.io/role/elb" : "kubernetes.io/role/internal-elb"]: "1" },
  }, {
    ...options, id: ec2Id("subnet"),
    defaults: { assignIpv6AddressOnCreation: false, enableDns64: false, privateDnsHostnameTypeOnLaunch: "ip-name" },
    outputs: (random, plain, id) => ({
      arn: aws.arn("ec2", `subnet/${id}`), availabilityZoneId: `usw2-az${"abc".indexOf(zone) + 1}`, customerOwnedIpv4Pool: "",
      enableLniAtDeviceIndex: 0, enableResourceNameDnsARecordOnLaunch: false, ipv6CidrBlock: "",
      ipv6CidrBlockAssociationId: "", ipv6Native: false, mapCustomerOwnedIpOnLaunch: false, outpostArn: "", ownerId: ACCOUNT,
    }),
  });
}

function routeTable(aws, name, vpc, target, options) {
  return aws.resource("ec2/routeTable:RouteTable", name, {
    vpcId: vpc.get("id"), routes: [{ cidrBlock: "0.0.0.0/0", ...target }], tags: { Name: name },
  }, {
    ...options, id: ec2Id("rtb"),
    outputs: (random, plain, id) => ({ arn: aws.arn("ec2", `route-table/${id}`), ownerId: ACCOUNT, propagatingVgws: [] }),
  });
}

function associate(aws, name, table, one, options) {
  aws.resource("ec2/routeTableAssociation:RouteTableAssociation", name, { routeTableId: table.get("id"), subnetId: one.get("id") },
    { ...options, id: ec2Id("rtbassoc"), outputs: () => ({ gatewayId: "" }) });
}

/** A rule of a security group: from address ranges (text) or from another group (a handle). */
export function rule(port, from, description) {
  const sources = Array.isArray(from) ? { cidrBlocks: from, securityGroups: [] } : { cidrBlocks: [], securityGroups: [from.get("id")] };
  return { __defaults: ["self"], description, fromPort: port, protocol: "tcp", self: false, toPort: port, ...sources };
}

export function securityGroup(aws, name, { vpcId, description, ingress, parent }) {
  const everywhere = { __defaults: ["self"], cidrBlocks: ["0.0.0.0/0"], fromPort: 0, protocol: "-1", self: false, toPort: 0 };
  return aws.resource("ec2/securityGroup:SecurityGroup", name, {
    description, vpcId, ingress, egress: [everywhere], tags: { Name: text`${name}` },
  }, {
    parent, autoname: "name", id: ec2Id("sg"), defaults: { revokeRulesOnDelete: false },
    meta: '{"e2bfb730-ecaa-11e6-8f88-34363bc7c4c0":{"create":600000000000,"delete":900000000000},"schema_version":"1"}',
    outputs: (random, plain, id) => ({ arn: aws.arn("ec2", `security-group/${id}`), namePrefix: "", ownerId: ACCOUNT }),
  });
}
