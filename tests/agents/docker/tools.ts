import { spawnSync } from "node:child_process";
import { suitesOf } from "../../left-out";

function missing(programs: string[]): string[] {
  return programs.filter((program) => spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0);
}

const lint = missing(["shellcheck", "cloud-init"]);
const readers = missing(["curl", "jq", "openssl"]);
const daemons = missing(["dockerd", "docker", "stunnel4", "curl", "nsenter", "ip"]);

/** A suite that needs what reads a host's first boot: Debian's cloud-init and shellcheck. */
export const bootSuite = suitesOf({
  of: "hosts' cloud-init",
  missing: lint.length > 0 ? `no ${lint.join(", ")} on the PATH (Debian: apt-get install them)` : undefined,
  timeout: 60_000,
  prepare: () => Promise.resolve(),
});

/** A suite that needs what a host reads its key with. */
export const keySuite = suitesOf({
  of: "hosts' keys",
  missing:
    readers.length > 0 ? `no ${readers.join(", ")} on the PATH (Debian: apt-get install them)` : undefined,
  timeout: 60_000,
  prepare: () => Promise.resolve(),
});

/** A suite that needs Docker's daemon, more than once in network namespaces, and stunnel. */
export const daemonSuite = suitesOf({
  of: "a real Swarm",
  missing:
    daemons.length > 0
      ? `no ${daemons.join(", ")} on the PATH (Debian: apt-get install docker.io stunnel4 curl iproute2)`
      : whyNoDaemon(),
  timeout: 180_000,
  prepare: () => Promise.resolve(),
});

function whyNoDaemon(): string | undefined {
  if (process.getuid?.() !== 0) return "Docker's daemon needs root";
  const inside = "test -e /sys/fs/cgroup/devices || test -e /sys/fs/cgroup/cgroup.controllers";
  if (spawnSync("unshare", ["--net", "sh", "-c", inside]).status !== 0)
    return "no network namespace, or no cgroups mounted";
  return undefined;
}
