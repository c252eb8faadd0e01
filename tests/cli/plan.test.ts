import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, isthmus, specText } from "./isthmus";

describe("isthmus plan", () => {
  it("prints members, links, traffic, and how closed clusters can be reached", () => {
    const run = isthmus(["plan"]);
    assert.equal(run.code, 0, run.err);
    assert.match(run.out, /^dublin +aws +eu-west-1 /m);
    assert.match(run.out, /^amsterdam~dublin +4 /m);
    assert.match(run.out, /^amsterdam~frankfurt +2 /m);
    assert.match(run.out, /^dublin to frankfurt +gold +dublin > frankfurt /m);
    assert.match(run.out, /only by a runner inside/);
    assert.match(run.out, /dev\.lock\.yaml is up to date/);
  });

  it("gives the plan as JSON in the documented form", () => {
    const plan = JSON.parse(isthmus(["plan", "--json"]).out);
    assert.deepEqual(Object.keys(plan.members), ["amsterdam", "dublin", "frankfurt"]);
    const [link] = plan.links;
    for (const key of ["name", "a", "b", "kind", "mtu", "capacity", "rtt", "tunnels"])
      assert.ok(key in link, key);
    for (const key of ["p50", "lo", "hi", "source", "asOf"]) assert.ok(key in link.rtt, key);
    assert.deepEqual(Object.keys(plan.topology).sort(), ["cost", "gap", "kind", "lowerBound", "method"]);
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

describe("isthmus explain", () => {
  it("lists all rules, and tells of one why it is there and how to mend what breaks it", () => {
    assert.match(isthmus(["explain"]).out, /^address-ranges-disjoint +mandatory/m);
    const one = isthmus(["explain", "encryption-vpn-strong"]).out;
    for (const part of [/^encryption-vpn-strong/, /^Why /m, /^Fix /m]) assert.match(one, part);
  });
});
