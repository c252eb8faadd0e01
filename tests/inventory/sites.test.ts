import assert from "node:assert/strict";
import { Mesh } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import type { Inventory } from "../../network/model/inventory";
import { isUnknown, type Resource } from "../../network/model/resource";
import { plannedNetwork } from "../../network/plan/network";
import { planMesh } from "../../network/plan/plan";
import type { Plan } from "../../network/plan/shape";
import type { GatewaySpec, MeshSpec } from "../../network/spec/shape";
import { rules, violations } from "../../policies/rules";
import { record } from "../../recorder/record";
import { tunnelsOf } from "./comparable";

const spec = (gateway: GatewaySpec): MeshSpec => ({
  members: {
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
    amsterdam: { cloud: "azure", region: "westeurope" },
    office: {
      cloud: "site",
      ranges: ["192.168.40.0/22"],
      gateway,
      location: { latitude: 52.37, longitude: 4.9 },
    },
  },
  tiers: { gold: { rtt: "60ms" } },
  traffic: [
    { from: "office", to: "dublin", tier: "gold", ports: ["443/tcp", "30000-32767/udp"] },
    { from: "office", to: "frankfurt" },
    { from: "office", to: "amsterdam", ports: ["443/tcp"] },
    { from: "amsterdam", to: "office" },
  ],
});

/** Makes the mesh's resources against the recorder. */
async function made(mesh: MeshSpec): Promise<{ plan: Plan; resources: Resource[] }> {
  const { plan, lock } = planMesh(mesh, emptyLock(), SOURCES);
  const { resources, failures, logs } = await record(
    () => new Mesh("mesh", { ...mesh, lock: formatLock(lock) }),
  );
  assert.deepEqual(failures, []);
  assert.deepEqual(logs, []);
  return { plan, resources };
}

/** Messages of everything that mandatory rules find, by rule. */
function broken(network: Inventory): string[] {
  const mandatory = rules.filter(({ level }) => level === "mandatory");
  return mandatory.flatMap((rule) =>
    violations(rule, network, {}).map(({ message }) => `${rule.name}: ${message}`),
  );
}

const devices: [string, GatewaySpec][] = [
  ["one device", { address: "203.0.113.7", asn: 64900 }],
  ["two devices", { addresses: ["203.0.113.7", "203.0.113.8"], asn: 64900 }],
  ["an ASN of four bytes", { address: "203.0.113.7", asn: 4_200_000_001 }],
];

