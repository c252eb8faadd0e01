import type * as pulumi from "@pulumi/pulumi";
import type { LinkPlan } from "../network/plan/shape";
import type { Cloud } from "../network/spec/shape";

/**
 * A member's gateway as a link sees it: ids and outside addresses only, so that it may come from a cluster component
 * in the same program or from another stack's outputs.
 */
export interface GatewayArgs {
  cloud: Cloud;
  /** Region of the gateway; empty for a site. */
  region: string;
  /** BGP ASN. Example 64512. */
  asn: number;
  /** AWS: id of the transit gateway. Google Cloud: id of the HA VPN gateway. Azure: id of the virtual network gateway. Site: empty. */
  id: pulumi.Input<string>;
  /** Google Cloud: name of the Cloud Router. */
  router?: pulumi.Input<string>;
  /** Azure: name of the resource group that takes the connections. */
  resourceGroup?: pulumi.Input<string>;
  /** AWS: id of the transit gateway's route table. */
  routeTable?: pulumi.Input<string>;
  /** AWS: ARN of the transit gateway, by which it is shared with other accounts. */
  arn?: pulumi.Input<string>;
  /** Outside addresses by interface. Empty where each tunnel gets its own (AWS). */
  addresses: pulumi.Input<string>[];
  /** Prefixes that its router tells the peers. */
  advertise: string[];
  /** Google Cloud: each session of a link is told them, because the router's own setting is somebody else's. Default false. */
  tellsBySession?: boolean;
  /** Azure: names of the gateway's IP configurations by interface. Default: those of a gateway that isthmus made. */
  configurations?: string[];
  /** Tags or labels of the link's resources at this end. */
  tags?: Record<string, string>;
}

/** What a cloud's `peering.ts` needs to make its end of a link. Names of children begin with the tunnel's or link's name. */
export interface EndRequest {
  link: LinkPlan;
  /** Which end of `link` this is. */
  side: "a" | "b";
  gateway: GatewayArgs;
  /** The other end's cloud, and its outside addresses by its interface: complete before this end is made. */
  peer: { cloud: Cloud; addresses: pulumi.Input<string>[] };
  /** Pre-shared keys, secret, one for each of `link.tunnels`, in their order. */
  keys: pulumi.Output<string>[];
  /** The Link component: parent of every resource, and by it the provider. */
  parent: pulumi.Resource;
}

/** What making an end yields: its outside addresses by interface, for the peer's end to use. */
export interface End {
  addresses: pulumi.Input<string>[];
}

/** A cloud's `peering.ts` exports one. */
export type EndMaker = (request: EndRequest) => End;
