import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { swarmCloudInit } from "../../../agents/docker/cloud-init";
import type { KeyStore } from "../../../agents/docker/shape";
import { first, second, stores, swarm } from "./swarm";
import { bootSuite } from "./tools";

interface Config {
  packages: string[];
  write_files: { path: string; permissions: string; content: string }[];
  runcmd: string[][];
}

function configOf(text: string): Config {
  assert.match(text, /^#cloud-config\n/);
  return JSON.parse(text.replace("#cloud-config\n", "")) as Config; // the function's own
}

/** Runs a tool on a file of that content. */
function on(content: string, name: string, command: string[]): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-swarm-"));
  try {
    writeFileSync(join(folder, name), content);
    const [program = "", ...args] = command;
    const { status, stdout, stderr } = spawnSync(program, [...args, name], { cwd: folder, encoding: "utf8" });
    return { status, said: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const workerOnly: KeyStore = { cloud: "aws", region: "eu-west-1", keys: { worker: "mesh-swarm-worker" } };

describe("A Swarm host's first boot", () => {
  it("is the same bytes for the same plan", () => {
    for (const store of stores)
      assert.equal(swarmCloudInit(swarm, first, store), swarmCloudInit(swarm, first, store));
  });

  it("fits what each cloud takes as user data: 16 KiB in AWS, the least", () => {
    for (const store of stores) assert.ok(swarmCloudInit(swarm, first, store).length < 16 * 1024);
  });

  it("tells a worker neither where the manager's key is nor how to give tokens", () => {
    const text = swarmCloudInit(swarm, second, workerOnly);
    assert.doesNotMatch(text, /swarm-manager|isthmus-swarm-serve|swarm init/);
  });

  it("lets the first manager begin the Swarm with the plan's pools and an encrypted network, and nobody else", () => {
    const begins = swarm.hosts.filter((host) =>
      swarmCloudInit(swarm, host, stores[0] as KeyStore).includes("docker swarm init"),
    );
    assert.deepEqual(begins, [first]);
    const text = swarmCloudInit(swarm, first, stores[0] as KeyStore);
    assert.ok(text.includes("--default-addr-pool '10.100.0.0/16' --default-addr-pool-mask-length 24"));
    assert.ok(text.includes("--opt encrypted --opt com.docker.network.driver.mtu=1406"));
  });

  it("keeps a host's own bridges out of the mesh's ranges", () => {
    const { write_files } = configOf(swarmCloudInit(swarm, second, workerOnly));
    const daemon = write_files.find(({ path }) => path === "/etc/docker/daemon.json");
    assert.deepEqual(JSON.parse(daemon?.content ?? ""), {
      "default-address-pools": [{ base: "10.101.0.0/20", size: 24 }],
      mtu: 1406,
    });
  });

  it("lets nobody but root read or run its scripts", () => {
    const { write_files } = configOf(swarmCloudInit(swarm, first, stores[0] as KeyStore));
    const scripts = write_files.filter(({ path }) => path.startsWith("/usr/local/sbin/"));
    assert.equal(scripts.length, 3);
    for (const { permissions } of scripts) assert.equal(permissions, "0700");
  });
});

bootSuite("A Swarm host's first boot, as Debian's tools read it", () => {
  for (const store of stores) {
    it(`is a cloud-config without a fault in ${store.cloud}`, () => {
      const text = swarmCloudInit(swarm, first, store);
      const { status, said } = on(text, "user-data", ["cloud-init", "schema", "--config-file"]);
      assert.equal(status, 0, said);
    });

    it(`runs scripts that shellcheck finds nothing in, in ${store.cloud}`, () => {
      for (const { path, content } of configOf(swarmCloudInit(swarm, first, store)).write_files) {
        if (!content.startsWith("#!")) continue;
        const { status, said } = on(content, "script", ["shellcheck"]);
        assert.equal(status, 0, `${path}: ${said}`);
      }
    });
  }
});
