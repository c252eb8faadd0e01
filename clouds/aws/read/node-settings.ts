import { flag, list, text, valueAt } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isKnown, isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { allHold } from "../../setting-check";
import { subnetsNamed } from "./subnets";
import { regionOf, TYPES } from "./types";

/**
 * Whether the disks of a managed node group are encrypted: by its launch template, else only where the account encrypts all of
 * them ("Amazon EBS encryption", 2026-11-23: off by default).
 */
export function disksEncrypted(group: Resource, resources: ResourceIndex): OrUnknown<boolean> {
  const byTemplate = encryptedByTemplate(templateOf(group, resources));
  return byTemplate === true ? true : (byDefault(group, resources) ?? byTemplate);
}

/** Whether nodes get no public address: the template decides, else each of their subnets. */
export function nodesPrivate(group: Resource, resources: ResourceIndex): OrUnknown<boolean> {
  const template = templateOf(group, resources);
  if (isUnknown(template)) return UNKNOWN;
  const told = interfacesPrivate(template);
  if (told !== undefined) return told;
  const subnets = subnetsNamed(resources, group);
  const ids = list(group.props, "subnetIds");
  // Ids that none of the resources has may be of any subnet.
  const missing = isKnown(ids) && ids !== undefined ? ids.length > subnets.length : subnets.length === 0;
  return allHold([
    ...subnets.map(({ props }) => {
      const open = flag(props, "mapPublicIpOnLaunch") ?? false;
      return isUnknown(open) ? UNKNOWN : !open;
    }),
    ...(missing ? [UNKNOWN] : []),
  ]);
}

/** `undefined`: it has none. UNKNOWN: one that is not among the resources. */
function templateOf(group: Resource, resources: ResourceIndex): OrUnknown<Resource> | undefined {
  if (valueAt(group.props, "launchTemplate") === undefined) return undefined;
  const depended = resources.referred(group, "launchTemplate", TYPES.launchTemplate);
  if (depended) return depended;
  const [id, name] = [text(group.props, "launchTemplate.id"), text(group.props, "launchTemplate.name")];
  const found = resources
    .ofType(TYPES.launchTemplate)
    .find(
      (template) =>
        (typeof id === "string" && template.id === id) ||
        (typeof name === "string" && template.props.name === name),
    );
  return found ?? UNKNOWN;
}

/** Every disk that it describes is encrypted, and it describes one. */
function encryptedByTemplate(template: OrUnknown<Resource> | undefined): OrUnknown<boolean> {
  if (template === undefined) return false;
  if (isUnknown(template)) return UNKNOWN;
  const mappings = list(template.props, "blockDeviceMappings") ?? [];
  if (isUnknown(mappings)) return UNKNOWN;
  // `noDevice` and `virtualName` (disks in the host) have no `ebs`.
  const disks = mappings.filter((mapping) => valueAt(mapping, "ebs") !== undefined);
  if (disks.length === 0) return false;
  return allHold(disks.map((disk) => flag(disk, "ebs.encrypted") ?? false));
}

function byDefault(group: Resource, resources: ResourceIndex): OrUnknown<boolean> | undefined {
  const region = regionOf(resources, group);
  const defaults = resources.ofType(TYPES.encryptionByDefault).filter((one) => {
    const of = regionOf(resources, one);
    return isUnknown(of) || isUnknown(region) || of === region;
  });
  if (defaults.length === 0) return undefined;
  return allHold(defaults.map(({ props }) => flag(props, "enabled") ?? true));
}

/** What the template says of public addresses; `undefined` where it leaves that to the subnet. */
function interfacesPrivate(template: Resource | undefined): OrUnknown<boolean> | undefined {
  const interfaces = list(template?.props, "networkInterfaces") ?? [];
  if (isUnknown(interfaces)) return UNKNOWN;
  const said = interfaces.flatMap((one) => {
    const open = flag(one, "associatePublicIpAddress");
    return open === undefined ? [] : [isUnknown(open) ? UNKNOWN : !open];
  });
  return said.length === 0 ? undefined : allHold(said);
}
