import * as ec2 from "@pulumi/aws/ec2";
import * as tgw from "@pulumi/aws/ec2transitgateway";
import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { TunnelEndPlan, TunnelPlan } from "../../network/plan/shape";
import type { End, EndMaker, EndRequest } from "../link-end";
import { connectionName } from "./names";
import { tunnelOptions } from "./tunnel-options";

/** A tunnel of the plan as this end sees it. */
interface Tunnel {
  plan: TunnelPlan;
  own: TunnelEndPlan;
  peer: TunnelEndPlan;
  key: pulumi.Output<string>;
}

/**
 * One customer gateway and one VPN connection for each outside address of the peer; each connection has two tunnels. The
 * planned interface of a tunnel is connection * 2 + tunnel. Each device of a site is an address.
 */
export const makeAwsEnd: EndMaker = (request): End => {
  const addresses: pulumi.Input<string>[] = [];
  for (const [ordinal, tunnels] of connectionsOf(request)) {
    const connection = makeConnection(request, ordinal, tunnels);
    addresses[ordinal * 2] = connection.tunnel1Address;
    addresses[ordinal * 2 + 1] = connection.tunnel2Address;
  }
  return { addresses };
};

/** Tunnels by the connection that carries them, in order. */
function connectionsOf({ link, side, keys }: EndRequest): [number, Tunnel[]][] {
  const connections = new Map<number, Tunnel[]>();
  link.tunnels.forEach((plan, index) => {
    const own = plan[side];
    const key = keys[index];
    if (!key) {
      throw new InputError({
        path: plan.name,
        message: "The tunnel has no pre-shared key; give one a tunnel.",
      });
    }
    const ordinal = Math.floor(own.interface / 2);
    const tunnel = { plan, own, peer: plan[side === "a" ? "b" : "a"], key };
    connections.set(ordinal, [...(connections.get(ordinal) ?? []), tunnel]);
  });
  return [...connections].sort(([one], [other]) => one - other);
}

function makeConnection(request: EndRequest, ordinal: number, tunnels: Tunnel[]): ec2.VpnConnection {
  const { link, gateway, parent } = request;
  const { region } = gateway;
  const name = connectionName(link.name, ordinal);
  const tags = { ...gateway.tags, Name: name };
  const peer = makePeer(request, ordinal, tunnels, tags);
  const connection = new ec2.VpnConnection(
    name,
    {
      region,
      type: "ipsec.1",
      customerGatewayId: peer.id,
      transitGatewayId: gateway.id,
      staticRoutesOnly: false,
      ...tunnelOptions(1, tunnelAt(tunnels, 0)),
      ...tunnelOptions(2, tunnelAt(tunnels, 1)),
      tags,
    },
    {
      parent,
      // The configuration for the peer's device has the keys in it.
      additionalSecretOutputs: ["tunnel1PresharedKey", "tunnel2PresharedKey", "customerGatewayConfiguration"],
    },
  );
  joinRouteTable(request, name, connection);
  return connection;
}

function tunnelAt(
  tunnels: Tunnel[],
  position: 0 | 1,
): { inside: string; key: pulumi.Output<string> } | undefined {
  const tunnel = tunnels.find(({ own }) => own.interface % 2 === position);
  return tunnel && { inside: tunnel.plan.inside, key: tunnel.key };
}

/** The peer's device: its outside address and its ASN. */
function makePeer(
  { link, gateway, peer, parent }: EndRequest,
  ordinal: number,
  tunnels: Tunnel[],
  tags: Record<string, string>,
): ec2.CustomerGateway {
  const interfaces = [...new Set(tunnels.map((tunnel) => tunnel.peer.interface))];
  const [first] = interfaces;
  const address = first === undefined ? undefined : peer.addresses[first];
  if (interfaces.length !== 1 || address === undefined) {
    throw new InputError({
      path: `${link.name}.tunnels`,
      message:
        `The tunnels of AWS connection ${ordinal} go to interfaces ${interfaces.join(", ")} of the peer, which has ` +
        `${peer.addresses.length} outside addresses; both must go to the same one that it has.`,
    });
  }
  const asn = tunnels[0]?.peer.asn ?? 0;
  return new ec2.CustomerGateway(
    `${link.name}/customer-gateway/${ordinal}`,
    {
      region: gateway.region,
      type: "ipsec.1",
      ipAddress: address,
      // AWS takes larger numbers in a field of their own (EC2 API model, `CreateCustomerGateway`, 2026-08).
      ...(asn > 2_147_483_647 ? { bgpAsnExtended: String(asn) } : { bgpAsn: String(asn) }),
      // A site's device may be the peer of several links in one region. Without a name of its own AWS would give each the same
      // customer gateway ("CreateCustomerGateway", Amazon EC2 API reference, 2026).
      ...(peer.cloud === "site" ? { deviceName: `${link.name}/device/${first}` } : {}),
      tags,
    },
    { parent },
  );
}

/** Routes come from the gateway's own table, and what the peer tells goes into it. */
function joinRouteTable(
  { link, gateway, parent }: EndRequest,
  name: string,
  connection: ec2.VpnConnection,
): void {
  if (gateway.routeTable === undefined) {
    throw new InputError({
      path: `${link.name}.gateway.routeTable`,
      message: "An AWS gateway needs the id of its transit gateway's route table.",
    });
  }
  const joined = {
    region: gateway.region,
    transitGatewayAttachmentId: connection.transitGatewayAttachmentId,
    transitGatewayRouteTableId: gateway.routeTable,
  };
  new tgw.RouteTableAssociation(name, joined, { parent });
  new tgw.RouteTablePropagation(name, joined, { parent });
}
