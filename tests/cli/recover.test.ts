import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, isthmus } from "./isthmus";

const urn = (type: string, name: string) => `urn:pulumi:dev::isthmus::isthmus:index:Mesh$${type}::${name}`;

function resource(type: string, name: string, rest: object) {
  return { urn: urn(type, name), type, custom: true, ...rest };
}

const state = {
  version: 3,
  deployment: {
    resources: [resource("gcp:compute/network:Network", "frankfurt", { id: "projects/p/global/networks/x" })],
    pending_operations: [
      {
        type: "creating",
        resource: resource("aws:ec2/vpc:Vpc", "dublin", { inputs: { region: "eu-west-1" } }),
      },
      {
        type: "creating",
        resource: resource("gcp:compute/firewall:Firewall", "frankfurt", { inputs: { name: "frankfurt-1" } }),
      },
      { type: "updating", resource: resource("aws:ec2/vpc:Vpc", "other", { inputs: {} }) },
    ],
  },
};

describe("isthmus recover", () => {
  it("tells of each pending create where its object would be, and what to tell Pulumi", () => {
    const place = folder({ "state.json": JSON.stringify(state) });
    const run = isthmus(["recover", "--from", join(place, "state.json")]);
    assert.equal(run.code, 1, run.err);
    assert.match(run.out, /Vpc::dublin\n {2}look for it: aws .*Values=dublin$/m);
    assert.match(
      run.out,
      /Firewall::frankfurt\n {2}if it exists, its id is projects\/p\/global\/firewalls\/frankfurt-1$/m,
    );
    assert.match(run.out, /isthmus recover --from STATE --found LIST --write MENDED/);
    assert.doesNotMatch(run.out, /other/);
  });

  it("says the same as JSON", () => {
    const place = folder({ "state.json": JSON.stringify(state) });
    const run = isthmus(["recover", "--json", "--from", join(place, "state.json")]);
    const pending: { urn: string; lost: object }[] = JSON.parse(run.out);
    assert.deepEqual(
      pending.map(({ lost }) => Object.keys(lost)),
      [["search"], ["id"]],
    );
  });

  it("makes a state of what was found: those are resources, the other creates are dropped", () => {
    const place = folder({ "state.json": JSON.stringify(state) });
    const file = (name: string) => join(place, name);
    const { out } = isthmus(["recover", "--json", "--from", file("state.json")]);
    const [vpc, firewall] = JSON.parse(out) as object[];
    writeFileSync(file("found.json"), JSON.stringify([{ ...vpc, id: "vpc-1" }, firewall]));
    const run = isthmus([
      "recover",
      ...["--from", file("state.json"), "--found", file("found.json"), "--write", file("mended.json")],
    ]);
    assert.deepEqual([run.code, run.out], [0, ""], run.err);
    const { deployment } = JSON.parse(readFileSync(file("mended.json"), "utf8"));
    assert.deepEqual(
      deployment.resources.map(({ urn, id }: { urn: string; id: string }) => [urn.split("::").at(-1), id]),
      [
        ["frankfurt", "projects/p/global/networks/x"],
        ["dublin", "vpc-1"],
      ],
    );
    assert.deepEqual(
      deployment.pending_operations.map(({ type }: { type: string }) => type),
      ["updating"],
    );
  });

  it("marks what a found object was to replace for deletion", () => {
    const [create] = state.deployment.pending_operations;
    const old = { ...create?.resource, id: "vpc-0" };
    const replacing = { version: 3, deployment: { resources: [old], pending_operations: [create] } };
    const place = folder({
      "state.json": JSON.stringify(replacing),
      "found.json": JSON.stringify([{ urn: create?.resource.urn, id: "vpc-1" }]),
    });
    const mended = join(place, "mended.json");
    const run = isthmus([
      "recover",
      ...["--from", join(place, "state.json"), "--found", join(place, "found.json"), "--write", mended],
    ]);
    assert.equal(run.code, 0, run.err);
    const { resources } = JSON.parse(readFileSync(mended, "utf8")).deployment;
    assert.deepEqual(
      resources.map(({ id, delete: gone }: { id: string; delete?: boolean }) => [id, gone]),
      [
        ["vpc-0", true],
        ["vpc-1", undefined],
      ],
    );
  });

  for (const [what, found, message] of [
    ["a list of another kind", "{}", /found\.json: is not what `isthmus recover --json` wrote/],
    [
      "an object that no create made",
      '[{"urn":"urn:x","id":"y"}]',
      /urn:x: is no pending create of this state/,
    ],
  ] as const) {
    it(`refuses ${what} in one line and writes nothing`, () => {
      const place = folder({ "state.json": JSON.stringify(state), "found.json": found });
      const mended = join(place, "mended.json");
      const run = isthmus([
        "recover",
        ...["--from", join(place, "state.json"), "--found", join(place, "found.json"), "--write", mended],
      ]);
      assert.equal(run.code, 2);
      assert.match(run.err, message);
      assert.equal(existsSync(mended), false);
    });
  }

  it("is content with a state in which nothing is pending", () => {
    const place = folder({ "state.json": JSON.stringify({ version: 3, deployment: { resources: [] } }) });
    const run = isthmus(["recover", "--from", join(place, "state.json")]);
    assert.deepEqual([run.code, run.out], [0, "no create is pending\n"]);
  });

  for (const [what, text] of [
    ["no JSON", "pending:"],
    ["JSON of another kind", "{}"],
  ] as const) {
    it(`refuses ${what} in one line`, () => {
      const run = isthmus(["recover", "--from", join(folder({ "state.json": text }), "state.json")]);
      assert.equal(run.code, 2);
      assert.match(run.err, /^isthmus: .*state\.json: is no state; give what `pulumi stack export` wrote\n$/);
    });
  }
});