describe("an inventory of a mesh with a site", () => {
  for (const [what, gateway] of devices) {
    it(`says the same network as the plan, the site's ends as they are told: ${what}`, async () => {
      const { plan, resources } = await made(spec(gateway));
      const [found, planned] = [inventory(resources), plannedNetwork(plan)];
      assert.deepEqual(tunnelsOf(found), tunnelsOf(planned));
      const shape = (network: Inventory) =>
        network.links.map(({ name, a, b, tunnels }) => [name, a, b, tunnels.length]);
      assert.deepEqual(shape(found), shape(planned));
      const site = (network: Inventory) => network.members.filter(({ cloud }) => cloud === "site");
      assert.deepEqual(
        site(found).map(({ name, region, location }) => [name, region, location]),
        site(planned).map(({ name, region, location }) => [name, region, location]),
      );
      const ranges = (network: Inventory) =>
        network.ranges.filter(({ member }) => member === "office").map(({ use, cidr }) => [use, cidr]);
      assert.deepEqual(ranges(found), ranges(planned));
      // Every end in a cloud is paired with what the site is told, and nothing else is at a site.
      assert.equal(found.tunnels.length * 2, found.tunnelEnds.length);
      for (const end of found.tunnelEnds) assert.equal(end.declared === true, end.cloud === "site");
    });

    it(`breaks no mandatory rule: ${what}`, async () => {
      const { resources } = await made(spec(gateway));
      assert.deepEqual(broken(inventory(resources)), []);
    });
  }

  it("lets in from the site the ports of its traffic, and routes to it from every member", async () => {
    const { plan, resources } = await made(spec({ address: "203.0.113.7", asn: 64900 }));
    const { firewalls, routes } = inventory(resources);
    const opened = (member: string) =>
      firewalls
        .filter((rule) => rule.member === member)
        .filter(({ sources }) => !isUnknown(sources) && sources.includes("192.168.40.0/22"))
        .flatMap(({ ports }) => (isUnknown(ports) ? ["unknown"] : ports))
        .sort();
    assert.deepEqual(opened("dublin"), ["30000-32767/udp", "443/tcp"]);
    assert.deepEqual(opened("frankfurt"), ["all"]);
    assert.deepEqual(opened("amsterdam"), ["443/tcp"]);
    assert.ok(
      routes.some(({ member, destination }) => member === "dublin" && destination === "192.168.40.0/22"),
    );
    for (const { gateway } of Object.values(plan.members))
      assert.ok(gateway?.remote.includes("192.168.40.0/22"));
  });

  it("gives each AWS customer gateway of a device a name of its own, without which AWS would give several links the same", async () => {
    const { resources } = await made({
      members: {
        dublin: { cloud: "aws", region: "eu-west-1" },
        london: { cloud: "aws", region: "eu-west-2" },
        office: {
          cloud: "site",
          ranges: ["192.168.40.0/22"],
          gateway: { address: "203.0.113.7", asn: 64900 },
        },
      },
    });
    const names = resources
      .filter(({ type }) => type === "aws:ec2/customerGateway:CustomerGateway")
      .map(({ props }) => props.deviceName);
    assert.deepEqual(names.sort(), ["dublin~office/device/0", "london~office/device/0"]);
  });

  /** Changes one property of the resource of a type that belongs to a site's link. */
  type Change = [string, string, (props: Record<string, unknown>) => void, RegExp];
  const changes: Change[] = [
    [
      "a customer gateway of another address",
      "aws:ec2/customerGateway:CustomerGateway",
      (props) => {
        props.ipAddress = "198.51.100.9";
      },
      /encryption-vpn-ends-agree: .*outside address 203\.0\.113\.7, and the other calls it 198\.51\.100\.9/,
    ],
    [
      "a local network gateway of another address",
      "azure-native:network:LocalNetworkGateway",
      (props) => {
        props.gatewayIpAddress = "198.51.100.9";
      },
      /encryption-vpn-ends-agree: .*outside address 203\.0\.113\.7/,
    ],
    [
      "an external gateway of another address",
      "gcp:compute/externalVpnGateway:ExternalVpnGateway",
      (props) => {
        props.interfaces = [{ id: 0, ipAddress: "198.51.100.9" }];
      },
      /encryption-vpn-ends-agree: .*outside address 203\.0\.113\.7/,
    ],
    [
      "another ASN than the devices have",
      "aws:ec2/customerGateway:CustomerGateway",
      (props) => {
        props.bgpAsn = "64901";
      },
      /encryption-vpn-ends-agree: .*ASN 64900, and the other calls it 64901/,
    ],
    [
      "another cipher than the devices are told",
      "azure-native:network:VirtualNetworkGatewayConnection",
      (props) => {
        props.ipsecPolicies = [
          { ...(props.ipsecPolicies as object[])[0], ipsecEncryption: "AES256", ipsecIntegrity: "SHA256" },
        ];
      },
      /encryption-vpn-ends-agree: .*no cipher in phase 2 in common/,
    ],
  ];
  for (const [what, type, change, message] of changes) {
    it(`holds the cloud's end against what the site is told: ${what}`, async () => {
      const { resources } = await made(spec({ address: "203.0.113.7", asn: 64900 }));
      const one = resources.find((resource) => resource.type === type && /office/.test(resource.name));
      assert.ok(one);
      change(one.props);
      const found = broken(inventory(resources));
      assert.ok(
        found.some((line) => message.test(line)),
        found.join("\n"),
      );
    });
  }

  it("tells that a tier to a site cannot be judged where the site says no location", async () => {
    const mesh = spec({ address: "203.0.113.7", asn: 64900 });
    const { location: _location, ...office } = mesh.members.office ?? { cloud: "site" };
    const { resources } = await made({ ...mesh, members: { ...mesh.members, office } });
    const found = broken(inventory(resources));
    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0] ?? "", /^latency-tier-met: .*office.*say where the site is, with its location/);
  });
});
