import { addressIn, parseCidr } from "../address/cidr";
import { closest } from "../place/closest";
import { type Loose, list, object, text } from "./loose";
import type { SpecFault } from "./read";

/** Probes go from clusters of the spec to other members of it, each once; to a site only at an address of its own. */
export function monitoringFaults(spec: Loose): SpecFault[] {
  const monitoring = object(spec.monitoring);
  const probes = list(monitoring.probes);
  const members = object(spec.members);
  const seen = new Set<string>();
  const idle = probes.length > 0 && (monitoring.kind ?? "none") === "none";
  return [
    ...(idle
      ? [{ at: ["monitoring", "probes"], key: true, message: "are for kind prometheus; nothing probes here" }]
      : []),
    ...probes.flatMap((entry, index): SpecFault[] => {
      const probe = object(entry);
      const at = ["monitoring", "probes", index];
      const key = [probe.from, probe.to, probe.target].map(String).join(" ");
      const again = seen.has(key);
      seen.add(key);
      return [
        ...endFaults([...at, "from"], text(probe.from), members),
        ...endFaults([...at, "to"], text(probe.to), members),
        ...probeFaults(at, probe, members),
        ...(again ? [{ at, message: "is there already; once is enough" }] : []),
      ];
    }),
  ];
}

function endFaults(at: PropertyKey[], name: string | undefined, members: Loose): SpecFault[] {
  if (name === undefined || Object.hasOwn(members, name)) return [];
  const names = Object.keys(members);
  const near = closest(name, names);
  const hint = near ? `did you mean ${near}?` : `there are ${names.join(", ")}`;
  return [{ at, message: `${name} is no member; ${hint}` }];
}

function probeFaults(at: PropertyKey[], probe: Loose, members: Loose): SpecFault[] {
  const [from, to, target] = [text(probe.from), text(probe.to), text(probe.target)];
  const faults: SpecFault[] = [];
  if (from !== undefined && object(members[from]).cloud === "site")
    faults.push({
      at: [...at, "from"],
      message: `${from} is a site, where nothing of ours runs; name a cluster`,
    });
  if (to !== undefined && from === to)
    faults.push({ at: [...at, "to"], message: `${to} probes itself; name another member` });
  const site = object(members[to ?? ""]);
  if (site.cloud !== "site") return faults;
  if (target === undefined) {
    const message = `is required, for ${to} is a site: give a host of it and its port, like 192.168.40.10:443`;
    return [...faults, { at: [...at, "target"], message }];
  }
  const address = target.split(":")[0] ?? "";
  const ranges = list(site.ranges).flatMap((range) => text(range) ?? []);
  const within = ranges.some((range) => {
    const parsed = parseCidr(range);
    return !("fault" in parsed) && addressIn(address, parsed);
  });
  if (!within)
    faults.push({
      at: [...at, "target"],
      message: `${target} is in none of ${to}'s ranges; they are ${ranges.join(", ")}`,
    });
  return faults;
}
