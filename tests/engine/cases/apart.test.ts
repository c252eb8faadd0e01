import assert from "node:assert/strict";
import { z } from "zod";
import { engineSuite } from "../available";
import { type Change, changesIn, objectsIn } from "../clouds/journal";
import { selfSigned } from "../clouds/tls/certificate";
import { ellipticKey } from "../clouds/tls/elliptic-key";
import { writeUnreachable } from "../clouds/unreachable";
import { type Engine, type Outcome, startEngine } from "../engine";
import { planAndWrite, setInSpec } from "../environment-files";
import { creates, UP } from "../fault-matrix";
import { assertPlannedNetwork, planOf } from "../same-network";

const MEMBERS = ["amsterdam", "dublin", "frankfurt"];
const LINKS = ["amsterdam.dublin", "amsterdam.frankfurt", "dublin.frankfurt"];

/** What a stack may tell another: of its gateway and its network, addresses, ids and names that a cloud gave it. */
const outputsSchema = z.strictObject({
  gateway: z.strictObject({
    id: z.string(),
    addresses: z.array(z.ipv4()),
    routeTable: z.string().optional(),
    arn: z.string().optional(),
    router: z.string().optional(),
    resourceGroup: z.string().optional(),
  }),
  network: z.strictObject({
    id: z.string(),
    name: z.string(),
    resourceGroup: z.string().optional(),
  }),
});

