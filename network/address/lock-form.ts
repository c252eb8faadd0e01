import { JoinKind } from "../link/join";
import { AgentKind, Datapath } from "../spec/shape";
import { parseAddress } from "./address";
import { cidr, contains, parseCidr } from "./cidr";
import type { Section } from "./lock";
import { ASNS, CLUSTER_IDS } from "./number-pool";

/** One line of a lock's text. */
export interface LockEntry {
  section: Section;
  key: string;
  /** As written, and canonical. */
  value: string;
  removed: boolean;
  /** From 1. */
  line: number;
  column: number;
}

const LINK_LOCAL = cidr("169.254.0.0/16");

/** A VPN stands in the lock by its tunnels. */
const JOINS_IN_LOCK: readonly string[] = Object.values(JoinKind).filter(
  (kind) => kind !== JoinKind.vpn && kind !== JoinKind.existing,
);

/** Of any key: which of the two it is, its value tells. */
const AGENT_IN_LOCK: readonly string[] = [...Object.values(AgentKind), ...Object.values(Datapath)];

/** Why a value cannot stand in a section, and what would; `undefined` where it can. */
export function valueFault(section: Section, text: string): string | undefined {
  switch (section) {
    case "ranges": {
      const range = parseCidr(text);
      if ("fault" in range) return range.fault;
      return range.version === 4 ? undefined : `${text} is IPv6; a mesh's own ranges are IPv4`;
    }
    case "insides": {
      const range = parseCidr(text);
      if ("fault" in range) return range.fault;
      return range.prefix === 30 && contains(LINK_LOCAL, range)
        ? undefined
        : `${text} is no inside range of a tunnel, which is a /30 in ${LINK_LOCAL.text}`;
    }
    case "addresses":
      return parseAddress(text)?.version === 4 ? undefined : `${text} is no IPv4 address like 10.64.0.10`;
    case "asns":
      return numberFault(text, "an ASN that every cloud takes", ASNS.first, ASNS.last);
    case "clusterIds":
      return numberFault(text, "a cluster id", CLUSTER_IDS.first, CLUSTER_IDS.last);
    case "generations":
      return numberFault(text, "a generation", 1, 999_999);
    case "gateways":
      return keyFault(text) === undefined ? undefined : `${text} is no member's name`;
    case "joins":
      return JOINS_IN_LOCK.includes(text)
        ? undefined
        : `${text} is no way to join two members; there are ${JOINS_IN_LOCK.join(", ")}`;
    case "agent":
      return AGENT_IN_LOCK.includes(text)
        ? undefined
        : `${text} is nothing that an agent can be; there are ${AGENT_IN_LOCK.join(", ")}`;
  }
}

function numberFault(text: string, what: string, first: number, last: number): string | undefined {
  const value = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  return value >= first && value <= last ? undefined : `${text} is not ${what}, ${first}-${last}`;
}

/** Keys are name paths: nothing in them needs care in a shell, a URL or a cloud's tag. */
export function keyFault(key: string): string | undefined {
  return /^[A-Za-z0-9][A-Za-z0-9._~/-]*$/.test(key)
    ? undefined
    : `${JSON.stringify(key)} is no name path like dublin/pods`;
}
