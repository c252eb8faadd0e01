import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { endOf } from "../clouds/ends";
import type { End, EndRequest, GatewayArgs } from "../clouds/link-end";
import type { PeeringEnd } from "../clouds/link-peering";
import { peeringOf } from "../clouds/peerings";
import { withResourceTag } from "../clouds/resource-tag";
import { keyResource } from "../network/link/applied-key";
import type { LinkPlan, TunnelPlan } from "../network/plan/shape";
import { explained } from "./gate";
import { type LinkArgs, linkPlan, type PlannedEnd, type PlannedLink } from "./link-args";

/** What no plan knows of a site's end: made at apply. */
export interface SiteOutputs {
  /** Outside address of the cloud's end, by tunnel. Example `{ "dublin~office/tunnel/1": "198.51.100.1" }`. */
  peers: pulumi.Output<Record<string, string>>;
  /** Pre-shared keys by tunnel. Secret. */
  keys: pulumi.Output<Record<string, string>>;
}

/**
 * A link between two members. Between two clouds, or a cloud and a site, it is a VPN: IKEv2 with AES-256-GCM throughout, BGP on every
 * tunnel, one pre-shared key a tunnel. Between two members in one cloud it is what that cloud has for it, over its own network.
 *
 * Creates for a VPN a random key for each tunnel, and at each end what that cloud needs:
 * - AWS: a customer gateway and a VPN connection (two tunnels) for each outside address of the peer.
 * - Google Cloud: an external VPN gateway, and a tunnel, a router interface and a BGP peer for each tunnel.
 * - Azure: a local network gateway and a connection for each tunnel, or for each device of a site.
 * - A site: nothing; `isthmus plan --site` prints what its devices must be told.
 *
 * Creates inside one cloud
 * - AWS: a peering of the two transit gateways, its acceptance, and in each gateway's table a route for each prefix behind the other.
 *   Members of one region share a transit gateway and need no link.
 * - Google Cloud, Azure: a peering at each side of the two networks; with `lender` one's gateway serves the other too.
 *
 * Costs while idle (list prices in USD, 2025-2026, eu-west-1 and like regions): AWS 0.05 an hour for each connection plus
 * 0.05 an hour for its transit gateway attachment; Google Cloud 0.05 an hour for each tunnel; Azure 0.015 an hour for each
 * tunnel above ten of a gateway. Traffic leaves each cloud as internet egress. Inside one cloud: AWS 0.05 an hour for each side's
 * attachment; peerings of networks nothing; traffic pays as between the cloud's regions.
 */
export class Link extends pulumi.ComponentResource {
  /** `amsterdam~dublin` */
  readonly linkName: string;
  /** Largest packet that it carries, in bytes. */
  readonly mtu: number;
  /** Outside addresses of both ends, by member and interface; none inside one cloud. */
  readonly outside: pulumi.Output<Record<string, string[]>>;
  /** What a site's devices must be told beyond the plan. Absent where no end is a site. */
  // Declared only: a property without a value would be warned of where a program exports the component.
  declare readonly site?: SiteOutputs;

  constructor(name: string, args: LinkArgs, opts?: pulumi.ComponentResourceOptions) {
    const { link, ends } = explained(name, () => linkPlan(args));
    const gateways = link.kind === "vpn" ? gatewaysOf(ends) : undefined;
    const mirrored = {
      link: link.name,
      kind: link.kind,
      a: link.a,
      b: link.b,
      mtu: link.mtu,
      tunnels: link.tunnels.map((tunnel) => mirrorOfTunnel(tunnel, gateways)),
      // What rules cannot see where the gateways are of other stacks.
      ends: { [link.a]: mirrorOfEnd(ends.a), [link.b]: mirrorOfEnd(ends.b) },
    };
    super(
      "isthmus:index:Link",
      name,
      mirrored,
      pulumi.mergeOptions(opts, { transformations: [withResourceTag] }),
    );

    this.linkName = link.name;
    this.mtu = link.mtu;
    if (gateways) {
      const keys = createKeys(link, this);
      const made = createEnds(link, gateways, keys, this);
      this.outside = pulumi.output({ [link.a]: made.a.addresses, [link.b]: made.b.addresses });
      const site = siteSide(gateways);
      if (site) this.site = siteOutputs(link, made[site === "a" ? "b" : "a"], keys, site);
    } else {
      createPeering(link, ends, this);
      this.outside = pulumi.output({ [link.a]: [], [link.b]: [] });
    }
    this.registerOutputs({ ...mirrored, outside: this.outside });
  }
}

