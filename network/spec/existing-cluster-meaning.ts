import { addressIn, cidr, contains, parseCidr } from "../address/cidr";
import { type Loose, object, text } from "./loose";
import type { SpecFault } from "./read";
import type { Cloud } from "./shape";

type MadeCloud = Exclude<Cloud, "site">;

const SECURITY_GROUP: Partial<Record<MadeCloud, [RegExp, string]>> = {
  aws: [/^sg-[0-9a-f]{8,17}$/, "a security group's id is like sg-0123456789abcdef0"],
  azure: [
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/networkSecurityGroups\/[^/]+$/i,
    "a network security group's id is like /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/networkSecurityGroups/main",
  ],
};

/** What each cloud needs to be told of each subnet. */
const SUBNET_KEYS: Record<MadeCloud, string[]> = {
  aws: ["id", "zone", "routeTable", "address"],
  gcp: ["id"],
  azure: [],
};
const SUBNET_IDS: Partial<Record<MadeCloud, [RegExp, string]>> = {
  aws: [/^subnet-[0-9a-f]{8,17}$/, "a subnet's id is like subnet-0123456789abcdef0"],
  gcp: [
    /^projects\/[^/]+\/regions\/[^/]+\/subnetworks\/[^/]+$/,
    "a subnet is named like projects/my-project/regions/europe-west3/subnetworks/nodes",
  ],
};

/** What a member whose cluster is there lacks, or says although it is the cluster's own business. */
export function existingClusterFaults(name: string, cloud: MadeCloud, member: Loose): SpecFault[] {
  const { cluster } = object(member.existing);
  if (cluster === undefined) return [];
  const at = ["members", name];
  const ofCluster = [...at, "existing", "cluster"];
  const { securityGroup, autoScalingGroups } = object(cluster);
  const group = SECURITY_GROUP[cloud];
  const faults: SpecFault[] = ["pods", "services"]
    .filter((key) => member[key] === undefined)
    .map((key) => ({
      at: [...at, key],
      message: "is required of a cluster that is there: give the range that it has",
    }));
  for (const key of ["kubernetes", "api", "controlPlane", "zones"]) {
    if (member[key] !== undefined) faults.push({ at: [...at, key], key: true, message: THEIRS });
  }
  for (const key of ["type", "min", "max"]) {
    if (object(member.nodes)[key] !== undefined)
      faults.push({ at: [...at, "nodes", key], key: true, message: THEIRS });
  }
  const id = text(securityGroup);
  if (group && securityGroup === undefined)
    faults.push({ at: [...ofCluster, "securityGroup"], message: `is required in ${cloud}: ${group[1]}` });
  if (group && id !== undefined && !group[0].test(id))
    faults.push({ at: [...ofCluster, "securityGroup"], message: `${id} is none: ${group[1]}` });
  if (!group && securityGroup !== undefined)
    faults.push({
      at: [...ofCluster, "securityGroup"],
      key: true,
      message: `is only for aws, azure, and ${name} is ${cloud}`,
    });
  if (cloud === "aws" && autoScalingGroups === undefined)
    faults.push({
      at: [...ofCluster, "autoScalingGroups"],
      message: "is required in aws: name those of the nodes",
    });
  if (cloud !== "aws" && autoScalingGroups !== undefined)
    faults.push({
      at: [...ofCluster, "autoScalingGroups"],
      key: true,
      message: `is only for aws, and ${name} is ${cloud}`,
    });
  return [...faults, ...subnetFaults(ofCluster, name, cloud, member)];
}

const THEIRS = "is for a cluster that isthmus makes, and existing.cluster names one that is there";

function subnetFaults(ofCluster: string[], name: string, cloud: MadeCloud, member: Loose): SpecFault[] {
  const subnets = object(object(object(member.existing).cluster).subnets);
  const names = Object.keys(subnets);
  const nodes = rangeOf(object(member.nodes).range);
  const faults: SpecFault[] = [];
  if (names.length === 0)
    faults.push({ at: [...ofCluster, "subnets"], message: "is empty: give the subnets of the nodes" });
  for (const subnet of names) {
    const at = [...ofCluster, "subnets", subnet];
    const given = object(subnets[subnet]);
    for (const key of SUBNET_KEYS[cloud]) {
      if (given[key] === undefined) faults.push({ at: [...at, key], message: `is required in ${cloud}` });
    }
    for (const key of ["id", "zone", "routeTable"]) {
      if (given[key] !== undefined && !SUBNET_KEYS[cloud].includes(key))
        faults.push({ at: [...at, key], key: true, message: `is not for ${cloud}, and ${name} is ${cloud}` });
    }
    const [form, like] = SUBNET_IDS[cloud] ?? [];
    const id = text(given.id);
    if (form && id !== undefined && !form.test(id))
      faults.push({ at: [...at, "id"], message: `${id} is none: ${like}` });
    const range = rangeOf(given.range);
    if (nodes && range && !contains(nodes, range))
      faults.push({ at: [...at, "range"], message: `${range.text} lies outside nodes.range, ${nodes.text}` });
    const address = text(given.address);
    if (range && address !== undefined && !addressIn(address, range))
      faults.push({ at: [...at, "address"], message: `${address} lies outside the subnet, ${range.text}` });
  }
  const addressed = names.filter((subnet) => object(subnets[subnet]).address !== undefined);
  if (cloud !== "aws" && names.length > 0 && addressed.length !== 1) {
    const message = `one of them must give a free address for the agent's load balancer, and ${addressed.length} do`;
    faults.push({ at: [...ofCluster, "subnets"], message });
  }
  return faults;
}

function rangeOf(value: unknown) {
  const range = text(value);
  const parsed = range === undefined ? undefined : parseCidr(range);
  return parsed === undefined || "fault" in parsed ? undefined : cidr(parsed.text);
}
