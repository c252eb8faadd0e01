import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  type GatewayReference,
  Link,
  type LinkArgs,
  Mesh,
  type MeshArgs,
  MeshLink,
  MeshMember,
} from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { isUnknown, type Resource } from "../../network/model/resource";
import { planMesh } from "../../network/plan/plan";
import { violations } from "../../policies/rules";
import { record } from "../../recorder/record";
import { mandatory } from "../policies/mandatory";

const spec: MeshArgs = {
  members: {
    amsterdam: { cloud: "azure", region: "westeurope" },
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
    office: {
      cloud: "site",
      ranges: ["192.168.40.0/22"],
      gateway: { addresses: ["203.0.113.7", "203.0.113.8"], asn: 64900 },
    },
  },
};
const { lock, plan } = planMesh(spec, emptyLock(), SOURCES);
const mesh = { ...spec, lock: formatLock(lock) };
const ca = { cert: "certificate", key: pulumi.secret("key") };
const toOffice = plan.links.filter(({ b }) => b === "office");
const tunnels = toOffice.flatMap((link) => link.tunnels);

const gateways: Record<string, GatewayReference> = {
  amsterdam: {
    id: "/gateways/amsterdam",
    addresses: ["192.0.2.1", "192.0.2.2"],
    resourceGroup: "amsterdam-group",
  },
  dublin: { id: "tgw-0", addresses: [], routeTable: "tgw-rtb-0" },
  frankfurt: { id: "gateways/frankfurt", addresses: ["192.0.2.3", "192.0.2.4"], router: "frankfurt-gateway" },
};

async function resourcesOf(program: () => unknown): Promise<Resource[]> {
  const { resources, failures, logs } = await record(program);
  assert.deepEqual(failures, []);
  assert.deepEqual(logs, []);
  return resources;
}

const ofType = (resources: Resource[], type: string) =>
  resources.filter((resource) => resource.type === type && /office/.test(resource.name));

describe("a mesh with a site", () => {
  let resources: Resource[];
  let made: Mesh | undefined;
  before(async () => {
    resources = await resourcesOf(() => {
      made = new Mesh("mesh", mesh);
    });
  });

  it("makes nothing in the site, and at each cloud's end what its devices need", () => {
    assert.equal(ofType(resources, "aws:ec2/customerGateway:CustomerGateway").length, 2);
    assert.equal(ofType(resources, "aws:ec2/vpnConnection:VpnConnection").length, 2);
    assert.equal(ofType(resources, "gcp:compute/vPNTunnel:VPNTunnel").length, 2);
    assert.equal(ofType(resources, "azure-native:network:LocalNetworkGateway").length, 2);
    assert.equal(ofType(resources, "azure-native:network:VirtualNetworkGatewayConnection").length, 2);
    const [external] = ofType(resources, "gcp:compute/externalVpnGateway:ExternalVpnGateway");
    assert.equal(external?.props.redundancyType, "TWO_IPS_REDUNDANCY");
    assert.deepEqual(external?.props.interfaces, [
      { id: 0, ipAddress: "203.0.113.7" },
      { id: 1, ipAddress: "203.0.113.8" },
    ]);
  });

  it("has a key for each tunnel but those that one of Azure's connections carries together", () => {
    const keys = ofType(resources, "random:index/randomPassword:RandomPassword").map(({ name }) => name);
    assert.deepEqual(
      keys.sort(),
      tunnels.flatMap(({ name, keyOf }) => (keyOf === undefined ? [`${name}/key`] : [])).sort(),
    );
  });

  it("names on each of Azure's connections both instances' addresses, and the device's one for BGP", () => {
    const connections = ofType(resources, "azure-native:network:VirtualNetworkGatewayConnection");
    const named = connections.map(({ props }) =>
      (props.gatewayCustomBgpIpAddresses as { customBgpIpAddress: string }[]).map(
        (one) => one.customBgpIpAddress,
      ),
    );
    const [toAmsterdam] = toOffice;
    const own = toAmsterdam?.tunnels.map(({ a }) => a.address) ?? [];
    assert.deepEqual(named, [own.slice(0, 2), own.slice(2)]);
    const peers = ofType(resources, "azure-native:network:LocalNetworkGateway").map(
      ({ props }) => props.bgpSettings,
    );
    assert.deepEqual(peers, [
      { asn: 64900, bgpPeeringAddress: toAmsterdam?.tunnels[0]?.b.address },
      { asn: 64900, bgpPeeringAddress: toAmsterdam?.tunnels[2]?.b.address },
    ]);
    const gateway = resources.find(({ type }) => type === "azure-native:network:VirtualNetworkGateway");
    const listed = JSON.stringify(gateway?.props.bgpSettings);
    for (const address of own) assert.ok(listed.includes(`"${address}"`), address);
  });

  it("gives the site's people the clouds' addresses and the keys by tunnel, the keys as secrets", async () => {
    const sites = made?.sites;
    assert.deepEqual(Object.keys(sites ?? {}), ["office"]);
    assert.equal(await pulumi.isSecret(pulumi.output(sites?.office?.keys)), true);
    assert.equal(await pulumi.isSecret(pulumi.output(sites?.office?.peers)), false);
    const without = {
      ...spec,
      members: { dublin: spec.members.dublin, frankfurt: spec.members.frankfurt },
    } as MeshArgs;
    const planned = planMesh(without, emptyLock(), SOURCES);
    await resourcesOf(() => {
      assert.equal(new Mesh("mesh", { ...without, lock: formatLock(planned.lock) }).sites, undefined);
    });
  });

  it("shows no key in what its components mirror", () => {
    for (const { type, props } of resources.filter(({ custom }) => !custom)) {
      assert.doesNotMatch(JSON.stringify(props), /keys|presharedKey|sharedSecret/i, type);
    }
  });

  it("has in stacks of its members and links what one stack has", async () => {
    const left = new Map(
      resources
        .filter(({ custom }) => custom)
        .map((resource) => [`${resource.type} ${resource.name}`, resource]),
    );
    const parts = [
      ...Object.keys(plan.members).map((member) => () => new MeshMember(member, { ...mesh, member, ca })),
      ...plan.links.map(
        ({ name: link }) =>
          () =>
            new MeshLink(link, { ...mesh, link, gateways }),
      ),
    ];
    for (const part of parts) {
      for (const resource of await resourcesOf(part)) {
        if (!resource.custom) continue;
        const key = `${resource.type} ${resource.name}`;
        const same = left.get(key);
        assert.ok(same, `${key} is in no whole mesh`);
        for (const [property, value] of Object.entries(same.props)) {
          if (!known(value)) continue;
          assert.deepEqual(resource.props[property], value, `${key}.${property}`);
        }
        left.delete(key);
      }
    }
    assert.deepEqual(
      [...left.keys()].map((key) => key.split(" ")[1]),
      ["mesh-ca", "mesh-ca"],
    );
  });

  it("is judged link by link, in stacks of their own, with the site's ends among what is judged", async () => {
    for (const { name: link } of toOffice) {
      const network = inventory(await resourcesOf(() => new MeshLink(link, { ...mesh, link, gateways })));
      assert.deepEqual(
        network.links.map(({ name, tunnels: all }) => [name, all.length]),
        [[link, toOffice.find(({ name }) => name === link)?.tunnels.length]],
      );
      for (const rule of mandatory)
        assert.deepEqual(violations(rule, network, {}), [], `${rule.name} of ${link}`);
    }
  });
});

