import type { SubnetFact } from "../../../network/model/forwarding";
import { text } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { rangeText } from "./range-text";
import { gatewaysOf, networkOf, regionOf, TYPES } from "./types";

/** Subnets' primary ranges. One table holds for all of a VPC's. */
export function readSubnets(resources: ResourceIndex): SubnetFact[] {
  return resources
    .ofType(TYPES.subnet)
    .filter(({ props }) => text(props, "stackType") !== "IPV6_ONLY")
    .map((subnet): SubnetFact => {
      const network = networkOf(resources, subnet);
      const purpose = text(subnet.props, "purpose") ?? "PRIVATE";
      return {
        urn: subnet.urn,
        ...(network === undefined ? {} : { network }),
        cidr: rangeText(resources, subnet, ""),
        // Proxies, service attachments and migrations have no instances of one's own (`Subnetwork.purpose`, Compute API, 2026).
        hosts: isUnknown(purpose) || purpose === "PRIVATE",
        learns: learns(resources, subnet),
        origin: { urn: subnet.urn, property: "ipCidrRange" },
      };
    });
}

/**
 * What a Cloud Router learns holds in its own region, or with global routing in every one ("Dynamic routing mode", Google VPC docs,
 * 2026; regional where nothing is set).
 */
function learns(resources: ResourceIndex, subnet: Resource): OrUnknown<boolean> {
  const network = resources.referred(subnet, "network", TYPES.network);
  const mode = text(network?.props, "routingMode") ?? "REGIONAL";
  if (isUnknown(mode)) return UNKNOWN;
  if (mode === "GLOBAL") return true;
  const region = regionOf(resources, subnet);
  const gateways = gatewaysOf(resources).filter(
    (gateway) => network !== undefined && networkOf(resources, gateway) === network.urn,
  );
  // Without a gateway there is nothing to learn, here or elsewhere.
  return gateways.length === 0 || gateways.some((gateway) => regionOf(resources, gateway) === region);
}
