import { type Cidr, nthSubnet, parseCidr } from "../../network/address/cidr";
import type { CloudSubnet } from "../../network/catalogue";
import { InputError } from "../../network/errors";
import { zoneLetter } from "./zones";

/** AWS has no region with more zones than these: us-east-1 has them all. */
const LETTERS = "abcdef";

/** Longest prefix of a network whose eighths hold a /28, the smallest subnet of AWS, for every letter (VPC user guide, 2024-12). */
const LONGEST_PREFIX = 22;
const SMALLEST_SUBNET = 28;

/**
 * Cuts a VPC's range in eighths: one for the nodes of each zone, by its letter; one of public subnets; one of /28 for the
 * transit gateway. A range of pods that are routed is cut in eighths too. A letter has its place whichever zones are in use, so that a zone more or less moves no other's
 * subnets. Throws {@link InputError}.
 */
export function subnets(ranges: { nodes: string; pods?: string }, zones: string[]): CloudSubnet[] {
  if (new Set(zones).size < 2) {
    throw new InputError({ path: "zones", message: "An EKS cluster needs two zones or more." });
  }
  const network = networkRange("nodes", ranges.nodes);
  const pods = ranges.pods === undefined ? undefined : networkRange("pods", ranges.pods);
  const eighth = network.prefix + 3;
  const publics = nthSubnet(network, eighth, LETTERS.length);
  const transits = nthSubnet(network, eighth, LETTERS.length + 1);
  const slots = [...new Set(zones)].sort().map((zone) => {
    const letter = zoneLetter(zone);
    return { zone, letter, place: LETTERS.indexOf(letter) };
  });
  const cut = (role: CloudSubnet["role"], range: (place: number) => Cidr): CloudSubnet[] =>
    slots.map(({ zone, letter, place }) => ({
      name: `${role}-${letter}`,
      role,
      zone,
      range: range(place).text,
    }));
  return [
    ...cut("nodes", (place) => nthSubnet(network, eighth, place)),
    ...cut("public", (place) => nthSubnet(publics, eighth + 3, place)),
    ...cut("transit", (place) => nthSubnet(transits, SMALLEST_SUBNET, place)),
    ...(pods ? cut("pods", (place) => nthSubnet(pods, pods.prefix + 3, place)) : []),
  ];
}

function networkRange(role: "nodes" | "pods", text: string): Cidr {
  const path = `ranges.${role}`;
  const network = parseCidr(text);
  if ("fault" in network) throw new InputError({ path, message: `${network.fault}.` });
  if (network.version === 4 && network.prefix <= LONGEST_PREFIX) return network;
  throw new InputError({
    path,
    message: `${text} is too small for the subnets of a cluster; AWS needs an IPv4 /${LONGEST_PREFIX} or larger.`,
  });
}
