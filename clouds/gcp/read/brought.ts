import type { Bringing, Brought } from "../../../network/model/brought";
import { TYPES } from "./types";

/** What a GKE cluster's component reads of a network and a gateway that are there. */
export function broughtToGcp({ name, region, existing: { network, gateway } }: Bringing): Brought[] {
  const { id, router, asn, addresses = [] } = gateway ?? {};
  return [
    {
      ...{ type: TYPES.network, name: `${name}-vpc`, id: network.id },
      props: { autoCreateSubnetworks: false, routingMode: "GLOBAL" },
    },
    ...(id === undefined
      ? []
      : [
          {
            ...{ type: TYPES.gateway, name: `${name}-gateway`, id },
            props: {
              ...{ region, network: network.id },
              vpnInterfaces: addresses.map((ipAddress, index) => ({ id: index, ipAddress })),
            },
          },
        ]),
    ...(router === undefined
      ? []
      : [
          {
            ...{ type: TYPES.router, name: `${name}-gateway`, id: router },
            props: { region, network: network.id, name: router.split("/").at(-1), bgp: { asn } },
          },
        ]),
  ];
}
