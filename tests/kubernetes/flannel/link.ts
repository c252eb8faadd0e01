import { cidr, hostOf } from "../../../network/address/cidr";
import type { LinkPlan } from "../../../network/plan/shape";
import type { Cluster } from "./cluster";
import type { Hosts } from "./hosts";

/** Interface of each router that leads to the other cluster. */
const LINK = "across";

/** Two clusters and what joins them. */
export interface Joined {
  a: Cluster;
  b: Cluster;
  link: LinkPlan;
}

/**
 * Joins two clusters by a routed link that carries packets of its MTU in the plan: each router and each node knows the other's ranges, and no
 * node masquerades what goes there, which is what Submariner's route agent sees to by a chain that comes first in the hook (submariner@26a24fdf,
 * `kubeproxy/packetfilter_iface.go`). It is
 * down at first.
 */
export function joinClusters(hosts: Hosts, joined: Joined): void {
  const { a, b, link } = joined;
  hosts.wire([a.router, LINK], [b.router, LINK], link.mtu);
  for (const { near, far, inside } of sides(joined)) {
    hosts.run(near.router, ["ip", "address", "add", `${inside.near}/30`, "dev", LINK]);
    hosts.run(near.router, ["ip", "link", "set", LINK, "down"]);
    hosts.run(near.router, ["ip", "route", "add", near.member.ranges.pods, "via", near.gatewayAddress]);
    // Through the overlay to the gateway: between nodes, the cloud's network need not know pods.
    const overlay = ["via", near.overlayAddress, "dev", "flannel.1", "onlink"];
    hosts.run(near.worker, ["ip", "route", "add", far.member.ranges.pods, ...overlay]);
    for (const node of [near.gateway, near.worker]) exempt(hosts, node, "-I", near, far);
  }
}

/** Takes the link up, and has each router send the other's ranges over it; or takes it down. */
export function setLink(hosts: Hosts, joined: Joined, state: "up" | "down"): void {
  const both = sides(joined);
  for (const { near } of both) hosts.run(near.router, ["ip", "link", "set", LINK, state]);
  if (state === "down") return;
  for (const { near, far, inside } of both) {
    for (const range of [far.member.ranges.nodes, far.member.ranges.pods]) {
      hosts.run(near.router, ["ip", "route", "replace", range, "via", inside.far]);
    }
  }
}

/** The link as each end sees it, with the addresses of the first tunnel's ends. */
function sides({ a, b, link }: Joined) {
  const [tunnel] = link.tunnels;
  if (tunnel === undefined) throw new Error(`${link.name} has no tunnel`);
  const [one, other] = [hostOf(cidr(tunnel.inside), 1), hostOf(cidr(tunnel.inside), 2)];
  return [
    { near: a, far: b, inside: { near: one, far: other } },
    { near: b, far: a, inside: { near: other, far: one } },
  ];
}

/**
 * Puts in (`-I`) or takes out (`-D`) what keeps a node from masquerading pods that speak with the other cluster's: those that leave, and
 * at the gateway those that come, which Flannel otherwise hides behind the node too.
 */
export function exempt(hosts: Hosts, node: string, action: "-I" | "-D", near: Cluster, far: Cluster): void {
  const [own, other] = [near.member.ranges.pods, far.member.ranges.pods];
  for (const [from, to] of [
    [own, other],
    [other, own],
  ] as const) {
    const rule = ["POSTROUTING", "-s", from, "-d", to, "-j", "ACCEPT"];
    hosts.run(node, ["iptables", "-w", "-t", "nat", action, ...rule]);
  }
}
