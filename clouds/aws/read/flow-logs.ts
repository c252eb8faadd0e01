import { text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { perIndex } from "../../per-index";
import { TYPES, vpcOf } from "./types";

/** Whether a flow log is set up for the whole VPC. One whose VPC is not known may be this one's. */
export function flowsLogged(vpc: Resource, resources: ResourceIndex): OrUnknown<boolean> {
  const { vpcs, somewhere } = logged(resources);
  return vpcs.has(vpc.urn) || (somewhere ? UNKNOWN : false);
}

const logged = perIndex((resources: ResourceIndex) => {
  const vpcs = new Set<string>();
  let somewhere = false;
  for (const log of resources.ofType(TYPES.flowLog)) {
    const vpc = vpcOf(resources, log);
    if (vpc !== undefined) vpcs.add(vpc);
    else if (isUnknown(text(log.props, "vpcId"))) somewhere = true;
  }
  return { vpcs, somewhere };
});
