import assert from "node:assert/strict";
import { type Level, type PolicyInfo, settings } from "../../analyzer/config";
import { packConfig, shippedConfigs } from "../../cli/pack-config";
import { policiesOf, type Rule, rules } from "../../policies/rules";

const policies: PolicyInfo[] = policiesOf(rules).map(
  ({ name, description, enforcementLevel, configSchema }) => {
    // Said of every policy by `policiesOf`.
    const level = enforcementLevel as Level;
    return { name, title: name, description, level, options: configSchema?.properties ?? {}, required: [] };
  },
);

const levels = (environment: string): Map<string, Level> => {
  const set = settings(policies, packConfig(environment));
  return new Map([...set].map(([name, { level }]) => [name, level]));
};

const strictness = (level: Level | undefined) =>
  ["disabled", "advisory", "mandatory"].indexOf(level ?? "disabled");

describe("the configurations that come with the pack", () => {
  it("are those of dev, staging and prod, and name policies that there are, with options that these have", () => {
    assert.deepEqual([...shippedConfigs().keys()], ["dev", "prod", "staging"]);
    for (const environment of shippedConfigs().keys())
      assert.equal(levels(environment).size, policies.length);
  });

  it("grow stricter from dev to staging to prod, and in prod fall behind no default", () => {
    const [dev, staging, prod] = [levels("dev"), levels("staging"), levels("prod")];
    for (const { name, level } of policies) {
      assert.ok(strictness(dev.get(name)) <= strictness(staging.get(name)), `${name} in staging`);
      assert.ok(strictness(staging.get(name)) <= strictness(prod.get(name)), `${name} in prod`);
      assert.ok(strictness(level) <= strictness(prod.get(name)), `${name} by default`);
    }
  });

  it("hold a rule's two policies, of one resource and of the whole, to one level", () => {
    for (const environment of shippedConfigs().keys()) {
      const set = levels(environment);
      for (const { name, alone } of rules as Rule[])
        if (alone) assert.equal(set.get(`${name}-resource`), set.get(name), `${name} in ${environment}`);
    }
  });

  it("never lets a value that is not known pass", () => {
    for (const environment of shippedConfigs().keys())
      for (const [name, { options }] of settings(policies, packConfig(environment)))
        assert.notEqual(options.unknowns, "ignore", `${name} in ${environment}`);
  });

  it("hold what is archived, and what nobody could see, against a stack in prod", () => {
    const prod = levels("prod");
    for (const name of ["agent-archived-named", "coverage-complete", "latency-tier-proven"])
      assert.equal(prod.get(name), "mandatory");
  });
});
