import { createHash } from "node:crypto";

/** Automatic naming adds a dash and seven characters to the logical name. */
const SUFFIX = 8;

/** Longest logical names: physical ones are at most 63 characters (RFC 1035), a service account's id 30 (IAM, 2026). */
const LONGEST = 63 - SUFFIX;
const LONGEST_ACCOUNT = 30 - SUFFIX;

/**
 * A logical name that Google Cloud takes as the beginning of a physical one: lowercase letters, digits and dashes. `~`
 * becomes two dashes. A name that is too long, or whose parts have two dashes themselves, ends in a digest of the whole,
 * so no two paths share a name.
 */
export function resourceName(path: string): string {
  return shortened(path, LONGEST);
}

/** Logical name of a tunnel, and of the interface and the BGP peer in it. The tunnel's number is part of it; its place in a list is not. */
export function tunnelResourceName(link: string, tunnel: string): string {
  return resourceName(`${link}-${tunnel.slice(tunnel.lastIndexOf("/") + 1)}`);
}

/** {@link resourceName} for a service account, whose id is shorter. */
export function accountName(path: string): string {
  return shortened(path, LONGEST_ACCOUNT);
}

function shortened(path: string, longest: number): string {
  const name = path.replaceAll("~", "--");
  if (name.length <= longest && !path.includes("--")) return name;
  const digest = createHash("sha256").update(path).digest("hex").slice(0, 7);
  const beginning = name.slice(0, longest - digest.length - 1).replace(/-+$/, "");
  return `${beginning}-${digest}`;
}

/**
 * Tags as labels: keys and values of at most 63 lowercase letters, digits, `_` and `-`, a key beginning with a letter
 * ("Labels overview", Google Cloud, 2026). What a label cannot hold becomes a dash.
 */
export function labelsOf(tags: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags ?? {}).map(([key, value]) => {
      const legal = labelText(key);
      return [/^[a-z]/.test(legal) ? legal : `x${legal}`.slice(0, 63), labelText(value)];
    }),
  );
}

function labelText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, "-")
    .slice(0, 63);
}
