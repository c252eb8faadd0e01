import type { MemberPlan } from "../../network/plan/shape";
import { awsSession } from "./aws-session";
import { azureSession } from "./azure-session";
import { type Finding, ok } from "./finding";
import { gcpSession } from "./gcp-session";
import { GATEWAY_MINUTES } from "./session-length";
import type { Surroundings } from "./surroundings";

/** Whether each cloud's session outlasts the longest step of an update. Without an Azure VPN gateway no step takes so long. */
export function sessions(members: MemberPlan[], surroundings: Surroundings): Finding[] {
  const clouds = ["aws", "gcp", "azure"] as const;
  const used = clouds.filter((cloud) => members.some((member) => member.cloud === cloud));
  const gateways = members.filter(({ cloud, gateway }) => cloud === "azure" && gateway !== undefined);
  if (used.length === 0) return [];
  if (gateways.length === 0) {
    const why = `no Azure VPN gateway, so nothing takes ${GATEWAY_MINUTES} minutes`;
    return [{ check: "session", subject: used.join(", "), mandatory: false, ...ok(why) }];
  }
  const of = { aws: awsSession, gcp: gcpSession, azure: azureSession };
  return used.map((cloud) => ({
    check: "session",
    subject: cloud,
    mandatory: true,
    ...of[cloud](surroundings),
  }));
}
