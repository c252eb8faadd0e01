import { z } from "zod";
import {
  AgentKind,
  Cloud,
  Datapath,
  Encryption,
  Isolation,
  LineEncryption,
  LinkKind,
  MonitoringKind,
  ServiceAffinity,
  Survives,
  TopologyKind,
} from "./shape";
import { bandwidthText, cidrText, durationText, ipv4CidrText, ipv4Text, portText, targetText } from "./text";

/** Names go into DNS labels, ClusterMesh cluster names (at most 32 characters) and resource names of three clouds. */
const nameSchema = z
  .string()
  .regex(
    /^[a-z]([-a-z0-9]{0,30}[a-z0-9])?$/,
    "a name is 1-32 lowercase letters, digits and dashes, begins with a letter and ends with a letter or digit",
  );

const countSchema = z.int().min(1).max(5000);
const tagsSchema = z.record(z.string(), z.string());

const chartVersion = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, "a chart version has three numbers, for example 1.19.6");

const agentSchema = z.strictObject({
  kind: z.enum(AgentKind).optional(),
  encryption: z.enum(Encryption).optional(),
  version: chartVersion.optional(),
});

const accountSchema = z.strictObject({
  roleArn: z
    .string()
    .regex(
      /^arn:aws[-a-z]*:iam::\d{12}:role\/.+$/,
      "a role's ARN is like arn:aws:iam::111122223333:role/mesh",
    )
    .optional(),
  project: z
    .string()
    .regex(/^[a-z][-a-z0-9]{4,28}[a-z0-9]$/, "a project id is 6-30 lowercase letters, digits and dashes")
    .optional(),
  subscription: z.guid("a subscription's id is a GUID").optional(),
});

/** What BGP takes at all (RFC 7607 and RFC 7300 keep both ends); what a member may have is judged by its cloud. */
const asnSchema = z.int().min(1, "an ASN is 1-4294967294").max(4_294_967_294, "an ASN is 1-4294967294");

const LATITUDE = "a latitude is -90 to 90 degrees";
const LONGITUDE = "a longitude is -180 to 180 degrees";

const existingSchema = z.strictObject({
  network: z.strictObject({
    id: z.string().min(1),
    ranges: z.array(ipv4CidrText).min(1, "give every range of the network"),
    internetGateway: z
      .string()
      .regex(/^igw-[0-9a-f]{8,17}$/, "an internet gateway's id is like igw-0123456789abcdef0")
      .optional(),
  }),
  gateway: z
    .strictObject({
      id: z.string().min(1),
      asn: asnSchema,
      routeTable: z
        .string()
        .regex(/^tgw-rtb-[0-9a-f]{8,17}$/, "a route table's id is like tgw-rtb-0123456789abcdef0")
        .optional(),
      attachment: z
        .string()
        .regex(/^tgw-attach-[0-9a-f]{8,17}$/, "an attachment's id is like tgw-attach-0123456789abcdef0")
        .optional(),
      router: z.string().min(1).optional(),
      addresses: z.array(ipv4Text).length(2, "give both of its public addresses").optional(),
      configurations: z.array(z.string().min(1)).length(2, "give the names of both").optional(),
    })
    .optional(),
  cluster: z
    .strictObject({
      subnets: z.record(
        nameSchema,
        z.strictObject({
          id: z.string().min(1).optional(),
          range: ipv4CidrText,
          zone: z.string().optional(),
          routeTable: z
            .string()
            .regex(/^rtb-[0-9a-f]{8,17}$/, "a route table's id is like rtb-0123456789abcdef0")
            .optional(),
          address: ipv4Text.optional(),
        }),
      ),
      securityGroup: z.string().min(1).optional(),
      autoScalingGroups: z.array(z.string().min(1)).min(1, "name at least one").optional(),
    })
    .optional(),
});

