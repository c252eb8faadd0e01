import { list, number, text } from "../../network/model/property";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { Cloud, Encryption } from "../../network/spec/shape";
import { calicoOverhead } from "./facts";

/** What the operator gives to pods where nobody names a pool ("Configure default IP pools", docs.tigera.io, 2026-11-23). */
export const DEFAULT_POOL = "192.168.0.0/16";

/** What an Installation's spec (or the chart's `installation`, which is the same) says of pods' addresses. */
export interface Pools {
  /** CIDRs of the pools that it names; UNKNOWN as a whole where the list is. */
  cidrs: OrUnknown<OrUnknown<string>[]>;
  /** What pods get beside, unless an object names a pool. */
  assumed: OrUnknown<string>[];
  routing: OrUnknown<string>;
  /** 0 where it looks at the nodes' own network. */
  podMtu: OrUnknown<number>;
}

/** What an agent takes its underlay to carry, by the MTU of its pods: that and its own overhead (`calicoNetwork.mtu`). */
export function underlayMtu(
  { podMtu, routing }: Pick<Pools, "podMtu" | "routing">,
  encryption: OrUnknown<Encryption>,
) {
  if (isUnknown(podMtu) || podMtu === 0) return podMtu;
  if (isUnknown(encryption) || isUnknown(routing)) return UNKNOWN;
  return podMtu + calicoOverhead(encryption, routing === "native" ? "routed" : "overlay");
}

export function poolsOf(spec: unknown, cloud: Cloud): Pools {
  const pools = list(spec, "calicoNetwork.ipPools");
  const ownCni = hasOwnCni(spec, cloud);
  return {
    cidrs: ownCni === false ? [] : cidrsOf(pools),
    assumed: pools === undefined && ownCni !== false ? [assumedPool(ownCni, cloud)] : [],
    routing: ownCni === false ? "native" : routingOf(pools ?? []),
    podMtu: number(spec, "calicoNetwork.mtu") ?? 0,
  };
}

/**
 * Whether Calico gives pods their addresses, or the cloud's own plugin does and Calico only keeps policies. Where nothing is said
 * the operator looks at what cluster it is in (`cni.type` of the Installation, "Installation reference", docs.tigera.io, 2026-11-23).
 */
function hasOwnCni(spec: unknown, cloud: Cloud): OrUnknown<boolean> {
  const type = text(spec, "cni.type");
  if (type !== undefined && type !== "") return isUnknown(type) ? UNKNOWN : type === "Calico";
  const provider = text(spec, "kubernetesProvider");
  if (isUnknown(provider)) return UNKNOWN;
  if (provider !== undefined && provider !== "") return !["EKS", "AKS", "GKE"].includes(provider);
  return cloud === "site" || list(spec, "calicoNetwork.ipPools") !== undefined;
}

/** In a cluster that kubeadm made, the operator takes kubeadm's: known only where that is read too. */
function assumedPool(ownCni: OrUnknown<boolean>, cloud: Cloud): OrUnknown<string> {
  return ownCni === true && cloud !== "site" ? DEFAULT_POOL : UNKNOWN;
}

function cidrsOf(pools: OrUnknown<unknown[]> | undefined): Pools["cidrs"] {
  if (pools === undefined) return [];
  return isUnknown(pools) ? UNKNOWN : pools.map((pool) => text(pool, "cidr") ?? UNKNOWN);
}

/** IPIP is the default; native only where every pool says so. */
function routingOf(pools: OrUnknown<unknown[]>): OrUnknown<string> {
  if (isUnknown(pools)) return UNKNOWN;
  const modes = pools.map((pool) => text(pool, "encapsulation") ?? "IPIP");
  if (modes.some((mode) => !isUnknown(mode) && mode !== "None")) return "tunnel";
  if (modes.some(isUnknown)) return UNKNOWN;
  return modes.length > 0 ? "native" : "tunnel";
}
