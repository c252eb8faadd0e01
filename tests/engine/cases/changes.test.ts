import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { assertAgreement } from "../agreement";
import { engineSuite } from "../available";
import { poolReplacedByHand } from "../azure-node-pool";
import { type Change, changesIn, objectOf } from "../clouds/journal";
import { type Engine, startEngine } from "../engine";
import { lockFile, planAndWrite, reorderMembers, setInSpec } from "../environment-files";
import { UP } from "../fault-matrix";

/** What docs/operations.md says may change in place of a member when another comes or goes. */
const CHANGED_IN_OTHERS = [
  "azure-native:network:SecurityRule",
  "azure-native:network:VirtualNetworkGateway",
  "gcp:compute/firewall:Firewall",
  "aws:ec2/securityGroup:SecurityGroup",
  "kubernetes:helm.sh/v3:Release",
];

/** What may come and go there: routes to the other. */
const COMES_IN_OTHERS = "aws:ec2/route:Route";

engineSuite("a stack whose description changes", () => {
  let engine: Engine;
  before(async () => {
    engine = await startEngine();
    await updated();
  });
  after(() => engine?.stop());

  it("changes nothing when its members are written in another order", async () => {
    reorderMembers(engine.project, "dev");
    planAndWrite(engine.project, "dev");
    assert.deepEqual(await updated(), []);
  });

  it("takes a member more, and of the others only what is documented changes, in place", async () => {
    setInSpec(engine.project, "dev", ["members", "stockholm"], { cloud: "aws", region: "eu-north-1" });
    planAndWrite(engine.project, "dev");
    const changes = await updated();
    assert.ok(changes.some(({ op, name }) => op === "create" && name === "stockholm"));
    assertOthersTouched(changes, "stockholm");
  });

  it("lets a member go again, and of the others only what is documented changes, in place", async () => {
    setInSpec(engine.project, "dev", ["members", "stockholm"], undefined);
    planAndWrite(engine.project, "dev");
    const changes = await updated();
    assert.ok(changes.some(({ op, name }) => op === "delete" && name === "stockholm"));
    assertOthersTouched(changes, "stockholm");
  });

  for (const [tunnel, touched] of Object.entries({
    "amsterdam~dublin/tunnel/1": [
      "create random:index/randomPassword:RandomPassword amsterdam~dublin/tunnel/1/key",
      "delete random:index/randomPassword:RandomPassword amsterdam~dublin/tunnel/1/key",
      "update aws:ec2/vpnConnection:VpnConnection amsterdam~dublin/connection/0",
      "update azure-native:network:VirtualNetworkGatewayConnection amsterdam_dublin-tunnel-1-connection",
    ],
    "amsterdam~frankfurt/tunnel/2": [
      "create gcp:compute/routerInterface:RouterInterface amsterdam--frankfurt-2",
      "create gcp:compute/routerPeer:RouterPeer amsterdam--frankfurt-2",
      "create gcp:compute/vPNTunnel:VPNTunnel amsterdam--frankfurt-2",
      "create random:index/randomPassword:RandomPassword amsterdam~frankfurt/tunnel/2/key",
      "delete gcp:compute/routerInterface:RouterInterface amsterdam--frankfurt-2",
      "delete gcp:compute/routerPeer:RouterPeer amsterdam--frankfurt-2",
      "delete gcp:compute/vPNTunnel:VPNTunnel amsterdam--frankfurt-2",
      "delete random:index/randomPassword:RandomPassword amsterdam~frankfurt/tunnel/2/key",
      "update azure-native:network:VirtualNetworkGatewayConnection amsterdam_frankfurt-tunnel-2-connection",
    ],
  })) {
    it(`gets a new key at both ends of ${tunnel}, and nowhere else`, async () => {
      raiseGeneration(tunnel);
      const changes = await updated();
      assert.deepEqual(changes.map(({ op, type, name }) => `${op} ${type} ${name}`).sort(), touched);
      const keys = keysIn(changes);
      assert.equal(keys.length, 2);
      assert.equal(keys[0], keys[1]);
    });
  }

  for (const [member, type, pool] of [
    // With what joins the group's instances to the load balancer.
    ["dublin", "m7g.xlarge", ["aws:autoscaling/attachment:Attachment", "aws:eks/nodeGroup:NodeGroup"]],
    ["frankfurt", "e2-standard-8", ["gcp:container/nodePool:NodePool"]],
  ] as const) {
    it(`gives ${member} nodes of another size, and touches nothing but its node pool`, async () => {
      setInSpec(engine.project, "dev", ["members", member, "nodes", "type"], type);
      assert.deepEqual(typesOf(await updated()), pool);
    });
  }

  it("gives amsterdam nodes of another size once its pool was exchanged as docs/operations.md tells, for AKS changes no pool's", async () => {
    setInSpec(engine.project, "dev", ["members", "amsterdam", "nodes", "type"], "Standard_D8s_v5");
    const refused = await engine.run(UP);
    assert.notEqual(refused.code, 0);
    assert.match(refused.stdout, /PropertyChangeNotAllowed/);
    poolReplacedByHand(engine.clouds, "Standard_D8s_v5");
    const refreshed = await engine.run(["refresh", "--yes", "--skip-preview"]);
    assert.equal(refreshed.code, 0, refreshed.stdout + refreshed.stderr);
    assert.deepEqual(await updated(), []);
  });

  it("takes a newer agent, one member at a time", async () => {
    setInSpec(engine.project, "dev", ["members", "dublin", "agent"], { version: "1.19.99" });
    const changes = await updated();
    assert.deepEqual(
      changes.map(({ op, type }) => `${op} ${type}`),
      ["update kubernetes:helm.sh/v3:Release"],
    );
    assert.match(String(changes[0]?.urn), /dublin/);
  });

  it("takes a newer agent everywhere", async () => {
    setInSpec(engine.project, "dev", ["agent"], { version: "1.19.99" });
    const changes = await updated();
    assert.deepEqual(
      changes.map(({ op, type }) => `${op} ${type}`),
      ["update kubernetes:helm.sh/v3:Release", "update kubernetes:helm.sh/v3:Release"],
    );
  });

  it("is in the end what a stack made at once would be", () => assertAgreement(engine));

  /** Brings the stack up; what changed in the clouds by it. */
  async function updated(): Promise<Change[]> {
    const before = changesIn(engine.clouds).length;
    const { code, stdout, stderr } = await engine.run(UP);
    assert.equal(code, 0, stdout + stderr);
    return changesIn(engine.clouds).slice(before);
  }

  function raiseGeneration(tunnel: string): void {
    const file = lockFile(engine.project, "dev");
    const [sections, generations = ""] = readFileSync(file, "utf8").split("\ngenerations:\n");
    const raised = generations.replace(`  ${tunnel}: 1\n`, `  ${tunnel}: 2\n`);
    assert.notEqual(raised, generations);
    writeFileSync(file, `${sections}\ngenerations:\n${raised}`);
  }
});

/** Nothing of another member is made anew or goes, and only documented types change. */
function assertOthersTouched(changes: Change[], member: string): void {
  const others = changes.filter(({ urn }) => !urn.includes(member));
  assert.ok(others.length > 0, "the others learn of it");
  const wrong = others.filter(
    ({ op, type }) => type !== COMES_IN_OTHERS && (op !== "update" || !CHANGED_IN_OTHERS.includes(type)),
  );
  assert.deepEqual(
    wrong.map(({ op, type, name }) => `${op} ${type} ${name}`),
    [],
  );
}

function typesOf(changes: Change[]): string[] {
  return [...new Set(changes.map(({ type }) => type))].sort();
}

/** Pre-shared keys that the changes wrote at an end of a tunnel: that of tunnel 1 where an end holds two. */
function keysIn(changes: Change[]): unknown[] {
  return changes
    .filter(({ op, type }) => op !== "delete" && !type.startsWith("random:"))
    .map(objectOf)
    .flatMap(({ inputs }) => [inputs.tunnel1PresharedKey, inputs.sharedKey, inputs.sharedSecret])
    .filter((key) => key !== undefined);
}
