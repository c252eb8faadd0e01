import type * as pulumi from "@pulumi/pulumi";
import type { LinkPlan } from "../network/plan/shape";
import type { Cloud } from "../network/spec/shape";
import type { GatewayArgs } from "./link-end";

/**
 * A member's network as a peering inside one cloud sees it: ids and plain ranges, so that it may come from a cluster component in
 * the same program or from another stack's outputs.
 */
export interface NetworkArgs {
  cloud: Cloud;
  /** Region of the member. */
  region: string;
  /** Google Cloud: self link of the VPC. Azure: id of the VNet. AWS: id of the VPC. */
  id: pulumi.Input<string>;
  /** Azure: name of the VNet. Google Cloud: name of the VPC. */
  name?: pulumi.Input<string>;
  /** Azure: name of the resource group that holds the VNet. */
  resourceGroup?: pulumi.Input<string>;
  /** What the member tells over its links: plain, known at preview. */
  advertise: string[];
  /** Tags or labels of the link's resources at this end. */
  tags?: Record<string, string>;
}

/** One end of a link inside one cloud. */
export interface PeeringEnd {
  /** The member's name. */
  member: string;
  network?: NetworkArgs;
  /** Absent where the member has none. */
  gateway?: GatewayArgs;
  /** AWS: number of its account, where it is known. */
  account?: string;
  /** This end's provider, where it is not the parent's. */
  provider?: pulumi.ProviderResource;
  /** Prefixes behind the other end, its own among them: static routes where the cloud needs them. Sorted. */
  remote: string[];
}

/** What a cloud needs to join two of its own members. Names of children begin with the link's name. */
export interface PeeringRequest {
  link: LinkPlan;
  a: PeeringEnd;
  b: PeeringEnd;
  /** The Link component: parent of every resource, and by it the provider where the ends give none. */
  parent: pulumi.Resource;
}

/** A cloud's maker of links inside itself. */
export type PeeringMaker = (request: PeeringRequest) => void;
