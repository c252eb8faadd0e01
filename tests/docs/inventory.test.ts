import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { COVERAGE, OTHER_SPELLINGS } from "../../inventory/coverage";
import { INVENTORY_DOC, inventoryMarkdown, withTables } from "./inventory-doc";

const document = readFileSync(INVENTORY_DOC, "utf8");

describe("docs/inventory.md", () => {
  it("has the tables that the code says; npx tsx tests/docs/write-inventory.ts writes them", () => {
    assert.equal(document, withTables(document));
  });

  it("explains every kind of value and every use that the tables speak of", () => {
    const prose = document.split("<!-- tables: begin -->")[0] ?? "";
    const rows = Object.values(COVERAGE).flatMap(({ read }) => read);
    const words = rows.flatMap(({ use, properties }) => [
      use,
      ...properties.flatMap((property) => [property.kind, property.use]),
    ]);
    const said = (word: string) => prose.includes(`\`${word}\``);
    // A list has the plural of its kind.
    const untold = words.filter(
      (word) => ![word, word.replace(/s$/, ""), word.replace(/es$/, "")].some(said),
    );
    assert.deepEqual([...new Set(untold)], []);
  });
});

describe("what is read, as text", () => {
  it("names each property with its kind, and with its use where that is another than its type's", () => {
    const text = inventoryMarkdown(COVERAGE, OTHER_SPELLINGS);
    assert.match(text, /^\| `aws:ec2\/vpc:Vpc` \| range \| `cidrBlock` \(cidr\) \|$/m);
    assert.match(text, /`kubernetesNetworkConfig\.serviceIpv4Cidr` \(cidr, range\)/);
    assert.match(text, /^\| `kubernetes:helm\.sh\/v3:Release` of chart `cilium` \| agent \| /m);
    assert.match(text, /^\| `aws-native:ec2:Vpc` \| `aws:ec2\/vpc:Vpc` \|$/m);
  });

  it("shows a gap as a row of its own", () => {
    const coverage = {
      ...COVERAGE,
      agents: { read: [], notRead: [{ type: "kubernetes:new/v1:Route", because: "routes of pods" }] },
    };
    assert.match(inventoryMarkdown(coverage, {}), /^\| `kubernetes:new\/v1:Route` \| routes of pods \|$/m);
  });
});
