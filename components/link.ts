import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { endOf } from "../clouds/ends";
import type { End, EndRequest, GatewayArgs } from "../clouds/link-end";
import { withResourceTag } from "../clouds/resource-tag";
import type { LinkPlan } from "../network/plan/shape";
import { type LinkArgs, linkPlan } from "./link-args";

/**
 * A VPN link between two members in different clouds: IKEv2 with AES-256-GCM throughout, BGP on every tunnel, one
 * pre-shared key a tunnel.
 *
 * Creates a random key for each tunnel, and at each end what that cloud needs:
 * - AWS: a customer gateway and a VPN connection (two tunnels) for each outside address of the peer.
 * - Google Cloud: an external VPN gateway, and a tunnel, a router interface and a BGP peer for each tunnel.
 * - Azure: a local network gateway and a connection for each tunnel.
 *
 * Costs while idle (list prices in USD, 2025-2026, eu-west-1 and like regions): AWS 0.05 an hour for each connection plus
 * 0.05 an hour for its transit gateway attachment; Google Cloud 0.05 an hour for each tunnel; Azure 0.015 an hour for each
 * tunnel above ten of a gateway. Traffic leaves each cloud as internet egress.
 */
export class Link extends pulumi.ComponentResource {
  /** `amsterdam~dublin` */
  readonly linkName: string;
  /** Largest packet that fits the tunnels, in bytes. */
  readonly mtu: number;
  /** Outside addresses of both ends, by member and interface. */
  readonly outside: pulumi.Output<Record<string, string[]>>;

  constructor(name: string, args: LinkArgs, opts?: pulumi.ComponentResourceOptions) {
    const link = linkPlan(args);
    const gateways =
      args.a.member === link.a
        ? { a: args.a.gateway, b: args.b.gateway }
        : { a: args.b.gateway, b: args.a.gateway };
    const mirrored = {
      link: link.name,
      a: link.a,
      b: link.b,
      mtu: link.mtu,
      tunnels: link.tunnels.map((tunnel) => ({ name: tunnel.name, inside: tunnel.inside })),
      // What rules cannot see where the gateways are of other stacks.
      ends: { [link.a]: mirrorOfGateway(gateways.a), [link.b]: mirrorOfGateway(gateways.b) },
    };
    super(
      "isthmus:index:Link",
      name,
      mirrored,
      pulumi.mergeOptions(opts, { transformations: [withResourceTag] }),
    );

    const keys = createKeys(link, this);
    const ends = createEnds(link, gateways, keys, this);

    this.linkName = link.name;
    this.mtu = link.mtu;
    this.outside = pulumi.output({ [link.a]: ends.a.addresses, [link.b]: ends.b.addresses });
    this.registerOutputs({ ...mirrored, outside: this.outside });
  }
}

function mirrorOfGateway({ cloud, region, asn }: GatewayArgs) {
  return { cloud, region, asn };
}

/**
 * One key a tunnel: 40 letters and digits, a letter first, which all three clouds take (AWS is the strictest: 8-64 of
 * letters, digits, `.` and `_`, not beginning with 0; EC2 API model, 2026-08-07). Only a raised generation makes a new one.
 */
function createKeys(link: LinkPlan, parent: pulumi.Resource): pulumi.Output<string>[] {
  return link.tunnels.map((tunnel) => {
    const password = new random.RandomPassword(
      `${tunnel.name}/key`,
      { length: 39, special: false, keepers: { generation: String(tunnel.generation) } },
      { parent, additionalSecretOutputs: ["result", "bcryptHash"] },
    );
    return pulumi.secret(pulumi.interpolate`k${password.result}`);
  });
}

/** The end whose gateway has its addresses beforehand can wait; the other is made first and hands on its tunnels' addresses. */
function createEnds(
  link: LinkPlan,
  gateways: { a: GatewayArgs; b: GatewayArgs },
  keys: pulumi.Output<string>[],
  parent: pulumi.Resource,
): { a: End; b: End } {
  const request = (side: "a" | "b", peerAddresses: pulumi.Input<string>[]): EndRequest => ({
    link,
    side,
    gateway: gateways[side],
    peer: { cloud: gateways[side === "a" ? "b" : "a"].cloud, addresses: peerAddresses },
    keys,
    parent,
  });
  const make = (side: "a" | "b", peerAddresses: pulumi.Input<string>[]): End =>
    endOf(gateways[side].cloud).make(request(side, peerAddresses));
  const first = endOf(gateways.a.cloud).outsideAddress === "tunnel" ? "a" : "b";
  const second = first === "a" ? "b" : "a";

  const made = make(first, gateways[second].addresses);
  const other = make(second, made.addresses);
  return first === "a" ? { a: made, b: other } : { a: other, b: made };
}
