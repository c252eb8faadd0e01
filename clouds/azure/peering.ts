import { LocalNetworkGateway, VirtualNetworkGatewayConnection } from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { LinkPlan, TunnelPlan } from "../../network/plan/shape";
import type { EndMaker, EndRequest } from "../link-end";
import { AZURE_SUITE, SA_KILOBYTES, saLifetime } from "./ciphers";
import { ipConfigurationName, resourceName } from "./names";

/**
 * Azure's end of a link: for each tunnel the peer as a local network gateway, and a connection to it. A tunnel that has another's
 * key is the other instance's in that one's connection, and makes nothing.
 */
export const makeAzureEnd: EndMaker = (request) => {
  const group = request.gateway.resourceGroup;
  if (group === undefined) {
    throw new InputError({
      path: `${request.link.name}.${request.side}.gateway.resourceGroup`,
      message: "An Azure gateway needs the name of its resource group, where the connections go.",
    });
  }
  request.link.tunnels.forEach((tunnel, index) => {
    if (tunnel.keyOf !== undefined) return;
    makeConnection(request, group, tunnel, request.keys[index]);
  });
  return { addresses: request.gateway.addresses };
};

/** The peer's end of a tunnel: its outside address, and the inside one that BGP speaks to. No address space: BGP tells it. */
function makePeer(request: EndRequest, group: pulumi.Input<string>, tunnel: TunnelPlan): LocalNetworkGateway {
  const { gateway, parent, side } = request;
  const peer = tunnel[side === "a" ? "b" : "a"];
  const outside = request.peer.addresses[peer.interface];
  if (outside === undefined) {
    throw new InputError({
      path: tunnel.name,
      message: `The peer has no outside address for its interface ${peer.interface}.`,
    });
  }
  return new LocalNetworkGateway(
    resourceName(tunnel.name, "peer"),
    {
      resourceGroupName: group,
      location: gateway.region,
      gatewayIpAddress: outside,
      bgpSettings: { asn: peer.asn, bgpPeeringAddress: peer.address },
      tags: gateway.tags,
    },
    { parent },
  );
}

function makeConnection(
  request: EndRequest,
  group: pulumi.Input<string>,
  tunnel: TunnelPlan,
  key: pulumi.Output<string> | undefined,
): void {
  if (key === undefined)
    throw new InputError({ path: tunnel.name, message: "The tunnel has no pre-shared key." });
  const { gateway, link, parent, side } = request;
  const { ikeVersion, ...suite } = AZURE_SUITE;
  new VirtualNetworkGatewayConnection(
    resourceName(tunnel.name, "connection"),
    {
      resourceGroupName: group,
      location: gateway.region,
      connectionType: "IPsec",
      connectionProtocol: ikeVersion,
      connectionMode: "Default",
      dpdTimeoutSeconds: 45,
      enableBgp: true,
      virtualNetworkGateway1: { id: gateway.id },
      localNetworkGateway2: { id: makePeer(request, group, tunnel).id },
      gatewayCustomBgpIpAddresses: insidePair(link, side, tunnel).map(({ instance, address }) => ({
        ipConfigurationId: pulumi.interpolate`${gateway.id}/ipConfigurations/${gateway.configurations?.[instance] ?? ipConfigurationName(instance)}`,
        customBgpIpAddress: address,
      })),
      ipsecPolicies: [
        {
          ...suite,
          saLifeTimeSeconds: saLifetime(request.peer.cloud),
          saDataSizeKilobytes: SA_KILOBYTES,
        },
      ],
      sharedKey: pulumi.secret(key),
      tags: gateway.tags,
    },
    // azure-native does not know that it is secret.
    { parent, additionalSecretOutputs: ["sharedKey"] },
  );
}

/**
 * A connection names an inside address for each of the gateway's instances, or Azure takes the first of all links: its own
 * for the instance that the tunnel uses, and for the other that of the tunnel which it carries too. Where it carries none, the
 * link's first there, which stays unused (VPN Gateway with AWS how-to, azure-docs @ 03e5750).
 */
export function insidePair(
  link: LinkPlan,
  side: "a" | "b",
  tunnel: TunnelPlan,
): { instance: number; address: string }[] {
  return [0, 1].flatMap((instance) => {
    const carried = [tunnel, ...link.tunnels.filter(({ keyOf }) => keyOf === tunnel.name), ...link.tunnels];
    const end = carried.map((candidate) => candidate[side]).find(on(instance));
    return end ? [{ instance, address: end.address }] : [];
  });
}

function on(instance: number): (end: { interface: number }) => boolean {
  return (end) => end.interface === instance;
}
