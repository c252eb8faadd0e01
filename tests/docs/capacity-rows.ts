import { CATALOGUE } from "../../clouds/catalogue";

const TITLES = { aws: "AWS", gcp: "Google Cloud", azure: "Azure" } as const;
const CLOUDS = ["aws", "gcp", "azure"] as const;

/** Rows of the table of VPN gateways, as docs/capacity.md has them. */
export function capacityRows(): string[] {
  return CLOUDS.map((cloud) => {
    const { tunnelCapacity, gatewayCapacity, capacitySource } = CATALOGUE[cloud].gateway;
    return row(TITLES[cloud], figure(tunnelCapacity), figure(gatewayCapacity), capacitySource);
  });
}

/** Rows of the table of what joins two members of one cloud. */
export function peeringRows(): string[] {
  return CLOUDS.map((cloud) => {
    const { capacity, flow, capacitySource } = CATALOGUE[cloud].peering;
    return row(TITLES[cloud], figure(capacity), figure(flow), capacitySource);
  });
}

function figure(megabits: number | undefined): string {
  return megabits === undefined ? "-" : String(megabits);
}

function row(...cells: string[]): string {
  return `| ${cells.join(" | ")} |`;
}
