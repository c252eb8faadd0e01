import assert from "node:assert/strict";
import { inventory } from "../../../../inventory";
import { rangesDisjoint } from "../../../../network/judge/ranges-disjoint";
import { vpnStrong } from "../../../../network/judge/vpn-strong";
import { type Resource, SECRET, UNKNOWN } from "../../../../network/model/resource";
import { GROUP, given, read, urnOf } from "./foreign";

const VNET = `${GROUP}/Microsoft.Network/virtualNetworks/vnet`;
const HUB = "Microsoft.Network/virtualHubs/hub";
const vnet = given(
  "network:VirtualNetwork",
  "vnet",
  { addressSpace: { addressPrefixes: ["10.1.0.0/16"] } },
  { id: "Microsoft.Network/virtualNetworks/vnet" },
);
const hub = given("network:VirtualHub", "hub", { addressPrefix: "10.2.0.0/23" }, { id: HUB });
const spoke = (props: Record<string, unknown> = {}, behind: Record<string, string[]> = {}) =>
  given(
    "network:HubVirtualNetworkConnection",
    "spoke",
    { virtualHubName: "hub", remoteVirtualNetwork: { id: VNET }, ...props },
    { behind },
  );
const gateway = (props: Record<string, unknown> = {}) =>
  given(
    "network:VpnGateway",
    "gateway",
    {
      virtualHub: { id: `${GROUP}/${HUB}` },
      bgpSettings: {
        asn: 65515,
        bgpPeeringAddresses: [
          { ipconfigurationId: "Instance0", customBgpIpAddresses: ["169.254.21.2"] },
          { ipconfigurationId: "Instance1", customBgpIpAddresses: ["169.254.21.6"] },
        ],
      },
      ...props,
    },
    { id: "Microsoft.Network/vpnGateways/gateway" },
  );
const SITE = "Microsoft.Network/vpnSites/site";
const line = (index: number) => ({
  name: `line-${index}`,
  ipAddress: `203.0.113.${index}`,
  bgpProperties: { asn: 65010, bgpPeeringAddress: `169.254.21.${index * 4 + 1}` },
});
const site = (props: Record<string, unknown> = {}) =>
  given("network:VpnSite", "site", { vpnSiteLinks: [line(0), line(1)], ...props }, { id: SITE });
const POLICY = {
  ...{ ikeEncryption: "GCMAES256", ikeIntegrity: "SHA384", dhGroup: "ECP384" },
  ...{ ipsecEncryption: "GCMAES256", ipsecIntegrity: "GCMAES256", pfsGroup: "ECP384" },
};
const link = (index: number, props: Record<string, unknown> = {}) => ({
  vpnSiteLink: { id: `${GROUP}/${SITE}/vpnSiteLinks/line-${index}` },
  ...{ vpnConnectionProtocolType: "IKEv2", enableBgp: true, ipsecPolicies: [POLICY] },
  vpnGatewayCustomBgpAddresses: [
    { ipConfigurationId: "Instance0", customBgpIpAddress: "169.254.21.2" },
    { ipConfigurationId: "Instance1", customBgpIpAddress: "169.254.21.6" },
  ],
  ...props,
});
const toSite = { remoteVpnSite: { id: `${GROUP}/${SITE}` } };
const connection = (props: Record<string, unknown>, behind: Record<string, string[]> = {}) =>
  given("network:VpnConnection", "connection", { gatewayName: "gateway", ...toSite, ...props }, { behind });

const ends = (...resources: Resource[]) => read(vnet, hub, spoke(), ...resources).tunnelEnds;

