import assert from "node:assert/strict";
import { openSource } from "../../cli/source";
import { TYPES as AWS } from "../../clouds/aws/read/types";
import { TYPES as GCP } from "../../clouds/gcp/read/types";
import { Mesh } from "../../components";
import { COVERAGE, OTHER_SPELLINGS, READ_TYPES } from "../../inventory/coverage";
import { formatLock } from "../../network/address/lock-text";
import type { ReadProperty, ReadType } from "../../network/model/coverage";
import { record } from "../../recorder/record";
import { type Naming, stackOfAll } from "./every-property";
import { addReadsOf, type Reads } from "./reads";
import { stackOf, type Written } from "./spelled-stacks";

/** Environments of this repository, whose meshes are read too. */
const STACKS = ["dev", "prod"];

/** What a resource is found by when another names it; of any type. */
const NAMES = ["selfLink", "name", "arn", "metadata", "metadata.name", "namespace"];

/** Every property on its own, with all others, and without them, in stacks of one cloud's types. */
function readsOfRows(): Reads {
  const reads: Reads = new Map();
  for (const { read } of Object.values(COVERAGE)) {
    for (const naming of ["dependencies", "ids"] as Naming[]) {
      addReadsOf(
        stackOfAll(read, () => true, naming),
        reads,
      );
      for (const row of read) {
        for (const property of row.properties) {
          for (const wanted of around(row, property)) addReadsOf(stackOfAll(read, wanted, naming), reads);
        }
      }
    }
  }
  return reads;
}

type Wanted = (row: ReadType, property: ReadProperty) => boolean;

/** Ways to write a property: alone among full resources, beside what decides, not at all, and in a stack with little else. */
function around(row: ReadType, property: ReadProperty): Wanted[] {
  const decides = ({ kind }: ReadProperty) => kind.startsWith("reference") || kind === "word";
  return [
    (one, other) => one !== row || other === property,
    (one, other) => one !== row || other === property || decides(other),
    (one, other) => one !== row || other !== property,
    (_, other) => other === property || decides(other),
  ];
}

/** Where the names of a release's images are looked for: in all of its values, whatever they are called. */
const IMAGES = /^values(\.\*)+$/;

function hasRow(type: string, path: string): boolean {
  return READ_TYPES.some(
    (row) =>
      row.type === type &&
      row.properties.some(
        (property) =>
          isAbove(path, property.path) || (property.kind === "rules" && isAbove(property.path, path)),
      ),
  );
}

/** Whether what is read at `path` is what a row names, or around it; `*` is any key. */
function isAbove(path: string, row: string): boolean {
  const [keys, named] = [path.split("."), row.split(".")];
  return keys.length <= named.length && keys.every((key, at) => named[at] === "*" || named[at] === key);
}

