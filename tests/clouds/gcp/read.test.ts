import assert from "node:assert/strict";
import fc from "fast-check";
import { readGcp } from "../../../clouds/gcp/read";
import { TYPES } from "../../../clouds/gcp/read/types";
import { UNKNOWN } from "../../../network/model/resource";
import { ResourceIndex } from "../../../network/model/resource-index";
import { record } from "../../../recorder/record";
import { endProgram, TO_AWS } from "./mesh";
import { type Given, read } from "./read/foreign";

describe("reading Google Cloud's resources: anything at all", () => {
  it("never throws, whatever the properties are", () => {
    const values = fc.oneof(fc.constant(UNKNOWN), fc.anything({ maxDepth: 3 }));
    const names = [
      "bgp",
      "cipherSuite",
      "network",
      "secondaryIpRanges",
      "ipAllocationPolicy",
      "privateClusterConfig",
    ];
    const more = [
      "allows",
      "sourceRanges",
      "vpnTunnel",
      "interface",
      "router",
      "ipRange",
      "location",
      "subnetwork",
    ];
    const props = fc.dictionary(fc.constantFrom(...names, ...more), values);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...Object.values(TYPES)), props)), (given) => {
        read(...given.map(([type, one], index): Given => [`r${index}`, type, one]));
      }),
    );
  });
});

describe("reading our own end of a link", () => {
  it("says what the plan says of every tunnel", async () => {
    const addresses = ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"];
    const { resources } = await record(endProgram(TO_AWS, "aws", addresses));
    const network = readGcp(new ResourceIndex(resources));
    const [gateway] = network.gateways;
    const peer = resources.find(({ type }) => type.endsWith(":ExternalVpnGateway"));
    assert.equal(gateway?.asn, 64513);
    assert.deepEqual(gateway?.advertises, ["10.64.0.0/20"]);
    assert.deepEqual(
      network.tunnelEnds.map(({ urn: _urn, origin: _origin, ...end }) => end),
      TO_AWS.tunnels.map(({ a, b }, index) => ({
        tunnel: 1,
        cloud: "gcp",
        gateway: gateway?.urn,
        interface: b.interface,
        address: b.address,
        peerAddress: a.address,
        asn: b.asn,
        peerAsn: a.asn,
        ike: [2],
        phase1: { encryption: ["aes256gcm16"], integrity: ["sha384"], groups: [20] },
        phase2: { encryption: ["aes256gcm16"], integrity: [], groups: [20] },
        peerOutside: addresses[index],
        outsideFrom: [gateway?.urn],
        peerPort: `${peer?.urn} ${index}`,
        bgp: true,
      })),
    );
  });
});
