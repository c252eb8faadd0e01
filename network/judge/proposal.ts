import type { TunnelEndFact } from "../model/network";
import { isUnknown } from "../model/resource";

const ROLES = { encryption: "encryption", integrity: "integrity", groups: "Diffie-Hellman groups" } as const;
const PHASES = { phase1: "IKE", phase2: "ESP" } as const;

/** The parts of an end's proposals that are not known: `tunnel 1's IKE encryption`. */
export function unknownProposals(end: TunnelEndFact): string[] {
  return (["phase1", "phase2"] as const).flatMap((phase) =>
    (["encryption", "integrity", "groups"] as const)
      .filter((role) => isUnknown(end[phase][role]))
      .map((role) => `tunnel ${end.tunnel}'s ${PHASES[phase]} ${ROLES[role]}`),
  );
}
