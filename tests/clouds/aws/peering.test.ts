import assert from "node:assert/strict";
import type { Resource } from "../../../network/model/resource";
import { isUnknown } from "../../../network/model/resource";
import { type EndOptions, keyOf, linkOf, type Row, recordEnd, TO_AZURE, TO_GCP } from "./link-example";

const CONNECTION = "aws:ec2/vpnConnection:VpnConnection";

describe("AWS end of a link", () => {
  for (const [peer, rows] of [
    ["Google Cloud", TO_GCP],
    ["Azure", TO_AZURE],
  ] as [string, Row[]][]) {
    it(`has to ${peer} the tunnels of the published table`, async () => {
      const { resources, failures } = await recordEnd(linkOf(rows));
      assert.deepEqual(failures, []);
      const inside = connections(resources).map(({ props }) => [
        props.tunnel1InsideCidr,
        props.tunnel2InsideCidr,
      ]);
      assert.deepEqual(
        inside.flat(),
        rows.map(([range]) => range),
      );
      const peers = resources
        .filter(({ type }) => type === "aws:ec2/customerGateway:CustomerGateway")
        .map(({ name, props }) => [name, props.ipAddress, props.bgpAsn]);
      assert.deepEqual(peers, [
        ["dublin~frankfurt/customer-gateway/0", "203.0.113.1", "64514"],
        ["dublin~frankfurt/customer-gateway/1", "203.0.113.2", "64514"],
      ]);
    });
  }

  it("offers one cipher suite, IKEv2, and opens the tunnels itself", async () => {
    const { resources } = await recordEnd(linkOf(TO_AZURE));
    for (const { props } of connections(resources)) {
      for (const tunnel of ["tunnel1", "tunnel2"]) {
        assert.deepEqual(props[`${tunnel}IkeVersions`], ["ikev2"]);
        for (const phase of ["Phase1", "Phase2"]) {
          assert.deepEqual(props[`${tunnel}${phase}EncryptionAlgorithms`], ["AES256-GCM-16"]);
          assert.deepEqual(props[`${tunnel}${phase}IntegrityAlgorithms`], ["SHA2-384"]);
          assert.deepEqual(props[`${tunnel}${phase}DhGroupNumbers`], [20]);
        }
        assert.equal(props[`${tunnel}StartupAction`], "start");
        assert.equal(props[`${tunnel}DpdTimeoutAction`], "restart");
      }
    }
  });

  it("keeps its keys secret", async () => {
    const { registrations, resources } = await recordEnd(linkOf(TO_GCP));
    for (const { props } of connections(resources)) {
      assert.ok(isUnknown(props.tunnel1PresharedKey) && isUnknown(props.tunnel2PresharedKey));
    }
    const wire = registrations.map(({ object }) => JSON.stringify(object.toJavaScript()));
    const holders = wire.filter((text) => text.includes(keyOf(1)));
    assert.equal(holders.length, 1);
    assert.match(holders[0] ?? "", /"value":"kTestingOnly1"/);
  });

  it("joins each connection to the gateway's own table, both ways", async () => {
    const { resources } = await recordEnd(linkOf(TO_GCP));
    for (const kind of ["Association", "Propagation"]) {
      const joined = resources.filter(({ type }) => type.endsWith(`:RouteTable${kind}`));
      assert.equal(joined.length, 2);
      assert.ok(joined.every(({ props }) => props.transitGatewayRouteTableId === "tgw-rtb-1"));
    }
  });

  it("pins the suite also of a tunnel that the plan leaves out", async () => {
    const { resources } = await recordEnd(linkOf(TO_GCP.slice(0, 1)));
    const [connection] = connections(resources);
    assert.equal(connection?.props.tunnel2InsideCidr, undefined);
    assert.deepEqual(connection?.props.tunnel2IkeVersions, ["ikev2"]);
  });

  it("writes a large ASN where AWS takes it", async () => {
    const { resources } = await recordEnd(linkOf(TO_GCP, 4_200_000_000));
    const peer = resources.find(({ type }) => type.endsWith(":CustomerGateway"));
    assert.equal(peer?.props.bgpAsn, undefined);
    assert.equal(peer?.props.bgpAsnExtended, "4200000000");
  });

  it("says what is missing", async () => {
    const wrong: [EndOptions, RegExp][] = [
      [{ keys: 3 }, /dublin~frankfurt\/tunnel\/4: .*no pre-shared key/],
      [{ peerAddresses: ["203.0.113.1"] }, /interfaces 1 of the peer, which has 1 outside/],
      [{ routeTable: undefined }, /route table/],
    ];
    for (const [options, message] of wrong) {
      const { failures } = await recordEnd(linkOf(TO_GCP), options);
      assert.match(String(failures[0]), message);
    }
  });
});

function connections(resources: Resource[]): Resource[] {
  return resources
    .filter(({ type }) => type === CONNECTION)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
