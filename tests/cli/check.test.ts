import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, isthmus, type Run, specText } from "./isthmus";

/** Checks a spec of its own and gives the verdict. */
function check(spec: string, ...args: string[]): Run & { verdict: Verdict } {
  const file = join(folder({ "mesh.json": spec }), "mesh.json");
  const run = isthmus(["check", "--spec", file, "--json", ...args]);
  return { ...run, verdict: JSON.parse(run.out || '{"violations":[]}') as Verdict };
}

interface Verdict {
  ok: boolean;
  resources: number;
  violations: {
    rule: string;
    level: string;
    severity: string;
    message: string;
    urn: string;
    related: string[];
  }[];
  unknowns: { urn: string; property: string }[];
}

describe("isthmus check", () => {
  for (const stack of ["dev", "staging", "prod"]) {
    it(`finds nothing mandatory broken in ${stack}, without account, credential or network`, () => {
      const run = isthmus(["check", "--stack", stack]);
      assert.equal(run.code, 0, run.out + run.err);
      assert.match(run.out, /^member +cloud +region/m);
      assert.match(run.out, /^link +joined by +tunnels +round trip/m);
      assert.match(run.out, /^0 mandatory violations \((\d+ advisory, )?\d+ resources\)$/m);
    });
  }

  it("names both ends of an overlap, and finds all else that is wrong in the same run", () => {
    const { code, verdict } = check(
      specText({
        members: {
          dublin: { cloud: "aws", region: "eu-west-1", pods: "10.80.0.0/16" },
          frankfurt: { cloud: "gcp", region: "europe-west3", pods: "10.80.128.0/17" },
          amsterdam: { cloud: "azure", region: "westeurope", services: "172.30.0.0/20" },
        },
        tiers: { gold: { rtt: "1ms" } },
        agent: { encryption: "none" },
      }),
    );
    assert.equal(code, 1);
    const rules = new Set(verdict.violations.map((violation) => violation.rule));
    for (const rule of [
      "address-ranges-disjoint",
      "address-ranges-allowed",
      "latency-tier-met",
      "encryption-agent-enabled",
    ]) {
      assert.ok(rules.has(rule), `${rule} among ${[...rules].join(", ")}`);
    }
    const overlap = verdict.violations.find((violation) => violation.rule === "address-ranges-disjoint");
    assert.match(overlap?.message ?? "", /dublin/);
    assert.match(overlap?.message ?? "", /frankfurt/);
  });

  it("tells each fault once, whichever gates found it", () => {
    const members = JSON.parse(specText()).members;
    members.dublin.pods = "172.31.0.0/17";
    const { verdict } = check(specText({ members, tiers: { gold: { rtt: "1ms" } } }));
    assert.equal(verdict.violations.filter(({ rule }) => rule === "address-ranges-allowed").length, 1);
    const messages = verdict.violations.map((violation) => `${violation.rule} ${violation.message}`);
    assert.equal(new Set(messages).size, messages.length);
    assert.equal(verdict.violations.filter((violation) => violation.rule === "latency-tier-met").length, 1);
  });

  it("refuses a weak cipher in a gateway of the program's own", () => {
    const components = JSON.stringify(join(__dirname, "../../dist/components"));
    const aws = JSON.stringify(require.resolve("@pulumi/aws/ec2"));
    const project = folder({
      "Pulumi.yaml": "name: mine\nruntime: nodejs\n",
      "Pulumi.dev.yaml": "config: {}\n",
      "index.js": `
        const { EksCluster } = require(${components});
        const { VpnConnection, CustomerGateway } = require(${aws});
        const cluster = new EksCluster("dublin", {
          region: "eu-west-1",
          ranges: { nodes: "10.64.0.0/20", pods: "10.80.0.0/17", services: "10.96.0.0/20" },
          gateway: { asn: 64512 },
        });
        const peer = new CustomerGateway("peer", { bgpAsn: "64600", ipAddress: "203.0.113.7", type: "ipsec.1" });
        new VpnConnection("weak", {
          customerGatewayId: peer.id, transitGatewayId: cluster.gateway.id, type: "ipsec.1",
          tunnel1IkeVersions: ["ikev1"], tunnel1Phase1DhGroupNumbers: [2], tunnel1Phase1EncryptionAlgorithms: ["AES128"],
        });`,
    });
    const run = isthmus(["check", "--json"], project);
    assert.equal(run.code, 1, run.err);
    const rules = (JSON.parse(run.out) as Verdict).violations.map((violation) => violation.rule);
    assert.ok(rules.includes("encryption-vpn-ikev2"));
    assert.ok(rules.includes("encryption-vpn-strong"));
  });

  it("follows a policy configuration as Pulumi would", () => {
    const config = join(folder({ "policy.json": '{ "latency-tier-met": "disabled" }' }), "policy.json");
    const { code, verdict } = check(specText({ tiers: { gold: { rtt: "1ms" } } }), "--policy-config", config);
    assert.deepEqual(
      verdict.violations.filter((violation) => violation.level === "mandatory"),
      [],
    );
    assert.equal(code, 0);
  });

  it("keeps a resource policy's word where its stack rule is set to a lower level", () => {
    const members = JSON.parse(specText()).members;
    members.dublin.pods = "172.31.0.0/17";
    const config = join(folder({ "policy.json": '{ "address-ranges-allowed": "advisory" }' }), "policy.json");
    const { code, verdict } = check(specText({ members }), "--policy-config", config);
    assert.equal(code, 1);
    assert.deepEqual(
      [...new Set(verdict.violations.map(({ rule, level }) => `${level} ${rule}`))],
      ["mandatory address-ranges-allowed", "advisory address-ranges-allowed"],
    );
  });

  it("dumps what was registered, with unknown values marked and no secret in it", () => {
    const place = folder({ "mesh.json": specText() });
    const dump = join(place, "dump.json");
    assert.equal(isthmus(["check", "--spec", join(place, "mesh.json"), "--dump", dump]).code, 0);
    const text = readFileSync(dump, "utf8");
    const resources = JSON.parse(text) as { urn: string; type: string; props: Record<string, unknown> }[];
    assert.ok(resources.some((resource) => resource.type === "isthmus:index:Mesh"));
    assert.ok(text.includes("04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
    const keys = resources.filter((resource) => resource.type === "aws:ec2/vpnConnection:VpnConnection");
    assert.ok(keys.length > 0);
    for (const { props } of keys)
      assert.equal(JSON.stringify(props.tunnel1PresharedKey).includes('"value"'), false);
  });

  it("says the same in the same bytes, however the spec is ordered", () => {
    const members = {
      amsterdam: { cloud: "azure", region: "westeurope" },
      frankfurt: { cloud: "gcp", region: "europe-west3" },
      dublin: { cloud: "aws", region: "eu-west-1" },
    };
    assert.equal(check(specText({ members })).out, check(specText()).out);
  });

  it("says that a lock is missing, and makes no file", () => {
    const place = folder({ "mesh.json": specText() });
    const run = isthmus(["check", "--spec", join(place, "mesh.json")]);
    assert.equal(run.code, 0, run.err);
    assert.match(run.out, /mesh\.lock\.yaml does not exist: they were made in memory/);
    assert.throws(() => readFileSync(join(place, "mesh.lock.yaml")));
  });
});

describe("isthmus, given something that it cannot understand,", () => {
  const refusals: [string, (place: string) => string[], RegExp][] = [
    [
      "a stack that does not exist",
      () => ["check", "--stack", "prd"],
      /^isthmus: --stack: there is no stack prd .*did you mean prod\?$/,
    ],
    [
      "a file that does not exist",
      (place) => ["check", "--spec", join(place, "none.yaml")],
      /none\.yaml: no such file$/,
    ],
    ["a folder for a file", (place) => ["plan", "--spec", place], /is a folder, not a file$/],
    [
      "a spec that is not YAML",
      (place) => ["plan", "--spec", write(place, "members: [")],
      /^isthmus: .*spec\.yaml:1:\d+: not YAML/,
    ],
    [
      "an unknown key",
      (place) => ["check", "--spec", write(place, "mebers: {}\n")],
      /unknown key; did you mean members\?/,
    ],
    [
      "ten thousand members",
      (place) => ["plan", "--write", "--spec", write(place, manyMembers())],
      /^isthmus: members: there are 10000, .* at most \d+/,
    ],
    [
      "a lock that is not YAML",
      (place) => [
        "check",
        "--spec",
        write(place, specText()),
        "--lock",
        write(place, "ranges: [", "bad.yaml"),
      ],
      /bad\.yaml:1:\d+/,
    ],
    [
      "a lock that is not there",
      (place) => ["check", "--spec", write(place, specText()), "--lock", join(place, "none.yaml")],
      /none\.yaml: no such file$/,
    ],
    [
      "two sources",
      (place) => ["plan", "--stack", "dev", "--spec", write(place, specText())],
      /give one of them$/,
    ],
    [
      "a pair that nothing joins",
      (place) => ["plan", "--spec", write(place, twoSites())],
      /depot and office are both sites/,
    ],
    [
      "a policy that does not exist",
      (place) => [
        "check",
        "--spec",
        write(place, specText()),
        "--policy-config",
        write(place, '{"no-such-rule":"disabled"}', "p.json"),
      ],
      /no-such-rule/,
    ],
    [
      "a rule that does not exist",
      () => ["explain", "latency-tier-mt"],
      /there is no rule latency-tier-mt; did you mean latency-tier-met\?$/,
    ],
    [
      "a dump into a file as if it were a folder",
      (place) => [
        "check",
        "--spec",
        write(place, specText()),
        "--dump",
        join(write(place, "{}", "p.json"), "dump.json"),
      ],
      /cannot be written: a part of the path is no folder$/,
    ],
    ["an unknown option", () => ["plan", "--wrte"], /unknown option '--wrte'/],
    ["an unknown command", () => ["chek"], /unknown command 'chek'/],
  ];
  for (const [what, args, message] of refusals) {
    it(`says so in one clear line for ${what}, exits with 2 and writes nothing`, () => {
      const place = folder({});
      const run = isthmus(args(place));
      assert.equal(run.code, 2, run.out + run.err);
      assert.equal(run.out, "");
      const lines = run.err
        .trim()
        .split("\n")
        .filter((line) => !/^(running|judging)|Did you mean|--help/.test(line));
      assert.equal(lines.length, 1, run.err);
      assert.match(lines[0] ?? "", message);
      assert.throws(() => readFileSync(join(place, "spec.lock.yaml")));
    });
  }

  it("names both entries of a lock that was edited into an overlap", () => {
    const place = folder({ "mesh.json": specText() });
    const spec = join(place, "mesh.json");
    assert.equal(isthmus(["plan", "--write", "--spec", spec]).code, 0);
    const lock = join(place, "mesh.lock.yaml");
    const text = readFileSync(lock, "utf8");
    const range = /dublin\/pods: (\S+)/.exec(text)?.[1] ?? "";
    const edited = text.replace(/frankfurt\/pods: \S+/, `frankfurt/pods: ${range}`);
    writeFileSync(lock, edited);
    const run = isthmus(["check", "--spec", spec]);
    assert.equal(run.code, 2);
    assert.match(run.err, /dublin\/pods/);
    assert.match(run.err, /frankfurt\/pods/);
    assert.equal(readFileSync(lock, "utf8"), edited);
  });

  function write(place: string, text: string, name = "spec.yaml"): string {
    const file = join(place, name);
    writeFileSync(file, text);
    return file;
  }

  function manyMembers(): string {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `  m${index}: { cloud: aws, region: eu-west-1 }`,
    );
    return `members:\n${lines.join("\n")}\n`;
  }

  function twoSites(): string {
    const site = (range: string, address: string) => ({
      cloud: "site",
      ranges: [range],
      gateway: { address, asn: 64900 },
    });
    return specText({
      members: {
        dublin: { cloud: "aws", region: "eu-west-1" },
        depot: site("192.168.40.0/22", "203.0.113.7"),
        office: site("192.168.44.0/22", "203.0.113.8"),
      },
      traffic: [],
      topology: { kind: "links", links: [{ a: "depot", b: "office" }] },
    });
  }
});
