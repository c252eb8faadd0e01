import assert from "node:assert/strict";
import type { PolicyInfo } from "../../analyzer/config";
import { settings } from "../../analyzer/config";

const policy = (name: string, facts: Partial<PolicyInfo> = {}): PolicyInfo => ({
  name,
  title: name,
  description: name,
  level: "mandatory",
  options: {},
  required: [],
  ...facts,
});

const policies = [
  policy("one", { options: { depth: { type: "number", default: 3 } } }),
  policy("two", { level: "advisory" }),
];

describe("settings of a pack", () => {
  it("are the policies' own where nothing is said", () => {
    assert.deepEqual(
      [...settings(policies, {})],
      [
        ["one", { level: "mandatory", options: { depth: 3 } }],
        ["two", { level: "advisory", options: {} }],
      ],
    );
  });

  it("take a level for all, for one, and options", () => {
    const set = settings(policies, { all: "disabled", one: { enforcementLevel: "advisory", depth: 5 } });
    assert.deepEqual(set.get("one"), { level: "advisory", options: { depth: 5 } });
    assert.equal(set.get("two")?.level, "disabled");
    assert.equal(settings(policies, { two: "mandatory" }).get("two")?.level, "mandatory");
  });

  it("refuse a name, a level or a form that does not exist, each in a line that says what would be right", () => {
    assert.throws(
      () => settings(policies, { three: "mandatory" }),
      /three: no policy has this name; .* one, two/,
    );
    assert.throws(() => settings(policies, { one: "fatal" }), /one: must be one of advisory, mandatory/);
    assert.throws(
      () => settings(policies, { one: { enforcementLevel: 1 } }),
      /one\.enforcementLevel: must be one of/,
    );
    assert.throws(() => settings(policies, { one: [] }), /one: must be a level .* or an object/);
    assert.throws(
      () => settings([policy("one", { required: ["key"] })], {}),
      /one: the policy needs a value for key/,
    );
  });

  it("refuse an option that a policy does not have, and a value that is not of its form", () => {
    const described = [
      policy("one", {
        options: {
          unknowns: { type: "string", enum: ["violation", "ignore"] },
          except: { type: "array", items: { type: "object", required: ["owner"] } },
        },
      }),
    ];
    const set = (options: object) => () => settings(described, { one: options });
    assert.throws(set({ depht: 1 }), /one\.depht: the policy has no such option; it has .*unknowns, except/);
    assert.throws(set({ unknowns: "maybe" }), /one\.unknowns: /);
    assert.throws(set({ except: ["office"] }), /one\.except\.0: /);
    assert.doesNotThrow(set({ unknowns: "ignore", except: [{ owner: "network team" }] }));
  });
});
