import assert from "node:assert/strict";
import { TYPES } from "../../../../clouds/gcp/read/types";
import { UNKNOWN } from "../../../../network/model/resource";
import { read } from "./foreign";

describe("reading Google Cloud's resources: routes", () => {
  it("tells static routes into a tunnel, and no others", () => {
    const { routes } = read(
      ["gw", TYPES.gateway, {}],
      ["tunnel", TYPES.tunnel, {}, { vpnGateway: "gw" }],
      [
        "in",
        TYPES.route,
        { destRange: "10.9.0.0/16", nextHopVpnTunnel: UNKNOWN },
        { nextHopVpnTunnel: "tunnel" },
      ],
      ["out", TYPES.route, { destRange: "0.0.0.0/0", nextHopGateway: "default-internet-gateway" }],
    );
    assert.equal(routes.length, 1);
    assert.equal(routes[0]?.destination, "10.9.0.0/16");
    assert.match(routes[0]?.via ?? "", /::gw$/);
  });
});
