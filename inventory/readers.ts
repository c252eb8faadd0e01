import { readAgents } from "../agents/read";
import { awsFacts } from "../clouds/aws/facts";
import { readAws } from "../clouds/aws/read";
import { azureFacts } from "../clouds/azure/facts";
import { readAzure } from "../clouds/azure/read";
import { gcpFacts } from "../clouds/gcp/facts";
import { readGcp } from "../clouds/gcp/read";
import type { Reader } from "../network/model/network";
import type { Cloud } from "../network/spec/shape";

/** One reader a room: a fourth cloud is one line more. */
export const READERS: Reader[] = [readAws, readGcp, readAzure, readAgents];

const FACTS = [awsFacts, azureFacts, gcpFacts];

/** Largest packet that a cloud's tunnels carry, in bytes, with AES-GCM: no cipher leaves more. A site's device tells nothing. */
export function tunnelMtu(cloud: Cloud): number | undefined {
  return FACTS.find((facts) => facts.cloud === cloud)?.gateway.mtu;
}

/** Clouds whose gateways pass on to one peer what they learned from another. */
const TRANSIT: Cloud[] = FACTS.filter((facts) => facts.gateway.passesOnRoutes).map((facts) => facts.cloud);

export function passesOnRoutes(cloud: Cloud): boolean {
  return TRANSIT.includes(cloud);
}
