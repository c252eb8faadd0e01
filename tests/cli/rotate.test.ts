import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, isthmus, specText } from "./isthmus";

const KEY = "random:index/randomPassword:RandomPassword";
const MADE = "2026-11-01T10:00:00Z";
const LATER = "2026-11-02T10:00:00Z";

/** A resource in a state, as `pulumi stack export` writes it. */
function resource(type: string, name: string, rest: Record<string, unknown> = {}) {
  const urn = `urn:pulumi:dev::isthmus::isthmus:index:Mesh$${type}::${name}`;
  return { urn, type, custom: true, id: name, created: MADE, modified: MADE, ...rest };
}

const key = (ordinal: number, generation: number, created = MADE) =>
  resource(KEY, `amsterdam~dublin/tunnel/${ordinal}/key`, {
    inputs: { keepers: { generation: String(generation) } },
    ...{ created, modified: created },
  });

/** The state of a link between Azure and AWS; `keys` in place of the tunnels' first ones, `rest` over any other resource. */
function state(keys = [1, 2, 3, 4].map((ordinal) => key(ordinal, 1)), rest: Record<string, unknown> = {}) {
  const urns = keys.map(({ urn }) => urn);
  const connections = [0, 1].map((index) =>
    resource("aws:ec2/vpnConnection:VpnConnection", `amsterdam~dublin/connection/${index}`, {
      dependencies: urns,
      ...rest,
    }),
  );
  const others = [1, 2, 3, 4].map((ordinal) =>
    resource(
      "azure-native:network:VirtualNetworkGatewayConnection",
      `amsterdam_dublin-tunnel-${ordinal}-connection`,
      { dependencies: urns, ...rest },
    ),
  );
  return { version: 3, deployment: { resources: [...keys, ...connections, ...others] } };
}

