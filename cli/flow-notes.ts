import { type NarrowFlow, narrowFlows } from "../network/plan/narrow-flows";
import type { Plan } from "../network/plan/shape";

/** Where a tier asks for more bandwidth than one flow gets: what that means, a sentence an intent. Nothing of it is an error. */
export function flowNotes(plan: Plan): string[] {
  return narrowFlows(plan).map((narrow) => {
    const { intent, tier, link, flow } = narrow;
    return (
      `${intent.from} to ${intent.to}: tier ${tier.name} asks for ${tier.bandwidth} Mbit/s, and over ${link} one flow gets at most ` +
      `${flow} Mbit/s; ${consequence(narrow)}.`
    );
  });
}

const AGENTS = { wireguard: "WireGuard", ipsec: "the agent's IPsec" };

function consequence({ tier, capacity, bundles }: NarrowFlow): string {
  if (capacity !== undefined && capacity < tier.bandwidth)
    return `all flows together get ${capacity} Mbit/s, so it cannot be had`;
  if (bundles === "none") return "it takes several connections";
  return `${AGENTS[bundles]} makes one flow of all that two nodes exchange, so it takes several nodes at each end`;
}
