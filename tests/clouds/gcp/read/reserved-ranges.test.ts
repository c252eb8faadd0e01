import assert from "node:assert/strict";
import { TYPES } from "../../../../clouds/gcp/read/types";
import { UNKNOWN } from "../../../../network/model/resource";
import { cluster, type Given, NETWORK, read, SUBNET } from "./foreign";

const rangesOf = (...given: Given[]) =>
  read(NETWORK, ...given).ranges.map(({ use, cidr, owner }) => [use, cidr, owner.split("::").at(-1)]);

const address = (props: object, name = "services"): Given => [
  name,
  TYPES.globalAddress,
  { name, purpose: "VPC_PEERING", addressType: "INTERNAL", prefixLength: 16, network: UNKNOWN, ...props },
  { network: "net" },
];
const connection = (ranges: unknown, refers: Record<string, string> = {}): Given => [
  "connection",
  TYPES.serviceConnection,
  { network: UNKNOWN, reservedPeeringRanges: ranges },
  { network: "net", ...refers },
];

describe("reading Google Cloud's resources: ranges of its services", () => {
  it("tells what is set aside for service producers, and unknown where Google chooses it", () => {
    assert.deepEqual(rangesOf(address({ address: "10.20.0.0" })), [["subnet", "10.20.0.0/16", "net"]]);
    assert.deepEqual(rangesOf(address({})), [["subnet", UNKNOWN, "net"]]);
    assert.deepEqual(rangesOf(address({ address: UNKNOWN })), [["subnet", UNKNOWN, "net"]]);
  });

  it("passes over single addresses", () => {
    assert.deepEqual(rangesOf(address({ purpose: undefined, addressType: "EXTERNAL" })), []);
    assert.deepEqual(rangesOf(address({ purpose: "PRIVATE_SERVICE_CONNECT", address: "10.20.0.5" })), []);
  });

  it("does not pass over a connection's range that nothing here sets aside", () => {
    const known = address({ address: "10.20.0.0" });
    assert.deepEqual(rangesOf(known, connection(["services"])), [["subnet", "10.20.0.0/16", "net"]]);
    const unnamed: Given = [known[0], known[1], { ...known[2], name: UNKNOWN }, known[3]];
    assert.deepEqual(rangesOf(unnamed, connection([UNKNOWN], { reservedPeeringRanges: "services" })), [
      ["subnet", "10.20.0.0/16", "net"],
    ]);
    assert.deepEqual(rangesOf(connection(["theirs"])), [["subnet", UNKNOWN, "net"]]);
    assert.deepEqual(rangesOf(connection(UNKNOWN)), [["subnet", UNKNOWN, "net"]]);
  });

  it("tells a serverless connector's range, but not of one in a subnet of its own", () => {
    const connector = (props: object): Given => [
      "run",
      TYPES.vpcConnector,
      { network: "x", ...props },
      { network: "net" },
    ];
    assert.deepEqual(rangesOf(connector({ ipCidrRange: "10.8.0.0/28" })), [["subnet", "10.8.0.0/28", "net"]]);
    assert.deepEqual(rangesOf(connector({ subnet: { name: "run" } })), []);
  });

  it("takes a subnet's range from the internal range that it is made of", () => {
    const range = (ipCidrRange: unknown): Given => [
      "range",
      TYPES.internalRange,
      { ipCidrRange, prefixLength: 20 },
    ];
    const subnet: Given = [
      "subnet",
      TYPES.subnet,
      {
        network: UNKNOWN,
        reservedInternalRange: UNKNOWN,
        secondaryIpRanges: [{ rangeName: "a", reservedInternalRange: UNKNOWN }],
      },
      { network: "net", reservedInternalRange: "range", secondaryIpRanges: "range" },
    ];
    const both = (cidr: unknown) => [
      ["nodes", cidr, "net"],
      ["subnet", cidr, "net"],
    ];
    assert.deepEqual(rangesOf(range("10.0.16.0/20"), subnet), both("10.0.16.0/20"));
    assert.deepEqual(rangesOf(range(undefined), subnet), both(UNKNOWN));
    assert.deepEqual(rangesOf(subnet), both(UNKNOWN));
  });

  it("tells pod ranges of pools that are written in their cluster, that GKE makes, and in further subnets", () => {
    const pods = (...given: Given[]) =>
      read(NETWORK, SUBNET, ...given)
        .ranges.filter(({ use }) => use === "pods")
        .map(({ cidr }) => cidr);
    const policy = { clusterSecondaryRangeName: "a", servicesSecondaryRangeName: "b" };
    const inline = cluster({ ipAllocationPolicy: policy, nodePools: [{ networkConfig: { podRange: "c" } }] });
    assert.deepEqual(pods(inline), ["10.4.0.0/14", "10.9.0.0/20"]);
    const made = { createPodRange: true, podIpv4CidrBlock: "10.12.0.0/16", podRange: "new" };
    const pool: Given = ["pool", TYPES.nodePool, { networkConfig: made }, { cluster: "gke" }];
    assert.deepEqual(pods(cluster({ ipAllocationPolicy: policy }), pool), ["10.4.0.0/14", "10.12.0.0/16"]);
    const further = {
      ...policy,
      additionalIpRangesConfigs: [{ subnetwork: "elsewhere", podIpv4RangeNames: ["x"] }],
    };
    assert.deepEqual(pods(cluster({ ipAllocationPolicy: further })), ["10.4.0.0/14", UNKNOWN]);
  });

  it("takes a control plane in a subnet for no range of its own", () => {
    const given = { privateClusterConfig: { privateEndpointSubnetwork: "subnet" } };
    assert.ok(read(cluster(given)).ranges.every(({ use }) => use !== "controlPlane"));
  });
});

describe("reading Google Cloud's resources: a classic VPN", () => {
  const gateway: Given = [
    "classic",
    TYPES.classicGateway,
    { network: UNKNOWN, region: "europe-west3" },
    { network: "net" },
  ];
  const tunnel: Given = [
    "tunnel",
    TYPES.tunnel,
    { targetVpnGateway: UNKNOWN, peerIp: "203.0.113.7", remoteTrafficSelectors: ["10.9.0.0/16"] },
    { targetVpnGateway: "classic" },
  ];
  const route: Given = [
    "route",
    TYPES.route,
    { destRange: "10.10.0.0/16", nextHopVpnTunnel: UNKNOWN },
    { network: "net", nextHopVpnTunnel: "tunnel" },
  ];

  it("finds the gateway with its network, its tunnel and the routes into it", () => {
    const { gateways, tunnelEnds, routes, attachments } = read(NETWORK, gateway, tunnel, route);
    assert.equal(gateways[0]?.networks.length, 1);
    assert.equal(tunnelEnds[0]?.gateway, gateways[0]?.urn);
    assert.equal(tunnelEnds[0]?.peerOutside, "203.0.113.7");
    assert.deepEqual(tunnelEnds[0]?.sends, ["10.10.0.0/16"]);
    assert.equal(routes[0]?.via, gateways[0]?.urn);
    assert.equal(attachments.length, 1);
  });

  it("tells what is said to be on its other side", () => {
    const { remoteRanges } = read(NETWORK, gateway, tunnel, route);
    assert.deepEqual(
      remoteRanges.map(({ cidr, from }) => [cidr, from.length]),
      [
        ["10.9.0.0/16", 1],
        ["10.10.0.0/16", 1],
      ],
    );
  });
});
