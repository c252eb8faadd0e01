import { execFileSync, spawnSync } from "node:child_process";
import { type Running, start } from "../lifeline";
import { untilReady } from "../until-ready";

/** Hosts on one machine: network namespaces inside a user namespace of their own, which need no rights and are gone with it. */
export interface Hosts {
  /** A folder that goes with them. */
  folder: string;
  add(...names: string[]): void;
  /** Joins two hosts: name and interface of each end, and the largest packet in bytes. */
  wire(a: [host: string, device: string], b: [host: string, device: string], mtu: number): void;
  /** Runs a command on a host. @throws Error with what it said when it fails. */
  run(
    host: string,
    command: readonly string[],
    options?: { input?: string; env?: Record<string, string> },
  ): string;
  /** Runs a command on a host, which may fail. */
  attempt(host: string, command: readonly string[]): { succeeded: boolean; output: string };
  /** Starts a program on a host; it is told a folder of its own. */
  start(host: string, name: string, commandIn: (folder: string) => readonly string[]): Running;
  /** Ends all that was started here, and the hosts. */
  stop(): Promise<void>;
}

/** The namespaces live as long as this does. Names of networks are kept below /run, which is its own. */
const ANCHOR = "mount -t tmpfs tmpfs /run && echo $$ && exec sleep infinity";
const UNSHARE = ["unshare", "--user", "--map-root-user", "--net", "--mount", "sh", "-c"];

/** Why hosts can't be made on this machine; undefined where they can. */
export function hostsMissing(): string | undefined {
  const trial =
    "mount -t tmpfs tmpfs /run && ip netns add one && ip netns exec one ip link add vx type vxlan id 1 dstport 8472";
  const { status, stderr } = spawnSync(UNSHARE[0] as string, [...UNSHARE.slice(1), trial], {
    encoding: "utf8",
  });
  return status === 0 ? undefined : `network namespaces are not to be had here (${(stderr ?? "").trim()})`;
}

/** @throws Error where the machine does not allow it: {@link hostsMissing} */
export async function openHosts(): Promise<Hosts> {
  let folder = "";
  const anchor = start("hosts", (own) => {
    folder = own;
    return [...UNSHARE, ANCHOR];
  });
  await untilReady([anchor], () => anchor.log().endsWith("\n") || undefined);
  const id = Number(anchor.log());
  if (!Number.isInteger(id)) throw new Error(`no hosts: ${anchor.log()}`);
  const inside = [
    "nsenter",
    "--target",
    `${id}`,
    "--user",
    "--net",
    "--mount",
    "--preserve-credentials",
    "--",
  ];
  const on = (host: string, command: readonly string[]) => [
    ...inside,
    "ip",
    "netns",
    "exec",
    host,
    ...command,
  ];
  const started: Running[] = [];
  return {
    folder,
    add: (...names) => {
      for (const name of names) {
        execute([...inside, "ip", "netns", "add", name]);
        execute(on(name, ["ip", "link", "set", "lo", "up"]));
      }
    },
    wire: ([a, deviceA], [b, deviceB], mtu) => {
      const ends = ["name", deviceA, "mtu", `${mtu}`, "netns", a, "type", "veth", "peer", "name", deviceB];
      execute([...inside, "ip", "link", "add", ...ends, "mtu", `${mtu}`, "netns", b]);
      execute(on(a, ["ip", "link", "set", deviceA, "up"]));
      execute(on(b, ["ip", "link", "set", deviceB, "up"]));
    },
    run: (host, command, options) => execute(on(host, command), options),
    attempt: (host, command) => {
      const [program = "", ...rest] = on(host, command);
      const { status, stdout, stderr } = spawnSync(program, rest, { encoding: "utf8" });
      return { succeeded: status === 0, output: `${stdout}${stderr}` };
    },
    start: (host, name, commandIn) => {
      const running = start(name, (own) => on(host, commandIn(own)));
      started.push(running);
      return running;
    },
    stop: async () => {
      await Promise.all(started.map((running) => running.stop()));
      await anchor.stop();
    },
  };
}

function execute(
  [program = "", ...rest]: readonly string[],
  { input, env = {} }: { input?: string; env?: Record<string, string> } = {},
): string {
  return execFileSync(program, rest, {
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, ...env },
    ...(input === undefined ? {} : { input }),
  });
}
