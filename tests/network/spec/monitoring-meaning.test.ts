import assert from "node:assert/strict";
import { monitoringFaults } from "../../../network/spec/monitoring-meaning";
import { readSpec } from "../../../network/spec/read";

const members = {
  dublin: { cloud: "aws" },
  frankfurt: { cloud: "gcp" },
  office: { cloud: "site", ranges: ["192.168.40.0/22"] },
};
const faults = (monitoring: unknown) =>
  monitoringFaults({ members, monitoring }).map(({ at, message }) => `${at.join(".")}: ${message}`);
const probing = (...probes: unknown[]) => faults({ kind: "prometheus", probes });

describe("the monitoring of a spec", () => {
  it("is right where clusters probe other members, and a site at an address of its own", () => {
    assert.deepEqual(
      probing(
        { from: "dublin", to: "frankfurt" },
        { from: "dublin", to: "office", target: "192.168.40.10:443" },
        { from: "dublin", to: "office", target: "192.168.41.10:443" },
      ),
      [],
    );
    assert.deepEqual(faults({ kind: "none" }), []);
    assert.deepEqual(monitoringFaults({ members }), []);
  });

  it("names members that are there", () => {
    assert.deepEqual(probing({ from: "dublin", to: "frankfort" }), [
      "monitoring.probes.0.to: frankfort is no member; did you mean frankfurt?",
    ]);
    assert.deepEqual(probing({ from: "x", to: "frankfurt" }), [
      "monitoring.probes.0.from: x is no member; there are dublin, frankfurt, office",
    ]);
  });

  it("probes from clusters, and nobody probes itself", () => {
    assert.deepEqual(probing({ from: "office", to: "dublin" }), [
      "monitoring.probes.0.from: office is a site, where nothing of ours runs; name a cluster",
    ]);
    assert.deepEqual(probing({ from: "dublin", to: "dublin" }), [
      "monitoring.probes.0.to: dublin probes itself; name another member",
    ]);
  });

  it("says which host of a site answers, in the site's ranges", () => {
    assert.deepEqual(probing({ from: "dublin", to: "office" }), [
      "monitoring.probes.0.target: is required, for office is a site: give a host of it and its port, like 192.168.40.10:443",
    ]);
    assert.deepEqual(probing({ from: "dublin", to: "office", target: "10.0.0.1:443" }), [
      "monitoring.probes.0.target: 10.0.0.1:443 is in none of office's ranges; they are 192.168.40.0/22",
    ]);
  });

  it("names each probe once, and none where nothing probes", () => {
    const probe = { from: "dublin", to: "frankfurt" };
    assert.deepEqual(probing(probe, probe), ["monitoring.probes.1: is there already; once is enough"]);
    for (const kind of [undefined, "none"])
      assert.deepEqual(faults({ kind, probes: [probe] }), [
        "monitoring.probes: are for kind prometheus; nothing probes here",
      ]);
  });

  it("is refused by form in one line each: an unknown key, kind, target or URL", () => {
    const spec = (monitoring: unknown) => ({
      members: { dublin: { cloud: "aws", region: "eu-west-1" } },
      monitoring,
    });
    const refused = (monitoring: unknown) => {
      try {
        readSpec(spec(monitoring));
      } catch (error) {
        return String(error);
      }
      return "taken";
    };
    assert.match(refused({ kinds: "prometheus" }), /monitoring\.kinds.*unknown|monitoring.*kinds/);
    assert.match(refused({ kind: "nagios" }), /monitoring\.kind.*prometheus/);
    for (const target of ["192.168.40.10", "192.168.40.10:0", "192.168.40.10:65536", "host:443", "1.2.3:443"])
      assert.match(
        refused({ kind: "prometheus", probes: [{ from: "dublin", to: "dublin", target }] }),
        /a target is an IPv4 address and a TCP port/,
      );
    assert.match(refused({ kind: "prometheus", runbooks: "wiki/pages" }), /a URL is like https/);
    assert.equal(refused({ kind: "prometheus", runbooks: "https://git.example.com/runbooks" }), "taken");
  });
});
