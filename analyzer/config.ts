import { z } from "zod";
import { type Fault, InputError } from "../network/errors";

/** How strictly a pack holds a policy. `remediate` counts as mandatory: nothing is mended here. */
export const LEVELS = ["advisory", "mandatory", "remediate", "disabled"] as const;
export type Level = (typeof LEVELS)[number];

/** What a pack tells of one of its policies. */
export interface PolicyInfo {
  name: string;
  title: string;
  description: string;
  level: Level;
  severity?: Severity;
  /** JSON schema of each option, with its default. */
  options: Record<string, unknown>;
  required: string[];
}

export type Severity = "low" | "medium" | "high" | "critical";

/** As Pulumi's `--policy-pack-config`: by policy, or `all`, a level or an object with `enforcementLevel` and options. */
export type PackConfig = Record<string, unknown>;

/** What is sent to the pack for one policy. */
export interface PolicySetting {
  level: Level;
  options: Record<string, unknown>;
}

/**
 * Every policy's setting: what the configuration says, then its `all`, then the policy's own defaults. A pack that is
 * driven without Pulumi's engine would see no defaults. Throws InputError on names and levels that do not exist.
 */
export function settings(policies: PolicyInfo[], config: PackConfig): Map<string, PolicySetting> {
  const known = policies.map((policy) => policy.name);
  const unknown = Object.keys(config).filter((name) => name !== "all" && !known.includes(name));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map((path) => ({ path, message: `no policy has this name; the pack has ${known.join(", ")}` })),
    );
  }
  const all = parse("all", config.all).level;
  return new Map(
    policies.map((policy) => {
      const { level, options } = parse(policy.name, config[policy.name]);
      refuseOptions(policy, options);
      const merged = { ...defaults(policy), ...options };
      const missing = policy.required.filter((key) => merged[key] === undefined);
      if (missing.length > 0) {
        throw new InputError({
          path: policy.name,
          message: `the policy needs a value for ${missing.join(", ")}`,
        });
      }
      return [policy.name, { level: level ?? all ?? policy.level, options: merged }];
    }),
  );
}

/** Throws where an option is not one of the policy's, or not of the form that its schema asks for. */
function refuseOptions({ name, options: schemas }: PolicyInfo, options: Record<string, unknown>): void {
  const faults = Object.entries(options).flatMap(([key, value]): Fault[] => {
    if (!Object.hasOwn(schemas, key)) {
      const known = ["enforcementLevel", ...Object.keys(schemas)].join(", ");
      return [{ path: `${name}.${key}`, message: `the policy has no such option; it has ${known}` }];
    }
    const parsed = z.fromJSONSchema(schemas[key] as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value);
    return (parsed.error?.issues ?? []).map(({ path, message }) => ({
      path: [name, key, ...path].join("."),
      message,
    }));
  });
  if (faults.length > 0) throw new InputError(faults);
}

function parse(name: string, value: unknown): { level?: Level; options: Record<string, unknown> } {
  if (value === undefined) return { options: {} };
  if (typeof value === "string") return { level: levelOf(name, value), options: {} };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InputError({
      path: name,
      message: `must be a level (${LEVELS.join(", ")}) or an object of options`,
    });
  }
  const { enforcementLevel, ...options } = value as Record<string, unknown>;
  const level =
    enforcementLevel === undefined ? {} : { level: levelOf(`${name}.enforcementLevel`, enforcementLevel) };
  return { ...level, options };
}

function levelOf(path: string, value: unknown): Level {
  const level = LEVELS.find((candidate) => candidate === value);
  if (!level) throw new InputError({ path, message: `must be one of ${LEVELS.join(", ")}` });
  return level;
}

function defaults(policy: PolicyInfo): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(policy.options).flatMap(([key, schema]) =>
      typeof schema === "object" && schema !== null && "default" in schema ? [[key, schema.default]] : [],
    ),
  );
}
