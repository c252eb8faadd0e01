import assert from "node:assert/strict";
import { linkSinglePointOfFailure } from "../../../network/judge/link-single-point-of-failure";
import type { Link } from "../../../network/model/inventory";
import { UNKNOWN } from "../../../network/model/resource";
import { end, network } from "./example";

const link = (a: string, b: string): Link => ({ name: `${a}~${b}`, a, b, kind: "vpn", tunnels: [] });

describe("linkSinglePointOfFailure", () => {
  it("accepts a ring", () => {
    const links = [link("a", "b"), link("b", "c"), link("a", "c")];
    assert.deepEqual(linkSinglePointOfFailure(network({ links })), { problems: [], unknowns: [] });
  });

  it("names each link and each member that alone holds others together", () => {
    const { problems } = linkSinglePointOfFailure(network({ links: [link("a", "b"), link("b", "c")] }));
    assert.equal(problems.length, 3);
    assert.match(problems[0]?.message ?? "", /^a~b is the only way between a and b/);
    assert.match(problems[2]?.message ?? "", /^b is the only way between others .*\(a, c\)/);
  });

  it("names a member that joins two rings", () => {
    const ring = (x: string, y: string, z: string) => [link(x, y), link(y, z), link(x, z)];
    const links = [...ring("a", "b", "c"), ...ring("c", "d", "e")];
    const { problems } = linkSinglePointOfFailure(network({ links }));
    assert.deepEqual(
      problems.map(({ message }) => message.split(" ")[0]),
      ["c"],
    );
  });

  it("takes a chain of ten thousand members in its stride", () => {
    const links = Array.from({ length: 10_000 }, (_, index) => link(`m${index}`, `m${index + 1}`));
    assert.equal(linkSinglePointOfFailure(network({ links })).problems.length, 19_999);
  });

  it("names a tunnel that may be the second way, had its address been known", () => {
    const tunnelEnds = [end("vpn", { address: UNKNOWN })];
    const { unknowns } = linkSinglePointOfFailure(network({ links: [link("a", "b")], tunnelEnds }));
    assert.equal(unknowns.length, 1);
  });
});
