import { cidr, contains, overlaps, parseCidr } from "../address/cidr";
import { existingClusterFaults } from "./existing-cluster-meaning";
import { type Loose, list, object, text } from "./loose";
import type { SpecFault } from "./read";
import type { Cloud } from "./shape";

type MadeCloud = Exclude<Cloud, "site">;

/** How each cloud names what may exist, and what such a name is like. */
const IDS: Record<MadeCloud, Record<"network" | "gateway", [RegExp, string]>> = {
  aws: {
    network: [/^vpc-[0-9a-f]{8,17}$/, "a VPC's id is like vpc-0123456789abcdef0"],
    gateway: [/^tgw-[0-9a-f]{8,17}$/, "a transit gateway's id is like tgw-0123456789abcdef0"],
  },
  gcp: {
    network: [
      /^projects\/[^/]+\/global\/networks\/[^/]+$/,
      "a VPC is named like projects/my-project/global/networks/main",
    ],
    gateway: [
      /^projects\/[^/]+\/regions\/[^/]+\/vpnGateways\/[^/]+$/,
      "an HA VPN gateway is named like projects/my-project/regions/europe-west3/vpnGateways/main",
    ],
  },
  azure: {
    network: [
      /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/virtualNetworks\/[^/]+$/i,
      "a VNet's id is like /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/main",
    ],
    gateway: [
      /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/virtualNetworkGateways\/[^/]+$/i,
      "a gateway's id is like /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworkGateways/main",
    ],
  },
};

const ROUTER = /^projects\/[^/]+\/regions\/[^/]+\/routers\/[^/]+$/;

/** Which of a gateway's keys each cloud needs, and which it has no use for. */
const GATEWAY_KEYS: Record<MadeCloud, { needs: string[]; takes: string[] }> = {
  aws: { needs: ["routeTable"], takes: ["attachment"] },
  gcp: { needs: ["router", "addresses"], takes: [] },
  azure: { needs: ["addresses", "configurations"], takes: [] },
};
const WORDS: Record<string, string> = {
  routeTable: "the id of the route table that links are joined to",
  router: "its Cloud Router",
  addresses: "its two public addresses",
  configurations: "the names of its two IP configurations",
};

/** What is said of existing things in a way that their cloud does not have, or that contradicts the rest of the member. */
export function existingFaults(name: string, cloud: MadeCloud, member: Loose): SpecFault[] {
  if (member.existing === undefined) return [];
  const at = ["members", name, "existing"];
  const { network, gateway } = object(member.existing);
  return [
    ...idFaults([...at, "network", "id"], object(network).id, IDS[cloud].network),
    ...placeFaults(name, cloud, member),
    ...(cloud !== "aws" && object(network).internetGateway !== undefined
      ? [
          {
            at: [...at, "network", "internetGateway"],
            key: true,
            message: `is only for aws, and ${name} is ${cloud}`,
          },
        ]
      : []),
    ...(gateway === undefined ? [] : gatewayFaults(name, cloud, member)),
    ...existingClusterFaults(name, cloud, member),
  ];
}

function idFaults(at: string[], value: unknown, [form, like]: [RegExp, string]): SpecFault[] {
  const id = text(value);
  return id === undefined || form.test(id) ? [] : [{ at, message: `${id} is none: ${like}` }];
}

/** isthmus makes subnets of its own in an existing network, in a free part of it that somebody has to name. */
function placeFaults(name: string, cloud: MadeCloud, member: Loose): SpecFault[] {
  const ranges = list(object(object(member.existing).network).ranges).flatMap((range) => text(range) ?? []);
  const made: [string[], string, unknown][] = [
    [["nodes", "range"], "nodes", object(member.nodes).range],
    ...(cloud === "azure" && object(member.existing).gateway === undefined
      ? [
          [["gateway", "range"], "its GatewaySubnet", object(member.gateway).range] as [
            string[],
            string,
            unknown,
          ],
        ]
      : []),
  ];
  return made.flatMap(([path, what, value]): SpecFault[] => {
    const at = ["members", name, ...path];
    const range = text(value);
    if (value === undefined) {
      const message = `is required in an existing network: give a free range of it for ${what}`;
      return [{ at, message }];
    }
    if (range === undefined || "fault" in parseCidr(range)) return [];
    const known = ranges.filter((one) => !("fault" in parseCidr(one)));
    if (known.length < ranges.length || known.length === 0) return [];
    // Google Cloud's networks have no ranges but their subnets', beside which the new one comes to lie.
    const inside = known.some((one) => contains(cidr(one), cidr(range)));
    if (cloud !== "gcp")
      return inside
        ? []
        : [{ at, message: `${range} lies in none of the network's ranges, ${known.join(", ")}` }];
    // The nodes of a cluster that is there stand in subnets that are there.
    if (object(member.existing).cluster !== undefined) return [];
    const taken = known.find((one) => overlaps(cidr(one), cidr(range)));
    return taken === undefined ? [] : [{ at, message: `${range} overlaps a subnet that is there, ${taken}` }];
  });
}

function gatewayFaults(name: string, cloud: MadeCloud, member: Loose): SpecFault[] {
  const at = ["members", name, "existing", "gateway"];
  const gateway = object(object(member.existing).gateway);
  const { needs, takes } = GATEWAY_KEYS[cloud];
  const all = Object.values(GATEWAY_KEYS).flatMap((keys) => [...keys.needs, ...keys.takes]);
  const foreign = [...new Set(all)].filter(
    (key) => gateway[key] !== undefined && ![...needs, ...takes].includes(key),
  );
  const clouds = (key: string) =>
    Object.entries(GATEWAY_KEYS)
      .filter(([, keys]) => [...keys.needs, ...keys.takes].includes(key))
      .map(([one]) => one);
  return [
    ...idFaults([...at, "id"], gateway.id, IDS[cloud].gateway),
    ...(cloud === "gcp"
      ? idFaults([...at, "router"], gateway.router, [
          ROUTER,
          "a Cloud Router is named like projects/my-project/regions/europe-west3/routers/main",
        ])
      : []),
    ...needs
      .filter((key) => gateway[key] === undefined)
      .map((key) => ({ at: [...at, key], message: `is required in ${cloud}: give ${WORDS[key]}` })),
    ...foreign.map((key) => ({
      at: [...at, key],
      key: true,
      message: `is only for ${clouds(key).join(", ")}, and ${name} is ${cloud}`,
    })),
    ...Object.keys(object(member.gateway)).map((key) => ({
      at: ["members", name, "gateway", key],
      key: true,
      message: "is for a gateway that isthmus makes, and existing.gateway names one that is there",
    })),
  ];
}
