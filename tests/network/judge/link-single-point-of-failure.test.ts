import assert from "node:assert/strict";
import { linkSinglePointOfFailure } from "../../../network/judge/link-single-point-of-failure";
import type { Inventory, Link } from "../../../network/model/inventory";
import type { GatewayFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { end, network } from "./example";

const link = (a: string, b: string): Link => ({ name: `${a}~${b}`, a, b, kind: "vpn", tunnels: [] });
const gateway = (member: string): GatewayFact => {
  const urn = `urn:${member}-gateway`;
  return { urn, cloud: "aws", networks: [], asn: 64512, member, origin: { urn } };
};

/** A network of these links, with a gateway of each of their ends. */
const joined = (links: Link[], facts: Partial<Inventory> = {}) => {
  const members = [...new Set(links.flatMap(({ a, b }) => [a, b]))];
  return network({ links, gateways: members.map((member) => gateway(member)), ...facts });
};

describe("linkSinglePointOfFailure", () => {
  it("accepts a ring", () => {
    const links = [link("a", "b"), link("b", "c"), link("a", "c")];
    assert.deepEqual(linkSinglePointOfFailure(joined(links)), { problems: [], unknowns: [] });
  });

  it("names each link and each member that alone holds others together", () => {
    const { problems } = linkSinglePointOfFailure(joined([link("a", "b"), link("b", "c")]));
    assert.equal(problems.length, 3);
    assert.match(problems[0]?.message ?? "", /^a~b is the only way between a and b/);
    assert.match(problems[2]?.message ?? "", /^b is the only way between others .*\(a, c\)/);
  });

  it("names a member that joins two rings", () => {
    const ring = (x: string, y: string, z: string) => [link(x, y), link(y, z), link(x, z)];
    const links = [...ring("a", "b", "c"), ...ring("c", "d", "e")];
    const { problems } = linkSinglePointOfFailure(joined(links));
    assert.deepEqual(
      problems.map(({ message }) => message.split(" ")[0]),
      ["c"],
    );
  });

  it("takes a chain of ten thousand members in its stride", () => {
    const links = Array.from({ length: 10_000 }, (_, index) => link(`m${index}`, `m${index + 1}`));
    assert.equal(linkSinglePointOfFailure(joined(links)).problems.length, 19_999);
  });

  it("does not judge a link in a stack of its own, which sees no gateway and no other way", () => {
    const alone = network({ links: [link("a", "b")] });
    assert.deepEqual(linkSinglePointOfFailure(alone), { problems: [], unknowns: [] });
  });

  it("names a tunnel that may be the second way, had its address been known", () => {
    const tunnelEnds = [end("vpn", { address: UNKNOWN })];
    const { unknowns } = linkSinglePointOfFailure(joined([link("a", "b")], { tunnelEnds }));
    assert.equal(unknowns.length, 1);
  });
});
