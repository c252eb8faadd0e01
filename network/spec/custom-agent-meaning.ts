import { closest } from "../place/closest";
import { type Loose, list, object, text } from "./loose";
import { PLACEHOLDERS, placeholdersIn, unquotedIn } from "./placeholders";
import { notPlainIn } from "./plain";
import type { SpecFault } from "./read";

/** What the parts of `agent` must say of each other. Paths begin in `agent`. Takes whatever is sound of it. */
export function customAgentFaults(agent: Loose): SpecFault[] {
  const { kind = "cilium", custom } = agent;
  if (kind !== "custom") {
    if (custom === undefined) return [];
    return [
      { at: ["custom"], key: true, message: `is only for kind custom, and the kind is ${String(kind)}` },
    ];
  }
  if (custom === undefined)
    return [
      { at: ["custom"], message: "is required: say what the agent is, as docs/agents/custom.md shows" },
    ];
  const described = object(custom);
  return [
    ...(agent.version === undefined || agent.version === ""
      ? [{ at: ["version"], message: "is required: pin the chart's version" }]
      : []),
    ...encryptionFaults(agent, described),
    ...repositoryFaults(described),
    ...(["overlay", "routed"] as const).flatMap((key) => siteFaults(key, described)),
    ...notPlainIn(described.values, ["custom", "values"]).map((at) => ({
      at,
      message:
        "is no plain value, known before anything is made: give text, a number, true or false, a list or a map",
    })),
    ...unquotedIn(described.values, ["custom", "values"]).map((at) => ({
      at,
      message:
        'is a map with a map for a key: put a placeholder in quotes, "{{pods}}", or YAML takes it for maps',
    })),
    ...placeholdersIn(described.values, ["custom", "values"]).flatMap(({ at, name }) =>
      placeholderFaults(at, name),
    ),
  ];
}

function encryptionFaults({ encryption = "wireguard" }: Loose, { overhead }: Loose): SpecFault[] {
  const offered = Object.keys(object(overhead));
  if (offered.includes(String(encryption))) return [];
  return [
    {
      at: ["encryption"],
      message: `${String(encryption)} is not what the agent offers; custom.overhead has ${offered.length > 0 ? offered.join(", ") : "nothing"}`,
    },
  ];
}

function repositoryFaults({ chart, repository }: Loose): SpecFault[] {
  const registry = text(chart)?.startsWith("oci://");
  if (registry === undefined || registry === (repository === undefined)) return [];
  const at = ["custom", "repository"];
  return registry
    ? [{ at, key: true, message: "is not for a chart in a registry, whose name is its whole address" }]
    : [{ at, message: "is required: give the address of the chart's repository" }];
}

function siteFaults(key: string, described: Loose): SpecFault[] {
  return list(described[key]).flatMap((cloud, index) =>
    cloud === "site"
      ? [{ at: ["custom", key, index], message: "site has no cluster of ours; name aws, gcp or azure" }]
      : [],
  );
}

function placeholderFaults(at: PropertyKey[], name: string): SpecFault[] {
  if (Object.hasOwn(PLACEHOLDERS, name)) return [];
  const known = Object.keys(PLACEHOLDERS);
  const near = closest(name, known);
  const hint = near ? `did you mean ${written(near)}?` : `there are ${known.join(", ")}`;
  return [
    {
      at,
      message: `${written(name)} stands for nothing (a chart's own templates have spaces inside the braces); ${hint}`,
    },
  ];
}

function written(name: string): string {
  return `{{${name}}}`;
}
