import { siteSide } from "../../../clouds/site/side";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { planMesh } from "../../../network/plan/plan";
import type { Plan } from "../../../network/plan/shape";
import type { GatewaySpec } from "../../../network/spec/shape";

/** A member in each cloud and a site that all are linked to. */
export function planWithOffice(gateway: GatewaySpec = { address: "203.0.113.7", asn: 64900 }): Plan {
  const members = {
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
    amsterdam: { cloud: "azure", region: "westeurope" },
    office: { cloud: "site", ranges: ["192.168.40.0/22", "10.9.0.0/16"], gateway },
  } as const;
  const spec = { members: { ...members, office: { ...members.office, ranges: [...members.office.ranges] } } };
  return planMesh(spec, emptyLock(), SOURCES).plan;
}

export const TWO_DEVICES: GatewaySpec = { addresses: ["203.0.113.7", "203.0.113.8"], asn: 64900 };

/** What the devices of that site must be told. */
export const sideOf = (gateway?: GatewaySpec) => siteSide(planWithOffice(gateway), "office", SOURCES.clouds);
