import assert from "node:assert/strict";
import { InputError } from "../../../network/errors";
import { readSpec } from "../../../network/spec/read";
import { readSpecText } from "../../../network/spec/yaml";

const members = {
  dublin: { cloud: "aws", region: "eu-west-1" },
  frankfurt: { cloud: "gcp", region: "europe-west3" },
};

/** The messages of a refusal, each with its path. */
function faults(spec: unknown): string[] {
  try {
    readSpec(spec);
  } catch (error) {
    if (error instanceof InputError) return error.faults.map((fault) => `${fault.path}: ${fault.message}`);
    throw error;
  }
  return [];
}

describe("a spec", () => {
  it("is taken as it is when all is well, one range standing for a list of one", () => {
    const spec = readSpec({ supernet: "10.64.0.0/10", members });
    assert.deepEqual(spec.supernet, ["10.64.0.0/10"]);
    assert.deepEqual(Object.keys(spec.members), ["dublin", "frankfurt"]);
  });

  const refusals: [string, unknown, RegExp][] = [
    [
      "an unknown key, naming the one that was meant",
      { members: { a: { cloud: "aws", regoin: "eu-west-1" } } },
      /^members\.a\.regoin: unknown key; did you mean region\?$/,
    ],
    [
      "a cloud that there is not",
      { members: { a: { cloud: "amazon", region: "eu-west-1" } } },
      /^members\.a\.cloud: "amazon" is none of the choices; choose aws, gcp, azure, site$/,
    ],
    [
      "a region of another cloud",
      { members: { a: { cloud: "gcp", region: "eu-west-1" } } },
      /^members\.a\.region: "eu-west-1" is no region of gcp; it is one of aws$/,
    ],
    [
      "a misspelt region, naming the one that was meant",
      { members: { a: { cloud: "aws", region: "eu-wst-1" } } },
      /did you mean "eu-west-1"\?$/,
    ],
    ["a missing region", { members: { a: { cloud: "azure" } } }, /^members\.a\.region: is required/],
    [
      "a range with host bits, telling the range",
      { members: { a: { ...members.dublin, pods: "10.0.0.1/16" } } },
      /^members\.a\.pods: .*10\.0\.0\.0\/16/,
    ],
    ["a range with leading zeros", { supernet: "010.0.0.0/8", members }, /^supernet\.0: /],
    ["a range of no form", { reserved: ["ten"], members }, /^reserved\.0: /],
    [
      "a tier that is not defined",
      { members, traffic: [{ from: "dublin", to: "frankfurt", tier: "gold" }] },
      /^traffic\.0\.tier: gold is no tier; no tier is defined$/,
    ],
    [
      "traffic of a member that there is not",
      { members, traffic: [{ from: "dublin", to: "frankfrt" }] },
      /^traffic\.0\.to: frankfrt is no member; did you mean frankfurt\?$/,
    ],
    [
      "a member that talks to itself",
      { members, traffic: [{ from: "dublin", to: "dublin" }] },
      /^traffic\.0\.to: dublin talks to itself/,
    ],
    [
      "a link of a member with itself",
      { members, topology: { kind: "links", links: [{ a: "dublin", b: "dublin" }] } },
      /^topology\.links\.0: links dublin with itself/,
    ],
    ["a hub without a name", { members, topology: { kind: "hub" } }, /^topology\.hub: is required/],
    [
      "a duration without a unit",
      { members, tiers: { gold: { rtt: "40" } } },
      /^tiers\.gold\.rtt: a duration is a number with ms or s/,
    ],
    [
      "a port of no form",
      { members, traffic: [{ from: "dublin", to: "frankfurt", ports: ["70000/tcp"] }] },
      /^traffic\.0\.ports\.0: a port is like 443\/tcp/,
    ],
    [
      "fewer than two zones",
      { members: { a: { ...members.dublin, zones: ["eu-west-1a"] } } },
      /^members\.a\.zones: give at least two zones$/,
    ],
    [
      "more nodes at least than at most",
      { members: { a: { ...members.dublin, nodes: { min: 9, max: 3 } } } },
      /^members\.a\.nodes\.min: 9 is more than nodes\.max, 3$/,
    ],
    [
      "a name that no cluster may have",
      { members: { Dublin_1: members.dublin } },
      /^members\.Dublin_1: a name is 1-32 lowercase/,
    ],
    [
      "an account of another cloud",
      { members: { a: { ...members.dublin, account: { project: "my-project" } } } },
      /^members\.a\.account\.project: an account of aws has roleArn$/,
    ],
    [
      "a key that is for another cloud",
      { members: { a: { ...members.dublin, controlPlane: "10.0.0.0/28" } } },
      /^members\.a\.controlPlane: is only for gcp, and a is aws$/,
    ],
    [
      "a site without an address",
      {
        members: {
          ...members,
          office: { cloud: "site", ranges: ["192.168.0.0/22"], gateway: { asn: 64900 } },
        },
      },
      /^members\.office\.gateway\.address: is required for a site/,
    ],
    [
      "a member with IPv6 pods",
      { members: { a: { ...members.dublin, pods: "fd00:1::/64" } } },
      /^members\.a\.pods: fd00:1::\/64 is IPv6; members are IPv4 only so far/,
    ],
    [
      "nodes in IPv6",
      { members: { a: { ...members.dublin, nodes: { range: "2001:db8::/56" } } } },
      /^members\.a\.nodes\.range: 2001:db8::\/56 is IPv6/,
    ],
    [
      "services in IPv6",
      { members: { a: { ...members.dublin, services: "fd00:2::/108" } } },
      /^members\.a\.services: fd00:2::\/108 is IPv6; members are IPv4 only so far: IPv6-only and dual-stack/,
    ],
    [
      "an existing network that is to be used in both IP versions",
      {
        members: {
          a: {
            ...members.dublin,
            nodes: { range: "10.10.64.0/20" },
            existing: {
              network: { id: "vpc-0123456789abcdef0", ranges: ["10.10.0.0/16", "2600:1f18::/56"] },
            },
          },
        },
      },
      /^members\.a\.existing\.network\.ranges\.1: 2600:1f18::\/56 is IPv6; .* dual-stack ones are not built yet$/,
    ],
    ["an IPv6 supernet", { supernet: ["fd00::/48"], members }, /^supernet\.0: fd00::\/48 is IPv6/],
    ["no members", { members: {} }, /^members: is empty/],
    ["no mesh at all", "hello", /must be a map/],
    [
      "a number where text must be",
      { members: { a: { cloud: "aws", region: 5 } } },
      /^members\.a\.region: must be text$/,
    ],
  ];
  for (const [what, spec, message] of refusals) {
    it(`is refused for ${what}`, () => {
      const found = faults(spec);
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0] ?? "", message);
    });
  }

  it("has all its faults told at once, those of meaning beside those of form", () => {
    const found = faults({
      supernett: "10.0.0.0/8",
      members: {
        ...members,
        a: { cloud: "aws", region: "mars-1" },
        b: { cloud: "aws", region: "eu-west-1", pods: "x" },
      },
      traffic: [{ from: "dublin", to: "nobody" }],
    });
    assert.deepEqual(found.map((line) => line.split(":")[0]).sort(), [
      "members.a.region",
      "members.b.pods",
      "supernett",
      "traffic.0.to",
    ]);
  });
});

