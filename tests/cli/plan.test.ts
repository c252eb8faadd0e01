import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, isthmus, specText } from "./isthmus";

describe("isthmus plan", () => {
  it("prints members, links, traffic, and how closed clusters can be reached", () => {
    const run = isthmus(["plan"]);
    assert.equal(run.code, 0, run.err);
    assert.match(run.out, /^dublin +aws +eu-west-1 /m);
    assert.match(run.out, /^amsterdam~dublin +vpn +4 /m);
    assert.match(run.out, /^amsterdam~frankfurt +vpn +2 /m);
    assert.match(run.out, /^dublin to frankfurt +gold +dublin > frankfurt /m);
    assert.match(run.out, /only by a runner inside/);
    assert.match(run.out, /dev\.lock\.yaml is up to date/);
  });

  it("gives the plan as JSON in the documented form", () => {
    const plan = JSON.parse(isthmus(["plan", "--json"]).out);
    assert.deepEqual(Object.keys(plan.members), ["amsterdam", "dublin", "frankfurt"]);
    const [link] = plan.links;
    for (const key of ["name", "a", "b", "kind", "mtu", "capacity", "flow", "rtt", "tunnels"])
      assert.ok(key in link, key);
    for (const key of ["p50", "lo", "hi", "source", "asOf"]) assert.ok(key in link.rtt, key);
    assert.deepEqual(Object.keys(plan.topology).sort(), ["cost", "gap", "kind", "lowerBound", "method"]);
  });

  it("shows what a link carries and what one flow gets of it, and `-` where no cloud states a figure", () => {
    const { members } = JSON.parse(specText());
    const more = { ...members, tokyo: { cloud: "gcp", region: "asia-northeast1" } };
    const place = folder({ "mesh.json": specText({ members: more, topology: { kind: "mesh" } }) });
    const { out } = isthmus(["plan", "--spec", join(place, "mesh.json")]);
    assert.match(out, /^link +joined by +tunnels +round trip +MTU +pod MTU +capacity +one flow$/m);
    assert.match(out, /^dublin~frankfurt +vpn +4 .* 4000 Mbit\/s +1000 Mbit\/s$/m);
    assert.match(out, /^frankfurt~tokyo +network-peering +0 .* - +-$/m);
  });

  it("tells where a tier asks for more than one flow gets, and what that takes, and does not fail for it", () => {
    const notes = (bandwidth: string, more: Record<string, unknown> = {}) => {
      const spec = specText({ tiers: { gold: { bandwidth } }, ...more });
      const place = folder({ "mesh.json": spec });
      const { code, out } = isthmus(["plan", "--spec", join(place, "mesh.json")]);
      assert.equal(code, 0);
      return out.split("\n").filter((line) => line.includes("asks for"));
    };
    const asks = (bandwidth: number) =>
      `dublin to frankfurt: tier gold asks for ${bandwidth} Mbit/s, and over dublin~frankfurt one flow gets at most 1000 Mbit/s; `;
    assert.deepEqual(notes("1Gbps"), []);
    assert.deepEqual(notes("2Gbps"), [
      `${asks(2000)}WireGuard makes one flow of all that two nodes exchange, so it takes several nodes at each end.`,
    ]);
    assert.deepEqual(notes("2Gbps", { agent: { encryption: "none" } }), [
      `${asks(2000)}it takes several connections.`,
    ]);
    assert.deepEqual(notes("5Gbps"), [
      `${asks(5000)}all flows together get 4000 Mbit/s, so it cannot be had.`,
    ]);
  });

  it("warns of an agent's version that was not tested, beside the plan and in its JSON, and does not fail for it", () => {
    const place = folder({ "mesh.json": specText({ agent: { version: "1.20.0" } }) });
    const spec = join(place, "mesh.json");
    const said = "cilium 1.20.0 was not tested with this release of isthmus; 1.19.6 was";
    const run = isthmus(["plan", "--spec", spec]);
    assert.equal(run.code, 0);
    assert.match(run.err, new RegExp(`^warning: members\\.amsterdam\\.agent\\.version: ${said}$`, "m"));
    assert.ok(!run.out.includes(said));
    const { warnings } = JSON.parse(isthmus(["plan", "--spec", spec, "--json"]).out);
    assert.deepEqual(warnings[0], { path: "members.amsterdam.agent.version", message: said });
    assert.equal(JSON.parse(isthmus(["plan", "--json"]).out).warnings, undefined);
  });

  it("writes a lock with one allocation a line, and the next run finds it up to date", () => {
    const place = folder({ "mesh.json": specText() });
    const spec = join(place, "mesh.json");
    assert.match(isthmus(["plan", "--write", "--spec", spec]).out, /mesh\.lock\.yaml written/);
    const lock = readFileSync(join(place, "mesh.lock.yaml"), "utf8");
    assert.match(lock, /^ {2}dublin\/pods: \S+$/m);
    assert.match(isthmus(["plan", "--spec", spec]).out, /mesh\.lock\.yaml is up to date/);
    assert.deepEqual(readdirSync(place).sort(), ["mesh.json", "mesh.lock.yaml"]);
  });

  it("moves nothing when a member comes, goes and comes back", () => {
    const place = folder({ "mesh.json": specText() });
    const spec = join(place, "mesh.json");
    const lock = () => readFileSync(join(place, "mesh.lock.yaml"), "utf8");
    isthmus(["plan", "--write", "--spec", spec]);
    const before = lock();
    const three = JSON.parse(specText()).members;
    writeFileSync(spec, specText({ members: { ...three, oslo: { cloud: "azure", region: "norwayeast" } } }));
    isthmus(["plan", "--write", "--spec", spec]);
    const four = lock();
    for (const line of before.split("\n")) assert.ok(four.includes(line), line);
    writeFileSync(spec, specText());
    isthmus(["plan", "--write", "--spec", spec]);
    assert.notEqual(lock(), four);
    writeFileSync(spec, specText({ members: { oslo: { cloud: "azure", region: "norwayeast" }, ...three } }));
    isthmus(["plan", "--write", "--spec", spec]);
    assert.equal(lock(), four);
  });
});

