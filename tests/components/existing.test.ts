import assert from "node:assert/strict";
import { Mesh, type MeshArgs } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { reachOf } from "../../inventory/reach";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { isUnknown, type Resource } from "../../network/model/resource";
import { planMesh } from "../../network/plan/plan";
import type { MemberSpec } from "../../network/spec/shape";
import { violations } from "../../policies/rules";
import { record } from "../../recorder/record";
import { mandatory } from "../policies/mandatory";

const GROUP = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/net/providers";
const dublin: MemberSpec = {
  cloud: "aws",
  region: "eu-west-1",
  nodes: { range: "10.10.64.0/20" },
  existing: {
    network: {
      id: "vpc-0123456789abcdef0",
      ranges: ["10.10.0.0/16", "10.11.0.0/16"],
      internetGateway: "igw-0123456789abcdef0",
    },
    gateway: { id: "tgw-0123456789abcdef0", asn: 64520, routeTable: "tgw-rtb-0123456789abcdef0" },
  },
};
const frankfurt: MemberSpec = {
  cloud: "gcp",
  region: "europe-west3",
  nodes: { range: "10.20.64.0/20" },
  existing: {
    network: { id: "projects/my-project/global/networks/main", ranges: ["10.20.0.0/20"] },
    gateway: {
      id: "projects/my-project/regions/europe-west3/vpnGateways/main",
      asn: 64530,
      router: "projects/my-project/regions/europe-west3/routers/main",
      addresses: ["198.51.100.10", "198.51.100.11"],
    },
  },
};
const amsterdam: MemberSpec = {
  cloud: "azure",
  region: "westeurope",
  nodes: { range: "10.30.64.0/20" },
  existing: {
    network: { id: `${GROUP}/Microsoft.Network/virtualNetworks/main`, ranges: ["10.30.0.0/16"] },
    gateway: {
      id: `${GROUP}/Microsoft.Network/virtualNetworkGateways/main`,
      asn: 65515,
      addresses: ["198.51.100.20", "198.51.100.21"],
      configurations: ["default", "activeActive"],
    },
  },
};
const bringing = { amsterdam, dublin, frankfurt };

async function made(members: MeshArgs["members"]) {
  const spec: MeshArgs = { members, traffic: [{ from: "dublin", to: "frankfurt" }] };
  const { plan, lock } = planMesh(spec, emptyLock(), SOURCES);
  const recording = await record(() => new Mesh("mesh", { ...spec, lock: formatLock(lock) }));
  assert.deepEqual(recording.failures, []);
  return { plan, ...recording, network: inventory(recording.resources) };
}

const typed = (resources: Resource[], type: string) => resources.filter((one) => one.type.endsWith(type));

