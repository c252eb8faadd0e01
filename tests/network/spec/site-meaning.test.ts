import assert from "node:assert/strict";
import { InputError } from "../../../network/errors";
import { readSpec } from "../../../network/spec/read";

const dublin = { cloud: "aws", region: "eu-west-1" };
const office = {
  cloud: "site",
  ranges: ["192.168.40.0/22"],
  gateway: { address: "203.0.113.7", asn: 64900 },
};

function faults(site: unknown, more: Record<string, unknown> = {}): string[] {
  try {
    readSpec({ members: { dublin, office: site }, ...more });
  } catch (error) {
    if (error instanceof InputError) return error.message.split("\n");
    throw error;
  }
  return [];
}

const gateway = (changes: Record<string, unknown>) => ({ ...office, gateway: { asn: 64900, ...changes } });

describe("a site in a spec", () => {
  it("is taken with one device or with two, with or without a location, and with an ASN of any size", () => {
    assert.deepEqual(faults(office), []);
    assert.deepEqual(faults(gateway({ addresses: ["203.0.113.7", "203.0.113.8"] })), []);
    assert.deepEqual(faults({ ...office, location: { latitude: 53.34, longitude: -6.27 } }), []);
    assert.deepEqual(faults(gateway({ address: "203.0.113.7", asn: 4_200_000_001 })), []);
    assert.deepEqual(faults(gateway({ address: "203.0.113.7", asn: 3320 })), []);
  });

  const refusals: [string, unknown, RegExp][] = [
    [
      "ranges that are missing",
      { ...office, ranges: [] },
      /^members\.office\.ranges: is required for a site/,
    ],
    [
      "an ASN that is missing",
      { ...office, gateway: { address: "203.0.113.7" } },
      /^members\.office\.gateway\.asn: is required for a site/,
    ],
    [
      "one address beside two",
      gateway({ address: "203.0.113.7", addresses: ["203.0.113.8", "203.0.113.9"] }),
      /^members\.office\.gateway\.addresses: stands beside address; give one of the two$/,
    ],
    [
      "three devices",
      gateway({ addresses: ["203.0.113.7", "203.0.113.8", "203.0.113.9"] }),
      /^members\.office\.gateway\.addresses: give the addresses of two devices/,
    ],
    [
      "two devices of one address",
      gateway({ addresses: ["203.0.113.7", "203.0.113.7"] }),
      /^members\.office\.gateway\.addresses\.1: 203\.0\.113\.7 is given twice, of office too/,
    ],
    [
      "a private address",
      gateway({ address: "192.168.40.1" }),
      /^members\.office\.gateway\.address: 192\.168\.40\.1 is private \(RFC 1918\); a cloud reaches a public IPv4 address only$/,
    ],
    [
      "an address of a provider's own",
      gateway({ address: "100.64.3.4" }),
      /^members\.office\.gateway\.address: 100\.64\.3\.4 is a provider's own/,
    ],
    [
      "an address that is none",
      gateway({ address: "office.example" }),
      /^members\.office\.gateway\.address: an IPv4/,
    ],
    [
      "an address of IPv6",
      gateway({ address: "2001:db8::7" }),
      /^members\.office\.gateway\.address: 2001:db8::7 is IPv6, and links are made over IPv4 only so far;/,
    ],
    [
      "an address inside its own ranges",
      { ...office, ranges: ["203.0.113.0/24"] },
      /^members\.office\.gateway\.address: 203\.0\.113\.7 is inside 203\.0\.113\.0\/24, a range of office; its tunnels/,
    ],
    [
      "everywhere as a range",
      { ...office, ranges: ["0.0.0.0/0"] },
      /^members\.office\.ranges\.0: 0\.0\.0\.0\/0 is everywhere, and no default route is told/,
    ],
    [
      "a range of IPv6",
      { ...office, ranges: ["fd00::/48"] },
      /^members\.office\.ranges\.0: fd00::\/48 is IPv6/,
    ],
    [
      "an ASN that stands for nobody",
      gateway({ address: "203.0.113.7", asn: 23456 }),
      /^members\.office\.gateway\.asn: 23456 is AS_TRANS/,
    ],
    ["an ASN that there is not", gateway({ address: "203.0.113.7", asn: 0 }), /asn: an ASN is 1-4294967294$/],
    [
      "a gateway subnet",
      gateway({ address: "203.0.113.7", range: "10.0.0.0/27" }),
      /^members\.office\.gateway\.range: is only for azure, and office is site$/,
    ],
    [
      "a place that is not on Earth",
      { ...office, location: { latitude: 91, longitude: 0 } },
      /^members\.office\.location\.latitude: a latitude is -90 to 90 degrees$/,
    ],
    [
      "half a place",
      { ...office, location: { latitude: 48 } },
      /^members\.office\.location\.longitude: is required/,
    ],
  ];
  for (const [what, site, message] of refusals) {
    it(`is refused for ${what}`, () => {
      const found = faults(site);
      const told = found.filter((line) => message.test(line));
      assert.equal(told.length, 1, found.join("\n"));
    });
  }

  it("is refused an address inside another member's range, the supernet, and of another site", () => {
    const depot = { ...office, ranges: ["192.168.80.0/22"], gateway: { ...office.gateway, asn: 64901 } };
    const found = faults(office, { members: { dublin, office, depot } });
    assert.deepEqual(found, [
      "members.depot.gateway.address: 203.0.113.7 is given twice, of office too; give each device its own",
    ]);
    assert.match(
      faults(office, { supernet: ["203.0.112.0/20"] })[0] ?? "",
      /^members\.office\.gateway\.address: 203\.0\.113\.7 is inside 203\.0\.112\.0\/20, the mesh's supernet; its tunnels/,
    );
    assert.match(
      faults(office, { members: { dublin: { ...dublin, pods: "203.0.113.0/24" }, office } })[0] ?? "",
      /^members\.office\.gateway\.address: 203\.0\.113\.7 is inside 203\.0\.113\.0\/24, a range of dublin/,
    );
  });

  it("is refused traffic with another site, by name, and with nobody else", () => {
    const depot = { ...office, ranges: ["192.168.80.0/22"], gateway: { address: "203.0.113.9", asn: 64901 } };
    const traffic = [
      { from: "dublin", to: "office" },
      { from: "depot", to: "dublin" },
      { from: "office", to: "depot", ports: ["443/tcp"] },
    ];
    assert.deepEqual(faults(office, { members: { dublin, office, depot }, traffic }), [
      "traffic.2.to: office and depot are both sites, and isthmus carries nothing between sites; name a member in a cloud",
    ]);
  });

  it("is refused each key that makes no sense on one, by name", () => {
    const senseless: Record<string, unknown> = {
      region: "eu-west-1",
      zones: ["a", "b"],
      kubernetes: "1.35",
      nodes: { max: 3 },
      pods: "10.0.0.0/16",
      services: "10.1.0.0/20",
      controlPlane: "10.2.0.0/28",
      account: { project: "my-project" },
      api: { access: [] },
      agent: { version: "1.19.6" },
      tags: { team: "net" },
    };
    for (const [key, value] of Object.entries(senseless)) {
      const found = faults({ ...office, [key]: value });
      assert.equal(found.length, 1, `${key}: ${found.join("\n")}`);
      assert.match(
        found[0] ?? "",
        new RegExp(`^members\\.office\\.${key}: is only for .*, and office is site$`),
      );
    }
  });

  it("is not taken alone, nor is its own where a member is in a cloud", () => {
    const message = (spec: unknown) => {
      try {
        readSpec(spec);
      } catch (error) {
        return error instanceof InputError ? error.message : String(error);
      }
      return "";
    };
    assert.match(message({ members: { office } }), /^members: has sites only/);
    for (const [key, value] of [
      ["location", { latitude: 1, longitude: 1 }],
      ["ranges", ["10.0.0.0/16"]],
    ] as const) {
      const told = message({ members: { dublin: { ...dublin, [key]: value } } });
      assert.match(told, new RegExp(`^members\\.dublin\\.${key}: is only for site, and dublin is aws$`));
    }
    assert.match(
      message({ members: { dublin: { ...dublin, gateway: { addresses: ["203.0.113.7", "203.0.113.8"] } } } }),
      /^members\.dublin\.gateway\.addresses: is only for site/,
    );
    assert.match(
      message({ members: { dublin: { ...dublin, gateway: { asn: 3320 } } } }),
      /^members\.dublin\.gateway\.asn: an ASN of the mesh is 64512-65514/,
    );
  });
});