describe("a spec in a file", () => {
  const refused = (text: string): string[] => {
    try {
      readSpecText({ file: "mesh.yaml", text });
    } catch (error) {
      if (error instanceof InputError) return error.message.split("\n");
      throw error;
    }
    return [];
  };

  it("has each fault placed by line and column, in the order of the file", () => {
    const lines = refused(
      [
        "members:",
        "  dublin:",
        "    cloud: aws",
        "    region: mars",
        "    pods: 10.0.0.1/8",
        "tires: {}",
      ].join("\n"),
    );
    assert.equal(lines.length, 3);
    assert.match(lines[0] ?? "", /^mesh\.yaml:4:13: members\.dublin\.region: /);
    assert.match(lines[1] ?? "", /^mesh\.yaml:5:11: members\.dublin\.pods: /);
    assert.match(lines[2] ?? "", /^mesh\.yaml:6:1: tires: unknown key; did you mean tiers\?/);
  });

  it("may be a stack's configuration, with paths inside the mesh and lines of the file", () => {
    const [line] = refused(
      "config:\n  isthmus:mesh:\n    members:\n      dublin: { cloud: aws, region: mars }\n",
    );
    assert.match(line ?? "", /^mesh\.yaml:4:37: members\.dublin\.region: /);
  });

  it("is refused where it is not YAML, with the line", () => {
    assert.match(refused("members: [\n")[0] ?? "", /^mesh\.yaml:\d+:\d+: not YAML: /);
  });

  it("is refused where a few lines stand for millions", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ...["b", "c", "d", "e", "f", "g"].map((key, index) => {
        const before = String.fromCharCode(key.charCodeAt(0) - 1);
        return `${key}: &${key} [${Array(9).fill(`*${before}`).join(",")}]${index < 0 ? "" : ""}`;
      }),
    ].join("\n");
    assert.match(refused(bomb)[0] ?? "", /alias/i);
  });
});