engineSuite("a mesh in a stack for each member and each link", () => {
  let engine: Engine;
  before(async () => {
    engine = await startEngine();
  });
  after(() => engine?.stop());

  it("refuses a link whose members' stacks were never updated, and names the stack", async () => {
    await init("amsterdam.dublin");
    const { code, stdout } = await up("amsterdam.dublin");
    assert.notEqual(code, 0);
    assert.match(stdout, /organization\/isthmus-apart\/dev\.(amsterdam|dublin)/);
    assert.doesNotMatch(stdout, /at .*\.js:\d+/, "a stack trace");
    assert.deepEqual(objectsIn(engine.clouds), []);
  });

  it("refuses a stack that is no part of the mesh, and says what parts there are", async () => {
    await init("dublin2");
    const { code, stdout } = await up("dublin2");
    assert.notEqual(code, 0);
    assert.match(stdout, /dublin2.*did you mean dublin\?|dublin2.*amsterdam, dublin/s);
    assert.doesNotMatch(stdout, /at .*\.js:\d+/, "a stack trace");
  });

  it("refuses a member without the mesh's certificate authority, and says how to give it", async () => {
    await init("dublin");
    const { code, stdout } = await up("dublin");
    assert.notEqual(code, 0);
    assert.match(stdout, /isthmus:caCertificate is not set; run `pulumi config set isthmus:caCertificate`/);
    assert.doesNotMatch(stdout, /at .*\.js:\d+/, "a stack trace");
  });

  it("makes what one stack makes of the same plan", async () => {
    for (const member of MEMBERS) {
      if (member !== "dublin") await init(member);
      await giveAuthority(member);
    }
    for (const link of LINKS.slice(1)) await init(link);
    await allUp(MEMBERS);
    await allUp(LINKS);
    assertPlannedNetwork(engine.clouds, planOf(engine.project, "dev"));
    const asOne = (await creates(engine)).filter(({ type }) => !type.startsWith("tls:"));
    assert.deepEqual(identities(objectsIn(engine.clouds)), identities(asOne));
  });

  it("hands from stack to stack addresses and ids of gateways, and nothing secret", async () => {
    for (const member of MEMBERS) {
      const { code, stdout } = await part(member, ["stack", "output", "--json", "--show-secrets"]);
      assert.equal(code, 0, stdout);
      outputsSchema.parse(JSON.parse(stdout));
    }
  });

  it("changes nothing when every part is updated again", async () => {
    for (const name of [...MEMBERS, ...LINKS]) {
      const { code, stdout } = await up(name, ["--expect-no-changes"]);
      assert.equal(code, 0, stdout);
    }
  });

  it("takes a member more while a cluster's API elsewhere answers nobody, and leaves that member as it is", async () => {
    setInSpec(engine.project, "dev", ["members", "stockholm"], { cloud: "aws", region: "eu-north-1" });
    planAndWrite(engine.project, "dev");
    writeUnreachable(engine.clouds, [serverOfMember("frankfurt")]);
    const before = changesIn(engine.clouds).length;
    const links = linksOf("stockholm");
    assert.ok(links.length > 0);
    await init("stockholm");
    await giveAuthority("stockholm");
    for (const link of links) await init(link);
    await allUp(["stockholm"]);
    await allUp(links);
    const own = changesIn(engine.clouds).slice(before);
    assert.deepEqual(
      own.filter((change) => !["stockholm", ...links].includes(partOf(change))),
      [],
      "a new part changes nothing of another",
    );
    // The members that answer learn of the new one; the one that does not, keeps what it has.
    await allUp(MEMBERS.filter((member) => member !== "frankfurt"));
    const all = changesIn(engine.clouds).slice(before);
    assert.deepEqual(
      all.filter((change) => partOf(change) === "frankfurt"),
      [],
    );
    assert.notEqual((await up("frankfurt")).code, 0, "its own stack has to wait");
    writeUnreachable(engine.clouds, []);
    await allUp(["frankfurt"]);
    assertPlannedNetwork(engine.clouds, planOf(engine.project, "dev"));
  });

  it("goes in the documented order, links first; a gateway does not go before", async () => {
    const early = await part("dublin", ["destroy", "--yes", "--skip-preview"]);
    assert.notEqual(early.code, 0);
    for (const name of [...LINKS, ...linksOf("stockholm"), ...MEMBERS, "stockholm"]) {
      const { code, stdout } = await part(name, ["destroy", "--yes", "--skip-preview"]);
      assert.equal(code, 0, `${name}: ${stdout}`);
    }
    assert.deepEqual(objectsIn(engine.clouds), []);
  });

  /** Runs a command on the stack of a part: a member, or a link as `a.b`. */
  function part(name: string, args: readonly string[]): Promise<Outcome> {
    return engine.run([...args, "-C", "stacks/apart", "--stack", `dev.${name}`]);
  }

  function up(name: string, more: readonly string[] = []): Promise<Outcome> {
    return part(name, [...UP, ...more]);
  }

  /** Side by side, as pipelines of several teams would. */
  async function allUp(names: readonly string[]): Promise<void> {
    const outcomes = await Promise.all(names.map((name) => up(name)));
    for (const [at, { code, stdout, stderr }] of outcomes.entries()) {
      assert.equal(code, 0, `${names[at]}: ${stdout}${stderr}`);
    }
  }

  async function init(name: string): Promise<void> {
    const { code, stderr } = await engine.run(["stack", "init", `dev.${name}`, "-C", "stacks/apart"]);
    assert.equal(code, 0, stderr);
  }

  async function giveAuthority(name: string): Promise<void> {
    const { cert, key } = certificateAuthority();
    const { code, stderr } = await part(name, [
      "config",
      "set-all",
      "--plaintext",
      `isthmus:caCertificate=${cert}`,
      "--secret",
      `isthmus:caKey=${key}`,
    ]);
    assert.equal(code, 0, stderr);
  }

  /** Names of a member's links in the plan, as stacks are named. */
  function linksOf(member: string): string[] {
    return planOf(engine.project, "dev")
      .links.filter(({ a, b }) => a === member || b === member)
      .map(({ a, b }) => `${a}.${b}`);
  }

  function serverOfMember(member: string): string {
    const release = objectsIn(engine.clouds).find(
      ({ type, urn, place }) =>
        type.startsWith("kubernetes:") && place !== undefined && urn.includes(`dev.${member}::`),
    );
    assert.ok(release?.place, `${member} has a Kubernetes API`);
    return release.place;
  }
});

/** Part of the mesh whose stack made a change. */
function partOf({ urn }: Change): string {
  return /^urn:pulumi:dev\.([^:]+)::/.exec(urn)?.[1] ?? "";
}

function identities(list: readonly { type: string; name: string }[]): string[] {
  return list.map(({ type, name }) => `${type} ${name}`).sort();
}

/** Made beforehand, as stacks/README.md tells. */
function certificateAuthority(): { cert: string; key: string } {
  const key = ellipticKey("P384", "0123456789abcdef");
  const cert = selfSigned(key, {
    commonName: "mesh CA",
    organization: "isthmus",
    isAuthority: true,
    from: "260101000000Z",
    until: "360101000000Z",
    serial: "1a2b3c",
  });
  return { cert, key: String(key.export({ type: "pkcs8", format: "pem" })) };
}
