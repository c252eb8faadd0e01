import { text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { TYPES, vpcOf } from "./types";

/** Whether a flow log is set up for the whole VPC. One whose VPC is not known may be this one's. */
export function flowsLogged(vpc: Resource, resources: ResourceIndex): OrUnknown<boolean> {
  const logs = resources.ofType(TYPES.flowLog);
  if (logs.some((log) => vpcOf(resources, log) === vpc.urn)) return true;
  return logs.some((log) => vpcOf(resources, log) === undefined && isUnknown(text(log.props, "vpcId")))
    ? UNKNOWN
    : false;
}