describe("a link to a site by itself", () => {
  const dublin: LinkArgs["a"] = {
    member: "dublin",
    gateway: {
      cloud: "aws",
      region: "eu-west-1",
      asn: 64512,
      id: "tgw-0",
      routeTable: "rtb-0",
      addresses: [],
      advertise: [],
    },
  };
  const site = { addresses: ["203.0.113.7"], asn: 64900, ranges: ["192.168.40.0/22"] };
  const inside = ["169.254.64.0/30", "169.254.64.4/30"];

  it("is made from the devices' addresses, whichever end the site is", async () => {
    for (const member of ["office", "branch"]) {
      let link: Link | undefined;
      const found = await resourcesOf(() => {
        link = new Link("link", { a: dublin, b: { member, site }, inside });
      });
      const [peer] = found.filter(({ type }) => type === "aws:ec2/customerGateway:CustomerGateway");
      assert.equal(peer?.props.ipAddress, "203.0.113.7");
      assert.ok(link?.site);
      assert.equal(await pulumi.isSecret(link.site.keys), true);
      assert.equal(inventory(found).links.length, 1);
    }
  });

  const refusals: [string, LinkArgs, RegExp][] = [
    [
      "neither a gateway nor a site",
      { a: dublin, b: { member: "office" }, inside },
      /link: b\.gateway: is missing/,
    ],
    [
      "both",
      { a: dublin, b: { ...dublin, member: "office", site }, inside },
      /link: b\.site: stands beside gateway/,
    ],
    [
      "three devices",
      {
        a: dublin,
        b: { member: "office", site: { ...site, addresses: ["203.0.113.7", "203.0.113.8", "203.0.113.9"] } },
        inside,
      },
      /link: b\.site: has 3 addresses; give those of one device or of two/,
    ],
    [
      "two sites",
      { a: { member: "depot", site }, b: { member: "office", site }, inside },
      /depot and office are both sites, and isthmus configures neither/,
    ],
    [
      "too few inside ranges",
      {
        a: dublin,
        b: { member: "office", site: { ...site, addresses: ["203.0.113.7", "203.0.113.8"] } },
        inside,
      },
      /dublin and office are joined by 4 tunnels: give 4 ranges, not 2/,
    ],
  ];
  for (const [what, args, message] of refusals) {
    it(`is refused with ${what}, before anything is registered`, async () => {
      const { failures, resources } = await record(() => new Link("link", args));
      assert.equal(failures.length, 1);
      assert.match(String((failures[0] as Error).message), message);
      assert.deepEqual(
        resources.filter(({ custom }) => custom),
        [],
      );
    });
  }
});

/** Whether a value can be compared: the whole mesh's preview does not know what a reference gives. */
function known(value: unknown): boolean {
  if (isUnknown(value)) return false;
  return typeof value !== "object" || value === null || Object.values(value).every(known);
}
