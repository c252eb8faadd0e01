import { text } from "../properties";
import type { Made, TypeDescriptor } from "../type-descriptor";
import { arn, regionOf } from "./identity";
import { SUBNET, VPC } from "./network";
import { SECURITY_GROUP } from "./security";

/** Immutable: ForceNew in terraform-provider-aws 6, `internal/service/{elbv2,autoscaling}` (2026), and @pulumi/aws 7.48's own words. */
export const LOAD_BALANCER_TYPES: Record<string, TypeDescriptor> = {
  "aws:lb/loadBalancer:LoadBalancer": {
    id: (making) => arn(making, "elasticloadbalancing", `loadbalancer/${suffixOf(making)}`),
    autoname: { property: "name", longest: 32 },
    defaults: { clientKeepAlive: 3600, enableDeletionProtection: false, desyncMitigationMode: "defensive" },
    // Subnets of a network load balancer change in place unless one goes; security groups where it had some at first.
    immutable: [
      "name",
      "namePrefix",
      "internal",
      "loadBalancerType",
      "customerOwnedIpv4Pool",
      "subnetMappings",
    ],
    uses: { "subnetMappings[*].subnetId": SUBNET, "subnets[*]": SUBNET, "securityGroups[*]": SECURITY_GROUP },
    unique: [({ region, name }) => (name === undefined ? undefined : `${region} ${name}`)],
    computed: (made) => ({
      arn: made.id,
      arnSuffix: made.id.replace(/^.*:loadbalancer\//, ""),
      name: nameOf(made),
      dnsName: `${nameOf(made)}-${made.digest("dns").slice(0, 16)}.elb.${regionOf(made)}.amazonaws.com`,
      zoneId: "Z2IFOLAFXWLO4F",
      vpcId: text(made.used("subnetMappings[*].subnetId")?.inputs ?? {}, "vpcId"),
      ipAddressType: "ipv4",
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "",
    }),
  },
  "aws:lb/targetGroup:TargetGroup": {
    id: (making) =>
      arn(
        making,
        "elasticloadbalancing",
        `targetgroup/${nameOf(making)}/${making.digest("id").slice(0, 16)}`,
      ),
    autoname: { property: "name", longest: 32 },
    defaults: { deregistrationDelay: 300, proxyProtocolV2: false, slowStart: 0 },
    immutable: [
      "name",
      "namePrefix",
      "port",
      "protocol",
      "protocolVersion",
      "targetType",
      "vpcId",
      "ipAddressType",
    ],
    uses: { vpcId: { ...VPC, bond: "loose" } },
    unique: [({ region, name }) => (name === undefined ? undefined : `${region} ${name}`)],
    computed: (made) => ({
      arn: made.id,
      arnSuffix: made.id.replace(/^.*:/, ""),
      name: nameOf(made),
      ipAddressType: "ipv4",
      loadBalancerArns: [],
      connectionTermination: false,
    }),
  },
  "aws:lb/listener:Listener": {
    id: ({ inputs, digest }) =>
      `${text(inputs, "loadBalancerArn").replace(":loadbalancer/", ":listener/")}/${digest("id").slice(0, 16)}`,
    immutable: ["loadBalancerArn"],
    uses: {
      // Deleting a load balancer deletes its listeners; a target group in a listener is not deleted (ELB API, ResourceInUse).
      loadBalancerArn: { types: ["aws:lb/loadBalancer:LoadBalancer"], bond: "owned" },
      "defaultActions[*].targetGroupArn": { types: ["aws:lb/targetGroup:TargetGroup"] },
    },
    unique: [({ loadBalancerArn, port }) => `${loadBalancerArn} ${port}`],
    computed: (made) => ({ arn: made.id, sslPolicy: "", tcpIdleTimeoutSeconds: 350 }),
  },
  "aws:autoscaling/attachment:Attachment": {
    id: ({ inputs, digest }) => `${text(inputs, "autoscalingGroupName")}-${digest("id").slice(0, 26)}`,
    immutable: ["autoscalingGroupName", "lbTargetGroupArn", "elb"],
    uses: { lbTargetGroupArn: { types: ["aws:lb/targetGroup:TargetGroup"], bond: "loose" } },
    unique: [({ autoscalingGroupName, lbTargetGroupArn }) => `${autoscalingGroupName} ${lbTargetGroupArn}`],
  },
};

/** The name, or one that begins as the program says and is filled up to 32 characters. */
function nameOf({ inputs, digest }: Pick<Made, "inputs" | "digest">): string {
  return text(inputs, "name") || `${text(inputs, "namePrefix")}${digest("name")}`.slice(0, 32);
}

function suffixOf(made: Pick<Made, "inputs" | "digest">): string {
  const kind = text(made.inputs, "loadBalancerType") === "network" ? "net" : "app";
  return `${kind}/${nameOf(made)}/${made.digest("id").slice(0, 16)}`;
}