describe("reading Azure's Virtual WAN", () => {
  it("tells a hub's range, known or not, as address space of its own", () => {
    const unmade = given("network:VirtualHub", "other", {});
    assert.deepEqual(
      read(hub, unmade).ranges.map(({ use, cidr, origin }) => [use, cidr, origin.property]),
      [
        ["gateway", "10.2.0.0/23", "addressPrefix"],
        ["gateway", UNKNOWN, "addressPrefix"],
      ],
    );
    const inside = given("network:VirtualHub", "hub", { addressPrefix: "10.1.4.0/23" });
    assert.equal(rangesDisjoint(inventory([vnet, inside])).problems.length, 1);
  });

  it("tells a hub's gateway with the VNets at the hub, and Azure's own ASN", () => {
    const { gateways, attachments } = read(vnet, hub, spoke(), gateway({ bgpSettings: undefined }));
    assert.deepEqual(
      gateways.map(({ urn, networks, asn }) => [urn, networks, asn]),
      [[urnOf("gateway"), [urnOf("vnet")], 65515]],
    );
    assert.deepEqual(
      attachments.map(({ gateway, network, lookedUp, known, taught }) => [
        gateway,
        network,
        lookedUp,
        known,
        taught,
      ]),
      [[urnOf("gateway"), urnOf("vnet"), true, true, true]],
    );
  });

  it("does not guess what stands in a route table that is not the hub's default", () => {
    const table = (name: string) => ({ id: `${GROUP}/${HUB}/hubRouteTables/${name}` });
    const told = (associated: unknown, propagated: unknown) => {
      const routingConfiguration = {
        associatedRouteTable: associated,
        propagatedRouteTables: { ids: propagated },
      };
      const [one] = read(vnet, hub, spoke({ routingConfiguration }), gateway()).attachments;
      return [one?.lookedUp, one?.known, one?.taught];
    };
    const normal = table("defaultRouteTable");
    assert.deepEqual(told(normal, [normal]), [true, true, true]);
    assert.deepEqual(told(table("apart"), [normal]), [UNKNOWN, true, UNKNOWN]);
    assert.deepEqual(told(normal, [table("apart")]), [true, UNKNOWN, true]);
    assert.deepEqual(told(normal, UNKNOWN), [true, UNKNOWN, true]);
    const unwritten = read(vnet, hub, spoke({ routingConfiguration: UNKNOWN }), gateway()).attachments;
    assert.deepEqual([unwritten[0]?.lookedUp, unwritten[0]?.known], [true, true]);
  });

  it("tells an end for each line of a site, each of the instance that has the line's /30", () => {
    const both = ends(gateway(), site(), connection({ vpnLinkConnections: [link(0), link(1)] }));
    assert.deepEqual(
      both.map((end) => [end.tunnel, end.gateway, end.interface, end.address, end.peerAddress]),
      [
        [1, urnOf("gateway"), 0, "169.254.21.2", "169.254.21.1"],
        [2, urnOf("gateway"), 1, "169.254.21.6", "169.254.21.5"],
      ],
    );
    for (const [index, end] of both.entries()) {
      assert.deepEqual(
        [end.asn, end.peerAsn, end.ike, end.bgp, end.peerOutside],
        [65515, 65010, [2], true, `203.0.113.${index}`],
      );
      assert.deepEqual(end.phase1, { encryption: ["aes256gcm16"], integrity: ["sha384"], groups: [20] });
      assert.equal(end.origin.property, `vpnLinkConnections.${index}.ipsecPolicies`);
    }
  });

  it("finds the lines by their places while their ids are unknown", () => {
    const unknown = [0, 1].map((index) => link(index, { vpnSiteLink: { id: UNKNOWN } }));
    const told = ends(gateway(), site(), connection({ vpnLinkConnections: unknown }));
    assert.deepEqual(
      told.map(({ peerAddress }) => peerAddress),
      ["169.254.21.1", "169.254.21.5"],
    );
    // Of two lines one link may be either.
    const one = ends(gateway(), site(), connection({ vpnLinkConnections: unknown.slice(0, 1) }));
    assert.deepEqual([one[0]?.peerAddress, one[0]?.peerAsn, one[0]?.bgp], [UNKNOWN, UNKNOWN, UNKNOWN]);
  });

  it("reads sites without lines, and connections that stand in their gateway", () => {
    const old = site({
      vpnSiteLinks: undefined,
      ipAddress: "203.0.113.9",
      bgpProperties: { asn: 65020, bgpPeeringAddress: "169.254.21.1" },
    });
    const { vpnSiteLink: _none, ...said } = link(0);
    const told = [
      ends(gateway(), old, connection(said)),
      ends(gateway({ connections: [{ ...toSite, ...said }] }), old),
    ];
    for (const [end] of told)
      assert.deepEqual(
        [end?.peerOutside, end?.peerAsn, end?.interface, end?.ike],
        ["203.0.113.9", 65020, 0, [2]],
      );
    // What Azure lists in a gateway of connections that are there already is not told twice.
    assert.equal(ends(gateway({ connections: [{ ...toSite, ...said }] }), old, connection(said)).length, 1);
  });

  it("says that a session is off, or not known, and never that it is on without the site's ASN", () => {
    const bgp = (props: Record<string, unknown>, of: Resource = site()) =>
      ends(gateway(), of, connection({ vpnLinkConnections: [link(0, props), link(1)] }))[0]?.bgp;
    assert.equal(bgp({ enableBgp: undefined }), false);
    assert.equal(bgp({ enableBgp: UNKNOWN }), UNKNOWN);
    const { bgpProperties: _none, ...plain } = line(0);
    assert.equal(bgp({}, site({ vpnSiteLinks: [plain, line(1)] })), false);
  });

  it("tells weak ciphers and Azure's defaults to the rules as of any tunnel", () => {
    const problems = (ipsecPolicies: unknown) =>
      vpnStrong(
        inventory([
          ...[vnet, hub, spoke(), gateway(), site()],
          connection({ vpnLinkConnections: [link(0, { ipsecPolicies }), link(1)] }),
        ]),
      );
    assert.deepEqual(problems([POLICY]).problems, []);
    assert.ok(problems([{ ...POLICY, ipsecEncryption: "DES3" }]).problems.length > 0);
    assert.ok(problems([]).problems.length > 0);
    assert.ok(problems(UNKNOWN).unknowns.length > 0);
  });

  it("tells each line's key, and whether it is a secret", () => {
    const links = [link(0, { sharedKey: SECRET }), link(1, { sharedKey: "in clear" })];
    const { keys } = read(gateway(), site(), connection({ vpnLinkConnections: links }));
    assert.deepEqual(
      keys.map(({ tunnel, stands, origin }) => [tunnel, stands, origin.property]),
      [
        [1, "secret", "vpnLinkConnections.0.sharedKey"],
        [2, "clear", "vpnLinkConnections.1.sharedKey"],
      ],
    );
  });

  it("tells the parts that an update changes of what exists already", () => {
    const made = { name: "connection", vpnLinkConnections: [link(0), link(1)] };
    const stays = ends(gateway(), site(), connection(made))[0];
    assert.deepEqual(stays?.present, { changing: [] });
    const moved = { ...made, remoteVpnSite: UNKNOWN };
    const other = given("network:VpnSite", "new", {});
    const [changes] = ends(gateway(), other, connection(moved, { remoteVpnSite: ["new"] }));
    assert.deepEqual(changes?.present, { changing: ["peer"] });
    assert.equal(
      ends(gateway(), site(), connection({ vpnLinkConnections: [link(0)] }))[0]?.present,
      undefined,
    );
  });
});
