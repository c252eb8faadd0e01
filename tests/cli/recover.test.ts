import assert from "node:assert/strict";
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
    assert.match(run.out, /pulumi refresh --import-pending-creates URN/);
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
