import type { ProposalFact } from "../../../network/model/network";
import { text } from "../../../network/model/property";
import type { OrUnknown } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { ENCRYPTIONS, GROUPS, INTEGRITIES, PROTOCOLS, SAME_AS_MAIN_MODE } from "../ciphers";

/** IKE versions by the protocol's word; `undefined` where Azure chooses. */
export function ikeVersions(protocol: OrUnknown<string> | undefined): OrUnknown<number[]> | undefined {
  if (protocol === undefined || isUnknown(protocol)) return protocol;
  const version = PROTOCOLS[protocol];
  return version === undefined ? UNKNOWN : [version];
}

/** Without a policy Azure's defaults hold, which include weak ciphers. */
export function proposals(written: OrUnknown<unknown[]> | undefined): {
  phase1: ProposalFact;
  phase2: ProposalFact;
} {
  const policies = written ?? [];
  if (!isUnknown(policies) && policies.length === 0) return { phase1: {}, phase2: {} };
  const all = isUnknown(policies) ? [UNKNOWN] : policies;
  return {
    phase1: {
      encryption: combined(all, (policy) => meaning(ENCRYPTIONS, text(policy, "ikeEncryption"))),
      integrity: combined(all, (policy) => meaning(INTEGRITIES, text(policy, "ikeIntegrity"))),
      groups: combined(all, (policy) => meaning(GROUPS, text(policy, "dhGroup"))),
    },
    phase2: {
      encryption: combined(all, (policy) => meaning(ENCRYPTIONS, text(policy, "ipsecEncryption"))),
      integrity: combined(all, (policy) => meaning(INTEGRITIES, text(policy, "ipsecIntegrity"))),
      groups: combined(all, (policy) => meaning(GROUPS, secrecyGroup(policy))),
    },
  };
}

function secrecyGroup(policy: unknown): OrUnknown<string> | undefined {
  const group = text(policy, "pfsGroup");
  return group === SAME_AS_MAIN_MODE ? text(policy, "dhGroup") : group;
}

/** In the field's names; a word that Azure has got since this was written is not judged. */
function meaning<T>(table: Record<string, T>, word: OrUnknown<string> | undefined): OrUnknown<T> {
  if (word === undefined || isUnknown(word) || !Object.hasOwn(table, word)) return UNKNOWN;
  return table[word] as T; // its own, by the line above
}

/** What all policies offer for one role, without what stands for none. */
function combined<T>(policies: unknown[], read: (policy: unknown) => OrUnknown<T>): OrUnknown<T[]> {
  const values = policies.map(read);
  const known = values.filter((value): value is T => !isUnknown(value));
  if (known.length < values.length) return UNKNOWN;
  return [...new Set(known)].filter((value) => value !== "" && value !== 0);
}
