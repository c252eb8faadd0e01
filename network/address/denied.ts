import type { DeniedRange } from "../catalogue";
import { type Cidr, cidr, overlaps } from "./cidr";

// Sources, read in 2026-11. AWS: VPC user guide, "VPC CIDR blocks"; for 172.17.0.0/16 Amazon EKS user guide,
// "Create a cluster". Google Cloud: VPC documentation, "Prohibited IPv4 subnet ranges". Azure: "Virtual
// Network FAQ". AKS: "Plan IP addressing for your AKS cluster".
//
// 34.118.224.0/20, Google's own default for Services, is missing on purpose: it is the same in every cluster,
// so two clusters that keep it overlap, which is told as such.
/**
 * Ranges that no network, pod or Service range of a mesh may touch, because some member's cloud refuses or
 * shadows them.
 */
export const DENIED: readonly DeniedRange[] = [
  { cidr: "0.0.0.0/8", reason: "AWS and Google Cloud refuse it: it means this network (RFC 791)" },
  { cidr: "127.0.0.0/8", reason: "AWS, Google Cloud and Azure refuse it: it is loopback" },
  // Tunnels' inside addresses live here, but those are no range of a network, of pods or of Services.
  {
    cidr: "169.254.0.0/16",
    reason:
      "AWS, Google Cloud, Azure and AKS refuse it: it is link-local, where metadata and tunnels' inside addresses are",
  },
  { cidr: "168.63.129.16/32", reason: "Azure refuses it: its DNS and health probes come from there" },
  { cidr: "172.17.0.0/16", reason: "Docker's default bridge on the nodes, AWS Cloud9 and SageMaker take it" },
  { cidr: "172.30.0.0/16", reason: "AKS refuses it for Services, pods and networks" },
  {
    cidr: "172.31.0.0/16",
    reason: "AKS refuses it for Services, pods and networks, and AWS's default VPCs are there",
  },
  {
    cidr: "192.0.2.0/24",
    reason: "AKS refuses it for Services, pods and networks: it is for documentation (RFC 5737)",
  },
  { cidr: "199.36.153.4/30", reason: "Google Cloud refuses it: restricted.googleapis.com is there" },
  { cidr: "199.36.153.8/30", reason: "Google Cloud refuses it: private.googleapis.com is there" },
  { cidr: "224.0.0.0/4", reason: "AWS, Google Cloud and Azure refuse it: it is multicast" },
  {
    cidr: "240.0.0.0/4",
    reason: "most hosts and routers drop it: it is reserved (RFC 1112), and 255.255.255.255 is broadcast",
  },
  { cidr: "::/127", reason: "no network can have it: it is the unspecified address and loopback (RFC 4291)" },
  { cidr: "fe80::/10", reason: "no network can have it: it is link-local (RFC 4291)" },
  { cidr: "ff00::/8", reason: "no network can have it: it is multicast (RFC 4291)" },
];

const PARSED = DENIED.map((range) => ({ range, cidr: cidr(range.cidr) }));

/** {@link DENIED} as ranges to keep out of. */
export const DENIED_CIDRS: readonly Cidr[] = PARSED.map((one) => one.cidr);

/** The first denied range that shares an address with this one. */
export function deniedBy(range: Cidr): DeniedRange | undefined {
  return PARSED.find((denied) => overlaps(denied.cidr, range))?.range;
}
