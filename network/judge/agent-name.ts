import type { AgentFact } from "../model/network";
import { nameIn } from "./judgement";

/** `the cilium agent dublin-cilium (urn:…)` */
export function agentName({ kind, urn }: AgentFact): string {
  return `the ${kind} agent ${nameIn(urn)} (${urn})`;
}
