/** An EKS cluster with nested components for its roles, a node group, and the Kubernetes provider that speaks to it. */
import { Derived, reference, secret, text } from "../values.mjs";
import { timeouts } from "./aws.mjs";
import { attachment, role } from "./identity.mjs";
import { rule, securityGroup } from "./network.mjs";

export function cluster(aws, name, { vpc, subnets, template, parent }) {
  const { program } = aws;
  const component = program.component("eks:index:Cluster", name, { parent });
  const inside = { parent: component };
  const own = serviceRole(aws, `${name}-eksRole`, { ...inside, service: "eks.amazonaws.com", policies: ["AmazonEKSClusterPolicy"] });
  const group = securityGroup(aws, `${name}-eksClusterSecurityGroup`, {
    ...inside, vpcId: vpc.get("id"), description: "Managed by Pulumi", ingress: [rule(443, ["10.40.0.0/16"], "API from within")],
  });
  const control = aws.resource("eks/cluster:Cluster", `${name}-eksCluster`, {
    enabledClusterLogTypes: ["api", "audit"], roleArn: own.get("arn"), tags: { Name: name }, version: "1.32",
    vpcConfig: {
      __defaults: ["endpointPublicAccess"], endpointPrivateAccess: true, endpointPublicAccess: true,
      publicAccessCidrs: ["198.51.100.0/24"], securityGroupIds: [group.get("id")], subnetIds: subnets.map((one) => one.get("id")),
    },
  }, {
    ...inside, autoname: "name", protect: true, meta: timeouts({ create: 30, delete: 15, update: 60 }),
    defaults: { bootstrapSelfManagedAddons: true },
    outputs: (random, plain, id) => ({
      arn: aws.arn("eks", `cluster/${id}`), certificateAuthority: { data: random.base64(900) }, clusterId: "",
      accessConfig: { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: true },
      createdAt: "2025-09-18 08:02:11 +0000 UTC", endpoint: `https://${random.upper(32)}.eks.example.com`,
      identities: [{ oidcs: [{ issuer: `https://oidc.eks.example.com/id/${random.upper(32)}` }] }],
      kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: "172.20.0.0/16", serviceIpv6Cidr: "" },
      platformVersion: "eks.9", status: "ACTIVE", upgradePolicy: { supportType: "STANDARD" },
    }),
  });
  const nodes = serviceRole(aws, `${name}-nodeRole`, {
    ...inside, service: "ec2.amazonaws.com",
    policies: ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"],
  });
  const pool = aws.resource("eks/nodeGroup:NodeGroup", `${name}-workers`, {
    capacityType: "ON_DEMAND", clusterName: control.get("name"), labels: { pool: "workers" },
    launchTemplate: { __defaults: [], id: template.get("id"), version: "1" }, nodeRoleArn: nodes.get("arn"),
    scalingConfig: { __defaults: [], desiredSize: 4, maxSize: 10, minSize: 3 }, subnetIds: subnets.map((one) => one.get("id")), tags: {},
  }, {
    ...inside, autoname: "nodeGroupName", ignoreChanges: ["scalingConfig.desiredSize"], dependsOn: [control],
    meta: timeouts({ create: 60, delete: 60, update: 60 }), id: (random, plain) => `${plain.clusterName}:${plain.nodeGroupName}`,
    outputs: (random, plain) => ({
      amiType: "CUSTOM", arn: aws.arn("eks", `nodegroup/${plain.clusterName}/${plain.nodeGroupName}/${random.uuid()}`), diskSize: 0,
      instanceTypes: [], nodeGroupNamePrefix: "", releaseVersion: "1.32.1-20260212", remoteAccess: null, status: "ACTIVE", taints: [],
      resources: [{ autoscalingGroups: [{ name: `eks-${plain.nodeGroupName}-${random.uuid()}` }], remoteAccessSecurityGroupId: "" }],
      updateConfig: { maxUnavailable: 1, maxUnavailablePercentage: 0 }, version: "1.32",
    }),
  });
  const issuer = control.record.outputs.identities[0].oidcs[0].issuer;
  const identity = aws.resource("iam/openIdConnectProvider:OpenIdConnectProvider", `${name}-oidcProvider`, {
    clientIdLists: ["sts.amazonaws.com"], tags: {}, thumbprintLists: [program.random("thumb", name).hex(40)],
    url: new Derived(issuer, [control]),
  }, {
    ...inside, id: (random, plain) => aws.arn("iam", `oidc-provider/${plain.url.slice(8)}`, { global: true }),
    outputs: (random, plain, id) => ({ arn: id }),
  });
  const kubeconfig = secret(program.random("kubeconfig", name), 1900);
  const provider = program.provider("kubernetes", `${name}-provider`, {
    enableConfigMapMutable: "true", enableServerSideApply: "true", kubeconfig: new Derived(kubeconfig, [control]), version: "4.22.1",
  }, inside);
  program.exportFrom(component, {
    clusterSecurityGroup: reference(group, "6.83.0"), eksCluster: reference(control, "6.83.0"), kubeconfig,
    core: { cluster: reference(control, "6.83.0"), endpoint: control.get("endpoint"), oidcProvider: reference(identity, "6.83.0") },
    defaultNodeGroup: null, nodeRoles: [reference(nodes.role, "6.83.0")],
  });
  return { component, control, pool, provider, identity, nodeRole: nodes.role };
}

function serviceRole(aws, name, { service, policies, parent }) {
  const component = aws.program.component("eks:index:ServiceRole", name, { parent });
  const made = role(aws, `${name}-role`, { service, parent: component, description: text`Allows ${service} to manage the cluster` });
  for (const policy of policies) attachment(aws, `${name}-${policy}`, { role: made, policy, parent: component });
  aws.program.exportFrom(component, { role: reference(made, "6.83.0") });
  return { role: made, get: (property) => made.get(property) };
}
