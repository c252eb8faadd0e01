import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { SwarmHostPlan } from "../../../agents/docker/shape";

/** What ran, as a person would see it. */
export interface Ran {
  status: number | null;
  said: string;
}

/** Hosts in network namespaces of their own on one bridge, each with a Docker daemon that shares nothing but the kernel. */
export class Daemons {
  readonly #folder = mkdtempSync(join(tmpdir(), "isthmus-swarm-"));
  readonly #children: ChildProcess[] = [];
  readonly #spaces: string[] = [];
  readonly #tag = `isw${process.pid}`;

  constructor() {
    this.#addSpace(this.#space("net"));
    execFileSync("ip", ["-n", this.#space("net"), "link", "add", "name", "bridge0", "type", "bridge"]);
    execFileSync("ip", ["-n", this.#space("net"), "link", "set", "bridge0", "up"]);
  }

  async start({ name, address }: SwarmHostPlan): Promise<void> {
    const space = this.#space(name);
    this.#addSpace(space);
    const ip = (...args: string[]) => execFileSync("ip", args);
    const port = `v${this.#spaces.length}`;
    ip(
      "link",
      "add",
      "eth",
      "netns",
      space,
      "type",
      "veth",
      "peer",
      "name",
      port,
      "netns",
      this.#space("net"),
    );
    ip("-n", this.#space("net"), "link", "set", port, "master", "bridge0", "up");
    ip("-n", space, "addr", "add", `${address}/24`, "dev", "eth");
    ip("-n", space, "link", "set", "eth", "up");
    const own = this.#own(name);
    mkdirSync(own, { recursive: true });
    // Of what a host has, all but its kernel's firewall and its disk's driver, which a namespace may lack.
    const log = openSync(join(own, "log"), "w");
    const daemon = this.#spawn(
      name,
      [
        "dockerd",
        "--iptables=false",
        "--ip6tables=false",
        "--bridge=none",
        "--storage-driver=vfs",
        ...["data-root", "exec-root"].flatMap((key) => [`--${key}`, join(own, key)]),
        ...["--pidfile", join(own, "pid"), "--host", `unix://${this.#socket(name)}`],
      ],
      { log },
    );
    for (let tries = 0; tries < 120; tries++) {
      if (this.docker(name, "info").status === 0) return;
      if (daemon.exitCode !== null) break;
      await pause(250);
    }
    throw new Error(`Docker's daemon did not start: see ${join(own, "log")}`);
  }

  docker(name: string, ...args: string[]): Ran {
    return ran(
      spawnSync("docker", ["--host", `unix://${this.#socket(name)}`, ...args], { encoding: "utf8" }),
    );
  }

  /** A host's script with the keys that its cloud would give it, by role. */
  run(name: string, script: string, keys: Record<string, string>): Ran {
    const [program, ...args] = this.#inside(name, ["bash", this.#write(name, "script", script)]);
    return ran(
      spawnSync(program, args, { encoding: "utf8", env: this.#environment(name, keys), timeout: 120_000 }),
    );
  }

  /** The same, and does not wait for its end. Returns once something listens. */
  async serve(name: string, script: string, keys: Record<string, string>, port: number): Promise<void> {
    const file = this.#write(name, "serve", script);
    this.#spawn(name, ["bash", file], { env: this.#environment(name, keys) });
    for (let tries = 0; tries < 60; tries++) {
      const [program, ...args] = this.#inside(name, ["ss", "-Hltn", `sport = :${port}`]);
      if (execFileSync(program, args, { encoding: "utf8" }).trim() !== "") return;
      await pause(250);
    }
    throw new Error(`${name}: nothing listens at ${port}`);
  }

  async stop(): Promise<void> {
    for (const child of this.#children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await Promise.race([gone, pause(15_000, undefined, { ref: false })]);
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    }
    for (const space of this.#spaces) {
      spawnSync("ip", ["netns", "del", space]);
      rmSync(join("/run", space), { recursive: true, force: true });
    }
    // What Docker left mounted is its own namespaces' files.
    spawnSync("sh", ["-c", `grep -o '${this.#folder}[^ ]*' /proc/mounts | xargs -r umount -l`]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #spawn(
    name: string,
    command: string[],
    { log, env }: { log?: number; env?: NodeJS.ProcessEnv },
  ): ChildProcess {
    const [program, ...args] = this.#inside(name, command);
    const child = spawn(program, args, {
      stdio: ["ignore", log ?? "ignore", log ?? "ignore"],
      ...(env ? { env } : {}),
    });
    this.#children.push(child);
    return child;
  }

  /** Not `ip netns exec`, which mounts a new /sys, without cgroups. */
  #inside(name: string, command: string[]): [string, ...string[]] {
    return ["nsenter", `--net=/run/netns/${this.#space(name)}`, ...command];
  }

  #environment(name: string, keys: Record<string, string>): NodeJS.ProcessEnv {
    const lines = Object.entries(keys).map(([role, key]) => `[ "$1" = ${role} ] && echo ${key} && exit 0`);
    const key = this.#write(name, "key", ["#!/bin/sh", ...lines, "exit 1", ""].join("\n"));
    return {
      ...process.env,
      ISTHMUS_KEY: key,
      ISTHMUS_RUN: join("/run", this.#space(name)),
      ISTHMUS_DOCKER: this.#socket(name),
      ISTHMUS_PAUSE: "0",
    };
  }

  #write(name: string, file: string, content: string): string {
    const path = join(this.#own(name), file);
    writeFileSync(path, content, { mode: 0o700 });
    return path;
  }

  #addSpace(space: string): void {
    execFileSync("ip", ["netns", "add", space]);
    execFileSync("ip", ["-n", space, "link", "set", "lo", "up"]);
    this.#spaces.push(space);
  }

  #space(name: string): string {
    return `${this.#tag}-${name}`;
  }

  #own(name: string): string {
    return join(this.#folder, name);
  }

  #socket(name: string): string {
    return join(this.#own(name), "sock");
  }
}

function ran({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): Ran {
  return { status, said: `${stdout}${stderr}` };
}
