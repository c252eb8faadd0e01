import { onPath } from "../../go/on-path";
import { suitesOf } from "../../left-out";
import { controlPlane, controlPlaneSource } from "../programs";
import { hostsMissing } from "./hosts";
import { flannelCanBeHad, flannelPrograms } from "./programs";

/** Of Debian's packages util-linux, iproute2, iptables and iputils-ping. */
const PROGRAMS = ["unshare", "nsenter", "ip", "iptables", "ping"];

function missing(): string | undefined {
  if (controlPlaneSource() === undefined || !flannelCanBeHad()) return "no go on the PATH to build it";
  const absent = PROGRAMS.filter((name) => onPath(name) === undefined);
  if (absent.length > 0) return `not on the PATH: ${absent.join(", ")}`;
  return hostsMissing();
}

/**
 * A suite that runs Flannel in network namespaces. Where it, what it needs, or the namespaces can't be had, its tests count as skipped,
 * and one line says how many and why.
 */
export const flannelSuite = suitesOf({
  of: "Flannel",
  missing: missing(),
  timeout: 600_000,
  prepare: () => Promise.all([controlPlane(), flannelPrograms()]),
});
