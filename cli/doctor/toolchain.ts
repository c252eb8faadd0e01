import { type Finding, missing, ok } from "./finding";
import type { Surroundings } from "./surroundings";

/** As isthmus' own package.json and the Pulumi SDK's (`engines.node`, @pulumi/pulumi 3.248.0). */
const OLDEST_NODE = "20.0.0";

/** Makes a component package of a folder without an entry point of its own (pulumi/pulumi changelog, v3.159.0, 2025-03). */
const OLDEST_PULUMI = "3.159.0";

/** The programs that run an update, whatever it makes. */
export function toolchain({ node, pulumi, hasProgram }: Surroundings): Finding[] {
  return [
    {
      check: "node",
      subject: "node",
      mandatory: true,
      ...(isAtLeast(node, OLDEST_NODE)
        ? ok(`Node.js ${node}`)
        : missing(`Node.js ${node} is too old`, `install Node.js ${OLDEST_NODE} or later`)),
    },
    { check: "pulumi", subject: "pulumi", mandatory: true, ...pulumiFound(pulumi, hasProgram("pulumi")) },
  ];
}

function pulumiFound(version: string | undefined, isThere: boolean) {
  const install = `install Pulumi ${OLDEST_PULUMI} or later and put it on the PATH: https://www.pulumi.com/docs/install/`;
  if (!isThere) return missing("pulumi is not on the PATH", install);
  if (version === undefined) return missing("pulumi is on the PATH and does not tell its version", install);
  return isAtLeast(version, OLDEST_PULUMI)
    ? ok(`Pulumi ${version}`)
    : missing(`Pulumi ${version} is too old`, install);
}

/** Whether one version is another or later; both are three numbers. */
export function isAtLeast(version: string, oldest: string): boolean {
  const [own = [], other = []] = [version, oldest].map((text) => text.split(".").map(Number));
  const differs = own.findIndex((part, index) => part !== other[index]);
  return differs < 0 || (own[differs] ?? 0) > (other[differs] ?? 0);
}
