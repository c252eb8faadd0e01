import * as compute from "@pulumi/gcp/compute";
import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { TunnelPlan } from "../../network/plan/shape";
import type { End, EndMaker, EndRequest } from "../link-end";
import { GCP_SUITE } from "./ciphers";
import { labelsOf, resourceName, tunnelResourceName } from "./names";

/** How many outside addresses a peer may have, and what Google Cloud calls that (`ExternalVpnGateway`, Compute API, 2026). */
const REDUNDANCY: Record<number, string> = {
  1: "SINGLE_IP_INTERNALLY_REDUNDANT",
  2: "TWO_IPS_REDUNDANCY",
  4: "FOUR_IPS_REDUNDANCY",
};

/**
 * One external gateway with the peer's outside addresses, which cannot be changed later; then for each tunnel the tunnel
 * itself, the router's interface in it and the BGP session over that. What the sessions tell is set on the router.
 */
export const makeGcpEnd: EndMaker = (request): End => {
  const { link, gateway, keys } = request;
  const { router } = gateway;
  if (router === undefined) {
    throw new InputError({
      path: `${link.name}.gateway.router`,
      message: "A Google Cloud gateway needs the name of its Cloud Router.",
    });
  }
  const peerGateway = makePeerGateway(request);
  link.tunnels.forEach((tunnel, index) => {
    const key = keys[index];
    if (!key) {
      throw new InputError({
        path: tunnel.name,
        message: "The tunnel has no pre-shared key; give one a tunnel.",
      });
    }
    makeTunnel(request, { tunnel, key, router, peerGateway });
  });
  return { addresses: gateway.addresses };
};

function makePeerGateway({ link, gateway, peer, parent }: EndRequest): compute.ExternalVpnGateway {
  const redundancyType = REDUNDANCY[peer.addresses.length];
  if (peer.cloud === "gcp" || redundancyType === undefined) {
    throw new InputError({
      path: link.name,
      message:
        peer.cloud === "gcp"
          ? "Two Google Cloud gateways are not joined as external ones; link members of two clouds."
          : `Google Cloud takes a peer with 1, 2 or 4 outside addresses; this one has ${peer.addresses.length}.`,
    });
  }
  return new compute.ExternalVpnGateway(
    resourceName(link.name),
    {
      description: `Peer of ${link.name}`,
      redundancyType,
      interfaces: peer.addresses.map((ipAddress, id) => ({ id, ipAddress })),
      labels: labelsOf(gateway.tags),
    },
    { parent },
  );
}

interface TunnelRequest {
  tunnel: TunnelPlan;
  key: pulumi.Output<string>;
  router: pulumi.Input<string>;
  peerGateway: compute.ExternalVpnGateway;
}

function makeTunnel(
  { link, side, gateway, peer, parent }: EndRequest,
  { tunnel, key, router, peerGateway }: TunnelRequest,
): void {
  const { region } = gateway;
  const own = tunnel[side];
  const other = tunnel[side === "a" ? "b" : "a"];
  if (other.interface >= peer.addresses.length) {
    throw new InputError({
      path: tunnel.name,
      message: `The tunnel goes to interface ${other.interface} of the peer, which has ${peer.addresses.length}, from 0.`,
    });
  }
  const name = tunnelResourceName(link.name, tunnel.name);
  const vpnTunnel = new compute.VPNTunnel(
    name,
    {
      region,
      description: tunnel.name,
      vpnGateway: gateway.id,
      vpnGatewayInterface: own.interface,
      peerExternalGateway: peerGateway.id,
      peerExternalGatewayInterface: other.interface,
      router,
      sharedSecret: key,
      ...GCP_SUITE,
      labels: labelsOf(gateway.tags),
    },
    {
      parent,
      additionalSecretOutputs: ["sharedSecret", "sharedSecretHash"],
      // A new key makes a new tunnel, whose interface would have the inside range that the old one's still has.
      deleteBeforeReplace: true,
    },
  );
  const routerInterface = new compute.RouterInterface(
    name,
    { region, router, ipRange: `${own.address}/30`, vpnTunnel: vpnTunnel.name },
    { parent, deleteBeforeReplace: true },
  );
  new compute.RouterPeer(
    name,
    {
      region,
      router,
      interface: routerInterface.name,
      ipAddress: own.address,
      peerIpAddress: other.address,
      peerAsn: other.asn,
      // Else what the router tells, as its gateway's plan says.
      ...(gateway.tellsBySession
        ? { advertiseMode: "CUSTOM", advertisedIpRanges: gateway.advertise.map((range) => ({ range })) }
        : { advertiseMode: "DEFAULT" }),
    },
    { parent, deleteBeforeReplace: true },
  );
}
