import * as pulumi from "@pulumi/pulumi";
import { CATALOGUE } from "../clouds/catalogue";
import type { GatewayArgs } from "../clouds/link-end";
import type { NetworkArgs } from "../clouds/link-peering";
import { InputError } from "../network/errors";
import type { LinkPlan, MemberPlan } from "../network/plan/shape";
import { networkOf } from "./cluster-plan";
import { refusal } from "./refusal";

/** What a link has to be told of a member's gateway, because only its cloud knows: all else is in the plan. */
export interface GatewayReference {
  /** AWS: id of the transit gateway. Google Cloud: id of the HA VPN gateway. Azure: id of the virtual network gateway. */
  id: string;
  /** Outside addresses by interface. Empty where each tunnel gets its own (AWS). */
  addresses: string[];
  /** AWS: id of the transit gateway's route table. */
  routeTable?: string;
  /** AWS: ARN of the transit gateway; needed where a member in another account uses it. */
  arn?: string;
  /** Google Cloud: name of the Cloud Router. */
  router?: string;
  /** Azure: name of the gateway's resource group. */
  resourceGroup?: string;
}

/** What a link inside Google Cloud or Azure has to be told of a member's network. */
export interface NetworkReference {
  /** Google Cloud: self link of the VPC. Azure: id of the VNet. */
  id: string;
  /** Name of the VPC or VNet. */
  name: string;
  /** Azure: name of the VNet's resource group. */
  resourceGroup?: string;
}

/** By member, as a rule from the stacks of the members. */
export type GatewayReferences = Record<string, pulumi.Input<GatewayReference>>;
export type NetworkReferences = Record<string, pulumi.Input<NetworkReference>>;

/**
 * A member's gateway: what the plan says of it, and what only its cloud could tell.
 *
 * @param link whose tunnels it is for, if any
 * @throws InputError where it is not given
 */
export function gatewayFrom(
  member: MemberPlan,
  references: GatewayReferences,
  { link, why }: { link?: LinkPlan; why: string },
): GatewayArgs {
  const { name, cloud, region, gateway, tags } = member;
  const given = references[name];
  if (given === undefined || !gateway || cloud === "site") {
    throw new InputError({ path: `gateways.${name}`, message: `is missing; ${why}` });
  }
  const reference = pulumi.output(given);
  const required = (property: "routeTable" | "router" | "resourceGroup"): pulumi.Output<string> =>
    reference.apply((made) => made[property] ?? missing(`gateways.${name}.${property}`));
  // A list of known length, so that what it makes is known at preview too.
  const length = CATALOGUE[cloud].gateway.outsideAddress === "tunnel" ? 0 : interfacesOf(name, link);
  return {
    cloud,
    region,
    asn: gateway.asn,
    id: reference.id,
    addresses: Array.from({ length }, (_, index) =>
      reference.apply(({ addresses }) => addresses[index] ?? ""),
    ),
    advertise: gateway.advertise,
    tags,
    ...(cloud === "aws" ? { routeTable: required("routeTable") } : {}),
    ...(cloud === "gcp" ? { router: required("router") } : {}),
    ...(cloud === "azure" ? { resourceGroup: required("resourceGroup") } : {}),
  };
}

/** The same with its ARN, by which it is shared with another account. */
export function sharedGatewayFrom(
  owner: MemberPlan,
  references: GatewayReferences,
  { why, foreign }: { why: string; foreign: boolean },
): GatewayArgs {
  const gateway = gatewayFrom(owner, references, { why });
  if (!foreign) return gateway;
  const reference = pulumi.output(references[owner.name]);
  return { ...gateway, arn: reference.apply((made) => made?.arn ?? missing(`gateways.${owner.name}.arn`)) };
}

/**
 * A member's network, likewise.
 *
 * @throws InputError where it is not given
 */
export function networkFrom(member: MemberPlan, references: NetworkReferences, why: string): NetworkArgs {
  const given = references[member.name];
  if (given === undefined)
    throw new InputError({ path: `networks.${member.name}`, message: `is missing; ${why}` });
  const reference = pulumi.output(given);
  const group = reference.apply(
    ({ resourceGroup }) => resourceGroup ?? missing(`networks.${member.name}.resourceGroup`),
  );
  return {
    ...networkOf(member),
    id: reference.id,
    name: reference.name,
    ...(member.cloud === "azure" ? { resourceGroup: group } : {}),
  };
}

/** Only an apply can tell. */
function missing(path: string): never {
  throw refusal(`${path} is missing`);
}

function interfacesOf(member: string, link: LinkPlan | undefined): number {
  const used = (link?.tunnels ?? []).map((tunnel) => (link?.a === member ? tunnel.a : tunnel.b).interface);
  return used.length === 0 ? 0 : 1 + Math.max(...used);
}
