import assert from "node:assert/strict";
import fc from "fast-check";
import { allocate } from "../../../network/address/allocate";
import { emptyLock, entryName, type Lock, SECTIONS } from "../../../network/address/lock";
import { formatLock, parseLock } from "../../../network/address/lock-text";
import { InputError } from "../../../network/errors";
import { requestsOf, sketch } from "./mesh-requests";

const TEXT = `# Addresses, ASNs and ids that isthmus gave out. Commit this file: what stands here never moves.
# One allocation a line, so that git can merge it: put "*.lock.yaml merge=union" into .gitattributes.
# "was" marks what is no longer used and stays reserved for the same name; delete such a line to give its value free.
# Written by "isthmus plan --write".

ranges:
  dublin/nodes: 10.64.0.0/20
  dublin/pods: { was: 10.80.0.0/17 }

asns:
  "123": 64513
  dublin: 64512

clusterIds:
  dublin: 7

addresses:
  dublin/load-balancer/nodes-a: 10.64.3.254

insides:
  amsterdam~dublin/tunnel/1: 169.254.21.0/30

generations:
  amsterdam~dublin/tunnel/1: 2

gateways:
  limerick: dublin

joins:
  dublin~limerick: shared-gateway
`;

function faultsOf(text: string): string[] {
  try {
    parseLock(text, "dev.lock.yaml");
  } catch (error) {
    assert(error instanceof InputError, String(error));
    return error.message.split("\n");
  }
  return [];
}

describe("a lock's text", () => {
  it("is one allocation a line, what was removed among them", () => {
    const lock = parseLock(TEXT);
    assert.equal(lock.ranges.get("dublin/nodes"), "10.64.0.0/20");
    assert.equal(lock.ranges.has("dublin/pods"), false);
    assert.equal(lock.removed.ranges.get("dublin/pods"), "10.80.0.0/17");
    assert.equal(lock.asns.get("123"), 64513);
    assert.equal(formatLock(lock), TEXT);
  });

  it("of nothing is an empty lock, with its sections or without", () => {
    for (const text of ["", "# nothing\n", "ranges:\nasns: {}\n", formatLock(emptyLock())]) {
      assert.deepEqual(parseLock(text), emptyLock(), text);
    }
  });

  it("may have a section in two parts, as a merge can leave it", () => {
    const lock = parseLock("asns:\n  dublin: 64512\nasns:\n  oslo: 64513\n");
    assert.deepEqual(
      [...lock.asns],
      [
        ["dublin", 64512],
        ["oslo", 64513],
      ],
    );
  });

  const refused: Record<string, [text: string, fault: RegExp]> = {
    "that is not YAML": ["ranges: [\n", /^dev\.lock\.yaml:2:1: not YAML: /],
    "that is no map": ["- a\n", /^dev\.lock\.yaml:1:1: must be lines of a name, a colon and a value$/],
    "with a section that there is not": [
      "range:\n  a: 1\n",
      /:1:1: range: is no section of a lock; there are ranges, asns, clusterIds/,
    ],
    "with a range that is none": [
      "ranges:\n  a/nodes: 10.0.0.1/16\n",
      /:2:3: ranges\.a\/nodes: 10\.0\.0\.1\/16 has host bits set/,
    ],
    "with a way to join that there is not": [
      "joins:\n  a~b: vpn\n",
      /:2:3: joins\.a~b: vpn is no way to join two members; there are shared-gateway, gateway-peering, network-peering$/,
    ],
    "with a gateway of nobody": ["gateways:\n  a: {}\n", /:2:3: gateways\.a: .*is no member's name$/],
    "with an IPv6 range": ["ranges:\n  a/nodes: fd00::/48\n", /is IPv6; a mesh's own ranges are IPv4/],
    "with an ASN that a cloud refuses": [
      "asns:\n  a: 65515\n",
      /asns\.a: 65515 is not an ASN that every cloud takes, 64512-65514/,
    ],
    "with a cluster id out of bounds": ["clusterIds:\n  a: 256\n", /256 is not a cluster id, 1-255/],
    "with a generation of none": ["generations:\n  a~b/tunnel/1: 0\n", /0 is not a generation, 1-/],
    "with an inside range that is no tunnel's": [
      "insides:\n  a~b/tunnel/1: 10.0.0.0/30\n",
      /is no inside range of a tunnel, which is a \/30 in 169\.254\.0\.0\/16/,
    ],
    "with an address that is none": [
      "addresses:\n  a/x: 10.0.0.256\n",
      /10\.0\.0\.256 is no IPv4 address like 10\.64\.0\.10/,
    ],
    "with an agent that is none": [
      "agent:\n  kind: canal\n",
      /canal is nothing that an agent can be; there are cilium/,
    ],
    "without a value": ["asns:\n  a:\n", /asns\.a: has no value/],
    "with a value of another shape": ["asns:\n  a: { now: 64512 }\n", /is not an ASN/],
    "with a key that is no name path": ["asns:\n  a b: 64512\n", /"a b" is no name path like dublin\/pods/],
    "with a key that is no text": ["asns:\n  ? [a]\n  : 64512\n", /a name must be plain text/],
    "with git's conflict markers": [
      "asns:\n<<<<<<< HEAD\n  a: 64512\n=======\n  b: 64513\n>>>>>>> topic\n",
      /^dev\.lock\.yaml:2:1: git could not merge this file .* keep the lines of both sides/,
    ],
  };
  for (const [what, [text, fault]] of Object.entries(refused)) {
    it(`is refused ${what}`, () => {
      const faults = faultsOf(text);
      assert.equal(faults.length, 1, faults.join("\n"));
      assert.match(faults[0] ?? "", fault);
    });
  }

  it("is refused with all its faults at once", () => {
    assert.equal(faultsOf("ranges:\n  a/nodes: x\n  b/nodes: y\nasns:\n  a: 1\n").length, 3);
  });

  it("comes back from any lock", () => {
    fc.assert(
      fc.property(sketch(15), sketch(15), (one, other) => {
        const { lock } = allocate(allocate(emptyLock(), requestsOf(one)).lock, requestsOf(other));
        assert.deepEqual(parseLock(formatLock(lock)), lock);
        assert.equal(formatLock(reversed(lock)), formatLock(lock));
      }),
    );
  });
});

describe("an entry's name", () => {
  it("tells its section apart where keys are the same", () => {
    const names = SECTIONS.map((section) => entryName(section, "dublin"));
    assert.deepEqual(names, [
      "dublin",
      "dublin/asn",
      "dublin/cluster-id",
      "dublin",
      "dublin",
      "dublin/generation",
      "dublin/used-gateway",
      "dublin/join",
      "agent/dublin",
    ]);
  });
});

/** The same lock with every map in reverse. */
function reversed(lock: Lock): Lock {
  const turn = <V>(map: ReadonlyMap<string, V>) => new Map([...map].reverse());
  const all = ({
    ranges,
    asns,
    clusterIds,
    addresses,
    insides,
    generations,
    gateways,
    joins,
    agent,
  }: Omit<Lock, "removed">) => ({
    ranges: turn(ranges),
    asns: turn(asns),
    clusterIds: turn(clusterIds),
    addresses: turn(addresses),
    insides: turn(insides),
    generations: turn(generations),
    gateways: turn(gateways),
    joins: turn(joins),
    agent: turn(agent),
  });
  return { ...all(lock), removed: all(lock.removed) };
}