describe("isthmus rotate", () => {
  /** A spec with its lock, and a state; what `isthmus rotate` makes of it. */
  function mesh(saved: unknown = state()) {
    const place = folder({ "mesh.json": specText(), "state.json": JSON.stringify(saved) });
    const [spec, from, lock] = ["mesh.json", "state.json", "mesh.lock.yaml"].map((name) =>
      join(place, name),
    ) as [string, string, string];
    assert.equal(isthmus(["plan", "--write", "--spec", spec]).code, 0);
    return {
      rotate: (...args: string[]) => isthmus(["rotate", ...args, "--spec", spec]),
      lock: () => readFileSync(lock, "utf8"),
      save: (content: unknown) => writeFileSync(from, JSON.stringify(content)),
      spec,
      from,
    };
  }

  it("says what happens at each end, and which tunnels go on, before it writes anything", () => {
    const { rotate, lock, from } = mesh();
    const before = lock();
    const { code, out, err } = rotate("amsterdam~dublin", "--tunnel", "3", "--from", from);
    assert.equal(code, 0, err);
    assert.match(out, /^amsterdam~dublin\/tunnel\/3: key of generation 1 gives way to generation 2\.$/m);
    assert.match(out, /^amsterdam +azure +in place +sets the connection's key;/m);
    assert.match(
      out,
      /^dublin +aws +in place +changes this tunnel's options on a connection that holds two;/m,
    );
    assert.match(out, /^amsterdam~dublin\/connection\/1 +aws:ec2\/vpnConnection:VpnConnection$/m);
    assert.match(
      out,
      /carries on: amsterdam~dublin\/tunnel\/1, amsterdam~dublin\/tunnel\/2, amsterdam~dublin\/tunnel\/4, 1000 of 1000/,
    );
    assert.match(
      out,
      /mesh\.lock\.yaml: not written; `isthmus rotate amsterdam~dublin --tunnel 3 --write` does/,
    );
    assert.doesNotMatch(out, /Not checked/);
    assert.equal(lock(), before);
  });

  it("raises one line of the lock with --write, and refuses the next key until that one is applied", () => {
    const { rotate, lock, from, save } = mesh();
    const before = lock().split("\n");
    assert.equal(rotate("amsterdam~dublin", "--from", from, "--write").code, 0);
    assert.deepEqual(
      lock()
        .split("\n")
        .filter((line) => !before.includes(line)),
      ["  amsterdam~dublin/tunnel/1: 2"],
    );
    assert.equal(lock().split("\n").length, before.length);
    const again = rotate("amsterdam~dublin", "--from", from, "--write");
    assert.equal(again.code, 2);
    assert.match(
      again.err,
      /^isthmus: amsterdam~dublin\/tunnel\/1: has generation 2 in the lock and 1 in the stack; apply it .*`pulumi up`\n$/,
    );
    save(state([key(1, 2, LATER), ...[2, 3, 4].map((ordinal) => key(ordinal, 1))], { modified: LATER }));
    const next = JSON.parse(rotate("amsterdam~dublin", "--from", from, "--write", "--json").out);
    assert.deepEqual([next.key, next.written, next.checked], ["amsterdam~dublin/tunnel/2", true, true]);
  });

  it("refuses the next while an end was not given the key before, or is gone", () => {
    const keys = [key(1, 1, LATER), ...[2, 3, 4].map((ordinal) => key(ordinal, 1))];
    const { rotate, from, save } = mesh(state(keys));
    const [behind = "", ...others] = rotate("amsterdam~dublin", "--from", from).err.split("\n");
    assert.match(
      behind,
      /tunnel\/1: has a new key that has not reached amsterdam_dublin-tunnel-1-connection, amsterdam~dublin\/connection\/0,/,
    );
    assert.deepEqual(others, [""]);
    const whole = state();
    const resources = whole.deployment.resources.filter(({ urn }) => !urn.endsWith("tunnel-4-connection"));
    save({ ...whole, deployment: { resources } });
    assert.match(
      rotate("amsterdam~dublin", "--from", from).err,
      /tunnel\/4: .*amsterdam_dublin-tunnel-4-connection/,
    );
  });

  it("writes nothing while what is applied is not known, and says so where it only tells", () => {
    const { rotate, lock } = mesh();
    const before = lock();
    assert.match(rotate("amsterdam~dublin").out, /Not checked against the stack, which --write needs/);
    const refused = rotate("amsterdam~dublin", "--write");
    assert.equal(refused.code, 2);
    assert.match(refused.err, /^isthmus: --from: what has been applied is not known: .*pulumi stack export/);
    assert.equal(lock(), before);
  });

  it("is refused with one clear line for a link, a tunnel or a state that there is not", () => {
    const { rotate, from, save, spec } = mesh();
    const fault = (...args: string[]) => {
      const { code, err } = rotate(...args);
      assert.equal(code, 2);
      return err;
    };
    assert.equal(
      fault("amsterdam~dubln"),
      "isthmus: there is no link amsterdam~dubln; did you mean amsterdam~dublin?\n",
    );
    assert.match(
      fault("dublin~amsterdam", "--tunnel", "5"),
      /--tunnel: amsterdam~dublin has no tunnel 5; it has 1 to 4\n$/,
    );
    assert.match(fault("amsterdam~dublin", "--tunnel", "0"), /--tunnel: 0 is no number of a tunnel/);
    assert.match(
      fault("amsterdam~dublin", "--from", spec),
      /mesh\.json: is no state; give what `pulumi stack export` wrote/,
    );
    save({ version: 3, deployment: { resources: [] } });
    assert.match(fault("amsterdam~dublin", "--from", from), /amsterdam~dublin: is not in this state/);
    save({ version: 3, deployment: { resources: [], pending_operations: [{ type: "updating" }] } });
    assert.match(
      fault("amsterdam~dublin", "--from", from),
      /is of an update that was cut off; mend that first/,
    );
  });

  it("is refused on a lock that is behind the spec", () => {
    const { rotate, spec, from } = mesh();
    const { members } = JSON.parse(specText());
    writeFileSync(
      spec,
      specText({ members: { ...members, oslo: { cloud: "azure", region: "norwayeast" } } }),
    );
    const { code, err } = rotate("amsterdam~dublin", "--from", from);
    assert.equal(code, 2);
    assert.match(
      err,
      /mesh\.lock\.yaml: is behind the spec; bring it up to date with `isthmus plan --write`/,
    );
  });
});
