import assert from "node:assert/strict";
import { tunnelKeptRule as rule } from "../../../policies/link/tunnel-kept";
import { judged, set, UNKNOWN_TEXT } from "../example";

type Change = Parameters<typeof judged>[1];

/** The sound network as the engine shows it once it exists, with keys that `first` and `second` hold. */
function standing(first: string, second: string): Change {
  return (parts) => {
    set("connection", "transitGatewayId", "tgw-1")(parts);
    set("connection", "customerGatewayId", "cgw-1")(parts);
    set("connection", "arn", "arn:aws:ec2:eu-west-1:111122223333:vpn-connection/vpn-1")(parts);
    for (const [number, key] of [
      ["1", first],
      ["2", second],
    ] as const) {
      set("connection", `tunnel${number}PresharedKey`, key)(parts);
      set(`tunnel-${number}`, "sharedSecret", key)(parts);
      // Google Cloud makes a tunnel with another key anew.
      if (key !== UNKNOWN_TEXT) set(`tunnel-${number}`, "selfLink", `https://example/${number}`)(parts);
      parts[`key-${number}`] = { type: "random:index/randomPassword:RandomPassword", props: {} };
      for (const [holder, property] of [
        ["connection", `tunnel${number}PresharedKey`],
        [`tunnel-${number}`, "sharedSecret"],
      ] as const) {
        const part = parts[holder];
        if (part) part.refs = { ...part.refs, [property]: `key-${number}` };
      }
    }
  };
}

describe("link-tunnel-kept", () => {
  it("passes a sound network, before and after it is made", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
    assert.deepEqual(judged(rule, standing("kOne", "kTwo")), { stack: [], resource: [] });
  });

  it("passes another key for one of two tunnels", () => {
    assert.deepEqual(judged(rule, standing(UNKNOWN_TEXT, "kTwo")), { stack: [], resource: [] });
  });

  it("refuses another key for both at once", () => {
    const { stack } = judged(rule, standing(UNKNOWN_TEXT, UNKNOWN_TEXT));
    assert.equal(stack.length, 1);
    assert.match(
      stack[0] ?? "",
      /no tunnel of the link dublin~frankfurt would stay up: connection .*another key/,
    );
  });

  it("lets go what its configuration excepts", () => {
    const { stack } = judged(rule, standing(UNKNOWN_TEXT, UNKNOWN_TEXT), {
      except: [{ resource: "connection", owner: "network team", until: "9999-12-31" }],
    });
    assert.deepEqual(stack, []);
  });
});
