import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../../network/errors";
import type { Resource } from "../../../network/model/resource";
import { SECRET as HIDDEN } from "../../../network/model/resource";
import { dumpText } from "../../../recorder/dump";
import { record } from "../../../recorder/record";
import { readSaved, type Saved } from "../../../recorder/saved/read";
import { harbour } from "./harbour";

const SECRET = "hush_hush_hush";

describe("a network read from a file", () => {
  it("is, of a preview, what the program registers, but for outputs that only an update knows", async () => {
    const recorded = await record(harbour, { project: "harbour" });
    const preview = read("create");
    assert.equal(preview.kind, "preview");
    assert.deepEqual(custom(preview.recording.resources), custom(recorded.resources));
    assert.deepEqual(named(preview, "quay")?.props, { berths: 2 });
  });

  it("is, of a dump, what was dumped", async () => {
    const recorded = await record(harbour, { project: "harbour" });
    const dump = readSaved({ file: "dump.json", text: dumpText(recorded.registrations) });
    assert.equal(dump.kind, "dump");
    assert.deepEqual(dump.recording.resources, recorded.resources);
  });

  it("holds, of a state, ids and outputs beside the inputs", () => {
    const state = read("state");
    const weak = state.recording.registrations.find(({ name }) => name === "weak");
    assert.equal(state.kind, "state");
    assert.equal(weak?.id, "vpnconnection-4722cf1114");
    assert.equal(weak?.object.toJavaScript().tunnel1Address, undefined);
    assert.ok(weak?.outputs?.toJavaScript().tunnel1Address);
    assert.deepEqual(weak?.propertyDependencies.customerGatewayId, [named(state, "peer")?.urn]);
    assert.match(weak?.provider ?? "", /pulumi:providers:aws::default_7_48_0$/);
    assert.deepEqual(named(state, "quay")?.props, { berths: 2, weather: "fair" });
  });

  for (const file of ["create", "change", "state", "state-secrets"]) {
    it(`holds no secret, whether ${file}.json masks it, encrypts it or tells it`, () => {
      const saved = read(file);
      assert.equal(named(saved, "weak")?.props.tunnel1PresharedKey, HIDDEN);
      assert.ok(!JSON.stringify(saved.recording.resources).includes(SECRET));
      assert.ok(!dumpText(saved.recording.registrations).includes(SECRET));
    });
  }

  it("is, of a preview of a change, what there will be: the replacement once, nothing that is deleted", () => {
    const change = read("change");
    assert.deepEqual(change.recording.resources.map(({ name }) => name).sort(), [
      "east",
      "gateway",
      "harbour-dev",
      "peer",
      "quay",
      "weak",
      "west",
    ]);
    assert.equal(named(change, "east")?.props.cidrBlock, "10.1.0.0/16");
    assert.equal(named(change, "east")?.id, undefined);
    // What stays keeps its id and what the cloud said of it.
    assert.match(named(change, "west")?.id ?? "", /^vpc-/);
    assert.ok(named(change, "weak")?.props.tunnel1Address);
  });

  it("leaves out what a state only waits to delete, and what was never finished", () => {
    const state = json("state");
    const [root, ...others] = state.deployment.resources;
    const east = others.find((resource: { urn: string }) => resource.urn.endsWith("::east"));
    const west = others.find((resource: { urn: string }) => resource.urn.endsWith("::west"));
    const text = JSON.stringify({
      version: 3,
      deployment: {
        resources: [
          root,
          { ...east, inputs: { cidrBlock: "10.9.0.0/16" }, delete: true },
          east,
          { ...west, pendingReplacement: true },
        ],
        pending_operations: [{ resource: west, type: "creating" }],
      },
    });
    const { recording } = readSaved({ file: "state.json", text });
    assert.deepEqual(
      recording.resources.map(({ name, props }) => [name, props.cidrBlock]),
      [
        ["harbour-dev", undefined],
        ["east", "10.0.0.0/16"],
      ],
    );
  });

  it("is empty, of the state of a stack with nothing in it", () => {
    const text = JSON.stringify({ version: 3, deployment: { manifest: {} } });
    assert.deepEqual(readSaved({ file: "state.json", text }).recording.resources, []);
  });

  it("keeps what the program logged, in the words that it used", () => {
    const { recording } = withDiagnostics([
      {
        urn: "urn:pulumi:dev::p::t::mesh",
        message: "error: address-ranges-disjoint: a overlaps b\n",
        severity: "error",
      },
      { message: "error: preview failed\n", severity: "error" },
    ]);
    assert.deepEqual(recording.logs, [
      {
        severity: "error",
        message: "address-ranges-disjoint: a overlaps b",
        urn: "urn:pulumi:dev::p::t::mesh",
      },
    ]);
    assert.deepEqual(recording.failures, []);
  });

  it("says that a program threw, since it has not registered all that it meant to", () => {
    const message =
      "error: Running program '/p/index.js' failed with an unhandled exception:\nError: no more\n    at x:1\n";
    assert.deepEqual(withDiagnostics([{ message, severity: "error" }]).recording.failures, ["no more"]);
  });

  const refusals: [string, string, RegExp][] = [
    ["nothing", "", /^f\.json: .*is empty/],
    ["no JSON", "Previewing update (dev)", /is not JSON; give what `pulumi preview --json --show-sames`/],
    ["JSON of another kind", '{ "name": "x" }', /is neither a preview nor a state nor a dump/],
    ["a list of something else", "[1]", /^f\.json: 0: is not a dump of isthmus check/],
    [
      "a resource without a type",
      state({ urn: "urn:pulumi:d::p::t::n", custom: true }),
      /resources\.0\.type: /,
    ],
    [
      "a resource whose URN is none",
      state({ urn: "x", type: "t", custom: true }),
      /resources\.0\.urn: .*no URN/,
    ],
    ["a state of long ago", '{ "version": 1, "deployment": {} }', /version: .*older than Pulumi 2\.0/],
    [
      "a preview that hides what stays",
      fixture("change-hidden"),
      /leaves out 5 unchanged resources.*--show-sames/,
    ],
  ];
  for (const [what, text, message] of refusals) {
    it(`is refused in one clear line where the file holds ${what}`, () => {
      assert.throws(
        () => readSaved({ file: "f.json", text }),
        (error) =>
          error instanceof InputError && message.test(error.message) && !error.message.includes("\n"),
      );
    });
  }
});

function fixture(name: string): string {
  return readFileSync(join(__dirname, "fixtures", `${name}.json`), "utf8");
}

function json(name: string) {
  return JSON.parse(fixture(name));
}

function read(name: string): Saved {
  return readSaved({ file: `${name}.json`, text: fixture(name) });
}

function withDiagnostics(diagnostics: unknown[]): Saved {
  return readSaved({ file: "p.json", text: JSON.stringify({ ...json("create"), diagnostics }) });
}

function state(resource: object): string {
  return JSON.stringify({ version: 3, deployment: { resources: [resource] } });
}

function named({ recording }: Saved, name: string): Resource | undefined {
  return recording.resources.find((resource) => resource.name === name);
}

/** By URN; without the engine's own providers, which a recording does not hold. */
function custom(resources: Resource[]): Omit<Resource, "provider">[] {
  return resources
    .filter((resource) => resource.custom)
    .map(({ provider: _provider, dependencies, ...rest }) => ({
      ...rest,
      dependencies: [...dependencies].sort(),
    }))
    .sort((one, other) => (one.urn < other.urn ? -1 : 1));
}
