import assert from "node:assert/strict";
import { toldByMarks } from "../../cli/marked-secrets";
import { inventory } from "../../inventory";
import { SECRET } from "../../network/model/resource";
import { azureConnection } from "../policies/encryption/keys";
import { resourcesOf } from "../policies/single";

const network = inventory(
  resourcesOf({
    clear: azureConnection({ value: "one-key-for-all" }),
    first: azureConnection({ value: SECRET }),
    second: azureConnection({ value: SECRET }),
  }),
);

describe("what the marks of secrets tell check", () => {
  it("names a key in clear, at the rule's level or at the one that is configured", () => {
    const [told, ...more] = toldByMarks(network, {}, false);
    assert.equal(told?.policyName, "encryption-psk-secret");
    assert.equal(told?.enforcementLevel, "mandatory");
    assert.match(told?.urn ?? "", /::clear$/);
    assert.deepEqual(more, []);
    for (const config of [{ all: "advisory" }, { "encryption-psk-secret": { enforcementLevel: "advisory" } }])
      assert.equal(toldByMarks(network, config, false)[0]?.enforcementLevel, "advisory");
  });

  it("leaves alone what is excepted", () => {
    const except = [{ resource: "clear", owner: "network team", until: "2999-01-31" }];
    assert.deepEqual(toldByMarks(network, { "encryption-psk-secret": { except } }, false), []);
  });

  it("says of keys out of a file that nobody knows whether they differ", () => {
    const rules = toldByMarks(network, {}, true).map(({ policyName }) => policyName);
    assert.deepEqual(rules, ["encryption-psk-secret", "encryption-psk-distinct", "encryption-psk-distinct"]);
  });
});
