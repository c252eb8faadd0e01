import assert from "node:assert/strict";
import { linkRedundantRule as rule } from "../../../policies/link/redundant";
import { judged, set, UNKNOWN_TEXT } from "../example";

describe("link-redundant", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("refuses a link whose tunnels end on one interface", () => {
    const { stack } = judged(rule, set("tunnel-2", "vpnGatewayInterface", 0));
    assert.equal(stack.length, 1);
    assert.match(
      stack[0] ?? "",
      /all 2 tunnels of the link dublin~frankfurt end on interface 0 of frankfurt/,
    );
  });

  it("refuses a link of one tunnel", () => {
    const { stack } = judged(rule, (parts) => {
      for (const part of ["tunnel-2", "interface-2", "session-2"]) delete parts[part];
      for (const key of Object.keys(parts.connection?.props ?? {})) {
        if (key.startsWith("tunnel2")) delete parts.connection?.props[key];
      }
    });
    assert.ok(
      stack.some((line) => /the link dublin~frankfurt has one tunnel/.test(line)),
      String(stack),
    );
  });

  it("does not pass an interface that is not known", () => {
    const { stack } = judged(rule, set("tunnel-2", "vpnGatewayInterface", UNKNOWN_TEXT));
    assert.match(stack[0] ?? "", /^tunnel-2: tunnel 1's gateway interface of .* is not known before apply/);
  });
});
