import assert from "node:assert/strict";
import { readGatewayRoutes } from "../../../../clouds/aws/read/attachments";
import type { Resource } from "../../../../network/model/resource";
import { ResourceIndex } from "../../../../network/model/resource-index";

const GATEWAY = "aws:ec2transitgateway/transitGateway:TransitGateway";
const PEERING = "aws:ec2transitgateway/peeringAttachment:PeeringAttachment";
const ROUTE = "aws:ec2transitgateway/route:Route";
const urnOf = (type: string, name: string) => `urn:pulumi:dev::app::${type}::${name}`;

function resource(
  type: string,
  name: string,
  props: Record<string, unknown>,
  references: Record<string, string>,
): Resource {
  const propertyDependencies = Object.fromEntries(
    Object.entries(references).map(([property, urn]) => [property, [urn]]),
  );
  return { urn: urnOf(type, name), type, name, custom: true, props, dependencies: [], propertyDependencies };
}

describe("routes of a transit gateway", () => {
  it("are the gateway's whose default table they name, while no table has an id", () => {
    const resources = [
      resource(GATEWAY, "west", {}, {}),
      resource(GATEWAY, "east", {}, {}),
      resource(
        PEERING,
        "both",
        {},
        { transitGatewayId: urnOf(GATEWAY, "west"), peerTransitGatewayId: urnOf(GATEWAY, "east") },
      ),
      resource(
        ROUTE,
        "to-east",
        { destinationCidrBlock: "10.2.0.0/16" },
        {
          transitGatewayRouteTableId: urnOf(GATEWAY, "west"),
          transitGatewayAttachmentId: urnOf(PEERING, "both"),
        },
      ),
    ];
    const [route] = readGatewayRoutes(new ResourceIndex(resources));
    assert.deepEqual(
      [route?.gateway, route?.destination, route?.via],
      [urnOf(GATEWAY, "west"), "10.2.0.0/16", urnOf(PEERING, "both")],
    );
  });
});
