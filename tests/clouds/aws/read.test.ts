import assert from "node:assert/strict";
import fc from "fast-check";
import { readAws } from "../../../clouds/aws/read";
import { TYPES } from "../../../clouds/aws/read/types";
import { UNKNOWN } from "../../../network/model/resource";
import { indexOf, linkOf, recordEnd, resource, TO_AZURE } from "./link-example";

describe("reading of AWS", () => {
  it("finds the tunnels that a plan made", async () => {
    const { resources } = await recordEnd(linkOf(TO_AZURE));
    const { tunnelEnds } = readAws(indexOf(...resources));
    const suite = { encryption: ["aes256gcm16"], groups: [20] };
    assert.deepEqual(
      tunnelEnds.map((end) => [end.interface, end.address, end.peerAddress, end.peerAsn]),
      TO_AZURE.map(([, aws, peer, awsInterface]) => [awsInterface, aws, peer, 64514]),
    );
    for (const end of tunnelEnds) {
      assert.deepEqual(end.ike, [2]);
      assert.deepEqual(end.phase1, { ...suite, integrity: ["sha384"] });
      assert.deepEqual(end.phase2, { ...suite, integrity: [] });
    }
  });

  it("tells ciphers that are not set from ciphers that are not known", () => {
    const [first, second] = readAws(
      indexOf(
        resource(TYPES.vpnConnection, "theirs", {
          tunnel1InsideCidr: "169.254.10.0/30",
          tunnel1Phase1EncryptionAlgorithms: ["AES128", "AES999"],
          tunnel1Phase1DhGroupNumbers: ["2", 14],
          tunnel2IkeVersions: UNKNOWN,
          tunnel2Phase1EncryptionAlgorithms: ["AES256", UNKNOWN],
          tunnel2Phase1DhGroupNumbers: [],
        }),
      ),
    ).tunnelEnds;
    assert.equal(first?.ike, undefined);
    assert.deepEqual(first?.phase1, {
      encryption: ["aes128", "aes999"],
      integrity: undefined,
      groups: [2, 14],
    });
    assert.equal(first?.address, "169.254.10.1");
    assert.equal(first?.asn, UNKNOWN);
    assert.equal(second?.ike, UNKNOWN);
    assert.deepEqual(second?.phase1, { encryption: UNKNOWN, integrity: undefined, groups: undefined });
    assert.equal(second?.address, UNKNOWN);
  });

  it("knows the ASNs that AWS takes by default", () => {
    const found = readAws(
      indexOf(
        resource(TYPES.vpnGateway, "gateway", { vpcId: "vpc-1" }, { id: "vgw-1" }),
        resource(TYPES.vpc, "net", { cidrBlock: UNKNOWN }, { id: "vpc-1" }),
        resource(TYPES.customerGateway, "office", {}, { id: "cgw-1" }),
        resource(TYPES.vpnConnection, "link", { vpnGatewayId: "vgw-1", customerGatewayId: "cgw-1" }),
      ),
    );
    assert.equal(found.gateways[0]?.asn, 64512);
    assert.equal(found.gateways[0]?.region, UNKNOWN);
    assert.deepEqual(found.gateways[0]?.networks, [`urn:pulumi:dev::theirs::${TYPES.vpc}::net`]);
    assert.equal(found.tunnelEnds[0]?.asn, 64512);
    assert.equal(found.tunnelEnds[0]?.peerAsn, 65000);
    assert.equal(found.ranges[0]?.cidr, UNKNOWN);
  });

  it("counts secondary ranges and the default VPC among the networks", () => {
    const vpc = resource(TYPES.vpc, "net", { cidrBlock: "10.0.0.0/16" }, { id: "vpc-1" });
    const more = resource(TYPES.secondaryRange, "more", { cidrBlock: "100.64.0.0/16", vpcId: "vpc-1" });
    const { ranges } = readAws(indexOf(vpc, more, resource(TYPES.defaultVpc, "default", {})));
    assert.deepEqual(
      ranges.map(({ use, cidr, owner }) => [use, cidr, owner.split("::").at(-1)]),
      [
        ["network", "10.0.0.0/16", "net"],
        ["network", "172.31.0.0/16", "default"],
        ["network", "100.64.0.0/16", "net"],
      ],
    );
  });

  it("takes a cluster that says nothing of access for one that is open to all", () => {
    const provider = resource("pulumi:providers:aws", "there", { region: "eu-north-1" });
    const subnet = resource(
      TYPES.subnet,
      "s",
      { cidrBlock: "10.0.1.0/24", vpcId: "vpc-1" },
      { id: "subnet-1" },
    );
    const vpc = resource(TYPES.vpc, "net", { cidrBlock: "10.0.0.0/16" }, { id: "vpc-1" });
    const cluster = resource(
      TYPES.cluster,
      "theirs",
      { vpcConfig: { subnetIds: ["subnet-1"] } },
      { provider: provider.urn },
    );
    const { clusters, ranges } = readAws(indexOf(provider, vpc, subnet, cluster));
    assert.deepEqual(clusters[0]?.apiAccess, ["0.0.0.0/0"]);
    assert.equal(clusters[0]?.region, "eu-north-1");
    assert.equal(clusters[0]?.network, vpc.urn);
    assert.equal(ranges.find(({ use }) => use === "services")?.cidr, UNKNOWN);
  });

  it("finds routes to gateways, own and inline, but none to the internet", () => {
    const gateway = resource(TYPES.transitGateway, "gateway", {}, { id: "tgw-1" });
    const table = resource(
      TYPES.routeTable,
      "table",
      {
        routes: [
          { cidrBlock: "10.1.0.0/16", transitGatewayId: "tgw-1" },
          { cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
          { cidrBlock: UNKNOWN, gatewayId: "vgw-9" },
        ],
      },
      { id: "rtb-1" },
    );
    const own = resource(TYPES.route, "own", { routeTableId: "rtb-1", transitGatewayId: "tgw-1" });
    const { routes } = readAws(indexOf(gateway, table, own));
    assert.deepEqual(
      routes.map(({ destination, via }) => [destination, via]),
      [
        [UNKNOWN, gateway.urn],
        ["10.1.0.0/16", gateway.urn],
        [UNKNOWN, undefined],
      ],
    );
  });

  it("finds what each kind of firewall rule lets in", () => {
    const { firewalls } = readAws(
      indexOf(
        resource(TYPES.ingressRule, "new", {
          cidrIpv4: "10.0.0.0/8",
          ipProtocol: "tcp",
          fromPort: 80,
          toPort: 90,
        }),
        resource(TYPES.ingressRule, "list", { prefixListId: "pl-1", ipProtocol: "50" }),
        resource(TYPES.ingressRule, "group", { referencedSecurityGroupId: UNKNOWN, ipProtocol: "-1" }),
        resource(TYPES.securityGroupRule, "old", {
          type: "ingress",
          protocol: 17,
          fromPort: "53",
          toPort: 53,
          cidrBlocks: ["0.0.0.0/0"],
          ipv6CidrBlocks: ["::/0"],
        }),
        resource(TYPES.securityGroupRule, "out", { type: "egress", protocol: "-1" }),
        resource(TYPES.securityGroup, "inline", {
          ingress: [{ protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: UNKNOWN }, UNKNOWN],
        }),
      ),
    );
    assert.deepEqual(
      firewalls.map(({ direction = "in", sources, ports }) => [direction, sources, ports]),
      [
        ["in", ["10.0.0.0/8"], ["80-90/tcp"]],
        ["in", UNKNOWN, ["esp"]],
        ["in", [], ["all"]],
        ["in", ["0.0.0.0/0", "::/0"], ["53/udp"]],
        ["out", [], ["all"]],
        ["in", UNKNOWN, ["icmp"]],
        ["in", UNKNOWN, UNKNOWN],
      ],
    );
  });

  it("reads managed prefix lists, of either kind of entry, wherever they are named", () => {
    const written = resource(
      TYPES.prefixList,
      "written",
      { entries: [{ cidr: "10.8.0.0/16" }] },
      { id: "pl-1" },
    );
    const filled = resource(TYPES.prefixList, "filled", { entries: UNKNOWN }, { id: "pl-2" });
    const entry = resource(TYPES.prefixListEntry, "entry", { cidr: "10.9.0.0/16", prefixListId: "pl-2" });
    const gateway = resource(TYPES.transitGateway, "gateway", {}, { id: "tgw-1" });
    const lists = [gateway, written, filled, entry];
    const rule = { ipProtocol: "-1", protocol: "-1", type: "ingress" };
    const { firewalls } = readAws(
      indexOf(
        ...lists,
        resource(TYPES.ingressRule, "one", { ...rule, prefixListId: "pl-1" }),
        resource(TYPES.securityGroupRule, "two", {
          ...rule,
          prefixListIds: ["pl-1", "pl-2"],
          cidrBlocks: ["10.0.0.0/8"],
        }),
        resource(
          TYPES.securityGroup,
          "three",
          { ingress: [{ ...rule, prefixListIds: [UNKNOWN] }] },
          { propertyDependencies: { ingress: [filled.urn] } },
        ),
        resource(TYPES.ingressRule, "theirs", { ...rule, prefixListId: "pl-aws" }),
      ),
    );
    assert.deepEqual(
      firewalls.map(({ sources }) => sources),
      [["10.8.0.0/16"], UNKNOWN, ["10.0.0.0/8", "10.8.0.0/16", "10.9.0.0/16"], ["10.9.0.0/16"]],
    );
    const to = { transitGatewayId: "tgw-1", destinationPrefixListId: "pl-1" };
    const found = readAws(
      indexOf(
        ...lists,
        resource(TYPES.route, "own", to),
        resource(TYPES.route, "elsewhere", { ...to, destinationPrefixListId: "pl-aws" }),
        resource(TYPES.routeTable, "inline", { routes: [{ ...to, destinationPrefixListId: "pl-2" }] }),
        resource(TYPES.gatewayPrefixes, "reference", { prefixListId: "pl-2" }),
      ),
    );
    assert.deepEqual(
      found.routes.map(({ destination }) => destination),
      ["10.8.0.0/16", UNKNOWN, "10.9.0.0/16"],
    );
    assert.deepEqual(
      found.gatewayRoutes.map(({ destination }) => destination),
      ["10.9.0.0/16"],
    );
  });

  it("says unknown of a VPC or a secondary range whose CIDR IPAM gives out, until it has", () => {
    const pool = { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 16 };
    const { ranges } = readAws(
      indexOf(
        resource(TYPES.vpc, "net", pool, { id: "vpc-1" }),
        resource(TYPES.secondaryRange, "more", { ...pool, vpcId: "vpc-1" }),
        resource(TYPES.vpc, "made", { ...pool, cidrBlock: "10.4.0.0/16" }),
        // A pool holds what is given out of it: it is nobody's own range.
        resource("aws:ec2/vpcIpamPoolCidr:VpcIpamPoolCidr", "all", {
          cidr: "10.0.0.0/8",
          ipamPoolId: "ipam-pool-1",
        }),
      ),
    );
    assert.deepEqual(
      ranges.map(({ cidr }) => cidr),
      [UNKNOWN, "10.4.0.0/16", UNKNOWN],
    );
  });

  it("tells what clients of a VPN get, and what is said to be on a VPN's other side", () => {
    const { ranges, remoteRanges } = readAws(
      indexOf(
        resource(TYPES.clientVpn, "people", { clientCidrBlock: "10.200.0.0/22" }),
        resource(TYPES.vpc, "net", { cidrBlock: "10.0.0.0/16" }, { id: "vpc-1" }),
        resource(TYPES.vpnGateway, "gateway", { vpcId: "vpc-1" }, { id: "vgw-1" }),
        resource(
          TYPES.vpnConnection,
          "office",
          { vpnGatewayId: "vgw-1", staticRoutesOnly: true },
          { id: "vpn-1" },
        ),
        resource(TYPES.vpnConnectionRoute, "lan", {
          vpnConnectionId: "vpn-1",
          destinationCidrBlock: "10.9.0.0/16",
        }),
        resource(TYPES.cluster, "hybrid", {
          remoteNetworkConfig: {
            remoteNodeNetworks: { cidrs: ["10.10.0.0/16"] },
            remotePodNetworks: { cidrs: UNKNOWN },
          },
        }),
      ),
    );
    assert.deepEqual(
      ranges.filter(({ use }) => use === "gateway").map(({ cidr }) => cidr),
      ["10.200.0.0/22"],
    );
    assert.deepEqual(
      remoteRanges.map(({ cidr, from }) => [cidr, from.map((urn) => urn.split("::").at(-1))]),
      [
        ["10.9.0.0/16", ["net"]],
        ["10.10.0.0/16", ["hybrid"]],
        [UNKNOWN, ["hybrid"]],
      ],
    );
  });

  it("never fails, whatever the properties are", () => {
    const names = [
      ...["cidrBlock", "vpcId", "vpcConfig", "kubernetesNetworkConfig", "routes", "ingress", "region"],
      ...["transitGatewayId", "gatewayId", "routeTableId", "customerGatewayId", "bgpAsn", "amazonSideAsn"],
      ...[
        "tunnel1InsideCidr",
        "tunnel1IkeVersions",
        "tunnel1Phase1DhGroupNumbers",
        "ipProtocol",
        "cidrBlocks",
      ],
    ];
    const value = fc.oneof(
      fc.constant(UNKNOWN),
      fc.jsonValue(),
      fc.array(
        fc.oneof(fc.constant(UNKNOWN), fc.dictionary(fc.constantFrom(...names), fc.constant(UNKNOWN))),
      ),
    );
    const any = fc.record({
      type: fc.constantFrom(...Object.values(TYPES)),
      props: fc.dictionary(fc.constantFrom(...names), value),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (all) => {
        readAws(indexOf(...all.map(({ type, props }, index) => resource(type, `r${index}`, props))));
      }),
    );
  });
});
