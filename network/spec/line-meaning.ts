import { type Loose, object, text } from "./loose";
import type { SpecFault } from "./read";

/** What is said of a link that is there already, and of no other. */
const REQUIRED = {
  capacity: "what it carries, for example 10Gbps",
  rtt: "its round trip, for example 12ms",
  asOf: "when the round trip was measured, for example 2026-11-01",
  encryption: "macsec or none",
};

/** What an entry of `topology.links` lacks or has too much, by whether the link is to be made or is there. */
export function lineFaults(
  at: PropertyKey[],
  link: Loose,
  topology: { kind: string | undefined; members: Loose },
): SpecFault[] {
  if (link.kind !== "existing") {
    const made = [...Object.keys(REQUIRED), "mtu"]
      .filter((key) => link[key] !== undefined)
      .map((key) => ({ at: [...at, key], key: true, message: "is only for a link of kind existing" }));
    if (topology.kind === undefined || topology.kind === "links") return made;
    const message = `is only for topology kind links, and kind is ${topology.kind}; beside that only links of kind existing are listed`;
    return [...made, { at, message }];
  }
  const sites = [link.a, link.b].every((end) => object(topology.members[text(end) ?? ""]).cloud === "site");
  return [
    ...Object.entries(REQUIRED)
      .filter(([key]) => link[key] === undefined)
      .map(([key, what]) => ({
        at: [...at, key],
        message: `is required of a link of kind existing: give ${what}`,
      })),
    ...(sites
      ? [
          {
            at,
            message: `${text(link.a)} and ${text(link.b)} are both sites, and isthmus carries nothing between sites`,
          },
        ]
      : []),
  ];
}