describe("members that bring their networks and gateways", () => {
  let mesh: Awaited<ReturnType<typeof made>>;
  before(async () => {
    mesh = await made(bringing);
  });

  it("have these read, and nothing of the kind made", () => {
    const { registrations } = mesh;
    const read = registrations.filter(({ external }) => external).map(({ type, id }) => `${type} ${id}`);
    assert.deepEqual(
      read.sort(),
      [
        "aws:ec2/internetGateway:InternetGateway igw-0123456789abcdef0",
        "aws:ec2/vpc:Vpc vpc-0123456789abcdef0",
        "aws:ec2transitgateway/routeTable:RouteTable tgw-rtb-0123456789abcdef0",
        "aws:ec2transitgateway/transitGateway:TransitGateway tgw-0123456789abcdef0",
        `azure-native:network:VirtualNetwork ${amsterdam.existing?.network.id}`,
        `azure-native:network:VirtualNetworkGateway ${amsterdam.existing?.gateway?.id}`,
        `gcp:compute/haVpnGateway:HaVpnGateway ${frankfurt.existing?.gateway?.id}`,
        `gcp:compute/network:Network ${frankfurt.existing?.network.id}`,
        `gcp:compute/router:Router ${frankfurt.existing?.gateway?.router}`,
      ].sort(),
    );
    const kinds = new Set(read.map((one) => one.split(" ")[0]));
    const beside = registrations.filter(({ type, external }) => kinds.has(type) && !external);
    // The nodes' way out has a router of its own.
    assert.deepEqual(
      beside.map(({ name }) => name),
      ["frankfurt-nat"],
    );
    assert.deepEqual(typed(mesh.resources, "DefaultSecurityGroup"), []);
  });

  it("get subnets, routes and firewall rules where the spec says, and links at those gateways", () => {
    const { resources } = mesh;
    const subnets = typed(resources, ":Subnet").map(({ props }) => props.cidrBlock ?? props.addressPrefix);
    assert.ok(
      subnets.length > 0 && subnets.every((range) => /^10\.(10|30)\.(6[4-9]|7\d)\./.test(String(range))),
    );
    const [attachment] = typed(resources, "VpcAttachment");
    assert.equal(attachment?.props.transitGatewayId, "tgw-0123456789abcdef0");
    for (const connection of typed(resources, "VpnConnection"))
      assert.equal(connection.props.transitGatewayId, "tgw-0123456789abcdef0");
    for (const subnet of typed(resources, "azure-native:network:Subnet"))
      assert.deepEqual([subnet.props.resourceGroupName, subnet.props.virtualNetworkName], ["net", "main"]);
    for (const connection of typed(resources, "VirtualNetworkGatewayConnection")) {
      const custom = connection.props.gatewayCustomBgpIpAddresses as { ipConfigurationId: string }[];
      assert.deepEqual(
        custom.map(({ ipConfigurationId }) => ipConfigurationId.split("/").at(-1)),
        ["default", "activeActive"],
      );
    }
  });

  it("have an existing router told what it tells by each session, and its own setting left alone", () => {
    for (const { props } of typed(mesh.resources, "RouterPeer")) {
      assert.equal(props.advertiseMode, "CUSTOM");
      assert.deepEqual(props.advertisedIpRanges, [{ range: "10.20.64.0/20" }]);
    }
  });

  it("break no rule, and reach each other", () => {
    const { network } = mesh;
    for (const rule of mandatory) assert.deepEqual(violations(rule, network, {}), [], rule.name);
    const pairs = reachOf(network, "none");
    assert.equal(pairs.length, 12);
    for (const { from, to, layer, breaks } of pairs) assert.deepEqual(breaks, [], `${from} ${to} ${layer}`);
  });

  it("have every range that is declared judged beside all others", async () => {
    const { network } = await made({
      ...bringing,
      oslo: { cloud: "gcp", region: "europe-north2", pods: "10.11.0.0/17" },
    });
    const overlaps = mandatory
      .filter(({ name }) => name === "address-ranges-disjoint")
      .flatMap((rule) => violations(rule, network, {}));
    assert.equal(overlaps.length, 1);
    assert.match(overlaps[0]?.message ?? "", /10\.11\.0\.0\/1[67]/);
  });

  it("are held against what their clouds say, once these have been asked", () => {
    const rule = mandatory.find(({ name }) => name === "address-existing-declared");
    assert.ok(rule);
    const asked = (member: string, read: Record<string, unknown>) => {
      const resources = mesh.resources.map((one) =>
        one.name === member && one.type.startsWith("isthmus:")
          ? { ...one, props: { ...one.props, read: { ...(one.props.read as object), ...read } } }
          : one,
      );
      return violations(rule, inventory(resources), {}).map(({ message }) => message);
    };
    assert.deepEqual(asked("amsterdam", { ranges: ["10.30.0.0/16"], asn: 65515 }), []);
    const wrong: [string, Record<string, unknown>, RegExp][] = [
      ["dublin", { ranges: ["10.12.0.0/16"] }, /says 10\.12\.0\.0\/16: .*existing\.network\.ranges/],
      ["dublin", { asn: "64512" }, /ASN of the gateway is 64520, and its cloud says 64512/],
      ["frankfurt", { asn: 64999 }, /says 64999/],
      ["frankfurt", { addresses: ["198.51.100.10", "198.51.100.99"] }, /says 198\.51\.100\.99/],
      ["amsterdam", { ranges: ["10.30.0.0/16", "10.31.0.0/16"] }, /says 10\.31\.0\.0\/16/],
      ["amsterdam", { asn: 65001 }, /says 65001/],
    ];
    for (const [member, read, message] of wrong) {
      const found = asked(member, read);
      assert.equal(found.length, 1, `${member}: ${found.join("\n")}`);
      assert.match(found[0] ?? "", new RegExp(`^${member} says of what it brings with it`));
      assert.match(found[0] ?? "", message);
    }
  });

  it("are known to rules that are shown nothing of what is only read, as the engine does", () => {
    const external = new Set(mesh.registrations.filter((one) => one.external).map(({ urn }) => urn));
    assert.equal(external.size, 9);
    const network = inventory(mesh.resources.filter(({ urn }) => !external.has(urn)));
    for (const rule of mandatory) assert.deepEqual(violations(rule, network, {}), [], rule.name);
    for (const { from, to, layer, breaks } of reachOf(network, "none"))
      assert.deepEqual(breaks, [], `${from} ${to} ${layer}`);
  });

  it("have no value unknown that was written down", () => {
    const unknown = mesh.network.ranges.filter(({ cidr }) => isUnknown(cidr));
    assert.deepEqual(unknown, []);
    for (const gateway of mesh.network.gateways)
      assert.equal(gateway.asn, mesh.plan.members[gateway.member ?? ""]?.gateway?.asn);
  });
});

describe("a member that brings its network only", () => {
  it("gets a gateway in it, in each cloud", async () => {
    const without = ({ existing, ...rest }: MemberSpec): MemberSpec => ({
      ...rest,
      ...(existing ? { existing: { network: existing.network } } : {}),
    });
    const { network, registrations } = await made({
      dublin: without(dublin),
      frankfurt: without(frankfurt),
      amsterdam: { ...without(amsterdam), gateway: { range: "10.30.255.0/27" } },
    });
    assert.equal(registrations.filter(({ external }) => external).length, 4);
    assert.equal(network.gateways.length, 3);
    for (const rule of mandatory) assert.deepEqual(violations(rule, network, {}), [], rule.name);
  });
});
