import type { Subject } from "../../monitoring/subject";

/** dublin, with a tier to frankfurt and none to amsterdam, agents with IPsec, and a site that is probed. */
export const DUBLIN: Subject = {
  cluster: "dublin",
  agent: { kind: "cilium", encryption: "ipsec" },
  others: ["amsterdam", "frankfurt"],
  runbooks: "docs/runbooks",
  probes: [
    {
      to: "amsterdam",
      targets: ["10.0.1.1:2379"],
      path: ["dublin", "amsterdam"],
      expected: { p50: 16.5, hi: 23.4 },
    },
    {
      to: "frankfurt",
      targets: ["10.0.2.1:2379", "10.0.2.2:2379"],
      path: ["dublin", "frankfurt"],
      expected: { p50: 23.6, hi: 27.2 },
      budget: { tier: "gold", rtt: 60 },
    },
  ],
  links: [
    {
      name: "amsterdam~dublin",
      peer: "amsterdam",
      kind: "vpn",
      mtu: 1446,
      capacity: 1000,
      p50: 16.5,
      tunnels: ["amsterdam~dublin/tunnel/1", "amsterdam~dublin/tunnel/2"],
    },
    { name: "dublin~stockholm", peer: "stockholm", kind: "gateway-peering", mtu: 8500, p50: 40, tunnels: [] },
  ],
};

/** A cluster alone: no probe, no other cluster. */
export const ALONE: Subject = {
  ...DUBLIN,
  agent: { kind: "cilium", encryption: "wireguard" },
  others: [],
  probes: [],
  links: [],
};

/** Whose agent tells nothing that is known of. */
export const SILENT: Subject = { ...DUBLIN, agent: { kind: "weave", encryption: "ipsec" } };