interface Gateways {
  a: GatewayArgs;
  b: GatewayArgs;
}

/** Of a VPN, whose ends both have one. */
function gatewaysOf({ a, b }: PlannedLink["ends"]): Gateways {
  if (!a.gateway || !b.gateway) throw new Error(`${a.member}~${b.member}: an end has no gateway`);
  return { a: a.gateway, b: b.gateway };
}

/** Both ends are of one cloud, whose own peerings join them. */
function createPeering(link: LinkPlan, ends: PlannedLink["ends"], parent: pulumi.Resource): void {
  const end = (side: "a" | "b"): PeeringEnd => {
    const { member, network, gateway, account, provider } = ends[side];
    return {
      member,
      ...(network ? { network } : {}),
      ...(gateway ? { gateway } : {}),
      ...(account === undefined ? {} : { account }),
      ...(provider ? { provider } : {}),
      remote: link.prefixes?.[side === "a" ? "b" : "a"] ?? [],
    };
  };
  peeringOf(ends.a.cloud)({ link, a: end("a"), b: end("b"), parent });
}

/** A site has no resources, so what it is told stands here: nothing else shows its devices. */
function mirrorOfEnd({ cloud, region, asn, gateway }: PlannedEnd) {
  if (cloud === "site") return { cloud, asn, addresses: gateway?.addresses, advertise: gateway?.advertise };
  return gateway ? { cloud, region, asn } : { cloud, region };
}

function mirrorOfTunnel({ name, inside, a, b }: TunnelPlan, gateways: Gateways | undefined) {
  const site = gateways && siteSide(gateways);
  if (!site) return { name, inside };
  const [device, peer] = site === "a" ? [a, b] : [b, a];
  return { name, inside, device: device.interface, address: device.address, peerAddress: peer.address };
}

function siteSide({ a, b }: Gateways): "a" | "b" | undefined {
  if (a.cloud === "site") return "a";
  return b.cloud === "site" ? "b" : undefined;
}

/** `other` is the cloud's end. */
function siteOutputs(
  link: LinkPlan,
  other: End,
  keys: pulumi.Output<string>[],
  site: "a" | "b",
): SiteOutputs {
  const byTunnel = <T>(value: (tunnel: TunnelPlan, index: number) => T) =>
    Object.fromEntries(link.tunnels.map((tunnel, index) => [tunnel.name, value(tunnel, index)]));
  const peers = byTunnel((tunnel) => other.addresses[tunnel[site === "a" ? "b" : "a"].interface] ?? "");
  return { peers: pulumi.output(peers), keys: pulumi.secret(byTunnel((_, index) => keys[index] ?? "")) };
}

/**
 * One key a tunnel, but for those that one connection carries: 40 letters and digits, a letter first, which all three clouds take (AWS is the strictest: 8-64 of
 * letters, digits, `.` and `_`, not beginning with 0; EC2 API model, 2026-08-07). Only a raised generation makes a new one.
 */
function createKeys(link: LinkPlan, parent: pulumi.Resource): pulumi.Output<string>[] {
  const made = new Map<string, pulumi.Output<string>>();
  return link.tunnels.map((tunnel) => {
    const shared = tunnel.keyOf === undefined ? undefined : made.get(tunnel.keyOf);
    if (shared) return shared;
    const password = new random.RandomPassword(
      keyResource(tunnel.name),
      { length: 39, special: false, keepers: { generation: String(tunnel.generation) } },
      { parent, additionalSecretOutputs: ["result", "bcryptHash"] },
    );
    const key = pulumi.secret(pulumi.interpolate`k${password.result}`);
    made.set(tunnel.name, key);
    return key;
  });
}

/** The end whose gateway has its addresses beforehand can wait; the other is made first and hands on its tunnels' addresses. */
function createEnds(
  link: LinkPlan,
  gateways: Gateways,
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
