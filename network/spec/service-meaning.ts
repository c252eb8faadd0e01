import { type Loose, list, object, text } from "./loose";
import type { SpecFault } from "./read";

/** Services are exported by clusters of the spec, and each is named once. */
export function serviceFaults(spec: Loose): SpecFault[] {
  const members = object(spec.members);
  const names = Object.keys(members);
  const seen = new Set<string>();
  return list(spec.services).flatMap((entry, index): SpecFault[] => {
    const service = object(entry);
    const [name, namespace] = [text(service.name), text(service.namespace)];
    const full = `${namespace}/${name}`;
    const again = name !== undefined && namespace !== undefined && seen.has(full);
    seen.add(full);
    return [
      ...(again
        ? [
            {
              at: ["services", index, "name"],
              message: `${full} is there already; name its members in one entry`,
            },
          ]
        : []),
      ...list(service.members).flatMap((member, position) =>
        exporterFaults(["services", index, "members", position], text(member), members, names),
      ),
    ];
  });
}

function exporterFaults(
  at: PropertyKey[],
  member: string | undefined,
  members: Loose,
  names: string[],
): SpecFault[] {
  if (member === undefined) return [];
  if (!Object.hasOwn(members, member))
    return [{ at, message: `${member} is no member; there are ${names.join(", ")}` }];
  if (object(members[member]).cloud === "site")
    return [{ at, message: `${member} is a site and has no Services; name a cluster` }];
  return [];
}
