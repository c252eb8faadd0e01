import assert from "node:assert/strict";
import fc from "fast-check";
import { subnets } from "../../../clouds/aws/subnets";
import { cidr, cidrAt, contains, overlaps } from "../../../network/address/cidr";

const zone = fc.constantFrom(..."abcdef").map((letter) => `us-east-1${letter}`);
const zones = fc.uniqueArray(zone, { minLength: 2, maxLength: 6 });
const range = fc
  .tuple(fc.integer({ min: 16, max: 22 }), fc.nat({ max: 2 ** 24 - 1 }))
  .map(([prefix, host]) => {
    const size = 2n ** BigInt(32 - prefix);
    const inTen = (10n << 24n) + BigInt(host);
    return cidrAt(4, inTen - (inTen % size), prefix).text;
  });

describe("AWS subnets", () => {
  it("are a private, a public and a transit one for each zone", () => {
    const cut = subnets({ nodes: "10.64.0.0/20" }, ["eu-west-1a", "eu-west-1b"]);
    assert.deepEqual(
      cut.map(({ name, role, zone, range }) => `${name} ${role} ${zone} ${range}`),
      [
        "nodes-a nodes eu-west-1a 10.64.0.0/23",
        "nodes-b nodes eu-west-1b 10.64.2.0/23",
        "public-a public eu-west-1a 10.64.12.0/26",
        "public-b public eu-west-1b 10.64.12.64/26",
        "transit-a transit eu-west-1a 10.64.14.0/28",
        "transit-b transit eu-west-1b 10.64.14.16/28",
      ],
    );
  });

  it("lie in the network, apart from one another, and are no smaller than AWS takes", () => {
    fc.assert(
      fc.property(range, zones, (nodes, chosen) => {
        const cut = subnets({ nodes }, chosen).map((subnet) => cidr(subnet.range));
        cut.forEach((subnet, index) => {
          assert.ok(contains(cidr(nodes), subnet) && subnet.prefix <= 28);
          assert.ok(cut.slice(index + 1).every((other) => !overlaps(subnet, other)));
        });
      }),
    );
  });

  it("stay where they are when a zone is added or the order changes", () => {
    fc.assert(
      fc.property(range, zones, zone, (nodes, chosen, added) => {
        const before = subnets({ nodes }, chosen);
        const after = subnets({ nodes }, [
          added,
          ...[...chosen].reverse().filter((other) => other !== added),
        ]);
        for (const subnet of before) {
          assert.deepEqual(
            after.find(({ name }) => name === subnet.name),
            subnet,
          );
        }
      }),
    );
  });

  const chosen = ["eu-west-1a", "eu-west-1b"];
  it("need a network of at least a /22", () => {
    assert.throws(() => subnets({ nodes: "10.64.0.0/23" }, chosen), {
      name: "InputError",
      message: /^ranges\.nodes: 10\.64\.0\.0\/23 is too small .* \/22 or larger\.$/,
    });
  });

  it("need a network that is a range", () => {
    assert.throws(() => subnets({ nodes: "10.64.0.1/20" }, chosen), { message: /10\.64\.0\.0\/20/ });
    assert.throws(() => subnets({ nodes: "fd00::/20" }, chosen), { name: "InputError" });
  });

  it("need two zones", () => {
    assert.throws(() => subnets({ nodes: "10.64.0.0/20" }, ["eu-west-1a", "eu-west-1a"]), {
      message: /^zones: /,
    });
  });
});
