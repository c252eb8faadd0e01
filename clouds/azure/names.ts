import { createHash } from "node:crypto";

/**
 * Longest physical name of a connection or a local network gateway (Azure resource name rules, Microsoft.Network, 2025),
 * less the eight characters that automatic naming adds.
 */
const LONGEST = 80 - 8;

/**
 * A logical name whose automatic physical name Azure takes: letters, digits, `.`, `_` and `-`. `~` becomes `_` and `/`
 * becomes `-`; since members' names have neither, two links never share a name.
 */
export function resourceName(path: string, suffix: string): string {
  return shortened(`${path.replaceAll("~", "_").replaceAll("/", "-")}-${suffix}`, LONGEST);
}

/** A name that is too long keeps its beginning and ends in a digest of the whole, so that two never become one. */
export function shortened(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
  const beginning = name.slice(0, longest - digest.length - 1).replace(/-+$/, "");
  return `${beginning}-${digest}`;
}

/** Name of the gateway's IP configuration that an instance uses: planned, because ids are made of it. */
export function ipConfigurationName(instance: number): string {
  return `instance-${instance}`;
}
