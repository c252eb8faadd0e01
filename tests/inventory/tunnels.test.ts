import assert from "node:assert/strict";
import { linksOf, pairTunnels } from "../../inventory/tunnels";
import type { GatewayFact } from "../../network/model/network";
import { UNKNOWN } from "../../network/model/resource";
import { end, mirrored } from "../network/judge/example";

const gateway = (member: string): GatewayFact => {
  const urn = `urn:${member}-gateway`;
  return { urn, cloud: "aws", region: "eu-west-1", networks: [], asn: 1, member, origin: { urn } };
};

describe("pairTunnels", () => {
  it("joins two ends that are each other's peers", () => {
    const one = end("dublin");
    const other = mirrored(one, "frankfurt");
    assert.deepEqual(pairTunnels([other, one]), [{ a: other, b: one }]);
  });

  it("leaves an end alone whose peer is elsewhere, or whose addresses are not known", () => {
    const one = end("dublin");
    assert.deepEqual(pairTunnels([one, mirrored(one, "frankfurt", { peerAddress: "169.254.99.1" })]), []);
    assert.deepEqual(pairTunnels([one, mirrored(one, "frankfurt", { address: UNKNOWN })]), []);
  });

  it("tells by ASNs which of several ends with the same addresses belong together", () => {
    const one = end("dublin");
    const two = end("cork", { asn: 64600, peerAsn: 64601 });
    const others = [mirrored(two, "paris"), mirrored(one, "frankfurt")];
    assert.deepEqual(
      pairTunnels([one, two, ...others]).map(({ a, b }) => [a.urn, b.urn]),
      [
        ["urn:dublin", "urn:frankfurt"],
        ["urn:cork", "urn:paris"],
      ],
    );
  });
});

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
      [gateway("dublin"), gateway("cork")],
      (cloud) => (cloud === "gcp" ? 1406 : 1446),
    );
    assert.deepEqual(
      links.map(({ name, a, b, mtu, tunnels }) => [name, a, b, mtu, tunnels.map((tunnel) => tunnel.a)]),
      [["cork~dublin", "cork", "dublin", 1406, [far, farther]]],
    );
  });

  it("knows a gateway that is not among the resources by its ASN", () => {
    const one = end("dublin", { gateway: "urn:dublin-gateway" });
    const [link] = linksOf([{ a: one, b: mirrored(one, "far") }], [gateway("dublin")], () => undefined);
    assert.equal(link?.name, "dublin~gcp AS64513");
    assert.equal(link?.mtu, undefined);
  });
});
