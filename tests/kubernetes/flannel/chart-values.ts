import { z } from "zod";

/** As much of the values of Flannel's chart as its daemon is told (chart/kube-flannel/values.yaml, v0.28.9, 2026-08-07). */
const values = z.looseObject({
  podCidr: z.string(),
  flannel: z.looseObject({ backend: z.literal("vxlan"), mtu: z.number(), args: z.array(z.string()) }),
});

/** What the chart's templates make of its values: the daemon's flags, and `net-conf.json`. @throws where a value is missing or of another kind */
export function daemonOf(given: unknown): { flags: string[]; configuration: string } {
  const { podCidr, flannel } = values.parse(given);
  // The chart's own `vni`; the backend subtracts what VXLAN adds from the MTU.
  const backend = { Type: flannel.backend, VNI: 1, MTU: flannel.mtu };
  return {
    flags: flannel.args,
    configuration: JSON.stringify({ Network: podCidr, Backend: backend }),
  };
}
