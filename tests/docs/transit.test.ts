import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { TRANSIT } from "../../clouds/transit";
import { transitMarkdown } from "../../clouds/transit-markdown";
import { ADJACENCIES, TransitSetting, type TransitTables } from "../../network/routing/transit";
import { TRANSIT_DOC, withTables } from "./transit-doc";

const document = readFileSync(TRANSIT_DOC, "utf8");

/** Lines of one cloud's section. */
function section(markdown: string, title: string): string {
  return markdown.split(/^## /m).find((part) => part.startsWith(title)) ?? "";
}

describe("docs/transit.md", () => {
  it("has the tables that the data say; npx tsx tests/docs/write-transit.ts writes them", () => {
    assert.equal(document, withTables(document));
  });

  it("explains every setting and every kind of neighbour that the tables speak of", () => {
    const prose = document.split("<!-- tables: begin -->")[0] ?? "";
    for (const word of [...Object.values(TransitSetting), ...ADJACENCIES])
      assert.ok(prose.includes(`\`${word}\``), word);
  });
});

describe("the transit tables as text", () => {
  it("say in a word what is counted on, with its source and what keeps it back in full", () => {
    const text = transitMarkdown(TRANSIT);
    const aws = section(text, "AWS");
    assert.match(aws, /^\| vpn \| \*\*yes\*\* \| \*\*yes\*\* \| \*\*yes\*\* \| no \| if set \|$/m);
    const azure = section(text, "Azure");
    assert.match(
      azure,
      /^\| vpn → vpn \| nothing \| .* \| \*\*nothing\*\*: it cannot be stopped \| VPN Gateway BGP FAQ/m,
    );
    const gcp = section(text, "Google Cloud");
    assert.match(gcp, /^\| vpn → vpn, interconnect; .* \| `data-transfer` \| /m);
    assert.match(section(text, "Sites"), /^\| any → any \| the device's people decide \| /m);
  });

  it("change with the data", () => {
    const { azure } = TRANSIT;
    const cells = {
      ...azure.cells,
      vpn: { ...azure.cells.vpn, vpn: { passes: "unknown", why: "nobody says", source: "none" } as const },
    };
    const changed: TransitTables = { ...TRANSIT, azure: { ...azure, cells } };
    const text = section(transitMarkdown(changed), "Azure");
    assert.match(text, /^\| vpn → vpn \| nobody says \| none \|$/m);
    assert.match(text, /^\| vpn \| \*\*yes\*\* \| not known \|/m);
  });
});
