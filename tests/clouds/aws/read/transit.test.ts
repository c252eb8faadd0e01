import assert from "node:assert/strict";
import { readAws } from "../../../../clouds/aws/read";
import { TYPES } from "../../../../clouds/aws/read/types";
import type { Resource } from "../../../../network/model/resource";
import { UNKNOWN } from "../../../../network/model/resource";
import { indexOf, resource } from "../link-example";

/** A transit gateway whose default route table is used or not. */
const gateway = (defaults: "enable" | "disable") =>
  resource(
    TYPES.transitGateway,
    "hub",
    { defaultRouteTableAssociation: defaults, defaultRouteTablePropagation: defaults },
    { id: "tgw-1" },
  );
const table = (name: string) => resource(TYPES.gatewayTable, name, {}, { id: `tgw-rtb-${name}` });
const connection = (name: string) =>
  resource(TYPES.vpnConnection, name, {
    transitGatewayId: "tgw-1",
    transitGatewayAttachmentId: `tgw-attach-${name}`,
  });
const joined = (type: string, name: string, to: string) =>
  resource(type, `${name}-${to}`, {
    transitGatewayAttachmentId: `tgw-attach-${name}`,
    transitGatewayRouteTableId: `tgw-rtb-${to}`,
  });
const associated = (name: string, to: string) => joined(TYPES.gatewayAssociation, name, to);
const propagated = (name: string, to: string) => joined(TYPES.gatewayPropagation, name, to);

const settings = (...resources: Resource[]) => readAws(indexOf(...resources)).gateways[0]?.settings;

const APART = [gateway("disable"), table("own"), connection("north"), connection("south")];

describe("a transit gateway that is read", () => {
  it("passes on between VPNs that share a route table, its default one or another", () => {
    assert.deepEqual(settings(gateway("enable"), connection("north"), connection("south")), [
      "same-route-table",
    ]);
    assert.deepEqual(
      settings(
        ...APART,
        ...["north", "south"].flatMap((name) => [associated(name, "own"), propagated(name, "own")]),
      ),
      ["same-route-table"],
    );
  });

  it("does not where one VPN is associated with no table, tells it nothing, or has another", () => {
    const [north, south] = [associated("north", "own"), associated("south", "own")];
    const told = propagated("north", "own");
    assert.deepEqual(settings(...APART), []);
    assert.deepEqual(settings(...APART, north, told, south), []);
    assert.deepEqual(settings(...APART, north, told, propagated("south", "own")), []);
    assert.deepEqual(
      settings(
        ...APART,
        table("other"),
        north,
        told,
        associated("south", "other"),
        propagated("south", "other"),
      ),
      [],
    );
  });

  it("is not counted on while its tables are not known, nor where it has no VPN", () => {
    const unknown = resource(
      TYPES.transitGateway,
      "hub",
      { defaultRouteTableAssociation: UNKNOWN },
      { id: "tgw-1" },
    );
    assert.deepEqual(settings(unknown, connection("north")), []);
    assert.deepEqual(settings(gateway("enable")), []);
  });
});
