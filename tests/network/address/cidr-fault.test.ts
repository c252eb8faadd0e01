import assert from "node:assert/strict";
import fc from "fast-check";
import { parseCidr } from "../../../network/address/cidr";

const REFUSED: Record<string, string> = {
  "10.0.0.1/16": "10.0.0.1/16 has host bits set; the range is 10.0.0.0/16",
  "10.0.0.0": "10.0.0.0 lacks a length; write 10.0.0.0/32 for this one address",
  "10.0/16": "10.0/16 lacks octets; write 10.0.0.0/16",
  "010.0.0.0/8": "010.0.0.0/8 is not canonical, and read differently by different programs; write 10.0.0.0/8",
  "10.0.0.0/08": "10.0.0.0/08 is not canonical, and read differently by different programs; write 10.0.0.0/8",
  " 10.0.0.0/8":
    '" 10.0.0.0/8" is not canonical, and read differently by different programs; write 10.0.0.0/8',
  "10.0.300.0/24": "10.0.300.0/24 is no IPv4 range: 300 is more than 255",
  "10.0.0.0/33": "10.0.0.0/33 has a length over 32; an IPv4 range is /0 to /32",
  "fd00::1/8": "fd00::1/8 has host bits set; the range is fd00::/8",
  "FD00::/8": "FD00::/8 is not canonical; write fd00::/8",
  "fd00::": "fd00:: lacks a length; write fd00::/128 for this one address",
  "fd00::/129": "fd00::/129 has a length over 128; an IPv6 range is /0 to /128",
  "::ffff:10.0.0.0/104": "::ffff:10.0.0.0/104 is IPv4 inside IPv6; write 10.0.0.0/8",
  "fe80::%eth0/64": "fe80::%eth0/64 has a zone, %eth0; a range has none: leave it out",
  "": '"" is no address range; write a range as 10.0.0.0/16 or fd00::/48',
  "10.0.0.0/255.0.0.0": "10.0.0.0/255.0.0.0 is no address range; write a range as 10.0.0.0/16 or fd00::/48",
  "1::2::3/64": "1::2::3/64 is no address range; write a range as 10.0.0.0/16 or fd00::/48",
  "10.0.0.0/8/8": "10.0.0.0/8/8 is no address range; write a range as 10.0.0.0/16 or fd00::/48",
  "dublin\n": '"dublin\\n" is no address range; write a range as 10.0.0.0/16 or fd00::/48',
};

describe("a range that is refused", () => {
  for (const [text, fault] of Object.entries(REFUSED)) {
    it(`says what is wrong and what would be right: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseCidr(text), { fault });
    });
  }

  it("is one short line, whatever was written", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 500 }), fc.ipV6(), fc.ipV4Extended()), (text) => {
        const parsed = parseCidr(text);
        assert("fault" in parsed);
        assert.match(parsed.fault, /^[^\n]{10,500}$/);
      }),
    );
  });

  it("tells a range that is accepted", () => {
    fc.assert(
      fc.property(fc.tuple(fc.ipV4(), fc.nat(32)), ([address, prefix]) => {
        const parsed = parseCidr(`${address}/${prefix}`);
        if (!("fault" in parsed)) return;
        const told = parsed.fault.split(" ").at(-1) ?? "";
        assert(!("fault" in parseCidr(told)), parsed.fault);
      }),
    );
  });
});
