import type { LinkPlan, TunnelPlan } from "../../../network/plan/shape";

const AZURE = 64512;
const PEER = 64513;

/** A tunnel with Azure on the second host of a /30 and the peer on the first. */
function tunnel(
  link: string,
  number: number,
  base: string,
  interfaces: { azure: number; peer: number },
): TunnelPlan {
  const [, network, host] = /^(.*)\.(\d+)$/.exec(base) ?? [];
  const address = (offset: number) => `${network}.${Number(host) + offset}`;
  return {
    name: `${link}/tunnel/${number}`,
    inside: `${base}/30`,
    generation: 1,
    a: { address: address(2), asn: AZURE, interface: interfaces.azure },
    b: { address: address(1), asn: PEER, interface: interfaces.peer },
  };
}

function link(name: string, tunnels: TunnelPlan[]): LinkPlan {
  const [a = "", b = ""] = name.split("~");
  const rtt = { p50: 20, lo: 15, hi: 30, source: "measured: example", asOf: "2026-01" };
  return { name, a, b, kind: "vpn", mtu: 1446, podMtu: 1301, capacity: 1000, rtt, tunnels };
}

/** Four tunnels to AWS: two connections of two tunnels, one connection for each of Azure's instances. */
export const TO_AWS = link("amsterdam~dublin", [
  tunnel("amsterdam~dublin", 1, "169.254.21.0", { azure: 0, peer: 0 }),
  tunnel("amsterdam~dublin", 2, "169.254.22.0", { azure: 0, peer: 1 }),
  tunnel("amsterdam~dublin", 3, "169.254.21.4", { azure: 1, peer: 2 }),
  tunnel("amsterdam~dublin", 4, "169.254.22.4", { azure: 1, peer: 3 }),
]);

/** Two tunnels to Google Cloud, interface to instance. */
export const TO_GCP = link("amsterdam~frankfurt", [
  tunnel("amsterdam~frankfurt", 1, "169.254.21.8", { azure: 0, peer: 0 }),
  tunnel("amsterdam~frankfurt", 2, "169.254.21.12", { azure: 1, peer: 1 }),
]);
