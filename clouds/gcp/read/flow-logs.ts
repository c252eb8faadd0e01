import { text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { perIndex } from "../../per-index";
import { isSet } from "../../setting-check";
import { networkOf, TYPES } from "./types";

/** Subnets of load balancers and endpoints have no flow logs ("VPC Flow Logs", Google Cloud, 2026-11-23). */
const WITHOUT = /PROXY|LOAD_BALANCER|PRIVATE_SERVICE_CONNECT|PRIVATE_NAT/;

/** Whether a subnet's flows are logged: by itself, or by a configuration for it or for its network. */
export function flowsLogged(subnet: Resource, resources: ResourceIndex): OrUnknown<boolean> | undefined {
  const purpose = text(subnet.props, "purpose");
  if (typeof purpose === "string" && WITHOUT.test(purpose)) return undefined;
  const own = isSet("logConfig")(subnet);
  if (own === true) return true;
  const { subnets, networks } = configured(resources);
  const network = networkOf(resources, subnet);
  return subnets.has(subnet) || (network !== undefined && networks.has(network)) || own;
}

const configured = perIndex((resources: ResourceIndex) => {
  const configs = resources.ofType(TYPES.flowLogs);
  return {
    subnets: new Set(configs.map((config) => resources.referred(config, "subnet", TYPES.subnet))),
    networks: new Set(configs.map((config) => networkOf(resources, config))),
  };
});
