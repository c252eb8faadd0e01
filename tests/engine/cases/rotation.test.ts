import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engineSuite } from "../available";
import { writeFaults } from "../clouds/faults";
import { type Change, changesIn, objectsIn } from "../clouds/journal";
import { documentedSteps } from "../documented-steps";
import { type Engine, startEngine } from "../engine";
import { lockFile } from "../environment-files";
import { UP } from "../fault-matrix";
import { REPOSITORY } from "../project";

const KEY = "random:index/randomPassword:RandomPassword";

/** What Google Cloud makes anew, in the order in which it goes: each is used by the one before it. */
const REPLACED = [
  "gcp:compute/routerPeer:RouterPeer",
  "gcp:compute/routerInterface:RouterInterface",
  "gcp:compute/vPNTunnel:VPNTunnel",
];

/** What `isthmus rotate --json` says. */
interface Rotation {
  key: string;
  ends: { cloud: string; how: "in place" | "replaced"; resources: { type: string; name: string }[] }[];
  kept: string[];
}

engineSuite("the keys of a stack's tunnels", () => {
  let engine: Engine;
  before(async () => {
    engine = await startEngine();
  });
  after(() => engine?.stop());

  it("stand in no way of a link whose first update failed when only one end of its tunnels was made", async () => {
    const tunnels = [1, 2, 3, 4].map((tunnel) => `dublin--frankfurt-${tunnel}`);
    writeFaults(
      engine.clouds,
      tunnels.map((name) => ({ type: "gcp:compute/vPNTunnel:VPNTunnel", name, act: "fail" })),
    );
    assert.notEqual((await engine.run(UP)).code, 0);
    const made = objectsIn(engine.clouds).map(({ name }) => name);
    assert.ok(made.includes("dublin~frankfurt/connection/0"));
    const preview = await engine.run(["preview", "--policy-pack", "policies"]);
    assert.equal(preview.code, 0, preview.stdout + preview.stderr);
    await updated();
  });

  it("change by the commands of docs/operations.md, one of them and nothing else", async () => {
    const keys = keysIn(engine.clouds);
    const before = changesIn(engine.clouds).length;
    const steps = documentedSteps("Rotate a tunnel's key", "dev");
    assert.ok(steps.length > 2);
    for (const [program, ...args] of steps) {
      if (program === "pulumi") {
        // What a person would be asked.
        const answers = args[0] === "up" ? ["--yes"] : [];
        const { code, stdout, stderr } = await engine.run([...args, ...answers]);
        assert.equal(code, 0, stdout + stderr);
      } else {
        assert.deepEqual([program, args[0]], ["npx", "isthmus"]);
        const { status, stdout, stderr } = isthmus(...args.slice(1));
        assert.equal(status, 0, stdout + stderr);
      }
    }
    const changed = [...keysIn(engine.clouds)].filter(([holder, key]) => keys.get(holder) !== key);
    assert.deepEqual(changed.map(([holder]) => holder).sort(), [
      "amsterdam_dublin-tunnel-1-connection sharedKey",
      "amsterdam~dublin/connection/0 tunnel1PresharedKey",
    ]);
    assert.deepEqual(namesOf(changesIn(engine.clouds).slice(before)), [
      `create ${KEY} amsterdam~dublin/tunnel/1/key`,
      `delete ${KEY} amsterdam~dublin/tunnel/1/key`,
      "update aws:ec2/vpnConnection:VpnConnection amsterdam~dublin/connection/0",
      "update azure-native:network:VirtualNetworkGatewayConnection amsterdam_dublin-tunnel-1-connection",
    ]);
  });

  for (const [link, tunnel] of [
    ["amsterdam~dublin", 2],
    ["dublin~frankfurt", 4],
    ["amsterdam~frankfurt", 2],
  ] as const) {
    it(`change one at a time, at both ends of ${link}'s tunnel ${tunnel} and nowhere else, as was said before`, async () => {
      const keys = keysIn(engine.clouds);
      const rotation = rotated(await rotate(link, "--tunnel", String(tunnel), "--write", "--json"));
      const changes = await updated();
      assert.deepEqual(namesOf(changes), announced(rotation));
      const changed = [...keysIn(engine.clouds)].filter(([holder, key]) => keys.get(holder) !== key);
      assert.equal(changed.length, 2, "an end of the tunnel in each cloud");
      assert.equal(new Set(changed.map(([, key]) => key)).size, 1);
      if (rotation.ends.some(({ how }) => how === "replaced")) assertMadeAnew(changes);
    });
  }

  it("are refused another change of their link until the one before is applied", async () => {
    assert.equal((await rotate("amsterdam~dublin", "--write")).status, 0);
    const again = await rotate("amsterdam~dublin", "--write");
    assert.equal(again.status, 2);
    assert.match(
      again.stderr,
      /^isthmus: amsterdam~dublin\/tunnel\/3: has generation 2 in the lock and 1 in the stack; apply it .*pulumi up --stack dev`\n$/,
    );
    assert.equal((await rotate("dublin~frankfurt")).status, 0, "another link's keys may change");
    const preview = await engine.run(["preview", "--policy-pack", "policies"]);
    assert.equal(preview.code, 0, preview.stdout + preview.stderr);
    await updated();
    assert.equal(rotated(await rotate("amsterdam~dublin", "--json")).key, "amsterdam~dublin/tunnel/4");
  });

  it("are refused another change while an update that failed left an end without its new key", async () => {
    rotated(await rotate("amsterdam~frankfurt", "--write", "--json"));
    const { code } = await engine.run([...UP, "--exclude", "**amsterdam--frankfurt-1"]);
    assert.equal(code, 0);
    const refused = await rotate("amsterdam~frankfurt", "--write");
    assert.equal(refused.status, 2);
    assert.match(
      refused.stderr,
      /tunnel\/1: has a new key that has not reached amsterdam--frankfurt-1, so it is down/,
    );
    await updated();
    assert.equal((await rotate("amsterdam~frankfurt")).status, 0);
  });

  it("are refused a change of all of a link's at once, by a preview and by what check says of it", async () => {
    const file = lockFile(engine.project, "dev");
    const lock = readFileSync(file, "utf8");
    writeFileSync(
      file,
      lock.replaceAll(
        /(dublin~frankfurt\/tunnel\/\d): (\d)$/gm,
        (_, name, generation) => `${name}: ${Number(generation) + 1}`,
      ),
    );
    const told = await engine.run(["preview", "--policy-pack", "policies"]);
    const { stdout } = await engine.run(["preview", "--json", "--show-sames"]);
    writeFileSync(file, lock);
    assert.notEqual(told.code, 0);
    const [, message = ""] = /link-tunnel-kept .*\n.*\n +(no tunnel of .*)\n/.exec(told.stdout) ?? [];
    assert.match(
      message,
      /^no tunnel of the link dublin~frankfurt would stay up: .* get another key; change one tunnel/,
    );
    const { violations } = JSON.parse(
      isthmus("check", "--json", "--from", saved("preview.json", stdout)).stdout,
    );
    assert.deepEqual(
      violations
        .filter((one: { level: string }) => one.level === "mandatory")
        .map((one: { rule: string; message: string }) => [one.rule, one.message]),
      [["link-tunnel-kept", message]],
    );
  });

  /** Brings the stack up; what changed in the clouds by it. */
  async function updated(): Promise<Change[]> {
    const before = changesIn(engine.clouds).length;
    const { code, stdout, stderr } = await engine.run(UP);
    assert.equal(code, 0, stdout + stderr);
    return changesIn(engine.clouds).slice(before);
  }

  /** `isthmus rotate` with what the stack has now. */
  async function rotate(...args: string[]) {
    const { stdout } = await engine.run(["stack", "export"]);
    return isthmus("rotate", ...args, "--from", saved("state.json", stdout));
  }

  function isthmus(...args: string[]) {
    const program = join(REPOSITORY, "dist/cli/main.js");
    return spawnSync(process.execPath, [program, ...args], { cwd: engine.project, encoding: "utf8" });
  }

  function saved(name: string, text: string): string {
    const file = join(engine.project, name);
    writeFileSync(file, text);
    return file;
  }
});

function rotated({
  status,
  stdout,
  stderr,
}: {
  status: number | null;
  stdout: string;
  stderr: string;
}): Rotation {
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Rotation;
}

function namesOf(changes: Change[]): string[] {
  return changes.map(({ op, type, name }) => `${op} ${type} ${name}`).sort();
}

/** The changes that `isthmus rotate` said, with the key itself. */
function announced({ key, ends }: Rotation): string[] {
  return [
    ...["create", "delete"].map((op) => `${op} ${KEY} ${key}/key`),
    ...ends.flatMap(({ how, resources }) =>
      resources.flatMap(({ type, name }) =>
        (how === "replaced" ? ["create", "delete"] : ["update"]).map((op) => `${op} ${type} ${name}`),
      ),
    ),
  ].sort();
}

/** Google Cloud's parts of a tunnel go before any of them is made again. */
function assertMadeAnew(changes: Change[]): void {
  const order = changes.filter(({ type }) => REPLACED.includes(type)).map(({ op, type }) => `${op} ${type}`);
  assert.deepEqual(order, [
    ...REPLACED.map((type) => `delete ${type}`),
    ...REPLACED.toReversed().map((type) => `create ${type}`),
  ]);
}

/** Pre-shared keys in clear, by what holds them. */
function keysIn(clouds: string): Map<string, unknown> {
  return new Map(
    objectsIn(clouds).flatMap(({ name, inputs }) =>
      ["tunnel1PresharedKey", "tunnel2PresharedKey", "sharedSecret", "sharedKey"].flatMap((property) =>
        inputs[property] === undefined ? [] : [[`${name} ${property}`, inputs[property]] as const],
      ),
    ),
  );
}