const memberSchema = z.strictObject({
  cloud: z.enum(Cloud),
  region: z.string().optional(),
  zones: z.array(z.string()).min(2, "give at least two zones").max(3, "give at most three zones").optional(),
  account: accountSchema.optional(),
  kubernetes: z
    .string()
    .regex(/^1\.\d+$/, 'a Kubernetes minor version is quoted text like "1.33"')
    .optional(),
  nodes: z
    .strictObject({
      type: z.string().min(1).optional(),
      min: countSchema.optional(),
      max: countSchema.optional(),
      range: ipv4CidrText.optional(),
    })
    .optional(),
  agent: z.strictObject({ version: chartVersion.optional() }).optional(),
  api: z.strictObject({ access: z.array(cidrText).optional() }).optional(),
  pods: ipv4CidrText.optional(),
  services: ipv4CidrText.optional(),
  controlPlane: ipv4CidrText.optional(),
  gateway: z
    .strictObject({
      range: ipv4CidrText.optional(),
      asn: asnSchema.optional(),
      address: ipv4Text.optional(),
      addresses: z
        .array(ipv4Text)
        .length(2, "give the addresses of two devices; of one only, give address instead")
        .optional(),
    })
    .optional(),
  ranges: z.array(ipv4CidrText).optional(),
  location: z
    .strictObject({
      latitude: z.number().min(-90, LATITUDE).max(90, LATITUDE),
      longitude: z.number().min(-180, LONGITUDE).max(180, LONGITUDE),
    })
    .optional(),
  existing: existingSchema.optional(),
  tags: tagsSchema.optional(),
});

const tierSchema = z.strictObject({
  rtt: durationText.optional(),
  bandwidth: bandwidthText.optional(),
  survives: z.enum(Survives).optional(),
});

const trafficSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  tier: z.string().optional(),
  ports: z.array(portText).optional(),
});

/** Names of Services and namespaces (RFC 1123 labels, as Kubernetes takes them). */
const labelSchema = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
    "a name in Kubernetes is 1-63 lowercase letters, digits and dashes, a letter or digit at both ends",
  );

const serviceSchema = z.strictObject({
  name: labelSchema,
  namespace: labelSchema,
  members: z.array(z.string()).min(1, "name at least one member that has the Service"),
  affinity: z.enum(ServiceAffinity).optional(),
});

const monitoringSchema = z.strictObject({
  kind: z.enum(MonitoringKind).optional(),
  runbooks: z
    .url({ protocol: /^https?$/, error: "a URL is like https://git.example.com/mesh/docs/runbooks" })
    .optional(),
  probes: z
    .array(z.strictObject({ from: z.string(), to: z.string(), target: targetText.optional() }))
    .optional(),
});

const topologySchema = z.strictObject({
  kind: z.enum(TopologyKind),
  hub: z.string().optional(),
  links: z
    .array(
      z.strictObject({
        a: z.string(),
        b: z.string(),
        kind: z.enum(LinkKind).optional(),
        capacity: bandwidthText.optional(),
        rtt: durationText.optional(),
        asOf: z
          .string()
          .regex(/^\d{4}-\d{2}(-\d{2})?$/, "a date is like 2026-11-01")
          .optional(),
        encryption: z.enum(LineEncryption).optional(),
        mtu: z
          .int()
          .min(576, "a link carries at least 576 bytes")
          .max(9216, "a link carries at most 9216 bytes")
          .optional(),
      }),
    )
    .optional(),
});

/** The form of a spec: types, words and patterns. What the parts must say of each other is in `meaning.ts`. */
export const specSchema = z.strictObject({
  supernet: z.array(ipv4CidrText).min(1, "give at least one range").optional(),
  reserved: z.array(ipv4CidrText).optional(),
  agent: agentSchema.optional(),
  datapath: z.enum(Datapath).optional(),
  isolation: z.enum(Isolation).optional(),
  members: z.record(nameSchema, memberSchema),
  tiers: z.record(nameSchema, tierSchema).optional(),
  traffic: z.array(trafficSchema).optional(),
  services: z.array(serviceSchema).optional(),
  monitoring: monitoringSchema.optional(),
  topology: topologySchema.optional(),
  tags: tagsSchema.optional(),
});
