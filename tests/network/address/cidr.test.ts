import assert from "node:assert/strict";
import fc from "fast-check";
import { Address4, Address6 } from "ip-address";
import {
  addressIn,
  type Cidr,
  cidr,
  cidrAt,
  contains,
  hostOf,
  nthSubnet,
  overlaps,
  parseCidr,
  subdivide,
} from "../../../network/address/cidr";

const v4Text = fc
  .tuple(
    fc.array(fc.oneof(fc.nat(300), fc.constantFrom("00", "01", "")), { minLength: 3, maxLength: 5 }),
    fc.nat(40),
  )
  .map(([octets, prefix]) => `${octets.join(".")}/${prefix}`);

const v4Range = fc
  .tuple(fc.nat(2 ** 32 - 1), fc.nat(32))
  .map(([value, prefix]) => cidrAt(4, BigInt(value - (value % 2 ** (32 - prefix))), prefix));

const v6Range = fc
  .tuple(fc.bigInt(0n, 2n ** 128n - 1n), fc.nat(95))
  .map(([value, prefix]) => cidrAt(6, value - (value % (1n << BigInt(128 - prefix))), prefix));

describe("a range in canonical text", () => {
  it("is read in IPv4", () => {
    assert.deepEqual(parseCidr("10.64.0.0/10"), {
      text: "10.64.0.0/10",
      version: 4,
      first: 0x0a400000n,
      last: 0x0a7fffffn,
      prefix: 10,
    });
  });

  it("is read in IPv6", () => {
    const range = cidr("fd00:1::/32");
    assert.deepEqual([range.version, range.prefix, range.last - range.first], [6, 32, 2n ** 96n - 1n]);
  });

  it("is read at both ends of what there is", () => {
    for (const text of ["0.0.0.0/0", "255.255.255.255/32", "::/0", "::/128"])
      assert.equal(cidr(text).text, text);
  });

  it("agrees with ip-address on every IPv4 text that is canonical, and refuses every other", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          v4Text,
          v4Range.map((range) => range.text),
        ),
        (text) => {
          const parsed = parseCidr(text);
          const expected = oracle4(text);
          if ("fault" in parsed) assert.equal(expected, undefined, text);
          else assert.deepEqual(parsed, expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("agrees with ip-address on IPv6", () => {
    fc.assert(
      fc.property(v6Range, (range) => {
        const address = new Address6(range.text);
        const parsed = cidr(range.text);
        assert.equal(parsed.first, address.startAddress().bigInt());
        assert.equal(parsed.last, address.endAddress().bigInt());
      }),
    );
  });

  it("throws what is wrong where it was thought to be known", () => {
    assert.throws(
      () => cidr("10.0.0.1/16"),
      /^RangeError: 10\.0\.0\.1\/16 has host bits set; the range is 10\.0\.0\.0\/16$/,
    );
  });
});

describe("arithmetic on ranges", () => {
  it("tells that one holds another, or shares an address with it", () => {
    fc.assert(
      fc.property(v4Range, v4Range, (a, b) => {
        assert.equal(overlaps(a, b), contains(a, b) || contains(b, a));
      }),
    );
    assert.equal(overlaps(cidr("::/0"), cidr("0.0.0.0/0")), false);
  });

  it("tells whether an address lies in a range", () => {
    assert.equal(addressIn("10.64.0.10", cidr("10.64.0.0/24")), true);
    assert.equal(addressIn("10.64.1.0", cidr("10.64.0.0/24")), false);
    assert.equal(addressIn("fd00::1", cidr("0.0.0.0/0")), false);
    assert.equal(addressIn("not an address", cidr("0.0.0.0/0")), false);
  });

  it("counts addresses from the beginning and from the end", () => {
    const range = cidr("169.254.21.4/30");
    assert.deepEqual(
      [hostOf(range, 1), hostOf(range, 2), hostOf(range, -1)],
      ["169.254.21.5", "169.254.21.6", "169.254.21.7"],
    );
    assert.throws(() => hostOf(range, 4), RangeError);
    assert.throws(() => hostOf(range, -5), RangeError);
  });

  it("cuts a range into subnets, the nth alone or all in order", () => {
    const range = cidr("10.64.0.0/20");
    assert.equal(nthSubnet(range, 22, 3).text, "10.64.12.0/22");
    const all = [...subdivide(range, 22)];
    assert.deepEqual(
      all,
      [0, 1, 2, 3].map((n) => nthSubnet(range, 22, n)),
    );
    assert.deepEqual([...subdivide(range, 19)], []);
    for (const [prefix, n] of [
      [22, 4],
      [22, -1],
      [19, 0],
      [33, 0],
    ] as const) {
      assert.throws(() => nthSubnet(range, prefix, n), RangeError);
    }
  });

  it("hands out the subnets of a whole IPv6 network one by one", () => {
    const first = subdivide(cidr("fd00::/8"), 64).next().value;
    assert.equal(first?.text, "fd00::/64");
  });
});

/** What ip-address says, held to the canonical spelling. */
function oracle4(text: string): Cidr | undefined {
  if (!Address4.isValid(text)) return undefined;
  const address = new Address4(text);
  const first = address.startAddress();
  if (`${first.correctForm()}/${address.subnetMask}` !== text) return undefined;
  return {
    text,
    version: 4,
    first: first.bigInt(),
    last: address.endAddress().bigInt(),
    prefix: address.subnetMask,
  };
}
