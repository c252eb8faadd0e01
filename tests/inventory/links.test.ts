import assert from "node:assert/strict";
import { type LinkMtu, linksOf } from "../../inventory/links";
import type { PeeringFact } from "../../network/model/forwarding";
import { emptyNetwork, type GatewayFact, type RangeFact } from "../../network/model/network";
import { end, mirrored } from "../network/judge/example";

const gateway = (member: string, networks: string[] = []): GatewayFact => {
  const urn = `urn:${member}-gateway`;
  return { urn, cloud: "aws", region: "eu-west-1", networks, asn: 1, member, origin: { urn } };
};

const networkOf = (member: string): RangeFact => {
  const owner = `urn:${member}-vpc`;
  return { use: "network", cidr: "10.0.0.0/16", cloud: "gcp", owner, member, origin: { urn: owner } };
};

const half = (own: string, peer: string, more: Partial<PeeringFact> = {}): PeeringFact => ({
  urn: `urn:${own}-to-${peer}`,
  kind: "network-peering",
  cloud: "gcp",
  own: `urn:${own}-vpc`,
  peer: `urn:${peer}-vpc`,
  accepted: true,
  origin: { urn: `urn:${own}-to-${peer}` },
  ...more,
});

const MTU: LinkMtu = {
  tunnel: (cloud) => (cloud === "gcp" ? 1406 : 1446),
  peering: (cloud) => (cloud === "aws" ? 8500 : 1460),
};

describe("linksOf", () => {
  it("gathers tunnels by the members that they join, whichever end comes first", () => {
    const at = { gateway: "urn:dublin-gateway" };
    const [one, two] = [
      end("a1", at),
      end("a2", { ...at, address: "169.254.21.5", peerAddress: "169.254.21.6" }),
    ];
    const [far, farther] = [one, two].map((near) =>
      mirrored(near, `${near.urn}-far`, { gateway: "urn:cork-gateway" }),
    );
    assert.ok(far && farther);
    const links = linksOf(
      [
        { a: one, b: far },
        { a: farther, b: two },
      ],
      { ...emptyNetwork(), gateways: [gateway("dublin"), gateway("cork")] },
      MTU,
    );
    assert.deepEqual(
      links.map(({ name, a, b, mtu, tunnels }) => [name, a, b, mtu, tunnels.map((tunnel) => tunnel.a)]),
      [["cork~dublin", "cork", "dublin", 1406, [far, farther]]],
    );
  });

  it("knows a gateway that is not among the resources by its ASN", () => {
    const one = end("dublin", { gateway: "urn:dublin-gateway" });
    const network = { ...emptyNetwork(), gateways: [gateway("dublin")] };
    const silent: LinkMtu = { tunnel: () => undefined, peering: () => undefined };
    const [link] = linksOf([{ a: one, b: mirrored(one, "far") }], network, silent);
    assert.equal(link?.name, "dublin~gcp AS64513");
    assert.equal(link?.mtu, undefined);
  });

  const ranges = [networkOf("tokyo"), networkOf("frankfurt")];
  const joined = (peerings: PeeringFact[]) =>
    linksOf([], { ...emptyNetwork(), ranges, peerings }, MTU).map(({ name, kind, mtu }) => [name, kind, mtu]);

  it("sees a peering of networks of which both halves are there and on", () => {
    const there = half("frankfurt", "tokyo");
    const back = half("tokyo", "frankfurt");
    assert.deepEqual(joined([there, back]), [["frankfurt~tokyo", "network-peering", 1460]]);
    assert.deepEqual(joined([there]), []);
    assert.deepEqual(joined([there, { ...back, accepted: false }, { ...there, accepted: false }]), []);
  });

  it("knows whom a peering of ours joins where the networks are made elsewhere", () => {
    const told = { own: undefined, peer: undefined, members: ["oslo", "bergen"] as [string, string] };
    assert.deepEqual(joined([half("a", "b", told), half("b", "a", told)]), [
      ["bergen~oslo", "network-peering", 1460],
    ]);
  });

  it("sees a peering of gateways, and members whose networks share one", () => {
    const gateways = [
      gateway("dublin", ["urn:dublin-vpc"]),
      { ...gateway("stockholm"), networks: ["urn:stockholm-vpc"] },
    ];
    const of = { kind: "gateway-peering", cloud: "aws" } as const;
    const [own, peer] = ["urn:dublin-gateway", "urn:stockholm-gateway"];
    const attachment = (member: string) => ({
      urn: `urn:${member}-attachment`,
      gateway: "urn:dublin-gateway",
      network: `urn:${member}-vpc`,
      lookedUp: true,
      known: true,
      taught: false,
      origin: { urn: `urn:${member}-attachment` },
    });
    const links = linksOf(
      [],
      {
        ...emptyNetwork(),
        gateways,
        ranges: [networkOf("dublin"), networkOf("limerick")],
        attachments: [attachment("dublin"), attachment("limerick")],
        peerings: [half("x", "y", { ...of, own, peer }), half("y", "x", { ...of, own: peer, peer: own })],
      },
      MTU,
    );
    assert.deepEqual(
      links.map(({ name, kind, mtu }) => [name, kind, mtu]),
      [
        ["dublin~limerick", "shared-gateway", 8500],
        ["dublin~stockholm", "gateway-peering", 8500],
      ],
    );
  });
});
