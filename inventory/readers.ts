import { readAgents } from "../agents/read";
import { awsFacts } from "../clouds/aws/facts";
import { readAws } from "../clouds/aws/read";
import { azureFacts } from "../clouds/azure/facts";
import { readAzure } from "../clouds/azure/read";
import { gcpFacts } from "../clouds/gcp/facts";
import { readGcp } from "../clouds/gcp/read";
import type { QuotaFact } from "../network/catalogue";
import { linkCapacity } from "../network/link/capacity";
import type { Reader } from "../network/model/network";
import { passesOn, type TransitSetting } from "../network/routing/transit";
import type { Cloud } from "../network/spec/shape";

/** One reader a room: a fourth cloud is one line more. */
export const READERS: Reader[] = [readAws, readGcp, readAzure, readAgents];

const FACTS = [awsFacts, azureFacts, gcpFacts];

/** Largest packet that a cloud's tunnels carry, in bytes, with AES-GCM: no cipher leaves more. A site's device tells nothing. */
export function tunnelMtu(cloud: Cloud): number | undefined {
  return FACTS.find((facts) => facts.cloud === cloud)?.gateway.mtu;
}

/** Largest packet, in bytes, over what joins two members that are both in a cloud. */
export function peeringMtu(cloud: Cloud): number | undefined {
  return FACTS.find((facts) => facts.cloud === cloud)?.peering.mtu;
}

/** Whether a member passes on to one tunnel's peer what it learned from another's, by its cloud and what is set on its gateways. */
export function passesOnRoutes(cloud: Cloud, settings: readonly TransitSetting[]): boolean {
  const facts = FACTS.find((one) => one.cloud === cloud);
  return facts !== undefined && passesOn(facts.transit, "vpn", "vpn", settings) === true;
}

/** What a cloud counts of gateways, networks and regions; nothing of a site's. */
export function cloudQuotas(cloud: Cloud): QuotaFact[] {
  return FACTS.find((facts) => facts.cloud === cloud)?.gateway.quotas ?? [];
}

/** Mbit/s in one direction of so many tunnels between two clouds; of a site's device nobody knows, so the cloud's end alone counts. */
export function tunnelsCapacity(a: Cloud, b: Cloud, tunnels: number): number | undefined {
  const [one, other] = [a, b].map((cloud) => FACTS.find((facts) => facts.cloud === cloud));
  const near = one ?? other;
  return near ? linkCapacity(near, other ?? near, tunnels) : undefined;
}

/** Mbit/s that a peering inside a cloud carries; `undefined` where the cloud states no figure. */
export function peeringCapacity(cloud: Cloud): number | undefined {
  return FACTS.find((facts) => facts.cloud === cloud)?.peering.capacity;
}
