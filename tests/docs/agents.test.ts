import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AgentKind } from "../../network/spec/shape";
import { AGENTS_DOC, withDrivers } from "./agents-doc";

const document = readFileSync(AGENTS_DOC, "utf8");

describe("docs/agents.md", () => {
  it("has the charts and the limits that the drivers say; npx tsx tests/docs/write-agents.ts writes them", () => {
    assert.equal(document, withDrivers(document));
  });

  it("has a row for every kind that a spec can name, and its links lead somewhere", () => {
    for (const kind of Object.values(AgentKind))
      assert.match(document, new RegExp(`^\\| .*\`${kind}\``, "m"), kind);
    for (const [, path] of document.matchAll(/\]\(([^)#]+)\)/g))
      assert.ok(existsSync(join(dirname(AGENTS_DOC), path ?? "")), path);
  });
});
