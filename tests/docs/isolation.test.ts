import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ciliumPolicy } from "../../agents/cilium/policy";
import { readSpec } from "../../network/spec/read";

const document = readFileSync(join(__dirname, "../../docs/isolation.md"), "utf8");

describe("docs/isolation.md", () => {
  it("shows a spec that is taken as it stands", () => {
    const example = (document.match(/^ {4}.*$/gm) ?? []).join("\n");
    const members = {
      dublin: { cloud: "aws", region: "eu-west-1" },
      frankfurt: { cloud: "gcp", region: "europe-west3" },
    };
    const spec = readSpec({ members, ...parse(example) });
    assert.equal(spec.isolation, "strict");
    assert.deepEqual(spec.traffic?.[0]?.ports, ["443/tcp", "30000-32767/udp"]);
  });

  it("calls the policy what it is called", () => {
    const { kind, metadata } = ciliumPolicy({ clusterName: "dublin", admits: [] });
    assert.ok(document.includes(`\`${kind}\` named \`${metadata.name}\``));
  });
});