/** What is looked at only where several things meet. */
const MEETINGS: Record<string, Written>[] = [
  {
    vpc: { type: AWS.vpc, id: "vpc-1" },
    nodes: { type: AWS.securityGroup, id: "sg-1", props: { vpcId: "vpc-1" } },
    door: { type: AWS.securityGroup, id: "sg-2", props: { vpcId: "vpc-1" } },
    template: { type: AWS.launchTemplate, props: { vpcSecurityGroupIds: ["sg-1"] } },
    balancer: { type: AWS.loadBalancer, props: { securityGroups: ["sg-2"] } },
    in: { type: AWS.ingressRule, props: { securityGroupId: "sg-2", cidrIpv4: "0.0.0.0/0" } },
    out: { type: AWS.egressRule, props: { securityGroupId: "sg-2", referencedSecurityGroupId: "sg-1" } },
    on: { type: AWS.ingressRule, props: { securityGroupId: "sg-1", referencedSecurityGroupId: "sg-2" } },
  },
  {
    connection: { type: AWS.vpnConnection, props: { transitGatewayAttachmentId: "tgw-attach-1" } },
    route: { type: AWS.gatewayRoute, props: { transitGatewayAttachmentId: "tgw-attach-1" } },
  },
  {
    gateway: {
      type: "azure-native:network:VirtualNetworkGateway",
      props: { gatewayType: "Vpn", bgpSettings: { bgpPeeringAddress: "10.0.255.30" } },
    },
    connection: {
      type: "azure-native:network:VirtualNetworkGatewayConnection",
      refs: { virtualNetworkGateway1: "gateway" },
    },
  },
  {
    gateway: {
      type: "azure-native:network:VpnGateway",
      props: { bgpSettings: { bgpPeeringAddress: "10.0.255.30" } },
    },
    connection: { type: "azure-native:network:VpnConnection", refs: { gatewayName: "gateway" } },
  },
  ...["", "connections"].flatMap((within) =>
    ["", "vpnLinkConnections"].map((link): Record<string, Written> => {
      const addresses = [{ customBgpIpAddress: "169.254.21.2", ipConfigurationId: "Instance1" }];
      const written = { vpnGatewayCustomBgpAddresses: addresses };
      const connection = { remoteVpnSite: { id: "site" }, ...(link ? { [link]: [written] } : written) };
      const type = `azure-native:network:${within ? "VpnGateway" : "VpnConnection"}`;
      const site = { bgpProperties: { asn: 65010, bgpPeeringAddress: "169.254.21.1" } };
      const at = within ? within : "remoteVpnSite";
      return {
        site: { type: "azure-native:network:VpnSite", props: site },
        from: { type, props: within ? { [within]: [connection] } : connection, refs: { [at]: "site" } },
      };
    }),
  ),
  ...["azure-native:network:SecurityRule", "azure-native:network:NetworkSecurityGroup"].map((type) => {
    const rule = { direction: "Inbound", access: "Allow", sourceApplicationSecurityGroups: [{ id: "one" }] };
    return { rule: { type, props: type.endsWith("Group") ? { securityRules: [rule] } : rule } };
  }),
  ...[{ maxPods: 30 }, { podSubnetID: "pods" }, { mode: "System", nodeTaints: ["word"] }].flatMap(
    (pool): Record<string, Written>[] => {
      const type = "azure-native:containerservice:ManagedCluster";
      const networkProfile = { networkPlugin: "azure" };
      const apart = "azure-native:containerservice:AgentPool";
      return [
        { main: { type, props: { networkProfile, agentPoolProfiles: [pool, { mode: "User" }] } } },
        {
          main: { type, props: { networkProfile } },
          pool: { type: apart, props: { resourceName: "main", ...pool }, refs: { resourceName: "main" } },
        },
      ];
    },
  ),
  {
    network: { type: GCP.network, id: "network" },
    services: {
      type: GCP.globalAddress,
      props: { purpose: "VPC_PEERING", address: "10.9.0.0", prefixLength: 20, network: "network" },
    },
  },
  {
    range: { type: GCP.internalRange, props: { ipCidrRange: "10.9.0.0/20" }, id: "ranges/one" },
    subnet: { type: GCP.subnet, props: { reservedInternalRange: "ranges/one" } },
    other: {
      type: GCP.subnet,
      props: { secondaryIpRanges: [{ rangeName: "word", reservedInternalRange: "ranges/one" }] },
    },
  },
  {
    subnet: {
      type: GCP.subnet,
      props: { stackType: "IPV4_IPV6", privateIpv6GoogleAccess: "word", ipCidrRange: "10.0.0.0/20" },
    },
  },
  {
    policy: {
      type: "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy",
      props: { specs: [{ endpointSelector: {} }] },
    },
  },
];

describe("the rows of what is read", () => {
  let reads: Reads;

  before(async function () {
    this.timeout(120_000);
    reads = readsOfRows();
    for (const meeting of MEETINGS) addReadsOf(stackOf(meeting), reads);
    for (const stack of STACKS) {
      const { spec, lock } = openSource({ stack });
      assert.ok(spec);
      const { resources, failures } = await record(
        () => new Mesh("mesh", { ...spec, lock: formatLock(lock) }),
      );
      assert.deepEqual(failures, []);
      addReadsOf(resources, reads);
    }
  });

  it("are true: each property is read, by its name", () => {
    const unread = READ_TYPES.flatMap(({ type, properties }) =>
      properties
        .filter(({ path }) => ![...(reads.get(type) ?? [])].some((one) => `${one}.`.startsWith(`${path}.`)))
        .map(({ path }) => `${type} ${path}`),
    );
    assert.deepEqual(unread, []);
  });

  it("are whole: nothing of a cloud or an agent is read that has none", () => {
    const untold = [...reads].flatMap(([type, paths]) =>
      [...paths]
        .filter(
          (path) =>
            !type.startsWith("isthmus:") &&
            !NAMES.includes(path) &&
            !IMAGES.test(path) &&
            !hasRow(type, path),
        )
        .map((path) => `${type} ${path}`),
    );
    assert.deepEqual(untold, []);
  });

  it("name every type that a cloud's readers name", () => {
    const types = new Set(READ_TYPES.map(({ type }) => type));
    assert.deepEqual(
      [...Object.values(AWS), ...Object.values(GCP), ...Object.values(OTHER_SPELLINGS)].filter(
        (type) => !types.has(type),
      ),
      [],
    );
  });

  it("are one a type, or one a chart, and tell no type both as read and as not", () => {
    const rows = READ_TYPES.map(({ type, chart = "" }) => `${type} ${chart}`);
    assert.equal(new Set(rows).size, rows.length);
    const types = new Set(READ_TYPES.map(({ type }) => type));
    const not = Object.values(COVERAGE).flatMap(({ notRead }) => notRead.map(({ type }) => type));
    assert.deepEqual(
      not.filter((type) => types.has(type) || Object.hasOwn(OTHER_SPELLINGS, type)),
      [],
    );
    assert.equal(new Set(not).size, not.length);
  });
});