describe("isthmus plan of a mesh with a site", () => {
  const { members } = JSON.parse(specText());
  const site = (gateway: unknown) =>
    specText({ members: { ...members, office: { cloud: "site", ranges: ["192.168.40.0/22"], gateway } } });
  let spec = "";
  let two = "";
  before(() => {
    const place = folder({
      "one.json": site({ address: "203.0.113.7", asn: 64900 }),
      "two.json": site({ addresses: ["203.0.113.7", "203.0.113.8"], asn: 64900 }),
    });
    spec = join(place, "one.json");
    two = join(place, "two.json");
  });

  it("prints the site's side of every tunnel below the mesh's tables", () => {
    const { out, code } = isthmus(["plan", "--spec", spec]);
    assert.equal(code, 0);
    assert.match(
      out,
      /^office, device 203\.0\.113\.7, AS64900, tells 192\.168\.40\.0\/22 and nothing else$/m,
    );
    assert.match(
      out,
      /^dublin~office\/tunnel\/1 +dublin \(aws\) +output sites\.office\.peers +169\.254\.[\d.]+\/30 /m,
    );
    assert.match(out, /^frankfurt~office +36000 s +10800 s +20 s, 60 s +1406 +1366 +10\./m);
    assert.match(out, /^IKEv2 aes256gcm16, PRF sha384, group 20; ESP aes256gcm16, PFS group 20; /m);
  });

  it("prints that side alone, as a table, as JSON, and as configuration of strongSwan and FRR", () => {
    const only = (...more: string[]) => isthmus(["plan", "--spec", spec, "--site", "office", ...more]).out;
    assert.match(only(), /^office, device /);
    assert.doesNotMatch(only(), /^member /m);
    const [device] = JSON.parse(only("--json"));
    assert.equal(device.tunnels.length, 6);
    assert.match(only("--format", "strongswan"), /^connections \{$/m);
    assert.match(only("--format", "frr"), /^router bgp 64900$/m);
  });

  it("says of a line that is there already that its owner configures it", () => {
    const line = { a: "dublin", b: "office", kind: "existing", capacity: "1Gbps", rtt: "3ms" };
    const links = [{ ...line, asOf: "2026-11-01", encryption: "macsec" }];
    const office = JSON.parse(site({ address: "203.0.113.7", asn: 64900 })).members.office;
    const place = folder({
      "line.json": specText({
        ...{ members: { dublin: members.dublin, office }, traffic: [] },
        topology: { kind: "auto", links },
      }),
    });
    const { out } = isthmus(["plan", "--spec", join(place, "line.json")]);
    assert.match(out, /^dublin~office +existing +0 .* 1000 Mbit\/s +-$/m);
    assert.match(
      out,
      /^office, device .*\nno tunnels\nThere already, and told nothing here: dublin~office\.$/m,
    );
  });

  it("asks which of two devices a configuration is for", () => {
    const args = ["plan", "--spec", two, "--site", "office", "--format", "frr"];
    const asked = isthmus(args);
    assert.equal(asked.code, 2);
    assert.match(asked.err, /--device: office has two devices, 203\.0\.113\.7 and 203\.0\.113\.8, each with/);
    assert.match(isthmus([...args, "--device", "203.0.113.8"]).out, /bgp router-id 203\.0\.113\.8/);
    assert.match(
      isthmus([...args, "--device", "203.0.113.9"]).err,
      /office has no device 203\.0\.113\.9; it has/,
    );
  });

  it("is refused for a site that there is not, and for a format without a site", () => {
    const faults = (...more: string[]) => isthmus(["plan", "--spec", spec, ...more]);
    assert.match(faults("--site", "offce").err, /--site: there is no site offce; did you mean office\?/);
    assert.match(faults("--format", "frr").err, /--site: name the site whose side is to be shown/);
    assert.equal(faults("--format", "frr").code, 2);
    assert.match(
      faults("--site", "office", "--format", "frr", "--json").err,
      /option '--format <format>' cannot be used with option '--json'/,
    );
    assert.match(
      faults("--site", "office", "--format", "cisco").err,
      /Allowed choices are table, strongswan, frr, json/,
    );
  });
});

describe("isthmus explain", () => {
  it("lists all rules, and tells of one why it is there and how to mend what breaks it", () => {
    assert.match(isthmus(["explain"]).out, /^address-ranges-disjoint +mandatory/m);
    const one = isthmus(["explain", "encryption-vpn-strong"]).out;
    for (const part of [/^encryption-vpn-strong/, /^Why /m, /^Fix /m]) assert.match(one, part);
  });
});
